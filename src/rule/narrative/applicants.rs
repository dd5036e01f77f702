//!

#[cfg(test)]
use super::APPLICATIONS_2021;
use super::compare::{column, finding, is_doubtful, look_at_numbers};
use super::shared_prose::{HOW, WHY, silent};
use super::target::{Target, target};
use crate::finding::Finding;
use crate::finding::Severity;
use crate::lang::Text;
use crate::parse::claims::{Claim, Reach, Said, Subject};
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::{Context, Record, Rule, Scope, basis, prose::prose};

const CODE: &str = "X-12";

/// 申请人分类不符: the number of a kind of applicant is not that of 表三.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Warning,
    scope: Scope::WithForm,
    prose: prose! {
        message: Text::new("正文{who}{a}件，表三{b}件", "{who}: the prose says {a}, Table 3 says {b}"),
        what: Text::new(
            "正文说的自然人、企业等各类申请人的件数，与表三相应的列是否一致。",
            "Whether the number of applications of a kind of applicant is that of its column in Table 3.",
        ),
        why: WHY,
        how: HOW,
        example: Text::new(
            "正文写“自然人申请12件”，表三自然人新收为9。",
            "The prose says 12 from natural persons; Table 3 has 9 received.",
        ),
        basis: basis::PROSE_AND_APPLICATIONS,
        silent: silent!(
            "数字等于新收、新收加结转或办结中任一行的该列即不报；“企业”可以指全部法人。",
            "The column of what was received, of that with what was carried in, or of what was closed will do; enterprises may stand for all organisations.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "behind a sentence on letters",
            base: Base::E2021,
            edits: &[(
                APPLICATIONS_2021,
                "收到政府信息公开申请13件。告知补正4件次，延期答复1件次。全年收到申请13件，其中自然人8件，商业企业3件。",
            )],
            expect: Expect::Finds(&["8件"]),
        },
        Case {
            name: "what natural persons applied for, told by the verb",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "全年收到自然人提出的政府信息公开申请12件，其余由企业提出。")],
            expect: Expect::Finds(&["12件"]),
        },
        Case {
            name: "those of one result",
            base: Base::E2021,
            edits: &[(
                APPLICATIONS_2021,
                "收到政府信息公开申请13件。予以公开6件（自然人4件，企业2件），不予公开2件，其中自然人2件。",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "those of what was carried in and out",
            base: Base::E2021,
            edits: &[(
                APPLICATIONS_2021,
                "收到政府信息公开申请13件。上年结转2件（自然人2件），结转下年1件，为自然人1件。",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "behind a result that is less",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，其他处理1件，其中自然人8件，企业4件。")],
            expect: Expect::Finds(&["8件"]),
        },
        Case {
            name: "natural persons",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，其中自然人12件。")],
            expect: Expect::Finds(&["12件"]),
        },
        Case {
            name: "applications of natural persons",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，其中自然人申请8件。")],
            expect: Expect::Finds(&["8件"]),
        },
        Case {
            name: "enterprises",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，其中商业企业6件、法律服务机构1件。")],
            expect: Expect::Finds(&["6件"]),
        },
        Case {
            name: "all organisations",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，其中法人或其他组织5件。")],
            expect: Expect::Finds(&["5件"]),
        },
        Case {
            name: "all are natural persons, they say",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，均为自然人申请。")],
            expect: Expect::Finds(&["均为自然人"]),
        },
        Case {
            name: "the numbers of 表三",
            base: Base::E2021,
            edits: &[(
                APPLICATIONS_2021,
                "收到政府信息公开申请13件，其中自然人9件、商业企业3件、法律服务机构1件。",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "with what was carried in",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "办理政府信息公开申请15件，其中自然人11件，法人和其他组织4件。")],
            expect: Expect::Silent,
        },
        Case {
            name: "enterprises for all organisations",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，其中自然人9件，企业4件。")],
            expect: Expect::Silent,
        },
        Case {
            name: "one channel, of natural persons only",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，其中网络申请5件，均为自然人申请。")],
            expect: Expect::Silent,
        },
        Case {
            name: "enterprises that are no applicants",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "走访企业30家，服务企业120件，收到政府信息公开申请13件。")],
            expect: Expect::Silent,
        },
        Case {
            name: "as many as 表三 has natural persons",
            base: Base::E2021,
            edits: &[("全年新收政府信息公开申请13件", "全年收到政府信息公开申请9件，均为自然人申请")],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    let is_ours = |subject| {
        matches!(
            subject,
            Subject::NaturalPersons
                | Subject::Enterprises
                | Subject::Research
                | Subject::Welfare
                | Subject::LegalServices
                | Subject::Organizations
        )
    };
    let told = |finding: Finding, claim: &Claim, target: &Target| match claim.subject {
        Subject::Organizations => finding.with("who", ORGANIZATIONS),
        _ => finding.with("who", column(target)),
    };
    look_at_numbers(context, record, CODE, Severity::Warning, &is_ours, &told);
    for claim in &context.claims.all {
        if claim.subject == Subject::NaturalPersons && claim.said == Said::All && claim.reach == Reach::Own {
            all_natural(context, record, claim);
        }
    }
}

/// 均为自然人: nobody else applied.
fn all_natural(context: &Context, record: &mut Record, claim: &Claim) {
    let (natural, all) = match (target(context, claim.subject), target(context, Subject::Received)) {
        (Ok(natural), Ok(all)) => (natural, all),
        (Err(reason), _) | (_, Err(reason)) => return record.unassessable(reason),
    };
    if natural.value == all.value || natural.value == claim.value || natural.has_blank {
        return record.pass();
    }
    if is_doubtful(context, &natural) || is_doubtful(context, &all) {
        return record.fail_explained();
    }
    let finding = finding(context, CODE, Severity::Warning, claim, &natural)
        .with("a", claim.value)
        .with("who", column(&natural));
    record.find(finding);
}

/// The five columns together.
const ORGANIZATIONS: Text = Text::new("法人或其他组织", "Organisations");
