//! What stands between brackets: citations and links to entries.

use crate::diag::{Diagnostic, Diagnostics};
use crate::model::body::{RawCitation, RawTarget};
use crate::problems::prose as problem;
use crate::source::{FileId, Span, Spanned};
use std::ops::Range;

/// Reads `@a, Theorem 1; @b`, the text at `range`.
pub(super) fn citations(
    file: FileId,
    text: &str,
    range: Range<usize>,
    diags: &mut Diagnostics,
) -> Vec<RawCitation> {
    let mut list = Vec::new();
    let mut at = range.start;
    for part in text[range].split(';') {
        let start = at + (part.len() - part.trim_start_matches(blank).len());
        at += part.len() + 1;
        let part = part.trim_matches(blank);
        let (key, locator) = part.split_once(',').unwrap_or((part, ""));
        let key = key.trim_end();
        let Some(name) = key
            .strip_prefix('@')
            .filter(|name| !name.is_empty() && !name.contains(blank))
        else {
            let length = part.len().max(1);
            diags.push(problem::bad_citation(Span::new(
                file,
                start..start + length,
            )));
            continue;
        };
        let key = Spanned::new(
            name.to_owned(),
            Span::new(file, start + 1..start + key.len()),
        );
        let locator = locator
            .split(blank)
            .filter(|word| !word.is_empty())
            .collect::<Vec<_>>()
            .join(" ");
        list.push(RawCitation {
            key,
            locator: (!locator.is_empty()).then_some(locator),
        });
    }
    list
}

/// White space, and the mark of a block quote behind a line break.
fn blank(c: char) -> bool {
    c.is_whitespace() || c == '>'
}

/// Reads `[[slug#anchor|text]]`, the text at `range`.
pub(super) fn wiki_target(file: FileId, text: &str, range: Range<usize>) -> RawTarget {
    let inside = &text[range.start + 2..range.end - 2];
    let target = inside.split_once('|').map_or(inside, |(target, _)| target);
    // In a table the bar is written `\|`.
    let target = target.trim_end_matches('\\');
    let (name, anchor) = target
        .split_once('#')
        .map_or((target, None), |(name, anchor)| (name, Some(anchor)));
    let place = |word: &str, start: usize| {
        let leading = word.len() - word.trim_start().len();
        let word = word.trim();
        let span = Span::new(file, start + leading..start + leading + word.len());
        Spanned::new(word.to_owned(), span)
    };
    let start = range.start + 2;
    RawTarget::Wiki(
        place(name, start),
        anchor.map(|anchor| place(anchor, start + name.len() + 1)),
    )
}

/// What should have been a link to an entry, a citation or a footnote mark, and has stayed plain text at byte `at`.
pub(super) fn stray_mark(file: FileId, text: &str, at: usize) -> Option<Diagnostic> {
    let rest = &text[at..];
    let before = text.as_bytes().get(at.wrapping_sub(1));
    if !rest.starts_with('[') || matches!(before, Some(b'\\' | b'[')) {
        return None;
    }
    let end = at
        + 2
        + rest[2.min(rest.len())..]
            .find([']', '[', '\n'])
            .unwrap_or(rest.len().saturating_sub(2));
    let span = Span::new(file, at..end);
    match rest.as_bytes().get(1)? {
        b'[' => Some(problem::bad_wiki_link(span)),
        b'@' => Some(problem::bad_citation(span)),
        b'^' => Some(problem::missing_footnote(
            Span::new(file, at..(end + 1).min(text.len())),
            &text[at + 2..end],
        )),
        _ => None,
    }
}
