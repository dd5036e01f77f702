//! T4-V04

use crate::finding::{Arg, Role, Severity};
use crate::form::TableKey;
use crate::lang::Text;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::cells::finding_on;
use crate::rule::filling::refill;
use crate::rule::{Context, Record, Rule, Scope, basis, prose::prose};

const CODE: &str = "T4-V04";

/// A blank total of 表四 whose parts are not 0.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Error,
    scope: Scope::WithForm,
    prose: prose! {
        message: Text::new("表四“{g}”总计空白（应为{s}）", "Group \"{g}\" total blank (should be {s})"),
        what: Text::new(
            "表四一组里有数据时，总计是否填写。",
            "Whether the total of a group of Table 4 is filled in where the group has numbers.",
        ),
        why: Text::new(
            "分项不为零而总计空白，表格自身就不平。",
            "With parts that are not zero and no total the table does not balance.",
        ),
        how: Text::new("在总计处填四项之和。", "Put in the sum of the four results."),
        example: Text::new(
            "维持 1、未结 1，总计空白，应填 2。",
            "1 upheld, 1 pending, total blank instead of 2.",
        ),
        basis: basis::REMEDIES_SUMS,
        silent: Text::new(
            "四个分项都为 0 或空白时，空白的总计归入 T4-V02；填错的总计由 T4-C01 至 T4-C03 报。",
            "Where all parts are 0 or blank (T4-V02); a total that is wrong is told by T4-C01 to T4-C03.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "reconsideration",
            base: Base::E2021,
            edits: &[(
                "1\t0\t0\t1\t2\t0\t0\t0\t0\t0\t0\t1\t0\t0\t1",
                "1\t0\t0\t1\t\t0\t0\t0\t0\t0\t0\t1\t0\t0\t1",
            )],
            expect: Expect::Only(&["remedies/reconsideration/total"]),
        },
        Case {
            name: "suits, with a dash",
            base: Base::E2021,
            edits: &[(
                "1\t0\t0\t1\t2\t0\t0\t0\t0\t0\t0\t1\t0\t0\t1",
                "1\t0\t0\t1\t2\t0\t0\t0\t0\t0\t0\t1\t0\t0\t—",
            )],
            expect: Expect::Only(&["remedies/suit_after_reconsideration/total"]),
        },
        Case {
            name: "a blank total of zeros",
            base: Base::E2021,
            edits: &[(
                "1\t0\t0\t1\t2\t0\t0\t0\t0\t0\t0\t1\t0\t0\t1",
                "1\t0\t0\t1\t2\t0\t0\t0\t0\t\t0\t1\t0\t0\t1",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "a wrong total is no blank",
            base: Base::E2021,
            edits: &[(
                "1\t0\t0\t1\t2\t0\t0\t0\t0\t0\t0\t1\t0\t0\t1",
                "1\t0\t0\t1\t2\t0\t0\t0\t0\t0\t0\t1\t0\t0\t0",
            )],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    let table = TableKey::Remedies;
    if let Some(reason) = Context::why_unread(context.report, table) {
        return record.unassessable(reason);
    }
    let mut totals = context.sums.blank_totals.iter().filter(|total| total.cell.table == table).peekable();
    if totals.peek().is_none() {
        return record.pass();
    }
    for total in totals {
        let mut finding = finding_on(context, CODE, Severity::Error, total.cell)
            .with_numbers(None, Some(total.expected))
            .with("g", Arg::Row(table, total.cell.row))
            .with("s", total.expected);
        for part in &total.equation.right {
            finding = finding.with_related(context.related(*part, Role::Addend));
        }
        finding.fix = refill(context, total.cell, total.expected);
        record.find(finding);
    }
}
