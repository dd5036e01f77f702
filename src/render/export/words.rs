//! The exports' own words.

use crate::lang::{Lang, Text};
use crate::render::view::Tally;
use crate::report::CellState;

/// The program.
pub const PROGRAM: Text = Text::new("勾稽", "Gouji");
/// Before the name of the rules.
pub const RULES: Text = Text::new("规则集", "rules");
/// Before the name of the settings.
pub const SETTINGS: Text = Text::new("设置", "settings");
/// Settings that nobody changed.
pub const DEFAULTS: Text = Text::new("默认", "default");
/// A place that is all of the text.
pub const WHOLE: Text = Text::new("全文", "the report as a whole");
/// Nothing stands there.
pub const BLANK: Text = Text::new("（空白）", "(blank)");
/// What mends it is to take it out.
pub const DELETE: Text = Text::new("（删去）", "(delete)");
/// Nothing was found.
pub const NOTHING: Text = Text::new("没有发现问题。", "Nothing was found.");
/// What a file of findings is called.
pub const CHECK: Text = Text::new("校核", "check");
/// What a file of cells is called.
pub const CELLS: Text = Text::new("单元格", "cells");
/// What a letter that sends a report back is called.
pub const OPINION: Text = Text::new("退回意见", "return opinion");

/// Heads of a table of findings.
pub const NUMBER: Text = Text::new("序号", "No.");
/// The severity.
pub const SEVERITY: Text = Text::new("级别", "Severity");
/// The rule.
pub const RULE: Text = Text::new("规则", "Rule");
/// The place in words.
pub const PLACE: Text = Text::new("位置", "Place");
/// The line.
pub const LINE: Text = Text::new("行", "Line");
/// The cell's id.
pub const CELL: Text = Text::new("单元格", "Cell");
/// What stands there.
pub const FOUND: Text = Text::new("现为", "What is there");
/// What should stand there.
pub const EXPECTED: Text = Text::new("应为", "What should be");
/// What should stand there if the other figures are right.
pub const BY_OTHERS: Text = Text::new("照其他数字应为", "What it should be by the other figures");
/// What was found.
pub const MESSAGE: Text = Text::new("问题", "Finding");
/// How to mend it.
pub const HOW: Text = Text::new("怎样改", "How to mend it");
/// Why it matters.
pub const WHY: Text = Text::new("为什么", "Why");
/// The legal basis.
pub const BASIS: Text = Text::new("依据", "Basis");
/// Why it was accepted.
pub const ACCEPTED: Text = Text::new("已认可，理由", "Accepted because");
/// How many of the findings were accepted.
pub const ACCEPTED_COUNT: Text = Text::new("其中已认可", "accepted");
/// What the text is called.
pub const SOURCE: Text = Text::new("来源", "Source");
/// The program, its rules and settings.
pub const CHECKED_BY: Text = Text::new("校核程序", "Checked by");

/// Heads of what was recognised.
pub const ORGANIZATION: Text = Text::new("单位", "Body");
/// The year.
pub const YEAR: Text = Text::new("年度", "Year");
/// The form.
pub const FORM: Text = Text::new("表式", "Form");
/// The verdict.
pub const VERDICT: Text = Text::new("结论", "Verdict");
/// The six sections.
pub const SECTIONS: Text = Text::new("六个部分", "The six sections");
/// How often the rules looked.
pub const CHECKS: Text = Text::new("检查", "Checks");
/// What could not be told.
pub const NOT_RECOGNISED: Text = Text::new("没有认出", "not recognised");
/// Something that happened to the input.
pub const NOTE: Text = Text::new("说明", "Note");
/// A section that is not there.
pub const ABSENT: Text = Text::new("没有找到", "not found");

/// A line of the text, and others where the same thing stands.
pub fn lines(first: u32, also: &[u32], lang: Lang) -> String {
    let also: Vec<String> = also.iter().map(u32::to_string).collect();
    let first = first.to_string();
    match (also.is_empty(), lang) {
        (true, Lang::Zh) => ["第 ", &first, " 行"].concat(),
        (false, Lang::Zh) => ["第 ", &first, " 行，另见第 ", &also.join("、"), " 行"].concat(),
        (true, Lang::En) => ["line ", &first].concat(),
        (false, Lang::En) => ["line ", &first, ", also ", &also.join(", ")].concat(),
    }
}

/// Something and the lines where it stands.
pub fn in_lines(what: &str, lines: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => [what, "（", lines, "）"].concat(),
        Lang::En => [what, " (", lines, ")"].concat(),
    }
}

/// How often the rules looked, and what came of it.
pub fn tally(tally: &Tally, lang: Lang) -> String {
    let [run, passed, failed, not] =
        [tally.run(), tally.passed, tally.failed, tally.unassessable].map(|count| count.to_string());
    match lang {
        Lang::Zh => ["共 ", &run, " 项，通过 ", &passed, "，不通过 ", &failed, "，无法检查 ", &not].concat(),
        Lang::En => {
            [&run, " in all, ", &passed, " passed, ", &failed, " failed, ", &not, " could not be made"]
                .concat()
        }
    }
}

/// What a fix does at one place.
pub fn change(gone: &str, come: &str, lang: Lang) -> String {
    match (gone.is_empty(), come.is_empty(), lang) {
        (true, _, Lang::Zh) => ["补上“", come, "”"].concat(),
        (true, _, Lang::En) => ["add “", come, "”"].concat(),
        (_, true, Lang::Zh) => ["删去“", gone, "”"].concat(),
        (_, true, Lang::En) => ["delete “", gone, "”"].concat(),
        (_, _, Lang::Zh) => ["“", gone, "”改为“", come, "”"].concat(),
        (_, _, Lang::En) => ["“", gone, "” to “", come, "”"].concat(),
    }
}

/// After the verdict: how many findings were accepted.
pub fn accepted_of_them(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => ["，其中 ", &count.to_string(), " 处已认可"].concat(),
        Lang::En => [", ", &count.to_string(), " of them accepted"].concat(),
    }
}

/// What is to be said of a cell that does not hold a plain number; a blank one is seen.
pub fn state(state: CellState) -> Option<Text> {
    match state {
        CellState::Number | CellState::Blank => None,
        CellState::Text => Some(Text::new("不是数字", "not a number")),
        CellState::Inferred => Some(Text::new("拆自连写", "split")),
        CellState::Unread => Some(Text::new("未读出", "not read")),
        CellState::Missing => Some(Text::new("无此格", "absent")),
    }
}
