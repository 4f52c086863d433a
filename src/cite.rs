//! A work → the typed pieces of its reference, in the one style of the site: author-year.

use crate::math::Formulas;
use crate::model::reference::{Person, Reference, TitlePiece};
use crate::text::escape_into;

/// How many people are named before `et al.` in lists.
const NAMED: usize = 3;

/// What a work is, in a reader's words.
#[must_use]
pub fn kind(reference: &Reference) -> &str {
    match reference.kind.as_str() {
        "inproceedings" | "conference" => "conference paper",
        "online" | "electronic" | "www" => "web page",
        "incollection" | "inbook" => "chapter",
        "mvbook" => "book",
        "collection" | "mvcollection" => "collection",
        "phdthesis" => "doctoral thesis",
        "mastersthesis" => "master's thesis",
        "techreport" => "report",
        "unpublished" => "manuscript",
        "misc" => "work",
        kind => kind,
    }
}

/// The title as HTML, formulas typeset.
#[must_use]
pub fn title(reference: &Reference, formulas: &Formulas) -> String {
    let mut html = String::new();
    for piece in &reference.title {
        match piece {
            TitlePiece::Text(text) => escape_into(&mut html, text),
            TitlePiece::Math(tex) => html.push_str(formulas.title(tex)),
        }
    }
    html
}

/// `Arthur Jacot, Franck Gabriel and Clément Hongler`; long lists end in `et al.` unless `all` are wanted.
#[must_use]
pub fn people(reference: &Reference, all: bool) -> String {
    let people = reference.people();
    let named = if all || people.len() <= NAMED {
        people.len()
    } else {
        1
    };
    let names: Vec<String> = people[..named].iter().map(Person::full).collect();
    let list = match names.as_slice() {
        [] => String::new(),
        [first @ .., last]
            if !first.is_empty() && named == people.len() && !reference.more_authors =>
        {
            format!("{} and {last}", first.join(", "))
        }
        names => names.join(", "),
    };
    let list = if named < people.len() || reference.more_authors {
        format!("{list} et al.")
    } else {
        list
    };
    match (reference.authors.is_empty(), reference.editors.len()) {
        (true, 1) => format!("{list} (ed.)"),
        (true, 2..) => format!("{list} (eds)"),
        _ => list,
    }
}

/// Where it appeared: journal, volume, number, pages; or publisher and edition. Plain text.
#[must_use]
pub fn venue(reference: &Reference) -> String {
    let venue = &reference.venue;
    let mut text = venue.name.clone();
    if !venue.volume.is_empty() {
        text += &format!(" {}", venue.volume);
    }
    if !venue.number.is_empty() {
        text += &format!("({})", venue.number);
    }
    if !venue.pages.is_empty() {
        text += &format!(", {}", venue.pages);
    }
    if !venue.edition.is_empty() {
        let ordinal = match venue.edition.as_str() {
            "1" => "1st".to_owned(),
            "2" => "2nd".to_owned(),
            "3" => "3rd".to_owned(),
            edition if edition.bytes().all(|byte| byte.is_ascii_digit()) => format!("{edition}th"),
            edition => edition.to_owned(),
        };
        text += &format!(", {ordinal} edition");
    }
    text.trim_start_matches([',', ' ']).to_owned()
}

/// What to sort a bibliography by: people, year, the letter behind it, title.
#[must_use]
pub fn sort_key(reference: &Reference) -> (String, i32, String, String) {
    let who: Vec<String> = reference
        .people()
        .iter()
        .map(|person| crate::text::slugify(&person.family))
        .collect();
    let title = crate::text::slugify(&reference.plain_title());
    let who = if who.is_empty() {
        title.clone()
    } else {
        who.join(" ")
    };
    let year = reference.year.unwrap_or(i32::MAX);
    (who, year, reference.letter.clone(), title)
}

/// The whole reference as one line of plain text, for the head of a page.
#[must_use]
pub fn line(reference: &Reference) -> String {
    let year = reference
        .year
        .map(|year| format!(" ({year})"))
        .unwrap_or_default();
    let people = people(reference, false);
    let venue = venue(reference);
    let parts: Vec<&str> = [people.as_str(), venue.as_str()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    format!("{}{year}", parts.join(", "))
}

/// A link to the DOI's page.
#[must_use]
pub fn doi_url(doi: &str) -> String {
    format!("https://doi.org/{}", escape_path(doi))
}

/// A link to the arXiv's page.
#[must_use]
pub fn arxiv_url(id: &str) -> String {
    format!("https://arxiv.org/abs/{id}")
}

fn escape_path(doi: &str) -> String {
    crate::text::percent_encode(doi)
        .replace('?', "%3F")
        .replace('#', "%23")
}
