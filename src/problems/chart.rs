//! Problems of the chart.

use crate::codes::Code;
use crate::diag::Diagnostic;
use crate::source::Span;

/// An entry, or a field with entries, that has no place in the lock. `what` says which of the two it is.
#[must_use]
pub fn unplaced(at: Span, what: &str, slug: &str) -> Diagnostic {
    let message = format!("the {what} `{slug}` has no place on the chart");
    Diagnostic::new(Code::UnplacedEntry, at, message)
        .help("run `portolan chart`, look at the chart, and commit `content/map.lock.toml`")
}

/// A place whose entry is not on the map, or now lies in another field.
#[must_use]
pub fn gone_place(at: Span, slug: &str, now: Option<&str>) -> Diagnostic {
    let message = match now {
        Some(field) => format!("`{slug}` now lies in the field `{field}`"),
        None => format!("the lock has a place for `{slug}`, which is not on the map"),
    };
    Diagnostic::new(Code::GonePlace, at, message).help(TAKE_OUT)
}

/// A field of the lock that is not on the map.
#[must_use]
pub fn gone_field(at: Span, slug: &str) -> Diagnostic {
    let message = format!("the lock has a land for the field `{slug}`, which is not on the map");
    Diagnostic::new(Code::GonePlace, at, message).help(TAKE_OUT)
}

const TAKE_OUT: &str = "run `portolan chart`: it takes such places out of `content/map.lock.toml`";
