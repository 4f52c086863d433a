//! A text → HTML, with resolved links, typeset formulas, numbered statements and footnotes.

use crate::math::Formulas;
use crate::model::Map;
use crate::model::body::{Body, Citation, Formula, Node, Statement, StatementKind, Target};
use crate::text::{escape, escape_into};
use crate::urls;
use pulldown_cmark::{CowStr, Event, Tag, TagEnd, html::push_html};
use std::collections::BTreeMap;

type Text = Body<Target, Citation>;
type Nodes<'a> = &'a [Node<Target, Citation>];

/// Writes texts for one page.
#[derive(Debug, Clone, Copy)]
pub struct Writer<'a> {
    /// The map that the texts belong to.
    pub map: &'a Map,
    /// Its formulas.
    pub formulas: &'a Formulas,
    /// What brings a link of the page to the root of the site.
    pub root: &'a str,
}

impl Writer<'_> {
    /// A whole text, its footnotes at the end.
    #[must_use]
    pub fn body(&self, body: &Text) -> String {
        let (nodes, footnotes) = part_footnotes(&body.nodes);
        let mut notes = Footnotes {
            texts: footnotes,
            ..Footnotes::default()
        };
        let mut html = self.nodes(&nodes, body, &mut notes);
        // A footnote may itself refer to others, which then come behind it.
        let mut items = String::new();
        let mut next = 0;
        while let Some(name) = notes.order.get(next).cloned() {
            let nodes = notes.texts.get(&name).cloned().unwrap_or_default();
            let text = self.nodes(&nodes, body, &mut notes);
            next += 1;
            items += &format!(
                "<li id=\"fn-{next}\">{text}<a class=\"footnote-back\" href=\"#fnref-{next}\" \
                 aria-label=\"Back to the text\">↩</a></li>\n"
            );
        }
        if !items.is_empty() {
            html += &format!(
                "<section class=\"footnotes\" id=\"footnotes\" aria-label=\"Footnotes\">\n<ol>\n{items}</ol>\n</section>\n"
            );
        }
        html
    }

    /// What stands between the marks of a heading, for a table of contents; links and citations are left out.
    #[must_use]
    pub fn heading(&self, body: &Text, number: usize) -> String {
        let at = |wanted: fn(&Node<Target, Citation>, usize) -> bool| {
            body.nodes.iter().position(|node| wanted(node, number))
        };
        let start = at(|node, n| matches!(node, Node::HeadingStart(at) if *at == n));
        let end = at(|node, n| matches!(node, Node::HeadingEnd(at) if *at == n));
        let (Some(start), Some(end)) = (start, end) else {
            return String::new();
        };
        let kept = body.nodes[start + 1..end]
            .iter()
            .filter(|node| matches!(node, Node::Markdown(_) | Node::Math(_)));
        self.nodes(
            &kept.cloned().collect::<Vec<_>>(),
            body,
            &mut Footnotes::default(),
        )
    }

    /// The title of a statement; may be empty.
    #[must_use]
    pub fn statement_title(&self, statement: &Statement<Target, Citation>, body: &Text) -> String {
        self.nodes(&statement.title, body, &mut Footnotes::default())
            .trim()
            .to_owned()
    }

    /// What a statement says, for a page on which its ids would clash with others: without ids and footnote marks.
    #[must_use]
    pub fn statement_text(&self, body: &Text, number: usize) -> String {
        let title = body.statements[number].title.len();
        let mut nodes: Vec<_> = body.statement_nodes(number).skip(title).cloned().collect();
        nodes.retain(|node| !matches!(node, Node::Markdown(Event::FootnoteReference(_))));
        for node in &mut nodes {
            if let Node::Math(formula) = node {
                formula.ids.clear();
            }
        }
        self.nodes(&nodes, body, &mut Footnotes::default())
    }

    fn nodes(&self, nodes: Nodes<'_>, body: &Text, notes: &mut Footnotes) -> String {
        let mut events: Vec<Event<'_>> = Vec::with_capacity(nodes.len());
        for (at, node) in nodes.iter().enumerate() {
            // A wide table scrolls inside its frame.
            if matches!(node, Node::Markdown(Event::Start(Tag::Table(_)))) {
                events.push(Event::Html(CowStr::Borrowed("<div class=\"table\">\n")));
            }
            events.push(match bound(nodes, at) {
                Some((formula, signs)) => Event::InlineHtml(CowStr::from(format!(
                    "<span class=\"bound\">{}{signs}</span>",
                    self.formula(formula)
                ))),
                None => self.event(nodes, at, body, notes),
            });
            if matches!(node, Node::Markdown(Event::End(TagEnd::Table))) {
                events.push(Event::Html(CowStr::Borrowed("</div>\n")));
            }
        }
        let mut html = String::new();
        push_html(&mut html, events.into_iter());
        html
    }

    fn event<'e>(
        &self,
        nodes: Nodes<'e>,
        at: usize,
        body: &Text,
        notes: &mut Footnotes,
    ) -> Event<'e> {
        let raw = |html: String| Event::InlineHtml(CowStr::from(html));
        match &nodes[at] {
            Node::Markdown(Event::FootnoteReference(name)) => raw(notes.mark(name)),
            Node::Markdown(Event::TaskListMarker(done)) => {
                let (mark, word) = if *done {
                    ("☑", "done")
                } else {
                    ("☐", "open")
                };
                raw(format!(
                    "<span class=\"task\" role=\"img\" aria-label=\"{word}\">{mark}</span> "
                ))
            }
            // What is bound to the formula before stands there.
            Node::Markdown(Event::Text(text)) if at > 0 => {
                let taken = bound(nodes, at - 1).map_or(0, |(_, signs)| signs.len());
                Event::Text(CowStr::from(text[taken..].to_owned()))
            }
            Node::Markdown(event) => event.clone(),
            Node::LinkStart(target) => {
                let bare = matches!(nodes.get(at + 1), Some(Node::LinkEnd));
                raw(self.link(target, bare))
            }
            Node::LinkEnd => raw("</a>".to_owned()),
            Node::Image(target, alt) => raw(format!(
                "<img src=\"{}\" alt=\"{}\" loading=\"lazy\">",
                escape(&urls::href(self.map, self.root, target)),
                escape(alt)
            )),
            Node::Cite(list) => raw(self.cite(list)),
            Node::Math(formula) => raw(self.formula(formula)),
            Node::HeadingStart(number) => {
                let heading = &body.headings[*number];
                raw(format!("<h{} id=\"{}\">", heading.level, heading.id))
            }
            Node::HeadingEnd(number) => {
                let heading = &body.headings[*number];
                raw(format!(
                    "<a class=\"anchor\" href=\"#{}\" aria-hidden=\"true\" tabindex=\"-1\">#</a></h{}>\n",
                    heading.id, heading.level
                ))
            }
            Node::StatementStart(number) => {
                raw(self.statement_start(&body.statements[*number], body))
            }
            Node::StatementEnd(_) => raw("</div>\n".to_owned()),
        }
    }

    fn formula(&self, formula: &Formula) -> String {
        let html = self.formulas.html(formula);
        if !formula.display {
            return html.to_owned();
        }
        // Of several labelled lines, the first gives its id to the frame; the others have a mark of their own.
        let mut ids = formula.ids.iter();
        let own = ids
            .next()
            .map(|id| format!(" id=\"{id}\""))
            .unwrap_or_default();
        let marks: String = ids.map(|id| format!("<span id=\"{id}\"></span>")).collect();
        format!("<span class=\"display\"{own}>{marks}{html}</span>")
    }

    fn link(&self, target: &Target, bare: bool) -> String {
        let href = escape(&urls::href(self.map, self.root, target));
        let class = match target {
            Target::External(_) => " class=\"external\" rel=\"external\"",
            Target::Document(..) => " class=\"internal\"",
            Target::Anchor(_) | Target::Image(_) => "",
        };
        let mut html = format!("<a{class} href=\"{href}\">");
        if bare && let Target::Document(to, anchor) = target {
            let common = self.map.common(*to);
            escape_into(&mut html, &common.title);
            if let Some(place) = anchor
                .as_ref()
                .and_then(|anchor| self.place(&common.body, &anchor.value))
            {
                html += &format!(", {place}");
            }
        }
        html
    }

    /// What a reader calls a place of a text: `Theorem 2`, `equation (3)`, or the words of a heading.
    fn place(&self, body: &Text, anchor: &str) -> Option<String> {
        let statement = body
            .statements
            .iter()
            .find(|statement| statement.id == anchor);
        let statement =
            statement.map(|found| format!("{} {}", statement_label(found.kind), found.number));
        let label = || {
            Some(format!(
                "equation ({})",
                escape(&body.labels.iter().find(|label| label.id == anchor)?.number)
            ))
        };
        let heading = || {
            Some(
                self.heading(
                    body,
                    body.headings
                        .iter()
                        .position(|heading| heading.id == anchor)?,
                ),
            )
        };
        statement.or_else(label).or_else(heading)
    }

    fn cite(&self, list: &[Citation]) -> String {
        let one = |citation: &Citation| {
            let reference = self.map.reference(citation.reference);
            let href = escape(&format!(
                "{}{}",
                self.root,
                urls::reference(self.map, citation.reference)
            ));
            let short = escape(&reference.short());
            let locator = citation
                .locator
                .as_deref()
                .map(|at| format!(", {}", escape(at)))
                .unwrap_or_default();
            format!(
                "<a class=\"cite\" href=\"{href}\" title=\"{}\">{short}</a>{locator}",
                escape(&reference.plain_title())
            )
        };
        let inside = list.iter().map(one).collect::<Vec<_>>().join("; ");
        format!("<span class=\"citation\">({inside})</span>")
    }

    fn statement_start(&self, statement: &Statement<Target, Citation>, body: &Text) -> String {
        let Statement {
            kind, number, id, ..
        } = statement;
        let title = self.statement_title(statement, body);
        let title = if title.is_empty() {
            title
        } else {
            format!(" <span class=\"statement-title\">{title}</span>")
        };
        format!(
            "<div class=\"statement {name}\" id=\"{id}\">\n<p class=\"statement-head\"><a href=\"#{id}\">{label} \
             {number}</a>{title} <span class=\"statement-status\">{status}</span></p>\n",
            name = kind.name(),
            label = statement_label(*kind),
            status = statement_status(*kind),
        )
    }
}

