//! S-02

use super::has_uniform_sections;
use crate::finding::{Arg, Finding, Severity};
use crate::lang::Text;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::{Context, Record, Rule, Scope, prose::prose};

const CODE: &str = "S-02";

/// 缺法定部分: one of the six statutory sections is not there.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Error,
    scope: Scope::All,
    prose: prose! {
        message: Text::new("缺少“{s}”部分", "Mandatory section \"{s}\" is missing"),
        what: Text::new(
            "六个部分是否齐全；丢了编号、措辞略有不同的标题也算有。",
            "Whether all six sections are there; a heading without its number or in other words counts.",
        ),
        why: Text::new(
            "年度报告应当包括的内容由条例规定，缺一部分就是缺法定内容。",
            "The regulation lays down what a report has to contain; a missing section is a missing statutory part.",
        ),
        how: Text::new(
            "按统一格式补上这一部分的标题和内容；没有发生的事项也要写明。",
            "Add the section with its heading; say so where there was nothing to report.",
        ),
        example: Text::new(
            "写完“四、……行政诉讼情况”直接写“六、其他需要报告的事项”，没有第五部分。",
            "Section four is followed by 六、其他需要报告的事项, with no section five.",
        ),
        basis: Text::new(
            "《政府信息公开条例》第五十条第一款；国办公开办函〔2021〕30号",
            "Regulations on Government Information Disclosure, article 50 paragraph 1; notice 国办公开办函〔2021〕30号",
        ),
        silent: Text::new(
            "标题没有编号、措辞不同但意思相同，或者编号和位置正是这一部分的，都算有；2018年度及以前的报告不按六部分要求。",
            "A heading without its number, in other words, or with the number and in the place of the section counts; reports up to 2018 had other sections.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "section five is gone",
            base: Base::E2021,
            edits: &[
                ("五、存在的主要问题及改进情况\n", ""),
                ("存在的主要问题：一是政策解读的形式还比较单一；二是个别栏目更新不够及时。\n", ""),
                ("改进情况：一是增加图文和视频解读；二是建立栏目更新提醒制度，每月检查一次。\n", ""),
            ],
            expect: Expect::Finds(&["-"]),
        },
        Case {
            name: "section six is gone",
            base: Base::E2019,
            edits: &[("六、其他需要报告的事项\n\n没有其他需要报告的事项。\n", "")],
            expect: Expect::Finds(&["-"]),
        },
        Case { name: "all six are there", base: Base::E2021, edits: &[], expect: Expect::Silent },
        Case {
            name: "a heading that lost its number",
            base: Base::E2021,
            edits: &[("五、存在的主要问题及改进情况", "存在的主要问题及改进情况")],
            expect: Expect::Silent,
        },
        Case {
            name: "headings in words of their own, where the sections stand",
            base: Base::E2019,
            edits: &[
                ("一、总体情况", "一、政府信息公开要点落实情况"),
                ("六、其他需要报告的事项", "六、有关说明"),
            ],
            expect: Expect::Silent,
        },
        Case {
            name: "section five has words of its own",
            base: Base::E2021,
            edits: &[("五、存在的主要问题及改进情况", "五、不足与下一步打算")],
            expect: Expect::Silent,
        },
        Case {
            name: "a heading in other words",
            base: Base::E2019,
            edits: &[(
                "四、政府信息公开行政复议、行政诉讼情况",
                "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况",
            )],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    if !has_uniform_sections(context.report) {
        return;
    }
    for section in &context.report.sections {
        match section.heading {
            Some(_) => record.pass(),
            None => {
                let finding = Finding::new(CODE, Severity::Error);
                record.find(finding.with("s", Arg::Section(section.key)));
            }
        }
    }
}
