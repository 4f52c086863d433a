//! The text of a document: Markdown events, with links, citations, formulas, headings and statements taken out of them.
//!
//! The type parameters say how far the text has come: before `resolve` a link and a citation are names with their places
//! ([`RawLink`], [`RawCitation`]), behind it they are identities ([`Target`], [`Citation`]).

use super::{Document, ReferenceId};
use crate::source::{Span, Spanned};
use pulldown_cmark::Event;

/// A text.
#[derive(Debug, Clone)]
pub struct Body<L, C> {
    /// Its pieces, in order.
    pub nodes: Vec<Node<L, C>>,
    /// Its headings, in order.
    pub headings: Vec<Heading>,
    /// Its statements, in order.
    pub statements: Vec<Statement<L, C>>,
    /// Its numbered formulas, in order.
    pub labels: Vec<Label>,
}

impl<L, C> Default for Body<L, C> {
    fn default() -> Self {
        Self {
            nodes: Vec::new(),
            headings: Vec::new(),
            statements: Vec::new(),
            labels: Vec::new(),
        }
    }
}

/// A piece of a text.
#[derive(Debug, Clone)]
pub enum Node<L, C> {
    /// What Markdown itself says.
    Markdown(Event<'static>),
    /// A link begins. If it has no text of its own, `LinkEnd` follows at once and the title of its target is shown.
    LinkStart(L),
    /// A link ends.
    LinkEnd,
    /// An image of the map, with the text that says what it shows.
    Image(L, String),
    /// One pair of brackets with citations.
    Cite(Vec<C>),
    /// A formula.
    Math(Formula),
    /// The heading of this number begins.
    HeadingStart(usize),
    /// The heading of this number ends.
    HeadingEnd(usize),
    /// The statement of this number begins; its title is not among the nodes.
    StatementStart(usize),
    /// The statement of this number ends.
    StatementEnd(usize),
}

/// A formula as it was written.
#[derive(Debug, Clone)]
pub struct Formula {
    /// The TeX between the dollar signs.
    pub tex: String,
    /// What is typeset: the same, with numbers in the place of labels and of references to them.
    pub set: String,
    /// The ids by which links lead to it.
    pub ids: Vec<String>,
    /// Whether it stands on its own line.
    pub display: bool,
    /// The formula with its dollar signs.
    pub span: Span,
}

/// A numbered formula.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// Its id on the page.
    pub id: String,
    /// Its number, or what its author wrote instead.
    pub number: String,
    /// Where it was labelled.
    pub span: Span,
}

/// A heading.
#[derive(Debug, Clone)]
pub struct Heading {
    /// 2 to 6.
    pub level: u8,
    /// Its id on the page.
    pub id: String,
    /// Where it was written.
    pub span: Span,
}

/// How firm a statement is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum StatementKind {
    /// Says what a word means.
    Definition,
    /// Proved.
    Theorem,
    /// A physicist's argument.
    Heuristic,
    /// Observed.
    Empirical,
    /// Believed, not proved.
    Conjecture,
    /// Once believed, now known to be wrong.
    Refuted,
    /// An example.
    Example,
    /// A remark.
    Remark,
}

impl StatementKind {
    /// All kinds.
    pub const ALL: [Self; 8] = [
        Self::Definition,
        Self::Theorem,
        Self::Heuristic,
        Self::Empirical,
        Self::Conjecture,
        Self::Refuted,
        Self::Example,
        Self::Remark,
    ];

    /// Whether it claims something that needs a source.
    #[must_use]
    pub const fn is_claim(self) -> bool {
        !matches!(self, Self::Definition | Self::Example | Self::Remark)
    }

    /// The word between the brackets.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Definition => "definition",
            Self::Theorem => "theorem",
            Self::Heuristic => "heuristic",
            Self::Empirical => "empirical",
            Self::Conjecture => "conjecture",
            Self::Refuted => "refuted",
            Self::Example => "example",
            Self::Remark => "remark",
        }
    }
}

/// A numbered statement.
#[derive(Debug, Clone)]
pub struct Statement<L, C> {
    /// How firm it is.
    pub kind: StatementKind,
    /// Its number within the text, from 1.
    pub number: usize,
    /// Its title; may be empty.
    pub title: Vec<Node<L, C>>,
    /// Its id on the page.
    pub id: String,
    /// Its first line.
    pub span: Span,
}

