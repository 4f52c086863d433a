//! What a good chart is, in figures.

use portolan::chart::{Chart, LEVELS};
use portolan::drawing;
use portolan::graph::Graph;
use portolan::layout::landscape::{territory, trace};
use portolan::layout::{Rect, colour, distance};
use portolan::model::Map;

/// Everything that is asked of a chart that was placed from nothing.
#[track_caller]
pub(crate) fn assert_good(map: &Map, graph: &Graph, chart: &Chart, name: &str) {
    assert_sound(chart);
    assert_shared(chart);
    assert_meaningful(chart, graph, name);
    assert_small(map, chart, name);
    assert_tellable(chart, name);
}

fn overlaps(boxes: &[Rect]) -> usize {
    let pairs = boxes
        .iter()
        .enumerate()
        .flat_map(|(n, a)| boxes[..n].iter().map(move |b| (a, b)));
    pairs.filter(|(a, b)| a.overlaps(b)).count()
}

/// Points all over a box: nine across, five down.
fn samples(rect: &Rect) -> impl Iterator<Item = [f64; 2]> + use<> {
    let rect = *rect;
    (0..45).map(move |n| {
        let share = [f64::from(n % 9) / 8.0 - 0.5, f64::from(n / 9) / 4.0 - 0.5];
        [0, 1].map(|axis| rect.at[axis] + share[axis] * (rect.size[axis] - 0.02))
    })
}

/// Nothing overlaps, every name lies on its own land and off the coast, and each land is one piece.
#[track_caller]
pub(crate) fn assert_sound(chart: &Chart) {
    for level in 0..LEVELS.len() {
        assert_eq!(
            overlaps(&chart.shown_at(level)),
            0,
            "overlaps at level {level}"
        );
    }
    assert_eq!(
        chart.shown_at(LEVELS.len() - 1).len(),
        chart.boxes.rects.len(),
        "the last level shows all"
    );
    let raster = territory::divide(&chart.boxes);
    for (rect, land) in chart.boxes.rects.iter().zip(&chart.boxes.land) {
        for point in samples(rect) {
            assert_eq!(
                usize::from(raster.at(point)),
                *land,
                "{rect:?} leaves its land at {point:?}"
            );
            let clear = territory::clearance(&raster, point, 8.0);
            assert!(
                clear >= 3.0,
                "{rect:?} is {clear} px from a coast or border"
            );
        }
    }
    let lands = raster
        .patches()
        .into_iter()
        .filter(|patch| raster.cells[patch[0]] != territory::SEA);
    assert_eq!(lands.count(), chart.lands.len(), "each land is one piece");
}

/// Every arc lies between two lands and in the rings of both, or between one and the sea.
#[track_caller]
fn assert_shared(chart: &Chart) {
    let outlines = &chart.outlines;
    let mut users = vec![Vec::new(); outlines.arcs.len()];
    for (land, rings) in outlines.rings.iter().enumerate() {
        for (arc, _) in rings.iter().flatten() {
            users[*arc].push(land);
        }
    }
    for (arc, users) in outlines.arcs.iter().zip(users) {
        let mut sides: Vec<usize> = arc
            .sides
            .iter()
            .filter(|side| **side != territory::SEA)
            .map(|side| usize::from(*side))
            .collect();
        sides.sort_unstable();
        assert_eq!(users, sides);
        assert_eq!(arc.is_coast(), sides.len() == 1);
    }
    for rings in &outlines.rings {
        for ring in rings {
            let ends = |(arc, backward): &trace::Part| {
                let points = &outlines.arcs[*arc].points;
                let (first, last) = (points[0], points[points.len() - 1]);
                if *backward {
                    (last, first)
                } else {
                    (first, last)
                }
            };
            let next = ring.iter().cycle().skip(1);
            let joined = ring.iter().zip(next).all(|(a, b)| ends(a).1 == ends(b).0);
            assert!(
                joined || (ring.len() == 1 && outlines.arcs[ring[0].0].closed),
                "a ring has a gap"
            );
        }
    }
}

/// Roads are short, and most of them lead east.
#[track_caller]
fn assert_meaningful(chart: &Chart, graph: &Graph, name: &str) {
    let at = |n: usize| chart.places[n].at;
    let roads: Vec<(usize, usize)> = graph
        .needs
        .iter()
        .flatten()
        .map(|edge| (edge.to.index(), edge.from.index()))
        .collect();
    let mean = |lengths: Vec<f64>| lengths.iter().sum::<f64>() / lengths.len() as f64;
    let of = |home: bool| {
        let kept = roads
            .iter()
            .filter(|(a, b)| (chart.places[*a].land == chart.places[*b].land) == home);
        mean(kept.map(|(a, b)| distance(at(*a), at(*b))).collect())
    };
    let count = chart.places.len();
    let pairs = (0..count).flat_map(|a| (0..a).map(move |b| (a, b)));
    let all = mean(pairs.map(|(a, b)| distance(at(a), at(b))).collect());
    let east =
        roads.iter().filter(|(a, b)| at(*a)[0] < at(*b)[0]).count() as f64 / roads.len() as f64;
    let size = chart.frame.unwrap().size;
    println!(
        "{name}: {} x {} px, roads inside {:.3}, across {:.3} of all pairs; {:.0} % lead east",
        size[0],
        size[1],
        of(true) / all,
        of(false) / all,
        east * 100.0
    );
    assert!(
        of(true) <= 0.35 * all,
        "roads within lands: {:.3}",
        of(true) / all
    );
    assert!(
        of(false) <= 0.9 * all,
        "roads across borders: {:.3}",
        of(false) / all
    );
    assert!(east >= 0.7, "{east} of the roads lead east");
}

#[track_caller]
fn assert_small(map: &Map, chart: &Chart, name: &str) {
    let svg = drawing::landscape(map, chart, "").unwrap();
    println!("{name}: {} bytes", svg.len());
    assert!(
        svg.len() <= 650 * chart.places.len() + 30_000,
        "{} bytes",
        svg.len()
    );
}

#[track_caller]
fn assert_tellable(chart: &Chart, name: &str) {
    let pairs = chart.outlines.neighbours();
    let least = pairs
        .iter()
        .map(|(a, b)| colour::slots_differ(chart.lands[*a].colour, chart.lands[*b].colour))
        .fold(f64::INFINITY, f64::min);
    println!(
        "{name}: {} borders, the least difference is {least:.1}",
        pairs.len()
    );
    assert!(least >= 5.0, "two neighbours differ by {least}");
}
