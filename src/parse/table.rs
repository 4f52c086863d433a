//! Reads a TOML table key by key, so that every fault of it is reported, not only the first; serde would stop there.

use crate::diag::{Diagnostic, Diagnostics};
use crate::problems::{front_matter as problem, graph};
use crate::source::{FileId, Span, Spanned};
use crate::text::nearest;
use jiff::civil::Date;
use std::ops::Range;
use toml::de::{DeTable, DeValue};

/// Where a piece of TOML lies in its file.
#[derive(Debug, Clone, Copy)]
pub(super) struct Origin {
    /// The file.
    pub(super) file: FileId,
    /// The byte at which the TOML begins.
    pub(super) offset: usize,
}

impl Origin {
    pub(super) fn span(self, range: Range<usize>) -> Span {
        Span::new(
            self.file,
            range.start + self.offset..range.end + self.offset,
        )
    }
}

/// Parses TOML and reports every syntax error; what could be read is returned.
pub(super) fn parse<'t>(toml: &'t str, origin: Origin, diags: &mut Diagnostics) -> DeTable<'t> {
    let (table, errors) = DeTable::parse_recoverable(toml);
    for error in errors {
        let range = error.span().unwrap_or(0..0);
        diags.push(problem::malformed(origin.span(range), error.message()));
    }
    table.into_inner()
}

/// One table, with a record of the keys that were asked for.
pub(super) struct Reader<'t> {
    table: &'t DeTable<'t>,
    origin: Origin,
    /// What to point at if a key is missing.
    pub(super) header: Span,
    asked: Vec<&'static str>,
    /// What to say of keys that are missing, unless a misspelt one turns out to be meant.
    missing: Vec<(&'static str, Diagnostic)>,
}

impl<'t> Reader<'t> {
    pub(super) const fn new(table: &'t DeTable<'t>, origin: Origin, header: Span) -> Self {
        Self {
            table,
            origin,
            header,
            asked: Vec::new(),
            missing: Vec::new(),
        }
    }

    /// The value of a key, and where it stands.
    fn get(&mut self, key: &'static str) -> Option<(&'t DeValue<'t>, Span)> {
        self.asked.push(key);
        let value = self.table.get(key)?;
        Some((value.get_ref(), self.origin.span(value.span())))
    }

    /// The place of a key's value, or of the header if it is missing.
    pub(super) fn place(&self, key: &str) -> Span {
        self.table
            .get(key)
            .map_or(self.header, |value| self.origin.span(value.span()))
    }

    /// A text, which may be missing, and may have several lines.
    pub(super) fn text(
        &mut self,
        key: &'static str,
        diags: &mut Diagnostics,
    ) -> Option<Spanned<String>> {
        let (value, span) = self.get(key)?;
        text(key, value, span, diags)
    }

    /// A text of one line, which may be missing.
    pub(super) fn line(
        &mut self,
        key: &'static str,
        diags: &mut Diagnostics,
    ) -> Option<Spanned<String>> {
        let text = self.text(key, diags)?;
        if text.value.contains('\n') {
            diags.push(problem::several_lines(text.span, key));
            return None;
        }
        Some(text)
    }

    /// A text of one line that must be there; `example` is shown if it is not.
    pub(super) fn required(
        &mut self,
        key: &'static str,
        example: &str,
        diags: &mut Diagnostics,
    ) -> Option<Spanned<String>> {
        let text = self.line(key, diags);
        if !self.table.contains_key(key) {
            self.missing
                .push((key, problem::missing_key(self.header, key, example)));
        }
        text
    }

    /// A text of one line that says why; `what` is the thing that it is said of.
    pub(super) fn reason(
        &mut self,
        key: &'static str,
        what: &str,
        diags: &mut Diagnostics,
    ) -> String {
        match self.get(key) {
            None => {
                let problem = graph::missing_reason(self.header, what, key);
                self.missing.push((key, problem));
                String::new()
            }
            Some((value, span)) if value.as_str().is_some_and(|text| text.trim().is_empty()) => {
                diags.push(graph::missing_reason(span, what, key));
                String::new()
            }
            Some(_) => self
                .line(key, diags)
                .map(|text| text.value)
                .unwrap_or_default(),
        }
    }

    /// An integer, which may be missing.
    pub(super) fn integer(&mut self, key: &'static str, diags: &mut Diagnostics) -> Option<i64> {
        let (value, span) = self.get(key)?;
        let parsed = value
            .as_integer()
            .and_then(|n| i64::from_str_radix(n.as_str(), n.radix()).ok());
        if parsed.is_none() {
            diags.push(problem::wrong_type(
                span,
                key,
                ("an integer", &format!("{key} = 1")),
                article(value),
            ));
        }
        parsed
    }

    /// A date, which may be missing.
    pub(super) fn date(&mut self, key: &'static str, diags: &mut Diagnostics) -> Option<Date> {
        let (value, span) = self.get(key)?;
        let Some(moment) = value.as_datetime() else {
            diags.push(problem::wrong_type(
                span,
                key,
                ("a date without quotes", &format!("{key} = 2026-11-20")),
                article(value),
            ));
            return None;
        };
        let date = moment
            .date
            .filter(|_| moment.time.is_none())
            .and_then(|date| {
                let part = |n: u8| i8::try_from(n).ok();
                Date::new(
                    i16::try_from(date.year).ok()?,
                    part(date.month)?,
                    part(date.day)?,
                )
                .ok()
            });
        if date.is_none() {
            diags.push(problem::not_a_date(span, key));
        }
        date
    }

