//! `portolan new` and `portolan init`: what one begins with is sound, and says everything that can be said.

use crate::driver::{Folder, Map, run};
use std::fs;

/// The document with all that stands in comments made real.
fn with_everything(text: &str) -> String {
    let real = |line: &str| {
        let rest = line.strip_prefix("# ")?;
        let key = rest
            .split_once(" = ")
            .is_some_and(|(key, _)| key.bytes().all(|byte| byte.is_ascii_lowercase()));
        (key || rest.starts_with("[[")).then(|| rest.to_owned())
    };
    text.lines()
        .map(|line| real(line).unwrap_or_else(|| line.to_owned()) + "\n")
        .collect()
}

#[test]
fn a_new_entry_is_sound() {
    let map = Map::kitchen();
    let outcome = map
        .run(&["new", "dish", "Crème \"brûlée\"", "--field", "oven"])
        .silent_success();
    assert!(
        outcome.stdout.contains("content/dishes/creme-brulee.md: "),
        "{}",
        outcome.stdout
    );
    let text = fs::read_to_string(map.root().join("content/dishes/creme-brulee.md")).unwrap();
    assert!(
        text.starts_with("+++\ntitle = 'Crème \"brûlée\"'\n"),
        "{text}"
    );
    assert!(
        text.contains("# - classic: Everybody cooks it.\n"),
        "the map's own words are in it: {text}"
    );
    let outcome = map.check();
    assert_eq!(outcome.status, 0, "{}", outcome.stderr);
    assert!(!outcome.stderr.contains("error"), "{}", outcome.stderr);
}

#[test]
fn nothing_is_overwritten() {
    let map = Map::kitchen();
    let before = fs::read(map.root().join("content/dishes/souffle.md")).unwrap();
    let outcome = map.run(&["new", "dish", "Soufflé", "--field", "oven"]);
    assert_eq!(outcome.status, 2);
    assert!(
        outcome
            .stderr
            .ends_with("souffle.md` exists already, and is left as it is\n"),
        "{}",
        outcome.stderr
    );
    assert_eq!(
        fs::read(map.root().join("content/dishes/souffle.md")).unwrap(),
        before
    );
}

#[test]
fn every_key_is_explained_and_known() {
    let kinds = [
        "dishes",
        "techniques",
        "field",
        "topic",
        "question",
        "debate",
        "path",
        "page",
    ];
    for kind in kinds {
        let map = Map::kitchen();
        map.run(&[
            "new",
            kind,
            "Something new",
            "--field",
            if kind == "dishes" { "oven" } else { "hands" },
        ])
        .silent_success();
        let folder = if kind.ends_with('s') {
            kind.to_owned()
        } else {
            format!("{kind}s")
        };
        let path = format!("content/{folder}/something-new.md");
        let text = with_everything(&fs::read_to_string(map.root().join(&path)).unwrap());
        // What is withdrawn may have any key, so that is tried without.
        let text: String = text
            .lines()
            .filter(|line| !line.starts_with("withdrawn"))
            .map(|line| format!("{line}\n"))
            .collect();
        let said = map.file(&path, text).check().stderr;
        let placeholders = ["slug-of-", "key-of-", "nothing links"];
        for line in said
            .lines()
            .filter(|line| line.starts_with("error") || line.starts_with("warning"))
        {
            let allowed =
                placeholders.iter().any(|word| line.contains(word)) || !line.starts_with("error");
            assert!(allowed, "{kind}: {line}\n{said}");
        }
    }
}

#[test]
fn what_cannot_be_begun_is_said() {
    let map = Map::kitchen();
    let said = |arguments: &[&str]| {
        let outcome = map.run(arguments);
        assert_eq!((outcome.status, outcome.stdout.as_str()), (2, ""));
        outcome.stderr
    };
    assert!(
        said(&["new", "recipe", "A"])
            .contains("there is no kind `recipe`; write `dishes`, `techniques`")
    );
    assert!(said(&["new", "dish", "A", "--field", "ovn"]).contains("did you mean `oven`?"));
    assert!(
        said(&["new", "dish", "A", "--field", "hands"]).contains("write `oven`"),
        "a field of the other kind"
    );
    assert!(said(&["new", "page", "?!"]).contains("no letter"));
}

#[test]
fn a_new_map_builds_and_grows() {
    let folder = Folder::new();
    let root = folder.path().join("sea-charts");
    let outcome = run(folder.path(), &["init", "sea-charts"], &[]).silent_success();
    assert!(
        outcome
            .stdout
            .starts_with("sea-charts: a map without entries"),
        "{}",
        outcome.stdout
    );
    run(&root, &["check"], &[]).silent_success();
    run(&root, &["build"], &[]).silent_success();
    let home = fs::read_to_string(root.join("public/index.html")).unwrap();
    assert!(
        home.contains("<title>Sea charts</title>"),
        "the map is called after its folder"
    );
    let nothing = fs::read_to_string(root.join("public/prerequisites/index.html")).unwrap();
    assert!(nothing.contains("There is nothing on this map yet."));
    run(&root, &["new", "area", "Winds"], &[]).silent_success();
    run(&root, &["new", "foundation", "Stars"], &[]).silent_success();
    assert_eq!(run(&root, &["build"], &[]).status, 0);
    assert!(root.join("public/areas/winds/index.html").is_file());
    let again = run(folder.path(), &["init", "sea-charts"], &[]);
    assert_eq!(again.status, 2, "a map is not overwritten");
    assert!(again.stderr.contains("exists already"), "{}", again.stderr);
}
