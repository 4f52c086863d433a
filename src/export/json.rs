//! `map.json`. Its form is described by `static/map.schema.json`; `VERSION` counts up when a reader would have to change.

use super::form::{
    Debate, EntryRow, Field, Listed, Map, Name, Need, Path, Position, Question, Related,
    ResourceRow, Source, Statement, Step, Word, Work,
};
use crate::cite;
use crate::context::Context;
use crate::model::reference::Person;
use crate::model::settings::Term;
use crate::model::{Common, Document, Entry, EntryId, Kind, Prerequisite, Resource};
use crate::urls;

const VERSION: u32 = 1;

pub(super) fn map(context: &Context<'_>) -> String {
    let map = context.map;
    let settings = &map.settings;
    let writer = Writer { context };
    let value = Map {
        format: "portolan-map",
        version: VERSION,
        title: &settings.title,
        tagline: &settings.tagline,
        language: &settings.language,
        base_url: context.base_url(),
        authors: &settings.authors,
        map_version: settings.version.as_deref(),
        licence: &settings.licence,
        licence_url: settings.licence_url.as_deref(),
        statuses: words(&settings.statuses),
        levels: words(&settings.levels),
        roles: words(&settings.roles),
        dialects: words(&settings.dialects),
        relations: words(&settings.relations),
        fields: writer.fields(),
        entries: map.entry_ids().map(|id| writer.entry(id)).collect(),
        topics: writer.topics(),
        questions: writer.questions(),
        debates: writer.debates(),
        paths: writer.paths(),
        references: writer.works(),
    };
    serde_json::to_string_pretty(&value).expect("texts and numbers are always JSON") + "\n"
}

fn words(terms: &[Term]) -> Vec<Word<'_>> {
    terms
        .iter()
        .map(|term| Word {
            id: &term.id,
            meaning: &term.meaning,
        })
        .collect()
}

const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Area => "area",
        Kind::Foundation => "foundation",
    }
}

struct Writer<'a> {
    context: &'a Context<'a>,
}

