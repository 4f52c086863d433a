//! The page of an area or a foundation.

use super::citation::{CitationView, citation};
use super::date::DateView;
use super::here::Here;
use super::parts::{Card, Group, Link, Need, RoleGroup, RouteStep, Status, TocItem, Work};
use super::prose::debates;
use super::questions::{AttacksView, attacks, hanging};
use super::steps::{OnPath, steps};
use super::{neighbourhood, way};
use crate::html::{statement_label, statement_status};
use crate::model::{Document, EntryId, Kind, TermId};
use crate::text::{capitalised, counted};
use serde::Serialize;

/// An area or a foundation.
#[derive(Debug, Serialize)]
pub struct EntryView {
    /// Its slug.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// Its sentence.
    pub summary: String,
    /// The index of its kind.
    pub index: Link,
    /// Its territory.
    pub field: Link,
    /// How settled it is.
    pub status: Option<Status>,
    /// Its themes.
    pub topics: Vec<Link>,
    /// What others call it: who, and the names.
    pub names: Vec<DialectNames>,
    /// When it was last checked, for people and for programs.
    pub reviewed: Option<DateView>,
    /// What one must know first.
    pub essential: Vec<Need>,
    /// What makes the way easier.
    pub helpful: Vec<Need>,
    /// Everything that it cannot do without, in an order that can be learnt.
    pub route: Vec<RouteStep>,
    /// `12 steps before this one`.
    pub route_length: String,
    /// The graph below it and below what it opens, as JSON.
    pub plan: String,
    /// The same as a picture, if that is worth it.
    pub way: Option<String>,
    /// What it needs and what it opens, as a picture.
    pub neighbourhood: Option<neighbourhood::Pictures>,
    /// What it opens, by kind.
    pub unlocks: Vec<NeedGroup>,
    /// Who needs it, in words; only if somebody does.
    pub reach: Option<String>,
    /// The text.
    pub body: String,
    /// Its headings.
    pub toc: Vec<TocItem>,
    /// Its statements.
    pub statements: Vec<StatementItem>,
    /// What to read.
    pub resources: Vec<RoleGroup>,
    /// Neighbours that are not prerequisites.
    pub related: Vec<RelatedRow>,
    /// Documents whose texts link here, by kind.
    pub mentions: Vec<Group>,
    /// The open questions that hang on it.
    pub questions: Vec<Card>,
    /// The open questions that it helps to attack.
    pub attacks: Option<AttacksView>,
    /// The debates about it.
    pub debates: Vec<Card>,
    /// The curated paths that lead through it.
    pub paths: Vec<OnPath>,
    /// The works that the text cites.
    pub works: Vec<Work>,
    /// How to cite the entry.
    pub citation: CitationView,
}

/// The names that one dialect has.
#[derive(Debug, Serialize)]
pub struct DialectNames {
    /// Who says so.
    pub dialect: String,
    /// The names.
    pub terms: Vec<String>,
}

/// Entries that need this one.
#[derive(Debug, Serialize)]
pub struct NeedGroup {
    /// What they are.
    pub title: String,
    /// The entries, each with its reason.
    pub needs: Vec<Need>,
}

/// A statement of the text.
#[derive(Debug, Serialize)]
pub struct StatementItem {
    /// Where it stands, `#...`.
    pub href: String,
    /// `Theorem 2`.
    pub label: String,
    /// `theorem`, for its look.
    pub kind: &'static str,
    /// `proved`.
    pub status: &'static str,
    /// Its title as HTML; may be empty.
    pub title: String,
}

/// A neighbour.
#[derive(Debug, Serialize)]
pub struct RelatedRow {
    /// How this entry relates to it.
    pub relation: String,
    /// The neighbour.
    pub card: Card,
    /// Why that is worth knowing.
    pub why: String,
}

pub(super) fn entry(here: &Here<'_>, id: EntryId) -> EntryView {
    let map = here.context.map;
    let entry = map.entry(id);
    let document = Document::Entry(id);
    let words = map.settings.words(entry.kind);
    let (essential, helpful) = here
        .prerequisites(Some(id), &entry.prerequisites)
        .into_iter()
        .partition(|need| need.need == "essential");
    let (route, way) = way::way(here, id);
    EntryView {
        slug: entry.common.slug.clone(),
        title: entry.common.title.clone(),
        summary: entry.common.summary.clone(),
        index: Link {
            href: format!("{}{}", here.root, crate::urls::index(map, entry.kind)),
            title: words.title.clone(),
        },
        field: here.link(Document::Field(entry.field)),
        status: entry.status.map(|status| here.status(status)),
        topics: entry
            .topics
            .iter()
            .map(|topic| here.link(Document::Topic(*topic)))
            .collect(),
        names: names(here, id),
        reviewed: entry.reviewed.map(DateView::from),
        essential,
        helpful,
        route_length: counted(route.len(), "step before this one", "steps before this one"),
        way,
        neighbourhood: neighbourhood::neighbourhood(here, id),
        route,
        plan: super::plan::around(here, id),
        unlocks: unlocks(here, id),
        reach: reach(here, id),
        body: here.body(document),
        toc: here.toc(document),
        statements: statements(here, document),
        resources: here.resources(&entry.resources),
        related: related(here, id),
        mentions: mentions(here, document),
        questions: hanging(here, |about| about == id),
        attacks: attacks(here, id),
        debates: debates(here, |about| about == id),
        paths: steps(here, id),
        works: here.cited(document),
        citation: citation(here, document, entry.reviewed),
    }
}

