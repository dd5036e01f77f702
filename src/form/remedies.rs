//! 表四 政府信息公开行政复议、行政诉讼情况: the same in every edition.

use super::{Axis, Block, CellKind, Column, Identity, Row, Table, TableKey};
use crate::sentence::English;

const fn count(
    key: &'static str,
    label: &'static str,
    en: &'static str,
    also: &'static [&'static str],
) -> Column {
    Column { key, label, en: English::new(en), also, kind: CellKind::Count }
}

static COLUMNS: [Column; 5] = [
    count("upheld", "结果维持", "upheld", &[]),
    count("corrected", "结果纠正", "corrected", &[]),
    count("other", "其他结果", "other result", &[]),
    count("pending", "尚未审结", "pending", &[]),
    count("total", "总计", "total", &["合计"]),
];

const fn group(
    key: &'static str,
    label: &'static str,
    en: &'static str,
    also: &'static [&'static str],
) -> Row {
    Row { key, ordinal: "", label, en: English::new(en), also, group: None }
}

static ROWS: [Row; 3] = [
    group("reconsideration", "行政复议", "reconsideration", &[]),
    group(
        "direct_suit",
        "行政诉讼·未经复议直接起诉",
        "suit without reconsideration",
        &["未经行政复议直接起诉"],
    ),
    group(
        "suit_after_reconsideration",
        "行政诉讼·复议后起诉",
        "suit after reconsideration",
        &["行政复议后起诉"],
    ),
];

/// 表四.
pub(super) static TABLE: Table = Table {
    key: TableKey::Remedies,
    blocks: &[Block { label: "", columns: &COLUMNS, rows: &ROWS }],
    groups: &[],
    note: "",
};

const PARTS: &[&str] = &["upheld", "corrected", "other", "pending"];

const fn sum(rule: &'static str, row: &'static str) -> Identity {
    Identity { rule, table: TableKey::Remedies, axis: Axis::InRow(row), left: &["total"], right: PARTS }
}

pub(super) const RECONSIDERATION: Identity = sum("T4-C01", "reconsideration");
pub(super) const DIRECT_SUIT: Identity = sum("T4-C02", "direct_suit");
pub(super) const SUIT_AFTER: Identity = sum("T4-C03", "suit_after_reconsideration");
