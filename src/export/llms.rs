//! The map for language models (<https://llmstxt.org>): a list of everything with a sentence each, and all texts in one file.

use crate::context::Context;
use crate::model::{Document, Kind};
use std::fmt::Write;

/// Whether a document is of the kind that is listed.
type Wanted = fn(&Document) -> bool;

pub(super) fn list(context: &Context<'_>) -> String {
    let map = context.map;
    let settings = &map.settings;
    let mut out = format!("# {}\n\n> {}\n", settings.title, settings.tagline);
    for kind in [Kind::Area, Kind::Foundation] {
        let entries = map
            .entries_of(kind)
            .map(|(id, _)| Document::Entry(id))
            .collect();
        section(context, &settings.words(kind).title, entries, &mut out);
    }
    let kinds: [(&str, Wanted); 5] = [
        ("Open questions", |document| {
            matches!(document, Document::Question(_))
        }),
        ("Debates", |document| {
            matches!(document, Document::Debate(_))
        }),
        ("Paths", |document| matches!(document, Document::Path(_))),
        ("Fields", |document| matches!(document, Document::Field(_))),
        ("Topics", |document| matches!(document, Document::Topic(_))),
    ];
    for (title, wanted) in kinds {
        section(
            context,
            title,
            map.documents().filter(wanted).collect(),
            &mut out,
        );
    }
    let base = context.base_url();
    write!(
        out,
        "\n## Data\n\n- [All texts]({base}llms-full.txt)\n- [The whole map as JSON]({base}map.json)\n- [The bibliography]({base}references.bib)\n"
    )
    .expect("a string takes everything");
    out
}

fn section(context: &Context<'_>, title: &str, documents: Vec<Document>, out: &mut String) {
    if documents.is_empty() {
        return;
    }
    write!(out, "\n## {title}\n\n").expect("a string takes everything");
    for document in documents {
        let common = context.map.common(document);
        writeln!(
            out,
            "- [{}]({}): {}",
            common.title,
            context.web_address(document),
            common.summary
        )
        .expect("a string takes everything");
    }
}

/// Every entry as its author wrote it, with what it needs.
pub(super) fn full(context: &Context<'_>) -> String {
    let map = context.map;
    let mut out = format!(
        "# {}\n\n{}\n\nTexts under {}.\n",
        map.settings.title, map.settings.tagline, map.settings.licence
    );
    for document in map.documents() {
        let common = map.common(document);
        write!(
            out,
            "\n\n# {}\n\n{}\n\n> {}\n",
            common.title,
            context.web_address(document),
            common.summary
        )
        .expect("a string takes everything");
        if let Document::Entry(id) = document {
            for prerequisite in &map.entry(id).prerequisites {
                let titles: Vec<&str> = prerequisite
                    .one_of
                    .iter()
                    .map(|id| map.entry(*id).common.title.as_str())
                    .collect();
                let need = prerequisite.need.name();
                write!(
                    out,
                    "\nNeeds ({need}): {}: {}.",
                    titles.join(" or "),
                    prerequisite.why
                )
                .expect("a string takes everything");
            }
            out.push('\n');
        }
        let text = &context.sources.file(common.file).text;
        let body = text.splitn(3, "+++").nth(2).unwrap_or_default().trim();
        write!(out, "\n{body}\n").expect("a string takes everything");
    }
    out
}
