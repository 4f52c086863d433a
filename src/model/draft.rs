//! Documents as their authors wrote them: every name is still a word with its place.

use super::body::{Body, RawCitation, RawLink};
use super::lock::{LockedField, LockedPlace};
use super::reference::Reference;
use super::settings::Settings;
use super::{Kind, Need};
use crate::source::{FileId, Span, Spanned};
use jiff::civil::Date;

/// A text before `resolve`.
pub type RawBody = Body<RawLink, RawCitation>;
/// A name and its place.
pub type RawName = Spanned<String>;

/// What the files say, name by name.
#[derive(Debug, Default)]
pub struct Parsed {
    /// What `map.toml` says.
    pub settings: Settings,
    /// The Markdown files, in the order of their paths.
    pub drafts: Vec<Draft>,
    /// The works of the `.bib` files, in the order of the files.
    pub references: Vec<Reference>,
    /// What `map.lock.toml` says, if there is one.
    pub lock: Option<Vec<LockDraft>>,
}

/// A field of the lock, as it was written.
#[derive(Debug, Clone)]
pub struct LockDraft {
    /// The field.
    pub field: RawName,
    /// Where its title lies.
    pub title: Option<LockedField>,
    /// Its entries, and where they lie.
    pub places: Vec<(RawName, LockedPlace)>,
}

/// One Markdown file.
#[derive(Debug, Clone)]
pub struct Draft {
    /// The file name without its ending.
    pub slug: String,
    /// The file.
    pub file: FileId,
    /// The place of the title, or of the file's first line.
    pub span: Span,
    /// The title.
    pub title: String,
    /// One sentence.
    pub summary: String,
    /// Slugs that it had before it was renamed.
    pub aliases: Vec<RawName>,
    /// The text.
    pub body: RawBody,
    /// What the kind of document has besides.
    pub detail: Detail,
}

/// What a kind of document has of its own.
#[derive(Debug, Clone)]
pub enum Detail {
    /// An area or a foundation.
    Entry(Box<EntryDraft>),
    /// A territory.
    Field {
        /// Which kind of entry lies in it.
        kind: Kind,
        /// Its place among the fields of its kind.
        order: i64,
    },
    /// A theme.
    Topic,
    /// An open question.
    Question(QuestionDraft),
    /// A disagreement.
    Debate {
        /// The entries that it is about.
        about: Vec<RawName>,
        /// What is held, and by whom.
        positions: Vec<PositionDraft>,
    },
    /// A curated route.
    Path {
        /// Who it is for.
        reader: String,
        /// Its steps: the entry and what to do there.
        steps: Vec<(RawName, String)>,
        /// Its place in lists.
        order: Option<i64>,
    },
    /// An entry that was withdrawn.
    Withdrawn {
        /// What kind of entry it was.
        kind: Kind,
        /// Why it was withdrawn.
        why: String,
    },
    /// A page of prose.
    Page {
        /// Its place in the menu.
        order: Option<i64>,
    },
}

/// What an area or a foundation has of its own.
#[derive(Debug, Clone)]
pub struct EntryDraft {
    /// Area or foundation.
    pub kind: Kind,
    /// Its territory.
    pub field: Option<RawName>,
    /// How settled it is.
    pub status: Option<RawName>,
    /// Its themes.
    pub topics: Vec<RawName>,
    /// When a person last checked it.
    pub reviewed: Option<Date>,
    /// Names: the term and who uses it.
    pub names: Vec<(String, RawName)>,
    /// What one must know first.
    pub prerequisites: Vec<PrerequisiteDraft>,
    /// Neighbours.
    pub related: Vec<RelationDraft>,
    /// What to read.
    pub resources: Vec<ResourceDraft>,
}

/// What an open question has of its own.
#[derive(Debug, Clone)]
pub struct QuestionDraft {
    /// The entries that it hangs on.
    pub about: Vec<RawName>,
    /// What is needed to attack it.
    pub prerequisites: Vec<PrerequisiteDraft>,
    /// What to read.
    pub resources: Vec<ResourceDraft>,
    /// When a person last checked that it is open.
    pub reviewed: Option<Date>,
}

/// An edge as it was written.
#[derive(Debug, Clone)]
pub struct PrerequisiteDraft {
    /// The entries of which one is needed.
    pub one_of: Vec<RawName>,
    /// How strong the need is.
    pub need: Need,
    /// What it will be used for.
    pub why: String,
}

/// A neighbour as it was written.
#[derive(Debug, Clone)]
pub struct RelationDraft {
    /// The neighbour.
    pub id: RawName,
    /// How the entry relates to it.
    pub relation: RawName,
    /// Why that is worth knowing.
    pub why: String,
}

/// A resource as it was written.
#[derive(Debug, Clone)]
pub struct ResourceDraft {
    /// The work's key.
    pub reference: RawName,
    /// What it is good for here.
    pub role: RawName,
    /// Which part of it.
    pub part: Option<String>,
    /// Why to read it.
    pub note: String,
}

/// One side of a debate as it was written.
#[derive(Debug, Clone)]
pub struct PositionDraft {
    /// What is held.
    pub claim: String,
    /// Who holds it.
    pub held_by: String,
    /// The key of the work in which it is argued.
    pub reference: RawName,
    /// Which part of it.
    pub part: Option<String>,
    /// What should be added.
    pub note: Option<String>,
}
