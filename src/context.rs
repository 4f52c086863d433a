//! Everything that pages and exports are made from.

use crate::chart::Chart;
use crate::graph::Graph;
use crate::math::Formulas;
use crate::model::{Document, Map};
use crate::source::Sources;
use crate::urls;

/// What a build is told besides its content.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Where the site will stand, if not where `map.toml` says.
    pub base_url: Option<String>,
    /// The source repository, if not the one that `map.toml` names.
    pub repository: Option<String>,
}

/// A checked map and all that follows from it.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The map.
    pub map: &'a Map,
    /// What follows from its prerequisites.
    pub graph: &'a Graph,
    /// The map as a chart.
    pub chart: &'a Chart,
    /// Its formulas.
    pub formulas: &'a Formulas,
    /// The texts that it was read from.
    pub sources: &'a Sources,
    /// What the build was told.
    pub options: &'a Options,
}

impl Context<'_> {
    /// Where the site will stand, ending in `/`.
    #[must_use]
    pub fn base_url(&self) -> String {
        match &self.options.base_url {
            Some(url) => format!("{}/", url.trim_end_matches('/')),
            None => self.map.settings.base_url.clone(),
        }
    }

    /// The address of a document on the web.
    #[must_use]
    pub fn web_address(&self, document: Document) -> String {
        format!("{}{}", self.base_url(), urls::document(self.map, document))
    }

    /// The source repository, without a `/` at its end.
    #[must_use]
    pub fn repository(&self) -> Option<String> {
        let given = self
            .options
            .repository
            .as_ref()
            .map(|url| url.trim_end_matches('/').to_owned());
        given.or_else(|| self.map.settings.repository.clone())
    }
}
