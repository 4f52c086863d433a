//! `portolan route`: the way to one or several entries, in the terminal.

use super::{Failure, print_problems};
use crate::export;
use crate::graph::{Because, Choice, Edge, Helpful, Route, Step};
use crate::model::{EntryId, Map, Resource};
use crate::text::{counted, nearest, slugify};
use clap::ValueEnum;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// What is wanted and known, as it was typed.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The entries to reach, by their file names without `.md`
    #[arg(required = true, value_name = "GOAL")]
    goals: Vec<String>,
    /// What you know already, and all that this needs, separated by commas
    #[arg(long, value_name = "ID,ID", value_delimiter = ',')]
    known: Vec<String>,
    /// Also list what would make the way easier
    #[arg(long)]
    helpful: bool,
    /// How to print the route
    #[arg(long, value_enum, default_value = "human")]
    format: Format,
    /// The map's folder [default: the nearest one upward that holds content/map.toml]
    #[arg(long, value_name = "DIR")]
    pub(super) root: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    /// For people
    Human,
    /// One JSON document
    Json,
}

/// Prints the route; false if the content has errors.
pub(super) fn run(root: &Path, arguments: &Arguments) -> Result<bool, Failure> {
    let reading = crate::read(root, &|_| {})?;
    print_problems(&reading.diags, &reading.sources);
    if reading.diags.has_errors() {
        return Ok(false);
    }
    let map = &reading.map;
    let goals = entries(map, &arguments.goals)?;
    let known = entries(map, &arguments.known)?;
    let route = reading.graph.route_to(&goals, &known);
    let text = match arguments.format {
        Format::Json => export::route(map, &route),
        Format::Human => {
            let mut text = head(map, &goals, &route);
            let mut before = None;
            for (number, step) in (1..).zip(&route.steps) {
                text += &self::step(map, number, step, before);
                before = map.entry(step.entry).first_resource();
            }
            text + &tail(map, &route, arguments.helpful)
        }
    };
    // A reader that closes the pipe has seen enough.
    let _ = std::io::stdout().write_all(text.as_bytes());
    Ok(true)
}

/// The entries of these names, each once.
fn entries(map: &Map, names: &[String]) -> Result<Vec<EntryId>, Failure> {
    let mut found = Vec::new();
    for name in names
        .iter()
        .map(|name| name.trim())
        .filter(|name| !name.is_empty())
    {
        let id = map
            .entry_ids()
            .find(|id| map.entry(*id).common.slug == name);
        let id = id.ok_or_else(|| unknown(map, name))?;
        if !found.contains(&id) {
            found.push(id);
        }
    }
    Ok(found)
}

/// There is no such entry: perhaps its title or another name was meant, else the nearest slug.
fn unknown(map: &Map, name: &str) -> Failure {
    let wanted = slugify(name);
    let meant = map.entries.iter().find(|entry| {
        let terms = entry.names.iter().map(|name| &name.term);
        terms
            .chain([&entry.common.title])
            .any(|term| slugify(term) == wanted)
    });
    let slugs = || map.entries.iter().map(|entry| entry.common.slug.as_str());
    let near = match meant {
        Some(entry) => Some(entry.common.slug.as_str()),
        None => nearest(&wanted, slugs()).or_else(|| nearest(name, slugs())),
    };
    let hint = near.map_or_else(
        || "its file name without `.md` is wanted".to_owned(),
        |near| format!("did you mean `{near}`?"),
    );
    Failure::Other(format!("there is no entry `{name}`; {hint}"))
}

fn title(map: &Map, id: EntryId) -> &str {
    &map.entry(id).common.title
}

fn titles<'a>(map: &'a Map, ids: impl IntoIterator<Item = &'a EntryId>) -> String {
    let titles: Vec<&str> = ids.into_iter().map(|id| title(map, *id)).collect();
    titles.join(", ")
}

