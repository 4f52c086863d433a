//! Pushes boxes apart until none overlaps, and keeps each land in one piece: its boxes stay on its side of the line between it
//! and every other land (the power diagram of circles as large as the lands, on a chart that is squashed as lands are).
//!
//! Two boxes part along the axis on which they overlap least *in proportion to their sizes*; the axis of least overlap alone would
//! pile wide labels into towers.

use super::Boxes;
use super::lands::{FLATTEN, Lands};
use crate::layout::{Point, length};

const ROUNDS: usize = 900;
const GATHERING: usize = 240;
/// How strongly everything is drawn to the middle, along each axis.
const PULL: [f64; 2] = [0.0015, 0.008];
/// Between boxes of one land.
const NEAR: [f64; 2] = [9.0, 6.0];
/// Added between boxes of different lands.
const BORDER: f64 = 17.0;
/// Between a box and the line to the next land.
const MARGIN: f64 = 8.0;
/// How much of a push a title takes when it meets a site of its own land.
const TITLE_YIELDS: f64 = 0.12;

/// How boxes are pushed in one pass.
struct Push {
    gap: [f64; 2],
    border: f64,
    yields: f64,
    /// How much rather boxes part along the lines of text than across them.
    sideways: f64,
    longest: f64,
    step: f64,
}

const LOOSE: Push = Push {
    gap: NEAR,
    border: BORDER,
    yields: TITLE_YIELDS,
    sideways: 1.0,
    longest: 30.0,
    step: 0.7,
};
const STRICT: Push = Push {
    gap: [4.0, 3.0],
    border: 14.0,
    yields: 0.08,
    sideways: 0.8,
    longest: 20.0,
    step: 0.8,
};

pub(super) fn push(boxes: &mut Boxes, lands: &Lands) {
    let home: Vec<Point> = boxes.rects.iter().map(|rect| rect.at).collect();
    for round in 0..ROUNDS {
        let age = round as f64 / ROUNDS as f64;
        if age < 0.5 {
            centre_titles(boxes, lands.radius.len());
        }
        if age < 2.0 / 3.0 {
            let pull = 0.03 * (1.0 - age * 1.5);
            for (rect, home) in boxes.rects.iter_mut().zip(&home) {
                rect.at = [0, 1].map(|axis| rect.at[axis] + (home[axis] - rect.at[axis]) * pull);
            }
        }
        if age < 0.75 {
            keep_to_cells(boxes, &lands.radius);
        }
        if part(boxes, &LOOSE) == 0 && age >= 0.75 {
            break;
        }
    }
    gather(boxes, &lands.radius);
    legalise(boxes);
}

/// Draws everything together as far as there is room, so that the chart is no larger than it need be.
fn gather(boxes: &mut Boxes, radius: &[f64]) {
    let count = boxes.rects.len().max(1) as f64;
    for _ in 0..GATHERING {
        let middle = [0, 1].map(|axis| boxes.rects.iter().map(|r| r.at[axis]).sum::<f64>() / count);
        for rect in &mut boxes.rects {
            rect.at =
                [0, 1].map(|axis| rect.at[axis] + (middle[axis] - rect.at[axis]) * PULL[axis]);
        }
        keep_to_cells(boxes, radius);
        part(boxes, &LOOSE);
        part(boxes, &LOOSE);
    }
}

/// Parts what still overlaps; where there is no room for that, everything moves a little outward.
fn legalise(boxes: &mut Boxes) {
    for _ in 0..60 {
        let still = (0..40).all(|_| part(boxes, &STRICT) > 0);
        if !still {
            return;
        }
        let count = boxes.rects.len() as f64;
        let middle = [0, 1].map(|axis| boxes.rects.iter().map(|r| r.at[axis]).sum::<f64>() / count);
        for rect in &mut boxes.rects {
            rect.at = [0, 1].map(|axis| middle[axis] + (rect.at[axis] - middle[axis]) * 1.015);
        }
    }
}

/// The middle of each land, by the areas of its boxes.
fn middles(boxes: &Boxes, count: usize, with_titles: bool) -> Vec<Option<Point>> {
    let mut sums = vec![[0.0; 3]; count];
    for (at, rect) in boxes.rects.iter().enumerate() {
        if with_titles || !boxes.is_title(at) {
            let area = rect.size[0] * rect.size[1];
            let sum = &mut sums[boxes.land[at]];
            sum[0] += rect.at[0] * area;
            sum[1] += rect.at[1] * area;
            sum[2] += area;
        }
    }
    sums.iter()
        .map(|sum| (sum[2] > 0.0).then(|| [sum[0] / sum[2], sum[1] / sum[2]]))
        .collect()
}

