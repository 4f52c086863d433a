//! Waits for changes under the map's folder.

use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

/// Editors write a file in several steps; what comes within this time is one change.
const SETTLE: Duration = Duration::from_millis(60);

/// A watch that is kept.
pub(super) struct Watch {
    /// Dropping it would end the watch.
    _watcher: RecommendedWatcher,
    changes: Receiver<()>,
}

/// Begins to watch content, templates and static files.
pub(super) fn start(root: &Path) -> notify::Result<Watch> {
    let (sender, changes) = channel();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        // Reading a file is no change; and a build reads all of them.
        if event.is_ok_and(|event| !matches!(event.kind, EventKind::Access(_))) {
            // Nobody listens only while the program ends.
            let _ = sender.send(());
        }
    })?;
    for folder in ["content", "templates", "static"] {
        let folder = root.join(folder);
        if folder.is_dir() {
            watcher.watch(&folder, RecursiveMode::Recursive)?;
        }
    }
    Ok(Watch {
        _watcher: watcher,
        changes,
    })
}

impl Watch {
    /// Waits until something has changed and is quiet again; false if the watch has ended.
    pub(super) fn wait(&self) -> bool {
        if self.changes.recv().is_err() {
            return false;
        }
        while self.changes.recv_timeout(SETTLE).is_ok() {}
        true
    }
}
