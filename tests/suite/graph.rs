//! The prerequisite graph against definitions taken literally, on many small random maps.

use portolan::diag::Diagnostics;
use portolan::graph::Graph;
use portolan::model::{EntryId, Map, Need};
use portolan::source::{SourceFile, Sources};
use portolan::{parse, resolve};
use std::collections::BTreeSet;

/// A small generator of its own (xorshift, Marsaglia 2003), so that a failing map can be made again from its number.
struct Random(u64);

impl Random {
    fn below(&mut self, n: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % n
    }
}

type Edge = (usize, usize, Need);

/// A map of `n` entries with these edges (from, to, need).
fn map(n: usize, edges: &[Edge]) -> (Map, Graph) {
    let mut sources = Sources::default();
    let settings = "title = \"t\"\ntagline = \"t\"\nlanguage = \"en\"\nbase_url = \"https://t.example/\"\nlicence = \"t\"\n\
                    [[statuses]]\nid = \"s\"\n";
    let mut add =
        |path: String, text: String| sources.add(SourceFile::new(path, text.into_bytes()));
    add("content/map.toml".into(), settings.into());
    add(
        "content/fields/f.md".into(),
        "+++\ntitle = \"f\"\nsummary = \"f\"\nholds = \"areas\"\n+++\n".into(),
    );
    for entry in 0..n {
        let mut text =
            String::from("+++\ntitle = \"t\"\nsummary = \"s\"\nfield = \"f\"\nstatus = \"s\"\n");
        for (_, to, need) in edges.iter().filter(|(from, _, _)| *from == entry) {
            text += &format!(
                "[[prerequisites]]\nid = \"e{to}\"\nneed = \"{}\"\nwhy = \"w\"\n",
                need.name()
            );
        }
        add(format!("content/areas/e{entry}.md"), text + "+++\n");
    }
    let mut diags = Diagnostics::default();
    let map = resolve::resolve(parse::parse(&sources, &mut diags), &sources, &mut diags);
    assert!(!diags.has_errors(), "{:?}", diags.sorted(&sources));
    let graph = Graph::analyse(&map);
    (map, graph)
}

fn random_edges(random: &mut Random, n: usize, acyclic: bool) -> Vec<Edge> {
    let mut edges = Vec::new();
    for from in 0..n {
        for to in 0..n {
            let allowed = if acyclic { to < from } else { to != from };
            if allowed && random.below(3) == 0 {
                let need = if random.below(3) == 0 {
                    Need::Helpful
                } else {
                    Need::Essential
                };
                edges.push((from, to, need));
            }
        }
    }
    edges
}

/// Everything that `from` cannot do without.
fn essential(edges: &[Edge], from: usize) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    let mut work = vec![from];
    while let Some(node) = work.pop() {
        for (_, to, need) in edges.iter().filter(|(from, _, _)| *from == node) {
            if *need == Need::Essential && found.insert(*to) {
                work.push(*to);
            }
        }
    }
    found
}

#[test]
fn order_levels_reach_and_implied_edges_are_what_they_say() {
    for seed in 1..=150 {
        let mut random = Random(seed * 7919);
        let n = 2 + usize::try_from(random.below(8)).unwrap();
        let edges = random_edges(&mut random, n, true);
        let (_, graph) = map(n, &edges);
        assert!(graph.cycles.is_empty());
        let place = |id: usize| {
            graph
                .order
                .iter()
                .position(|entry| entry.index() == id)
                .unwrap()
        };
        for (from, to, _) in &edges {
            assert!(
                place(*to) < place(*from),
                "seed {seed}: what is needed comes first"
            );
            assert!(
                graph.levels[*to] < graph.levels[*from],
                "seed {seed}: levels rise"
            );
        }
        for entry in 0..n {
            let in_all = (0..n)
                .filter(|other| essential(&edges, *other).contains(&entry))
                .count();
            assert_eq!(
                graph.reach[entry].in_all, in_all,
                "seed {seed}: who cannot do without {entry}"
            );
            let steps: BTreeSet<usize> = graph
                .route(EntryId::at(entry))
                .steps
                .iter()
                .filter(|step| !step.goal)
                .map(|step| step.entry.index())
                .collect();
            assert_eq!(
                steps,
                essential(&edges, entry),
                "seed {seed}: the route to {entry}"
            );
        }
        implied_edges_are_those_of_the_definition(seed, &edges, &graph);
    }
}

fn implied_edges_are_those_of_the_definition(seed: u64, edges: &[Edge], graph: &Graph) {
    let implied = |(from, to, need): &Edge| {
        edges.iter().any(|(other, via, strength)| {
            other == from && via != to && strength <= need && essential(edges, *via).contains(to)
        })
    };
    let expected: BTreeSet<(usize, usize)> = edges
        .iter()
        .filter(|edge| implied(edge))
        .map(|(from, to, _)| (*from, *to))
        .collect();
    let found: BTreeSet<(usize, usize)> = graph
        .implied
        .iter()
        .map(|found| (found.edge.from.index(), found.edge.to.index()))
        .collect();
    assert_eq!(found, expected, "seed {seed}: implied edges of {edges:?}");
    for implied in &graph.implied {
        assert_eq!(implied.chain.first(), Some(&implied.via.to));
        assert_eq!(implied.chain.last(), Some(&implied.edge.to));
        for pair in implied.chain.windows(2) {
            let step = (pair[0].index(), pair[1].index(), Need::Essential);
            assert!(
                edges.contains(&step),
                "seed {seed}: the chain runs along edges"
            );
        }
    }
}

