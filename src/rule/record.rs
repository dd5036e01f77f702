//! What rules write down: how often they looked, what they found, and why they could not look.

use crate::finding::Finding;
use crate::form::TableKey;
use crate::lang::Lang;
use crate::sentence::{Sentences, sentences};

/// Why a check could not be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// The report has no such table.
    TableAbsent(TableKey),
    /// The table is there and was not read.
    TableUnread(TableKey),
    /// A cell the check needs was not read, is missing or holds no number.
    CellUnread,
    /// The sum chose how run-together digits were split; it cannot confirm them.
    ChosenBySum,
    /// The reporting year is not known.
    YearUnknown,
    /// Something else the check needs is not in the report.
    NotStated,
    /// A cell the check needs is the one that another finding names as wrong.
    CellDoubtful,
    /// The two reports show different forms, or one without cells.
    EditionsDiffer,
    /// The report of the year before has no such table, or it was not read.
    PreviousTable(TableKey),
    /// A cell of the report of the year before holds no number that can be relied on.
    PreviousCell,
    /// There is too little prose to compare.
    LittleProse,
}

impl Reason {
    /// The reason as a sentence part.
    pub fn words(self, lang: Lang) -> String {
        let table = match self {
            Self::TableAbsent(table) | Self::TableUnread(table) | Self::PreviousTable(table) => {
                table.name().get(lang)
            }
            _ => "",
        };
        REASONS.get(self.name()).filled(lang, &[table])
    }

    /// The name of its words.
    fn name(self) -> &'static str {
        match self {
            Self::TableAbsent(_) => "reason-table-absent",
            Self::TableUnread(_) => "reason-table-unread",
            Self::CellUnread => "reason-cell-unread",
            Self::ChosenBySum => "reason-chosen-by-sum",
            Self::YearUnknown => "reason-year-unknown",
            Self::NotStated => "reason-not-stated",
            Self::CellDoubtful => "reason-cell-doubtful",
            Self::EditionsDiffer => "reason-editions-differ",
            Self::PreviousTable(_) => "reason-previous-table",
            Self::PreviousCell => "reason-previous-cell",
            Self::LittleProse => "reason-little-prose",
        }
    }
}

/// The words, with `{}` for the name of the table.
pub(super) const REASONS: Sentences = sentences! {
    "reason-table-absent":
        "没有{}",
        "there is no {}";
    "reason-table-unread":
        "{}没有读出来",
        "{} could not be read";
    "reason-cell-unread":
        "有单元格没有读到数字",
        "a cell it needs holds no number that could be read";
    "reason-chosen-by-sum":
        "数字连在一起，正是靠这个等式拆开的，不能再用它验证",
        "the digits ran together and this sum told them apart, so it cannot confirm them";
    "reason-year-unknown":
        "不知道报告年度",
        "the reporting year is not known";
    "reason-not-stated":
        "报告里没有需要的内容",
        "the report does not state what it needs";
    "reason-cell-doubtful":
        "要用的单元格本身有误，已另行指出",
        "a cell it needs is itself found wrong";
    "reason-editions-differ":
        "两年报告的表式不同，或没有可比的单元格",
        "the two reports show different forms, or one without cells";
    "reason-previous-table":
        "上年报告的{}没有或没有读出来",
        "the report of the year before has no {} that could be read";
    "reason-previous-cell":
        "上年报告有单元格没有读到可靠的数字",
        "a cell of the report of the year before holds no number that can be relied on";
    "reason-little-prose":
        "正文太少，无从比较",
        "there is too little prose to compare";
};

/// How often a rule looked, and what came of it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Outcome {
    /// Looks at which nothing was wrong.
    pub passed: u32,
    /// Looks at which something was.
    pub failed: u32,
    /// Looks that could not be made.
    pub unassessable: u32,
    /// Why not, the first time.
    pub reason: Option<Reason>,
}

/// What a rule writes down while it looks.
#[derive(Debug, Default)]
pub struct Record {
    pub(crate) outcome: Outcome,
    pub(crate) findings: Vec<Finding>,
}

impl Record {
    /// Nothing was wrong.
    pub fn pass(&mut self) {
        self.outcome.passed += 1;
    }

    /// Something was wrong: a failed look and its finding.
    pub fn find(&mut self, finding: Finding) {
        self.outcome.failed += 1;
        self.findings.push(finding);
    }

    /// Something was wrong that another finding already names (one cause, one finding).
    pub fn fail_explained(&mut self) {
        self.outcome.failed += 1;
    }

    /// It could not be looked at.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub fn unassessable(&mut self, reason: Reason) {
        self.outcome.unassessable += 1;
        self.outcome.reason.get_or_insert(reason);
    }
}
