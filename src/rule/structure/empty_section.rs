//! S-07

use super::headings;
use crate::finding::{Arg, Finding, Severity};
use crate::form::TableKey;
use crate::lang::Text;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::{Context, Record, Rule, Scope, prose::prose};
use crate::text::fold::is_letter_or_digit;

const CODE: &str = "S-07";

/// 部分内容为空: nothing stands between a heading and the next.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Error,
    scope: Scope::All,
    prose: prose! {
        message: Text::new("“{s}”部分无内容", "Section \"{s}\" is empty"),
        what: Text::new(
            "每个部分的标题之后有没有文字或表格。",
            "Whether text or a table follows each section's heading.",
        ),
        why: Text::new(
            "只有标题没有内容，等于没有报告这一法定事项。",
            "A heading without anything after it reports nothing of what the law asks for.",
        ),
        how: Text::new(
            "写上这一部分的内容；确实没有的，写明“无”或“没有……”。",
            "Write the section; where there was nothing, say so.",
        ),
        example: Text::new(
            "“六、其他需要报告的事项”之后就是文末。",
            "The report ends with the heading 六、其他需要报告的事项.",
        ),
        basis: Text::new(
            "《政府信息公开条例》第五十条第一款",
            "Regulations on Government Information Disclosure, article 50 paragraph 1",
        ),
        silent: Text::new(
            "只要有一个字，哪怕只写“无”；标题与正文在同一行；缺统一表格的二、三、四部分由 S-08 报。",
            "Where there is a single word, be it 无; where heading and text share a line; sections two to four without their table are S-08's.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "nothing after the last heading",
            base: Base::E2021,
            edits: &[("2023年本机关未收取政府信息公开信息处理费。\n", "")],
            expect: Expect::Finds(&["六、其他需要报告的事项"]),
        },
        Case {
            name: "only punctuation and spaces before the next heading",
            base: Base::E2019,
            edits: &[("没有其他需要报告的事项。", "\u{3000}\u{a0}。")],
            expect: Expect::Finds(&["六、其他需要报告的事项"]),
        },
        Case { name: "every section says something", base: Base::E2021, edits: &[], expect: Expect::Silent },
        Case {
            name: "无 is something",
            base: Base::E2019,
            edits: &[("没有其他需要报告的事项。", "无")],
            expect: Expect::Silent,
        },
        Case {
            name: "a list of contents behind the report",
            base: Base::E2021,
            edits: &[(
                "2023年本机关未收取政府信息公开信息处理费。\n",
                "2023年本机关未收取政府信息公开信息处理费。\n一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n四、政府信息公开行政复议、行政诉讼情况\n五、存在的主要问题及改进情况\n六、其他需要报告的事项\n",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "heading and text on one line",
            base: Base::E2021,
            edits: &[("六、其他需要报告的事项\n\n2023年", "六、其他需要报告的事项 2023年")],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    for (key, heading) in headings(context.report) {
        let body = context.source.slice(context.report.section(key).body);
        if body.contains(is_letter_or_digit) {
            record.pass();
        } else if TableKey::ALL.iter().any(|table| table.section() == key) {
            // What a section with a table lacks is first of all its table: S-08.
            record.fail_explained();
        } else {
            record.find(Finding::new(CODE, Severity::Error).at(heading.span).with("s", Arg::Section(key)));
        }
    }
}
