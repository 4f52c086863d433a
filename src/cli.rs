//! Arguments, commands and exit status: 0, 1 (the content has errors), 2 (usage or environment).

use crate::codes::Code;
use crate::context::Options;
use crate::diag::Diagnostics;
use crate::load::LoadError;
use crate::report::{self, Format};
use crate::source::Sources;
use crate::text::{counted, is_web_address, nearest};
use crate::{Wanted, export, serve, write};
use clap::{Parser, Subcommand, ValueEnum};
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

mod begin;
mod check;
mod route;

/// Makes a cross-linked static site of a curated map of a field of knowledge.
#[derive(Debug, Parser)]
#[command(name = "portolan", version, max_term_width = 100)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Write the site
    Build {
        /// The map's folder [default: the nearest one upward that holds content/map.toml]
        root: Option<PathBuf>,
        /// Where to write the site [default: ROOT/public]
        #[arg(long, value_name = "DIR")]
        output: Option<PathBuf>,
        #[command(flatten)]
        addresses: Addresses,
    },
    /// Check the content, and write nothing
    Check(check::Arguments),
    /// Show the site on this machine, and keep it up to date while you write
    Serve {
        /// The map's folder [default: the nearest one upward that holds content/map.toml]
        root: Option<PathBuf>,
        /// The port to listen on, at 127.0.0.1 only
        #[arg(long, default_value_t = 4000)]
        port: u16,
        /// Open the site in a browser
        #[arg(long)]
        open: bool,
    },
    /// Give new entries a place on the chart, and write content/map.lock.toml
    Chart {
        /// The map's folder [default: the nearest one upward that holds content/map.toml]
        root: Option<PathBuf>,
        /// Draw the chart anew: everything may move
        #[arg(long)]
        relayout: bool,
    },
    /// Print the map in a form that other programs read
    Export {
        /// The form
        #[arg(value_enum)]
        format: ExportName,
        /// The map's folder [default: the nearest one upward that holds content/map.toml]
        root: Option<PathBuf>,
    },
    /// Begin a new entry, or something else of the map, with every key explained
    New(begin::Arguments),
    /// Begin a new map
    Init {
        /// The folder of the new map
        folder: PathBuf,
    },
    /// Show what to learn, and in which order, to understand an entry
    Route(route::Arguments),
    /// Say what a problem means, with an example
    Explain {
        /// The problem's name, as it stands in brackets behind `error` or `warning`
        code: String,
    },
}

