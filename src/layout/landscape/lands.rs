//! Where the lands lie: neighbours in thought are neighbours on the chart, and what is needed first lies in the west.

use super::Scene;
use super::stress::{Anchor, Wanted};
use crate::layout::{Point, chance};

/// How many starts are tried; the best end is kept.
const STARTS: usize = 48;
const ROUNDS: usize = 300;
/// How much more room a land takes than its boxes.
const ROOM: f64 = 1.4;
/// From which affinity on two lands want to touch.
const KINDRED: f64 = 0.3;
/// How much wider than high the chart wants to be.
const SPREAD: f64 = 1.8;
/// How strongly the depth of a land's sites holds it to its longitude.
const LONGITUDE: f64 = 0.6;
/// How strongly lands keep to the equator.
const LATITUDE: f64 = 0.5;
/// The chart is wider than high: what this takes from the height it gives to the width.
pub(super) const FLATTEN: f64 = 1.3;

/// What is known of the lands before their sites are placed.
pub(super) struct Lands {
    /// The centre of each.
    pub(super) centre: Vec<Point>,
    /// The radius of the circle that each would fill.
    pub(super) radius: Vec<f64>,
    /// The mean depth of each one's sites, in 0..1.
    pub(super) depth: Vec<f64>,
    /// The room of all boxes.
    pub(super) area: f64,
}

pub(super) fn place(scene: &Scene) -> Lands {
    let mut lands = measure(scene);
    let width = (lands.area * ROOM * SPREAD).sqrt();
    let wanted = wanted(scene, &lands);
    let east = longitudes(&lands, width);
    let anchors: Vec<Anchor> = east
        .iter()
        .map(|x| Anchor {
            at: [*x, 0.0],
            weight: [LONGITUDE, LATITUDE],
        })
        .collect();
    let mut best = (f64::INFINITY, Vec::new());
    for start in 0..STARTS {
        let mut points: Vec<Point> = scene
            .lands
            .iter()
            .zip(&east)
            .map(|(land, x)| {
                [
                    *x,
                    (chance::of_text(&format!("{}/{start}", land.id)) - 0.5) * width,
                ]
            })
            .collect();
        wanted.settle(&mut points, &anchors, ROUNDS, 0.01);
        let off: f64 = points
            .iter()
            .zip(&east)
            .zip(&lands.radius)
            .map(|((point, x), radius)| 0.02 * (point[0] - x) * (point[0] - x) / (radius * radius))
            .sum();
        let stress = wanted.stress(&points) + off;
        if stress < best.0 - 1e-9 {
            best = (stress, points);
        }
    }
    lands.centre = upright(best.1)
        .into_iter()
        .map(|[x, y]| [x * FLATTEN, y / FLATTEN])
        .collect();
    lands
}

fn measure(scene: &Scene) -> Lands {
    let count = scene.lands.len();
    let (mut area, mut depth, mut sites) = (vec![0.0; count], vec![0.0; count], vec![0.0; count]);
    let room = |[width, height]: [f64; 2]| (width + 16.0) * (height + 14.0);
    for (land, area) in scene.lands.iter().zip(&mut area) {
        *area += room(land.title);
    }
    for site in &scene.sites {
        area[site.land] += room(site.size);
        depth[site.land] += site.depth;
        sites[site.land] += 1.0;
    }
    Lands {
        centre: Vec::new(),
        radius: area
            .iter()
            .map(|area| (area * ROOM / std::f64::consts::PI).sqrt())
            .collect(),
        depth: depth
            .iter()
            .zip(&sites)
            .map(|(sum, n): (&f64, &f64)| sum / n.max(1.0))
            .collect(),
        area: area.iter().sum(),
    }
}

/// Lands that many roads join want to touch; others may lie up to twice as far apart.
fn wanted(scene: &Scene, lands: &Lands) -> Wanted {
    let count = scene.lands.len();
    let mut roads = vec![0.0; count * count];
    for (from, to) in &scene.roads {
        let (a, b) = (scene.sites[*from].land, scene.sites[*to].land);
        if a != b {
            roads[a * count + b] += 1.0;
            roads[b * count + a] += 1.0;
        }
    }
    let degree: Vec<f64> = roads
        .chunks(count.max(1))
        .map(|row| row.iter().sum::<f64>().max(1.0))
        .collect();
    let mut wanted = Wanted::nothing(count);
    for a in 0..count {
        for b in 0..a {
            let affinity = roads[a * count + b] / (degree[a] * degree[b]).sqrt();
            let apart = 1.0 + 0.9 * (1.0 - (affinity / KINDRED).min(1.0));
            wanted.set(a, b, (lands.radius[a] + lands.radius[b]) * apart);
        }
    }
    wanted
}

/// Evenly from west to east, in the order of the depths.
fn longitudes(lands: &Lands, width: f64) -> Vec<f64> {
    let count = lands.depth.len();
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by(|a, b| lands.depth[*a].total_cmp(&lands.depth[*b]).then(a.cmp(b)));
    let mut east = vec![0.0; count];
    for (rank, land) in order.into_iter().enumerate() {
        east[land] = (rank as f64 + 0.5) / count as f64 * width;
    }
    east
}

/// A picture and its mirror image are equally good: the first land goes to the upper half.
fn upright(mut points: Vec<Point>) -> Vec<Point> {
    let middle = points.iter().map(|point| point[1]).sum::<f64>() / points.len().max(1) as f64;
    if points.first().is_some_and(|first| first[1] > middle) {
        for point in &mut points {
            point[1] = -point[1];
        }
    }
    points
}
