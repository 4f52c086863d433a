//! Layers → a picture and the heads of its columns.

use super::label::{Label, number, open, put};
use crate::layout::layered::{Layout, Stretch};
use crate::text::escape_into;

/// The space around the boxes, and the height of a strip of heads.
const MARGIN: f64 = 12.0;
const HEADS: f64 = 26.0;
/// Where there is no room, a picture shrinks as far as its words can still be read.
const LEAST_SCALE: f64 = 0.8;

/// The picture; `needs` are for each box the numbers of those that it needs, shown or implied.
#[must_use]
pub fn layers(layout: &Layout, labels: &[Label], needs: &[Vec<usize>], name: &str) -> String {
    let mut svg = String::new();
    let width = layout.width + 2.0 * MARGIN;
    let size = (width, layout.height + 2.0 * MARGIN);
    open(&mut svg, size, LEAST_SCALE, name);
    for column in layout.columns.iter().step_by(2) {
        put(
            &mut svg,
            format_args!(
                "<rect class=\"column\" x=\"{}\" width=\"{}\" height=\"100%\"/>\n",
                number(column.x + MARGIN - 6.0),
                number(column.width + 12.0)
            ),
        );
    }
    for trunk in &layout.trunks {
        let colour = labels[trunk.source].colour;
        for (firm, class) in [(true, "trunk"), (false, "trunk weak")] {
            let d = path(
                trunk
                    .stretches
                    .iter()
                    .filter(|stretch| stretch.firm == firm),
            );
            if !d.is_empty() {
                put(
                    &mut svg,
                    format_args!(
                        "<path class=\"{class} land-{colour}\" data-of=\"{}\" d=\"{d}\"/>\n",
                        trunk.source
                    ),
                );
            }
        }
    }
    for ((label, place), needs) in labels.iter().zip(&layout.places).zip(needs) {
        label.write(&mut svg, (place.x + MARGIN, place.y + MARGIN), needs);
    }
    svg.push_str("</svg>");
    svg
}

/// A strip with the words that stand above the columns, as wide as the picture.
#[must_use]
pub fn heads(layout: &Layout, words: &[String]) -> String {
    let mut svg = String::new();
    put(
        &mut svg,
        format_args!(
            "<svg class=\"heads\" width=\"{}\" height=\"{HEADS}\" aria-hidden=\"true\">",
            number(layout.width + 2.0 * MARGIN)
        ),
    );
    for (column, words) in layout.columns.iter().zip(words) {
        put(
            &mut svg,
            format_args!(
                "<text x=\"{}\" y=\"17\">",
                number(column.x + column.width / 2.0 + MARGIN)
            ),
        );
        escape_into(&mut svg, words);
        svg.push_str("</text>");
    }
    svg.push_str("</svg>");
    svg
}

/// Stretches that begin at the same place share their level part.
fn path<'a>(stretches: impl Iterator<Item = &'a Stretch>) -> String {
    let mut d = String::new();
    let mut last = None;
    for stretch in stretches {
        let [turn, end, start] =
            [stretch.turn, stretch.end.0, stretch.start.0].map(|x| number(x + MARGIN));
        let [from, to] = [stretch.start.1, stretch.end.1].map(|y| number(y + MARGIN));
        if last == Some(stretch.start) {
            put(&mut d, format_args!("M{turn} {from}"));
        } else if stretch.turn > stretch.start.0 {
            put(&mut d, format_args!("M{start} {from}H{turn}"));
        } else {
            put(&mut d, format_args!("M{start} {from}"));
        }
        last = Some(stretch.start);
        if from == to {
            put(&mut d, format_args!("H{end}"));
        } else {
            let middle = number(f64::midpoint(stretch.turn, stretch.end.0) + MARGIN);
            put(
                &mut d,
                format_args!("C{middle} {from} {middle} {to} {end} {to}"),
            );
        }
    }
    d
}
