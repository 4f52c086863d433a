//! How the site comes onto the disk: only what changed, nothing of anybody else's, and the last good site stays.

use crate::driver::{Map, outcome, put, tree};
use std::fs;
use std::process::Command;

#[test]
fn a_second_build_writes_nothing() {
    let map = Map::kitchen();
    map.build().silent_success();
    let outcome = map.build().silent_success();
    assert!(outcome.stdout.contains(": 0 of "), "{}", outcome.stdout);
}

#[test]
fn only_what_changed_is_written_and_what_went_is_removed() {
    let map = Map::kitchen();
    map.build().silent_success();
    put(&map.public().join("own.txt"), b"mine");
    fs::remove_file(map.root().join("content/pages/about.md")).unwrap();
    let outcome = map.build().silent_success();
    assert!(outcome.stdout.contains("1 removed"), "{}", outcome.stdout);
    assert!(
        !map.public().join("about").exists(),
        "the empty folder goes too"
    );
    assert!(
        map.public().join("own.txt").is_file(),
        "what portolan did not write stays"
    );
}

#[test]
fn a_folder_of_somebody_else_is_refused() {
    let map = Map::kitchen();
    put(&map.public().join("thesis.tex"), b"mine");
    let outcome = map.build();
    assert_eq!(outcome.status, 2);
    assert!(
        outcome
            .stderr
            .contains("holds files that portolan did not write"),
        "{}",
        outcome.stderr
    );
    assert_eq!(tree(&map.public()).len(), 1, "nothing was written");
}

#[test]
fn errors_leave_the_last_good_site() {
    let map = Map::kitchen();
    map.build().silent_success();
    let before = tree(&map.public());
    let map = map.file("content/dishes/souffle.md", "no front matter");
    let outcome = map.build();
    assert_eq!(outcome.status, 1);
    assert!(
        outcome.stderr.contains("nothing was written: "),
        "{}",
        outcome.stderr
    );
    assert!(tree(&map.public()) == before);
}

#[test]
fn a_build_that_was_cut_off_is_completed() {
    let map = Map::kitchen();
    map.build().silent_success();
    let whole = tree(&map.public());
    // As it is when the program is killed: the manifest says so, a page is old, another is missing, a file waits for its name.
    let manifest = map.page(".portolan");
    put(
        &map.public().join(".portolan"),
        manifest.replace("complete", "incomplete").as_bytes(),
    );
    put(&map.public().join("about/index.html"), b"torn");
    fs::remove_file(map.public().join("404.html")).unwrap();
    put(
        &map.public().join("about/.portolan-new.index.html"),
        b"torn",
    );
    map.build().silent_success();
    assert!(tree(&map.public()) == whole);
}

#[test]
fn a_manifest_cannot_name_files_outside() {
    let map = Map::kitchen();
    put(&map.root().join("precious.txt"), b"mine");
    put(
        &map.public().join(".portolan"),
        b"portolan 1 complete\n../precious.txt\n/etc/hostname\na/../../precious.txt\n",
    );
    map.build().silent_success();
    assert!(map.root().join("precious.txt").is_file());
}

#[test]
fn a_page_that_is_a_link_is_replaced_and_not_followed() {
    let map = Map::kitchen();
    map.build().silent_success();
    put(&map.root().join("precious.txt"), b"mine");
    #[cfg(unix)]
    {
        fs::remove_file(map.public().join("404.html")).unwrap();
        std::os::unix::fs::symlink(
            map.root().join("precious.txt"),
            map.public().join("404.html"),
        )
        .unwrap();
    }
    map.build().silent_success();
    assert_eq!(fs::read(map.root().join("precious.txt")).unwrap(), b"mine");
    assert!(map.page("404.html").contains("<main"));
}

/// The system stops every file at 4 KiB, as a full disk would somewhere in the middle.
#[cfg(unix)]
#[test]
fn a_disk_that_is_full_leaves_the_last_good_site() {
    let map = Map::kitchen();
    map.build().silent_success();
    let before = tree(&map.public());
    let longer = format!(
        "+++\ntitle = \"About\"\nsummary = \"x\"\n+++\n\n{}\n",
        "Long. ".repeat(2000)
    );
    let map = map
        .file("content/pages/about.md", &longer)
        .file("content/pages/new.md", &longer);
    let script = format!(
        "trap '' XFSZ; ulimit -f 8; exec '{}' build",
        env!("CARGO_BIN_EXE_portolan")
    );
    let outcome = outcome(
        Command::new("sh")
            .arg("-c")
            .arg(script)
            .current_dir(map.root()),
    );
    assert_eq!(outcome.status, 2, "{}", outcome.stderr);
    assert!(
        outcome.stderr.contains("cannot write `"),
        "{}",
        outcome.stderr
    );
    assert!(
        outcome.stderr.contains("the site is as it was before"),
        "{}",
        outcome.stderr
    );
    assert!(tree(&map.public()) == before, "every file is as it was");
    map.build().silent_success();
    assert!(map.public().join("new/index.html").is_file());
}

#[test]
fn a_folder_that_cannot_be_written_is_said() {
    let map = Map::kitchen();
    put(&map.root().join("file"), b"not a folder");
    let outcome = map.run(&["build", "--output", "file/site"]);
    assert_eq!(outcome.status, 2);
    assert!(
        outcome
            .stderr
            .starts_with("portolan: cannot write `file/site"),
        "{}",
        outcome.stderr
    );
}
