//! Which foundations pay off most: how many areas need each.

use super::here::Here;
use super::parts::Card;
use crate::model::{Document, EntryId, Kind};
use serde::Serialize;
use std::cmp::Reverse;

/// How much a foundation is needed.
#[derive(Debug, Serialize)]
pub struct PayoffRow {
    /// The foundation.
    pub card: Card,
    /// Areas that cannot do without it, directly or through others.
    pub in_all: usize,
    /// `in_all` in percent of all areas, rounded down.
    pub percent: usize,
}

/// The foundations, the most needed first.
pub(super) fn by_payoff(here: &Here<'_>) -> Vec<EntryId> {
    let map = here.context.map;
    let mut ids: Vec<EntryId> = map.entries_of(Kind::Foundation).map(|(id, _)| id).collect();
    ids.sort_by_key(|id| {
        let reach = here.context.graph.reach[id.index()];
        (
            Reverse((reach.in_all, reach.essential, reach.helpful)),
            &map.entry(*id).common.title,
        )
    });
    ids
}

pub(super) fn payoff(here: &Here<'_>) -> Vec<PayoffRow> {
    by_payoff(here)
        .into_iter()
        .map(|id| payoff_of(here, id))
        .collect()
}

pub(super) fn payoff_of(here: &Here<'_>, id: EntryId) -> PayoffRow {
    let areas = here.context.map.entries_of(Kind::Area).count().max(1);
    let in_all = here.context.graph.reach[id.index()].in_all;
    PayoffRow {
        card: here.card(Document::Entry(id)),
        in_all,
        percent: in_all * 100 / areas,
    }
}
