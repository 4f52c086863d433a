//! Numbers and letters in SVG.

use crate::text::escape_into;
use std::fmt::Write;

/// A number with one digit behind the point, and none if that is 0.
pub(super) fn number(out: &mut String, value: f64) {
    let tenths = (value * 10.0).round();
    // There is no -0 on a chart.
    let tenths = if tenths == 0.0 { 0.0 } else { tenths };
    write!(out, "{}", tenths / 10.0).expect("a string takes everything");
}

/// Two numbers, as short as SVG allows.
pub(super) fn point(out: &mut String, [x, y]: [f64; 2]) {
    number(out, x);
    if y >= 0.0 || (y * 10.0).round() == 0.0 {
        out.push(' ');
    }
    number(out, y);
}

/// Two numbers without fractions: enough for curves.
pub(super) fn spot(out: &mut String, at: [f64; 2]) {
    point(out, at.map(f64::round));
}

/// An attribute whose value is a number.
pub(super) fn attribute(out: &mut String, name: &str, value: f64) {
    write!(out, " {name}=\"").expect("a string takes everything");
    number(out, value);
    out.push('"');
}

/// Lines of text, one under the other, centred; `top` is the upper edge of the first.
pub(super) fn lines(out: &mut String, lines: &[String], size: f64, x: f64, top: f64) {
    use crate::layout::text::Style;
    for (at, line) in lines.iter().enumerate() {
        // Letters stand on a line about four fifths down from their upper edge; half of the leading lies above.
        let y = top + size * (Style::LEADING * at as f64 + 0.9);
        out.push_str("<tspan");
        let more = at + 1 < lines.len();
        // A space parts the lines where they are read aloud; half of its width is taken back, so that the line stays centred.
        attribute(out, "x", if more { x + size * 0.15 } else { x });
        attribute(out, "y", y);
        out.push('>');
        escape_into(out, line);
        if more {
            out.push(' ');
        }
        out.push_str("</tspan>");
    }
}
