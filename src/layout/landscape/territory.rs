//! Which land each spot of the chart belongs to: that of the nearest box, and sea where none is near.
//!
//! Distances are to boxes and not to points, so that every label lies on its own land by construction. Noise bends borders and
//! coasts; it depends on the place alone, so that what is added in the east leaves the west as it was.

use super::Boxes;
use crate::layout::chance::Noise;
use crate::layout::{Point, Rect, distance};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// What is no land.
pub const SEA: u16 = u16::MAX;

/// The side of a cell.
pub const CELL: f64 = 4.0;
/// Around all boxes.
const MARGIN: f64 = 64.0;
/// How far the coast lies from the boxes, and how much that varies.
const SHELF: [f64; 2] = [34.0, 15.0];
/// By how much borders are bent.
const BEND: f64 = 8.0;
/// Around a box, the ground is certainly its own land's.
const SURE: f64 = 6.0;
/// No box farther away than this matters to a spot.
const SIGHT: f64 = SHELF[0] + SHELF[1] + 2.0 * BEND;
/// Water that is smaller, in square pixels, is no lake.
const LAKE: f64 = 5200.0;
/// The side of a bin, for finding the boxes near a spot.
const BIN: f64 = 80.0;

/// The chart as a grid of cells.
#[derive(Debug, Clone, PartialEq)]
pub struct Raster {
    /// The upper left corner.
    pub origin: Point,
    /// Cells from west to east.
    pub columns: usize,
    /// Cells from north to south.
    pub rows: usize,
    /// The land of each cell, row by row.
    pub cells: Vec<u16>,
}

impl Raster {
    /// The land at a point; outside there is sea.
    #[must_use]
    pub fn at(&self, point: Point) -> u16 {
        let [x, y] = [0, 1].map(|axis| ((point[axis] - self.origin[axis]) / CELL).floor());
        if x < 0.0 || y < 0.0 {
            return SEA;
        }
        self.cell(x as isize, y as isize)
    }

    /// The land of a cell; outside there is sea.
    #[must_use]
    pub fn cell(&self, column: isize, row: isize) -> u16 {
        let (Ok(column), Ok(row)) = (usize::try_from(column), usize::try_from(row)) else {
            return SEA;
        };
        if column < self.columns && row < self.rows {
            self.cells[row * self.columns + column]
        } else {
            SEA
        }
    }

    /// The cells beside a cell.
    fn beside(&self, cell: usize) -> impl Iterator<Item = usize> + use<> {
        let (x, y) = (cell % self.columns, cell / self.columns);
        let (columns, rows) = (self.columns, self.rows);
        [
            (y > 0).then(|| cell - columns),
            (x + 1 < columns).then(|| cell + 1),
            (y + 1 < rows).then(|| cell + columns),
            (x > 0).then(|| cell - 1),
        ]
        .into_iter()
        .flatten()
    }

    fn is_edge(&self, cell: usize) -> bool {
        let (x, y) = (cell % self.columns, cell / self.columns);
        x == 0 || y == 0 || x + 1 == self.columns || y + 1 == self.rows
    }

    /// The patches of equal cells, each with its cells.
    #[must_use]
    pub fn patches(&self) -> Vec<Vec<usize>> {
        let mut seen = vec![false; self.cells.len()];
        let mut patches = Vec::new();
        for start in 0..self.cells.len() {
            if seen[start] {
                continue;
            }
            seen[start] = true;
            let mut patch = vec![start];
            let mut next = 0;
            while let Some(cell) = patch.get(next).copied() {
                next += 1;
                for beside in self.beside(cell) {
                    if !seen[beside] && self.cells[beside] == self.cells[start] {
                        seen[beside] = true;
                        patch.push(beside);
                    }
                }
            }
            patches.push(patch);
        }
        patches
    }
}

