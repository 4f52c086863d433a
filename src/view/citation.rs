//! How a page of the map itself is cited.

use super::date::DateView;
use super::here::Here;
use crate::model::Document;
use jiff::civil::Date;
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

/// How to cite the page of a document that was last checked on a day.
pub(super) fn citation(
    here: &Here<'_>,
    document: Document,
    reviewed: Option<Date>,
) -> CitationView {
    let map = here.context.map;
    let settings = &map.settings;
    let common = map.common(document);
    let url = here.context.web_address(document);
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
    let checked = reviewed
        .map(|day| format!(", checked {}", DateView::from(day).words))
        .unwrap_or_default();
    let plain = format!(
        "{authors}, “{}”, in: {}{version}{checked}. {url}",
        common.title, settings.title
    );
    let mut fields = vec![
        ("author", format!("{{{}}}", texed(authors))),
        ("title", texed(&common.title)),
        ("maintitle", texed(&settings.title)),
    ];
    fields.extend(
        settings
            .version
            .as_ref()
            .map(|version| ("version", texed(version))),
    );
    fields.extend(reviewed.map(|day| ("date", day.to_string())));
    fields.push(("url", url));
    let fields: String = fields
        .iter()
        .map(|(name, value)| format!("  {name} = {{{value}}},\n"))
        .collect();
    let bibtex = format!(
        "@online{{{}:{},\n{fields}}}\n",
        crate::text::slugify(&settings.title),
        common.slug
    );
    let bib_href =
        crate::bib::of_document(here.context, document).map(|_| "references.bib".to_owned());
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
