//! What stands inside `<main>` of every page of the kitchen, exactly.

use crate::driver::{Map, cases, expect, tree};
use std::fs;

#[test]
fn the_kitchen_looks_as_it_did() {
    let map = Map::kitchen();
    map.build().silent_success();
    let golden = cases().join("golden");
    if std::env::var_os("UPDATE").is_some() {
        // What is no longer made must not stay.
        let _ = fs::remove_dir_all(&golden);
    }
    let mut made = Vec::new();
    for (path, bytes) in tree(&map.public()) {
        if path.ends_with(".html") && path != "diagnostics/index.html" {
            let html = String::from_utf8(bytes).unwrap();
            let start = html.find("<main").unwrap();
            let end = html.find("</main>").unwrap();
            // Typeset formulas are the typesetter's affair; here it is enough that there is one.
            expect(&golden.join(&path), &without_formulas(&html[start..end]));
            made.push(path);
        }
    }
    let kept: Vec<String> = tree(&golden).into_keys().collect();
    assert_eq!(
        made, kept,
        "pages that are expected, and pages that are made"
    );
}

fn without_formulas(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some(at) = rest.find("<span class=\"katex\">") {
        text += &rest[..at];
        let tex = &rest[at..];
        let start = tex.find("application/x-tex\">").unwrap() + "application/x-tex\">".len();
        let end = start + tex[start..].find("</annotation>").unwrap();
        text += &format!("[formula {}]", &tex[start..end]);
        rest = &tex[closing(tex)..];
    }
    text + rest
}

/// Where the element that begins `html` ends.
fn closing(html: &str) -> usize {
    let mut depth = 0;
    for (at, _) in html.match_indices('<') {
        let tag = &html[at..];
        if tag.starts_with("<span") {
            depth += 1;
        } else if tag.starts_with("</span>") {
            depth -= 1;
            if depth == 0 {
                return at + "</span>".len();
            }
        }
    }
    html.len()
}
