//! The order of the vertices within their columns, with few crossings.
//!
//! From several starts: sweeps that sort each column by the barycentres of its neighbours and swap neighbours where that saves
//! crossings, then sifting: each vertex goes where it causes the fewest (Matuszewski, Schönfeld and Molitor 1999). The best
//! start wins.

use super::Node;
use super::net::Net;

/// How many starts a graph of a few hundred vertices gets. Larger ones get fewer, so that the time grows slowly; small ones too,
/// because a few show all that there is to find, and a map has thousands of them.
const MOST_STARTS: usize = 16;
const WORK: usize = 6_000;
const VERTICES_A_START: usize = 16;
const LEAST_STARTS: usize = 3;
/// Sweeps without gain after which a start has shown what it can.
const PATIENCE: usize = 4;
const MOST_SWEEPS: usize = 60;
/// So often a sweep looks at all neighbours again.
const MOST_SWAPS: usize = 6;
/// So often every vertex is sifted, unless that would compare more pairs of vertices than this in all.
const MOST_SIFTINGS: usize = 12;
const MOST_PAIRS: usize = 20_000_000;

/// Orders the columns of a net; says how many crossings are left.
pub(super) fn arrange(net: &mut Net, nodes: &[Node<'_>]) -> u64 {
    let vertices = net.vertices.len().max(1);
    let few = (vertices / VERTICES_A_START).clamp(LEAST_STARTS, MOST_STARTS);
    let starts = (WORK / vertices).clamp(1, few);
    let mut best: Option<(u64, Vec<Vec<usize>>)> = None;
    for start in 0..starts {
        let mut order = Order::new(net, nodes, start);
        let crossings = order.improve();
        if best.as_ref().is_none_or(|(least, _)| crossings < *least) {
            best = Some((crossings, order.columns));
        }
        if crossings == 0 {
            break;
        }
    }
    let (crossings, columns) = best.unwrap_or_default();
    net.columns = columns;
    crossings
}

struct Order<'a> {
    net: &'a Net,
    columns: Vec<Vec<usize>>,
    /// Where each vertex is in its column.
    place: Vec<usize>,
    /// The places of each vertex's neighbours on both sides, rising; right for the vertices of the column that is looked at.
    near: Vec<[Vec<usize>; 2]>,
}

