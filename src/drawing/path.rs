//! Outlines and roads as path data.

use super::svg::spot;
use crate::layout::landscape::trace::{Arc, Outlines, Part};
use crate::layout::{Point, distance};

fn middle(a: Point, b: Point) -> Point {
    [0, 1].map(|axis| (a[axis] + b[axis]) / 2.0)
}

/// A curve from where the pen is. Its points are told from there, which is shorter, and rounded first, so that they do not drift.
fn quadratic(d: &mut String, from: Point, by: Point, to: Point) {
    let step = |at: Point| [0, 1].map(|axis| at[axis].round() - from[axis].round());
    d.push('q');
    spot(d, step(by));
    if step(to)[0] >= 0.0 {
        d.push(' ');
    }
    spot(d, step(to));
}

/// A smooth line: from middle to middle, with the points as handles. It is the same line from either end.
fn open(d: &mut String, points: &[Point], begins: bool) {
    let (Some(first), Some(last)) = (points.first(), points.last()) else {
        return;
    };
    if begins {
        d.push('M');
        spot(d, *first);
    }
    if points.len() == 2 {
        d.push('L');
        spot(d, *last);
    }
    let mut pen = *first;
    for at in 1..points.len().saturating_sub(1) {
        let end = if at + 2 == points.len() {
            *last
        } else {
            middle(points[at], points[at + 1])
        };
        quadratic(d, pen, points[at], end);
        pen = end;
    }
}

fn ring(d: &mut String, points: &[Point]) {
    let (Some(first), Some(last)) = (points.first(), points.last()) else {
        return;
    };
    let mut pen = middle(*last, *first);
    d.push('M');
    spot(d, pen);
    for (at, by) in points.iter().enumerate() {
        let end = middle(*by, points[(at + 1) % points.len()]);
        quadratic(d, pen, *by, end);
        pen = end;
    }
    d.push('Z');
}

/// One arc.
pub(super) fn arc(d: &mut String, arc: &Arc) {
    if arc.closed {
        ring(d, &arc.points)
    } else {
        open(d, &arc.points, true)
    }
}

/// The shores of a land.
pub(super) fn land(d: &mut String, outlines: &Outlines, rings: &[Vec<Part>]) {
    for parts in rings {
        for (at, (number, backward)) in parts.iter().enumerate() {
            let arc = &outlines.arcs[*number];
            let mut points = arc.points.clone();
            if *backward {
                points.reverse();
            }
            if arc.closed {
                ring(d, &points)
            } else {
                open(d, &points, at == 0)
            }
        }
        if parts
            .iter()
            .any(|(number, _)| !outlines.arcs[*number].closed)
        {
            d.push('Z');
        }
    }
}

/// How far a road swings out, as a share of its length.
const SWING: f64 = 0.09;

/// A road from mark to mark, in a slight curve to the north if it leads east.
pub(super) fn road(d: &mut String, from: Point, to: Point) {
    let half = middle(from, to);
    let (dx, dy) = (to[0] - from[0], to[1] - from[1]);
    // Long roads swing out less, so that they do not leave the land.
    let swing = SWING / (1.0 + distance(from, to) / 900.0);
    d.push('M');
    spot(d, from);
    quadratic(d, from, [half[0] + dy * swing, half[1] - dx * swing], to);
}
