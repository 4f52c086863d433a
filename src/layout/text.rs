//! How much room a text takes, without asking for a font.
//!
//! A browser sets the labels in whatever face its reader has: widths are those of `measure`, and a reserve covers serif faces, so
//! a label never outgrows its box, and in most faces it has some air.

use super::Size;
use super::measure::{self, Weight};

/// What wide faces may take beyond the table.
const RESERVE: f64 = 1.04;

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
        let weight = if self.bold {
            Weight::Bold
        } else {
            Weight::Regular
        };
        let tracking = line.chars().count() as f64 * self.tracking;
        (measure::width(line, self.size, weight) + tracking) * RESERVE
    }

    /// The lines of a text, as even as can be: as many as the width asks for, and never within a word.
    #[must_use]
    pub fn lines(&self, text: &str) -> Vec<String> {
        let words = measure::words(text);
        let whole = self.width(&words.join(" "));
        let mut wanted = 1;
        while f64::from(wanted) * self.wrap < whole && wanted < 4 {
            wanted += 1;
        }
        let mut best = Vec::new();
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
