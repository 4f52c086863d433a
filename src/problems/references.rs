//! Problems of the bibliography.

use crate::codes::Code;
use crate::diag::Diagnostic;
use crate::source::Span;

/// The file is not BibLaTeX; `reason` is the parser's.
#[must_use]
pub fn malformed(at: Span, reason: &str) -> Diagnostic {
    Diagnostic::new(Code::BadBibliography, at, format!("this is not BibLaTeX: {reason}"))
        .help("each work is `@type{key, name = {value}, ...}`; look for a brace or comma missing before this place")
}

/// A field is missing that every reference shows.
#[must_use]
pub fn missing_field(at: Span, key: &str, field: &str) -> Diagnostic {
    Diagnostic::new(
        Code::BadBibliography,
        at,
        format!("`{key}` has no `{field}`"),
    )
    .help(format!("add `{field} = {{...}},`"))
}

/// A field's value cannot be read; `reason` is the parser's.
#[must_use]
pub fn bad_field(at: Span, field: &str, reason: &str) -> Diagnostic {
    Diagnostic::new(
        Code::BadBibliography,
        at,
        format!("`{field}` cannot be read: {reason}"),
    )
}

/// A key that a citation could not carry.
#[must_use]
pub fn bad_key(at: Span, key: &str) -> Diagnostic {
    Diagnostic::new(
        Code::BadBibliography,
        at,
        format!("`{key}` cannot be a key"),
    )
    .help("use lower-case letters, digits and hyphens, as in `jacot2018neural`")
}

/// An identifier that cannot be right; `what` carries its article (`an arXiv id`).
#[must_use]
pub fn bad_identifier(at: Span, value: &str, what: &str, form: &str) -> Diagnostic {
    Diagnostic::new(Code::BadIdentifier, at, format!("`{value}` is not {what}")).help(form)
}

/// Two works of one key.
#[must_use]
pub fn duplicate_key(at: Span, key: &str, first: Span) -> Diagnostic {
    Diagnostic::new(
        Code::DuplicateReference,
        at,
        format!("another work already has the key `{key}`"),
    )
    .also(first, "this one")
    .help("take one of them out, or give it another key")
}

/// Two works of one identifier.
#[must_use]
pub fn duplicate_identifier(at: Span, what: &str, value: &str, first: Span) -> Diagnostic {
    Diagnostic::new(
        Code::DuplicateReference,
        at,
        format!("another work already has the {what} `{value}`"),
    )
    .also(first, "this one")
    .help("one of the two is wrong, or both are the same work")
}

/// A work that the map does not use.
#[must_use]
pub fn unused(at: Span, key: &str) -> Diagnostic {
    Diagnostic::new(
        Code::UnusedReference,
        at,
        format!("nothing on the map uses `{key}`"),
    )
    .help("add it to the resources of an entry, or take it out")
}

/// A work that does not say what it was checked against.
#[must_use]
pub fn unconfirmed(at: Span, key: &str) -> Diagnostic {
    Diagnostic::new(
        Code::UnconfirmedReference,
        at,
        format!("`{key}` does not say what confirmed it"),
    )
    .help("add `confirmed = {title, authors, year by ...},`")
}
