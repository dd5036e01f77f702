//! 国办公开办函〔2019〕60号: the form for the years 2019 and 2020.

use super::disclosure::{self, column};
use super::{Block, CellKind, Column, Edition, EditionId, Identity, Table, TableKey, applications, remedies};
use crate::lang::Text;

const DOCUMENTS: &[Column] = &[
    column("made", "本年新制作数量", "made this year", &[], CellKind::Count),
    column("published", "本年新公开数量", "published this year", &[], CellKind::Count),
    column("public_total", "对外公开总数量", "public in all", &[], CellKind::Count),
];
const ITEMS: &[Column] = &[
    column("items_before", "上一年项目数量", "items last year", &[], CellKind::Count),
    column("items_change", "本年增/减", "change this year", &["本年增减"], CellKind::Signed),
    column("decisions", "处理决定数量", "decisions", &[], CellKind::Count),
];
const FEES: &[Column] = &[
    column("items_before", "上一年项目数量", "items last year", &[], CellKind::Count),
    column("items_change", "本年增/减", "change this year", &["本年增减"], CellKind::Signed),
];
pub(super) const PROCUREMENT: &[Column] = &[
    column("projects", "采购项目数量", "projects", &[], CellKind::Count),
    column("amount", "采购总金额", "amount (10,000 yuan)", &[], CellKind::Amount),
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
    Block { label: "第二十条第（八）项", columns: FEES, rows: &[disclosure::FEES] },
    Block { label: "第二十条第（九）项", columns: PROCUREMENT, rows: &[disclosure::PROCUREMENT] },
];

pub(super) static APPLICATIONS: Table = Table {
    key: TableKey::Applications,
    blocks: &[Block { label: "", columns: &applications::COLUMNS, rows: &applications::ROWS_2019 }],
    groups: &[applications::DENIED, applications::UNAVAILABLE, applications::REJECTED],
    note: applications::NOTE,
};

/// 勾稽关系: what has to add up.
pub(super) const IDENTITIES: &[Identity] = &[
    applications::BALANCE,
    applications::RESULTS_2019,
    applications::APPLICANTS,
    remedies::RECONSIDERATION,
    remedies::DIRECT_SUIT,
    remedies::SUIT_AFTER,
];

/// 国办公开办函〔2019〕60号: the form for the years 2019 and 2020.
pub(super) static EDITION: Edition = Edition {
    id: EditionId::E2019,
    name: Text::new("2019版表式", "2019 form"),
    source: Text::new(
        "国办公开办函〔2019〕60号",
        "Notice 国办公开办函〔2019〕60号 of the General Office of the State Council",
    ),
    years: (2019, Some(2020)),
    official: true,
    tables: [&DISCLOSURE, &APPLICATIONS, &remedies::TABLE],
    identities: IDENTITIES,
    signatures: &[
        "本年新制作数量",
        "本年新公开数量",
        "对外公开总数量",
        "其他对外管理服务事项",
        "政府集中采购",
        "采购总金额",
        "上一年项目数量",
    ],
};
