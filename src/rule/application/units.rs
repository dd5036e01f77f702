//! T3-V06

use crate::finding::Severity;
use crate::form::TableKey;
use crate::lang::Text;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::writing::{Writing, find_writing};
use crate::rule::{Context, Record, Rule, Scope, basis, prose::prose};

const CODE: &str = "T3-V06";

/// Cells of 表三 hold a bare number.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Hint,
    scope: Scope::WithForm,
    prose: prose! {
        message: Text::new(
            "{cell}“{v}”带单位或说明，规范为 {n}",
            "{cell}: \"{v}\" has a unit or a note; write {n}",
        ),
        what: Text::new(
            "表三的格里是否只写数字，不带“件”等单位或说明。",
            "Whether the cells of Table 3 hold a bare number, without a unit or a note.",
        ),
        why: Text::new(
            "单位由表头统一规定，格内再写不便汇总。",
            "The form sets the unit; repeating it in a cell gets in the way of adding up.",
        ),
        how: Text::new(
            "删去单位，只留数字；说明移到表外。",
            "Delete the unit; move a note out of the table.",
        ),
        example: Text::new("“3件”应写“3”。", "\"3件\" should read \"3\"."),
        basis: basis::UNIFORM_FORM,
        silent: Text::new(
            "全角数字、千分位、中文数字由 T3-V02 报；没有数字的文字由 T3-V01 报。",
            "Other ways of writing a number are T3-V02's; words without a number T3-V01's.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "件 after the number",
            base: Base::E2021,
            edits: &[(
                "一、本年新收政府信息公开申请数量\t\t\t9\t3\t0\t0\t1\t0\t13",
                "一、本年新收政府信息公开申请数量\t\t\t9件\t3\t0\t0\t1\t0\t13",
            )],
            expect: Expect::Only(&["applications/received/natural_person"]),
        },
        Case {
            name: "a note after the number",
            base: Base::E2021,
            edits: &[(
                "一、本年新收政府信息公开申请数量\t\t\t9\t3\t0\t0\t1\t0\t13",
                "一、本年新收政府信息公开申请数量\t\t\t9\t3\t0\t0\t1\t0\t13（含线上5件）",
            )],
            expect: Expect::Only(&["applications/received/total"]),
        },
        Case {
            name: "a bare number",
            base: Base::E2021,
            edits: &[(
                "一、本年新收政府信息公开申请数量\t\t\t9\t3\t0\t0\t1\t0\t13",
                "一、本年新收政府信息公开申请数量\t\t\t9\t3\t0\t0\t1\t0\t13",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "full-width digits are another matter",
            base: Base::E2021,
            edits: &[(
                "一、本年新收政府信息公开申请数量\t\t\t9\t3\t0\t0\t1\t0\t13",
                "一、本年新收政府信息公开申请数量\t\t\t９\t3\t0\t0\t1\t0\t13",
            )],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    find_writing(context, record, CODE, TableKey::Applications, Writing::WithWords, &|_| false);
}
