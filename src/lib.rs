//! portolan makes a static web site of a *curated map* of a field of knowledge: Markdown entries with prerequisites that say
//! why, a bibliography, formulas and open questions.
//!
//! A build is a chain of stages, each a function from values to values; only this module knows their order:
//!
//! ```text
//! content/ --load--> Sources --parse--> drafts --resolve--> Map --analyse--> Graph
//! (&Map, &Graph) --check--> diagnostics          (&Map) --typeset--> Formulas
//! (&Map, &Graph) --chart--> Chart
//! (&Map, &Graph, &Chart, &Formulas) --view--> pages --render--> Output <--assets-- theme
//! (the same) --export--> Output
//! Output --write--> public/
//! ```
//!
//! What holds everywhere:
//!
//! - Problems of content are values in a [`diag::Diagnostics`]; a stage always returns its best value. `Result` is for what an
//!   author cannot mend: no folder, a full disk.
//! - A [`model::draft::Draft`] holds names, a [`model::Map`] identities. No code behind [`resolve`] can meet an unknown name.
//! - Templates see the structs of [`view`], never the model.
//! - A picture is boxes and edges of [`view`], geometry of [`layout`], which knows nothing else, and markup of [`drawing`].
//! - Only [`load`] and [`theme`] read, only [`write`](mod@write) writes. A build depends on nothing but its input: no clock, no
//!   environment, no hash order. Two builds of one input are equal byte for byte, on one thread or many.
//! - Modules stand on floors and look only down; `tests/suite/floors.rs` holds that.

pub mod assets;
pub mod bib;
pub mod chart;
pub mod check;
pub mod cite;
pub mod cli;
pub mod codes;
pub mod context;
pub mod diag;
pub mod drawing;
pub mod export;
pub mod graph;
pub mod html;
pub mod layout;
pub mod load;
pub mod math;
pub mod model;
pub mod output;
pub mod parse;
pub mod plain;
pub mod problems;
pub mod render;
pub mod report;
pub mod resolve;
pub mod scaffold;
pub mod serve;
pub mod source;
pub mod text;
pub mod theme;
pub mod urls;
pub mod view;
pub mod write;

use diag::Diagnostics;
use graph::Graph;
use load::LoadError;
use math::Formulas;
use model::Map;
use output::Output;
use source::Sources;
use std::path::Path;

/// What is wanted of a build.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// Where the site will stand.
    pub options: context::Options,
    /// Which reviews are due; nothing is said of them if not asked.
    pub due: Option<check::Due>,
    /// A form in which the map is wanted besides the site.
    pub export: Option<export::Format>,
}

/// What a build has come to.
#[derive(Debug, Default)]
pub struct Site {
    /// The texts that it was made from, templates included.
    pub sources: Sources,
    /// What is wrong with them.
    pub diags: Diagnostics,
    /// The formulas, for the next build.
    pub formulas: Formulas,
    /// The files of the site; none if there were errors.
    pub output: Option<Output>,
    /// The map in the form that was wanted; none if there were errors.
    pub export: Option<String>,
    /// How many pages are among them.
    pub pages: usize,
}

/// A map that was read and checked, without its site.
#[derive(Debug)]
pub struct Reading {
    /// The texts that it was made from.
    pub sources: Sources,
    /// What is wrong with them; with errors, the map is only what could be understood.
    pub diags: Diagnostics,
    /// The map.
    pub map: Map,
    /// What follows from its prerequisites.
    pub graph: Graph,
}

/// What the lock of the chart should be.
#[derive(Debug, Default)]
pub struct Locked {
    /// The texts of the map.
    pub sources: Sources,
    /// What is wrong with them.
    pub diags: Diagnostics,
    /// The text of the lock; none if there were errors.
    pub text: Option<String>,
    /// How many entries are on the chart.
    pub places: usize,
    /// How many of them have no place in the lock as it stands.
    pub new: usize,
}

