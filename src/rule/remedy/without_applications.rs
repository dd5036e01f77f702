//! T4-D01

use crate::finding::{Arg, Role, Severity};
use crate::form::{CellRef, TableKey};
use crate::lang::Text;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::cells::{finding_on, place};
use crate::rule::passage::sentences;
use crate::rule::sums::{Balance, cells};
use crate::rule::{Context, Reason, Record, Rule, Scope, prose::prose};
use crate::text::Number;
use crate::text::find::holds_any;

const CODE: &str = "T4-D01";

/// 有复议诉讼而无申请: cases of reconsideration or litigation without any application.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Hint,
    scope: Scope::WithForm,
    prose: prose! {
        message: Text::new(
            "有复议、诉讼{n}件而没有申请，请核",
            "{n} cases of reconsideration or litigation but no applications; please verify",
        ),
        what: Text::new(
            "表四有复议、诉讼案件的，表三是不是既没有新收也没有上年结转的申请。",
            "Whether Table 4 counts cases while Table 3 has no application, new or carried over.",
        ),
        why: Text::new(
            "这类案件多由申请引起；一件申请也没有，可能是漏填申请，或者把其他案件填进了表四。",
            "Such cases mostly follow applications; without any, either these or the cases may be entered wrongly.",
        ),
        how: Text::new(
            "核对两张表；案件由以前年度的申请或主动公开引起的，可在正文说明。",
            "Check both tables; say so in the prose if the cases go back to earlier years or to proactive disclosure.",
        ),
        example: Text::new(
            "表三全部为 0，表四行政复议总计 2。",
            "Table 3 is all zeros, and Table 4 has two cases of reconsideration.",
        ),
        basis: Text::new("经验判断；统一格式表三、表四", "Experience; Tables 3 and 4 of the uniform form"),
        silent: Text::new(
            "表三有空白、没有读出来的不报；总计与各项之和不符的组由 T4-C01 至 T4-C03 报；正文说明案件由以前年度的申请、由主动公开或其他原因引起的不报。",
            "Blanks in Table 3, a table that was not read, groups whose total is not the sum of its parts (T4-C01 to T4-C03), and a prose that explains the cases by earlier years or by proactive disclosure.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "cases and no applications",
            base: Base::E2021,
            edits: &[RECEIVED, CARRIED_IN, CLOSED],
            expect: Expect::Finds(&["remedies/reconsideration/total"]),
        },
        Case {
            name: "a suit alone",
            base: Base::E2021,
            edits: &[RECEIVED, CARRIED_IN, CLOSED, ("\n1\t0\t0\t1\t2\t0\t0", "\n0\t0\t0\t0\t0\t0\t0")],
            expect: Expect::Finds(&["remedies/suit_after_reconsideration/total"]),
        },
        Case { name: "cases and applications", base: Base::E2021, edits: &[], expect: Expect::Silent },
        Case {
            name: "neither",
            base: Base::E2021,
            edits: &[RECEIVED, CARRIED_IN, CLOSED, (CASES, "\n0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0")],
            expect: Expect::Silent,
        },
        Case {
            name: "a total that its parts do not make",
            base: Base::E2021,
            edits: &[RECEIVED, CARRIED_IN, CLOSED, (CASES, "\n0\t0\t0\t0\t2\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0")],
            expect: Expect::Silent,
        },
        Case {
            name: "one total of two that its parts do not make",
            base: Base::E2021,
            edits: &[RECEIVED, CARRIED_IN, CLOSED, ("\n1\t0\t0\t1\t2", "\n0\t0\t0\t0\t2")],
            expect: Expect::Finds(&["remedies/suit_after_reconsideration/total"]),
        },
        Case {
            name: "the prose explains them",
            base: Base::E2021,
            edits: &[RECEIVED, CARRIED_IN, CLOSED, ("（三）", "行政复议2件均由上年度的申请引起。\n（三）")],
            expect: Expect::Silent,
        },
        Case {
            name: "a blank is no zero",
            base: Base::E2021,
            edits: &[("\t9\t3\t0\t0\t1\t0\t13", "\t0\t0\t0\t0\t0\t0\t"), CARRIED_IN, CLOSED],
            expect: Expect::Silent,
        },
        Case {
            name: "applications of the year before alone",
            base: Base::E2021,
            edits: &[RECEIVED, CLOSED],
            expect: Expect::Silent,
        },
    ],
};

