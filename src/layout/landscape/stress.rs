//! Stress majorisation (Gansner, Koren and North 2004), by Gauss-Seidel sweeps: points settle where their distances are as near
//! to the wanted ones as can be, near ones counting most, and where anchors pull them.

use crate::layout::{Point, distance, length};

/// A pull towards a place, along each axis on its own; its weight is relative to that of all distances together.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Anchor {
    pub(super) at: Point,
    pub(super) weight: [f64; 2],
}

/// Wanted distances between points, as a square table; infinite where nothing is wanted.
pub(super) struct Wanted {
    pub(super) count: usize,
    pub(super) table: Vec<f64>,
}

impl Wanted {
    pub(super) fn nothing(count: usize) -> Self {
        Self {
            count,
            table: vec![f64::INFINITY; count * count],
        }
    }

    pub(super) fn set(&mut self, a: usize, b: usize, wanted: f64) {
        self.table[a * self.count + b] = wanted;
        self.table[b * self.count + a] = wanted;
    }

    fn of(&self, point: usize) -> impl Iterator<Item = (usize, f64)> + '_ {
        let row = &self.table[point * self.count..(point + 1) * self.count];
        let wanted = row.iter().copied().enumerate();
        wanted.filter(move |(other, wanted)| *other != point && wanted.is_finite())
    }

    /// How far the distances are from the wanted ones, in all.
    pub(super) fn stress(&self, points: &[Point]) -> f64 {
        let mut stress = 0.0;
        for (at, point) in points.iter().enumerate() {
            for (other, wanted) in self.of(at).filter(|(other, _)| *other < at) {
                let miss = (distance(*point, points[other]) - wanted) / wanted;
                stress += miss * miss;
            }
        }
        stress
    }

    /// Where a point would be best, if all others stay.
    fn best(&self, points: &[Point], at: usize, anchor: &Anchor) -> Point {
        let mut sum = [0.0; 2];
        let mut weights = 0.0;
        for (other, wanted) in self.of(at) {
            let weight = 1.0 / (wanted * wanted);
            let away = [0, 1].map(|axis| points[at][axis] - points[other][axis]);
            let stretch = wanted / length(away).max(1e-9);
            for axis in [0, 1] {
                sum[axis] += weight * (points[other][axis] + away[axis] * stretch);
            }
            weights += weight;
        }
        if weights == 0.0 {
            return points[at];
        }
        [0, 1].map(|axis| {
            let pull = anchor.weight[axis] * weights;
            (sum[axis] + pull * anchor.at[axis]) / (weights + pull)
        })
    }

    /// Moves the points until none moves by more than `rest`, or for so many rounds.
    pub(super) fn settle(
        &self,
        points: &mut [Point],
        anchors: &[Anchor],
        rounds: usize,
        rest: f64,
    ) {
        for _ in 0..rounds {
            let mut farthest: f64 = 0.0;
            for at in 0..points.len() {
                let best = self.best(points, at, &anchors[at]);
                let step = (best[0] - points[at][0]).abs() + (best[1] - points[at][1]).abs();
                farthest = farthest.max(step);
                points[at] = best;
            }
            if farthest < rest {
                break;
            }
        }
    }
}
