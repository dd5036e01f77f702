//! The words that tell lists, their parts and what is no part.

use super::super::Prose;
use super::{Breakdown, lead};
use crate::text::find::{begins, ends, find, holds, holds_any};
use crate::text::{WordList, words};

/// Words before a number that put it beside another year or make an average of it.
const COMPARISONS: [&str; 14] = [
    "上年",
    "去年",
    "上一年",
    "同比",
    "环比",
    "比上",
    "较上",
    "增加",
    "减少",
    "增长",
    "下降",
    "上升",
    "另",
    "此外",
];

/// Words before a number that make it one of another span of time, or an average.
const OTHER_SPANS: [&str; 9] = ["日均", "月均", "人均", "平均", "每", "历年", "近三年", "近两年", "以来"];

/// Words with which a list begins.
const STARTS: [&str; 11] =
    ["包括", "包含", "含", "分别", "分为", "具体为", "具体是", "主要有", "主要是", "主要为", "一是"];

/// What is done with cases: where a part is named so and the first is not, it is
/// another matter.
const MATTERS: [&str; 19] = [
    "办理", "办结", "答复", "回复", "受理", "收到", "接收", "召开", "开展", "举办", "接待", "审核", "满意",
    "采纳", "整改", "印发", "解决", "立案", "已",
];

/// Ways of publishing.
const CHANNELS: WordList = words![
    "网站",
    "公众号",
    "微信",
    "微博",
    "新媒体",
    "客户端",
    "公示栏",
    "宣传栏",
    "公开栏",
    "报刊",
    "电视",
    "广播",
    "抖音",
    "视频号",
    "头条",
    "显示屏",
];

/// Forms in which the same thing is published more than once.
const FORMS: WordList = words!["文字", "图解", "图文", "图表", "视频", "音频", "动漫", "解读"];

/// Results of applications.
const RESULTS: WordList = words![
    "予以公开",
    "同意公开",
    "部分公开",
    "区分处理",
    "不予公开",
    "无法提供",
    "不予处理",
    "其他处理",
    "不再处理",
];

/// Two parts that are all there are.
const PAIRS: [(&str, &str); 18] = [
    ("自然人", "法人"),
    ("自然人", "企业"),
    ("自然人", "组织"),
    ("公民", "法人"),
    ("线上", "线下"),
    ("网上", "线下"),
    ("网络", "线下"),
    ("上半年", "下半年"),
    ("本级", "县"),
    ("本级", "镇"),
    ("本级", "下"),
    ("主办", "会办"),
    ("主办", "协办"),
    ("建议", "提案"),
    ("原创", "转"),
    ("自产", "转"),
    ("行政复议", "行政诉讼"),
    ("直接起诉", "复议后起诉"),
];

/// What a word that begins a list says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Begin {
    /// That the list names examples only.
    pub(super) is_open: bool,
}

/// The words that stand in one prose, of those for which every clause or number is asked.
pub(super) struct Present {
    comparisons: Vec<&'static str>,
    spans: Vec<&'static str>,
    starts: Vec<&'static str>,
    /// Whether 其中 may stand there.
    among: bool,
}

impl Present {
    /// Those of a prose.
    pub(super) fn of(prose: &Prose) -> Self {
        Self {
            comparisons: prose.present(&COMPARISONS),
            spans: prose.present(&OTHER_SPANS),
            starts: prose.present(&STARTS),
            among: prose.may_hold("其中"),
        }
    }

    /// Whether words before a number, or a clause without one, begin a list.
    pub(super) fn begins_list(&self, words: &str) -> Option<Begin> {
        let among = self.among && find(words, "其中").is_some() || ends(words, "信息中");
        if !among && !self.starts.iter().any(|word| begins(words, word)) {
            return None;
        }
        let leaders = ["主要领导", "主要负责"];
        let examples = ["主要", "重点", "例如", "比如", "特别", "尤其"];
        Some(Begin { is_open: holds_any(words, &examples) && !holds_any(words, &leaders) })
    }

