//! Y-04

use super::{CARRIED_FIGURES, Years};
use crate::finding::{Arg, Severity};
use crate::form::{EditionId, TableKey};
use crate::lang::Text;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::cells::finding_on;
use crate::rule::{Context, Record, Rule, Scope, prose::prose};

const CODE: &str = "Y-04";

/// The rows of 表二 that count items.
const ROWS: [&str; 5] = ["licensing", "other_services", "penalties", "coercion", "fees"];

/// 项目数存量: the items of last year are those its report ended with.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Warning,
    scope: Scope::ComparedEditions(&[EditionId::E2019]),
    prose: prose! {
        message: Text::new("{r}上一年项目{a}≠{b}", "{r}: prior count {a} ≠ {b}"),
        what: Text::new(
            "表二“上一年项目数量”是否等于上年报告的“上一年项目数量”加“本年增/减”。",
            "Whether the items of last year are those that last year's report had before, with its change.",
        ),
        why: Text::new(
            "上一年的项目数就是上年报告年底的项目数。",
            "The items of last year are those that its report ended with.",
        ),
        how: Text::new(
            "对照上年报告核对两年的数；权责清单整体调整过的可不改，建议说明。",
            "Check both reports; leave it if the list of powers was made anew, and better say so.",
        ),
        example: Text::new(
            "上年报告：上一年 28，增 2；本年“上一年项目数量”却填 28。",
            "Last year's report had 28 and 2 more; this one says that there were 28.",
        ),
        basis: CARRIED_FIGURES,
        silent: Text::new(
            "两年不都是 2019 版表式；要用的格空白或没有读到。",
            "Unless both reports are on the 2019 form; where a cell is blank or was not read.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "last year's change was forgotten",
            base: Base::After2019(&[]),
            edits: &[("行政处罚\t30\t+4\t22", "行政处罚\t28\t+4\t22")],
            expect: Expect::Only(&["disclosure/penalties/items_before"]),
        },
        Case {
            name: "a fee more",
            base: Base::After2019(&[("行政事业性收费\t1\t0", "行政事业性收费\t1\t增1")]),
            edits: &[],
            expect: Expect::Only(&["disclosure/fees/items_before"]),
        },
        Case { name: "every row carries on", base: Base::After2019(&[]), edits: &[], expect: Expect::Silent },
        Case {
            name: "last year's change could not be read",
            base: Base::After2019(&[("行政处罚\t28\t+2\t19", "行政处罚\t28\t有增加\t19")]),
            edits: &[],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    let table = TableKey::Disclosure;
    let Some(years) = Years::of_one_edition(context, record, table) else { return };
    for row in ROWS {
        let keys = [(row, "items_before"), (row, "items_change")];
        let Some((now, before)) = years.numbers(record, &keys[..1], &keys) else { continue };
        let ((place, now), due) = (now[0], before[0] + before[1]);
        if now == due {
            record.pass();
            continue;
        }
        record.find(
            finding_on(context, CODE, Severity::Warning, place)
                .with_numbers(Some(now), Some(due))
                .with("r", Arg::Row(table, place.row))
                .with("a", now)
                .with("b", due),
        );
    }
}
