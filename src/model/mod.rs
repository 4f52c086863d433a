//! The domain: what a map is made of. It knows spans, but no diagnostics, no TOML, no HTML and no files.
//!
//! A [`draft::Draft`] holds names as an author wrote them; `resolve` turns drafts into a [`Map`], in which every name has
//! become an identity. Code that takes a [`Map`] cannot meet an unknown name.

pub mod body;
pub mod draft;
pub mod lock;
mod map;
pub mod reference;
pub mod settings;

use crate::source::{FileId, Span};

use body::{Body, Citation, Target};
use jiff::civil::Date;
pub use map::Map;

macro_rules! identities {
    ($($(#[$doc:meta])* $name:ident;)+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u32);

        impl $name {
            /// The place in the list of its kind.
            #[must_use]
            pub const fn index(self) -> usize {
                self.0 as usize
            }

            /// The identity of the thing at this place in the list of its kind.
            #[must_use]
            pub fn at(index: usize) -> Self {
                Self(u32::try_from(index).expect("a map has fewer than 2^32 things"))
            }
        }
    )+};
}

identities! {
    /// An entry: an area or a foundation.
    EntryId;
    /// A field.
    FieldId;
    /// A topic.
    TopicId;
    /// An open question.
    QuestionId;
    /// A debate.
    DebateId;
    /// A curated path.
    PathId;
    /// A page of prose.
    PageId;
    /// An entry that was withdrawn.
    WithdrawnId;
    /// A work of the bibliography.
    ReferenceId;
    /// A word of a vocabulary of `map.toml`; which one is told by where it stands.
    TermId;
}

/// The two kinds of entry. What a map calls them is set in `map.toml`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// What the map is about.
    Area,
    /// What one must know first.
    Foundation,
}

/// How strong a prerequisite is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    /// One cannot start without it.
    Essential,
    /// It makes the way easier.
    Helpful,
}

impl Need {
    /// The word in front matter and on pages.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Essential => "essential",
            Self::Helpful => "helpful",
        }
    }
}

/// Something of the map that has a page and can be linked to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Document {
    /// An area or a foundation.
    Entry(EntryId),
    /// A field.
    Field(FieldId),
    /// A topic.
    Topic(TopicId),
    /// An open question.
    Question(QuestionId),
    /// A debate.
    Debate(DebateId),
    /// A curated path.
    Path(PathId),
    /// A page of prose.
    Page(PageId),
    /// An entry that was withdrawn.
    Withdrawn(WithdrawnId),
}

/// What every document has.
#[derive(Debug, Clone)]
pub struct Common {
    /// The file name without its ending: id and address.
    pub slug: String,
    /// The title.
    pub title: String,
    /// One sentence.
    pub summary: String,
    /// The text.
    pub body: Body<Target, Citation>,
    /// The file that it was written in.
    pub file: FileId,
    /// The place of its title, for problems of the document as a whole.
    pub span: Span,
}

/// An area or a foundation.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Slug, title, summary, text.
    pub common: Common,
    /// Area or foundation.
    pub kind: Kind,
    /// Its territory.
    pub field: FieldId,
    /// How settled it is; areas have one.
    pub status: Option<TermId>,
    /// Its themes.
    pub topics: Vec<TopicId>,
    /// When a person last checked it against the literature.
    pub reviewed: Option<Date>,
    /// What others call it.
    pub names: Vec<Name>,
    /// What one must know first.
    pub prerequisites: Vec<Prerequisite>,
    /// Neighbours that are not prerequisites.
    pub related: Vec<Relation>,
    /// What to read.
    pub resources: Vec<Resource>,
}

impl Entry {
    /// What to read first: a resource of the role that comes first in the vocabulary.
    #[must_use]
    pub fn first_resource(&self) -> Option<&Resource> {
        self.resources.iter().min_by_key(|resource| resource.role)
    }

    /// What to read then: the first other work, in the order in which the author names them.
    #[must_use]
    pub fn next_resource(&self) -> Option<&Resource> {
        let first = self.first_resource()?.reference;
        let mut others = self.resources.iter();
        others.find(|resource| resource.reference != first)
    }
}

