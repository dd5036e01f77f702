//! What happened to the input, apart from what is wrong with the report: why it is
//! unrecognized, a second report, a table that was not read, digits told apart.

use crate::form::{EditionId, TableKey};
use crate::intake::Words;
use crate::lang::{Lang, Text};
use crate::order;
use crate::profile::ProfileError;
use crate::report::{CellState, Recognition, Report, UnreadReason};
use crate::sentence::{Sentences, sentences};
use crate::text::{Number, Source, Span, TEXT_CAP, rare};

/// One thing that happened to the input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// What.
    pub kind: NoteKind,
    /// Where; `None` for the whole of it.
    pub span: Option<Span>,
}

/// What can happen to the input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoteKind {
    /// Nothing but white space.
    Empty,
    /// No report of this kind.
    Unrelated,
    /// Bytes of a file, not a text.
    Binary,
    /// The text is longer than [`TEXT_CAP`].
    OverCap,
    /// The file could not be opened; the words are the system's.
    CannotOpen(String),
    /// What the conversion of a file said: why there is no text, or what it left aside.
    Intake(Words),
    /// The text holds a second report, which was not checked.
    TwoReports,
    /// The form has no cells that are read.
    LegacyForm,
    /// A table is there and was not read.
    TableUnread(TableKey, UnreadReason),
    /// So many cells of a table that was read were not.
    CellsUnread(TableKey, usize),
    /// So many cells of a table were told apart by its sums.
    DigitsSplit(TableKey, usize),
    /// So many control characters stand in the text.
    ControlCharacters(usize),
    /// So many characters that turn the direction of writing stand in the text.
    DirectionMarks(usize),
    /// It was checked with settings that are not the defaults; their hash.
    Profile(String),
    /// The settings were refused, and it was checked with the defaults.
    ProfileRefused(ProfileError),
    /// The settings were not read, for the reason of another note.
    ProfileUnread(Box<NoteKind>),
    /// The report of the year before was not read, for the reason of another note.
    PreviousUnread(Box<NoteKind>),
    /// What was given as the report of the year before is none.
    PreviousUnrecognized,
    /// It is for the same year, which it names.
    PreviousSameYear(i32),
    /// It is for a later year, which it names.
    PreviousLater(i32),
    /// It is for an earlier year than the one before, which it names.
    PreviousNotAdjacent(i32),
    /// The year of one of the two reports is not known.
    PreviousYearUnknown,
    /// It is another body's, whose name is given.
    PreviousOtherOrganization(String),
    /// The title of one of the two reports names no body; they were compared.
    PreviousOrganizationUnknown,
}

impl NoteKind {
    /// The name in the JSON.
    pub fn code(&self) -> &str {
        match self {
            Self::Empty => "empty",
            Self::Unrelated => "unrelated",
            Self::Binary => "binary",
            Self::OverCap => "over-cap",
            Self::CannotOpen(_) => "cannot-open",
            Self::Intake(words) => &words.code,
            Self::TwoReports => "two-reports",
            Self::LegacyForm => "legacy-form",
            Self::TableUnread(..) => "table-unread",
            Self::CellsUnread(..) => "cells-unread",
            Self::DigitsSplit(..) => "digits-split",
            Self::ControlCharacters(_) => "control-characters",
            Self::DirectionMarks(_) => "direction-marks",
            Self::Profile(_) => "profile",
            Self::ProfileRefused(_) => "profile-refused",
            Self::ProfileUnread(_) => "profile-unread",
            Self::PreviousUnread(_) => "previous-unread",
            Self::PreviousUnrecognized => "previous-unrecognized",
            Self::PreviousSameYear(_) => "previous-same-year",
            Self::PreviousLater(_) => "previous-later",
            Self::PreviousNotAdjacent(_) => "previous-not-adjacent",
            Self::PreviousYearUnknown => "previous-year-unknown",
            Self::PreviousOtherOrganization(_) => "previous-other-organization",
            Self::PreviousOrganizationUnknown => "previous-organization-unknown",
        }
    }

    /// The note as a sentence.
    pub fn message(&self, lang: Lang) -> String {
        let [first, second] = self.fillings(lang);
        self.template().filled(lang, &[&first, &second])
    }

