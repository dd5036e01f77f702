//! T3-C06

use crate::finding::{Arg, Finding, Related, Role, Severity};
use crate::form::{CellRef, TableKey};
use crate::gather::Gather;
use crate::lang::Text;
use crate::report::ExtraRow;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::{Context, Record, Rule, Scope, basis, prose::prose};
use crate::text::Number;

const CODE: &str = "T3-C06";

/// A subtotal that somebody added is the sum of its rows.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Warning,
    scope: Scope::WithForm,
    prose: prose! {
        message: Text::new("“{g}”小计{a}≠子项和{b}", "Subtotal \"{g}\" {a} ≠ {b}"),
        what: Text::new(
            "自行加的小计行是否等于它下面各子项之和。",
            "Whether a subtotal row that was added is the sum of its rows.",
        ),
        why: Text::new(
            "统一格式没有小计格；既然加了，就要与子项一致。",
            "The uniform form has no subtotals; where one was added it has to agree with its rows.",
        ),
        how: Text::new(
            "改正小计，或者按统一格式删去小计行。",
            "Mend the subtotal, or delete the row as the uniform form has none.",
        ),
        example: Text::new(
            "“（三）不予公开”小计写 3，八个子项合计 2。",
            "The subtotal of （三） says 3, its eight rows sum to 2.",
        ),
        basis: basis::UNIFORM_FORM,
        silent: Text::new(
            "组标签所在行没有数字；子项中有没有读到的格；误差正是 T3-C05 已指出的那一格造成的。",
            "Where the group's row has no numbers, where a part was not read, and where the one wrong cell that T3-C05 names is the cause.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "a subtotal one too large",
            base: Base::E2021,
            edits: &[(
                "\t（四）无法提供\t1.",
                "\t（三）不予公开\t小计\t3\t0\t0\t0\t0\t0\t3\n\t（四）无法提供\t1.",
            )],
            expect: Expect::Finds(&["3"]),
        },
        Case {
            name: "a subtotal that forgot the legal persons",
            base: Base::E2021,
            edits: &[(
                "\t（五）不予处理\t1.",
                "\t（四）无法提供\t小计\t2\t0\t0\t0\t0\t0\t2\n\t（五）不予处理\t1.",
            )],
            expect: Expect::Finds(&["0"]),
        },
        Case {
            name: "a right subtotal",
            base: Base::E2021,
            edits: &[(
                "\t（四）无法提供\t1.",
                "\t（三）不予公开\t小计\t2\t0\t0\t0\t0\t0\t2\n\t（四）无法提供\t1.",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "no subtotal",
            base: Base::E2019,
            edits: &[("1.属于国家秘密\t0\t0\t0\t0\t0\t0\t0", "1.属于国家秘密\t0\t0\t0\t0\t0\t0\t0")],
            expect: Expect::Silent,
        },
        Case {
            name: "the one wrong cell makes it wrong, and T3-C05 says so",
            base: Base::E2021,
            edits: &[
                ("4.保护第三方合法权益\t1", "4.保护第三方合法权益\t2"),
                ("\t（四）无法提供\t1.", "\t（三）不予公开\t小计\t2\t0\t0\t0\t0\t0\t2\n\t（四）无法提供\t1."),
            ],
            expect: Expect::Silent,
        },
    ],
};

const TABLE: TableKey = TableKey::Applications;

fn detect(context: &Context, record: &mut Record) {
    if let Some(reason) = Context::why_unread(context.report, TABLE) {
        return record.unassessable(reason);
    }
    for row in &context.report.table(TABLE).extra_rows {
        if let Some(key) = row.group {
            look(context, record, row, key);
        }
    }
}

/// One look at a subtotal row; the columns that do not hold are one finding.
fn look(context: &Context, record: &mut Record, row: &ExtraRow, key: &'static str) {
    let Some(form) = context.form() else { return };
    let table = form.table(TABLE);
    let Some(group) = table.groups.iter().find(|group| group.key == key) else { return };
    let mut found: Option<Finding> = None;
    let mut is_explained = false;
    for (column, cell) in row.cells.iter().enumerate() {
        let parts: Vec<CellRef> = table
            .cells()
            .filter(|place| place.column as usize == column && table.row(place.row).group == Some(key))
            .gather();
        let (Some(actual), Some(expected)) = (cell.value, sum(context, &parts)) else { continue };
        if actual == expected {
            continue;
        }
        // Right once the one wrong cell is mended: that finding says it all.
        if let Some(cause) = context.sums.cause
            && parts.contains(&cause.cell)
            && expected - cause.actual + cause.expected == actual
        {
            is_explained = true;
            continue;
        }
        if let Some(finding) = &mut found {
            finding.related.push(Related { cell: None, span: cell.span, role: Role::Same });
            continue;
        }
        let mut finding = Finding::new(CODE, Severity::Warning)
            .with_numbers(Some(actual), Some(expected))
            .with("g", Arg::Literal([group.ordinal, group.label].concat()))
            .with("a", actual)
            .with("b", expected);
        finding.span = cell.span;
        for part in parts {
            finding = finding.with_related(context.related(part, Role::Addend));
        }
        found = Some(finding);
    }
    match found {
        Some(finding) => record.find(finding),
        None if is_explained => record.fail_explained(),
        None => record.pass(),
    }
}

fn sum(context: &Context, parts: &[CellRef]) -> Option<Number> {
    parts.iter().try_fold(Number::ZERO, |sum, part| sum.checked_add(context.cell(*part).in_sum()?))
}
