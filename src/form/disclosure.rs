//! 表二 主动公开政府信息情况: the rows that its editions share.

use super::{CellKind, Column, Row};
use crate::sentence::English;

pub(super) const fn column(
    key: &'static str,
    label: &'static str,
    en: &'static str,
    also: &'static [&'static str],
    kind: CellKind,
) -> Column {
    Column { key, label, en: English::new(en), also, kind }
}

const fn row(key: &'static str, label: &'static str, en: &'static str, also: &'static [&'static str]) -> Row {
    Row { key, ordinal: "", label, en: English::new(en), also, group: None }
}

pub(super) const REGULATIONS: Row = row("regulations", "规章", "regulations", &["政府规章"]);
pub(super) const NORMATIVE_2019: Row =
    row("normative_documents", "规范性文件", "normative documents", &["行政规范性文件"]);
pub(super) const NORMATIVE_2021: Row =
    row("normative_documents", "行政规范性文件", "administrative normative documents", &["规范性文件"]);
pub(super) const LICENSING: Row = row("licensing", "行政许可", "licensing", &[]);
pub(super) const OTHER_SERVICES: Row =
    row("other_services", "其他对外管理服务事项", "other public services", &[]);
pub(super) const PENALTIES: Row = row("penalties", "行政处罚", "penalties", &[]);
pub(super) const COERCION: Row = row("coercion", "行政强制", "coercion", &[]);
pub(super) const BUDGET: Row = row("budget", "财政预算、决算", "budgets and final accounts", &[]);
pub(super) const FEES: Row = row("fees", "行政事业性收费", "administrative fees", &[]);
pub(super) const PROCUREMENT: Row = row("procurement", "政府集中采购", "government procurement", &[]);
