//! How the statutory form lays a table out: merged heads, group labels, rows.
//! The table view, the blank form and the HTML export draw from this.

use super::{CellRef, Edition, Table, TableKey};

/// One drawn cell of the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LayoutCell {
    /// A head or label, with the columns and rows it spans.
    Label {
        /// The words, as the form prints them.
        text: String,
        /// The words in English.
        en: String,
        /// Columns spanned.
        columns: u8,
        /// Rows spanned.
        rows: u8,
        /// Whether it heads a row (a label at the left) rather than a column.
        heads_row: bool,
    },
    /// A place for a value, with the columns it spans.
    Value {
        /// The cell.
        cell: CellRef,
        /// Columns spanned.
        columns: u8,
    },
}

/// One drawn row of the form.
pub type LayoutRow = Vec<LayoutCell>;

fn head(text: &str, en: &str, columns: u8, rows: u8) -> LayoutCell {
    LayoutCell::Label { text: text.into(), en: en.into(), columns, rows, heads_row: false }
}

fn label(text: String, en: &str, columns: u8, rows: u8) -> LayoutCell {
    LayoutCell::Label { text, en: en.into(), columns, rows, heads_row: true }
}

/// The rows of the table `key` of `edition` as the form draws them.
pub fn layout(edition: &Edition, key: TableKey) -> Vec<LayoutRow> {
    let table = edition.table(key);
    match key {
        TableKey::Disclosure => disclosure(table),
        TableKey::Applications => applications(table),
        TableKey::Remedies => remedies(table),
    }
}

fn disclosure(table: &'static Table) -> Vec<LayoutRow> {
    let width = table.blocks.iter().map(|b| b.columns.len()).max().unwrap_or(1) as u8;
    let mut rows = Vec::new();
    let mut row_index = 0;
    for block in table.blocks {
        let count = block.columns.len() as u8;
        // The last column of a short block takes what is left of the table's width.
        let span = |column: u8| if column + 1 == count { width - column } else { 1 };
        rows.push(vec![head(block.label, &article(block.label), width + 1, 1)]);
        let mut heads = vec![head("信息内容", "Item", 1, 1)];
        heads.extend(block.columns.iter().zip(0..).map(|(c, i)| head(c.label, c.english(), span(i), 1)));
        rows.push(heads);
        for row in block.rows {
            let mut cells = vec![label(row.full_label(), row.english(), 1, 1)];
            cells.extend((0..count).map(|column| LayoutCell::Value {
                cell: CellRef { table: table.key, row: row_index, column },
                columns: span(column),
            }));
            rows.push(cells);
            row_index += 1;
        }
    }
    rows
}

/// An item of the regulations as a block of 表二 names it, in English: 第二十条第（五）项
/// is Article 20 (5). Another label stays as it is.
fn article(label: &str) -> String {
    let item = label.strip_prefix("第二十条第（").and_then(|rest| rest.strip_suffix("）项"));
    let numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九"];
    match item.and_then(|item| numerals.iter().position(|numeral| *numeral == item)) {
        Some(at) => format!("Article 20 ({})", at + 1),
        None => label.to_string(),
    }
}

fn applications(table: &'static Table) -> Vec<LayoutRow> {
    let columns = table.blocks[0].columns;
    let organizations = &columns[1..columns.len() - 1];
    let total = &columns[columns.len() - 1];
    let mut rows = vec![
        vec![
            head(table.note, "In each column, item 1 plus item 2 equals item 3 plus item 4", 3, 3),
            head("申请人情况", "Applicants", columns.len() as u8, 1),
        ],
        vec![
            head(columns[0].label, columns[0].english(), 1, 2),
            head("法人或其他组织", "Legal persons and other organizations", organizations.len() as u8, 1),
            head(total.label, total.english(), 1, 2),
        ],
        organizations.iter().map(|c| head(c.label, c.english(), 1, 1)).collect(),
    ];
    // Rows between the two that the form numbers at its outermost level are the
    // results of the year and share one label at the left.
    let outer = |ordinal: &str| ordinal.ends_with('、');
    let inner = table.rows().filter(|(_, r)| !outer(r.ordinal)).count() as u8;
    let mut results_labelled = false;
    let mut last_group = None;
    for (index, (_, row)) in table.rows().enumerate() {
        let mut cells = Vec::new();
        if outer(row.ordinal) {
            cells.push(label(row.full_label(), row.english(), 3, 1));
        } else {
            if !results_labelled {
                cells.push(label("三、本年度办理结果".into(), "results this year", 1, inner));
                results_labelled = true;
            }
            match table.group_of(row) {
                Some(group) => {
                    if last_group != Some(group.key) {
                        let size = table.rows().filter(|(_, r)| r.group == Some(group.key)).count();
                        cells.push(label(
                            format!("{}{}", group.ordinal, group.label),
                            group.english(),
                            1,
                            size as u8,
                        ));
                        last_group = Some(group.key);
                    }
                    cells.push(label(row.full_label(), row.english(), 1, 1));
                }
                None => cells.push(label(row.full_label(), row.english(), 2, 1)),
            }
        }
        cells.extend((0..columns.len() as u8).map(|column| LayoutCell::Value {
            cell: CellRef { table: table.key, row: index as u8, column },
            columns: 1,
        }));
        rows.push(cells);
    }
    rows
}

fn remedies(table: &'static Table) -> Vec<LayoutRow> {
    let columns = table.blocks[0].columns;
    let width = columns.len() as u8;
    let heads = || columns.iter().map(|c| head(c.label, c.english(), 1, 1));
    vec![
        vec![head("行政复议", "Reconsideration", width, 1), head("行政诉讼", "Litigation", 2 * width, 1)],
        columns
            .iter()
            .map(|c| head(c.label, c.english(), 1, 2))
            .chain([
                head("未经复议直接起诉", "Suit without reconsideration", width, 1),
                head("复议后起诉", "Suit after reconsideration", width, 1),
            ])
            .collect(),
        heads().chain(heads()).collect(),
        table.cells().map(|cell| LayoutCell::Value { cell, columns: 1 }).collect(),
    ]
}
