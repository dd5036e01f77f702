//! What the page hands out of a check: tables, files and letters, written from the
//! page's own [`View`] and the form's data. One file a format.
//!
//! They are pure: no clock, no browser. What a report says is only ever text in them:
//! every format has its own guard (`escape`, [`super::csv`]). Each names the program,
//! its rules and the settings ([`Export::stamp`]), so that a result can be made again.

pub mod cells_csv;
mod escape;
pub mod findings_csv;
pub mod findings_html;
pub mod findings_xlsx;
mod ooxml;
pub mod report_html;
pub mod return_opinion;
pub mod several;
pub mod table_html;
pub mod text;
pub mod words;
mod zip;

use super::csv;
use super::text::verdict_words;
use super::view::{CellView, FindingView, View};
use crate::check::Verdict;
use crate::finding::Severity;
use crate::form::section::SectionKey;
use crate::form::{CellRef, Edition, EditionId, TableKey};
use crate::lang::{Lang, Text};
use crate::rule::prose;

/// The longest name of a body in a file's name, in characters.
const NAME_CAP: usize = 60;

/// One check to be handed out.
#[derive(Debug, Clone, Copy)]
pub struct Export<'e> {
    /// What the check saw.
    pub view: &'e View,
    /// What the text is called: its file's name, or where it came from; may be empty.
    pub name: &'e str,
    /// Fingerprints of findings that were accepted, each with the reason.
    pub accepted: &'e [(String, String)],
    /// The language of every word.
    pub lang: Lang,
}

/// Which figures a table shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figures {
    /// Those of the report.
    AsRead,
    /// Those of the report, and the right one wherever it is certain.
    Corrected,
}

/// One finding in words.
#[derive(Debug)]
pub struct Told {
    /// Its number, from 1, as in the tables.
    pub number: String,
    /// Its severity in words.
    pub severity: &'static str,
    /// Where it is, in words.
    pub place: String,
    /// The line it stands in.
    pub line: String,
    /// The cell's id; empty where it is no cell.
    pub cell: String,
    /// What stands there.
    pub found: String,
    /// What should; empty where that is not certain.
    pub expected: String,
    /// What heads that.
    pub expected_head: Text,
    /// What was found.
    pub message: String,
    /// How to mend it.
    pub how: &'static str,
    /// Why it matters.
    pub why: &'static str,
    /// The legal basis.
    pub basis: &'static str,
}

