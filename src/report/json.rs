//! Problems for programs. The form is versioned; CONTRIBUTING describes it.

use super::document::document;
use super::mend;
use super::place::{Place, place};
use crate::codes::Severity;
use crate::diag::{Diagnostic, Diagnostics};
use crate::source::Sources;
use serde::Serialize;

#[derive(Serialize)]
struct Report<'a> {
    version: u32,
    errors: usize,
    warnings: usize,
    diagnostics: Vec<Problem<'a>>,
}

#[derive(Serialize)]
struct Problem<'a> {
    code: &'a str,
    severity: &'a str,
    message: &'a str,
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    place: Option<Place<'a>>,
    label: &'a str,
    labels: Vec<Label<'a>>,
    help: &'a [String],
    replacement: Option<String>,
}

#[derive(Serialize)]
struct Label<'a> {
    #[serde(flatten)]
    place: Place<'a>,
    text: &'a str,
}

pub(super) fn render(diags: &Diagnostics, sources: &Sources) -> String {
    let report = Report {
        version: 1,
        errors: diags.count(Severity::Error),
        warnings: diags.count(Severity::Warning),
        diagnostics: diags
            .sorted(sources)
            .into_iter()
            .map(|problem| one(problem, sources))
            .collect(),
    };
    document(&report)
}

fn one<'a>(problem: &'a Diagnostic, sources: &'a Sources) -> Problem<'a> {
    Problem {
        code: problem.code.name(),
        severity: problem.code.severity().name(),
        message: &problem.message,
        place: problem.span.map(|span| place(span, sources)),
        label: &problem.label,
        labels: problem
            .labels
            .iter()
            .map(|label| Label {
                place: place(label.span, sources),
                text: &label.text,
            })
            .collect(),
        help: &problem.help,
        replacement: mend::whole(problem, sources),
    }
}
