//! T3-V05

use crate::finding::{Arg, Finding, Severity};
use crate::form::TableKey;
use crate::lang::Text;
use crate::report::RowState;
use crate::rule::Reason;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::{Context, Record, Rule, Scope, basis, prose::prose};

const CODE: &str = "T3-V05";

/// Every row of 表三 has seven values.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Warning,
    scope: Scope::WithForm,
    prose: prose! {
        message: Text::new("表三“{row}”识别到 {n} 个数值，应为 7 个", "Row \"{row}\" has {n} values, expected 7"),
        what: Text::new(
            "表三每一行是否恰好有七个数。",
            "Whether every row of Table 3 has exactly seven values.",
        ),
        why: Text::new(
            "多一个或少一个数，就不知道各数属于哪一列。",
            "With one too few or too many it cannot be told which column a number belongs to.",
        ),
        how: Text::new(
            "对照统一格式补齐或删去多出的数；没有的填 0。",
            "Complete the row as in the uniform form, with 0 where there is nothing.",
        ),
        example: Text::new(
            "一行只有六个数，空着的一格在转换时丢失。",
            "A row of six numbers: its blank cell was lost in conversion.",
        ),
        basis: basis::UNIFORM_FORM,
        silent: Text::new(
            "七格中有空白仍是七格；行尾多出的空单元格；整行缺失由 F-09 报；数字连写而能唯一拆开。",
            "A blank is a value; stray empty cells at the end of a row; a missing row is F-09's; run-together digits that can be told apart.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "nine values",
            base: Base::E2021,
            edits: &[("1.属于国家秘密\t0\t0\t0\t0\t0\t0\t0", "1.属于国家秘密\t0\t0\t0\t0\t0\t0\t0\t1\t1")],
            expect: Expect::Finds(&["1.属于国家秘密"]),
        },
        Case {
            name: "eight values",
            base: Base::E2021,
            edits: &[("（一）予以公开\t\t4\t2\t0\t0\t0\t0\t6", "（一）予以公开\t\t4\t2\t1\t1\t1\t1\t1\t11")],
            expect: Expect::Finds(&["（一）予以公开"]),
        },
        Case {
            name: "seven values, one of them blank",
            base: Base::E2021,
            edits: &[("1.属于国家秘密\t0\t0\t0\t0\t0\t0\t0", "1.属于国家秘密\t0\t\t0\t0\t0\t0\t0")],
            expect: Expect::Silent,
        },
        Case {
            name: "stray empty cells at the end of a row",
            base: Base::E2021,
            edits: &[("（一）予以公开\t\t4\t2\t0\t0\t0\t0\t6", "（一）予以公开\t\t4\t2\t0\t0\t0\t0\t6\t\t")],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    let table = TableKey::Applications;
    if let Some(reason) = Context::why_unread(context.report, table) {
        return record.unassessable(reason);
    }
    for (row, reading) in (0..).zip(&context.report.table(table).rows) {
        match reading.state {
            RowState::Read => record.pass(),
            RowState::Unread | RowState::Missing => record.unassessable(Reason::CellUnread),
            RowState::WrongCount { found } => {
                let mut finding = Finding::new(CODE, Severity::Warning)
                    .with("row", Arg::Row(table, row))
                    .with("n", usize::from(found));
                finding.span = reading.label;
                record.find(finding);
            }
        }
    }
}
