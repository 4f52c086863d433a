//! The chart of the whole map.
//!
//! Sea and rose, lands, borders and coasts, roads, and then the names, field by field: a title and its places, each a link. So the
//! order in which it is read aloud is that of the lists of the page.

use super::svg::{attribute, lines, point};
use super::{path, sea};
use crate::chart::{Chart, Land, Place};
use crate::layout::Rect;
use crate::layout::landscape::trace::Arc;
use crate::model::{Document, Kind, Map};
use crate::text::{counted, escape_into};
use crate::urls;
use std::fmt::Write;

/// Between the raster of the lands and the frame.
const RIM: f64 = 26.0;
/// Sizes of names by tier, as the style sheet sets them; the titles are the last.
const SIZES: [f64; 4] = [15.5, 13.0, 11.5, 18.0];

/// Draws the chart for a page from which `root` leads to the root of the site; nothing if there is nothing to draw.
#[must_use]
pub fn landscape(map: &Map, chart: &Chart, root: &str) -> Option<String> {
    let inner = chart.frame?;
    let frame = Rect {
        at: inner.at,
        size: inner.size.map(|side| side + 2.0 * RIM),
    };
    let mut svg = String::with_capacity(64 * 1024);
    head(&mut svg, map, chart, &frame);
    svg.push_str("<g class=\"sea\" aria-hidden=\"true\">");
    sea::winds_and_rose(&mut svg, &frame, &chart.boxes.rects);
    svg.push_str("</g>");
    ground(&mut svg, chart);
    roads(&mut svg, chart);
    svg.push_str("<g class=\"rim\" aria-hidden=\"true\">");
    sea::frame(&mut svg, &frame);
    bearings(&mut svg, &frame);
    svg.push_str("</g>");
    for kind in [Kind::Foundation, Kind::Area] {
        for number in in_order(map, chart, kind) {
            land(&mut svg, map, chart, (number, root));
        }
    }
    svg.push_str("</svg>");
    Some(svg)
}

/// How wide the drawing is at natural size, in pixels.
#[must_use]
pub fn width(chart: &Chart) -> u32 {
    chart
        .frame
        .map_or(0, |inner| (inner.size[0] + 2.0 * RIM).ceil() as u32)
}

/// The lands of a kind in the order of the fields, which is that of the lists.
fn in_order(map: &Map, chart: &Chart, kind: Kind) -> Vec<usize> {
    let of_kind = |number: &usize| map.field(chart.lands[*number].field).kind == kind;
    let mut lands: Vec<usize> = (0..chart.lands.len()).filter(of_kind).collect();
    lands.sort_by_key(|number| chart.lands[*number].field);
    lands
}

fn head(svg: &mut String, map: &Map, chart: &Chart, frame: &Rect) {
    let [left, top, _, _] = frame.edges();
    svg.push_str("<svg class=\"chart-svg\" viewBox=\"");
    point(svg, [left, top]);
    svg.push(' ');
    point(svg, frame.size);
    svg.push_str("\" role=\"group\" aria-labelledby=\"chart-title\" aria-describedby=\"chart-desc\"><title id=\"chart-title\">Chart: ");
    escape_into(svg, &map.settings.title);
    write!(
        svg,
        "</title><desc id=\"chart-desc\">{} with {}. In the west lies what is needed first, in the east the frontier. The lists below \
         have the same content.</desc><defs>",
        counted(chart.lands.len(), "land", "lands"),
        counted(chart.places.len(), "place", "places"),
    )
    .expect("a string takes everything");
    for (name, shape) in MARKS {
        write!(svg, "<path id=\"mark-{name}\" d=\"{shape}\"/>").expect("a string takes everything");
    }
    svg.push_str("<path id=\"coast\" d=\"");
    for arc in chart.outlines.arcs.iter().filter(|arc| arc.is_coast()) {
        path::arc(svg, arc);
    }
    svg.push_str("\"/></defs>");
}

/// The marks of places: those of areas by how settled they are, solid to empty, with the signs of the lists; the last is that of
/// foundations.
const MARKS: [(&str, &str); 7] = [
    ("0", "M-2.7-2.7h5.4v5.4h-5.4z"),
    ("1", "M0-3.8 3.8 0 0 3.8-3.8 0z"),
    ("2", "M0-3.8 3.7 2.8h-7.4z"),
    ("3", "M-3 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0z"),
    ("4", "M0-3.6 3.6 0 0 3.6-3.6 0z"),
    ("5", "M0-3.6 3.5 2.6h-7z"),
    ("f", "M-3 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0z"),
];

