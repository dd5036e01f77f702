//! T2-A07

use crate::finding::{Arg, Severity};
use crate::form::{CellKind, EditionId, TableKey};
use crate::lang::Text;
use crate::report::CellState;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::cells::{finding_on, look_at_each};
use crate::rule::{Context, Record, Rule, Scope, basis, prose::prose};

const CODE: &str = "T2-A07";

/// 本年增/减 can be read as a change.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Hint,
    scope: Scope::Editions(&[EditionId::E2019, EditionId::E2019Draft]),
    prose: prose! {
        message: Text::new("{r}“本年增/减”值“{v}”无法识别", "{r}: change value \"{v}\" not recognised"),
        what: Text::new(
            "“本年增/减”是否写成可识别的增减数。",
            "Whether 本年增/减 holds a change that can be read.",
        ),
        why: Text::new(
            "写成文字的增减无法核对，也无法汇总。",
            "A change in words can neither be checked nor added up.",
        ),
        how: Text::new(
            "写成 0、+3、-2 之类带符号的整数。",
            "Write a signed whole number such as 0, +3 or -2.",
        ),
        example: Text::new(
            "“略有增加”应写具体数字。",
            "\"略有增加\" (a slight increase) should be a number.",
        ),
        basis: basis::FORM_2019,
        silent: Text::new(
            "0、+3、-2、减4、增1减2 等写法；空白由 T2-A02 报。",
            "0, +3, -2, 减4, 增1减2 and the like; blanks are T2-A02's.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "words for a change",
            base: Base::E2019,
            edits: &[("行政许可\t12\t-2\t240", "行政许可\t12\t略有增加\t240")],
            expect: Expect::Only(&["disclosure/licensing/items_change"]),
        },
        Case {
            name: "a reference instead of a change",
            base: Base::E2019,
            edits: &[("行政事业性收费\t1\t0", "行政事业性收费\t1\t见附件")],
            expect: Expect::Only(&["disclosure/fees/items_change"]),
        },
        Case {
            name: "two signed parts",
            base: Base::E2019,
            edits: &[("行政处罚\t30\t+4\t22", "行政处罚\t30\t增1减2\t22")],
            expect: Expect::Silent,
        },
        Case {
            name: "a change with its word",
            base: Base::E2019,
            edits: &[("行政处罚\t30\t+4\t22", "行政处罚\t30\t减4\t22")],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    let table = TableKey::Disclosure;
    look_at_each(context, record, table, &[CellKind::Signed], &|place, cell| {
        let span = cell.span.filter(|_| cell.state == CellState::Text)?;
        let finding = finding_on(context, CODE, Severity::Hint, place)
            .with("r", Arg::Row(table, place.row))
            .with("v", span);
        Some(finding)
    });
}
