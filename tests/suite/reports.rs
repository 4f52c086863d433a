//! What `portolan check` prints for programs: it can be relied upon, and no content can make it say something else.

use crate::driver::{Map, cases};
use serde_json::Value;
use std::fs;

fn sarif(map: &Map) -> Value {
    serde_json::from_str(&map.run(&["check", "--format", "sarif"]).stdout).unwrap()
}

fn results(report: &Value) -> Vec<Value> {
    report["runs"][0]["results"].as_array().unwrap().clone()
}

/// The byte of a place in a text; columns count characters.
fn byte(text: &str, line: &Value, column: &Value) -> usize {
    let number = |value: &Value| usize::try_from(value.as_u64().unwrap()).unwrap();
    let lines = text.split_inclusive('\n').map(str::len);
    let start: usize = lines.take(number(line) - 1).sum();
    let mut characters = text[start..].char_indices();
    start
        + characters
            .nth(number(column) - 1)
            .map_or(text.len() - start, |(at, _)| at)
}

/// Does what a result says would mend it.
fn apply(map: &Map, result: &Value) {
    let change = &result["fixes"][0]["artifactChanges"][0];
    let path = map
        .root()
        .join(change["artifactLocation"]["uri"].as_str().unwrap());
    let replacement = &change["replacements"][0];
    let region = &replacement["deletedRegion"];
    let mut text = fs::read_to_string(&path).unwrap();
    let start = byte(&text, &region["startLine"], &region["startColumn"]);
    let end = byte(&text, &region["endLine"], &region["endColumn"]);
    text.replace_range(
        start..end,
        replacement["insertedContent"]["text"].as_str().unwrap(),
    );
    fs::write(path, text).unwrap();
}

#[test]
fn each_replacement_mends_its_problem() {
    let mut applied = 0;
    for case in fs::read_dir(cases().join("diagnostics")).unwrap() {
        let case = case.unwrap();
        let said = fs::read_to_string(case.path().join("expected.txt")).unwrap();
        if !said.contains("did you mean") {
            continue;
        }
        let name = case.file_name().into_string().unwrap();
        for result in results(&sarif(&Map::case(&name))) {
            if result.get("fixes").is_none() {
                continue;
            }
            let map = Map::case(&name);
            apply(&map, &result);
            let left = results(&sarif(&map));
            let same = |other: &Value| {
                other["message"] == result["message"] && other["locations"] == result["locations"]
            };
            assert!(!left.iter().any(same), "{name}: {result}");
            // A key that stands there already, rightly spelt, is another problem.
            let broken = |other: &&Value| {
                let message = other["message"]["text"].as_str().unwrap();
                other["ruleId"] == "bad-front-matter" && !message.contains("duplicate key")
            };
            assert_eq!(left.iter().find(broken), None, "{name}: {result}");
            applied += 1;
        }
    }
    assert!(applied >= 10, "{applied}");
}