/// How a build is watched: it is told the name of each stage when it begins.
pub type Progress<'a> = &'a dyn Fn(&str);

/// Reads and checks the map at `root`, and makes nothing of it.
///
/// # Errors
/// If there is no map, or the file system refuses.
pub fn read(root: &Path, progress: Progress<'_>) -> Result<Reading, LoadError> {
    let mut diags = Diagnostics::default();
    let sources = load::load(root, &mut diags)?;
    progress("checking");
    let map = resolve::resolve(parse::parse(&sources, &mut diags), &sources, &mut diags);
    let graph = Graph::analyse(&map);
    check::check(&map, &graph, &mut diags);
    Ok(Reading {
        sources,
        diags,
        map,
        graph,
    })
}

/// Places everything on the chart of the map at `root`: what is locked stays where it is, unless all is to be drawn anew.
///
/// # Errors
/// If there is no map, or the file system refuses.
pub fn lock(root: &Path, relayout: bool) -> Result<Locked, LoadError> {
    let mut read = read(root, &|_| ())?;
    if relayout {
        read.map.lock = None;
    }
    let mut locked = Locked {
        sources: read.sources,
        diags: read.diags,
        ..Locked::default()
    };
    if !locked.diags.has_errors() {
        let chart = chart::chart(&read.map, &read.graph);
        let known = |place: &&chart::Place| {
            let lock = read.map.lock.as_ref();
            lock.is_some_and(|lock| lock.places[place.entry.index()].is_some())
        };
        locked.places = chart.places.len();
        locked.new = locked.places - chart.places.iter().filter(known).count();
        locked.text = Some(chart::lock::text(&read.map, &chart.lock(&read.map)));
    }
    Ok(locked)
}

/// Makes the site of the map at `root`, in memory.
///
/// `known` are the formulas of an earlier build with the same macros; they are not typeset again.
///
/// # Errors
/// If there is no map, or the file system refuses.
pub fn build(
    root: &Path,
    wanted: &Wanted,
    known: Option<&Formulas>,
    progress: Progress<'_>,
) -> Result<Site, LoadError> {
    progress("reading");
    let theme = theme::load(root).map_err(|(path, error)| LoadError::Io(path, error))?;
    let Reading {
        mut sources,
        mut diags,
        map,
        graph,
    } = read(root, progress)?;
    if let Some(due) = wanted.due {
        check::due(&map, due, &mut diags);
    }
    progress("typesetting");
    let formulas = Formulas::typeset(&map, &sources, known, &mut diags);
    // Faults of the templates do not hide one another: what can be filled is filled, so that all of them are seen.
    let content_is_sound = !diags.has_errors();
    let templates = render::Templates::compile(&theme, &mut sources, &mut diags);
    let mut site = Site {
        formulas,
        ..Site::default()
    };
    if content_is_sound {
        progress("rendering");
        let chart = chart::chart(&map, &graph);
        let context = context::Context {
            map: &map,
            graph: &graph,
            chart: &chart,
            formulas: &site.formulas,
            sources: &sources,
            options: &wanted.options,
        };
        let pages = view::pages(&context);
        let mut output = Output::default();
        templates.render(&pages, &mut output, &mut diags);
        export::add(&context, &made(&pages), &mut output);
        assets::add(&theme, &sources, &site.formulas, &mut output);
        export::offline(&context, &mut output);
        site.export = wanted
            .export
            .filter(|_| !diags.has_errors())
            .map(|format| export::export(&context, format));
        site.pages = pages.len();
        site.output = Some(output).filter(|_| !diags.has_errors());
    }
    Ok(Site {
        sources,
        diags,
        ..site
    })
}

/// The pages that no document has written and that can be looked for.
fn made(pages: &[view::Page]) -> Vec<export::Made<'_>> {
    let made = pages.iter().filter(|page| page.is_made());
    made.map(|page| {
        let (title, summary) = page.view.head();
        export::Made {
            address: &page.address,
            title,
            summary,
        }
    })
    .collect()
}
