//! What is due for review. It is a question of the day, which a build never asks; so the day is given.

use crate::diag::Diagnostics;
use crate::model::Map;
use crate::problems::graph as problem;
use crate::source::Span;
use jiff::civil::Date;
use jiff::{Span as Time, ToSpan};

/// How long a review holds, and on which day that is asked.
#[derive(Debug, Clone, Copy)]
pub struct Due {
    /// The day.
    pub on: Date,
    /// For how many months a review holds.
    pub months: u32,
}

/// Reports every entry and question whose last review is too old.
pub fn due(map: &Map, due: Due, diags: &mut Diagnostics) {
    let time: Time = i64::from(due.months).months();
    let oldest = due.on.checked_sub(time).unwrap_or(Date::MIN);
    let entries = map
        .entries
        .iter()
        .map(|entry| (&entry.common, entry.reviewed));
    let questions = map
        .questions
        .iter()
        .map(|question| (&question.common, question.reviewed));
    for (common, reviewed) in entries.chain(questions) {
        if reviewed.is_none_or(|day| day < oldest) {
            let span: Span = common.span;
            let day = reviewed.map(|day| day.to_string());
            diags.push(problem::stale_entry(span, &common.slug, day.as_deref()));
        }
    }
}
