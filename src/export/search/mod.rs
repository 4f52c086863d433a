//! What the search reads in the browser: two scripts that only hold data, because a page from the file system may load scripts
//! but no other files.
//!
//! `search-index.js` has everything that has a name: documents with their other names and headings, statements, works.
//! `search-words.js` has, for every word of the texts, the documents that it occurs in; it is asked for at the first query.
//! Both hold texts as they were written: folding accents and the like is the business of `static/js/search/`, which does the same
//! to the query.

mod form;
mod index;
mod statements;
mod words;

use crate::context::Context;
use crate::model::{Document, Kind};
use crate::output::Output;
use crate::urls;
use serde::Serialize;

/// A page that the program makes besides those of the documents.
#[derive(Debug, Clone, Copy)]
pub struct Made<'a> {
    /// Its address.
    pub address: &'a str,
    /// Its title.
    pub title: &'a str,
    /// One sentence about it.
    pub summary: &'a str,
}

/// Adds the data of the search.
pub(super) fn add(context: &Context<'_>, made: &[Made<'_>], output: &mut Output) {
    let kinds = kinds(context);
    output.add(
        "search-index.js",
        script("index", &index::index(context, &kinds, made)),
    );
    output.add(
        "search-words.js",
        script("words", &words::words(context, &kinds)),
    );
    output.add(
        "search-statements.js",
        script("statements", &statements::linked(context)),
    );
}

/// A script that hands data over.
fn script<T: Serialize>(name: &str, data: &T) -> Vec<u8> {
    let json = serde_json::to_string(data).expect("texts and numbers are always JSON");
    // Two line ends that JSON allows in a text were not always allowed in a script.
    let json = json
        .replace('\u{2028}', "\\u2028")
        .replace('\u{2029}', "\\u2029");
    format!("(globalThis.portolan??={{}}).{name}={json};\n").into_bytes()
}

/// The documents of one kind.
struct OfKind {
    /// What their addresses begin with.
    at: String,
    /// `Research areas`
    many: String,
    /// `research area`
    one: String,
    /// What else one may call it; may be empty.
    also: &'static str,
    documents: Vec<Document>,
}

/// All documents that have a page, kind by kind, in the order in which the data number them.
fn kinds(context: &Context<'_>) -> Vec<OfKind> {
    type Wanted = fn(&Document) -> bool;
    let map = context.map;
    let lists: [(&str, &str, &str, Wanted); 6] = [
        (
            "questions/",
            "Open questions",
            "open question",
            |document| matches!(document, Document::Question(_)),
        ),
        ("debates/", "Debates", "debate", |document| {
            matches!(document, Document::Debate(_))
        }),
        ("paths/", "Paths", "path", |document| {
            matches!(document, Document::Path(_))
        }),
        ("topics/", "Topics", "topic", |document| {
            matches!(document, Document::Topic(_))
        }),
        ("fields/", "Fields", "field", |document| {
            matches!(document, Document::Field(_))
        }),
        ("", "Pages", "page", |document| {
            matches!(document, Document::Page(_))
        }),
    ];
    let entries = [Kind::Area, Kind::Foundation].map(|kind| OfKind {
        at: urls::index(map, kind),
        many: map.settings.words(kind).title.clone(),
        one: map.settings.words(kind).one.clone(),
        also: "",
        documents: map
            .entries_of(kind)
            .map(|(id, _)| Document::Entry(id))
            .collect(),
    });
    let lists = lists.into_iter().map(|(at, many, one, wanted)| OfKind {
        at: at.to_owned(),
        many: many.to_owned(),
        one: one.to_owned(),
        also: if at == "questions/" {
            "open problem"
        } else {
            ""
        },
        documents: map
            .documents()
            .filter(wanted)
            .filter(|document| !urls::document(map, *document).is_empty())
            .collect(),
    });
    entries.into_iter().chain(lists).collect()
}
