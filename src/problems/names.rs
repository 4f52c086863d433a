//! Problems of names: slugs that clash, and words that name nothing.

use crate::codes::Code;
use crate::diag::Diagnostic;
use crate::source::Span;

/// Two entries of one slug.
#[must_use]
pub fn duplicate_slug(at: Span, slug: &str, first: Span) -> Diagnostic {
    Diagnostic::new(
        Code::DuplicateSlug,
        at,
        format!("another entry already has the slug `{slug}`"),
    )
    .also(first, "this one")
    .help("rename one of the two files")
}

/// A slug that the site needs itself.
#[must_use]
pub fn reserved_slug(at: Span, slug: &str) -> Diagnostic {
    Diagnostic::new(
        Code::DuplicateSlug,
        at,
        format!("the site has a page of its own at `{slug}/`"),
    )
    .help("rename the file")
}

/// An entry that is not on the map.
#[must_use]
pub fn unknown_entry(at: Span, name: &str, near: Option<&str>) -> Diagnostic {
    unknown(
        Code::UnknownEntry,
        at,
        format!("there is no entry `{name}`"),
        near,
    )
    .help_if(
        near.is_none(),
        "name an entry by its file name without `.md`",
    )
}

/// An entry that has another slug now.
#[must_use]
pub fn renamed_entry(at: Span, name: &str, now: &str) -> Diagnostic {
    Diagnostic::new(
        Code::UnknownEntry,
        at,
        format!("`{name}` was renamed to `{now}`"),
    )
    .did_you_mean(Some(now))
}

/// An entry that was taken off the map.
#[must_use]
pub fn withdrawn_entry(at: Span, name: &str, why: &str) -> Diagnostic {
    Diagnostic::new(
        Code::UnknownEntry,
        at,
        format!("`{name}` was withdrawn: {why}"),
    )
    .help("take the name out, or name another entry")
}

/// A document of another kind that is not on the map; `folder` is the part before the slash.
#[must_use]
pub fn unknown_document(at: Span, folder: &str, name: &str, near: Option<&str>) -> Diagnostic {
    unknown(
        Code::UnknownEntry,
        at,
        format!("there is no `{name}` in `content/{folder}`"),
        near,
    )
}

/// A field without a file.
#[must_use]
pub fn unknown_field(at: Span, name: &str, near: Option<&str>) -> Diagnostic {
    unknown(
        Code::UnknownField,
        at,
        format!("there is no field `{name}`"),
        near,
    )
    .help_if(
        near.is_none(),
        format!("add `content/fields/{name}.md`, or name one that exists"),
    )
}

/// A field that holds the other kind of entry.
#[must_use]
pub fn field_of_other_kind(at: Span, name: &str, holds: &str, wanted: &str) -> Diagnostic {
    let message = format!("the field `{name}` holds {holds}, not {wanted}");
    Diagnostic::new(Code::UnknownField, at, message).help("name a field of this entry's own kind")
}

/// A topic without a file.
#[must_use]
pub fn unknown_topic(at: Span, name: &str, near: Option<&str>) -> Diagnostic {
    unknown(
        Code::UnknownTopic,
        at,
        format!("there is no topic `{name}`"),
        near,
    )
    .help_if(
        near.is_none(),
        format!("add `content/topics/{name}.md`, or use one that exists"),
    )
}

/// A work that is in no bibliography.
#[must_use]
pub fn unknown_reference(at: Span, key: &str, near: Option<&str>) -> Diagnostic {
    unknown(
        Code::UnknownReference,
        at,
        format!("no work has the key `{key}`"),
        near,
    )
    .help_if(
        near.is_none(),
        "add it to a `.bib` file in `content/references`",
    )
}

fn unknown(code: Code, at: Span, message: String, near: Option<&str>) -> Diagnostic {
    Diagnostic::new(code, at, message).did_you_mean(near)
}

impl Diagnostic {
    fn help_if(self, wanted: bool, text: impl Into<String>) -> Self {
        if wanted { self.help(text) } else { self }
    }
}
