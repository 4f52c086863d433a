//! The graph with a vertex in every column that an edge passes.

use super::{Edge, Node};
use std::collections::{BTreeMap, BTreeSet};

/// A node, or the place where a trunk passes a column.
pub(super) struct Vertex {
    pub(super) column: usize,
    /// The node, unless only a trunk passes here.
    pub(super) node: Option<usize>,
    /// The node from which the trunk comes; of a node itself.
    pub(super) source: usize,
}

/// Vertices and links, each link from one column to the next. The first vertices are the nodes.
pub(super) struct Net {
    pub(super) vertices: Vec<Vertex>,
    /// The vertices of each column, from top to bottom.
    pub(super) columns: Vec<Vec<usize>>,
    pub(super) left: Vec<Vec<usize>>,
    pub(super) right: Vec<Vec<usize>>,
    /// The links through which a firm edge runs.
    pub(super) firm: BTreeSet<(usize, usize)>,
}

impl Net {
    pub(super) fn new(nodes: &[Node<'_>], edges: &[Edge], column: &[usize]) -> Self {
        let vertex = |node| Vertex {
            column: column[node],
            node: Some(node),
            source: node,
        };
        let mut net = Self {
            vertices: (0..nodes.len()).map(vertex).collect(),
            columns: Vec::new(),
            left: vec![Vec::new(); nodes.len()],
            right: vec![Vec::new(); nodes.len()],
            firm: BTreeSet::new(),
        };
        // Where the trunk of a node passes a column.
        let mut passing: BTreeMap<(usize, usize), usize> = BTreeMap::new();
        for edge in edges {
            let mut here = edge.from;
            for column in column[edge.from] + 1..column[edge.to] {
                let next = *passing
                    .entry((edge.from, column))
                    .or_insert_with(|| net.pass(edge.from, column));
                net.link(here, next, edge.firm);
                here = next;
            }
            net.link(here, edge.to, edge.firm);
        }
        let count = column.iter().max().map_or(0, |last| last + 1);
        net.columns = vec![Vec::new(); count];
        for (at, vertex) in net.vertices.iter().enumerate() {
            net.columns[vertex.column].push(at);
        }
        net
    }

    fn pass(&mut self, source: usize, column: usize) -> usize {
        self.vertices.push(Vertex {
            column,
            node: None,
            source,
        });
        self.left.push(Vec::new());
        self.right.push(Vec::new());
        self.vertices.len() - 1
    }

    fn link(&mut self, from: usize, to: usize, firm: bool) {
        if !self.right[from].contains(&to) {
            self.right[from].push(to);
            self.left[to].push(from);
        }
        if firm {
            self.firm.insert((from, to));
        }
    }
}
