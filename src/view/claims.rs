//! Everything that the map claims, by how firmly.

use super::chart::Choice;
use super::here::Here;
use super::parts::{Link, Work};
use crate::html::{statement_label, statement_status};
use crate::model::body::{Node, StatementKind};
use crate::model::{Document, FieldId, ReferenceId};
use crate::text::counted;
use serde::Serialize;
use std::collections::BTreeMap;

/// All claims, by kind and by field.
#[derive(Debug, Serialize)]
pub struct ClaimsView {
    /// Its title.
    pub title: String,
    /// One sentence about it.
    pub summary: String,
    /// The fields in which something is claimed.
    pub fields: Vec<Choice>,
    /// The kinds of claims that there are.
    pub kinds: Vec<ClaimKind>,
}

/// The claims of one kind.
#[derive(Debug, Serialize)]
pub struct ClaimKind {
    /// `theorem`, for its look and its id.
    pub kind: &'static str,
    /// `Theorems`.
    pub title: &'static str,
    /// What the kind says of a claim.
    pub meaning: &'static str,
    /// How many there are.
    pub count: usize,
    /// The claims by field.
    pub fields: Vec<ClaimField>,
}

/// The claims of one kind in one field.
#[derive(Debug, Serialize)]
pub struct ClaimField {
    /// The field.
    pub field: Link,
    /// Its name in addresses.
    pub slug: String,
    /// Its claims.
    pub claims: Vec<Claim>,
}

/// A claim.
#[derive(Debug, Serialize)]
pub struct Claim {
    /// Where it stands.
    pub href: String,
    /// `Theorem 2`.
    pub label: String,
    /// `proved`.
    pub status: &'static str,
    /// Its title as HTML; may be empty.
    pub title: String,
    /// The entry that states it.
    pub entry: Link,
    /// What it says, as HTML.
    pub text: String,
    /// Where it comes from.
    pub sources: Vec<Source>,
}

/// A source of a claim.
#[derive(Debug, Serialize)]
pub struct Source {
    /// The work.
    pub work: Work,
    /// `Jacot et al. 2018`.
    pub short: String,
    /// Which place of it.
    pub locator: Option<String>,
}

/// What each kind of claim is called, and what it means.
const KINDS: [(StatementKind, &str, &str); 5] = [
    (
        StatementKind::Theorem,
        "Theorems",
        "Proved, under the hypotheses that are stated.",
    ),
    (
        StatementKind::Heuristic,
        "Heuristics",
        "Argued as physicists argue; there is no proof.",
    ),
    (
        StatementKind::Empirical,
        "Observations",
        "Seen in experiments; nobody has derived it.",
    ),
    (
        StatementKind::Conjecture,
        "Conjectures",
        "Believed by those who are cited, and open.",
    ),
    (
        StatementKind::Refuted,
        "Refuted",
        "Once believed or conjectured, now known to be wrong.",
    ),
];

pub(super) fn claims(here: &Here<'_>) -> ClaimsView {
    let kinds: Vec<ClaimKind> = KINDS
        .into_iter()
        .map(|kind| of_kind(here, kind))
        .filter(|kind| kind.count > 0)
        .collect();
    let count = kinds.iter().map(|kind| kind.count).sum();
    let fields: BTreeMap<&str, &str> = kinds
        .iter()
        .flat_map(|kind| &kind.fields)
        .map(|field| (field.field.title.as_str(), field.slug.as_str()))
        .collect();
    let choice = |(title, slug): (&str, &str)| Choice {
        value: slug.to_owned(),
        title: title.to_owned(),
    };
    ClaimsView {
        fields: fields.into_iter().map(choice).collect(),
        title: "What is claimed".to_owned(),
        summary: format!(
            "{} of the map by how firm they are: what is proved, what is a physicist's argument, what was only observed. \
             Each with its source.",
            counted(count, "claim", "claims"),
        ),
        kinds,
    }
}

fn of_kind(
    here: &Here<'_>,
    (kind, title, meaning): (StatementKind, &'static str, &'static str),
) -> ClaimKind {
    let map = here.context.map;
    let mut fields: Vec<Vec<Claim>> = (0..map.fields.len()).map(|_| Vec::new()).collect();
    let mut count = 0;
    for id in map.entry_ids() {
        let entry = map.entry(id);
        for (number, statement) in entry.common.body.statements.iter().enumerate() {
            if statement.kind == kind {
                fields[entry.field.index()].push(claim(here, Document::Entry(id), number));
                count += 1;
            }
        }
    }
    let with_field = |(number, claims)| ClaimField {
        field: here.link(Document::Field(FieldId::at(number))),
        slug: map.fields[number].common.slug.clone(),
        claims,
    };
    let fields = fields
        .into_iter()
        .enumerate()
        .filter(|(_, claims)| !claims.is_empty())
        .map(with_field);
    ClaimKind {
        kind: kind.name(),
        title,
        meaning,
        count,
        fields: fields.collect(),
    }
}

fn claim(here: &Here<'_>, document: Document, number: usize) -> Claim {
    let map = here.context.map;
    let body = &map.common(document).body;
    let statement = &body.statements[number];
    let mut sources: Vec<Source> = Vec::new();
    for node in body.statement_nodes(number) {
        if let Node::Cite(list) = node {
            sources.extend(
                list.iter()
                    .map(|citation| source(here, citation.reference, citation.locator.as_deref())),
            );
        }
    }
    Claim {
        href: format!("{}#{}", here.href(document), statement.id),
        label: label(statement.kind, statement.number),
        status: statement_status(statement.kind),
        title: here.statement_title(document, statement),
        entry: here.link(document),
        text: here.statement_text(document, number),
        sources,
    }
}

/// `Theorem 2`; of what is refuted, a word of its own, because “refuted 3 of” an entry reads as a deed.
fn label(kind: StatementKind, number: usize) -> String {
    match kind {
        StatementKind::Refuted => format!("Statement {number}"),
        _ => format!("{} {number}", statement_label(kind)),
    }
}

fn source(here: &Here<'_>, id: ReferenceId, locator: Option<&str>) -> Source {
    Source {
        work: here.work(id),
        short: here.context.map.reference(id).short(),
        locator: locator.map(str::to_owned),
    }
}
