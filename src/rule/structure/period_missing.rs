//! S-13

use super::{has_uniform_sections, preamble};
use crate::finding::{Finding, Fix, Severity};
use crate::lang::Text;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::form::certain_year;
use crate::rule::search::find_loose;
use crate::rule::{Context, Record, Rule, Scope, prose::prose};
use crate::text::{Number, Span};

const CODE: &str = "S-13";

/// 未声明统计期限: nowhere is it said from when to when the figures count.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Hint,
    scope: Scope::All,
    prose: prose! {
        message: Text::new("未声明统计期限", "The statistical period is not stated"),
        what: Text::new(
            "报告有没有写明数据的统计期限（1月1日至12月31日）。",
            "Whether the report says from when to when its figures count.",
        ),
        why: Text::new(
            "不写统计期限，读者无法确定数据是不是整年的。",
            "Without a period nobody can tell whether the figures are for the whole year.",
        ),
        how: Text::new(
            "在导语里写上“本报告所列数据的统计期限自……年1月1日起至……年12月31日止”。",
            "Say in the preamble that the figures run from 1 January to 31 December.",
        ),
        example: Text::new(
            "导语只写“现将本年度政府信息公开工作年度报告公布如下”。",
            "The preamble only says that the report is published herewith.",
        ),
        basis: Text::new(
            "统计期限为上一公历年的通行要求",
            "The general requirement that the figures are those of the calendar year",
        ),
        silent: Text::new(
            "文中任何一处写了统计期限、统计时段或“12月31日”的，没有第一部分的残缺文本，2018年度及以前的报告，都不报。",
            "A text that speaks of a period or of 31 December anywhere, one without section one, and reports up to 2018.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "the sentence is not there",
            base: Base::E2021,
            edits: &[("所列数据的统计期限自2023年1月1日起至2023年12月31日止。", "")],
            expect: Expect::Only(&["-"]),
        },
        Case {
            name: "no preamble at all",
            base: Base::E2019,
            edits: &[
                ("统计期限为2020年1月1日至2020年12月31日。", ""),
                (
                    "根据《中华人民共和国政府信息公开条例》和《国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知》（国办公开办函〔2019〕60号）编制本报告。",
                    "",
                ),
            ],
            expect: Expect::Only(&["-"]),
        },
        Case {
            name: "only the year is named",
            base: Base::E2021,
            edits: &[(
                "所列数据的统计期限自2023年1月1日起至2023年12月31日止。",
                "现将2023年工作情况报告如下。",
            )],
            expect: Expect::Only(&["-"]),
        },
        Case {
            name: "only the first day of the year, in another sentence",
            base: Base::E2019,
            edits: &[("统计期限为2020年1月1日至2020年12月31日。", "本报告自2021年1月1日起公布。")],
            expect: Expect::Only(&["-"]),
        },
        Case { name: "the period is stated", base: Base::E2021, edits: &[], expect: Expect::Silent },
        Case {
            name: "up to the last day of the year",
            base: Base::E2019,
            edits: &[("统计期限为2020年1月1日至2020年12月31日。", "数据截至2020年12月31日。")],
            expect: Expect::Silent,
        },
        Case {
            name: "in words",
            base: Base::E2021,
            edits: &[("统计期限自2023年1月1日起至2023年12月31日止", "统计时段为2023年全年")],
            expect: Expect::Silent,
        },
        Case {
            name: "in section one",
            base: Base::E2019,
            edits: &[
                ("统计期限为2020年1月1日至2020年12月31日。", ""),
                ("一、总体情况\n", "一、总体情况\n以下数据的统计期限为2020年1月1日至12月31日。\n"),
            ],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    let report = context.report;
    let Some(first) = &report.sections[0].heading else { return };
    if !has_uniform_sections(report) {
        return;
    }
    let says = |words: &&str| find_loose(context.source, report.extent, words).is_some();
    let is_stated = report.period.is_some()
        || find_loose(context.source, preamble(report), "统计").is_some()
        || ["12月31日", "统计期", "统计时", "统计周期", "数据期限"].iter().any(says);
    if is_stated {
        return record.pass();
    }
    let mut finding = Finding::new(CODE, Severity::Hint);
    let line = context.source.line_span(context.source.line_of(first.span.start));
    // In a text without line ends there is no place of its own for the sentence.
    if let (Some(year), Some(line)) = (certain_year(report), line.filter(|l| l.end < first.span.end + 200)) {
        let year = Number::from(year).written();
        let sentence = ["本报告所列数据的统计期限自", &year, "年1月1日起至", &year, "年12月31日止。\n"];
        finding = finding.with_fix(Fix::review(Span::at(line.start as usize), sentence.concat()));
    }
    record.find(finding);
}
