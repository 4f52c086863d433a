//! Looks names up, and reports those that name nothing.

use crate::diag::Diagnostics;
use crate::model::draft::{Draft, RawName};
use crate::model::reference::Reference;
use crate::model::settings::{Settings, Term, term};
use crate::model::{
    DebateId, Document, EntryId, FieldId, Kind, PageId, PathId, QuestionId, ReferenceId, TermId,
    TopicId, WithdrawnId,
};
use crate::problems::{front_matter, names as problem};
use crate::source::Span;
use crate::text::nearest;
use std::collections::BTreeMap;

/// Every name of the map, and what it names.
pub(super) struct Names<'a> {
    settings: &'a Settings,
    /// Entries by slug.
    pub(super) entries: BTreeMap<&'a str, EntryId>,
    /// The kind of entry that lies in each field.
    pub(super) field_kinds: Vec<Kind>,
    /// What entries that were renamed are called now.
    pub(super) renamed: BTreeMap<&'a str, &'a str>,
    /// Why entries were withdrawn.
    pub(super) withdrawn: BTreeMap<&'a str, &'a str>,
    fields: BTreeMap<&'a str, FieldId>,
    topics: BTreeMap<&'a str, TopicId>,
    references: BTreeMap<&'a str, ReferenceId>,
    /// Documents by the folder of their file and their slug.
    documents: BTreeMap<(String, &'a str), Document>,
}

impl<'a> Names<'a> {
    pub(super) fn new(settings: &'a Settings) -> Self {
        Self {
            settings,
            entries: BTreeMap::new(),
            field_kinds: Vec::new(),
            renamed: BTreeMap::new(),
            withdrawn: BTreeMap::new(),
            fields: BTreeMap::new(),
            topics: BTreeMap::new(),
            references: BTreeMap::new(),
            documents: BTreeMap::new(),
        }
    }

