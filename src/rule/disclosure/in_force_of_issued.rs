//! T2-B04

use crate::finding::{Arg, Role, Severity};
use crate::form::{EditionId, TableKey};
use crate::lang::Text;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::cells::{finding_on, look_at_rows};
use crate::rule::{Context, Record, Rule, Scope, basis, prose::prose};

const CODE: &str = "T2-B04";

/// Fewer documents in force than were issued this year.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Hint,
    scope: Scope::Editions(&[EditionId::E2021]),
    prose: prose! {
        message: Text::new("{r}现行有效{a}小于本年制发{b}，请核", "{r}: in force {a} < issued {b}"),
        what: Text::new(
            "现行有效件数是否小于本年制发件数。",
            "Whether fewer documents are in force than were issued this year.",
        ),
        why: Text::new(
            "本年制发的一般年底仍然有效；当年制发当年废止的除外。",
            "What was issued this year is normally still in force at its end, unless it was repealed at once.",
        ),
        how: Text::new(
            "核对两个数；确有当年制发当年废止的不用改。",
            "Check both numbers; leave them if documents were issued and repealed in the same year.",
        ),
        example: Text::new("本年制发 5、废止 2，现行有效 4。", "5 issued, 2 repealed, 4 in force."),
        basis: basis::FORM_2021,
        silent: Text::new(
            "比制发减废止还少的由 T2-B03 报；两数相等；有空白；没有规章制定权的单位填了规章的，由 T2-B05 报。",
            "Fewer than issued less repealed is T2-B03's; where both are equal; where a cell is blank; 规章 of a body that can issue none are told by T2-B05.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "five issued, two repealed, four in force",
            base: Base::E2021,
            edits: &[("行政规范性文件\t2\t1\t7", "行政规范性文件\t5\t2\t4")],
            expect: Expect::Only(&["disclosure/normative_documents/in_force"]),
        },
        Case {
            name: "all issued this year repealed again",
            base: Base::E2021,
            edits: &[("行政规范性文件\t2\t1\t7", "行政规范性文件\t2\t2\t0")],
            expect: Expect::Only(&["disclosure/normative_documents/in_force"]),
        },
        Case {
            name: "as many as issued",
            base: Base::E2021,
            edits: &[("行政规范性文件\t2\t1\t7", "行政规范性文件\t5\t2\t5")],
            expect: Expect::Silent,
        },
        Case {
            name: "the graver rule speaks",
            base: Base::E2021,
            edits: &[("行政规范性文件\t2\t1\t7", "行政规范性文件\t5\t0\t2")],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    let table = TableKey::Disclosure;
    look_at_rows(context, record, table, &["in_force", "issued", "repealed"], &|cells| {
        let &[(place, in_force), (other, issued), (_, repealed)] = cells else { return None };
        // Fewer than issued less repealed is more than a hint (T2-B03).
        let is_graver = issued.checked_sub(repealed).is_some_and(|left| in_force < left);
        (in_force < issued && !is_graver).then(|| {
            finding_on(context, CODE, Severity::Hint, place)
                .with_related(context.related(other, Role::Against))
                .with("r", Arg::Row(table, place.row))
                .with("a", in_force)
                .with("b", issued)
        })
    });
}
