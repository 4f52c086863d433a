//! The text of a document → a [`RawBody`]: Markdown events by `pulldown-cmark`, with what portolan adds taken out of them.

use super::anchors;
use super::events::events;
use super::inline::{citations, stray_mark, wiki_target};
use super::labels;
use super::statement::{self, Opening};
use crate::diag::Diagnostics;
use crate::model::body::{Formula, Heading, Node, RawCitation, RawLink, RawTarget, Statement};
use crate::model::draft::RawBody;
use crate::problems::prose as problem;
use crate::source::{FileId, Span};
use crate::text::{is_slug, slugify};
use pulldown_cmark::{CowStr, Event, HeadingLevel, LinkType, Tag, TagEnd};
use std::collections::BTreeSet;
use std::ops::Range;

/// Longer formulas are a dollar sign that was left open.
const FORMULA_LIMIT: usize = 10_000;

pub(super) type RawNode = Node<RawLink, RawCitation>;

/// Parses the text of `file` from byte `start` on.
pub(super) fn parse(file: FileId, text: &str, start: usize, diags: &mut Diagnostics) -> RawBody {
    let mut builder = Builder::new(file, text, diags);
    for (event, range) in events(&text[start..], start) {
        builder.take(event, range);
    }
    builder.finish()
}

/// What is open while events go by.
struct Builder<'a> {
    file: FileId,
    text: &'a str,
    diags: &'a mut Diagnostics,
    body: RawBody,
    /// One for each open block quote: the statement that it is, if it is one.
    quotes: Vec<Option<usize>>,
    /// The first line of a statement that has just been opened: its words are not part of the text.
    opening: Option<Opening>,
    /// Whether the paragraph that held the first line has been opened again.
    paragraph_held: bool,
    /// Where a citation or a link without text of its own ends; what stands inside is skipped.
    skip_until: usize,
    heading: Option<(usize, String)>,
    image: Option<(RawLink, String)>,
    html_seen: BTreeSet<String>,
    footnotes: Footnotes,
    /// The places of headings and statements whose id an author wrote.
    written_ids: BTreeSet<Span>,
}

#[derive(Default)]
struct Footnotes {
    used: BTreeSet<String>,
    defined: Vec<(String, Span)>,
}

impl<'a> Builder<'a> {
    fn new(file: FileId, text: &'a str, diags: &'a mut Diagnostics) -> Self {
        Self {
            file,
            text,
            diags,
            body: RawBody::default(),
            quotes: Vec::new(),
            opening: None,
            paragraph_held: false,
            skip_until: 0,
            heading: None,
            image: None,
            html_seen: BTreeSet::new(),
            footnotes: Footnotes::default(),
            written_ids: BTreeSet::new(),
        }
    }

    fn span(&self, range: &Range<usize>) -> Span {
        Span::new(self.file, range.clone())
    }

    fn push(&mut self, node: RawNode) {
        self.body.nodes.push(node);
    }

