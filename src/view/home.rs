//! The home page.

use super::chart::ChartView;
use super::date::DateView;
use super::here::Here;
use super::indexes::{StatusCount, statuses};
use super::parts::{Card, Link};
use super::payoff::{PayoffRow, by_payoff, payoff};
use crate::model::{Document, EntryId, FieldId, Kind, PathId};
use serde::Serialize;

/// How many rows of an index the home page shows.
const SHOWN: usize = 10;
/// How many foundations a reader is asked for, those first that most areas need.
const ASKED: usize = 60;
/// How much of what is new is shown.
const NEW: usize = 6;

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
    /// The ways into the map for those who have a question.
    pub doors: Vec<Door>,
    /// How much there is.
    pub counts: Vec<Count>,
    /// What a reader may know already; none without areas that could follow from it.
    pub known: Vec<Known>,
    /// What every entry cannot do without, as JSON that can stand in an element of the page as it is.
    pub plan: String,
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
    /// What was checked last.
    pub news: Vec<News>,
    /// What the map calls several areas.
    pub areas_word: String,
    /// What the map calls several foundations.
    pub foundations_word: String,
}

/// A way into the map.
#[derive(Debug, Serialize)]
pub struct Door {
    /// Where it leads.
    pub link: Link,
    /// What one finds there.
    pub finds: String,
}

/// Something that a reader may know.
#[derive(Debug, Serialize)]
pub struct Known {
    /// The entry.
    pub slug: String,
    /// Its title.
    pub title: String,
}

/// Something that was checked against the literature.
#[derive(Debug, Serialize)]
pub struct News {
    /// The entry or the question.
    pub card: Card,
    /// The day.
    pub day: DateView,
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
        doors: doors(here),
        counts: counts(here),
        known: known(here),
        plan: super::plan::essential(here),
        paths: map.paths.iter().enumerate().map(path).collect(),
        statuses: statuses(here),
        areas: fields(here, Kind::Area),
        areas_link: index(Kind::Area),
        foundations: fields(here, Kind::Foundation),
        foundations_link: index(Kind::Foundation),
        payoff,
        news: news(here),
        areas_word: settings.areas.many.clone(),
        foundations_word: settings.foundations.many.clone(),
    }
}

fn doors(here: &Here<'_>) -> Vec<Door> {
    let map = here.context.map;
    let areas = &map.settings.areas.many;
    let foundations = (
        crate::urls::index(map, Kind::Foundation),
        here.many(Kind::Foundation),
        format!("Which {areas} need it, and why."),
        map.entries_of(Kind::Foundation).count(),
    );
    let made = |at: &str, title: &str, finds: &str, count| {
        (at.to_owned(), title.to_owned(), finds.to_owned(), count)
    };
    let doors = [
        made(
            "route/",
            "Plan a route",
            "From what you know to what you want.",
            map.entries.len(),
        ),
        foundations,
        made(
            "claims/",
            "Claims",
            "What is proved, argued, or only observed.",
            map.entries.len(),
        ),
        made(
            "questions/",
            "Open questions",
            "And what one needs to attack them.",
            map.questions.len(),
        ),
    ];
    let shown = doors.into_iter().filter(|(.., count)| *count > 0);
    shown
        .map(|(at, title, finds, _)| Door {
            link: Link {
                href: format!("{}{at}", here.root),
                title,
            },
            finds,
        })
        .collect()
}

fn known(here: &Here<'_>) -> Vec<Known> {
    let map = here.context.map;
    if map.entries_of(Kind::Area).next().is_none() {
        return Vec::new();
    }
    let mut asked = by_payoff(here);
    asked.truncate(ASKED);
    // Whoever looks for something looks by its name.
    asked.sort_by_key(|id| &map.entry(*id).common.title);
    let known = |id: EntryId| Known {
        slug: map.entry(id).common.slug.clone(),
        title: map.entry(id).common.title.clone(),
    };
    asked.into_iter().map(known).collect()
}

fn news(here: &Here<'_>) -> Vec<News> {
    let mut news = here.context.map.checked();
    news.truncate(NEW);
    news.into_iter()
        .map(|(day, document)| News {
            card: here.card(document),
            day: DateView::from(day),
        })
        .collect()
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
