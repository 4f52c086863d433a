//! Which colour each land gets: lands that share a border must look different to every eye.
//!
//! The colours are 24 slots around the hue circle of OKLCH (Ottosson 2020), in three lightnesses that alternate: it is lightness, not
//! hue, that tells lands apart for who sees few hues. Differences are taken in OKLab for normal vision and for the three kinds
//! of dichromacy (Machado, Oliveira and Fernandes 2009, full severity).

use std::collections::BTreeSet;

/// How many colours there are for lands.
pub const SLOTS: usize = 24;

/// The colours of more lands than this are not weighed against one another.
const MOST_IMPROVED: usize = 64;

/// Light paper, or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// Dark ink on light land.
    Light,
    /// Light ink on dark land.
    Dark,
}

impl Theme {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Light, Self::Dark];
}

/// A colour in OKLCH.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Colour {
    /// From 0, black, to 1, white.
    pub lightness: f64,
    /// How far from grey.
    pub chroma: f64,
    /// In steps of 15 degrees.
    pub hue: usize,
}

/// Sines of the multiples of 15 degrees up to 90.
const SINES: [f64; 7] = [
    0.0,
    0.258_819_045_102_520_76,
    0.5,
    std::f64::consts::FRAC_1_SQRT_2,
    0.866_025_403_784_438_6,
    0.965_925_826_289_068_3,
    1.0,
];

fn sine(steps: usize) -> f64 {
    match steps % 24 {
        s @ 0..=6 => SINES[s],
        s @ 7..=12 => SINES[12 - s],
        s @ 13..=18 => -SINES[s - 12],
        s => -SINES[24 - s],
    }
}

/// A colour as amounts of red, green and blue light, 0 to 1 each.
pub type Light = [f64; 3];

impl Colour {
    /// The fill of a land.
    #[must_use]
    pub const fn land(slot: usize, theme: Theme) -> Self {
        let (lightness, chroma) = match (theme, slot % 3) {
            (Theme::Light, 0) => (0.895, 0.05),
            (Theme::Light, 1) => (0.95, 0.034),
            (Theme::Light, _) => (0.84, 0.056),
            (Theme::Dark, 0) => (0.34, 0.05),
            (Theme::Dark, 1) => (0.4, 0.055),
            (Theme::Dark, _) => (0.28, 0.045),
        };
        Self {
            lightness,
            chroma,
            hue: slot % SLOTS,
        }
    }

    /// The letters of a land's title.
    #[must_use]
    pub const fn title(slot: usize, theme: Theme) -> Self {
        let (lightness, chroma) = match theme {
            Theme::Light => (0.36, 0.08),
            Theme::Dark => (0.87, 0.06),
        };
        Self {
            lightness,
            chroma,
            hue: slot % SLOTS,
        }
    }

    /// The light that it sends; what a screen cannot show is cut off.
    #[must_use]
    pub fn light(self) -> Light {
        let (a, b) = (
            self.chroma * sine(self.hue + 6),
            self.chroma * sine(self.hue),
        );
        let cone = |x: f64, y: f64| {
            let root = self.lightness + x * a + y * b;
            root * root * root
        };
        let l = cone(0.396_337_777_4, 0.215_803_757_3);
        let m = cone(-0.105_561_345_8, -0.063_854_172_8);
        let s = cone(-0.089_484_177_5, -1.291_485_548_0);
        apply(
            &[
                [4.076_741_662_1, -3.307_711_591_3, 0.230_969_929_2],
                [-1.268_438_004_6, 2.609_757_401_1, -0.341_319_396_5],
                [-0.004_196_086_3, -0.703_418_614_7, 1.707_614_701_0],
            ],
            [l, m, s],
        )
    }
}

fn apply(matrix: &[[f64; 3]; 3], [x, y, z]: Light) -> Light {
    matrix.map(|row| (row[0] * x + row[1] * y + row[2] * z).clamp(0.0, 1.0))
}

