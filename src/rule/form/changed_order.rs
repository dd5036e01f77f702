//! F-11

use crate::finding::{Arg, Finding, Severity};
use crate::form::{EditionId, TableKey};
use crate::gather::Gather;
use crate::lang::Text;
use crate::order;
use crate::report::{HeadReading, TableReading};
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::search::out_of_order;
use crate::rule::{Context, Record, Rule, Scope, prose::prose};
use crate::text::Span;

const CODE: &str = "F-11";

/// 行或列顺序被调换: rows or columns stand in another order than the form's.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Warning,
    scope: Scope::WithForm,
    prose: prose! {
        message: Text::new(
            "{t}的{line}顺序与统一格式不一致",
            "The {line} of {t} stand in another order than in the form",
        ),
        what: Text::new(
            "表格的行和列是否按统一格式的顺序排列。",
            "Whether rows and columns stand in the order of the uniform form.",
        ),
        why: Text::new(
            "顺序一变，按位置录入或汇总的人就会把数字填错格。",
            "Whoever copies figures by their place puts them into the wrong cell once the order has changed.",
        ),
        how: Text::new(
            "按统一格式恢复顺序，连同数字一起移动。",
            "Restore the order of the form and move the figures along.",
        ),
        example: Text::new(
            "表三“商业企业”“科研机构”两列互换了位置。",
            "The columns 商业企业 and 科研机构 of Table 3 have changed places.",
        ),
        basis: Text::new("国办公开办函〔2021〕30号", "Notice 国办公开办函〔2021〕30号"),
        silent: Text::new(
            "缺行、重复行不算乱序；复制时标签与数字被拆开的，次序不作判断。",
            "Rows missing or repeated change no order; where copying tore labels from their figures, their order says nothing.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "two rows of 表二 have changed places",
            base: Base::E2021,
            edits: &[("行政处罚\t15\t\t\n行政强制\t0\t\t\n", "行政强制\t0\t\t\n行政处罚\t15\t\t\n")],
            expect: Expect::Finds(&["行政处罚"]),
        },
        Case {
            name: "two columns of 表三 have changed places",
            base: Base::E2021,
            edits: &[("商业企业\t科研机构", "科研机构\t商业企业")],
            expect: Expect::Finds(&["商业企业"]),
        },
        Case { name: "the form's order", base: Base::E2021, edits: &[], expect: Expect::Silent },
        Case {
            name: "a row too few changes no order",
            base: Base::E2019,
            edits: &[("\t\t2.重复申请\t0\t0\t0\t0\t0\t0\t0\n", "")],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    for key in TableKey::ALL {
        let table = context.report.table(key);
        if let Some(reason) = Context::why_unread(context.report, key) {
            record.unassessable(reason);
            continue;
        }
        let moved = moved_rows(context, table);
        // The draft form has heads over heads, which the text gives in two lines.
        let flat = context.report.edition != Some(EditionId::E2019Draft) || key != TableKey::Disclosure;
        let heads = if table.columns_swapped && flat { moved_heads(table) } else { Vec::new() };
        if moved.is_empty() && heads.is_empty() {
            record.pass();
        }
        let rows = Text::new("行", "rows");
        let columns = Text::new("列", "columns");
        for (places, line) in [(&moved, rows), (&heads, columns)] {
            if !places.is_empty() {
                record.find(
                    Finding::new(CODE, Severity::Warning)
                        .at_all(places.iter().copied())
                        .with("t", Arg::Table(key))
                        .with("line", line),
                );
            }
        }
    }
}

/// The labels of rows that stand out of the form's order.
fn moved_rows(context: &Context, table: &TableReading) -> Vec<Span> {
    if table.order.is_sorted() {
        return Vec::new();
    }
    // A row that is there twice is F-13's.
    let mut order: Vec<u8> = Vec::new();
    for row in &table.order {
        if !order.contains(row) {
            order.push(*row);
        }
    }
    let moved = out_of_order(&order);
    if moved.is_empty() {
        return Vec::new();
    }
    // Labels without their values beside them were torn out of their rows when the
    // page was read; their order says nothing about the table's.
    let Some(form) = context.form().map(|form| form.table(table.key)) else { return Vec::new() };
    let mut labels: Vec<Span> = table.rows.iter().filter_map(|row| row.label).gather();
    order::by_key(&mut labels, |label| order::span(*label));
    let torn = form.cells().zip(&table.cells).any(|(cell, reading)| {
        let (Some(label), Some(value)) = (table.rows[cell.row as usize].label, reading.span) else {
            return false;
        };
        let next = labels.get(labels.partition_point(|l| *l <= label)).map_or(u32::MAX, |l| l.start);
        value.start < label.end || next < value.start
    });
    if torn {
        return Vec::new();
    }
    moved.into_iter().filter_map(|at| table.rows.get(order[at] as usize)?.label).gather()
}

/// The heads that stand out of their block's order.
fn moved_heads(table: &TableReading) -> Vec<Span> {
    // Within a block the reading has them in the order of the columns.
    let mut heads: Vec<&HeadReading> = table.heads.iter().gather();
    order::by_key(&mut heads, |head| u128::from(head.row));
    let mut places = Vec::new();
    for block in heads.chunk_by(|a, b| a.row == b.row) {
        let columns: Vec<u8> = block.iter().map(|head| head.column).gather();
        places.extend(out_of_order(&columns).into_iter().map(|at| block[at].span));
    }
    places
}
