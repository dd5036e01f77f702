//! The non-uniform 表二 some bodies used for 2020; 表三 and 表四 are those of 2019.

use super::{Block, CellKind, Column, Edition, EditionId, Row, Table, TableKey, applications, remedies};
use crate::lang::Text;

const DOCUMENTS: &[Column] = &[
    Column { key: "made", label: "制作", en: "made", also: &[], kind: CellKind::Count },
    Column { key: "obtained", label: "获取", en: "obtained", also: &[], kind: CellKind::Count },
    Column {
        key: "public_total",
        label: "对外公开数量",
        en: "public in all",
        also: &[],
        kind: CellKind::Count,
    },
];
const ITEMS: &[Column] = &[
    Column {
        key: "items_before",
        label: "原有项目数量",
        en: "items before",
        also: &[],
        kind: CellKind::Count,
    },
    Column {
        key: "items_updated",
        label: "本年更新",
        en: "updated this year",
        also: &[],
        kind: CellKind::Count,
    },
    Column {
        key: "decisions", label: "处理决定数量", en: "decisions", also: &[], kind: CellKind::Count
    },
];
const CHANNEL: &[Column] =
    &[Column { key: "channel", label: "公开渠道", en: "channel", also: &[], kind: CellKind::Text }];
const FEES: &[Column] = &[
    Column {
        key: "items_before",
        label: "原有项目数量",
        en: "items before",
        also: &[],
        kind: CellKind::Count,
    },
    Column {
        key: "items_change",
        label: "本年增/减项目数量",
        en: "change this year",
        also: &["本年增减项目数量"],
        kind: CellKind::Signed,
    },
];
const PROCUREMENT: &[Column] = &[
    Column { key: "projects", label: "采购项目数量", en: "projects", also: &[], kind: CellKind::Count },
    Column {
        key: "amount",
        label: "采购总金额",
        en: "amount (10,000 yuan)",
        also: &[],
        kind: CellKind::Amount,
    },
];

static DISCLOSURE: Table = Table { key: TableKey::Disclosure, blocks: BLOCKS, groups: &[], note: "" };

const BLOCKS: &[Block] = &[
    Block {
        label: "第二十条第（一）项",
        columns: DOCUMENTS,
        rows: &[
            Row {
                key: "regulations",
                ordinal: "",
                label: "规章",
                en: "regulations",
                also: &["政府规章"],
                group: None,
            },
            Row {
                key: "normative_documents",
                ordinal: "",
                label: "规范性文件",
                en: "normative documents",
                also: &["行政规范性文件"],
                group: None,
            },
        ],
    },
    Block {
        label: "第二十条第（五）项",
        columns: ITEMS,
        rows: &[
            Row {
                key: "licensing", ordinal: "", label: "行政许可", en: "licensing", also: &[], group: None
            },
            Row {
                key: "other_services",
                ordinal: "",
                label: "其他对外管理服务事项",
                en: "other public services",
                also: &[],
                group: None,
            },
        ],
    },
    Block {
        label: "第二十条第（六）项",
        columns: ITEMS,
        rows: &[
            Row {
                key: "penalties", ordinal: "", label: "行政处罚", en: "penalties", also: &[], group: None
            },
            Row {
                key: "coercion", ordinal: "", label: "行政强制", en: "coercion", also: &[], group: None
            },
        ],
    },
    Block {
        label: "第二十条第（七）项",
        columns: CHANNEL,
        rows: &[Row {
            key: "budget",
            ordinal: "",
            label: "财政预算、决算",
            en: "budgets and final accounts",
            also: &[],
            group: None,
        }],
    },
    Block {
        label: "第二十条第（八）项",
        columns: FEES,
        rows: &[Row {
            key: "fees",
            ordinal: "",
            label: "行政事业性收费",
            en: "administrative fees",
            also: &[],
            group: None,
        }],
    },
    Block {
        label: "第二十条第（九）项",
        columns: PROCUREMENT,
        rows: &[Row {
            key: "procurement",
            ordinal: "",
            label: "政府集中采购",
            en: "government procurement",
            also: &[],
            group: None,
        }],
    },
];

static APPLICATIONS: Table = Table {
    key: TableKey::Applications,
    blocks: &[Block { label: "", columns: &applications::COLUMNS, rows: &applications::ROWS_2019 }],
    groups: &[applications::DENIED, applications::UNAVAILABLE, applications::REJECTED],
    note: applications::NOTE,
};

/// The non-uniform 表二 some bodies used for 2020; 表三 and 表四 are those of 2019.
pub(super) static EDITION: Edition = Edition {
    id: EditionId::E2019Draft,
    name: Text::new("2019版表式（非统一变体）", "2019 form (non-uniform variant)"),
    source: Text::new("来源不明的变体，不是统一格式", "a variant of unknown origin, not the uniform form"),
    years: (2019, Some(2020)),
    official: false,
    tables: [&DISCLOSURE, &APPLICATIONS, &remedies::TABLE],
    identities: &[
        applications::BALANCE,
        applications::RESULTS_2019,
        applications::APPLICANTS,
        remedies::RECONSIDERATION,
        remedies::DIRECT_SUIT,
        remedies::SUIT_AFTER,
    ],
    signatures: &["本年度实际产生数量", "依据、条件、程序", "原有项目数量", "公开渠道", "财政预算、决算"],
};
