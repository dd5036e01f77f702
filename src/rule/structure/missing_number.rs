//! S-03

use super::{headings, ordinal};
use crate::finding::{Finding, Fix, Severity};
use crate::lang::Text;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::{Context, Record, Rule, Scope, prose::prose};
use crate::text::Span;

const CODE: &str = "S-03";

/// 部分标题缺编号: a section's heading has lost its number.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Warning,
    scope: Scope::All,
    prose: prose! {
        message: Text::new("标题“{h}”缺少编号“{n}”", "Heading \"{h}\" lacks its number \"{n}\""),
        what: Text::new(
            "六个部分的标题前有没有“一、”至“六、”的编号。",
            "Whether the headings of the six sections carry their numbers 一、 to 六、.",
        ),
        why: Text::new(
            "编号是统一格式的一部分；Word 的自动编号在转换或粘贴时常常丢失。",
            "The numbers are part of the form; those that Word sets by itself are often lost on conversion.",
        ),
        how: Text::new("在标题前补上编号。", "Put the number before the heading."),
        example: Text::new(
            "“存在的主要问题及改进情况”应为“五、存在的主要问题及改进情况”。",
            "存在的主要问题及改进情况 instead of 五、存在的主要问题及改进情况.",
        ),
        basis: Text::new("国办公开办函〔2021〕30号", "Notice 国办公开办函〔2021〕30号"),
        silent: Text::new(
            "编号写成“5、”“（五）”由 S-04 报；正文小标题与部分标题同文的不算部分标题；2018年度及以前的报告。",
            "A number in another style is S-04's; sub-headings in the words of a section; reports up to 2018.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "section five has no number",
            base: Base::E2021,
            edits: &[("五、存在的主要问题及改进情况", "存在的主要问题及改进情况")],
            expect: Expect::Finds(&["存在的主要问题及改进情况"]),
        },
        Case {
            name: "two sections have none",
            base: Base::E2019,
            edits: &[
                ("二、主动公开政府信息情况", "主动公开政府信息情况"),
                ("六、其他需要报告的事项", "其他需要报告的事项"),
            ],
            expect: Expect::Finds(&["主动公开政府信息情况", "其他需要报告的事项"]),
        },
        Case { name: "every number is there", base: Base::E2021, edits: &[], expect: Expect::Silent },
        Case {
            name: "another style of number is another rule's",
            base: Base::E2019,
            edits: &[("五、存在的主要问题及改进情况", "5、 存在的主要问题及改进情况")],
            expect: Expect::Silent,
        },
        Case {
            name: "a sub-heading with a section's words",
            base: Base::E2021,
            edits: &[("存在的主要问题：一是", "存在的主要问题\n一是")],
            expect: Expect::Silent,
        },
        Case {
            name: "a sentence between the heading and 表四 that says nothing happened",
            base: Base::E2021,
            edits: &[(
                "四、政府信息公开行政复议、行政诉讼情况\n",
                "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况\n全年未发生因政府信息公开引起的行政复议、行政诉讼。\n",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "the numbers stand on lines of their own",
            base: Base::E2021,
            edits: &[
                ("二、主动公开政府信息情况", "　　二、 \n主动公开政府信息情况"),
                ("五、存在的主要问题及改进情况", "五、\n\n存在的主要问题及改进情况"),
            ],
            expect: Expect::Silent,
        },
        Case {
            name: "the number above is another section's",
            base: Base::E2021,
            edits: &[("五、存在的主要问题及改进情况", "三、\n存在的主要问题及改进情况")],
            expect: Expect::Finds(&["存在的主要问题及改进情况"]),
        },
        Case {
            name: "the table's own name between the heading and the table",
            base: Base::E2021,
            edits: &[
                ("二、主动公开政府信息情况\n", "二、主动公开政府信息情况\n主动公开政府信息情况\n"),
                (
                    "三、收到和处理政府信息公开申请情况\n",
                    "三、收到和处理政府信息公开申请情况\n表三：收到和处理政府信息公开申请情况\n",
                ),
                (
                    "四、政府信息公开行政复议、行政诉讼情况\n",
                    "四、政府信息公开行政复议、行政诉讼情况\n政府信息公开行政复议、行政诉讼情况表\n",
                ),
            ],
            expect: Expect::Silent,
        },
        Case {
            name: "a table of contents with numbers, headings without",
            base: Base::E2021,
            edits: &[
                (
                    "一、总体情况\n",
                    "目录\n一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n\n一、总体情况\n",
                ),
                ("。\n\n二、主动公开政府信息情况\n", "。\n\n主动公开政府信息情况\n"),
            ],
            expect: Expect::Finds(&["主动公开政府信息情况"]),
        },
        Case {
            name: "the same without its full stop",
            base: Base::E2021,
            edits: &[(
                "四、政府信息公开行政复议、行政诉讼情况\n",
                "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况\n无政府信息公开行政复议和行政诉讼案件\n",
            )],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    for (key, heading) in headings(context.report) {
        if heading.number.is_some() {
            record.pass();
            continue;
        }
        record.find(
            Finding::new(CODE, Severity::Warning)
                .at(heading.span)
                .with("h", heading.title)
                .with("n", ordinal(key))
                .with_fix(Fix::safe(Span::at(heading.title.start as usize), ordinal(key))),
        );
    }
}
