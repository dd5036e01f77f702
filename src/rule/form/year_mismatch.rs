//! F-07

use crate::finding::{Applicability, Edit, Finding, Fix, Related, Role, Severity};
use crate::gather::Gather;
use crate::lang::Text;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::{Context, Reason, Record, Rule, Scope, prose::prose};
use crate::text::find::each;
use crate::text::{Number, Span};

const CODE: &str = "F-07";

/// 年度不一致: title and stated period name different years.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Error,
    scope: Scope::All,
    prose: prose! {
        message: Text::new("标题为{a}年，统计期限为{b}年", "Title year {a} differs from statistical period {b}"),
        what: Text::new(
            "标题的年度与统计期限的年度是否相同。",
            "Whether the year in the title is the year of the stated period.",
        ),
        why: Text::new(
            "两处不同，读者无法确定数据属于哪一年，多半是沿用上年文字时漏改。",
            "If they differ, nobody can tell which year the figures are for; mostly one was left over from last year.",
        ),
        how: Text::new(
            "核对报告年度，改正写错的一处。",
            "See which year the report is for and correct the other place.",
        ),
        example: Text::new(
            "标题为2023年，统计期限却写2022年1月1日至2022年12月31日。",
            "The title says 2023, the period runs from 1 January to 31 December 2022.",
        ),
        basis: Text::new(
            "《政府信息公开条例》第五十条",
            "Regulations on Government Information Disclosure, article 50",
        ),
        silent: Text::new(
            "标题没有年度，或没有写统计期限；统计期限跨两年而其中一年与标题相同。",
            "Where the title has no year or no period is stated; where the period runs over two years and one of them is the title's.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "the period is still last year's",
            base: Base::E2021,
            edits: &[("自2023年1月1日起至2023年12月31日止", "自2022年1月1日起至2022年12月31日止")],
            expect: Expect::Finds(&["2022年1月1日起至2022年12月31日"]),
        },
        Case {
            name: "the title is another year's",
            base: Base::E2019,
            edits: &[("2020年政府信息公开工作年度报告", "2019年政府信息公开工作年度报告")],
            expect: Expect::Finds(&["2020年1月1日至2020年12月31日"]),
        },
        Case { name: "both say 2023", base: Base::E2021, edits: &[], expect: Expect::Silent },
        Case {
            name: "the second date leaves its year out",
            base: Base::E2021,
            edits: &[("自2023年1月1日起至2023年12月31日止", "自2023年1月1日至12月31日")],
            expect: Expect::Silent,
        },
        Case {
            name: "no period is stated",
            base: Base::E2019,
            edits: &[("统计期限为2020年1月1日至2020年12月31日。", "")],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    let title = context.report.title.as_ref().and_then(|title| title.year);
    let (Some((title, title_place)), Some(period)) = (title, context.report.period) else {
        return record.unassessable(Reason::NotStated);
    };
    // A period over two years that touches the title's is no full year, which is
    // another rule's.
    if period.last.year == title || period.first.is_some_and(|first| first.year == title) {
        return record.pass();
    }
    let wrong = period.last.year;
    let mut finding = Finding::new(CODE, Severity::Error)
        .at(period.span)
        .with_related(Related::at(title_place, Role::Against))
        .with_numbers(Some(Number::from(wrong)), Some(Number::from(title)))
        .with("a", title)
        .with("b", wrong);
    let digits = Number::from(wrong).written();
    let edits: Vec<Edit> = each(context.source.slice(period.span), &digits)
        .map(|at| {
            let start = period.span.start as usize + at;
            Edit { span: Span::new(start, start + digits.len()), text: Number::from(title).written() }
        })
        .gather();
    if !edits.is_empty() {
        finding = finding.with_fix(Fix { applicability: Applicability::Review, edits });
    }
    record.find(finding);
}