    fn take(&mut self, event: Event<'_>, range: Range<usize>) {
        if range.end <= self.skip_until && !matches!(event, Event::End(TagEnd::Link)) {
            return;
        }
        if let Some((_, alt)) = &mut self.image {
            match event {
                Event::Text(words) | Event::Code(words) | Event::InlineMath(words) => {
                    alt.push_str(&words)
                }
                Event::SoftBreak | Event::HardBreak => alt.push(' '),
                Event::End(TagEnd::Image) => self.end_image(),
                _ => {}
            }
            return;
        }
        let Some(event) = self.first_line(event, &range) else {
            return;
        };
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag, &range),
            Event::Text(words) => self.words(words, &range),
            Event::InlineMath(tex) => self.formula(&tex, false, &range),
            Event::DisplayMath(tex) => self.formula(&tex, true, &range),
            Event::Html(html) | Event::InlineHtml(html) => self.html(&html, &range),
            Event::FootnoteReference(name) => {
                self.footnotes.used.insert(name.to_string());
                self.push(Node::Markdown(Event::FootnoteReference(name).into_static()));
            }
            other => {
                if let (Event::Code(code), Some((_, heading))) = (&other, &mut self.heading) {
                    heading.push_str(code);
                }
                self.push(Node::Markdown(other.into_static()));
            }
        }
    }

    /// Puts what belongs to the first line of a statement into its title; gives back what belongs to the text.
    fn first_line<'e>(&mut self, event: Event<'e>, range: &Range<usize>) -> Option<Event<'e>> {
        let Some(opening) = &self.opening else {
            // The paragraph goes on behind the first line, so it must be opened now.
            if self.paragraph_held {
                self.paragraph_held = false;
                if matches!(event, Event::End(TagEnd::Paragraph)) {
                    return None;
                }
                self.push(Node::Markdown(Event::Start(Tag::Paragraph)));
            }
            return Some(event);
        };
        if range.start < opening.line_end && !matches!(event, Event::End(TagEnd::Paragraph)) {
            if matches!(event, Event::Start(Tag::Paragraph)) || range.end <= opening.title.start {
                return None;
            }
            let title = opening.title.clone();
            return match event {
                Event::Text(_) => {
                    let clipped = range.start.max(title.start)..range.end.min(title.end);
                    self.words(
                        CowStr::from(self.text.get(clipped.clone())?.to_owned()),
                        &clipped,
                    );
                    None
                }
                inside if range.start < title.end => Some(inside),
                _ => None,
            };
        }
        self.end_opening();
        self.first_line(event, range)
            .filter(|event| !matches!(event, Event::SoftBreak | Event::HardBreak))
    }

    /// The first line is over: what came since the statement began is its title.
    fn end_opening(&mut self) {
        self.opening = None;
        self.paragraph_held = true;
        let is_start = |node: &RawNode| matches!(node, Node::StatementStart(_));
        let from = self
            .body
            .nodes
            .iter()
            .rposition(is_start)
            .map_or(0, |at| at + 1);
        let title = self.body.nodes.split_off(from);
        if let Some(statement) = self.body.statements.last_mut() {
            statement.title = title;
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::BlockQuote(_) => self.quote(range),
            Tag::Heading { level, id, .. } => self.start_heading(level, id.as_deref(), &range),
            Tag::Link {
                link_type,
                dest_url,
                ..
            } => self.link(link_type, &dest_url, range),
            Tag::Image { dest_url, .. } => {
                let to = RawTarget::Url(dest_url.to_string());
                self.image = Some((
                    RawLink {
                        to,
                        span: self.span(&range),
                    },
                    String::new(),
                ));
            }
            Tag::HtmlBlock => self.html_seen.clear(),
            Tag::FootnoteDefinition(name) => {
                let at = range.start..(range.start + name.len() + 4).min(range.end);
                self.footnotes
                    .defined
                    .push((name.to_string(), self.span(&at)));
                self.push(Node::Markdown(
                    Event::Start(Tag::FootnoteDefinition(name)).into_static(),
                ));
            }
            tag => {
                if matches!(tag, Tag::Paragraph) {
                    self.html_seen.clear();
                }
                self.push(Node::Markdown(Event::Start(tag).into_static()));
            }
        }
    }

    fn end(&mut self, tag: TagEnd, range: &Range<usize>) {
        match tag {
            TagEnd::BlockQuote(_) => match self.quotes.pop().flatten() {
                Some(statement) => self.push(Node::StatementEnd(statement)),
                None => self.push(Node::Markdown(Event::End(tag))),
            },
            TagEnd::Heading(_) => self.end_heading(),
            TagEnd::Link => {
                let cited = matches!(self.body.nodes.last(), Some(Node::Cite(_)));
                if !(cited && range.end == self.skip_until) {
                    self.push(Node::LinkEnd);
                }
            }
            TagEnd::HtmlBlock => {}
            tag => self.push(Node::Markdown(Event::End(tag))),
        }
    }

    fn quote(&mut self, range: Range<usize>) {
        let (file, text) = (self.file, self.text);
        let number = self.body.statements.len() + 1;
        let Some((opening, found)) = statement::open(file, text, range, number, self.diags) else {
            self.quotes.push(None);
            self.push(Node::Markdown(Event::Start(Tag::BlockQuote(None))));
            return;
        };
        let Opening {
            kind, id, written, ..
        } = &opening;
        if *written {
            self.written_ids.insert(found);
        }
        let statement = Statement {
            kind: *kind,
            number,
            title: Vec::new(),
            id: id.clone(),
            span: found,
        };
        self.body.statements.push(statement);
        self.quotes.push(Some(number - 1));
        self.push(Node::StatementStart(number - 1));
        self.opening = Some(opening);
    }

    fn start_heading(&mut self, level: HeadingLevel, id: Option<&str>, range: &Range<usize>) {
        let level = level as u8;
        let line = self.text[range.clone()].trim_end();
        let span = self.span(&(range.start..range.start + line.len()));
        let above = self
            .body
            .headings
            .last()
            .map_or(1, |heading| heading.level.max(1));
        if level == 1 {
            self.diags.push(problem::first_level_heading(span));
        } else if level > above + 1 {
            self.diags
                .push(problem::skipped_level(span, level, above + 1));
        }
        let id = id.unwrap_or_default().to_owned();
        self.push(Node::HeadingStart(self.body.headings.len()));
        self.body.headings.push(Heading {
            level: level.max(2),
            id,
            span,
        });
        self.heading = Some((self.body.headings.len() - 1, String::new()));
    }

    fn end_heading(&mut self) {
        let Some((number, words)) = self.heading.take() else {
            return;
        };
        self.push(Node::HeadingEnd(number));
        let heading = &mut self.body.headings[number];
        let span = heading.span;
        if heading.id.is_empty() {
            let slug = slugify(&words);
            heading.id = if slug.is_empty() {
                format!("section-{}", number + 1)
            } else {
                slug
            };
            return;
        }
        self.written_ids.insert(span);
        if !is_slug(&heading.id) {
            self.diags
                .push(problem::malformed_anchor(span, &heading.id));
        }
    }

    fn link(&mut self, kind: LinkType, url: &str, range: Range<usize>) {
        let span = self.span(&range);
        let to = match kind {
            LinkType::ShortcutUnknown if url == "citation" => {
                self.skip_until = range.end;
                let inside = range.start + 1..range.end - 1;
                let list = citations(self.file, self.text, inside, self.diags);
                self.push(Node::Cite(list));
                return;
            }
            LinkType::WikiLink { has_pothole } => {
                if !has_pothole {
                    self.skip_until = range.end;
                }
                wiki_target(self.file, self.text, range)
            }
            LinkType::Email => RawTarget::Url(format!("mailto:{url}")),
            _ => RawTarget::Url(url.to_owned()),
        };
        self.push(Node::LinkStart(RawLink { to, span }));
    }

    fn end_image(&mut self) {
        let Some((link, alt)) = self.image.take() else {
            return;
        };
        if alt.trim().is_empty() {
            self.diags.push(problem::missing_alt(link.span));
        }
        self.push(Node::Image(link, alt));
    }

    fn words(&mut self, words: CowStr<'_>, range: &Range<usize>) {
        if let Some(problem) = stray_mark(self.file, self.text, range.start) {
            self.diags.push(problem);
        }
        if let Some((_, heading)) = &mut self.heading {
            heading.push_str(&words);
        }
        self.push(Node::Markdown(Event::Text(words).into_static()));
    }

    fn formula(&mut self, tex: &str, display: bool, range: &Range<usize>) {
        let span = self.span(range);
        if tex.chars().count() > FORMULA_LIMIT {
            self.diags
                .push(problem::formula_too_large(span, FORMULA_LIMIT));
            return;
        }
        self.push(Node::Math(Formula {
            tex: tex.to_owned(),
            set: tex.to_owned(),
            ids: Vec::new(),
            display,
            span,
        }));
    }

    /// Reports each tag of a paragraph or block once, and its closing tag not at all.
    fn html(&mut self, html: &str, range: &Range<usize>) {
        let name = html.trim_start_matches(['<', '/']);
        let name: String = name
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .collect();
        let closes = html.starts_with("</") && self.html_seen.contains(&name);
        let continues = !html.starts_with('<') && !self.html_seen.is_empty();
        if !closes && !continues {
            let shown = html.trim_end().len().max(1);
            let span = self.span(&(range.start..range.start + shown));
            self.diags.push(problem::raw_html(span, html));
        }
        self.html_seen.insert(name);
    }

    fn finish(mut self) -> RawBody {
        for (name, span) in std::mem::take(&mut self.footnotes.defined) {
            if !self.footnotes.used.contains(&name) {
                self.diags.push(problem::unused_footnote(span, &name));
            }
        }
        anchors::settle(&mut self.body, &self.written_ids, self.diags);
        labels::settle(&mut self.body, self.diags);
        self.body
    }
}
