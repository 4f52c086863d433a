//! A map in a folder of its own, and what the program does with it.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{env, fs};

/// The folder of the cases.
pub(crate) fn cases() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases")
}

/// A folder that vanishes with the value.
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn new() -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let path = env::temp_dir().join(format!("portolan-test-{}-{number}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Self(path.canonicalize().unwrap())
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // A folder that cannot be removed is the system's to clean.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A map to try things on: the kitchen, with what a case puts over it.
pub(crate) struct Map {
    folder: Folder,
}

/// How a run of the program ended.
pub(crate) struct Outcome {
    pub(crate) status: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Map {
    /// The kitchen, which has no fault.
    pub(crate) fn kitchen() -> Self {
        let map = Self {
            folder: Folder::new(),
        };
        copy(&cases().join("kitchen"), map.root());
        map
    }

    /// The kitchen with the files of a case over it.
    pub(crate) fn case(name: &str) -> Self {
        let map = Self::kitchen();
        copy(&cases().join("diagnostics").join(name), map.root());
        map
    }

    pub(crate) fn root(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn public(&self) -> PathBuf {
        self.root().join("public")
    }

    /// Writes a file of the map.
    pub(crate) fn file(self, path: &str, bytes: impl AsRef<[u8]>) -> Self {
        put(&self.root().join(path), bytes.as_ref());
        self
    }

    /// Runs the program on the map.
    pub(crate) fn run(&self, arguments: &[&str]) -> Outcome {
        run(self.root(), arguments, &[])
    }

    pub(crate) fn check(&self) -> Outcome {
        self.run(&["check"])
    }

    pub(crate) fn build(&self) -> Outcome {
        self.run(&["build"])
    }

    /// A file of the site.
    pub(crate) fn page(&self, path: &str) -> String {
        fs::read_to_string(self.public().join(path))
            .unwrap_or_else(|error| panic!("{path}: {error}"))
    }
}

/// Runs the program in a folder.
pub(crate) fn run(folder: &Path, arguments: &[&str], environment: &[(&str, &str)]) -> Outcome {
    let mut command = Command::new(env!("CARGO_BIN_EXE_portolan"));
    command
        .current_dir(folder)
        .args(arguments)
        .envs(environment.iter().copied());
    outcome(&mut command)
}

pub(crate) fn outcome(command: &mut Command) -> Outcome {
    let output = command.output().unwrap();
    Outcome {
        status: output.status.code().unwrap_or(-1),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

impl Outcome {
    /// Nothing was wrong, and nothing was said about it.
    #[track_caller]
    pub(crate) fn silent_success(self) -> Self {
        assert_eq!((self.status, self.stderr.as_str()), (0, ""));
        self
    }
}

pub(crate) fn put(path: &Path, bytes: &[u8]) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

fn copy(from: &Path, to: &Path) {
    for (path, bytes) in tree(from) {
        if path != "expected.txt" {
            put(&to.join(path), &bytes);
        }
    }
}

/// All files of a folder by their paths, with `/` between the parts.
pub(crate) fn tree(folder: &Path) -> std::collections::BTreeMap<String, Vec<u8>> {
    let files = walkdir::WalkDir::new(folder)
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().is_file());
    files
        .map(|entry| {
            let path = entry.path().strip_prefix(folder).unwrap();
            let path = path
                .iter()
                .map(|part| part.to_str().unwrap())
                .collect::<Vec<_>>()
                .join("/");
            (path, fs::read(entry.path()).unwrap())
        })
        .collect()
}

/// Compares a text with the one that is kept in a file; `UPDATE=1` keeps the new one instead.
#[track_caller]
pub(crate) fn expect(file: &Path, actual: &str) {
    if env::var_os("UPDATE").is_some() {
        put(file, actual.as_bytes());
        return;
    }
    let expected = fs::read_to_string(file).unwrap_or_default();
    assert!(
        expected == actual,
        "{} differs (keep the new text with UPDATE=1):\n--- expected\n{expected}\n--- actual\n{actual}",
        file.display()
    );
}
