//! The chart of the home page: its drawing, what its signs mean, and what its script knows of the places.

use super::here::Here;
use super::jsonld::written;
use crate::graph::Edge;
use crate::model::{FieldId, Kind, Need, TopicId};
use serde::Serialize;

/// The chart of the home page.
#[derive(Debug, Serialize)]
pub struct ChartView {
    /// The drawing, as SVG.
    pub svg: String,
    /// How wide it is at natural size, in pixels.
    pub wide: u32,
    /// `small`, `middle` or `large`: at which widths of the page which names have room.
    pub size: &'static str,
    /// What the map calls several foundations: the meaning of the round mark.
    pub foundations_word: String,
    /// The fields by which the script filters, with their entries.
    pub fields: Vec<Choice>,
    /// The statuses by which it filters.
    pub statuses: Vec<Choice>,
    /// The topics by which it filters.
    pub topics: Vec<Choice>,
    /// What the script knows, as JSON that can stand in an element of the page as it is.
    pub data: String,
}

/// Something by which the chart can be filtered.
#[derive(Debug, Serialize)]
pub struct Choice {
    /// Its name in addresses.
    pub value: String,
    /// Its words.
    pub title: String,
}

/// What the script knows.
#[derive(Serialize)]
struct Data<'a> {
    wide: u32,
    places: Vec<DataPlace<'a>>,
    /// From what needs to what is needed, by the numbers of the places; how much it is needed; and the reason.
    edges: Vec<(usize, usize, u8, &'a str)>,
}

#[derive(Serialize)]
struct DataPlace<'a> {
    id: &'a str,
    title: &'a str,
    area: bool,
    field: &'a str,
    status: &'a str,
    topics: Vec<&'a str>,
    at: [f64; 2],
}

pub(super) fn chart(here: &Here<'_>) -> Option<ChartView> {
    let map = here.context.map;
    let chart = here.context.chart;
    let svg = crate::drawing::landscape(map, chart, &here.root)?;
    let wide = crate::drawing::width(chart);
    let field = |id: FieldId| Choice {
        value: map.field(id).common.slug.clone(),
        title: map.field(id).common.title.clone(),
    };
    let statuses = map.settings.statuses.iter().map(|status| Choice {
        value: status.id.clone(),
        title: status.id.clone(),
    });
    let topics = map.topics.iter().map(|topic| Choice {
        value: topic.common.slug.clone(),
        title: topic.common.title.clone(),
    });
    Some(ChartView {
        svg,
        wide,
        size: match wide {
            0..=1300 => "small",
            1301..=2100 => "middle",
            _ => "large",
        },
        foundations_word: map.settings.foundations.many.clone(),
        fields: [Kind::Foundation, Kind::Area]
            .into_iter()
            .flat_map(|kind| {
                (0..map.fields.len())
                    .map(FieldId::at)
                    .filter(move |id| map.field(*id).kind == kind)
            })
            .filter(|id| chart.lands.iter().any(|land| land.field == *id))
            .map(field)
            .collect(),
        statuses: statuses.collect(),
        topics: topics.collect(),
        data: data(here, wide),
    })
}

/// 2 for what is essential, 1 if another would do as well, 0 for what is helpful.
const fn strength(edge: &Edge) -> u8 {
    match edge.need {
        Need::Essential if edge.alternative => 1,
        Need::Essential => 2,
        Need::Helpful => 0,
    }
}

fn data(here: &Here<'_>, wide: u32) -> String {
    let map = here.context.map;
    let topic = |id: &TopicId| map.topics[id.index()].common.slug.as_str();
    let places = here.context.chart.places.iter().map(|place| {
        let entry = map.entry(place.entry);
        let status = entry
            .status
            .map(|status| map.settings.statuses[status.index()].id.as_str());
        DataPlace {
            id: &entry.common.slug,
            title: &entry.common.title,
            area: entry.kind == Kind::Area,
            field: &map.field(entry.field).common.slug,
            status: status.unwrap_or_default(),
            topics: entry.topics.iter().map(topic).collect(),
            at: place.at.map(|x| (x * 10.0).round() / 10.0),
        }
    });
    let places: Vec<DataPlace<'_>> = places.collect();
    let edges = here
        .context
        .graph
        .needs
        .iter()
        .flatten()
        .filter(|_| !places.is_empty());
    let edges = edges.map(|edge| {
        let why = map.entry(edge.from).prerequisites[edge.prerequisite]
            .why
            .as_str();
        (edge.from.index(), edge.to.index(), strength(edge), why)
    });
    let edges = edges.collect();
    written(&Data {
        wide,
        places,
        edges,
    })
}
