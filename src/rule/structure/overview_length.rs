//! S-20

use crate::finding::{Finding, Severity};
use crate::form::section::SectionKey;
use crate::lang::Text;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::passage::of_section;
use crate::rule::{Context, Record, Rule, Scope, prose::prose};
use crate::text::Number;
use crate::text::fold::is_letter_or_digit;

const CODE: &str = "S-20";

/// 总体情况超地方篇幅: section one is longer than the settings allow. Runs once a
/// length is set.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Hint,
    scope: Scope::All,
    prose: prose! {
        message: Text::new("总体情况{n}字，超过{max}字", "Section one has {n} characters, more than {max}"),
        what: Text::new(
            "总体情况的字数是否超过设置的上限；没有设置上限就不查。",
            "Whether section one is longer than the limit in the settings; without one it is not checked.",
        ),
        why: Text::new(
            "有的地方规定了总体情况的篇幅，如不超过一千字。",
            "Some places limit the section, for example to a thousand characters.",
        ),
        how: Text::new("删减与五个方面无关的内容。", "Leave out what does not belong to the five aspects."),
        example: Text::new("上限设为1000字，总体情况写了1300字。", "A section of 1300 characters under a limit of 1000."),
        basis: Text::new(
            "地方口径；在设置里写“第一部分字数 1000”",
            "Local requirement; set with overview-limit 1000",
        ),
        silent: Text::new(
            "没有设置上限的不查；只数文字和数字，空格、标点和第一部分里的附表不算。",
            "Unless a limit is set. Only characters and digits count, not spaces, marks or tables within the section.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "longer than the limit",
            base: Base::Set("overview-limit 100"),
            edits: &[],
            expect: Expect::Only(&["一、总体情况"]),
        },
        Case {
            name: "one character too many",
            base: Base::Set("overview-limit 215"),
            edits: &[("（五）监督保障情况。", "（五）监督保障的情况。")],
            expect: Expect::Only(&["一、总体情况"]),
        },
        Case {
            name: "as many as are allowed",
            base: Base::Set("overview-limit 215"),
            edits: &[],
            expect: Expect::Silent,
        },
        Case { name: "no limit", base: Base::E2021, edits: &[], expect: Expect::Silent },
        Case {
            name: "spaces and a table do not count",
            base: Base::Set("overview-limit 215"),
            edits: &[(
                "（二）依申请公开情况。",
                "\n公开渠道\t条数\n门户网站\t80\n公示栏\t40\n　　（二）依申请公开情况。",
            )],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    let Some(limit) = context.profile.overview_limit else { return };
    let Some(heading) = &context.report.section(SectionKey::Overview).heading else { return };
    let overview = of_section(context.prose, SectionKey::Overview);
    let characters = overview.chars().filter(|c| is_letter_or_digit(*c)).count();
    if characters <= limit as usize {
        return record.pass();
    }
    let most = Number::from(limit);
    record.find(
        Finding::new(CODE, Severity::Hint)
            .at(heading.span)
            .with("n", characters)
            .with("max", most)
            .with_numbers(Some(Number::from(characters as i64)), None),
    );
}
