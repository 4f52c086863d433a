//! Where an entry stands on the curated paths.

use super::here::Here;
use super::parts::Link;
use crate::model::{Document, EntryId, Path, PathId};
use serde::Serialize;

/// An entry as a step of a path.
#[derive(Debug, Clone, Serialize)]
pub struct OnPath {
    /// The path.
    pub path: Link,
    /// Its number on the path, from 1.
    pub number: usize,
    /// How many steps the path has.
    pub of: usize,
    /// What to do here.
    pub note: String,
    /// The step before.
    pub before: Option<Link>,
    /// The step behind.
    pub next: Option<Link>,
}

/// The paths that lead through an entry; where one does so twice, its first step counts.
pub(super) fn steps(here: &Here<'_>, id: EntryId) -> Vec<OnPath> {
    let paths = here.context.map.paths.iter().enumerate();
    paths
        .filter_map(|(number, path)| on_path(here, PathId::at(number), path, id))
        .collect()
}

fn on_path(here: &Here<'_>, number: PathId, path: &Path, id: EntryId) -> Option<OnPath> {
    let at = path.steps.iter().position(|step| step.entry == id)?;
    let link = |at: usize| {
        let step = path.steps.get(at)?;
        Some(here.link(Document::Entry(step.entry)))
    };
    Some(OnPath {
        path: here.link(Document::Path(number)),
        number: at + 1,
        of: path.steps.len(),
        note: path.steps[at].note.clone(),
        before: at.checked_sub(1).and_then(link),
        next: link(at + 1),
    })
}
