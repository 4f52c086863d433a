//! Numbers that look random and depend on names or places alone: the same picture comes out on every machine, and what is
//! added elsewhere changes nothing here.

/// A number in 0..1 that depends on a text (FNV-1a, stirred by the finaliser of SplitMix64).
pub(super) fn of_text(text: &str) -> f64 {
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    unit(stir(hash))
}

fn stir(mut bits: u64) -> u64 {
    bits ^= bits >> 30;
    bits = bits.wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits ^= bits >> 27;
    bits = bits.wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ (bits >> 31)
}

/// The upper 53 bits as a number in 0..1.
fn unit(bits: u64) -> f64 {
    (bits >> 11) as f64 / (1_u64 << 53) as f64
}

/// A random number in -1..1 for each point of a lattice.
fn at_lattice(x: i64, y: i64, seed: u64) -> f64 {
    let place = x.cast_unsigned().wrapping_mul(0x9e37_79b9_7f4a_7c15)
        ^ y.cast_unsigned().wrapping_mul(0xc2b2_ae3d_27d4_eb4f);
    unit(stir(place ^ seed.wrapping_mul(0x1656_67b1_9e37_79f9))) * 2.0 - 1.0
}

/// One octave: a lattice of random heights with smooth ground between them, tabled over the part of the plane in use.
struct Octave {
    period: f64,
    weight: f64,
    origin: [i64; 2],
    columns: usize,
    heights: Vec<f64>,
}

impl Octave {
    fn new(period: f64, weight: f64, area: [f64; 4], seed: u64) -> Self {
        let near = [area[0], area[1]].map(|edge| (edge / period).floor() as i64);
        let far = [area[2], area[3]].map(|edge| (edge / period).floor() as i64 + 1);
        let columns = (far[0] - near[0] + 1) as usize;
        let rows = near[1]..=far[1];
        let heights = rows
            .flat_map(|y| (near[0]..=far[0]).map(move |x| at_lattice(x, y, seed)))
            .collect();
        Self {
            period,
            weight,
            origin: near,
            columns,
            heights,
        }
    }

    fn at(&self, x: f64, y: f64) -> f64 {
        let (x, y) = (
            x / self.period - self.origin[0] as f64,
            y / self.period - self.origin[1] as f64,
        );
        let (column, row) = (x.floor(), y.floor());
        let (u, v) = (smooth(x - column), smooth(y - row));
        let corner = row as usize * self.columns + column as usize;
        let row_at = |from: usize| self.heights[from] * (1.0 - u) + self.heights[from + 1] * u;
        self.weight * (row_at(corner) * (1.0 - v) + row_at(corner + self.columns) * v)
    }
}

fn smooth(t: f64) -> f64 {
    t * t * (3.0 - 2.0 * t)
}

/// Value noise of three octaves: what makes coasts look natural. Its values lie in -1..1.
pub(super) struct Noise([Octave; 3]);

impl Noise {
    /// Noise over an area, given by its left, upper, right and lower edge. It depends on the place in the plane and not on
    /// the area, so that a map that grows keeps its coasts.
    pub(super) fn over(area: [f64; 4], seed: u64) -> Self {
        Self([
            Octave::new(70.0, 0.6, area, seed),
            Octave::new(26.0, 0.3, area, seed + 1),
            Octave::new(11.0, 0.1, area, seed + 2),
        ])
    }

    /// The value at a place inside the area.
    pub(super) fn at(&self, x: f64, y: f64) -> f64 {
        self.0.iter().map(|octave| octave.at(x, y)).sum()
    }
}
