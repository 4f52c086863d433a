//! A route as JSON, for `portolan route --format json`.

use crate::graph::{Because, Edge, Route};
use crate::model::{EntryId, Map};
use serde::Serialize;

#[derive(Serialize)]
struct Document<'a> {
    steps: Vec<Step<'a>>,
    relied: Vec<&'a str>,
    helpful: Vec<Helpful<'a>>,
}

#[derive(Serialize)]
struct Step<'a> {
    entry: &'a str,
    title: &'a str,
    goal: bool,
    reasons: Vec<Reason<'a>>,
    choices: Vec<Choice<'a>>,
    read: Option<Resource<'a>>,
    then: Option<Resource<'a>>,
}

#[derive(Serialize)]
struct Reason<'a> {
    from: &'a str,
    need: &'static str,
    why: &'a str,
}

#[derive(Serialize)]
struct Choice<'a> {
    one_of: Vec<&'a str>,
    taken: &'a str,
    because: &'static str,
}

#[derive(Serialize)]
struct Resource<'a> {
    reference: &'a str,
    part: Option<&'a str>,
    role: &'a str,
    note: &'a str,
}

#[derive(Serialize)]
struct Helpful<'a> {
    entry: &'a str,
    title: &'a str,
    steps: usize,
    reasons: Vec<Reason<'a>>,
}

/// A route as JSON. Entries are named by their slugs. `because` is `known`, `on the way`, `fewer steps` or `first`; `read` is
/// what to read first, and `then`, at a goal, what to read after it.
#[must_use]
pub fn route(map: &Map, route: &Route) -> String {
    let slugs = |ids: &[EntryId]| ids.iter().map(|id| slug(map, *id)).collect::<Vec<_>>();
    let helpful = |helpful: &crate::graph::Helpful| Helpful {
        entry: slug(map, helpful.entry),
        title: &map.entry(helpful.entry).common.title,
        steps: helpful.steps,
        reasons: reasons(map, &helpful.reasons),
    };
    let document = Document {
        steps: route.steps.iter().map(|at| step(map, at)).collect(),
        relied: slugs(&route.relied),
        helpful: route.helpful.iter().map(helpful).collect(),
    };
    serde_json::to_string_pretty(&document).expect("texts and numbers are always JSON") + "\n"
}

fn step<'a>(map: &'a Map, step: &crate::graph::Step) -> Step<'a> {
    let entry = map.entry(step.entry);
    let choice = |choice: &crate::graph::Choice| Choice {
        one_of: entry.prerequisites[choice.prerequisite]
            .one_of
            .iter()
            .map(|id| slug(map, *id))
            .collect(),
        taken: slug(map, choice.taken),
        because: match choice.because {
            Because::Known => "known",
            Because::OnTheWay => "on the way",
            Because::Fewer => "fewer steps",
            Because::First => "first",
        },
    };
    Step {
        entry: &entry.common.slug,
        title: &entry.common.title,
        goal: step.goal,
        reasons: reasons(map, &step.reasons),
        choices: step.choices.iter().map(choice).collect(),
        read: entry.first_resource().map(|first| resource(map, first)),
        then: entry
            .next_resource()
            .filter(|_| step.goal)
            .map(|next| resource(map, next)),
    }
}

fn resource<'a>(map: &'a Map, resource: &'a crate::model::Resource) -> Resource<'a> {
    Resource {
        reference: &map.reference(resource.reference).key,
        part: resource.part.as_deref(),
        role: &map.settings.roles[resource.role.index()].id,
        note: &resource.note,
    }
}

fn reasons<'a>(map: &'a Map, edges: &[Edge]) -> Vec<Reason<'a>> {
    let reason = |edge: &Edge| Reason {
        from: slug(map, edge.from),
        need: edge.need.name(),
        why: &map.entry(edge.from).prerequisites[edge.prerequisite].why,
    };
    edges.iter().map(reason).collect()
}

fn slug(map: &Map, id: EntryId) -> &str {
    &map.entry(id).common.slug
}
