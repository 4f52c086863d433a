//! A graph in columns, every edge from left to right (Sugiyama, Tagawa and Toda 1981).
//!
//! - *Columns* ([`columns`]): a node stands right of all that it needs; no column has more than [`MOST_ROWS`] nodes.
//! - *Trunks* ([`net`]): an edge that passes a column has a slot of its own there, so it can run through no node. All edges of a
//!   source share one slot a column: they leave it as one trunk that branches where it must.
//! - *Order* ([`order`]): within the columns, with few crossings.
//! - *Heights* ([`heights`]): as straight as the order allows.

mod columns;
mod heights;
mod net;
mod order;

use net::Net;

/// So many nodes stand in a column at most. Measured from 14 to 24 on the real map and on 200 places: 18 leaves the fewest crossings.
pub const MOST_ROWS: usize = 18;
/// The free height under a node, and the height of a slot in which only a trunk passes.
const ROW_GAP: f64 = 7.0;
const SLOT: f64 = 8.0;
/// The space between two columns: at least so much, and more the more trunks bend in it.
const LEAST_GAP: f64 = 34.0;
const MOST_GAP: f64 = 92.0;
const GAP_FOR_A_BEND: f64 = 0.55;
/// A column through which trunks pass, and in which nothing stands.
const EMPTY_COLUMN: f64 = 24.0;

/// A node: a box.
#[derive(Debug, Clone, Copy)]
pub struct Node<'a> {
    /// What tells it from all others; it breaks ties.
    pub key: &'a str,
    /// Nodes of one group are kept together where that costs nothing.
    pub group: usize,
    /// How wide the box is.
    pub width: f64,
    /// How high the box is.
    pub height: f64,
}

/// An edge between two nodes, by their numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Edge {
    /// The node on the left.
    pub from: usize,
    /// The node on the right.
    pub to: usize,
    /// Whether it is drawn firmly; a stretch of a trunk is firm if a firm edge runs through it.
    pub firm: bool,
}

/// Where everything lies. The upper left corner of the picture is the origin, y runs downwards.
#[derive(Debug, Clone, PartialEq)]
pub struct Layout {
    /// How wide the picture is.
    pub width: f64,
    /// How high the picture is.
    pub height: f64,
    /// The columns from left to right.
    pub columns: Vec<Column>,
    /// Where each node lies, in the order in which the nodes were given.
    pub places: Vec<Place>,
    /// What leaves each node that has edges, by the nodes' keys.
    pub trunks: Vec<Trunk>,
    /// How often stretches of trunks cross, as counted between the columns.
    pub crossings: u64,
}

/// A column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Column {
    /// Its left edge, which is also the left edge of its nodes.
    pub x: f64,
    /// The width of its widest node.
    pub width: f64,
}

/// Where a node lies.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place {
    /// The number of its column.
    pub column: usize,
    /// The left edge of its box.
    pub x: f64,
    /// The middle of its box.
    pub y: f64,
}

/// All edges of one node, drawn as one.
#[derive(Debug, Clone, PartialEq)]
pub struct Trunk {
    /// The number of the node that they leave.
    pub source: usize,
    /// Its stretches, each from one column to the next.
    pub stretches: Vec<Stretch>,
}

/// A stretch of a trunk: level through a column, then a bend to the next one. It ends at a node's left edge, or where another
/// stretch of the same trunk begins.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stretch {
    /// Where it begins: at the right edge of the source, or at the left edge of a column.
    pub start: (f64, f64),
    /// As far as it is level.
    pub turn: f64,
    /// Where it ends.
    pub end: (f64, f64),
    /// Whether a firm edge runs through it.
    pub firm: bool,
}

