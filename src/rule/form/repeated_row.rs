//! F-13

use crate::finding::{Arg, Finding, Related, Role, Severity};
use crate::form::TableKey;
use crate::gather::Gather;
use crate::lang::Text;
use crate::order;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::{Context, Record, Rule, Scope, prose::prose};
use crate::text::Span;

const CODE: &str = "F-13";

/// 表格行重复: a row of the form stands in the table more than once.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Warning,
    scope: Scope::WithForm,
    prose: prose! {
        message: Text::new("{t}的“{row}”出现了{n}次", "\"{row}\" appears {n} times in {t}"),
        what: Text::new(
            "统一格式的同一行有没有出现两次以上；表头和组标签因分页重复不算。",
            "Whether a row of the form stands there more than once; heads and group labels repeated on a new page do not count.",
        ),
        why: Text::new(
            "同一行有两组数字，无法判断哪一组有效，汇总时还会重复计算。",
            "With two sets of figures nobody knows which one counts, and adding up counts both.",
        ),
        how: Text::new("核对后只保留一行。", "See which one is right and keep only that."),
        example: Text::new("表三有两行“2.重复申请”。", "Table 3 has two rows 2.重复申请."),
        basis: Text::new("国办公开办函〔2021〕30号", "Notice 国办公开办函〔2021〕30号"),
        silent: Text::new(
            "表头、组标签因分页重复不算；不同位置的同名行（其他、总计）不算。",
            "Heads and group labels repeated on a new page; rows of the same name in different places of the form.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "a row twice",
            base: Base::E2021,
            edits: &[(
                "\t\t2.重复申请\t0\t0\t0\t0\t0\t0\t0\n",
                "\t\t2.重复申请\t0\t0\t0\t0\t0\t0\t0\n\t\t2.重复申请\t0\t0\t0\t0\t0\t0\t0\n",
            )],
            expect: Expect::Finds(&["2.重复申请"]),
        },
        Case {
            name: "two neighbouring rows twice are one finding",
            base: Base::E2019,
            edits: &[(
                "行政处罚\t30\t+4\t22\n行政强制\t2\t0\t1\n",
                "行政处罚\t30\t+4\t22\n行政强制\t2\t0\t1\n行政处罚\t30\t+4\t22\n行政强制\t2\t0\t1\n",
            )],
            expect: Expect::Finds(&["行政处罚"]),
        },
        Case {
            name: "a label with a definition that names the other row",
            base: Base::E2019,
            edits: &[(
                "规章\t",
                "规章：指省、自治区、直辖市和设区的市的人民政府依法制定的规范性文件，名称一般称规定、办法\t",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "numbered notes below the table that begin with the rows' names",
            base: Base::E2021,
            edits: &[(
                "行政事业性收费\t4.5\t\t\n",
                "行政事业性收费\t4.5\t\t\n注：\n1.行政许可决定含变更、延续。\n2.行政处罚：当场作出的未计入\n",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "a row twice of which the second is blank",
            base: Base::E2021,
            edits: &[("行政强制\t0\t\t\n", "行政强制\t0\t\t\n行政强制\t\t\t\n")],
            expect: Expect::Finds(&["行政强制"]),
        },
        Case { name: "every row once", base: Base::E2021, edits: &[], expect: Expect::Silent },
        Case {
            name: "a group label repeated on a new page",
            base: Base::E2021,
            edits: &[("\t\t2.重复申请", "三、本年度办理结果\t（五）不予处理\t2.重复申请")],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    for key in TableKey::ALL {
        let table = context.report.table(key);
        if let Some(reason) = Context::why_unread(context.report, key) {
            record.unassessable(reason);
            continue;
        }
        // Neighbouring rows that are there equally often were repeated together.
        let mut all_once = true;
        let mut next = 0;
        for run in table.rows.chunk_by(|a, b| a.repeats.len() == b.repeats.len()) {
            let first = next;
            next += run.len();
            let Some(again) = run[0].repeats.first() else { continue };
            all_once = false;
            let mut others: Vec<Span> =
                run.iter().flat_map(|row| &row.repeats).copied().filter(|span| span != again).gather();
            order::by_key(&mut others, |other| order::span(*other));
            let rows = (first..next).map(|row| Arg::Row(key, row as u8)).gather();
            let mut finding = Finding::new(CODE, Severity::Warning)
                .at_all([*again].into_iter().chain(others))
                .with("t", Arg::Table(key))
                .with("row", Arg::List(rows))
                .with("n", run[0].repeats.len() + 1);
            for label in run.iter().filter_map(|row| row.label) {
                finding = finding.with_related(Related::at(label, Role::Against));
            }
            record.find(finding);
        }
        if all_once {
            record.pass();
        }
    }
}
