//! What a page is about, for programs: JSON-LD with the words of <https://schema.org>.

use super::here::Here;
use crate::cite;
use crate::model::reference::{Person, Reference};
use crate::model::{Document, Entry, EntryId, Kind};
use serde::Serialize;

#[derive(Serialize)]
struct Thing<T: Serialize> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@type")]
    kind: Vec<&'static str>,
    #[serde(flatten)]
    facts: T,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Term {
    name: String,
    url: String,
    description: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    alternate_name: Vec<String>,
    in_language: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    license: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_modified: Option<String>,
    /// What one must know first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    competency_required: Vec<Link>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    keywords: Vec<String>,
    in_defined_term_set: Link,
}

#[derive(Serialize)]
struct Link {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: String,
    url: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Work {
    name: String,
    url: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    author: Vec<Author>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    editor: Vec<Author>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    isbn: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    same_as: Vec<String>,
}

#[derive(Serialize)]
struct Author {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: String,
}

/// The JSON-LD of a page, if it is about one thing.
pub(super) fn of(here: &Here<'_>) -> Option<String> {
    if let Some(id) = here.reference {
        return Some(written(&work(here, here.context.map.reference(id))));
    }
    match here.document? {
        Document::Entry(id) => Some(written(&entry(here, id))),
        _ => None,
    }
}

/// JSON that can stand in a page: no text of it can end the element that holds it.
pub(super) fn written<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value)
        .expect("texts and numbers are always JSON")
        .replace('<', "\\u003c")
}

fn entry(here: &Here<'_>, id: EntryId) -> Thing<Term> {
    let map = here.context.map;
    let entry: &Entry = map.entry(id);
    let link = |kind, document| Link {
        kind,
        name: map.common(document).title.clone(),
        url: here.context.web_address(document),
    };
    let needed = entry
        .prerequisites
        .iter()
        .flat_map(|prerequisite| &prerequisite.one_of);
    let facts = Term {
        name: entry.common.title.clone(),
        url: here.context.web_address(Document::Entry(id)),
        description: entry.common.summary.clone(),
        alternate_name: entry.names.iter().map(|name| name.term.clone()).collect(),
        in_language: map.settings.language.clone(),
        license: map.settings.licence_url.clone(),
        date_modified: entry.reviewed.map(|day| day.to_string()),
        competency_required: needed
            .map(|id| link("DefinedTerm", Document::Entry(*id)))
            .collect(),
        keywords: entry
            .topics
            .iter()
            .map(|id| map.topics[id.index()].common.title.clone())
            .collect(),
        in_defined_term_set: link("DefinedTermSet", Document::Field(entry.field)),
    };
    let kind = match entry.kind {
        Kind::Area => vec!["LearningResource", "DefinedTerm"],
        Kind::Foundation => vec!["DefinedTerm", "LearningResource"],
    };
    Thing {
        context: "https://schema.org",
        kind,
        facts,
    }
}

fn work(here: &Here<'_>, reference: &Reference) -> Thing<Work> {
    let kind = match reference.kind.as_str() {
        "book" | "collection" | "mvbook" => "Book",
        "article" | "inproceedings" | "survey" | "incollection" => "ScholarlyArticle",
        "software" => "SoftwareSourceCode",
        _ => "CreativeWork",
    };
    let people = |people: &[Person]| -> Vec<Author> {
        let kind = |person: &Person| {
            if person.given.is_empty() {
                "Organization"
            } else {
                "Person"
            }
        };
        people
            .iter()
            .map(|person| Author {
                kind: kind(person),
                name: person.full(),
            })
            .collect()
    };
    let same_as = [
        reference.doi.as_deref().map(cite::doi_url),
        reference.arxiv.as_deref().map(cite::arxiv_url),
        reference.url.clone(),
    ];
    let facts = Work {
        name: reference.plain_title(),
        url: format!("{}{}", here.context.base_url(), here.address),
        author: people(&reference.authors),
        editor: people(&reference.editors),
        date_published: reference.year.map(|year| year.to_string()),
        isbn: reference.isbn.clone(),
        same_as: same_as.into_iter().flatten().collect(),
    };
    Thing {
        context: "https://schema.org",
        kind: vec![kind],
        facts,
    }
}
