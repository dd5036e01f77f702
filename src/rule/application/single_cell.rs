//! T3-C05

use crate::finding::{Arg, Role, Severity};
use crate::form::TableKey;
use crate::lang::Text;
use crate::report::CellState;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::cells::finding_on;
use crate::rule::filling::refill;
use crate::rule::sums::{Balance, cells, is_count};
use crate::rule::{Context, Record, Rule, Scope, basis, prose::prose};

const CODE: &str = "T3-C05";

/// 单格定位: one wrong cell that explains every sum that fails.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Error,
    scope: Scope::WithForm,
    prose: prose! {
        message: Text::new(
            "疑为单格错误：{cell} 现{v}，建议{w}",
            "Likely single-cell error at {cell}: {v} → {w}",
        ),
        what: Text::new(
            "不成立的行、列等式是否恰好都经过同一格，而且差额相同。",
            "Whether the sums that fail are exactly those of one cell and differ by the same amount.",
        ),
        why: Text::new(
            "只改这一格，所有等式就都成立，因此多半是这一格填错。",
            "Changing this one cell makes every sum hold, so it is most likely the wrong one.",
        ),
        how: Text::new(
            "对照办件台账核实这一格；属实就改为建议值。",
            "Check the cell against the records, and put in the suggested value if they agree.",
        ),
        example: Text::new(
            "自然人列和“予以公开”行都多 1，两者相交的一格由 5 改为 4。",
            "Column and row are both 1 too large; the cell where they meet goes from 5 to 4.",
        ),
        basis: basis::APPLICATIONS_SUMS,
        silent: Text::new(
            "有两格以上出错；只有一个等式不成立；建议值会是负数；该格所在的某个等式成立；该格是负数、小数（T3-V01）或没有填的总计（T3-V04）。",
            "Where more than one cell is wrong, a single sum fails, the number would be negative or another sum of the cell holds; negative numbers and fractions are T3-V01's, blank totals T3-V04's.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "a result of one kind of applicant",
            base: Base::E2021,
            edits: &[("（一）予以公开\t\t4\t2\t0\t0\t0\t0\t6", "（一）予以公开\t\t5\t2\t0\t0\t0\t0\t6")],
            expect: Expect::Only(&["applications/granted/natural_person"]),
        },
        Case {
            name: "a total of a row",
            base: Base::E2021,
            edits: &[("（一）予以公开\t\t4\t2\t0\t0\t0\t0\t6", "（一）予以公开\t\t4\t2\t0\t0\t0\t0\t7")],
            expect: Expect::Only(&["applications/granted/total"]),
        },
        Case {
            name: "（七）总计 of one kind of applicant, which stands on different sides of two sums",
            base: Base::E2021,
            edits: &[("（七）总计\t\t10\t3\t0\t0\t1\t0\t14", "（七）总计\t\t11\t3\t0\t0\t1\t0\t14")],
            expect: Expect::Only(&["applications/closed/natural_person"]),
        },
        Case {
            name: "the one total of totals",
            base: Base::E2019,
            edits: &[("（七）总计\t\t6\t2\t0\t0\t0\t0\t8", "（七）总计\t\t6\t2\t0\t0\t0\t0\t18")],
            expect: Expect::Finds(&["applications/closed/total"]),
        },
        Case {
            name: "a part left blank",
            base: Base::E2021,
            edits: &[("（一）予以公开\t\t4\t2\t0\t0\t0\t0\t6", "（一）予以公开\t\t\t2\t0\t0\t0\t0\t6")],
            expect: Expect::Only(&["applications/granted/natural_person"]),
        },
        Case {
            name: "two wrong cells are not one",
            base: Base::E2021,
            edits: &[
                ("（一）予以公开\t\t4\t2\t0\t0\t0\t0\t6", "（一）予以公开\t\t5\t2\t0\t0\t0\t0\t6"),
                ("不计其他情形）\t\t1\t0\t0\t0\t1\t0\t2", "不计其他情形）\t\t1\t0\t0\t0\t2\t0\t2"),
            ],
            expect: Expect::Silent,
        },
        Case {
            name: "a count would have to be negative",
            base: Base::E2021,
            edits: &[
                ("1.属于国家秘密\t0\t0\t0\t0\t0\t0\t0", "1.属于国家秘密\t0\t0\t0\t0\t0\t0\t0"),
                ("（一）予以公开\t\t4\t2\t0\t0\t0\t0\t6", "（一）予以公开\t\t3\t2\t0\t0\t0\t0\t5"),
            ],
            expect: Expect::Silent,
        },
        Case {
            name: "a blank total is named as blank",
            base: Base::E2021,
            edits: &[("（一）予以公开\t\t4\t2\t0\t0\t0\t0\t6", "（一）予以公开\t\t4\t2\t0\t0\t0\t0\t")],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    let table = TableKey::Applications;
    if let Some(reason) = Context::why_unread(context.report, table) {
        return record.unassessable(reason);
    }
    let Some(cause) = context.sums.cause else { return record.pass() };
    // A negative number or a fraction is named as such (T3-V01).
    if !is_count(cause.actual) {
        return record.fail_explained();
    }
    let value = match context.cell(cause.cell).state {
        CellState::Blank => Arg::Name(Text::new("空白", "blank")),
        _ => Arg::Number(cause.actual),
    };
    let mut finding = finding_on(context, CODE, Severity::Error, cause.cell)
        .with_numbers(Some(cause.actual), Some(cause.expected))
        .with("cell", Arg::Cell(cause.cell))
        .with("v", value)
        .with("w", cause.expected);
    for sum in context.sums.of_table(table) {
        let is_its_own = matches!(sum.balance, Balance::Fails { .. })
            && cells(sum.equation).any(|place| place == cause.cell);
        for place in cells(sum.equation).filter(|_| is_its_own) {
            if place != cause.cell && !finding.related.iter().any(|r| r.cell == Some(place)) {
                let role = if sum.equation.left.contains(&place) { Role::Total } else { Role::Addend };
                finding = finding.with_related(context.related(place, role));
            }
        }
    }
    finding.fix = refill(context, cause.cell, cause.expected);
    record.find(finding);
}