/// Divides the chart among the lands.
#[must_use]
pub fn divide(boxes: &Boxes) -> Raster {
    let around = Rect::around(&boxes.rects).unwrap_or(Rect {
        at: [0.0; 2],
        size: [1.0; 2],
    });
    let [left, top, right, bottom] = around.edges();
    // Whole cells of one fixed grid, so that a chart that grows keeps its coasts.
    let origin = [left, top].map(|edge| ((edge - MARGIN) / CELL).floor() * CELL);
    let [columns, rows] = [right - origin[0], bottom - origin[1]]
        .map(|size| ((size + MARGIN) / CELL).ceil() as usize);
    let mut raster = Raster {
        origin,
        columns,
        rows,
        cells: vec![SEA; columns * rows],
    };
    let near = Near::new(boxes, &raster);
    let ground = Ground::new(&raster);
    raster
        .cells
        .par_chunks_mut(columns)
        .enumerate()
        .for_each(|(row, cells)| {
            for (column, cell) in cells.iter_mut().enumerate() {
                let spot = [
                    origin[0] + (column as f64 + 0.5) * CELL,
                    origin[1] + (row as f64 + 0.5) * CELL,
                ];
                *cell = owner(boxes, near.of(spot), spot, &ground);
            }
        });
    tidy(&mut raster, boxes);
    raster
}

/// The noises that shape the ground.
struct Ground {
    east: Noise,
    south: Noise,
    shelf: Noise,
}

impl Ground {
    fn new(raster: &Raster) -> Self {
        let [x, y] = raster.origin;
        let area = [
            x,
            y,
            x + raster.columns as f64 * CELL,
            y + raster.rows as f64 * CELL,
        ];
        Self {
            east: Noise::over(area, 11),
            south: Noise::over(area, 77),
            shelf: Noise::over(area, 5),
        }
    }
}

fn owner(boxes: &Boxes, near: &[usize], [x, y]: Point, ground: &Ground) -> u16 {
    if near.is_empty() {
        return SEA;
    }
    let bent = [
        x + ground.east.at(x, y) * BEND,
        y + ground.south.at(x, y) * BEND,
    ];
    let mut best = (f64::INFINITY, SEA);
    for at in near {
        let rect = &boxes.rects[*at];
        let land = u16::try_from(boxes.land[*at]).unwrap_or(SEA);
        if rect.distance_to([x, y]) <= SURE {
            return land;
        }
        let away = rect.distance_to(bent);
        if away < best.0 {
            best = (away, land);
        }
    }
    if best.0 < SHELF[0] + ground.shelf.at(x, y) * SHELF[1] {
        best.1
    } else {
        SEA
    }
}

/// The boxes near each bin of the chart.
struct Near {
    origin: Point,
    columns: usize,
    bins: Vec<Vec<usize>>,
}

impl Near {
    fn new(boxes: &Boxes, raster: &Raster) -> Self {
        let [columns, rows] =
            [raster.columns, raster.rows].map(|cells| (cells as f64 * CELL / BIN) as usize + 1);
        let mut bins = vec![Vec::new(); columns * rows];
        for (at, rect) in boxes.rects.iter().enumerate() {
            let [left, top, right, bottom] = rect.edges();
            let bin = |edge: f64, axis: usize, count: usize| {
                (((edge - raster.origin[axis]) / BIN).max(0.0) as usize).min(count - 1)
            };
            for row in bin(top - SIGHT, 1, rows)..=bin(bottom + SIGHT, 1, rows) {
                for column in bin(left - SIGHT, 0, columns)..=bin(right + SIGHT, 0, columns) {
                    bins[row * columns + column].push(at);
                }
            }
        }
        Self {
            origin: raster.origin,
            columns,
            bins,
        }
    }

    fn of(&self, spot: Point) -> &[usize] {
        let [x, y] = [0, 1].map(|axis| ((spot[axis] - self.origin[axis]) / BIN) as usize);
        &self.bins[y * self.columns + x]
    }
}

/// Fills small waters, gives scraps of land to their neighbours, and joins what belongs together.
fn tidy(raster: &mut Raster, boxes: &Boxes) {
    let held: BTreeSet<usize> = boxes
        .rects
        .iter()
        .map(|rect| cell_of(raster, rect.at))
        .collect();
    for _ in 0..3 {
        absorb(raster, &held);
    }
    bridge(raster, boxes);
    // An isthmus may have cut off a scrap.
    absorb(raster, &held);
}

/// Gives every patch that nothing holds to what lies around it.
fn absorb(raster: &mut Raster, held: &BTreeSet<usize>) {
    for patch in raster.patches() {
        let land = raster.cells[patch[0]];
        let keeps = if land == SEA {
            patch.len() as f64 * CELL * CELL >= LAKE
                || patch.iter().any(|cell| raster.is_edge(*cell))
        } else {
            patch.iter().any(|cell| held.contains(cell))
        };
        if !keeps {
            let heir = heir(raster, &patch);
            for cell in patch {
                raster.cells[cell] = heir;
            }
        }
    }
}