    /// Gives the drafts of one kind their identities, in the order of the list.
    pub(super) fn add_documents(&mut self, drafts: &[&'a Draft], folder: &str, make: Make) {
        for (number, draft) in (0..).zip(drafts) {
            let document = make(number);
            let slug = draft.slug.as_str();
            match document {
                Document::Field(id) => drop(self.fields.insert(slug, id)),
                Document::Topic(id) => drop(self.topics.insert(slug, id)),
                _ => {}
            }
            self.documents.insert((folder.to_owned(), slug), document);
        }
    }

    /// Gives the entries their identities, in the order of the list.
    pub(super) fn add_entries(&mut self, drafts: &[(&'a Draft, Kind)]) {
        for (number, (draft, kind)) in (0..).zip(drafts) {
            let id = EntryId(number);
            self.entries.insert(&draft.slug, id);
            let folder = self.settings.words(*kind).folder.clone();
            self.documents
                .insert((folder, &draft.slug), Document::Entry(id));
        }
    }

    pub(super) fn add_references(&mut self, references: &'a [Reference]) {
        for (number, reference) in (0..).zip(references) {
            self.references.insert(&reference.key, ReferenceId(number));
        }
    }

    pub(super) fn entry(&self, name: &RawName, diags: &mut Diagnostics) -> Option<EntryId> {
        let word = name.value.as_str();
        let found = self.entries.get(word).copied();
        if found.is_none() {
            diags.push(match (self.renamed.get(word), self.withdrawn.get(word)) {
                (Some(now), _) => problem::renamed_entry(name.span, word, now),
                (None, Some(why)) => problem::withdrawn_entry(name.span, word, why),
                (None, None) => problem::unknown_entry(
                    name.span,
                    word,
                    nearest(word, self.entries.keys().copied()),
                ),
            });
        }
        found
    }

    pub(super) fn field(
        &self,
        name: &RawName,
        kind: Kind,
        diags: &mut Diagnostics,
    ) -> Option<FieldId> {
        let found = self.fields.get(name.value.as_str()).copied();
        match found {
            None => {
                let near = nearest(&name.value, self.fields.keys().copied());
                diags.push(problem::unknown_field(name.span, &name.value, near));
            }
            Some(id) if self.field_kinds[id.index()] != kind => {
                let holds = |kind| self.settings.words(kind).many.as_str();
                let other = self.field_kinds[id.index()];
                diags.push(problem::field_of_other_kind(
                    name.span,
                    &name.value,
                    holds(other),
                    holds(kind),
                ));
            }
            Some(_) => {}
        }
        found
    }

    pub(super) fn topic(&self, name: &RawName, diags: &mut Diagnostics) -> Option<TopicId> {
        let found = self.topics.get(name.value.as_str()).copied();
        if found.is_none() {
            let near = nearest(&name.value, self.topics.keys().copied());
            diags.push(problem::unknown_topic(name.span, &name.value, near));
        }
        found
    }

    pub(super) fn reference(&self, name: &RawName, diags: &mut Diagnostics) -> Option<ReferenceId> {
        let found = self.references.get(name.value.as_str()).copied();
        if found.is_none() {
            let near = nearest(&name.value, self.references.keys().copied());
            diags.push(problem::unknown_reference(name.span, &name.value, near));
        }
        found
    }

    /// A word of a vocabulary; `what` says which (`status`).
    pub(super) fn word(
        &self,
        vocabulary: &[Term],
        what: &str,
        name: &RawName,
        diags: &mut Diagnostics,
    ) -> Option<TermId> {
        let found = term(vocabulary, &name.value);
        if found.is_none() {
            let known: Vec<&str> = vocabulary.iter().map(|term| term.id.as_str()).collect();
            let near = nearest(&name.value, known.iter().copied());
            diags.push(front_matter::not_in_vocabulary(
                name.span,
                what,
                &name.value,
                &known,
                near,
            ));
        }
        found
    }

    /// What `[[name]]` or `[[folder/name]]` leads to.
    pub(super) fn document(&self, name: &RawName, diags: &mut Diagnostics) -> Option<Document> {
        let Some((folder, slug)) = name.value.split_once('/') else {
            return self.entry(name, diags).map(Document::Entry);
        };
        let found = self.document_in(folder, slug);
        if found.is_none() {
            let in_folder = |((other, slug), _): (&'_ (String, &'a str), &Document)| {
                (other == folder).then_some(*slug)
            };
            let near = nearest(slug, self.documents.iter().filter_map(in_folder));
            let near = near.map(|near| format!("{folder}/{near}"));
            diags.push(problem::unknown_document(
                name.span,
                folder,
                slug,
                near.as_deref(),
            ));
        }
        found
    }

    /// The document of a folder of `content/` and a slug.
    pub(super) fn document_in(&self, folder: &str, slug: &str) -> Option<Document> {
        // A lookup by borrowed parts would need a key of its own; maps are small.
        self.documents.get(&(folder.to_owned(), slug)).copied()
    }

    /// The slugs of all documents.
    pub(super) fn slugs(&self) -> impl Iterator<Item = &'a str> {
        self.documents.keys().map(|(_, slug)| *slug)
    }

    /// Reports each name of a list that stands in it twice, and keeps the first.
    pub(super) fn distinct<T: Ord + Copy>(
        list: Vec<(T, &str, Span)>,
        diags: &mut Diagnostics,
    ) -> Vec<T> {
        let mut seen: BTreeMap<T, Span> = BTreeMap::new();
        let mut kept = Vec::new();
        for (value, word, span) in list {
            match seen.get(&value) {
                Some(first) => diags.push(front_matter::duplicate_value(span, word, *first)),
                None => {
                    seen.insert(value, span);
                    kept.push(value);
                }
            }
        }
        kept
    }
}

/// Makes a document's identity from its number.
type Make = fn(u32) -> Document;

/// How each kind of document other than entries is made from its number.
pub(super) const KINDS: [(&str, Make); 7] = [
    ("fields", |n| Document::Field(FieldId(n))),
    ("topics", |n| Document::Topic(TopicId(n))),
    ("questions", |n| Document::Question(QuestionId(n))),
    ("debates", |n| Document::Debate(DebateId(n))),
    ("paths", |n| Document::Path(PathId(n))),
    ("pages", |n| Document::Page(PageId(n))),
    ("withdrawn", |n| Document::Withdrawn(WithdrawnId(n))),
];
