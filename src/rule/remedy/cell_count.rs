//! T4-V01

use crate::finding::{Finding, Severity};
use crate::form::TableKey;
use crate::lang::Text;
use crate::report::{Report, RowState, UnreadReason};
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::{Context, Record, Rule, Scope, basis, prose::prose};

const CODE: &str = "T4-V01";

/// 表四 has fifteen values.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Warning,
    scope: Scope::WithForm,
    prose: prose! {
        message: Text::new("表四识别到 {n} 格，应为 15 格", "Table 4 has {n} cells, expected 15"),
        what: Text::new(
            "表四的数值行是否恰好有 15 格。",
            "Whether the row of values of Table 4 has exactly 15 cells.",
        ),
        why: Text::new(
            "多一格或少一格，就不知道各数属于哪一组哪一列。",
            "With one too few or too many it cannot be told which group and column a number belongs to.",
        ),
        how: Text::new(
            "对照统一格式补齐或删去多出的格；没有的填 0。",
            "Complete the row as in the uniform form, with 0 where there is nothing.",
        ),
        example: Text::new("复议后起诉一组只填了四个数。", "The last group has only four numbers."),
        basis: basis::UNIFORM_FORM,
        silent: Text::new(
            "十五格中有空白；行尾多出的空单元格；整张表散乱读不出来由 F-15 报。",
            "Blanks among the fifteen; an empty cell at the end; a table too scattered to be read is F-15's.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "sixteen values",
            base: Base::E2021,
            edits: &[(
                "1\t0\t0\t1\t2\t0\t0\t0\t0\t0\t0\t1\t0\t0\t1",
                "1\t0\t0\t1\t2\t0\t0\t0\t0\t0\t0\t1\t0\t0\t1\t1",
            )],
            expect: Expect::Only(&["1\t0\t0\t1\t2\t0\t0\t0\t0\t0\t0\t1\t0\t0\t1\t1"]),
        },
        Case {
            name: "fourteen values",
            base: Base::E2021,
            edits: &[(
                "1\t0\t0\t1\t2\t0\t0\t0\t0\t0\t0\t1\t0\t0\t1",
                "0\t0\t1\t2\t0\t0\t0\t0\t0\t0\t1\t0\t0\t1",
            )],
            expect: Expect::Only(&["0\t0\t1\t2\t0\t0\t0\t0\t0\t0\t1\t0\t0\t1"]),
        },
        Case {
            name: "a group of five too many",
            base: Base::E2021,
            edits: &[(
                "1\t0\t0\t1\t2\t0\t0\t0\t0\t0\t0\t1\t0\t0\t1",
                "1\t0\t0\t1\t2\t0\t0\t0\t0\t0\t0\t1\t0\t0\t1\t0\t0\t0\t0\t0",
            )],
            expect: Expect::Finds(&["1\t0\t0\t1\t2\t0\t0\t0\t0\t0\t0\t1\t0\t0\t1\t0\t0\t0\t0\t0"]),
        },
        Case {
            name: "fifteen values, some blank",
            base: Base::E2021,
            edits: &[(
                "1\t0\t0\t1\t2\t0\t0\t0\t0\t0\t0\t1\t0\t0\t1",
                "1\t0\t0\t1\t2\t\t\t\t\t\t0\t1\t0\t0\t1",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "an empty cell at the end",
            base: Base::E2021,
            edits: &[(
                "1\t0\t0\t1\t2\t0\t0\t0\t0\t0\t0\t1\t0\t0\t1",
                "1\t0\t0\t1\t2\t0\t0\t0\t0\t0\t0\t1\t0\t0\t1\t",
            )],
            expect: Expect::Silent,
        },
    ],
};

const CELLS: u16 = 15;

/// How many values 表四 has, where it could not be read for that alone. On a page that
/// was read by its columns the other tables are not read either, and what stands
/// together here is no row.
pub fn wrong_count(report: &Report) -> Option<u16> {
    let reading = report.table(TableKey::Remedies);
    let others = [TableKey::Disclosure, TableKey::Applications];
    if others.iter().all(|key| report.table(*key).unread.is_some()) {
        return None;
    }
    let is_counted = reading.span.is_some()
        && matches!(reading.unread, None | Some(UnreadReason::Scattered | UnreadReason::BoundariesLost));
    let found = reading.rows.iter().find_map(|row| match row.state {
        RowState::WrongCount { found } => Some(found),
        _ => None,
    })?;
    // Far fewer values are digits run together, or no row of values at all.
    (is_counted && found != CELLS && (CELLS - 3..=CELLS * 2).contains(&found)).then_some(found)
}

fn detect(context: &Context, record: &mut Record) {
    let table = context.report.table(TableKey::Remedies);
    if let Some(found) = wrong_count(context.report) {
        let mut finding = Finding::new(CODE, Severity::Warning).with("n", usize::from(found));
        // What was found stands in the place of every cell.
        finding.span = table.cells.first().and_then(|cell| cell.span).or(table.span);
        return record.find(finding);
    }
    match Context::why_unread(context.report, TableKey::Remedies) {
        Some(reason) => record.unassessable(reason),
        None => record.pass(),
    }
}
