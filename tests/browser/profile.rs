//! The folder in which a browser keeps what it writes while it runs.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

/// A folder of one browser's own, for its profile and its temporary files; gone with the value.
pub struct Profile(PathBuf);

impl Profile {
    /// An empty folder for the browser called `name`.
    pub fn new(name: &str) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("gouji-{name}-{}-{number}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a profile");
        Self(folder)
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Profile {
    fn drop(&mut self) {
        // The browser's own children outlive it by a moment, and write until they notice.
        for _ in 0..50 {
            if std::fs::remove_dir_all(&self.0).is_ok() || !self.0.exists() {
                return;
            }
            std::thread::sleep(Duration::from_millis(40));
        }
    }
}
