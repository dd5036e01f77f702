//! T3-V03

use crate::finding::Severity;
use crate::form::TableKey;
use crate::lang::Text;
use crate::rule::blanks;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::cells;
use crate::rule::{Context, Prose, Record, Rule, Scope, basis};

const CODE: &str = "T3-V03";

/// Blank cells of 表三, one finding for all.
pub static RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Warning,
    scope: Scope::WithForm,
    message: Text::new("表三{n}/{m} 格未填，应填 0", "Table 3: {n}/{m} cells blank; fill 0"),
    prose: Prose {
        what: Text::new(
            "表三有没有空白或只写“/”“—”“无”的格。",
            "Whether cells of Table 3 are blank or hold only a mark for nothing.",
        ),
        why: Text::new(
            "空白看不出是没有发生还是漏填。",
            "A blank does not tell whether there was nothing or something was left out.",
        ),
        how: Text::new(
            "没有的填 0，有的补上件数。",
            "Fill in 0 where there is nothing, the number where there is.",
        ),
        example: Text::new("只填了总计列，自然人等各列全部空着。", "Only the total column was filled in."),
        basis: basis::FILL_ZERO,
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "a blank and a slash",
            base: Base::E2021,
            edits: &[("1.属于国家秘密\t0\t0\t0\t0\t0\t0\t0", "1.属于国家秘密\t\t/\t0\t0\t0\t0\t0")],
            expect: Expect::Only(&["applications/denied.state_secret/natural_person"]),
        },
        Case {
            name: "a row of blanks",
            base: Base::E2019,
            edits: &[("1.属于国家秘密\t0\t0\t0\t0\t0\t0\t0", "1.属于国家秘密\t\t\t\t\t\t\t")],
            expect: Expect::Only(&["applications/denied.state_secret/natural_person"]),
        },
        Case {
            name: "a blank total with parts is another finding's",
            base: Base::E2021,
            edits: &[("（一）予以公开\t\t4\t2\t0\t0\t0\t0\t6", "（一）予以公开\t\t4\t2\t0\t0\t0\t0\t")],
            expect: Expect::Silent,
        },
        Case {
            name: "a blank part that breaks the sums is another finding's",
            base: Base::E2021,
            edits: &[("（一）予以公开\t\t4\t2\t0\t0\t0\t0\t6", "（一）予以公开\t\t\t2\t0\t0\t0\t0\t6")],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    let table = TableKey::Applications;
    cells::blanks(context, record, CODE, table, &blanks::named(context, table));
}
