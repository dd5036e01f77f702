//! T2-A06

use crate::finding::{Arg, Role, Severity};
use crate::form::{EditionId, TableKey};
use crate::lang::Text;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::cells::{finding_on, look_at_rows};
use crate::rule::{Context, Record, Rule, Scope, basis, prose::prose};
use crate::text::Number;

const CODE: &str = "T2-A06";

/// The items of last year and their change leave no fewer than none.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Warning,
    scope: Scope::Editions(&[EditionId::E2019, EditionId::E2019Draft]),
    prose: prose! {
        message: Text::new("{r}上一年{a}加增减{b}为负", "{r}: prior {a} plus change {b} is negative"),
        what: Text::new(
            "上一年项目数量加本年增/减是否小于 0。",
            "Whether the items of last year plus the change are fewer than none.",
        ),
        why: Text::new("减去的项目不会比原有的多。", "No more items can be dropped than there were."),
        how: Text::new(
            "核对上一年项目数量和本年增/减的符号。",
            "Check the number of last year and the sign of the change.",
        ),
        example: Text::new("上一年 2 项，本年增/减 -5。", "2 items last year, change -5."),
        basis: basis::FORM_2019,
        silent: Text::new(
            "正好减到 0；其中一格空白，或增减数读不出来（T2-A07）。",
            "Where exactly none are left; where a cell is blank or the change cannot be read (T2-A07).",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "more dropped than there were",
            base: Base::E2019,
            edits: &[("行政许可\t12\t-2\t240", "行政许可\t12\t-20\t240")],
            expect: Expect::Only(&["disclosure/licensing/items_change"]),
        },
        Case {
            name: "减 with a word",
            base: Base::E2019,
            edits: &[("行政事业性收费\t1\t0", "行政事业性收费\t1\t减4")],
            expect: Expect::Only(&["disclosure/fees/items_change"]),
        },
        Case {
            name: "all dropped",
            base: Base::E2019,
            edits: &[("行政事业性收费\t1\t0", "行政事业性收费\t1\t-1")],
            expect: Expect::Silent,
        },
        Case {
            name: "some added, some dropped",
            base: Base::E2019,
            edits: &[("行政许可\t12\t-2\t240", "行政许可\t12\t增1减2\t240")],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    let table = TableKey::Disclosure;
    look_at_rows(context, record, table, &["items_change", "items_before"], &|cells| {
        let &[(place, change), (other, before)] = cells else { return None };
        before.checked_add(change).is_some_and(|left| left < Number::ZERO).then(|| {
            finding_on(context, CODE, Severity::Warning, place)
                .with_related(context.related(other, Role::Against))
                .with("r", Arg::Row(table, place.row))
                .with("a", before)
                .with("b", change)
        })
    });
}
