//! The six statutory sections, the same in every edition.

use crate::lang::Text;

/// One of the six sections of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SectionKey {
    /// 一、总体情况
    Overview,
    /// 二、主动公开政府信息情况
    Disclosure,
    /// 三、收到和处理政府信息公开申请情况
    Applications,
    /// 四、政府信息公开行政复议、行政诉讼情况
    Remedies,
    /// 五、存在的主要问题及改进情况
    Problems,
    /// 六、其他需要报告的事项
    Other,
}

/// What is fixed about a section.
#[derive(Debug)]
pub struct Section {
    /// Which one.
    pub key: SectionKey,
    /// Its number as the form prints it, without 、.
    pub number: &'static str,
    /// The official heading without its number.
    pub title: Text,
    /// Headings that mean the same and are no mistake.
    pub also: &'static [&'static str],
    /// Words of which one each must be in a heading for it to be taken for this
    /// section's at all: all of the outer list, any of the inner.
    pub words: &'static [&'static [&'static str]],
}

impl SectionKey {
    /// The six, in order.
    pub const ALL: [Self; 6] =
        [Self::Overview, Self::Disclosure, Self::Applications, Self::Remedies, Self::Problems, Self::Other];

    /// The name in the JSON.
    pub fn key(self) -> &'static str {
        match self {
            Self::Overview => "overview",
            Self::Disclosure => "disclosure",
            Self::Applications => "applications",
            Self::Remedies => "remedies",
            Self::Problems => "problems",
            Self::Other => "other",
        }
    }

    /// What is fixed about it.
    pub fn section(self) -> &'static Section {
        &SECTIONS[self as usize]
    }
}

/// The six sections of 〔2019〕60号 and 〔2021〕30号.
pub static SECTIONS: [Section; 6] = [
    Section {
        key: SectionKey::Overview,
        number: "一",
        title: Text::new("总体情况", "Overview"),
        also: &["工作总体情况", "总体工作情况", "概述", "总体概况", "总体情况概述"],
        words: &[&["总体", "概述", "概况"]],
    },
    Section {
        key: SectionKey::Disclosure,
        number: "二",
        title: Text::new("主动公开政府信息情况", "Proactive disclosure"),
        also: &[
            "主动公开情况",
            "行政机关主动公开政府信息情况",
            "政府信息主动公开情况",
            "主动公开政府信息的情况",
            "主动公开信息情况",
        ],
        words: &[&["主动公开"], &["情况"]],
    },
    Section {
        key: SectionKey::Applications,
        number: "三",
        title: Text::new("收到和处理政府信息公开申请情况", "Applications received and handled"),
        also: &[
            "行政机关收到和处理政府信息公开申请情况",
            "收到和处理政府信息公开申请的情况",
            "收到和处理信息公开申请情况",
        ],
        words: &[&["申请"], &["情况"], &["收到", "处理", "依申请", "办理"]],
    },
    Section {
        key: SectionKey::Remedies,
        number: "四",
        title: Text::new("政府信息公开行政复议、行政诉讼情况", "Reconsideration and litigation"),
        also: &[
            "政府信息公开行政复议和行政诉讼情况",
            "政府信息公开行政复议及行政诉讼情况",
            "政府信息公开行政复议与行政诉讼情况",
            "因政府信息公开工作被申请行政复议、提起行政诉讼情况",
            "因政府信息公开被申请行政复议、提起行政诉讼情况",
            "因政府信息公开被申请行政复议和提起行政诉讼情况",
            "政府信息公开行政复议、提起行政诉讼情况",
            "行政复议、行政诉讼情况",
        ],
        words: &[&["复议"], &["诉讼"]],
    },
    Section {
        key: SectionKey::Problems,
        number: "五",
        title: Text::new("存在的主要问题及改进情况", "Main problems and improvements"),
        also: &[
            "政府信息公开工作存在的主要问题及改进情况",
            "存在问题及改进情况",
            "存在的问题及改进情况",
            "存在的主要问题和改进情况",
            "存在的主要问题及改进措施",
            "存在的主要问题和改进措施",
            "存在的主要问题及整改措施",
            "存在主要问题及改进情况",
            "存在的主要问题及改进情况和下一步工作打算",
        ],
        words: &[&["问题"], &["改进", "整改", "措施", "打算", "计划"]],
    },
    Section {
        key: SectionKey::Other,
        number: "六",
        title: Text::new("其他需要报告的事项", "Other matters to report"),
        also: &["其他报告的事项", "需要报告的其他事项", "其他需要报告事项", "其它需要报告的事项"],
        words: &[&["报告"], &["事项"], &["其他", "其它"]],
    },
];
