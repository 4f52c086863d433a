//! The folder `content/` → [`Sources`]. The only reader of content; it does not know what the texts mean.

#![expect(
    clippy::disallowed_methods,
    reason = "this is the fence: here content is read, and nowhere else"
)]

use crate::diag::Diagnostics;
use crate::problems::files as problem;
use crate::source::{SourceFile, Sources, Span};
use rayon::prelude::*;
use std::io;
use std::path::{Path, PathBuf};
use std::{fmt, fs};
use walkdir::{DirEntry, WalkDir};

const TEXT_LIMIT: u64 = 512 * 1024;
const LARGE_LIMIT: u64 = 2 * 1024 * 1024;
const IMAGES: [&str; 6] = ["png", "jpg", "jpeg", "webp", "gif", "avif"];

/// Why content cannot be read at all; no author can mend it in a text.
#[derive(Debug)]
pub enum LoadError {
    /// There is no `content/map.toml` under this folder.
    NoMap(PathBuf),
    /// The file system refuses.
    Io(PathBuf, io::Error),
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoMap(root) => write!(
                f,
                "there is no map in `{}`: it has no `content/map.toml`; go to the map's folder, or name it",
                root.display()
            ),
            Self::Io(path, error) => write!(f, "cannot read `{}`: {error}", path.display()),
        }
    }
}

impl std::error::Error for LoadError {}

/// Reads all texts and images under `root/content`.
///
/// # Errors
/// If there is no map, or the file system refuses.
pub fn load(root: &Path, diags: &mut Diagnostics) -> Result<Sources, LoadError> {
    let content = root.join("content");
    if !content.join("map.toml").is_file() {
        return Err(LoadError::NoMap(root.to_owned()));
    }
    let found = walk(root, &content, diags)?;
    let read: Vec<(String, io::Result<Vec<u8>>)> = found
        .into_par_iter()
        .map(|(path, file)| (path, fs::read(file)))
        .collect();
    let mut sources = Sources::default();
    for (path, bytes) in read {
        let bytes = match bytes {
            Ok(bytes) => bytes,
            // It was there a moment ago: somebody is editing. The next build sees what came of it.
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            Err(error) => return Err(LoadError::Io(root.join(path), error)),
        };
        add(&mut sources, path, bytes, diags);
    }
    Ok(sources)
}

fn add(sources: &mut Sources, path: String, bytes: Vec<u8>, diags: &mut Diagnostics) {
    let kib = |bytes: u64| bytes.div_ceil(1024);
    let size = bytes.len() as u64;
    if is_image(&path) {
        if size > LARGE_LIMIT {
            diags.push(problem::image_too_large(&path, kib(size), kib(LARGE_LIMIT)));
        } else {
            sources.add_image(path, bytes);
        }
        return;
    }
    let limit = if path.ends_with(".bib") {
        LARGE_LIMIT
    } else {
        TEXT_LIMIT
    };
    if size > limit {
        let id = sources.add(SourceFile::new(path, Vec::new()));
        diags.push(problem::too_large(
            Span::new(id, 0..0),
            kib(size),
            kib(limit),
        ));
    } else {
        sources.add(SourceFile::new(path, bytes));
    }
}

fn is_image(path: &str) -> bool {
    path.rsplit_once('.')
        .is_some_and(|(_, ending)| IMAGES.contains(&ending))
}

/// Every file that is content, by its path from the root, in the order of the paths.
fn walk(
    root: &Path,
    content: &Path,
    diags: &mut Diagnostics,
) -> Result<Vec<(String, PathBuf)>, LoadError> {
    let visible = |entry: &DirEntry| {
        let name = entry.file_name().to_string_lossy();
        !name.starts_with('.') && !name.ends_with('~') && !name.eq_ignore_ascii_case("README.md")
    };
    let mut found = Vec::new();
    for entry in WalkDir::new(content)
        .min_depth(1)
        .into_iter()
        .filter_entry(visible)
    {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error)
                if error
                    .io_error()
                    .is_some_and(|e| e.kind() == io::ErrorKind::NotFound) =>
            {
                continue;
            }
            Err(error) => {
                let path = error.path().unwrap_or(content).to_owned();
                let error = error
                    .into_io_error()
                    .unwrap_or_else(|| io::Error::other("a loop of links"));
                return Err(LoadError::Io(path, error));
            }
        };
        let path = site_path(root, entry.path());
        if entry.file_type().is_dir() {
            continue;
        }
        if entry.path_is_symlink() && !link_is_safe(root, entry.path(), &path, diags) {
            continue;
        }
        let known = [".md", ".toml", ".bib"]
            .iter()
            .any(|ending| path.ends_with(ending));
        if known || is_image(&path) {
            found.push((path, entry.into_path()));
        } else {
            diags.push(problem::unread_file(
                &path,
                "write entries in `.md`, works in `.bib`, images in PNG, JPEG, WebP, GIF or AVIF",
            ));
        }
    }
    found.sort();
    Ok(found)
}

fn site_path(root: &Path, path: &Path) -> String {
    let relative = path.strip_prefix(root).unwrap_or(path);
    relative
        .iter()
        .map(|part| part.to_string_lossy())
        .collect::<Vec<_>>()
        .join("/")
}

fn link_is_safe(root: &Path, link: &Path, path: &str, diags: &mut Diagnostics) -> bool {
    let inside = |target: &Path| {
        root.canonicalize()
            .is_ok_and(|root| target.starts_with(root))
    };
    let problem = match link.canonicalize() {
        Err(_) => problem::outside_root(path, "leads nowhere"),
        Ok(target) if !inside(&target) => {
            problem::outside_root(path, "leads out of the map's folder")
        }
        Ok(target) if target.is_dir() => problem::outside_root(path, "leads to a folder"),
        Ok(_) => return true,
    };
    diags.push(problem);
    false
}
