//! T3-C02

use crate::finding::{Arg, Severity};
use crate::lang::Text;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::report_sums::report_sums;
use crate::rule::{Context, Record, Rule, Scope, basis, prose::prose};

const CODE: &str = "T3-C02";

/// 列恒等: in every column of 表三 （七）总计 is the sum of the results.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Error,
    scope: Scope::WithForm,
    prose: prose! {
        message: Text::new("表三{col}列办理结果总计{a}≠各项之和{b}", "Table 3 column {col}: total {a} ≠ sum {b}"),
        what: Text::new(
            "表三每一列的（七）总计是否等于（一）至（六）各项之和。",
            "Whether （七）总计 in every column of Table 3 is the sum of the results （一） to （六）.",
        ),
        why: Text::new(
            "总计与各项对不上，说明有一件漏计、重计或填错了行。",
            "If the total is not the sum, a result was left out, counted twice or put in the wrong row.",
        ),
        how: Text::new(
            "逐项核对这一列；同一件申请只计一种结果，部分公开的不再计入不予公开。",
            "Go through the column; each application counts once, and one partly granted does not count as denied.",
        ),
        example: Text::new("各项之和 13，（七）总计写 14。", "The results sum to 13, the total says 14."),
        basis: basis::APPLICATIONS_SUMS,
        silent: Text::new(
            "所有失败的等式能由一格解释时只报那一格（T3-C05）；总计空白由 T3-V04、T3-V08 报；没有申请却有结果由 T3-C04 报；数字连写、靠该等式拆开的不再用它验证。",
            "Where one cell explains every sum that fails (T3-C05), where the total is blank (T3-V04, T3-V08), where results without applications are T3-C04's, and where the sum itself told run-together digits apart.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "a result filed under the wrong kind of applicant",
            base: Base::E2021,
            edits: &[("（一）予以公开\t\t4\t2\t0\t0\t0\t0\t6", "（一）予以公开\t\t5\t1\t0\t0\t0\t0\t6")],
            expect: Expect::Only(&["applications/closed/natural_person", "applications/closed/enterprise"]),
        },
        Case {
            name: "one result counted twice, row and total alike",
            base: Base::E2021,
            edits: &[("8.属于行政查询事项\t1\t0\t0\t0\t0\t0\t1", "8.属于行政查询事项\t2\t0\t0\t0\t0\t0\t2")],
            expect: Expect::Only(&["applications/closed/natural_person", "applications/closed/total"]),
        },
        Case {
            name: "a result moved to another row",
            base: Base::E2021,
            edits: &[
                ("（一）予以公开\t\t4\t2\t0\t0\t0\t0\t6", "（一）予以公开\t\t3\t2\t0\t0\t0\t0\t5"),
                ("不计其他情形）\t\t1\t0\t0\t0\t1\t0\t2", "不计其他情形）\t\t2\t0\t0\t0\t1\t0\t3"),
            ],
            expect: Expect::Silent,
        },
        Case {
            name: "one wrong cell is told as that cell",
            base: Base::E2019,
            edits: &[("（一）予以公开\t\t3\t1\t0\t0\t0\t0\t4", "（一）予以公开\t\t2\t1\t0\t0\t0\t0\t4")],
            expect: Expect::Silent,
        },
        Case {
            name: "two totals are 0 where there are results",
            base: Base::E2021,
            edits: &[("（七）总计\t\t10\t3", "（七）总计\t\t0\t0")],
            expect: Expect::Finds(&["applications/closed/natural_person", "applications/closed/enterprise"]),
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    report_sums(context, record, CODE, &|equation, finding| {
        finding.with("col", Arg::Column(equation.left[0]))
    });
}
