//! An entry between what it needs and what it opens, as a picture.

use super::here::Here;
use super::layers::label;
use crate::drawing::label::Label;
use crate::drawing::star::{self, Neighbourhood};
use crate::graph::Edge;
use crate::layout::star::{Size, star};
use crate::model::EntryId;
use serde::Serialize;
use std::cmp::Reverse;

/// So many boxes stand on a side at most; the rest is counted.
const MOST: usize = 9;

/// The space between two columns of boxes, and where there is little room.
const GAP: f64 = 52.0;
const NARROW_GAP: f64 = 17.0;
/// What fits on a telephone as it is, in pixels.
const FITS: f64 = 340.0;

/// The picture.
#[derive(Debug, Serialize)]
pub struct Pictures {
    /// As it is.
    pub wide: String,
    /// With narrow boxes, for telephones; none if the other fits there.
    pub narrow: Option<String>,
}

/// The picture; none if the entry stands alone.
pub(super) fn neighbourhood(here: &Here<'_>, id: EntryId) -> Option<Pictures> {
    let graph = here.context.graph;
    let middle = label(here, id);
    let left = side(here, graph.needs(id), |edge| edge.to, "#prerequisites");
    let right = side(here, graph.needed_by(id), |edge| edge.from, "#unlocks");
    if left.is_empty() && right.is_empty() {
        return None;
    }
    let name = format!(
        "What {} needs, and what it opens",
        here.context.map.entry(id).common.title
    );
    let (wide, width) = draw(&middle, &left, &right, GAP, &name);
    let narrow = (width > FITS).then(|| {
        let [left, right] = [&left, &right].map(|side| narrowed(side));
        draw(&middle.narrowed(), &left, &right, NARROW_GAP, &name).0
    });
    Some(Pictures { wide, narrow })
}

fn narrowed(side: &[(Label, bool)]) -> Vec<(Label, bool)> {
    side.iter()
        .map(|(label, firm)| (label.narrowed(), *firm))
        .collect()
}

/// A picture and how wide it is.
fn draw(
    middle: &Label,
    left: &[(Label, bool)],
    right: &[(Label, bool)],
    gap: f64,
    name: &str,
) -> (String, f64) {
    let size = |label: &Label| Size {
        width: label.width,
        height: label.height,
    };
    let sizes = |side: &[(Label, bool)]| {
        side.iter()
            .map(|(label, _)| size(label))
            .collect::<Vec<_>>()
    };
    let layout = star(size(middle), &sizes(left), &sizes(right), gap);
    let shown = Neighbourhood {
        middle,
        left,
        right,
        heads: ["needs", "opens"],
    };
    (star::star(&layout, &shown, name), layout.width)
}

/// The boxes of one side, by field and title, each with whether the need is certain. If there are too many, those are left out
/// that are only helpful, then those that fewest others need.
fn side(
    here: &Here<'_>,
    edges: &[Edge],
    other: fn(&Edge) -> EntryId,
    more: &str,
) -> Vec<(Label, bool)> {
    let map = here.context.map;
    let mut edges: Vec<&Edge> = edges.iter().collect();
    edges.sort_by_key(|edge| {
        (
            edge.need,
            Reverse(here.context.graph.reach[other(edge).index()].entries),
            other(edge),
        )
    });
    let rest = edges.split_off(
        edges
            .len()
            .min(if edges.len() > MOST { MOST - 1 } else { MOST }),
    );
    edges.sort_by_key(|edge| {
        (
            map.entry(other(edge)).field,
            &map.entry(other(edge)).common.title,
        )
    });
    let mut boxes: Vec<(Label, bool)> = edges
        .into_iter()
        .map(|edge| (label(here, other(edge)), edge.is_certain()))
        .collect();
    if !rest.is_empty() {
        let mut label = Label::new("", &format!("and {} more", rest.len()), 0);
        label.class = " more";
        label.href = Some(more.to_owned());
        boxes.push((label, false));
    }
    boxes
}
