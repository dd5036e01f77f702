//! The words by which claims are told, as data.

use super::{Group, Outcome, Subject};
use Subject::{
    CaseFile, Confirmation, Denied, Enterprises, Forbidden, Granted, Inquiry, Internal, LateFee,
    LateSupplement, LegalServices, Massive, NaturalPersons, NotHeld, NotMade, Organizations, OtherHandling,
    Partial, Petition, Process, Public, Publication, Refused, Repeated, Research, Safety, Secret, ThirdParty,
    Unavailable, Unclear, Welfare,
};

/// What a word of the table means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Word {
    /// 收到; with 新 before it, 新收.
    Receive {
        /// Whether it says that what was carried in does not count.
        only_new: bool,
    },
    /// 新增: newly received, where applications follow.
    Added,
    /// 答复, 办结.
    Close,
    /// 办理, 处理.
    Handle,
    /// 政府信息公开申请.
    Application,
    /// 申请 by itself.
    Apply,
    /// Words between what is counted and its number that change nothing.
    Filler,
    /// 等: there is more than what is named.
    AndMore,
    /// 其中, 含: what follows is a part.
    Among,
    /// 结转.
    Carry,
    /// 上年.
    PreviousYear,
    /// 下年.
    NextYear,
    /// 本年, 全年.
    ThisYear,
    /// A row or column of 表三.
    Names(Subject),
    /// 行政复议, 行政诉讼.
    Remedy(Group),
    /// 维持, 纠正.
    Ends(Outcome),
    /// 规范性文件.
    Document,
    /// Documents and rules of other kinds.
    OtherDocument,
    /// 制发.
    Issue,
    /// 废止.
    Repeal,
    /// 现行有效.
    InForce,
    /// 公开, 发布: not all that there is.
    Publish,
    /// 作出.
    Decide,
    /// 决定.
    Decision,
    /// 政府集中采购.
    Purchase,
    /// 金额.
    Amount,
    /// 信息处理费.
    Fee,
    /// 收取.
    Charge,
    /// 收费通知, 收费标准: sums that were not charged.
    ChargeNotice,
    /// 未, 没有, 无.
    Not,
    /// 均, 全部.
    All,
    /// 零败诉.
    NoLoss,
    /// 信函, 网络: one way in which applications arrive.
    Channel,
    /// 零申请.
    NoApplications,
    /// 零.
    Nil,
    /// 热线, 信箱, 提案: something else is counted.
    Elsewhere,
    /// 撤回.
    Withdraw,
    /// 除, 以外.
    Except,
    /// 全市, 各部门: others are counted too.
    Wider,
    /// 近三年, 上级转办: something else than this year or this body.
    Foreign,
    /// 上半年: a part of the year, which the sentence after it may go on with.
    HalfYear,
    /// 累计.
    Cumulative,
    /// 以来.
    Since,
    /// 政府信息公开: what remedies have to be about.
    Information,
    /// 按期, 法定: that the time limit was kept.
    OnTime,
    /// 和, 及.
    Joint,
    /// 一审, 共同被告: cases that 表四 does not count so.
    Instance,
    /// 审结.
    Concluded,
    /// 不当, 逾期: a narrower cause.
    Fault,
}

use Word::{
    Added, All, Among, Amount, AndMore, Application, Apply, Carry, Channel, Charge, ChargeNotice, Close,
    Concluded, Cumulative, Decide, Decision, Document, Elsewhere, Ends, Except, Fault, Fee, Filler, Foreign,
    HalfYear, Handle, InForce, Information, Instance, Issue, Joint, Names, NextYear, Nil, NoApplications,
    NoLoss, Not, OnTime, OtherDocument, PreviousYear, Publish, Purchase, Receive, Remedy, Repeal, Since,
    ThisYear, Wider, Withdraw,
};

const RECEIVE: Word = Receive { only_new: false };
const RECEIVE_NEW: Word = Receive { only_new: true };

