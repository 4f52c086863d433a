//! The form of `map.json`, which `static/map.schema.json` describes.

use serde::Serialize;

#[derive(Serialize)]
pub(super) struct Map<'a> {
    pub(super) format: &'static str,
    pub(super) version: u32,
    pub(super) title: &'a str,
    pub(super) tagline: &'a str,
    pub(super) language: &'a str,
    pub(super) base_url: String,
    pub(super) authors: &'a str,
    pub(super) map_version: Option<&'a str>,
    pub(super) licence: &'a str,
    pub(super) licence_url: Option<&'a str>,
    pub(super) statuses: Vec<Word<'a>>,
    pub(super) levels: Vec<Word<'a>>,
    pub(super) roles: Vec<Word<'a>>,
    pub(super) dialects: Vec<Word<'a>>,
    pub(super) relations: Vec<Word<'a>>,
    pub(super) fields: Vec<Field<'a>>,
    pub(super) entries: Vec<EntryRow<'a>>,
    pub(super) topics: Vec<Listed<'a>>,
    pub(super) questions: Vec<Question<'a>>,
    pub(super) debates: Vec<Debate<'a>>,
    pub(super) paths: Vec<Path<'a>>,
    pub(super) references: Vec<Work<'a>>,
}

#[derive(Serialize)]
pub(super) struct Word<'a> {
    pub(super) id: &'a str,
    pub(super) meaning: &'a str,
}

/// What every document has.
#[derive(Serialize)]
pub(super) struct Listed<'a> {
    pub(super) slug: &'a str,
    pub(super) title: &'a str,
    pub(super) summary: &'a str,
    /// From the site's root.
    pub(super) address: String,
}

#[derive(Serialize)]
pub(super) struct Field<'a> {
    #[serde(flatten)]
    pub(super) document: Listed<'a>,
    pub(super) kind: &'static str,
}

#[derive(Serialize)]
pub(super) struct EntryRow<'a> {
    #[serde(flatten)]
    pub(super) document: Listed<'a>,
    pub(super) kind: &'static str,
    pub(super) field: &'a str,
    pub(super) status: Option<&'a str>,
    pub(super) reviewed: Option<String>,
    pub(super) level: u32,
    pub(super) topics: Vec<&'a str>,
    pub(super) names: Vec<Name<'a>>,
    pub(super) prerequisites: Vec<Need<'a>>,
    pub(super) related: Vec<Related<'a>>,
    pub(super) resources: Vec<ResourceRow<'a>>,
    pub(super) statements: Vec<Statement<'a>>,
}

#[derive(Serialize)]
pub(super) struct Name<'a> {
    pub(super) term: &'a str,
    pub(super) dialect: &'a str,
}

#[derive(Serialize)]
pub(super) struct Need<'a> {
    pub(super) one_of: Vec<&'a str>,
    pub(super) need: &'static str,
    pub(super) why: &'a str,
}

#[derive(Serialize)]
pub(super) struct Related<'a> {
    pub(super) to: &'a str,
    pub(super) relation: &'a str,
    pub(super) why: &'a str,
}

#[derive(Serialize)]
pub(super) struct ResourceRow<'a> {
    pub(super) reference: &'a str,
    pub(super) role: &'a str,
    pub(super) part: Option<&'a str>,
    pub(super) note: &'a str,
}

#[derive(Serialize)]
pub(super) struct Statement<'a> {
    pub(super) id: &'a str,
    pub(super) kind: &'static str,
    pub(super) number: usize,
    pub(super) sources: Vec<Source<'a>>,
}

#[derive(Serialize)]
pub(super) struct Source<'a> {
    pub(super) reference: &'a str,
    pub(super) locator: Option<&'a str>,
}

#[derive(Serialize)]
pub(super) struct Question<'a> {
    #[serde(flatten)]
    pub(super) document: Listed<'a>,
    pub(super) about: Vec<&'a str>,
    pub(super) reviewed: Option<String>,
    pub(super) prerequisites: Vec<Need<'a>>,
    pub(super) resources: Vec<ResourceRow<'a>>,
}

#[derive(Serialize)]
pub(super) struct Debate<'a> {
    #[serde(flatten)]
    pub(super) document: Listed<'a>,
    pub(super) about: Vec<&'a str>,
    pub(super) positions: Vec<Position<'a>>,
}

#[derive(Serialize)]
pub(super) struct Position<'a> {
    pub(super) claim: &'a str,
    pub(super) held_by: &'a str,
    pub(super) source: Source<'a>,
}

#[derive(Serialize)]
pub(super) struct Path<'a> {
    #[serde(flatten)]
    pub(super) document: Listed<'a>,
    pub(super) reader: &'a str,
    pub(super) steps: Vec<Step<'a>>,
}

#[derive(Serialize)]
pub(super) struct Step<'a> {
    pub(super) entry: &'a str,
    pub(super) note: &'a str,
}

#[derive(Serialize)]
pub(super) struct Work<'a> {
    pub(super) key: &'a str,
    pub(super) kind: &'a str,
    pub(super) title: String,
    pub(super) authors: Vec<String>,
    pub(super) authors_complete: bool,
    pub(super) editors: Vec<String>,
    pub(super) year: Option<i32>,
    pub(super) venue: String,
    pub(super) level: Option<&'a str>,
    pub(super) doi: Option<&'a str>,
    pub(super) arxiv: Option<&'a str>,
    pub(super) isbn: Option<&'a str>,
    pub(super) url: Option<&'a str>,
    pub(super) confirmed: Option<&'a str>,
}
