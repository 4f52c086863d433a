//! Small things about words: slugs, counted nouns, the nearest name, escaping for HTML.

use std::fmt::Write;

/// Whether `name` may be a slug: lower-case letters and digits, joined by single hyphens.
#[must_use]
pub fn is_slug(name: &str) -> bool {
    !name.is_empty()
        && name.split('-').all(|part| {
            !part.is_empty()
                && part
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        })
}

/// The slug nearest to a phrase: in lower case, accents folded, the rest hyphens. Empty if nothing can be kept.
#[must_use]
pub fn slugify(phrase: &str) -> String {
    slug::slugify(phrase.replace(['\'', '’'], ""))
}

/// `1 entry`, `2 entries`.
#[must_use]
pub fn counted(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

/// The words with a capital at their start.
#[must_use]
pub fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// What to sort titles by: words as readers look for them, whatever their case and signs.
#[must_use]
pub fn title_key(title: &str) -> String {
    let letters = title.trim_start_matches(|c: char| !c.is_alphanumeric());
    letters.to_lowercase()
}

/// The candidate that a person who wrote `name` most likely meant, if one is near: a name that differs by few letters,
/// or one that begins with `name`.
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = name.to_lowercase();
    let allowed = (wanted.chars().count() / 3).clamp(1, 4);
    candidates
        .into_iter()
        .filter(|candidate| *candidate != name)
        .filter_map(|candidate| {
            let lower = candidate.to_lowercase();
            let distance = strsim::damerau_levenshtein(&wanted, &lower);
            let begins = wanted.len() >= 4 && lower.starts_with(&wanted);
            (distance <= allowed || begins).then_some((distance, candidate))
        })
        .min()
        .map(|(_, candidate)| candidate)
}

/// Lists names for a person: `a`, `b` or `c`.
pub fn alternatives<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let names: Vec<String> = names.into_iter().map(|name| format!("`{name}`")).collect();
    match names.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
    }
}

/// Appends `text` to `html`, with everything escaped that means something in HTML, also inside attributes.
pub fn escape_into(html: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            c => html.push(c),
        }
    }
}

/// `text` as HTML that shows exactly it.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    escape_into(&mut html, text);
    html
}

/// `text` with every byte percent-encoded that is no unreserved or reserved character of a URL (RFC 3986, section 2).
#[must_use]
pub fn percent_encode(text: &str) -> String {
    let mut url = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&'()*+,;=%".contains(&byte) {
            url.push(char::from(byte));
        } else {
            write!(url, "%{byte:02X}").expect("a string takes everything");
        }
    }
    url
}

/// Whether a text is an address of the web, without user name, query or fragment.
#[must_use]
pub fn is_web_address(text: &str) -> bool {
    let rest = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        let allowed = |c: char| c.is_ascii_alphanumeric() || "-._~/:%".contains(c);
        rest.starts_with(|c: char| c.is_ascii_alphanumeric()) && rest.chars().all(allowed)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs() {
        assert!(is_slug("neural-tangent-kernel") && is_slug("p2"));
        for bad in ["", "-a", "a-", "a--b", "A", "a_b", "é"] {
            assert!(!is_slug(bad), "{bad}");
        }
        assert_eq!(
            slugify("Itô's lemma & Poincaré’s inequality!"),
            "itos-lemma-poincares-inequality"
        );
    }

    #[test]
    fn near_names() {
        let names = ["kernel-methods", "neural-tangent-kernel", "nngp"];
        assert_eq!(nearest("kernel-method", names), Some("kernel-methods"));
        assert_eq!(
            nearest("neural-tangnet-kernel", names),
            Some("neural-tangent-kernel")
        );
        assert_eq!(nearest("neural", names), Some("neural-tangent-kernel"));
        assert_eq!(nearest("topology", names), None);
    }
}
