//! The command line: `gouji check|cells|rules|form`.
//!
//! Exit status: 2 when something could not be read or the arguments are wrong, else
//! 1 when `check` found an error, else 0. What could not be read is named in one
//! line on standard error, and the other files are still checked.

mod args;
mod input;

use std::collections::VecDeque;
use std::ffi::{OsStr, OsString};
use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use clap::Parser;
use clap::error::ErrorKind;

use crate::form::EditionId;
use crate::lang::Lang;
use crate::note::{Note, NoteKind};
use crate::render::cells::Separator;
use crate::render::json::{Origin, document};
use crate::render::{catalogue, cells, form, text};
use crate::{Check, Options, Profile, Verdict, check};

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
        Command::Check { format, lang, previous, profile, files } => {
            let lang = lang.into();
            let beside = Beside::read(previous.as_deref(), profile.as_deref(), lang);
            check_files(&mut out, format, lang, &beside, &files)
        }
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

/// The files that are read beside the reports, once for all of them.
#[derive(Default)]
struct Beside {
    /// The report of the year before.
    previous: Option<Input>,
    /// The settings.
    profile: Option<Input>,
    /// Whether one of them could not be read or was refused.
    is_in_trouble: bool,
}

impl Beside {
    /// Reads them; says on standard error what is wrong with one. The reports are
    /// checked without it.
    fn read(previous: Option<&OsStr>, profile: Option<&OsStr>, lang: Lang) -> Self {
        let (previous, profile) = (previous.map(Input::read_one), profile.map(Input::read_one));
        let mut beside = Self { previous, profile, is_in_trouble: false };
        if let Some(Input { name, intake: Err(kind) }) = &beside.previous {
            beside.is_in_trouble = true;
            complain(name, &kind.message(lang));
        }
        if let Some(Input { name, intake }) = &beside.profile {
            let why = match intake {
                Ok(intake) => Profile::parse(&intake.text).err().map(|error| error.message(lang)),
                Err(kind) => Some(kind.message(lang)),
            };
            beside.is_in_trouble |= why.is_some();
            why.iter().for_each(|why| complain(name, why));
        }
        beside
    }

    fn options(&self) -> Options<'_> {
        Options { previous: text_of(&self.previous), profile: text_of(&self.profile) }
    }

    /// Notes what was not read.
    fn note(&self, notes: &mut Vec<Note>) {
        let mut add = |input: &Option<Input>, kind: fn(Box<NoteKind>) -> NoteKind| {
            if let Some(Input { intake: Err(why), .. }) = input {
                notes.insert(0, Note { kind: kind(Box::new(why.clone())), span: None });
            }
        };
        add(&self.previous, NoteKind::PreviousUnread);
        add(&self.profile, NoteKind::ProfileUnread);
    }
}

fn text_of(input: &Option<Input>) -> Option<&str> {
    input.as_ref().and_then(|input| input.intake.as_ref().ok()).map(|intake| intake.text.as_str())
}

/// One line on standard error about a file.
fn complain(name: &str, why: &str) {
    eprintln!("gouji: {name}: {}", why.replace('\n', " "));
}

/// Checks one file and hands the outcome over; says on standard error what could not
/// be read.
fn with_check<T>(
    input: &Input,
    lang: Lang,
    beside: &Beside,
    hand_over: impl FnOnce(&Check) -> T,
) -> (T, Status) {
    let mut checked = match &input.intake {
        Ok(intake) => check(&intake.text, &beside.options())
            .with_intake(intake.notes.iter().map(|note| (note.words(), note.span))),
        Err(kind) => Check::unread(kind.clone()),
    };
    let status = match checked.verdict {
        Verdict::Unread => Status::Trouble,
        Verdict::Fail => Status::Errors,
        Verdict::Pass | Verdict::Attention | Verdict::Unrecognized => Status::Fine,
    };
    if status == Status::Trouble {
        let why: Vec<String> = checked.notes.iter().map(|note| note.kind.message(lang)).collect();
        complain(&input.name, &why.join(" "));
    }
    beside.note(&mut checked.notes);
    (hand_over(&checked), status)
}

fn check_files(
    out: &mut impl Write,
    format: CheckFormat,
    lang: Lang,
    beside: &Beside,
    files: &[OsString],
) -> io::Result<Status> {
    let mut worst = if beside.is_in_trouble { Status::Trouble } else { Status::Fine };
    let mut left = files.iter();
    let mut inputs = VecDeque::new();
    // An archive is as many files as it holds. Whether there is an array to be printed
    // has to be known before the first.
    let needed = if format == CheckFormat::Json { 2 } else { 1 };
    while inputs.len() < needed
        && let Some(file) = left.next()
    {
        inputs.extend(Input::read(file));
    }
    let array = inputs.len() > 1;
    if array && format == CheckFormat::Json {
        writeln!(out, "[")?;
    }
    let mut first = true;
    while let Some(input) = inputs.pop_front() {
        match format {
            CheckFormat::Json if !first => writeln!(out, ",")?,
            CheckFormat::Text if !first => writeln!(out)?,
            CheckFormat::Json | CheckFormat::Text | CheckFormat::Ndjson => {}
        }
        first = false;
        let format_key = input.intake.as_ref().ok().map(|intake| intake.format);
        let origin = Origin { name: Some(&input.name), format: format_key };
        let (written, status) = with_check(&input, lang, beside, |check| match format {
            CheckFormat::Text => out.write_all(text::text(check, &input.name, lang).as_bytes()),
            CheckFormat::Json => serde_json::to_writer_pretty(&mut *out, &document(check, &origin, lang))
                .map_err(io::Error::from),
            CheckFormat::Ndjson => {
                serde_json::to_writer(&mut *out, &document(check, &origin, lang))?;
                writeln!(out)
            }
        });
        written?;
        worst = worst.max(status);
        // Each line goes out as its file is done.
        out.flush()?;
        if inputs.is_empty()
            && let Some(file) = left.next()
        {
            inputs.extend(Input::read(file));
        }
    }
    if format == CheckFormat::Json {
        writeln!(out)?;
        if array {
            writeln!(out, "]")?;
        }
    }
    Ok(worst)
}

fn cells_of_files(out: &mut impl Write, format: CellsFormat, files: &[OsString]) -> io::Result<Status> {
    let separator = match format {
        CellsFormat::Csv => Separator::Comma,
        CellsFormat::Tsv => Separator::Tab,
    };
    out.write_all(cells::head(separator).as_bytes())?;
    let beside = Beside::default();
    let mut worst = Status::Fine;
    for input in files.iter().flat_map(|file| Input::read(file)) {
        let (rows, status) =
            with_check(&input, Lang::default(), &beside, |check| cells::rows(check, &input.name, separator));
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
