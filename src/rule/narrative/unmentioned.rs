//!

use super::super::structure::has_uniform_sections;
use super::target::target;
#[cfg(test)]
use super::{APPLICATIONS_2019, APPLICATIONS_2021};
use crate::finding::Severity;
use crate::finding::{Finding, Role};
use crate::form::section::SectionKey;
use crate::lang::Text;
use crate::parse::claims::Subject;
use crate::rule::Reason;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::passage::of_section;
use crate::rule::{Context, Record, Rule, Scope, prose::prose};

const CODE: &str = "X-26";

/// 正文未提依申请公开: the prose says nothing about applications.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Warning,
    scope: Scope::All,
    prose: prose! {
        message: Text::new("正文没有说明依申请公开情况", "The prose says nothing about applications"),
        what: Text::new("第一部分有没有说到依申请公开。", "Whether section 1 speaks of applications at all."),
        why: Text::new(
            "总体情况应当写明五个方面，依申请公开是其中之一。",
            "The overview has to cover five aspects, applications among them.",
        ),
        how: Text::new(
            "在第一部分补写收到和办理政府信息公开申请的情况，与表三一致。",
            "Say in section 1 how many applications were received and how they were handled, as in Table 3.",
        ),
        example: Text::new(
            "第一部分只写了主动公开和平台建设，而表三新收13件。",
            "Section 1 only speaks of disclosure on the body's own motion, and Table 3 has 13 applications.",
        ),
        basis: Text::new(
            "国办公开办函〔2021〕30号（总体情况应包括依申请公开）",
            "Notice 国办公开办函〔2021〕30号 (the overview covers applications)",
        ),
        silent: Text::new(
            "正文只要提到申请公开，有没有件数都不报；表三新收为 0 或没有读出来时只作提示；没有第一部分或其中没有文字时不判；2018年度及以前的报告不判。",
            "Silent wherever applications are mentioned, with or without a number; a hint where Table 3 has none or was not read; not judged without any prose, nor for reports up to 2018.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "nothing in its place",
            base: Base::E2021,
            edits: &[
                (APPLICATIONS_2021, "答复群众来电120次。"),
                ("（二）依申请公开情况。", "（二）群众来电。"),
            ],
            expect: Expect::Finds(&["-"]),
        },
        Case {
            name: "only other applications",
            base: Base::E2021,
            edits: &[
                (APPLICATIONS_2021, "受理行政许可申请300件。"),
                ("（二）依申请公开情况。", "（二）行政许可。"),
            ],
            expect: Expect::Finds(&["-"]),
        },
        Case {
            name: "in the form of 2019",
            base: Base::E2019,
            edits: &[(APPLICATIONS_2019, "设立投诉电话。"), ("（二）依申请公开情况。", "（二）投诉。")],
            expect: Expect::Finds(&["-"]),
        },
        Case {
            name: "with none in 表三",
            base: Base::E2021,
            edits: &[
                (APPLICATIONS_2021, "开展宣传活动。"),
                ("（二）依申请公开情况。", "（二）宣传。"),
                (
                    "一、本年新收政府信息公开申请数量\t\t\t9\t3\t0\t0\t1\t0\t13",
                    "一、本年新收政府信息公开申请数量\t\t\t0\t0\t0\t0\t0\t0\t0",
                ),
            ],
            expect: Expect::Finds(&["-"]),
        },
        Case {
            name: "one of two aspects that are missing",
            base: Base::E2019,
            edits: &[
                (APPLICATIONS_2019, "设立投诉电话。"),
                ("（二）依申请公开情况。", "（二）投诉。"),
                ("（四）平台建设情况。维护门户网站栏目和微信公众号。\n（五）", "（四）"),
            ],
            expect: Expect::Finds(&["-"]),
        },
        Case {
            name: "the statistics form of 2017, with a section of its own on applications",
            base: Base::Nothing,
            edits: &[("", crate::rule::form::legacy_form::LEGACY_2017)],
            expect: Expect::Silent,
        },
        Case {
            name: "applications with a number",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "全年收到政府信息公开申请13件。")],
            expect: Expect::Silent,
        },
        Case {
            name: "applications without a number",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "规范做好依申请公开工作，认真办理每一件申请。")],
            expect: Expect::Silent,
        },
        Case {
            name: "only the sub-heading",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "严格依法办理，按时答复。")],
            expect: Expect::Silent,
        },
        Case {
            name: "none were received",
            base: Base::E2021,
            edits: &[
                (APPLICATIONS_2021, "没有收到公开政府信息的申请。"),
                ("（二）依申请公开情况。", "（二）其他。"),
            ],
            expect: Expect::Silent,
        },
        Case {
            name: "a section one of nothing but a heading",
            base: Base::Nothing,
            edits: &[("", crate::rule::structure::one_sided_problems::EMPTY)],
            expect: Expect::Silent,
        },
        Case {
            name: "applications by the mere word",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "认真办理每一件申请。"), ("（二）依申请公开情况。", "（二）其他。")],
            expect: Expect::Silent,
        },
    ],
};

/// Whether section one says nothing of applications, so that a rule on all that it has
/// to cover need not say it again.
pub fn finds(context: &Context) -> bool {
    context.profile.runs(CODE)
        && has_uniform_sections(context.report)
        && !of_section(context.prose, SectionKey::Overview).is_empty()
        && !context.claims.mentions_applications
}

fn detect(context: &Context, record: &mut Record) {
    // Up to 2018 a section of its own told of applications.
    if !has_uniform_sections(context.report) {
        return;
    }
    if of_section(context.prose, SectionKey::Overview).is_empty() {
        return record.unassessable(Reason::NotStated);
    }
    if context.claims.mentions_applications {
        return record.pass();
    }
    let received = target(context, Subject::Received).ok();
    let some = received.filter(|target| !target.value.is_zero());
    let severity = if some.is_some() { Severity::Warning } else { Severity::Hint };
    let mut finding = Finding::new(CODE, severity);
    if let Some(target) = some {
        finding = finding.with_related(context.related(target.cells[0], Role::Against));
    }
    record.find(finding);
}