/// What others call an entry.
#[derive(Debug, Clone)]
pub struct Name {
    /// The name.
    pub term: String,
    /// Who calls it so.
    pub dialect: TermId,
}

/// An edge of the prerequisite graph, or a choice between several.
#[derive(Debug, Clone)]
pub struct Prerequisite {
    /// The entry that is needed; if several, one of them will do.
    pub one_of: Vec<EntryId>,
    /// Where each of them was written, in the same order.
    pub spans: Vec<Span>,
    /// How strong the need is.
    pub need: Need,
    /// What it will be used for.
    pub why: String,
}

/// A neighbour that is not a prerequisite.
#[derive(Debug, Clone)]
pub struct Relation {
    /// The neighbour.
    pub to: EntryId,
    /// How this entry relates to it.
    pub relation: TermId,
    /// Why that is worth knowing.
    pub why: String,
}

/// A work to read, and what for.
#[derive(Debug, Clone)]
pub struct Resource {
    /// The work.
    pub reference: ReferenceId,
    /// What it is good for here.
    pub role: TermId,
    /// Which part of it.
    pub part: Option<String>,
    /// Why to read it.
    pub note: String,
}

/// A territory of the map.
#[derive(Debug, Clone)]
pub struct Field {
    /// Slug, title, summary, text.
    pub common: Common,
    /// Which kind of entry lies in it.
    pub kind: Kind,
    /// Its place among the fields of its kind.
    pub order: i64,
}

/// A theme that cuts across fields.
#[derive(Debug, Clone)]
pub struct Topic {
    /// Slug, title, summary, text.
    pub common: Common,
}

/// An open question.
#[derive(Debug, Clone)]
pub struct Question {
    /// Slug, title, summary, text.
    pub common: Common,
    /// The entries that it hangs on.
    pub about: Vec<EntryId>,
    /// What is needed to attack it.
    pub prerequisites: Vec<Prerequisite>,
    /// What to read.
    pub resources: Vec<Resource>,
    /// When a person last checked that it is open.
    pub reviewed: Option<Date>,
}

/// A disagreement.
#[derive(Debug, Clone)]
pub struct Debate {
    /// Slug, title, summary, text.
    pub common: Common,
    /// The entries that it is about.
    pub about: Vec<EntryId>,
    /// What is held, and by whom.
    pub positions: Vec<Position>,
}

/// One side of a debate.
#[derive(Debug, Clone)]
pub struct Position {
    /// What is held, in a sentence.
    pub claim: String,
    /// Who holds it.
    pub held_by: String,
    /// Where it is argued, and at which place.
    pub source: Citation,
    /// What should be added.
    pub note: Option<String>,
}

/// A curated route.
#[derive(Debug, Clone)]
pub struct Path {
    /// Slug, title, summary, text.
    pub common: Common,
    /// Who it is for.
    pub reader: String,
    /// Its steps, in order.
    pub steps: Vec<Step>,
}

/// One step of a path.
#[derive(Debug, Clone)]
pub struct Step {
    /// The entry to read.
    pub entry: EntryId,
    /// What to do there.
    pub note: String,
}

/// A page of prose.
#[derive(Debug, Clone)]
pub struct Page {
    /// Slug, title, summary, text.
    pub common: Common,
    /// Its place in the menu; pages without one are only linked to.
    pub order: Option<i64>,
}

/// An entry that was withdrawn: its address stays, and says why.
#[derive(Debug, Clone)]
pub struct Withdrawn {
    /// Slug, title, summary, text.
    pub common: Common,
    /// What kind of entry it was.
    pub kind: Kind,
    /// Why it was withdrawn.
    pub why: String,
}

/// An address that a document had before it was renamed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Redirect {
    /// The slug that it had.
    pub from: String,
    /// The document.
    pub to: Document,
}

impl Page {
    /// Whether its text stands on the home page instead of a page of its own.
    #[must_use]
    pub fn is_home(&self) -> bool {
        self.common.slug == "home"
    }
}
