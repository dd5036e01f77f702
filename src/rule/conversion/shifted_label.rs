//! C-06

use super::find_all;
use crate::finding::{Applicability, Edit, Fix, Severity};
use crate::form::TableKey;
use crate::lang::Text;
use crate::report::{RowState, TableReading};
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::{Context, Reason, Record, Rule, Scope, prose::prose};
use crate::text::Span;

const CODE: &str = "C-06";

/// 表格行标签错位: a row's label stands in another column than its neighbours'.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Hint,
    scope: Scope::WithForm,
    prose: prose! {
        message: Text::new(
            "“{x}”标签列错位（转换所致），共{n}处",
            "Label column shifted for \"{x}\" by a conversion, in {n} place(s)",
        ),
        what: Text::new(
            "表格某一行的标签是否移到了别的列；数字齐全的照常读取。",
            "Whether a row's label moved to another column; its figures are read all the same if they are complete.",
        ),
        why: Text::new(
            "转换时合并单元格丢失，标签左移，按列处理表格的程序会把数字读错。",
            "A merged cell was lost in conversion; a program that goes by columns then reads wrong figures.",
        ),
        how: Text::new("把标签移回本列，与同组各行对齐。", "Move the label back under those of its group."),
        example: Text::new(
            "“4.无正当理由大量反复申请”移到了第一列。",
            "4.无正当理由大量反复申请 stands in the first column.",
        ),
        basis: Text::new("统一格式表三的行列结构", "The rows and columns of Table 3 in the uniform form"),
        silent: Text::new(
            "行尾多余的空单元格、列数不一而标签仍在本列；没有制表符的文本。",
            "Stray empty cells while the label is in its column; texts without tabs.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "a label in the first column",
            base: Base::E2021,
            edits: &[("\t\t4.无正当理由大量反复申请\t0", "4.无正当理由大量反复申请\t\t\t0")],
            expect: Expect::Finds(&["4.无正当理由大量反复申请"]),
        },
        Case {
            name: "two labels are one finding",
            base: Base::E2019,
            edits: &[
                ("\t\t2.重复申请\t0", "2.重复申请\t\t\t0"),
                ("\t\t4.无正当理由大量反复申请\t0", "4.无正当理由大量反复申请\t\t\t0"),
            ],
            expect: Expect::Finds(&["2.重复申请"]),
        },
        Case { name: "every label in its column", base: Base::E2021, edits: &[], expect: Expect::Silent },
        Case { name: "the labels of the 2019 form", base: Base::E2019, edits: &[], expect: Expect::Silent },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    let mut places = Vec::new();
    let mut edits = Some(Vec::new());
    let mut looked = false;
    let mut applicability = Applicability::Safe;
    for key in TableKey::ALL {
        let table = context.report.table(key);
        if !table.was_read() {
            continue;
        }
        looked = true;
        let before = places.len();
        for (index, row) in table.rows.iter().enumerate() {
            let Some(label) = row.label.filter(|_| row.shifted) else { continue };
            places.push(label);
            edits = edits
                .zip(realign(context, table, index))
                .map(|(all, more): (Vec<Edit>, _)| [all, more].concat());
        }
        // Columns in line may make sense of rows that were not read until now, which
        // is more than a label moved.
        let all_read = table.rows.iter().all(|row| matches!(row.state, RowState::Read | RowState::Missing));
        if places.len() > before && !all_read {
            applicability = Applicability::Review;
        }
    }
    if !looked {
        return record.unassessable(Reason::NotStated);
    }
    let fix = edits.map(|edits| Fix { applicability, edits });
    find_all(record, CODE, Severity::Hint, places, fix);
}

/// The edits that give the label of row `index` as many tabs before and after it as
/// a neighbour of its group has; `None` where the text is not laid out with tabs.
fn realign(context: &Context, table: &TableReading, index: usize) -> Option<Vec<Edit>> {
    let form = context.form()?.table(table.key);
    let group = form.row(index as u8).group?;
    let neighbour = table.rows.iter().zip(form.rows()).find_map(|(row, (_, of))| {
        (of.group == Some(group) && !row.shifted).then(|| tabs_around(context, row.label?)).flatten()
    })?;
    let label = table.rows[index].label?;
    let own = tabs_around(context, label)?;
    Some(vec![
        Edit { span: own.0, text: context.source.slice(neighbour.0).into() },
        Edit { span: own.1, text: context.source.slice(neighbour.1).into() },
    ])
}

/// The tabs before and after a label, where it is alone with tabs before it on its
/// line and has some behind it.
fn tabs_around(context: &Context, label: Span) -> Option<(Span, Span)> {
    let line = context.source.line_span(context.source.line_of(label.start))?;
    let before = Span::new(line.start as usize, label.start as usize);
    let behind = context.source.slice(Span::new(label.end as usize, line.end.max(label.end) as usize));
    let tabs = behind.len() - behind.trim_start_matches(any_of!['\t']).len();
    let only_tabs = context.source.slice(before).bytes().all(|b| b == b'\t');
    (only_tabs && tabs > 0).then(|| {
        let end = label.end as usize;
        (before, Span::new(end, end + tabs))
    })
}