    /// What the sentence is filled in with.
    fn fillings(&self, lang: Lang) -> [String; 2] {
        let mut second = String::new();
        let first = match self {
            Self::OverCap => Number::from((TEXT_CAP >> 20) as u32).written(),
            Self::CannotOpen(words) | Self::Profile(words) | Self::PreviousOtherOrganization(words) => {
                words.clone()
            }
            Self::Intake(words) => words.get(lang).to_string(),
            Self::TableUnread(table, reason) => {
                second.push_str(why_unread(*reason).get(lang));
                table.name().get(lang).to_string()
            }
            Self::CellsUnread(table, count) | Self::DigitsSplit(table, count) => {
                second = Number::from(*count as u32).written();
                table.name().get(lang).to_string()
            }
            Self::ControlCharacters(count) | Self::DirectionMarks(count) => {
                Number::from(*count as u32).written()
            }
            Self::ProfileRefused(error) => error.message(lang),
            Self::ProfileUnread(why) | Self::PreviousUnread(why) => why.message(lang),
            Self::PreviousSameYear(year) | Self::PreviousLater(year) | Self::PreviousNotAdjacent(year) => {
                Number::from(*year).written()
            }
            _ => String::new(),
        };
        [first, second]
    }

    /// The sentence, with `{}` for what it is filled in with.
    fn template(&self) -> Text {
        match self {
            Self::Intake(_) => Text::new("{}", "{}"),
            _ => SENTENCES.get(self.code()),
        }
    }
}

fn why_unread(reason: UnreadReason) -> Text {
    SENTENCES.get(match reason {
        UnreadReason::BoundariesLost => "boundaries-lost",
        UnreadReason::Scattered => "scattered",
        UnreadReason::NoValues => "no-values",
    })
}

/// The sentences, with `{}` for what they are filled in with.
pub(crate) const SENTENCES: Sentences = sentences! {
    "empty":
        "没有内容。",
        "There is no text.";
    "unrelated":
        "没有找到年度报告的标题、部分或表格，看来不是政府信息公开工作年度报告。",
        "No title, section or table of an annual report was found; this does not look like one.";
    "binary":
        "这是文件的二进制内容，不是文字。请打开文件，复制其中的文字。",
        "These are the bytes of a file, not text. Open the file and copy its text.";
    "over-cap":
        "文字超过 {} MiB，没有检查。一份年度报告通常只有几十 KB。",
        "The text is longer than {} MiB and was not checked.";
    "cannot-open":
        "文件打不开：{}",
        "The file cannot be opened: {}";
    "two-reports":
        "这里面还有第二份报告，只检查了第一份。",
        "There is a second report in the text; only the first was checked.";
    "legacy-form":
        "这是 2018 年及以前的统计表，只作识别，不读取单元格。",
        "This is the statistics form up to 2018; it is recognised, and its cells are not read.";
    "table-unread":
        "{}没有读出来：{}。",
        "{} could not be read: {}.";
    "cells-unread":
        "{}有 {} 格分不清哪些字属于它，没有读取。",
        "{}: {} cells were not read; what belongs to them could not be told.";
    "digits-split":
        "{}有 {} 格的数字连在一起，只有一种合乎表内关系的拆法，已照此拆开。",
        "{}: the digits of {} cells ran together; one way to split them fits the table, and it was taken.";
    "control-characters":
        "文字里有 {} 个控制字符，读取时跳过了它们。",
        "There are {} control characters in the text; they were passed over.";
    "direction-marks":
        "文字里有 {} 个改变书写方向的不可见字符，显示的顺序可能与实际不同。",
        "There are {} invisible characters that turn the direction of writing; what is shown may stand in another order.";
    "profile":
        "按设置 {} 检查，与默认设置不同。",
        "Checked with the settings {}, which are not the defaults.";
    "profile-refused":
        "设置整份未采用，按默认设置检查。{}。",
        "The settings were refused as a whole, and the defaults hold: {}.";
    "profile-unread":
        "设置没有读取，按默认设置检查。{}",
        "The settings were not read, and the defaults hold. {}";
    "previous-unread":
        "上年报告没有读取，没有比较。{}",
        "The report of the year before was not read, and nothing was compared. {}";
    "previous-unrecognized":
        "给出的上年报告不是政府信息公开工作年度报告，没有比较。",
        "What was given as the report of the year before is none; nothing was compared.";
    "previous-same-year":
        "给出的上年报告也是 {} 年度的，没有比较。",
        "What was given as the report of the year before is for {} as well; nothing was compared.";
    "previous-later":
        "给出的上年报告是 {} 年度的，比这份报告晚，没有比较。",
        "What was given as the report of the year before is for {}, a later year; nothing was compared.";
    "previous-not-adjacent":
        "给出的上年报告是 {} 年度的，不是上一年度，没有比较。",
        "What was given as the report of the year before is for {}, an earlier year; nothing was compared.";
    "previous-year-unknown":
        "两份报告中有一份看不出年度，没有比较。",
        "The year of one of the two reports is not known; nothing was compared.";
    "previous-other-organization":
        "给出的上年报告是“{}”的，不是同一单位，没有比较。",
        "What was given as the report of the year before is by another body (“{}”); nothing was compared.";
    "previous-organization-unknown":
        "两份报告中有一份的标题没有单位名，按同一单位作了比较。",
        "The title of one of the two reports names no body; they were compared as if of the same.";
    "boundaries-lost":
        "单元格的边界丢失",
        "the cell boundaries are lost";
    "scattered":
        "行列被打散",
        "rows and columns are scattered";
    "no-values":
        "只有标签，没有数值",
        "it has labels and no values";
};

