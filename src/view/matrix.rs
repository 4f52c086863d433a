//! Foundations × areas: how strongly each area needs each foundation.

use super::here::Here;
use super::layers::key;
use super::parts::{FieldKey, Link};
use crate::graph::Edge;
use crate::model::{Document, EntryId, FieldId, Kind};
use crate::text::{capitalised, counted};
use crate::urls;
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::{BTreeMap, VecDeque};

/// A larger table is no help to anybody; the index of foundations has the sums.
const MOST_CELLS: usize = 60_000;

/// The table.
#[derive(Debug, Serialize)]
pub struct MatrixView {
    /// Its title.
    pub title: String,
    /// One sentence about it.
    pub summary: String,
    /// What the map calls a foundation.
    pub foundation: String,
    /// What the map calls several areas.
    pub areas: String,
    /// The index of the foundations.
    pub index: Link,
    /// The fields of the areas, in the order of the columns.
    pub groups: Vec<MatrixGroup>,
    /// The areas, by field.
    pub columns: Vec<Link>,
    /// Whether there is nothing to show.
    pub is_empty: bool,
    /// The foundations, the most needed first; empty if the table would be too large.
    pub rows: Vec<MatrixRow>,
}

/// Columns of one field.
#[derive(Debug, Serialize)]
pub struct MatrixGroup {
    /// The field.
    pub field: FieldKey,
    /// How many columns it has.
    pub span: usize,
}

/// A foundation.
#[derive(Debug, Serialize)]
pub struct MatrixRow {
    /// The foundation.
    pub link: Link,
    /// Its field.
    pub field: FieldKey,
    /// The place of its field among all.
    pub field_order: usize,
    /// How many areas name it.
    pub direct: usize,
    /// How many areas cannot do without it.
    pub in_all: usize,
    /// One an area.
    pub cells: Vec<Option<MatrixCell>>,
}

/// A need.
#[derive(Debug, Clone, Serialize)]
pub struct MatrixCell {
    /// Where the area says so; nowhere if it needs the foundation through others.
    pub href: Option<String>,
    /// `essential`, `helpful` or `indirect`.
    pub strength: &'static str,
    /// The reason, or what it is needed through.
    pub why: String,
}

pub(super) fn matrix(here: &Here<'_>) -> MatrixView {
    let map = here.context.map;
    let settings = &map.settings;
    let mut areas: Vec<EntryId> = map.entries_of(Kind::Area).map(|(id, _)| id).collect();
    areas.sort_by_key(|id| (map.entry(*id).field, &map.entry(*id).common.title));
    let foundations = map.entries_of(Kind::Foundation).count();
    let drawable = areas.len() * foundations <= MOST_CELLS;
    MatrixView {
        title: format!(
            "{} × {}",
            settings.foundations.title,
            settings.areas.title.to_lowercase()
        ),
        summary: format!(
            "What each of {} needs of {}, how strongly, and why.",
            counted(areas.len(), &settings.areas.one, &settings.areas.many),
            counted(
                foundations,
                &settings.foundations.one,
                &settings.foundations.many
            ),
        ),
        foundation: capitalised(&settings.foundations.one),
        areas: settings.areas.many.clone(),
        index: Link {
            href: format!("{}{}", here.root, urls::index(map, Kind::Foundation)),
            title: settings.foundations.title.clone(),
        },
        groups: groups(here, &areas),
        columns: areas
            .iter()
            .map(|id| here.link(Document::Entry(*id)))
            .collect(),
        is_empty: areas.len() * foundations == 0,
        rows: if drawable {
            rows(here, &areas)
        } else {
            Vec::new()
        },
    }
}

fn groups(here: &Here<'_>, areas: &[EntryId]) -> Vec<MatrixGroup> {
    let fields: Vec<FieldId> = areas
        .iter()
        .map(|id| here.context.map.entry(*id).field)
        .collect();
    let group = |of_field: &[FieldId]| MatrixGroup {
        field: key(here, of_field[0]),
        span: of_field.len(),
    };
    fields.chunk_by(|a, b| a == b).map(group).collect()
}

fn rows(here: &Here<'_>, areas: &[EntryId]) -> Vec<MatrixRow> {
    let map = here.context.map;
    let needs: Vec<BTreeMap<EntryId, MatrixCell>> =
        areas.iter().map(|area| needs(here, *area)).collect();
    let mut ids: Vec<EntryId> = map.entries_of(Kind::Foundation).map(|(id, _)| id).collect();
    let reach = |id: &EntryId| here.context.graph.reach[id.index()];
    ids.sort_by_key(|id| {
        let reach = reach(id);
        (
            Reverse((reach.in_all, reach.essential, reach.helpful)),
            &map.entry(*id).common.title,
        )
    });
    let row = |id: EntryId| MatrixRow {
        link: here.link(Document::Entry(id)),
        field: key(here, map.entry(id).field),
        field_order: map.entry(id).field.index(),
        direct: reach(&id).essential + reach(&id).helpful,
        in_all: reach(&id).in_all,
        cells: needs.iter().map(|needs| needs.get(&id).cloned()).collect(),
    };
    ids.into_iter().map(row).collect()
}

/// What an area needs: what it names, and what it cannot do without through that.
fn needs(here: &Here<'_>, area: EntryId) -> BTreeMap<EntryId, MatrixCell> {
    let map = here.context.map;
    let graph = here.context.graph;
    let mut through: BTreeMap<EntryId, EntryId> = BTreeMap::new();
    let mut queue: VecDeque<Edge> = VecDeque::new();
    let certain = |id: EntryId| {
        graph
            .needs(id)
            .iter()
            .filter(|edge| edge.is_certain())
            .copied()
    };
    queue.extend(certain(area));
    while let Some(edge) = queue.pop_front() {
        // The nearest entry through which it is needed says most.
        if edge.to != area && !through.contains_key(&edge.to) {
            through.insert(edge.to, edge.from);
            queue.extend(certain(edge.to));
        }
    }
    let mut cells: BTreeMap<EntryId, MatrixCell> = through
        .into_iter()
        .map(|(id, via)| {
            let why = format!("through {}", map.entry(via).common.title);
            (
                id,
                MatrixCell {
                    href: None,
                    strength: "indirect",
                    why,
                },
            )
        })
        .collect();
    let address = here.href(Document::Entry(area));
    for edge in graph.needs(area).iter().rev() {
        let prerequisite = &map.entry(area).prerequisites[edge.prerequisite];
        let others = prerequisite
            .one_of
            .iter()
            .filter(|other| **other != edge.to);
        let others: Vec<&str> = others
            .map(|id| map.entry(*id).common.title.as_str())
            .collect();
        let instead = if others.is_empty() {
            String::new()
        } else {
            format!(" (or: {})", others.join(", "))
        };
        let cell = MatrixCell {
            href: Some(format!("{address}#{}", here.need_id(prerequisite))),
            strength: edge.need.name(),
            why: format!("{}{instead}", prerequisite.why),
        };
        cells.insert(edge.to, cell);
    }
    cells
}
