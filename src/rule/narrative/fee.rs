//!

#[cfg(test)]
use super::APPLICATIONS_2021;
use crate::finding::Severity;
use crate::finding::{Finding, Related, Role};
use crate::form::section::SectionKey;
use crate::lang::Text;
use crate::parse::claims::{Claim, Reach, Subject};
use crate::rule::Reason;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::{Context, Record, Rule, Scope, prose::prose};

const CODE: &str = "X-25";

/// 信息处理费前后不一: the fee charged is not the same in two sections.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Warning,
    scope: Scope::All,
    prose: prose! {
        message: Text::new(
            "信息处理费{a}元与{b}元不一致",
            "The information-processing fee is given as {a} and as {b} yuan",
        ),
        what: Text::new(
            "第六部分写的信息处理费金额，与前面部分写的是否一致。",
            "Whether the information-processing fee of section 6 is that of the sections before it.",
        ),
        why: Text::new(
            "同一笔费用在两处写得不同，必有一处写错。",
            "The same fee is given differently in two places; one of them is wrong.",
        ),
        how: Text::new("核对收费台账，把两处写成一致。", "Check the records and make both agree."),
        example: Text::new(
            "第一部分写“收取信息处理费400元”，第六部分写“收取信息处理费380元”。",
            "Section 1 says 400 yuan, section 6 says 380.",
        ),
        basis: Text::new(
            "《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）",
            "Measures for information-processing fees (国办函〔2020〕109号)",
        ),
        silent: Text::new(
            "只比信息处理费，不与表二行政事业性收费比；通知应收的、减免的金额不是收取的金额；几笔之和等于另一处的总数不报。",
            "Never compared with the fees of Table 2; sums notified or waived are not sums charged, and several that add up to the other are no finding.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "the fee named in a title alone",
            base: Base::E2021,
            edits: &[
                (APPLICATIONS_2021, "未收取信息处理费。"),
                (
                    "2023年本机关未收取政府信息公开信息处理费。",
                    "依据《政府信息公开信息处理费管理办法》，实际收取300元。",
                ),
            ],
            expect: Expect::Finds(&["300元"]),
        },
        Case {
            name: "charged after a notice",
            base: Base::E2021,
            edits: &[
                (APPLICATIONS_2021, "未收取信息处理费。"),
                (
                    "2023年本机关未收取政府信息公开信息处理费。",
                    "全年发出信息处理费收费通知1件，总金额400元，实际收取400元。",
                ),
            ],
            expect: Expect::Finds(&["400元"]),
        },
        Case {
            name: "two amounts",
            base: Base::E2021,
            edits: &[
                (APPLICATIONS_2021, "收取政府信息公开信息处理费400元。"),
                ("2023年本机关未收取政府信息公开信息处理费。", "全年收取政府信息公开信息处理费380元。"),
            ],
            expect: Expect::Finds(&["380元"]),
        },
        Case {
            name: "none, and some",
            base: Base::E2021,
            edits: &[
                (APPLICATIONS_2021, "未收取政府信息公开信息处理费。"),
                ("2023年本机关未收取政府信息公开信息处理费。", "收取信息处理费200元。"),
            ],
            expect: Expect::Finds(&["200元"]),
        },
        Case {
            name: "some, and none",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "实际收取信息处理费100元。")],
            expect: Expect::Finds(&["未收取政府信息公开信息处理费"]),
        },
        Case {
            name: "another unit",
            base: Base::E2021,
            edits: &[
                (APPLICATIONS_2021, "收取信息处理费0.2万元。"),
                ("2023年本机关未收取政府信息公开信息处理费。", "共收取信息处理费300元。"),
            ],
            expect: Expect::Finds(&["300元"]),
        },
        Case {
            name: "the same amount",
            base: Base::E2021,
            edits: &[
                (APPLICATIONS_2021, "收取政府信息公开信息处理费380元。"),
                ("2023年本机关未收取政府信息公开信息处理费。", "全年收取政府信息公开信息处理费380元。"),
            ],
            expect: Expect::Silent,
        },
        Case {
            name: "in one section only",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件。")],
            expect: Expect::Silent,
        },
        Case {
            name: "a notice to pay",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "发出收费通知1件，信息处理费总金额500元。")],
            expect: Expect::Silent,
        },
        Case {
            name: "another year",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "2022年收取信息处理费600元。")],
            expect: Expect::Silent,
        },
        Case {
            name: "other fees",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收取行政事业性收费4.5万元。")],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    let is_fee = |claim: &&Claim| claim.subject == Subject::Fee && claim.reach != Reach::Foreign;
    let (last, first): (Vec<&Claim>, Vec<&Claim>) =
        context.claims.all.iter().filter(is_fee).partition(|claim| claim.section == SectionKey::Other);
    let (Some(one), Some(two)) = (first.first(), last.first()) else { return };
    let is_other = |claims: &[&Claim], than: &Claim| claims.iter().any(|claim| claim.value != than.value);
    // Several amounts in one section are parts, or a contradiction of its own.
    if is_other(&first, one) || is_other(&last, two) {
        return record.unassessable(Reason::NotStated);
    }
    if one.value == two.value {
        return record.pass();
    }
    let related = Related::at(one.span, Role::Against);
    record.find(
        Finding::new(CODE, Severity::Warning)
            .at(two.span)
            .with("a", one.value)
            .with("b", two.value)
            .with_numbers(Some(two.value), None)
            .with_related(related),
    );
}
