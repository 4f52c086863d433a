//! What `portolan check` prints for programs: it can be relied upon, and no content can make it say something else.

use crate::driver::{Folder, Map, cases, run};
use portolan::codes::Code;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

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

/// A map in a folder of a repository, whose content would like to be a command, a placeholder, a link, or an order to the terminal;
/// letters of several bytes stand before the last place of the page.
fn hostile() -> (Map, &'static str) {
    let key = "\\n::error file=a,line=1::%0A100% {0} [a](1) \\u001B[2J\\u009B\\u202E";
    let page =
        format!("+++\ntitle = \"A\"\nsummary = \"x\"\n\"{key}\" = 1\n+++\n\né∞ [[wisking]]\n");
    let map = Map::kitchen();
    let inside = map.root().join("my maps/one");
    fs::create_dir_all(map.root().join(".git")).unwrap();
    fs::create_dir_all(&inside).unwrap();
    fs::rename(map.root().join("content"), inside.join("content")).unwrap();
    let map = map
        .file("my maps/one/content/pages/about.md", page)
        .file(
            "my maps/one/content/references/100%41, #1.bib",
            "@book{a b,\n}\n",
        )
        .file("my maps/one/content/odd:::error::.md", "");
    (map, "my maps/one")
}

#[test]
fn hostile_content_stays_on_its_line() {
    let (map, root) = hostile();
    let outcome = map.run(&["check", root, "--format", "short"]);
    assert_eq!((outcome.status, outcome.stderr.as_str()), (1, ""));
    let expected = "\
my maps/one/content/pages/about.md:4:1: error[unknown-key]: the key ` ::error file=a,line=1::%0A100% {0} [a](1) ␛[2J��` means nothing here (use `title`, `summary`, `aliases` or `order`)
my maps/one/content/pages/about.md:7:6: error[unknown-entry]: there is no entry `wisking` (did you mean `whisking`?)
my maps/one/content/references/100%41, #1.bib:1:9: error[bad-bibliography]: this is not BibLaTeX: expected comma (each work is `@type{key, name = {value}, ...}`; look for a brace or comma missing before this place)
error[bad-file-name]: nothing reads `content/odd:::error::.md` (entries are `content/<folder>/<slug>.md`, bibliographies `content/references/*.bib`, or name it `README.md` if it is for people)
";
    assert_eq!(outcome.stdout, expected);
}

#[test]
fn hostile_content_is_no_command_of_a_workflow() {
    let (map, root) = hostile();
    let outcome = map.run(&["check", root, "--format", "github"]);
    assert_eq!((outcome.status, outcome.stderr.as_str()), (1, ""));
    let expected = "\
::error file=my maps/one/content/pages/about.md,line=4,endLine=4,col=1,endColumn=67,title=unknown-key::the key `%0A::error file=a,line=1::%250A100%25 {0} [a](1) ␛[2J��` means nothing here%0Ause `title`, `summary`, `aliases` or `order`
::error file=my maps/one/content/pages/about.md,line=7,endLine=7,col=6,endColumn=12,title=unknown-entry::there is no entry `wisking`%0Adid you mean `whisking`?
::error file=my maps/one/content/references/100%2541%2C #1.bib,line=1,endLine=1,col=9,endColumn=9,title=bad-bibliography::this is not BibLaTeX: expected comma%0Amy maps/one/content/references/100%2541, #1.bib:1:7: in this work%0Aeach work is `@type{key, name = {value}, ...}`; look for a brace or comma missing before this place
::error title=bad-file-name::nothing reads `content/odd:::error::.md`%0Aentries are `content/<folder>/<slug>.md`, bibliographies `content/references/*.bib`, or name it `README.md` if it is for people
";
    assert_eq!(outcome.stdout, expected);
}