fn centre_titles(boxes: &mut Boxes, count: usize) {
    for (land, middle) in middles(boxes, count, false).into_iter().enumerate() {
        if let Some(middle) = middle {
            let title = &mut boxes.rects[boxes.sites + land];
            title.at = [0, 1].map(|axis| title.at[axis] + (middle[axis] - title.at[axis]) * 0.06);
        }
    }
}

fn keep_to_cells(boxes: &mut Boxes, radius: &[f64]) {
    let flat = |point: Point| [point[0] / FLATTEN, point[1] * FLATTEN];
    let middle: Vec<Point> = middles(boxes, radius.len(), true)
        .into_iter()
        .map(|middle| flat(middle.unwrap_or_default()))
        .collect();
    for (rect, mine) in boxes.rects.iter_mut().zip(&boxes.land) {
        for other in (0..radius.len()).filter(|other| other != mine) {
            let way = [0, 1].map(|axis| middle[other][axis] - middle[*mine][axis]);
            let far = length(way).max(1.0);
            let toward = way.map(|part| part / far);
            let (r, s) = (radius[*mine], radius[other]);
            let line = (far * far + r * r - s * s) / (2.0 * far);
            let (at, size) = (flat(rect.at), flat(rect.size));
            let reach = (size[0] * toward[0].abs() + size[1] * toward[1].abs()) / 2.0;
            let along =
                (at[0] - middle[*mine][0]) * toward[0] + (at[1] - middle[*mine][1]) * toward[1];
            let over = along + reach + MARGIN - line;
            if over > 0.0 {
                rect.at[0] -= toward[0] * over * 0.5 * FLATTEN;
                rect.at[1] -= toward[1] * over * 0.5 / FLATTEN;
            }
        }
    }
}

/// Pushes every two boxes that are too close a step apart, and says how many there were. Boxes are swept from west to east.
fn part(boxes: &mut Boxes, push: &Push) -> usize {
    let left = |at: usize| boxes.rects[at].at[0] - boxes.rects[at].size[0] / 2.0;
    let mut order: Vec<usize> = (0..boxes.rects.len()).collect();
    order.sort_by(|a, b| left(*a).total_cmp(&left(*b)).then(a.cmp(b)));
    let mut moves = vec![[0.0_f64; 2]; order.len()];
    let mut found = 0;
    for (n, a) in order.iter().copied().enumerate() {
        let reach = left(a) + boxes.rects[a].size[0] + push.gap[0] + push.border;
        for b in order[n + 1..]
            .iter()
            .copied()
            .take_while(|b| left(*b) < reach)
        {
            if let Some((axis, depth)) = too_close(boxes, a, b, push) {
                found += 1;
                let share = share(boxes, a, b, push);
                let sign = if (boxes.rects[a].at[axis], a) < (boxes.rects[b].at[axis], b) {
                    -1.0
                } else {
                    1.0
                };
                moves[a][axis] += sign * depth * share;
                moves[b][axis] -= sign * depth * (1.0 - share);
            }
        }
    }
    for (rect, moved) in boxes.rects.iter_mut().zip(moves) {
        for axis in [0, 1] {
            rect.at[axis] += moved[axis].clamp(-push.longest, push.longest) * push.step;
        }
    }
    found
}

/// Along which axis two boxes should part, and by how much.
fn too_close(boxes: &Boxes, a: usize, b: usize, push: &Push) -> Option<(usize, f64)> {
    let border = if boxes.land[a] == boxes.land[b] {
        0.0
    } else {
        push.border
    };
    let gaps = boxes.rects[a].gaps(&boxes.rects[b]);
    let depth = [0, 1].map(|axis| push.gap[axis] + border - gaps[axis]);
    if depth.iter().any(|depth| *depth <= 0.01) {
        return None;
    }
    let share =
        [0, 1].map(|axis| depth[axis] / (boxes.rects[a].size[axis] + boxes.rects[b].size[axis]));
    let axis = usize::from(share[0] >= share[1] * push.sideways);
    Some((axis, depth[axis]))
}

/// Which part of a push the first of two boxes takes.
fn share(boxes: &Boxes, a: usize, b: usize, push: &Push) -> f64 {
    match (boxes.is_title(a), boxes.is_title(b)) {
        (true, false) if boxes.land[a] == boxes.land[b] => push.yields,
        (false, true) if boxes.land[a] == boxes.land[b] => 1.0 - push.yields,
        _ => 0.5,
    }
}
