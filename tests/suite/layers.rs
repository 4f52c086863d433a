//! The layered picture, measured: what must never happen does not, and few lines cross.

use crate::driver::run;
use crate::generated::{Random, graph};
use portolan::diag::Diagnostics;
use portolan::drawing::label::Label;
use portolan::graph::Graph;
use portolan::layout::layered::{Edge, Layout, MOST_ROWS, Node, layered};
use portolan::model::Map;
use portolan::{load, parse, resolve};
use std::collections::BTreeSet;
use std::path::Path;

/// What is laid out: boxes with keys and groups, and edges.
struct Case {
    keys: Vec<String>,
    groups: Vec<usize>,
    sizes: Vec<(f64, f64)>,
    edges: Vec<Edge>,
}

impl Case {
    fn generated(count: usize, seed: u64) -> Self {
        let graph = graph(count, seed);
        let sizes = (0..count).map(|at| {
            (
                60.0 + (at * 37 % 100) as f64,
                if at % 3 == 0 { 36.0 } else { 22.0 },
            )
        });
        let edges = graph.edges.iter().map(|(from, to, firm)| Edge {
            from: *from,
            to: *to,
            firm: *firm,
        });
        Self {
            sizes: sizes.collect(),
            edges: edges.collect(),
            keys: graph.keys,
            groups: graph.groups,
        }
    }

    /// The map of this repository, as `/prerequisites/` shows it.
    fn real() -> Self {
        let map = real_map();
        let graph = Graph::analyse(&map);
        let all: Vec<portolan::graph::Edge> = graph.needs.concat();
        let edges = graph.reduced(&all);
        let label = |entry: &portolan::model::Entry| {
            let label = Label::new(&entry.common.slug, &entry.common.title, entry.field.index());
            (label.width, label.height)
        };
        Self {
            keys: map
                .entries
                .iter()
                .map(|entry| entry.common.slug.clone())
                .collect(),
            groups: map
                .entries
                .iter()
                .map(|entry| entry.field.index())
                .collect(),
            sizes: map.entries.iter().map(label).collect(),
            edges: edges
                .iter()
                .map(|edge| Edge {
                    from: edge.to.index(),
                    to: edge.from.index(),
                    firm: edge.is_certain(),
                })
                .collect(),
        }
    }

    fn layout(&self) -> Layout {
        let node = |at: usize| Node {
            key: &self.keys[at],
            group: self.groups[at],
            width: self.sizes[at].0,
            height: self.sizes[at].1,
        };
        let nodes: Vec<Node<'_>> = (0..self.keys.len()).map(node).collect();
        layered(&nodes, &self.edges)
    }

    /// Each edge as a line of many points.
    fn lines(&self, layout: &Layout) -> Vec<Vec<(f64, f64)>> {
        let line = |edge: &Edge| {
            let trunk = layout
                .trunks
                .iter()
                .find(|trunk| trunk.source == edge.from)
                .unwrap();
            let way = layout.way(trunk, edge.to);
            let start = way.first().expect("the trunk leads to the node").start;
            assert_eq!(
                start,
                (
                    layout.places[edge.from].x + self.sizes[edge.from].0,
                    layout.places[edge.from].y
                )
            );
            let mut points = Vec::new();
            for stretch in way {
                points.push(stretch.start);
                points.extend((0..=12).map(|step| {
                    bend(
                        (stretch.turn, stretch.start.1),
                        stretch.end,
                        f64::from(step) / 12.0,
                    )
                }));
            }
            points
        };
        self.edges.iter().map(line).collect()
    }
}

/// A point of the curve that is drawn between two columns.
fn bend(from: (f64, f64), to: (f64, f64), t: f64) -> (f64, f64) {
    let s = 1.0 - t;
    let middle = f64::midpoint(from.0, to.0);
    let mix = |a: f64, b: f64, c: f64, d: f64| {
        s * s * s * a + 3.0 * s * s * t * b + 3.0 * s * t * t * c + t * t * t * d
    };
    (
        mix(from.0, middle, middle, to.0),
        mix(from.1, from.1, to.1, to.1),
    )
}

