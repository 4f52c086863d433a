//! portolan, tried through its binary and its public library; `tests/README.md` says how.

#![expect(
    clippy::disallowed_methods,
    reason = "tests read and write as they like; the fence is for builds"
)]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod attacks;
mod begin;
mod build;
mod chart;
mod citations;
mod cli;
mod content;
mod contributing;
mod diagnostics;
mod driver;
mod explanations;
mod floors;
mod generated;
mod golden;
mod graph;
mod layers;
mod made_up;
mod reports;
mod routes;
mod search;
mod soundness;
mod write;
