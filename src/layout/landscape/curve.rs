//! Steps of cells → smooth lines of few points.

use crate::layout::{Point, distance};

/// Taubin's pair of factors (1995): shrinking, then growing again, so that land neither shrinks nor grows.
const FACTORS: [f64; 2] = [0.5, -0.46];
const ROUNDS: usize = 24;
/// How far a line may be from the points that it leaves out.
const TOLERANCE: f64 = 0.55;

/// Smooths a line, whose ends stay, or a ring, and leaves out what is not needed.
pub(super) fn smooth(points: Vec<Point>, closed: bool) -> Vec<Point> {
    let mut points = points;
    if points.len() >= 4 {
        for round in 0..ROUNDS {
            points = relaxed(&points, closed, FACTORS[round % 2]);
        }
    }
    if !closed {
        return simple(&points);
    }
    let half = points.len() / 2;
    let mut ring = simple(&points[..=half.min(points.len() - 1)]);
    let mut rest = points[half..].to_vec();
    rest.push(points[0]);
    ring.pop();
    ring.extend(simple(&rest));
    ring.pop();
    ring
}

fn relaxed(points: &[Point], closed: bool, factor: f64) -> Vec<Point> {
    let count = points.len();
    let point = |at: usize| {
        if !closed && (at == 0 || at == count - 1) {
            return points[at];
        }
        let (before, after) = (points[(at + count - 1) % count], points[(at + 1) % count]);
        [0, 1].map(|axis| {
            let here = points[at][axis];
            here + factor * ((before[axis] + after[axis]) / 2.0 - here)
        })
    };
    (0..count).map(point).collect()
}

/// Ramer 1972, Douglas and Peucker 1973.
fn simple(points: &[Point]) -> Vec<Point> {
    let (Some(first), Some(last)) = (points.first(), points.last()) else {
        return Vec::new();
    };
    let far = (1..points.len().saturating_sub(1))
        .map(|at| (off_line(points[at], *first, *last), at))
        .fold(
            (0.0, 0),
            |best, one| if one.0 > best.0 { one } else { best },
        );
    if far.0 <= TOLERANCE {
        return if points.len() == 1 {
            vec![*first]
        } else {
            vec![*first, *last]
        };
    }
    let mut kept = simple(&points[..=far.1]);
    kept.pop();
    kept.extend(simple(&points[far.1..]));
    kept
}

fn off_line(point: Point, from: Point, to: Point) -> f64 {
    let long = distance(from, to);
    if long < 1e-9 {
        return distance(point, from);
    }
    let (dx, dy) = (to[0] - from[0], to[1] - from[1]);
    ((point[0] - from[0]) * dy - (point[1] - from[1]) * dx).abs() / long
}
