//! The page of a field, and that of a topic.

use super::here::Here;
use super::layers;
use super::parts::{Card, Group, Layers, Link};
use super::prose::debates;
use super::questions::hanging;
use crate::model::{Document, EntryId, FieldId, Kind, TopicId};
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// A field.
#[derive(Debug, Serialize)]
pub struct FieldView {
    /// Its title.
    pub title: String,
    /// Its sentence.
    pub summary: String,
    /// What it holds, as the map says it.
    pub holds: String,
    /// Its text.
    pub body: String,
    /// Its entries.
    pub entries: Vec<Card>,
    /// What its entries need from other fields, the most needed first.
    pub needs: Vec<NeededCard>,
    /// Its entries and what they need, as a picture.
    pub layers: Option<Layers>,
    /// The fields that build on it.
    pub opens: Vec<Link>,
    /// Documents whose texts link here.
    pub mentions: Vec<Card>,
}

/// An entry and how many entries of a field need it.
#[derive(Debug, Serialize)]
pub struct NeededCard {
    /// The entry.
    pub card: Card,
    /// `needed by 3 of them`.
    pub count: String,
}

/// A topic.
#[derive(Debug, Serialize)]
pub struct TopicView {
    /// Its title.
    pub title: String,
    /// Its sentence.
    pub summary: String,
    /// Its text.
    pub body: String,
    /// Its entries by kind.
    pub groups: Vec<Group>,
    /// The open questions that hang on them.
    pub questions: Vec<Card>,
    /// The debates about them.
    pub debates: Vec<Card>,
    /// Documents whose texts link here.
    pub mentions: Vec<Card>,
}

pub(super) fn field(here: &Here<'_>, id: FieldId) -> FieldView {
    let map = here.context.map;
    let graph = here.context.graph;
    let field = map.field(id);
    let mut members: Vec<EntryId> = map
        .entry_ids()
        .filter(|entry| map.entry(*entry).field == id)
        .collect();
    members.sort_by_key(|entry| {
        (
            map.entry(*entry).status,
            graph.levels[entry.index()],
            *entry,
        )
    });
    let outside = |entry: &EntryId| map.entry(*entry).field != id;
    let mut counts: BTreeMap<EntryId, usize> = BTreeMap::new();
    for edge in members
        .iter()
        .flat_map(|entry| graph.needs(*entry))
        .filter(|edge| outside(&edge.to))
    {
        *counts.entry(edge.to).or_default() += 1;
    }
    let mut needs: Vec<(EntryId, usize)> = counts.into_iter().collect();
    needs.sort_by_key(|(entry, count)| (Reverse(*count), *entry));
    let opened = members
        .iter()
        .flat_map(|entry| graph.needed_by(*entry))
        .map(|edge| map.entry(edge.from).field);
    let opens: BTreeSet<FieldId> = opened.filter(|other| *other != id).collect();
    let needed = |(entry, count)| NeededCard {
        card: here.card(Document::Entry(entry)),
        count: format!("needed by {count} of them"),
    };
    FieldView {
        title: field.common.title.clone(),
        summary: field.common.summary.clone(),
        holds: here.many(field.kind),
        body: here.body(Document::Field(id)),
        entries: here.entries(members),
        needs: needs.into_iter().map(needed).collect(),
        layers: layers::field(here, id),
        opens: opens
            .into_iter()
            .map(|other| here.link(Document::Field(other)))
            .collect(),
        mentions: mentions(here, Document::Field(id)),
    }
}

pub(super) fn topic(here: &Here<'_>, id: TopicId) -> TopicView {
    let map = here.context.map;
    let common = &map.topics[id.index()].common;
    let of_kind = |kind: Kind| {
        let ids = map
            .entries_of(kind)
            .filter(|(_, entry)| entry.topics.contains(&id))
            .map(|(id, _)| id);
        Group {
            title: here.many(kind),
            cards: here.entries(ids),
        }
    };
    let groups = [Kind::Area, Kind::Foundation].map(of_kind);
    let has_topic = |entry: EntryId| map.entry(entry).topics.contains(&id);
    TopicView {
        title: common.title.clone(),
        summary: common.summary.clone(),
        body: here.body(Document::Topic(id)),
        groups: groups
            .into_iter()
            .filter(|group| !group.cards.is_empty())
            .collect(),
        questions: hanging(here, has_topic),
        debates: debates(here, has_topic),
        mentions: mentions(here, Document::Topic(id)),
    }
}

pub(super) fn mentions(here: &Here<'_>, of: Document) -> Vec<Card> {
    here.context
        .graph
        .usage
        .mentions(of)
        .map(|document| here.card(document))
        .collect()
}
