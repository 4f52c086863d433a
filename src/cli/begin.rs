//! `portolan new` and `portolan init`: something to begin with.

use super::Failure;
use crate::model::{Kind, Map};
use crate::scaffold::{self, Thing};
use crate::text::{alternatives, is_slug, nearest, slugify};
use crate::write;
use std::path::{Path, PathBuf};

/// What is begun, as it was typed.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// What to begin: the name of a folder under content/, or of one thing in it (`area`, `question`)
    kind: String,
    /// Its title; the file is named after it
    title: String,
    /// The field in which an entry lies, by its file name without `.md`
    #[arg(long, value_name = "FIELD")]
    field: Option<String>,
    /// The map's folder [default: the nearest one upward that holds content/map.toml]
    #[arg(long, value_name = "DIR")]
    pub(super) root: Option<PathBuf>,
}

/// Writes a new document, with every key explained, and says where it is.
pub(super) fn document(root: &Path, arguments: &Arguments) -> Result<bool, Failure> {
    // A map with errors can grow too; they are for `check` to say.
    let map = crate::read(root, &|_| {})?.map;
    let settings = &map.settings;
    let thing = Thing::named(settings, &arguments.kind).ok_or_else(|| {
        let names = Thing::all_names(settings);
        Failure::Other(format!(
            "there is no kind `{}`; write {}",
            arguments.kind,
            alternatives(names)
        ))
    })?;
    let slug = slugify(&arguments.title);
    if !is_slug(&slug) {
        let message =
            "a file cannot be named after this title: it has no letter from a to z and no digit";
        return Err(Failure::Other(message.to_owned()));
    }
    let field = match thing {
        Thing::Entry(kind) => Some(field(&map, kind, arguments.field.as_deref())?),
        _ => None,
    };
    let path = format!("content/{}/{slug}.md", thing.folder(settings));
    let text = scaffold::document(&map, thing, &arguments.title, field.as_deref());
    create(root, &[(&path, text)])?;
    println!(
        "{}: write it, and `portolan check` says what is missing",
        root.join(path).display()
    );
    Ok(true)
}

/// The field that was named, or the only one there is.
fn field(map: &Map, kind: Kind, named: Option<&str>) -> Result<String, Failure> {
    let fields = map.fields.iter().filter(|field| field.kind == kind);
    let slugs: Vec<&str> = fields.map(|field| field.common.slug.as_str()).collect();
    match (named, slugs.as_slice()) {
        (Some(named), slugs) if slugs.contains(&named) => Ok(named.to_owned()),
        (Some(named), slugs) => Err(Failure::Other(
            match nearest(named, slugs.iter().copied()) {
                Some(near) => format!("there is no field `{named}`; did you mean `{near}`?"),
                None => format!(
                    "there is no field `{named}`; write {}",
                    alternatives(slugs.iter().copied())
                ),
            },
        )),
        (None, [only]) => Ok((*only).to_owned()),
        (None, []) => Err(Failure::Other(format!(
            "there is no field for it yet; begin with `portolan new fields \"Title\"`, which holds {}",
            map.settings.words(kind).folder
        ))),
        (None, slugs) => {
            let choices = alternatives(slugs.iter().copied());
            Err(Failure::Other(format!(
                "say in which field it lies with --field: {choices}"
            )))
        }
    }
}

/// Writes a map without entries into a folder, unless one of its files is there already.
pub(super) fn map(folder: &Path) -> Result<bool, Failure> {
    let name = std::path::absolute(folder).ok();
    let name = name
        .as_deref()
        .and_then(Path::file_name)
        .map(|name| name.to_string_lossy());
    let title = crate::text::capitalised(&name.unwrap_or_default().replace(['-', '_'], " "));
    let title = if title.is_empty() {
        "A map".to_owned()
    } else {
        title
    };
    let files = scaffold::empty_map(&title);
    let files: Vec<(&str, String)> = files.into_iter().collect();
    create(folder, &files)?;
    println!(
        "{0}: a map without entries; go into {0}, where `portolan new area \"Title\"` begins the first and `portolan serve` shows it",
        folder.display()
    );
    Ok(true)
}

fn create(root: &Path, files: &[(&str, String)]) -> Result<(), Failure> {
    write::create(root, files).map_err(|error| Failure::Other(error.to_string()))
}
