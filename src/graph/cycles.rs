//! All circles of a graph: strong components (Tarjan 1972), and the elementary circuits of each (Johnson 1975).

use super::Edge;
use crate::model::EntryId;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// A component can have exponentially many circles; more than this many nobody mends in one go.
const MOST_PER_COMPONENT: usize = 50;
/// In a larger component only one circle is shown: the search goes as deep as a circle is long.
const LARGEST_SEARCHED: usize = 1000;

/// The circles, each from its first entry on, and the first entry of each component that has more than are listed.
pub(super) fn find(needs: &[Vec<Edge>]) -> (Vec<Vec<Edge>>, Vec<EntryId>) {
    let mut cycles = Vec::new();
    let mut unlisted = Vec::new();
    for component in components(needs) {
        if component.len() > LARGEST_SEARCHED {
            cycles.push(shortest(needs, component[0]));
            unlisted.extend(component.first());
            continue;
        }
        let mut search = Search {
            needs,
            inside: BTreeSet::new(),
            blocked: BTreeSet::new(),
            waiting: BTreeMap::new(),
            path: Vec::new(),
            found: Vec::new(),
        };
        let mut left = component.clone();
        // Each round finds the circuits through the first entry that is left, and takes it out.
        while let Some(root) = left.first().copied() {
            search.inside = left.iter().copied().collect();
            search.blocked.clear();
            search.waiting.clear();
            search.circuits(root, root);
            left.remove(0);
        }
        if search.found.len() > MOST_PER_COMPONENT {
            search.found.truncate(MOST_PER_COMPONENT);
            unlisted.extend(component.first());
        }
        cycles.append(&mut search.found);
    }
    (cycles, unlisted)
}

/// A shortest circle through an entry of a strong component.
fn shortest(needs: &[Vec<Edge>], root: EntryId) -> Vec<Edge> {
    let mut came_by: BTreeMap<EntryId, Edge> = BTreeMap::new();
    let mut queue = VecDeque::from([root]);
    while let Some(node) = queue.pop_front().filter(|_| !came_by.contains_key(&root)) {
        for edge in &needs[node.index()] {
            came_by.entry(edge.to).or_insert_with(|| {
                queue.push_back(edge.to);
                *edge
            });
        }
    }
    let mut circle = vec![came_by[&root]];
    while circle[circle.len() - 1].from != root {
        circle.push(came_by[&circle[circle.len() - 1].from]);
    }
    circle.reverse();
    circle
}

/// The strong components of more than one entry, each in order.
fn components(needs: &[Vec<Edge>]) -> Vec<Vec<EntryId>> {
    let mut state = Tarjan {
        index: vec![None; needs.len()],
        low: vec![0; needs.len()],
        ..Tarjan::default()
    };
    for start in 0..needs.len() {
        if state.index[start].is_none() {
            state.visit(start, needs);
        }
    }
    state.found.sort();
    state.found
}

#[derive(Default)]
struct Tarjan {
    index: Vec<Option<usize>>,
    low: Vec<usize>,
    on_stack: BTreeSet<usize>,
    stack: Vec<usize>,
    next: usize,
    found: Vec<Vec<EntryId>>,
}

impl Tarjan {
    fn open(&mut self, node: usize) {
        self.index[node] = Some(self.next);
        self.low[node] = self.next;
        self.next += 1;
        self.stack.push(node);
        self.on_stack.insert(node);
    }

    /// Depth first without recursion: a chain of prerequisites may be as long as the map.
    fn visit(&mut self, start: usize, needs: &[Vec<Edge>]) {
        self.open(start);
        let mut work = vec![(start, 0)];
        while let Some((node, edge)) = work.last_mut() {
            let node = *node;
            if let Some(next) = needs[node].get(*edge) {
                *edge += 1;
                let to = next.to.index();
                match self.index[to] {
                    None => {
                        self.open(to);
                        work.push((to, 0));
                    }
                    Some(index) if self.on_stack.contains(&to) => {
                        self.low[node] = self.low[node].min(index)
                    }
                    Some(_) => {}
                }
                continue;
            }
            work.pop();
            if let Some((parent, _)) = work.last() {
                self.low[*parent] = self.low[*parent].min(self.low[node]);
            }
            if Some(self.low[node]) == self.index[node] {
                self.close(node);
            }
        }
    }

    fn close(&mut self, root: usize) {
        let at = self
            .stack
            .iter()
            .rposition(|node| *node == root)
            .expect("a root is on the stack");
        let mut component: Vec<EntryId> = self
            .stack
            .split_off(at)
            .into_iter()
            .map(EntryId::at)
            .collect();
        for id in &component {
            self.on_stack.remove(&id.index());
        }
        if component.len() > 1 {
            component.sort_unstable();
            self.found.push(component);
        }
    }
}

/// Johnson's search for the circuits through one root.
struct Search<'a> {
    needs: &'a [Vec<Edge>],
    inside: BTreeSet<EntryId>,
    blocked: BTreeSet<EntryId>,
    waiting: BTreeMap<EntryId, BTreeSet<EntryId>>,
    path: Vec<Edge>,
    found: Vec<Vec<Edge>>,
}

impl Search<'_> {
    fn circuits(&mut self, node: EntryId, root: EntryId) -> bool {
        let mut closed = false;
        self.blocked.insert(node);
        let needs = self.needs;
        let inside: Vec<Edge> = needs[node.index()]
            .iter()
            .filter(|edge| self.inside.contains(&edge.to))
            .copied()
            .collect();
        for edge in &inside {
            if self.found.len() > MOST_PER_COMPONENT {
                return closed;
            }
            self.path.push(*edge);
            if edge.to == root {
                self.found.push(self.path.clone());
                closed = true;
            } else if !self.blocked.contains(&edge.to) && self.circuits(edge.to, root) {
                closed = true;
            }
            self.path.pop();
        }
        if closed {
            self.unblock(node);
        } else {
            for edge in &inside {
                self.waiting.entry(edge.to).or_default().insert(node);
            }
        }
        closed
    }

    fn unblock(&mut self, node: EntryId) {
        let mut work = vec![node];
        while let Some(node) = work.pop() {
            self.blocked.remove(&node);
            work.extend(
                self.waiting
                    .remove(&node)
                    .unwrap_or_default()
                    .into_iter()
                    .filter(|n| self.blocked.contains(n)),
            );
        }
    }
}
