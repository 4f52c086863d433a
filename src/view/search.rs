//! The search page: without scripts, what can be browsed instead.

use super::here::Here;
use super::parts::Link;
use crate::model::Kind;
use crate::urls;
use serde::Serialize;

/// The search page.
#[derive(Debug, Serialize)]
pub struct SearchView {
    /// Its title.
    pub title: String,
    /// One sentence about it.
    pub summary: String,
    /// What can be browsed.
    pub lists: Vec<Browse>,
}

/// A list of the site.
#[derive(Debug, Serialize)]
pub struct Browse {
    /// The list.
    pub link: Link,
    /// How many things it holds; 0 if they cannot be counted.
    pub count: usize,
    /// What it holds.
    pub holds: String,
}

/// A list before it has an address from here: its address from the root, title, count and what it holds.
type List<'a> = (String, &'a str, usize, &'a str);

pub(super) fn search(here: &Here<'_>) -> SearchView {
    let browse = |(at, title, count, holds): List<'_>| Browse {
        link: Link {
            href: format!("{}{at}", here.root),
            title: title.to_owned(),
        },
        count,
        holds: holds.to_owned(),
    };
    SearchView {
        title: "Search".to_owned(),
        summary:
            "Titles, names in every dialect, theorems, questions, people, works, and the texts."
                .to_owned(),
        lists: entries(here).chain(lists(here)).map(browse).collect(),
    }
}

fn entries<'a>(here: &Here<'a>) -> impl Iterator<Item = List<'a>> {
    let map = here.context.map;
    [Kind::Area, Kind::Foundation]
        .into_iter()
        .map(move |kind| {
            let title = map.settings.words(kind).title.as_str();
            let count = map.entries_of(kind).count();
            let holds = "By field, with a sentence each.";
            (urls::index(map, kind), title, count, holds)
        })
        .filter(|(_, _, count, _)| *count > 0)
}

fn lists<'a>(here: &Here<'a>) -> impl Iterator<Item = List<'a>> {
    let map = here.context.map;
    let counted = [
        (
            "topics/",
            "Topics",
            map.topics.len(),
            "Themes that cut across the fields.",
        ),
        (
            "fields/",
            "Fields",
            map.fields.len(),
            "The territories of the map.",
        ),
        (
            "questions/",
            "Open questions",
            map.questions.len(),
            "And what one needs to attack them.",
        ),
        (
            "debates/",
            "Debates",
            map.debates.len(),
            "Who holds what, and where it is argued.",
        ),
        (
            "paths/",
            "Paths",
            map.paths.len(),
            "Routes for a kind of reader.",
        ),
        (
            "references/",
            "References",
            map.references.len(),
            "Every work, by author.",
        ),
    ];
    let others = [
        (
            "claims/",
            "Claims",
            0,
            "What is proved, argued, observed, believed.",
        ),
        (
            "rosetta/",
            "Rosetta",
            0,
            "What each dialect calls the same thing.",
        ),
    ];
    counted
        .into_iter()
        .filter(|(_, _, count, _)| *count > 0)
        .chain(others)
        .map(|(at, title, count, holds)| (at.to_owned(), title, count, holds))
}
