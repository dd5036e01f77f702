//!

#[cfg(test)]
use super::APPLICATIONS_2021;
use super::compare::look_at_subjects;
use crate::finding::Severity;
use crate::lang::Text;
use crate::parse::claims::Subject;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::{Context, Record, Rule, Scope, prose::prose};

const CODE: &str = "X-08";

/// 无法提供不符: the number that could not be provided is not the sum of its rows.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Warning,
    scope: Scope::WithForm,
    prose: prose! {
        message: Text::new("正文无法提供{a}件，表三合计{b}件", "Unavailable: the prose says {a}, Table 3 says {b}"),
        what: Text::new("正文说的无法提供件数，与表三各子项之和是否一致。", "Whether the number of applications unavailable is the sum of their rows in Table 3."),
        why: Text::new("正文与表格写的是同一件事，两个数不同，必有一处写错。", "The prose and the table tell the same thing; where they differ, one of them is wrong."),
        how: Text::new("对照台账核实，把写错的一处改过来；改正文可用建议的数。", "Check against the records and correct whichever is wrong; the suggested number is the table's."),
        example: Text::new("正文写“无法提供4件”，表三三个子项合计为3。", "The prose says 4 could not be provided; the rows of Table 3 sum to 3."),
        basis: Text::new("《政府信息公开条例》第五十条；统一格式表三（正文与表格应一致）", "Regulations on Government Information Disclosure, art. 50; Table 3 of the uniform form (prose and table must agree)"),
        silent: Text::new("句中说明是因为不掌握相关信息、而数字等于该子项的不报。说的是往年、半年、季度、多年累计或别的单位的数，只是其中一种申请渠道的数，或是约数、区间时不报；全市、累计等口径可能更宽的，只作提示。表没有读出来、表内数字自己就不相符时也不报。", "Where the sentence says the body does not hold it, that row alone may be meant. Silent where the number is another year's, part of a year's, another body's or one channel's, or only approximate; a wider scope (the whole city, a running total) makes it a hint. Silent too where the table was not read or contradicts itself."),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "the name before the number",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，无法提供4件。")],
            expect: Expect::Finds(&["4件"]),
        },
        Case {
            name: "in quotation marks",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，其中“无法提供”5件。")],
            expect: Expect::Finds(&["5件"]),
        },
        Case {
            name: "the number before the name",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，其中6件无法提供。")],
            expect: Expect::Finds(&["6件"]),
        },
        Case {
            name: "answers",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，答复无法提供7件。")],
            expect: Expect::Finds(&["7件"]),
        },
        Case {
            name: "the sum of its rows",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，无法提供3件。")],
            expect: Expect::Silent,
        },
        Case {
            name: "with the reason right before",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，因不掌握相关政府信息无法提供9件。")],
            expect: Expect::Finds(&["9件"]),
        },
        Case {
            name: "a share",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，无法提供占23.1%。")],
            expect: Expect::Silent,
        },
        Case {
            name: "copies, not applications",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，无法提供的材料9份。")],
            expect: Expect::Silent,
        },
        Case {
            name: "another year",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件。上年无法提供8件。")],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    look_at_subjects(context, record, CODE, &[Subject::Unavailable]);
}
