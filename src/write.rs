//! [`Output`] → disk. The only writer.
//!
//! A manifest in the output folder lists what portolan wrote; only those files are ever replaced or removed. It says
//! `incomplete` while files are being written, so that a build that was cut off is seen and completed by the next one.
//!
//! First everything that can fail is done beside the site as it stands: new files are created, and the new bytes of changed files
//! are written under other names. If that fails, it is taken back, and the old site is untouched. Only then names are changed.

#![expect(
    clippy::disallowed_methods,
    reason = "this is the fence: here files are written, and nowhere else"
)]

use crate::output::Output;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{fmt, fs, io};

const MANIFEST: &str = ".portolan";
const HEAD: &str = "portolan 1";
/// Put before a file's name while its new bytes wait for their turn.
const WAITING: &str = ".portolan-new.";

/// What was done.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Written {
    /// Files created or replaced.
    pub changed: usize,
    /// Files removed.
    pub removed: usize,
}

/// Why the site could not be written.
#[derive(Debug)]
pub enum WriteError {
    /// The folder holds files that portolan did not write.
    Foreign(PathBuf),
    /// A file that was to be created is there already.
    Exists(PathBuf),
    /// The file system refuses a new file.
    Create(PathBuf, io::Error),
    /// The file system refuses; the old site is as it was.
    Io(PathBuf, io::Error),
    /// The file system refused while names were being changed; the next build completes it.
    CutOff(PathBuf, io::Error),
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Foreign(path) => write!(
                f,
                "`{}` holds files that portolan did not write; name an empty folder with `--output`, or empty this one",
                path.display()
            ),
            Self::Exists(path) => {
                write!(
                    f,
                    "`{}` exists already, and is left as it is",
                    path.display()
                )
            }
            Self::Create(path, error) => write!(f, "cannot write `{}`: {error}", path.display()),
            Self::Io(path, error) => {
                write!(
                    f,
                    "cannot write `{}`: {error}; the site is as it was before",
                    path.display()
                )
            }
            Self::CutOff(path, error) => write!(
                f,
                "cannot write `{}`: {error}; some pages are new and some are old, and the next build completes them",
                path.display()
            ),
        }
    }
}

impl std::error::Error for WriteError {}

/// Writes a site into `folder`.
///
/// # Errors
/// If the folder is not portolan's, or the file system refuses.
pub fn write(output: &Output, folder: &Path) -> Result<Written, WriteError> {
    let old = read_manifest(folder)?;
    let new: BTreeSet<&str> = output.iter().map(|(path, _)| path).collect();
    let stale: Vec<&str> = old
        .files
        .iter()
        .map(String::as_str)
        .filter(|path| !new.contains(path))
        .collect();
    let changed: Vec<(&str, &[u8])> = output
        .iter()
        .collect::<Vec<_>>()
        .into_par_iter()
        .filter(|(path, bytes)| !is_same(&folder.join(path), bytes))
        .collect();
    if changed.is_empty() && stale.is_empty() && old.complete && old.files.len() == new.len() {
        return Ok(Written::default());
    }
    let io = |path: &Path| {
        let path = path.to_owned();
        move |error| WriteError::Io(path, error)
    };
    fs::create_dir_all(folder).map_err(io(folder))?;
    let all: BTreeSet<&str> = old
        .files
        .iter()
        .map(String::as_str)
        .chain(new.iter().copied())
        .collect();
    write_manifest(folder, "incomplete", &all).map_err(io(&folder.join(MANIFEST)))?;
    let staged = stage(folder, &changed).inspect_err(|_| {
        // The old site stands; say so, so that the next build does not take it for a torn one.
        let _ = if old.files.is_empty() {
            fs::remove_file(folder.join(MANIFEST))
        } else {
            let files = old.files.iter().map(String::as_str).collect();
            write_manifest(
                folder,
                if old.complete {
                    "complete"
                } else {
                    "incomplete"
                },
                &files,
            )
        };
    })?;
    for (waiting, path) in &staged {
        fs::rename(waiting, path).map_err(|error| WriteError::CutOff(path.clone(), error))?;
    }
    for path in &stale {
        remove(folder, path).map_err(|error| WriteError::CutOff(folder.join(path), error))?;
    }
    write_manifest(folder, "complete", &new)
        .map_err(|error| WriteError::CutOff(folder.join(MANIFEST), error))?;
    Ok(Written {
        changed: changed.len(),
        removed: stale.len(),
    })
}

/// Writes one file that is no part of a site, so that nobody ever meets half of it. Says whether anything changed.
///
/// # Errors
/// If the file system refuses; the old file is as it was.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<bool> {
    if is_same(path, bytes) {
        return Ok(false);
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let waiting = path.with_file_name(format!("{WAITING}{name}"));
    // What waits there is left of a write that was cut off, or a link that somebody planted; it is never written through.
    let _ = fs::remove_file(&waiting);
    fs::File::create_new(&waiting)
        .and_then(|mut file| io::Write::write_all(&mut file, bytes))
        .and_then(|()| fs::rename(&waiting, path))
        .inspect_err(|_| drop(fs::remove_file(&waiting)))?;
    Ok(true)
}

