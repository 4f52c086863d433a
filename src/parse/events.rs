//! Markdown → events with their places, by `pulldown-cmark`, with the extensions that content may use.

use pulldown_cmark::{BrokenLink, CowStr, Event, Options, Parser};
use std::ops::Range;

type Events<'t> = Vec<(Event<'t>, Range<usize>)>;

/// The events of `text`, which begins at byte `offset` of its file.
pub(super) fn events(text: &str, offset: usize) -> Events<'_> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_MATH
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_SMART_PUNCTUATION
        | Options::ENABLE_WIKILINKS;
    // `[@key]` looks like a link whose definition is missing; this makes it a link that we know again.
    let citation = |link: BrokenLink<'_>| {
        link.reference
            .starts_with('@')
            .then_some((CowStr::Borrowed("citation"), CowStr::Borrowed("")))
    };
    Parser::new_with_broken_link_callback(text, options, Some(citation))
        .into_offset_iter()
        .map(|(event, range)| (event, range.start + offset..range.end + offset))
        .collect()
}
