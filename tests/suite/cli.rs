//! Arguments, exit status and the forms of output.

use crate::driver::{Folder, Map, run};
use std::path::Path;

#[test]
fn the_map_is_found_upward() {
    let map = Map::kitchen();
    run(&map.root().join("content/dishes"), &["check"], &[]).silent_success();
    let outcome = run(Folder::new().path(), &["check"], &[]);
    assert_eq!(outcome.status, 2);
    assert!(
        outcome
            .stderr
            .contains("no folder holds `content/map.toml`"),
        "{}",
        outcome.stderr
    );
}

#[test]
fn a_named_folder_without_a_map_is_said() {
    let folder = Folder::new();
    let outcome = run(
        Path::new("/"),
        &["build", folder.path().to_str().unwrap()],
        &[],
    );
    assert_eq!(outcome.status, 2);
    assert!(
        outcome.stderr.starts_with("portolan: there is no map in `"),
        "{}",
        outcome.stderr
    );
}

#[test]
fn wrong_usage_is_two() {
    assert_eq!(run(Path::new("/"), &["bild"], &[]).status, 2);
    assert_eq!(
        run(Path::new("/"), &["check", "--format", "xml"], &[]).status,
        2
    );
}

#[test]
fn warnings_alone_let_the_site_be_written() {
    let map = Map::case("unused-reference");
    let outcome = map.build();
    assert_eq!(outcome.status, 0);
    assert!(
        outcome.stderr.starts_with("warning[unused-reference]"),
        "{}",
        outcome.stderr
    );
    assert!(map.public().join("index.html").is_file());
}

#[test]
fn problems_as_json() {
    let outcome = Map::case("unknown-entry").run(&["check", "--format", "json"]);
    assert_eq!((outcome.status, outcome.stderr.as_str()), (1, ""));
    let report: serde_json::Value = serde_json::from_str(&outcome.stdout).unwrap();
    assert_eq!(
        (&report["version"], &report["errors"], &report["warnings"]),
        (&1.into(), &4.into(), &0.into())
    );
    let first = &report["diagnostics"][0];
    assert_eq!(first["code"], "unknown-entry");
    assert_eq!(first["severity"], "error");
    assert_eq!(first["message"], "there is no entry `wisking`");
    assert_eq!(first["file"], "content/dishes/pie.md");
    assert_eq!((&first["line"], &first["column"]), (&8.into(), &6.into()));
    assert_eq!(
        (&first["end_line"], &first["end_column"]),
        (&8.into(), &15.into())
    );
    assert_eq!(first["replacement"], "\"whisking\"");
    assert_eq!(first["help"][0], "did you mean `whisking`?");
}

#[test]
fn no_colour_without_a_terminal() {
    let outcome = Map::case("unknown-entry").check();
    assert!(!outcome.stderr.contains('\u{1b}'));
}

#[test]
fn content_cannot_command_the_terminal() {
    let map = Map::kitchen().file(
        "content/pages/about.md",
        "+++\ntitle = \"A\"\nsummary = \"x\"\n+++\n\n[[\u{1b}[2J]]\n",
    );
    let outcome = map.check();
    assert_eq!(outcome.status, 1);
    assert!(!outcome.stderr.contains('\u{1b}'), "{:?}", outcome.stderr);
}

