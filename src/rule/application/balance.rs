//! T3-C01

use crate::finding::{Arg, Finding, Role, Severity};
use crate::form::Equation;
use crate::lang::Text;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::report_sums::report_sums;
use crate::rule::sums::is_count;
use crate::rule::{Context, Record, Rule, Scope, basis, prose::prose};

const CODE: &str = "T3-C01";

/// 列恒等: in every column of 表三 what came in is what was closed and what was carried out.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Error,
    scope: Scope::WithForm,
    prose: prose! {
        message: Text::new(
            "表三{col}列：{a}+{b}≠{c}+{d}（差{delta}）",
            "Table 3 column {col}: {a}+{b} ≠ {c}+{d} (diff {delta})",
        ),
        what: Text::new(
            "表三每一列是否满足：本年新收＋上年结转＝（七）总计＋结转下年度。",
            "Whether in every column of Table 3 received plus carried in is total closed plus carried out.",
        ),
        why: Text::new(
            "每一件收到的申请要么当年办结，要么结转下年；两边不等就有件数多计或漏计。",
            "Every application is either closed within the year or carried out; if the sides differ, some were counted twice or left out.",
        ),
        how: Text::new(
            "核对这一列的新收、上年结转、（七）总计和结转下年度，常见的是把新收写成了办结数。",
            "Go through the four numbers of the column; often the number closed was entered as the number received.",
        ),
        example: Text::new(
            "新收 9、上年结转 2、（七）总计 10、结转下年度 0：9＋2≠10＋0。",
            "9 received, 2 carried in, 10 closed, 0 carried out: 9+2 ≠ 10+0.",
        ),
        basis: basis::APPLICATIONS_SUMS,
        silent: Text::new(
            "所有失败的等式能由一格解释时只报那一格（T3-C05）；总计空白由 T3-V04 报；有一格没有读到数字。空白格按 0 计算。",
            "Where one cell explains every sum that fails (T3-C05), where a total is blank (T3-V04), and where a cell was not read. Blanks count as 0.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "received filed under the wrong kind of applicant",
            base: Base::E2021,
            edits: &[(
                "一、本年新收政府信息公开申请数量\t\t\t9\t3\t0\t0\t1\t0\t13",
                "一、本年新收政府信息公开申请数量\t\t\t10\t2\t0\t0\t1\t0\t13",
            )],
            expect: Expect::Only(&["applications/closed/natural_person", "applications/closed/enterprise"]),
        },
        Case {
            name: "one too many received, row and total alike",
            base: Base::E2021,
            edits: &[(
                "一、本年新收政府信息公开申请数量\t\t\t9\t3\t0\t0\t1\t0\t13",
                "一、本年新收政府信息公开申请数量\t\t\t10\t3\t0\t0\t1\t0\t14",
            )],
            expect: Expect::Finds(&["applications/closed/natural_person", "applications/closed/total"]),
        },
        Case {
            name: "a balanced column with other numbers",
            base: Base::E2021,
            edits: &[
                (
                    "一、本年新收政府信息公开申请数量\t\t\t9\t3\t0\t0\t1\t0\t13",
                    "一、本年新收政府信息公开申请数量\t\t\t10\t3\t0\t0\t1\t0\t14",
                ),
                (
                    "四、结转下年度继续办理\t\t\t1\t0\t0\t0\t0\t0\t1",
                    "四、结转下年度继续办理\t\t\t2\t0\t0\t0\t0\t0\t2",
                ),
            ],
            expect: Expect::Silent,
        },
        Case {
            name: "one wrong cell is told as that cell",
            base: Base::E2021,
            edits: &[(
                "一、本年新收政府信息公开申请数量\t\t\t9\t3\t0\t0\t1\t0\t13",
                "一、本年新收政府信息公开申请数量\t\t\t10\t3\t0\t0\t1\t0\t13",
            )],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    report_sums(context, record, CODE, &|equation, _| unbalanced(context, equation));
}

/// The finding stands on the column's （七）总计: of the four cells it is the one that
/// is itself worked out from others.
fn unbalanced(context: &Context, equation: &Equation) -> Finding {
    let (&[received, carried_in], &[closed, carried_out]) =
        (equation.left.as_slice(), equation.right.as_slice())
    else {
        return Finding::new(CODE, Severity::Error);
    };
    let number = |place| context.cell(place).in_sum().unwrap_or_default();
    // Sides that were summed without running over cannot run over in part.
    let due = number(received) + number(carried_in) - number(carried_out);
    Finding::new(CODE, Severity::Error)
        .on_cell(closed, context.cell(closed).span)
        .with_numbers(Some(number(closed)), Some(due).filter(|due| is_count(*due)))
        .with_related(context.related(received, Role::Against))
        .with_related(context.related(carried_in, Role::Against))
        .with_related(context.related(carried_out, Role::Addend))
        .with("col", Arg::Column(closed))
        .with("a", number(received))
        .with("b", number(carried_in))
        .with("c", number(closed))
        .with("d", number(carried_out))
        .with("delta", (due - number(closed)).abs())
}
