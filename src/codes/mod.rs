//! The closed list of problems: each has a name, a severity and an explanation.
//!
//! The words of a single occurrence stand in `problems`; what the problem is in general stands here,
//! is printed by `portolan explain` and published as a page of the site.

mod chart;
mod content;
mod graph;
mod prose;
mod site;

use std::str::FromStr;

/// Whether a problem forbids to write the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The site is not written.
    Error,
    /// The site is written; the author should look.
    Warning,
}

impl Severity {
    /// `error` or `warning`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// What a problem is in general.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Explanation {
    /// What the rule asks for.
    pub what: &'static str,
    /// Why there is such a rule.
    pub why: &'static str,
    /// A piece of content that breaks it.
    pub example: &'static str,
    /// What to write instead.
    pub instead: &'static str,
}

macro_rules! codes {
    ($($variant:ident $name:literal $severity:ident $explanation:path;)+) => {
        /// A kind of problem.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Code {
            $(#[doc = $name] $variant,)+
        }

        impl Code {
            /// All of them, in the order of the explanations' page.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// The name that is printed with each occurrence.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }

            /// Whether it forbids to write the site.
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self { $(Self::$variant => Severity::$severity,)+ }
            }

            /// What it is in general.
            #[must_use]
            pub const fn explanation(self) -> &'static Explanation {
                match self { $(Self::$variant => &$explanation,)+ }
            }
        }
    };
}

codes! {
    NotUtf8 "not-utf8" Error content::NOT_UTF8;
    TooLarge "too-large" Error content::TOO_LARGE;
    BadFileName "bad-file-name" Error content::BAD_FILE_NAME;
    OutsideRoot "outside-root" Error content::OUTSIDE_ROOT;
    BadFrontMatter "bad-front-matter" Error content::BAD_FRONT_MATTER;
    UnknownKey "unknown-key" Error content::UNKNOWN_KEY;
    MissingKey "missing-key" Error content::MISSING_KEY;
    WrongType "wrong-type" Error content::WRONG_TYPE;
    BadValue "bad-value" Error content::BAD_VALUE;
    DuplicateValue "duplicate-value" Error content::DUPLICATE_VALUE;
    DuplicateSlug "duplicate-slug" Error content::DUPLICATE_SLUG;
    UnknownEntry "unknown-entry" Error graph::UNKNOWN_ENTRY;
    UnknownField "unknown-field" Error graph::UNKNOWN_FIELD;
    UnknownTopic "unknown-topic" Error graph::UNKNOWN_TOPIC;
    UnknownReference "unknown-reference" Error graph::UNKNOWN_REFERENCE;
    MissingReason "missing-reason" Error graph::MISSING_REASON;
    SelfPrerequisite "self-prerequisite" Error graph::SELF_PREREQUISITE;
    PrerequisiteCycle "prerequisite-cycle" Error graph::PREREQUISITE_CYCLE;
    ImpliedPrerequisite "implied-prerequisite" Warning graph::IMPLIED_PREREQUISITE;
    StaleEntry "stale-entry" Warning graph::STALE_ENTRY;
    LonelyEntry "lonely-entry" Warning graph::LONELY_ENTRY;
    UnplacedEntry "unplaced-entry" Warning chart::UNPLACED_ENTRY;
    GonePlace "gone-place" Warning chart::GONE_PLACE;
    RawHtml "raw-html" Error prose::RAW_HTML;
    UnsafeUrl "unsafe-url" Error prose::UNSAFE_URL;
    DeadLink "dead-link" Error prose::DEAD_LINK;
    DeadAnchor "dead-anchor" Error prose::DEAD_ANCHOR;
    DeadFootnote "dead-footnote" Error prose::DEAD_FOOTNOTE;
    DuplicateAnchor "duplicate-anchor" Error prose::DUPLICATE_ANCHOR;
    BadCitation "bad-citation" Error prose::BAD_CITATION;
    BadStatement "bad-statement" Error prose::BAD_STATEMENT;
    UncitedClaim "uncited-claim" Warning prose::UNCITED_CLAIM;
    HeadingOrder "heading-order" Error prose::HEADING_ORDER;
    MissingAlt "missing-alt" Error prose::MISSING_ALT;
    BadFormula "bad-formula" Error prose::BAD_FORMULA;
    BadBibliography "bad-bibliography" Error site::BAD_BIBLIOGRAPHY;
    BadIdentifier "bad-identifier" Error site::BAD_IDENTIFIER;
    DuplicateReference "duplicate-reference" Error site::DUPLICATE_REFERENCE;
    UnconfirmedReference "unconfirmed-reference" Warning site::UNCONFIRMED_REFERENCE;
    UnusedReference "unused-reference" Warning site::UNUSED_REFERENCE;
    Template "template" Error site::TEMPLATE;
}

impl FromStr for Code {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        Self::ALL
            .iter()
            .copied()
            .find(|code| code.name() == name)
            .ok_or(())
    }
}
