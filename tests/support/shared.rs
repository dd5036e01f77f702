//! The folder of real reports beside the repository. It is not part of the
//! repository; tests that need it are skipped, and say so, where it is absent.

use std::path::PathBuf;

/// `GOUJI_SHARED`, or `shared` beside the repository; `None` where there is no such
/// folder, which is then said on standard error.
pub fn folder() -> Option<PathBuf> {
    let folder = match std::env::var_os("GOUJI_SHARED") {
        Some(path) => PathBuf::from(path),
        None => PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared"),
    };
    if folder.is_dir() {
        return Some(folder);
    }
    eprintln!("skipped: there is no {} (set GOUJI_SHARED to say where it is)", folder.display());
    None
}

/// The text of a file of the folder.
///
/// # Panics
/// When the folder is there and the file is not.
pub fn text(path: &str) -> Option<String> {
    let path = folder()?.join(path);
    Some(std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display())))
}
