//! F-05

use super::certain_year;
use crate::finding::{Finding, Fix, Severity};
use crate::gather::Gather;
use crate::lang::Text;
use crate::report::Report;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::search::find_loose;
use crate::rule::{Context, Reason, Record, Rule, Scope, prose::prose};
use crate::text::find::{each, has_char};
use crate::text::fold::digit;
use crate::text::{Source, Span};

const CODE: &str = "F-05";

/// 引用过期格式文件: a report from 2021 on cites only the notice of 2019.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Warning,
    scope: Scope::All,
    prose: prose! {
        message: Text::new(
            "{y}年度仍引用〔2019〕60号，现行为〔2021〕30号",
            "The {y} report cites the superseded 〔2019〕60号 instead of 〔2021〕30号",
        ),
        what: Text::new(
            "2021年度及以后的报告，编制依据是否只引用了已被取代的国办公开办函〔2019〕60号。",
            "Whether a report for 2021 or later names only the superseded notice 国办公开办函〔2019〕60号 as its basis.",
        ),
        why: Text::new(
            "2021年度起的格式由〔2021〕30号规定，引用旧文说明沿用了往年的文字。",
            "From 2021 on the form is set by 〔2021〕30号; the old number shows that an earlier report was copied.",
        ),
        how: Text::new(
            "改引《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）。",
            "Cite 《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号） instead.",
        ),
        example: Text::new(
            "2023年度报告写“根据……（国办公开办函〔2019〕60号）要求编制”。",
            "A report for 2023 says that it follows 国办公开办函〔2019〕60号.",
        ),
        basis: Text::new("国办公开办函〔2021〕30号", "Notice 国办公开办函〔2021〕30号"),
        silent: Text::new(
            "同时引用了〔2021〕30号或《年度报告格式》；2020年度及以前的报告；文号相同而发文机关不同；第一部分之后提到旧文。",
            "Where 〔2021〕30号 or the format itself is cited as well, for years up to 2020, for another office's notice of that number, and after the first section.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "only the old notice is cited",
            base: Base::E2021,
            edits: &[(
                "《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）",
                "《关于政府信息公开工作年度报告有关事项的通知》（国办公开办函〔2019〕60号）",
            )],
            expect: Expect::Finds(&["国办公开办函〔2019〕60号"]),
        },
        Case {
            name: "the number with other brackets, spaces and a line break",
            base: Base::E2021,
            edits: &[(
                "《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）",
                "有关通知（国办公开办函 [2019]\n60 号）",
            )],
            expect: Expect::Finds(&["国办公开办函 [2019]\n60 号"]),
        },
        Case { name: "the notice in force is cited", base: Base::E2021, edits: &[], expect: Expect::Silent },
        Case {
            name: "both notices are cited",
            base: Base::E2021,
            edits: &[(
                "（国办公开办函〔2021〕30号）",
                "（国办公开办函〔2021〕30号）和国办公开办函〔2019〕60号",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "another office's number 60 of 2019",
            base: Base::E2021,
            edits: &[(
                "《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）",
                "《云溪县政务公开办法》（云政办发〔2019〕60号）",
            )],
            expect: Expect::Silent,
        },
        Case { name: "the old notice for 2020", base: Base::E2019, edits: &[], expect: Expect::Silent },
        Case {
            name: "in full-width digits",
            base: Base::E2021,
            edits: &[(
                "《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）",
                "国办公开办函〔２０１９〕６０号",
            )],
            expect: Expect::Finds(&["国办公开办函〔２０１９〕６０号"]),
        },
        Case {
            name: "the first year of the notice in force",
            base: Base::E2021,
            edits: &[
                ("2023年政府信息公开工作年度报告", "2021年政府信息公开工作年度报告"),
                ("自2023年1月1日起至2023年12月31日止", "自2021年1月1日起至2021年12月31日止"),
                (
                    "《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）",
                    "有关通知（国办公开办函〔2019〕60号）",
                ),
            ],
            expect: Expect::Finds(&["国办公开办函〔2019〕60号"]),
        },
        Case {
            name: "only the period names the year",
            base: Base::E2021,
            edits: &[
                ("2023年政府信息公开工作年度报告", "政府信息公开工作年度报告"),
                (
                    "《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）",
                    "有关通知（国办公开办函〔2019〕60号）",
                ),
            ],
            expect: Expect::Finds(&["国办公开办函〔2019〕60号"]),
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    let Some(year) = certain_year(context.report) else {
        return record.unassessable(Reason::YearUnknown);
    };
    if year < 2021 {
        return;
    }
    let prose = opening(context.report);
    let cited = notices(context.source, prose);
    let Some((old, _)) = cited.iter().find(|(_, number)| *number == (2019, 60)) else {
        return record.pass();
    };
    let cites_new = cited.iter().any(|(_, number)| *number == (2021, 30))
        || find_loose(context.source, prose, "年度报告格式").is_some();
    if cites_new {
        return record.pass();
    }
    record.find(
        Finding::new(CODE, Severity::Warning)
            .at(*old)
            .with("y", year)
            .with_fix(Fix::review(*old, "国办公开办函〔2021〕30号")),
    );
}

/// Where a report says by which notice it was drawn up: from its beginning to the
/// end of its first section.
fn opening(report: &Report) -> Span {
    let first = report.sections.iter().filter(|s| s.heading.is_some()).map(|s| s.body.end).min();
    Span { start: 0, end: first.unwrap_or(report.extent.end) }
}

/// The notices 国办公开办函〔year〕number号 that are cited, with their places.
fn notices(source: &Source, within: Span) -> Vec<(Span, (u32, u32))> {
    const OFFICE: &str = "国办公开办函";
    let text = source.slice(within);
    each(text, OFFICE)
        .filter_map(|at| {
            let mut rest = &text[at + OFFICE.len()..];
            let year = digits(&mut rest)?;
            let number = digits(&mut rest)?;
            let rest = rest.trim_start().strip_prefix('号')?;
            let start = within.start as usize + at;
            Some((Span::new(start, start + text.len() - at - rest.len()), (year, number)))
        })
        .gather()
}

/// The next few digits of `rest`, white space between them or not, with the
/// brackets around them and a 第 before.
fn digits(rest: &mut &str) -> Option<u32> {
    let beside = |c: char| c.is_whitespace() || c == '第' || has_char("〔〕[]［］【】（）()﹝﹞〈〉<>", c);
    *rest = rest.trim_start_matches(beside);
    let mut value = None;
    while let Some(c) = rest.chars().next() {
        if c.is_whitespace() && value.is_some() {
            *rest = rest.trim_start();
            continue;
        }
        let Some(digit) = digit(c) else { break };
        value = Some(value.unwrap_or(0_u32).checked_mul(10)?.checked_add(u32::from(digit))?);
        *rest = &rest[c.len_utf8()..];
    }
    *rest = rest.trim_start_matches(beside);
    value
}