/// A link as it was written.
#[derive(Debug, Clone)]
pub struct RawLink {
    /// Where it leads.
    pub to: RawTarget,
    /// The whole link.
    pub span: Span,
}

/// Where a link leads, as it was written.
#[derive(Debug, Clone)]
pub enum RawTarget {
    /// `[[name]]` or `[[name#anchor]]`.
    Wiki(Spanned<String>, Option<Spanned<String>>),
    /// `[text](url)`.
    Url(String),
}

/// One work in a pair of brackets, as it was written.
#[derive(Debug, Clone)]
pub struct RawCitation {
    /// The key.
    pub key: Spanned<String>,
    /// Which place of the work.
    pub locator: Option<String>,
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// To a document, and perhaps to a place in it.
    Document(Document, Option<Spanned<String>>),
    /// To a place on the same page.
    Anchor(Spanned<String>),
    /// To an image of the map, by its path from the map's root.
    Image(String),
    /// Out of the site.
    External(String),
}

/// A work in a pair of brackets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// The work.
    pub reference: ReferenceId,
    /// Which place of it.
    pub locator: Option<String>,
}

impl<L, C> Body<L, C> {
    /// Whether there is no text at all.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// All nodes, those of the statements' titles included.
    pub fn all_nodes(&self) -> impl Iterator<Item = &Node<L, C>> {
        self.nodes.iter().chain(
            self.statements
                .iter()
                .flat_map(|statement| &statement.title),
        )
    }

    /// All formulas.
    pub fn formulas(&self) -> impl Iterator<Item = &Formula> {
        self.all_nodes().filter_map(|node| match node {
            Node::Math(formula) => Some(formula),
            _ => None,
        })
    }

    /// All citations, in the order of the text.
    pub fn citations(&self) -> impl Iterator<Item = &C> {
        self.all_nodes()
            .filter_map(|node| match node {
                Node::Cite(list) => Some(list),
                _ => None,
            })
            .flatten()
    }

    /// What stands inside the statement of this number, its title included.
    pub fn statement_nodes(&self, number: usize) -> impl Iterator<Item = &Node<L, C>> {
        let start = self
            .nodes
            .iter()
            .position(|node| matches!(node, Node::StatementStart(n) if *n == number));
        let end = self
            .nodes
            .iter()
            .position(|node| matches!(node, Node::StatementEnd(n) if *n == number));
        let inside = match (start, end) {
            (Some(start), Some(end)) => &self.nodes[start + 1..end],
            _ => &[],
        };
        self.statements[number].title.iter().chain(inside)
    }

    /// The ids that a link can lead to.
    pub fn anchors(&self) -> impl Iterator<Item = (&str, Span)> {
        let headings = self
            .headings
            .iter()
            .map(|heading| (heading.id.as_str(), heading.span));
        let statements = self
            .statements
            .iter()
            .map(|statement| (statement.id.as_str(), statement.span));
        headings.chain(statements).chain(
            self.labels
                .iter()
                .map(|label| (label.id.as_str(), label.span)),
        )
    }
}

/// Ids that the templates use on pages with a text.
const RESERVED_ANCHORS: &[&str] = &[
    "top",
    "content",
    "menu",
    "search",
    "prerequisites",
    "route",
    "unlocks",
    "resources",
    "related",
    "mentions",
    "questions",
    "debates",
    "works",
    "names",
    "cite",
    "positions",
    "steps",
    "entries",
    "footnotes",
    "about",
    "attacks",
    "on-paths",
    "preview",
    "search-input",
    "search-finds",
    "site-menu",
    "plan",
    "layers",
    "paths",
    "payoff",
    "fields-of-areas",
    "fields-of-foundations",
    "chart",
    "chart-title",
    "chart-desc",
    "chart-data",
    "after-chart",
    "coast",
];

/// Whether a page uses an id itself: one of `RESERVED_ANCHORS`, or one of a footnote or its mark, or of a prerequisite.
#[must_use]
pub fn is_reserved_anchor(id: &str) -> bool {
    RESERVED_ANCHORS.contains(&id)
        || ["fn-", "fnref-", "needs-"]
            .iter()
            .any(|start| id.starts_with(start))
}
