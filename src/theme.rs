//! Templates and static files: those that are compiled in, each replaced by a file of the same path under the map's root.

#![expect(
    clippy::disallowed_methods,
    reason = "this is the fence: here the theme is read, and nowhere else"
)]

use include_dir::{Dir, include_dir};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fs, io};
use walkdir::WalkDir;

static TEMPLATES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/templates");
static STATIC: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/static");

/// The faces of the typesetter's fonts as WOFF2.
pub static FONTS: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/fonts.rs"));
/// The licence under which they are passed on.
pub static FONT_LICENCE: &str = include_str!(concat!(env!("OUT_DIR"), "/OFL.txt"));

/// A file of the theme.
#[derive(Debug, Clone)]
pub struct ThemeFile {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Whether it comes from the map's own folder.
    pub own: bool,
}

/// All files of the theme by their path within their folder.
#[derive(Debug, Clone, Default)]
pub struct Theme {
    /// The templates.
    pub templates: BTreeMap<String, ThemeFile>,
    /// The static files.
    pub statics: BTreeMap<String, ThemeFile>,
}

/// Reads the theme of the map at `root`.
///
/// # Errors
/// The path that the file system refuses, and why.
pub fn load(root: &Path) -> Result<Theme, (PathBuf, io::Error)> {
    let folder = |embedded: &'static Dir<'static>, name: &str| {
        let mut files = BTreeMap::new();
        embed(embedded, &mut files);
        overlay(&root.join(name), &mut files)?;
        Ok(files)
    };
    Ok(Theme {
        templates: folder(&TEMPLATES, "templates")?,
        statics: folder(&STATIC, "static")?,
    })
}

fn embed(dir: &'static Dir<'static>, files: &mut BTreeMap<String, ThemeFile>) {
    for file in dir.files() {
        let path = slashed(file.path());
        if is_theme(&path) {
            files.insert(
                path,
                ThemeFile {
                    bytes: file.contents().to_vec(),
                    own: false,
                },
            );
        }
    }
    for dir in dir.dirs() {
        embed(dir, files);
    }
}

fn overlay(
    folder: &Path,
    files: &mut BTreeMap<String, ThemeFile>,
) -> Result<(), (PathBuf, io::Error)> {
    if !folder.is_dir() {
        return Ok(());
    }
    // Links are not followed: a theme may come with a pull request.
    for entry in WalkDir::new(folder) {
        let entry = entry.map_err(|error| {
            let path = error.path().unwrap_or(folder).to_owned();
            (
                path,
                error
                    .into_io_error()
                    .unwrap_or_else(|| io::Error::other("a loop of links")),
            )
        })?;
        let path = slashed(entry.path().strip_prefix(folder).unwrap_or(entry.path()));
        if !entry.file_type().is_file() || !is_theme(&path) {
            continue;
        }
        match fs::read(entry.path()) {
            Ok(bytes) => drop(files.insert(path, ThemeFile { bytes, own: true })),
            // It was there a moment ago: somebody is editing.
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err((entry.into_path(), error)),
        }
    }
    Ok(())
}

fn slashed(path: &Path) -> String {
    path.iter()
        .map(|part| part.to_string_lossy())
        .collect::<Vec<_>>()
        .join("/")
}

/// Neither a note for people nor something hidden.
fn is_theme(path: &str) -> bool {
    path.split('/')
        .all(|part| !part.starts_with('.') && !part.ends_with('~'))
        && !path.ends_with("README.md")
}
