//! A work of the bibliography.

use crate::source::Span;
use std::collections::BTreeMap;

/// A work.
#[derive(Debug, Clone)]
pub struct Reference {
    /// The key that citations use.
    pub key: String,
    /// What it is: `book`, `article`, `survey`, `venue` ... the `entrysubtype` if there is one, else the BibLaTeX type.
    pub kind: String,
    /// The title, formulas kept apart.
    pub title: Vec<TitlePiece>,
    /// Who wrote it.
    pub authors: Vec<Person>,
    /// Whether the list of authors goes on (`and others`).
    pub more_authors: bool,
    /// Who edited it, if nobody is named as author.
    pub editors: Vec<Person>,
    /// The year of publication.
    pub year: Option<i32>,
    /// `a`, `b` ... behind the year, if several works are by the same people of the same year; else empty.
    pub letter: String,
    /// Journal, proceedings or publisher, with volume, number and pages.
    pub venue: Venue,
    /// For whom it is written: a word of the vocabulary `levels`.
    pub level: Option<super::TermId>,
    /// The DOI.
    pub doi: Option<String>,
    /// The arXiv id.
    pub arxiv: Option<String>,
    /// The ISBN, with the hyphens of its source.
    pub isbn: Option<String>,
    /// Where it can be read.
    pub url: Option<String>,
    /// Which facts a source confirmed, and which source.
    pub confirmed: Option<String>,
    /// The entry as BibLaTeX, ready to copy.
    pub bibtex: String,
    /// Its key in the `.bib` file.
    pub span: Span,
}

/// A stretch of a title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TitlePiece {
    /// Words.
    Text(String),
    /// TeX of a formula.
    Math(String),
}

/// A person, or an organisation whose whole name is `family`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// `Ludwig`
    pub given: String,
    /// `van`
    pub particle: String,
    /// `Beethoven`
    pub family: String,
    /// `Jr.`
    pub suffix: String,
}

/// Where a work appeared. Every part may be empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Venue {
    /// Journal, proceedings or publisher.
    pub name: String,
    /// The volume.
    pub volume: String,
    /// The number within the volume.
    pub number: String,
    /// The pages, with an en dash.
    pub pages: String,
    /// The edition.
    pub edition: String,
}

impl Person {
    /// `van Beethoven`, as citations name the person.
    #[must_use]
    pub fn cited(&self) -> String {
        join(&[&self.particle, &self.family])
    }

    /// `Ludwig van Beethoven`.
    #[must_use]
    pub fn full(&self) -> String {
        join(&[&self.given, &self.particle, &self.family, &self.suffix])
    }
}

fn join(parts: &[&String]) -> String {
    let parts: Vec<&str> = parts
        .iter()
        .map(|part| part.as_str())
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(" ")
}

impl Reference {
    /// The people whom a citation names: authors, else editors.
    #[must_use]
    pub fn people(&self) -> &[Person] {
        if self.authors.is_empty() {
            &self.editors
        } else {
            &self.authors
        }
    }

    /// The title without formulas' TeX marks.
    #[must_use]
    pub fn plain_title(&self) -> String {
        self.title
            .iter()
            .map(|piece| match piece {
                TitlePiece::Text(text) | TitlePiece::Math(text) => text.as_str(),
            })
            .collect()
    }

    /// `Jacot et al. 2018`, `Mallat 2012a`; a work without people is cited by its title.
    #[must_use]
    pub fn short(&self) -> String {
        let who = match self.people() {
            [] => self.plain_title(),
            [one] if !self.more_authors => one.cited(),
            [one, two] if !self.more_authors => format!("{} and {}", one.cited(), two.cited()),
            [first, ..] => format!("{} et al.", first.cited()),
        };
        match self.cited_year() {
            Some(year) => format!("{who} {year}"),
            None => who,
        }
    }

    /// `2018`, `2012a`.
    #[must_use]
    pub fn cited_year(&self) -> Option<String> {
        Some(format!("{}{}", self.year?, self.letter))
    }
}

/// Gives letters to works that citations could not tell apart otherwise, in the order of the works.
pub fn tell_apart(references: &mut [Reference]) {
    let mut alike: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (number, reference) in references.iter().enumerate() {
        if reference.year.is_some() {
            alike.entry(reference.short()).or_default().push(number);
        }
    }
    for numbers in alike.values().filter(|numbers| numbers.len() > 1) {
        for (place, number) in numbers.iter().enumerate() {
            references[*number].letter = letter(place);
        }
    }
}

/// `a` to `z`, then `aa`, `ab` ...
fn letter(place: usize) -> String {
    let last = char::from(b'a' + u8::try_from(place % 26).expect("a letter of 26"));
    match place / 26 {
        0 => last.to_string(),
        more => format!("{}{last}", letter(more - 1)),
    }
}
