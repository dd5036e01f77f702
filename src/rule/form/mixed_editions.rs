//! F-04

use super::{certain_year, evidence, mixed_editions};
use crate::finding::{Arg, Finding, Related, Role, Severity};
use crate::form::{EditionId, TableKey};
use crate::lang::Text;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::{Context, Reason, Record, Rule, Scope, prose::prose};

const CODE: &str = "F-04";

/// 两版表式混用: 表二 is of one edition and 表三 of another.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Error,
    scope: Scope::All,
    prose: prose! {
        message: Text::new("表二为{a}，而表三为{b}", "Table 2 follows the {a} while Table 3 follows the {b}"),
        what: Text::new(
            "表二和表三是否出自同一版表式。",
            "Whether Table 2 and Table 3 are of the same edition of the form.",
        ),
        why: Text::new(
            "一份报告只能用一版表式；混用多半是拼接了往年的报告。",
            "A report uses one edition; a mixture mostly comes from pasting last year's tables.",
        ),
        how: Text::new(
            "把不属于本年度表式的那张表换成应用的一版。",
            "Replace the table that is not of the edition the year requires.",
        ),
        example: Text::new(
            "表二是“本年制发件数”，表三“（六）其他处理”却没有三个子项。",
            "Table 2 has 本年制发件数, but （六）其他处理 in Table 3 has none of its three rows.",
        ),
        basis: Text::new(
            "国办公开办函〔2019〕60号；国办公开办函〔2021〕30号",
            "Notices 国办公开办函〔2019〕60号 and 〔2021〕30号",
        ),
        silent: Text::new(
            "缺表二或表三，或其中一张看不出是哪一版；两版行文通用的标签不作判断依据。",
            "Where either table is missing or does not show its edition; labels that both editions have say nothing.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "表三 of 2019 in a report for 2023",
            base: Base::E2021,
            edits: &[
                (
                    "\t（六）其他处理\t1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请\t0\t0\t0\t0\t0\t0\t0\n",
                    "",
                ),
                (
                    "\t\t2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请\t0\t0\t0\t0\t0\t0\t0\n",
                    "",
                ),
                ("\t\t3.其他\t1\t", "\t（六）其他处理\t\t1\t"),
            ],
            expect: Expect::Finds(&["其他处理"]),
        },
        Case {
            name: "表三 of 2021 in a report for 2020",
            base: Base::E2019,
            edits: &[(
                "\t（六）其他处理\t\t",
                "\t（六）其他处理\t1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请\t0\t0\t0\t0\t0\t0\t0\n\t\t2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请\t0\t0\t0\t0\t0\t0\t0\n\t\t3.其他\t",
            )],
            expect: Expect::Finds(&["逾期不补正"]),
        },
        Case { name: "both tables of 2021", base: Base::E2021, edits: &[], expect: Expect::Silent },
        Case { name: "both tables of 2019", base: Base::E2019, edits: &[], expect: Expect::Silent },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    for key in [TableKey::Disclosure, TableKey::Applications] {
        let table = context.report.table(key);
        if table.span.is_none() {
            return record.unassessable(Reason::TableAbsent(key));
        }
        if table.shows.is_none() {
            return record.unassessable(Reason::TableUnread(key));
        }
    }
    let Some((disclosure, applications)) = mixed_editions(context.report) else { return record.pass() };
    let disclosure_place = evidence(context, TableKey::Disclosure, disclosure);
    let applications_place = evidence(context, TableKey::Applications, applications);
    // The one that the year does not ask for is the wrong one.
    let required = certain_year(context.report).map(EditionId::required_for);
    let (place, other) = if required == Some(applications) {
        (disclosure_place, applications_place)
    } else {
        (applications_place, disclosure_place)
    };
    let mut finding = Finding::new(CODE, Severity::Error)
        .with("a", Arg::Edition(disclosure))
        .with("b", Arg::Edition(applications))
        .with_related(Related { cell: None, span: other, role: Role::Against });
    finding.span = place;
    record.find(finding);
}
