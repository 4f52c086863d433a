//! Problems as commands of a GitHub workflow
//! (<https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions>): they are shown on the lines of a pull request.

use super::harmless;
use super::place::{Place, place};
use crate::diag::{Diagnostic, Diagnostics};
use crate::source::Sources;

/// `base` comes before the path of every file: the way to the map from the repository.
pub(super) fn render(diags: &Diagnostics, sources: &Sources, base: &str) -> String {
    let line = |problem: &Diagnostic| {
        let mut properties: Vec<(&str, String)> = Vec::new();
        if let Some(span) = problem.span {
            properties.extend(of_place(&place(span, sources), base));
        }
        properties.push(("title", problem.code.name().to_owned()));
        let properties: Vec<String> = properties
            .into_iter()
            .map(|(name, value)| format!("{name}={}", property(&value)))
            .collect();
        let severity = problem.code.severity().name();
        format!(
            "::{severity} {}::{}\n",
            properties.join(","),
            data(&message(problem, sources, base))
        )
    };
    diags.sorted(sources).into_iter().map(line).collect()
}

/// What is wrong, the further places that belong to it, and what to do, one a line.
fn message(problem: &Diagnostic, sources: &Sources, base: &str) -> String {
    let further = problem.labels.iter().map(|label| {
        let Place {
            file, line, column, ..
        } = place(label.span, sources);
        format!("{base}{file}:{line}:{column}: {}", label.text)
    });
    let message = std::iter::once(problem.message.clone());
    let lines: Vec<String> = message
        .chain(further)
        .chain(problem.help.iter().cloned())
        .collect();
    lines.join("\n")
}

/// The columns, which GitHub takes only within one line; its end is the last character itself. What ends with a line feed ends on
/// that feed's line, because GitHub shows the problem below the last line.
fn of_place(place: &Place<'_>, base: &str) -> Vec<(&'static str, String)> {
    let whole_lines = place.end_column == 1 && place.end_line > place.line;
    let last_line = place.end_line - usize::from(whole_lines);
    let mut properties = vec![
        ("file", format!("{base}{}", place.file)),
        ("line", place.line.to_string()),
        ("endLine", last_line.to_string()),
    ];
    if place.line == place.end_line {
        let last = place.column.max(place.end_column - 1);
        properties.push(("col", place.column.to_string()));
        properties.push(("endColumn", last.to_string()));
    }
    properties
}

/// What stands behind `::`. Escaped as GitHub's own toolkit does it, so that content cannot begin a command of its own;
/// a carriage return is a sign by then.
fn data(text: &str) -> String {
    harmless(text).replace('%', "%25").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
