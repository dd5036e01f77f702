//! T3-V08

use crate::finding::{Finding, Role, Severity};
use crate::form::TableKey;
use crate::gather::Gather;
use crate::lang::Text;
use crate::rule::blanks;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::cells::Filled;
use crate::rule::filling::fill;
use crate::rule::{Context, Record, Rule, Scope, basis, prose::prose};
use crate::text::Number;

const CODE: &str = "T3-V08";

/// （七）总计 left blank as a whole.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Warning,
    scope: Scope::WithForm,
    prose: prose! {
        message: Text::new("表三“（七）总计”整行未填", "Row （七）总计 is entirely blank"),
        what: Text::new(
            "表三“（七）总计”一行是否整行空白。",
            "Whether the row （七）总计 of Table 3 is blank as a whole.",
        ),
        why: Text::new(
            "缺了总计，办结数和结转数都无从核对；已有办理结果时按错误处理。",
            "Without it neither the number closed nor the number carried out can be checked; where there are results it counts as an error.",
        ),
        how: Text::new(
            "填写各列办理结果之和，没有的填 0。",
            "Put in the sum of the results of every column, 0 where there are none.",
        ),
        example: Text::new(
            "各项结果都填了，“（七）总计”七格全空。",
            "All results are filled in and the seven cells of （七）总计 are blank.",
        ),
        basis: basis::APPLICATIONS_SUMS,
        silent: Text::new(
            "只空了其中几格（T3-V03、T3-V04）；表三还有别的行也整行空白且没有办理结果；整行都填了 0。",
            "Where only some of its cells are blank (T3-V03, T3-V04), where other rows are blank as well and there are no results, and where the row holds zeros.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "results and no total",
            base: Base::E2021,
            edits: &[("（七）总计\t\t10\t3\t0\t0\t1\t0\t14", "（七）总计\t\t\t\t\t\t\t\t")],
            expect: Expect::Only(&["applications/closed/natural_person"]),
        },
        Case {
            name: "slashes all along",
            base: Base::E2019,
            edits: &[("（七）总计\t\t6\t2\t0\t0\t0\t0\t8", "（七）总计\t\t/\t/\t/\t/\t/\t/\t/")],
            expect: Expect::Only(&["applications/closed/natural_person"]),
        },
        Case {
            name: "one blank total",
            base: Base::E2021,
            edits: &[("（七）总计\t\t10\t3\t0\t0\t1\t0\t14", "（七）总计\t\t10\t\t0\t0\t1\t0\t14")],
            expect: Expect::Silent,
        },
        Case {
            name: "a row of zeros",
            base: Base::E2021,
            edits: &[(
                "一、本年新收政府信息公开申请数量\t\t\t9\t3\t0\t0\t1\t0\t13",
                "一、本年新收政府信息公开申请数量\t\t\t0\t0\t0\t0\t0\t0\t0",
            )],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    if let Some(reason) = Context::why_unread(context.report, TableKey::Applications) {
        return record.unassessable(reason);
    }
    if !blanks::whole_closed_row(context) {
        return record.pass();
    }
    let row = blanks::closed_row(context);
    let expected = |place| {
        let total = context.sums.blank_totals.iter().find(|total| total.cell == place);
        total.map_or(Number::ZERO, |total| total.expected)
    };
    // It stands for the blank totals of the row (T3-V04), so it is as grave as they are.
    let has_results = row.iter().any(|place| !expected(*place).is_zero());
    let severity = if has_results { Severity::Error } else { Severity::Warning };
    let mut finding = Finding::new(CODE, severity).on_cell(row[0], context.cell(row[0]).span);
    for place in &row[1..] {
        finding = finding.with_related(context.related(*place, Role::Same));
    }
    let numbers: Vec<Filled> = row.iter().map(|place| (*place, expected(*place))).gather();
    finding.fix = fill(context, &numbers);
    record.find(finding);
}
