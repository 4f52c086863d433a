//! `portolan explain`, and the page that publishes the same.

use crate::driver::{Map, run};
use portolan::codes::Code;
use std::path::Path;

#[test]
fn every_problem_is_explained() {
    let map = Map::kitchen();
    map.build().silent_success();
    let page = map.page("diagnostics/index.html");
    for code in Code::ALL {
        let outcome = run(Path::new("/"), &["explain", code.name()], &[]).silent_success();
        for heading in [code.name(), "What: ", "Why: ", "Example:", "Instead:"] {
            assert!(
                outcome.stdout.contains(heading),
                "{}: {heading}",
                code.name()
            );
        }
        assert!(
            page.contains(&format!("id=\"{}\"", code.name())),
            "{} is not on the page",
            code.name()
        );
    }
}

#[test]
fn a_misspelt_problem_gets_a_suggestion() {
    let outcome = run(Path::new("/"), &["explain", "unknow-entry"], &[]);
    assert_eq!(outcome.status, 2);
    assert_eq!(
        outcome.stderr,
        "portolan: there is no problem `unknow-entry`; did you mean `unknown-entry`?\n"
    );
}