#[test]
fn what_is_due_for_review_is_listed_if_a_day_is_given() {
    let map = Map::kitchen();
    let due = |months: &str, on: &str| {
        let outcome = map.run(&["check", "--stale", months, "--on", on]);
        assert_eq!(outcome.status, 0);
        let lines = outcome
            .stderr
            .lines()
            .filter(|line| line.starts_with("warning[stale-entry]"));
        lines
            .map(|line| line.split('`').nth(1).unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    // Two documents were reviewed on 20 November 2026, the others never.
    let never = ["omelette", "folding", "whisking"];
    assert_eq!(due("12", "2027-11-20"), never);
    assert_eq!(
        due("12", "2027-11-21"),
        ["omelette", "souffle", "fall", "folding", "whisking"]
    );
    assert_eq!(
        map.run(&["check", "--stale", "12"]).status,
        2,
        "the program never asks the clock"
    );
}

/// A page whose content would like to be a command: its key has a line end, and letters before the place count as characters.
fn hostile() -> Map {
    let page = "+++\ntitle = \"A\"\nsummary = \"x\"\n\"x\\n::error title=a,b::50%\" = 1\n+++\n\né [[wisking]]\n";
    Map::kitchen().file("content/pages/about.md", page)
}

#[test]
fn problems_one_a_line() {
    let outcome = hostile().run(&["check", "--format", "short"]);
    assert_eq!((outcome.status, outcome.stderr.as_str()), (1, ""));
    let lines: Vec<&str> = outcome.stdout.lines().collect();
    assert_eq!(lines.len(), 2, "{}", outcome.stdout);
    assert_eq!(
        lines[0],
        "content/pages/about.md:4:1: error[unknown-key]: the key `x ::error title=a,b::50%` means nothing here \
         (use `title`, `summary`, `aliases` or `order`)"
    );
    assert_eq!(
        lines[1],
        "content/pages/about.md:7:5: error[unknown-entry]: there is no entry `wisking` (did you mean `whisking`?)"
    );
    // From the folder above, the way to the map comes first.
    let map = hostile();
    let (above, name) = (
        map.root().parent().unwrap(),
        map.root().file_name().unwrap(),
    );
    let name = name.to_str().unwrap();
    let outcome = run(above, &["check", name, "--format", "short"], &[]);
    assert!(
        outcome
            .stdout
            .starts_with(&format!("{name}/content/pages/about.md:4:1: ")),
        "{}",
        outcome.stdout
    );
}

#[test]
fn problems_on_the_lines_of_a_pull_request() {
    let outcome = hostile().run(&["check", "--format", "github"]);
    assert_eq!((outcome.status, outcome.stderr.as_str()), (1, ""));
    let lines: Vec<&str> = outcome.stdout.lines().collect();
    assert_eq!(
        lines.len(),
        2,
        "content begins no command: {}",
        outcome.stdout
    );
    assert_eq!(
        lines[0],
        "::error file=content/pages/about.md,line=4,endLine=4,col=1,endColumn=27,title=unknown-key::\
         the key `x%0A::error title=a,b::50%25` means nothing here%0Ause `title`, `summary`, `aliases` or `order`"
    );
    assert_eq!(
        lines[1],
        "::error file=content/pages/about.md,line=7,endLine=7,col=5,endColumn=11,title=unknown-entry::\
         there is no entry `wisking`%0Adid you mean `whisking`?"
    );
    // What is wrong with the map as a whole has no place.
    let whole = Map::kitchen()
        .file("content/map.toml", "")
        .run(&["check", "--format", "github"]);
    assert_eq!(whole.status, 1);
    assert!(
        whole.stdout.lines().all(|line| line.starts_with("::")),
        "{}",
        whole.stdout
    );
}

#[test]
fn problems_as_sarif() {
    let outcome = hostile().run(&["check", "--format", "sarif"]);
    assert_eq!((outcome.status, outcome.stderr.as_str()), (1, ""));
    let report: serde_json::Value = serde_json::from_str(&outcome.stdout).unwrap();
    let run = &report["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    let results = run["results"].as_array().unwrap();
    assert_eq!(results.len(), 2);
    for result in results {
        let rule = &rules[usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()];
        assert_eq!(rule["id"], result["ruleId"]);
    }
    let last = &results[1];
    let place = &last["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "content/pages/about.md");
    let region =
        serde_json::json!({ "startLine": 7, "startColumn": 5, "endLine": 7, "endColumn": 12 });
    assert_eq!(place["region"], region);
    let change = &last["fixes"][0]["artifactChanges"][0];
    assert_eq!(
        change["replacements"][0]["insertedContent"]["text"],
        "whisking"
    );
    assert_eq!(change["replacements"][0]["deletedRegion"], region);
}