/// Creates new files under `root`; if one of them exists, nothing is written.
///
/// # Errors
/// If a file exists, or the file system refuses.
pub fn create(root: &Path, files: &[(&str, String)]) -> Result<(), WriteError> {
    let paths: Vec<PathBuf> = files.iter().map(|(path, _)| root.join(path)).collect();
    if let Some(path) = paths.iter().find(|path| path.exists()) {
        return Err(WriteError::Exists(path.clone()));
    }
    for (path, (_, text)) in paths.iter().zip(files) {
        let folder = path.parent().unwrap_or(root);
        let io = |error| WriteError::Create(path.clone(), error);
        fs::create_dir_all(folder).map_err(io)?;
        if !folder
            .canonicalize()
            .map_err(io)?
            .starts_with(root.canonicalize().map_err(io)?)
        {
            let outside = io::Error::other("its folder is a link that leads out of the map");
            return Err(io(outside));
        }
        let mut file = fs::File::create_new(path).map_err(io)?;
        io::Write::write_all(&mut file, text.as_bytes()).map_err(io)?;
    }
    Ok(())
}

struct Manifest {
    complete: bool,
    files: BTreeSet<String>,
}

fn read_manifest(folder: &Path) -> Result<Manifest, WriteError> {
    let path = folder.join(MANIFEST);
    match fs::read_to_string(&path) {
        Ok(text) => {
            let mut lines = text.lines();
            let head = lines.next().unwrap_or_default();
            let inside = |path: &&str| {
                !path.starts_with('/')
                    && path
                        .split('/')
                        .all(|part| !part.is_empty() && part != ".." && part != ".")
            };
            // A manifest is a file like any other: what it names is only trusted as far as it lies inside the folder.
            let files = lines.filter(inside).map(str::to_owned).collect();
            Ok(Manifest {
                complete: head == format!("{HEAD} complete"),
                files,
            })
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let occupied = match fs::read_dir(folder) {
                Ok(mut entries) => entries.next().is_some(),
                Err(error) if error.kind() == io::ErrorKind::NotFound => false,
                Err(error) => return Err(WriteError::Io(folder.to_owned(), error)),
            };
            if occupied {
                return Err(WriteError::Foreign(folder.to_owned()));
            }
            Ok(Manifest {
                complete: true,
                files: BTreeSet::new(),
            })
        }
        Err(error) => Err(WriteError::Io(path, error)),
    }
}

fn write_manifest(folder: &Path, state: &str, files: &BTreeSet<&str>) -> io::Result<()> {
    let mut text = format!("{HEAD} {state}\n");
    for file in files {
        text += file;
        text.push('\n');
    }
    let waiting = folder.join(format!("{MANIFEST}.new"));
    fs::write(&waiting, text)?;
    fs::rename(waiting, folder.join(MANIFEST))
}

fn is_same(path: &Path, bytes: &[u8]) -> bool {
    let same_size = fs::symlink_metadata(path)
        .is_ok_and(|meta| meta.is_file() && meta.len() == bytes.len() as u64);
    same_size && fs::read(path).is_ok_and(|found| found == bytes)
}

/// Writes everything under names that disturb nobody: new files directly, changed ones beside the old. Gives the pairs of names
/// that are still to be changed. If anything fails, all of it is taken back.
fn stage(folder: &Path, changed: &[(&str, &[u8])]) -> Result<Vec<(PathBuf, PathBuf)>, WriteError> {
    let made: Vec<Result<(PathBuf, PathBuf), (PathBuf, io::Error)>> = changed
        .par_iter()
        .map(|(path, bytes)| stage_one(&folder.join(path), bytes))
        .collect();
    if let Some((path, _)) = made.iter().find_map(|result| result.as_ref().err()) {
        let path = path.clone();
        let mut error = None;
        for result in made {
            match result {
                Ok((waiting, _)) => drop(fs::remove_file(waiting)),
                Err((_, found)) => error = error.or(Some(found)),
            }
        }
        return Err(WriteError::Io(
            path,
            error.unwrap_or_else(|| io::Error::other("unknown")),
        ));
    }
    let pairs = made.into_iter().filter_map(Result::ok);
    Ok(pairs.filter(|(waiting, path)| waiting != path).collect())
}

/// Writes one file; the two paths are the same if it is new.
fn stage_one(path: &Path, bytes: &[u8]) -> Result<(PathBuf, PathBuf), (PathBuf, io::Error)> {
    let fail = |error| (path.to_owned(), error);
    let parent = path
        .parent()
        .expect("a file of the site lies in its folder");
    fs::create_dir_all(parent).map_err(fail)?;
    let exists = fs::symlink_metadata(path).is_ok();
    let target = if exists {
        let name = path
            .file_name()
            .expect("a file has a name")
            .to_string_lossy();
        parent.join(format!("{WAITING}{name}"))
    } else {
        path.to_owned()
    };
    match fs::write(&target, bytes) {
        Ok(()) => Ok((target, path.to_owned())),
        Err(error) => {
            // What was written of it must not stay.
            let _ = fs::remove_file(&target);
            Err(fail(error))
        }
    }
}

/// Removes a file, and the folders that it leaves empty.
fn remove(folder: &Path, path: &str) -> io::Result<()> {
    let mut path = folder.join(path);
    match fs::remove_file(&path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    while path.pop() && path != folder && fs::remove_dir(&path).is_ok() {}
    Ok(())
}
