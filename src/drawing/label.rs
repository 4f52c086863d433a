//! The boxes of graphs, with their words.
//!
//! Markup that scripts and styles rely on: every box is an `a` (or a `g` with its entry's slug in `data-id`, if it is the page
//! itself) and has a class `land-<n>`; `data-needs` holds the numbers of the boxes that it needs, counted through the picture;
//! the lines that leave a box have its number in `data-of`.

use crate::layout::measure::{self, Weight};
use crate::text::escape_into;
use std::fmt::Write;

/// The size of the words, in pixels, and how far their lines are apart.
pub const FONT: f64 = 12.0;
const LEADING: f64 = 14.0;
/// The space between words and the edge of their box.
const PAD: (f64, f64) = (8.0, 4.0);
/// Words that would be wider than this are broken into lines, so many at most.
pub const MOST_WIDTH: f64 = 156.0;
const MOST_LINES: usize = 3;
/// The same where three boxes must stand beside one another on a telephone.
const NARROW: (f64, usize) = (84.0, 4);
const NARROW_PAD: f64 = 4.0;

/// The class of the page's own box.
const HERE: &str = " here";

/// A box with its words.
#[derive(Debug, Clone)]
pub struct Label {
    /// The slug of the entry.
    pub id: String,
    /// Where the box leads; nowhere if it is the page itself.
    pub href: Option<String>,
    /// The words, line by line.
    pub lines: Vec<String>,
    /// The number of its field's colour.
    pub colour: usize,
    /// Whether its corners are round: a shape tells the kind of entry.
    pub round: bool,
    /// Further classes, each after a space.
    pub class: &'static str,
    /// How wide the box is.
    pub width: f64,
    /// How high the box is.
    pub height: f64,
}

impl Label {
    /// A box for an entry's title.
    #[must_use]
    pub fn new(id: &str, title: &str, colour: usize) -> Self {
        Self::of_weight(id, title, colour, Weight::Regular)
    }

    /// The box of the page's own entry.
    #[must_use]
    pub fn strong(id: &str, title: &str, colour: usize) -> Self {
        Self {
            class: HERE,
            ..Self::of_weight(id, title, colour, Weight::Bold)
        }
    }

    fn of_weight(id: &str, title: &str, colour: usize, weight: Weight) -> Self {
        let (lines, width) = measure::wrap(title, (MOST_WIDTH, MOST_LINES), FONT, weight);
        Self {
            id: id.to_owned(),
            href: None,
            width: (width + 2.0 * PAD.0).ceil(),
            height: height(&lines),
            lines,
            colour,
            round: true,
            class: "",
        }
    }

    /// The same box for a picture on a telephone, with more lines that are shorter.
    #[must_use]
    pub fn narrowed(&self) -> Self {
        let weight = if self.class == HERE {
            Weight::Bold
        } else {
            Weight::Regular
        };
        let (lines, width) = measure::wrap(&self.lines.join(" "), NARROW, FONT, weight);
        Self {
            width: (width + 2.0 * NARROW_PAD).ceil(),
            height: height(&lines),
            lines,
            ..self.clone()
        }
    }

    /// The box with its left edge at `x` and its middle at `y`.
    pub(super) fn write(&self, svg: &mut String, (x, y): (f64, f64), needs: &[usize]) {
        let tag = if self.href.is_some() { "a" } else { "g" };
        put(
            svg,
            format_args!("<{tag} class=\"node land-{}{}\"", self.colour, self.class),
        );
        if let Some(href) = &self.href {
            svg.push_str(" href=\"");
            escape_into(svg, href);
            svg.push('"');
        } else {
            svg.push_str(" data-id=\"");
            escape_into(svg, &self.id);
            svg.push('"');
        }
        if !needs.is_empty() {
            let needs: Vec<String> = needs.iter().map(ToString::to_string).collect();
            put(svg, format_args!(" data-needs=\"{}\"", needs.join(" ")));
        }
        let top = y - self.height / 2.0;
        put(
            svg,
            format_args!(
                "><rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{}\"/><text>",
                number(x),
                number(top),
                number(self.width),
                number(self.height),
                if self.round { 9 } else { 2 }
            ),
        );
        let mut baseline = top + PAD.1 + LEADING * 0.76;
        for (line, words) in self.lines.iter().enumerate() {
            let x = number(x + self.width / 2.0);
            // A space of its own makes two words of what stands on two lines, when the picture is read aloud.
            if line > 0 {
                put(svg, format_args!("<tspan x=\"{x}\"> </tspan>"));
            }
            put(
                svg,
                format_args!("<tspan x=\"{x}\" y=\"{}\">", number(baseline)),
            );
            escape_into(svg, words);
            svg.push_str("</tspan>");
            baseline += LEADING;
        }
        put(svg, format_args!("</text></{tag}>\n"));
    }
}

fn height(lines: &[String]) -> f64 {
    let rows = f64::from(u32::try_from(lines.len()).unwrap_or(u32::MAX));
    rows * LEADING + 2.0 * PAD.1
}

/// The beginning of a picture: its size, how far it may shrink where there is no room before it scrolls, and what it is called.
pub(super) fn open(svg: &mut String, (width, height): (f64, f64), least_scale: f64, name: &str) {
    put(
        svg,
        format_args!(
            "<svg class=\"graph\" width=\"{0}\" height=\"{1}\" style=\"min-width:{2:.0}px\" viewBox=\"0 0 {0} {1}\" role=\"group\" aria-label=\"",
            number(width),
            number(height),
            width * least_scale
        ),
    );
    escape_into(svg, name);
    svg.push_str("\">\n");
}

/// A number with at most one decimal, in as few characters as possible.
pub(super) fn number(value: f64) -> String {
    let text = format!("{value:.1}");
    text.strip_suffix(".0")
        .map_or_else(|| text.clone(), str::to_owned)
}

pub(super) fn put(svg: &mut String, text: std::fmt::Arguments<'_>) {
    svg.write_fmt(text).expect("a string takes everything");
}
