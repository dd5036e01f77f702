//! 国办公开办函〔2019〕60号: the form for the years 2019 and 2020.

use super::{Block, CellKind, Column, Edition, EditionId, Row, Table, TableKey, applications, remedies};
use crate::lang::Text;

const DOCUMENTS: &[Column] = &[
    Column {
        key: "made", label: "本年新制作数量", en: "made this year", also: &[], kind: CellKind::Count
    },
    Column {
        key: "published",
        label: "本年新公开数量",
        en: "published this year",
        also: &[],
        kind: CellKind::Count,
    },
    Column {
        key: "public_total",
        label: "对外公开总数量",
        en: "public in all",
        also: &[],
        kind: CellKind::Count,
    },
];
const ITEMS: &[Column] = &[
    Column {
        key: "items_before",
        label: "上一年项目数量",
        en: "items last year",
        also: &[],
        kind: CellKind::Count,
    },
    Column {
        key: "items_change",
        label: "本年增/减",
        en: "change this year",
        also: &["本年增减"],
        kind: CellKind::Signed,
    },
    Column {
        key: "decisions", label: "处理决定数量", en: "decisions", also: &[], kind: CellKind::Count
    },
];
const FEES: &[Column] = &[
    Column {
        key: "items_before",
        label: "上一年项目数量",
        en: "items last year",
        also: &[],
        kind: CellKind::Count,
    },
    Column {
        key: "items_change",
        label: "本年增/减",
        en: "change this year",
        also: &["本年增减"],
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
    identities: &[
        applications::BALANCE,
        applications::RESULTS_2019,
        applications::APPLICANTS,
        remedies::RECONSIDERATION,
        remedies::DIRECT_SUIT,
        remedies::SUIT_AFTER,
    ],
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
