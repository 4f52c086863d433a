//! The map in forms that other programs read.
//!
//! Like views, exports are converted by hand from the model: their form is a promise, and must not change with it.

mod csv;
mod dot;
mod feed;
mod form;
mod graphml;
mod json;
mod llms;
mod manifest;
mod offline;
mod route;
mod search;
mod sitemap;
mod works;

use crate::bib;
use crate::context::Context;
use crate::output::Output;
use crate::urls;

pub use offline::offline;
pub use route::route;
pub use search::Made;

/// A form in which the whole map can be printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Everything, as JSON.
    Json,
    /// The prerequisite graph, as GraphML.
    Graphml,
    /// The prerequisite graph, for Graphviz.
    Dot,
    /// The prerequisites, one a line.
    Csv,
    /// The bibliography, as BibLaTeX.
    Bib,
}

/// The whole map in one form.
#[must_use]
pub fn export(context: &Context<'_>, format: Format) -> String {
    match format {
        Format::Json => json::map(context),
        Format::Graphml => graphml::graph(context),
        Format::Dot => dot::graph(context),
        Format::Csv => csv::edges(context),
        Format::Bib => bib::whole(context),
    }
}

/// Adds the files that are made for programs; `made` are the pages that are not of one document.
pub fn add(context: &Context<'_>, made: &[Made<'_>], output: &mut Output) {
    output.add("map.json", json::map(context).into_bytes());
    output.add("map.graphml", graphml::graph(context).into_bytes());
    output.add("references.bib", bib::whole(context).into_bytes());
    output.add("route/works.js", works::script(context).into_bytes());
    output.add("feed.xml", feed::atom(context).into_bytes());
    output.add("sitemap.xml", sitemap::sitemap(context).into_bytes());
    output.add("site.webmanifest", manifest::manifest(context).into_bytes());
    output.add("llms.txt", llms::list(context).into_bytes());
    output.add("llms-full.txt", llms::full(context).into_bytes());
    search::add(context, made, output);
    for document in context.map.documents() {
        let address = urls::document(context.map, document);
        if let Some(works) = bib::of_document(context, document).filter(|_| !address.is_empty()) {
            output.add(format!("{address}references.bib"), works.into_bytes());
        }
    }
}

/// Text for XML, also inside attributes; characters that XML cannot hold are left out.
fn xml(text: &str) -> String {
    let allowed = |c: &char| !c.is_control() || matches!(c, '\t' | '\n' | '\r');
    crate::text::escape(&text.chars().filter(allowed).collect::<String>())
}
