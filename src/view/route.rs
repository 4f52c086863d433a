//! The route finder: what to learn, and in which order. Without a script it leads to the ways that are written out.

use super::here::Here;
use super::parts::Link;
use crate::model::{Document, EntryId, FieldId, Kind, PathId};
use crate::text::counted;
use rayon::prelude::*;
use serde::Serialize;

/// The route finder.
#[derive(Debug, Serialize)]
pub struct RouteView {
    /// Its title.
    pub title: String,
    /// One sentence about it.
    pub summary: String,
    /// The curated paths.
    pub paths: Vec<Preset>,
    /// Every entry with its own way, by kind and field.
    pub kinds: Vec<RouteKind>,
    /// The graph, as JSON.
    pub data: String,
}

/// A curated path.
#[derive(Debug, Serialize)]
pub struct Preset {
    /// Its page.
    pub link: Link,
    /// Who it is for.
    pub reader: String,
    /// How long it is.
    pub length: String,
    /// The same as a wish of the route finder: its steps are wanted, and what they assume is known.
    pub wish: String,
}

/// The entries of one kind.
#[derive(Debug, Serialize)]
pub struct RouteKind {
    /// The kind, as the map says it.
    pub title: String,
    /// Its fields.
    pub fields: Vec<RouteField>,
}

/// The entries of one field.
#[derive(Debug, Serialize)]
pub struct RouteField {
    /// The field.
    pub title: String,
    /// The entries.
    pub rows: Vec<RouteRow>,
}

/// An entry.
#[derive(Debug, Serialize)]
pub struct RouteRow {
    /// The way that is written out on its page, or the page if there is none.
    pub link: Link,
    /// How long the way is: `12 steps before it`; empty if it needs nothing.
    pub length: String,
}

pub(super) fn route(here: &Here<'_>) -> RouteView {
    let paths = (0..here.context.map.paths.len()).map(PathId::at);
    let ids: Vec<EntryId> = here.context.map.entry_ids().collect();
    let length = |id: &EntryId| here.context.graph.route(*id).steps.len() - 1;
    let lengths: Vec<usize> = ids.par_iter().map(length).collect();
    let kinds = [Kind::Area, Kind::Foundation].map(|kind| RouteKind {
        title: here.many(kind),
        fields: fields(here, kind, &lengths),
    });
    RouteView {
        title: "Route finder".to_owned(),
        summary: "What to learn, in which order and why: from what you know to what you want to understand."
            .to_owned(),
        paths: paths.map(|id| preset(here, id)).collect(),
        kinds: kinds.into_iter().filter(|kind| !kind.fields.is_empty()).collect(),
        data: super::plan::whole(here),
    }
}

/// The state of the route finder in which these entries are wanted, for the end of its address.
pub(super) fn wish(here: &Here<'_>, wanted: impl IntoIterator<Item = EntryId>) -> String {
    format!("#want={}", slugs(here, wanted))
}

fn slugs(here: &Here<'_>, ids: impl IntoIterator<Item = EntryId>) -> String {
    let slugs: Vec<&str> = ids
        .into_iter()
        .map(|id| here.context.map.entry(id).common.slug.as_str())
        .collect();
    slugs.join(",")
}

fn preset(here: &Here<'_>, id: PathId) -> Preset {
    let map = here.context.map;
    let path = &map.paths[id.index()];
    let steps = path.steps.iter().map(|step| step.entry);
    let assumed = super::prose::assumed(here, path);
    Preset {
        link: here.link(Document::Path(id)),
        reader: path.reader.clone(),
        length: counted(path.steps.len(), "step", "steps"),
        wish: format!("{}&know={}", wish(here, steps), slugs(here, assumed)),
    }
}

fn fields(here: &Here<'_>, kind: Kind, lengths: &[usize]) -> Vec<RouteField> {
    let map = here.context.map;
    let row = |id: EntryId| {
        let steps = lengths[id.index()];
        let link = here.link(Document::Entry(id));
        let anchor = if steps > 0 { "#route" } else { "" };
        RouteRow {
            link: Link {
                href: format!("{}{anchor}", link.href),
                ..link
            },
            length: if steps > 0 {
                counted(steps, "step before it", "steps before it")
            } else {
                String::new()
            },
        }
    };
    let field = |id: FieldId| {
        let members = map.entries_of(kind).filter(|(_, entry)| entry.field == id);
        let mut ids: Vec<EntryId> = members.map(|(id, _)| id).collect();
        ids.sort_by_key(|id| here.context.graph.places[id.index()]);
        RouteField {
            title: map.field(id).common.title.clone(),
            rows: ids.into_iter().map(row).collect(),
        }
    };
    let fields = (0..map.fields.len()).map(FieldId::at).map(field);
    fields.filter(|field| !field.rows.is_empty()).collect()
}
