//! T4-C03

use super::group_total::describe;
use crate::finding::Severity;
use crate::lang::Text;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::report_sums::report_sums;
use crate::rule::{Context, Record, Rule, Scope, basis, prose::prose};

const CODE: &str = "T4-C03";

/// 复议后起诉: the total of its group in 表四 is the sum of its four results.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Error,
    scope: Scope::WithForm,
    prose: prose! {
        message: Text::new("复议后起诉：{s}≠{t}", "Post-review litigation: {s} ≠ {t}"),
        what: Text::new(
            "表四“复议后起诉”的总计是否等于结果维持、结果纠正、其他结果、尚未审结之和。",
            "Whether the total of suits after reconsideration in Table 4 is the sum of upheld, corrected, other and pending.",
        ),
        why: Text::new(
            "总计对不上，说明某一格填错或漏填。",
            "A total that does not hold means that a cell is wrong or was left out.",
        ),
        how: Text::new(
            "核对这一组的五个数，改正填错的一格。",
            "Go through the five numbers of the group and mend the wrong one.",
        ),
        example: Text::new("四项合计 1，总计写 11。", "The four results sum to 1, the total says 11."),
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
            name: "a total with a digit too many",
            base: Base::E2021,
            edits: &[(
                "1\t0\t0\t1\t2\t0\t0\t0\t0\t0\t0\t1\t0\t0\t1",
                "1\t0\t0\t1\t2\t0\t0\t0\t0\t0\t0\t1\t0\t0\t11",
            )],
            expect: Expect::Only(&["remedies/suit_after_reconsideration/total"]),
        },
        Case {
            name: "a part in two places",
            base: Base::E2021,
            edits: &[(
                "1\t0\t0\t1\t2\t0\t0\t0\t0\t0\t0\t1\t0\t0\t1",
                "1\t0\t0\t1\t2\t0\t0\t0\t0\t0\t1\t1\t0\t0\t1",
            )],
            expect: Expect::Only(&["remedies/suit_after_reconsideration/total"]),
        },
        Case {
            name: "numbers that hold",
            base: Base::E2021,
            edits: &[(
                "1\t0\t0\t1\t2\t0\t0\t0\t0\t0\t0\t1\t0\t0\t1",
                "1\t0\t0\t1\t2\t0\t0\t0\t0\t0\t12\t4\t8\t6\t30",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "all of them blank",
            base: Base::E2021,
            edits: &[(
                "1\t0\t0\t1\t2\t0\t0\t0\t0\t0\t0\t1\t0\t0\t1",
                "1\t0\t0\t1\t2\t0\t0\t0\t0\t0\t\t\t\t\t",
            )],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    report_sums(context, record, CODE, &|equation, finding| describe(context, equation, finding));
}
