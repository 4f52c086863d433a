//! What a chart shows besides the land: the rose with its winds, and the frame.

use super::svg::{attribute, point};
use crate::layout::{Point, Rect, length};
use std::f64::consts::FRAC_1_SQRT_2;

/// The directions of a quarter of the rose, from east to south, as steps on a circle: sixteen winds in all.
const QUARTER: [Point; 4] = [
    [1.0, 0.0],
    [0.923_879_532_511_286_7, 0.382_683_432_365_089_8],
    [FRAC_1_SQRT_2, FRAC_1_SQRT_2],
    [0.382_683_432_365_089_8, 0.923_879_532_511_286_7],
];

/// The sixteen winds, from east clockwise.
fn winds() -> impl Iterator<Item = Point> {
    (0..4).flat_map(|turn| {
        QUARTER
            .iter()
            .map(move |wind| (0..turn).fold(*wind, |[x, y], _| [-y, x]))
    })
}

/// How large the rose is.
const ROSE: f64 = 46.0;

/// The point of the sea that is farthest from all land and from the frame.
fn offing(frame: &Rect, boxes: &[Rect]) -> Point {
    let [left, top, right, bottom] = frame.edges();
    let mut best = (f64::NEG_INFINITY, frame.at);
    let step = (frame.size[0] / 100.0).max(16.0);
    let steps = |from: f64, to: f64| ((to - from) / step) as usize;
    for row in 0..=steps(top, bottom) {
        for column in 0..=steps(left, right) {
            let spot = [left + column as f64 * step, top + row as f64 * step];
            let edge = [
                spot[0] - left,
                right - spot[0],
                spot[1] - top,
                bottom - spot[1],
            ];
            let land = boxes.iter().map(|rect| rect.distance_to(spot) - 44.0);
            let room = edge.into_iter().chain(land).fold(f64::INFINITY, f64::min);
            if room > best.0 {
                best = (room, spot);
            }
        }
    }
    best.1
}

/// The winds across the sea, the rose from which they blow, and the sixteen knots of the circle on which old charts hung their winds.
pub(super) fn winds_and_rose(svg: &mut String, frame: &Rect, boxes: &[Rect]) {
    let at = offing(frame, boxes);
    let reach = length(frame.size);
    svg.push_str("<path class=\"winds\" d=\"");
    for wind in winds() {
        line(svg, at, [at[0] + wind[0] * reach, at[1] + wind[1] * reach]);
    }
    svg.push_str("\"/><g class=\"rose-of-winds\" transform=\"translate(");
    point(svg, at);
    svg.push_str(")\"><circle class=\"rose-ground\"");
    attribute(svg, "r", ROSE * 0.62);
    svg.push_str("/><circle class=\"rose-ring\"");
    attribute(svg, "r", ROSE * 0.62);
    svg.push_str("/>");
    let winds: Vec<Point> = winds().collect();
    for (class, first, step, long, wide) in [("minor", 2, 4, 0.74, 0.17), ("major", 0, 4, 1.0, 0.2)]
    {
        for (shade, side) in [("dark", 2), ("pale", 14)] {
            svg.push_str(&format!("<path class=\"rose-{class} rose-{shade}\" d=\""));
            for number in (first..16).step_by(step) {
                let tip = winds[number].map(|x| x * ROSE * long);
                let root = winds[(number + side) % 16].map(|x| x * ROSE * wide);
                line(svg, [0.0; 2], tip);
                svg.push('L');
                point(svg, root);
                svg.push('Z');
            }
            svg.push_str("\"/>");
        }
    }
    svg.push_str("</g>");
}

fn line(svg: &mut String, from: Point, to: Point) {
    svg.push('M');
    point(svg, from);
    svg.push('L');
    point(svg, to);
}

/// The frame of the chart: a scale of light and dark steps between two lines.
pub(super) fn frame(svg: &mut String, frame: &Rect) {
    for (class, inset) in [
        ("frame-outer", 5.0),
        ("frame-scale", 9.0),
        ("frame-inner", 13.0),
    ] {
        let [x, y, _, _] = frame.edges();
        svg.push_str(&format!("<rect class=\"{class}\""));
        attribute(svg, "x", x + inset);
        attribute(svg, "y", y + inset);
        attribute(svg, "width", frame.size[0] - 2.0 * inset);
        attribute(svg, "height", frame.size[1] - 2.0 * inset);
        svg.push_str("/>");
    }
}
