//! Views and templates → pages.

use crate::diag::Diagnostics;
use crate::output::Output;
use crate::problems::site as problem;
use crate::source::{FileId, SourceFile, Sources, Span};
use crate::theme::Theme;
use crate::urls;
use crate::view::Page;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use tera::{Context, Error, ErrorKind, Tera};

/// The templates, ready to be filled.
#[derive(Debug)]
pub struct Templates {
    tera: Tera,
    files: BTreeMap<String, FileId>,
    /// Those that could not be compiled, which has been reported.
    failed: BTreeSet<String>,
}

impl Templates {
    /// Compiles the templates of a theme; every one that is malformed is reported. Their texts join `sources`.
    pub fn compile(theme: &Theme, sources: &mut Sources, diags: &mut Diagnostics) -> Self {
        let mut files = BTreeMap::new();
        for (name, file) in &theme.templates {
            let path = if file.own {
                format!("templates/{name}")
            } else {
                format!("(built in) templates/{name}")
            };
            files.insert(
                name.clone(),
                sources.add(SourceFile::new(path, file.bytes.clone())),
            );
        }
        let mut left: Vec<(&str, &str)> = files
            .iter()
            .map(|(name, id)| (name.as_str(), sources.file(*id).text.as_str()))
            .collect();
        let mut tera = Tera::new();
        let mut failed = BTreeSet::new();
        // The engine stops at the first fault, so the template at fault is reported, left out, and the rest is tried again.
        while let Err(error) = tera.add_raw_templates(left.iter().copied()) {
            let faulty = report(&error, &files, diags);
            tera = Tera::new();
            let Some(faulty) = faulty.filter(|name| left.iter().any(|(known, _)| known == name))
            else {
                failed.extend(left.iter().map(|(name, _)| (*name).to_owned()));
                break;
            };
            left.retain(|(name, _)| *name != faulty);
            failed.insert(faulty);
        }
        Self {
            tera,
            files,
            failed,
        }
    }

    /// Fills the templates; every fault is reported, each once.
    pub fn render(&self, pages: &[Page], output: &mut Output, diags: &mut Diagnostics) {
        let pages: Vec<&Page> = pages
            .iter()
            .filter(|page| !self.failed.contains(page.view.template()))
            .collect();
        let rendered: Vec<Result<String, Error>> =
            pages.par_iter().map(|page| self.page(page)).collect();
        for (page, html) in pages.into_iter().zip(rendered) {
            match html {
                Ok(html) => output.add(urls::file(&page.address), html.into_bytes()),
                Err(error) => drop(report(&error, &self.files, diags)),
            }
        }
    }

    fn page(&self, page: &Page) -> Result<String, Error> {
        let mut context = Context::new();
        context.insert("frame", &page.frame);
        context.insert("page", &page.view);
        self.tera.render(page.view.template(), &context)
    }
}

/// Reports a fault of a template; gives the template's name if the engine says it.
fn report(
    error: &Error,
    files: &BTreeMap<String, FileId>,
    diags: &mut Diagnostics,
) -> Option<String> {
    match error.kind() {
        ErrorKind::SyntaxError(found) | ErrorKind::RenderingError(found) => {
            match files.get(found.filename()) {
                Some(file) => diags.push(problem::template(
                    Span::new(*file, found.span().range.clone()),
                    found.message(),
                )),
                None => diags.push(problem::templates(found.message())),
            }
            Some(found.filename().to_owned())
        }
        kind => {
            diags.push(problem::templates(&kind.to_string()));
            None
        }
    }
}
