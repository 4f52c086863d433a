//! Problems of templates and pages.

use crate::codes::Code;
use crate::diag::Diagnostic;
use crate::source::Span;

/// A template's fault at a place; `reason` is the engine's.
#[must_use]
pub fn template(at: Span, reason: &str) -> Diagnostic {
    Diagnostic::new(Code::Template, at, reason)
        .help("`templates/README.md` says which values each template gets")
}

/// A template's fault without a place.
#[must_use]
pub fn templates(reason: &str) -> Diagnostic {
    Diagnostic::whole(Code::Template, reason)
}
