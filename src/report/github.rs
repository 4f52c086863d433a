//! Problems as commands of a GitHub workflow
//! (<https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions>): they are shown on the lines of a pull request.

use super::place::{Place, place};
use crate::diag::{Diagnostic, Diagnostics};
use crate::source::Sources;

/// `base` comes before the path of every file: the way from the repository, where the program runs, to the map.
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
        let mut message = vec![problem.message.as_str()];
        message.extend(problem.help.iter().map(String::as_str));
        let severity = problem.code.severity().name();
        format!(
            "::{severity} {}::{}\n",
            properties.join(","),
            data(&message.join("\n"))
        )
    };
    diags.sorted(sources).into_iter().map(line).collect()
}

/// The columns, which GitHub takes only within one line; its end is the last character itself.
fn of_place(place: &Place<'_>, base: &str) -> Vec<(&'static str, String)> {
    let mut properties = vec![
        ("file", format!("{base}{}", place.file)),
        ("line", place.line.to_string()),
        ("endLine", place.end_line.to_string()),
    ];
    if place.line == place.end_line {
        let last = place.column.max(place.end_column - 1);
        properties.push(("col", place.column.to_string()));
        properties.push(("endColumn", last.to_string()));
    }
    properties
}

/// What stands behind `::`. Escaped as GitHub's own toolkit does it, so that content cannot begin a command of its own.
fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
