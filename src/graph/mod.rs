//! The prerequisite graph of a map: order, levels, circles, implied edges, routes; and who speaks of whom.
//!
//! An *edge* leads from an entry to one that it needs. A choice (`any`) gives an edge to each alternative; it is marked,
//! because none of them is needed for certain.

mod attack;
mod cycles;
mod implied;
mod plan;
mod reach;
mod reduce;
mod route;
mod usage;

use crate::model::{EntryId, Map, Need};
use crate::source::Span;

pub use attack::{Attack, LISTED, Through};
pub use implied::Implied;
pub use reach::Reach;
pub use route::{Because, Choice, Helpful, Route, Step};
pub use usage::{Place, Usage, Use};

/// An edge of the graph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Edge {
    /// The entry that needs.
    pub from: EntryId,
    /// The entry that is needed.
    pub to: EntryId,
    /// How strong the need is.
    pub need: Need,
    /// Whether another entry would do as well.
    pub alternative: bool,
    /// The number of the prerequisite in the list of `from`.
    pub prerequisite: usize,
    /// Where it was written.
    pub span: Span,
}

impl Edge {
    /// Whether `from` cannot do without `to`.
    #[must_use]
    pub const fn is_certain(&self) -> bool {
        matches!(self.need, Need::Essential) && !self.alternative
    }
}

/// What follows from the prerequisites of a map.
#[derive(Debug, Clone, Default)]
pub struct Graph {
    /// For each entry the edges to what it needs, as written.
    pub needs: Vec<Vec<Edge>>,
    /// For each entry the edges from those that need it, by the order of the entries.
    pub needed_by: Vec<Vec<Edge>>,
    /// All entries, each behind everything that it needs.
    pub order: Vec<EntryId>,
    /// For each entry its place in `order`.
    pub places: Vec<usize>,
    /// For each entry the length of the longest chain of prerequisites under it.
    pub levels: Vec<u32>,
    /// The circles, each as the edges that close it; empty for a map that can be learnt.
    pub cycles: Vec<Vec<Edge>>,
    /// Entries in whose knot there are more circles than are listed.
    pub unlisted: Vec<EntryId>,
    /// Edges from an entry to itself.
    pub loops: Vec<Edge>,
    /// Edges that others imply.
    pub implied: Vec<Implied>,
    /// How many entries need each entry, directly and in all.
    pub reach: Vec<Reach>,
    /// Which open questions each entry helps to attack.
    pub attacks: Vec<Attack>,
    /// Which documents speak of which, and use which works.
    pub usage: Usage,
}

impl Graph {
    /// Works everything out.
    #[must_use]
    pub fn analyse(map: &Map) -> Self {
        let (needs, loops) = edges(map);
        let mut needed_by = vec![Vec::new(); needs.len()];
        for edge in needs.iter().flatten() {
            needed_by[edge.to.index()].push(*edge);
        }
        let (cycles, unlisted) = cycles::find(&needs);
        let (order, levels) = sort(&needs, &needed_by);
        let mut places = vec![0; order.len()];
        for (place, id) in order.iter().enumerate() {
            places[id.index()] = place;
        }
        let implied = if cycles.is_empty() {
            implied::find(&needs, &order)
        } else {
            Vec::new()
        };
        let reach = reach::count(map, &needs, &order);
        let attacks = attack::collect(map, &needs);
        let usage = Usage::collect(map);
        Self {
            needs,
            needed_by,
            order,
            places,
            levels,
            cycles,
            unlisted,
            loops,
            implied,
            reach,
            attacks,
            usage,
        }
    }

    /// The edges to what an entry needs.
    #[must_use]
    pub fn needs(&self, id: EntryId) -> &[Edge] {
        &self.needs[id.index()]
    }

    /// The edges from the entries that need an entry.
    #[must_use]
    pub fn needed_by(&self, id: EntryId) -> &[Edge] {
        &self.needed_by[id.index()]
    }
}

/// All edges by the entry that needs, and those from an entry to itself.
fn edges(map: &Map) -> (Vec<Vec<Edge>>, Vec<Edge>) {
    let mut loops = Vec::new();
    let mut needs = Vec::with_capacity(map.entries.len());
    for from in map.entry_ids() {
        let mut list = Vec::new();
        for (prerequisite, needed) in map.entry(from).prerequisites.iter().enumerate() {
            let alternative = needed.one_of.len() > 1;
            for (&to, &span) in needed.one_of.iter().zip(&needed.spans) {
                let edge = Edge {
                    from,
                    to,
                    need: needed.need,
                    alternative,
                    prerequisite,
                    span,
                };
                if from == to {
                    loops.push(edge)
                } else {
                    list.push(edge)
                }
            }
        }
        needs.push(list);
    }
    (needs, loops)
}

/// Topological order and levels (Kahn 1962). Among entries that could come next, the one of the lowest level and then of the
/// lowest number comes first. Entries of a circle come last.
fn sort(needs: &[Vec<Edge>], needed_by: &[Vec<Edge>]) -> (Vec<EntryId>, Vec<u32>) {
    let mut missing: Vec<usize> = needs.iter().map(Vec::len).collect();
    let mut levels = vec![0; needs.len()];
    let mut order = Vec::with_capacity(needs.len());
    let mut ready: Vec<EntryId> = (0..needs.len())
        .map(EntryId::at)
        .filter(|id| missing[id.index()] == 0)
        .collect();
    while !ready.is_empty() {
        let mut next = Vec::new();
        for id in ready {
            order.push(id);
            for edge in &needed_by[id.index()] {
                let from = edge.from.index();
                levels[from] = levels[from].max(levels[id.index()] + 1);
                missing[from] -= 1;
                if missing[from] == 0 {
                    next.push(edge.from);
                }
            }
        }
        next.sort_unstable();
        ready = next;
    }
    order.extend(
        (0..needs.len())
            .map(EntryId::at)
            .filter(|id| missing[id.index()] > 0),
    );
    (order, levels)
}
