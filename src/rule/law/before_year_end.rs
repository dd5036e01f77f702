//! D-03

use super::super::form::certain_year;
use super::days::stated;
use crate::finding::{Finding, Severity};
use crate::lang::Text;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::{Context, Record, Rule, Scope, prose::prose};

const CODE: &str = "D-03";

/// 年度未结束即发布: the report is older than the end of the year it is about.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Warning,
    scope: Scope::All,
    prose: prose! {
        message: Text::new("{d}发布，早于统计期末", "Published on {d}, before the period ended"),
        what: Text::new(
            "发布日期、落款日期是不是早于报告年度的次年1月1日。",
            "Whether the day of publication or signature lies before 1 January of the following year.",
        ),
        why: Text::new(
            "年度还没有结束，全年数据不可能已经统计完；多为日期或年度写错。",
            "The figures of a year cannot be complete before it ends; mostly the day or the year is wrong.",
        ),
        how: Text::new("核对标题的年度和发布、落款日期，改正写错的一处。", "See whether the title's year or the day is wrong."),
        example: Text::new(
            "2023年度报告落款“2023年12月25日”。",
            "A report for 2023 is signed on 25 December 2023.",
        ),
        basis: Text::new(
            "《政府信息公开条例》第四十九条",
            "Regulations on Government Information Disclosure, article 49",
        ),
        silent: Text::new(
            "标题与统计期限的年度不一致的不报（另有规则）；只看标注的发布日期和文末单独成行的落款日期，正文里的日期不看。",
            "Reports on whose year title and period do not agree; only labelled dates and the date of signature count, not days in the prose.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "signed before the year ended",
            base: Base::E2021,
            edits: &[("信息处理费。\n", "信息处理费。\n\n云溪县青禾镇人民政府\n2023年12月25日\n")],
            expect: Expect::Only(&["2023年12月25日"]),
        },
        Case {
            name: "the page's date is last year's",
            base: Base::E2019,
            edits: &[("根据《中华", "发布日期：2020-01-15\n\n根据《中华")],
            expect: Expect::Only(&["2020-01-15"]),
        },
        Case {
            name: "on the first day of the next year",
            base: Base::E2021,
            edits: &[("信息处理费。\n", "信息处理费。\n\n云溪县青禾镇人民政府\n2024年1月1日\n")],
            expect: Expect::Silent,
        },
        Case {
            name: "a day in a sentence",
            base: Base::E2019,
            edits: &[("没有其他需要报告的事项。", "公开指南发布日期为2020年6月1日。")],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    let Some(year) = certain_year(context.report) else { return };
    let days = stated(context);
    if days.is_empty() {
        return;
    }
    match days.iter().find(|stated| stated.day.year <= year) {
        Some(stated) => {
            record.find(Finding::new(CODE, Severity::Warning).at(stated.span).with("d", stated.span));
        }
        None => record.pass(),
    }
}
