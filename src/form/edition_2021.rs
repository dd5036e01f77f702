//! 国办公开办函〔2021〕30号: the form for the years from 2021.

use super::disclosure::{self, column};
use super::{Block, CellKind, Column, Edition, EditionId, Table, TableKey, applications, remedies};
use crate::lang::Text;

const DOCUMENTS: &[Column] = &[
    column("issued", "本年制发件数", "issued this year", &[], CellKind::Count),
    column("repealed", "本年废止件数", "repealed this year", &[], CellKind::Count),
    column("in_force", "现行有效件数", "in force", &[], CellKind::Count),
];
const DECISIONS: &[Column] =
    &[column("decisions", "本年处理决定数量", "decisions this year", &["处理决定数量"], CellKind::Count)];
const AMOUNT: &[Column] = &[column(
    "amount",
    "本年收费金额（单位：万元）",
    "fees this year (10,000 yuan)",
    &["本年收费金额"],
    CellKind::Amount,
)];

static DISCLOSURE: Table = Table { key: TableKey::Disclosure, blocks: BLOCKS, groups: &[], note: "" };

const BLOCKS: &[Block] = &[
    Block {
        label: "第二十条第（一）项",
        columns: DOCUMENTS,
        rows: &[disclosure::REGULATIONS, disclosure::NORMATIVE_2021],
    },
    Block { label: "第二十条第（五）项", columns: DECISIONS, rows: &[disclosure::LICENSING] },
    Block {
        label: "第二十条第（六）项",
        columns: DECISIONS,
        rows: &[disclosure::PENALTIES, disclosure::COERCION],
    },
    Block { label: "第二十条第（八）项", columns: AMOUNT, rows: &[disclosure::FEES] },
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