/// The row of 表四.
#[cfg(test)]
const CASES: &str = "\n1\t0\t0\t1\t2\t0\t0\t0\t0\t0\t0\t1\t0\t0\t1";
#[cfg(test)]
const RECEIVED: (&str, &str) = ("\t9\t3\t0\t0\t1\t0\t13", "\t0\t0\t0\t0\t0\t0\t0");
#[cfg(test)]
const CARRIED_IN: (&str, &str) = ("\t2\t0\t0\t0\t0\t0\t2", "\t0\t0\t0\t0\t0\t0\t0");
#[cfg(test)]
const CLOSED: (&str, &str) = ("（七）总计\t\t10\t3\t0\t0\t1\t0\t14", "（七）总计\t\t0\t0\t0\t0\t0\t0\t0");

fn detect(context: &Context, record: &mut Record) {
    for table in [TableKey::Applications, TableKey::Remedies] {
        if let Some(reason) = Context::why_unread(context.report, table) {
            return record.unassessable(reason);
        }
    }
    let total = |table, row| {
        let cell = place(context, table, row, "total")?;
        Some((cell, context.cell(cell).value?))
    };
    let applications = ["received", "carried_in", "closed"].map(|row| total(TableKey::Applications, row));
    let [Some((received, new)), Some((_, old)), Some((_, closed))] = applications else {
        return record.unassessable(Reason::CellUnread);
    };
    let groups = ["reconsideration", "direct_suit", "suit_after_reconsideration"];
    let groups = groups.into_iter().filter_map(|row| total(TableKey::Remedies, row));
    // A total that its own parts do not make is wrong, and T4-C01 to C03 say so.
    let is_doubtful = |total: CellRef| {
        context.sums.equations.iter().any(|sum| {
            matches!(sum.balance, Balance::Fails { .. }) && cells(sum.equation).any(|cell| cell == total)
        })
    };
    let (mut cases, mut any_doubtful) = (Vec::new(), false);
    for (total, count) in groups.filter(|(_, count)| *count > Number::ZERO) {
        if is_doubtful(total) {
            any_doubtful = true;
        } else {
            cases.push((total, count));
        }
    }
    if cases.is_empty() && any_doubtful {
        return record.fail_explained();
    }
    let Some((first, _)) = cases.first().filter(|_| new.is_zero() && old.is_zero() && closed.is_zero())
    else {
        return record.pass();
    };
    // Results without applications are an error of their own: T3-C04.
    if explains(context) || !context.sums.unasked.is_empty() {
        return record.pass();
    }
    let count = cases.iter().fold(Number::ZERO, |sum, (_, count)| sum + *count);
    let mut finding = finding_on(context, CODE, Severity::Hint, *first)
        .with_related(context.related(received, Role::Against))
        .with("n", Arg::Number(count));
    for (cell, _) in &cases[1..] {
        finding = finding.with_related(context.related(*cell, Role::Same));
    }
    record.find(finding);
}

/// Whether the prose says what the cases come from.
fn explains(context: &Context) -> bool {
    const FROM: [&str; 9] =
        ["上年", "上一年", "去年", "往年", "以前年度", "历年", "主动公开", "履行", "引起"];
    sentences(context.prose).iter().any(|sentence| {
        let words = context.prose.words(sentence.part);
        holds_any(words, &["复议", "诉讼"]) && holds_any(words, &FROM)
    })
}
