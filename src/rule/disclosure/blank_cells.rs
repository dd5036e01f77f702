//! T2-A02

use crate::finding::Severity;
use crate::form::TableKey;
use crate::lang::Text;
use crate::rule::blanks::find_blanks;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::{Context, Record, Rule, Scope, basis, prose::prose};

const CODE: &str = "T2-A02";

/// Blank cells of 表二, one finding for all.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Warning,
    scope: Scope::WithForm,
    prose: prose! {
        message: Text::new("表二有{n}格未填数字，应填 0", "{n} blank cell(s) in Table 2; fill 0"),
        what: Text::new(
            "表二有没有空白或只写“/”“—”“无”的格。",
            "Whether cells of Table 2 are blank or hold only a mark for nothing.",
        ),
        why: Text::new(
            "空白看不出是没有发生还是漏填。",
            "A blank does not tell whether there was nothing or something was left out.",
        ),
        how: Text::new(
            "没有的填 0，有的补上数字。",
            "Fill in 0 where there is nothing, the number where there is.",
        ),
        example: Text::new(
            "没有制定规章的单位在三格都写“/”。",
            "A body without regulations writes / in all three cells.",
        ),
        basis: basis::FILL_ZERO,
        silent: Text::new(
            "填 0 的格；统一格式本来就合并或留空的位置；没有读出来的表。",
            "Cells with 0; places that the form itself merges or leaves empty; a table that was not read.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "a row of slashes",
            base: Base::E2021,
            edits: &[("规章\t0\t0\t0", "规章\t/\t/\t/")],
            expect: Expect::Only(&["disclosure/regulations/issued"]),
        },
        Case {
            name: "blanks in two blocks are one finding",
            base: Base::E2019,
            edits: &[
                ("规章\t0\t0\t0", "规章\t0\t无\t0"),
                ("其他对外管理服务事项\t5\t0\t18", "其他对外管理服务事项\t5\t\t18"),
            ],
            expect: Expect::Only(&["disclosure/regulations/published"]),
        },
        Case {
            name: "zeros",
            base: Base::E2021,
            edits: &[("行政规范性文件\t2\t1\t7", "行政规范性文件\t0\t0\t0")],
            expect: Expect::Silent,
        },
        Case {
            name: "an empty cell the form itself leaves at the end of a row",
            base: Base::E2021,
            edits: &[("行政许可\t36\t\t", "行政许可\t36")],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    find_blanks(context, record, CODE, TableKey::Disclosure);
}
