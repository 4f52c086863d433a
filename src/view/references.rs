//! The bibliography and the page of a work.

use super::here::{Here, sources};
use super::parts::{Card, Link, Work};
use crate::cite;
use crate::html::statement_label;
use crate::model::{Document, ReferenceId};
use crate::text::counted;
use serde::Serialize;

/// The bibliography.
#[derive(Debug, Serialize)]
pub struct ReferencesView {
    /// Its title.
    pub title: String,
    /// One sentence about it.
    pub summary: String,
    /// The works by the first letter of who wrote them.
    pub letters: Vec<Letter>,
}

/// The works of one letter.
#[derive(Debug, Serialize)]
pub struct Letter {
    /// The letter, for people.
    pub letter: String,
    /// The id of its section.
    pub id: String,
    /// Its works.
    pub rows: Vec<WorkRow>,
}

/// A work of the bibliography.
#[derive(Debug, Serialize)]
pub struct WorkRow {
    /// The work.
    pub work: Work,
    /// `used in 3 entries`.
    pub used: String,
}

/// The page of a work.
#[derive(Debug, Serialize)]
pub struct ReferenceView {
    /// Its title as plain text.
    pub title: String,
    /// One line: who, when, where.
    pub summary: String,
    /// Its title as HTML.
    pub title_html: String,
    /// Who wrote it, all of them.
    pub people: String,
    /// When.
    pub year: Option<i32>,
    /// `Mallat 2012a`: how the texts cite it, if its year alone does not tell.
    pub cited_as: Option<String>,
    /// Where it appeared.
    pub venue: String,
    /// What it is.
    pub kind: String,
    /// For whom it is written: the word and what it means.
    pub level: Option<Level>,
    /// Its key.
    pub key: String,
    /// The DOI, the arXiv id and the ISBN as they are.
    pub doi: Option<String>,
    /// The arXiv id.
    pub arxiv: Option<String>,
    /// The ISBN.
    pub isbn: Option<String>,
    /// Where it can be read.
    pub sources: Vec<Link>,
    /// Where it is used on the map, and why.
    pub uses: Vec<UseRow>,
    /// Which of its facts were checked, and how.
    pub confirmed: Option<Confirmed>,
    /// Ready to copy.
    pub bibtex: String,
}

/// What was checked about a work.
#[derive(Debug, Serialize)]
pub struct Confirmed {
    /// `authors, title and year`.
    pub facts: String,
    /// The sources, as who checked it wrote them down; empty if only one text says all.
    pub against: Vec<String>,
}

/// For whom a work is written.
#[derive(Debug, Serialize)]
pub struct Level {
    /// The word.
    pub word: String,
    /// What it means.
    pub meaning: String,
}

/// A document that uses a work.
#[derive(Debug, Serialize)]
pub struct UseRow {
    /// The document.
    pub card: Card,
    /// As what: a role of its resources.
    pub role: Option<String>,
    /// Which part of it.
    pub part: Option<String>,
    /// Why to read it there.
    pub note: Option<String>,
    /// Where the text cites it.
    pub citations: Vec<CitedAt>,
}

/// A place of a text that cites a work.
#[derive(Debug, Serialize)]
pub struct CitedAt {
    /// The place, if it has a link.
    pub href: Option<String>,
    /// What the place is called, as HTML: a statement, or the words of a heading.
    pub place: String,
    /// Which place of the work is cited.
    pub locator: Option<String>,
}

pub(super) fn references(here: &Here<'_>) -> ReferencesView {
    let map = here.context.map;
    let mut ids: Vec<ReferenceId> = (0..map.references.len()).map(ReferenceId::at).collect();
    ids.sort_by_cached_key(|id| (cite::sort_key(map.reference(*id)), *id));
    let mut letters: Vec<Letter> = Vec::new();
    for id in ids {
        let first = cite::sort_key(map.reference(id)).0.chars().next();
        let letter = first
            .filter(char::is_ascii_alphabetic)
            .map_or('#', |c| c.to_ascii_uppercase());
        let uses = here.context.graph.usage.uses(id).len();
        let row = WorkRow {
            work: here.work(id),
            used: format!("used in {}", counted(uses, "place", "places")),
        };
        match letters
            .last_mut()
            .filter(|last| last.letter == letter.to_string())
        {
            Some(last) => last.rows.push(row),
            None => {
                let id = if letter == '#' {
                    "other".to_owned()
                } else {
                    format!("letter-{}", letter.to_ascii_lowercase())
                };
                letters.push(Letter {
                    letter: letter.to_string(),
                    id,
                    rows: vec![row],
                });
            }
        }
    }
    ReferencesView {
        title: "References".to_owned(),
        summary: format!(
            "{} by author and year, each with the places of the map where it is used.",
            counted(map.references.len(), "work", "works"),
        ),
        letters,
    }
}

