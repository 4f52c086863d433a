//! Texts to begin with: a document with every key explained, and a map without entries.

mod document;

use crate::model::Kind;
use crate::model::settings::Settings;

pub use document::document;

/// What a person can begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Thing {
    /// An area or a foundation.
    Entry(Kind),
    /// A field.
    Field,
    /// A topic.
    Topic,
    /// An open question.
    Question,
    /// A debate.
    Debate,
    /// A curated path.
    Path,
    /// A page of prose.
    Page,
}

impl Thing {
    const ALL: [Self; 8] = [
        Self::Entry(Kind::Area),
        Self::Entry(Kind::Foundation),
        Self::Field,
        Self::Topic,
        Self::Question,
        Self::Debate,
        Self::Path,
        Self::Page,
    ];

    /// The thing that a word means: its folder or its name, in the map's words or the program's.
    #[must_use]
    pub fn named(settings: &Settings, word: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|thing| thing.names(settings).contains(&word))
    }

    /// The first names of all things, for messages.
    #[must_use]
    pub fn all_names(settings: &Settings) -> Vec<&str> {
        Self::ALL
            .iter()
            .map(|thing| thing.folder(settings))
            .collect()
    }

    /// The folder under `content/` in which it lies.
    #[must_use]
    pub fn folder(self, settings: &Settings) -> &str {
        match self {
            Self::Entry(kind) => &settings.words(kind).folder,
            Self::Field => "fields",
            Self::Topic => "topics",
            Self::Question => "questions",
            Self::Debate => "debates",
            Self::Path => "paths",
            Self::Page => "pages",
        }
    }

    fn names(self, settings: &Settings) -> [&str; 3] {
        let folder = self.folder(settings);
        match self {
            Self::Entry(kind) => {
                let word = match kind {
                    Kind::Area => "area",
                    Kind::Foundation => "foundation",
                };
                [folder, &settings.words(kind).one, word]
            }
            _ => [folder, &folder[..folder.len() - 1], folder],
        }
    }
}

/// The files of a map without entries, by their paths from its root.
#[must_use]
pub fn empty_map(title: &str) -> Vec<(&'static str, String)> {
    let quoted = document::quoted(title);
    let titled = |text: &str| text.replace("\"TITLE\"", &quoted);
    vec![
        ("content/map.toml", titled(include_str!("empty/map.toml"))),
        (
            "content/pages/home.md",
            titled(include_str!("empty/home.md")),
        ),
        (
            "content/pages/about.md",
            include_str!("empty/about.md").to_owned(),
        ),
        (
            "content/fields/first-field.md",
            include_str!("empty/first-field.md").to_owned(),
        ),
        (
            "content/fields/groundwork.md",
            include_str!("empty/groundwork.md").to_owned(),
        ),
    ]
}
