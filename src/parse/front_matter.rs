//! Splits a Markdown file into its front matter and its text.

use super::table::Origin;
use crate::diag::Diagnostics;
use crate::problems::front_matter as problem;
use crate::source::{FileId, Span};

/// The two parts of a Markdown file, and where they lie.
pub(super) struct Parts<'t> {
    /// The TOML between the `+++` lines.
    pub(super) toml: &'t str,
    /// Where the TOML begins.
    pub(super) origin: Origin,
    /// The first `+++`.
    pub(super) fence: Span,
    /// Where the text begins.
    pub(super) body: usize,
}

/// Splits `text`; a file without front matter, or with one that does not end, gives an error and no parts.
pub(super) fn split<'t>(file: FileId, text: &'t str, diags: &mut Diagnostics) -> Option<Parts<'t>> {
    let start = if text.starts_with('\u{feff}') {
        '\u{feff}'.len_utf8()
    } else {
        0
    };
    let mut lines = text[start..].split_inclusive('\n');
    let first = lines.next().unwrap_or_default();
    if first.trim_end() != "+++" {
        let end = start + first.trim_end().len();
        diags.push(problem::no_front_matter(Span::new(file, start..end)));
        return None;
    }
    let fence = Span::new(file, start..start + 3);
    let toml_start = start + first.len();
    let mut at = toml_start;
    for line in lines {
        if line.trim_end() == "+++" {
            let origin = Origin {
                file,
                offset: toml_start,
            };
            return Some(Parts {
                toml: &text[toml_start..at],
                origin,
                fence,
                body: at + line.len(),
            });
        }
        at += line.len();
    }
    diags.push(problem::unclosed_front_matter(fence));
    None
}
