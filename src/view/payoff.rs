//! Which foundations pay off most: how many areas need each.

use super::here::Here;
use super::parts::{Card, Link};
use crate::model::{Document, EntryId, Kind};
use serde::Serialize;
use std::cmp::Reverse;

/// How much a foundation is needed.
#[derive(Debug, Serialize)]
pub struct PayoffRow {
    /// The foundation.
    pub card: Card,
    /// Its field.
    pub field: Link,
    /// Areas that name it as essential.
    pub essential: usize,
    /// Areas that name it as helpful.
    pub helpful: usize,
    /// Areas that cannot do without it, directly or through others.
    pub in_all: usize,
    /// `in_all` in percent of all areas, rounded down.
    pub percent: usize,
    /// How many steps lie under it.
    pub level: u32,
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
    let map = here.context.map;
    let areas = map.entries_of(Kind::Area).count().max(1);
    let row = |id: EntryId| {
        let reach = here.context.graph.reach[id.index()];
        PayoffRow {
            card: here.card(Document::Entry(id)),
            field: here.link(Document::Field(map.entry(id).field)),
            essential: reach.essential,
            helpful: reach.helpful,
            in_all: reach.in_all,
            percent: reach.in_all * 100 / areas,
            level: here.context.graph.levels[id.index()],
        }
    };
    by_payoff(here).into_iter().map(row).collect()
}