#[derive(Debug, clap::Args)]
struct Addresses {
    /// Where the site will stand [default: as in content/map.toml]
    #[arg(long, value_name = "URL", value_parser = web_address)]
    base_url: Option<String>,
    /// The source repository, for links to edit a page [default: as in content/map.toml]
    #[arg(long, value_name = "URL", value_parser = web_address)]
    repository: Option<String>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum ExportName {
    /// Everything
    Json,
    /// The prerequisite graph, for graph programs
    Graphml,
    /// The prerequisite graph, for Graphviz
    Dot,
    /// The prerequisites, one a line
    Csv,
    /// The bibliography, in BibLaTeX
    Bib,
}

fn web_address(text: &str) -> Result<String, String> {
    if is_web_address(text) {
        Ok(text.to_owned())
    } else {
        Err("write it as in `https://example.org/map/`".to_owned())
    }
}

/// What went wrong outside of the content.
enum Failure {
    Load(LoadError),
    Other(String),
}

impl From<LoadError> for Failure {
    fn from(error: LoadError) -> Self {
        Self::Load(error)
    }
}

/// Runs the program with the arguments of this process.
#[must_use]
pub fn run() -> ExitCode {
    let arguments = Arguments::parse();
    let result = match arguments.command {
        Command::Build {
            root,
            output,
            addresses,
        } => build(root, output, addresses),
        Command::Check(arguments) => {
            root(arguments.root.clone()).and_then(|root| check::run(&root, &arguments))
        }
        Command::Chart { root, relayout } => chart(root, relayout),
        Command::Export { format, root } => export(format, root),
        Command::Serve { root, port, open } => self::root(root)
            .and_then(|root| serve::serve(&root, port, open).map_err(Failure::Other))
            .map(|()| true),
        Command::New(arguments) => {
            root(arguments.root.clone()).and_then(|root| begin::document(&root, &arguments))
        }
        Command::Init { folder } => begin::map(&folder),
        Command::Route(arguments) => {
            root(arguments.root.clone()).and_then(|root| route::run(&root, &arguments))
        }
        Command::Explain { code } => explain(&code),
    };
    match result {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(failure) => {
            let message = match failure {
                Failure::Load(error) => error.to_string(),
                Failure::Other(message) => message,
            };
            eprintln!("portolan: {message}");
            ExitCode::from(2)
        }
    }
}

/// The map's folder: the one that was named, or the nearest one upward.
fn root(named: Option<PathBuf>) -> Result<PathBuf, Failure> {
    if let Some(root) = named {
        return Ok(root);
    }
    let here = std::env::current_dir()
        .map_err(|error| Failure::Other(format!("there is no current folder: {error}")))?;
    let found = here
        .ancestors()
        .find(|folder| folder.join("content/map.toml").is_file());
    found.map(Path::to_owned).ok_or_else(|| {
        let here = here.display();
        Failure::Other(format!(
            "there is no map in `{here}` or above it: no folder holds `content/map.toml`"
        ))
    })
}

fn build(
    named: Option<PathBuf>,
    output: Option<PathBuf>,
    addresses: Addresses,
) -> Result<bool, Failure> {
    let start = Instant::now();
    let root = root(named)?;
    let options = Options {
        base_url: addresses.base_url,
        repository: addresses.repository,
    };
    let wanted = Wanted {
        options,
        ..Wanted::default()
    };
    let meter = Meter::new();
    let site = crate::build(&root, &wanted, None, &|stage| meter.show(stage))?;
    meter.clear();
    print_problems(&site.diags, &site.sources);
    let Some(files) = &site.output else {
        eprintln!(
            "nothing was written: {}",
            report::tally(&site.diags).unwrap_or_default()
        );
        return Ok(false);
    };
    let folder = output.unwrap_or_else(|| root.join("public"));
    meter.show("writing");
    let written = write::write(files, &folder).map_err(|error| {
        meter.clear();
        Failure::Other(error.to_string())
    })?;
    meter.clear();
    println!(
        "{} in {}: {} of {} written, {} removed, {:.2} s",
        counted(site.pages, "page", "pages"),
        folder.display(),
        written.changed,
        counted(files.len(), "file", "files"),
        written.removed,
        start.elapsed().as_secs_f64(),
    );
    Ok(true)
}

fn chart(named: Option<PathBuf>, relayout: bool) -> Result<bool, Failure> {
    let root = root(named)?;
    let locked = crate::lock(&root, relayout)?;
    let Some(text) = &locked.text else {
        print_problems(&locked.diags, &locked.sources);
        return Ok(false);
    };
    let path = root.join("content/map.lock.toml");
    let changed = write::replace(&path, text.as_bytes())
        .map_err(|error| Failure::Other(format!("cannot write `{}`: {error}", path.display())))?;
    println!(
        "{} in {}: {} new, {}",
        counted(locked.places, "place", "places"),
        path.display(),
        locked.new,
        if changed { "written" } else { "unchanged" },
    );
    Ok(true)
}

fn export(format: ExportName, named: Option<PathBuf>) -> Result<bool, Failure> {
    let format = match format {
        ExportName::Json => export::Format::Json,
        ExportName::Graphml => export::Format::Graphml,
        ExportName::Dot => export::Format::Dot,
        ExportName::Csv => export::Format::Csv,
        ExportName::Bib => export::Format::Bib,
    };
    let wanted = Wanted {
        export: Some(format),
        ..Wanted::default()
    };
    let site = crate::build(&root(named)?, &wanted, None, &|_| {})?;
    print_problems(&site.diags, &site.sources);
    let Some(text) = site.export else {
        return Ok(false);
    };
    // A reader that closes the pipe has seen enough.
    let _ = std::io::stdout().write_all(text.as_bytes());
    Ok(true)
}

/// Problems go to standard error, in colour if that is a terminal.
fn print_problems(diags: &Diagnostics, sources: &Sources) {
    let colour = std::io::stderr().is_terminal() && !no_colour();
    eprint!(
        "{}",
        report::render(diags, sources, Format::Human { colour })
    );
}

/// Whether the user wants no colour: <https://no-color.org>.
#[expect(
    clippy::disallowed_methods,
    reason = "colour is a matter of the terminal, not of the build"
)]
fn no_colour() -> bool {
    std::env::var("NO_COLOR").is_ok_and(|value| !value.is_empty())
}

fn explain(name: &str) -> Result<bool, Failure> {
    if let Ok(code) = name.parse::<Code>() {
        print!("{}", report::explain(code));
        return Ok(true);
    }
    let names = || Code::ALL.iter().map(|code| code.name());
    let hint = match nearest(name, names()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!(
            "the problems are: {}",
            names().collect::<Vec<_>>().join(", ")
        ),
    };
    Err(Failure::Other(format!(
        "there is no problem `{name}`; {hint}"
    )))
}

/// Shows on a terminal which stage is running, once a build takes long enough for a person to wonder.
struct Meter {
    start: Instant,
    terminal: bool,
}

impl Meter {
    const SILENT_MILLISECONDS: u128 = 300;

    fn new() -> Self {
        Self {
            start: Instant::now(),
            terminal: std::io::stderr().is_terminal(),
        }
    }

    fn show(&self, stage: &str) {
        if self.terminal && self.start.elapsed().as_millis() > Self::SILENT_MILLISECONDS {
            eprint!("\r\x1b[K{stage} ...");
            // What cannot be shown is not worth an error.
            let _ = std::io::stderr().flush();
        }
    }

    fn clear(&self) {
        if self.terminal {
            eprint!("\r\x1b[K");
        }
    }
}
