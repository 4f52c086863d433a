//! Everything that has a name.

use super::form::{Index, Kind, Row, Statement, Work};
use super::{Made, OfKind};
use crate::cite;
use crate::context::Context;
use crate::html::{statement_label, statement_status};
use crate::model::reference::Reference;
use crate::model::{Document, EntryId};
use crate::plain::{Plain, characters};
use std::collections::BTreeMap;

/// A heading that as many documents have says nothing about any of them: "Key ideas", "What is open".
const COMMONPLACE: usize = 4;

pub(super) fn index<'a>(
    context: &Context<'a>,
    kinds: &'a [OfKind],
    made: &[Made<'a>],
) -> Index<'a> {
    let map = context.map;
    let plain = Plain {
        map,
        formulas: Some(context.formulas),
    };
    let headings = headings(context, plain);
    let mut rows: Vec<Kind<'a>> = kinds
        .iter()
        .map(|kind| Kind {
            at: &kind.at,
            many: &kind.many,
            one: &kind.one,
            also: kind.also,
            rows: kind
                .documents
                .iter()
                .map(|document| row(context, *document, &headings))
                .collect(),
        })
        .collect();
    // The pages that the program makes stand behind those of prose.
    if let Some(pages) = rows.last_mut() {
        pages.rows.extend(made.iter().map(|page| {
            let slug = page.address.trim_end_matches('/');
            let names = kinds.iter().filter(|kind| kind.at == page.address);
            let names = names.map(|kind| kind.also).filter(|also| !also.is_empty());
            let no_needs = String::new();
            Row(
                slug,
                page.title,
                page.summary,
                names.collect(),
                vec![],
                0,
                no_needs,
            )
        }));
    }
    Index {
        kinds: rows,
        statuses: map
            .settings
            .statuses
            .iter()
            .map(|term| term.id.as_str())
            .collect(),
        statements: statements(context, kinds, plain),
        works: map
            .references
            .iter()
            .map(|reference| work(context, reference))
            .collect(),
    }
}

/// The headings of every document, ids and words, those left out that many have.
fn headings(context: &Context<'_>, plain: Plain<'_>) -> BTreeMap<Document, Vec<(String, String)>> {
    let map = context.map;
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    let mut all: BTreeMap<Document, Vec<(String, String)>> = BTreeMap::new();
    for document in map.documents() {
        let body = &map.common(document).body;
        for (number, heading) in body.headings.iter().enumerate() {
            let words = plain.heading(body, number);
            *known.entry(words.to_lowercase()).or_default() += 1;
            all.entry(document)
                .or_default()
                .push((heading.id.clone(), words));
        }
    }
    for list in all.values_mut() {
        list.retain(|(_, words)| known[&words.to_lowercase()] < COMMONPLACE);
    }
    all
}

fn row<'a>(
    context: &Context<'a>,
    document: Document,
    headings: &BTreeMap<Document, Vec<(String, String)>>,
) -> Row<'a> {
    let map = context.map;
    let common = map.common(document);
    let entry = |id: EntryId| map.entry(id);
    let (names, status) = match document {
        Document::Entry(id) => (
            entry(id)
                .names
                .iter()
                .map(|name| name.term.as_str())
                .collect(),
            entry(id).status.map_or(0, |status| status.index() + 1),
        ),
        _ => (Vec::new(), 0),
    };
    let headings = headings.get(&document).into_iter().flatten();
    Row(
        &common.slug,
        &common.title,
        &common.summary,
        names,
        headings
            .flat_map(|(id, words)| [id.clone(), words.clone()])
            .collect(),
        status,
        needs(context, document),
    )
}

/// Who can do something with an entry looks for the questions that need it.
fn needs(context: &Context<'_>, document: Document) -> String {
    let Document::Question(id) = document else {
        return String::new();
    };
    let needs = &context.map.questions[id.index()].prerequisites;
    let ids = needs.iter().flat_map(|need| &need.one_of);
    let titles: Vec<&str> = ids
        .map(|id| context.map.entry(*id).common.title.as_str())
        .collect();
    titles.join("; ")
}

/// The statements that have a title: the others cannot be named.
fn statements(context: &Context<'_>, kinds: &[OfKind], plain: Plain<'_>) -> Vec<Statement> {
    let documents = kinds.iter().flat_map(|kind| &kind.documents).enumerate();
    let mut rows = Vec::new();
    for (number, document) in documents {
        let body = &context.map.common(*document).body;
        for statement in &body.statements {
            let title = plain.line(&statement.title);
            if !title.is_empty() {
                rows.push(Statement(
                    number,
                    statement.id.clone(),
                    format!("{} {}", statement_label(statement.kind), statement.number),
                    title,
                    statement_status(statement.kind),
                ));
            }
        }
    }
    rows
}

fn work<'a>(context: &Context<'a>, reference: &'a Reference) -> Work<'a> {
    use crate::model::reference::TitlePiece;
    let title = reference.title.iter().map(|piece| match piece {
        TitlePiece::Text(text) => text.clone(),
        TitlePiece::Math(tex) => characters(context.formulas.title(tex)),
    });
    let people = cite::people(reference, false);
    let others: Vec<&str> = reference
        .people()
        .iter()
        .map(|person| person.family.as_str())
        .filter(|family| !people.contains(family))
        .collect();
    Work(
        &reference.key,
        title.collect(),
        people.clone(),
        reference.year.unwrap_or_default(),
        others.join(" "),
        cite::venue(reference),
    )
}
