//! What a build makes, and that it depends on nothing but its input.

use crate::driver::{Folder, Map, put, run, tree};
use std::path::Path;

#[test]
fn two_builds_are_equal_on_any_number_of_threads() {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = Folder::new();
    let mut sites = Vec::new();
    for threads in ["1", "7"] {
        let output = folder.path().join(threads);
        let arguments = [
            "build",
            repository.to_str().unwrap(),
            "--output",
            output.to_str().unwrap(),
        ];
        assert_eq!(
            run(folder.path(), &arguments, &[("RAYON_NUM_THREADS", threads)]).status,
            0
        );
        sites.push(tree(&output));
    }
    assert!(sites[0].len() > 100, "the real map is built");
    let differ: Vec<&String> = sites[0]
        .keys()
        .filter(|path| sites[0].get(*path) != sites[1].get(*path))
        .collect();
    assert!(
        differ.is_empty() && sites[0].len() == sites[1].len(),
        "these files differ: {differ:?}"
    );
}

#[test]
fn pages_link_relatively_and_hold_no_foreign_markup() {
    let map = Map::kitchen();
    map.build().silent_success();
    for (path, bytes) in tree(&map.public()) {
        if !path.ends_with(".html") {
            continue;
        }
        let html = String::from_utf8(bytes).unwrap();
        let root = "../".repeat(path.matches('/').count());
        let root = if root.is_empty() { "./" } else { &root };
        if path != "404.html" {
            assert!(
                html.contains(&format!("href=\"{root}assets/site.css\"")),
                "{path}"
            );
            assert!(
                !html.contains("=\"/"),
                "{path} has an address from the domain's root"
            );
        }
        assert!(
            !html.contains("<script>") && !html.contains("<style"),
            "{path} has inline script or style"
        );
        assert_eq!(
            html.matches("<h1").count(),
            1,
            "{path} has one first heading"
        );
    }
    assert!(
        map.page("404.html")
            .contains("href=\"https://kitchen.example/assets/site.css\"")
    );
}

#[test]
fn addresses_can_be_given_on_the_command_line() {
    let map = Map::kitchen();
    let outcome = map.run(&[
        "build",
        "--base-url",
        "https://a.example/b",
        "--repository",
        "https://git.example/c/",
    ]);
    assert_eq!(outcome.status, 0, "{}", outcome.stderr);
    let page = map.page("dishes/souffle/index.html");
    assert!(page.contains("<link rel=\"canonical\" href=\"https://a.example/b/dishes/souffle/\">"));
    assert!(page.contains("href=\"https://git.example/c/edit/main/content/dishes/souffle.md\""));
    let outcome = map.run(&["build", "--base-url", "javascript:x"]);
    assert_eq!(outcome.status, 2);
}

#[test]
fn only_the_faces_in_use_are_written() {
    let map = Map::kitchen();
    map.build().silent_success();
    let fonts: Vec<String> = tree(&map.public())
        .into_keys()
        .filter(|path| path.starts_with("fonts/"))
        .collect();
    assert_eq!(
        fonts,
        [
            "fonts/KaTeX_Main-Regular.woff2",
            "fonts/KaTeX_Math-Italic.woff2",
            "fonts/OFL.txt"
        ]
    );
    let css = map.page("assets/site.css");
    assert_eq!(css.matches("@font-face").count(), 2);
}

#[test]
fn content_is_escaped_wherever_it_stands() {
    let nasty = "\"><script>alert(1)</script>&";
    let entry = format!(
        "+++\ntitle = '{nasty}'\nsummary = '{nasty}'\nfield = \"oven\"\nstatus = \"classic\"\n\n[[names]]\nterm = '{nasty}'\n\
         dialect = \"French\"\n\n[[prerequisites]]\nid = \"whisking\"\nneed = \"helpful\"\nwhy = '{nasty}'\n\n[[resources]]\n\
         ref = \"doe2000\"\nrole = \"start here\"\npart = '{nasty}'\nnote = '{nasty}'\n+++\n\n## A `{nasty}` {{#a}}\n\n\
         \\<script\\> [@doe2000, {nasty2}]\n",
        nasty2 = "\\<b\\>"
    );
    let work = "@book{doe2000,\n  title = {<script>alert(1)</script> \\& \"},\n  author = {<b>Doe</b>, \"Jane\"},\n  year = {2000},\n  confirmed = {all of it by <b>me</b>},\n}\n";
    let map = Map::kitchen()
        .file("content/dishes/pie.md", entry)
        .file("content/references/more.bib", work);
    let outcome = map.build();
    assert_eq!((outcome.status, outcome.stderr.as_str()), (0, ""));
    for (path, bytes) in tree(&map.public()) {
        let text = String::from_utf8_lossy(&bytes);
        let foreign = ["<script>alert", "<b>Doe", "\"><script"]
            .iter()
            .find(|piece| text.contains(**piece));
        assert!(
            !path.ends_with(".html") || path.starts_with("diagnostics") || foreign.is_none(),
            "{path}: {foreign:?}"
        );
    }
}