fn real_map() -> Map {
    let mut diags = Diagnostics::default();
    let sources = load::load(Path::new(env!("CARGO_MANIFEST_DIR")), &mut diags).unwrap();
    resolve::resolve(parse::parse(&sources, &mut diags), &sources, &mut diags)
}

/// What holds of every picture.
fn assert_sound(name: &str, case: &Case, layout: &Layout) {
    let lines = case.lines(layout);
    for (edge, line) in case.edges.iter().zip(&lines) {
        assert!(
            layout.places[edge.from].column < layout.places[edge.to].column,
            "{name}: {edge:?} goes right"
        );
        assert!(
            line.windows(2).all(|pair| pair[0].0 <= pair[1].0),
            "{name}: {edge:?} never turns back"
        );
    }
    let boxes: Vec<[f64; 4]> = layout
        .places
        .iter()
        .zip(&case.sizes)
        .map(|(place, (w, h))| [place.x, place.y - h / 2.0, place.x + w, place.y + h / 2.0])
        .collect();
    for (at, a) in boxes.iter().enumerate() {
        assert!(
            a[0] >= 0.0
                && a[1] >= -0.5
                && a[2] <= layout.width + 0.5
                && a[3] <= layout.height + 0.5,
            "{name}: inside"
        );
        for b in &boxes[..at] {
            let apart = a[2] <= b[0] || b[2] <= a[0] || a[3] <= b[1] || b[3] <= a[1];
            assert!(apart, "{name}: boxes overlap: {a:?} {b:?}");
        }
        for (edge, line) in case
            .edges
            .iter()
            .zip(&lines)
            .filter(|(edge, _)| edge.from != at && edge.to != at)
        {
            let inside = |p: &(f64, f64)| p.0 > a[0] && p.0 < a[2] && p.1 > a[1] && p.1 < a[3];
            // A level part has no points inside, but then it reaches from one side of the box to the other.
            let through = |pair: &[(f64, f64)]| {
                pair[0].1 == pair[1].1
                    && pair[0].1 > a[1]
                    && pair[0].1 < a[3]
                    && pair[0].0 < a[2]
                    && pair[1].0 > a[0]
            };
            assert!(
                !line.iter().any(inside) && !line.windows(2).any(through),
                "{name}: {edge:?} runs through {}",
                case.keys[at]
            );
        }
    }
    for column in 0..layout.columns.len() {
        let rows = layout
            .places
            .iter()
            .filter(|place| place.column == column)
            .count();
        assert!(rows <= MOST_ROWS, "{name}: column {column} has {rows} rows");
    }
}

/// From which x to which x a straight piece of a line reaches, its ends, and the number of its edge.
type Piece = (f64, f64, (f64, f64), (f64, f64), usize);

/// How many crossings a reader sees: points at which edges without a common end cross, those in one square of 3 px counted once.
fn visible_crossings(edges: &[Edge], lines: &[Vec<(f64, f64)>]) -> usize {
    let mut pieces: Vec<Piece> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        pieces.extend(
            line.windows(2)
                .map(|p| (p[0].0.min(p[1].0), p[0].0.max(p[1].0), p[0], p[1], at)),
        );
    }
    pieces.sort_by(|a, b| a.0.total_cmp(&b.0));
    let side = |a: (f64, f64), b: (f64, f64), c: (f64, f64)| {
        (b.0 - a.0) * (c.1 - a.1) - (b.1 - a.1) * (c.0 - a.0)
    };
    let mut points = BTreeSet::new();
    for (at, p) in pieces.iter().enumerate() {
        for q in pieces[at + 1..].iter().take_while(|q| q.0 <= p.1) {
            let (e, f) = (edges[p.4], edges[q.4]);
            if e.from == f.from || e.to == f.to || e.from == f.to || e.to == f.from {
                continue;
            }
            let (d1, d2) = (side(p.2, p.3, q.2), side(p.2, p.3, q.3));
            let (d3, d4) = (side(q.2, q.3, p.2), side(q.2, q.3, p.3));
            if d1 * d2 < 0.0 && d3 * d4 < 0.0 {
                let t = d3 / (d3 - d4);
                let point = (p.2.0 + t * (p.3.0 - p.2.0), p.2.1 + t * (p.3.1 - p.2.1));
                points.insert((
                    (point.0 / 3.0).round() as i64,
                    (point.1 / 3.0).round() as i64,
                ));
            }
        }
    }
    points.len()
}

