//! A star → a picture.

use super::{Label, number, open, put};
use crate::layout::star::{Spot, Star};

/// Room for the words above the columns, and the space around the boxes.
const HEADS: f64 = 20.0;
const MARGIN: f64 = 2.0;

/// What a picture of a neighbourhood shows.
#[derive(Debug)]
pub struct Neighbourhood<'a> {
    /// The page itself.
    pub middle: &'a Label,
    /// What it needs, and whether firmly.
    pub left: &'a [(Label, bool)],
    /// What needs it, and whether firmly.
    pub right: &'a [(Label, bool)],
    /// The words above the two sides.
    pub heads: [&'a str; 2],
}

/// The picture.
#[must_use]
pub fn star(star: &Star, shown: &Neighbourhood<'_>, name: &str) -> String {
    let mut svg = String::new();
    let at = |spot: &Spot| (spot.x + MARGIN, spot.y + HEADS);
    open(
        &mut svg,
        (star.width + 2.0 * MARGIN, star.height + HEADS + MARGIN),
        name,
    );
    let middle = at(&star.middle);
    let edge = middle.0 + shown.middle.width;
    for ((label, firm), spot) in shown.left.iter().zip(&star.left) {
        let (x, y) = at(spot);
        link(
            &mut svg,
            ((x + label.width, y), middle),
            (label.field, *firm),
        );
    }
    for ((_, firm), spot) in shown.right.iter().zip(&star.right) {
        link(
            &mut svg,
            ((edge, middle.1), at(spot)),
            (shown.middle.field, *firm),
        );
    }
    for (words, x, anchor, side) in [
        (shown.heads[0], middle.0 - 52.0, "end", shown.left),
        (shown.heads[1], edge + 52.0, "start", shown.right),
    ] {
        if !side.is_empty() {
            put(
                &mut svg,
                format_args!(
                    "<text class=\"head {anchor}\" x=\"{}\" y=\"12\">{words}</text>\n",
                    number(x)
                ),
            );
        }
    }
    let count = shown.left.len();
    for ((label, _), spot) in shown.left.iter().zip(&star.left) {
        label.write(&mut svg, at(spot), &[]);
    }
    shown
        .middle
        .write(&mut svg, middle, &(0..count).collect::<Vec<_>>());
    for ((label, _), spot) in shown.right.iter().zip(&star.right) {
        label.write(&mut svg, at(spot), &[count]);
    }
    svg.push_str("</svg>");
    svg
}

type Point = (f64, f64);

fn link(svg: &mut String, (from, to): (Point, Point), (field, firm): (usize, bool)) {
    let weak = if firm { "" } else { " weak" };
    let middle = number(f64::midpoint(from.0, to.0));
    let [x, y, end, down] = [from.0, from.1, to.0, to.1].map(number);
    put(
        svg,
        format_args!(
            "<path class=\"trunk{weak} field-{}\" d=\"M{x} {y}C{middle} {y} {middle} {down} {end} {down}\"/>\n",
            field % super::COLOURS
        ),
    );
}
