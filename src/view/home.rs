//! The home page.

use super::chart::ChartView;
use super::foundations::{PayoffRow, payoff};
use super::here::Here;
use super::indexes::{StatusCount, statuses};
use super::parts::{Card, Link};
use crate::model::{Document, FieldId, Kind, PathId};
use serde::Serialize;

/// How many rows of an index the home page shows.
const SHOWN: usize = 10;

/// The home page.
#[derive(Debug, Serialize)]
pub struct HomeView {
    /// The title of the home page's text, or of the map.
    pub title: String,
    /// Its sentence, or the map's tagline.
    pub summary: String,
    /// The home page's text.
    pub body: String,
    /// The chart; none for a map without entries.
    pub chart: Option<ChartView>,
    /// How much there is.
    pub counts: Vec<Count>,
    /// The curated paths.
    pub paths: Vec<PathCard>,
    /// What the statuses mean.
    pub statuses: Vec<StatusCount>,
    /// The fields of areas.
    pub areas: Vec<FieldCard>,
    /// The index of areas.
    pub areas_link: Link,
    /// The fields of foundations.
    pub foundations: Vec<FieldCard>,
    /// The index of foundations.
    pub foundations_link: Link,
    /// The foundations that most areas need.
    pub payoff: Vec<PayoffRow>,
    /// What the map calls several areas.
    pub areas_word: String,
}

/// A number of things, and where they are listed.
#[derive(Debug, Serialize)]
pub struct Count {
    /// How many.
    pub number: usize,
    /// The list.
    pub link: Link,
}

/// A field, with its entries by status.
#[derive(Debug, Serialize)]
pub struct FieldCard {
    /// The field.
    pub card: Card,
    /// Its entries.
    pub entries: Vec<Card>,
}

/// A path and the reader it is for.
#[derive(Debug, Serialize)]
pub struct PathCard {
    /// The path.
    pub card: Card,
    /// Who it is for.
    pub reader: String,
    /// How long it is.
    pub steps: usize,
}

pub(super) fn home(here: &Here<'_>) -> HomeView {
    let map = here.context.map;
    let settings = &map.settings;
    let page = map.home();
    let index = |kind| Link {
        href: format!("{}{}", here.root, crate::urls::index(map, kind)),
        title: here.many(kind),
    };
    let mut payoff = payoff(here);
    payoff.truncate(SHOWN);
    let path = |(number, path): (usize, &crate::model::Path)| PathCard {
        card: here.card(Document::Path(PathId::at(number))),
        reader: path.reader.clone(),
        steps: path.steps.len(),
    };
    HomeView {
        title: page
            .map_or(&settings.title, |page| &page.common.title)
            .clone(),
        summary: page
            .map_or(&settings.tagline, |page| &page.common.summary)
            .clone(),
        body: here
            .document
            .map(|document| here.body(document))
            .unwrap_or_default(),
        chart: super::chart::chart(here),
        counts: counts(here),
        paths: map.paths.iter().enumerate().map(path).collect(),
        statuses: statuses(here),
        areas: fields(here, Kind::Area),
        areas_link: index(Kind::Area),
        foundations: fields(here, Kind::Foundation),
        foundations_link: index(Kind::Foundation),
        payoff,
        areas_word: settings.areas.many.clone(),
    }
}

fn counts(here: &Here<'_>) -> Vec<Count> {
    let map = here.context.map;
    let entries = [Kind::Area, Kind::Foundation].map(|kind| {
        let link = Link {
            href: format!("{}{}", here.root, crate::urls::index(map, kind)),
            title: map.settings.words(kind).many.clone(),
        };
        Count {
            number: map.entries_of(kind).count(),
            link,
        }
    });
    let edges = here.context.graph.needs.iter().map(Vec::len).sum();
    let lists = [
        (
            edges,
            "reasoned prerequisites",
            crate::urls::index(map, Kind::Foundation),
        ),
        (
            map.questions.len(),
            "open questions",
            "questions/".to_owned(),
        ),
        (map.references.len(), "works", "references/".to_owned()),
    ];
    let lists = lists.into_iter().map(|(number, title, at)| Count {
        number,
        link: Link {
            href: format!("{}{at}", here.root),
            title: title.to_owned(),
        },
    });
    entries
        .into_iter()
        .chain(lists)
        .filter(|count| count.number > 0)
        .collect()
}

fn fields(here: &Here<'_>, kind: Kind) -> Vec<FieldCard> {
    let map = here.context.map;
    let fields = (0..map.fields.len())
        .map(FieldId::at)
        .filter(|id| map.field(*id).kind == kind);
    let card = |id: FieldId| {
        let mut members: Vec<_> = map
            .entry_ids()
            .filter(|entry| map.entry(*entry).field == id)
            .collect();
        members.sort_by_key(|entry| {
            (
                map.entry(*entry).status,
                here.context.graph.levels[entry.index()],
                *entry,
            )
        });
        FieldCard {
            card: here.card(Document::Field(id)),
            entries: here.entries(members),
        }
    };
    fields
        .map(card)
        .filter(|field| !field.entries.is_empty())
        .collect()
}
