//! Problems for people, drawn by `annotate-snippets`.

use super::harmless;
use crate::codes::Severity;
use crate::diag::{Diagnostic, Diagnostics};
use crate::source::{FileId, Sources, Span};
use annotate_snippets::renderer::DEFAULT_TERM_WIDTH;
use annotate_snippets::{AnnotationKind, Element, Group, Level, Renderer, Snippet};
use std::collections::BTreeMap;

pub(super) fn render(diags: &Diagnostics, sources: &Sources, colour: bool) -> String {
    let renderer = if colour {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let renderer = renderer.term_width(DEFAULT_TERM_WIDTH);
    diags
        .sorted(sources)
        .into_iter()
        .map(|problem| one(problem, sources, &renderer) + "\n\n")
        .collect()
}

fn one(problem: &Diagnostic, sources: &Sources, renderer: &Renderer) -> String {
    let level = match problem.code.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level
        .primary_title(harmless(&problem.message))
        .id(problem.code.name());
    let help = problem
        .help
        .iter()
        .map(|help| Element::from(Level::HELP.message(harmless(help))));
    let group = Group::with_title(title)
        .elements(snippets(problem, sources))
        .elements(help);
    renderer.render(&[group])
}

/// How strongly a place is marked, the place, and its words.
type Mark<'a> = (AnnotationKind, Span, &'a str);

/// One snippet a file, that of the problem itself first.
fn snippets<'a>(problem: &'a Diagnostic, sources: &'a Sources) -> Vec<Element<'a>> {
    let Some(at) = problem.span else {
        return Vec::new();
    };
    let mut files: BTreeMap<(bool, FileId), Vec<Mark<'_>>> = BTreeMap::new();
    files
        .entry((false, at.file))
        .or_default()
        .push((AnnotationKind::Primary, at, &problem.label));
    for label in &problem.labels {
        let foreign = label.span.file != at.file;
        files.entry((foreign, label.span.file)).or_default().push((
            AnnotationKind::Context,
            label.span,
            &label.text,
        ));
    }
    files
        .into_iter()
        .map(|((_, file), places)| {
            let file = sources.file(file);
            let annotations = places.into_iter().map(|(kind, span, text)| {
                let range = visible(&file.text, span.range());
                kind.span(range).label((!text.is_empty()).then_some(text))
            });
            Element::from(
                Snippet::source(&*file.text)
                    .path(&*file.path)
                    .annotations(annotations),
            )
        })
        .collect()
}

/// A range that has something to point at, and no more than its first line: a place inside an empty file or behind the last
/// character still gets a caret.
fn visible(text: &str, range: std::ops::Range<usize>) -> std::ops::Range<usize> {
    let start = range.start.min(text.len());
    let line = start + text[start..].find('\n').unwrap_or(text.len() - start);
    let end = range.end.clamp(start, line.max(start));
    if end > start {
        return start..end;
    }
    let next = text[start..]
        .chars()
        .next()
        .filter(|c| *c != '\n')
        .map_or(0, char::len_utf8);
    start..start + next
}
