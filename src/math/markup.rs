//! What is mended in the typesetter's markup: the order of attributes, which differs from run to run; three things that the
//! standards of HTML and MathML do not allow; and the place of a lone sign under a root. Only the last can be seen.

use crate::text::escape;
use std::ops::Range;

/// U+2061, which says that a function is applied; it is not to be seen.
const APPLY: &str = "<mo>\u{2061}</mo>";

/// The markup of one formula, mended; `set` is what was typeset, `tex` what its author wrote and readers copy.
pub(super) fn mended(html: &str, set: &str, tex: &str) -> String {
    let html = settled(html);
    let html = functions_in_rows(&html);
    let html = words_in_operators(&html);
    let html = lone_radicands_aside(&html);
    with_source(&html, set, tex)
}

/// The same markup with the author's own TeX in its annotation.
fn with_source(html: &str, set: &str, tex: &str) -> String {
    let annotation =
        |tex: &str| format!("<annotation encoding=\"application/x-tex\">{tex}</annotation>");
    if set == tex {
        return html.to_owned();
    }
    html.replacen(&annotation(&escape(set)), &annotation(&escape(tex)), 1)
}

/// The same markup with the attributes of each tag in the order of their names, and without negative heights: a browser takes
/// those for no height at all, and so does the typesetter.
fn settled(html: &str) -> String {
    let mut settled = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        // Values are escaped, so a tag ends at the first `>`.
        let end = start
            + rest[start..]
                .find('>')
                .map_or(rest.len() - start, |end| end + 1);
        settled.push_str(&rest[..start]);
        settled.push_str(&settled_tag(&rest[start..end]));
        rest = &rest[end..];
    }
    settled + rest
}

fn settled_tag(tag: &str) -> String {
    let close = if tag.ends_with("/>") { "/>" } else { ">" };
    let Some((name, attributes)) = tag.split_once(' ') else {
        return tag.to_owned();
    };
    let attributes = attributes.trim_end_matches(close).split_inclusive("\" ");
    let mut list: Vec<String> = attributes
        .map(|attribute| without_negative_height(attribute.trim()))
        .collect();
    list.sort_unstable();
    list.retain(|attribute| !attribute.is_empty());
    if list.is_empty() {
        return format!("{name}{close}");
    }
    format!("{name} {}{close}", list.join(" "))
}

fn without_negative_height(attribute: &str) -> String {
    let Some(style) = attribute
        .strip_prefix("style=\"")
        .and_then(|rest| rest.strip_suffix('"'))
    else {
        return attribute.to_owned();
    };
    if !style.contains("height:-") {
        return attribute.to_owned();
    }
    let kept: String = style
        .split_inclusive(';')
        .filter(|declaration| !declaration.trim_start().starts_with("height:-"))
        .collect();
    if kept.is_empty() {
        kept
    } else {
        format!("style=\"{kept}\"")
    }
}

/// A base and each of its scripts is one element: a function's name and the sign behind it are put into a row, here and elsewhere.
fn functions_in_rows(html: &str) -> String {
    let end = format!("</mi>{APPLY}");
    let mut mended = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find(&end) {
        let start = rest[..at].rfind("<mi").unwrap_or(at);
        let after = at + end.len();
        mended.push_str(&rest[..start]);
        mended.push_str(&format!("<mrow>{}</mrow>", &rest[start..after]));
        rest = &rest[after..];
    }
    mended + rest
}

/// An operator holds text alone: `<mo><mrow><mi>m</mi>...` becomes `<mo>mod</mo>`.
fn words_in_operators(html: &str) -> String {
    let mut mended = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find("<mo") {
        let Some(open) = rest[at..].find('>').map(|end| at + end + 1) else {
            break;
        };
        let Some(close) = rest[open..].find("</mo>").map(|end| open + end) else {
            break;
        };
        mended.push_str(&rest[..open]);
        let inside = &rest[open..close];
        // `<mover>` begins with the same letters and holds elements by right.
        if rest[at..].starts_with("<mo>") || rest[at..].starts_with("<mo ") {
            mended.push_str(&without_tags(inside));
            rest = &rest[close..];
        } else {
            rest = &rest[open..];
        }
    }
    mended + rest
}

