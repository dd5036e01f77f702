//! 表三 收到和处理政府信息公开申请情况: what its editions share.

use super::{Axis, CellKind, Column, Group, Identity, Row, TableKey};
use crate::sentence::English;

const fn count(
    key: &'static str,
    label: &'static str,
    en: &'static str,
    also: &'static [&'static str],
) -> Column {
    Column { key, label, en: English::new(en), also, kind: CellKind::Count }
}

/// Kinds of applicant (申请人情况), and their total.
pub(super) static COLUMNS: [Column; 7] = [
    count("natural_person", "自然人", "natural persons", &[]),
    count("enterprise", "商业企业", "enterprises", &[]),
    count("research", "科研机构", "research institutions", &[]),
    count("public_welfare", "社会公益组织", "public welfare organizations", &[]),
    count("legal_service", "法律服务机构", "legal service institutions", &[]),
    count("other_org", "其他", "other organizations", &[]),
    count("total", "总计", "total", &["合计"]),
];

pub(super) const NOTE: &str = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";

/// The group labels of （三） to （五）, shared by all editions.
pub(super) const DENIED: Group =
    Group { key: "denied", ordinal: "（三）", label: "不予公开", en: English::new("denied") };
pub(super) const UNAVAILABLE: Group = Group {
    key: "unavailable",
    ordinal: "（四）",
    label: "无法提供",
    en: English::new("cannot be provided"),
};
pub(super) const REJECTED: Group =
    Group { key: "rejected", ordinal: "（五）", label: "不予处理", en: English::new("not processed") };
pub(super) const OTHER: Group =
    Group {
        key: "other", ordinal: "（六）", label: "其他处理", en: English::new("otherwise handled")
    };

const fn row(
    key: &'static str,
    ordinal: &'static str,
    label: &'static str,
    en: &'static str,
    also: &'static [&'static str],
    group: Option<&'static str>,
) -> Row {
    Row { key, ordinal, label, en: English::new(en), also, group }
}

const RECEIVED: Row = row(
    "received",
    "一、",
    "本年新收政府信息公开申请数量",
    "applications received this year",
    &[
        "本年新收政府信息公开申请",
        "本年新收申请数量",
        "本年度新收政府信息公开申请数量",
        "本年新收到政府信息公开申请数量",
    ],
    None,
);
const CARRIED_IN: Row = row(
    "carried_in",
    "二、",
    "上年结转政府信息公开申请数量",
    "carried in from last year",
    &["上年结转政府信息公开申请", "上年度结转政府信息公开申请数量", "上年结转申请数量"],
    None,
);
const GRANTED: Row = row("granted", "（一）", "予以公开", "granted", &[], None);
const PARTIAL: Row = row(
    "partial",
    "（二）",
    "部分公开（区分处理的，只计这一情形，不计其他情形）",
    "partly granted",
    &["部分公开"],
    None,
);
const STATE_SECRET: Row =
    row("denied.state_secret", "1.", "属于国家秘密", "state secret", &[], Some("denied"));
const OTHER_LAW: Row = row(
    "denied.other_law",
    "2.",
    "其他法律行政法规禁止公开",
    "forbidden by other law",
    &["其他法律、行政法规禁止公开"],
    Some("denied"),
);
const SAFETY_STABILITY: Row = row(
    "denied.safety_stability",
    "3.",
    "危及“三安全一稳定”",
    "endangers safety or stability",
    &[],
    Some("denied"),
);
const THIRD_PARTY: Row = row(
    "denied.third_party",
    "4.",
    "保护第三方合法权益",
    "third party's rights",
    &["第三方合法权益", "保护第三人合法权益"],
    Some("denied"),
);
const INTERNAL_AFFAIRS: Row =
    row("denied.internal_affairs", "5.", "属于三类内部事务信息", "internal affairs", &[], Some("denied"));
const PROCESS: Row =
    row("denied.process", "6.", "属于四类过程性信息", "process information", &[], Some("denied"));
const ENFORCEMENT_FILE: Row =
    row("denied.enforcement_file", "7.", "属于行政执法案卷", "enforcement case file", &[], Some("denied"));
const ADMINISTRATIVE_INQUIRY: Row = row(
    "denied.administrative_inquiry",
    "8.",
    "属于行政查询事项",
    "administrative inquiry",
    &[],
    Some("denied"),
);
const NOT_HELD: Row = row(
    "unavailable.not_held",
    "1.",
    "本机关不掌握相关政府信息",
    "not held by this body",
    &["本机关未掌握相关政府信息"],
    Some("unavailable"),
);
const NEEDS_CREATION: Row = row(
    "unavailable.needs_creation",
    "2.",
    "没有现成信息需要另行制作",
    "would have to be created",
    &[],
    Some("unavailable"),
);
const UNCLEAR: Row = row(
    "unavailable.unclear",
    "3.",
    "补正后申请内容仍不明确",
    "unclear after correction",
    &[],
    Some("unavailable"),
);
const PETITION: Row =
    row("rejected.petition", "1.", "信访举报投诉类申请", "petition or complaint", &[], Some("rejected"));
const DUPLICATE: Row =
    row("rejected.duplicate", "2.", "重复申请", "repeated application", &[], Some("rejected"));
