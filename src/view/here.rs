//! The page that a view is made for: everything whose form depends on where it stands.

use super::frame::frame;
use super::parts::{Card, Link, Need, ResourceRow, RoleGroup, Status, TocItem, Work};
use super::{Page, View};
use crate::cite;
use crate::context::Context;
use crate::graph::Edge;
use crate::html::Writer;
use crate::model::body::{Citation, Statement, Target};
use crate::model::reference::Reference;
use crate::model::{Document, EntryId, FieldId, Kind, Prerequisite, ReferenceId, Resource, TermId};
use crate::text::capitalised;
use crate::urls;

/// A page in the making.
pub(super) struct Here<'a> {
    pub(super) context: &'a Context<'a>,
    pub(super) address: String,
    /// What brings a link to the root of the site.
    pub(super) root: String,
    /// What the page shows, if it can be edited.
    pub(super) document: Option<Document>,
    /// The work that the page is about.
    pub(super) reference: Option<ReferenceId>,
}

impl<'a> Here<'a> {
    pub(super) fn new(
        context: &'a Context<'a>,
        address: String,
        document: Option<Document>,
    ) -> Self {
        let root = urls::root_from(&address);
        let mut here = Self {
            context,
            address,
            root,
            document,
            reference: None,
        };
        // A missing page is shown at any depth, so its links cannot be relative.
        if here.address == "404.html" {
            here.root = here.context.base_url();
        }
        here
    }

    pub(super) fn page(&self, view: View) -> Page {
        let (title, summary) = view.head();
        let frame = frame(self, title, summary);
        Page {
            address: self.address.clone(),
            frame,
            view,
        }
    }

    /// The number of a field's colour.
    pub(super) fn colour(&self, field: FieldId) -> usize {
        self.context.chart.colour(field)
    }

    pub(super) fn href(&self, document: Document) -> String {
        format!(
            "{}{}",
            self.root,
            urls::document(self.context.map, document)
        )
    }

    pub(super) fn link(&self, document: Document) -> Link {
        Link {
            href: self.href(document),
            title: self.context.map.common(document).title.clone(),
        }
    }

    pub(super) fn card(&self, document: Document) -> Card {
        let common = self.context.map.common(document);
        let status = if let Document::Entry(id) = document {
            self.context
                .map
                .entry(id)
                .status
                .map(|status| self.status(status))
        } else {
            None
        };
        Card {
            href: self.href(document),
            title: common.title.clone(),
            summary: common.summary.clone(),
            kind: self.kind(document),
            status,
        }
    }

    /// What the map calls the kind of a document.
    pub(super) fn kind(&self, document: Document) -> String {
        let map = self.context.map;
        match document {
            Document::Entry(id) => map.settings.words(map.entry(id).kind).one.as_str(),
            Document::Field(_) => "field",
            Document::Topic(_) => "topic",
            Document::Question(_) => "open question",
            Document::Debate(_) => "debate",
            Document::Path(_) => "path",
            Document::Page(_) => "page",
            Document::Withdrawn(_) => "withdrawn",
        }
        .to_owned()
    }

    pub(super) fn status(&self, id: TermId) -> Status {
        // From solid to empty, as the ground gets less firm.
        const SIGNS: [char; 6] = ['■', '◆', '▲', '○', '◇', '△'];
        let term = &self.context.map.settings.statuses[id.index()];
        let rank = id.index();
        Status {
            word: term.id.clone(),
            meaning: term.meaning.clone(),
            rank,
            sign: SIGNS[rank % SIGNS.len()],
        }
    }

