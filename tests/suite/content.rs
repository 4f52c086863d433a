//! The real map is a test too: it has no fault, and the repository's words about it are true.

use crate::driver::run;
use std::fs;
use std::path::{Path, PathBuf};

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

#[test]
fn the_real_content_checks_silently() {
    run(&repository(), &["check"], &[]).silent_success();
}

#[test]
fn every_real_entry_is_of_a_readable_length() {
    for folder in ["areas", "mathematics"] {
        for entry in fs::read_dir(repository().join("content").join(folder)).unwrap() {
            let path = entry.unwrap().path();
            let text = fs::read_to_string(&path).unwrap();
            let body = text.splitn(3, "+++").nth(2).unwrap();
            let words = body.split_whitespace().count();
            assert!(
                (150..=650).contains(&words),
                "{} has {words} words",
                path.display()
            );
        }
    }
}

/// Everything that the thread names has its place: an entry, or a work of the bibliography.
#[test]
fn the_seed_has_its_places() {
    let content = repository().join("content");
    let list = fs::read_to_string(crate::driver::cases().join("seed.txt")).unwrap();
    let bibliography: String = fs::read_dir(content.join("references"))
        .unwrap()
        .map(|file| fs::read_to_string(file.unwrap().path()).unwrap())
        .collect();
    let mut count = 0;
    for line in list.lines().filter(|line| !line.starts_with('#')) {
        let (kind, name) = line.split_once(' ').unwrap();
        let found = match kind {
            "area" => content.join(format!("areas/{name}.md")).is_file(),
            "foundation" => content.join(format!("mathematics/{name}.md")).is_file(),
            "work" => bibliography.contains(&format!("{{{name},")),
            _ => panic!("{line}"),
        };
        assert!(found, "{line}");
        count += 1;
    }
    assert!(count > 75);
    assert!(
        fs::read_dir(content.join("debates")).unwrap().count() >= 9,
        "the nine debates"
    );
}

/// In `Vito, Ernesto De` a part of the family name has slipped behind the comma, and citations would cut it off.
#[test]
fn no_family_name_is_cut() {
    let particles = [
        "Al", "Ben", "Da", "Das", "De", "Del", "Della", "Den", "Der", "Di", "Dos", "Du", "El",
        "La", "Las", "Le", "Los", "Van", "Von",
    ];
    let mut count = 0;
    for file in fs::read_dir(repository().join("content/references")).unwrap() {
        let text = fs::read_to_string(file.unwrap().path()).unwrap();
        let lines = text.lines().map(str::trim_start);
        for line in
            lines.filter(|line| line.starts_with("author =") || line.starts_with("editor ="))
        {
            let people = line.split_once('{').unwrap().1.trim_end_matches("},");
            for (family, given) in people
                .split(" and ")
                .filter_map(|name| name.split_once(", "))
            {
                let last = given.rsplit(' ').next().unwrap_or_default();
                let is_particle = particles
                    .iter()
                    .any(|particle| particle.eq_ignore_ascii_case(last));
                assert!(!is_particle || !given.contains(' '), "{family}, {given}");
                count += 1;
            }
        }
    }
    assert!(count > 1000, "{count} names");
}