/// What somebody without one kind of cone sees: protanopia, deuteranopia, tritanopia.
const DICHROMACIES: [[[f64; 3]; 3]; 3] = [
    [
        [0.152_286, 1.052_583, -0.204_868],
        [0.114_503, 0.786_281, 0.099_216],
        [-0.003_882, -0.048_116, 1.051_998],
    ],
    [
        [0.367_322, 0.860_646, -0.227_968],
        [0.280_085, 0.672_501, 0.047_413],
        [-0.011_820, 0.042_940, 0.968_881],
    ],
    [
        [1.255_528, -0.076_749, -0.178_779],
        [-0.078_411, 0.930_809, 0.147_602],
        [0.004_733, 0.691_367, 0.303_900],
    ],
];

fn cube_root(x: f64) -> f64 {
    // Newton's method from above; 40 steps are enough for any amount of light that a screen can send.
    (0..40).fold(1.0, |root: f64, _| {
        if root <= 0.0 {
            0.0
        } else {
            root - (root * root * root - x) / (3.0 * root * root)
        }
    })
}

fn oklab([r, g, b]: Light) -> [f64; 3] {
    let cone = |x: f64, y: f64, z: f64| cube_root(x * r + y * g + z * b);
    let l = cone(0.412_221_470_8, 0.536_332_536_3, 0.051_445_992_9);
    let m = cone(0.211_903_498_2, 0.680_699_545_1, 0.107_396_956_6);
    let s = cone(0.088_302_461_9, 0.281_718_837_6, 0.629_978_700_5);
    [
        0.210_454_255_3 * l + 0.793_617_785_0 * m - 0.004_072_046_8 * s,
        1.977_998_495_1 * l - 2.428_592_205_0 * m + 0.450_593_709_9 * s,
        0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766_0 * s,
    ]
}

/// A colour as each kind of eye sees it: normal vision and the three dichromacies.
type Seen = [[f64; 3]; 4];

fn seen(light: Light) -> Seen {
    let [protan, deutan, tritan] = DICHROMACIES.map(|eye| oklab(apply(&eye, light)));
    [oklab(light), protan, deutan, tritan]
}

fn seen_apart(a: &Seen, b: &Seen) -> f64 {
    let apart = |(a, b): (&[f64; 3], &[f64; 3])| {
        let square: f64 = a.iter().zip(b).map(|(a, b)| (a - b) * (a - b)).sum();
        square.sqrt() * 100.0
    };
    a.iter().zip(b).map(apart).fold(f64::INFINITY, f64::min)
}

/// How different two colours look to whom they look most alike, in hundredths of OKLab; about 2 is just seen.
#[must_use]
pub fn difference(a: Light, b: Light) -> f64 {
    seen_apart(&seen(a), &seen(b))
}

/// The contrast of two colours by WCAG 2, from 1 to 21.
#[must_use]
pub fn contrast(a: Light, b: Light) -> f64 {
    let luminance = |[r, g, b]: Light| 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
    let (a, b) = (luminance(a), luminance(b));
    a.max(b) / a.min(b)
}

/// How different two slots look at worst, in either theme.
#[must_use]
pub fn slots_differ(a: usize, b: usize) -> f64 {
    let in_theme = |theme| {
        difference(
            Colour::land(a, theme).light(),
            Colour::land(b, theme).light(),
        )
    };
    Theme::ALL
        .map(in_theme)
        .into_iter()
        .fold(f64::INFINITY, f64::min)
}

/// The same of every two slots.
fn differences() -> Vec<Vec<f64>> {
    let seen: Vec<[Seen; 2]> = (0..SLOTS)
        .map(|slot| Theme::ALL.map(|theme| seen(Colour::land(slot, theme).light())))
        .collect();
    let worst =
        |a: &[Seen; 2], b: &[Seen; 2]| seen_apart(&a[0], &b[0]).min(seen_apart(&a[1], &b[1]));
    seen.iter()
        .map(|a| seen.iter().map(|b| worst(a, b)).collect())
        .collect()
}

