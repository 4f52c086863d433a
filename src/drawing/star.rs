//! A star → a picture.

use super::label::{Label, number, open, put};
use crate::layout::star::{Spot, Star};

/// Room for the words above the columns, and the space around the boxes.
const HEADS: f64 = 20.0;
const MARGIN: f64 = 2.0;
/// Where there is no room, the picture shrinks as long as its words have 11 pixels.
const LEAST_SCALE: f64 = 0.917;

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
        LEAST_SCALE,
        name,
    );
    let middle = at(&star.middle);
    let edge = middle.0 + shown.middle.width;
    let count = shown.left.len();
    for (of, ((label, firm), spot)) in shown.left.iter().zip(&star.left).enumerate() {
        let (x, y) = at(spot);
        let line = Line {
            of,
            colour: label.colour,
            firm: *firm,
        };
        line.write(&mut svg, (x + label.width, y), middle);
    }
    for ((_, firm), spot) in shown.right.iter().zip(&star.right) {
        let line = Line {
            of: count,
            colour: shown.middle.colour,
            firm: *firm,
        };
        line.write(&mut svg, (edge, middle.1), at(spot));
    }
    for (words, x, anchor, side) in [
        (shown.heads[0], middle.0 - star.gap, "end", shown.left),
        (shown.heads[1], edge + star.gap, "start", shown.right),
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

struct Line {
    of: usize,
    colour: usize,
    firm: bool,
}

impl Line {
    fn write(&self, svg: &mut String, from: Point, to: Point) {
        let weak = if self.firm { "" } else { " weak" };
        let middle = number(f64::midpoint(from.0, to.0));
        let [x, y, end, down] = [from.0, from.1, to.0, to.1].map(number);
        put(
            svg,
            format_args!(
                "<path class=\"trunk{weak} land-{}\" data-of=\"{}\" d=\"M{x} {y}C{middle} {y} {middle} {down} {end} {down}\"/>\n",
                self.colour, self.of
            ),
        );
    }
}