/// What graphviz 2.43 left visible of the real map on 22 November 2026 (102 entries, 227 edges): `tred` and then
/// `dot -Tplain` with rankdir=LR on boxes of the same sizes, nodesep 7 px, ranksep 43 px and edges from side to side, its
/// splines measured as below. `dot` alone left 1,184.
const GRAPHVIZ: (usize, usize, usize) = (102, 227, 788);

#[test]
fn the_real_map_has_few_crossings() {
    let case = Case::real();
    let layout = case.layout();
    assert_sound("the real map", &case, &layout);
    let visible = visible_crossings(&case.edges, &case.lines(&layout));
    println!(
        "{} entries, {} edges: {} columns, {}×{} px, {} crossings between columns, {visible} visible",
        case.keys.len(),
        case.edges.len(),
        layout.columns.len(),
        layout.width,
        layout.height,
        layout.crossings
    );
    // As the map grows, so may the number: graphviz's is taken for each edge.
    let (_, edges, theirs) = GRAPHVIZ;
    let now = Graph::analyse(&real_map()).needs.concat().len();
    assert!(
        visible * edges <= theirs * now,
        "{visible} visible crossings, graphviz left {theirs}"
    );
}

#[test]
fn generated_maps_are_sound() {
    for (count, seeds) in [(1, 1), (2, 3), (12, 20), (60, 6), (200, 2)] {
        for seed in 1..=seeds {
            let case = Case::generated(count, seed);
            let layout = case.layout();
            println!(
                "{count} entries, {} edges: {} columns, {}×{} px, {} crossings",
                case.edges.len(),
                layout.columns.len(),
                layout.width,
                layout.height,
                layout.crossings
            );
            assert_sound(&format!("{count} entries, seed {seed}"), &case, &layout);
        }
    }
}

/// All edges of so many places against all boxes would take too long; what can be told from the columns is looked at.
#[test]
fn a_thousand_places_are_laid_out() {
    let case = Case::generated(1000, 1);
    let layout = case.layout();
    println!(
        "1000 entries, {} edges: {} columns, {} crossings",
        case.edges.len(),
        layout.columns.len(),
        layout.crossings
    );
    let mut columns: Vec<Vec<(f64, f64)>> = vec![Vec::new(); layout.columns.len()];
    for (place, (width, height)) in layout.places.iter().zip(&case.sizes) {
        assert!(
            *width <= layout.columns[place.column].width,
            "a box keeps to its column"
        );
        columns[place.column].push((place.y - height / 2.0, place.y + height / 2.0));
    }
    let nodes = columns.iter().map(Vec::len);
    assert!(nodes.max().unwrap() <= MOST_ROWS);
    // Where a trunk passes a column it must be free of boxes.
    for trunk in &layout.trunks {
        for stretch in &trunk.stretches {
            let (x, y) = stretch.start;
            if let Some(passed) = layout.columns.iter().position(|column| column.x == x) {
                let free = columns[passed]
                    .iter()
                    .all(|(top, bottom)| y < *top || y > *bottom);
                assert!(
                    free,
                    "the trunk of {} runs through a box",
                    case.keys[trunk.source]
                );
            }
            assert!(stretch.end.0 > stretch.turn, "and goes right");
        }
    }
    for boxes in &mut columns {
        boxes.sort_by(|a, b| a.0.total_cmp(&b.0));
        assert!(
            boxes.windows(2).all(|pair| pair[0].1 <= pair[1].0),
            "boxes overlap"
        );
    }
    for edge in &case.edges {
        assert!(layout.places[edge.from].column < layout.places[edge.to].column);
        let trunk = layout
            .trunks
            .iter()
            .find(|trunk| trunk.source == edge.from)
            .unwrap();
        assert_eq!(
            layout.way(trunk, edge.to).last().unwrap().end.1,
            layout.places[edge.to].y
        );
    }
}

