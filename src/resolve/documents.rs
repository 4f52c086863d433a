//! One draft → one document of the map.

use super::body::Context;
use super::field_detail;
use super::names::Names;
use crate::diag::Diagnostics;
use crate::model::body::{Citation, RawCitation};
use crate::model::draft::{
    Detail, Draft, EntryDraft, PrerequisiteDraft, QuestionDraft, RawName, ResourceDraft,
};
use crate::model::settings::Settings;
use crate::model::{
    Common, Debate, Entry, EntryId, Field, FieldId, Kind, Map, Name, Page, Path, Position,
    Prerequisite, Question, Relation, Resource, Step, Topic, Withdrawn,
};
use crate::source::Span;

/// Resolves the names of one draft after the other.
pub(super) struct Resolver<'a> {
    pub(super) context: Context<'a>,
    pub(super) settings: &'a Settings,
}

impl Resolver<'_> {
    /// All documents: the entries, and the drafts of the other kinds in the order of `names::KINDS`.
    pub(super) fn map(
        &self,
        entries: &[(&Draft, Kind)],
        groups: &[Vec<&Draft>],
        diags: &mut Diagnostics,
    ) -> Map {
        let [fields, topics, questions, debates, paths, pages, withdrawn] = groups else {
            unreachable!("there is a group for each kind")
        };
        Map {
            entries: entries
                .iter()
                .map(|(draft, _)| self.entry(draft, diags))
                .collect(),
            fields: fields
                .iter()
                .map(|draft| self.field(draft, diags))
                .collect(),
            topics: topics
                .iter()
                .map(|draft| Topic {
                    common: self.common(draft, diags),
                })
                .collect(),
            questions: questions
                .iter()
                .map(|draft| self.question(draft, diags))
                .collect(),
            debates: debates
                .iter()
                .map(|draft| self.debate(draft, diags))
                .collect(),
            paths: paths.iter().map(|draft| self.path(draft, diags)).collect(),
            pages: pages.iter().map(|draft| self.page(draft, diags)).collect(),
            withdrawn: withdrawn
                .iter()
                .map(|draft| self.withdrawn(draft, diags))
                .collect(),
            ..Map::default()
        }
    }

    fn withdrawn(&self, draft: &Draft, diags: &mut Diagnostics) -> Withdrawn {
        let Detail::Withdrawn { kind, why } = &draft.detail else {
            unreachable!("`group` keeps only withdrawn entries")
        };
        Withdrawn {
            common: self.common(draft, diags),
            kind: *kind,
            why: why.clone(),
        }
    }

    fn common(&self, draft: &Draft, diags: &mut Diagnostics) -> Common {
        Common {
            slug: draft.slug.clone(),
            title: draft.title.clone(),
            summary: draft.summary.clone(),
            body: self.context.body(draft.body.clone(), diags),
            file: draft.file,
            span: draft.span,
        }
    }

    fn entry(&self, draft: &Draft, diags: &mut Diagnostics) -> Entry {
        let Detail::Entry(detail) = &draft.detail else {
            unreachable!("`entries_of` keeps only entries")
        };
        let EntryDraft {
            kind,
            field,
            status,
            topics,
            reviewed,
            names,
            prerequisites,
            related,
            resources,
        } = &**detail;
        let known = self.context.names;
        let word = |name: &RawName, what, vocabulary, diags: &mut Diagnostics| {
            known.word(vocabulary, what, name, diags)
        };
        let topics = topics
            .iter()
            .filter_map(|name| Some((known.topic(name, diags)?, name.value.as_str(), name.span)));
        let topics = topics.collect();
        Entry {
            common: self.common(draft, diags),
            kind: *kind,
            // A field that is missing was reported; the first one stands in for it, and nothing is written.
            field: field
                .as_ref()
                .and_then(|name| known.field(name, *kind, diags))
                .unwrap_or(FieldId(0)),
            status: status
                .as_ref()
                .and_then(|name| word(name, "status", &self.settings.statuses, diags)),
            topics: Names::distinct(topics, diags),
            reviewed: *reviewed,
            names: names
                .iter()
                .filter_map(|(term, dialect)| {
                    let dialect = word(dialect, "dialect", &self.settings.dialects, diags)?;
                    Some(Name {
                        term: term.clone(),
                        dialect,
                    })
                })
                .collect(),
            prerequisites: self.prerequisites(prerequisites, diags),
            related: related
                .iter()
                .filter_map(|raw| {
                    let to = known.entry(&raw.id, diags);
                    let relation =
                        word(&raw.relation, "relation", &self.settings.relations, diags)?;
                    Some(Relation {
                        to: to?,
                        relation,
                        why: raw.why.clone(),
                    })
                })
                .collect(),
            resources: self.resources(resources, diags),
        }
    }

    fn prerequisites(
        &self,
        raw: &[PrerequisiteDraft],
        diags: &mut Diagnostics,
    ) -> Vec<Prerequisite> {
        let names = raw.iter().flat_map(|draft| &draft.one_of);
        let all = names.filter_map(|name| {
            let id = self.context.names.entries.get(name.value.as_str())?;
            Some((*id, name.value.as_str(), name.span))
        });
        Names::distinct(all.collect(), diags);
        raw.iter()
            .filter_map(|draft| {
                let found = draft
                    .one_of
                    .iter()
                    .filter_map(|name| Some((self.context.names.entry(name, diags)?, name.span)));
                let (one_of, spans): (Vec<EntryId>, Vec<Span>) = found.unzip();
                let found = Prerequisite {
                    one_of,
                    spans,
                    need: draft.need,
                    why: draft.why.clone(),
                };
                (!found.one_of.is_empty()).then_some(found)
            })
            .collect()
    }

    fn resources(&self, raw: &[ResourceDraft], diags: &mut Diagnostics) -> Vec<Resource> {
        let mut list = Vec::new();
        let mut found = Vec::new();
        for draft in raw {
            let reference = self.context.names.reference(&draft.reference, diags);
            let role = self
                .context
                .names
                .word(&self.settings.roles, "role", &draft.role, diags);
            let (Some(reference), Some(role)) = (reference, role) else {
                continue;
            };
            found.push((
                reference,
                draft.reference.value.as_str(),
                draft.reference.span,
            ));
            list.push(Resource {
                reference,
                role,
                part: draft.part.clone(),
                note: draft.note.clone(),
            });
        }
        Names::distinct(found, diags);
        list
    }

    fn about(&self, raw: &[RawName], diags: &mut Diagnostics) -> Vec<EntryId> {
        let found = raw.iter().filter_map(|name| {
            Some((
                self.context.names.entry(name, diags)?,
                name.value.as_str(),
                name.span,
            ))
        });
        let found = found.collect();
        Names::distinct(found, diags)
    }

    fn field(&self, draft: &Draft, diags: &mut Diagnostics) -> Field {
        let (kind, order) = field_detail(draft);
        Field {
            common: self.common(draft, diags),
            kind,
            order,
        }
    }

    fn question(&self, draft: &Draft, diags: &mut Diagnostics) -> Question {
        let Detail::Question(detail) = &draft.detail else {
            unreachable!("`group` keeps only questions")
        };
        let QuestionDraft {
            about,
            prerequisites,
            resources,
            reviewed,
        } = detail;
        Question {
            common: self.common(draft, diags),
            about: self.about(about, diags),
            prerequisites: self.prerequisites(prerequisites, diags),
            resources: self.resources(resources, diags),
            reviewed: *reviewed,
        }
    }

    fn debate(&self, draft: &Draft, diags: &mut Diagnostics) -> Debate {
        let Detail::Debate { about, positions } = &draft.detail else {
            unreachable!("`group` keeps only debates")
        };
        let positions = positions.iter().filter_map(|raw| {
            let raw_source = RawCitation {
                key: raw.reference.clone(),
                locator: raw.part.clone(),
            };
            let source: Citation = self.context.citation(raw_source, diags)?;
            let (claim, held_by) = (raw.claim.clone(), raw.held_by.clone());
            Some(Position {
                claim,
                held_by,
                source,
                note: raw.note.clone(),
            })
        });
        let positions = positions.collect();
        Debate {
            common: self.common(draft, diags),
            about: self.about(about, diags),
            positions,
        }
    }

    fn path(&self, draft: &Draft, diags: &mut Diagnostics) -> Path {
        let Detail::Path { reader, steps, .. } = &draft.detail else {
            unreachable!("`group` keeps only paths")
        };
        let mut found = Vec::new();
        let mut kept = Vec::new();
        for (name, note) in steps {
            let Some(entry) = self.context.names.entry(name, diags) else {
                continue;
            };
            found.push((entry, name.value.as_str(), name.span));
            kept.push(Step {
                entry,
                note: note.clone(),
            });
        }
        Names::distinct(found, diags);
        Path {
            common: self.common(draft, diags),
            reader: reader.clone(),
            steps: kept,
        }
    }

    fn page(&self, draft: &Draft, diags: &mut Diagnostics) -> Page {
        let order = if let Detail::Page { order } = draft.detail {
            order
        } else {
            None
        };
        Page {
            common: self.common(draft, diags),
            order,
        }
    }
}
