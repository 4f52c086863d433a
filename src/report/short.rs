//! One line a problem, as compilers print them and editors read them: `file:line:column: error[code]: message`.

use super::harmless;
use super::place::place;
use crate::diag::{Diagnostic, Diagnostics};
use crate::source::Sources;

/// `base` comes before the path of every file: the way to the map from where the program runs.
pub(super) fn render(diags: &Diagnostics, sources: &Sources, base: &str) -> String {
    let line = |problem: &Diagnostic| {
        let at = problem.span.map_or_else(String::new, |span| {
            let place = place(span, sources);
            format!("{base}{}:{}:{}: ", place.file, place.line, place.column)
        });
        let (severity, code) = (problem.code.severity().name(), problem.code.name());
        let help = problem
            .help
            .first()
            .map_or_else(String::new, |help| format!(" ({help})"));
        one_line(&format!(
            "{at}{severity}[{code}]: {}{help}",
            problem.message
        )) + "\n"
    };
    diags.sorted(sources).into_iter().map(line).collect()
}

/// Content that is quoted may hold line ends.
fn one_line(text: &str) -> String {
    harmless(&text.replace(['\n', '\r'], " "))
}
