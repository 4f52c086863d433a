//! How much room a text takes, without asking for a font.
//!
//! A browser sets the labels in whatever face its reader has. The table holds the advance widths of DejaVu Sans, the widest
//! face that is a common fallback (as wide as Verdana), and a reserve covers its serif sister; so a label never outgrows its box,
//! and in most faces it has some air.

use super::Size;

/// What wide faces may take beyond the table.
const RESERVE: f64 = 1.04;

/// Advance widths of the characters from space to tilde, in thousandths of the size.
const REGULAR: [u16; 95] = [
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636,
    636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632,
    575, 775, 752, 295, 295, 656, 557, 863, 748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685,
    611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579,
    278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838,
];

const BOLD: [u16; 95] = [
    348, 456, 521, 838, 696, 1002, 872, 306, 457, 457, 523, 838, 380, 415, 380, 365, 696, 696, 696,
    696, 696, 696, 696, 696, 696, 696, 400, 400, 838, 838, 838, 580, 1000, 774, 762, 734, 830, 683,
    683, 821, 837, 372, 372, 775, 637, 995, 837, 850, 733, 850, 770, 720, 682, 812, 774, 1103, 771,
    724, 725, 457, 365, 457, 838, 500, 500, 675, 716, 593, 716, 678, 435, 716, 712, 343, 343, 665,
    343, 1042, 712, 687, 716, 716, 493, 595, 478, 712, 652, 924, 645, 652, 582, 712, 365, 712, 838,
];

/// What is assumed of a character that the table does not have: wide enough for letters with accents.
const OTHER: f64 = 0.7;
/// Ideographs and their like are square.
const SQUARE: f64 = 1.0;

/// How a text is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Style {
    /// The size of the letters, in pixels.
    pub size: f64,
    /// Whether they are heavy.
    pub bold: bool,
    /// What is added behind each letter, in pixels.
    pub tracking: f64,
    /// The width at which a text is broken, in pixels.
    pub wrap: f64,
}

impl Style {
    /// From one line to the next, as a share of the size.
    pub const LEADING: f64 = 1.16;

    /// How wide one line is at most, in any common face.
    #[must_use]
    pub fn width(&self, line: &str) -> f64 {
        let table = if self.bold { &BOLD } else { &REGULAR };
        let advance = |letter: char| {
            let known = (letter as usize)
                .checked_sub(32)
                .and_then(|at| table.get(at));
            known.map_or_else(
                || if letter >= '\u{2e80}' { SQUARE } else { OTHER },
                |thousandths| f64::from(*thousandths) / 1000.0,
            )
        };
        let letters = line
            .chars()
            .map(|letter| advance(letter) * self.size + self.tracking);
        letters.sum::<f64>() * RESERVE
    }

    /// The lines of a text, as even as can be: as many as the width asks for, and never within a word.
    #[must_use]
    pub fn lines(&self, text: &str) -> Vec<String> {
        let words: Vec<&str> = text.split_whitespace().collect();
        let whole = self.width(text);
        let mut wanted = 1;
        while f64::from(wanted) * self.wrap < whole && wanted < 4 {
            wanted += 1;
        }
        let mut best = vec![text.to_owned()];
        for count in 1..=wanted as usize {
            best = self.even(&words, count);
            if best.iter().all(|line| self.width(line) <= self.wrap) {
                break;
            }
        }
        best
    }

    /// The way to break words into at most so many lines of which the longest is shortest.
    fn even(&self, words: &[&str], count: usize) -> Vec<String> {
        let whole = words.join(" ");
        if count <= 1 || words.len() <= 1 {
            return vec![whole];
        }
        let longest = |lines: &[String]| {
            lines
                .iter()
                .map(|line| self.width(line))
                .fold(0.0, f64::max)
        };
        let mut best = vec![whole];
        for first in 1..words.len() {
            let head = words[..first].join(" ");
            if self.width(&head) >= longest(&best) {
                break;
            }
            let mut lines = vec![head];
            lines.extend(self.even(&words[first..], count - 1));
            if longest(&lines) < longest(&best) {
                best = lines;
            }
        }
        best
    }

    /// The room that lines take.
    #[must_use]
    pub fn room(&self, lines: &[String]) -> Size {
        let width = lines
            .iter()
            .map(|line| self.width(line))
            .fold(0.0, f64::max);
        [width, lines.len() as f64 * self.size * Self::LEADING]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: Style = Style {
        size: 10.0,
        bold: false,
        tracking: 0.0,
        wrap: 100.0,
    };

    #[test]
    fn a_short_text_stays_on_one_line() {
        assert_eq!(SMALL.lines("Large deviations"), ["Large deviations"]);
    }

    #[test]
    fn a_long_text_is_broken_evenly() {
        assert_eq!(
            SMALL.lines("Reproducing kernel Hilbert spaces"),
            ["Reproducing kernel", "Hilbert spaces"]
        );
        assert_eq!(
            SMALL.lines("Incompressibilities-of-every-kind"),
            ["Incompressibilities-of-every-kind"]
        );
    }

    #[test]
    fn heavy_letters_and_tracking_take_more_room() {
        let bold = Style {
            bold: true,
            ..SMALL
        };
        let wide = Style {
            tracking: 2.0,
            ..SMALL
        };
        assert!(bold.width("spin glass") > SMALL.width("spin glass"));
        assert!(wide.width("spin glass") > SMALL.width("spin glass"));
        assert!(SMALL.width("数学") >= 20.0);
    }
}
