//! Debates, paths, pages of prose, and the page of diagnostics.

use super::citation::{CitationView, citation};
use super::here::Here;
use super::parts::{Card, TocItem, Work};
use super::questions::hanging;
use super::territory::mentions;
use crate::codes::Code;
use crate::model::{DebateId, Document, EntryId, PathId, WithdrawnId};
use serde::Serialize;
use std::collections::BTreeSet;

/// A debate.
#[derive(Debug, Serialize)]
pub struct DebateView {
    /// Its title.
    pub title: String,
    /// Its sentence.
    pub summary: String,
    /// The entries that it is about.
    pub about: Vec<Card>,
    /// What is held, and by whom.
    pub positions: Vec<PositionView>,
    /// Its text.
    pub body: String,
    /// The works that the text cites.
    pub works: Vec<Work>,
    /// Documents whose texts link here.
    pub mentions: Vec<Card>,
    /// How to cite the page.
    pub citation: CitationView,
}

/// One side of a debate.
#[derive(Debug, Serialize)]
pub struct PositionView {
    /// What is held.
    pub claim: String,
    /// Who holds it.
    pub held_by: String,
    /// Where it is argued.
    pub source: Work,
    /// Which place of it.
    pub part: Option<String>,
    /// What should be added.
    pub note: Option<String>,
}

/// A curated path.
#[derive(Debug, Serialize)]
pub struct PathView {
    /// Its title.
    pub title: String,
    /// Its sentence.
    pub summary: String,
    /// Who it is for.
    pub reader: String,
    /// Its text.
    pub body: String,
    /// Its steps.
    pub steps: Vec<StepView>,
    /// Its steps as a wish of the route finder, for the end of its address.
    pub wish: String,
    /// Everything that the steps cannot do without and that is not among them, in an order that can be learnt.
    pub assumed: Vec<Card>,
    /// The open questions that hang on its steps.
    pub questions: Vec<Card>,
    /// A file with the works of all steps.
    pub bib_href: Option<String>,
    /// Documents whose texts link here.
    pub mentions: Vec<Card>,
}

/// One step of a path.
#[derive(Debug, Serialize)]
pub struct StepView {
    /// Its number, from 1.
    pub number: usize,
    /// The entry to read.
    pub card: Card,
    /// What to do there.
    pub note: String,
    /// What to read first there.
    pub first: Vec<Work>,
}

/// A page of prose.
#[derive(Debug, Serialize)]
pub struct ProseView {
    /// Its title.
    pub title: String,
    /// Its sentence.
    pub summary: String,
    /// Its text.
    pub body: String,
    /// Its headings.
    pub toc: Vec<TocItem>,
    /// The works that the text cites.
    pub works: Vec<Work>,
}

/// What can be taken away.
#[derive(Debug, Serialize)]
pub struct DataView {
    /// Its title.
    pub title: String,
    /// One sentence about it.
    pub summary: String,
    /// What a map calls its areas' folder, for examples.
    pub areas: String,
    /// An entry whose bibliography can be shown as an example.
    pub example: Option<String>,
    /// Which state of the map this is.
    pub version: Option<String>,
}

/// An entry that was withdrawn.
#[derive(Debug, Serialize)]
pub struct WithdrawnView {
    /// Its title.
    pub title: String,
    /// Its sentence.
    pub summary: String,
    /// Why it was withdrawn.
    pub why: String,
    /// What may be left of its text.
    pub body: String,
}

/// An address that a document had before.
#[derive(Debug, Serialize)]
pub struct RedirectView {
    /// The document's title.
    pub title: String,
    /// A sentence that says where it is now.
    pub summary: String,
    /// Where it is now, relative to this page.
    pub href: String,
    /// Where it is now, on the web.
    pub url: String,
}

/// What every problem means.
#[derive(Debug, Serialize)]
pub struct DiagnosticsView {
    /// Its title.
    pub title: String,
    /// One sentence about it.
    pub summary: String,
    /// The problems.
    pub items: Vec<DiagnosticView>,
}

/// What a problem means.
#[derive(Debug, Serialize)]
pub struct DiagnosticView {
    /// Its name.
    pub code: &'static str,
    /// `error` or `warning`.
    pub severity: &'static str,
    /// What the rule asks for.
    pub what: &'static str,
    /// Why there is such a rule.
    pub why: &'static str,
    /// A piece of content that breaks it.
    pub example: &'static str,
    /// What to write instead.
    pub instead: &'static str,
}

pub(super) fn debate(here: &Here<'_>, id: DebateId) -> DebateView {
    let debate = &here.context.map.debates[id.index()];
    let document = Document::Debate(id);
    let position = |position: &crate::model::Position| PositionView {
        claim: position.claim.clone(),
        held_by: position.held_by.clone(),
        source: here.work(position.source.reference),
        part: position.source.locator.clone(),
        note: position.note.clone(),
    };
    DebateView {
        title: debate.common.title.clone(),
        summary: debate.common.summary.clone(),
        about: here.entries(debate.about.iter().copied()),
        positions: debate.positions.iter().map(position).collect(),
        body: here.body(document),
        works: here.cited(document),
        mentions: mentions(here, document),
        citation: citation(here, document, None),
    }
}

