//! Where everything lies on the site, and how to get from one page to another.
//!
//! An *address* is a path from the site's root: `areas/nngp/`, or empty for the home page. Links between pages are relative, so
//! that the site works at a domain's root, in a folder of one, and from the file system.

use crate::model::body::Target;
use crate::model::{Document, Kind, Map, ReferenceId};

/// The address of a document's page.
#[must_use]
pub fn document(map: &Map, document: Document) -> String {
    with_slug(map, document, &map.common(document).slug)
}

/// The address that a document would have, or had, with another slug.
#[must_use]
pub fn with_slug(map: &Map, document: Document, slug: &str) -> String {
    match document {
        Document::Entry(id) => format!("{}{slug}/", index(map, map.entry(id).kind)),
        Document::Field(_) => format!("fields/{slug}/"),
        Document::Topic(_) => format!("topics/{slug}/"),
        Document::Question(_) => format!("questions/{slug}/"),
        Document::Debate(_) => format!("debates/{slug}/"),
        Document::Path(_) => format!("paths/{slug}/"),
        Document::Page(id) if map.pages[id.index()].is_home() => String::new(),
        Document::Page(_) => format!("{slug}/"),
        Document::Withdrawn(id) => format!("{}{slug}/", index(map, map.withdrawn[id.index()].kind)),
    }
}

/// The address of the index of a kind of entry.
#[must_use]
pub fn index(map: &Map, kind: Kind) -> String {
    format!("{}/", map.settings.words(kind).folder)
}

/// The address of a work's page.
#[must_use]
pub fn reference(map: &Map, id: ReferenceId) -> String {
    format!("references/{}/", map.reference(id).key)
}

/// The address of an image of the map; `path` is its path from the map's root.
#[must_use]
pub fn image(path: &str) -> String {
    format!("images/{}", path.strip_prefix("content/").unwrap_or(path))
}

/// The file in which the page of an address is written.
#[must_use]
pub fn file(address: &str) -> String {
    if address.is_empty() || address.ends_with('/') {
        format!("{address}index.html")
    } else {
        address.to_owned()
    }
}

/// What brings a link of the page at `address` to the root of the site: `../../`, or `./` at the root itself.
#[must_use]
pub fn root_from(address: &str) -> String {
    match address.matches('/').count() {
        0 => "./".to_owned(),
        depth => "../".repeat(depth),
    }
}

/// What a target is linked by from a page whose way to the root is `root`; an anchor of the same page needs no address.
#[must_use]
pub fn href(map: &Map, root: &str, target: &Target) -> String {
    match target {
        Target::Document(to, None) => format!("{root}{}", document(map, *to)),
        Target::Document(to, Some(anchor)) => {
            format!("{root}{}#{}", document(map, *to), anchor.value)
        }
        Target::Anchor(anchor) => format!("#{}", anchor.value),
        Target::Image(path) => format!("{root}{}", crate::text::percent_encode(&image(path))),
        Target::External(url) => crate::text::percent_encode(url),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_to_the_root() {
        assert_eq!(root_from(""), "./");
        assert_eq!(root_from("404.html"), "./");
        assert_eq!(root_from("areas/nngp/"), "../../");
        assert_eq!(file("areas/nngp/"), "areas/nngp/index.html");
        assert_eq!(file(""), "index.html");
    }
}
