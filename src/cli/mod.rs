//! The command line: `gouji check|cells|rules|form`.
//!
//! Exit status: 2 when something could not be read or the arguments are wrong, else
//! 1 when `check` found an error, else 0. What could not be read is named in one
//! line on standard error, and the other files are still checked.

mod args;
mod input;

use std::ffi::OsString;
use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use clap::Parser;
use clap::error::ErrorKind;

use crate::form::EditionId;
use crate::lang::Lang;
use crate::render::cells::Separator;
use crate::render::json::{Origin, document};
use crate::render::{catalogue, cells, form, text};
use crate::{Check, Options, Verdict, check};

use args::{Args, CellsFormat, CheckFormat, Command, RulesFormat};
use input::Input;

/// Runs the command line.
pub fn main() -> ExitCode {
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            return written(write!(io::stdout(), "{error}").map(|()| Status::Fine));
        }
        Err(error) => {
            eprintln!("gouji: {}", one_line(&error));
            return Status::Trouble.into();
        }
    };
    let mut out = BufWriter::new(io::stdout().lock());
    let done = match args.command {
        Command::Check { format, lang, files } => check_files(&mut out, format, lang.into(), &files),
        Command::Cells { format, files } => cells_of_files(&mut out, format, &files),
        Command::Rules { format, lang } => rules(&mut out, format, lang.into()).map(|()| Status::Fine),
        Command::Form { edition } => empty_form(&mut out, edition.into()).map(|()| Status::Fine),
    };
    written(done.and_then(|status| out.flush().map(|()| status)))
}

/// How a run ended, the worse the greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Status {
    /// Nothing to say.
    Fine,
    /// A report has an error.
    Errors,
    /// Something could not be read, or the arguments are wrong.
    Trouble,
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        match status {
            Status::Fine => Self::SUCCESS,
            Status::Errors => Self::from(1),
            Status::Trouble => Self::from(2),
        }
    }
}

/// The exit status once all is written. Whoever closed the pipe wants no more of it,
/// which is no trouble.
fn written(done: io::Result<Status>) -> ExitCode {
    match done {
        Ok(status) => status.into(),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Status::Fine.into(),
        Err(error) => {
            eprintln!("gouji: {error}");
            Status::Trouble.into()
        }
    }
}

/// The parser's message without its usage and tips.
fn one_line(error: &clap::Error) -> String {
    let message = error.to_string();
    let words = message.trim_start_matches("error:").lines().take_while(|line| !line.is_empty());
    words.map(str::trim).collect::<Vec<_>>().join(" ").trim().to_string()
}

/// Checks one file and hands the outcome over; says on standard error what could not
/// be read.
fn with_check<T>(input: &Input, lang: Lang, hand_over: impl FnOnce(&Check) -> T) -> (T, Status) {
    let checked = match &input.text {
        Ok((_, text)) => check(text, &Options::default()),
        Err(kind) => Check::unread(kind.clone()),
    };
    let status = match checked.verdict {
        Verdict::Unread => Status::Trouble,
        Verdict::Fail => Status::Errors,
        Verdict::Pass | Verdict::Attention | Verdict::Unrecognized => Status::Fine,
    };
    if status == Status::Trouble {
        let why: Vec<String> = checked.notes.iter().map(|note| note.kind.message(lang)).collect();
        eprintln!("gouji: {}: {}", input.name, why.join(" ").replace('\n', " "));
    }
    (hand_over(&checked), status)
}

fn check_files(
    out: &mut impl Write,
    format: CheckFormat,
    lang: Lang,
    files: &[OsString],
) -> io::Result<Status> {
    let mut worst = Status::Fine;
    let array = format == CheckFormat::Json && files.len() > 1;
    if array {
        writeln!(out, "[")?;
    }
    for (number, file) in files.iter().enumerate() {
        let input = Input::read(file);
        let format_key = input.text.as_ref().ok().map(|(format, _)| format.key());
        let origin = Origin { name: Some(&input.name), format: format_key };
        let (written, status) = with_check(&input, lang, |check| match format {
            CheckFormat::Text => out.write_all(text::text(check, &input.name, lang).as_bytes()),
            CheckFormat::Json => serde_json::to_writer_pretty(&mut *out, &document(check, &origin, lang))
                .map_err(io::Error::from),
            CheckFormat::Ndjson => {
                serde_json::to_writer(&mut *out, &document(check, &origin, lang)).map_err(io::Error::from)
            }
        });
        written?;
        worst = worst.max(status);
        let last = number + 1 == files.len();
        match format {
            CheckFormat::Text if last => {}
            CheckFormat::Json if array && !last => writeln!(out, ",")?,
            CheckFormat::Text | CheckFormat::Json | CheckFormat::Ndjson => writeln!(out)?,
        }
        // Each line goes out as its file is done.
        out.flush()?;
    }
    if array {
        writeln!(out, "]")?;
    }
    Ok(worst)
}

fn cells_of_files(out: &mut impl Write, format: CellsFormat, files: &[OsString]) -> io::Result<Status> {
    let separator = match format {
        CellsFormat::Csv => Separator::Comma,
        CellsFormat::Tsv => Separator::Tab,
    };
    out.write_all(cells::head(separator).as_bytes())?;
    let mut worst = Status::Fine;
    for file in files {
        let input = Input::read(file);
        let (rows, status) =
            with_check(&input, Lang::default(), |check| cells::rows(check, &input.name, separator));
        out.write_all(rows.as_bytes())?;
        // The table tells cells, not findings, so that only what was not read counts.
        if status == Status::Trouble {
            worst = status;
        }
    }
    Ok(worst)
}

fn rules(out: &mut impl Write, format: RulesFormat, lang: Lang) -> io::Result<()> {
    match format {
        RulesFormat::Text => out.write_all(catalogue::text(lang).as_bytes()),
        RulesFormat::Md => out.write_all(catalogue::markdown(lang).as_bytes()),
        RulesFormat::Json => {
            serde_json::to_writer_pretty(&mut *out, &catalogue::entries(lang))?;
            writeln!(out)
        }
    }
}

fn empty_form(out: &mut impl Write, edition: EditionId) -> io::Result<()> {
    match edition.edition() {
        Some(edition) => out.write_all(form::text(edition).as_bytes()),
        None => Ok(()),
    }
}
