//! Where an entry stands on the curated paths.

use super::here::Here;
use super::parts::Link;
use crate::model::{Document, EntryId, Path, PathId};
use serde::Serialize;

/// An entry as a step of a path.
#[derive(Debug, Clone, Serialize)]
pub struct OnPath {
    /// The path's name in addresses.
    pub slug: String,
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
    /// Behind the last step, the open questions that hang on the path: where it lists them, and how many; none elsewhere.
    pub questions: Option<Link>,
}

/// What stands behind the address of an entry for a reader who comes along a path: the page then shows that path first.
pub(super) fn on(path: &str) -> String {
    format!("#path={path}")
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
        let mut link = here.link(Document::Entry(path.steps.get(at)?.entry));
        link.href += &on(&path.common.slug);
        Some(link)
    };
    let is_last = at + 1 == path.steps.len();
    Some(OnPath {
        slug: path.common.slug.clone(),
        questions: is_last.then(|| questions(here, number, path)).flatten(),
        path: here.link(Document::Path(number)),
        number: at + 1,
        of: path.steps.len(),
        note: path.steps[at].note.clone(),
        before: at.checked_sub(1).and_then(link),
        next: link(at + 1),
    })
}

fn questions(here: &Here<'_>, number: PathId, path: &Path) -> Option<Link> {
    let is_step = |id: EntryId| path.steps.iter().any(|step| step.entry == id);
    let all = here.context.map.questions.iter();
    let count = all
        .filter(|question| question.about.iter().any(|id| is_step(*id)))
        .count();
    let title = match count {
        0 => return None,
        1 => "1 open question hangs on this path".to_owned(),
        n => format!("{n} open questions hang on this path"),
    };
    let href = format!("{}#questions", here.href(Document::Path(number)));
    Some(Link { href, title })
}
