//! One concept, many names: what each dialect calls the entries of the map.

use super::here::Here;
use super::parts::Link;
use crate::model::{Document, EntryId, Kind, TermId};
use crate::text::{capitalised, counted};
use serde::Serialize;

/// The table of names.
#[derive(Debug, Serialize)]
pub struct RosettaView {
    /// Its title.
    pub title: String,
    /// One sentence about it.
    pub summary: String,
    /// The dialects that have names.
    pub dialects: Vec<String>,
    /// The concepts by kind.
    pub groups: Vec<RosettaGroup>,
}

/// The concepts of one kind.
#[derive(Debug, Serialize)]
pub struct RosettaGroup {
    /// The kind, as the map says it.
    pub title: String,
    /// The concepts.
    pub rows: Vec<RosettaRow>,
}

/// A concept.
#[derive(Debug, Serialize)]
pub struct RosettaRow {
    /// The entry's slug, for an id.
    pub slug: String,
    /// The entry.
    pub entry: Link,
    /// Its names, one cell a dialect.
    pub cells: Vec<RosettaCell>,
}

/// What one dialect calls a concept.
#[derive(Debug, Serialize)]
pub struct RosettaCell {
    /// The dialect.
    pub dialect: String,
    /// The names.
    pub names: Vec<String>,
}

pub(super) fn rosetta(here: &Here<'_>) -> RosettaView {
    let map = here.context.map;
    let used = |dialect: &TermId| {
        map.entries
            .iter()
            .flat_map(|entry| &entry.names)
            .any(|name| name.dialect == *dialect)
    };
    let dialects: Vec<TermId> = (0..map.settings.dialects.len())
        .map(TermId::at)
        .filter(used)
        .collect();
    let word = |dialect: &TermId| capitalised(&map.settings.dialects[dialect.index()].id);
    let row = |id: EntryId| {
        let cell = |dialect: &TermId| RosettaCell {
            dialect: word(dialect),
            names: map
                .entry(id)
                .names
                .iter()
                .filter(|name| name.dialect == *dialect)
                .map(|name| name.term.clone())
                .collect(),
        };
        RosettaRow {
            slug: map.entry(id).common.slug.clone(),
            entry: here.link(Document::Entry(id)),
            cells: dialects.iter().map(cell).collect(),
        }
    };
    let group = |kind: Kind| {
        let mut ids: Vec<EntryId> = map
            .entries_of(kind)
            .filter(|(_, entry)| !entry.names.is_empty())
            .map(|(id, _)| id)
            .collect();
        ids.sort_by_key(|id| &map.entry(*id).common.title);
        RosettaGroup {
            title: here.many(kind),
            rows: ids.into_iter().map(row).collect(),
        }
    };
    let groups: Vec<RosettaGroup> = [Kind::Area, Kind::Foundation]
        .map(group)
        .into_iter()
        .filter(|group| !group.rows.is_empty())
        .collect();
    let count = groups.iter().map(|group| group.rows.len()).sum();
    RosettaView {
        title: "Rosetta".to_owned(),
        summary: format!(
            "The same thing under its other names, as on the Rosetta stone: {}, and what each dialect calls them.",
            counted(count, "concept", "concepts")
        ),
        dialects: dialects.iter().map(word).collect(),
        groups,
    }
}
