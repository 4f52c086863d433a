//! A lock as text: a table for each field, and a line for each of its entries, in the order of their names.

use crate::model::Map;
use crate::model::lock::Lock;
use std::fmt::Write;

const HEAD: &str = "# Where each place lies on the chart, how large its name is written (tier 0 is largest), and the colour of each land.\n\
                    # Written by `portolan chart`. What has a place keeps it; `portolan chart --relayout` draws the chart anew.\n";

/// The text of a lock.
#[must_use]
pub fn text(map: &Map, lock: &Lock) -> String {
    let mut text = HEAD.to_owned();
    let mut fields: Vec<usize> = (0..map.fields.len()).collect();
    fields.sort_by_key(|field| &map.fields[*field].common.slug);
    for field in fields {
        let Some(land) = lock.fields[field] else {
            continue;
        };
        let slug = &map.fields[field].common.slug;
        let [x, y] = land.at;
        write!(
            text,
            "\n[{slug}]\nx = {x:.1}\ny = {y:.1}\ncolour = {}\n\n[{slug}.places]\n",
            land.colour
        )
        .expect("a string takes everything");
        for (entry, place) in map.entries.iter().zip(&lock.places) {
            let Some(place) = place.filter(|_| entry.field.index() == field) else {
                continue;
            };
            let [x, y] = place.at;
            writeln!(
                text,
                "{} = {{ x = {x:.1}, y = {y:.1}, tier = {} }}",
                entry.common.slug, place.tier
            )
            .expect("a string takes everything");
        }
    }
    text
}
