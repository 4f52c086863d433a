//! Problems of front matter and of `map.toml`.

use crate::codes::Code;
use crate::diag::Diagnostic;
use crate::source::Span;
use crate::text::alternatives;

/// The file does not begin with `+++`.
#[must_use]
pub fn no_front_matter(at: Span) -> Diagnostic {
    Diagnostic::new(Code::BadFrontMatter, at, "this file has no front matter")
        .labelled("the first line should be `+++`")
        .help("begin the file with `+++`, the keys, and a second `+++`; `portolan explain bad-front-matter` shows how")
}

/// The block does not end.
#[must_use]
pub fn unclosed_front_matter(at: Span) -> Diagnostic {
    Diagnostic::new(Code::BadFrontMatter, at, "the front matter does not end")
        .labelled("it begins here")
        .help("put a line with `+++` behind its last key")
}

/// The TOML is malformed; `reason` is the parser's.
#[must_use]
pub fn malformed(at: Span, reason: &str) -> Diagnostic {
    Diagnostic::new(
        Code::BadFrontMatter,
        at,
        format!("this is not TOML: {reason}"),
    )
    .help("see https://toml.io for how to write texts, lists and tables")
}

/// A key that means nothing here.
#[must_use]
pub fn unknown_key(at: Span, key: &str, known: &[&str], near: Option<&str>) -> Diagnostic {
    let problem = Diagnostic::new(
        Code::UnknownKey,
        at,
        format!("the key `{key}` means nothing here"),
    );
    match near {
        Some(_) => problem.did_you_mean(near),
        None => problem.help(format!("use {}", alternatives(known.iter().copied()))),
    }
}

/// A key that is required.
#[must_use]
pub fn missing_key(at: Span, key: &str, example: &str) -> Diagnostic {
    Diagnostic::new(Code::MissingKey, at, format!("`{key}` is missing"))
        .labelled("this needs it")
        .help(format!("add `{key} = {example}`"))
}

/// A value of another type; the two names carry their article (`a text`, `an integer`), and `example` is a value of the right
/// one.
#[must_use]
pub fn wrong_type(at: Span, key: &str, (wanted, example): (&str, &str), found: &str) -> Diagnostic {
    Diagnostic::new(Code::WrongType, at, format!("`{key}` must be {wanted}"))
        .labelled(format!("this is {found}"))
        .help(format!("write it as in `{example}`"))
}

/// A text with nothing in it.
#[must_use]
pub fn empty(at: Span, key: &str) -> Diagnostic {
    Diagnostic::new(Code::BadValue, at, format!("`{key}` is empty"))
        .help("write it, or take the key out")
}

/// A text of several lines where one is wanted.
#[must_use]
pub fn several_lines(at: Span, key: &str) -> Diagnostic {
    Diagnostic::new(Code::BadValue, at, format!("`{key}` must be one line"))
        .help("take the line break out")
}

/// A word outside its vocabulary.
#[must_use]
pub fn not_in_vocabulary(
    at: Span,
    key: &str,
    word: &str,
    known: &[&str],
    near: Option<&str>,
) -> Diagnostic {
    let problem = Diagnostic::new(Code::BadValue, at, format!("`{word}` is no {key}"));
    match near {
        Some(_) => problem.did_you_mean(near),
        None => problem.help(format!("use {}", alternatives(known.iter().copied()))),
    }
}

/// A date that is a time, or no day of the calendar.
#[must_use]
pub fn not_a_date(at: Span, key: &str) -> Diagnostic {
    Diagnostic::new(Code::BadValue, at, format!("`{key}` must be a date"))
        .help("write year, month and day without quotes: `2026-11-20`")
}

/// Both or neither of two keys that exclude each other.
#[must_use]
pub fn one_of_two_keys(at: Span, a: &str, b: &str) -> Diagnostic {
    Diagnostic::new(Code::BadValue, at, format!("give either `{a}` or `{b}`")).help(format!(
        "use `{a}` for one entry, and `{b}` for several of which one will do"
    ))
}

/// A list with too few elements.
#[must_use]
pub fn too_few(at: Span, key: &str, least: usize) -> Diagnostic {
    Diagnostic::new(
        Code::BadValue,
        at,
        format!("`{key}` needs at least {least} elements"),
    )
}

/// An address in `map.toml` that cannot be one.
#[must_use]
pub fn not_an_address(at: Span, key: &str, example: &str) -> Diagnostic {
    Diagnostic::new(Code::BadValue, at, format!("`{key}` is not an address"))
        .help(format!("write it as in `{example}`"))
}

/// A word that is not of the form that a key asks for.
#[must_use]
pub fn malformed_word(at: Span, key: &str, form: &str) -> Diagnostic {
    Diagnostic::new(Code::BadValue, at, format!("`{key}` must be {form}"))
}

/// The same thing twice in a list.
#[must_use]
pub fn duplicate_value(at: Span, what: &str, first: Span) -> Diagnostic {
    Diagnostic::new(
        Code::DuplicateValue,
        at,
        format!("`{what}` stands here twice"),
    )
    .also(first, "first here")
    .help("take one of the two out, or name what you meant")
}
