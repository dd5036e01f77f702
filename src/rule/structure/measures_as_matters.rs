//! S-19

use super::has_uniform_sections;
use crate::finding::{Finding, Severity};
use crate::form::section::SectionKey;
use crate::lang::Text;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::passage::{of_section, sentences};
use crate::rule::{Context, Record, Rule, Scope, prose::prose};
use crate::text::find::{has_char, holds};
use crate::text::{WordList, words};

const CODE: &str = "S-19";

/// 第六部分内容错放: section six holds nothing but demands and plans.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Hint,
    scope: Scope::All,
    prose: prose! {
        message: Text::new(
            "第六部分疑似写成工作措施",
            "Section six appears to hold measures instead of matters to report",
        ),
        what: Text::new(
            "“其他需要报告的事项”是不是只有“要……”“将……”这样的工作要求和打算。",
            "Whether section six consists of nothing but demands and plans.",
        ),
        why: Text::new(
            "第六部分报告前五部分没有包括的事项，如信息处理费；工作措施属于第五部分。",
            "Section six is for matters the others do not cover, such as fees; measures belong in section five.",
        ),
        how: Text::new(
            "把措施移到第五部分；没有其他事项的写“无”，并说明信息处理费收取情况。",
            "Move the measures to section five; say that there is nothing else, and tell about the fees.",
        ),
        example: Text::new(
            "“六、其他需要报告的事项”下写“一是要提高思想认识。二是要加强组织领导。”",
            "Section six says that awareness has to be raised and leadership to be strengthened.",
        ),
        basis: Text::new("国办公开办函〔2021〕30号", "Notice 国办公开办函〔2021〕30号"),
        silent: Text::new(
            "只要有一句报告了事项（收费、建议提案、完成情况、没有其他事项等）或者有数字，就不报；文末的单位名称和日期不算。",
            "One sentence that reports something (fees, proposals, what was done, that there is nothing), or a figure, is enough; the name and date below do not count.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "three demands",
            base: Base::E2019,
            edits: &[(
                "没有其他需要报告的事项。",
                "一是要求各股室进一步提高认识，认真履行职责。\n二是要紧紧围绕条例推进主动公开，做好监督和指导。\n三是要通过各种渠道采集信息，将工作真正落到实处。",
            )],
            expect: Expect::Only(&["一是要求各股室进一步提高认识，认真履行职责"]),
        },
        Case {
            name: "plans for next year",
            base: Base::E2019,
            edits: &[(
                "没有其他需要报告的事项。",
                "下一步，我局将继续加强政府信息公开工作，拓宽公开渠道，提高公开质量。",
            )],
            expect: Expect::Only(&["下一步，我局将继续加强政府信息公开工作，拓宽公开渠道，提高公开质量"]),
        },
        Case {
            name: "slogans",
            base: Base::E2019,
            edits: &[(
                "没有其他需要报告的事项。",
                "进一步强化组织领导，落实工作责任。进一步加大宣传力度，营造良好氛围。",
            )],
            expect: Expect::Only(&["进一步强化组织领导，落实工作责任"]),
        },
        Case {
            name: "what has to be done",
            base: Base::E2019,
            edits: &[(
                "没有其他需要报告的事项。",
                "各科室必须严格执行保密审查程序，切实做到先审后发。要加强业务学习，提高工作水平。",
            )],
            expect: Expect::Only(&["各科室必须严格执行保密审查程序，切实做到先审后发"]),
        },
        Case {
            name: "slogans above the signature",
            base: Base::E2019,
            edits: &[(
                "没有其他需要报告的事项。",
                "进一步强化组织领导，落实工作责任。进一步加大宣传力度，营造良好氛围。\n\n云溪县林业局\n2021年1月20日",
            )],
            expect: Expect::Only(&["进一步强化组织领导，落实工作责任"]),
        },
        Case {
            name: "nothing to report, signed",
            base: Base::E2019,
            edits: &[(
                "没有其他需要报告的事项。",
                "没有其他需要报告的事项。\n\n云溪县林业局\n二〇二一年一月二十日",
            )],
            expect: Expect::Silent,
        },
        Case { name: "fees", base: Base::E2021, edits: &[], expect: Expect::Silent },
        Case { name: "nothing else to report", base: Base::E2019, edits: &[], expect: Expect::Silent },
        Case {
            name: "plans after something that is reported",
            base: Base::E2019,
            edits: &[(
                "没有其他需要报告的事项。",
                "全年办理人大建议和政协提案并公开答复。下一步将继续加强政府信息公开工作。",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "what was done because it was asked for",
            base: Base::E2019,
            edits: &[(
                "没有其他需要报告的事项。",
                "按照上级要点要求，完成了基层政务公开标准化目录编制，并向社会公布。",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "demands with a figure among them",
            base: Base::E2019,
            edits: &[("没有其他需要报告的事项。", "进一步落实要点任务。将栏目调整为12个，要求按月更新。")],
            expect: Expect::Silent,
        },
    ],
};

/// Words of demands and plans.
const MEASURES: WordList = words![
    "是要",
    "要求",
    "要进一步",
    "要加强",
    "要切实",
    "要认真",
    "要严格",
    "要紧紧",
    "要通过",
    "要继续",
    "要不断",
    "要充分",
    "要积极",
    "要坚持",
    "要按",
    "要以",
    "要把",
    "必须",
    "应当",
    "务必",
    "将继续",
    "将进一步",
    "将加强",
    "将不断",
    "将严格",
    "将按",
    "将以",
    "将认真",
    "将积极",
    "将着力",
    "将围绕",
    "将坚持",
    "将从",
    "下一步",
    "下步",
    "今后",
    "明年",
    "进一步",
    "继续加强",
    "继续做好",
    "力争",
];

/// Words of something that is reported, or that nothing is.
const MATTERS: WordList = words![
    "费",
    "收取",
    "建议",
    "提案",
    "无其他",
    "没有",
    "未",
    "不存在",
    "不涉及",
    "已",
    "完成",
    "了",
    "发生",
    "情况如下",
    "情况为",
    "其他事项",
    "报告的事项",
    "印发",
    "召开",
    "举办",
    "向社会公布",
    "附件",
    "附表",
    "说明如下",
    "联系",
    "电话",
    "网址",
    "下载",
    "案例",
    "获得",
    "获评",
    "荣获",
    "被申请",
    "被评",
    "经验",
];

fn detect(context: &Context, record: &mut Record) {
    let other = of_section(context.prose, SectionKey::Other);
    if other.is_empty() || !has_uniform_sections(context.report) {
        return;
    }
    if MATTERS.stand_in(other) {
        return record.pass();
    }
    let organization = context.report.organization();
    let mut own: Vec<_> =
        sentences(context.prose).into_iter().filter(|s| s.section == SectionKey::Other).collect();
    // What the report is signed with is no part of it.
    let is_signed = |words: &str| is_date(words) || organization.is_some_and(|name| name.ends_with(words));
    while own.last().is_some_and(|last| is_signed(context.prose.words(last.part).trim())) {
        own.pop();
    }
    let only_measures = own.iter().all(|sentence| {
        let words = context.prose.words(sentence.part);
        let has_figure = words.contains(|c: char| c.is_ascii_digit());
        MEASURES.stand_in(words) && !has_figure
    });
    if !only_measures || own.is_empty() {
        return record.pass();
    }
    let spans = own.iter().map(|sentence| context.prose.span(sentence.part));
    record.find(Finding::new(CODE, Severity::Hint).at_all(spans));
}

/// Whether a line is a date and nothing else.
fn is_date(words: &str) -> bool {
    let is_part = |c: char| c.is_ascii_digit() || has_char("〇○零一二三四五六七八九十年月日", c);
    holds(words, "年") && words.chars().all(is_part)
}
