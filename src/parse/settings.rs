//! `map.toml` → [`Settings`].

use super::table::{self, Origin, Reader};
use crate::diag::Diagnostics;
use crate::model::settings::{KindWords, Macro, Settings, Term};
use crate::problems::front_matter as problem;
use crate::source::{FileId, SourceFile, Span, Spanned};
use crate::text::{capitalised, is_slug, is_web_address};

/// Parses `map.toml`; what is missing gets a value that lets the rest of the map be checked.
pub(super) fn parse(id: FileId, file: &SourceFile, diags: &mut Diagnostics) -> Settings {
    let offset = if file.text.starts_with('\u{feff}') {
        '\u{feff}'.len_utf8()
    } else {
        0
    };
    let origin = Origin { file: id, offset };
    let toml = table::parse(&file.text[offset..], origin, diags);
    let mut reader = Reader::new(&toml, origin, Span::new(id, offset..offset));
    let settings = read(&mut reader, diags);
    reader.finish(diags);
    settings
}

fn read(reader: &mut Reader<'_>, diags: &mut Diagnostics) -> Settings {
    Settings {
        title: word(reader.required("title", "\"...\"", diags)),
        tagline: word(reader.required("tagline", "\"One sentence.\"", diags)),
        language: language(reader, diags),
        base_url: address(
            reader.required("base_url", "\"https://example.org/\"", diags),
            "base_url",
            diags,
        )
        .map_or_else(
            || "https://example.org/".to_owned(),
            |url| format!("{url}/"),
        ),
        repository: address(reader.line("repository", diags), "repository", diags),
        branch: reader
            .line("branch", diags)
            .map_or_else(|| "main".to_owned(), |branch| branch.value),
        authors: reader
            .line("authors", diags)
            .map(|text| text.value)
            .unwrap_or_default(),
        version: reader.line("version", diags).map(|text| text.value),
        licence: word(reader.required("licence", "\"CC BY 4.0\"", diags)),
        licence_url: address(reader.line("licence_url", diags), "licence_url", diags),
        areas: words("areas", "area", reader, diags),
        foundations: words("foundations", "foundation", reader, diags),
        statuses: vocabulary("statuses", reader, diags),
        levels: vocabulary("levels", reader, diags),
        roles: vocabulary("roles", reader, diags),
        dialects: vocabulary("dialects", reader, diags),
        relations: vocabulary("relations", reader, diags),
        macros: reader
            .table("macros", diags)
            .map(|table| macros(table, diags))
            .unwrap_or_default(),
    }
}

fn word(text: Option<Spanned<String>>) -> String {
    text.map(|text| text.value).unwrap_or_default()
}

fn language(reader: &mut Reader<'_>, diags: &mut Diagnostics) -> String {
    let Some(tag) = reader.required("language", "\"en-GB\"", diags) else {
        return "en".to_owned();
    };
    let well_formed = tag.value.split('-').all(|part| {
        (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    });
    if !well_formed {
        diags.push(problem::malformed_word(
            tag.span,
            "language",
            "a language tag such as `en-GB` (BCP 47)",
        ));
        return "en".to_owned();
    }
    tag.value
}

/// A web address without the `/` at its end.
fn address(text: Option<Spanned<String>>, key: &str, diags: &mut Diagnostics) -> Option<String> {
    let text = text?;
    if is_web_address(&text.value) {
        return Some(text.value.trim_end_matches('/').to_owned());
    }
    diags.push(problem::not_an_address(
        text.span,
        key,
        "https://example.org/map",
    ));
    None
}

fn words(
    key: &'static str,
    default: &str,
    reader: &mut Reader<'_>,
    diags: &mut Diagnostics,
) -> KindWords {
    let mut words = KindWords {
        folder: key.to_owned(),
        one: default.to_owned(),
        many: key.to_owned(),
        title: capitalised(key),
    };
    let Some(mut table) = reader.table(key, diags) else {
        return words;
    };
    let folder = table.required("folder", &format!("\"{key}\""), diags);
    let one = table.required("one", "\"...\"", diags);
    let many = table.required("many", "\"...\"", diags);
    let title = table.line("title", diags);
    table.finish(diags);
    match folder {
        Some(folder) if is_slug(&folder.value) => words.folder = folder.value,
        Some(folder) => diags.push(problem::malformed_word(folder.span, "folder", "a slug")),
        None => {}
    }
    if let Some(one) = one {
        words.one = one.value;
    }
    if let Some(many) = many {
        words.title = capitalised(&many.value);
        words.many = many.value;
    }
    if let Some(title) = title {
        words.title = title.value;
    }
    words
}

fn vocabulary(key: &'static str, reader: &mut Reader<'_>, diags: &mut Diagnostics) -> Vec<Term> {
    let mut terms: Vec<(Term, Span)> = Vec::new();
    for mut table in reader.tables(key, diags) {
        let id = table.required("id", "\"...\"", diags);
        let meaning = table.line("meaning", diags);
        let inverse = if key == "relations" {
            table.line("inverse", diags)
        } else {
            None
        };
        table.finish(diags);
        let Some(id) = id else { continue };
        if let Some((_, first)) = terms.iter().find(|(term, _)| term.id == id.value) {
            diags.push(problem::duplicate_value(id.span, &id.value, *first));
            continue;
        }
        let inverse = inverse.map(|inverse| inverse.value);
        terms.push((
            Term {
                id: id.value,
                meaning: word(meaning),
                inverse,
            },
            id.span,
        ));
    }
    terms.into_iter().map(|(term, _)| term).collect()
}

fn macros(table: Reader<'_>, diags: &mut Diagnostics) -> Vec<Macro> {
    let mut macros = Vec::new();
    for (name, tex) in table.pairs(diags) {
        let letters = name.value.strip_prefix('\\').unwrap_or_default();
        if letters.is_empty() || !letters.bytes().all(|byte| byte.is_ascii_alphabetic()) {
            diags.push(problem::malformed_word(
                name.span,
                "a macro's name",
                "a backslash and letters: `\\R`",
            ));
        } else {
            macros.push(Macro {
                name: name.value,
                tex: tex.value,
                span: tex.span,
            });
        }
    }
    macros
}
