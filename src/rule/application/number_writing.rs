//! T3-V02

use crate::finding::Severity;
use crate::form::TableKey;
use crate::lang::Text;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::writing::{Writing, find_writing};
use crate::rule::{Context, Record, Rule, Scope, basis, prose::prose};

const CODE: &str = "T3-V02";

/// Numbers of 表三 stand in plain digits.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Hint,
    scope: Scope::WithForm,
    prose: prose! {
        message: Text::new("{cell}“{v}”已按 {n} 处理", "{cell}: \"{v}\" read as {n}"),
        what: Text::new(
            "表三的数字是否用半角阿拉伯数字书写，不加千分位。",
            "Whether the numbers of Table 3 stand in plain digits without thousands marks.",
        ),
        why: Text::new(
            "全角、中文数字和千分位不便汇总和机器读取。",
            "Full-width digits, Chinese numerals and thousands marks get in the way of adding up and of reading by machine.",
        ),
        how: Text::new("改为半角阿拉伯数字。", "Write the number in plain digits."),
        example: Text::new("“１２”“1,234”“十二”。", "“１２”, \"1,234\", “十二”."),
        basis: basis::UNIFORM_FORM,
        silent: Text::new(
            "数字前后的空格；带单位或说明的由 T3-V06 报；读不成数字的由 T3-V01 报。",
            "Spaces around digits; a unit or a note is T3-V06's; what is no number T3-V01's.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "full-width digits",
            base: Base::E2021,
            edits: &[(
                "一、本年新收政府信息公开申请数量\t\t\t9\t3\t0\t0\t1\t0\t13",
                "一、本年新收政府信息公开申请数量\t\t\t９\t3\t0\t0\t1\t0\t13",
            )],
            expect: Expect::Only(&["applications/received/natural_person"]),
        },
        Case {
            name: "three cells are three findings",
            base: Base::E2021,
            edits: &[(
                "一、本年新收政府信息公开申请数量\t\t\t9\t3\t0\t0\t1\t0\t13",
                "一、本年新收政府信息公开申请数量\t\t\t９\t３\t０\t0\t1\t0\t13",
            )],
            expect: Expect::Only(&[
                "applications/received/natural_person",
                "applications/received/enterprise",
                "applications/received/research",
            ]),
        },
        Case {
            name: "more are one habit and one finding",
            base: Base::E2021,
            edits: &[(
                "一、本年新收政府信息公开申请数量\t\t\t9\t3\t0\t0\t1\t0\t13",
                "一、本年新收政府信息公开申请数量\t\t\t９\t３\t０\t０\t１\t０\t１３",
            )],
            expect: Expect::Only(&["applications/received/natural_person"]),
        },
        Case {
            name: "a Chinese numeral",
            base: Base::E2021,
            edits: &[(
                "一、本年新收政府信息公开申请数量\t\t\t9\t3\t0\t0\t1\t0\t13",
                "一、本年新收政府信息公开申请数量\t\t\t9\t三\t0\t0\t1\t0\t13",
            )],
            expect: Expect::Only(&["applications/received/enterprise"]),
        },
        Case {
            name: "plain digits between no-break spaces",
            base: Base::E2021,
            edits: &[(
                "一、本年新收政府信息公开申请数量\t\t\t9\t3\t0\t0\t1\t0\t13",
                "一、本年新收政府信息公开申请数量\t\t\t 9 \t3\t0\t0\t1\t0\t13",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "a unit is another matter",
            base: Base::E2021,
            edits: &[(
                "一、本年新收政府信息公开申请数量\t\t\t9\t3\t0\t0\t1\t0\t13",
                "一、本年新收政府信息公开申请数量\t\t\t9件\t3\t0\t0\t1\t0\t13",
            )],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    find_writing(context, record, CODE, TableKey::Applications, Writing::Dressed, &|_| false);
}
