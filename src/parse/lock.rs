//! `map.lock.toml` → where the places of the chart lie.

use super::table::{self, Origin, Reader};
use crate::diag::Diagnostics;
use crate::layout::colour::SLOTS;
use crate::model::draft::LockDraft;
use crate::model::lock::{LockedField, LockedPlace, TIERS};
use crate::problems::front_matter as problem;
use crate::source::{FileId, SourceFile, Span};

/// Farther out lies no chart: one of 2,000 places is about 6,000 pixels wide. What lies between two places is divided among the lands
/// in small squares, so the bound is also one of memory.
const EDGE: f64 = 1e4;

/// Parses the lock; what is wrong in it is reported and left out.
pub(super) fn parse(id: FileId, file: &SourceFile, diags: &mut Diagnostics) -> Vec<LockDraft> {
    let offset = if file.text.starts_with('\u{feff}') {
        '\u{feff}'.len_utf8()
    } else {
        0
    };
    let origin = Origin { file: id, offset };
    let toml = table::parse(&file.text[offset..], origin, diags);
    let reader = Reader::new(&toml, origin, Span::new(id, offset..offset));
    let mut fields = Vec::new();
    for (field, mut table) in reader.named_tables(diags) {
        let at = position(&mut table, diags);
        let colour = below(&mut table, "colour", SLOTS, diags);
        let places = table.table("places", diags);
        table.finish(diags);
        fields.push(LockDraft {
            field,
            title: at
                .zip(colour)
                .map(|(at, colour)| LockedField { at, colour }),
            places: places
                .map(|places| self::places(places, diags))
                .unwrap_or_default(),
        });
    }
    fields
}

fn places(
    table: Reader<'_>,
    diags: &mut Diagnostics,
) -> Vec<(crate::model::draft::RawName, LockedPlace)> {
    let mut places = Vec::new();
    for (name, mut table) in table.named_tables(diags) {
        let at = position(&mut table, diags);
        let tier = below(&mut table, "tier", TIERS, diags);
        table.finish(diags);
        if let Some((at, tier)) = at.zip(tier) {
            places.push((name, LockedPlace { at, tier }));
        }
    }
    places
}

fn position(table: &mut Reader<'_>, diags: &mut Diagnostics) -> Option<[f64; 2]> {
    let mut along = |key| {
        let number = table.number(key, "120.5", diags)?;
        if number.value.abs() < EDGE {
            return Some(number.value);
        }
        diags.push(problem::malformed_word(
            number.span,
            key,
            "a number on the chart, such as `120.5`",
        ));
        None
    };
    let (x, y) = (along("x"), along("y"));
    Some([x?, y?])
}

/// A whole number from 0, less than `limit`.
fn below(
    table: &mut Reader<'_>,
    key: &'static str,
    limit: usize,
    diags: &mut Diagnostics,
) -> Option<usize> {
    let number = table.number(key, "0", diags)?;
    let found = (0..limit).find(|n| *n as f64 == number.value);
    if found.is_none() {
        let wanted = format!("a whole number from 0 to {}", limit - 1);
        diags.push(problem::malformed_word(number.span, key, &wanted));
    }
    found
}
