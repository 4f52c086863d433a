//! The pieces that pages share.

use serde::Serialize;

/// A link to a page of the site.
#[derive(Debug, Clone, Serialize)]
pub struct Link {
    /// Its address, relative to the page that it stands on.
    pub href: String,
    /// Its words.
    pub title: String,
}

/// How settled an area is.
#[derive(Debug, Clone, Serialize)]
pub struct Status {
    /// The word.
    pub word: String,
    /// What it means.
    pub meaning: String,
    /// Its place in the vocabulary, from 0.
    pub rank: usize,
    /// A sign of its own, so that no colour is needed to tell it.
    pub sign: char,
}

/// An entry in a list.
#[derive(Debug, Clone, Serialize)]
pub struct Card {
    /// Where it leads.
    pub href: String,
    /// Its title.
    pub title: String,
    /// Its sentence.
    pub summary: String,
    /// What kind of thing it is, as the map says it.
    pub kind: String,
    /// How settled it is.
    pub status: Option<Status>,
}

/// Cards under one title.
#[derive(Debug, Clone, Serialize)]
pub struct Group {
    /// The title.
    pub title: String,
    /// What is under it.
    pub cards: Vec<Card>,
}

/// The entries of one field.
#[derive(Debug, Clone, Serialize)]
pub struct FieldGroup {
    /// The field's slug, for an id on the page.
    pub slug: String,
    /// The field.
    pub link: Link,
    /// Its sentence.
    pub summary: String,
    /// Its entries.
    pub cards: Vec<Card>,
}

/// A prerequisite, or an entry that has one.
#[derive(Debug, Clone, Serialize)]
pub struct Need {
    /// The entry; if there are several, one of them will do.
    pub options: Vec<Card>,
    /// `essential` or `helpful`.
    pub need: &'static str,
    /// What it is used for.
    pub why: String,
    /// The edges of which it says the reason, as pictures name them: `by:needed`, with spaces between.
    pub edges: String,
    /// An id for its place on the page; empty where nothing leads to it.
    pub id: String,
}

/// A step on the way to an entry.
#[derive(Debug, Clone, Serialize)]
pub struct RouteStep {
    /// What to learn.
    pub card: Card,
    /// What it is needed for.
    pub for_what: Link,
    /// The reason.
    pub why: String,
    /// The titles of what would have done as well.
    pub instead_of: Vec<String>,
    /// The edge of the reason.
    pub edge: String,
    /// What else on the way needs it; each `link` is to the entry that does.
    pub further: Vec<Reason>,
}

/// Why one entry needs another.
#[derive(Debug, Clone, Serialize)]
pub struct Reason {
    /// The other entry.
    pub link: Link,
    /// `essential` or `helpful`.
    pub need: &'static str,
    /// What it is used for.
    pub why: String,
    /// The edge, as pictures name it: `by:needed`.
    pub edges: String,
    /// Whether the picture has a line for it; others imply it if not.
    pub drawn: bool,
}

/// Entries in columns, each right of what it needs.
#[derive(Debug, Serialize)]
pub struct Layers {
    /// The picture.
    pub svg: String,
    /// Whether it needs the whole width of a window.
    pub wide: bool,
    /// The heads of its columns.
    pub heads: String,
    /// What its colours mean.
    pub fields: Vec<FieldKey>,
    /// The same in words: the columns.
    pub steps: Vec<Step>,
}

/// A colour and what it means.
#[derive(Debug, Clone, Serialize)]
pub struct FieldKey {
    /// The number in the class `land-<n>`.
    pub colour: usize,
    /// The field.
    pub link: Link,
}

/// A column of a picture.
#[derive(Debug, Serialize)]
pub struct Step {
    /// `Step 2`.
    pub title: String,
    /// What stands in it.
    pub rows: Vec<StepRow>,
}

/// An entry of a picture.
#[derive(Debug, Serialize)]
pub struct StepRow {
    /// The entry.
    pub link: Link,
    /// The number in the class `land-<n>`.
    pub colour: usize,
    /// The title of its field.
    pub field: String,
    /// What it needs.
    pub needs: Vec<Reason>,
}

/// A line of a table of contents.
#[derive(Debug, Clone, Serialize)]
pub struct TocItem {
    /// Where it leads, `#...`.
    pub href: String,
    /// The heading as HTML.
    pub title: String,
    /// 2 to 6.
    pub level: u8,
}

/// A work in a list.
#[derive(Debug, Clone, Serialize)]
pub struct Work {
    /// Its page on the site.
    pub href: String,
    /// The title as HTML.
    pub title: String,
    /// Who wrote it, shortened.
    pub people: String,
    /// When, as citations say it: `2018`, `2012a`.
    pub year: Option<String>,
    /// Where it appeared.
    pub venue: String,
    /// For whom it is written.
    pub level: Option<String>,
    /// `article`, `book`, ...
    pub kind: String,
    /// Where it can be read: words and addresses.
    pub sources: Vec<Link>,
}

/// A resource of an entry.
#[derive(Debug, Clone, Serialize)]
pub struct ResourceRow {
    /// The work.
    pub work: Work,
    /// Which part of it.
    pub part: Option<String>,
    /// Why to read it.
    pub note: String,
}

/// The resources of one role.
#[derive(Debug, Clone, Serialize)]
pub struct RoleGroup {
    /// The role.
    pub role: String,
    /// What it means.
    pub meaning: String,
    /// Its resources.
    pub rows: Vec<ResourceRow>,
}

/// A person of a work.
#[derive(Debug, Clone, Serialize)]
pub struct Person {
    /// The whole name.
    pub name: String,
}
