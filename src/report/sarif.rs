//! Problems in the Static Analysis Results Interchange Format 2.1.0 (<https://docs.oasis-open.org/sarif/sarif/v2.1.0/>), for code
//! scanning and editors.

use super::document::document;
use super::mend::mend;
use super::place::{Place, place};
use crate::codes::Code;
use crate::diag::{Diagnostic, Diagnostics};
use crate::source::{Sources, Span};
use serde::Serialize;
use serde_json::{Value, json};
use std::fmt::Write;

/// The whole report; the standard wants the version first.
#[derive(Serialize)]
struct Log {
    version: &'static str,
    #[serde(rename = "$schema")]
    schema: &'static str,
    runs: [Value; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
}

/// What all parts of a report need: the texts, and the way to the map from the repository.
struct Look<'a> {
    sources: &'a Sources,
    base: &'a str,
}

/// `base` comes before the path of every file: the way to the map from the repository.
pub(super) fn render(diags: &Diagnostics, sources: &Sources, base: &str) -> String {
    let look = Look { sources, base };
    let results: Vec<Value> = diags
        .sorted(sources)
        .into_iter()
        .map(|problem| look.result(problem))
        .collect();
    let run = json!({
        "tool": { "driver": {
            "name": env!("CARGO_PKG_NAME"),
            "version": env!("CARGO_PKG_VERSION"),
            "rules": Code::ALL.iter().map(rule).collect::<Vec<_>>(),
        } },
        "columnKind": "unicodeCodePoints",
        "results": results,
    });
    document(&Log {
        version: "2.1.0",
        schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json",
        runs: [run],
    })
}

/// A text, as SARIF wraps it. A message reads `{0}` as a placeholder and `[text](target)` as a link; what content says is neither.
fn message(text: &str) -> Value {
    let text = text
        .replace('{', "{{")
        .replace('}', "}}")
        .replace("](", "\\](");
    json!({ "text": text })
}

fn rule(code: &Code) -> Value {
    let about = code.explanation();
    let help = format!(
        "{}\n\nFor example:\n{}\n\nInstead:\n{}",
        about.why, about.example, about.instead
    );
    json!({
        "id": code.name(),
        "shortDescription": message(about.what),
        "fullDescription": message(about.why),
        "help": message(&help),
        "defaultConfiguration": { "level": code.severity().name() },
    })
}

impl Look<'_> {
    fn result(&self, problem: &Diagnostic) -> Value {
        let mut words = vec![problem.message.as_str()];
        words.extend(problem.help.iter().map(String::as_str));
        let rule = Code::ALL.iter().position(|code| *code == problem.code);
        let mut result = json!({
            "ruleId": problem.code.name(),
            "ruleIndex": rule,
            "level": problem.code.severity().name(),
            "message": message(&words.join("\n")),
            "locations": [self.main_location(problem)],
        });
        let related: Vec<Value> = problem
            .labels
            .iter()
            .map(|label| self.location(label.span, &label.text))
            .collect();
        if !related.is_empty() {
            result["relatedLocations"] = related.into();
        }
        if let Some((span, replacement)) = mend(problem, self.sources) {
            result["fixes"] = json!([self.fix(span, replacement)]);
        }
        result
    }

    /// A file, from the root of the repository, which code scanning calls so.
    fn artifact(&self, file: &str) -> Value {
        let path = format!("{}{file}", self.base);
        if path.starts_with('/') {
            json!({ "uri": format!("file://{}", in_uri(&path)) })
        } else {
            json!({ "uri": in_uri(&path), "uriBaseId": "%SRCROOT%" })
        }
    }

    /// Where a problem is. Code scanning refuses a whole report if one result has no place; a problem of the map as a whole is put on the
    /// first one of the file that makes a folder a map.
    fn main_location(&self, problem: &Diagnostic) -> Value {
        problem.span.map_or_else(
            || {
                json!({ "physicalLocation": {
                    "artifactLocation": self.artifact("content/map.toml"),
                    "region": { "startLine": 1 },
                } })
            },
            |span| self.location(span, &problem.label),
        )
    }

    /// A place, and what is there if anything is to be said of it.
    fn location(&self, span: Span, what: &str) -> Value {
        let place = place(span, self.sources);
        let mut location = json!({
            "physicalLocation": { "artifactLocation": self.artifact(place.file), "region": region(&place) },
        });
        if !what.is_empty() {
            location["message"] = message(what);
        }
        location
    }

    fn fix(&self, span: Span, replacement: &str) -> Value {
        let place = place(span, self.sources);
        let change = json!({
            "artifactLocation": self.artifact(place.file),
            "replacements": [{ "deletedRegion": region(&place), "insertedContent": { "text": replacement } }],
        });
        json!({ "description": message(&format!("write `{replacement}`")), "artifactChanges": [change] })
    }
}

/// A path as it stands in a URI: every byte percent-encoded that would mean something else there.
fn in_uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            write!(uri, "%{byte:02X}").expect("a string takes everything");
        }
    }
    uri
}

const fn region(place: &Place<'_>) -> Region {
    Region {
        start_line: place.line,
        start_column: place.column,
        end_line: place.end_line,
        end_column: place.end_column,
    }
}
