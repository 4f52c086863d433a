//! What `map.toml` says: title, addresses, words and vocabularies.

use super::{Kind, TermId};
use crate::source::Span;

/// The settings of a map.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// The map's title.
    pub title: String,
    /// One sentence under the title.
    pub tagline: String,
    /// The language of the texts, as in HTML's `lang`.
    pub language: String,
    /// Where the site will stand, ending in `/`; used only where an absolute address is required.
    pub base_url: String,
    /// The source repository, without a `/` at its end.
    pub repository: Option<String>,
    /// The branch that edits go to.
    pub branch: String,
    /// Who wrote the texts, as a citation names them.
    pub authors: String,
    /// Which state of the map this is, as a citation names it.
    pub version: Option<String>,
    /// The licence of the texts, as a person says it.
    pub licence: String,
    /// Where the licence can be read.
    pub licence_url: Option<String>,
    /// Folder and words of the areas.
    pub areas: KindWords,
    /// Folder and words of the foundations.
    pub foundations: KindWords,
    /// How settled an area is.
    pub statuses: Vec<Term>,
    /// For whom a work is written.
    pub levels: Vec<Term>,
    /// What a resource is good for; the first one is what to read first.
    pub roles: Vec<Term>,
    /// Who uses a name.
    pub dialects: Vec<Term>,
    /// How neighbours relate.
    pub relations: Vec<Term>,
    /// Macros for all formulas.
    pub macros: Vec<Macro>,
}

/// What a map calls one kind of entry.
#[derive(Debug, Clone, Default)]
pub struct KindWords {
    /// The folder, which is also the address.
    pub folder: String,
    /// `research area`.
    pub one: String,
    /// `research areas`, as they are counted.
    pub many: String,
    /// `Research areas`, as a title.
    pub title: String,
}

/// A word of a vocabulary.
#[derive(Debug, Clone, Default)]
pub struct Term {
    /// The word in front matter.
    pub id: String,
    /// What it means, in a sentence; may be empty.
    pub meaning: String,
    /// For a relation: the word seen from the other side.
    pub inverse: Option<String>,
}

/// A macro for all formulas.
#[derive(Debug, Clone)]
pub struct Macro {
    /// The name with its backslash.
    pub name: String,
    /// What it stands for.
    pub tex: String,
    /// Where `tex` was written.
    pub span: Span,
}

impl Settings {
    /// Folder and words of a kind of entry.
    #[must_use]
    pub const fn words(&self, kind: Kind) -> &KindWords {
        match kind {
            Kind::Area => &self.areas,
            Kind::Foundation => &self.foundations,
        }
    }
}

/// The word of a vocabulary that has this id.
#[must_use]
pub fn term(vocabulary: &[Term], id: &str) -> Option<TermId> {
    vocabulary
        .iter()
        .position(|term| term.id == id)
        .map(TermId::at)
}
