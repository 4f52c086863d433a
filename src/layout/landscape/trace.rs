//! A raster of territories → outlines made of arcs. An arc runs between two points at which three territories meet; both of its
//! neighbours use the same arc, so borders neither gap nor overlap however they are smoothed.

use super::curve;
use super::territory::{CELL, Raster, SEA};
use crate::layout::Point;
use std::collections::BTreeMap;

/// A piece of coast or border.
#[derive(Debug, Clone, PartialEq)]
pub struct Arc {
    /// Its points; those of a closed arc end before the first.
    pub points: Vec<Point>,
    /// Whether it is a ring of its own.
    pub closed: bool,
    /// What lies to the left and to the right of it, seen in its direction.
    pub sides: [u16; 2],
}

impl Arc {
    /// Whether one of its sides is the sea.
    #[must_use]
    pub fn is_coast(&self) -> bool {
        self.sides.contains(&SEA)
    }
}

/// An arc of a ring, and whether the ring runs against its direction.
pub type Part = (usize, bool);

/// The outlines of all lands.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Outlines {
    /// The arcs.
    pub arcs: Vec<Arc>,
    /// The rings of each land: shores and, if it has any, lakes.
    pub rings: Vec<Vec<Vec<Part>>>,
}

impl Outlines {
    /// The lands that share a border, each pair once, the smaller number first.
    #[must_use]
    pub fn neighbours(&self) -> std::collections::BTreeSet<(usize, usize)> {
        let borders = self.arcs.iter().filter(|arc| !arc.is_coast());
        borders
            .map(|arc| {
                let [a, b] = arc.sides.map(usize::from);
                (a.min(b), a.max(b))
            })
            .collect()
    }
}

/// The four directions along the edges of cells: east, south, west, north.
const STEPS: [(isize, isize); 4] = [(1, 0), (0, 1), (-1, 0), (0, -1)];

/// The corners and edges between cells.
struct Lattice<'a> {
    raster: &'a Raster,
    /// One more than there are columns.
    width: usize,
}

/// An edge of a cell with a direction: the corner where it begins, and the number of its step.
type Edge = (usize, usize);

impl Lattice<'_> {
    fn end(&self, (corner, step): Edge) -> usize {
        match step {
            0 => corner + 1,
            1 => corner + self.width,
            2 => corner - 1,
            _ => corner - self.width,
        }
    }

    /// What lies to the left and to the right of an edge; sea where there is no edge.
    fn sides(&self, (corner, step): Edge) -> [u16; 2] {
        let (x, y) = (
            (corner % self.width) as isize,
            (corner / self.width) as isize,
        );
        let cell = |dx: isize, dy: isize| self.raster.cell(x + dx, y + dy);
        match step {
            0 => [cell(0, -1), cell(0, 0)],
            1 => [cell(0, 0), cell(-1, 0)],
            2 => [cell(-1, 0), cell(-1, -1)],
            _ => [cell(-1, -1), cell(0, -1)],
        }
    }

    fn is_boundary(&self, edge: Edge) -> bool {
        let [left, right] = self.sides(edge);
        left != right
    }

    /// The steps along boundaries from a corner.
    fn steps(&self, corner: usize) -> impl Iterator<Item = usize> + '_ {
        (0..STEPS.len()).filter(move |step| self.is_boundary((corner, *step)))
    }

    fn point(&self, corner: usize) -> Point {
        [
            self.raster.origin[0] + (corner % self.width) as f64 * CELL,
            self.raster.origin[1] + (corner / self.width) as f64 * CELL,
        ]
    }
}

/// An arc before it is smoothed: its edges in order.
struct Raw {
    edges: Vec<Edge>,
    closed: bool,
}

