//! Whether identifiers of works can be right, by their form and their check digits.

/// An arXiv id: `1806.07572`, `1806.07572v3`, `cond-mat/9901001`, `math.AG/0601001`.
/// Form: <https://info.arxiv.org/help/arxiv_identifier.html>.
#[must_use]
pub(super) fn is_arxiv(id: &str) -> bool {
    let base = match id.rsplit_once('v') {
        Some((base, version)) if !version.is_empty() && digits(version) => base,
        _ => id,
    };
    match (base.split_once('/'), base.split_once('.')) {
        (Some((archive, number)), _) => {
            let archive = archive.split_once('.').map_or(archive, |(archive, class)| {
                if class.len() == 2 && class.bytes().all(|b| b.is_ascii_uppercase()) {
                    archive
                } else {
                    ""
                }
            });
            let letters = archive.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
            !archive.is_empty() && letters && number.len() == 7 && digits(number) && month(number)
        }
        (None, Some((date, number))) => {
            let length = if date < "1501" { 4 } else { 5 };
            date.len() == 4
                && digits(date)
                && month(date)
                && number.len() == length
                && digits(number)
        }
        (None, None) => false,
    }
}

fn digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

fn month(yymm: &str) -> bool {
    yymm.get(2..4)
        .is_some_and(|month| ("01"..="12").contains(&month))
}

/// A DOI without a URL before it: `10.`, a registrant of 4 to 9 digits, `/`, and a suffix without spaces.
#[must_use]
pub(super) fn is_doi(doi: &str) -> bool {
    doi.strip_prefix("10.")
        .and_then(|rest| rest.split_once('/'))
        .is_some_and(|(registrant, suffix)| {
            let registrant = registrant.split('.').next().unwrap_or_default();
            let printable = |c: char| c.is_ascii_graphic() && !"<>\"\\^`{|}".contains(c);
            (4..=9).contains(&registrant.len())
                && digits(registrant)
                && !suffix.is_empty()
                && suffix.chars().all(printable)
        })
}

/// An ISBN of 10 or 13 digits with a right check digit (ISO 2108); hyphens and spaces are ignored.
#[must_use]
pub(super) fn is_isbn(isbn: &str) -> bool {
    let bare: Vec<u8> = isbn.bytes().filter(|byte| !b"- ".contains(byte)).collect();
    let digit = |byte: u8| byte.is_ascii_digit().then(|| u32::from(byte - b'0'));
    let Some((last, first)) = bare.split_last() else {
        return false;
    };
    let Some(first) = first
        .iter()
        .map(|byte| digit(*byte))
        .collect::<Option<Vec<u32>>>()
    else {
        return false;
    };
    match (first.len(), digit(*last)) {
        (9, last_digit) => {
            let check = if *last == b'X' { Some(10) } else { last_digit };
            let sum: u32 = first
                .iter()
                .zip((2..=10).rev())
                .map(|(digit, weight)| digit * weight)
                .sum();
            check.is_some_and(|check| (sum + check).is_multiple_of(11))
        }
        (12, Some(check)) => {
            let sum: u32 = first
                .iter()
                .zip([1, 3].into_iter().cycle())
                .map(|(digit, weight)| digit * weight)
                .sum();
            (sum + check).is_multiple_of(10) && (isbn.starts_with("978") || isbn.starts_with("979"))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arxiv() {
        for id in [
            "1806.07572",
            "1806.07572v3",
            "0704.0001",
            "cond-mat/9901001",
            "math.AG/0601001v2",
        ] {
            assert!(is_arxiv(id), "{id}");
        }
        for id in [
            "",
            "1806",
            "1813.07572",
            "1806.0757",
            "0704.00011",
            "arXiv:1806.07572",
            "cond-mat/99010",
            "math.A/0601001",
        ] {
            assert!(!is_arxiv(id), "{id}");
        }
    }

    #[test]
    fn doi() {
        assert!(
            is_doi("10.1017/9781108627771") && is_doi("10.1093/acprof:oso/9780199535255.001.0001")
        );
        for doi in [
            "",
            "10.1017",
            "10.1017/",
            "10.17/x",
            "https://doi.org/10.1017/x",
            "10.1017/a b",
        ] {
            assert!(!is_doi(doi), "{doi}");
        }
    }

    #[test]
    fn isbn() {
        for isbn in ["978-0-521-83378-3", "0-8044-2957-X", "9783161484100"] {
            assert!(is_isbn(isbn), "{isbn}");
        }
        for isbn in [
            "",
            "978-0-521-83378-7",
            "0-8044-2957-1",
            "123",
            "97801",
            "977-3161484100",
        ] {
            assert!(!is_isbn(isbn), "{isbn}");
        }
    }
}