/// The notes on a text and what was read from it, in the order of their spans; those
/// without a place first.
pub fn notes(source: &Source, report: &Report) -> Vec<Note> {
    let mut notes = Vec::new();
    let mut add = |kind, span| notes.push(Note { kind, span });
    match report.recognition {
        Recognition::Report => {}
        Recognition::Empty => add(NoteKind::Empty, None),
        Recognition::Unrelated => add(NoteKind::Unrelated, None),
        Recognition::Binary => add(NoteKind::Binary, None),
    }
    if report.edition == Some(EditionId::Legacy) {
        add(NoteKind::LegacyForm, None);
    }
    for table in &report.tables {
        if let Some(reason) = table.unread {
            add(NoteKind::TableUnread(table.key, reason), table.span);
        }
        let seen = |state| {
            let mut cells = table.cells.iter().filter(|cell| cell.state == state).peekable();
            let first = cells.peek().and_then(|cell| cell.span);
            (cells.count(), first)
        };
        match seen(CellState::Unread) {
            (0, _) => {}
            (count, first) if table.unread.is_none() => add(NoteKind::CellsUnread(table.key, count), first),
            _ => {}
        }
        match seen(CellState::Inferred) {
            (0, _) => {}
            (count, first) => add(NoteKind::DigitsSplit(table.key, count), first),
        }
    }
    if let Some(title) = report.second_report {
        add(NoteKind::TwoReports, Some(title));
    }
    if report.recognition == Recognition::Report {
        let (control, direction) = unseen(source);
        if let Some(first) = control.first {
            add(NoteKind::ControlCharacters(control.count), Some(first));
        }
        if let Some(first) = direction.first {
            add(NoteKind::DirectionMarks(direction.count), Some(first));
        }
    }
    order::by_key(&mut notes, |note| order::place(note.span));
    notes
}

/// How many characters of a kind there are, and where the first stands.
#[derive(Default)]
struct Seen {
    count: usize,
    first: Option<Span>,
}

impl Seen {
    fn add(&mut self, at: usize, c: char) {
        self.count += 1;
        self.first.get_or_insert_with(|| Span::new(at, at + c.len_utf8()));
    }
}

/// The control characters and the direction marks of the text.
fn unseen(source: &Source) -> (Seen, Seen) {
    let (mut control, mut direction) = (Seen::default(), Seen::default());
    if source.is_ordinary() {
        return (control, direction);
    }
    let text = source.text();
    // What such characters begin with in UTF-8.
    let may_begin = |byte: u8, next: u8| {
        byte < 0x20 && !matches!(byte, b'\t' | b'\n' | 0xC)
            || byte == 0x7F
            || byte == 0xC2 && next < 0xA0
            || byte == 0xD8 && next == 0x9C
            || byte == 0xE2 && next <= 0x81
    };
    for at in rare::places(text, may_begin) {
        let Some(c) = text[at..].chars().next() else { continue };
        if is_control(c) {
            control.add(at, c);
        } else if turns_direction(c) {
            direction.add(at, c);
        }
    }
    (control, direction)
}

/// Control characters that no text should hold; a form feed is a PDF reader's page end.
fn is_control(c: char) -> bool {
    c.is_control() && !matches!(c, '\t' | '\n' | '\u{c}')
}

/// Bidirectional controls: embeddings, overrides, isolates and marks.
fn turns_direction(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use crate::{Options, check};

    #[test]
    fn cells_that_were_not_read_are_counted() {
        let clean = include_str!("../www/samples/clean-2021.txt");
        // Digits of three cells of 表二 run together, which no sum holds.
        let text = clean.replace("行政规范性文件\t2\t1\t7", "行政规范性文件\t217");
        let checked = check(&text, &Options::default());
        let codes: Vec<_> = checked.notes.iter().map(|n| n.kind.code()).collect();
        assert_eq!(codes, ["cells-unread"]);
        assert!(check(clean, &Options::default()).notes.is_empty());
    }
}
