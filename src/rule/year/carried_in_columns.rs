//! Y-02

use super::{CARRIED_FIGURES, Years};
use crate::finding::{Arg, Finding, Role, Severity};
use crate::form::TableKey;
use crate::gather::Gather;
use crate::lang::Text;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::cells::{Filled, finding_on};
use crate::rule::{Context, Record, Rule, Scope, prose::prose};
use crate::text::Number;

const CODE: &str = "Y-02";

/// The columns of the kinds of applicants.
const COLUMNS: [&str; 6] =
    ["natural_person", "enterprise", "research", "public_welfare", "legal_service", "other_org"];

/// 分列结转: the same total was carried over, but of other kinds of applicants.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Hint,
    scope: Scope::Compared,
    prose: prose! {
        message: Text::new("{col}列结转{a}≠上年{b}", "Column {col}: {a} ≠ prior {b}"),
        what: Text::new(
            "表三“上年结转”各类申请人的件数是否等于上年报告“结转下年度继续办理”的同一列。",
            "Whether for every kind of applicant the number carried in is the one that the report of the year before carried out.",
        ),
        why: Text::new(
            "同一批申请的申请人类型不会变；不同多半是某一年填串了列。",
            "The applicants stay the same, so one of the years probably has a number in the wrong column.",
        ),
        how: Text::new(
            "核对这几件申请的申请人类型；重新归类过的不用改。",
            "See what kind of applicants these were; leave it if they were classified anew.",
        ),
        example: Text::new(
            "上年结转下年度：自然人 2；本年上年结转：自然人 1、商业企业 1。",
            "Carried out: 2 of natural persons; carried in: 1 of a natural person and 1 of an enterprise.",
        ),
        basis: CARRIED_FIGURES,
        silent: Text::new(
            "总计已经不符的（由 Y-01 报）；空白或没有读到的列。",
            "Where the totals differ already (Y-01 says so); columns that are blank or were not read.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "one application moved to another kind of applicant",
            base: Base::After2021(&[
                ("一、本年新收政府信息公开申请数量\t\t\t8\t2", "一、本年新收政府信息公开申请数量\t\t\t7\t3"),
                ("四、结转下年度继续办理\t\t\t2\t0", "四、结转下年度继续办理\t\t\t1\t1"),
            ]),
            edits: &[],
            expect: Expect::Only(&["applications/carried_in/natural_person"]),
        },
        Case {
            name: "a lawyers' firm last year",
            base: Base::After2019(&[
                (
                    "一、本年新收政府信息公开申请数量\t\t\t5\t1\t0\t0\t0",
                    "一、本年新收政府信息公开申请数量\t\t\t4\t1\t0\t0\t1",
                ),
                ("四、结转下年度继续办理\t\t\t1\t0\t0\t0\t0", "四、结转下年度继续办理\t\t\t0\t0\t0\t0\t1"),
            ]),
            edits: &[],
            expect: Expect::Only(&["applications/carried_in/natural_person"]),
        },
        Case { name: "every column agrees", base: Base::After2021(&[]), edits: &[], expect: Expect::Silent },
        Case {
            name: "the totals differ",
            base: Base::After2021(&[(
                "四、结转下年度继续办理\t\t\t2\t0\t0\t0\t0\t0\t2",
                "四、结转下年度继续办理\t\t\t2\t1\t0\t0\t0\t0\t3",
            )]),
            edits: &[],
            expect: Expect::Silent,
        },
        Case {
            name: "last year left the columns without applications blank",
            base: Base::After2021(&[(
                "四、结转下年度继续办理\t\t\t2\t0\t0\t0\t0\t0\t2",
                "四、结转下年度继续办理\t\t\t2\t\t\t\t\t\t2",
            )]),
            edits: &[],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    let Some(years) = Years::of(context, record, TableKey::Applications) else { return };
    let total_differs = match (years.now(("carried_in", "total")), years.before(("carried_out", "total"))) {
        (Ok((_, now)), Some(before)) => now != before,
        _ => false,
    };
    let mut differing: Vec<(Filled, Number)> = Vec::new();
    for column in COLUMNS {
        let cells = years.numbers(record, &[("carried_in", column)], &[("carried_out", column)]);
        let Some((now, before)) = cells else { continue };
        if now[0].1 == before[0] {
            record.pass();
        } else if total_differs {
            record.fail_explained();
        } else {
            differing.push((now[0], before[0]));
        }
    }
    let Some(((first, _), _)) = differing.first() else { return };
    let list = |arg: &dyn Fn(&(Filled, Number)) -> Arg| Arg::List(differing.iter().map(arg).gather());
    let mut finding: Finding = finding_on(context, CODE, Severity::Hint, *first)
        .with("col", list(&|((place, _), _)| Arg::Column(*place)))
        .with("a", list(&|((_, now), _)| Arg::Number(*now)))
        .with("b", list(&|(_, before)| Arg::Number(*before)));
    finding.expected = differing.first().map(|(_, before)| *before);
    for ((place, _), _) in &differing[1..] {
        finding = finding.with_related(context.related(*place, Role::Same));
        record.fail_explained();
    }
    record.find(finding);
}
