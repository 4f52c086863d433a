//! A new document: the keys that it must have, and in comments all that it may have, with what they mean on this map.

use super::Thing;
use crate::model::settings::Term;
use crate::model::{Kind, Map};

const RESOURCES: &str = r#"
# What to read. `ref` is a key of content/references/*.bib; `role` is a word of map.tomlROLES; `note` says why to read it.
# [[resources]]
# ref = "key-of-a-work"
# role = "FIRST_ROLE"
# part = "chapter 2"
# note = "what the reader finds there"
"#;

const PREREQUISITES: &str = r#"
# What one must know first. `need` is "essential" or "helpful"; `why` says in one line what it is used for here.
# [[prerequisites]]
# id = "slug-of-an-entry"
# need = "essential"
# why = "what it is used for here"

# If one of several will do:
# [[prerequisites]]
# any = ["slug-of-an-entry", "slug-of-another"]
# need = "helpful"
# why = "what either is used for here"
"#;

const NEIGHBOURS: &str = r#"
# Neighbours that are not prerequisites. `relation` is a word of map.tomlRELATIONS.
# [[related]]
# id = "slug-of-an-entry"
# relation = "FIRST_RELATION"
# why = "why that is worth knowing"
"#;

const NAMES: &str = r#"
# What others call it. `dialect` says who, by a word of map.tomlDIALECTS.
# [[names]]
# term = "another name"
# dialect = "FIRST_DIALECT"
"#;

const POSITIONS: &str = r#"
# What is held, at least two positions. `ref` is the work in which it is argued, a key of content/references/*.bib.
[[positions]]
claim = "What is held, in a sentence."
held_by = "who holds it"
ref = "key-of-a-work"
# part = "section 3"
# note = "what should be added"

[[positions]]
claim = "What speaks against it."
held_by = "who holds that"
ref = "key-of-another-work"
"#;

const STEPS: &str = r#"
# The steps in their order; `note` says what to do there.
[[steps]]
id = "slug-of-an-entry"
note = "what to look for"
"#;

const SUMMARY: &str =
    "# One sentence without formulas: the slogan.\nsummary = \"What it is, in one sentence.\"\n";

const ALIASES: &str = "# Slugs that the file had before it was renamed; their addresses lead here.\n# aliases = [\"old-slug\"]\n";

const READER: &str = "# Who it is for, and what they know.\nreader = \"Who it is for.\"\n";

const WITHDRAWN: &str =
    "# If it is withdrawn one day: why. Its address stays.\n# withdrawn = \"why\"\n";

const REVIEWED: &str = "# The day on which a person last checked this against the literature.\n# reviewed = 2026-01-31\n";

/// The text of a new document. `field` is for entries.
#[must_use]
pub fn document(map: &Map, thing: Thing, title: &str, field: Option<&str>) -> String {
    let keys = match thing {
        Thing::Entry(kind) => entry(map, kind, field.unwrap_or_default()),
        Thing::Field => self::field(map),
        Thing::Question => about("the entries that it hangs on") + REVIEWED,
        Thing::Debate => about("the entries that it is about"),
        Thing::Path => READER.to_owned() + &order("in the list of paths"),
        Thing::Page => order("in the foot of the site; a page without it is only linked to"),
        Thing::Topic => String::new(),
    };
    let tables = match thing {
        Thing::Entry(_) => [NAMES, PREREQUISITES, NEIGHBOURS, RESOURCES].concat(),
        Thing::Question => [PREREQUISITES, RESOURCES].concat(),
        Thing::Debate => POSITIONS.to_owned(),
        Thing::Path => STEPS.to_owned(),
        Thing::Field | Thing::Topic | Thing::Page => String::new(),
    };
    format!(
        "+++\ntitle = {}\n{SUMMARY}{keys}{ALIASES}{}+++\n\n{}",
        quoted(title),
        with_words(map, &tables),
        body(thing)
    )
}

fn about(what: &str) -> String {
    format!("# The slugs of {what}.\nabout = [\"slug-of-an-entry\"]\n")
}

fn order(place: &str) -> String {
    format!("# Its place {place}.\n# order = 1\n")
}

fn field(map: &Map) -> String {
    let [areas, foundations] =
        [Kind::Area, Kind::Foundation].map(|kind| map.settings.words(kind).folder.as_str());
    let holds = format!(
        "# Which kind of entry lies in it: {areas} or {foundations}.\nholds = \"{areas}\"\n"
    );
    holds + &order("among the fields of its kind")
}

fn entry(map: &Map, kind: Kind, field: &str) -> String {
    let statuses = &map.settings.statuses;
    let mut text = format!(
        "# Its territory, a file in content/fields/.\nfield = \"{field}\"\n# How settled it is:\n"
    );
    for status in statuses {
        text += &format!("# - {}: {}\n", status.id, status.meaning);
    }
    let optional = match kind {
        Kind::Area => "",
        Kind::Foundation => "# ",
    };
    text += &format!("{optional}status = {}\n", quoted(&first(statuses)));
    let topics: Vec<&str> = map
        .topics
        .iter()
        .map(|topic| topic.common.slug.as_str())
        .collect();
    text += &format!(
        "# Its themes, files in content/topics/{}.\n# topics = [\"{}\"]\n{REVIEWED}{WITHDRAWN}",
        listed(": ", &topics),
        topics.first().unwrap_or(&"slug-of-a-topic"),
    );
    text
}

/// A list behind some words; nothing if there is nothing to list.
fn listed(words: &str, items: &[&str]) -> String {
    if items.is_empty() {
        String::new()
    } else {
        format!("{words}{}", items.join(", "))
    }
}

/// Puts the map's vocabularies in.
fn with_words(map: &Map, text: &str) -> String {
    let settings = &map.settings;
    let vocabularies = [
        ("ROLE", &settings.roles),
        ("RELATION", &settings.relations),
        ("DIALECT", &settings.dialects),
    ];
    let mut text = text.to_owned();
    for (name, terms) in vocabularies {
        let ids: Vec<&str> = terms.iter().map(|term| term.id.as_str()).collect();
        text = text.replace(&format!("FIRST_{name}"), &first(terms));
        text = text.replace(&format!("{name}S"), &listed(": ", &ids));
    }
    text
}

fn first(terms: &[Term]) -> String {
    terms
        .first()
        .map(|term| term.id.clone())
        .unwrap_or_default()
}

const fn body(thing: Thing) -> &'static str {
    match thing {
        Thing::Entry(_) => {
            "## The question\n\nWhat it asks, and why.\n\n## Key ideas\n\nWith at least one precise statement.\n\n\
             ## What is known, and what is open\n\nWith citations.\n"
        }
        Thing::Question => "What is asked, what is known, and what would count as an answer.\n",
        Thing::Debate => "What the disagreement is about, and what would settle it.\n",
        Thing::Path => {
            "What the reader is assumed to know, where the path leads, and what one can do at its end.\n"
        }
        Thing::Field | Thing::Topic => "What its entries have in common.\n",
        Thing::Page => "The text.\n",
    }
}

/// A text as TOML writes it.
pub(super) fn quoted(text: &str) -> String {
    toml::Value::from(text).to_string()
}
