//! Diagnostics → text. It knows problems and sources, and nothing of maps.

mod document;
mod github;
mod human;
mod json;
mod mend;
mod place;
mod sarif;
mod short;

use crate::codes::{Code, Severity};
use crate::diag::Diagnostics;
use crate::source::Sources;
use crate::text::counted;
use annotate_snippets::normalize_untrusted_str;

/// In which form problems are printed. `base` comes before the path of every file: the way to the map from where the paths are read,
/// empty or with a `/` at its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format<'a> {
    /// For people: the line with a caret, and what to do; in colour for a terminal that wants it.
    Human {
        /// Whether in colour.
        colour: bool,
    },
    /// One line a problem.
    Short {
        /// The way to the map.
        base: &'a str,
    },
    /// One JSON document, for programs.
    Json,
    /// Commands of a GitHub workflow.
    Github {
        /// The way to the map.
        base: &'a str,
    },
    /// SARIF 2.1.0.
    Sarif {
        /// The way to the map.
        base: &'a str,
    },
}

/// The problems as text, sorted by file and place.
#[must_use]
pub fn render(diags: &Diagnostics, sources: &Sources, format: Format<'_>) -> String {
    match format {
        Format::Human { colour } => human::render(diags, sources, colour),
        Format::Short { base } => short::render(diags, sources, base),
        Format::Json => json::render(diags, sources),
        Format::Github { base } => github::render(diags, sources, base),
        Format::Sarif { base } => sarif::render(diags, sources, base),
    }
}

/// Content that is quoted may hold characters that a terminal would obey; signs stand in their place. Line feeds stay.
fn harmless(text: &str) -> String {
    normalize_untrusted_str(text).replace(|c: char| c.is_control() && c != '\n', "\u{fffd}")
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
