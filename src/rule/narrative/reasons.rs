//!

#[cfg(test)]
use super::APPLICATIONS_2021;
use super::compare::{look_at_numbers, row};
use super::shared_prose::{HOW, WHY, silent};
use crate::finding::Severity;
use crate::lang::Text;
use crate::parse::claims::is_reason;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::{Context, Record, Rule, Scope, basis, prose::prose};

const CODE: &str = "X-24";

/// 理由子项不符: the number with a reason is not that of its row in 表三.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Warning,
    scope: Scope::WithForm,
    prose: prose! {
        message: Text::new("正文“{k}”{a}件，表三{b}件", "{k}: the prose says {a}, Table 3 says {b}"),
        what: Text::new(
            "正文按不予公开、无法提供、不予处理的具体理由写的件数，与表三相应子项是否一致。",
            "Whether the number of applications denied or refused for a reason is that of its row in Table 3.",
        ),
        why: WHY,
        how: HOW,
        example: Text::new(
            "正文写“本机关不掌握相关政府信息4件”，表三为3。",
            "The prose says 4 were not held; Table 3 has 3.",
        ),
        basis: basis::PROSE_AND_APPLICATIONS,
        silent: silent!(
            "理由与件数没有直接写在一起的、告知补正的、转其他机关的，不报。",
            "Silent where reason and number do not stand together, and for requests to supplement or transfers.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "not held",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，本机关不掌握相关政府信息4件。")],
            expect: Expect::Finds(&["4件"]),
        },
        Case {
            name: "third parties",
            base: Base::E2021,
            edits: &[(
                APPLICATIONS_2021,
                "收到政府信息公开申请13件，不予公开2件，其中涉及第三方合法权益2件。",
            )],
            expect: Expect::Finds(&["2件"]),
        },
        Case {
            name: "process and case files",
            base: Base::E2021,
            edits: &[(
                APPLICATIONS_2021,
                "收到政府信息公开申请13件，属于四类过程性信息1件，属于行政执法案卷3件。",
            )],
            expect: Expect::Finds(&["1件", "3件"]),
        },
        Case {
            name: "repeated, the number first",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，其中5件属于重复申请。")],
            expect: Expect::Finds(&["5件"]),
        },
        Case {
            name: "the numbers of 表三",
            base: Base::E2021,
            edits: &[(
                APPLICATIONS_2021,
                "收到政府信息公开申请13件，保护第三方合法权益1件，属于行政查询事项1件，本机关不掌握相关政府信息3件。",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "requests to supplement",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，告知补正4件。")],
            expect: Expect::Silent,
        },
        Case {
            name: "transfers",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，转送其他单位2件。")],
            expect: Expect::Silent,
        },
        Case {
            name: "secrets in another matter",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "开展国家秘密检查5次，收到政府信息公开申请13件。")],
            expect: Expect::Silent,
        },
        Case {
            name: "case files that were kept",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，归档行政执法案卷的材料30份。")],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    look_at_numbers(context, record, CODE, Severity::Warning, &is_reason, &|finding, _, target| {
        finding.with("k", row(target))
    });
}