#[test]
fn own_templates_and_static_files_replace_the_built_in_ones() {
    let map = Map::kitchen()
        .file(
            "templates/404.html",
            "<title>{{ frame.site_title }}</title>gone",
        )
        .file("static/js/site/95-keep.js", "// mine\n")
        .file("static/extra/menu.txt", "eggs\n")
        .file("static/css/90-mine.css", "h1 { color: red }\n");
    map.build().silent_success();
    assert_eq!(map.page("404.html"), "<title>The kitchen</title>gone");
    assert!(map.page("assets/js/site.js").ends_with("// mine\n"));
    assert_eq!(map.page("assets/extra/menu.txt"), "eggs\n");
    assert!(map.page("assets/site.css").contains("h1 { color: red }\n"));
}

#[test]
fn images_stand_beside_entries() {
    let entry = "+++\ntitle = \"Pie\"\nsummary = \"x\"\nfield = \"oven\"\nstatus = \"classic\"\n\n[[prerequisites]]\nid = \"whisking\"\n\
                 need = \"helpful\"\nwhy = \"x\"\n+++\n\n![A *hot* pie](pictures/a%20pie.png)\n\n![A pie](pictures/pie.png)\n";
    let map = Map::kitchen()
        .file("content/dishes/pie.md", entry)
        .file("content/dishes/pictures/pie.png", b"\x89PNG");
    let outcome = map.build();
    assert!(
        outcome
            .stderr
            .contains("the map has no file `pictures/a%20pie.png`"),
        "{}",
        outcome.stderr
    );
    let map = map.file(
        "content/dishes/pie.md",
        entry.replace(
            "![A *hot* pie](pictures/a%20pie.png)",
            "![A *hot* pie](pictures/pie.png)",
        ),
    );
    map.build().silent_success();
    let page = map.page("dishes/pie/index.html");
    assert!(
        page.contains(
            "<img src=\"../../images/dishes/pictures/pie.png\" alt=\"A hot pie\" loading=\"lazy\">"
        ),
        "{page}"
    );
    assert!(
        map.public()
            .join("images/dishes/pictures/pie.png")
            .is_file()
    );
}

#[test]
fn a_map_without_anything_but_settings_builds() {
    let folder = Folder::new();
    let settings = "title = \"New\"\ntagline = \"x\"\nlanguage = \"en\"\nbase_url = \"https://new.example/\"\nlicence = \"CC0\"\n";
    put(&folder.path().join("content/map.toml"), settings.as_bytes());
    run(folder.path(), &["build"], &[]).silent_success();
    assert!(folder.path().join("public/index.html").is_file());
}

#[test]
fn headings_give_way_to_the_ids_that_pages_use_themselves() {
    let entry = "+++\ntitle = \"Pie\"\nsummary = \"x\"\nfield = \"oven\"\nstatus = \"classic\"\n\n[[prerequisites]]\nid = \"whisking\"\n\
                 need = \"helpful\"\nwhy = \"x\"\n+++\n\n## Plan\n\n## Needs whisking\n\n## Needs whisking\n";
    let map = Map::kitchen().file("content/dishes/pie.md", entry);
    map.build().silent_success();
    let page = map.page("dishes/pie/index.html");
    for id in ["plan-2", "on-needs-whisking", "on-needs-whisking-2"] {
        assert!(page.contains(&format!("<h2 id=\"{id}\"")), "{id}");
    }
}
