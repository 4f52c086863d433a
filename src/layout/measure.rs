//! How wide words will be in a reader's browser, whose fonts nobody knows.
//!
//! Each width is the wider one of Liberation Sans (which is as wide as Arial and Helvetica) and DejaVu Sans (the widest that a
//! browser is likely to fall back on), so that a box that is made for its words holds them anywhere.

/// The cut of a face.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// Upright.
    Regular,
    /// Semibold or bold.
    Bold,
}

/// Advance widths of the characters from space to `~`, in thousandths of the font size.
#[rustfmt::skip]
const REGULAR: [u16; 95] = [
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337,
    636, 636, 636, 636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 556,
    1015, 684, 686, 722, 770, 667, 611, 778, 752, 295, 500, 667, 557, 863, 748, 787,
    667, 787, 722, 667, 611, 732, 684, 989, 685, 667, 685, 390, 337, 390, 838, 556,
    500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612,
    635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838,
];

#[rustfmt::skip]
const BOLD: [u16; 95] = [
    348, 456, 521, 838, 696, 1002, 872, 306, 457, 457, 523, 838, 380, 415, 380, 365,
    696, 696, 696, 696, 696, 696, 696, 696, 696, 696, 400, 400, 838, 838, 838, 611,
    1000, 774, 762, 734, 830, 683, 683, 821, 837, 372, 556, 775, 637, 995, 837, 850,
    733, 850, 770, 720, 682, 812, 774, 1103, 771, 724, 725, 457, 365, 457, 838, 556,
    500, 675, 716, 593, 716, 678, 435, 716, 712, 343, 343, 665, 343, 1042, 712, 687,
    716, 716, 493, 595, 478, 712, 652, 924, 645, 652, 582, 712, 365, 712, 838,
];

/// Other characters: as wide as the widest letters of Latin, Greek and Cyrillic commonly are; and those of East Asia.
const OTHER: u16 = 780;
const SQUARE: u16 = 1040;

/// The width of a text in pixels at a font size in pixels.
#[must_use]
pub fn width(text: &str, size: f64, weight: Weight) -> f64 {
    let table = match weight {
        Weight::Regular => &REGULAR,
        Weight::Bold => &BOLD,
    };
    let advance = |c: char| {
        let at = (c as usize).checked_sub(' ' as usize);
        match at.and_then(|at| table.get(at)) {
            Some(advance) => *advance,
            None if c >= '\u{2e80}' => SQUARE,
            None => OTHER,
        }
    };
    let thousandths: u32 = text.chars().map(|c| u32::from(advance(c))).sum();
    f64::from(thousandths) * size / 1000.0
}

/// A title of more words is cut on pictures: trying all ways to break it would take too long, and nobody would read it.
const MOST_WORDS: usize = 24;

/// The words of a text; if there are too many, a sign stands for the rest.
pub(super) fn words(text: &str) -> Vec<&str> {
    let mut words: Vec<&str> = text.split_whitespace().take(MOST_WORDS + 1).collect();
    if words.len() > MOST_WORDS {
        words[MOST_WORDS] = "…";
    }
    words
}

/// Breaks a text into lines at its spaces, so that as few as possible are wider than `most` and the widest is as narrow as can
/// be; at most so many lines. Says the lines and the width of the widest one, in pixels.
#[must_use]
pub fn wrap(
    text: &str,
    (most, most_lines): (f64, usize),
    size: f64,
    weight: Weight,
) -> (Vec<String>, f64) {
    let words = words(text);
    let mut best = (vec![words.join(" ")], width(&words.join(" "), size, weight));
    for lines in 2..=words.len().min(most_lines) {
        if best.1 <= most {
            break;
        }
        best = narrowest(&words, lines, size, weight);
    }
    best
}

/// The breaks into just so many lines of which the widest is narrowest; of equal ones those with the longest first line.
fn narrowest(words: &[&str], lines: usize, size: f64, weight: Weight) -> (Vec<String>, f64) {
    let whole = || {
        let line = words.join(" ");
        let wide = width(&line, size, weight);
        (vec![line], wide)
    };
    if lines <= 1 {
        return whole();
    }
    let mut best: Option<(Vec<String>, f64)> = None;
    for first in (1..=words.len() + 1 - lines).rev() {
        let line = words[..first].join(" ");
        let (rest, widest) = narrowest(&words[first..], lines - 1, size, weight);
        let widest = widest.max(width(&line, size, weight));
        if best.as_ref().is_none_or(|(_, least)| widest < *least) {
            best = Some((std::iter::once(line).chain(rest).collect(), widest));
        }
    }
    best.unwrap_or_else(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_measured_by_the_widest_face() {
        assert!((width("im", 10.0, Weight::Regular) - 12.52).abs() < 1e-9);
        assert!(width("im", 10.0, Weight::Bold) > width("im", 10.0, Weight::Regular));
        assert!(width("中", 10.0, Weight::Regular) > width("W", 10.0, Weight::Regular));
    }

    #[test]
    fn lines_break_at_spaces_and_no_more_often_than_they_must() {
        let wrapped = |text, most| wrap(text, (most, 3), 12.0, Weight::Regular).0;
        assert_eq!(wrapped("Real analysis", 150.0), ["Real analysis"]);
        assert_eq!(
            wrapped("Neural network Gaussian processes", 150.0),
            ["Neural network", "Gaussian processes"]
        );
        assert_eq!(
            wrapped("Incomprehensibilities", 20.0),
            ["Incomprehensibilities"]
        );
        assert_eq!(wrapped("", 20.0), [""]);
        assert_eq!(wrapped("one two three four five six", 60.0).len(), 3);
    }
}
