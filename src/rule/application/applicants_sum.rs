//! T3-C03

use crate::finding::{Arg, Severity};
use crate::form::{Line, TableKey};
use crate::lang::Text;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::report_sums::report_sums;
use crate::rule::{Context, Record, Rule, Scope, prose::prose};

const CODE: &str = "T3-C03";

/// 行恒等: in every row of 表三 the total is the sum of the six kinds of applicant.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Error,
    scope: Scope::WithForm,
    prose: prose! {
        message: Text::new("表三“{row}”总计{a}≠各列之和{b}", "Table 3 row \"{row}\": total {a} ≠ sum {b}"),
        what: Text::new(
            "表三每一行的总计是否等于六类申请人之和。",
            "Whether the total of every row of Table 3 is the sum of the six kinds of applicant.",
        ),
        why: Text::new(
            "总计对不上，说明某一格填错或漏填。",
            "A total that does not hold means that a cell is wrong or was left out.",
        ),
        how: Text::new(
            "核对这一行的七个数，改正填错的一格。",
            "Go through the seven numbers of the row and mend the wrong one.",
        ),
        example: Text::new(
            "自然人 3、商业企业 1、其余 0，总计写成 3，应为 4。",
            "3 natural persons and 1 enterprise, total given as 3 instead of 4.",
        ),
        basis: Text::new("统一格式表三“总计”列", "The column 总计 of the uniform form"),
        silent: Text::new(
            "所有失败的等式能由一格解释时只报那一格（T3-C05）；总计空白由 T3-V04 报；只填了总计列由 T3-V03 报；数字连写、靠本行之和拆开的行。",
            "Where one cell explains every sum that fails (T3-C05), where the total is blank (T3-V04), where only totals were filled in (T3-V03), and in rows whose run-together digits this sum told apart.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "one application counted in another row, totals left as they were",
            base: Base::E2021,
            edits: &[
                ("（一）予以公开\t\t4\t2\t0\t0\t0\t0\t6", "（一）予以公开\t\t5\t2\t0\t0\t0\t0\t6"),
                ("不计其他情形）\t\t1\t0\t0\t0\t1\t0\t2", "不计其他情形）\t\t0\t0\t0\t0\t1\t0\t2"),
            ],
            expect: Expect::Only(&["applications/granted/total", "applications/partial/total"]),
        },
        Case {
            name: "totals of two rows changed places",
            base: Base::E2021,
            edits: &[
                ("（一）予以公开\t\t4\t2\t0\t0\t0\t0\t6", "（一）予以公开\t\t4\t2\t0\t0\t0\t0\t2"),
                ("不计其他情形）\t\t1\t0\t0\t0\t1\t0\t2", "不计其他情形）\t\t1\t0\t0\t0\t1\t0\t6"),
            ],
            expect: Expect::Only(&["applications/granted/total", "applications/partial/total"]),
        },
        Case {
            name: "a row of all kinds of applicant",
            base: Base::E2021,
            edits: &[
                ("（一）予以公开\t\t4\t2\t0\t0\t0\t0\t6", "（一）予以公开\t\t2\t2\t0\t0\t0\t0\t4"),
                ("不计其他情形）\t\t1\t0\t0\t0\t1\t0\t2", "不计其他情形）\t\t3\t0\t0\t0\t1\t0\t4"),
            ],
            expect: Expect::Silent,
        },
        Case {
            name: "one wrong cell is told as that cell",
            base: Base::E2019,
            edits: &[("（一）予以公开\t\t3\t1\t0\t0\t0\t0\t4", "（一）予以公开\t\t3\t1\t0\t0\t0\t0\t5")],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    report_sums(context, record, CODE, &|equation, finding| match equation.line {
        Line::Row(row) => finding.with("row", Arg::Row(TableKey::Applications, row)),
        Line::Column(_) => finding,
    });
}
