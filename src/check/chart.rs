//! A map whose chart is locked has a place for everything.

use crate::chart::PLACES;
use crate::diag::Diagnostics;
use crate::graph::Graph;
use crate::model::{FieldId, Map};
use crate::problems::chart as problem;

pub(super) fn everything_has_a_place(map: &Map, _: &Graph, diags: &mut Diagnostics) {
    let Some(lock) = &map.lock else { return };
    // A larger map shows its fields alone.
    let drawn = map.entries.len() <= PLACES;
    let places = map.entries.iter().zip(&lock.places);
    for (entry, place) in places.filter(|_| drawn) {
        if place.is_none() {
            diags.push(problem::unplaced(
                entry.common.span,
                "entry",
                &entry.common.slug,
            ));
        }
    }
    for (number, land) in lock.fields.iter().enumerate() {
        let field = FieldId::at(number);
        if land.is_none() && map.entries.iter().any(|entry| entry.field == field) {
            let common = &map.field(field).common;
            diags.push(problem::unplaced(common.span, "field", &common.slug));
        }
    }
}