/// The cards of the debates about some entry for which `is_about` holds, by their titles.
pub(super) fn debates(here: &Here<'_>, is_about: impl Fn(EntryId) -> bool) -> Vec<Card> {
    let all = here.context.map.debates.iter().enumerate();
    let about = all.filter(|(_, debate)| debate.about.iter().any(|id| is_about(*id)));
    let mut cards: Vec<Card> = about
        .map(|(number, _)| here.card(Document::Debate(DebateId::at(number))))
        .collect();
    cards.sort_by_cached_key(|card| crate::text::title_key(&card.title));
    cards
}

pub(super) fn path(here: &Here<'_>, id: PathId) -> PathView {
    let path = &here.context.map.paths[id.index()];
    let document = Document::Path(id);
    PathView {
        title: path.common.title.clone(),
        summary: path.common.summary.clone(),
        reader: path.reader.clone(),
        body: here.body(document),
        steps: (1..)
            .zip(&path.steps)
            .map(|(number, step)| step_view(here, &path.common.slug, number, step))
            .collect(),
        wish: super::route::wish(here, path.steps.iter().map(|step| step.entry)),
        assumed: here.entries(assumed(here, path)),
        questions: hanging(here, |id| path.steps.iter().any(|step| step.entry == id)),
        bib_href: crate::bib::of_document(here.context, document)
            .map(|_| "references.bib".to_owned()),
        mentions: mentions(here, document),
    }
}

fn step_view(here: &Here<'_>, path: &str, number: usize, step: &crate::model::Step) -> StepView {
    let mut card = here.card(Document::Entry(step.entry));
    card.href += &super::steps::on(path);
    let first = here
        .context
        .map
        .entry(step.entry)
        .resources
        .iter()
        .filter(|resource| resource.role.index() == 0);
    StepView {
        number,
        card,
        note: step.note.clone(),
        first: first
            .map(|resource| here.work(resource.reference))
            .collect(),
    }
}

/// What the steps of a path need for certain, directly or through others, and the path itself does not teach.
pub(super) fn assumed(here: &Here<'_>, path: &crate::model::Path) -> Vec<EntryId> {
    let graph = here.context.graph;
    let taught: BTreeSet<EntryId> = path.steps.iter().map(|step| step.entry).collect();
    let routes = path
        .steps
        .iter()
        .flat_map(|step| graph.route(step.entry).steps);
    let missing: BTreeSet<EntryId> = routes
        .map(|step| step.entry)
        .filter(|id| !taught.contains(id))
        .collect();
    graph
        .order
        .iter()
        .copied()
        .filter(|id| missing.contains(id))
        .collect()
}

pub(super) fn page(here: &Here<'_>, document: Document) -> ProseView {
    let common = here.context.map.common(document);
    ProseView {
        title: common.title.clone(),
        summary: common.summary.clone(),
        body: here.body(document),
        toc: here.toc(document),
        works: here.cited(document),
    }
}

pub(super) fn data(here: &Here<'_>) -> DataView {
    let map = here.context.map;
    let has_works =
        |id: &EntryId| crate::bib::of_document(here.context, Document::Entry(*id)).is_some();
    let example = map.entry_ids().find(has_works);
    DataView {
        title: "Data".to_owned(),
        summary: "Everything on the map can be taken away, in forms that other programs read."
            .to_owned(),
        areas: map.settings.areas.folder.clone(),
        example: example.map(|id| crate::urls::document(map, Document::Entry(id))),
        version: map.settings.version.clone(),
    }
}

pub(super) fn withdrawn(here: &Here<'_>, id: WithdrawnId) -> WithdrawnView {
    let withdrawn = &here.context.map.withdrawn[id.index()];
    WithdrawnView {
        title: withdrawn.common.title.clone(),
        summary: format!(
            "This {} was withdrawn.",
            here.context.map.settings.words(withdrawn.kind).one
        ),
        why: withdrawn.why.clone(),
        body: here.body(Document::Withdrawn(id)),
    }
}

pub(super) fn redirect(here: &Here<'_>, redirect: &crate::model::Redirect) -> RedirectView {
    let link = here.link(redirect.to);
    RedirectView {
        summary: format!("“{}” has another address now.", link.title),
        title: link.title,
        href: link.href,
        url: here.context.web_address(redirect.to),
    }
}

pub(super) fn not_found(_: &Here<'_>) -> ProseView {
    bare(
        "There is nothing at this address",
        "The page may have been renamed, or the address has a slip in it.",
    )
}

pub(super) fn offline(_: &Here<'_>) -> ProseView {
    bare(
        "Without a network",
        "Pages that you open are kept by your browser, with the route finder and the search, and can be read without a network.",
    )
}

/// A page that is only its head, and what the template adds.
fn bare(title: &str, summary: &str) -> ProseView {
    ProseView {
        title: title.to_owned(),
        summary: summary.to_owned(),
        body: String::new(),
        toc: Vec::new(),
        works: Vec::new(),
    }
}

pub(super) fn diagnostics(_: &Here<'_>) -> DiagnosticsView {
    let item = |code: &Code| {
        let about = code.explanation();
        DiagnosticView {
            code: code.name(),
            severity: code.severity().name(),
            what: about.what,
            why: about.why,
            example: about.example,
            instead: about.instead,
        }
    };
    DiagnosticsView {
        title: "What the checks say".to_owned(),
        summary: "Every problem that portolan reports: what it is, why there is a rule, an example, and what to write instead."
            .to_owned(),
        items: Code::ALL.iter().map(item).collect(),
    }
}
