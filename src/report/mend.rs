//! The change that mends a problem, for programs.

use crate::diag::Diagnostic;
use crate::source::{Sources, Span};

/// What delimits a text in TOML, the longest first.
const QUOTES: [&str; 4] = ["\"\"\"", "'''", "\"", "'"];

/// Where the replacement of a problem has to stand, and the replacement; nothing if none is known. The place of a name in front matter
/// has its quotes with it, which have to stay.
pub(super) fn mend<'a>(problem: &'a Diagnostic, sources: &Sources) -> Option<(Span, &'a str)> {
    let (span, replacement) = problem.span.zip(problem.replacement.as_deref())?;
    let written = sources.file(span.file).text.get(span.range())?;
    let quote = QUOTES.into_iter().find(|quote| {
        written.len() >= 2 * quote.len() && written.starts_with(quote) && written.ends_with(quote)
    });
    let width = quote.map_or(0, str::len);
    let inside = span.range().start + width..span.range().end - width;
    Some((Span::new(span.file, inside), replacement))
}

/// What would mend the problem if it stood at its place as a whole, quotes included.
pub(super) fn whole(problem: &Diagnostic, sources: &Sources) -> Option<String> {
    let place = problem.span?;
    let (inside, replacement) = mend(problem, sources)?;
    let text = &sources.file(place.file).text;
    let before = &text[place.range().start..inside.range().start];
    let behind = &text[inside.range().end..place.range().end];
    Some(format!("{before}{replacement}{behind}"))
}
