//! F-09

use super::mixed_editions;
use crate::finding::{Arg, Finding, Related, Role, Severity};
use crate::form::{CellRef, EditionId, TableKey};
use crate::gather::Gather;
use crate::lang::Text;
use crate::report::{RowState, TableReading};
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::{Context, Record, Rule, Scope, prose::prose};

const CODE: &str = "F-09";

/// 表格缺少行或块: rows of the form are not in the report.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Error,
    scope: Scope::WithForm,
    prose: prose! {
        message: Text::new("{t}缺少“{row}”", "{t} is missing \"{row}\""),
        what: Text::new(
            "统一格式的每一行是否都在表里。",
            "Whether every row of the uniform form is in the table.",
        ),
        why: Text::new(
            "报告事项不得删减；没有数据也要保留该行并填“0”。",
            "Nothing may be cut from the form; a row without figures stays and says 0.",
        ),
        how: Text::new(
            "按统一格式补上缺少的行，并填入数据。",
            "Put the missing row back where the form has it and fill it in.",
        ),
        example: Text::new(
            "表三“（三）不予公开”下没有“5.属于三类内部事务信息”一行。",
            "Table 3 has no row 5.属于三类内部事务信息 under （三）不予公开.",
        ),
        basis: Text::new(
            "国办公开办函〔2019〕60号；国办公开办函〔2021〕30号",
            "Notices 国办公开办函〔2019〕60号 and 〔2021〕30号",
        ),
        silent: Text::new(
            "行在而数格空白；只有另一版才有的行；整张表缺失（S-08）、没有读出来（F-15）或属于另一种式样（F-03、F-04）。",
            "Where a row is there and blank; rows that only the other edition has; where the table is absent (S-08), was not read (F-15) or is of another form (F-03, F-04).",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "one row of 表三 is gone",
            base: Base::E2021,
            edits: &[("\t\t5.属于三类内部事务信息\t0\t0\t0\t0\t0\t0\t0\n", "")],
            expect: Expect::Finds(&["-"]),
        },
        Case {
            name: "a whole block of 表二 is gone",
            base: Base::E2021,
            edits: &[
                ("第二十条第（六）项\t\t\t\n信息内容\t本年处理决定数量\t\t\n", ""),
                ("行政处罚\t15\t\t\n行政强制\t0\t\t\n", ""),
            ],
            expect: Expect::Finds(&["-"]),
        },
        Case {
            name: "rows in two places are two findings",
            base: Base::E2019,
            edits: &[("其他对外管理服务事项\t5\t0\t18\n", ""), ("\t\t2.重复申请\t0\t0\t0\t0\t0\t0\t0\n", "")],
            expect: Expect::Finds(&["-", "-"]),
        },
        Case { name: "every row is there", base: Base::E2021, edits: &[], expect: Expect::Silent },
        Case {
            name: "a row is there and blank",
            base: Base::E2021,
            edits: &[(
                "\t\t5.属于三类内部事务信息\t0\t0\t0\t0\t0\t0\t0\n",
                "\t\t5.属于三类内部事务信息\t\t\t\t\t\t\t\n",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "the rows that only the other edition has",
            base: Base::E2021,
            edits: &[
                (
                    "\t（六）其他处理\t1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请\t0\t0\t0\t0\t0\t0\t0\n",
                    "",
                ),
                (
                    "\t\t2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请\t0\t0\t0\t0\t0\t0\t0\n",
                    "",
                ),
                ("\t\t3.其他\t1\t", "\t（六）其他处理\t\t1\t"),
            ],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    for key in TableKey::ALL {
        let table = context.report.table(key);
        // An absent table is S-08's, one that was not read F-15's.
        if let Some(reason) = Context::why_unread(context.report, key) {
            record.unassessable(reason);
        } else {
            look(context, table, record);
        }
    }
}

fn look(context: &Context, table: &TableReading, record: &mut Record) {
    let gone = |row: &usize| table.rows[*row].state == RowState::Missing;
    let missing = (0..table.rows.len()).filter(gone).count();
    if missing == 0 {
        return record.pass();
    }
    // A table of another form is said by F-03 or F-04, and lacks rows for that.
    let of_another_form = table.key == TableKey::Disclosure
        && context.report.edition == Some(EditionId::E2019Draft)
        || mixed_editions(context.report).is_some();
    if of_another_form {
        return record.fail_explained();
    }
    let read = table.rows.iter().filter(|row| row.state == RowState::Read).count();
    let mut rows = 0..table.rows.len();
    if read < missing {
        // So much is not there that it may be the reading that lost it.
        let Some(first) = rows.find(gone) else { return };
        let all = (first..table.rows.len()).filter(gone);
        return record.find(finding(table.key, Severity::Warning, all));
    }
    // One is certain only where the rows around it were read.
    let well_read = read + missing == table.rows.len();
    let severity = if well_read { Severity::Error } else { Severity::Warning };
    while let Some(first) = rows.find(gone) {
        let run = (first..table.rows.len()).take_while(gone);
        let last = first + run.clone().count();
        record.find(finding(table.key, severity, run));
        rows = last..table.rows.len();
    }
}

/// A finding on rows that are not there. It has no place; the first cell of each row
/// is where a table view shows the gap.
fn finding(table: TableKey, severity: Severity, rows: impl Iterator<Item = usize>) -> Finding {
    let rows: Vec<u8> = rows.map(|row| row as u8).gather();
    let names = rows.iter().map(|row| Arg::Row(table, *row)).gather();
    let mut finding = Finding::new(CODE, severity).with("t", Arg::Table(table)).with("row", Arg::List(names));
    for row in rows {
        let cell = Some(CellRef { table, row, column: 0 });
        finding = finding.with_related(Related { cell, span: None, role: Role::Same });
    }
    finding
}