/// `Neural tangent kernel: 9 new, 3 known`.
fn head(map: &Map, goals: &[EntryId], route: &Route) -> String {
    let mut text = format!("{}: {} new", titles(map, goals), route.steps.len());
    if !route.relied.is_empty() {
        write!(text, ", {} known", route.relied.len()).expect("a string takes everything");
    }
    text + "\n"
}

/// A step; `before` is what the step before it says to read first.
fn step(map: &Map, number: usize, step: &Step, before: Option<&Resource>) -> String {
    let entry = map.entry(step.entry);
    let goal = if step.goal { "  [goal]" } else { "" };
    let mut text = format!(
        "\n{number:3}. {}{goal}  {}\n",
        entry.common.title, entry.common.slug
    );
    for edge in &step.reasons {
        text += &reason(map, edge);
    }
    for choice in &step.choices {
        text += &settled(map, step.entry, choice);
    }
    if let Some(resource) = entry.first_resource() {
        let goes_on = before.is_some_and(|before| before.reference == resource.reference);
        text += &reading(map, if goes_on { "go on in" } else { "read" }, resource);
    }
    if let Some(resource) = entry.next_resource().filter(|_| step.goal) {
        text += &reading(map, "then", resource);
    }
    text
}

/// `read Jacot et al. 2018 (landmark), section 4: defines the kernel`; the role is left out if the map puts it first.
fn reading(map: &Map, verb: &str, resource: &Resource) -> String {
    let mut text = format!("     {verb} {}", map.reference(resource.reference).short());
    let role = resource.role.index();
    if role > 0 {
        write!(text, " ({})", map.settings.roles[role].id).expect("a string takes everything");
    }
    if let Some(part) = &resource.part {
        write!(text, ", {part}").expect("a string takes everything");
    }
    if !resource.note.is_empty() {
        write!(text, ": {}", resource.note).expect("a string takes everything");
    }
    text + "\n"
}

fn reason(map: &Map, edge: &Edge) -> String {
    let why = &map.entry(edge.from).prerequisites[edge.prerequisite].why;
    let helpful = match edge.need {
        crate::model::Need::Essential => "",
        crate::model::Need::Helpful => "helpful ",
    };
    format!("     {helpful}for {}: {why}\n", title(map, edge.from))
}

/// `Mechanics or Optics would do; Optics was taken, since it adds fewer steps`.
fn settled(map: &Map, asker: EntryId, choice: &Choice) -> String {
    let options = &map.entry(asker).prerequisites[choice.prerequisite].one_of;
    let options: Vec<&str> = options.iter().map(|id| title(map, *id)).collect();
    let because = match choice.because {
        Because::Known => "is known",
        Because::OnTheWay => "is on the way anyway",
        Because::Fewer => "was taken, since it adds fewer steps",
        Because::First => "was taken, since it stands first and none adds fewer steps",
    };
    format!(
        "     {} would do; {} {because}\n",
        options.join(" or "),
        title(map, choice.taken)
    )
}

fn tail(map: &Map, route: &Route, all: bool) -> String {
    let mut text = String::new();
    if !route.relied.is_empty() {
        text += &format!("\nYou build on {}.\n", titles(map, &route.relied));
    }
    let count = route.helpful.len();
    if count > 0 && all {
        text += "\nHelpful besides:\n";
        for helpful in &route.helpful {
            text += &extra(map, helpful);
        }
    } else if count > 0 {
        let things = counted(count, "thing", "things");
        text += &format!("\n{things} more would make it easier: --helpful lists them.\n");
    }
    text
}

fn extra(map: &Map, helpful: &Helpful) -> String {
    let entry = map.entry(helpful.entry);
    let steps = counted(helpful.steps, "step", "steps");
    let mut text = format!(
        "\n   - {}, {steps}  {}\n",
        entry.common.title, entry.common.slug
    );
    for edge in &helpful.reasons {
        text += &reason(map, edge);
    }
    text
}
