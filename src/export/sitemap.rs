//! All addresses for search engines (<https://www.sitemaps.org/protocol.html>).

use super::xml;
use crate::context::Context;
use crate::model::{Document, Kind, ReferenceId};
use crate::urls;
use jiff::civil::Date;

/// Lists that have a page whatever the map holds.
const LISTS: [&str; 11] = [
    "",
    "claims/",
    "data/",
    "debates/",
    "fields/",
    "matrix/",
    "paths/",
    "prerequisites/",
    "questions/",
    "references/",
    "topics/",
];

pub(super) fn sitemap(context: &Context<'_>) -> String {
    let map = context.map;
    let mut addresses: Vec<(String, Option<Date>)> =
        LISTS.map(|address| (address.to_owned(), None)).into();
    addresses.extend([Kind::Area, Kind::Foundation].map(|kind| (urls::index(map, kind), None)));
    addresses.extend(["rosetta/", "route/"].map(|address| (address.to_owned(), None)));
    for document in map.documents() {
        // The home page stands above already.
        if matches!(document, Document::Page(id) if map.pages[id.index()].is_home()) {
            continue;
        }
        addresses.push((urls::document(map, document), map.reviewed(document)));
    }
    let works = (0..map.references.len()).map(ReferenceId::at);
    addresses.extend(works.map(|id| (urls::reference(map, id), None)));
    let base = context.base_url();
    let url = |(address, date): (String, Option<Date>)| {
        let date = date
            .map(|date| format!("<lastmod>{date}</lastmod>"))
            .unwrap_or_default();
        format!(
            "<url><loc>{}</loc>{date}</url>\n",
            xml(&format!("{base}{address}"))
        )
    };
    let urls: String = addresses.into_iter().map(url).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{urls}</urlset>\n"
    )
}
