//! Problems of files as such.

use crate::codes::Code;
use crate::diag::Diagnostic;
use crate::source::Span;
use crate::text::alternatives;

/// A byte that is not UTF-8.
#[must_use]
pub fn not_utf8(at: Span) -> Diagnostic {
    Diagnostic::new(Code::NotUtf8, at, "this file is not UTF-8 text")
        .labelled("the first byte that is not")
        .help("save the file as UTF-8 in your editor")
}

/// A file over the limit; both numbers are KiB.
#[must_use]
pub fn too_large(at: Span, kib: u64, limit: u64) -> Diagnostic {
    Diagnostic::new(
        Code::TooLarge,
        at,
        format!("this file has {kib} KiB; the limit is {limit} KiB"),
    )
    .help("split it, or link to the material instead")
}

/// An image over the limit; it has no text that could be shown.
#[must_use]
pub fn image_too_large(path: &str, kib: u64, limit: u64) -> Diagnostic {
    let message = format!("`{path}` has {kib} KiB; the limit is {limit} KiB");
    Diagnostic::whole(Code::TooLarge, message).help("save it smaller, or link to it instead")
}

/// A file name that is no slug.
#[must_use]
pub fn not_a_slug(at: Span, stem: &str, slug: &str) -> Diagnostic {
    let found = format!("the file name `{stem}` is not a slug");
    let problem = Diagnostic::new(Code::BadFileName, at, found)
        .help("use lower-case letters and digits, joined by hyphens");
    if slug.is_empty() {
        problem
    } else {
        problem.help(format!("rename the file to `{slug}.md`"))
    }
}

/// A folder of `content/` that nothing reads.
#[must_use]
pub fn unknown_folder(at: Span, folder: &str, known: &[&str], near: Option<&str>) -> Diagnostic {
    let problem = Diagnostic::new(
        Code::BadFileName,
        at,
        format!("nothing reads the folder `content/{folder}`"),
    );
    match near {
        Some(near) => problem.help(format!("did you mean `content/{near}`?")),
        None => problem.help(format!(
            "move the file to {}",
            alternatives(known.iter().copied())
        )),
    }
}

/// A file whose ending is unknown, or that lies too deep.
#[must_use]
pub fn unread_file(path: &str, wanted: &str) -> Diagnostic {
    Diagnostic::whole(Code::BadFileName, format!("nothing reads `{path}`")).help(format!(
        "{wanted}, or name it `README.md` if it is for people"
    ))
}

/// A link that would pull something foreign into the site.
#[must_use]
pub fn outside_root(path: &str, why: &str) -> Diagnostic {
    Diagnostic::whole(
        Code::OutsideRoot,
        format!("the symbolic link `{path}` {why}"),
    )
    .help("copy the file into the map instead")
}
