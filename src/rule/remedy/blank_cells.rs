//! T4-V02

use crate::finding::Severity;
use crate::form::TableKey;
use crate::lang::Text;
use crate::rule::blanks::find_blanks;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::{Context, Record, Rule, Scope, basis, prose::prose};

const CODE: &str = "T4-V02";

/// Blank cells of 表四, one finding for all.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Warning,
    scope: Scope::WithForm,
    prose: prose! {
        message: Text::new("表四 {n}/15 格未填，应填 0", "Table 4: {n}/15 cells blank"),
        what: Text::new(
            "表四有没有空白或只写“/”“—”“无”的格。",
            "Whether cells of Table 4 are blank or hold only a mark for nothing.",
        ),
        why: Text::new(
            "空白看不出是没有发生还是漏填。",
            "A blank does not tell whether there was nothing or something was left out.",
        ),
        how: Text::new(
            "没有的填 0，有的补上件数。",
            "Fill in 0 where there is nothing, the number where there is.",
        ),
        example: Text::new("只填了三个总计，其余 12 格空着。", "Only the three totals were filled in."),
        basis: basis::FILL_ZERO,
        silent: Text::new(
            "有数据而没有填的总计由 T4-V04 报；使本组之和不成立的空白分项由 T4-C01 至 T4-C03 报；填 0 的格。",
            "Blank totals of numbers are T4-V04's; a blank part whose group falls short is told by T4-C01 to T4-C03; zeros.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "only totals filled in",
            base: Base::E2021,
            edits: &[(
                "1\t0\t0\t1\t2\t0\t0\t0\t0\t0\t0\t1\t0\t0\t1",
                "1\t0\t0\t1\t2\t\t\t\t\t0\t0\t1\t0\t0\t1",
            )],
            expect: Expect::Only(&["remedies/direct_suit/upheld"]),
        },
        Case {
            name: "a slash for nothing",
            base: Base::E2021,
            edits: &[(
                "1\t0\t0\t1\t2\t0\t0\t0\t0\t0\t0\t1\t0\t0\t1",
                "1\t/\t/\t1\t2\t0\t0\t0\t0\t0\t0\t1\t0\t0\t1",
            )],
            expect: Expect::Only(&["remedies/reconsideration/corrected"]),
        },
        Case {
            name: "a blank total with parts is another finding's",
            base: Base::E2021,
            edits: &[(
                "1\t0\t0\t1\t2\t0\t0\t0\t0\t0\t0\t1\t0\t0\t1",
                "1\t0\t0\t1\t\t0\t0\t0\t0\t0\t0\t1\t0\t0\t1",
            )],
            expect: Expect::Silent,
        },
        Case { name: "zeros", base: Base::E2019, edits: &[], expect: Expect::Silent },
        Case {
            name: "a part left blank where the total is larger is T4-C01's",
            base: Base::E2021,
            edits: &[("\n1\t0\t0\t1\t2\t", "\n1\t\t0\t0\t2\t")],
            expect: Expect::Silent,
        },
        Case {
            name: "a table that was not read",
            base: Base::E2021,
            edits: &[("1\t0\t0\t1\t2\t0\t0\t0\t0\t0\t0\t1\t0\t0\t1\n", "1\t0\t0\t1\t2\t\t0\n")],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    find_blanks(context, record, CODE, TableKey::Remedies);
}
