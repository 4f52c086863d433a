//! Where the sites lie before they are pushed apart: near what they are joined with, on their own land.

use super::lands::Lands;
use super::stress::{Anchor, Wanted};
use super::{Boxes, Scene};
use crate::layout::{chance, distance};
use std::cmp::Reverse;
use std::collections::BinaryHeap;

const ROUNDS: usize = 200;
/// How long a road to another land wants to be, if one within a land is 1 long.
const ABROAD: f64 = 1.4;
/// From a site to the title of its land, as a share of the land's radius.
const TO_TITLE: f64 = 0.62;

/// The neighbours of each point and how far they want to be.
type Ways = Vec<Vec<(usize, f64)>>;

pub(super) fn place(scene: &Scene, lands: &Lands) -> Boxes {
    let mut boxes = scene.boxes();
    let count = boxes.rects.len();
    let mut points = Vec::with_capacity(count);
    let mut anchors = Vec::with_capacity(count);
    for site in &scene.sites {
        let (centre, radius) = (lands.centre[site.land], lands.radius[site.land]);
        let east = site.depth - lands.depth[site.land];
        let scatter = |axis: &str| chance::of_text(&format!("{}{axis}", site.id)) - 0.5;
        points.push([
            centre[0] + (east * 1.2 + scatter("") * 0.5) * radius,
            centre[1] + scatter("y") * 1.2 * radius,
        ]);
        anchors.push(Anchor {
            at: [
                centre[0] + (east * 1.6).clamp(-0.9, 0.9) * radius,
                centre[1],
            ],
            weight: [0.25, 0.0],
        });
    }
    for centre in &lands.centre {
        points.push(*centre);
        anchors.push(Anchor {
            at: *centre,
            weight: [4.0, 4.0],
        });
    }
    let wanted = shortest(&ways(scene, lands));
    wanted.settle(&mut points, &anchors, ROUNDS, 0.05);
    for (rect, [x, y]) in boxes.rects.iter_mut().zip(points) {
        rect.at = [x, y];
    }
    boxes
}

fn ways(scene: &Scene, lands: &Lands) -> Ways {
    let sites = scene.sites.len();
    let count = sites + scene.lands.len();
    let unit = (lands.area * 1.6 / count.max(1) as f64).sqrt();
    let mut ways: Ways = vec![Vec::new(); count];
    let mut join = |a: usize, b: usize, length: f64| {
        ways[a].push((b, length));
        ways[b].push((a, length));
    };
    for (from, to) in &scene.roads {
        let at_home = scene.sites[*from].land == scene.sites[*to].land;
        join(*from, *to, if at_home { unit } else { ABROAD * unit });
    }
    for (at, site) in scene.sites.iter().enumerate() {
        join(at, sites + site.land, lands.radius[site.land] * TO_TITLE);
    }
    for a in 0..scene.lands.len() {
        for b in 0..a {
            join(
                sites + a,
                sites + b,
                distance(lands.centre[a], lands.centre[b]).max(1.0),
            );
        }
    }
    ways
}

/// The lengths of all shortest ways (Dijkstra 1959, from each point). Lengths are positive, so that their bits are ordered as
/// they are.
fn shortest(ways: &Ways) -> Wanted {
    let mut wanted = Wanted::nothing(ways.len());
    for start in 0..ways.len() {
        let row = &mut wanted.table[start * ways.len()..(start + 1) * ways.len()];
        row[start] = 0.0;
        let mut queue = BinaryHeap::from([(Reverse(0_u64), start)]);
        while let Some((Reverse(bits), at)) = queue.pop() {
            let so_far = f64::from_bits(bits);
            if so_far > row[at] {
                continue;
            }
            for (next, length) in &ways[at] {
                let total = so_far + length;
                if total < row[*next] {
                    row[*next] = total;
                    queue.push((Reverse(total.to_bits()), *next));
                }
            }
        }
    }
    wanted
}
