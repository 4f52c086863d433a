//! `.bib` files → [`Reference`]s, with every fault of them.
//!
//! It works on a text that `mend` has cleaned of works that cannot be parsed.

use super::identifiers::{is_arxiv, is_doi, is_isbn};
use super::mend::mend;
use crate::diag::Diagnostics;
use crate::model::reference::{Person, Reference, TitlePiece, Venue};
use crate::model::settings::{Settings, term};
use crate::problems::{front_matter, references as problem};
use crate::source::{FileId, SourceFile, Span};
use crate::text::nearest;
use biblatex::{Bibliography, Chunk, ChunksExt, Entry, RawBibliography, RawEntry, Spanned};

/// Fields that are for this map, not for a reader's own bibliography.
const OURS: [&str; 3] = ["confirmed", "level", "entrysubtype"];

/// Parses one `.bib` file.
pub(super) fn parse(
    id: FileId,
    file: &SourceFile,
    settings: &Settings,
    diags: &mut Diagnostics,
) -> Vec<Reference> {
    let text = mend(id, file.text.replacen('\u{feff}', "   ", 1), diags);
    let raw = RawBibliography::parse(&text).expect("`mend` leaves a file that can be parsed");
    let parsed =
        Bibliography::from_raw(raw.clone()).expect("`mend` leaves a file that can be parsed");
    let mut references = Vec::new();
    for raw in &raw.entries {
        let entry = parsed.get(raw.v.key.v).expect("both come from one text");
        let mut reader = Reader {
            id,
            text: &text,
            raw: &raw.v,
            entry,
            diags,
        };
        references.push(reader.reference(settings));
    }
    references
}

/// One work, read field by field.
struct Reader<'a> {
    id: FileId,
    text: &'a str,
    raw: &'a RawEntry<'a>,
    entry: &'a Entry,
    diags: &'a mut Diagnostics,
}