/// An editor opens files from the folder where the program runs, GitHub from the root of the repository.
#[test]
fn paths_lead_from_where_they_are_read() {
    let (map, root) = hostile();
    let pages = map.root().join(root).join("content/pages");
    let first = |folder: &Path, arguments: &[&str]| {
        let outcome = run(folder, &[&["check", "--format"], arguments].concat(), &[]);
        outcome.stdout.lines().next().unwrap().to_owned()
    };
    let short = first(&pages, &["short"]);
    assert!(
        short.starts_with("../../content/pages/about.md:4:1: "),
        "{short}"
    );
    let github = first(&pages, &["github"]);
    assert!(
        github.starts_with("::error file=my maps/one/content/pages/about.md,line=4,"),
        "{github}"
    );
    let elsewhere = Folder::new();
    let whole = map.root().join(root);
    let whole = whole.to_str().unwrap();
    let short = first(elsewhere.path(), &["short", whole]);
    assert!(
        short.starts_with(&format!("{whole}/content/pages/about.md:4:1: ")),
        "{short}"
    );
}

#[test]
fn sarif_says_what_code_scanning_needs() {
    let (map, root) = hostile();
    let outcome = map.run(&["check", root, "--format", "sarif"]);
    assert_eq!((outcome.status, outcome.stderr.as_str()), (1, ""));
    let orders = |c: char| (c.is_control() && c != '\n') || c == '\u{202e}';
    assert!(!outcome.stdout.contains(orders), "{:?}", outcome.stdout);
    let report: Value = serde_json::from_str(&outcome.stdout).unwrap();
    let base = |file: &str| json!({ "uri": file, "uriBaseId": "%SRCROOT%" });
    let found: Vec<Value> = results(&report)
        .iter()
        .map(|result| result["locations"][0]["physicalLocation"].clone())
        .collect();
    let region = |line: u32, column: u32, end: u32| json!({ "startLine": line, "startColumn": column, "endLine": line, "endColumn": end });
    let page = base("my%20maps/one/content/pages/about.md");
    let works = base("my%20maps/one/content/references/100%2541%2C%20%231.bib");
    let expected = [
        json!({ "artifactLocation": page, "region": region(4, 1, 68) }),
        json!({ "artifactLocation": page, "region": region(7, 6, 13) }),
        json!({ "artifactLocation": works, "region": region(1, 9, 9) }),
        // The map as a whole: one result without a place would make code scanning refuse all of them.
        json!({ "artifactLocation": base("my%20maps/one/content/map.toml"), "region": { "startLine": 1 } }),
    ];
    assert_eq!(found, expected);
    let all = results(&report);
    // A consumer turns `{{0}}` into `{0}`, and takes `\](` for no end of a link.
    assert_eq!(
        all[0]["message"]["text"],
        "the key `\n::error file=a,line=1::%0A100% {{0}} [a\\](1) \u{1b}[2J\u{9b}\u{202e}` means nothing here\n\
         use `title`, `summary`, `aliases` or `order`"
    );
    assert_eq!(
        all[2]["relatedLocations"][0]["message"]["text"],
        "in this work"
    );
}

#[test]
fn every_rule_and_level_is_declared() {
    let report = sarif(&Map::case("unused-reference"));
    let run = &report["runs"][0];
    assert_eq!(
        (&report["version"], &run["columnKind"]),
        (&json!("2.1.0"), &json!("unicodeCodePoints"))
    );
    let driver = &run["tool"]["driver"];
    assert_eq!(
        (&driver["name"], &driver["version"]),
        (&json!("portolan"), &json!(env!("CARGO_PKG_VERSION")))
    );
    let rules = driver["rules"].as_array().unwrap();
    assert_eq!(rules.len(), Code::ALL.len());
    for (rule, code) in rules.iter().zip(Code::ALL) {
        assert_eq!(rule["id"], code.name());
        assert_eq!(
            rule["defaultConfiguration"]["level"],
            code.severity().name()
        );
        for text in ["shortDescription", "fullDescription", "help"] {
            assert!(!rule[text]["text"].as_str().unwrap().is_empty(), "{rule}");
        }
    }
    let result = &results(&report)[0];
    assert_eq!(
        (&result["ruleId"], &result["level"]),
        (&json!("unused-reference"), &json!("warning"))
    );
    let none = sarif(&Map::kitchen());
    assert_eq!(none["runs"][0]["results"], json!([]));
}
