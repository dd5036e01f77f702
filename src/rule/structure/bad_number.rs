//! S-04

use super::{headings, ordinal};
use crate::finding::{Finding, Fix, Severity};
use crate::lang::Text;
use crate::report::NumberStyle;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::{Context, Record, Rule, Scope, prose::prose};
use crate::text::Span;

const CODE: &str = "S-04";

/// 部分标题编号样式错误: a section's number is written 5、 or （五）.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Warning,
    scope: Scope::All,
    prose: prose! {
        message: Text::new("标题“{h}”编号应为“{n}”", "Heading \"{h}\" should be numbered \"{n}\""),
        what: Text::new(
            "六个部分的编号是不是“一、”“二、”的写法。",
            "Whether the numbers of the six sections are written 一、, 二、 and so on.",
        ),
        why: Text::new(
            "阿拉伯数字或带括号的编号会与部分内的小标题混淆；多为 Word 自动编号转换所致。",
            "Arabic or bracketed numbers look like those of sub-headings; mostly Word's automatic numbering was converted.",
        ),
        how: Text::new("把编号改成“一、”至“六、”。", "Write the number as 一、 to 六、."),
        example: Text::new(
            "“5、 存在的主要问题及改进情况”应为“五、存在的主要问题及改进情况”。",
            "5、 存在的主要问题及改进情况 instead of 五、存在的主要问题及改进情况.",
        ),
        basis: Text::new("国办公开办函〔2021〕30号", "Notice 国办公开办函〔2021〕30号"),
        silent: Text::new(
            "部分之内的小标题用阿拉伯数字或括号编号；部分标题没有编号的由 S-03 报。",
            "Sub-headings within a section may be numbered so; a heading without a number is S-03's.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "the table's own name between the heading and the table",
            base: Base::E2021,
            edits: &[("二、主动公开政府信息情况\n", "二、主动公开政府信息情况\n1.主动公开政府信息情况\n")],
            expect: Expect::Silent,
        },
        Case {
            name: "an Arabic number and a space",
            base: Base::E2021,
            edits: &[("五、存在的主要问题及改进情况", "5、 存在的主要问题及改进情况")],
            expect: Expect::Finds(&["5、 存在的主要问题及改进情况"]),
        },
        Case {
            name: "a bracketed number",
            base: Base::E2019,
            edits: &[("六、其他需要报告的事项", "（六）其他需要报告的事项")],
            expect: Expect::Finds(&["（六）其他需要报告的事项"]),
        },
        Case { name: "the form's numbers", base: Base::E2021, edits: &[], expect: Expect::Silent },
        Case {
            name: "sub-headings with Arabic numbers",
            base: Base::E2019,
            edits: &[("（五）监督保障情况。", "5、监督保障情况。")],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    for (key, heading) in headings(context.report) {
        let Some(number) = heading.number else { continue };
        if number.style == NumberStyle::Chinese {
            record.pass();
            continue;
        }
        // The number goes with the spaces behind it; a bookmark between number and
        // title is C-01's to take out.
        let behind = Span::new(number.span.end as usize, heading.title.start.max(number.span.end) as usize);
        let spaces = context.source.slice(behind);
        let spaces = spaces.len() - spaces.trim_start().len();
        let whole = Span::new(number.span.start as usize, number.span.end as usize + spaces);
        record.find(
            Finding::new(CODE, Severity::Warning)
                .at(heading.span)
                .with("h", heading.span)
                .with("n", ordinal(key))
                .with_fix(Fix::safe(whole, ordinal(key))),
        );
    }
}
