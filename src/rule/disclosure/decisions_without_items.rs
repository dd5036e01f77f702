//! T2-A08

use crate::finding::{Arg, Role, Severity};
use crate::form::{EditionId, TableKey};
use crate::lang::Text;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::cells::{finding_on, look_at_rows};
use crate::rule::{Context, Record, Rule, Scope, basis, prose::prose};
use crate::text::Number;

const CODE: &str = "T2-A08";

/// Decisions although there is no item.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Warning,
    scope: Scope::Editions(&[EditionId::E2019, EditionId::E2019Draft]),
    prose: prose! {
        message: Text::new("{r}项目数为 0 但处理决定 {n} 件", "{r}: {n} decisions with zero items"),
        what: Text::new(
            "项目数为 0 时，处理决定数量是否也为 0。",
            "Whether there are no decisions where there are no items.",
        ),
        why: Text::new(
            "没有权力事项，一般不会有处理决定。",
            "Without an item of power there is normally nothing to decide.",
        ),
        how: Text::new(
            "补上漏填的项目数，或核对处理决定数量。",
            "Enter the items that were left out, or check the number of decisions.",
        ),
        example: Text::new("上一年 0 项、增减 0，处理决定 7 件。", "0 items, change 0, 7 decisions."),
        basis: basis::FORM_2019,
        silent: Text::new(
            "上一年没有而本年新增了项目；处理决定也为 0；三格中有空白。",
            "Where items were added this year, where there are no decisions either, and where a cell is blank.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "decisions without a power",
            base: Base::E2019,
            edits: &[("行政强制\t2\t0\t1", "行政强制\t0\t0\t7")],
            expect: Expect::Only(&["disclosure/coercion/decisions"]),
        },
        Case {
            name: "all items dropped, decisions left",
            base: Base::E2019,
            edits: &[("行政强制\t2\t0\t1", "行政强制\t2\t-2\t1")],
            expect: Expect::Only(&["disclosure/coercion/decisions"]),
        },
        Case {
            name: "services without items",
            base: Base::E2019,
            edits: &[("其他对外管理服务事项\t5\t0\t18", "其他对外管理服务事项\t0\t0\t18")],
            expect: Expect::Only(&["disclosure/other_services/decisions"]),
        },
        Case {
            name: "items that were new this year",
            base: Base::E2019,
            edits: &[("行政强制\t2\t0\t1", "行政强制\t0\t2\t7")],
            expect: Expect::Silent,
        },
        Case {
            name: "nothing at all",
            base: Base::E2019,
            edits: &[("行政强制\t2\t0\t1", "行政强制\t0\t0\t0")],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    let table = TableKey::Disclosure;
    let columns = ["decisions", "items_before", "items_change"];
    look_at_rows(context, record, table, &columns, &|cells| {
        let &[(place, decisions), (before, items), (changed, change)] = cells else { return None };
        let has_none = items.checked_add(change).is_some_and(|left| left.is_zero());
        (has_none && decisions > Number::ZERO).then(|| {
            finding_on(context, CODE, Severity::Warning, place)
                .with_related(context.related(before, Role::Against))
                .with_related(context.related(changed, Role::Against))
                .with("r", Arg::Row(table, place.row))
                .with("n", decisions)
        })
    });
}
