//! Which names are shown at which scale. Where the chart is small, names are written larger in proportion, so fewer of them have
//! room; each level shows what the one before shows, and more. The last shows all.

use super::{Place, labels};
use crate::layout::Rect;
use crate::layout::landscape::Boxes;

/// How names are written at one level.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Level {
    /// How much larger than at natural size the names of places are.
    pub places: f64,
    /// The same of the titles of lands.
    pub titles: f64,
}

/// The levels, from afar to near. The style sheet uses the same factors.
pub const LEVELS: [Level; 3] = [
    Level {
        places: 1.15,
        titles: 1.1,
    },
    Level {
        places: 1.1,
        titles: 1.05,
    },
    Level {
        places: 1.0,
        titles: 1.0,
    },
];

/// For each box the first level at which it is shown, counted from 0. Titles come first, then the heavier places.
pub(super) fn levels(boxes: &Boxes, places: &[Place], weights: &[usize]) -> Vec<usize> {
    let last = LEVELS.len() - 1;
    let mut shown = vec![last; boxes.rects.len()];
    let mut order: Vec<usize> = (boxes.sites..boxes.rects.len()).collect();
    let mut sites: Vec<usize> = (0..boxes.sites).collect();
    sites.sort_by_key(|at| (places[*at].tier, std::cmp::Reverse(weights[*at]), *at));
    order.extend(sites);
    for (number, level) in LEVELS.iter().enumerate().take(last) {
        let grown = |at: usize| grown(boxes, at, level);
        let mut taken: Vec<Rect> = (0..shown.len())
            .filter(|at| shown[*at] < number)
            .map(grown)
            .collect();
        // From afar only the greatest places have names.
        let may = |at: usize| at >= boxes.sites || places[at].tier <= number;
        for at in order.iter().copied().filter(|at| may(*at)) {
            let rect = grown(at);
            if shown[at] == last && !taken.iter().any(|other| other.overlaps(&rect)) {
                shown[at] = number;
                taken.push(rect);
            }
        }
    }
    shown
}

/// The box of a name at a level.
fn grown(boxes: &Boxes, at: usize, level: &Level) -> Rect {
    if at < boxes.sites {
        labels::grown_place(&boxes.rects[at], level.places)
    } else {
        labels::grown_title(&boxes.rects[at], level.titles)
    }
}

impl super::Chart {
    /// The boxes of the names that a level shows, as large as it writes them: those of places, then those of titles.
    #[must_use]
    pub fn shown_at(&self, level: usize) -> Vec<Rect> {
        let place = |at: usize| self.places.get(at).map(|place| place.level);
        let land = |at: usize| self.lands[at - self.boxes.sites].level;
        (0..self.boxes.rects.len())
            .filter(|at| place(*at).unwrap_or_else(|| land(*at)) <= level)
            .map(|at| grown(&self.boxes, at, &LEVELS[level]))
            .collect()
    }
}
