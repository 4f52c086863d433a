//! Drafts → [`Map`]: every name becomes an identity or a problem.

mod body;
mod documents;
mod lock;
mod names;

use crate::diag::Diagnostics;
use crate::model::draft::{Detail, Draft, Parsed};
use crate::model::reference::{Reference, tell_apart};
use crate::model::{Document, EntryId, Kind, Map, Redirect};
use crate::problems::{names as problem, references as bib_problem};
use crate::source::{Sources, Span};
use body::Context;
use documents::Resolver;
use names::{KINDS, Names};
use std::collections::BTreeMap;

/// First parts of addresses that the site needs for itself; no page of prose may have such a slug.
pub const RESERVED_SLUGS: &[&str] = &[
    "404",
    "assets",
    "claims",
    "data",
    "debates",
    "diagnostics",
    "fields",
    "fonts",
    "images",
    "matrix",
    "offline",
    "paths",
    "prerequisites",
    "questions",
    "references",
    "rosetta",
    "route",
    "search",
    "topics",
];

/// Resolves every name. What names nothing is reported and left out; the rest is as the authors wrote it.
pub fn resolve(parsed: Parsed, sources: &Sources, diags: &mut Diagnostics) -> Map {
    let Parsed {
        settings,
        drafts,
        references,
        lock,
    } = parsed;
    let mut references = distinct_references(references, diags);
    tell_apart(&mut references);
    let drafts = distinct_drafts(drafts, diags);
    let mut names = Names::new(&settings);
    names.add_references(&references);
    let entries = entries_of(&drafts);
    names.add_entries(&entries);
    let groups: Vec<Vec<&Draft>> = KINDS
        .iter()
        .map(|(folder, _)| group(&drafts, folder))
        .collect();
    for ((folder, make), group) in KINDS.iter().zip(&groups) {
        names.add_documents(group, folder, *make);
    }
    names.field_kinds = groups[0]
        .iter()
        .map(|draft| field_detail(draft).0)
        .collect();
    for (draft, _) in &entries {
        names.renamed.extend(
            draft
                .aliases
                .iter()
                .map(|alias| (alias.value.as_str(), draft.slug.as_str())),
        );
    }
    for draft in &groups[6] {
        if let Detail::Withdrawn { why, .. } = &draft.detail {
            names.withdrawn.insert(&draft.slug, why);
        }
    }
    let resolver = Resolver {
        context: Context {
            names: &names,
            sources,
        },
        settings: &settings,
    };
    let map = resolver.map(&entries, &groups, diags);
    let redirects = redirects(&entries, &groups, diags);
    let lock = lock.map(|lock| lock::resolve(lock, &map, diags));
    Map {
        redirects,
        settings,
        references,
        lock,
        ..map
    }
}

/// Where the addresses that documents had before lead now. An address that is in use again is reported.
fn redirects(
    entries: &[(&Draft, Kind)],
    groups: &[Vec<&Draft>],
    diags: &mut Diagnostics,
) -> Vec<Redirect> {
    let entries: Vec<(&Draft, Document)> = entries
        .iter()
        .enumerate()
        .map(|(n, (draft, _))| (*draft, Document::Entry(EntryId::at(n))))
        .collect();
    let others = groups.iter().zip(KINDS).map(|(group, (_, make))| {
        (0..)
            .zip(group)
            .map(|(n, draft)| (*draft, make(n)))
            .collect::<Vec<_>>()
    });
    let mut redirects = Vec::new();
    for kind in std::iter::once(entries).chain(others) {
        let mut taken: BTreeMap<&str, Span> = kind
            .iter()
            .map(|(draft, _)| (draft.slug.as_str(), draft.span))
            .collect();
        for (draft, document) in &kind {
            for alias in &draft.aliases {
                match taken.insert(&alias.value, alias.span) {
                    Some(first) => {
                        diags.push(problem::duplicate_slug(alias.span, &alias.value, first))
                    }
                    None => redirects.push(Redirect {
                        from: alias.value.clone(),
                        to: *document,
                    }),
                }
            }
        }
    }
    redirects
}