/// Moves a lone sign under a root to the right of the root's hook. KaTeX pads whatever stands there (`src/functions/sqrt.js`);
/// katex-rs 0.3 forgets a radicand that is one sign and no group, as in `\sqrt n`, and prints it over the hook.
fn lone_radicands_aside(html: &str) -> String {
    let mut mended = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(root) = rest.find("mord sqrt") {
        let aside = radicand(&rest[root..])
            .map(|tag| root + tag.start..root + tag.end)
            .zip(hook(&rest[root..]))
            .filter(|(tag, _)| !rest[tag.clone()].contains("padding-left"));
        let end = aside.as_ref().map_or(root + 1, |(tag, _)| tag.end);
        match aside {
            Some((tag, advance)) => {
                mended.push_str(&rest[..tag.start]);
                mended.push_str(&padded(&rest[tag], advance));
            }
            None => mended.push_str(&rest[..end]),
        }
        rest = &rest[end..];
    }
    mended + rest
}

/// The opening tag of what stands under the first root: it follows the strut of the first row.
fn radicand(html: &str) -> Option<Range<usize>> {
    let row = html.find("svg-align")?;
    let strut = row + html[row..].find("class=\"pstrut\"")?;
    let start = strut + html[strut..].find("</span>")? + "</span>".len();
    let end = start + html[start..].find('>')? + 1;
    html[start..].starts_with("<span ").then_some(start..end)
}

/// How wide the hook of the first root is. Its picture comes in three forms, told by their least widths.
fn hook(html: &str) -> Option<&'static str> {
    let tag = &html[html.find("hide-tail")?..];
    let tag = &tag[..tag.find('>')?];
    let forms = [
        ("0.853em", "0.833em"),
        ("1.02em", "1em"),
        ("0.742em", "1.056em"),
    ];
    let form = forms.iter().find(|(least, _)| tag.contains(least))?;
    Some(form.1)
}

fn padded(tag: &str, advance: &str) -> String {
    match tag.split_once("style=\"") {
        Some((before, after)) => format!("{before}style=\"padding-left:{advance};{after}"),
        None => format!(
            "{} style=\"padding-left:{advance};\">",
            tag.trim_end_matches('>')
        ),
    }
}

fn without_tags(html: &str) -> String {
    let mut text = String::new();
    for piece in html.split('<') {
        text.push_str(piece.split_once('>').map_or(piece, |(_, text)| text));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_put_in_order() {
        let html =
            "<mo rspace=\"0em\" lspace=\"0em\">a &lt; b</mo><path d=\"M0 0 h1\" class=\"x y\"/>";
        let wanted =
            "<mo lspace=\"0em\" rspace=\"0em\">a &lt; b</mo><path class=\"x y\" d=\"M0 0 h1\"/>";
        assert_eq!(settled(html), wanted);
        assert_eq!(settled(wanted), wanted);
    }

    #[test]
    fn negative_heights_go() {
        assert_eq!(
            settled("<span class=\"vlist\" style=\"height:-0.5em;\">"),
            "<span class=\"vlist\">"
        );
        assert_eq!(
            settled("<span style=\"top:-1em;height:-0.5em;\">"),
            "<span style=\"top:-1em;\">"
        );
        assert_eq!(settled("<span style=\"height:-0.5em;\">"), "<span>");
    }

    #[test]
    fn a_function_is_one_element() {
        let name = |name: &str| format!("<mi>{name}</mi>{APPLY}");
        let html = format!(
            "<msub>{}<mi>x</mi></msub><msub><mi>a</mi>{}</msub>",
            name("min"),
            name("max")
        );
        let wanted = format!(
            "<msub><mrow>{}</mrow><mi>x</mi></msub><msub><mi>a</mi><mrow>{}</mrow></msub>",
            name("min"),
            name("max")
        );
        assert_eq!(functions_in_rows(&html), wanted);
    }

    #[test]
    fn a_lone_radicand_stands_beside_the_hook() {
        let root = |radicand: &str| {
            format!(
                "<span class=\"mord sqrt\"><span class=\"svg-align\" style=\"top:-3em;\"><span class=\"pstrut\" style=\"height:3em;\"></span>\
                 {radicand}</span><span class=\"hide-tail\" style=\"min-width:0.853em;height:1.08em;\"></span></span>"
            )
        };
        let padded = root("<span class=\"mord\" style=\"padding-left:0.833em;\">n</span>");
        assert_eq!(
            lone_radicands_aside(&root("<span class=\"mord\">n</span>")),
            padded
        );
        assert_eq!(lone_radicands_aside(&padded), padded);
    }

    #[test]
    fn operators_hold_text() {
        let html = "<mover><mo>=</mo><mi>x</mi></mover><mo lspace=\"0em\"><mrow><mi>m</mi><mi>o</mi><mi>d</mi></mrow></mo>";
        let wanted = "<mover><mo>=</mo><mi>x</mi></mover><mo lspace=\"0em\">mod</mo>";
        assert_eq!(words_in_operators(html), wanted);
    }
}
