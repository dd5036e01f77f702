//! What reading a file gave, as it goes from the module that reads files to the one
//! that checks. Natively nothing needs to go anywhere, but both faces share the type.

use serde::{Deserialize, Serialize};

use super::archive;
use super::encoding::Decoder;
use super::kind::{self, Kind};
use super::{Intake, Refusal, Words};
use crate::text::Span;

/// What reading a file gave.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Taken {
    /// A text.
    Text {
        /// What the file is: [`Kind::key`].
        format: String,
        /// The text; its line ends are LF.
        text: String,
        /// What was left aside or guessed, with its first place.
        notes: Vec<(Words, Option<Span>)>,
    },
    /// No text, and why.
    Refused(Words),
}

/// What a file is to the page: one report, or an archive of several.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Opened {
    /// One report, or why there is none.
    One(Taken),
    /// The names of an archive's files, each with its folders.
    Several(Vec<String>),
}

impl From<Result<Intake, Refusal>> for Taken {
    fn from(read: Result<Intake, Refusal>) -> Self {
        match read {
            Ok(Intake { format, text, notes }) => Self::Text {
                format: format.to_string(),
                text,
                notes: notes.iter().map(|note| (note.words(), note.span)).collect(),
            },
            Err(refusal) => Self::Refused(refusal.words()),
        }
    }
}

impl Taken {
    /// Reads the one report of a file. An archive of one file is that file; one of
    /// several is refused, for one report is asked for.
    pub fn of(bytes: &[u8], decoder: &dyn Decoder) -> Self {
        if kind::of(bytes) != Kind::Zip {
            return super::read(bytes, decoder).into();
        }
        let mut files = match archive::files(bytes, decoder) {
            Ok(files) => files,
            Err(refusal) => return Self::Refused(refusal.words()),
        };
        match (files.pop(), files.is_empty()) {
            (Some(file), true) => Self::of_archive(file, decoder),
            _ => Self::Refused(Kind::Zip.refusal().words()),
        }
    }

    /// Reads a file of an archive. An archive within one is not opened.
    pub fn of_archive(file: archive::File, decoder: &dyn Decoder) -> Self {
        let within = |bytes: Vec<u8>| match kind::of(&bytes) {
            Kind::Zip => Err(Kind::Zip.refusal()),
            _ => super::read(&bytes, decoder),
        };
        file.bytes.and_then(within).into()
    }

    /// As bytes for [`Taken::from_bytes`].
    pub fn to_bytes(&self) -> Vec<u8> {
        // Writing into a vector does not fail.
        postcard::to_allocvec(self).unwrap_or_default()
    }

    /// What [`Taken::to_bytes`] has written; `None` for other bytes.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        postcard::from_bytes(bytes).ok()
    }
}

impl Opened {
    /// Opens a file. The files of an archive of several come with it, in the order of
    /// their names, to be read one after the other.
    pub fn of(bytes: &[u8], decoder: &dyn Decoder) -> (Self, Vec<archive::File>) {
        if kind::of(bytes) != Kind::Zip {
            return (Self::One(super::read(bytes, decoder).into()), Vec::new());
        }
        match archive::files(bytes, decoder) {
            Err(refusal) => (Self::One(Taken::Refused(refusal.words())), Vec::new()),
            Ok(mut files) if files.len() == 1 => {
                let taken = files.pop().map(|file| Taken::of_archive(file, decoder));
                (Self::One(taken.unwrap_or_else(|| Taken::Refused(Refusal::NoFiles.words()))), files)
            }
            Ok(files) => (Self::Several(files.iter().map(|file| file.name.clone()).collect()), files),
        }
    }

    /// As bytes for [`Opened::from_bytes`].
    pub fn to_bytes(&self) -> Vec<u8> {
        // Writing into a vector does not fail.
        postcard::to_allocvec(self).unwrap_or_default()
    }

    /// What [`Opened::to_bytes`] has written; `None` for other bytes.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        postcard::from_bytes(bytes).ok()
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::super::encoding::Native;
    use super::*;

    #[test]
    fn what_arrives_is_what_was_sent() {
        for bytes in [&b"\xc4\xea\xb1\xa8"[..], b"GIF89a", "年报".as_bytes()] {
            let taken = Taken::of(bytes, &Native);
            assert_eq!(Taken::from_bytes(&taken.to_bytes()), Some(taken));
        }
        assert_eq!(Taken::from_bytes(b"\xff other bytes"), None);
    }
}
