use crate::finding::Finding;
use crate::form::TableKey;
use crate::lang::Lang;

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
        match (self, lang) {
            (Self::TableAbsent(t), Lang::Zh) => format!("没有{}", t.name().zh),
            (Self::TableAbsent(t), Lang::En) => format!("there is no {}", t.name().en),
            (Self::TableUnread(t), Lang::Zh) => format!("{}没有读出来", t.name().zh),
            (Self::TableUnread(t), Lang::En) => format!("{} could not be read", t.name().en),
            (Self::CellUnread, Lang::Zh) => "有单元格没有读到数字".into(),
            (Self::CellUnread, Lang::En) => "a cell it needs holds no number that could be read".into(),
            (Self::ChosenBySum, Lang::Zh) => "数字连在一起，正是靠这个等式拆开的，不能再用它验证".into(),
            (Self::ChosenBySum, Lang::En) => {
                "the digits ran together and this sum told them apart, so it cannot confirm them".into()
            }
            (Self::YearUnknown, Lang::Zh) => "不知道报告年度".into(),
            (Self::YearUnknown, Lang::En) => "the reporting year is not known".into(),
            (Self::CellDoubtful, Lang::Zh) => "要用的单元格本身有误，已另行指出".into(),
            (Self::CellDoubtful, Lang::En) => "a cell it needs is itself found wrong".into(),
            (Self::EditionsDiffer, Lang::Zh) => "两年报告的表式不同，或没有可比的单元格".into(),
            (Self::EditionsDiffer, Lang::En) => {
                "the two reports show different forms, or one without cells".into()
            }
            (Self::PreviousTable(t), Lang::Zh) => format!("上年报告的{}没有或没有读出来", t.name().zh),
            (Self::PreviousTable(t), Lang::En) => {
                format!("the report of the year before has no {} that could be read", t.name().en)
            }
            (Self::PreviousCell, Lang::Zh) => "上年报告有单元格没有读到可靠的数字".into(),
            (Self::PreviousCell, Lang::En) => {
                "a cell of the report of the year before holds no number that can be relied on".into()
            }
            (Self::LittleProse, Lang::Zh) => "正文太少，无从比较".into(),
            (Self::LittleProse, Lang::En) => "there is too little prose to compare".into(),
            (Self::NotStated, Lang::Zh) => "报告里没有需要的内容".into(),
            (Self::NotStated, Lang::En) => "the report does not state what it needs".into(),
        }
    }
}

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
    pub fn unassessable(&mut self, reason: Reason) {
        self.outcome.unassessable += 1;
        self.outcome.reason.get_or_insert(reason);
    }
}
