//! T4-C01

use super::group_total::describe;
use crate::finding::Severity;
use crate::lang::Text;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::report_sums::report_sums;
use crate::rule::{Context, Record, Rule, Scope, basis, prose::prose};

const CODE: &str = "T4-C01";

/// 行政复议: the total of its group in 表四 is the sum of its four results.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Error,
    scope: Scope::WithForm,
    prose: prose! {
        message: Text::new("行政复议：{a}+{b}+{c}+{d}≠{t}", "Review: {a}+{b}+{c}+{d} ≠ {t}"),
        what: Text::new(
            "表四“行政复议”的总计是否等于结果维持、结果纠正、其他结果、尚未审结之和。",
            "Whether the total of reconsideration in Table 4 is the sum of upheld, corrected, other and pending.",
        ),
        why: Text::new(
            "总计对不上，说明某一格填错或漏填。",
            "A total that does not hold means that a cell is wrong or was left out.",
        ),
        how: Text::new(
            "核对这一组的五个数，改正填错的一格。",
            "Go through the five numbers of the group and mend the wrong one.",
        ),
        example: Text::new("维持 1、纠正 0、其他 0、未结 1，总计写 1。", "1 upheld, 1 pending, total 1."),
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
            name: "a total one short",
            base: Base::E2021,
            edits: &[(
                "1\t0\t0\t1\t2\t0\t0\t0\t0\t0\t0\t1\t0\t0\t1",
                "1\t0\t0\t1\t1\t0\t0\t0\t0\t0\t0\t1\t0\t0\t1",
            )],
            expect: Expect::Only(&["remedies/reconsideration/total"]),
        },
        Case {
            name: "a part one too many, another blank",
            base: Base::E2021,
            edits: &[(
                "1\t0\t0\t1\t2\t0\t0\t0\t0\t0\t0\t1\t0\t0\t1",
                "2\t/\t0\t1\t2\t0\t0\t0\t0\t0\t0\t1\t0\t0\t1",
            )],
            expect: Expect::Finds(&["remedies/reconsideration/total"]),
        },
        Case {
            name: "other numbers that hold",
            base: Base::E2021,
            edits: &[(
                "1\t0\t0\t1\t2\t0\t0\t0\t0\t0\t0\t1\t0\t0\t1",
                "351\t0\t0\t1\t352\t0\t0\t0\t0\t0\t0\t1\t0\t0\t1",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "a blank part counts as none",
            base: Base::E2021,
            edits: &[(
                "1\t0\t0\t1\t2\t0\t0\t0\t0\t0\t0\t1\t0\t0\t1",
                "1\t\t0\t1\t2\t0\t0\t0\t0\t0\t0\t1\t0\t0\t1",
            )],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    report_sums(context, record, CODE, &|equation, finding| describe(context, equation, finding));
}
