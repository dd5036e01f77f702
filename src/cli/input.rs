//! Files to checks.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, Read};

use crate::intake::encoding::Native;
use crate::intake::kind::{self, Kind};
use crate::intake::{self, Intake, archive};
use crate::note::NoteKind;
use crate::text::TEXT_CAP;

/// The largest file that is read: documents may hold many pictures.
const BYTES_CAP: u64 = 128 << 20;

/// One file of the command line as it was read.
pub struct Input {
    /// What it is called: the argument as it was given.
    pub name: String,
    /// What it was and its text, or why there is none.
    pub intake: Result<Intake, NoteKind>,
}

impl Input {
    /// Reads the file that an argument names, or the files of the archive that it names;
    /// `-` is standard input.
    pub fn read(argument: &OsStr) -> Vec<Self> {
        let name = argument.to_string_lossy().into_owned();
        let bytes = match bytes(argument) {
            Ok(bytes) => bytes,
            Err(kind) => return vec![Self { name, intake: Err(kind) }],
        };
        if kind::of(&bytes) != Kind::Zip {
            return vec![Self { name, intake: text(&bytes) }];
        }
        match archive::files(&bytes, &Native) {
            Err(refusal) => vec![Self { name, intake: Err(NoteKind::Intake(refusal.words())) }],
            Ok(files) => files.into_iter().map(|file| Self::of_archive(&name, file)).collect(),
        }
    }

    /// Reads the one file that an argument names: an archive of several is none.
    pub fn read_one(argument: &OsStr) -> Self {
        let mut files = Self::read(argument);
        match (files.pop(), files.is_empty()) {
            (Some(file), true) => file,
            _ => Self {
                name: argument.to_string_lossy().into_owned(),
                intake: Err(NoteKind::Intake(Kind::Zip.refusal().words())),
            },
        }
    }

    fn of_archive(archive: &str, file: archive::File) -> Self {
        let intake = match file.bytes {
            Err(refusal) => Err(refusal),
            Ok(bytes) if kind::of(&bytes) == Kind::Zip => Err(Kind::Zip.refusal()),
            Ok(bytes) => intake::read(&bytes, &Native),
        };
        let name = format!("{archive}/{}", file.name);
        Self {
            name,
            intake: intake.map_err(|refusal| NoteKind::Intake(refusal.words())).and_then(within_cap),
        }
    }
}

fn text(bytes: &[u8]) -> Result<Intake, NoteKind> {
    let intake = intake::read(bytes, &Native).map_err(|refusal| NoteKind::Intake(refusal.words()));
    intake.and_then(within_cap)
}

fn within_cap(intake: Intake) -> Result<Intake, NoteKind> {
    if intake.text.len() > TEXT_CAP { Err(NoteKind::OverCap) } else { Ok(intake) }
}

fn bytes(argument: &OsStr) -> Result<Vec<u8>, NoteKind> {
    let bytes = all_bytes(argument).map_err(|error| NoteKind::CannotOpen(error.to_string()))?;
    if bytes.len() as u64 > BYTES_CAP { Err(NoteKind::OverCap) } else { Ok(bytes) }
}

fn all_bytes(argument: &OsStr) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    // One byte more than the cap tells that there is more.
    if argument == "-" {
        io::stdin().lock().take(BYTES_CAP + 1).read_to_end(&mut bytes)?;
    } else {
        File::open(argument)?.take(BYTES_CAP + 1).read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}
