//! The index of foundations: which one is needed by how many areas, and by which.

use super::here::Here;
use super::indexes::field_groups;
use super::parts::{FieldGroup, Link, Need};
use super::payoff::{PayoffRow, by_payoff, payoff_of};
use crate::model::{Document, EntryId, Kind};
use crate::text::counted;
use serde::Serialize;

/// The index of foundations.
#[derive(Debug, Serialize)]
pub struct FoundationsView {
    /// Its title.
    pub title: String,
    /// One sentence about it.
    pub summary: String,
    /// What the map calls several areas.
    pub areas: String,
    /// One row a foundation, the most needed first.
    pub rows: Vec<FoundationRow>,
    /// The fields with their foundations.
    pub fields: Vec<FieldGroup>,
}

/// A foundation with those that name it.
#[derive(Debug, Serialize)]
pub struct FoundationRow {
    /// How much it is needed.
    pub payoff: PayoffRow,
    /// Its field.
    pub field: Link,
    /// `essential for 3, helpful for 2`; empty if no area names it.
    pub named: String,
    /// How many steps lie under it.
    pub level: String,
    /// The areas that name it, with their reasons.
    pub needs: Vec<Need>,
    /// `5 research areas`.
    pub count: String,
}

fn row(here: &Here<'_>, id: EntryId) -> FoundationRow {
    let map = here.context.map;
    let reach = here.context.graph.reach[id.index()];
    let mut edges: Vec<_> = here
        .context
        .graph
        .needed_by(id)
        .iter()
        .filter(|edge| map.entry(edge.from).kind == Kind::Area)
        .collect();
    edges.sort_by_key(|edge| (edge.need, &map.entry(edge.from).common.title));
    let named = [("essential", reach.essential), ("helpful", reach.helpful)]
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(word, count)| format!("{word} for {count}"))
        .collect::<Vec<_>>()
        .join(", ");
    FoundationRow {
        payoff: payoff_of(here, id),
        field: here.link(Document::Field(map.entry(id).field)),
        named,
        level: match here.context.graph.levels[id.index()] {
            0 => "can be learnt first".to_owned(),
            steps => format!(
                "{} below it",
                counted(steps.try_into().unwrap_or(usize::MAX), "level", "levels")
            ),
        },
        count: counted(
            edges.len(),
            &map.settings.areas.one,
            &map.settings.areas.many,
        ),
        needs: edges.into_iter().map(|edge| here.dependent(edge)).collect(),
    }
}

pub(super) fn foundations(here: &Here<'_>) -> FoundationsView {
    let settings = &here.context.map.settings;
    FoundationsView {
        title: here.many(Kind::Foundation),
        summary: format!(
            "The prerequisite index: each {} with the {} that need it, directly and through others.",
            settings.foundations.one, settings.areas.many,
        ),
        areas: settings.areas.many.clone(),
        rows: by_payoff(here)
            .into_iter()
            .map(|id| row(here, id))
            .collect(),
        fields: field_groups(here, Kind::Foundation),
    }
}
