//! The form of the search's data. Rows are lists without names, which halves them; `static/js/search/` reads them by place.

use serde::Serialize;

/// `search-index.js`
#[derive(Serialize)]
pub(super) struct Index<'a> {
    /// The documents by kind.
    pub(super) kinds: Vec<Kind<'a>>,
    /// The words of the vocabulary of statuses.
    pub(super) statuses: Vec<&'a str>,
    pub(super) statements: Vec<Statement>,
    pub(super) works: Vec<Work<'a>>,
}

/// The documents of one kind.
#[derive(Serialize)]
pub(super) struct Kind<'a> {
    /// What their addresses begin with; a slug and `/` follow.
    pub(super) at: &'a str,
    /// The kind's name for several, with a capital.
    pub(super) many: &'a str,
    /// Its name for one.
    pub(super) one: &'a str,
    /// What else one may call it.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub(super) also: &'a str,
    pub(super) rows: Vec<Row<'a>>,
}

/// A document.
#[derive(Serialize)]
pub(super) struct Row<'a>(
    /// Its slug.
    pub(super) &'a str,
    /// Its title.
    pub(super) &'a str,
    /// Its sentence.
    pub(super) &'a str,
    /// What others call it.
    pub(super) Vec<&'a str>,
    /// Ids and words of its headings, by turns.
    pub(super) Vec<String>,
    /// Its status, counted from 1; 0 if it has none.
    pub(super) usize,
    /// The titles of what it needs, if it is a question; a page of its own shows them.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(super) String,
);

/// A statement.
#[derive(Serialize)]
pub(super) struct Statement(
    /// The number of its document.
    pub(super) usize,
    /// Its id on the page.
    pub(super) String,
    /// `Theorem 2`
    pub(super) String,
    /// Its title.
    pub(super) String,
    /// How firm it is: `proved`.
    pub(super) &'static str,
);

/// A work of the bibliography.
#[derive(Serialize)]
pub(super) struct Work<'a>(
    /// Its key.
    pub(super) &'a str,
    /// Its title.
    pub(super) String,
    /// Its people, shortened as in lists.
    pub(super) String,
    /// Its year; 0 if there is none.
    pub(super) i32,
    /// The family names that the shortened list leaves out.
    pub(super) String,
    /// Where it appeared.
    pub(super) String,
);

/// `search-words.js`
#[derive(Serialize)]
pub(super) struct Words {
    /// The words in alphabetical order, a space between them.
    pub(super) words: String,
    /// For each word the numbers of its documents: each as the distance from the one before (the first from -1) in base 36;
    /// `,` between distances, `;` between words. A distance of 1 is left out; `+` behind it: the word occurs there often.
    pub(super) at: String,
    /// The words that too many documents have, a space between them: a query can do without them.
    pub(super) common: String,
}
