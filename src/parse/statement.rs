//! The first line of a statement: `> [!theorem] Title {#id}`.

use crate::diag::Diagnostics;
use crate::model::body::StatementKind;
use crate::problems::prose as problem;
use crate::source::{FileId, Span};
use crate::text::{is_slug, nearest};
use std::ops::Range;

/// What the first line of a statement says.
pub(super) struct Opening {
    pub(super) kind: StatementKind,
    /// The id in `{#id}`, or one made of kind and number.
    pub(super) id: String,
    /// Whether an author wrote the id.
    pub(super) written: bool,
    /// Where the title stands; may be empty.
    pub(super) title: Range<usize>,
    /// Where the line ends.
    pub(super) line_end: usize,
}

/// Reads the first line of the block quote at `quote`; one that does not begin with `[!` is no statement.
pub(super) fn open(
    file: FileId,
    text: &str,
    quote: Range<usize>,
    number: usize,
    diags: &mut Diagnostics,
) -> Option<(Opening, Span)> {
    let quoted = &text[quote.clone()];
    let start = quote.start + quoted.find(|c: char| c != '>' && c != ' ')?;
    let line_end = start
        + text[start..quote.end]
            .find('\n')
            .unwrap_or(quote.end - start);
    let line = text[start..line_end].trim_end();
    let kind = line.strip_prefix("[!")?;
    let close = kind.find(']')?;
    let (kind, rest) = (&kind[..close], &kind[close + 1..]);
    let kind_at = start + 2;
    let kind = statement_kind(file, kind, kind_at, diags)?;
    let title_start = kind_at + close + 1;
    let (title, id) = match rest.rfind("{#").filter(|_| rest.ends_with('}')) {
        Some(at) => (
            &rest[..at],
            Some((&rest[at + 2..rest.len() - 1], title_start + at + 2)),
        ),
        None => (rest, None),
    };
    let leading = title.len() - title.trim_start().len();
    let title_start = title_start + leading;
    if let Some((id, at)) = id.filter(|(id, _)| !is_slug(id)) {
        diags.push(problem::malformed_anchor(
            Span::new(file, at..at + id.len()),
            id,
        ));
    }
    let written = id.is_some();
    let id = id.map_or_else(
        || format!("{}-{number}", kind.name()),
        |(id, _)| id.to_owned(),
    );
    let title = title_start..title_start + title.trim().len();
    let span = Span::new(file, start..start + line.len());
    Some((
        Opening {
            kind,
            id,
            written,
            title,
            line_end,
        },
        span,
    ))
}

fn statement_kind(
    file: FileId,
    word: &str,
    at: usize,
    diags: &mut Diagnostics,
) -> Option<StatementKind> {
    let found = StatementKind::ALL
        .into_iter()
        .find(|kind| kind.name() == word);
    if found.is_none() {
        let known = StatementKind::ALL.map(StatementKind::name);
        let near = nearest(word, known);
        diags.push(problem::unknown_statement(
            Span::new(file, at..at + word.len()),
            word,
            &known,
            near,
        ));
    }
    found
}