const PUBLICATION: Row =
    row("rejected.publication", "3.", "要求提供公开出版物", "asks for a publication", &[], Some("rejected"));
const EXCESSIVE: Row = row(
    "rejected.excessive",
    "4.",
    "无正当理由大量反复申请",
    "excessive without reason",
    &[],
    Some("rejected"),
);
const REISSUE: Row = row(
    "rejected.reissue",
    "5.",
    "要求行政机关确认或重新出具已获取信息",
    "asks to confirm or reissue",
    &["要求确认或重新出具已获取信息"],
    Some("rejected"),
);
const CLOSED: Row = row("closed", "（七）", "总计", "total closed", &["合计"], None);
const CARRIED_OUT: Row = row(
    "carried_out",
    "四、",
    "结转下年度继续办理",
    "carried out to next year",
    &["结转下年继续办理", "结转下年度办理", "结转下一年度继续办理"],
    None,
);

/// The rows of 〔2019〕60号: （六）其他处理 is one row.
pub(super) static ROWS_2019: [Row; 23] = [
    RECEIVED,
    CARRIED_IN,
    GRANTED,
    PARTIAL,
    STATE_SECRET,
    OTHER_LAW,
    SAFETY_STABILITY,
    THIRD_PARTY,
    INTERNAL_AFFAIRS,
    PROCESS,
    ENFORCEMENT_FILE,
    ADMINISTRATIVE_INQUIRY,
    NOT_HELD,
    NEEDS_CREATION,
    UNCLEAR,
    PETITION,
    DUPLICATE,
    PUBLICATION,
    EXCESSIVE,
    REISSUE,
    row("other", "（六）", "其他处理", "otherwise handled", &["其他"], None),
    CLOSED,
    CARRIED_OUT,
];

/// The rows of 〔2021〕30号: （六）其他处理 has three.
pub(super) static ROWS_2021: [Row; 25] = [
    RECEIVED,
    CARRIED_IN,
    GRANTED,
    PARTIAL,
    STATE_SECRET,
    OTHER_LAW,
    SAFETY_STABILITY,
    THIRD_PARTY,
    INTERNAL_AFFAIRS,
    PROCESS,
    ENFORCEMENT_FILE,
    ADMINISTRATIVE_INQUIRY,
    NOT_HELD,
    NEEDS_CREATION,
    UNCLEAR,
    PETITION,
    DUPLICATE,
    PUBLICATION,
    EXCESSIVE,
    REISSUE,
    row(
        "other.no_correction",
        "1.",
        "申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
        "not corrected in time",
        &["申请人无正当理由逾期不补正", "逾期不补正"],
        Some("other"),
    ),
    row(
        "other.fee_unpaid",
        "2.",
        "申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
        "fee not paid in time",
        &["申请人逾期未按收费通知要求缴纳费用", "逾期未缴费", "逾期未按收费通知要求缴纳费用"],
        Some("other"),
    ),
    row("other.misc", "3.", "其他", "other", &[], Some("other")),
    CLOSED,
    CARRIED_OUT,
];

/// 勾稽关系 of 表三 that do not depend on the rows of （六）.
pub(super) const BALANCE: Identity = Identity {
    rule: "T3-C01",
    table: TableKey::Applications,
    axis: Axis::EachColumn,
    left: &["received", "carried_in"],
    right: &["closed", "carried_out"],
};
pub(super) const APPLICANTS: Identity = Identity {
    rule: "T3-C03",
    table: TableKey::Applications,
    axis: Axis::EachRow,
    left: &["total"],
    right: &["natural_person", "enterprise", "research", "public_welfare", "legal_service", "other_org"],
};
pub(super) const RESULTS_2019: Identity = Identity {
    rule: "T3-C02",
    table: TableKey::Applications,
    axis: Axis::EachColumn,
    left: &["closed"],
    right: &[
        "granted",
        "partial",
        "denied.state_secret",
        "denied.other_law",
        "denied.safety_stability",
        "denied.third_party",
        "denied.internal_affairs",
        "denied.process",
        "denied.enforcement_file",
        "denied.administrative_inquiry",
        "unavailable.not_held",
        "unavailable.needs_creation",
        "unavailable.unclear",
        "rejected.petition",
        "rejected.duplicate",
        "rejected.publication",
        "rejected.excessive",
        "rejected.reissue",
        "other",
    ],
};
pub(super) const RESULTS_2021: Identity = Identity {
    rule: "T3-C02",
    table: TableKey::Applications,
    axis: Axis::EachColumn,
    left: &["closed"],
    right: &[
        "granted",
        "partial",
        "denied.state_secret",
        "denied.other_law",
        "denied.safety_stability",
        "denied.third_party",
        "denied.internal_affairs",
        "denied.process",
        "denied.enforcement_file",
        "denied.administrative_inquiry",
        "unavailable.not_held",
        "unavailable.needs_creation",
        "unavailable.unclear",
        "rejected.petition",
        "rejected.duplicate",
        "rejected.publication",
        "rejected.excessive",
        "rejected.reissue",
        "other.no_correction",
        "other.fee_unpaid",
        "other.misc",
    ],
};