impl<'e> Export<'e> {
    /// The form of the report.
    fn form(&self) -> Option<&'static Edition> {
        self.view.edition.and_then(EditionId::edition)
    }

    fn say(&self, words: Text) -> &'static str {
        words.get(self.lang)
    }

    /// Between a head and what it heads.
    fn colon(&self) -> &'static str {
        self.say(Text::new("：", ": "))
    }

    /// Why a finding was accepted, if it was.
    pub fn reason(&self, finding: &FindingView) -> Option<&'e str> {
        let accepted = self.accepted.iter().find(|(key, _)| *key == finding.key);
        accepted.map(|(_, reason)| reason.as_str())
    }

    /// How many findings were accepted.
    fn accepted_count(&self) -> usize {
        self.view.findings.iter().filter(|finding| self.reason(finding).is_some()).count()
    }

    /// The verdict in words.
    pub fn verdict(&self) -> String {
        let verdict =
            verdict_words(self.view.verdict, self.view.counts.map(|count| count as usize), self.lang);
        match self.accepted_count() {
            0 => verdict,
            count => verdict + &words::accepted_of_them(count, self.lang),
        }
    }

    /// Program, rules and settings.
    pub fn stamp(&self) -> String {
        let settings = self.view.settings.as_deref().unwrap_or(self.say(words::DEFAULTS));
        [
            self.say(words::PROGRAM),
            " ",
            env!("CARGO_PKG_VERSION"),
            " · ",
            self.say(words::RULES),
            " ",
            &self.view.rules,
            " · ",
            self.say(words::SETTINGS),
            " ",
            settings,
        ]
        .concat()
    }

    /// Whose report for which year it is: 某某局2021年度政府信息公开工作年度报告.
    pub fn title(&self) -> String {
        let organization = self.view.organization.as_deref().unwrap_or_default();
        let year = self.view.year.map(|year| year.to_string()).unwrap_or_default();
        match self.lang {
            Lang::Zh => {
                let year = if year.is_empty() { year } else { [&year, "年度"].concat() };
                [organization, &year, "政府信息公开工作年度报告"].concat()
            }
            Lang::En => {
                let parts = [organization, &year, "annual report on government information disclosure"];
                let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
                parts.join(" ")
            }
        }
    }

    /// What is said where there is no finding.
    fn nothing(&self) -> String {
        match self.view.verdict {
            Verdict::Unrecognized | Verdict::Unread => {
                let notes = self.view.notes.iter().map(|(_, words)| words.get(self.lang));
                [&self.verdict()].into_iter().map(String::as_str).chain(notes).collect::<Vec<_>>().join(" · ")
            }
            _ => self.say(words::NOTHING).to_string(),
        }
    }

    /// What the text was taken for and what came of it: heads and words.
    fn recognised(&self) -> Vec<(&'static str, String)> {
        let view = self.view;
        let known =
            |words: Option<String>| words.unwrap_or_else(|| self.say(words::NOT_RECOGNISED).to_string());
        let form = view.edition.map(|edition| edition.name().get(self.lang).to_string());
        let mut rows = vec![
            (words::ORGANIZATION, known(view.organization.clone())),
            (words::YEAR, known(view.year.map(|year| year.to_string()))),
            (words::FORM, known(form)),
            (words::VERDICT, self.verdict()),
        ];
        if view.sections.iter().any(Option::is_some) {
            let mut sections = Vec::new();
            for (key, section) in SectionKey::ALL.iter().zip(&view.sections) {
                let title = key.section().title.get(self.lang);
                sections.push(match section {
                    Some((_, line)) => {
                        words::in_lines(title, &words::lines(*line, &[], self.lang), self.lang)
                    }
                    None => [title, self.colon(), self.say(words::ABSENT)].concat(),
                });
            }
            rows.push((words::SECTIONS, sections.join(self.say(Text::new("；", "; ")))));
        }
        if view.tally.run() > 0 {
            rows.push((words::CHECKS, words::tally(&view.tally, self.lang)));
        }
        let mut rows: Vec<_> = rows.into_iter().map(|(head, words)| (self.say(head), words)).collect();
        for (_, note) in &view.notes {
            rows.push((self.say(words::NOTE), note.get(self.lang).to_string()));
        }
        rows
    }

    /// A file's name: 某某局2021年报校核.xlsx. What no file name may hold is left out.
    pub fn file_name(&self, what: Text, extension: &str) -> String {
        let organization = self.view.organization.as_deref().unwrap_or_default();
        let kept = organization.chars().filter(|c| is_safe(*c)).take(NAME_CAP);
        let organization: String = kept.collect();
        // Neither a hidden file nor a space that is lost.
        let organization = organization.trim_matches(['.', ' ']);
        let year = self.view.year.map(|year| year.to_string()).unwrap_or_default();
        match self.lang {
            Lang::Zh => [organization, &year, "年报", what.zh, ".", extension].concat(),
            Lang::En => {
                let parts = [organization, &year, "annual report", what.en];
                let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
                [&parts.join(" "), ".", extension].concat()
            }
        }
    }

    /// Everything that is told of the finding with this number in the view.
    pub fn told(&self, index: usize, finding: &FindingView) -> Told {
        let rule = prose::of(&finding.rule);
        Told {
            number: (index + 1).to_string(),
            severity: finding.severity.name().get(self.lang),
            place: self.place(finding),
            line: finding.line.map(|line| line.to_string()).unwrap_or_default(),
            cell: finding.cell.zip(self.form()).map(|(cell, form)| form.cell_id(cell)).unwrap_or_default(),
            found: self.found(finding),
            expected: self.expected(finding),
            expected_head: self.expected_head(finding),
            message: finding.message.get(self.lang).to_string(),
            how: rule.how.get(self.lang),
            why: rule.why.get(self.lang),
            basis: rule.basis.get(self.lang),
        }
    }

    /// Where a finding is: its cell, else its section, and its line.
    pub fn place(&self, finding: &FindingView) -> String {
        let cell = finding.cell.zip(self.form()).map(|(cell, form)| form.cell_name(cell, self.lang));
        let section = finding.section.and_then(|index| SectionKey::ALL.get(index as usize)).map(|key| {
            let section = key.section();
            match self.lang {
                Lang::Zh => [section.number, "、", section.title.zh].concat(),
                Lang::En => section.title.en.to_string(),
            }
        });
        let lines = finding.line.map(|line| words::lines(line, &finding.also, self.lang));
        match (cell.or(section), lines) {
            (Some(place), Some(lines)) => words::in_lines(&place, &lines, self.lang),
            (Some(place), None) => place,
            (None, Some(lines)) => lines,
            (None, None) => self.say(words::WHOLE).to_string(),
        }
    }

    /// What stands where the finding is.
    fn found(&self, finding: &FindingView) -> String {
        match &finding.actual {
            _ if !finding.found.is_empty() => finding.found.clone(),
            Some(actual) if finding.span.is_none() => actual.clone(),
            _ if finding.cell.is_some() => self.say(words::BLANK).to_string(),
            _ => String::new(),
        }
    }

    /// What should stand there: the number, else what the fix makes of it.
    fn expected(&self, finding: &FindingView) -> String {
        if let Some(expected) = &finding.expected {
            return expected.clone();
        }
        let Some(fix) = &finding.fix else { return String::new() };
        if let [(place, come)] = fix.edits.as_slice()
            && finding.span == Some(*place)
        {
            return if come.is_empty() { self.say(words::DELETE).to_string() } else { come.clone() };
        }
        let mut changes = Vec::new();
        for ((_, come), gone) in fix.edits.iter().zip(&fix.before) {
            changes.push(words::change(gone, come, self.lang));
        }
        if fix.edits.len() > changes.len() {
            changes.push("…".to_string());
        }
        changes.join(self.say(Text::new("；", "; ")))
    }

    /// Whether what should stand there is certain, or only what other figures say: where
    /// a sum fails it may be its parts that are wrong.
    fn expected_head(&self, finding: &FindingView) -> Text {
        let certain = |cell| self.view.corrections.iter().any(|(other, ..)| *other == cell);
        match &finding.expected {
            Some(_) if !finding.cell.is_some_and(certain) => words::BY_OTHERS,
            _ => words::EXPECTED,
        }
    }

    /// A cell of the report.
    fn cell(&self, cell: CellRef) -> Option<&'e CellView> {
        let index = self.view.cells.binary_search_by_key(&cell, |other| other.cell).ok()?;
        self.view.cells.get(index)
    }

    /// What should stand in a cell, where it is certain and the finding that says so was
    /// not accepted.
    fn correction(&self, cell: CellRef) -> Option<&'e str> {
        let (_, value, index) = self.view.corrections.iter().find(|(other, ..)| *other == cell)?;
        let accepted = self.view.findings.get(*index as usize).and_then(|finding| self.reason(finding));
        accepted.is_none().then_some(value)
    }

    /// Whether there is anything in a table that is certain to be corrected.
    pub fn corrects(&self, table: TableKey) -> bool {
        let corrections = &self.view.corrections;
        corrections.iter().any(|(cell, ..)| cell.table == table && self.correction(*cell).is_some())
    }

    /// How many findings of a severity were not accepted.
    fn open(&self, severity: Severity) -> usize {
        let open = |finding: &&FindingView| finding.severity == severity && self.reason(finding).is_none();
        self.view.findings.iter().filter(open).count()
    }
}

/// The heads of columns.
fn heads(columns: &[Text], lang: Lang) -> Vec<&'static str> {
    columns.iter().map(|column| column.get(lang)).collect()
}

/// The head of a file of CSV.
fn marked(heads: &[&str]) -> String {
    [csv::MARK, &csv::line(heads)].concat()
}

/// Whether a character may stand in a file's name everywhere.
fn is_safe(c: char) -> bool {
    // The last are marks that turn the direction of writing, which can make one ending
    // look like another.
    let turns =
        matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
    !c.is_control() && !turns && !"/\\:*?\"<>|".contains(c)
}
