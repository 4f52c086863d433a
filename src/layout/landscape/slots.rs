//! A chart that grows: what has a place keeps it, what is new takes the nearest free slot.

use super::{Boxes, Scene};
use crate::layout::{Point, Rect};

/// Between a new box and those of its own land, at least.
const NEAR: [f64; 2] = [5.0, 4.0];
/// Added towards boxes of other lands.
const BORDER: f64 = 15.0;
/// Farther than this from the rest of its land, a new site might end up on an island.
const REACH: f64 = 30.0;
/// From one ring of the search to the next.
const RING: f64 = 5.0;
const RINGS: usize = 400;

/// Keeps what is known and finds a slot for the rest: titles of new lands first, then sites in the order of their depth.
pub(super) fn fill(scene: &Scene, known: &[Option<Point>]) -> Boxes {
    let mut boxes = scene.boxes();
    let mut placed: Vec<bool> = known.iter().map(Option::is_some).collect();
    let mut new: Vec<usize> = (0..placed.len()).filter(|at| !placed[*at]).collect();
    let depth = |at: &usize| scene.sites.get(*at).map_or(-1.0, |site| site.depth);
    new.sort_by(|a, b| depth(a).total_cmp(&depth(b)).then(a.cmp(b)));
    for at in new {
        let start = start(scene, &boxes, &placed, at);
        boxes.rects[at].at = rings(start)
            .find(|point| is_free(&boxes, &placed, at, *point))
            .unwrap_or_else(|| beyond(&boxes, &placed, at));
        placed[at] = true;
    }
    boxes
}

/// Where a new box would best be: in the middle of its neighbours on its own land, else beside the title; a title in the middle
/// of what its sites are joined with.
fn start(scene: &Scene, boxes: &Boxes, placed: &[bool], at: usize) -> Point {
    let land = boxes.land[at];
    let wanted = |site: usize| {
        if boxes.is_title(at) {
            scene.sites[site].land == land
        } else {
            site == at
        }
    };
    let ends = scene
        .roads
        .iter()
        .flat_map(|(from, to)| [(*from, *to), (*to, *from)]);
    let neighbours: Vec<usize> = ends
        .filter(|(one, other)| wanted(*one) && placed[*other])
        .map(|(_, other)| other)
        .collect();
    let mut near: Vec<usize> = neighbours
        .iter()
        .copied()
        .filter(|other| boxes.land[*other] == land)
        .collect();
    if near.is_empty() && boxes.is_title(at) {
        near = neighbours;
    }
    if near.is_empty() && !boxes.is_title(at) {
        near = vec![boxes.sites + land];
    }
    if near.is_empty() {
        near = (0..placed.len()).filter(|other| placed[*other]).collect();
    }
    let count = near.len().max(1) as f64;
    let middle =
        [0, 1].map(|axis| near.iter().map(|n| boxes.rects[*n].at[axis]).sum::<f64>() / count);
    middle.map(|x| (x * 10.0).round() / 10.0)
}

/// Points on ever larger circles. A circle is walked by the rational parametrisation of its quarters, which needs no sine.
fn rings(middle: Point) -> impl Iterator<Item = Point> {
    let ring = move |number: usize| {
        let radius = number as f64 * RING;
        let steps = (number / 2).max(1);
        let quarter = (0..steps).map(move |step| {
            let t = step as f64 / steps as f64;
            let (x, y) = (1.0 - t * t, 2.0 * t);
            [x / (1.0 + t * t) * radius, y / (1.0 + t * t) * radius]
        });
        quarter.flat_map(move |[x, y]| {
            [[x, y], [-y, x], [-x, -y], [y, -x]].map(|[x, y]| [middle[0] + x, middle[1] + y])
        })
    };
    std::iter::once(middle).chain((1..RINGS).flat_map(ring))
}

/// Whether a box has room at a point, and would belong to its own land there.
fn is_free(boxes: &Boxes, placed: &[bool], at: usize, point: Point) -> bool {
    let land = boxes.land[at];
    let rect = Rect {
        at: point,
        size: boxes.rects[at].size,
    };
    let others = || {
        let all = boxes.rects.iter().zip(&boxes.land).zip(placed);
        all.filter(|(_, placed)| **placed)
            .map(|((rect, land), _)| (rect, *land))
    };
    let crowded = others().any(|(other, its_land)| {
        let border = if its_land == land { 0.0 } else { BORDER };
        let gaps = rect.gaps(other);
        [0, 1].iter().all(|axis| gaps[*axis] < NEAR[*axis] + border)
    });
    if crowded {
        return false;
    }
    let Some(nearest) = nearest(others().filter(|(_, its_land)| *its_land == land), &rect) else {
        // A new land begins on open ground: anywhere with room around it.
        return true;
    };
    let gaps = nearest.gaps(&rect);
    gaps[0].max(gaps[1]) < REACH && joined(others, land, &rect, nearest)
}

fn nearest<'a>(others: impl Iterator<Item = (&'a Rect, usize)>, rect: &Rect) -> Option<&'a Rect> {
    let apart = |other: &Rect| {
        let gaps = other.gaps(rect);
        gaps[0].max(0.0) * gaps[0].max(0.0) + gaps[1].max(0.0) * gaps[1].max(0.0)
    };
    others
        .map(|(other, _)| other)
        .min_by(|a, b| apart(a).total_cmp(&apart(b)))
}

/// Whether the ground between two boxes of a land is that land's.
fn joined<'a, I: Iterator<Item = (&'a Rect, usize)>>(
    others: impl Fn() -> I,
    land: usize,
    a: &Rect,
    b: &Rect,
) -> bool {
    (0..=4).all(|step| {
        let share = f64::from(step) / 4.0;
        let point = [0, 1].map(|axis| {
            let (from, to) = (facing(a, b, axis), facing(b, a, axis));
            from + (to - from) * share
        });
        let own = a.distance_to(point).min(b.distance_to(point));
        others().all(|(other, its_land)| its_land == land || other.distance_to(point) > own + 12.0)
    })
}

/// The coordinate of the point of a box that looks at another box.
fn facing(from: &Rect, to: &Rect, axis: usize) -> f64 {
    let half = from.size[axis] / 2.0;
    to.at[axis].clamp(from.at[axis] - half, from.at[axis] + half)
}

/// Where there is room for certain: south of everything.
fn beyond(boxes: &Boxes, placed: &[bool], at: usize) -> Point {
    let all: Vec<Rect> = boxes
        .rects
        .iter()
        .zip(placed)
        .filter(|(_, placed)| **placed)
        .map(|(rect, _)| *rect)
        .collect();
    let [x, y] = boxes.title(boxes.land[at]).at;
    let south = Rect::around(&all).map_or(y, |all| all.edges()[3]);
    [x, south + boxes.rects[at].size[1] / 2.0 + 40.0]
}
