//! Files to checks.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, Read};

use crate::intake::{Format, text_of};
use crate::note::NoteKind;
use crate::text::TEXT_CAP;

/// More bytes than this are no text within the cap in any encoding that is read.
const BYTES_CAP: u64 = 4 * TEXT_CAP as u64;

/// One file of the command line as it was read.
pub struct Input {
    /// What it is called: the argument as it was given.
    pub name: String,
    /// What it was and its text, or why there is none.
    pub text: Result<(Format, String), NoteKind>,
}

impl Input {
    /// Reads the file that an argument names; `-` is standard input.
    pub fn read(argument: &OsStr) -> Self {
        Self { name: argument.to_string_lossy().into_owned(), text: read(argument) }
    }
}

fn read(argument: &OsStr) -> Result<(Format, String), NoteKind> {
    let bytes = bytes(argument).map_err(|error| NoteKind::CannotOpen(error.to_string()))?;
    if bytes.len() as u64 > BYTES_CAP {
        return Err(NoteKind::OverCap);
    }
    let (format, text) = text_of(&bytes).map_err(NoteKind::Refused)?;
    if text.len() > TEXT_CAP {
        return Err(NoteKind::OverCap);
    }
    Ok((format, text.into_owned()))
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
