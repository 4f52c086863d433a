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

pub(super) fn search(here: &Here<'_>) -> SearchView {
    let map = here.context.map;
    let kinds = [Kind::Area, Kind::Foundation].map(|kind| {
        let words = map.settings.words(kind);
        (
            urls::index(map, kind),
            words.title.as_str(),
            map.entries_of(kind).count(),
            "By field, with a sentence each.",
        )
    });
    let lists = [
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
    let lists = kinds
        .into_iter()
        .filter(|(_, _, count, _)| *count > 0)
        .chain(
            lists
                .into_iter()
                .filter(|(at, _, count, _)| *count > 0 || matches!(*at, "claims/" | "rosetta/"))
                .map(|(at, title, count, holds)| (at.to_owned(), title, count, holds)),
        );
    SearchView {
        title: "Search".to_owned(),
        summary:
            "Titles, names in every dialect, theorems, questions, people, works, and the texts."
                .to_owned(),
        lists: lists
            .map(|(at, title, count, holds)| Browse {
                link: Link {
                    href: format!("{}{at}", here.root),
                    title: title.to_owned(),
                },
                count,
                holds: holds.to_owned(),
            })
            .collect(),
    }
}