/// As long as this, TeX makes formulas that may be kept on one line.
const SHORT: usize = 24;

/// A short formula in the line and the signs right behind it, if there are any: browsers would break the line between them.
fn bound<'e>(nodes: Nodes<'e>, at: usize) -> Option<(&'e Formula, &'e str)> {
    let (Some(Node::Math(formula)), Some(Node::Markdown(Event::Text(text)))) =
        (nodes.get(at), nodes.get(at + 1))
    else {
        return None;
    };
    let rest = text.trim_start_matches(['.', ',', ';', ':', '!', '?', ')', '’', '”']);
    let signs = &text[..text.len() - rest.len()];
    let short = !formula.display && formula.tex.len() <= SHORT;
    (short && !signs.is_empty()).then_some((formula, signs))
}

/// The word before a statement's number.
#[must_use]
pub const fn statement_label(kind: StatementKind) -> &'static str {
    match kind {
        StatementKind::Definition => "Definition",
        StatementKind::Theorem => "Theorem",
        StatementKind::Heuristic => "Heuristic",
        StatementKind::Empirical => "Observation",
        StatementKind::Conjecture => "Conjecture",
        StatementKind::Refuted => "Refuted",
        StatementKind::Example => "Example",
        StatementKind::Remark => "Remark",
    }
}