fn names(here: &Here<'_>, id: EntryId) -> Vec<DialectNames> {
    let map = here.context.map;
    let of = |(number, term): (usize, &crate::model::settings::Term)| {
        let dialect = TermId::at(number);
        let names = map
            .entry(id)
            .names
            .iter()
            .filter(|name| name.dialect == dialect);
        DialectNames {
            dialect: term.id.clone(),
            terms: names.map(|name| name.term.clone()).collect(),
        }
    };
    map.settings
        .dialects
        .iter()
        .enumerate()
        .map(of)
        .filter(|names| !names.terms.is_empty())
        .collect()
}

fn unlocks(here: &Here<'_>, id: EntryId) -> Vec<NeedGroup> {
    let map = here.context.map;
    let of_kind = |kind: Kind| {
        let mut edges: Vec<_> = here
            .context
            .graph
            .needed_by(id)
            .iter()
            .filter(|edge| map.entry(edge.from).kind == kind)
            .collect();
        edges.sort_by_key(|edge| (edge.need, &map.entry(edge.from).common.title));
        NeedGroup {
            title: here.many(kind),
            needs: edges.into_iter().map(|edge| here.dependent(edge)).collect(),
        }
    };
    [Kind::Area, Kind::Foundation]
        .map(of_kind)
        .into_iter()
        .filter(|group| !group.needs.is_empty())
        .collect()
}

/// `Needed by 9 research areas as essential, by 3 as helpful; 27 cannot do without it in all.`
fn reach(here: &Here<'_>, id: EntryId) -> Option<String> {
    let map = here.context.map;
    let reach = here.context.graph.reach[id.index()];
    let words = &map.settings.areas;
    let areas = |n: usize| counted(n, &words.one, &words.many);
    let direct = match (reach.essential, reach.helpful) {
        (0, 0) => None,
        (essential, 0) => Some(format!("essential for {}", areas(essential))),
        (0, helpful) => Some(format!("helpful for {}", areas(helpful))),
        (essential, helpful) => Some(format!(
            "essential for {}, helpful for {helpful} more",
            areas(essential)
        )),
    };
    let through = (reach.in_all > reach.essential).then(|| {
        format!(
            "{} on this map cannot do without it, directly or through others",
            areas(reach.in_all)
        )
    });
    let text = [direct, through]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join("; ");
    (!text.is_empty()).then(|| capitalised(&text))
}

fn statements(here: &Here<'_>, document: Document) -> Vec<StatementItem> {
    let body = &here.context.map.common(document).body;
    let item = |statement: &crate::model::body::Statement<_, _>| StatementItem {
        href: format!("#{}", statement.id),
        label: format!("{} {}", statement_label(statement.kind), statement.number),
        kind: statement.kind.name(),
        status: statement_status(statement.kind),
        title: here.statement_title(document, statement),
    };
    body.statements.iter().map(item).collect()
}

/// Neighbours in both directions; seen from the other side, a relation has another name.
fn related(here: &Here<'_>, id: EntryId) -> Vec<RelatedRow> {
    let map = here.context.map;
    let relations = &map.settings.relations;
    let mut rows: Vec<RelatedRow> = Vec::new();
    for relation in &map.entry(id).related {
        let word = relations[relation.relation.index()].id.clone();
        rows.push(RelatedRow {
            relation: word,
            card: here.card(Document::Entry(relation.to)),
            why: relation.why.clone(),
        });
    }
    for (other, relation) in here.context.graph.usage.related_from(id) {
        if map.entry(id).related.iter().any(|mine| mine.to == other) {
            continue;
        }
        let relation = &map.entry(other).related[relation];
        let term = &relations[relation.relation.index()];
        let word = term
            .inverse
            .clone()
            .unwrap_or_else(|| format!("{} (from there)", term.id));
        rows.push(RelatedRow {
            relation: word,
            card: here.card(Document::Entry(other)),
            why: relation.why.clone(),
        });
    }
    rows
}

/// Documents by kind, in the order in which the kinds are first met.
fn mentions(here: &Here<'_>, of: Document) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for document in here.context.graph.usage.mentions(of) {
        let card = here.card(document);
        match groups.iter_mut().find(|group| group.title == card.kind) {
            Some(group) => group.cards.push(card),
            None => groups.push(Group {
                title: card.kind.clone(),
                cards: vec![card],
            }),
        }
    }
    groups
}
