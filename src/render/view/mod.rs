//! A check as the page shows it, in both languages at once, with positions as the
//! page's text area counts them.
//!
//! The page's module and the core's are two: the core writes this down as bytes
//! ([`bytes`]) and the page reads them ([`read`]). Both are made by one build, so the
//! shape is nobody else's business; for everyone else there is [`super::json`].

mod build;

use serde::{Deserialize, Serialize};

use crate::check::{Check, Verdict};
use crate::finding::{Applicability, Severity};
use crate::form::{CellRef, EditionId, TableKey};
use crate::hash::Fnv;
use crate::intake;
use crate::lang::{Lang, Text};
use crate::report::{CellState, UnreadReason};
use crate::rule::RULES;

/// `[start, end)` in UTF-16 code units of the text area's value.
pub type Place = [u32; 2];

/// Words in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    zh: String,
    en: String,
}

impl Words {
    fn of(write: impl Fn(Lang) -> String) -> Self {
        Self { zh: write(Lang::Zh), en: write(Lang::En) }
    }

    /// Several sentences as one.
    pub fn joined<'w>(sentences: impl Iterator<Item = &'w intake::Words> + Clone) -> Self {
        Self::of(|lang| sentences.clone().map(|words| words.get(lang)).collect::<Vec<_>>().join(" "))
    }

    /// The words in `lang`.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }
}

impl From<Text> for Words {
    fn from(text: Text) -> Self {
        Self::of(|lang| text.get(lang).to_string())
    }
}

/// Everything shown of one check.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct View {
    /// Whether there was no text at all.
    pub empty: bool,
    /// The one-word answer.
    pub verdict: Verdict,
    /// Errors, warnings, hints.
    pub counts: [u32; 3],
    /// How often the rules looked.
    pub tally: Tally,
    /// The body whose report it is.
    pub organization: Option<String>,
    /// The reporting year.
    pub year: Option<i32>,
    /// The form of the report.
    pub edition: Option<EditionId>,
    /// Why it is no report, or what else happened to the input: code and sentence.
    pub notes: Vec<(String, Words)>,
    /// What is wrong.
    pub findings: Vec<FindingView>,
    /// The three tables.
    pub tables: Vec<TableView>,
    /// The form's sums over this report.
    pub sums: Vec<SumView>,
    /// Headings of sections.
    pub headings: Vec<Place>,
    /// The six sections in the order of the form: heading and line, where it is there.
    pub sections: Vec<Option<(String, u32)>>,
    /// Cells of which it is certain what should stand in them: the cell, the value,
    /// and the number of the finding that says so.
    pub corrections: Vec<(CellRef, String, u32)>,
    /// A name for the rules it was checked by, [`rule_set`].
    pub rules: String,
    /// A name for the settings it was checked by; none for the defaults.
    pub settings: Option<String>,
    /// Every cell of the form, in the form's order, which is that of their places.
    pub cells: Vec<CellView>,
}

/// How often the rules looked, and what came of it.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Tally {
    /// Looks at which nothing was wrong.
    pub passed: u32,
    /// Looks at which something was.
    pub failed: u32,
    /// Looks that could not be made.
    pub unassessable: u32,
    /// The rules that could not look, how often, and why.
    pub reasons: Vec<(String, u32, Words)>,
}

impl Tally {
    /// Looks in all.
    pub fn run(&self) -> u32 {
        self.passed + self.failed + self.unassessable
    }
}

/// One finding. What its rule tells of why and how is in the rule's prose.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct FindingView {
    /// Its fingerprint: the same after an edit elsewhere.
    pub key: String,
    /// The rule's code.
    pub rule: String,
    /// How grave it is.
    pub severity: Severity,
    /// The line it stands in, from 1.
    pub line: Option<u32>,
    /// The lines of further places of the same thing; of very many the first.
    pub also: Vec<u32>,
    /// The section it stands in, by its place among [`SectionKey::ALL`].
    ///
    /// [`SectionKey::ALL`]: crate::form::section::SectionKey::ALL
    pub section: Option<u8>,
    /// What was found.
    pub message: Words,
    /// Its words in the text.
    pub span: Option<Place>,
    /// Those words themselves, on one line; empty where nothing stands.
    pub found: String,
    /// The number that stands there.
    pub actual: Option<String>,
    /// The number that should.
    pub expected: Option<String>,
    /// Its cell.
    pub cell: Option<CellRef>,
    /// Further places.
    pub related: Vec<(Option<CellRef>, Option<Place>)>,
    /// What mends it.
    pub fix: Option<FixView>,
}

