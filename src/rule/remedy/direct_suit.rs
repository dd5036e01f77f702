//! T4-C02

use super::group_total::describe;
use crate::finding::Severity;
use crate::lang::Text;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::report_sums::report_sums;
use crate::rule::{Context, Record, Rule, Scope, basis, prose::prose};

const CODE: &str = "T4-C02";

/// 未经复议直接起诉: the total of its group in 表四 is the sum of its four results.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Error,
    scope: Scope::WithForm,
    prose: prose! {
        message: Text::new("直接起诉：{s}≠{t}", "Direct litigation: {s} ≠ {t}"),
        what: Text::new(
            "表四“未经复议直接起诉”的总计是否等于结果维持、结果纠正、其他结果、尚未审结之和。",
            "Whether the total of suits without reconsideration in Table 4 is the sum of upheld, corrected, other and pending.",
        ),
        why: Text::new(
            "总计对不上，说明某一格填错或漏填。",
            "A total that does not hold means that a cell is wrong or was left out.",
        ),
        how: Text::new(
            "核对这一组的五个数，改正填错的一格。",
            "Go through the five numbers of the group and mend the wrong one.",
        ),
        example: Text::new("四项合计 3，总计写 2。", "The four results sum to 3, the total says 2."),
        basis: basis::REMEDIES_SUMS,
        silent: Text::new(
            "总计空白由 T4-V04 报；这一组有没有读到数字的格；空白的分项按 0 计算后等式成立。",
            "A blank total is T4-V04's; where a cell of the group was not read; where the sum holds with blanks taken as 0.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "a total without parts",
            base: Base::E2021,
            edits: &[(
                "1\t0\t0\t1\t2\t0\t0\t0\t0\t0\t0\t1\t0\t0\t1",
                "1\t0\t0\t1\t2\t0\t0\t0\t0\t2\t0\t1\t0\t0\t1",
            )],
            expect: Expect::Only(&["remedies/direct_suit/total"]),
        },
        Case {
            name: "parts without a total",
            base: Base::E2019,
            edits: &[(
                "\n0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0",
                "\n0\t0\t0\t0\t0\t0\t2\t0\t0\t0\t0\t0\t0\t0\t0",
            )],
            expect: Expect::Only(&["remedies/direct_suit/total"]),
        },
        Case {
            name: "numbers that hold",
            base: Base::E2021,
            edits: &[(
                "1\t0\t0\t1\t2\t0\t0\t0\t0\t0\t0\t1\t0\t0\t1",
                "1\t0\t0\t1\t2\t25\t0\t0\t1\t26\t0\t1\t0\t0\t1",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "a blank total is another finding's",
            base: Base::E2021,
            edits: &[(
                "1\t0\t0\t1\t2\t0\t0\t0\t0\t0\t0\t1\t0\t0\t1",
                "1\t0\t0\t1\t2\t0\t2\t0\t0\t\t0\t1\t0\t0\t1",
            )],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    report_sums(context, record, CODE, &|equation, finding| describe(context, equation, finding));
}
