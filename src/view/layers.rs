//! Pictures of the prerequisite graph in columns, and the same in words.

use super::here::Here;
use super::parts::{FieldKey, Layers, Reason, Step, StepRow};
use crate::drawing::{self, label::Label};
use crate::graph::Edge;
use crate::layout::layered::{self, Layout, Node, layered};
use crate::model::{Document, EntryId, FieldId, Kind};
use std::collections::{BTreeMap, BTreeSet};

/// A larger picture is hair, in any tool; its smaller fields are drawn instead.
const MOST_DRAWN: usize = 2_000;
/// The same for a field, of which a large map has many: so many entries, with those that they need.
const MOST_IN_FIELD: usize = 200;
/// The width of a page, in pixels.
const WIDE: f64 = 1_060.0;
/// Shorter and longer ways to an entry are only listed.
const WAYS: std::ops::RangeInclusive<usize> = 4..=40;

/// Everything, if it can be drawn.
pub(super) fn whole(here: &Here<'_>) -> Option<Layers> {
    let map = here.context.map;
    let entries: BTreeSet<EntryId> = map.entry_ids().collect();
    let edges = here.context.graph.needs.concat();
    let name = "All prerequisites in columns, each entry right of what it needs";
    (1..=MOST_DRAWN)
        .contains(&entries.len())
        .then(|| layers(here, &entries, &edges, name))
}

/// A field: its entries, and what they name as needed.
pub(super) fn field(here: &Here<'_>, id: FieldId) -> Option<Layers> {
    let map = here.context.map;
    let inside: Vec<EntryId> = map
        .entry_ids()
        .filter(|entry| map.entry(*entry).field == id)
        .collect();
    let edges: Vec<Edge> = inside
        .iter()
        .flat_map(|entry| here.context.graph.needs(*entry))
        .copied()
        .collect();
    let entries: BTreeSet<EntryId> = inside
        .iter()
        .copied()
        .chain(edges.iter().map(|edge| edge.to))
        .collect();
    let name = format!(
        "The prerequisites of {}, each entry right of what it needs",
        map.field(id).common.title
    );
    let drawable = !edges.is_empty() && entries.len() <= MOST_IN_FIELD;
    drawable.then(|| layers(here, &entries, &edges, &name))
}

/// The way to an entry, if there is something to see: `edges` among its steps and itself.
pub(super) fn way(
    here: &Here<'_>,
    goal: EntryId,
    entries: &BTreeSet<EntryId>,
    edges: &[Edge],
) -> Option<String> {
    let title = &here.context.map.entry(goal).common.title;
    let name = format!("The way to {title}, each entry right of what it needs");
    WAYS.contains(&(entries.len() - 1))
        .then(|| draw(here, entries, edges, &name).svg)
}

/// A picture and what it was drawn from.
struct Drawing {
    svg: String,
    layout: Layout,
    /// The number of each entry's box.
    number: BTreeMap<EntryId, usize>,
    /// The edges that have a line.
    drawn: Vec<Edge>,
}

fn draw(here: &Here<'_>, entries: &BTreeSet<EntryId>, edges: &[Edge], name: &str) -> Drawing {
    let number: BTreeMap<EntryId, usize> = entries
        .iter()
        .enumerate()
        .map(|(at, id)| (*id, at))
        .collect();
    let labels: Vec<Label> = entries.iter().map(|id| label(here, *id)).collect();
    let drawn = here.context.graph.reduced(edges);
    let layout = lay_out(here, &labels, &drawn, &number);
    let mut needs = vec![Vec::new(); labels.len()];
    for edge in edges {
        needs[number[&edge.from]].push(number[&edge.to]);
    }
    Drawing {
        svg: drawing::layers::layers(&layout, &labels, &needs, name),
        layout,
        number,
        drawn,
    }
}

fn layers(here: &Here<'_>, entries: &BTreeSet<EntryId>, edges: &[Edge], name: &str) -> Layers {
    let drawing = draw(here, entries, edges, name);
    let words: Vec<String> = (0..drawing.layout.columns.len()).map(step_name).collect();
    let heads = drawing::layers::heads(&drawing.layout, &words);
    let mut steps: Vec<Step> = words
        .into_iter()
        .map(|title| Step {
            title,
            rows: Vec::new(),
        })
        .collect();
    for id in entries {
        let column = drawing.layout.places[drawing.number[id]].column;
        steps[column]
            .rows
            .push(row(here, *id, edges, &drawing.drawn));
    }
    Layers {
        wide: drawing.layout.width > WIDE,
        svg: drawing.svg,
        heads,
        fields: fields(here, entries),
        steps,
    }
}

fn lay_out(
    here: &Here<'_>,
    labels: &[Label],
    edges: &[Edge],
    number: &BTreeMap<EntryId, usize>,
) -> Layout {
    // The boxes stand in the order of their entries.
    let nodes: Vec<Node<'_>> = labels
        .iter()
        .zip(number.keys())
        .map(|(label, id)| Node {
            key: &label.id,
            group: here.context.map.entry(*id).field.index(),
            width: label.width,
            height: label.height,
        })
        .collect();
    let edge = |edge: &Edge| layered::Edge {
        from: number[&edge.to],
        to: number[&edge.from],
        firm: edge.is_certain(),
    };
    layered(&nodes, &edges.iter().map(edge).collect::<Vec<_>>())
}

fn step_name(column: usize) -> String {
    if column == 0 {
        "Step 1: start here".to_owned()
    } else {
        format!("Step {}", column + 1)
    }
}

/// The box of an entry; on its own page it leads nowhere.
pub(super) fn label(here: &Here<'_>, id: EntryId) -> Label {
    let entry = here.context.map.entry(id);
    let document = Document::Entry(id);
    let own = here.document == Some(document);
    let mut label = if own {
        Label::strong(
            &entry.common.slug,
            &entry.common.title,
            here.colour(entry.field),
        )
    } else {
        Label::new(
            &entry.common.slug,
            &entry.common.title,
            here.colour(entry.field),
        )
    };
    label.href = (!own).then(|| here.href(document));
    label.round = entry.kind == Kind::Area;
    label
}

/// The fields of entries, for a legend.
fn fields(here: &Here<'_>, entries: &BTreeSet<EntryId>) -> Vec<FieldKey> {
    let ids: BTreeSet<FieldId> = entries
        .iter()
        .map(|id| here.context.map.entry(*id).field)
        .collect();
    ids.into_iter().map(|id| key(here, id)).collect()
}

pub(super) fn key(here: &Here<'_>, id: FieldId) -> FieldKey {
    FieldKey {
        colour: here.colour(id),
        link: here.link(Document::Field(id)),
    }
}

fn row(here: &Here<'_>, id: EntryId, edges: &[Edge], drawn: &[Edge]) -> StepRow {
    let map = here.context.map;
    let own = || edges.iter().filter(|edge| edge.from == id);
    let mut needs: Vec<Reason> = own()
        .map(|edge| reason(here, edge, drawn.contains(edge)))
        .collect();
    needs.sort_by_key(|reason| (!reason.drawn, reason.need, reason.link.title.clone()));
    StepRow {
        link: here.link(Document::Entry(id)),
        colour: here.colour(map.entry(id).field),
        field: map.field(map.entry(id).field).common.title.clone(),
        needs,
    }
}

fn reason(here: &Here<'_>, edge: &Edge, drawn: bool) -> Reason {
    Reason {
        link: here.link(Document::Entry(edge.to)),
        need: edge.need.name(),
        why: here.why(edge).to_owned(),
        edges: here.edge_name(edge.from, edge.to),
        drawn,
    }
}
