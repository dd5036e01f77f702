//! What the prose of a report claims: how many applications were received, what
//! became of them, how many cases there were, each with its place.
//!
//! A claim is made only where the words leave one reading: what is counted stands
//! right at its number, or a verb and its object do. Everything else stays unsaid.

mod kinds;
mod lexer;
mod neighbours;
mod notes;
mod numbers;
mod reader;
mod statements;
mod verbs;
mod words;

pub use kinds::{is_reason, is_result};

use crate::form::section::SectionKey;
use crate::parse::prose::Prose;
use crate::report::Report;
use crate::text::{Number, Span};

/// One claim of the prose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Claim {
    /// What is counted.
    pub subject: Subject,
    /// What is said of it.
    pub said: Said,
    /// The number with its unit, or the words that say it.
    pub span: Span,
    /// The place of the number in [`Prose::quantities`]; `None` where words say it.
    pub quantity: Option<u32>,
    /// The number; 0 where there is none; of 均为自然人 the number received.
    pub value: Number,
    /// The section it stands in.
    pub section: SectionKey,
    /// The number of its sentence in the prose.
    pub sentence: u32,
    /// Whose and which year's number it is.
    pub reach: Reach,
    /// What else its sentence says that bears on it.
    pub hints: Hints,
}

/// What is said of a subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// That it is so many.
    Number,
    /// That there is none: 未收到, 未发生, 无.
    None,
    /// That all of them are: 均维持, 全部办结, 均为自然人.
    All,
}

/// Whose number a claim gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    /// The body's own, of the reporting year.
    Own,
    /// Perhaps that of others too: 全市, 累计.
    Wider,
    /// Something else's: another year, a part of the year, a body above or below.
    Foreign,
}

/// What else a sentence says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Hints {
    /// 新收: what was carried in does not count.
    pub only_new: bool,
    /// 办理, 处理: what is still open may count; of what was carried in, it may be a part.
    pub handled: bool,
    /// 收到和办理: received and closed at once.
    pub either: bool,
    /// Only some of the applications: those that came one way, or those that were taken on.
    pub channel: bool,
    /// 撤回, 撤销 somewhere in the sentence.
    pub withdrawn: bool,
    /// The sentence gives a number of applications carried in.
    pub carried_in: bool,
    /// The sentence names 部分公开 somewhere.
    pub partial: bool,
    /// The sentence says 不掌握 somewhere.
    pub not_held: bool,
    /// The sentence speaks only of cases that were concluded.
    pub concluded: bool,
}

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// 本年新收.
    Received,
    /// 答复, 办结, 办理.
    Closed,
    /// 申请13件, with nothing that says whether received or closed.
    Applications,
    /// 上年结转.
    CarriedIn,
    /// 结转下年.
    CarriedOut,
    /// （一）予以公开
    Granted,
    /// （二）部分公开
    Partial,
    /// 予以公开 and 部分公开 together.
    Public,
    /// （三）不予公开
    Denied,
    /// （四）无法提供
    Unavailable,
    /// （五）不予处理
    Refused,
    /// （六）其他处理
    OtherHandling,
    /// 属于国家秘密
    Secret,
    /// 其他法律行政法规禁止公开
    Forbidden,
    /// 危及“三安全一稳定”
    Safety,
    /// 保护第三方合法权益
    ThirdParty,
    /// 属于三类内部事务信息
    Internal,
    /// 属于四类过程性信息
    Process,
    /// 属于行政执法案卷
    CaseFile,
    /// 属于行政查询事项
    Inquiry,
    /// 本机关不掌握相关政府信息
    NotHeld,
    /// 没有现成信息需要另行制作
    NotMade,
    /// 补正后申请内容仍不明确
    Unclear,
    /// 信访举报投诉类申请
    Petition,
    /// 重复申请
    Repeated,
    /// 要求提供公开出版物
    Publication,
    /// 无正当理由大量反复申请
    Massive,
    /// 要求行政机关确认或重新出具已获取信息
    Confirmation,
    /// 逾期不补正
    LateSupplement,
    /// 逾期未按收费通知要求缴纳费用
    LateFee,
    /// 自然人
    NaturalPersons,
    /// 商业企业
    Enterprises,
    /// 科研机构
    Research,
    /// 社会公益组织
    Welfare,
    /// 法律服务机构
    LegalServices,
    /// 法人或其他组织: the five columns together.
    Organizations,
    /// Cases of 表四: of a group, with an outcome or all.
    Cases(Group, Outcome),
    /// 规范性文件: 制发
    DocumentsIssued,
    /// 规范性文件: 废止
    DocumentsRepealed,
    /// 规范性文件: 现行有效
    DocumentsInForce,
    /// 行政许可 decisions
    Licensing,
    /// 行政处罚 decisions
    Penalties,
    /// 行政强制 decisions
    Coercion,
    /// 政府集中采购: projects
    Purchases,
    /// 政府集中采购: amount, in 万元
    PurchaseAmount,
    /// 信息处理费, in 元
    Fee,
}

/// A group of 表四.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// 行政复议
    Reconsideration,
    /// 行政诉讼, both groups.
    Suits,
    /// 未经复议直接起诉
    Direct,
    /// 复议后起诉
    After,
    /// All of 表四.
    Both,
}

/// What became of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// 结果维持
    Upheld,
    /// 结果纠正
    Corrected,
    /// 其他结果
    Other,
    /// 尚未审结
    Pending,
    /// 总计
    Total,
}

/// The claims of one report.
#[derive(Debug, Clone, Default)]
pub struct Claims {
    /// The claims, in the order of the prose.
    pub all: Vec<Claim>,
    /// Whether anything is said about applications at all.
    pub mentions_applications: bool,
}

impl Claims {
    /// Reads the claims of the prose. Linear in its length.
    pub fn read(prose: &Prose, report: &Report) -> Self {
        reader::read(prose, report)
    }
}

#[cfg(test)]
mod tests;
