//! 国办公开办函〔2021〕30号: the form for the years from 2021.

use super::{Block, CellKind, Column, Edition, EditionId, Row, Table, TableKey, applications, remedies};
use crate::lang::Text;

const DOCUMENTS: &[Column] = &[
    Column {
        key: "issued", label: "本年制发件数", en: "issued this year", also: &[], kind: CellKind::Count
    },
    Column {
        key: "repealed",
        label: "本年废止件数",
        en: "repealed this year",
        also: &[],
        kind: CellKind::Count,
    },
    Column { key: "in_force", label: "现行有效件数", en: "in force", also: &[], kind: CellKind::Count },
];
const DECISIONS: &[Column] = &[Column {
    key: "decisions",
    label: "本年处理决定数量",
    en: "decisions this year",
    also: &["处理决定数量"],
    kind: CellKind::Count,
}];
const AMOUNT: &[Column] = &[Column {
    key: "amount",
    label: "本年收费金额（单位：万元）",
    en: "fees this year (10,000 yuan)",
    also: &["本年收费金额"],
    kind: CellKind::Amount,
}];

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
                label: "行政规范性文件",
                en: "administrative normative documents",
                also: &["规范性文件"],
                group: None,
            },
        ],
    },
    Block {
        label: "第二十条第（五）项",
        columns: DECISIONS,
        rows: &[Row {
            key: "licensing",
            ordinal: "",
            label: "行政许可",
            en: "licensing",
            also: &[],
            group: None,
        }],
    },
    Block {
        label: "第二十条第（六）项",
        columns: DECISIONS,
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
        columns: AMOUNT,
        rows: &[Row {
            key: "fees",
            ordinal: "",
            label: "行政事业性收费",
            en: "administrative fees",
            also: &[],
            group: None,
        }],
    },
];

static APPLICATIONS: Table = Table {
    key: TableKey::Applications,
    blocks: &[Block { label: "", columns: &applications::COLUMNS, rows: &applications::ROWS_2021 }],
    groups: &[applications::DENIED, applications::UNAVAILABLE, applications::REJECTED, applications::OTHER],
    note: applications::NOTE,
};

/// 国办公开办函〔2021〕30号: the form for the years from 2021.
pub(super) static EDITION: Edition = Edition {
    id: EditionId::E2021,
    name: Text::new("2021版表式", "2021 form"),
    source: Text::new(
        "国办公开办函〔2021〕30号",
        "Notice 国办公开办函〔2021〕30号 of the General Office of the State Council",
    ),
    years: (2021, None),
    official: true,
    tables: [&DISCLOSURE, &APPLICATIONS, &remedies::TABLE],
    identities: &[
        applications::BALANCE,
        applications::RESULTS_2021,
        applications::APPLICANTS,
        remedies::RECONSIDERATION,
        remedies::DIRECT_SUIT,
        remedies::SUIT_AFTER,
    ],
    signatures: &[
        "本年制发件数",
        "本年废止件数",
        "现行有效件数",
        "本年收费金额",
        "行政规范性文件",
        "逾期不补正",
        "逾期未按收费通知",
    ],
};