/// What mends a finding.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FixView {
    /// Whether it is certain.
    pub applicability: Applicability,
    /// What is replaced, and by what; in the order of the text.
    pub edits: Vec<(Place, String)>,
    /// What the first few of the edits replace, on one line.
    pub before: Vec<String>,
}

/// One table of the form.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct TableView {
    /// Which one.
    pub key: TableKey,
    /// Whether the report has it.
    pub there: bool,
    /// Why it was not read, when it is there.
    pub unread: Option<UnreadReason>,
    /// Rows the report has and the form has not: label and values.
    pub extra: Vec<(String, Vec<String>)>,
}

/// One cell of the form as the report has it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CellView {
    /// Its place in the form.
    pub cell: CellRef,
    /// Its state.
    pub state: CellState,
    /// What stands in it, on one line.
    pub shown: String,
    /// What stands in it to the letter, where that is something else.
    pub raw: Option<String>,
    /// The line it stands in, from 1.
    pub line: Option<u32>,
    /// Its number.
    pub value: Option<String>,
    /// Its characters in the text.
    pub span: Option<Place>,
    /// The first finding on this cell, with its severity.
    pub finding: Option<(u32, Severity)>,
}

impl CellView {
    /// Whether it counts for nothing in a sum.
    pub fn is_nothing(&self) -> bool {
        self.state == CellState::Blank || self.value.as_deref() == Some("0")
    }
}

/// One sum of the form, with the numbers of this report.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct SumView {
    /// The rule that checks it.
    pub rule: String,
    /// The side that carries the total.
    pub left: Vec<CellRef>,
    /// The other side.
    pub right: Vec<CellRef>,
    /// How it came out.
    pub outcome: SumOutcome,
}

/// How a sum came out.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SumOutcome {
    /// Both sides are equal.
    Holds,
    /// They are not; what each side comes to.
    Fails(String, String),
    /// Not all of it could be read.
    Unknown,
}

impl SumView {
    /// Whether the cell takes part in it.
    pub fn holds(&self, cell: CellRef) -> bool {
        self.left.contains(&cell) || self.right.contains(&cell)
    }

    /// Whether it fails.
    pub fn fails(&self) -> bool {
        matches!(self.outcome, SumOutcome::Fails(..))
    }
}

/// The view of `check` as bytes for [`read`]. `shift` is what stands before the
/// checked text in the text area: a byte order mark is not part of the text.
pub fn bytes(check: &Check, shift: u32) -> Vec<u8> {
    // Writing into a vector does not fail.
    postcard::to_allocvec(&build::view(check, shift)).unwrap_or_default()
}

/// The view that [`bytes`] has written; `None` for other bytes.
pub fn read(bytes: &[u8]) -> Option<View> {
    postcard::from_bytes(bytes).ok()
}

/// A name for the rules of this program: a hash of their codes, severities and
/// messages, 16 hexadecimal digits. Exports name it beside the version.
pub fn rule_set() -> String {
    let mut hash = Fnv::default();
    for rule in RULES {
        for part in [rule.code, rule.severity.key(), rule.prose().message.zh] {
            hash.write(part.as_bytes());
        }
    }
    hash.digits()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, check};

    #[test]
    fn what_is_read_is_what_was_written() {
        let text = include_str!("../../../www/samples/faulty-2021.txt");
        let check = check(text, &Options::default());
        let written = build::view(&check, 1);
        assert!(!written.findings.is_empty() && !written.cells.is_empty());
        assert_eq!(read(&bytes(&check, 1)), Some(written));
        assert_eq!(read(b"other bytes"), None);
    }
}
