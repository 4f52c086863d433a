//! Where a problem is, for programs.

use crate::source::{Sources, Span};
use serde::Serialize;

/// Lines and columns start at 1, columns count characters, and the end is behind the last character.
#[derive(Serialize)]
pub(super) struct Place<'a> {
    pub(super) file: &'a str,
    pub(super) line: usize,
    pub(super) column: usize,
    pub(super) end_line: usize,
    pub(super) end_column: usize,
}

pub(super) fn place(span: Span, sources: &Sources) -> Place<'_> {
    let (start, end) = sources.places(span);
    Place {
        file: &sources.file(span.file).path,
        line: start.line,
        column: start.column,
        end_line: end.line,
        end_column: end.column,
    }
}
