//! `portolan check`: the problems of the content, in the form that is asked for.

use super::{Failure, Meter, print_problems};
use crate::Wanted;
use crate::check::Due;
use crate::report::{self, Format};
use clap::ValueEnum;
use jiff::civil::Date;
use std::io::Write;
use std::path::{Path, PathBuf};

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The map's folder [default: the nearest one upward that holds content/map.toml]
    pub(super) root: Option<PathBuf>,
    /// How to print the problems
    #[arg(long, value_enum, default_value = "human")]
    format: FormatName,
    /// Also list what was last checked more than so many months ago
    #[arg(long, value_name = "MONTHS", requires = "on")]
    stale: Option<u32>,
    /// The day on which that is asked, as in 2026-11-22
    #[arg(long, value_name = "DATE", requires = "stale")]
    on: Option<Date>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum FormatName {
    /// For people: the line with a caret, and what to do
    Human,
    /// One line a problem, as editors and grep read it
    Short,
    /// One JSON document
    Json,
    /// Commands of a GitHub workflow: the problems are shown on the lines of a pull request
    Github,
    /// SARIF 2.1.0, for code scanning
    Sarif,
}

pub(super) fn run(root: &Path, arguments: &Arguments) -> Result<bool, Failure> {
    let meter = Meter::new();
    let due = arguments
        .stale
        .zip(arguments.on)
        .map(|(months, on)| Due { on, months });
    let wanted = Wanted {
        due,
        ..Wanted::default()
    };
    let site = crate::build(root, &wanted, None, &|stage| meter.show(stage))?;
    meter.clear();
    let (here, repository) = ways(root);
    let format = match arguments.format {
        FormatName::Human => {
            print_problems(&site.diags, &site.sources);
            if let Some(tally) = report::tally(&site.diags) {
                eprintln!("{tally}");
            }
            return Ok(!site.diags.has_errors());
        }
        FormatName::Short => Format::Short { base: &here },
        FormatName::Json => Format::Json,
        FormatName::Github => Format::Github { base: &repository },
        FormatName::Sarif => Format::Sarif { base: &repository },
    };
    let text = report::render(&site.diags, &site.sources, format);
    // A reader that closes the pipe has seen enough.
    let _ = std::io::stdout().write_all(text.as_bytes());
    Ok(!site.diags.has_errors())
}

/// The ways to the map from the current folder and from the repository that holds the map; without one, the current folder is taken
/// for it.
fn ways(root: &Path) -> (String, String) {
    let here = std::env::current_dir().and_then(|here| here.canonicalize());
    let (Ok(here), Ok(root)) = (here, root.canonicalize()) else {
        return (String::new(), String::new());
    };
    let repository = root
        .ancestors()
        .find(|folder| folder.join(".git").exists())
        .unwrap_or(&here);
    (way(&here, &root), way(repository, &root))
}

/// The way from one folder to another with a `/` at its end, empty if they are the same; the whole way from the top if neither lies in
/// the other.
fn way(from: &Path, to: &Path) -> String {
    if let Ok(down) = to.strip_prefix(from) {
        let names = down.iter().map(|name| name.to_string_lossy() + "/");
        names.collect()
    } else if let Ok(up) = from.strip_prefix(to) {
        "../".repeat(up.iter().count())
    } else {
        to.to_string_lossy().into_owned() + "/"
    }
}