fn cell_of(raster: &Raster, point: Point) -> usize {
    let [x, y] = [0, 1].map(|axis| ((point[axis] - raster.origin[axis]) / CELL) as usize);
    y * raster.columns + x
}

/// What lies beside a patch along most of its edge.
fn heir(raster: &Raster, patch: &[usize]) -> u16 {
    let mine = raster.cells[patch[0]];
    let mut sides: BTreeMap<u16, usize> = BTreeMap::new();
    for cell in patch {
        for beside in raster.beside(*cell) {
            if raster.cells[beside] != mine {
                *sides.entry(raster.cells[beside]).or_default() += 1;
            }
        }
    }
    let longest = sides
        .iter()
        .max_by_key(|(land, edges)| (**edges, u16::MAX - **land));
    longest.map_or(mine, |(land, _)| *land)
}

/// Joins the pieces of a land by an isthmus along the shortest way that touches no box of another land.
fn bridge(raster: &mut Raster, boxes: &Boxes) {
    let lands = boxes.rects.len() - boxes.sites;
    for _ in 0..boxes.rects.len() {
        let mut pieces: Vec<Vec<Vec<usize>>> = vec![Vec::new(); lands];
        for patch in raster.patches() {
            if let Some(pieces) = pieces.get_mut(usize::from(raster.cells[patch[0]])) {
                pieces.push(patch);
            }
        }
        let mut joined = false;
        for (land, mut pieces) in pieces.into_iter().enumerate() {
            pieces.sort_by_key(|piece| std::cmp::Reverse(piece.len()));
            if let [main, piece, ..] = pieces.as_slice() {
                joined |= isthmus(raster, boxes, land, (piece, main));
            }
        }
        if !joined {
            return;
        }
    }
}

fn isthmus(raster: &mut Raster, boxes: &Boxes, land: usize, ends: (&[usize], &[usize])) -> bool {
    let Ok(mine) = u16::try_from(land) else {
        return false;
    };
    let goal: BTreeSet<usize> = ends.1.iter().copied().collect();
    let foreign = |cell: usize| {
        let spot = [
            raster.origin[0] + ((cell % raster.columns) as f64 + 0.5) * CELL,
            raster.origin[1] + ((cell / raster.columns) as f64 + 0.5) * CELL,
        ];
        let all = boxes.rects.iter().zip(&boxes.land);
        all.into_iter()
            .any(|(rect, its)| *its != land && rect.distance_to(spot) <= SURE + 2.0)
    };
    let mut came: BTreeMap<usize, usize> = ends.0.iter().map(|cell| (*cell, *cell)).collect();
    let mut queue: std::collections::VecDeque<usize> = ends.0.iter().copied().collect();
    while let Some(cell) = queue.pop_front() {
        if goal.contains(&cell) {
            let mut at = cell;
            while came[&at] != at {
                at = came[&at];
                let around: Vec<usize> = raster.beside(at).collect();
                raster.cells[at] = mine;
                for beside in around {
                    raster.cells[beside] = mine;
                }
            }
            return true;
        }
        for beside in raster.beside(cell) {
            if !came.contains_key(&beside) && !raster.is_edge(beside) && !foreign(beside) {
                came.insert(beside, cell);
                queue.push_back(beside);
            }
        }
    }
    false
}

/// How far a point is from the nearest spot of another kind, up to a limit: labels keep away from coasts.
#[must_use]
pub fn clearance(raster: &Raster, point: Point, limit: f64) -> f64 {
    let land = raster.at(point);
    let reach = (limit / CELL).ceil() as isize + 1;
    let [x, y] = [0, 1].map(|axis| ((point[axis] - raster.origin[axis]) / CELL).floor() as isize);
    let mut nearest = limit;
    for row in y - reach..=y + reach {
        for column in x - reach..=x + reach {
            if raster.cell(column, row) != land {
                let corner = [
                    raster.origin[0] + column as f64 * CELL,
                    raster.origin[1] + row as f64 * CELL,
                ];
                let side = [0, 1].map(|axis| point[axis].clamp(corner[axis], corner[axis] + CELL));
                nearest = nearest.min(distance(point, side));
            }
        }
    }
    nearest
}
