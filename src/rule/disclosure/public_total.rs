//! T2-A04

use crate::finding::{Arg, Role, Severity};
use crate::form::{EditionId, TableKey};
use crate::lang::Text;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::cells::{finding_on, look_at_rows};
use crate::rule::{Context, Record, Rule, Scope, basis, prose::prose};

const CODE: &str = "T2-A04";

/// The public total holds what was published this year.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Warning,
    scope: Scope::Editions(&[EditionId::E2019]),
    prose: prose! {
        message: Text::new(
            "{r}对外公开总数量{a}小于本年新公开数量{b}",
            "{r}: public total {a} < newly opened {b}",
        ),
        what: Text::new(
            "对外公开总数量是否不小于本年新公开数量。",
            "Whether the public total is no less than what was newly published this year.",
        ),
        why: Text::new(
            "总数量是截至年底的累计，应当包含当年新公开的。",
            "The total counts everything public at the end of the year, this year's included.",
        ),
        how: Text::new(
            "核对两个数；常见的是两格填反，或总数没有累计往年。",
            "Check both numbers; often they changed places, or earlier years were left out.",
        ),
        example: Text::new("本年新公开 5，对外公开总数量 3。", "5 newly published, public total 3."),
        basis: basis::FORM_2019,
        silent: Text::new(
            "两数相等，或其中一格空白、没有读到数字；没有规章制定权的单位填了规章的，由 T2-B05 报。",
            "Where both are equal, or one is blank or was not read; 规章 of a body that can issue none are told by T2-B05.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "a total smaller than the year's",
            base: Base::E2019,
            edits: &[("规范性文件\t3\t3\t11", "规范性文件\t3\t3\t2")],
            expect: Expect::Only(&["disclosure/normative_documents/public_total"]),
        },
        Case {
            name: "a total of none",
            base: Base::E2019,
            edits: &[("规范性文件\t3\t3\t11", "规范性文件\t1\t1\t0")],
            expect: Expect::Finds(&["disclosure/normative_documents/public_total"]),
        },
        Case {
            name: "a total that is the year's",
            base: Base::E2019,
            edits: &[("规范性文件\t3\t3\t11", "规范性文件\t3\t3\t3")],
            expect: Expect::Silent,
        },
        Case {
            name: "none this year, two in all",
            base: Base::E2019,
            edits: &[("规范性文件\t3\t3\t11", "规范性文件\t0\t0\t2")],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    let table = TableKey::Disclosure;
    look_at_rows(context, record, table, &["public_total", "published"], &|cells| {
        let &[(place, total), (other, published)] = cells else { return None };
        (total < published).then(|| {
            finding_on(context, CODE, Severity::Warning, place)
                .with_related(context.related(other, Role::Against))
                .with("r", Arg::Row(table, place.row))
                .with("a", total)
                .with("b", published)
        })
    });
}
