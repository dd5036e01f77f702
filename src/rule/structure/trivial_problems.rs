//! S-18

use super::has_uniform_sections;
use crate::finding::{Finding, Severity};
use crate::form::section::SectionKey;
use crate::lang::Text;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::passage::of_section;
use crate::rule::{Context, Record, Rule, Scope, prose::prose};
use crate::text::fold::is_letter_or_digit;
use crate::text::words;

const CODE: &str = "S-18";

/// 第五部分为“无”或过短: section five says that there are no problems, or next to nothing.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Warning,
    scope: Scope::All,
    prose: prose! {
        message: Text::new(
            "主要问题及改进情况内容过于简单",
            "Section five on problems and improvements says next to nothing",
        ),
        what: Text::new(
            "第五部分是不是只写了“无”“暂无问题”或寥寥几个字。",
            "Whether section five says no more than 无 or that there are no problems.",
        ),
        why: Text::new(
            "存在的主要问题及改进情况是法定内容；只写“无”会被视为敷衍。",
            "Problems and improvements are statutory contents; 无 counts as not having taken the trouble.",
        ),
        how: Text::new("写明当年存在的主要问题和已采取、拟采取的改进措施。", "Tell the main problems of the year and what is done about them."),
        example: Text::new("“五、存在的主要问题及改进情况”下面只有“无。”。", "The section consists of 无。"),
        basis: Text::new(
            "《政府信息公开条例》第五十条第一款第四项；国办公开办函〔2021〕30号",
            "Regulations on Government Information Disclosure, article 50 paragraph 1 item 4; notice 国办公开办函〔2021〕30号",
        ),
        silent: Text::new(
            "写了问题和改进、只是篇幅短的不报；说“没有某一类问题”后又写了不足的不报；一个字也没有的由 S-07 报。",
            "A short section that names problems and improvements, and one that denies one kind of problem and goes on. An empty one is S-07's.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "nothing but 无",
            base: Base::E2021,
            edits: &[
                ("存在的主要问题：一是政策解读的形式还比较单一；二是个别栏目更新不够及时。\n", "无。\n"),
                ("改进情况：一是增加图文和视频解读；二是建立栏目更新提醒制度，每月检查一次。\n", ""),
            ],
            expect: Expect::Only(&["无。"]),
        },
        Case {
            name: "no problems for now",
            base: Base::E2019,
            edits: &[(
                "存在的问题是个别信息发布不够及时，公开形式比较单一。改进情况：修订了信息发布流程，增加了图文解读。",
                "暂无问题。",
            )],
            expect: Expect::Only(&["暂无问题。"]),
        },
        Case {
            name: "no problems, in a whole sentence",
            base: Base::E2021,
            edits: &[
                (
                    "存在的主要问题：一是政策解读的形式还比较单一；二是个别栏目更新不够及时。\n",
                    "2023年，本镇政府信息公开工作不存在主要问题，无改进情况。\n",
                ),
                ("改进情况：一是增加图文和视频解读；二是建立栏目更新提醒制度，每月检查一次。\n", ""),
            ],
            expect: Expect::Only(&["2023年，本镇政府信息公开工作不存在主要问题，无改进情况。"]),
        },
        Case {
            name: "a promise in a few characters",
            base: Base::E2019,
            edits: &[(
                "存在的问题是个别信息发布不够及时，公开形式比较单一。改进情况：修订了信息发布流程，增加了图文解读。",
                "继续努力。",
            )],
            expect: Expect::Only(&["继续努力。"]),
        },
        Case { name: "problems and improvements", base: Base::E2021, edits: &[], expect: Expect::Silent },
        Case {
            name: "short and complete",
            base: Base::E2019,
            edits: &[(
                "存在的问题是个别信息发布不够及时，公开形式比较单一。改进情况：修订了信息发布流程，增加了图文解读。",
                "栏目更新不够及时，已逐月检查整改。",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "one kind of problem is denied",
            base: Base::E2021,
            edits: &[("存在的主要问题：", "没有发生泄密问题，主要不足：")],
            expect: Expect::Silent,
        },
        Case {
            name: "nothing at all is another rule's",
            base: Base::E2019,
            edits: &[(
                "存在的问题是个别信息发布不够及时，公开形式比较单一。改进情况：修订了信息发布流程，增加了图文解读。",
                "",
            )],
            expect: Expect::Silent,
        },
    ],
};

/// So few characters say nothing.
const FEW: usize = 10;
/// The longest text that is no more than a denial.
const DENIAL: usize = 45;

fn detect(context: &Context, record: &mut Record) {
    let problems = of_section(context.prose, SectionKey::Problems);
    if problems.is_empty() || !has_uniform_sections(context.report) {
        return;
    }
    if !is_trivial(problems) {
        return record.pass();
    }
    let body = context.source.trim(context.report.section(SectionKey::Problems).body);
    record.find(Finding::new(CODE, Severity::Warning).at(body));
}

/// Whether the prose of section five says next to nothing.
pub(super) fn is_trivial(problems: &str) -> bool {
    let counts = |c: &char| is_letter_or_digit(*c);
    let characters = problems.chars().filter(counts).take(DENIAL + 1).count();
    if characters <= FEW || characters > DENIAL {
        return characters <= FEW;
    }
    let denies = words![
        "无问题",
        "没有问题",
        "不存在问题",
        "不存在主要问题",
        "无存在问题",
        "无主要问题",
        "没有存在问题",
        "未发现问题",
        "暂无存在",
        "无相关问题",
        "无明显问题",
        "不存在明显问题",
        "无突出问题",
    ]
    .stand_in(problems);
    let admits = words!["不够", "不足", "有待", "单一", "不高", "薄弱", "但", "欠缺", "差距", "一是", "仍"]
        .stand_in(problems);
    denies && !admits
}
