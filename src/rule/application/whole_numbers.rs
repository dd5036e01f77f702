//! T3-V01

use crate::finding::Severity;
use crate::form::TableKey;
use crate::lang::Text;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::counts::look_for_no_counts;
use crate::rule::{Context, Record, Rule, Scope, basis, prose::prose};

const CODE: &str = "T3-V01";

/// Every cell of 表三 holds a whole number that is not negative.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Error,
    scope: Scope::WithForm,
    prose: prose! {
        message: Text::new("{cell}“{v}”不是非负整数", "{cell}: \"{v}\" is not a non-negative integer"),
        what: Text::new(
            "表三每一格是否为非负整数。",
            "Whether every cell of Table 3 holds a whole number that is not negative.",
        ),
        why: Text::new(
            "表三以“件”计数，不会有负数、小数或文字。",
            "Table 3 counts applications; there is no negative, fractional or worded number of them.",
        ),
        how: Text::new("改为实际件数，没有的填 0。", "Put in the actual number, or 0 where there is none."),
        example: Text::new(
            "“予以公开”一格写“-1”或“若干”。",
            "A cell of the row granted says \"-1\" or \"several\".",
        ),
        basis: basis::UNIFORM_FORM,
        silent: Text::new(
            "空白由 T3-V03 报；“3件”由 T3-V06 报；全角、千分位、中文数字由 T3-V02 报。",
            "Blanks are T3-V03's, units T3-V06's, other ways of writing a number T3-V02's.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "a negative number",
            base: Base::E2021,
            edits: &[("1.属于国家秘密\t0\t0\t0\t0\t0\t0\t0", "1.属于国家秘密\t-1\t0\t0\t0\t0\t0\t0")],
            expect: Expect::Only(&["applications/denied.state_secret/natural_person"]),
        },
        Case {
            name: "a fraction",
            base: Base::E2019,
            edits: &[("1.属于国家秘密\t0\t0\t0\t0\t0\t0\t0", "1.属于国家秘密\t0.5\t0\t0\t0\t0\t0\t0")],
            expect: Expect::Only(&["applications/denied.state_secret/natural_person"]),
        },
        Case {
            name: "words",
            base: Base::E2021,
            edits: &[("1.属于国家秘密\t0\t0\t0\t0\t0\t0\t0", "1.属于国家秘密\t若干\t0\t0\t0\t0\t0\t0")],
            expect: Expect::Only(&["applications/denied.state_secret/natural_person"]),
        },
        Case {
            name: "a blank is no wrong number",
            base: Base::E2021,
            edits: &[("1.属于国家秘密\t0\t0\t0\t0\t0\t0\t0", "1.属于国家秘密\t\t0\t0\t0\t0\t0\t0")],
            expect: Expect::Silent,
        },
        Case {
            name: "a unit is no wrong number",
            base: Base::E2021,
            edits: &[("1.属于国家秘密\t0\t0\t0\t0\t0\t0\t0", "1.属于国家秘密\t0件\t0\t0\t0\t0\t0\t0")],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    look_for_no_counts(context, record, CODE, TableKey::Applications);
}
