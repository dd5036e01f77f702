//! T3-D02

use crate::finding::{Finding, Role, Severity};
use crate::form::{EditionId, TableKey};
use crate::lang::Text;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::cells::place;
use crate::rule::passage::clauses_from;
use crate::rule::{Context, Reason, Record, Rule, Scope, prose::prose};
use crate::text::find::{holds, holds_any};
use crate::text::{Number, WordList, words};

const CODE: &str = "T3-D02";

/// 逾期未缴费与未收费表述矛盾: cases ended for want of payment, and no fee was asked for.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Warning,
    scope: Scope::Editions(&[EditionId::E2021]),
    prose: prose! {
        message: Text::new(
            "逾期未缴费{n}件与正文“{t}”矛盾",
            "{n} cases ended for want of payment, and the prose says \"{t}\"",
        ),
        what: Text::new(
            "表三有“逾期未按收费通知要求缴纳费用”的，正文是否又说没有发出收费通知。",
            "Whether the prose says that no notice of fees was sent while Table 3 counts cases in which one was not paid.",
        ),
        why: Text::new(
            "没有发出收费通知，就不会有逾期未缴费而不再处理的申请。",
            "Without a notice nobody can fail to pay it.",
        ),
        how: Text::new("核对收费通知和这一行的件数，改正不实的一处。", "See whether notices were sent, and correct the wrong place."),
        example: Text::new(
            "表三这一行填2，第六部分写“本年度未发出收费通知”。",
            "The row says 2, and section six that no notice was sent.",
        ),
        basis: Text::new("国办函〔2020〕109号", "Notice 国办函〔2020〕109号"),
        silent: Text::new(
            "只说“未收取”“收费0元”的不报：通知了没有缴，就是没有收到钱。",
            "That nothing was charged or received: what was asked for and not paid is just that.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "no notice was sent",
            base: Base::E2021,
            edits: &[
                (FEE_ROW, ONE_UNPAID),
                (
                    "2023年本机关未收取政府信息公开信息处理费。",
                    "2023年本机关未发出收费通知，未收取信息处理费。",
                ),
            ],
            expect: Expect::Finds(&["2023年本机关未发出收费通知"]),
        },
        Case {
            name: "no fees arose",
            base: Base::E2021,
            edits: &[
                (FEE_ROW, ONE_UNPAID),
                ("2023年本机关未收取政府信息公开信息处理费。", "本年度没有产生政府信息公开信息处理费。"),
            ],
            expect: Expect::Finds(&["本年度没有产生政府信息公开信息处理费"]),
        },
        Case {
            name: "no notice to any applicant",
            base: Base::E2021,
            edits: &[
                (FEE_ROW, ONE_UNPAID),
                ("2023年本机关未收取政府信息公开信息处理费。", "全年未向申请人发出信息处理费收费通知。"),
            ],
            expect: Expect::Finds(&["全年未向申请人发出信息处理费收费通知"]),
        },
        Case {
            name: "no bill of any kind",
            base: Base::E2021,
            edits: &[
                (FEE_ROW, ONE_UNPAID),
                ("2023年本机关未收取政府信息公开信息处理费。", "信息处理费方面，2023年无收费通知。"),
            ],
            expect: Expect::Finds(&["2023年无收费通知"]),
        },
        Case {
            name: "nothing was taken in",
            base: Base::E2021,
            edits: &[(FEE_ROW, ONE_UNPAID)],
            expect: Expect::Silent,
        },
        Case {
            name: "no case in which any was taken in",
            base: Base::E2021,
            edits: &[
                (FEE_ROW, ONE_UNPAID),
                (
                    "2023年本机关未收取政府信息公开信息处理费。",
                    "2023年未发生政府信息公开信息处理费收取情况。",
                ),
            ],
            expect: Expect::Silent,
        },
        Case {
            name: "no notice, and no such case",
            base: Base::E2021,
            edits: &[("2023年本机关未收取政府信息公开信息处理费。", "2023年本机关未发出收费通知。")],
            expect: Expect::Silent,
        },
        Case {
            name: "a notice that was not paid",
            base: Base::E2021,
            edits: &[
                (FEE_ROW, ONE_UNPAID),
                (
                    "2023年本机关未收取政府信息公开信息处理费。",
                    "发出收费通知1件，申请人未按收费通知缴纳费用，收费0元。",
                ),
            ],
            expect: Expect::Silent,
        },
        Case {
            name: "no further notices",
            base: Base::E2021,
            edits: &[
                (FEE_ROW, ONE_UNPAID),
                ("2023年本机关未收取政府信息公开信息处理费。", "发出收费通知1件，此外未发出其他收费通知。"),
            ],
            expect: Expect::Silent,
        },
    ],
};

#[cfg(test)]
const FEE_ROW: &str =
    "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请\t0\t0\t0\t0\t0\t0\t0";
#[cfg(test)]
const ONE_UNPAID: &str =
    "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请\t1\t0\t0\t0\t0\t0\t1";

fn detect(context: &Context, record: &mut Record) {
    let table = TableKey::Applications;
    if let Some(reason) = Context::why_unread(context.report, table) {
        return record.unassessable(reason);
    }
    let cell = place(context, table, "other.fee_unpaid", "total");
    let Some((cell, count)) = cell.and_then(|cell| Some((cell, context.cell(cell).in_sum()?))) else {
        return record.unassessable(Reason::CellUnread);
    };
    if count <= Number::ZERO {
        return record.pass();
    }
    let prose = context.prose;
    // What most clauses do not speak of is asked first.
    let mut clauses = clauses_from(prose, &FEES).iter();
    let denies = |words: &str| holds_any(words, &FEES) && denies_notices(words);
    let denial = clauses.find(|clause| denies(prose.words(clause.part)));
    let Some(denial) = denial else { return record.pass() };
    let span = prose.span(denial.part);
    record.find(
        Finding::new(CODE, Severity::Warning)
            .at(span)
            .with_related(context.related(cell, Role::Against))
            .with("n", count)
            .with("t", span),
    );
}

/// Words of fees.
const FEES: [&str; 2] = ["收费", "信息处理费"];

/// Whether a clause that speaks of fees says that nobody was asked for one.
fn denies_notices(clause: &str) -> bool {
    const SENT: WordList = words![
        "未发出",
        "没有发出",
        "未下发",
        "没有下发",
        "未出具",
        "没有出具",
        "未制发",
        "未送达",
        "未向申请人发",
    ];
    const ARISEN: WordList = words!["未产生", "没有产生", "未发生", "没有发生"];
    if words!["其他", "其余", "此外", "再"].stand_in(clause) {
        return false;
    }
    holds(clause, "收费通知")
        && (SENT.stand_in(clause) || words!["无收费通知", "无信息处理费收费通知"].stand_in(clause))
        || ARISEN.stand_in(clause) && !holds(clause, "收取")
}
