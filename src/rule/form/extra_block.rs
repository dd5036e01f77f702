//! F-08

use super::mixed_editions;
use crate::finding::{Arg, Finding, Severity};
use crate::form::{EditionId, TableKey};
use crate::gather::Gather;
use crate::lang::Text;
use crate::order;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::{Context, Record, Rule, Scope, prose::prose};
use crate::text::Span;

const CODE: &str = "F-08";

/// 表二多出统一格式没有的块: 表二 has a block or row that its edition does not have.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Warning,
    scope: Scope::WithForm,
    prose: prose! {
        message: Text::new("表二多出“{b}”", "Table 2 contains \"{b}\", which the form does not have"),
        what: Text::new(
            "表二有没有统一格式之外的项目。",
            "Whether Table 2 has blocks or rows that the uniform form does not have.",
        ),
        why: Text::new(
            "格式要求不遗漏、不泛化；多出的项目往往是旧表式的残留。",
            "The form is neither to be cut nor extended; what is too much is mostly left over from an older one.",
        ),
        how: Text::new(
            "删去多出的项目；确需说明的，写入第一部分的文字。",
            "Take the block out; what has to be said belongs in the prose of section one.",
        ),
        example: Text::new(
            "2021版表二里还留着“第二十条第（九）项 政府集中采购”。",
            "Table 2 of the 2021 form still has 第二十条第（九）项 政府集中采购.",
        ),
        basis: Text::new(
            "国办公开办函〔2019〕60号；国办公开办函〔2021〕30号",
            "Notices 国办公开办函〔2019〕60号 and 〔2021〕30号",
        ),
        silent: Text::new(
            "整张表是另一种式样（F-03）或两版混用（F-04）时不再逐块报；表三、表四不在此查。",
            "Where the whole table is of another form (F-03) or two editions are mixed (F-04); blocks of Table 3 and Table 4 are not looked at.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "the procurement block of 2019 in the 2021 form",
            base: Base::E2021,
            edits: &[(
                "行政事业性收费\t4.5\t\t\n",
                "行政事业性收费\t4.5\t\t\n第二十条第（九）项\t\t\t\n信息内容\t采购项目数量\t采购总金额\t\n政府集中采购\t4\t86.5\t\n",
            )],
            expect: Expect::Finds(&["第二十条第（九）项"]),
        },
        Case {
            name: "a block for budgets in the 2019 form",
            base: Base::E2019,
            edits: &[(
                "第二十条第（八）项\t\t\t\n",
                "第二十条第（七）项\t\t\t\n信息内容\t公开渠道\t\t\n财政预算、决算\t县政府网站\t\t\n第二十条第（八）项\t\t\t\n",
            )],
            expect: Expect::Finds(&["第二十条第（七）项"]),
        },
        Case { name: "the 2021 form as it is", base: Base::E2021, edits: &[], expect: Expect::Silent },
        Case { name: "the 2019 form as it is", base: Base::E2019, edits: &[], expect: Expect::Silent },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    let table = context.report.table(TableKey::Disclosure);
    if let Some(reason) = Context::why_unread(context.report, table.key) {
        return record.unassessable(reason);
    }
    let blocks = &table.extra_blocks;
    let rows: Vec<Span> = table.extra_rows.iter().map(|row| row.label).gather();
    if blocks.is_empty() && rows.is_empty() {
        return record.pass();
    }
    // A form that is another one altogether, or two in one, is said once by F-03 or F-04.
    if context.report.edition == Some(EditionId::E2019Draft)
        || table.shows == Some(EditionId::E2019Draft)
        || mixed_editions(context.report).is_some()
    {
        return record.fail_explained();
    }
    // A block names its rows.
    let named = if blocks.is_empty() { &rows } else { blocks };
    let words = named.iter().map(|span| Arg::Words(*span)).gather();
    let mut places: Vec<Span> = blocks.iter().copied().chain(rows.iter().copied()).gather();
    order::by_key(&mut places, |place| order::span(*place));
    record.find(Finding::new(CODE, Severity::Warning).at_all(places).with("b", Arg::List(words)));
}
