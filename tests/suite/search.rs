//! The data of the search, what pages say to programs, and the steps of the paths.

use crate::driver::Map;
use serde_json::Value;

/// The data that a script of the site hands over.
fn data(map: &Map, name: &str) -> Value {
    let text = map.page(&format!("search-{name}.js"));
    let json = text
        .strip_prefix(&format!("(globalThis.portolan??={{}}).{name}="))
        .and_then(|rest| rest.strip_suffix(";\n"))
        .unwrap();
    serde_json::from_str(json).unwrap()
}

/// The slugs of all documents, in the order in which the data number them.
fn slugs(index: &Value) -> Vec<String> {
    let rows = index["kinds"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|kind| kind["rows"].as_array().unwrap());
    rows.map(|row| row[0].as_str().unwrap().to_owned())
        .collect()
}

/// The documents in which a word occurs.
fn documents(words: &Value, index: &Value, word: &str) -> Vec<String> {
    let at = words["words"]
        .as_str()
        .unwrap()
        .split(' ')
        .position(|known| known == word)
        .unwrap_or_else(|| panic!("`{word}` is a word"));
    let list = words["at"].as_str().unwrap().split(';').nth(at).unwrap();
    let slugs = slugs(index);
    let mut number = 0;
    let step = |step: &str| {
        let distance = step.trim_end_matches('+');
        number += usize::from_str_radix(distance, 36).unwrap_or(1);
        slugs[number - 1].clone()
    };
    list.split(',').map(step).collect()
}

#[test]
fn words_lead_to_their_documents() {
    let entry = |title: &str, text: &str| {
        format!(
            "+++\ntitle = \"{title}\"\nsummary = \"x\"\nfield = \"oven\"\nstatus = \"classic\"\n\n[[prerequisites]]\nid = \"whisking\"\n\
             need = \"helpful\"\nwhy = \"x\"\n+++\n\n{text}\n"
        )
    };
    let map = Map::kitchen()
        .file(
            "content/dishes/pie.md",
            entry("Pie", "A *zab*aglione\u{2013}crust of $Z^{77}$ [[souffle]].\n\n## Blind ba\u{ad}king"),
        )
        .file(
            "content/topics/zzz.md",
            "+++\ntitle = \"Last\"\nsummary = \"x\"\n+++\n\nThe zabaglione-crust again, zabaglione-crust, zabaglione-crust.\n",
        );
    map.build();
    let (index, words) = (data(&map, "index"), data(&map, "words"));
    assert_eq!(
        documents(&words, &index, "zabaglione-crust"),
        ["pie", "zzz"]
    );
    assert_eq!(documents(&words, &index, "z77"), ["pie"]);
    assert_eq!(documents(&words, &index, "baking"), ["pie"]);
    let row = &index["kinds"][0]["rows"];
    let pie = row
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row[0] == "pie")
        .unwrap();
    assert_eq!(pie[1], "Pie");
    assert_eq!(
        pie[4][1], "Blind ba\u{ad}king",
        "texts stand as they were written"
    );
}

#[test]
fn statements_name_their_documents() {
    let map = Map::kitchen();
    map.build().silent_success();
    let index = data(&map, "index");
    let slugs = slugs(&index);
    let statements = index["statements"].as_array().unwrap();
    assert!(!statements.is_empty());
    for statement in statements {
        let slug = &slugs[usize::try_from(statement[0].as_u64().unwrap()).unwrap()];
        let id = statement[1].as_str().unwrap();
        let kinds = index["kinds"].as_array().unwrap();
        let page = kinds
            .iter()
            .map(|kind| format!("{}{slug}/index.html", kind["at"].as_str().unwrap()))
            .find(|path| map.public().join(path).is_file())
            .unwrap();
        assert!(
            map.page(&page).contains(&format!("id=\"{id}\"")),
            "{page}#{id}"
        );
    }
}

#[test]
fn made_pages_can_be_found_and_technical_ones_cannot() {
    let map = Map::kitchen();
    map.build().silent_success();
    let slugs = slugs(&data(&map, "index"));
    for page in ["claims", "rosetta", "references", "about"] {
        assert!(slugs.iter().any(|slug| slug == page), "{page}");
    }
    for page in ["search", "diagnostics", "404.html", ""] {
        assert!(!slugs.iter().any(|slug| slug == page), "{page}");
    }
}

#[test]
fn pages_say_to_programs_what_they_are() {
    let map = Map::kitchen();
    map.build().silent_success();
    let page = map.page("dishes/souffle/index.html");
    for tag in [
        "<meta property=\"og:url\" content=\"https://kitchen.example/dishes/souffle/\">",
        "<meta property=\"og:image\" content=\"https://kitchen.example/assets/icon-512.png\">",
        "<meta property=\"og:type\" content=\"article\">",
        "<link rel=\"manifest\" href=\"../../site.webmanifest\">",
    ] {
        assert!(page.contains(tag), "{tag}");
    }
    assert!(map.page("index.html").contains("content=\"website\""));
    let manifest: Value = serde_json::from_str(&map.page("site.webmanifest")).unwrap();
    assert_eq!(manifest["name"], "The kitchen");
    for icon in manifest["icons"].as_array().unwrap() {
        assert!(map.public().join(icon["src"].as_str().unwrap()).is_file());
    }
    assert!(!map.page("404.html").contains("og:url"));
}

#[test]
fn scripts_of_a_folder_become_one() {
    let map = Map::kitchen()
        .file("static/js/site/99-mine.js", "// the last\n")
        .file("static/js/own/b.js", "// b\n")
        .file("static/js/own/a.js", "// a\n")
        .file("static/js/alone.js", "// alone\n");
    map.build().silent_success();
    assert!(map.page("assets/js/site.js").ends_with("// the last\n"));
    assert_eq!(map.page("assets/js/own.js"), "// a\n// b\n");
    assert_eq!(map.page("assets/js/alone.js"), "// alone\n");
    assert!(!map.public().join("assets/js/site").exists());
}
