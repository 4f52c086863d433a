//! One Markdown file → one draft, by the kind of its folder.

use super::table::{self, Reader};
use super::{front_matter, markdown};
use crate::diag::Diagnostics;
use crate::model::draft::{
    Detail, Draft, EntryDraft, PositionDraft, PrerequisiteDraft, QuestionDraft, RawName,
    RelationDraft, ResourceDraft,
};
use crate::model::settings::Settings;
use crate::model::{Kind, Need};
use crate::problems::{files, front_matter as problem};
use crate::source::{FileId, SourceFile, Span};
use crate::text::{is_slug, nearest, slugify};

/// What lies in a folder of `content/`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Folder {
    Entries(Kind),
    Fields,
    Topics,
    Questions,
    Debates,
    Paths,
    Pages,
}

/// The folders of a map and what lies in them; those of the entries are named in `map.toml`.
pub(super) fn folders(settings: &Settings) -> [(&str, Folder); 8] {
    [
        (&settings.areas.folder, Folder::Entries(Kind::Area)),
        (
            &settings.foundations.folder,
            Folder::Entries(Kind::Foundation),
        ),
        ("fields", Folder::Fields),
        ("topics", Folder::Topics),
        ("questions", Folder::Questions),
        ("debates", Folder::Debates),
        ("paths", Folder::Paths),
        ("pages", Folder::Pages),
    ]
}

/// Parses one file; one without readable front matter gives no draft.
pub(super) fn parse(
    folder: Folder,
    id: FileId,
    file: &SourceFile,
    settings: &Settings,
    diags: &mut Diagnostics,
) -> Option<Draft> {
    let name = file.path.rsplit('/').next().unwrap_or_default();
    let stem = name.strip_suffix(".md").unwrap_or(name);
    if !is_slug(stem) {
        diags.push(files::not_a_slug(Span::new(id, 0..0), stem, &slugify(stem)));
    }
    let parts = front_matter::split(id, &file.text, diags)?;
    let toml = table::parse(parts.toml, parts.origin, diags);
    let mut reader = Reader::new(&toml, parts.origin, parts.fence);
    let title = reader.required("title", "\"...\"", diags);
    let summary = reader.required("summary", "\"One sentence.\"", diags);
    let aliases = aliases(&mut reader, diags);
    let detail = detail(folder, &mut reader, settings, diags);
    reader.finish(diags);
    let body = markdown::parse(id, &file.text, parts.body, diags);
    Some(Draft {
        slug: stem.to_owned(),
        file: id,
        span: title.as_ref().map_or(parts.fence, |title| title.span),
        title: title.map_or_else(|| stem.to_owned(), |title| title.value),
        summary: summary.map(|summary| summary.value).unwrap_or_default(),
        aliases,
        body,
        detail,
    })
}

fn detail(
    folder: Folder,
    reader: &mut Reader<'_>,
    settings: &Settings,
    diags: &mut Diagnostics,
) -> Detail {
    match folder {
        Folder::Entries(kind) => match reader.line("withdrawn", diags) {
            // What it needed and who it was are nobody's business any more; the keys may stay.
            Some(why) => {
                let mut unheard = Diagnostics::default();
                entry(kind, reader, &mut unheard);
                reader.forgive();
                Detail::Withdrawn {
                    kind,
                    why: why.value,
                }
            }
            None => Detail::Entry(Box::new(entry(kind, reader, diags))),
        },
        Folder::Fields => Detail::Field {
            kind: field_kind(reader, settings, diags),
            order: reader.integer("order", diags).unwrap_or(i64::MAX),
        },
        Folder::Topics => Detail::Topic,
        Folder::Questions => Detail::Question(QuestionDraft {
            about: about(reader, diags),
            prerequisites: prerequisites(reader, diags),
            resources: resources(reader, diags),
            reviewed: reader.date("reviewed", diags),
        }),
        Folder::Debates => Detail::Debate {
            about: about(reader, diags),
            positions: positions(reader, diags),
        },
        Folder::Paths => Detail::Path {
            reader: reader
                .required("reader", "\"Who it is for.\"", diags)
                .map(value)
                .unwrap_or_default(),
            steps: steps(reader, diags),
            order: reader.integer("order", diags),
        },
        Folder::Pages => Detail::Page {
            order: reader.integer("order", diags),
        },
    }
}

fn aliases(reader: &mut Reader<'_>, diags: &mut Diagnostics) -> Vec<RawName> {
    let aliases = reader.texts("aliases", diags);
    for alias in aliases.iter().filter(|alias| !is_slug(&alias.value)) {
        diags.push(problem::malformed_word(
            alias.span,
            "an alias",
            "a slug: lower-case letters and digits, joined by hyphens",
        ));
    }
    aliases
}

fn value(text: RawName) -> String {
    text.value
}

fn entry(kind: Kind, reader: &mut Reader<'_>, diags: &mut Diagnostics) -> EntryDraft {
    let status = match kind {
        Kind::Area => reader.required("status", "\"...\"", diags),
        Kind::Foundation => reader.line("status", diags),
    };
    EntryDraft {
        kind,
        field: reader.required("field", "\"...\"", diags),
        status,
        topics: reader.texts("topics", diags),
        reviewed: reader.date("reviewed", diags),
        names: names(reader, diags),
        prerequisites: prerequisites(reader, diags),
        related: related(reader, diags),
        resources: resources(reader, diags),
    }
}