/// How firm a statement is, in a word or two; empty for what claims nothing.
#[must_use]
pub const fn statement_status(kind: StatementKind) -> &'static str {
    match kind {
        StatementKind::Theorem => "proved",
        StatementKind::Heuristic => "argued, not proved",
        StatementKind::Empirical => "observed",
        StatementKind::Conjecture => "believed, open",
        StatementKind::Refuted => "known to be wrong",
        StatementKind::Definition | StatementKind::Example | StatementKind::Remark => "",
    }
}

/// The footnotes of a text, in the order in which it refers to them.
#[derive(Default)]
struct Footnotes {
    texts: BTreeMap<String, Vec<Node<Target, Citation>>>,
    order: Vec<String>,
    marks: BTreeMap<String, usize>,
}

impl Footnotes {
    fn mark(&mut self, name: &str) -> String {
        let number = self
            .order
            .iter()
            .position(|known| known == name)
            .unwrap_or_else(|| {
                self.order.push(name.to_owned());
                self.order.len() - 1
            })
            + 1;
        let marks = self.marks.entry(name.to_owned()).or_default();
        *marks += 1;
        // Only the first mark is what the footnote leads back to.
        let id = if *marks == 1 {
            format!("fnref-{number}")
        } else {
            format!("fnref-{number}-{marks}")
        };
        format!(
            "<sup class=\"footnote-mark\"><a id=\"{id}\" href=\"#fn-{number}\" aria-label=\"Footnote {number}\">{number}</a></sup>"
        )
    }
}

type Parted = (
    Vec<Node<Target, Citation>>,
    BTreeMap<String, Vec<Node<Target, Citation>>>,
);

/// Takes the footnotes out of a text.
fn part_footnotes(nodes: Nodes<'_>) -> Parted {
    let mut text = Vec::with_capacity(nodes.len());
    let mut notes: BTreeMap<String, Vec<Node<Target, Citation>>> = BTreeMap::new();
    let mut open: Option<String> = None;
    for node in nodes {
        match (node, &open) {
            (Node::Markdown(Event::Start(Tag::FootnoteDefinition(name))), _) => {
                open = Some(name.to_string())
            }
            (Node::Markdown(Event::End(TagEnd::FootnoteDefinition)), _) => open = None,
            (node, Some(name)) => notes.entry(name.clone()).or_default().push(node.clone()),
            (node, None) => text.push(node.clone()),
        }
    }
    (text, notes)
}