/// The works by key, each key and each identifier once.
fn distinct_references(mut references: Vec<Reference>, diags: &mut Diagnostics) -> Vec<Reference> {
    references.sort_by(|a, b| (&a.key, a.span).cmp(&(&b.key, b.span)));
    let mut kept: Vec<Reference> = Vec::with_capacity(references.len());
    let mut identifiers: BTreeMap<(&str, String), Span> = BTreeMap::new();
    for reference in references {
        if let Some(first) = kept.last().filter(|last| last.key == reference.key) {
            diags.push(bib_problem::duplicate_key(
                reference.span,
                &reference.key,
                first.span,
            ));
            continue;
        }
        for (what, value) in [
            ("DOI", &reference.doi),
            ("arXiv id", &reference.arxiv),
            ("ISBN", &reference.isbn),
        ] {
            let Some(value) = value else { continue };
            match identifiers.get(&(what, value.to_lowercase())) {
                Some(first) => diags.push(bib_problem::duplicate_identifier(
                    reference.span,
                    what,
                    value,
                    *first,
                )),
                None => drop(identifiers.insert((what, value.to_lowercase()), reference.span)),
            }
        }
        kept.push(reference);
    }
    kept
}

/// The drafts without those whose slug another one has already.
fn distinct_drafts(drafts: Vec<Draft>, diags: &mut Diagnostics) -> Vec<Draft> {
    let mut entries: BTreeMap<String, Span> = BTreeMap::new();
    let mut kept = Vec::with_capacity(drafts.len());
    for draft in drafts {
        match &draft.detail {
            Detail::Entry(_) | Detail::Withdrawn { .. } => {
                if let Some(first) = entries.get(&draft.slug) {
                    diags.push(problem::duplicate_slug(draft.span, &draft.slug, *first));
                    continue;
                }
                entries.insert(draft.slug.clone(), draft.span);
            }
            Detail::Page { .. } if RESERVED_SLUGS.contains(&draft.slug.as_str()) => {
                diags.push(problem::reserved_slug(draft.span, &draft.slug));
                continue;
            }
            _ => {}
        }
        kept.push(draft);
    }
    kept
}

fn entries_of(drafts: &[Draft]) -> Vec<(&Draft, Kind)> {
    let mut entries: Vec<(&Draft, Kind)> = drafts
        .iter()
        .filter_map(|draft| match &draft.detail {
            Detail::Entry(entry) => Some((draft, entry.kind)),
            _ => None,
        })
        .collect();
    entries.sort_by(|a, b| a.0.slug.cmp(&b.0.slug));
    entries
}

/// The drafts of one folder; fields and pages by their order, the others by slug.
fn group<'a>(drafts: &'a [Draft], folder: &str) -> Vec<&'a Draft> {
    let belongs = |draft: &&Draft| {
        folder
            == match draft.detail {
                Detail::Entry(_) => "",
                Detail::Field { .. } => "fields",
                Detail::Topic => "topics",
                Detail::Question(_) => "questions",
                Detail::Debate { .. } => "debates",
                Detail::Path { .. } => "paths",
                Detail::Page { .. } => "pages",
                Detail::Withdrawn { .. } => "withdrawn",
            }
    };
    let order = |draft: &&Draft| match draft.detail {
        Detail::Field { kind, order } => (Some(kind), order),
        Detail::Page { order } | Detail::Path { order, .. } => (None, order.unwrap_or(i64::MAX)),
        _ => (None, 0),
    };
    let mut group: Vec<&Draft> = drafts.iter().filter(belongs).collect();
    group.sort_by(|a, b| (order(a), &a.slug).cmp(&(order(b), &b.slug)));
    group
}

fn field_detail(draft: &Draft) -> (Kind, i64) {
    match draft.detail {
        Detail::Field { kind, order } => (kind, order),
        _ => (Kind::Area, 0),
    }
}
