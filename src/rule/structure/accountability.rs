//! S-16

use super::has_uniform_sections;
use crate::finding::{Finding, Severity};
use crate::form::section::SectionKey;
use crate::lang::Text;
use crate::rule::body::Body;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::passage::{Sentence, of_section, sentences};
use crate::rule::{Context, Record, Rule, Scope, prose::prose};
use crate::text::find::{each, holds};
use crate::text::{WordList, words};

const CODE: &str = "S-16";

/// 各级政府报告缺考核、评议、责任追究: a government does not report how its work was
/// assessed, reviewed by the public, and held to account.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Hint,
    scope: Scope::All,
    prose: prose! {
        message: Text::new(
            "未报告工作考核、社会评议、责任追究结果",
            "The results of assessment, public review and accountability are not reported",
        ),
        what: Text::new(
            "各级人民政府的报告有没有写工作考核、社会评议和责任追究结果情况。",
            "Whether the report of a government tells the results of assessment, public review and accountability.",
        ),
        why: Text::new(
            "条例要求各级人民政府的年度报告包括这项内容；没有发生追责的也应写明。",
            "The regulation requires it of every government; that nobody was held to account is a result, too.",
        ),
        how: Text::new(
            "写明考核、评议的结果，以及“本年度没有发生责任追究情况”等。",
            "Tell the results, for example that there was no case of accountability this year.",
        ),
        example: Text::new(
            "某镇人民政府的报告只写“明年将制定考核办法”，没有写当年的结果。",
            "A town only says that it will draw up rules of assessment next year.",
        ),
        basis: Text::new(
            "《政府信息公开条例》第五十条第一款第四项",
            "Regulations on Government Information Disclosure, article 50 paragraph 1 item 4",
        ),
        silent: Text::new(
            "部门、街道、中心、政府办公室的报告不适用；写到考核、评估、评议、满意度、问责追责中任何一项结果的不报。只有打算或者只有“考核办法”“考核制度”的，不算结果。",
            "Departments, streets, centres and offices of governments need not. Any result of assessment, evaluation, review or accountability will do; plans and mere rules of assessment will not.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "a town says nothing of it",
            base: Base::E2021,
            edits: &[("工作考核结果为合格，社会评议结果良好，全年没有发生责任追究情形", "确保信息及时准确")],
            expect: Expect::Only(&["-"]),
        },
        Case {
            name: "a county, with rules of assessment alone",
            base: Base::E2021,
            edits: &[
                ("云溪县青禾镇人民政府\n", "云溪县人民政府\n"),
                ("工作考核结果为合格，社会评议结果良好，全年没有发生责任追究情形", "制定了信息报送考核办法"),
            ],
            expect: Expect::Finds(&["-"]),
        },
        Case {
            name: "a city, with a plan for next year",
            base: Base::E2021,
            edits: &[
                ("云溪县青禾镇人民政府\n", "云溪市人民政府\n"),
                ("工作考核结果为合格，社会评议结果良好，全年没有发生责任追究情形", "明确了专人"),
                ("每月检查一次。", "每月检查一次。下一步将把公开工作列入年度考核。"),
            ],
            expect: Expect::Finds(&["-"]),
        },
        Case {
            name: "a township by its name alone, with a plan to draw up rules",
            base: Base::E2021,
            edits: &[
                ("云溪县青禾镇人民政府\n", "云溪县北坡乡\n"),
                ("工作考核结果为合格，社会评议结果良好，全年没有发生责任追究情形", "配备了电脑"),
                ("每月检查一次。", "每月检查一次。研究制定信息上报考核办法，压实各科室责任。"),
            ],
            expect: Expect::Finds(&["-"]),
        },
        Case { name: "all three results", base: Base::E2021, edits: &[], expect: Expect::Silent },
        Case {
            name: "a town where nobody was held to account",
            base: Base::E2021,
            edits: &[(
                "工作考核结果为合格，社会评议结果良好，全年没有发生责任追究情形",
                "2023年未发生因政府信息公开被问责的情况",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "a town whose work counted in the yearly assessment",
            base: Base::E2021,
            edits: &[(
                "工作考核结果为合格，社会评议结果良好，全年没有发生责任追究情形",
                "公开工作已纳入各站所年度绩效考核体系",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "a department need not",
            base: Base::E2019,
            edits: &[("考核结果为合格，社会评议结果良好，没有发生责任追究情形", "确保信息及时准确")],
            expect: Expect::Silent,
        },
        Case {
            name: "a centre and a government's office need not",
            base: Base::E2021,
            edits: &[
                ("云溪县青禾镇人民政府\n", "云溪县人民政府行政服务中心\n"),
                ("工作考核结果为合格，社会评议结果良好，全年没有发生责任追究情形", "确保信息及时准确"),
            ],
            expect: Expect::Silent,
        },
        Case {
            name: "the evaluation of the departments",
            base: Base::E2021,
            edits: &[
                ("云溪县青禾镇人民政府\n", "云溪市人民政府\n"),
                (
                    "工作考核结果为合格，社会评议结果良好，全年没有发生责任追究情形",
                    "向各部门出具政务公开评估报告",
                ),
            ],
            expect: Expect::Silent,
        },
    ],
};

/// What results are of.
const SUBJECTS: [&str; 15] = [
    "考核",
    "考评",
    "绩效",
    "评议",
    "评估",
    "测评",
    "评价",
    "满意度",
    "责任追究",
    "追究责任",
    "追究",
    "追责",
    "问责",
    "评分",
    "得分",
];

/// What makes of them no result but a rule.
const RULES: WordList =
    words!["办法", "制度", "机制", "细则", "方案", "体系", "标准", "指标", "规定", "规则"];

/// Words of a plan, where it is plans that are asked for: in section five.
const PLANS: WordList = words!["将", "下一步", "下步", "进一步", "加强", "强化", "制定", "计划", "拟", "要"];

fn detect(context: &Context, record: &mut Record) {
    let is_government = context.body.is_some_and(Body::is_government);
    let overview = of_section(context.prose, SectionKey::Overview);
    if !is_government || overview.is_empty() || !has_uniform_sections(context.report) {
        return;
    }
    let subjects = context.prose.present(&SUBJECTS);
    let is_told = !subjects.is_empty()
        && sentences(context.prose).iter().any(|sentence| is_result(context, sentence, &subjects));
    if is_told {
        return record.pass();
    }
    record.find(Finding::new(CODE, Severity::Hint));
}

/// Whether a sentence tells a result of one of `subjects`.
fn is_result(context: &Context, sentence: &Sentence, subjects: &[&str]) -> bool {
    let words = context.prose.words(sentence.part);
    let is_rule = |at: usize| RULES.begin(&words[at..]);
    let mut subjects = subjects.iter().filter(|subject| holds(words, subject));
    let is_told = subjects.any(|subject| {
        let ends = each(words, subject).map(|at| at + subject.len());
        let mut ends = ends.map(|end| end + chain(&words[end..]));
        ends.any(|end| !is_rule(end) || holds(words, "纳入"))
    });
    is_told && !(sentence.section == SectionKey::Problems && PLANS.stand_in(words))
}

/// The length of further subjects that follow: 考核、评议和责任追究制度 is one rule.
fn chain(behind: &str) -> usize {
    let mut rest = behind;
    for _ in 0..SUBJECTS.len() {
        let next = rest.trim_start_matches(any_of!['、', '和', '与', '及', '，']);
        let Some(after) = SUBJECTS.iter().find_map(|subject| next.strip_prefix(subject)) else { break };
        rest = after;
    }
    behind.len() - rest.len()
}
