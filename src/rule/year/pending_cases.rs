//! Y-06

use super::{CARRIED_FIGURES, Years};
use crate::finding::{Arg, Severity};
use crate::form::TableKey;
use crate::lang::Text;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::cells::finding_on;
use crate::rule::{Context, Record, Rule, Scope, prose::prose};

const CODE: &str = "Y-06";

/// The groups of 表四.
const GROUPS: [&str; 3] = ["reconsideration", "direct_suit", "suit_after_reconsideration"];

/// 上年未结: fewer cases than last year left pending.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Hint,
    scope: Scope::Compared,
    prose: prose! {
        message: Text::new("{g}总计{a}小于上年未审结{b}", "{g}: total {a} < prior pending {b}"),
        what: Text::new(
            "表四每组的总计是否小于上年报告同组的“尚未审结”。",
            "Whether a group of Table 4 has fewer cases than the report of the year before left pending.",
        ),
        why: Text::new(
            "上年没有审结的案件，本年要么审结，要么仍未审结，通常都计入本年。",
            "A case left pending is either decided this year or still pending, and normally counted.",
        ),
        how: Text::new(
            "核对上年未结案件的去向；本地口径只计当年新立案件的，不用改。",
            "See what became of last year's cases; leave it where only new cases are counted.",
        ),
        example: Text::new("上年行政复议尚未审结 3 件，本年总计 1 件。", "3 pending last year, 1 case in all this year."),
        basis: CARRIED_FIGURES,
        silent: Text::new(
            "任一年的格空白或没有读到；总计不小于上年未结的，不论怎样构成。",
            "Where a cell is blank or was not read; where there are at least as many cases, whatever they are.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "three were pending, two are there",
            base: Base::After2021(&[("0\t0\t0\t1\t1\t0\t0\t0\t0\t0", "0\t0\t0\t3\t3\t0\t0\t0\t0\t0")]),
            edits: &[],
            expect: Expect::Only(&["remedies/reconsideration/total"]),
        },
        Case {
            name: "a suit disappeared",
            base: Base::After2019(&[("0\t0\t0\t0\t0\t0\t0\t0\t0\t0", "0\t0\t0\t0\t0\t0\t0\t0\t1\t1")]),
            edits: &[],
            expect: Expect::Only(&["remedies/direct_suit/total"]),
        },
        Case {
            name: "one was pending, two are there",
            base: Base::After2021(&[]),
            edits: &[],
            expect: Expect::Silent,
        },
        Case {
            name: "as many as were pending",
            base: Base::After2021(&[("0\t0\t0\t1\t1\t0\t0\t0\t0\t0", "0\t0\t0\t2\t2\t0\t0\t0\t0\t0")]),
            edits: &[],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    let table = TableKey::Remedies;
    let Some(years) = Years::of(context, record, table) else { return };
    for group in GROUPS {
        let cells = years.numbers(record, &[(group, "total")], &[(group, "pending")]);
        let Some((now, before)) = cells else { continue };
        let ((place, total), pending) = (now[0], before[0]);
        if total >= pending {
            record.pass();
            continue;
        }
        record.find(
            finding_on(context, CODE, Severity::Hint, place)
                .with("g", Arg::Row(table, place.row))
                .with("a", total)
                .with("b", pending),
        );
    }
}
