//! How long the chart takes, from nothing and from a lock: `cargo bench --bench chart`, or `... -- small` for this map alone.
//! Each time is the best of a few runs. It also holds that each chart is sound, and a good one up to 200 places.

#![expect(
    clippy::unwrap_used,
    reason = "a measurement that cannot go on has failed"
)]

#[path = "../tests/suite/made_up.rs"]
mod made_up;
#[path = "../tests/suite/soundness.rs"]
mod soundness;

use portolan::chart::{chart, lock};
use portolan::diag::Diagnostics;
use portolan::graph::Graph;
use portolan::model::Map;
use portolan::{drawing, load, parse, resolve};
use soundness::{assert_good, assert_sound};
use std::path::Path;
use std::time::Instant;

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut diags = Diagnostics::default();
    let sources = load::load(root, &mut diags).unwrap();
    let mut map = resolve::resolve(parse::parse(&sources, &mut diags), &sources, &mut diags);
    map.lock = None;
    let graph = Graph::analyse(&map);
    measure("this map", map, &graph, 5);
    if std::env::args().any(|argument| argument == "small") {
        return;
    }
    for (entries, runs) in [(200, 5), (1000, 1)] {
        let files = made_up::files(entries);
        let (map, graph) = made_up::map(&files);
        measure(&format!("{entries} places"), map, &graph, runs);
    }
}

fn measure(name: &str, mut map: Map, graph: &Graph, runs: usize) {
    let (drawn, scratch) = best(runs, || chart(&map, graph));
    let text = lock::text(&map, &drawn.lock(&map));
    map.lock = Some(drawn.lock(&map));
    let (again, locked) = best(5, || chart(&map, graph));
    assert!(again == drawn, "a locked chart is the one that was locked");
    let (svg, drawing) = best(5, || drawing::landscape(&map, &drawn, "").unwrap());
    println!(
        "{name}: from nothing {scratch:.0} ms, from the lock {locked:.1} ms, drawing {drawing:.1} ms; {} bytes of SVG, {} of lock",
        svg.len(),
        text.len()
    );
    if map.entries.len() <= 200 {
        assert_good(&map, graph, &drawn, name);
    } else {
        // Made-up maps of this size have roads in all directions: 69 % lead east.
        assert_sound(&drawn);
    }
}

/// The last result, and the shortest time in milliseconds.
fn best<T>(runs: usize, mut work: impl FnMut() -> T) -> (T, f64) {
    let mut shortest = f64::INFINITY;
    let mut result = None;
    for _ in 0..runs {
        let start = Instant::now();
        result = Some(work());
        shortest = shortest.min(start.elapsed().as_secs_f64() * 1e3);
    }
    (result.unwrap(), shortest)
}
