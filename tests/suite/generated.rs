//! Graphs like maps, of any size: each entry needs a few that came before it, mostly of its own field and not long ago.

/// A small generator of its own (xorshift, Marsaglia 2003), so that a graph can be made again from its number.
pub(crate) struct Random(pub(crate) u64);

impl Random {
    pub(crate) fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % n as u64).unwrap_or(0)
    }
}

/// A graph like a map.
pub(crate) struct Generated {
    pub(crate) keys: Vec<String>,
    pub(crate) groups: Vec<usize>,
    /// From what is needed to what needs it, and whether it is essential.
    pub(crate) edges: Vec<(usize, usize, bool)>,
}

pub(crate) fn graph(count: usize, seed: u64) -> Generated {
    let mut random = Random(seed * 7919 + 1);
    let fields = (count / 10).clamp(3, 24);
    let groups: Vec<usize> = (0..count).map(|_| random.below(fields)).collect();
    let mut edges = Vec::new();
    for node in 1..count {
        for _ in 0..=random.below(4) {
            let near = (count / 4).max(4).min(node);
            let mut need = node - 1 - random.below(near);
            // Most needs are of the same field, if there was one of it lately.
            if random.below(4) > 0 {
                need = (node.saturating_sub(count / 3)..=need)
                    .rev()
                    .find(|at| groups[*at] == groups[node])
                    .unwrap_or(need);
            }
            let essential = random.below(3) > 0;
            if !edges
                .iter()
                .any(|(from, to, _)| (*from, *to) == (need, node))
            {
                edges.push((need, node, essential));
            }
        }
    }
    let keys = (0..count)
        .map(|at| format!("entry-{:04}", (at * 7919) % 10_007))
        .collect();
    Generated {
        keys,
        groups,
        edges,
    }
}
