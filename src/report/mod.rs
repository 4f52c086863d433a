//! Diagnostics → text. It knows problems and sources, and nothing of maps.

mod human;
mod json;

use crate::codes::{Code, Severity};
use crate::diag::Diagnostics;
use crate::source::Sources;
use crate::text::counted;

/// In which form problems are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// For people: the line with a caret, and what to do.
    Human,
    /// One JSON document, for programs.
    Json,
}

/// The problems as text, sorted by file and place. `colour` is for terminals, and only for [`Format::Human`].
#[must_use]
pub fn render(diags: &Diagnostics, sources: &Sources, format: Format, colour: bool) -> String {
    match format {
        Format::Human => human::render(diags, sources, colour),
        Format::Json => json::render(diags, sources),
    }
}

/// `2 errors, 1 warning`; nothing if there are none.
#[must_use]
pub fn tally(diags: &Diagnostics) -> Option<String> {
    let count = |severity: Severity, one: &str, many: &str| {
        let n = diags.count(severity);
        (n > 0).then(|| counted(n, one, many))
    };
    let parts: Vec<String> = [
        count(Severity::Error, "error", "errors"),
        count(Severity::Warning, "warning", "warnings"),
    ]
    .into_iter()
    .flatten()
    .collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// What a problem is in general, for a terminal.
#[must_use]
pub fn explain(code: Code) -> String {
    let about = code.explanation();
    let indented = |text: &str| {
        text.lines()
            .map(|line| format!("    {line}\n"))
            .collect::<String>()
    };
    format!(
        "{} ({})\n\nWhat: {}\n\nWhy: {}\n\nExample:\n{}\nInstead:\n{}",
        code.name(),
        code.severity().name(),
        about.what,
        about.why,
        indented(about.example),
        indented(about.instead),
    )
}