/// All circles of a small graph, each from its smallest entry on, by trying every walk.
fn circles(edges: &[Edge], n: usize) -> BTreeSet<Vec<usize>> {
    fn walk(edges: &[Edge], path: &mut Vec<usize>, found: &mut BTreeSet<Vec<usize>>) {
        let here = path[path.len() - 1];
        for (_, to, _) in edges.iter().filter(|(from, _, _)| *from == here) {
            if *to == path[0] {
                found.insert(path.clone());
            } else if *to > path[0] && !path.contains(to) {
                path.push(*to);
                walk(edges, path, found);
                path.pop();
            }
        }
    }
    let mut found = BTreeSet::new();
    (0..n).for_each(|start| walk(edges, &mut vec![start], &mut found));
    found
}

#[test]
fn every_circle_is_found_once() {
    let mut with_circles = 0;
    for seed in 1..=150 {
        let mut random = Random(seed * 104_729);
        let n = 2 + usize::try_from(random.below(4)).unwrap();
        let edges = random_edges(&mut random, n, false);
        let (_, graph) = map(n, &edges);
        let expected = circles(&edges, n);
        if expected.len() > 50 {
            continue;
        }
        with_circles += usize::from(!expected.is_empty());
        let mut found = BTreeSet::new();
        for circle in &graph.cycles {
            for (edge, next) in circle.iter().zip(circle.iter().cycle().skip(1)) {
                assert_eq!(
                    edge.to, next.from,
                    "seed {seed}: the edges of a circle join"
                );
            }
            let entries: Vec<usize> = circle.iter().map(|edge| edge.from.index()).collect();
            assert!(found.insert(entries), "seed {seed}: each circle once");
        }
        assert_eq!(found, expected, "seed {seed}: circles of {edges:?}");
    }
    assert!(with_circles > 50, "the random maps are not too tame");
}

#[test]
fn a_very_long_circle_does_not_exhaust_the_stack() {
    let n = 3000;
    let edges: Vec<Edge> = (0..n)
        .map(|from| (from, (from + 1) % n, Need::Essential))
        .collect();
    let (_, graph) = map(n, &edges);
    assert_eq!(graph.cycles.len(), 1);
    assert_eq!(graph.cycles[0].len(), n);
}

#[test]
fn of_a_choice_the_cheaper_side_is_taken() {
    let mut sources = Sources::default();
    let mut add = |path: &str, text: &str| sources.add(SourceFile::new(path.into(), text.into()));
    add(
        "content/map.toml",
        "title = \"t\"\ntagline = \"t\"\nlanguage = \"en\"\nbase_url = \"https://t.example/\"\nlicence = \"t\"\n[[statuses]]\nid = \"s\"\n",
    );
    add(
        "content/fields/f.md",
        "+++\ntitle = \"f\"\nsummary = \"f\"\nholds = \"areas\"\n+++\n",
    );
    let entry = |needs: &str| {
        format!("+++\ntitle = \"t\"\nsummary = \"s\"\nfield = \"f\"\nstatus = \"s\"\n{needs}+++\n")
    };
    let one =
        |id: &str| format!("[[prerequisites]]\nid = \"{id}\"\nneed = \"essential\"\nwhy = \"w\"\n");
    let any = "[[prerequisites]]\nany = [\"dear\", \"cheap\"]\nneed = \"essential\"\nwhy = \"w\"\n";
    add("content/areas/ground.md", &entry(""));
    add("content/areas/dear.md", &entry(&one("ground")));
    add("content/areas/cheap.md", &entry(""));
    add("content/areas/goal.md", &entry(any));
    add(
        "content/areas/forced.md",
        &entry(&(any.to_owned() + &one("dear"))),
    );
    let mut diags = Diagnostics::default();
    let map = resolve::resolve(parse::parse(&sources, &mut diags), &sources, &mut diags);
    let graph = Graph::analyse(&map);
    let slug = |id: EntryId| map.entry(id).common.slug.as_str();
    let route = |goal: &str| {
        let goal = map.entry_ids().find(|id| slug(*id) == goal).unwrap();
        graph
            .route(goal)
            .steps
            .iter()
            .filter(|step| !step.goal)
            .map(|step| slug(step.entry))
            .collect::<Vec<_>>()
    };
    assert_eq!(route("goal"), ["cheap"]);
    assert_eq!(
        route("forced"),
        ["ground", "dear"],
        "a choice that is met already adds nothing"
    );
}