/// A slot for each land, so that neighbours differ as much as can be. Known slots stay; no slot is used twice before all are used.
#[must_use]
pub fn choose(known: &[Option<usize>], neighbours: &BTreeSet<(usize, usize)>) -> Vec<usize> {
    let free: Vec<usize> = (0..known.len())
        .filter(|land| known[*land].is_none())
        .collect();
    if free.is_empty() {
        return known.iter().flatten().map(|slot| slot % SLOTS).collect();
    }
    // So many lands are told apart by their titles; trying to do better would take minutes.
    if free.len() > MOST_IMPROVED {
        return first_slots(known, 5);
    }
    let table = differences();
    let score = |slots: &[usize]| {
        let pairs = neighbours.iter().map(|(a, b)| table[slots[*a]][slots[*b]]);
        pairs.fold((f64::INFINITY, 0.0), |(least, sum), pair| {
            (least.min(pair), sum + pair.min(12.0))
        })
    };
    let mut best: Option<((f64, f64), Vec<usize>)> = None;
    // Strides without a common factor with the number of slots.
    for stride in [1, 5, 7, 11, 13, 17, 19, 23] {
        let mut slots = first_slots(known, stride);
        let mut here = score(&slots);
        while let Some((better, next)) = improve(&slots, &free, here, &score) {
            (here, slots) = (better, next);
        }
        if best.as_ref().is_none_or(|(found, _)| here > *found) {
            best = Some((here, slots));
        }
    }
    best.map(|(_, slots)| slots).unwrap_or_default()
}

/// Every land with a slot: the known ones, and the rest at even strides through what is left.
fn first_slots(known: &[Option<usize>], stride: usize) -> Vec<usize> {
    let mut uses = [0_usize; SLOTS];
    for slot in known.iter().flatten() {
        uses[slot % SLOTS] += 1;
    }
    let mut at = 0;
    let mut next = || {
        let least = uses.iter().min().copied().unwrap_or_default();
        while uses[at] > least {
            at = (at + stride) % SLOTS;
        }
        uses[at] += 1;
        at
    };
    known
        .iter()
        .map(|slot| slot.map_or_else(&mut next, |slot| slot % SLOTS))
        .collect()
}

/// The best change of one land's slot to an unused one, or of two lands' slots with each other.
fn improve<S: PartialOrd>(
    slots: &[usize],
    free: &[usize],
    here: S,
    score: &impl Fn(&[usize]) -> S,
) -> Option<(S, Vec<usize>)> {
    let mut best = (here, None);
    let mut consider = |changed: Vec<usize>| {
        let there = score(&changed);
        if there > best.0 {
            best = (there, Some(changed));
        }
    };
    for (n, land) in free.iter().enumerate() {
        for slot in (0..SLOTS).filter(|slot| !slots.contains(slot)) {
            let mut changed = slots.to_vec();
            changed[*land] = slot;
            consider(changed);
        }
        for other in &free[n + 1..] {
            let mut changed = slots.to_vec();
            changed.swap(*land, *other);
            consider(changed);
        }
    }
    let (there, changed) = best;
    changed.map(|changed| (there, changed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn black_and_white_are_as_far_apart_as_can_be() {
        let grey = |lightness| {
            Colour {
                lightness,
                chroma: 0.0,
                hue: 0,
            }
            .light()
        };
        assert!((contrast(grey(0.0), grey(1.0)) - 21.0).abs() < 0.01);
        assert!((difference(grey(0.0), grey(1.0)) - 100.0).abs() < 0.1);
    }

    #[test]
    fn known_colours_stay() {
        let neighbours = BTreeSet::from([(0, 1), (1, 2), (0, 2)]);
        let chosen = choose(&[Some(4), None, None], &neighbours);
        assert_eq!(chosen[0], 4);
        assert_eq!(
            choose(&[Some(4), Some(chosen[1]), Some(chosen[2])], &neighbours),
            chosen
        );
    }
}
