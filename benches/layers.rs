//! How long it takes to lay out generated maps in columns: `cargo bench --bench layers`. The best of five runs counts, since a
//! busy machine can only make a run longer.

#[path = "../tests/suite/generated.rs"]
mod generated;

use portolan::layout::layered::{Edge, Node, layered};
use std::time::Instant;

const RUNS: usize = 5;

fn main() {
    for count in [50, 200, 1000, 2000] {
        let graph = generated::graph(count, 1);
        let node = |at: usize| Node {
            key: &graph.keys[at],
            group: graph.groups[at],
            width: 120.0,
            height: 22.0,
        };
        let nodes: Vec<Node<'_>> = (0..count).map(node).collect();
        let edges: Vec<Edge> = graph
            .edges
            .iter()
            .map(|(from, to, firm)| Edge {
                from: *from,
                to: *to,
                firm: *firm,
            })
            .collect();
        let mut best = f64::MAX;
        let mut crossings = 0;
        for _ in 0..RUNS {
            let start = Instant::now();
            crossings = layered(&nodes, &edges).crossings;
            best = best.min(start.elapsed().as_secs_f64() * 1e3);
        }
        println!(
            "{count:>5} places, {:>5} edges: {best:>8.1} ms, {crossings} crossings",
            edges.len()
        );
    }
}
