//! How high each vertex stands, its column's order being given.
//!
//! Column after column, each vertex wants the mean height of its neighbours; the heights nearest to what all want, in the given
//! order and without overlaps, are an isotonic regression, which pooling adjacent violators solves (Ayer et al. 1955).

use super::net::Net;

const ROUNDS: usize = 64;
/// A round that moves nothing farther than this is the last one, in pixels.
const STILL: f64 = 0.1;
/// How straight a link should be: between nodes, to or from a node, along a trunk.
const WEIGHTS: [f64; 3] = [1.0, 2.0, 8.0];
/// A weak wish of every vertex to stand in the middle, so that what has no neighbours does not drift.
const MIDDLE: f64 = 0.02;

/// The middle of each vertex; `room` is how much height it takes.
pub(super) fn of(net: &Net, room: impl Fn(usize) -> f64) -> Vec<f64> {
    let mut y = vec![0.0; net.vertices.len()];
    let mut offset = vec![0.0; net.vertices.len()];
    for column in &net.columns {
        let mut below = 0.0;
        for pair in column.windows(2) {
            below += f64::midpoint(room(pair[0]), room(pair[1]));
            offset[pair[1]] = below;
        }
        for vertex in column {
            y[*vertex] = offset[*vertex] - below / 2.0;
        }
    }
    for round in 0..ROUNDS {
        let mut farthest: f64 = 0.0;
        for step in 0..net.columns.len() {
            let at = if round % 2 == 0 {
                step
            } else {
                net.columns.len() - 1 - step
            };
            let column = &net.columns[at];
            let wishes: Vec<(f64, f64)> = column
                .iter()
                .map(|vertex| wish(net, &y, *vertex, offset[*vertex]))
                .collect();
            for (vertex, height) in column.iter().zip(isotonic(&wishes)) {
                let new = height + offset[*vertex];
                farthest = farthest.max((new - y[*vertex]).abs());
                y[*vertex] = new;
            }
        }
        if farthest < STILL {
            break;
        }
    }
    y
}

/// Where a vertex would like its column's first vertex to be, and how much it cares.
fn wish(net: &Net, y: &[f64], vertex: usize, offset: f64) -> (f64, f64) {
    let passes = |vertex: usize| usize::from(net.vertices[vertex].node.is_none());
    let (mut sum, mut weight) = (0.0, MIDDLE);
    for side in [&net.left[vertex], &net.right[vertex]] {
        let share = f64::from(u32::try_from(side.len().max(1)).unwrap_or(u32::MAX));
        for other in side {
            let pull = WEIGHTS[passes(vertex) + passes(*other)] / share;
            sum += pull * y[*other];
            weight += pull;
        }
    }
    (sum / weight - offset, weight)
}

/// The rising sequence with the least sum of weighted squares from the given values.
fn isotonic(wishes: &[(f64, f64)]) -> Vec<f64> {
    let mut pools: Vec<(f64, f64, usize)> = Vec::with_capacity(wishes.len());
    for (value, weight) in wishes {
        pools.push((*value, *weight, 1));
        while let [.., before, last] = pools.as_slice()
            && before.0 > last.0
        {
            let weight = before.1 + last.1;
            let value = (before.0 * before.1 + last.0 * last.1) / weight;
            let pool = (value, weight, before.2 + last.2);
            pools.truncate(pools.len() - 2);
            pools.push(pool);
        }
    }
    pools
        .into_iter()
        .flat_map(|(value, _, count)| std::iter::repeat_n(value, count))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::isotonic;

    #[test]
    fn what_falls_is_pooled() {
        let rising = isotonic(&[(1.0, 1.0), (3.0, 1.0), (2.0, 3.0), (5.0, 1.0)]);
        assert_eq!(rising, [1.0, 2.25, 2.25, 5.0]);
    }
}
