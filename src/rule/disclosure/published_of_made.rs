//! T2-A05

use crate::finding::{Arg, Role, Severity};
use crate::form::{EditionId, TableKey};
use crate::lang::Text;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::cells::{finding_on, look_at_rows};
use crate::rule::sums::is_count;
use crate::rule::{Context, Record, Rule, Scope, basis, prose::prose};

const CODE: &str = "T2-A05";

/// More published this year than made.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Hint,
    scope: Scope::Editions(&[EditionId::E2019]),
    prose: prose! {
        message: Text::new("{r}本年新公开{a}大于新制作{b}，请核", "{r}: opened {a} > made {b}; please verify"),
        what: Text::new(
            "本年新公开数量是否大于本年新制作数量。",
            "Whether more was newly published than was made this year.",
        ),
        why: Text::new(
            "往年制作、今年公开是合法的，但也可能是填串了列。",
            "Older documents may be published this year; but columns may also have changed places.",
        ),
        how: Text::new(
            "核对两个数；确有往年文件今年公开的不用改。",
            "Check both numbers; leave them if older documents were indeed published this year.",
        ),
        example: Text::new("本年新制作 2，本年新公开 5。", "2 made, 5 newly published."),
        basis: basis::FORM_2019,
        silent: Text::new(
            "两数相等或新公开较少；其中一格空白，或“新制作”不是件数；没有规章制定权的单位填了规章的，由 T2-B05 报。",
            "Where as many or fewer were published; where a cell is blank or the number made is no count; 规章 of a body that can issue none are told by T2-B05.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "five published of three made",
            base: Base::E2019,
            edits: &[("规范性文件\t3\t3\t11", "规范性文件\t3\t5\t11")],
            expect: Expect::Only(&["disclosure/normative_documents/published"]),
        },
        Case {
            name: "one published of none made",
            base: Base::E2019,
            edits: &[("规范性文件\t3\t3\t11", "规范性文件\t0\t1\t11")],
            expect: Expect::Only(&["disclosure/normative_documents/published"]),
        },
        Case {
            name: "fewer published than made",
            base: Base::E2019,
            edits: &[("规范性文件\t3\t3\t11", "规范性文件\t3\t2\t11")],
            expect: Expect::Silent,
        },
        Case {
            name: "all made were published",
            base: Base::E2019,
            edits: &[("规范性文件\t3\t3\t11", "规范性文件\t4\t4\t11")],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    let table = TableKey::Disclosure;
    look_at_rows(context, record, table, &["published", "made"], &|cells| {
        let &[(place, published), (other, made)] = cells else { return None };
        (published > made && is_count(made)).then(|| {
            finding_on(context, CODE, Severity::Hint, place)
                .with_related(context.related(other, Role::Against))
                .with("r", Arg::Row(table, place.row))
                .with("a", published)
                .with("b", made)
        })
    });
}