/// The words, with spaces between. Of words that begin alike the longest counts.
pub static WORDS: &[(Word, &str)] = &[
    (RECEIVE, "收到 受理 接收到 接收 接到 收办 收件 收悉 受理了 收到了"),
    (RECEIVE_NEW, "新收到 新收 新受理 新增受理 新增收到 新接收"),
    (
        Close,
        "答复 办结 办复 办毕 办理完毕 处理完毕 答复完成 办理答复 办结答复 已答复 已办结 共答复 共办结
         完成答复 答复办结 答复完毕",
    ),
    (Handle, "办理 处理 共办理 共处理 审理 共审理"),
    (
        Application,
        "政府信息公开申请 政府信息依申请公开 政府信息公开依申请 信息公开申请 依申请公开政府信息
         依申请公开信息 依申请信息公开 依申请公开申请 依申请公开 政务公开申请 依申请政府信息公开 政府信息申请
         申请公开政府信息 申请政府信息公开 公开政府信息申请 公开政府信息的申请 政府信息公开的申请
         信息公开的申请 政府信息公开事项申请 依申请公开政府信息申请 申请公开的政府信息项目 政府信息公开申请书
         依申请公开请求 信息公开请求 依申请公开信息要求 申请公开政府信息要求",
    ),
    (Apply, "申请 申请书 公开申请"),
    (
        Filler,
        "共计 总计 合计 共 数量 量 数 总量 总数 件数 为 有 计 的 是 达 已 了 “ ” \" 办件
         事项 案件 件次 信件 类 情形 情况 继续 并 各类 度 件 涉及 涉 项目 决定 告知书 结果 则
         政府信息 信息 告知 被 按规定 办理事项 办理结果 处理结果",
    ),
    (AndMore, "等"),
    (Among, "其中 包括 包含 含 另有 另外"),
    (
        Carry,
        "结转 转结 顺延 延续 转入 转至 转到 结转至 结转到 结转入 顺延到 顺延至 延续至 结转于 转
         转接 跨年",
    ),
    (PreviousYear, "上年度 上一年度 上年 上一年 去年 往年 上年末 上年同期 去年同期 历年 年初"),
    (NextYear, "下年度 下一年度 下年 下一年 次年 明年 第二年 次年度"),
    (ThisYear, "本年度 本年 全年 今年 年内 当年 今年以来 本年以来 一年来 本年内 全年度"),
    (Names(Granted), "予以公开 准予公开 同意公开 给予公开 全部公开 予以全部公开"),
    (Names(Partial), "部分公开 予以部分公开 区分处理后公开 同意部分公开 区分处理 部分予以公开"),
    (Names(Public), "公开或部分公开 公开及部分公开 公开和部分公开"),
    (Names(Denied), "不予公开 不予以公开 不同意公开 未予公开 不公开 依法不予公开"),
    (Names(Unavailable), "无法提供"),
    (Names(Refused), "不予处理 不予办理"),
    (Names(OtherHandling), "其他处理 其它处理"),
    (Names(Secret), "属于国家秘密 涉及国家秘密 国家秘密"),
    (Names(Forbidden), "其他法律行政法规禁止公开 法律行政法规禁止公开 行政法规禁止公开"),
    (Names(Safety), "危及“三安全一稳定” 危及三安全一稳定 三安全一稳定"),
    (
        Names(ThirdParty),
        "保护第三方合法权益 涉及第三方合法权益 第三方合法权益 涉及第三方 涉及商业秘密和个人隐私 涉及商业秘密
         涉及个人隐私 商业秘密 个人隐私",
    ),
    (Names(Internal), "属于三类内部事务信息 三类内部事务信息 三类内部事务 内部事务信息 属于内部事务信息"),
    (Names(Process), "属于四类过程性信息 四类过程性信息 四类过程性 过程性信息 属于过程性信息"),
    (Names(CaseFile), "属于行政执法案卷 行政执法案卷 执法案卷 行政执法案卷信息 属于行政执法案卷信息"),
    (Names(Inquiry), "属于行政查询事项 行政查询事项 属于行政查询"),
    (
        Names(NotHeld),
        "本机关不掌握相关政府信息 不掌握相关政府信息 本机关不掌握 我局不掌握 本办不掌握相关政府信息
         不掌握相关信息 不掌握",
    ),
    (Names(NotMade), "没有现成信息需要另行制作 需要另行制作 没有现成信息"),
    (Names(Unclear), "补正后申请内容仍不明确 补正后仍不明确 补正后申请内容不明确"),
    (
        Names(Petition),
        "信访举报投诉类申请 信访举报投诉类 投诉类申请 举报类申请 信访投诉举报类申请 信访投诉举报类
         涉及信访事项 信访类申请",
    ),
    (Names(Repeated), "重复申请 属于重复申请"),
    (Names(Publication), "要求提供公开出版物 提供公开出版物"),
    (Names(Massive), "无正当理由大量反复申请 大量反复申请"),
    (Names(Confirmation), "要求行政机关确认或重新出具已获取信息 确认或重新出具已获取信息"),
    (Names(LateSupplement), "逾期不补正 申请人无正当理由逾期不补正 无正当理由逾期不补正 逾期未补正 逾期未补正不再处理"),
    (
        Names(LateFee),
        "逾期未按收费通知要求缴纳费用 申请人逾期未按收费通知要求缴纳费用 逾期未缴纳费用 逾期未缴费",
    ),
    (Names(NaturalPersons), "自然人 公民个人"),
    (Names(Enterprises), "商业企业 企业"),
    (Names(Research), "科研机构"),
    (Names(Welfare), "社会公益组织"),
    (Names(LegalServices), "法律服务机构"),
    (Names(Organizations), "法人或其他组织 法人和其他组织 法人及其他组织 法人或者其他组织 法人"),
    (Remedy(Group::Reconsideration), "行政复议 复议 行政复议案件 复议案件 行政复议申请"),
    (Remedy(Group::Suits), "行政诉讼 诉讼 行政诉讼案件 诉讼案件"),
    (Remedy(Group::Direct), "未经复议直接起诉 直接起诉 未经复议直接提起行政诉讼 直接提起行政诉讼"),
    (Remedy(Group::After), "复议后起诉 复议后提起行政诉讼 经复议后起诉 复议后提起诉讼"),
    (Ends(Outcome::Upheld), "结果维持 维持 维持原行政行为 维持原具体行政行为 获维持"),
    (Ends(Outcome::Corrected), "结果纠正 纠正 被纠正 被纠错 纠错"),
    (Ends(Outcome::Other), "其他结果 其它结果"),
    (Ends(Outcome::Pending), "尚未审结 未审结 尚未结案 正在审理 尚在审理 尚未办结"),
    (Document, "规范性文件 行政规范性文件"),
    (OtherDocument, "政策性文件 政策文件 规章 党内规范性文件 党委规范性文件 部门规范性文件 重大行政决策"),
    (Issue, "制发 制定 印发 出台 制定发布 制定出台 制定印发 新制发 新制定 制定并发布 制发了 制定了 出台了"),
    (Repeal, "废止 清理废止 废止了 宣布废止"),
    (InForce, "现行有效 现行有效的 继续有效"),
    (Publish, "公开 发布 公布 主动公开 解读 备案 报备 更新 审查 审核 修订 修改 转发 清理并 公示"),
    (Decide, "作出 做出"),
    (Decision, "处理决定"),
    (Names(Subject::Licensing), "行政许可决定 行政许可处理决定 行政许可"),
    (Names(Subject::Penalties), "行政处罚决定 行政处罚处理决定 行政处罚"),
    (Names(Subject::Coercion), "行政强制决定 行政强制处理决定 行政强制"),
    (Purchase, "政府集中采购 集中采购 政府集中采购项目 集中采购项目"),
    (Amount, "采购总金额 采购金额 总金额 金额"),
    (Fee, "信息处理费 政府信息公开信息处理费 信息公开处理费"),
    (Charge, "收取 实际收取 共收取 实收 已收取 征收"),
    (ChargeNotice, "收费通知 缴费通知 收费标准 应收 减免 免收 免除 退还 退回 拟收"),
    (Not, "未 没有 无 未曾 没 未有 从未 尚未 未发生 没有发生 未出现 没有出现 未产生 不存在 没有产生"),
    (All, "均 全部 均已 已全部 全部已 都 均获 皆 均被 已均 均得到"),
    (NoLoss, "零败诉 零纠错 零被纠错 无败诉 无一败诉 未被纠错 未发生败诉 没有败诉"),
    (NoApplications, "零申请"),
    (Nil, "零"),
    (Added, "新增"),
    (
        Channel,
        "网上 网络 在线 线上 线下 当面 现场 窗口 信函 邮寄 邮递 传真 电子邮件 电子邮箱 邮件 书面 网站
         平台 邮政 来函 信件申请 EMS 快递 口头 电话 纸质",
    ),
    (
        Elsewhere,
        "热线 信箱 留言 咨询 来信 来访 来电 信访 建议 提案 议案 交办 工单 投诉 举报 诉求 网民
         求助 意见 互动 作为依申请公开 作为依申请公开信息 认定为依申请公开 确定为依申请公开
         标注为依申请公开 列为依申请公开 定为依申请公开 12345 补正 延期 延长 征求第三方 行政审批 公文 公开属性 低保 不动产",
    ),
    (Withdraw, "撤回 撤销 撤案 撤诉 主动放弃 终止办理 终止 不予受理"),
    (Except, "除 以外 之外 除外"),
    (
        Wider,
        "全市 全区 全县 全省 全州 全系统 全旗 全盟 全辖区 各级 各部门 各单位 各地 各区县 各县区
         各县 各乡镇 各镇 各街道 各科室 市政府 县政府 区政府 省政府 州政府 全行业 全域 全镇 全乡
         全街道",
    ),
    (
        Foreign,
        "近年 近年来 历年来 近三年 近两年 近几年 近五年 近四年 近十年 三年来 五年来 两年来 截至目前 截止目前
         目前为止 季度 同期 代表 上级转办 转办 转交 转送 移交 移送 代为 代收 兼收 本级
         市直 区直 县直 省直 镇街 下属 所属 下级 局属 直属单位 事业单位 二级单位 累计至今 历史 十三五 十四五 每月 平均 日均 月均
         其他机关 其他单位 其他部门 协助 配合省 配合市 配合县 配合区 配合上级 预计 计划 分别 力争 拟 将",
    ),
    (HalfYear, "上半年 下半年"),
    (Cumulative, "累计 累积"),
    (Since, "以来"),
    (Information, "政府信息公开 信息公开 政务公开 政府信息公开工作"),
    (OnTime, "按期 按时 及时 法定 期限 规定时间 规定时限 时限 依法 依规"),
    (Joint, "和 及 以及 与 或 或者 加 且 并且"),
    (Instance, "一审 二审 再审 共同被告 复议机关 行政复议机关 行政应诉 应诉 承办 代理 作为被告 出庭 上诉"),
    (Concluded, "审结 已审结 已结案 结案"),
    (
        Fault,
        "不当 不及时 超期 逾期 违法 败诉 不满 不服 差错 错误 负面 失误 过错 责任 泄密 重大 群体性 恶性 集体",
    ),
];
