//! The page of all prerequisites.

use super::here::Here;
use super::layers;
use super::parts::{FieldKey, Layers};
use crate::model::FieldId;
use crate::text::counted;
use serde::Serialize;

/// Everything, from the start at the left to the frontier at the right.
#[derive(Debug, Serialize)]
pub struct PrerequisitesView {
    /// Its title.
    pub title: String,
    /// One sentence about it.
    pub summary: String,
    /// Whether there is nothing to draw.
    pub is_empty: bool,
    /// The picture, and the same in words; none for a map that is too large for one picture.
    pub layers: Option<Layers>,
    /// All fields, each of which has a picture of its own.
    pub fields: Vec<FieldKey>,
}

pub(super) fn prerequisites(here: &Here<'_>) -> PrerequisitesView {
    let map = here.context.map;
    let edges = here.context.graph.needs.iter().map(Vec::len).sum();
    PrerequisitesView {
        title: "Prerequisites".to_owned(),
        summary: format!(
            "{} and {} between them, each with its reason: what can be learnt first stands at the left, the frontier at the right.",
            counted(map.entries.len(), "entry", "entries"),
            counted(edges, "need", "needs"),
        ),
        is_empty: map.entries.is_empty(),
        layers: layers::whole(here),
        fields: (0..map.fields.len())
            .map(|at| layers::key(here, FieldId::at(at)))
            .collect(),
    }
}
