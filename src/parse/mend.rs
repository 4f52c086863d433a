//! Makes a `.bib` file parseable.
//!
//! The crate `biblatex` stops at the first fault. So a faulty work is reported, blanked out (which moves no other place),
//! and the file is read again, until it is clean.

use crate::diag::Diagnostics;
use crate::problems::references as problem;
use crate::source::{FileId, Span};
use biblatex::{Bibliography, ParseError, ParseErrorKind, RawBibliography};

/// Blanks out every work that cannot be parsed, and reports it.
pub(super) fn mend(id: FileId, mut text: String, diags: &mut Diagnostics) -> String {
    while let Err(error) = Bibliography::parse(&text) {
        let at = blame(&text, &error);
        let span = |range: std::ops::Range<usize>| {
            Span::new(id, range.start.min(text.len())..range.end.min(text.len()))
        };
        diags.push(match &error.kind {
            ParseErrorKind::DuplicateKey(key) => {
                let first = first_place(&text, key).unwrap_or(at.clone());
                problem::duplicate_key(span(key_place(&text, at.start)), key, span(first))
            }
            ParseErrorKind::UnexpectedEof => problem::malformed(
                span(key_place(&text, at.start)),
                "the braces of this work do not close",
            ),
            kind => {
                let work = span(key_place(&text, at.start));
                problem::malformed(span(error.span.clone()), &kind.to_string())
                    .also(work, "in this work")
            }
        });
        blank(&mut text, at);
    }
    text
}

/// The work that an error belongs to, from its `@` to the next one at the start of a line.
fn blame(text: &str, error: &ParseError) -> std::ops::Range<usize> {
    let starts: Vec<usize> = work_starts(text).collect();
    let end_of = |start: usize| {
        starts
            .iter()
            .copied()
            .find(|next| *next > start)
            .unwrap_or(text.len())
    };
    if error.kind == ParseErrorKind::UnexpectedEof {
        // A brace that is not closed swallows the rest of the file; the culprit is the first work that does not end by itself.
        let open = |start: &usize| RawBibliography::parse(&text[*start..end_of(*start)]).is_err();
        if let Some(start) = starts.iter().copied().find(open) {
            return start..end_of(start);
        }
    }
    let duplicate = matches!(error.kind, ParseErrorKind::DuplicateKey(_));
    let at = error.span.start;
    let start = starts
        .iter()
        .copied()
        .rfind(|start| *start < at || (duplicate && *start <= at))
        .unwrap_or(0);
    start..end_of(start.max(if start == 0 { at } else { 0 }))
}

fn work_starts(text: &str) -> impl Iterator<Item = usize> {
    let at_line_start = |at: usize| at == 0 || text.as_bytes()[at - 1] == b'\n';
    text.match_indices('@')
        .map(|(at, _)| at)
        .filter(move |at| at_line_start(*at))
}

fn first_place(text: &str, key: &str) -> Option<std::ops::Range<usize>> {
    work_starts(text)
        .map(|start| key_place(text, start))
        .find(|range| &text[range.clone()] == key)
}

/// The key of the work that begins at `start`, or its first line.
fn key_place(text: &str, start: usize) -> std::ops::Range<usize> {
    let line = start + text[start..].find('\n').unwrap_or(text.len() - start);
    let Some(brace) = text[start..line].find('{') else {
        return start..line;
    };
    let key = start + brace + 1;
    key..key + text[key..line].find([',', '}']).unwrap_or(line - key)
}

fn blank(text: &mut String, range: std::ops::Range<usize>) {
    let keep_lines = |byte: u8| if byte == b'\n' { '\n' } else { ' ' };
    let blanks: String = text[range.clone()].bytes().map(keep_lines).collect();
    text.replace_range(range, &blanks);
}
