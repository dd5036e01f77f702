//! Y-03

use super::{CARRIED_FIGURES, Years};
use crate::finding::{Arg, Role, Severity};
use crate::form::{EditionId, TableKey};
use crate::lang::Text;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::cells::finding_on;
use crate::rule::{Context, Record, Rule, Scope, prose::prose};

const CODE: &str = "Y-03";

/// The rows of 表二 that count documents.
pub(super) const ROWS: [&str; 2] = ["regulations", "normative_documents"];

/// 存量: last year's documents in force, more those issued, less those repealed.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Warning,
    scope: Scope::ComparedEditions(&[EditionId::E2021]),
    prose: prose! {
        message: Text::new("{r}：{v0}+{i}−{d}≠{v1}", "{r}: {v0}+{i}−{d} ≠ {v1}"),
        what: Text::new(
            "规章、行政规范性文件：上年现行有效＋本年制发－本年废止，是否等于本年现行有效。",
            "Whether the documents in force last year, more those issued and less those repealed, are those in force.",
        ),
        why: Text::new(
            "现行有效件数是逐年累计的存量，两年之间只因制发和废止而变。",
            "The number in force is a stock that changes only by issuing and repealing.",
        ),
        how: Text::new(
            "会同司法行政部门核对三个数和上年的现行有效件数；清理宣布失效、机构改革划转的可不改，建议说明。",
            "Check the three numbers and last year's; leave them if documents lapsed or were transferred, and better say so.",
        ),
        example: Text::new(
            "上年现行有效 6，本年制发 2、废止 1，现行有效却填 9。",
            "6 in force last year, 2 issued, 1 repealed, and 9 are given as in force.",
        ),
        basis: CARRIED_FIGURES,
        silent: Text::new(
            "上年报告不是 2021 版表式；要用的格空白或没有读到；废止数本身已超过可废止的（Y-05）或现行有效少于制发减废止的（T2-B03）。",
            "Where last year's report is on another form or a cell is blank or was not read; where more were repealed than there were (Y-05) or fewer are in force than issued less repealed (T2-B03).",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "six, and two, less one, are nine",
            base: Base::After2021(&[]),
            edits: &[("行政规范性文件\t2\t1\t7", "行政规范性文件\t2\t1\t9")],
            expect: Expect::Only(&["disclosure/normative_documents/in_force"]),
        },
        Case {
            name: "last year there were more",
            base: Base::After2021(&[("行政规范性文件\t1\t0\t6", "行政规范性文件\t1\t0\t11")]),
            edits: &[],
            expect: Expect::Only(&["disclosure/normative_documents/in_force"]),
        },
        Case { name: "the stock agrees", base: Base::After2021(&[]), edits: &[], expect: Expect::Silent },
        Case {
            name: "last year's number was not filled in",
            base: Base::After2021(&[("行政规范性文件\t1\t0\t6", "行政规范性文件\t1\t0\t")]),
            edits: &[],
            expect: Expect::Silent,
        },
        Case {
            name: "more repealed than there were is said once",
            base: Base::After2021(&[]),
            edits: &[("行政规范性文件\t2\t1\t7", "行政规范性文件\t2\t10\t7")],
            expect: Expect::Silent,
        },
        Case {
            name: "the form of 2019 counts other things",
            base: Base::After2019(&[("规范性文件\t2\t2\t8", "规范性文件\t2\t2\t20")]),
            edits: &[],
            expect: Expect::Silent,
        },
        Case {
            name: "more issued than are in force, which T2-B03 says",
            base: Base::After2021(&[]),
            edits: &[("行政规范性文件\t2\t1\t7", "行政规范性文件\t9\t1\t7")],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    let table = TableKey::Disclosure;
    let Some(years) = Years::of_one_edition(context, record, table) else { return };
    for row in ROWS {
        let now = [(row, "in_force"), (row, "issued"), (row, "repealed")];
        let Some((now, before)) = years.numbers(record, &now, &[(row, "in_force")]) else { continue };
        let [(place, in_force), (from, issued), (to, repealed)] = now[..] else { continue };
        let due = before[0] + issued - repealed;
        if due == in_force {
            record.pass();
        } else if due.is_negative() || in_force < issued - repealed {
            record.fail_explained();
        } else {
            record.find(
                finding_on(context, CODE, Severity::Warning, place)
                    .with_numbers(Some(in_force), Some(due))
                    .with_related(context.related(from, Role::Addend))
                    .with_related(context.related(to, Role::Against))
                    .with("r", Arg::Row(table, place.row))
                    .with("v0", before[0])
                    .with("i", issued)
                    .with("d", repealed)
                    .with("v1", in_force),
            );
        }
    }
}