    /// Whether a number is put beside another year's or is an average.
    pub(super) fn compares(&self, lead: &str) -> bool {
        holds_any(lead, &self.comparisons) || self.is_of_other_span(lead)
    }

    /// Whether a number is of another span of time or an average.
    pub(super) fn is_of_other_span(&self, lead: &str) -> bool {
        holds_any(lead, &self.spans)
    }
}

/// Whether a part is what remains.
pub(super) fn is_rest(lead: &str) -> bool {
    // 其他对外管理服务事项 is a row of 表二.
    words!["其他", "其它", "其余", "剩余"].stand_in(lead) && !holds(lead, "其他对外")
}

/// Whether a number behind a list is of another matter than the list's first part.
pub(super) fn is_other_matter(lead: &str, first: &str) -> bool {
    let lead_of = lead.strip_suffix("公开").unwrap_or(lead);
    let named = ["信息", "类", "结果", "情况"].iter().any(|end| lead_of.ends_with(end));
    !named && MATTERS.iter().any(|word| holds(lead, word) && !holds(first, word))
}

/// Whether a number behind a semicolon is told as the total was and the first part was
/// not: 发布公文35条，其中文件3条；发布信息20条.
pub(super) fn are_alike(lead: &str, total: &str, first: &str) -> bool {
    let begins: String = lead.chars().take(2).collect();
    begins.chars().count() == 2 && holds(total, &begins) && !holds(first, &begins)
}

/// Whether nothing but a word for a sum stands before a number.
pub(super) fn is_sum(lead: &str) -> bool {
    matches!(
        lead,
        "合计" | "共计" | "总计" | "共" | "总共" | "一共" | "合计共" | "合计为" | "总数为" | "共发布"
    )
}

/// Whether a number can be the total of a list without a word.
pub(super) fn is_total(lead: &str) -> bool {
    words!["共", "公开", "发布"].stand_in(lead)
}

/// Whether words name a part of a list without a word.
pub(super) fn is_name(lead: &str) -> bool {
    !lead.is_empty()
        && lead.chars().count() <= 12
        && !holds_any(lead, &MATTERS)
        && !CHANNELS.stand_in(lead)
        && !RESULTS.stand_in(lead)
        && (lead.ends_with("信息公开") || !words!["公开", "发布", "推送", "制作", "通过"].stand_in(lead))
}

/// Whether a part is named by the way it was published.
pub fn names_channel(lead: &str) -> bool {
    CHANNELS.stand_in(lead)
}

/// Whether the parts of a list may count the same thing more than once.
pub fn may_overlap(prose: &Prose, list: &Breakdown) -> Overlap {
    let leads = || list.parts.iter().map(|part| lead(prose, *part));
    if holds(lead(prose, list.total), "解读") || leads().filter(|lead| FORMS.stand_in(lead)).count() > 1 {
        return Overlap::Likely;
    }
    if leads().any(|lead| CHANNELS.stand_in(lead)) { Overlap::Possible } else { Overlap::None }
}

/// Whether parts of a list may count the same thing more than once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Overlap {
    /// They do not.
    None,
    /// Ways of publishing: one text may take several.
    Possible,
    /// Forms of a text.
    Likely,
}

/// Whether the parts of a list are results of applications.
pub fn are_results(prose: &Prose, list: &Breakdown) -> bool {
    list.parts.iter().any(|part| RESULTS.stand_in(lead(prose, *part)))
}

/// Whether a number counts what came in, of which some may be left at the year's end.
pub fn takes_in(lead: &str) -> bool {
    words!["收", "受理", "申请"].stand_in(lead) && !words!["办结", "答复", "办理"].stand_in(lead)
}

/// Whether two parts are all that there can be.
pub fn are_all_there(prose: &Prose, list: &Breakdown) -> bool {
    let [first, second] = list.parts.as_slice() else { return false };
    let (first, second) = (lead(prose, *first), lead(prose, *second));
    let are = |a: &str, b: &str| holds(first, a) && holds(second, b);
    PAIRS.iter().any(|(a, b)| are(a, b) || are(b, a))
}
