//! How an entry itself is cited.

use super::date::DateView;
use super::here::Here;
use crate::model::{Document, EntryId};
use serde::Serialize;

/// How to cite a page.
#[derive(Debug, Serialize)]
pub struct CitationView {
    /// As one sentence.
    pub plain: String,
    /// As BibLaTeX.
    pub bibtex: String,
    /// A file with the works that the page uses.
    pub bib_href: Option<String>,
}

pub(super) fn citation(here: &Here<'_>, id: EntryId) -> CitationView {
    let map = here.context.map;
    let settings = &map.settings;
    let entry = map.entry(id);
    let url = here.context.web_address(Document::Entry(id));
    let authors = if settings.authors.is_empty() {
        &settings.title
    } else {
        &settings.authors
    };
    let version = settings
        .version
        .as_ref()
        .map(|version| format!(", version {version}"))
        .unwrap_or_default();
    let checked = entry
        .reviewed
        .map(|day| format!(", checked {}", DateView::from(day).words))
        .unwrap_or_default();
    let plain = format!(
        "{authors}, “{}”, in: {}{version}{checked}. {url}",
        entry.common.title, settings.title
    );
    let mut fields = vec![
        ("author", format!("{{{}}}", texed(authors))),
        ("title", texed(&entry.common.title)),
        ("maintitle", texed(&settings.title)),
    ];
    fields.extend(
        settings
            .version
            .as_ref()
            .map(|version| ("version", texed(version))),
    );
    fields.extend(entry.reviewed.map(|day| ("date", day.to_string())));
    fields.push(("url", url));
    let fields: String = fields
        .iter()
        .map(|(name, value)| format!("  {name} = {{{value}}},\n"))
        .collect();
    let bibtex = format!(
        "@online{{{}:{},\n{fields}}}\n",
        crate::text::slugify(&settings.title),
        entry.common.slug
    );
    let bib_href = crate::bib::of_document(here.context, Document::Entry(id))
        .map(|_| "references.bib".to_owned());
    CitationView {
        plain,
        bibtex,
        bib_href,
    }
}

/// Text for TeX: what means something to it is escaped.
fn texed(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        if "&%#_$".contains(c) {
            out.push('\\');
        }
        // An unmatched brace would end the field.
        if !"{}\\".contains(c) {
            out.push(c);
        }
    }
    out
}
