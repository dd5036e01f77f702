//! T4-V03

use crate::finding::Severity;
use crate::form::TableKey;
use crate::lang::Text;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::counts::look_for_no_counts;
use crate::rule::{Context, Record, Rule, Scope, basis, prose::prose};

const CODE: &str = "T4-V03";

/// Every cell of 表四 holds a whole number that is not negative.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Error,
    scope: Scope::WithForm,
    prose: prose! {
        message: Text::new("{cell}“{v}”非法", "{cell}: \"{v}\" invalid"),
        what: Text::new(
            "表四每一格是否为非负整数。",
            "Whether every cell of Table 4 holds a whole number that is not negative.",
        ),
        why: Text::new(
            "表四以“件”计数，不会有负数、小数或文字。",
            "Table 4 counts cases; there is no negative, fractional or worded number of them.",
        ),
        how: Text::new("改为实际件数，没有的填 0。", "Put in the actual number, or 0 where there is none."),
        example: Text::new("“尚未审结”一格写“审理中”。", "The cell pending says \"审理中\" (being heard)."),
        basis: basis::UNIFORM_FORM,
        silent: Text::new(
            "空白由 T4-V02 报；“3件”之类读得出整数的写法。",
            "Blanks are T4-V02's; what can be read as a whole number, such as 3件.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "words for a number",
            base: Base::E2021,
            edits: &[(
                "1\t0\t0\t1\t2\t0\t0\t0\t0\t0\t0\t1\t0\t0\t1",
                "1\t0\t0\t1\t2\t0\t0\t0\t审理中\t0\t0\t1\t0\t0\t1",
            )],
            expect: Expect::Only(&["remedies/direct_suit/pending"]),
        },
        Case {
            name: "a negative number",
            base: Base::E2021,
            edits: &[(
                "1\t0\t0\t1\t2\t0\t0\t0\t0\t0\t0\t1\t0\t0\t1",
                "1\t0\t-1\t1\t1\t0\t0\t0\t0\t0\t0\t1\t0\t0\t1",
            )],
            expect: Expect::Only(&["remedies/reconsideration/other"]),
        },
        Case {
            name: "a blank is no wrong number",
            base: Base::E2021,
            edits: &[(
                "1\t0\t0\t1\t2\t0\t0\t0\t0\t0\t0\t1\t0\t0\t1",
                "1\t\t0\t1\t2\t0\t0\t0\t0\t0\t0\t1\t0\t0\t1",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "whole numbers",
            base: Base::E2021,
            edits: &[(
                "1\t0\t0\t1\t2\t0\t0\t0\t0\t0\t0\t1\t0\t0\t1",
                "1\t5\t0\t1\t7\t0\t0\t0\t0\t0\t0\t1\t0\t0\t1",
            )],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    look_for_no_counts(context, record, CODE, TableKey::Remedies);
}
