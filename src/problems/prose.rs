//! Problems of the text of a document.

use crate::codes::Code;
use crate::diag::Diagnostic;
use crate::source::Span;
use crate::text::alternatives;

/// HTML among the Markdown.
#[must_use]
pub fn raw_html(at: Span, html: &str) -> Diagnostic {
    let help = match html.trim_start_matches('<').trim_start_matches('/') {
        comment if comment.starts_with("!--") => {
            "put notes to authors into the front matter, behind `#`"
        }
        tag if tag.starts_with("sub") || tag.starts_with("sup") => {
            "write a formula: `$x_1$`, `$x^2$`"
        }
        tag if tag.starts_with("br") => "end the line with a backslash, or begin a new paragraph",
        tag if tag.starts_with("i>") || tag.starts_with("em>") => "write `*emphasis*`",
        tag if tag.starts_with("b>") || tag.starts_with("strong>") => "write `**strong**`",
        tag if tag.starts_with("a ") || tag.starts_with("a>") => {
            "write `[text](https://...)` or `[[slug]]`"
        }
        tag if tag.starts_with("img") => "write `![what it shows](file.png)`",
        _ => "write it in Markdown; a literal `<` is `\\<`",
    };
    Diagnostic::new(Code::RawHtml, at, "raw HTML is not allowed").help(help)
}

/// A URL of a kind that can do harm.
#[must_use]
pub fn unsafe_url(at: Span) -> Diagnostic {
    Diagnostic::new(Code::UnsafeUrl, at, "this URL is not allowed")
        .help("use `https:`, `http:`, `mailto:`, or the path of a file of the map")
}

/// An image from another host.
#[must_use]
pub fn foreign_image(at: Span) -> Diagnostic {
    Diagnostic::new(Code::UnsafeUrl, at, "images must be files of the map")
        .help("put the image beside this file and name it here; mind its licence")
}

/// A file that the map does not have.
#[must_use]
pub fn dead_link(at: Span, path: &str, near: Option<&str>) -> Diagnostic {
    let problem = Diagnostic::new(Code::DeadLink, at, format!("the map has no file `{path}`"));
    match near {
        Some(near) => problem.help(format!("did you mean `{near}`?")),
        None => problem.help("link entries as `[[slug]]`; a file by its path relative to this one"),
    }
}

/// An id that the page does not have.
#[must_use]
pub fn dead_anchor(at: Span, anchor: &str, page: &str, near: Option<&str>) -> Diagnostic {
    let problem = Diagnostic::new(
        Code::DeadAnchor,
        at,
        format!("`{page}` has no heading, statement or formula `{anchor}`"),
    )
    .did_you_mean(near);
    if near.is_some() {
        problem
    } else {
        problem.help("give the heading an id: `## Title {#id}`")
    }
}

/// A footnote mark without footnote.
#[must_use]
pub fn missing_footnote(at: Span, name: &str) -> Diagnostic {
    Diagnostic::new(
        Code::DeadFootnote,
        at,
        format!("there is no footnote `{name}`"),
    )
    .help(format!(
        "add `[^{name}]: ...` below; a literal bracket is `\\[`"
    ))
}

/// A footnote that nothing refers to.
#[must_use]
pub fn unused_footnote(at: Span, name: &str) -> Diagnostic {
    Diagnostic::new(
        Code::DeadFootnote,
        at,
        format!("nothing refers to the footnote `{name}`"),
    )
    .help(format!(
        "put `[^{name}]` where it belongs, or take the footnote out"
    ))
}

/// An id used twice.
#[must_use]
pub fn duplicate_anchor(at: Span, id: &str, first: Span) -> Diagnostic {
    Diagnostic::new(
        Code::DuplicateAnchor,
        at,
        format!("the id `{id}` stands twice on this page"),
    )
    .also(first, "first here")
    .help("give one of them another id: `{#another-id}`")
}

/// A label used twice.
#[must_use]
pub fn duplicate_label(at: Span, key: &str, first: Span) -> Diagnostic {
    Diagnostic::new(
        Code::DuplicateAnchor,
        at,
        format!("the label `{key}` stands twice in this text"),
    )
    .also(first, "first here")
    .help("give one of the formulas another label")
}

/// A label that no formula has.
#[must_use]
pub fn unknown_label(at: Span, key: &str, near: Option<&str>) -> Diagnostic {
    let problem = Diagnostic::new(
        Code::DeadAnchor,
        at,
        format!("no formula of this text has the label `{key}`"),
    )
    .did_you_mean(near);
    if near.is_some() {
        problem
    } else {
        problem.help("put `\\label{...}` into the formula that you mean")
    }
}

