//! Indexes: areas, foundations, topics, fields and plain lists.

use super::here::Here;
use super::parts::{Card, FieldGroup, Link, Status};
use crate::model::{Document, EntryId, FieldId, Kind, TermId, TopicId};
use crate::text::{counted, title_key};
use serde::Serialize;

/// The index of areas, by field.
#[derive(Debug, Serialize)]
pub struct AreasView {
    /// Its title.
    pub title: String,
    /// One sentence about it.
    pub summary: String,
    /// What each status means, and how many areas have it.
    pub statuses: Vec<StatusCount>,
    /// The fields with their areas.
    pub fields: Vec<FieldGroup>,
}

/// A status and how often it occurs.
#[derive(Debug, Serialize)]
pub struct StatusCount {
    /// The status.
    pub status: Status,
    /// How many areas have it.
    pub count: usize,
}

/// A list of documents of one kind.
#[derive(Debug, Serialize)]
pub struct ListView {
    /// Its title.
    pub title: String,
    /// One sentence about it.
    pub summary: String,
    /// The documents.
    pub groups: Vec<ListGroup>,
}

/// Documents under a title.
#[derive(Debug, Serialize)]
pub struct ListGroup {
    /// The title; none if there is only one group.
    pub title: Option<String>,
    /// The documents.
    pub items: Vec<ListItem>,
}

/// A document of a list.
#[derive(Debug, Serialize)]
pub struct ListItem {
    /// The document.
    pub card: Card,
    /// What to know about it, in a few words.
    pub note: String,
    /// What it is about.
    pub about: Vec<Link>,
}

pub(super) fn field_groups(here: &Here<'_>, kind: Kind) -> Vec<FieldGroup> {
    let map = here.context.map;
    let mut members: Vec<Vec<EntryId>> = vec![Vec::new(); map.fields.len()];
    for (id, entry) in map.entries_of(kind) {
        members[entry.field.index()].push(id);
    }
    let group = |(number, mut ids): (usize, Vec<EntryId>)| {
        ids.sort_by_key(|id| {
            (
                map.entry(*id).status,
                here.context.graph.levels[id.index()],
                *id,
            )
        });
        let field = &map.fields[number].common;
        FieldGroup {
            slug: field.slug.clone(),
            link: here.link(Document::Field(FieldId::at(number))),
            summary: field.summary.clone(),
            cards: here.entries(ids),
        }
    };
    members
        .into_iter()
        .enumerate()
        .map(group)
        .filter(|group| !group.cards.is_empty())
        .collect()
}

pub(super) fn statuses(here: &Here<'_>) -> Vec<StatusCount> {
    let map = here.context.map;
    let count = |number: usize| StatusCount {
        status: here.status(TermId::at(number)),
        count: map
            .entries
            .iter()
            .filter(|entry| entry.status == Some(TermId::at(number)))
            .count(),
    };
    (0..map.settings.statuses.len()).map(count).collect()
}

pub(super) fn areas(here: &Here<'_>) -> AreasView {
    let map = here.context.map;
    let fields = field_groups(here, Kind::Area);
    let words = &map.settings.areas;
    let count = map.entries_of(Kind::Area).count();
    AreasView {
        title: here.many(Kind::Area),
        summary: format!(
            "{} in {}, each with what it needs, what it opens, and what to read.",
            counted(count, &words.one, &words.many),
            counted(fields.len(), "field", "fields"),
        ),
        statuses: statuses(here),
        fields,
    }
}

/// Items that have no order of their own, by their titles.
fn sorted(mut items: Vec<ListItem>) -> Vec<ListItem> {
    items.sort_by_cached_key(|item| title_key(&item.card.title));
    items
}

/// A list in one group.
fn list(title: &str, summary: &str, items: Vec<ListItem>) -> ListView {
    let groups = vec![ListGroup { title: None, items }];
    ListView {
        title: title.to_owned(),
        summary: summary.to_owned(),
        groups,
    }
}

fn items(
    here: &Here<'_>,
    count: usize,
    document: fn(usize) -> Document,
    note: impl Fn(usize) -> String,
    about: impl Fn(usize) -> Vec<EntryId>,
) -> Vec<ListItem> {
    let item = |number| ListItem {
        card: here.card(document(number)),
        note: note(number),
        about: about(number)
            .into_iter()
            .map(|id| here.link(Document::Entry(id)))
            .collect(),
    };
    (0..count).map(item).collect()
}

pub(super) fn fields(here: &Here<'_>) -> ListView {
    let map = here.context.map;
    let mut view = list("Fields", "The territories of the map.", Vec::new());
    let members = |number| {
        map.entries
            .iter()
            .filter(|entry| entry.field == FieldId::at(number))
            .count()
    };
    let note = |number| counted(members(number), "entry", "entries");
    let all = items(
        here,
        map.fields.len(),
        |n| Document::Field(FieldId::at(n)),
        note,
        |_| Vec::new(),
    );
    let mut groups = [Kind::Area, Kind::Foundation].map(|kind| ListGroup {
        title: Some(here.many(kind)),
        items: vec![],
    });
    for (field, item) in map.fields.iter().zip(all) {
        groups[usize::from(field.kind == Kind::Foundation)]
            .items
            .push(item);
    }
    view.groups = groups
        .into_iter()
        .filter(|group| !group.items.is_empty())
        .collect();
    view
}

pub(super) fn topics(here: &Here<'_>) -> ListView {
    let map = here.context.map;
    let mut counts = vec![0; map.topics.len()];
    for topic in map.entries.iter().flat_map(|entry| &entry.topics) {
        counts[topic.index()] += 1;
    }
    let note = |number: usize| counted(counts[number], "entry", "entries");
    let items = items(
        here,
        map.topics.len(),
        |n| Document::Topic(TopicId::at(n)),
        note,
        |_| Vec::new(),
    );
    list(
        "Topics",
        "Themes that cut across the fields.",
        sorted(items),
    )
}

pub(super) fn debates(here: &Here<'_>) -> ListView {
    let map = here.context.map;
    let document = |n| Document::Debate(crate::model::DebateId::at(n));
    let note =
        |number: usize| counted(map.debates[number].positions.len(), "position", "positions");
    let items = items(here, map.debates.len(), document, note, |n| {
        map.debates[n].about.clone()
    });
    list(
        "Debates",
        "Disagreements, each position with the person who holds it.",
        sorted(items),
    )
}

pub(super) fn paths(here: &Here<'_>) -> ListView {
    let map = here.context.map;
    let document = |n| Document::Path(crate::model::PathId::at(n));
    let note = |number: usize| {
        let path = &map.paths[number];
        format!(
            "{} {}",
            path.reader,
            counted(path.steps.len(), "step", "steps")
        )
    };
    let items = items(here, map.paths.len(), document, note, |_| Vec::new());
    list(
        "Paths",
        "Curated routes through the map, each for a kind of reader.",
        items,
    )
}
