//! A whole map.

use super::lock::Lock;
use super::reference::Reference;
use super::settings::Settings;
use super::{
    Common, Debate, DebateId, Document, Entry, EntryId, Field, FieldId, Kind, Page, PageId, Path,
    PathId, Question, QuestionId, Redirect, ReferenceId, Topic, TopicId, Withdrawn, WithdrawnId,
};
use jiff::civil::Date;
use std::cmp::Reverse;

/// A whole map: every name in it is an identity. Each list is ordered by slug, fields and pages by their order.
#[derive(Debug, Clone, Default)]
pub struct Map {
    /// What `map.toml` says.
    pub settings: Settings,
    /// Areas and foundations together, ordered by slug.
    pub entries: Vec<Entry>,
    /// The territories.
    pub fields: Vec<Field>,
    /// The themes.
    pub topics: Vec<Topic>,
    /// The open questions.
    pub questions: Vec<Question>,
    /// The debates.
    pub debates: Vec<Debate>,
    /// The curated paths.
    pub paths: Vec<Path>,
    /// The pages of prose.
    pub pages: Vec<Page>,
    /// The entries that were withdrawn.
    pub withdrawn: Vec<Withdrawn>,
    /// The addresses that documents had before.
    pub redirects: Vec<Redirect>,
    /// The bibliography, ordered by key.
    pub references: Vec<Reference>,
    /// Where the places lie on the chart, if that is locked.
    pub lock: Option<Lock>,
}

impl Map {
    /// An entry.
    #[must_use]
    pub fn entry(&self, id: EntryId) -> &Entry {
        &self.entries[id.index()]
    }

    /// A field.
    #[must_use]
    pub fn field(&self, id: FieldId) -> &Field {
        &self.fields[id.index()]
    }

    /// A work.
    #[must_use]
    pub fn reference(&self, id: ReferenceId) -> &Reference {
        &self.references[id.index()]
    }

    /// All entries of one kind with their identities.
    pub fn entries_of(&self, kind: Kind) -> impl Iterator<Item = (EntryId, &Entry)> {
        self.entry_ids()
            .map(|id| (id, self.entry(id)))
            .filter(move |(_, entry)| entry.kind == kind)
    }

    /// The identities of all entries.
    pub fn entry_ids(&self) -> impl Iterator<Item = EntryId> + use<> {
        (0..self.entries.len()).map(EntryId::at)
    }

    /// What every document has, of this one.
    #[must_use]
    pub fn common(&self, document: Document) -> &Common {
        match document {
            Document::Entry(id) => &self.entries[id.index()].common,
            Document::Field(id) => &self.fields[id.index()].common,
            Document::Topic(id) => &self.topics[id.index()].common,
            Document::Question(id) => &self.questions[id.index()].common,
            Document::Debate(id) => &self.debates[id.index()].common,
            Document::Path(id) => &self.paths[id.index()].common,
            Document::Page(id) => &self.pages[id.index()].common,
            Document::Withdrawn(id) => &self.withdrawn[id.index()].common,
        }
    }

    /// Every document, kind by kind.
    pub fn documents(&self) -> impl Iterator<Item = Document> + use<> {
        let ids = |n: usize| 0..u32::try_from(n).expect("a map has fewer than 2^32 things");
        ids(self.entries.len())
            .map(|n| Document::Entry(EntryId(n)))
            .chain(ids(self.fields.len()).map(|n| Document::Field(FieldId(n))))
            .chain(ids(self.topics.len()).map(|n| Document::Topic(TopicId(n))))
            .chain(ids(self.questions.len()).map(|n| Document::Question(QuestionId(n))))
            .chain(ids(self.debates.len()).map(|n| Document::Debate(DebateId(n))))
            .chain(ids(self.paths.len()).map(|n| Document::Path(PathId(n))))
            .chain(ids(self.pages.len()).map(|n| Document::Page(PageId(n))))
            .chain(ids(self.withdrawn.len()).map(|n| Document::Withdrawn(WithdrawnId(n))))
    }

    /// The day on which a document was last checked against the literature.
    #[must_use]
    pub fn reviewed(&self, document: Document) -> Option<Date> {
        match document {
            Document::Entry(id) => self.entry(id).reviewed,
            Document::Question(id) => self.questions[id.index()].reviewed,
            _ => None,
        }
    }

    /// The documents that were checked against the literature, each with the day, the last one first.
    #[must_use]
    pub fn checked(&self) -> Vec<(Date, Document)> {
        let documents = self.documents();
        let mut checked: Vec<_> = documents
            .filter_map(|document| Some((self.reviewed(document)?, document)))
            .collect();
        checked.sort_by_key(|(day, document)| (Reverse(*day), *document));
        checked
    }

    /// The page of prose whose text stands on the home page.
    #[must_use]
    pub fn home(&self) -> Option<&Page> {
        self.pages.iter().find(|page| page.is_home())
    }
}
