//! F-06

use super::{certain_year, legacy_words};
use crate::finding::{Finding, Severity};
use crate::form::EditionId;
use crate::lang::Text;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::{Context, Record, Rule, Scope, prose::prose};

const CODE: &str = "F-06";

/// 旧版统计表: the report has the statistics form used up to 2018.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Hint,
    scope: Scope::All,
    prose: prose! {
        message: Text::new(
            "识别为2018年及以前的统计表，不作表格校验",
            "This is the statistics form used up to 2018; its tables are not checked",
        ),
        what: Text::new(
            "报告所附的是否是2018年及以前的《政府信息公开情况统计表》。",
            "Whether the report has the statistics form that was used up to 2018.",
        ),
        why: Text::new(
            "那时的指标与现行表式不能对应，勾稽关系也不同，照现行表式校验会误报。",
            "Its figures do not correspond to those of the later forms, so checking it against them would be wrong.",
        ),
        how: Text::new(
            "2018年及以前的报告不必改动；以后年度请换用统一格式。",
            "Leave a report for 2018 or earlier as it is; use the uniform form for later years.",
        ),
        example: Text::new(
            "表中有“主动公开政府信息数（不同渠道和方式公开相同信息计1条）”“申请办结数”。",
            "The table counts 申请办结数 and 不同渠道和方式公开相同信息计1条.",
        ),
        basis: Text::new("国办发〔2014〕32号", "Notice 国办发〔2014〕32号"),
        silent: Text::new(
            "正文提到旧指标名称而没有那张统计表；2019年度以后仍用旧表的由 F-02 按错误报。",
            "Where the prose only mentions an old indicator; the old form for a later year is an error of F-02.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "a statistics form of 2017",
            base: Base::Nothing,
            edits: &[("", LEGACY_2017)],
            expect: Expect::Finds(&["不同渠道和方式公开相同信息计1条"]),
        },
        Case {
            name: "a statistics form without a year",
            base: Base::Nothing,
            edits: &[("", LEGACY_2017), ("2017年政府", "政府"), ("2017年，", "")],
            expect: Expect::Finds(&["不同渠道和方式公开相同信息计1条"]),
        },
        Case {
            name: "the statistics form for a year after it, which is an error",
            base: Base::Nothing,
            edits: &[("", LEGACY_2017), ("2017年政府", "2020年政府")],
            expect: Expect::Silent,
        },
        Case { name: "the 2019 form", base: Base::E2019, edits: &[], expect: Expect::Silent },
        Case {
            name: "the old indicator's name in the prose of a later report",
            base: Base::E2021,
            edits: &[("其他信息40条。", "其他信息40条（不同渠道和方式公开相同信息计1条）。")],
            expect: Expect::Silent,
        },
    ],
};

#[cfg(test)]
pub(in crate::rule) const LEGACY_2017: &str = "云溪县水利局2017年政府信息公开工作年度报告

一、概述
2017年，云溪县水利局认真做好政府信息公开工作。
二、主动公开政府信息情况
统计指标\t单位\t统计数
主动公开政府信息数（不同渠道和方式公开相同信息计1条）\t条\t56
1.政府公报公开政府信息数\t条\t0
2.政府网站公开政府信息数\t条\t56
三、依申请公开政府信息情况
统计指标\t单位\t统计数
收到申请数\t件\t2
申请办结数\t件\t2
四、因政府信息公开申请行政复议、提起行政诉讼情况
没有发生行政复议和行政诉讼。
五、存在的主要问题和改进措施
信息更新不够及时，将加强检查。
六、其他需要报告的事项
无。
";

fn detect(context: &Context, record: &mut Record) {
    if context.report.edition != Some(EditionId::Legacy) {
        return record.pass();
    }
    // For a later year the old form is an error, and F-02's.
    if certain_year(context.report).is_some_and(|y| EditionId::required_for(y) != EditionId::Legacy) {
        return record.fail_explained();
    }
    let mut finding = Finding::new(CODE, Severity::Hint);
    finding.span = legacy_words(context);
    record.find(finding);
}
