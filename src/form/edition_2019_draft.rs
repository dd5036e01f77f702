//! The non-uniform 表二 some bodies used for 2020; 表三 and 表四 are those of 2019.

use super::disclosure::{self, column};
use super::edition_2019::{APPLICATIONS, IDENTITIES, PROCUREMENT};
use super::{Block, CellKind, Column, Edition, EditionId, Table, TableKey, remedies};
use crate::lang::Text;

const DOCUMENTS: &[Column] = &[
    column("made", "制作", "made", &[], CellKind::Count),
    column("obtained", "获取", "obtained", &[], CellKind::Count),
    column("public_total", "对外公开数量", "public in all", &[], CellKind::Count),
];
const ITEMS: &[Column] = &[
    column("items_before", "原有项目数量", "items before", &[], CellKind::Count),
    column("items_updated", "本年更新", "updated this year", &[], CellKind::Count),
    column("decisions", "处理决定数量", "decisions", &[], CellKind::Count),
];
const CHANNEL: &[Column] = &[column("channel", "公开渠道", "channel", &[], CellKind::Text)];
const FEES: &[Column] = &[
    column("items_before", "原有项目数量", "items before", &[], CellKind::Count),
    column("items_change", "本年增/减项目数量", "change this year", &["本年增减项目数量"], CellKind::Signed),
];

static DISCLOSURE: Table = Table { key: TableKey::Disclosure, blocks: BLOCKS, groups: &[], note: "" };

const BLOCKS: &[Block] = &[
    Block {
        label: "第二十条第（一）项",
        columns: DOCUMENTS,
        rows: &[disclosure::REGULATIONS, disclosure::NORMATIVE_2019],
    },
    Block {
        label: "第二十条第（五）项",
        columns: ITEMS,
        rows: &[disclosure::LICENSING, disclosure::OTHER_SERVICES],
    },
    Block {
        label: "第二十条第（六）项",
        columns: ITEMS,
        rows: &[disclosure::PENALTIES, disclosure::COERCION],
    },
    Block { label: "第二十条第（七）项", columns: CHANNEL, rows: &[disclosure::BUDGET] },
    Block { label: "第二十条第（八）项", columns: FEES, rows: &[disclosure::FEES] },
    Block { label: "第二十条第（九）项", columns: PROCUREMENT, rows: &[disclosure::PROCUREMENT] },
];

/// The non-uniform 表二 some bodies used for 2020; 表三 and 表四 are those of 2019.
pub(super) static EDITION: Edition = Edition {
    id: EditionId::E2019Draft,
    name: Text::new("2019版表式（非统一变体）", "2019 form (non-uniform variant)"),
    source: Text::new("来源不明的变体，不是统一格式", "a variant of unknown origin, not the uniform form"),
    years: (2019, Some(2020)),
    official: false,
    tables: [&DISCLOSURE, &APPLICATIONS, &remedies::TABLE],
    identities: IDENTITIES,
    signatures: &["本年度实际产生数量", "依据、条件、程序", "原有项目数量", "公开渠道", "财政预算、决算"],
};
