//! Problems of the prerequisite graph.

use crate::codes::Code;
use crate::diag::Diagnostic;
use crate::source::Span;

/// A prerequisite, relation, step or resource that does not say why. `key` is the key that is missing or empty.
#[must_use]
pub fn missing_reason(at: Span, what: &str, key: &str) -> Diagnostic {
    Diagnostic::new(
        Code::MissingReason,
        at,
        format!("this {what} does not say why"),
    )
    .help(format!(
        "add `{key} = \"...\"`: one line that tells the reader what it is for"
    ))
}

/// An entry that needs itself.
#[must_use]
pub fn self_prerequisite(at: Span, slug: &str) -> Diagnostic {
    Diagnostic::new(
        Code::SelfPrerequisite,
        at,
        format!("`{slug}` is its own prerequisite"),
    )
    .help("take it out, or name the entry that you meant")
}

/// Entries that need each other in a circle. `edges` are the slug of each entry and the place where it names the next.
#[must_use]
pub fn prerequisite_cycle(edges: &[(&str, Span)]) -> Diagnostic {
    let names: Vec<String> = edges
        .iter()
        .chain(edges.first())
        .map(|(slug, _)| format!("`{slug}`"))
        .collect();
    let message = format!("these entries need each other: {}", names.join(" -> "));
    let label = |n: usize| {
        format!(
            "`{}` needs `{}`",
            edges[n].0,
            edges[(n + 1) % edges.len()].0
        )
    };
    let first = Diagnostic::new(Code::PrerequisiteCycle, edges[0].1, message).labelled(label(0));
    let whole = (1..edges.len()).fold(first, |problem, n| problem.also(edges[n].1, label(n)));
    whole.help("take out the edge that is not needed to start; what is only useful later is a `[[related]]`")
}

/// More circles in one knot than can be shown.
#[must_use]
pub fn more_cycles(at: Span, shown: usize) -> Diagnostic {
    let message =
        format!("more than {shown} circles run through this entry; only {shown} of them are shown");
    Diagnostic::new(Code::PrerequisiteCycle, at, message).help("mend those, then check again")
}

/// A prerequisite that another one implies.
#[must_use]
pub fn implied_prerequisite(at: Span, slug: &str, through: &[&str], via: Span) -> Diagnostic {
    let chain: Vec<String> = through.iter().map(|slug| format!("`{slug}`")).collect();
    Diagnostic::new(
        Code::ImpliedPrerequisite,
        at,
        format!("`{slug}` is implied by another prerequisite"),
    )
    .also(via, format!("through {}", chain.join(" -> ")))
    .help("take the implied one out")
}

/// An entry that nothing is connected with.
#[must_use]
pub fn lonely_entry(at: Span, slug: &str) -> Diagnostic {
    Diagnostic::new(
        Code::LonelyEntry,
        at,
        format!("nothing connects `{slug}` with the rest of the map"),
    )
    .help("add a prerequisite with its reason, a `[[related]]`, or link to it where it is used")
}

/// An entry that is due for review.
#[must_use]
pub fn stale_entry(at: Span, slug: &str, reviewed: Option<&str>) -> Diagnostic {
    let message = match reviewed {
        Some(date) => format!("`{slug}` was last checked on {date}"),
        None => format!("`{slug}` has never been checked"),
    };
    Diagnostic::new(Code::StaleEntry, at, message)
        .help("check it against the literature, and set `reviewed` to the day on which you did")
}
