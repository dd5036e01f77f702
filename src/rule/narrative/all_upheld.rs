//!

#[cfg(test)]
use super::APPLICATIONS_2021;
use super::compare::is_doubtful;
use super::shared_prose::{HOW, WHY, silent};
use super::target::target;
use crate::finding::Severity;
use crate::finding::{Finding, Role};
use crate::lang::Text;
use crate::parse::claims::{Outcome, Reach, Said, Subject};
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::{Context, Record, Rule, Scope, basis, prose::prose};

const CODE: &str = "X-19";

/// 均维持、零败诉与表四矛盾: all are said to be upheld, and 表四 has others.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Warning,
    scope: Scope::WithForm,
    prose: prose! {
        message: Text::new(
            "正文称均维持或零败诉，表四纠正{a}件、未结{b}件",
            "The prose says all were upheld; Table 4 has {a} corrected and {b} pending",
        ),
        what: Text::new(
            "正文说复议诉讼均获维持、零败诉时，表四是否有结果纠正或尚未审结的案件。",
            "Whether Table 4 has corrected or pending cases where the prose says that all were upheld.",
        ),
        why: WHY,
        how: HOW,
        example: Text::new(
            "正文写“均获维持”，表四结果纠正1件。",
            "The prose says all were upheld; Table 4 has 1 corrected.",
        ),
        basis: basis::PROSE_AND_REMEDIES,
        silent: silent!(
            "只有尚未审结的案件时只作提示，写明是已审结的案件时不报。",
            "Where some cases are only pending it is a hint, and nothing where the prose speaks of concluded ones.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "suits all upheld",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "因政府信息公开被提起行政诉讼1件，均维持。")],
            expect: Expect::Finds(&["均维持"]),
        },
        Case {
            name: "both kinds",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "因政府信息公开被申请行政复议2件、行政诉讼1件，均获维持。")],
            expect: Expect::Finds(&["均获维持"]),
        },
        Case {
            name: "no suit lost",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "因政府信息公开被提起行政诉讼1件，实现零败诉。")],
            expect: Expect::Finds(&["零败诉"]),
        },
        Case {
            name: "reconsiderations, one of which is pending",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "因政府信息公开被申请行政复议2件，全部维持。")],
            expect: Expect::Finds(&["全部维持"]),
        },
        Case {
            name: "those that were concluded",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "因政府信息公开被申请行政复议2件，已审结的均维持。")],
            expect: Expect::Silent,
        },
        Case {
            name: "no reconsideration corrected",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "因政府信息公开被申请行政复议2件，零纠错。")],
            expect: Expect::Silent,
        },
        Case {
            name: "all suits of the body",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "（三）监督保障。全年行政诉讼12件，均维持，零败诉。")],
            expect: Expect::Silent,
        },
        Case {
            name: "system kept up",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "各项制度均维持有效，收到政府信息公开申请13件。")],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    for claim in &context.claims.all {
        let Subject::Cases(group, outcome) = claim.subject else { continue };
        let all_upheld = claim.said == Said::All && outcome == Outcome::Upheld;
        let none_lost = claim.said == Said::None && outcome == Outcome::Corrected;
        if !(all_upheld || none_lost) || claim.reach == Reach::Foreign {
            continue;
        }
        let get = |outcome| target(context, Subject::Cases(group, outcome));
        let (corrected, pending) = match (get(Outcome::Corrected), get(Outcome::Pending)) {
            (Ok(corrected), Ok(pending)) => (corrected, pending),
            (Err(reason), _) | (_, Err(reason)) => {
                record.unassessable(reason);
                continue;
            }
        };
        let open = all_upheld && !claim.hints.concluded && !pending.value.is_zero();
        if corrected.value.is_zero() && !open {
            record.pass();
            continue;
        }
        if is_doubtful(context, &corrected) || is_doubtful(context, &pending) {
            record.fail_explained();
            continue;
        }
        let is_sure = !corrected.value.is_zero() && claim.reach == Reach::Own;
        let severity = if is_sure { Severity::Warning } else { Severity::Hint };
        let mut finding =
            Finding::new(CODE, severity).at(claim.span).with("a", corrected.value).with("b", pending.value);
        for cell in corrected.cells.iter().chain(&pending.cells) {
            finding = finding.with_related(context.related(*cell, Role::Against));
        }
        record.find(finding);
    }
}
