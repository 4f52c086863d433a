//! Makes the ids of one text unique, and reports those that an author gave twice.

use crate::diag::Diagnostics;
use crate::model::body::is_reserved_anchor;
use crate::model::draft::RawBody;
use crate::problems::prose as problem;
use crate::source::Span;
use std::collections::{BTreeMap, BTreeSet};

/// Gives every heading and statement an id of its own. The ids of the places in `written` are an author's: they are kept,
/// and reported if they clash. The others were made from words and get a number behind them.
pub(super) fn settle(body: &mut RawBody, written: &BTreeSet<Span>, diags: &mut Diagnostics) {
    let mut taken: BTreeMap<String, Span> = BTreeMap::new();
    let headings = body
        .headings
        .iter_mut()
        .map(|heading| (&mut heading.id, heading.span));
    let statements = body
        .statements
        .iter_mut()
        .map(|statement| (&mut statement.id, statement.span));
    let mut ids: Vec<(&mut String, Span)> = headings.chain(statements).collect();
    // Written ids come first, so that one made from words gives way to them.
    ids.sort_by_key(|(_, span)| (!written.contains(span), *span));
    for (id, span) in ids {
        match taken.get(id.as_str()) {
            None if !is_reserved_anchor(id) => {}
            _ if !written.contains(&span) => *id = free(id, &taken),
            None => diags.push(problem::reserved_anchor(span, id)),
            Some(first) => diags.push(problem::duplicate_anchor(span, id, *first)),
        }
        taken.entry(id.clone()).or_insert(span);
    }
}

fn free(id: &str, taken: &BTreeMap<String, Span>) -> String {
    // Where it is the beginning of the id that is reserved, a number behind it does not help.
    let other = is_reserved_anchor(&format!("{id}-2")).then(|| format!("on-{id}"));
    let base = other.as_deref().unwrap_or(id);
    let numbered = (2..).map(|n| format!("{base}-{n}"));
    other
        .iter()
        .cloned()
        .chain(numbered)
        .find(|id| !taken.contains_key(id) && !is_reserved_anchor(id))
        .expect("there is always a larger number")
}
