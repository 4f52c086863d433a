//! The modules stand on floors: a module may use only modules of a lower floor.

use std::collections::BTreeMap;
use std::fs;

const SRC: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src");

/// From the ground up. The only line to change for a new module.
const FLOORS: &[&[&str]] = &[
    &["source", "text", "output", "codes", "theme", "layout"],
    &["diag"],
    &["model", "problems"],
    &["load", "parse", "resolve", "graph", "math", "urls"],
    &["chart"],
    &[
        "check", "html", "plain", "cite", "assets", "context", "scaffold",
    ],
    &["bib", "drawing"],
    &["view", "report", "export"],
    &["render"],
    &["write"],
    &["serve"],
    &["cli"],
];

fn files() -> Vec<(String, String, String)> {
    let paths = walkdir::WalkDir::new(SRC).sort_by_file_name();
    let mut files = Vec::new();
    for entry in paths {
        let path = entry.unwrap().into_path();
        let relative = path.strip_prefix(SRC).unwrap();
        let first = relative
            .iter()
            .next()
            .and_then(|part| part.to_str())
            .unwrap_or_default();
        let module = first.trim_end_matches(".rs");
        if path.extension().is_some_and(|ending| ending == "rs")
            && !matches!(module, "lib" | "main")
        {
            files.push((
                module.to_owned(),
                relative.display().to_string(),
                fs::read_to_string(&path).unwrap(),
            ));
        }
    }
    files
}

#[test]
fn modules_look_only_down() {
    let floors = FLOORS.iter().enumerate();
    let floor: BTreeMap<&str, usize> = floors
        .flat_map(|(n, modules)| modules.iter().map(move |m| (*m, n)))
        .collect();
    let mut wrong = Vec::new();
    for (me, path, text) in files() {
        let Some(mine) = floor.get(me.as_str()) else {
            panic!("give `{me}` a floor")
        };
        for used in uses(&text) {
            if used != me
                && floor
                    .get(used.as_str())
                    .is_some_and(|theirs| theirs >= mine)
            {
                wrong.push(format!("{path}: `{me}` may not use `{used}`"));
            }
        }
        assert!(
            !text.contains("super::super"),
            "{path}: write `crate::`, so that the floors can be seen"
        );
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// What templates and programs see is converted by hand; nothing of the model is ever serialised.
#[test]
fn only_views_and_exports_are_serialised() {
    for (me, path, text) in files() {
        assert!(
            !text.contains("Serialize") || matches!(me.as_str(), "view" | "report" | "export"),
            "{path} serialises"
        );
    }
}

#[test]
fn files_stay_short() {
    for (_, path, text) in files() {
        let lines = text.lines().count();
        assert!(
            lines <= 400,
            "{path} has {lines} lines; a file has one job and under 400 lines"
        );
    }
}

/// The first path segments behind every `crate::` of a text, lists in braces included.
fn uses(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices("crate::") {
        let rest = &text[at + "crate::".len()..];
        let Some(list) = rest.strip_prefix('{') else {
            found.push(word(rest));
            continue;
        };
        let (mut depth, mut start) = (0, 0);
        for (at, c) in list.char_indices() {
            match c {
                '{' => depth += 1,
                '}' if depth > 0 => depth -= 1,
                '}' | ',' if depth == 0 => {
                    found.push(word(list[start..at].trim_start()));
                    start = at + 1;
                    if c == '}' {
                        break;
                    }
                }
                _ => {}
            }
        }
    }
    found.retain(|word| !word.is_empty());
    found
}

fn word(text: &str) -> String {
    text.chars()
        .take_while(|c| c.is_alphanumeric() || *c == '_')
        .collect()
}

#[test]
fn uses_sees_lists_over_several_lines() {
    let text = "use crate::{\n    diag::Diagnostics,\n    model::{Draft, Slug},\n};\nfn f() { crate::view::pages() }";
    assert_eq!(uses(text), ["diag", "model", "view"]);
}