    /// A list of texts; a missing list is empty.
    pub(super) fn texts(
        &mut self,
        key: &'static str,
        diags: &mut Diagnostics,
    ) -> Vec<Spanned<String>> {
        let Some((value, span)) = self.get(key) else {
            return Vec::new();
        };
        let Some(array) = value.as_array() else {
            diags.push(problem::wrong_type(
                span,
                key,
                ("a list of texts", &format!("{key} = [\"...\"]")),
                article(value),
            ));
            return Vec::new();
        };
        array
            .iter()
            .filter_map(|element| {
                text(
                    key,
                    element.get_ref(),
                    self.origin.span(element.span()),
                    diags,
                )
            })
            .collect()
    }

    /// A table, which may be missing.
    pub(super) fn table(
        &mut self,
        key: &'static str,
        diags: &mut Diagnostics,
    ) -> Option<Reader<'t>> {
        let (value, span) = self.get(key)?;
        let table = value.as_table();
        if table.is_none() {
            diags.push(problem::wrong_type(
                span,
                key,
                ("a table", &format!("[{key}]")),
                article(value),
            ));
        }
        Some(Reader::new(table?, self.origin, span))
    }

    /// A list of tables; a missing list is empty.
    pub(super) fn tables(&mut self, key: &'static str, diags: &mut Diagnostics) -> Vec<Reader<'t>> {
        let Some((value, span)) = self.get(key) else {
            return Vec::new();
        };
        let example = format!("[[{key}]]");
        let wanted = ("a list of tables", example.as_str());
        let Some(array) = value.as_array() else {
            diags.push(problem::wrong_type(span, key, wanted, article(value)));
            return Vec::new();
        };
        let mut readers = Vec::new();
        for element in array.iter() {
            let span = self.origin.span(element.span());
            match element.get_ref().as_table() {
                Some(table) => readers.push(Reader::new(table, self.origin, span)),
                None => diags.push(problem::wrong_type(
                    span,
                    key,
                    wanted,
                    article(element.get_ref()),
                )),
            }
        }
        readers
    }

    /// All keys of a table of texts whose keys are free, in the order of the file.
    pub(super) fn pairs(
        mut self,
        diags: &mut Diagnostics,
    ) -> Vec<(Spanned<String>, Spanned<String>)> {
        let mut pairs = Vec::new();
        for (key, value) in self.table.iter() {
            let (name, span) = (key.get_ref().to_string(), self.origin.span(key.span()));
            let value_span = self.origin.span(value.span());
            if let Some(value) = text(&name, value.get_ref(), value_span, diags) {
                pairs.push((Spanned::new(name, span), value));
            }
        }
        self.asked.clear();
        pairs.sort_by_key(|(name, _)| name.span);
        pairs
    }

    /// A number that must be there; `example` is shown if it is not.
    pub(super) fn number(
        &mut self,
        key: &'static str,
        example: &str,
        diags: &mut Diagnostics,
    ) -> Option<Spanned<f64>> {
        let Some((value, span)) = self.get(key) else {
            self.missing
                .push((key, problem::missing_key(self.header, key, example)));
            return None;
        };
        let text = match value {
            DeValue::Float(number) => Some(number.as_str()),
            DeValue::Integer(number) if number.radix() == 10 => Some(number.as_str()),
            _ => None,
        };
        let number = text.and_then(|text| text.parse::<f64>().ok());
        if number.is_none() {
            let wanted = ("a number", &*format!("{key} = {example}"));
            diags.push(problem::wrong_type(span, key, wanted, article(value)));
        }
        number.map(|number| Spanned::new(number, span))
    }

    /// All keys of a table of tables whose keys are free, in the order of the file.
    pub(super) fn named_tables(
        mut self,
        diags: &mut Diagnostics,
    ) -> Vec<(Spanned<String>, Reader<'t>)> {
        let mut tables = Vec::new();
        for (key, value) in self.table.iter() {
            let (name, span) = (key.get_ref().to_string(), self.origin.span(key.span()));
            match value.get_ref().as_table() {
                Some(table) => {
                    let reader = Reader::new(table, self.origin, span);
                    tables.push((Spanned::new(name, span), reader));
                }
                None => {
                    let at = self.origin.span(value.span());
                    let wanted = ("a table", &*format!("{name} = {{ ... }}"));
                    let article = article(value.get_ref());
                    diags.push(problem::wrong_type(at, &name, wanted, article));
                }
            }
        }
        self.asked.clear();
        tables.sort_by_key(|(name, _)| name.span);
        tables
    }

    /// Forgets the keys that are missing: the table turned out to need none of them.
    pub(super) fn forgive(&mut self) {
        self.missing.clear();
    }

    /// Reports the keys that nobody asked for, and those that are missing.
    pub(super) fn finish(self, diags: &mut Diagnostics) {
        let mut meant = Vec::new();
        for key in self.table.keys() {
            let name = key.get_ref().as_ref();
            if !self.asked.contains(&name) {
                let near = nearest(name, self.asked.iter().copied());
                meant.extend(near);
                diags.push(problem::unknown_key(
                    self.origin.span(key.span()),
                    name,
                    &self.asked,
                    near,
                ));
            }
        }
        for (key, problem) in self.missing {
            if !meant.contains(&key) {
                diags.push(problem);
            }
        }
    }
}

fn text(
    key: &str,
    value: &DeValue<'_>,
    span: Span,
    diags: &mut Diagnostics,
) -> Option<Spanned<String>> {
    match value.as_str() {
        None => diags.push(problem::wrong_type(
            span,
            key,
            ("a text in quotes", &format!("{key} = \"...\"")),
            article(value),
        )),
        Some(text) if text.trim().is_empty() => diags.push(problem::empty(span, key)),
        Some(text) => return Some(Spanned::new(text.trim().to_owned(), span)),
    }
    None
}

fn article(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) => "an integer",
        DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}
