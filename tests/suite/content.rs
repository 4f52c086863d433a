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
