//! `Sources` → drafts, settings and references. File by file, without shared state; names are not yet looked up.

mod anchors;
mod bibliography;
mod document;
mod events;
mod front_matter;
mod identifiers;
mod inline;
mod labels;
mod lock;
mod markdown;
mod mend;
mod settings;
mod statement;
mod table;

use crate::diag::Diagnostics;
use crate::model::draft::{Draft, Parsed};
use crate::model::reference::Reference;
use crate::model::settings::Settings;
use crate::problems::files as problem;
use crate::source::{FileId, SourceFile, Sources, Span};
use crate::text::nearest;
use rayon::prelude::*;

enum Piece {
    Draft(Box<Draft>),
    References(Vec<Reference>),
}

/// Parses every file.
pub fn parse(sources: &Sources, diags: &mut Diagnostics) -> Parsed {
    let map_toml = sources
        .iter()
        .find(|(_, file)| file.path == "content/map.toml");
    let settings = map_toml
        .map(|(id, file)| settings::parse(id, file, diags))
        .unwrap_or_default();
    let lock = sources
        .iter()
        .find(|(_, file)| file.path == "content/map.lock.toml")
        .map(|(id, file)| lock::parse(id, file, diags));
    let files: Vec<(FileId, &SourceFile)> = sources.iter().collect();
    let pieces: Vec<(Option<Piece>, Diagnostics)> = files
        .into_par_iter()
        .map(|(id, file)| {
            let mut diags = Diagnostics::default();
            (piece(id, file, &settings, &mut diags), diags)
        })
        .collect();
    let mut parsed = Parsed {
        settings,
        lock,
        ..Parsed::default()
    };
    for (piece, found) in pieces {
        diags.append(found);
        match piece {
            Some(Piece::Draft(draft)) => parsed.drafts.push(*draft),
            Some(Piece::References(references)) => parsed.references.extend(references),
            None => {}
        }
    }
    parsed
}

fn piece(
    id: FileId,
    file: &SourceFile,
    settings: &Settings,
    diags: &mut Diagnostics,
) -> Option<Piece> {
    if let Some(at) = file.broken_at {
        diags.push(problem::not_utf8(Span::new(
            id,
            at..at + '\u{fffd}'.len_utf8(),
        )));
    }
    let path = file.path.strip_prefix("content/")?;
    if ["map.toml", "map.lock.toml"].contains(&path) {
        return None;
    }
    match path.split_once('/') {
        Some(("references", name)) if name.ends_with(".bib") => Some(Piece::References(
            bibliography::parse(id, file, settings, diags),
        )),
        Some((folder, name)) if name.ends_with(".md") && !name.contains('/') => {
            let folders = document::folders(settings);
            let Some((_, kind)) = folders.iter().find(|(known, _)| *known == folder) else {
                let known: Vec<&str> = folders.iter().map(|(folder, _)| *folder).collect();
                let near = nearest(folder, known.iter().copied());
                diags.push(problem::unknown_folder(
                    Span::new(id, 0..0),
                    folder,
                    &known,
                    near,
                ));
                return None;
            };
            document::parse(*kind, id, file, settings, diags)
                .map(|draft| Piece::Draft(Box::new(draft)))
        }
        _ => {
            diags.push(problem::unread_file(&file.path, "entries are `content/<folder>/<slug>.md`, bibliographies `content/references/*.bib`"));
            None
        }
    }
}
