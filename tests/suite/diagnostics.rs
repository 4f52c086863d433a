//! Every problem, on a small map that has it, with its exact text.

use crate::driver::{Map, cases, expect};
use portolan::codes::{Code, Severity};
use std::collections::BTreeSet;
use std::fs;

fn names() -> BTreeSet<String> {
    let folders = fs::read_dir(cases().join("diagnostics")).unwrap();
    folders
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect()
}

#[test]
fn each_case_says_exactly_what_is_expected() {
    let mut wrong = Vec::new();
    for name in names() {
        let outcome = Map::case(&name).check();
        assert_eq!(outcome.stdout, "", "{name}");
        let file = cases().join("diagnostics").join(&name).join("expected.txt");
        let kept = std::panic::catch_unwind(|| expect(&file, &outcome.stderr));
        if kept.is_err() {
            wrong.push(name.clone());
        }
        let code: Option<Code> = name.parse().ok();
        let severity = code.map_or(Severity::Error, Code::severity);
        assert_eq!(
            outcome.status,
            i32::from(severity == Severity::Error),
            "{name}: exit status"
        );
        if let Some(code) = code {
            assert!(
                outcome.stderr.contains(&format!("[{}]", code.name())),
                "{name} does not have the problem"
            );
        }
    }
    assert!(wrong.is_empty(), "these cases differ: {wrong:?}");
}

#[test]
fn every_problem_has_a_case() {
    // These need links, large files or a day, which other tests of this suite make.
    let made_elsewhere = [Code::OutsideRoot, Code::TooLarge, Code::StaleEntry];
    let names = names();
    for code in Code::ALL {
        assert!(
            made_elsewhere.contains(code) || names.contains(code.name()),
            "`{}` has no case",
            code.name()
        );
    }
}

#[test]
fn the_kitchen_has_no_fault() {
    Map::kitchen().check().silent_success();
}

#[test]
fn a_problem_is_said_once_even_on_many_pages() {
    let outcome = Map::case("template").check();
    assert_eq!(
        outcome.stderr.matches("[template]").count(),
        2,
        "{}",
        outcome.stderr
    );
}

/// Two faulty files with ten planted faults each: each is reported once, at its own line and column, also behind letters of
/// several bytes and with the line ends of Windows.
#[test]
fn twenty_faults_give_twenty_messages_at_their_places() {
    let outcome = Map::case("twenty-faults").run(&["check", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&outcome.stdout).unwrap();
    let mut found: Vec<String> = Vec::new();
    for problem in report["diagnostics"].as_array().unwrap() {
        let file = problem["file"]
            .as_str()
            .unwrap()
            .rsplit('/')
            .next()
            .unwrap();
        found.push(format!(
            "{file}:{}:{} {}",
            problem["line"],
            problem["column"],
            problem["code"].as_str().unwrap()
        ));
    }
    let expected = [
        "creme-brulee.md:3:1 unknown-key",
        "creme-brulee.md:4:9 unknown-field",
        "creme-brulee.md:5:10 bad-value",
        "creme-brulee.md:6:11 unknown-topic",
        "creme-brulee.md:7:12 wrong-type",
        "creme-brulee.md:11:11 bad-value",
        "creme-brulee.md:14:6 unknown-entry",
        "creme-brulee.md:24:7 unknown-reference",
        "creme-brulee.md:25:8 bad-value",
        "creme-brulee.md:29:27 raw-html",
        "creme-brulee.md:29:52 unknown-entry",
        "ile-flottante.md:7:1 missing-reason",
        "ile-flottante.md:8:6 self-prerequisite",
        "ile-flottante.md:14:14 bad-formula",
        "ile-flottante.md:14:26 unsafe-url",
        "ile-flottante.md:14:57 dead-anchor",
        "ile-flottante.md:14:70 unknown-reference",
        "ile-flottante.md:16:1 heading-order",
        "ile-flottante.md:18:5 bad-statement",
        "ile-flottante.md:19:13 dead-footnote",
    ];
    assert_eq!(expected.len(), 20);
    found.sort_unstable();
    let mut expected: Vec<String> = expected.map(str::to_owned).into();
    expected.sort_unstable();
    assert_eq!(found, expected);
}

#[test]
fn links_and_large_files_are_refused() {
    let large = "x".repeat(600 * 1024);
    let map = Map::kitchen()
        .file("content/dishes/large.md", large)
        .file("content/dishes/large.png", vec![0; 3 << 20]);
    let formula = format!(
        "+++\ntitle = \"About\"\nsummary = \"x\"\n+++\n\n${}$\n",
        "x".repeat(10_001)
    );
    let map = map.file("content/pages/about.md", formula);
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("/etc/passwd", map.root().join("content/dishes/secret.md"))
            .unwrap();
        std::os::unix::fs::symlink("/etc", map.root().join("content/etc")).unwrap();
        std::os::unix::fs::symlink("souffle.md", map.root().join("content/dishes/same.md"))
            .unwrap();
    }
    let outcome = map.check();
    for words in [
        "this file has 600 KiB; the limit is 512 KiB",
        "`content/dishes/large.png` has 3072 KiB; the limit is 2048 KiB",
        "this formula has more than 10000 characters",
        "the symbolic link `content/dishes/secret.md` leads out of the map's folder",
        "the symbolic link `content/etc` leads out of the map's folder",
    ] {
        assert_eq!(
            outcome.stderr.matches(words).count(),
            1,
            "{words}\n{}",
            outcome.stderr
        );
    }
    assert!(
        !outcome.stderr.contains("link `content/dishes/same.md`"),
        "a link within the map is followed"
    );
    assert!(
        !outcome.stderr.contains("root:"),
        "nothing of a foreign file is shown"
    );
}
