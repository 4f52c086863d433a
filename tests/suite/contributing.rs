//! CONTRIBUTING names the keys that the program knows, each where it may stand.

use crate::driver::Map;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// One document of each kind in the kitchen, and the words by which CONTRIBUTING's table calls that kind.
const KINDS: [(&str, &[&str]); 8] = [
    ("dishes/omelette.md", &["everything", "entries"]),
    ("techniques/whisking.md", &["everything", "entries"]),
    ("topics/eggs.md", &["everything"]),
    ("fields/oven.md", &["everything", "fields"]),
    ("questions/fall.md", &["everything", "questions"]),
    ("debates/butter.md", &["everything", "debates"]),
    ("paths/first-week.md", &["everything", "paths"]),
    ("pages/about.md", &["everything", "pages"]),
];

/// What stands between backticks.
fn quoted(text: &str) -> BTreeSet<String> {
    text.split('`')
        .skip(1)
        .step_by(2)
        .map(str::to_owned)
        .collect()
}

/// The keys of the table in CONTRIBUTING, and what may have each.
fn documented() -> BTreeMap<String, BTreeSet<String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("CONTRIBUTING.md");
    let text = fs::read_to_string(path).unwrap();
    let rows = text.lines().skip_while(|line| !line.starts_with("| key |"));
    rows.skip(2)
        .take_while(|line| line.starts_with('|'))
        .flat_map(|line| {
            let cells: Vec<&str> = line.split('|').map(str::trim).collect();
            let kinds: BTreeSet<String> = cells[2].split(", ").map(str::to_owned).collect();
            quoted(cells[1])
                .into_iter()
                .map(move |key| (key, kinds.clone()))
        })
        .collect()
}

/// The keys that the program names when a document has one that it does not know.
fn known(file: &str) -> BTreeSet<String> {
    let map = Map::kitchen();
    let path = map.root().join("content").join(file);
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replacen("+++\n", "+++\nzzzzzzzzzzzz = 1\n", 1)).unwrap();
    let said = map.check().stdout + &map.check().stderr;
    let help = said.lines().find(|line| line.contains("= help: use `"));
    quoted(help.unwrap_or_else(|| panic!("{file}: {said}")))
}

#[test]
fn the_keys_of_contributing_are_those_of_the_program() {
    let documented = documented();
    assert!(documented.len() >= 16, "the table was found");
    for (file, kinds) in KINDS {
        let wanted: BTreeSet<String> = documented
            .iter()
            .filter(|(_, of)| kinds.iter().any(|kind| of.contains(*kind)))
            .map(|(key, _)| key.clone())
            .collect();
        assert_eq!(known(file), wanted, "the keys of {file}");
    }
}