fn field_kind(reader: &mut Reader<'_>, settings: &Settings, diags: &mut Diagnostics) -> Kind {
    let folders = [
        settings.areas.folder.as_str(),
        settings.foundations.folder.as_str(),
    ];
    let Some(word) = reader.required("holds", &format!("\"{}\"", folders[0]), diags) else {
        return Kind::Area;
    };
    if word.value == folders[1] {
        return Kind::Foundation;
    }
    if word.value != folders[0] {
        let near = nearest(&word.value, folders);
        diags.push(problem::not_in_vocabulary(
            word.span,
            "kind of entry",
            &word.value,
            &folders,
            near,
        ));
    }
    Kind::Area
}

fn about(reader: &mut Reader<'_>, diags: &mut Diagnostics) -> Vec<RawName> {
    let about = reader.texts("about", diags);
    if about.is_empty() {
        diags.push(problem::missing_key(
            reader.place("about"),
            "about",
            "[\"slug-of-an-entry\"]",
        ));
    }
    about
}

fn names(reader: &mut Reader<'_>, diags: &mut Diagnostics) -> Vec<(String, RawName)> {
    let mut names = Vec::new();
    for mut name in reader.tables("names", diags) {
        let term = name.required("term", "\"...\"", diags);
        let dialect = name.required("dialect", "\"...\"", diags);
        name.finish(diags);
        if let (Some(term), Some(dialect)) = (term, dialect) {
            names.push((term.value, dialect));
        }
    }
    names
}

fn prerequisites(reader: &mut Reader<'_>, diags: &mut Diagnostics) -> Vec<PrerequisiteDraft> {
    let mut list = Vec::new();
    for mut table in reader.tables("prerequisites", diags) {
        let id = table.line("id", diags);
        let any = table.texts("any", diags);
        let need = need(&mut table, diags);
        let why = table.reason("why", "prerequisite", diags);
        let header = table.header;
        let either = (table.place("id") == header) != (table.place("any") == header);
        table.finish(diags);
        if !either {
            diags.push(problem::one_of_two_keys(header, "id", "any"));
        } else if any.len() == 1 {
            diags.push(problem::too_few(any[0].span, "any", 2));
        }
        let one_of: Vec<RawName> = id.into_iter().chain(any).collect();
        if !one_of.is_empty() {
            list.push(PrerequisiteDraft { one_of, need, why });
        }
    }
    list
}

fn need(table: &mut Reader<'_>, diags: &mut Diagnostics) -> Need {
    const WORDS: [Need; 2] = [Need::Essential, Need::Helpful];
    let Some(word) = table.required("need", "\"essential\"", diags) else {
        return Need::Essential;
    };
    WORDS
        .into_iter()
        .find(|need| need.name() == word.value)
        .unwrap_or_else(|| {
            let known = WORDS.map(Need::name);
            let near = nearest(&word.value, known);
            diags.push(problem::not_in_vocabulary(
                word.span,
                "need",
                &word.value,
                &known,
                near,
            ));
            Need::Essential
        })
}

fn related(reader: &mut Reader<'_>, diags: &mut Diagnostics) -> Vec<RelationDraft> {
    let mut list = Vec::new();
    for mut table in reader.tables("related", diags) {
        let id = table.required("id", "\"...\"", diags);
        let relation = table.required("relation", "\"...\"", diags);
        let why = table.reason("why", "relation", diags);
        table.finish(diags);
        if let (Some(id), Some(relation)) = (id, relation) {
            list.push(RelationDraft { id, relation, why });
        }
    }
    list
}

fn resources(reader: &mut Reader<'_>, diags: &mut Diagnostics) -> Vec<ResourceDraft> {
    let mut list = Vec::new();
    for mut table in reader.tables("resources", diags) {
        let reference = table.required("ref", "\"...\"", diags);
        let role = table.required("role", "\"...\"", diags);
        let part = table.line("part", diags).map(value);
        let note = table.reason("note", "resource", diags);
        table.finish(diags);
        if let (Some(reference), Some(role)) = (reference, role) {
            list.push(ResourceDraft {
                reference,
                role,
                part,
                note,
            });
        }
    }
    list
}

fn positions(reader: &mut Reader<'_>, diags: &mut Diagnostics) -> Vec<PositionDraft> {
    let mut list = Vec::new();
    for mut table in reader.tables("positions", diags) {
        let claim = table
            .required("claim", "\"What is held.\"", diags)
            .map(value);
        let held_by = table.required("held_by", "\"...\"", diags).map(value);
        let reference = table.required("ref", "\"...\"", diags);
        let part = table.line("part", diags).map(value);
        let note = table.line("note", diags).map(value);
        table.finish(diags);
        if let (Some(claim), Some(held_by), Some(reference)) = (claim, held_by, reference) {
            list.push(PositionDraft {
                claim,
                held_by,
                reference,
                part,
                note,
            });
        }
    }
    if list.len() < 2 {
        diags.push(problem::too_few(reader.place("positions"), "positions", 2));
    }
    list
}

fn steps(reader: &mut Reader<'_>, diags: &mut Diagnostics) -> Vec<(RawName, String)> {
    let mut list = Vec::new();
    for mut table in reader.tables("steps", diags) {
        let id = table.required("id", "\"...\"", diags);
        let note = table.reason("note", "step", diags);
        table.finish(diags);
        list.extend(id.map(|id| (id, note)));
    }
    if list.is_empty() {
        diags.push(problem::too_few(reader.place("steps"), "steps", 1));
    }
    list
}
