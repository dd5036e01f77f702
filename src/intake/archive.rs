//! An archive of reports: each file in it by its name.

use super::encoding::Decoder;
use super::kind::Kind;
use super::refusal::Refusal;
use super::zip::Zip;

/// The most files of one archive.
const FILES: usize = 1000;

/// The most bytes that the files of one archive may unpack to.
const CAP: usize = 256 << 20;

/// A file of an archive.
#[derive(Debug)]
pub struct File {
    /// Its name with its folders.
    pub name: String,
    /// What it holds, or why that cannot be had.
    pub bytes: Result<Vec<u8>, Refusal>,
}

/// The files of an archive, in its order, without folders and what systems add.
/// Archives within are files like others, and are not opened.
///
/// # Errors
/// When it is damaged, holds no file or too many.
pub fn files(bytes: &[u8], decoder: &dyn Decoder) -> Result<Vec<File>, Refusal> {
    let zip = Zip::with_cap(bytes, CAP).map_err(|fault| fault.refusal(Kind::Zip))?;
    let mut files = Vec::new();
    for (index, name) in zip.raw_names().enumerate() {
        let name = match std::str::from_utf8(name) {
            Ok(name) => name.to_string(),
            // Windows writes names in the system's encoding.
            Err(_) => decoder.gb18030(name),
        };
        let name = name.replace('\\', "/");
        let last = name.rsplit('/').next().unwrap_or_default();
        let added = name.starts_with("__MACOSX/") || last.starts_with('.') || last == "Thumbs.db";
        if last.is_empty() || added {
            continue;
        }
        if files.len() == FILES {
            return Err(Refusal::TooLarge);
        }
        let bytes = zip.part_at(index).map_err(|fault| fault.refusal(Kind::Zip));
        files.push(File { name, bytes });
    }
    if files.is_empty() { Err(Refusal::NoFiles) } else { Ok(files) }
}
