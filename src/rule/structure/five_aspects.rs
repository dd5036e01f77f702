//! S-09

use super::has_uniform_sections;
use crate::finding::{Arg, Finding, Severity};
use crate::form::section::SectionKey;
use crate::lang::Text;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::narrative::unmentioned;
use crate::rule::passage::of_section;
use crate::rule::{Context, Record, Rule, Scope, prose::prose};
use crate::text::find::find;

const CODE: &str = "S-09";

/// 总体情况未覆盖五方面: section one says nothing of one of the five aspects.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Hint,
    scope: Scope::All,
    prose: prose! {
        message: Text::new("总体情况未涉及：{list}", "Section one says nothing of: {list}"),
        what: Text::new(
            "“总体情况”是否写到主动公开、依申请公开、政府信息管理、平台建设、监督保障五个方面。",
            "Whether section one speaks of proactive disclosure, applications, information management, platforms, and supervision.",
        ),
        why: Text::new(
            "统一格式要求总体情况按这五个方面概述全年工作。",
            "The form asks for a summary of the year's work in these five respects.",
        ),
        how: Text::new(
            "补写缺少的方面；没有发生的也写明，如“全年未收到政府信息公开申请”。",
            "Add what is missing; say so where there was nothing, as in 全年未收到政府信息公开申请.",
        ),
        example: Text::new(
            "总体情况只写发布信息多少条、网站怎样更新，没有写依申请公开。",
            "Section one tells what was published and where, and nothing of applications.",
        ),
        basis: Text::new("国办公开办函〔2021〕30号", "Notice 国办公开办函〔2021〕30号"),
        silent: Text::new(
            "只看有没有写到，不看写得多少、用不用小标题；用近义词写到的也算；只缺依申请公开的由 X-26 报。没有第一部分或第一部分没有文字的不报。",
            "It only asks whether an aspect is spoken of, at whatever length and in whatever words. Applications alone are X-26's. Reports without a section one are another rule's.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "nothing of supervision in the form of 2021",
            base: Base::E2021,
            edits: &[(
                "（五）监督保障情况。开展业务培训两次，工作考核结果为合格，社会评议结果良好，全年没有发生责任追究情形。\n",
                "",
            )],
            expect: Expect::Finds(&["一、总体情况"]),
        },
        Case {
            name: "nothing of applications, which X-26 says",
            base: Base::E2021,
            edits: &[(
                "（二）依申请公开情况。全年新收政府信息公开申请13件，上年结转2件，办结14件，结转下年度1件。\n（三）",
                "（二）",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "nothing of platforms",
            base: Base::E2019,
            edits: &[("（四）平台建设情况。维护门户网站栏目和微信公众号。\n（五）", "（四）")],
            expect: Expect::Finds(&["一、总体情况"]),
        },
        Case {
            name: "nothing of supervision",
            base: Base::E2019,
            edits: &[(
                "（五）监督保障情况。明确专人负责，开展业务培训一次，考核结果为合格，社会评议结果良好，没有发生责任追究情形。\n",
                "",
            )],
            expect: Expect::Finds(&["一、总体情况"]),
        },
        Case {
            name: "nothing but what was published",
            base: Base::E2021,
            edits: &[
                (
                    "（二）依申请公开情况。全年新收政府信息公开申请13件，上年结转2件，办结14件，结转下年度1件。\n",
                    "",
                ),
                ("（三）政府信息管理情况。完善信息发布审核制度，落实先审查后公开。\n", ""),
                (
                    "（四）政府信息公开平台建设情况。维护门户网站专栏和政务新媒体账号，及时更新栏目内容。\n",
                    "",
                ),
                (
                    "（五）监督保障情况。开展业务培训两次，工作考核结果为合格，社会评议结果良好，全年没有发生责任追究情形。\n",
                    "",
                ),
            ],
            expect: Expect::Finds(&["一、总体情况"]),
        },
        Case { name: "all five", base: Base::E2021, edits: &[], expect: Expect::Silent },
        Case {
            name: "all five without sub-headings",
            base: Base::E2019,
            edits: &[
                ("（一）主动公开情况。", ""),
                ("（二）依申请公开情况。", ""),
                ("（三）政府信息管理情况。", ""),
                ("（四）平台建设情况。", ""),
                ("（五）监督保障情况。", ""),
            ],
            expect: Expect::Silent,
        },
        Case {
            name: "in a few words of one's own",
            base: Base::E2021,
            edits: &[
                (
                    "（三）政府信息管理情况。完善信息发布审核制度，落实先审查后公开。",
                    "（三）公开目录按季动态调整。",
                ),
                (
                    "（四）政府信息公开平台建设情况。维护门户网站专栏和政务新媒体账号，及时更新栏目内容。",
                    "（四）新设村务公示栏12处。",
                ),
                (
                    "（五）监督保障情况。开展业务培训两次，工作考核结果为合格，社会评议结果良好，全年没有发生责任追究情形。",
                    "（五）镇长负总责，考核合格，没有问责。",
                ),
            ],
            expect: Expect::Silent,
        },
        Case {
            name: "words broken by the end of a line",
            base: Base::E2019,
            edits: &[(
                "县林业局主动公开政府信息86条",
                "县林业局在栏目更新和制度完善的基础上全年主动公\n开政府信息86条",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "nothing on applications where the rule on them is off",
            base: Base::Set("X-26 off"),
            edits: &[
                (
                    "全年新收政府信息公开申请13件，上年结转2件，办结14件，结转下年度1件。",
                    "答复群众来电120次。",
                ),
                ("（二）依申请公开情况。", "（二）群众来电。"),
            ],
            expect: Expect::Finds(&["一、总体情况"]),
        },
    ],
};

/// The words of applications.
const APPLICATIONS: &[&str] = &["申请"];

/// The five aspects, each with words of which one is enough.
pub static ASPECTS: [(Text, &[&str]); 5] = [
    (
        Text::new("主动公开", "proactive disclosure"),
        &["主动公开", "公开政府信息", "公开信息", "信息公开", "发布", "公布", "公示"],
    ),
    (Text::new("依申请公开", "applications"), APPLICATIONS),
    (
        Text::new("政府信息管理", "information management"),
        &["管理", "审核", "审查", "目录", "清理", "动态", "归档", "保密", "指南", "规范"],
    ),
    (
        Text::new("政府信息公开平台建设", "platforms"),
        &[
            "平台",
            "网",
            "公众号",
            "微博",
            "微信",
            "新媒体",
            "公报",
            "公示栏",
            "公开栏",
            "宣传栏",
            "专栏",
            "专区",
            "渠道",
        ],
    ),
    (
        Text::new("监督保障", "supervision"),
        &["监督", "保障", "考核", "培训", "检查", "评议", "问责", "追究", "责任", "领导", "负责"],
    ),
];

fn detect(context: &Context, record: &mut Record) {
    let overview = of_section(context.prose, SectionKey::Overview);
    let Some(heading) = &context.report.section(SectionKey::Overview).heading else { return };
    if overview.is_empty() || !has_uniform_sections(context.report) {
        return;
    }
    let (mut list, mut is_told) = (Vec::new(), false);
    let stands = |word: &&str| context.prose.may_hold(word) && find(overview, word).is_some();
    let is_covered = |words: &[&str]| words.iter().any(stands);
    for (name, words) in ASPECTS.iter().filter(|(_, words)| !is_covered(words)) {
        // That there is nothing on applications X-26 says, held against 表三.
        if *words == APPLICATIONS && unmentioned::finds(context) {
            is_told = true;
        } else {
            list.push(Arg::from(*name));
        }
    }
    if list.is_empty() {
        return if is_told { record.fail_explained() } else { record.pass() };
    }
    record.find(Finding::new(CODE, Severity::Hint).at(heading.span).with("list", Arg::List(list)));
}
