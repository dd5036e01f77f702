//! Files to checks.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, Read};

use crate::intake::encoding::Native;
use crate::intake::{self, Intake};
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
    /// Reads the file that an argument names; `-` is standard input.
    pub fn read(argument: &OsStr) -> Self {
        Self { name: argument.to_string_lossy().into_owned(), intake: read(argument) }
    }
}

fn read(argument: &OsStr) -> Result<Intake, NoteKind> {
    let bytes = bytes(argument).map_err(|error| NoteKind::CannotOpen(error.to_string()))?;
    if bytes.len() as u64 > BYTES_CAP {
        return Err(NoteKind::OverCap);
    }
    let intake = intake::read(&bytes, &Native).map_err(|refusal| NoteKind::Intake(refusal.words()))?;
    if intake.text.len() > TEXT_CAP {
        return Err(NoteKind::OverCap);
    }
    Ok(intake)
}

fn bytes(argument: &OsStr) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    // One byte more than the cap tells that there is more.
    if argument == "-" {
        io::stdin().lock().take(BYTES_CAP + 1).read_to_end(&mut bytes)?;
    } else {
        File::open(argument)?.take(BYTES_CAP + 1).read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}