/// The pictures of the real map do not weigh much.
#[test]
fn pictures_are_light() {
    let out = crate::driver::Folder::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = out.path().join("site");
    run(root, &["build", "--output", folder.to_str().unwrap()], &[]);
    let page = |path: &str| std::fs::read_to_string(folder.join(path)).unwrap();
    let pictures = |html: &str| -> Vec<usize> {
        html.split("<svg class=\"graph\"")
            .skip(1)
            .map(|svg| svg.find("</svg>").unwrap())
            .collect()
    };
    let entries = real_map().entries.len();
    let whole = pictures(&page("prerequisites/index.html"))[0];
    assert!(
        whole <= 450 * entries,
        "{whole} bytes for {entries} entries"
    );
    let mut all = Vec::new();
    for kind in ["areas", "mathematics"] {
        for (path, bytes) in crate::driver::tree(&folder.join(kind)) {
            let html = String::from_utf8(bytes).unwrap();
            let neighbourhood = html.find("<figure class=\"neighbourhood\"");
            all.extend(neighbourhood.map(|at| (pictures(&html[at..])[0], path)));
        }
    }
    let (most, path) = all.iter().max().unwrap();
    assert!(*most <= 5_000, "{path}: {most} bytes");
    println!(
        "{whole} bytes in all; neighbourhoods: {} of {} bytes at most",
        all.len(),
        most
    );
}

#[test]
fn the_order_of_the_input_does_not_matter() {
    let case = Case::generated(60, 5);
    let expected = case.layout();
    let mut random = Random(11);
    for _ in 0..5 {
        let mut turn: Vec<usize> = (0..case.keys.len()).collect();
        for last in (1..turn.len()).rev() {
            turn.swap(last, random.below(last + 1));
        }
        let new = |old: usize| turn.iter().position(|at| *at == old).unwrap();
        let mut edges: Vec<Edge> = case
            .edges
            .iter()
            .map(|edge| Edge {
                from: new(edge.from),
                to: new(edge.to),
                firm: edge.firm,
            })
            .collect();
        edges.reverse();
        let shuffled = Case {
            keys: turn.iter().map(|at| case.keys[*at].clone()).collect(),
            groups: turn.iter().map(|at| case.groups[*at]).collect(),
            sizes: turn.iter().map(|at| case.sizes[*at]).collect(),
            edges,
        };
        let layout = shuffled.layout();
        for (at, old) in turn.iter().enumerate() {
            assert_eq!(layout.places[at], expected.places[*old]);
        }
        let stretches = |layout: &Layout| {
            layout
                .trunks
                .iter()
                .map(|trunk| trunk.stretches.clone())
                .collect::<Vec<_>>()
        };
        assert_eq!(stretches(&layout), stretches(&expected));
    }
}

#[test]
fn circles_and_doubles_are_left_out() {
    let edge = |from, to| Edge {
        from,
        to,
        firm: true,
    };
    let case = Case {
        keys: ["a", "b", "c"].map(str::to_owned).to_vec(),
        groups: vec![0; 3],
        sizes: vec![(50.0, 20.0); 3],
        edges: vec![edge(0, 1), edge(0, 1), edge(1, 1), edge(1, 2), edge(2, 0)],
    };
    let layout = case.layout();
    let columns: Vec<usize> = layout.places.iter().map(|place| place.column).collect();
    assert_eq!(columns, [0, 1, 2]);
    assert_eq!(
        layout
            .trunks
            .iter()
            .map(|trunk| trunk.stretches.len())
            .sum::<usize>(),
        2
    );
    assert_eq!(layered(&[], &[]).width, 0.0);
}
