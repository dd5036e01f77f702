//! Y-05

use super::documents_in_force::ROWS;
use super::{CARRIED_FIGURES, Years};
use crate::finding::{Arg, Role, Severity};
use crate::form::{EditionId, TableKey};
use crate::lang::Text;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::cells::finding_on;
use crate::rule::{Context, Record, Rule, Scope, prose::prose};

const CODE: &str = "Y-05";

/// 废止数: no more documents are repealed than there were.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Warning,
    scope: Scope::ComparedEditions(&[EditionId::E2021]),
    prose: prose! {
        message: Text::new("{r}废止{a}超过可废止{b}", "{r}: repealed {a} > {b}"),
        what: Text::new(
            "本年废止件数是否超过上年现行有效与本年制发之和。",
            "Whether more documents were repealed than were in force last year or issued this year.",
        ),
        why: Text::new("没有的文件不能废止，其中必有一个数不对。", "What was not there cannot be repealed, so one of the numbers is wrong."),
        how: Text::new(
            "核对本年废止数和上年的现行有效数；上年漏报的，按规定更正。",
            "Check the number repealed and last year's number in force, and correct the one that is wrong.",
        ),
        example: Text::new(
            "上年现行有效 6，本年制发 2，废止却填 10。",
            "6 in force last year, 2 issued, and 10 are given as repealed.",
        ),
        basis: CARRIED_FIGURES,
        silent: Text::new(
            "上年报告不是 2021 版表式；要用的格空白或没有读到。",
            "Where last year's report is on another form or a cell is blank or was not read.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "ten repealed of eight",
            base: Base::After2021(&[]),
            edits: &[("行政规范性文件\t2\t1\t7", "行政规范性文件\t2\t10\t7")],
            expect: Expect::Only(&["disclosure/normative_documents/repealed"]),
        },
        Case {
            name: "last year none were in force",
            base: Base::After2021(&[("行政规范性文件\t1\t0\t6", "行政规范性文件\t0\t0\t0")]),
            edits: &[("行政规范性文件\t2\t1\t7", "行政规范性文件\t2\t3\t7")],
            expect: Expect::Only(&["disclosure/normative_documents/repealed"]),
        },
        Case {
            name: "all there were",
            base: Base::After2021(&[]),
            edits: &[("行政规范性文件\t2\t1\t7", "行政规范性文件\t2\t8\t0")],
            expect: Expect::Silent,
        },
        Case {
            name: "last year's number is not known",
            base: Base::After2021(&[("行政规范性文件\t1\t0\t6", "行政规范性文件\t1\t0\t")]),
            edits: &[("行政规范性文件\t2\t1\t7", "行政规范性文件\t2\t10\t7")],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    let table = TableKey::Disclosure;
    let Some(years) = Years::of_one_edition(context, record, table) else { return };
    for row in ROWS {
        let now = [(row, "repealed"), (row, "issued")];
        let Some((now, before)) = years.numbers(record, &now, &[(row, "in_force")]) else { continue };
        let [(place, repealed), (other, issued)] = now[..] else { continue };
        let most = before[0] + issued;
        if repealed <= most {
            record.pass();
            continue;
        }
        record.find(
            finding_on(context, CODE, Severity::Warning, place)
                .with_related(context.related(other, Role::Against))
                .with("r", Arg::Row(table, place.row))
                .with("a", repealed)
                .with("b", most),
        );
    }
}
