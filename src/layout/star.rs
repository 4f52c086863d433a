//! One node in the middle, what leads to it on the left, what it leads to on the right.

/// The space between two boxes above one another.
const ROW_GAP: f64 = 8.0;

/// A box.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    /// How wide it is.
    pub width: f64,
    /// How high it is.
    pub height: f64,
}

/// Where a box lies.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spot {
    /// Its left edge.
    pub x: f64,
    /// Its middle.
    pub y: f64,
}

/// Where everything lies. The upper left corner is the origin, y runs downwards.
#[derive(Debug, Clone, PartialEq)]
pub struct Star {
    /// How wide the picture is.
    pub width: f64,
    /// How high the picture is.
    pub height: f64,
    /// The space between two columns.
    pub gap: f64,
    /// The middle.
    pub middle: Spot,
    /// The boxes on the left, flush right, from top to bottom.
    pub left: Vec<Spot>,
    /// The boxes on the right, flush left, from top to bottom.
    pub right: Vec<Spot>,
}

/// Lays out a node and its neighbours on both sides, each side in the order in which it is given, with a space between the
/// columns. A side without boxes takes no room.
#[must_use]
pub fn star(middle: Size, left: &[Size], right: &[Size], space: f64) -> Star {
    let widest = |side: &[Size]| side.iter().map(|size| size.width).fold(0.0, f64::max);
    let tall = |side: &[Size]| side.iter().map(|size| size.height + ROW_GAP).sum::<f64>() - ROW_GAP;
    let height = tall(left).max(tall(right)).max(middle.height);
    let gap = |side: &[Size]| if side.is_empty() { 0.0 } else { space };
    let flush = widest(left);
    let middle_x = flush + gap(left);
    let right_x = middle_x + middle.width + gap(right);
    let stack = |side: &[Size], x: &dyn Fn(&Size) -> f64| {
        let mut top = (height - tall(side)) / 2.0;
        let mut spots = Vec::with_capacity(side.len());
        for size in side {
            spots.push(Spot {
                x: x(size),
                y: top + size.height / 2.0,
            });
            top += size.height + ROW_GAP;
        }
        spots
    };
    Star {
        width: right_x + widest(right),
        height,
        gap: space,
        middle: Spot {
            x: middle_x,
            y: height / 2.0,
        },
        left: stack(left, &|size| flush - size.width),
        right: stack(right, &|_| right_x),
    }
}
