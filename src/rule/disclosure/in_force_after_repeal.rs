//! T2-B03

use crate::finding::{Arg, Role, Severity};
use crate::form::{EditionId, TableKey};
use crate::lang::Text;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::cells::{finding_on, look_at_rows};
use crate::rule::{Context, Record, Rule, Scope, basis, prose::prose};

const CODE: &str = "T2-B03";

/// No fewer documents are in force than were issued and not repealed.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Warning,
    scope: Scope::Editions(&[EditionId::E2021]),
    prose: prose! {
        message: Text::new("{r}现行有效{a} < 制发{b}−废止{c}", "{r}: in force {a} < issued {b} − repealed {c}"),
        what: Text::new(
            "现行有效件数是否不小于本年制发减本年废止。",
            "Whether no fewer documents are in force than were issued less those repealed.",
        ),
        why: Text::new(
            "废止的即使全是本年制发的，剩下的也应现行有效。",
            "Even if all repealed ones were issued this year, the rest must be in force.",
        ),
        how: Text::new(
            "核对三个数；现行有效件数是截至年底的存量，包括往年制发的。",
            "Check the three numbers; in force counts everything valid at the end of the year, earlier years included.",
        ),
        example: Text::new("本年制发 5、废止 1，现行有效 2。", "5 issued, 1 repealed, 2 in force."),
        basis: basis::FORM_2021,
        silent: Text::new(
            "等于制发减废止，或三格中有空白、没有读到数字；没有规章制定权的单位填了规章的，由 T2-B05 报。",
            "Where it is exactly what is left, or a cell is blank or was not read; 规章 of a body that can issue none are told by T2-B05.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "five issued, one repealed, two in force",
            base: Base::E2021,
            edits: &[("行政规范性文件\t2\t1\t7", "行政规范性文件\t5\t1\t2")],
            expect: Expect::Only(&["disclosure/normative_documents/in_force"]),
        },
        Case {
            name: "two issued, none in force",
            base: Base::E2021,
            edits: &[("行政规范性文件\t2\t1\t7", "行政规范性文件\t2\t0\t0")],
            expect: Expect::Only(&["disclosure/normative_documents/in_force"]),
        },
        Case {
            name: "one repealed in the year it was issued",
            base: Base::E2021,
            edits: &[("行政规范性文件\t2\t1\t7", "行政规范性文件\t5\t1\t4")],
            expect: Expect::Silent,
        },
        Case {
            name: "regulations of a body that can issue none",
            base: Base::E2021,
            edits: &[("规章\t0\t0\t0", "规章\t2\t0\t0")],
            expect: Expect::Silent,
        },
        Case {
            name: "only old ones repealed",
            base: Base::E2021,
            edits: &[("行政规范性文件\t2\t1\t7", "行政规范性文件\t0\t9\t1")],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    let table = TableKey::Disclosure;
    look_at_rows(context, record, table, &["in_force", "issued", "repealed"], &|cells| {
        let &[(place, in_force), (first, issued), (second, repealed)] = cells else { return None };
        issued.checked_sub(repealed).is_some_and(|left| in_force < left).then(|| {
            finding_on(context, CODE, Severity::Warning, place)
                .with_related(context.related(first, Role::Against))
                .with_related(context.related(second, Role::Against))
                .with("r", Arg::Row(table, place.row))
                .with("a", in_force)
                .with("b", issued)
                .with("c", repealed)
        })
    });
}