/// Traces all outlines of `lands` lands.
#[must_use]
pub fn trace(raster: &Raster, lands: usize) -> Outlines {
    let lattice = Lattice {
        raster,
        width: raster.columns + 1,
    };
    let raw = arcs(&lattice);
    let rings = rings(&lattice, &raw, lands);
    let arcs = raw
        .into_iter()
        .map(|raw| {
            let mut points: Vec<Point> = raw
                .edges
                .iter()
                .map(|(corner, _)| lattice.point(*corner))
                .collect();
            if !raw.closed {
                points.extend(
                    raw.edges
                        .last()
                        .map(|edge| lattice.point(lattice.end(*edge))),
                );
            }
            Arc {
                points: curve::smooth(points, raw.closed),
                closed: raw.closed,
                sides: lattice.sides(raw.edges[0]),
            }
        })
        .collect();
    Outlines { arcs, rings }
}

/// Every boundary edge in exactly one arc: first those between meeting points, then the rings that have none.
fn arcs(lattice: &Lattice<'_>) -> Vec<Raw> {
    let corners = lattice.width * (lattice.raster.rows + 1);
    let mut used = vec![[false; 4]; corners];
    let mut arcs = Vec::new();
    let boundary: Vec<usize> = (0..corners)
        .filter(|at| lattice.steps(*at).next().is_some())
        .collect();
    for whole in [false, true] {
        for corner in &boundary {
            let meets = lattice.steps(*corner).count() > 2;
            if meets == whole {
                continue;
            }
            for step in lattice.steps(*corner) {
                if !used[*corner][step] {
                    arcs.push(walk(lattice, (*corner, step), &mut used));
                }
            }
        }
    }
    arcs
}

/// Follows a boundary until it meets another or closes.
fn walk(lattice: &Lattice<'_>, first: Edge, used: &mut [[bool; 4]]) -> Raw {
    let mut edges = Vec::new();
    let mut edge = first;
    loop {
        edges.push(edge);
        let end = lattice.end(edge);
        let back = (edge.1 + 2) % 4;
        used[edge.0][edge.1] = true;
        used[end][back] = true;
        let mut onward = lattice.steps(end).filter(|step| *step != back);
        let (next, meets) = (onward.next(), onward.next().is_some());
        match next {
            Some(step) if !meets && end != first.0 => edge = (end, step),
            _ => {
                let closed = end == first.0 && !meets && lattice.steps(end).count() == 2;
                return Raw { edges, closed };
            }
        }
    }
}

/// Joins the arcs around each land, which lies to the right of the way.
fn rings(lattice: &Lattice<'_>, raw: &[Raw], lands: usize) -> Vec<Vec<Vec<Part>>> {
    let first = |part: Part| {
        let edges = &raw[part.0].edges;
        if part.1 {
            reversed(lattice, edges[edges.len() - 1])
        } else {
            edges[0]
        }
    };
    let last = |part: Part| {
        let edges = &raw[part.0].edges;
        if part.1 {
            reversed(lattice, edges[0])
        } else {
            edges[edges.len() - 1]
        }
    };
    let mut rings = vec![Vec::new(); lands];
    let mut begins: BTreeMap<(u16, usize), Vec<Part>> = BTreeMap::new();
    for (number, arc) in raw.iter().enumerate() {
        for backward in [false, true] {
            let edge = first((number, backward));
            let land = lattice.sides(edge)[1];
            if land == SEA {
                continue;
            }
            if arc.closed {
                rings[usize::from(land)].push(vec![(number, backward)]);
            } else {
                begins
                    .entry((land, edge.0))
                    .or_default()
                    .push((number, backward));
            }
        }
    }
    while let Some((&(land, _), parts)) = begins.first_key_value() {
        let mut ring = Vec::new();
        let mut part = parts[0];
        loop {
            ring.push(part);
            let corner = first(part).0;
            if let Some(list) = begins.get_mut(&(land, corner)) {
                list.retain(|other| *other != part);
                if list.is_empty() {
                    begins.remove(&(land, corner));
                }
            }
            // Where a land touches itself at a corner, either way on makes the same shape.
            let onward = begins.get(&(land, lattice.end(last(part))));
            let Some(next) = onward.and_then(|parts| parts.first()) else {
                break;
            };
            part = *next;
        }
        rings[usize::from(land)].push(ring);
    }
    rings
}

fn reversed(lattice: &Lattice<'_>, edge: Edge) -> Edge {
    (lattice.end(edge), (edge.1 + 2) % 4)
}