impl<'a> Order<'a> {
    /// The first start keeps groups together, the others are shuffled, each in its own way.
    fn new(net: &'a Net, nodes: &[Node<'_>], start: usize) -> Self {
        let mut columns = net.columns.clone();
        for column in &mut columns {
            column.sort_by_cached_key(|at| {
                let vertex = &net.vertices[*at];
                let node = &nodes[vertex.source];
                let first = if start == 0 {
                    node.group as u64
                } else {
                    shuffled(node.key, start)
                };
                (first, vertex.source, vertex.node.is_none())
            });
        }
        let mut order = Self {
            net,
            columns,
            place: vec![0; net.vertices.len()],
            near: vec![[Vec::new(), Vec::new()]; net.vertices.len()],
        };
        (0..order.columns.len()).for_each(|column| order.number(column));
        order
    }

    /// Makes the order better until it gets no better; says how many crossings are left, and keeps the order that has so few.
    fn improve(&mut self) -> u64 {
        let mut best = (self.crossings(), self.columns.clone());
        let mut waiting = 0;
        for sweep in 0..MOST_SWEEPS {
            self.sweep(sweep % 2 == 0, sweep % 4 < 2);
            for _ in 0..MOST_SWAPS {
                if !self.transpose() {
                    break;
                }
            }
            let crossings = self.crossings();
            if crossings < best.0 {
                best = (crossings, self.columns.clone());
                waiting = 0;
            } else {
                waiting += 1;
            }
            if waiting > PATIENCE {
                break;
            }
        }
        self.columns = best.1;
        (0..self.columns.len()).for_each(|column| self.number(column));
        let pairs: usize = self
            .columns
            .iter()
            .map(|column| column.len() * column.len())
            .sum();
        for _ in 0..(MOST_PAIRS / pairs.max(1)).clamp(1, MOST_SIFTINGS) {
            if !self.sift() {
                break;
            }
        }
        self.crossings()
    }

    /// Looks up where the neighbours of a column's vertices are.
    fn look(&mut self, column: usize) {
        for vertex in &self.columns[column] {
            let near = &mut self.near[*vertex];
            for (near, side) in near.iter_mut().zip([&self.net.left, &self.net.right]) {
                near.clear();
                near.extend(side[*vertex].iter().map(|other| self.place[*other]));
                near.sort_unstable();
            }
        }
    }

    fn number(&mut self, column: usize) {
        for (place, vertex) in self.columns[column].iter().enumerate() {
            self.place[*vertex] = place;
        }
    }

    /// How many links cross, counted between each column and the next.
    fn crossings(&self) -> u64 {
        self.columns
            .windows(2)
            .map(|pair| self.between(&pair[0], pair[1].len()))
            .sum()
    }

    /// Crossings between a column and the next are inversions; they are counted by sums over a binary indexed tree (Fenwick
    /// 1994; Barth, Jünger and Mutzel 2002).
    fn between(&self, column: &[usize], next: usize) -> u64 {
        let mut tree = vec![0u64; next + 1];
        let (mut crossings, mut seen) = (0, 0);
        for vertex in column {
            let mut ends: Vec<usize> = self.net.right[*vertex]
                .iter()
                .map(|to| self.place[*to])
                .collect();
            for end in &ends {
                let mut at = end + 1;
                let mut above = 0;
                while at > 0 {
                    above += tree[at];
                    at &= at - 1;
                }
                crossings += seen - above;
            }
            seen += ends.len() as u64;
            for end in ends.drain(..) {
                let mut at = end + 1;
                while at <= next {
                    tree[at] += 1;
                    at += at & at.wrapping_neg();
                }
            }
        }
        crossings
    }

    /// Sorts each column by the mean place of its neighbours on the side from which the sweep comes.
    fn sweep(&mut self, rightwards: bool, ties_stay: bool) {
        let count = self.columns.len();
        for step in 1..count {
            let at = if rightwards { step } else { count - 1 - step };
            let from = if rightwards { at - 1 } else { at + 1 };
            let scale = number(self.columns[from].len()) / number(self.columns[at].len());
            let neighbours = if rightwards {
                &self.net.left
            } else {
                &self.net.right
            };
            let mean = |vertex: usize| {
                let near = &neighbours[vertex];
                if near.is_empty() {
                    return number(self.place[vertex]) * scale;
                }
                near.iter()
                    .map(|other| number(self.place[*other]))
                    .sum::<f64>()
                    / number(near.len())
            };
            let mut keys: Vec<(f64, usize, usize)> = self.columns[at]
                .iter()
                .map(|vertex| (mean(*vertex), self.place[*vertex], *vertex))
                .collect();
            keys.sort_by(|a, b| {
                let ties = if ties_stay {
                    a.1.cmp(&b.1)
                } else {
                    b.1.cmp(&a.1)
                };
                a.0.total_cmp(&b.0).then(ties)
            });
            self.columns[at] = keys.into_iter().map(|key| key.2).collect();
            self.number(at);
        }
    }

    /// Swaps neighbours in a column wherever that saves crossings; says whether there was such a place.
    fn transpose(&mut self) -> bool {
        let mut swapped = false;
        for column in 0..self.columns.len() {
            self.look(column);
            for above in 0..self.columns[column].len().saturating_sub(1) {
                let (a, b) = (self.columns[column][above], self.columns[column][above + 1]);
                if self.gain(a, b) > 0 {
                    self.columns[column].swap(above, above + 1);
                    self.place[a] = above + 1;
                    self.place[b] = above;
                    swapped = true;
                }
            }
        }
        swapped
    }

    /// How many crossings it saves to put `b` above `a` instead of below.
    fn gain(&self, a: usize, b: usize) -> i64 {
        let sides = self.near[a].iter().zip(&self.near[b]);
        sides.map(|(a, b)| inversions(a, b)).sum()
    }

    /// Moves each vertex to the place of its column where it causes the fewest crossings; says whether any was saved.
    fn sift(&mut self) -> bool {
        let mut saved = false;
        for column in 0..self.columns.len() {
            self.look(column);
            let mut turn = self.columns[column].clone();
            turn.sort_unstable();
            for vertex in turn {
                saved |= self.sift_one(column, vertex);
            }
        }
        saved
    }

    fn sift_one(&mut self, column: usize, vertex: usize) -> bool {
        let here = self.place[vertex];
        let order = &self.columns[column];
        let mut best = (0, here);
        let mut sum = 0;
        for (place, other) in order.iter().enumerate().skip(here + 1) {
            sum += self.gain(vertex, *other);
            if sum > best.0 {
                best = (sum, place);
            }
        }
        sum = 0;
        for (place, other) in order.iter().enumerate().take(here).rev() {
            sum += self.gain(*other, vertex);
            if sum > best.0 {
                best = (sum, place);
            }
        }
        if best.0 == 0 {
            return false;
        }
        self.columns[column].remove(here);
        self.columns[column].insert(best.1, vertex);
        self.number(column);
        true
    }
}

/// How many more pairs there are in which the first number is larger than those in which it is smaller; both lists rise.
fn inversions(a: &[usize], b: &[usize]) -> i64 {
    let (mut smaller, mut up_to, mut sum) = (0, 0, 0);
    for p in a {
        while smaller < b.len() && b[smaller] < *p {
            smaller += 1;
        }
        while up_to < b.len() && b[up_to] <= *p {
            up_to += 1;
        }
        sum += signed(smaller) - signed(b.len() - up_to);
    }
    sum
}

fn signed(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// A number that depends on a key and a start, and looks like chance (FNV-1a, finished as in `SplitMix64`).
fn shuffled(key: &str, start: usize) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64 ^ start as u64;
    for byte in key.bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }
    hash = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    hash = (hash ^ (hash >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    hash ^ (hash >> 31)
}

fn number(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}