impl<'a> Writer<'a> {
    fn slug(&self, id: EntryId) -> &'a str {
        &self.context.map.entry(id).common.slug
    }

    fn document(&self, document: Document) -> Listed<'a> {
        let Common {
            slug,
            title,
            summary,
            ..
        } = self.context.map.common(document);
        Listed {
            slug,
            title,
            summary,
            address: urls::document(self.context.map, document),
        }
    }

    /// The documents of a kind, each with its identity.
    fn of_kind(&self, wanted: fn(&Document) -> bool) -> impl Iterator<Item = Document> + use<> {
        self.context.map.documents().filter(wanted)
    }

    fn fields(&self) -> Vec<Field<'a>> {
        let documents = self.of_kind(|document| matches!(document, Document::Field(_)));
        let fields = documents.zip(&self.context.map.fields);
        fields
            .map(|(document, field)| Field {
                document: self.document(document),
                kind: kind(field.kind),
            })
            .collect()
    }

    fn entry(&self, id: EntryId) -> EntryRow<'a> {
        let map = self.context.map;
        let settings = &map.settings;
        let entry: &'a Entry = map.entry(id);
        EntryRow {
            document: self.document(Document::Entry(id)),
            kind: kind(entry.kind),
            field: &map.field(entry.field).common.slug,
            status: entry
                .status
                .map(|status| settings.statuses[status.index()].id.as_str()),
            reviewed: entry.reviewed.map(|day| day.to_string()),
            level: self.context.graph.levels[id.index()],
            topics: entry
                .topics
                .iter()
                .map(|topic| map.topics[topic.index()].common.slug.as_str())
                .collect(),
            names: entry
                .names
                .iter()
                .map(|name| Name {
                    term: &name.term,
                    dialect: &settings.dialects[name.dialect.index()].id,
                })
                .collect(),
            prerequisites: self.needs(&entry.prerequisites),
            related: entry
                .related
                .iter()
                .map(|related| Related {
                    to: self.slug(related.to),
                    relation: &settings.relations[related.relation.index()].id,
                    why: &related.why,
                })
                .collect(),
            resources: self.resources(&entry.resources),
            statements: self.statements(entry),
        }
    }

    fn statements(&self, entry: &'a Entry) -> Vec<Statement<'a>> {
        let body = &entry.common.body;
        let sources = |number| {
            let cited = body.statement_nodes(number).filter_map(|node| match node {
                crate::model::body::Node::Cite(list) => Some(list),
                _ => None,
            });
            cited
                .flatten()
                .map(|citation| self.source(citation))
                .collect()
        };
        let row =
            |(number, statement): (usize, &'a crate::model::body::Statement<_, _>)| Statement {
                id: &statement.id,
                kind: statement.kind.name(),
                number: statement.number,
                sources: sources(number),
            };
        body.statements.iter().enumerate().map(row).collect()
    }

    fn source(&self, citation: &'a crate::model::body::Citation) -> Source<'a> {
        let reference = &self.context.map.reference(citation.reference).key;
        Source {
            reference,
            locator: citation.locator.as_deref(),
        }
    }

    fn needs(&self, list: &'a [Prerequisite]) -> Vec<Need<'a>> {
        let need = |prerequisite: &'a Prerequisite| Need {
            one_of: prerequisite
                .one_of
                .iter()
                .map(|id| self.slug(*id))
                .collect(),
            need: prerequisite.need.name(),
            why: &prerequisite.why,
        };
        list.iter().map(need).collect()
    }

    fn resources(&self, list: &'a [Resource]) -> Vec<ResourceRow<'a>> {
        let map = self.context.map;
        let row = |resource: &'a Resource| ResourceRow {
            reference: &map.reference(resource.reference).key,
            role: &map.settings.roles[resource.role.index()].id,
            part: resource.part.as_deref(),
            note: &resource.note,
        };
        list.iter().map(row).collect()
    }

    fn topics(&self) -> Vec<Listed<'a>> {
        let topics = self.of_kind(|document| matches!(document, Document::Topic(_)));
        topics.map(|document| self.document(document)).collect()
    }

    fn questions(&self) -> Vec<Question<'a>> {
        let documents = self.of_kind(|document| matches!(document, Document::Question(_)));
        let questions = documents.zip(&self.context.map.questions);
        let row = |(document, question): (Document, &'a crate::model::Question)| Question {
            document: self.document(document),
            about: question.about.iter().map(|id| self.slug(*id)).collect(),
            reviewed: question.reviewed.map(|day| day.to_string()),
            prerequisites: self.needs(&question.prerequisites),
            resources: self.resources(&question.resources),
        };
        questions.map(row).collect()
    }

    fn debates(&self) -> Vec<Debate<'a>> {
        let documents = self.of_kind(|document| matches!(document, Document::Debate(_)));
        let position = |position: &'a crate::model::Position| Position {
            claim: &position.claim,
            held_by: &position.held_by,
            source: self.source(&position.source),
        };
        let row = |(document, debate): (Document, &'a crate::model::Debate)| Debate {
            document: self.document(document),
            about: debate.about.iter().map(|id| self.slug(*id)).collect(),
            positions: debate.positions.iter().map(position).collect(),
        };
        documents.zip(&self.context.map.debates).map(row).collect()
    }

    fn paths(&self) -> Vec<Path<'a>> {
        let documents = self.of_kind(|document| matches!(document, Document::Path(_)));
        let row = |(document, path): (Document, &'a crate::model::Path)| Path {
            document: self.document(document),
            reader: &path.reader,
            steps: path
                .steps
                .iter()
                .map(|step| Step {
                    entry: self.slug(step.entry),
                    note: &step.note,
                })
                .collect(),
        };
        documents.zip(&self.context.map.paths).map(row).collect()
    }

    fn works(&self) -> Vec<Work<'a>> {
        let levels = &self.context.map.settings.levels;
        let work = |reference: &'a crate::model::reference::Reference| Work {
            key: &reference.key,
            kind: &reference.kind,
            title: reference.plain_title(),
            authors: reference.authors.iter().map(Person::full).collect(),
            authors_complete: !reference.more_authors,
            editors: reference.editors.iter().map(Person::full).collect(),
            year: reference.year,
            venue: cite::venue(reference),
            level: reference
                .level
                .map(|level| levels[level.index()].id.as_str()),
            doi: reference.doi.as_deref(),
            arxiv: reference.arxiv.as_deref(),
            isbn: reference.isbn.as_deref(),
            url: reference.url.as_deref(),
            confirmed: reference.confirmed.as_deref(),
        };
        self.context.map.references.iter().map(work).collect()
    }
}
