//! F-14

use crate::finding::{Arg, Finding, Severity};
use crate::lang::Text;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::{Context, Record, Rule, Scope, prose::prose};

const CODE: &str = "F-14";

/// The report that the cases put behind the first.
#[cfg(test)]
macro_rules! second {
    () => {
        "云溪县红岩镇人民政府2022年政府信息公开工作年度报告

一、总体情况
2022年，红岩镇主动公开政府信息30条。
二、主动公开政府信息情况
第二十条第（一）项\t\t\t
信息内容\t本年制发件数\t本年废止件数\t现行有效件数
规章\t0\t0\t0
行政规范性文件\t0\t0\t0
三、收到和处理政府信息公开申请情况
没有收到申请。
四、政府信息公开行政复议、行政诉讼情况
没有发生。
五、存在的主要问题及改进情况
更新不够及时，将加强检查。
六、其他需要报告的事项
无。
"
    };
}

/// 一份文本里有两份报告: a second report follows the first.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Warning,
    scope: Scope::All,
    prose: prose! {
        message: Text::new(
            "文本里有两份报告，只检查了第一份（{title}）",
            "The text holds two reports; only the first ({title}) was checked",
        ),
        what: Text::new(
            "文本里是不是还有另一份报告的标题和全部部分。",
            "Whether another report, with its title and its sections, follows the first.",
        ),
        why: Text::new(
            "两份报告的数据不能混在一起核对，所以只检查第一份。",
            "Figures of two reports cannot be checked together, so only the first is.",
        ),
        how: Text::new("把两份报告分开，各自检查。", "Separate the reports and check each on its own."),
        example: Text::new(
            "把2022年和2023年的报告粘贴在了同一个文件里。",
            "The reports for 2022 and 2023 were pasted into one file.",
        ),
        basis: Text::new("检查的前提：一份文本一份报告", "What a check rests on: one report in one text"),
        silent: Text::new(
            "正文引用、链接往年报告的标题而后面没有整套部分。",
            "Where the prose names another report's title and no set of sections follows it.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "a second report with all its sections",
            base: Base::E2021,
            edits: &[("2023年本机关未收取政府信息公开信息处理费。\n", concat!("无。\n\n", second!()))],
            expect: Expect::Finds(&["云溪县红岩镇人民政府2022年政府信息公开工作年度报告"]),
        },
        Case {
            name: "a second report after one on the 2019 form",
            base: Base::E2019,
            edits: &[("六、其他需要报告的事项\n", concat!("六、其他需要报告的事项\n无。\n\n", second!()))],
            expect: Expect::Finds(&["云溪县红岩镇人民政府2022年政府信息公开工作年度报告"]),
        },
        Case {
            name: "a second report whose title stands on two lines",
            base: Base::E2021,
            edits: &[
                ("2023年本机关未收取政府信息公开信息处理费。\n", concat!("无。\n\n", second!())),
                ("云溪县红岩镇人民政府2022年政府", "云溪县红岩镇人民政府2022年度\n政府"),
            ],
            expect: Expect::Finds(&["云溪县红岩镇人民政府2022年度\n政府信息公开工作年度报告"]),
        },
        Case { name: "one report", base: Base::E2021, edits: &[], expect: Expect::Silent },
        Case {
            name: "another report's title in the prose",
            base: Base::E2021,
            edits: &[(
                "完善信息发布审核制度，",
                "编制发布《云溪县青禾镇人民政府2022年政府信息公开工作年度报告》，完善信息发布审核制度，",
            )],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    let Some(second) = context.report.second_report else { return record.pass() };
    let title = match &context.report.title {
        Some(title) => Arg::Literal(title.text.clone()),
        None => Arg::Name(Text::new("无标题", "without a title")),
    };
    record.find(Finding::new(CODE, Severity::Warning).at(second).with("title", title));
}