impl Reader<'_> {
    fn reference(&mut self, settings: &Settings) -> Reference {
        let (authors, more_authors) = self.people("author");
        let (editors, _) = self.people("editor");
        let kind = self
            .words("entrysubtype")
            .unwrap_or_else(|| self.raw.kind.v.to_lowercase());
        let reference = Reference {
            key: self.entry.key.clone(),
            title: self.title(),
            authors,
            more_authors,
            editors,
            year: self.year(),
            letter: String::new(),
            venue: self.venue(),
            level: self.level(settings),
            doi: self.identifier(
                "doi",
                is_doi,
                "a DOI",
                "write it without a URL: `10.1017/9781108627771`",
            ),
            arxiv: self.arxiv(),
            isbn: self.identifier(
                "isbn",
                is_isbn,
                "an ISBN",
                "its check digit is wrong, or digits are missing",
            ),
            url: self.url(),
            confirmed: self.words("confirmed"),
            bibtex: self.bibtex(),
            span: self.key_span(),
            kind,
        };
        self.check(&reference);
        reference
    }

    /// What every reference needs.
    fn check(&mut self, reference: &Reference) {
        let at = self.key_span();
        let key_ok = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        if reference.key.is_empty() || !reference.key.bytes().all(key_ok) {
            self.diags.push(problem::bad_key(at, &reference.key));
        }
        // Pages, programs and venues may have neither author nor year.
        let loose = matches!(
            self.raw.kind.v.to_lowercase().as_str(),
            "online" | "misc" | "software" | "www"
        );
        if reference.title.is_empty() {
            self.diags
                .push(problem::missing_field(at, &reference.key, "title"));
        }
        if reference.people().is_empty() && !loose {
            self.diags
                .push(problem::missing_field(at, &reference.key, "author"));
        }
        if !loose
            && self
                .field_span("year")
                .or(self.field_span("date"))
                .is_none()
        {
            self.diags
                .push(problem::missing_field(at, &reference.key, "year"));
        }
    }

    fn key_span(&self) -> Span {
        Span::new(self.id, self.raw.key.span.clone())
    }

    fn field_span(&self, name: &str) -> Option<Span> {
        let pair = self
            .raw
            .fields
            .iter()
            .find(|pair| pair.key.v.eq_ignore_ascii_case(name))?;
        Some(Span::new(self.id, pair.value.span.clone()))
    }

    /// A field as plain words, white space folded.
    fn words(&self, name: &str) -> Option<String> {
        let text = self.entry.get(name)?.format_verbatim();
        let folded = text.split_whitespace().collect::<Vec<_>>().join(" ");
        (!folded.is_empty()).then_some(folded)
    }

    fn first_words(&self, names: &[&str]) -> String {
        names
            .iter()
            .find_map(|name| self.words(name))
            .unwrap_or_default()
    }

    fn title(&self) -> Vec<TitlePiece> {
        let mut pieces: Vec<TitlePiece> = Vec::new();
        let subtitle = self.entry.get("subtitle").unwrap_or_default();
        let colon = [Spanned::detached(Chunk::Normal(": ".to_owned()))];
        let colon = if subtitle.is_empty() {
            &[][..]
        } else {
            &colon[..]
        };
        for chunk in self
            .entry
            .get("title")
            .unwrap_or_default()
            .iter()
            .chain(colon)
            .chain(subtitle)
        {
            match (&chunk.v, pieces.last_mut()) {
                (Chunk::Math(tex), _) => pieces.push(TitlePiece::Math(tex.clone())),
                (Chunk::Normal(words) | Chunk::Verbatim(words), Some(TitlePiece::Text(text))) => {
                    text.push_str(words)
                }
                (Chunk::Normal(words) | Chunk::Verbatim(words), _) => {
                    pieces.push(TitlePiece::Text(words.clone()))
                }
            }
        }
        for piece in &mut pieces {
            if let TitlePiece::Text(text) = piece {
                *text = text.replace(['\n', '\r', '\t'], " ").replace("  ", " ");
            }
        }
        pieces.retain(|piece| *piece != TitlePiece::Text(String::new()));
        pieces
    }

    /// The people of a field, and whether the list goes on.
    fn people(&mut self, name: &str) -> (Vec<Person>, bool) {
        let Some(chunks) = self.entry.get(name) else {
            return (Vec::new(), false);
        };
        let people: Vec<biblatex::Person> = match chunks.parse() {
            Ok(people) => people,
            Err(error) => {
                let span = self.field_span(name).unwrap_or(self.key_span());
                self.diags
                    .push(problem::bad_field(span, name, &error.to_string()));
                return (Vec::new(), false);
            }
        };
        let more = people
            .last()
            .is_some_and(|last| last.name == "others" && last.given_name.is_empty());
        let kept = people.len() - usize::from(more);
        let person = |person: biblatex::Person| Person {
            given: person.given_name,
            particle: person.prefix,
            family: person.name,
            suffix: person.suffix,
        };
        (people.into_iter().take(kept).map(person).collect(), more)
    }

    fn year(&mut self) -> Option<i32> {
        let field = if self.entry.get("year").is_some() {
            "year"
        } else {
            "date"
        };
        let text = self.words(field)?;
        let year = text
            .split('-')
            .next()
            .filter(|year| year.len() == 4)
            .and_then(|year| year.parse().ok());
        let year =
            year.filter(|year| (1000..2100).contains(year) && (field == "date" || text.len() == 4));
        if year.is_none() {
            let span = self.field_span(field).unwrap_or(self.key_span());
            self.diags.push(problem::bad_identifier(
                span,
                &text,
                "a year",
                "write four digits: `year = {2018}`",
            ));
        }
        year
    }

    fn venue(&self) -> Venue {
        Venue {
            name: self.first_words(&[
                "journaltitle",
                "journal",
                "booktitle",
                "publisher",
                "institution",
                "school",
                "organization",
                "howpublished",
            ]),
            volume: self.first_words(&["volume"]),
            number: self.first_words(&["number", "issue"]),
            pages: self.first_words(&["pages"]).replace("--", "–"),
            edition: self.first_words(&["edition"]),
        }
    }

    fn level(&mut self, settings: &Settings) -> Option<crate::model::TermId> {
        let word = self.words("level")?;
        let found = term(&settings.levels, &word);
        if found.is_none() {
            let known: Vec<&str> = settings
                .levels
                .iter()
                .map(|level| level.id.as_str())
                .collect();
            let near = nearest(&word, known.iter().copied());
            let span = self.field_span("level").unwrap_or(self.key_span());
            self.diags.push(front_matter::not_in_vocabulary(
                span, "level", &word, &known, near,
            ));
        }
        found
    }

    fn identifier(
        &mut self,
        field: &str,
        right: fn(&str) -> bool,
        what: &str,
        form: &str,
    ) -> Option<String> {
        let value = self.words(field)?;
        if right(&value) {
            return Some(value);
        }
        let span = self.field_span(field).unwrap_or(self.key_span());
        self.diags
            .push(problem::bad_identifier(span, &value, what, form));
        None
    }

    fn arxiv(&mut self) -> Option<String> {
        let kind = self
            .words("eprinttype")
            .or_else(|| self.words("archiveprefix"))?;
        if !kind.eq_ignore_ascii_case("arxiv") {
            return None;
        }
        self.identifier(
            "eprint",
            is_arxiv,
            "an arXiv id",
            "write it as in `1806.07572` or `cond-mat/9901001`",
        )
    }

    fn url(&mut self) -> Option<String> {
        let is_web = |url: &str| {
            let rest = url
                .strip_prefix("https://")
                .or_else(|| url.strip_prefix("http://"));
            rest.is_some_and(|rest| !rest.is_empty())
                && !url.contains(|c: char| c.is_whitespace() || c.is_control())
        };
        self.identifier(
            "url",
            is_web,
            "an address of the web",
            "write it with `https://`",
        )
    }

    /// The work as BibLaTeX, as its author wrote it, without the fields that are for this map.
    fn bibtex(&self) -> String {
        let mut out = format!("@{}{{{},\n", self.raw.kind.v.to_lowercase(), self.raw.key.v);
        for pair in &self.raw.fields {
            let name = pair.key.v.to_lowercase();
            if !OURS.contains(&name.as_str()) {
                let value = self.text[pair.value.span.clone()]
                    .split_whitespace()
                    .collect::<Vec<_>>()
                    .join(" ");
                out += &format!("  {name} = {value},\n");
            }
        }
        out + "}\n"
    }
}
