//! How names are set on the chart, and the room they take.

use crate::layout::text::Style;
use crate::layout::{Point, Rect, Size};

/// How the names of places are set, by tier. The style sheet uses the same sizes.
pub(super) const PLACES: [Style; 3] = [
    Style {
        size: 15.5,
        bold: true,
        tracking: 0.0,
        wrap: 132.0,
    },
    Style {
        size: 13.0,
        bold: false,
        tracking: 0.0,
        wrap: 118.0,
    },
    Style {
        size: 11.5,
        bold: false,
        tracking: 0.0,
        wrap: 108.0,
    },
];

/// How the titles of lands are set.
pub(super) const TITLE: Style = Style {
    size: 18.0,
    bold: true,
    tracking: 2.0,
    wrap: 225.0,
};

/// From the upper edge of a place's box to the centre of its mark.
const MARK: f64 = 5.0;
/// From the upper edge of a place's box to its name.
const HEAD: f64 = 10.0;

/// Weights from which a name is written large, and middling. They are fixed: shares of all entries would let a new entry
/// change the size of others.
const HEAVY: [usize; 2] = [52, 24];

/// How large the name of an entry of this weight is written.
pub(super) fn tier(weight: usize) -> usize {
    HEAVY
        .iter()
        .position(|least| weight >= *least)
        .unwrap_or(HEAVY.len())
}

/// The lines of a land's title, in capitals.
pub(super) fn title_lines(title: &str) -> Vec<String> {
    TITLE.lines(&title.to_uppercase())
}

/// The room of a place: its mark, and its name under it.
pub(super) fn place_size(tier: usize, lines: &[String]) -> Size {
    let [width, height] = PLACES[tier].room(lines);
    [width.max(2.0 * MARK), height + HEAD]
}

/// The centre of the box of a place whose mark is here.
pub(super) fn centre([x, y]: Point, size: Size) -> Point {
    [x, y + size[1] / 2.0 - MARK]
}

/// Where the mark of a place is.
pub(super) fn mark(rect: &Rect) -> Point {
    [rect.at[0], rect.at[1] - rect.size[1] / 2.0 + MARK]
}

/// The box of a place's name when names are written larger by a factor, about the mark.
pub(super) fn grown_place(rect: &Rect, factor: f64) -> Rect {
    let mark = mark(rect);
    let size = rect.size.map(|length| length * factor);
    Rect {
        at: [mark[0], mark[1] + size[1] / 2.0 - MARK * factor],
        size,
    }
}

/// The box of a title when titles are written larger by a factor.
pub(super) fn grown_title(rect: &Rect, factor: f64) -> Rect {
    Rect {
        at: rect.at,
        size: rect.size.map(|length| length * factor),
    }
}