    fn writer(&self) -> Writer<'_> {
        Writer {
            map: self.context.map,
            formulas: self.context.formulas,
            root: &self.root,
        }
    }

    /// The text of a document as HTML.
    pub(super) fn body(&self, document: Document) -> String {
        self.writer().body(&self.context.map.common(document).body)
    }

    /// The title of a statement as HTML.
    pub(super) fn statement_title(
        &self,
        document: Document,
        statement: &Statement<Target, Citation>,
    ) -> String {
        self.writer()
            .statement_title(statement, &self.context.map.common(document).body)
    }

    /// The words of a heading as HTML.
    pub(super) fn heading(&self, document: Document, number: usize) -> String {
        self.writer()
            .heading(&self.context.map.common(document).body, number)
    }

    /// What a statement says, as HTML without any ids.
    pub(super) fn statement_text(&self, document: Document, number: usize) -> String {
        self.writer()
            .statement_text(&self.context.map.common(document).body, number)
    }

    pub(super) fn toc(&self, document: Document) -> Vec<TocItem> {
        let body = &self.context.map.common(document).body;
        let items = body
            .headings
            .iter()
            .enumerate()
            .map(|(number, heading)| TocItem {
                href: format!("#{}", heading.id),
                title: self.writer().heading(body, number),
                level: heading.level,
            });
        items.collect()
    }

    /// What `by` needs, or a document that is no entry.
    pub(super) fn prerequisites(&self, by: Option<EntryId>, list: &[Prerequisite]) -> Vec<Need> {
        let mut needs: Vec<&Prerequisite> = list.iter().collect();
        needs.sort_by_key(|prerequisite| prerequisite.need);
        let edges = |prerequisite: &Prerequisite| {
            let names = by.iter().flat_map(|by| {
                prerequisite
                    .one_of
                    .iter()
                    .map(|to| self.edge_name(*by, *to))
            });
            names.collect::<Vec<_>>().join(" ")
        };
        let need = |prerequisite: &Prerequisite| Need {
            options: prerequisite
                .one_of
                .iter()
                .map(|id| self.card(Document::Entry(*id)))
                .collect(),
            need: prerequisite.need.name(),
            why: prerequisite.why.clone(),
            edges: edges(prerequisite),
            id: by.map_or_else(String::new, |_| self.need_id(prerequisite)),
        };
        needs.into_iter().map(need).collect()
    }

    /// The entry of an edge that needs the other, with the reason.
    pub(super) fn dependent(&self, edge: &Edge) -> Need {
        Need {
            options: vec![self.card(Document::Entry(edge.from))],
            need: edge.need.name(),
            why: self.why(edge).to_owned(),
            edges: self.edge_name(edge.from, edge.to),
            id: String::new(),
        }
    }

    /// What pictures and scripts call an edge; slugs of entries are unique.
    pub(super) fn edge_name(&self, from: EntryId, to: EntryId) -> String {
        let slug = |id: EntryId| &self.context.map.entry(id).common.slug;
        format!("{}:{}", slug(from), slug(to))
    }

    /// The id that a prerequisite has on the page of the entry that has it.
    pub(super) fn need_id(&self, prerequisite: &Prerequisite) -> String {
        let slugs = prerequisite
            .one_of
            .iter()
            .map(|id| self.context.map.entry(*id).common.slug.as_str());
        format!("needs-{}", slugs.collect::<Vec<_>>().join("."))
    }

    pub(super) fn why(&self, edge: &Edge) -> &str {
        &self.context.map.entry(edge.from).prerequisites[edge.prerequisite].why
    }

    pub(super) fn work(&self, id: ReferenceId) -> Work {
        let map = self.context.map;
        let reference = map.reference(id);
        Work {
            href: format!("{}{}", self.root, urls::reference(map, id)),
            title: cite::title(reference, self.context.formulas),
            people: cite::people(reference, false),
            year: reference.cited_year(),
            venue: cite::venue(reference),
            level: reference
                .level
                .map(|level| map.settings.levels[level.index()].id.clone()),
            kind: cite::kind(reference).to_owned(),
            sources: sources(reference),
        }
    }

    /// The resources by role, in the order of the vocabulary.
    pub(super) fn resources(&self, list: &[Resource]) -> Vec<RoleGroup> {
        let roles = &self.context.map.settings.roles;
        let group = |(number, term): (usize, &crate::model::settings::Term)| {
            let role = TermId::at(number);
            let rows = list
                .iter()
                .filter(|resource| resource.role == role)
                .map(|resource| ResourceRow {
                    work: self.work(resource.reference),
                    part: resource.part.clone(),
                    note: resource.note.clone(),
                });
            RoleGroup {
                role: capitalised(&term.id),
                meaning: term.meaning.clone(),
                rows: rows.collect(),
            }
        };
        roles
            .iter()
            .enumerate()
            .map(group)
            .filter(|group| !group.rows.is_empty())
            .collect()
    }

    /// The works that a text cites, by author and year.
    pub(super) fn cited(&self, document: Document) -> Vec<Work> {
        let map = self.context.map;
        let body = &map.common(document).body;
        let mut ids: Vec<ReferenceId> = body
            .citations()
            .map(|citation| citation.reference)
            .collect();
        ids.sort_by_cached_key(|id| (cite::sort_key(map.reference(*id)), *id));
        ids.dedup();
        ids.into_iter().map(|id| self.work(id)).collect()
    }

    pub(super) fn entries(&self, ids: impl IntoIterator<Item = EntryId>) -> Vec<Card> {
        ids.into_iter()
            .map(|id| self.card(Document::Entry(id)))
            .collect()
    }

    /// The map's title for the entries of a kind.
    pub(super) fn many(&self, kind: Kind) -> String {
        self.context.map.settings.words(kind).title.clone()
    }
}

/// Where a work can be read.
pub(super) fn sources(reference: &Reference) -> Vec<Link> {
    let link = |title: &str, href: String| Link {
        href,
        title: title.to_owned(),
    };
    let doi = reference
        .doi
        .as_ref()
        .map(|doi| link("DOI", cite::doi_url(doi)));
    let arxiv = reference
        .arxiv
        .as_ref()
        .map(|id| link("arXiv", cite::arxiv_url(id)));
    let url = reference
        .url
        .as_ref()
        .map(|url| link("web", crate::text::percent_encode(url)));
    doi.into_iter().chain(arxiv).chain(url).collect()
}
