//! The prerequisite graph for the scripts of the site: the whole one for the route finder, and on the page of an entry what
//! lies below it and below what it opens. `static/js/plan/10-routes.js` reads both.

use super::here::{Here, sources};
use super::jsonld::written;
use crate::model::{EntryId, Kind, Need, Prerequisite, ReferenceId, Resource};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// A part of the graph. Entries stand in an order that can be learnt and are told by their place in it.
#[derive(Serialize)]
struct Plan<'a> {
    /// The two kinds of entry: areas and foundations.
    kinds: [KindWords<'a>; 2],
    entries: Vec<Entry<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fields: Vec<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    topics: Vec<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    works: Vec<Work<'a>>,
}

#[derive(Serialize)]
struct KindWords<'a> {
    folder: &'a str,
    one: &'a str,
}

#[derive(Serialize)]
struct Entry<'a> {
    slug: &'a str,
    title: &'a str,
    kind: usize,
    needs: Vec<Wanted<'a>>,
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    more: Option<More<'a>>,
}

/// What only the route finder shows.
#[derive(Serialize)]
struct More<'a> {
    field: usize,
    names: Vec<&'a str>,
    topics: Vec<usize>,
    /// What to read first.
    #[serde(skip_serializing_if = "Option::is_none")]
    read: Option<Read<'a>>,
    /// What to read then.
    #[serde(skip_serializing_if = "Option::is_none")]
    then: Option<Read<'a>>,
}

#[derive(Serialize)]
struct Wanted<'a> {
    any: Vec<usize>,
    #[serde(skip_serializing_if = "is_false")]
    helpful: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<&'a str>,
}

#[derive(Serialize)]
struct Read<'a> {
    work: usize,
    /// What it is good for, unless it is what the map puts first.
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    part: Option<&'a str>,
    /// Why to read it.
    #[serde(skip_serializing_if = "str::is_empty")]
    note: &'a str,
}

#[derive(Serialize)]
struct Work<'a> {
    key: &'a str,
    title: String,
    /// `Jacot et al. 2018`.
    short: String,
    /// Where it can be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<String>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
const fn is_false(value: &bool) -> bool {
    !*value
}

/// The whole graph, as JSON that can stand in a page.
pub(super) fn whole(here: &Here<'_>) -> String {
    let map = here.context.map;
    let ids = &here.context.graph.order;
    let named = ids.iter().map(|id| map.entry(*id));
    let works: Vec<_> = named
        .flat_map(|entry| [entry.first_resource(), entry.next_resource()])
        .flatten()
        .map(|resource| resource.reference)
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect();
    let places = places(ids);
    let read = |resource| read(here, &works, resource);
    let more = |id: EntryId| {
        let entry = map.entry(id);
        More {
            field: entry.field.index(),
            names: entry.names.iter().map(|name| name.term.as_str()).collect(),
            topics: entry.topics.iter().map(|topic| topic.index()).collect(),
            read: entry.first_resource().map(read),
            then: entry.next_resource().map(read),
        }
    };
    let entry = |id: &EntryId| {
        let wanted = |need| wanted(&places, need, true);
        Entry {
            needs: map.entry(*id).prerequisites.iter().map(wanted).collect(),
            more: Some(more(*id)),
            ..bare(here, *id)
        }
    };
    let work = |id: &ReferenceId| {
        let reference = map.reference(*id);
        Work {
            key: &reference.key,
            title: reference.plain_title(),
            short: reference.short(),
            source: sources(reference).into_iter().next().map(|link| link.href),
        }
    };
    written(&Plan {
        kinds: kinds(here),
        entries: ids.iter().map(entry).collect(),
        fields: map
            .fields
            .iter()
            .map(|field| field.common.title.as_str())
            .collect(),
        topics: map
            .topics
            .iter()
            .map(|topic| topic.common.title.as_str())
            .collect(),
        works: works.iter().map(work).collect(),
    })
}

/// A resource, its work told by its place in `works`.
fn read<'a>(here: &Here<'a>, works: &[ReferenceId], resource: &'a Resource) -> Read<'a> {
    let role = resource.role.index();
    Read {
        work: works.binary_search(&resource.reference).unwrap_or_default(),
        role: (role > 0).then(|| here.context.map.settings.roles[role].id.as_str()),
        part: resource.part.as_deref(),
        note: &resource.note,
    }
}

/// What an entry and those that need it cannot do without, every alternative included, as JSON that can stand in a page.
pub(super) fn around(here: &Here<'_>, id: EntryId) -> String {
    let graph = here.context.graph;
    let mut found = BTreeSet::new();
    let mut work: Vec<EntryId> = graph.needed_by(id).iter().map(|edge| edge.from).collect();
    work.push(id);
    while let Some(id) = work.pop() {
        if found.insert(graph.places[id.index()]) {
            let essential = graph
                .needs(id)
                .iter()
                .filter(|edge| edge.need == Need::Essential);
            work.extend(essential.map(|edge| edge.to));
        }
    }
    let ids: Vec<EntryId> = found.into_iter().map(|place| graph.order[place]).collect();
    let places = places(&ids);
    let entry = |id: &EntryId| {
        let needs = here.context.map.entry(*id).prerequisites.iter();
        let essential = needs.filter(|need| need.need == Need::Essential);
        Entry {
            needs: essential.map(|need| wanted(&places, need, false)).collect(),
            ..bare(here, *id)
        }
    };
    written(&Plan {
        kinds: kinds(here),
        entries: ids.iter().map(entry).collect(),
        fields: Vec::new(),
        topics: Vec::new(),
        works: Vec::new(),
    })
}

fn kinds<'a>(here: &Here<'a>) -> [KindWords<'a>; 2] {
    [Kind::Area, Kind::Foundation].map(|kind| {
        let words = here.context.map.settings.words(kind);
        KindWords {
            folder: &words.folder,
            one: &words.one,
        }
    })
}

fn places(ids: &[EntryId]) -> BTreeMap<EntryId, usize> {
    ids.iter()
        .enumerate()
        .map(|(place, id)| (*id, place))
        .collect()
}

fn bare<'a>(here: &Here<'a>, id: EntryId) -> Entry<'a> {
    let entry = here.context.map.entry(id);
    Entry {
        slug: &entry.common.slug,
        title: &entry.common.title,
        kind: usize::from(entry.kind == Kind::Foundation),
        needs: Vec::new(),
        more: None,
    }
}

fn wanted<'a>(
    places: &BTreeMap<EntryId, usize>,
    need: &'a Prerequisite,
    whole: bool,
) -> Wanted<'a> {
    Wanted {
        any: need
            .one_of
            .iter()
            .filter_map(|id| places.get(id).copied())
            .collect(),
        helpful: need.need == Need::Helpful,
        why: whole.then_some(need.why.as_str()),
    }
}
