//! S-14

use crate::finding::{Finding, Severity};
use crate::lang::Text;
use crate::report::{Day, Period};
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::{Context, Reason, Record, Rule, Scope, prose::prose};

const CODE: &str = "S-14";

/// 统计期限不是完整公历年: the stated period does not run from 1 January to 31 December.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Error,
    scope: Scope::All,
    prose: prose! {
        message: Text::new(
            "统计期限“{x}”不是完整公历年",
            "The stated period \"{x}\" is not a full calendar year",
        ),
        what: Text::new(
            "写明的统计期限是不是1月1日至12月31日的完整一年。",
            "Whether the stated period runs from 1 January to 31 December of one year.",
        ),
        why: Text::new(
            "年度报告的数据应当是整年的；少几天，与下一年度就接不上。",
            "The figures have to be those of a whole year; otherwise some days are counted in no report.",
        ),
        how: Text::new(
            "把统计期限改为整年，并核对数据是否也按整年统计。",
            "State the whole year, and see whether the figures are for all of it.",
        ),
        example: Text::new("“统计期限自2023年1月1日至2023年12月20日”。", "A period from 1 January to 20 December 2023."),
        basis: Text::new(
            "年度报告报告上一年度情况（《政府信息公开条例》第四十九条）；统计期限为1月1日至12月31日的通行要求",
            "Regulations on Government Information Disclosure, article 49 (the report is about the past year); figures run from 1 January to 31 December",
        ),
        silent: Text::new(
            "只写“截至12月31日”的，没有写出日期的，写的是编制、公布日期的，都不报。",
            "A period given only by its end on 31 December, one without days, and days on which the report was drawn up or published.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "it ends before the year does",
            base: Base::E2021,
            edits: &[("自2023年1月1日起至2023年12月31日止", "自2023年1月1日起至2023年12月20日止")],
            expect: Expect::Only(&["2023年1月1日起至2023年12月20日"]),
        },
        Case {
            name: "it begins in the year before",
            base: Base::E2019,
            edits: &[("2020年1月1日至2020年12月31日", "2019年12月1日至2020年11月30日")],
            expect: Expect::Only(&["2019年12月1日至2020年11月30日"]),
        },
        Case {
            name: "only its end is stated, and it is none",
            base: Base::E2021,
            edits: &[("统计期限自2023年1月1日起至2023年12月31日止", "统计期限截至2023年12月25日")],
            expect: Expect::Only(&["2023年12月25日"]),
        },
        Case {
            name: "it begins on the second day",
            base: Base::E2019,
            edits: &[("2020年1月1日至2020年12月31日", "2020年1月2日—12月31日")],
            expect: Expect::Only(&["2020年1月2日—12月31日"]),
        },
        Case { name: "a whole year", base: Base::E2021, edits: &[], expect: Expect::Silent },
        Case {
            name: "up to the last day of the year",
            base: Base::E2019,
            edits: &[("统计期限为2020年1月1日至2020年12月31日", "数据统计截至2020年12月31日")],
            expect: Expect::Silent,
        },
        Case {
            name: "the second day without its year, spaces between",
            base: Base::E2021,
            edits: &[("自2023年1月1日起至2023年12月31日止", "自 2023 年 1 月 1 日至 12 月 31 日止")],
            expect: Expect::Silent,
        },
        Case {
            name: "the day on which the figures were put together",
            base: Base::E2019,
            edits: &[("统计期限为2020年1月1日至2020年12月31日。", "数据统计于2021年1月8日完成。")],
            expect: Expect::Silent,
        },
        Case {
            name: "the days of drawing up and publishing",
            base: Base::E2021,
            edits: &[(
                "统计期限自2023年1月1日起至2023年12月31日止",
                "统计期限为2023年全年，2024年1月10日编制，1月20日公布",
            )],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    let Some(period) = context.report.period else { return record.unassessable(Reason::NotStated) };
    if !is_certain(context, period) {
        return record.unassessable(Reason::NotStated);
    }
    let last = Day { month: 12, day: 31, ..period.last };
    let first = Day { month: 1, day: 1, ..period.last };
    if period.last == last && period.first.is_none_or(|day| day == first) {
        return record.pass();
    }
    record.find(Finding::new(CODE, Severity::Error).at(period.span).with("x", period.span));
}

/// Whether the days that were found are those of a period.
fn is_certain(context: &Context, period: Period) -> bool {
    let words = context.source.slice(period.span);
    match period.first {
        Some(_) => {
            // From one day to the other, and nothing else between them.
            let between: String = words
                .split_once('日')
                .map_or("", |(_, rest)| rest)
                .chars()
                .filter(|c| !c.is_whitespace())
                .collect();
            let joined =
                between.trim_start_matches(any_of!['起', '，', ',', '开', '始', '零', '时', '0', '(', '（']);
            ["至", "到", "止", "-", "—", "－", "–", "~", "～", "―", "─"]
                .iter()
                .any(|mark| joined.starts_with(mark))
        }
        // A day alone is the end of the period in its own year, behind 截至.
        None => {
            let year = context.report.title.as_ref().and_then(|title| title.year).map(|(year, _)| year);
            let before = &context.source.text()[..period.span.start as usize];
            let before = before.trim_end();
            year == Some(period.last.year)
                && ["截至", "截止", "截止到", "截至到", "截止至", "截止时间为", "截止日期为"]
                    .iter()
                    .any(|w| before.ends_with(w))
        }
    }
}