/// Lays a graph out. The result does not depend on the order of nodes and edges, as long as keys differ.
///
/// Edges of a node to itself, second edges between the same nodes, and edges that would close a circle are left out.
#[must_use]
pub fn layered(nodes: &[Node<'_>], edges: &[Edge]) -> Layout {
    let mut by_key: Vec<usize> = (0..nodes.len()).collect();
    by_key.sort_by_key(|at| nodes[*at].key);
    let mut rank = vec![0; nodes.len()];
    for (place, at) in by_key.iter().enumerate() {
        rank[*at] = place;
    }
    let nodes: Vec<Node<'_>> = by_key.iter().map(|at| nodes[*at]).collect();
    let ranked = edges.iter().map(|edge| Edge {
        from: rank[edge.from],
        to: rank[edge.to],
        ..*edge
    });
    let edges = columns::forward(nodes.len(), ranked);
    let column = columns::assign(nodes.len(), &edges, MOST_ROWS);
    let mut net = Net::new(&nodes, &edges, &column);
    let crossings = order::arrange(&mut net, &nodes);
    let y = heights::of(&net, |vertex| match net.vertices[vertex].node {
        Some(node) => nodes[node].height + ROW_GAP,
        None => SLOT,
    });
    let mut layout = draw(&nodes, &net, &y);
    layout.crossings = crossings;
    layout.places = rank.iter().map(|at| layout.places[*at]).collect();
    for trunk in &mut layout.trunks {
        trunk.source = by_key[trunk.source];
    }
    layout
}

/// Columns and heights → a picture whose highest and leftmost things touch its edges.
fn draw(nodes: &[Node<'_>], net: &Net, y: &[f64]) -> Layout {
    let columns = spread(nodes, net);
    let half = |vertex: usize| {
        net.vertices[vertex]
            .node
            .map_or(SLOT, |node| nodes[node].height)
            / 2.0
    };
    let all = 0..net.vertices.len();
    let top = all.clone().map(|v| y[v] - half(v)).fold(f64::MAX, f64::min);
    let bottom = all.map(|v| y[v] + half(v)).fold(top, f64::max);
    let upside_down = starts_low(net, y, f64::midpoint(top, bottom));
    let down = |y: &f64| if upside_down { bottom - y } else { y - top };
    let y: Vec<f64> = y.iter().map(|y| down(y).round()).collect();
    let place = |node: usize| {
        let column = net.vertices[node].column;
        Place {
            column,
            x: columns[column].x,
            y: y[node],
        }
    };
    Layout {
        width: columns.last().map_or(0.0, |last| last.x + last.width),
        height: if net.vertices.is_empty() {
            0.0
        } else {
            (bottom - top).ceil()
        },
        places: (0..nodes.len()).map(place).collect(),
        trunks: trunks(nodes, net, &columns, &y),
        columns,
        crossings: 0,
    }
}

/// Whether the first column stands below the middle. Turned upside down a picture has the same crossings, and who comes to it sees
/// first what comes first.
fn starts_low(net: &Net, y: &[f64], middle: f64) -> bool {
    let first = net.columns.first().into_iter().flatten();
    first.map(|vertex| y[*vertex] - middle).sum::<f64>() > 1.0
}

/// Where the columns stand.
fn spread(nodes: &[Node<'_>], net: &Net) -> Vec<Column> {
    let mut columns: Vec<Column> = Vec::with_capacity(net.columns.len());
    let mut x = 0.0;
    for vertices in &net.columns {
        let standing = vertices
            .iter()
            .filter_map(|vertex| net.vertices[*vertex].node);
        let width = standing
            .map(|node| nodes[node].width)
            .fold(EMPTY_COLUMN, f64::max)
            .round();
        columns.push(Column { x, width });
        let bends: usize = vertices.iter().map(|vertex| net.right[*vertex].len()).sum();
        let bends = f64::from(u32::try_from(bends).unwrap_or(u32::MAX));
        x += width + (LEAST_GAP + bends * GAP_FOR_A_BEND).min(MOST_GAP).round();
    }
    columns
}

fn trunks(nodes: &[Node<'_>], net: &Net, columns: &[Column], y: &[f64]) -> Vec<Trunk> {
    let mut trunks: Vec<Trunk> = (0..nodes.len())
        .map(|source| Trunk {
            source,
            stretches: Vec::new(),
        })
        .collect();
    for (at, vertex) in net.vertices.iter().enumerate() {
        let column = columns[vertex.column];
        let from = column.x + vertex.node.map_or(0.0, |node| nodes[node].width.round());
        for next in &net.right[at] {
            trunks[vertex.source].stretches.push(Stretch {
                start: (from, y[at]),
                turn: column.x + column.width,
                end: (columns[vertex.column + 1].x, y[*next]),
                firm: net.firm.contains(&(at, *next)),
            });
        }
    }
    trunks.retain(|trunk| !trunk.stretches.is_empty());
    trunks
}

impl Layout {
    /// The stretches from a trunk's source to the left edge of a node; none if the trunk does not lead there.
    #[must_use]
    pub fn way(&self, trunk: &Trunk, to: usize) -> Vec<Stretch> {
        let goal = self.places[to];
        let mut way: Vec<Stretch> = Vec::new();
        let mut end = (goal.x, goal.y);
        while let Some(stretch) = trunk.stretches.iter().find(|stretch| stretch.end == end) {
            way.push(*stretch);
            end = stretch.start;
        }
        way.reverse();
        way
    }
}