/// A label in a formula that has no line of its own to be numbered on.
#[must_use]
pub fn label_of_inline_formula(at: Span) -> Diagnostic {
    bad_formula(
        at,
        "a formula inside a line cannot be numbered",
        Some("put it on a line of its own, between `$$`"),
    )
}

/// An id that the page uses itself.
#[must_use]
pub fn reserved_anchor(at: Span, id: &str) -> Diagnostic {
    Diagnostic::new(
        Code::DuplicateAnchor,
        at,
        format!("the page itself uses the id `{id}`"),
    )
    .help("choose another id: `{#another-id}`")
}

/// An id with letters that a link cannot carry.
#[must_use]
pub fn malformed_anchor(at: Span, id: &str) -> Diagnostic {
    Diagnostic::new(Code::BadValue, at, format!("`{id}` cannot be an id"))
        .help("use lower-case letters and digits, joined by hyphens")
}

/// A citation that is none.
#[must_use]
pub fn bad_citation(at: Span) -> Diagnostic {
    Diagnostic::new(Code::BadCitation, at, "this is no citation")
        .help("write `[@key]`, `[@key, Theorem 1]` or `[@key; @other]`")
}

/// A wiki link that is none.
#[must_use]
pub fn bad_wiki_link(at: Span) -> Diagnostic {
    Diagnostic::new(Code::BadCitation, at, "this is no link to an entry")
        .help("write `[[slug]]` or `[[slug|text]]`; in a table `[[slug\\|text]]`; a literal bracket is `\\[`")
}

/// A kind of statement that does not exist.
#[must_use]
pub fn unknown_statement(at: Span, kind: &str, known: &[&str], near: Option<&str>) -> Diagnostic {
    let problem = Diagnostic::new(
        Code::BadStatement,
        at,
        format!("`{kind}` is no kind of statement"),
    );
    match near {
        Some(_) => problem.did_you_mean(near),
        None => problem.help(format!("use {}", alternatives(known.iter().copied()))),
    }
}

/// A heading of the first level.
#[must_use]
pub fn first_level_heading(at: Span) -> Diagnostic {
    Diagnostic::new(
        Code::HeadingOrder,
        at,
        "the first level is the page's own title",
    )
    .help("begin with `##`")
}

/// A heading that is too deep.
#[must_use]
pub fn skipped_level(at: Span, level: u8, wanted: u8) -> Diagnostic {
    let message =
        format!("this heading is of level {level}, but no level {wanted} stands above it");
    let marks = "#".repeat(wanted.into());
    Diagnostic::new(Code::HeadingOrder, at, message).help(format!("write `{marks}`"))
}

/// An image without text.
#[must_use]
pub fn missing_alt(at: Span) -> Diagnostic {
    Diagnostic::new(
        Code::MissingAlt,
        at,
        "this image has no text that says what it shows",
    )
    .help("write it between the brackets: `![what it shows](file.png)`")
}

/// A formula that cannot be typeset; `reason` is the typesetter's.
#[must_use]
pub fn bad_formula(at: Span, reason: &str, instead: Option<&str>) -> Diagnostic {
    let problem = Diagnostic::new(
        Code::BadFormula,
        at,
        format!("this formula cannot be typeset: {reason}"),
    );
    match instead {
        Some(instead) => problem.help(instead),
        None => {
            problem.help("what works in KaTeX works here: https://katex.org/docs/support_table")
        }
    }
}

/// A macro of `map.toml` that cannot be typeset.
#[must_use]
pub fn bad_macro(at: Span, name: &str, reason: &str) -> Diagnostic {
    Diagnostic::new(
        Code::BadFormula,
        at,
        format!("the macro `{name}` cannot be typeset: {reason}"),
    )
    .help("mend it here; every formula that uses it would fail")
}

/// A formula over the limit.
#[must_use]
pub fn formula_too_large(at: Span, limit: usize) -> Diagnostic {
    Diagnostic::new(
        Code::TooLarge,
        at,
        format!("this formula has more than {limit} characters"),
    )
    .help("split it; or was a dollar sign left open? A literal one is `\\$`")
}

/// A claim without a source; `what` is the kind of statement.
#[must_use]
pub fn uncited_claim(at: Span, what: &str) -> Diagnostic {
    Diagnostic::new(Code::UncitedClaim, at, format!("this {what} cites nothing"))
        .help("cite where it is stated, at the place: `[@key, Theorem 1]`; what claims nothing is a `definition`, `example` or `remark`")
}
