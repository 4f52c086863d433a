//! Problems in the Static Analysis Results Interchange Format 2.1.0 (<https://docs.oasis-open.org/sarif/sarif/v2.1.0/>), for code
//! scanning and editors.

use super::mend::mend;
use super::place::{Place, place};
use crate::codes::Code;
use crate::diag::{Diagnostic, Diagnostics};
use crate::source::{Sources, Span};
use crate::text::percent_encode;
use serde::Serialize;
use serde_json::{Value, json};

/// A text, as SARIF wraps it.
#[derive(Serialize)]
struct Message<'a> {
    text: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
}

/// What all parts of a report need: the texts, and the way from where the program runs to the map.
struct Look<'a> {
    sources: &'a Sources,
    base: &'a str,
}

/// `base` comes before the path of every file: the way from where the program runs to the map.
pub(super) fn render(diags: &Diagnostics, sources: &Sources, base: &str) -> String {
    let look = Look { sources, base };
    let results: Vec<Value> = diags
        .sorted(sources)
        .into_iter()
        .map(|problem| look.result(problem))
        .collect();
    let report = json!({
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": env!("CARGO_PKG_NAME"),
                "version": env!("CARGO_PKG_VERSION"),
                "rules": Code::ALL.iter().map(rule).collect::<Vec<_>>(),
            } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    serde_json::to_string_pretty(&report).expect("texts and numbers are always JSON") + "\n"
}

fn rule(code: &Code) -> Value {
    let about = code.explanation();
    let help = format!(
        "{}\n\nFor example:\n{}\n\nInstead:\n{}",
        about.why, about.example, about.instead
    );
    json!({
        "id": code.name(),
        "shortDescription": Message { text: about.what },
        "fullDescription": Message { text: about.why },
        "help": Message { text: &help },
        "defaultConfiguration": { "level": code.severity().name() },
    })
}

impl Look<'_> {
    fn result(&self, problem: &Diagnostic) -> Value {
        let mut message = vec![problem.message.as_str()];
        message.extend(problem.help.iter().map(String::as_str));
        let rule = Code::ALL.iter().position(|code| *code == problem.code);
        let mut result = json!({
            "ruleId": problem.code.name(),
            "ruleIndex": rule,
            "level": problem.code.severity().name(),
            "message": Message { text: &message.join("\n") },
            "locations": problem.span.iter().map(|span| self.location(*span)).collect::<Vec<_>>(),
        });
        let related: Vec<Value> = problem
            .labels
            .iter()
            .map(|label| {
                let mut location = self.location(label.span);
                location["message"] = json!(Message { text: &label.text });
                location
            })
            .collect();
        if !related.is_empty() {
            result["relatedLocations"] = related.into();
        }
        if let Some((span, replacement)) = mend(problem, self.sources) {
            result["fixes"] = json!([self.fix(span, replacement)]);
        }
        result
    }

    fn artifact(&self, place: &Place<'_>) -> Value {
        json!({ "uri": percent_encode(&format!("{}{}", self.base, place.file)) })
    }

    fn location(&self, span: Span) -> Value {
        let place = place(span, self.sources);
        json!({ "physicalLocation": { "artifactLocation": self.artifact(&place), "region": region(&place) } })
    }

    fn fix(&self, span: Span, replacement: &str) -> Value {
        let place = place(span, self.sources);
        let change = json!({
            "artifactLocation": self.artifact(&place),
            "replacements": [{ "deletedRegion": region(&place), "insertedContent": Message { text: replacement } }],
        });
        json!({ "description": Message { text: &format!("write `{replacement}`") }, "artifactChanges": [change] })
    }
}

const fn region(place: &Place<'_>) -> Region {
    Region {
        start_line: place.line,
        start_column: place.column,
        end_line: place.end_line,
        end_column: place.end_column,
    }
}
