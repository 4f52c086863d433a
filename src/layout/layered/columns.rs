//! Which column a node stands in.

use super::Edge;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// How much the length of each single edge counts beside that of the trunk that it shares with others.
const SHARE: f64 = 0.5;
/// Rounds of moving nodes; commonly nothing moves after the third.
const ROUNDS: usize = 40;

/// The edges once each, ordered, without those that would close a circle.
pub(super) fn forward(nodes: usize, edges: impl Iterator<Item = Edge>) -> Vec<Edge> {
    let mut firm: BTreeMap<(usize, usize), bool> = BTreeMap::new();
    for edge in edges.filter(|edge| edge.from != edge.to) {
        *firm.entry((edge.from, edge.to)).or_default() |= edge.firm;
    }
    let edges: Vec<Edge> = firm
        .into_iter()
        .map(|((from, to), firm)| Edge { from, to, firm })
        .collect();
    let links = Links::new(nodes, &edges);
    let mut place = vec![0; nodes];
    for (at, node) in links.sorted().into_iter().enumerate() {
        place[node] = at;
    }
    edges
        .into_iter()
        .filter(|edge| place[edge.from] < place[edge.to])
        .collect()
}

/// The column of each node: right of all that it has an edge from, with at most `most` nodes in a column.
pub(super) fn assign(nodes: usize, edges: &[Edge], most: usize) -> Vec<usize> {
    let links = Links::new(nodes, edges);
    let mut columns = Columns::schedule(&links, most);
    for round in 0..ROUNDS {
        let mut moved = false;
        for step in 0..nodes {
            let node = if round % 2 == 0 {
                step
            } else {
                nodes - 1 - step
            };
            moved |= columns.improve(&links, node);
        }
        if !moved {
            break;
        }
    }
    columns.of
}

struct Links {
    left: Vec<Vec<usize>>,
    right: Vec<Vec<usize>>,
}

impl Links {
    fn new(nodes: usize, edges: &[Edge]) -> Self {
        let (mut left, mut right) = (vec![Vec::new(); nodes], vec![Vec::new(); nodes]);
        for edge in edges {
            right[edge.from].push(edge.to);
            left[edge.to].push(edge.from);
        }
        Self { left, right }
    }

    /// All nodes, each behind those that it has edges from (Kahn 1962). If there is a circle, its first node comes when nothing
    /// else can.
    fn sorted(&self) -> Vec<usize> {
        let mut missing: Vec<usize> = self.left.iter().map(Vec::len).collect();
        let mut done = vec![false; missing.len()];
        let mut sorted = Vec::with_capacity(missing.len());
        let mut ready: Vec<usize> = (0..missing.len())
            .rev()
            .filter(|node| missing[*node] == 0)
            .collect();
        while sorted.len() < missing.len() {
            let Some(node) = ready.pop().or_else(|| done.iter().position(|done| !done)) else {
                break;
            };
            if std::mem::replace(&mut done[node], true) {
                continue;
            }
            sorted.push(node);
            for next in &self.right[node] {
                missing[*next] = missing[*next].saturating_sub(1);
                if missing[*next] == 0 && !done[*next] {
                    ready.push(*next);
                }
            }
        }
        sorted
    }

    /// For each node the length of the longest chain that leaves it.
    fn ahead(&self) -> Vec<usize> {
        let mut ahead = vec![0; self.left.len()];
        for node in self.sorted().into_iter().rev() {
            let longest = self.right[node].iter().map(|next| ahead[*next] + 1).max();
            ahead[node] = longest.unwrap_or(0);
        }
        ahead
    }
}

struct Columns {
    of: Vec<usize>,
    count: Vec<usize>,
    most: usize,
}

impl Columns {
    /// Fills column after column with nodes that can stand there; if there are too many, those with the longest chains ahead
    /// come first (list scheduling, Coffman and Graham 1972), so that few columns are added.
    fn schedule(links: &Links, most: usize) -> Self {
        let ahead = links.ahead();
        let mut missing: Vec<usize> = links.left.iter().map(Vec::len).collect();
        let mut ready: Vec<usize> = (0..missing.len())
            .filter(|node| missing[*node] == 0)
            .collect();
        let mut columns = Self {
            of: vec![0; missing.len()],
            count: Vec::new(),
            most,
        };
        while !ready.is_empty() {
            ready.sort_by_key(|node| (Reverse((ahead[*node], links.right[*node].len())), *node));
            let later = ready.split_off(ready.len().min(most));
            for node in &ready {
                columns.of[*node] = columns.count.len();
            }
            columns.count.push(ready.len());
            let mut next = later;
            for node in ready.iter().flat_map(|node| &links.right[*node]) {
                missing[*node] -= 1;
                if missing[*node] == 0 {
                    next.push(*node);
                }
            }
            ready = next;
        }
        columns
    }

    /// Moves a node to the column where trunks are shortest, if that is another one and it has room.
    fn improve(&mut self, links: &Links, node: usize) -> bool {
        let here = self.of[node];
        let first = links.left[node]
            .iter()
            .map(|from| self.of[*from] + 1)
            .max()
            .unwrap_or(0);
        let ahead = links.right[node].iter().map(|to| self.of[*to] - 1).min();
        let last = ahead.unwrap_or(here.max(first));
        let rest: Vec<usize> = links.left[node]
            .iter()
            .map(|from| {
                let others = links.right[*from].iter().filter(|to| **to != node);
                others.map(|to| self.of[*to]).max().unwrap_or(0)
            })
            .collect();
        let farthest = links.right[node].iter().map(|to| self.of[*to]).max();
        let cost = |column: usize| {
            let own = farthest.map_or(0, |farthest| farthest - column);
            let trunks: usize = rest.iter().map(|rest| column.max(*rest)).sum();
            let edges: usize = links.left[node]
                .iter()
                .map(|from| column - self.of[*from])
                .sum::<usize>()
                + links.right[node]
                    .iter()
                    .map(|to| self.of[*to] - column)
                    .sum::<usize>();
            number(own + trunks) + SHARE * number(edges)
        };
        let mut best = (cost(here), here);
        for column in (first..=last).filter(|column| self.count[*column] < self.most) {
            let cost = cost(column);
            if cost < best.0 {
                best = (cost, column);
            }
        }
        self.count[here] -= 1;
        self.count[best.1] += 1;
        self.of[node] = best.1;
        best.1 != here
    }
}

fn number(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}