pub(super) fn reference(here: &Here<'_>, id: ReferenceId) -> ReferenceView {
    let map = here.context.map;
    let reference = map.reference(id);
    let level = reference.level.map(|level| {
        let term = &map.settings.levels[level.index()];
        Level {
            word: term.id.clone(),
            meaning: term.meaning.clone(),
        }
    });
    ReferenceView {
        title: reference.plain_title(),
        summary: cite::line(reference),
        title_html: cite::title(reference, here.context.formulas),
        people: cite::people(reference, true),
        year: reference.year,
        cited_as: (!reference.letter.is_empty()).then(|| reference.short()),
        venue: cite::venue(reference),
        kind: cite::kind(reference).to_owned(),
        level,
        key: reference.key.clone(),
        doi: reference.doi.clone(),
        arxiv: reference.arxiv.clone(),
        isbn: reference.isbn.clone(),
        sources: sources(reference),
        uses: here
            .context
            .graph
            .usage
            .uses(id)
            .iter()
            .map(|used| use_row(here, used))
            .collect(),
        confirmed: reference.confirmed.as_deref().map(confirmed),
        bibtex: reference.bibtex.clone(),
    }
}

/// `authors, title, doi by this; that` in a reader's words.
fn confirmed(text: &str) -> Confirmed {
    let Some((facts, against)) = text.split_once(" by ") else {
        return Confirmed {
            facts: text.to_owned(),
            against: Vec::new(),
        };
    };
    let words: Vec<&str> = facts.split(", ").map(fact).collect();
    let facts = match words.as_slice() {
        [first @ .., last] if !first.is_empty() => format!("{} and {last}", first.join(", ")),
        _ => words.concat(),
    };
    Confirmed {
        facts,
        against: against.split("; ").map(str::to_owned).collect(),
    }
}

/// The name of a field of the bibliography, as readers call it.
fn fact(field: &str) -> &str {
    match field {
        "arxiv" => "arXiv number",
        "doi" => "DOI",
        "isbn" => "ISBN",
        "url" => "address",
        "venue" => "place of publication",
        word => word,
    }
}

fn use_row(here: &Here<'_>, used: &crate::graph::Use) -> UseRow {
    let map = here.context.map;
    let resources = match used.by {
        Document::Entry(id) => &map.entry(id).resources[..],
        Document::Question(id) => &map.questions[id.index()].resources[..],
        _ => &[],
    };
    let resource = used
        .resource
        .map(|(role, number)| (role, &resources[number]));
    UseRow {
        card: here.card(used.by),
        role: resource.map(|(role, _)| map.settings.roles[role.index()].id.clone()),
        part: resource.and_then(|(_, resource)| resource.part.clone()),
        note: resource.map(|(_, resource)| resource.note.clone()),
        citations: used
            .citations
            .iter()
            .map(|place| cited_at(here, used.by, place))
            .collect(),
    }
}

fn cited_at(here: &Here<'_>, by: Document, place: &crate::graph::Place) -> CitedAt {
    let body = &here.context.map.common(by).body;
    let (id, words) = match (place.statement, place.heading) {
        (Some(number), _) => {
            let statement = &body.statements[number];
            let label = format!("{} {}", statement_label(statement.kind), statement.number);
            let title = here.statement_title(by, statement);
            let words = if title.is_empty() {
                label
            } else {
                format!("{label}, {title}")
            };
            (Some(&statement.id), words)
        }
        (None, Some(number)) => (Some(&body.headings[number].id), here.heading(by, number)),
        (None, None) => (None, "the text".to_owned()),
    };
    CitedAt {
        href: id.map(|id| format!("{}#{id}", here.href(by))),
        place: words,
        locator: place.locator.clone(),
    }
}
