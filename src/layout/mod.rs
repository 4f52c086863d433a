//! Where things lie in a picture: sizes of labels, positions, outlines and colours. Geometry in, geometry out: nothing here
//! draws, and nothing knows what a map is.
//!
//! Positions are worked out with `+ - * /` and square roots only, which every machine rounds alike, so that two builds agree
//! byte for byte.

mod chance;
pub mod colour;
pub mod landscape;
pub mod layered;
pub mod measure;
pub mod star;
pub mod text;

/// A place in a picture, in pixels of its natural size: to the right and down.
pub type Point = [f64; 2];

/// Width and height, in the same unit.
pub type Size = [f64; 2];

/// A box that stands upright.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rect {
    /// Its centre.
    pub at: Point,
    /// Its width and height.
    pub size: Size,
}

impl Rect {
    /// The left, upper, right and lower edge.
    #[must_use]
    pub fn edges(&self) -> [f64; 4] {
        let [x, y] = self.at;
        let [w, h] = self.size;
        [x - w / 2.0, y - h / 2.0, x + w / 2.0, y + h / 2.0]
    }

    /// How far the boxes are apart along each axis; less than zero where they overlap.
    #[must_use]
    pub fn gaps(&self, other: &Self) -> [f64; 2] {
        [0, 1].map(|axis| {
            (self.at[axis] - other.at[axis]).abs() - (self.size[axis] + other.size[axis]) / 2.0
        })
    }

    /// Whether the boxes share more than an edge.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.gaps(other).iter().all(|gap| *gap < -0.01)
    }

    /// How far a point is from the box; 0 inside.
    #[must_use]
    pub fn distance_to(&self, point: Point) -> f64 {
        let [x, y] = [0, 1]
            .map(|axis| ((point[axis] - self.at[axis]).abs() - self.size[axis] / 2.0).max(0.0));
        length([x, y])
    }

    /// The smallest box around several; nothing around none.
    #[must_use]
    pub fn around(boxes: &[Self]) -> Option<Self> {
        let edges = boxes.iter().map(Self::edges).reduce(|a, b| {
            [
                a[0].min(b[0]),
                a[1].min(b[1]),
                a[2].max(b[2]),
                a[3].max(b[3]),
            ]
        })?;
        let [left, top, right, bottom] = edges;
        Some(Self {
            at: [(left + right) / 2.0, (top + bottom) / 2.0],
            size: [right - left, bottom - top],
        })
    }
}

/// How long an arrow is.
#[must_use]
pub fn length([x, y]: Point) -> f64 {
    (x * x + y * y).sqrt()
}

/// The distance of two points.
#[must_use]
pub fn distance(a: Point, b: Point) -> f64 {
    length([b[0] - a[0], b[1] - a[1]])
}
