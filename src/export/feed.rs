//! New and newly checked entries as an Atom feed (RFC 4287). All dates come from the content.

use super::xml;
use crate::context::Context;
use crate::model::Document;
use jiff::civil::Date;

/// How many entries a feed reader is given.
const SHOWN: usize = 50;

pub(super) fn atom(context: &Context<'_>) -> String {
    let map = context.map;
    let settings = &map.settings;
    let mut news = map.checked();
    news.truncate(SHOWN);
    let base = context.base_url();
    let authors = if settings.authors.is_empty() {
        &settings.title
    } else {
        &settings.authors
    };
    // A feed must say when it was updated; a map without a single date has not been yet.
    let updated = news
        .first()
        .map_or_else(|| "1970-01-01".to_owned(), |(date, _)| date.to_string());
    let entries: String = news
        .into_iter()
        .map(|(date, document)| entry(context, date, document))
        .collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n\
         <title>{}</title>\n<subtitle>{}</subtitle>\n<id>{base}</id>\n<link href=\"{base}\"/>\n\
         <link rel=\"self\" type=\"application/atom+xml\" href=\"{base}feed.xml\"/>\n<updated>{updated}T00:00:00Z</updated>\n\
         <author><name>{}</name></author>\n<rights>{}</rights>\n{entries}</feed>\n",
        xml(&settings.language),
        xml(&settings.title),
        xml(&settings.tagline),
        xml(authors),
        xml(&settings.licence),
    )
}

fn entry(context: &Context<'_>, date: Date, document: Document) -> String {
    let common = context.map.common(document);
    let url = xml(&context.web_address(document));
    format!(
        "<entry>\n<title>{}</title>\n<id>{url}</id>\n<link href=\"{url}\"/>\n<updated>{date}T00:00:00Z</updated>\n\
         <summary>{}</summary>\n</entry>\n",
        xml(&common.title),
        xml(&common.summary),
    )
}