/// Waterlines, lands, borders and coasts.
fn ground(svg: &mut String, chart: &Chart) {
    svg.push_str("<g class=\"ground\" aria-hidden=\"true\">");
    for number in 1..=3 {
        write!(svg, "<use href=\"#coast\" class=\"water water-{number}\"/>")
            .expect("a string takes everything");
    }
    for (land, rings) in chart.lands.iter().zip(&chart.outlines.rings) {
        write!(svg, "<path class=\"land land-{}\" d=\"", land.colour)
            .expect("a string takes everything");
        path::land(svg, &chart.outlines, rings);
        svg.push_str("\"/>");
    }
    svg.push_str("<path class=\"borders\" d=\"");
    let is_border = |arc: &&Arc| !arc.is_coast();
    for arc in chart.outlines.arcs.iter().filter(is_border) {
        path::arc(svg, arc);
    }
    svg.push_str("\"/><use href=\"#coast\" class=\"coast\"/></g>");
}

fn roads(svg: &mut String, chart: &Chart) {
    for (class, at_home) in [("roads abroad", false), ("roads", true)] {
        write!(svg, "<path class=\"{class}\" aria-hidden=\"true\" d=\"")
            .expect("a string takes everything");
        for (from, to) in &chart.roads {
            let (from, to) = (&chart.places[*from], &chart.places[*to]);
            if (from.land == to.land) == at_home {
                path::road(svg, from.at, to.at);
            }
        }
        svg.push_str("\"/>");
    }
}

/// What west and east mean.
fn bearings(svg: &mut String, frame: &Rect) {
    let [left, _, right, bottom] = frame.edges();
    for (class, x, words) in [
        ("bearing", left + 30.0, "← West: what is needed first"),
        ("bearing bearing-east", right - 30.0, "East: the frontier →"),
    ] {
        write!(svg, "<text class=\"{class}\"").expect("a string takes everything");
        attribute(svg, "x", x);
        attribute(svg, "y", bottom - 28.0);
        write!(svg, ">{words}</text>").expect("a string takes everything");
    }
}

/// The title of a land, and its places from west to east.
fn land(svg: &mut String, map: &Map, chart: &Chart, (number, root): (usize, &str)) {
    let land = &chart.lands[number];
    write!(svg, "<g class=\"names land-{}\">", land.colour).expect("a string takes everything");
    title(svg, map, chart, (number, root));
    let mut places: Vec<usize> = (0..chart.places.len())
        .filter(|at| chart.places[*at].land == number)
        .collect();
    places.sort_by(|a, b| {
        chart.places[*a].at[0]
            .total_cmp(&chart.places[*b].at[0])
            .then(a.cmp(b))
    });
    for at in places {
        place(svg, map, &chart.places[at], root);
    }
    svg.push_str("</g>");
}

fn title(svg: &mut String, map: &Map, chart: &Chart, (number, root): (usize, &str)) {
    let land: &Land = &chart.lands[number];
    let common = &map.field(land.field).common;
    write!(svg, "<a class=\"title z{}\" href=\"{root}", land.level + 1)
        .expect("a string takes everything");
    escape_into(svg, &urls::document(map, Document::Field(land.field)));
    svg.push_str("\" aria-label=\"");
    escape_into(svg, &common.title);
    svg.push_str("\" transform=\"translate(");
    point(svg, land.at);
    svg.push_str(")\"><text>");
    let height = chart.boxes.title(number).size[1];
    lines(svg, &land.lines, SIZES[3], 0.0, -height / 2.0);
    svg.push_str("</text></a>");
}

fn place(svg: &mut String, map: &Map, place: &Place, root: &str) {
    let entry = map.entry(place.entry);
    let (sign, word) = match (entry.kind, entry.status) {
        (Kind::Area, Some(status)) => (
            status.index().min(5).to_string(),
            map.settings.statuses[status.index()].id.as_str(),
        ),
        (kind, _) => ("f".to_owned(), map.settings.words(kind).one.as_str()),
    };
    write!(
        svg,
        "<a class=\"place t{} z{}\" id=\"at-{}\" href=\"{root}",
        place.tier,
        place.level + 1,
        entry.common.slug
    )
    .expect("a string takes everything");
    escape_into(svg, &urls::document(map, Document::Entry(place.entry)));
    svg.push_str("\" aria-label=\"");
    escape_into(svg, &entry.common.title);
    svg.push_str(", ");
    escape_into(svg, word);
    svg.push_str("\" transform=\"translate(");
    point(svg, place.at);
    write!(
        svg,
        ")\"><use href=\"#mark-{sign}\" class=\"mark s{sign}\"/><text>"
    )
    .expect("a string takes everything");
    lines(svg, &place.lines, SIZES[place.tier], 0.0, 5.0);
    svg.push_str("</text></a>");
}
