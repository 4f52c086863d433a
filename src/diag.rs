//! Problems as values: what is wrong, where, and what to do. They are collected, never thrown; printing is `report`'s job.

use crate::codes::{Code, Severity};
use crate::source::{Sources, Span};

/// A further place that belongs to a problem, and what is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// The place.
    pub span: Span,
    /// What is there, in a few words.
    pub text: String,
}

/// One problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Which problem.
    pub code: Code,
    /// Where; `None` for a problem of the map as a whole.
    pub span: Option<Span>,
    /// What is wrong, in one sentence.
    pub message: String,
    /// What stands at `span`, in a few words; may be empty.
    pub label: String,
    /// Other places that belong to the problem.
    pub labels: Vec<Label>,
    /// What to do, one order a line.
    pub help: Vec<String>,
    /// The name that was most likely meant; quotes around the one at `span` are not part of it.
    pub replacement: Option<String>,
}

impl Diagnostic {
    /// A problem at a place.
    pub fn new(code: Code, span: Span, message: impl Into<String>) -> Self {
        Self {
            span: Some(span),
            ..Self::whole(code, message)
        }
    }

    /// A problem of the map as a whole.
    pub fn whole(code: Code, message: impl Into<String>) -> Self {
        let (message, label) = (message.into(), String::new());
        Self {
            code,
            span: None,
            message,
            label,
            labels: vec![],
            help: vec![],
            replacement: None,
        }
    }

    /// Says what stands at the place.
    #[must_use]
    pub fn labelled(mut self, text: impl Into<String>) -> Self {
        self.label = text.into();
        self
    }

    /// Adds a further place.
    #[must_use]
    pub fn also(mut self, span: Span, text: impl Into<String>) -> Self {
        self.labels.push(Label {
            span,
            text: text.into(),
        });
        self
    }

    /// Adds what to do.
    #[must_use]
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help.push(text.into());
        self
    }

    /// Adds `did you mean ...?` with the replacement, if there is one.
    #[must_use]
    pub fn did_you_mean(mut self, near: Option<&str>) -> Self {
        if let Some(near) = near {
            self.help.push(format!("did you mean `{near}`?"));
            self.replacement = Some(near.to_owned());
        }
        self
    }
}

/// The problems found so far.
#[derive(Debug, Clone, Default)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
}

impl Diagnostics {
    /// Adds a problem.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.list.push(diagnostic);
    }

    /// Adds the problems that another list holds.
    pub fn append(&mut self, mut other: Self) {
        self.list.append(&mut other.list);
    }

    /// Whether a problem forbids to write the site.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    /// How many problems have this severity.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.list
            .iter()
            .filter(|diagnostic| diagnostic.code.severity() == severity)
            .count()
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The problems by file, place and code, each once; those of the map as a whole come last.
    #[must_use]
    pub fn sorted(&self, sources: &Sources) -> Vec<&Diagnostic> {
        let key = |diagnostic: &&Diagnostic| {
            let place = diagnostic
                .span
                .map(|span| (sources.file(span.file).path.as_str(), span.start, span.end));
            (place.is_none(), place)
        };
        let mut sorted: Vec<&Diagnostic> = self.list.iter().collect();
        sorted.sort_by(|a, b| {
            key(a)
                .cmp(&key(b))
                .then_with(|| (a.code, &a.message).cmp(&(b.code, &b.message)))
        });
        sorted.dedup();
        sorted
    }
}
