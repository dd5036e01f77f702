//! T2-B08

use crate::finding::{Related, Role, Severity};
use crate::form::{EditionId, TableKey};
use crate::lang::Text;
use crate::parse::prose::{Quantity, UnitKind};
use crate::rule::body::{Kind, Level};
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::cells::{finding_on, place};
use crate::rule::year::sudden_change;
use crate::rule::{Context, Reason, Record, Rule, Scope, prose::prose};
use crate::text::Number;
use crate::text::find::holds;

const CODE: &str = "T2-B08";

/// 收费金额量级异常: fees that look like yuan in a column of 万元.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Hint,
    scope: Scope::Editions(&[EditionId::E2021]),
    prose: prose! {
        message: Text::new(
            "收费金额{v}万元量级异常，请核单位",
            "Fees of {v} 万元 look like yuan; please check the unit",
        ),
        what: Text::new(
            "行政事业性收费的金额是不是把元填成了万元。",
            "Whether administrative fees were entered in yuan where 万元 are asked for.",
        ),
        why: Text::new(
            "表头的单位是万元；填成元，汇总会大一万倍。",
            "The head asks for 万元; an amount in yuan is ten thousand times too large.",
        ),
        how: Text::new("核对单位，折算成万元。", "Check the unit and convert to 万元."),
        example: Text::new(
            "正文写“收费45000元”，表里填45000，应为4.5。",
            "The prose says 45000元 and the cell 45000; it should be 4.5.",
        ),
        basis: Text::new("国办公开办函〔2021〕30号表二（单位：万元）", "Table 2 of the 2021 form (in 万元)"),
        silent: Text::new(
            "乡镇、街道、县区部门不超过1亿元的不报；政府和市级以上部门的数额可以很大，只在正文写明同一数字的单位是元时才报。",
            "Up to 100 million yuan for towns, streets and departments of counties. Those of governments and of higher departments can be large and are only reported where the prose gives the same number in yuan.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "a town with more than a hundred million",
            base: Base::E2021,
            edits: &[("行政事业性收费\t4.5", "行政事业性收费\t45000")],
            expect: Expect::Only(&["disclosure/fees/amount"]),
        },
        Case {
            name: "the prose gives the number in yuan",
            base: Base::E2021,
            edits: &[
                ("行政事业性收费\t4.5", "行政事业性收费\t4500"),
                ("及时更新栏目内容。", "及时更新栏目内容。公开行政事业性收费4500元的明细。"),
            ],
            expect: Expect::Only(&["disclosure/fees/amount"]),
        },
        Case {
            name: "a city's government",
            base: Base::E2021,
            edits: &[
                ("云溪县青禾镇人民政府\n", "云溪市人民政府\n"),
                ("行政事业性收费\t4.5", "行政事业性收费\t96171.6"),
            ],
            expect: Expect::Silent,
        },
        Case {
            name: "the prose gives the same amount in 万元",
            base: Base::E2021,
            edits: &[
                ("行政事业性收费\t4.5", "行政事业性收费\t1200"),
                ("及时更新栏目内容。", "及时更新栏目内容。全年行政事业性收费1200万元。"),
            ],
            expect: Expect::Silent,
        },
    ],
};

/// More than this, in 万元, a small body does not take.
const MOST: i64 = 10_000;
/// Smaller numbers are the same in the prose by chance.
const SPEAKING: i64 = 1_000;

fn detect(context: &Context, record: &mut Record) {
    if let Some(reason) = Context::why_unread(context.report, TableKey::Disclosure) {
        return record.unassessable(reason);
    }
    let fees = place(context, TableKey::Disclosure, "fees", "amount");
    let Some((cell, amount)) = fees.and_then(|cell| Some((cell, context.cell(cell).value?))) else {
        return record.unassessable(Reason::CellUnread);
    };
    let is_small = context.body.is_some_and(|body| {
        body.is_below_county() || body.kind == Kind::Department && body.level == Some(Level::County)
    });
    let said = said_in_yuan(context, amount);
    if said.is_none() && !(is_small && amount > Number::from(MOST)) {
        return record.pass();
    }
    // Held against last year's amount it says more.
    if sudden_change::finds(context, cell) {
        return record.fail_explained();
    }
    let mut finding = finding_on(context, CODE, Severity::Hint, cell).with("v", amount);
    if let Some(said) = said {
        finding = finding.with_related(Related::at(said.span, Role::Claim));
    }
    record.find(finding);
}

/// Where the prose gives the same number in yuan, as fees.
fn said_in_yuan<'a>(context: &Context<'a>, amount: Number) -> Option<&'a Quantity> {
    let prose = context.prose;
    prose.quantities.iter().find(|quantity| {
        let is_it = quantity.unit.kind == UnitKind::Money && quantity.value == amount && quantity.is_exact();
        is_it
            && amount >= Number::from(SPEAKING)
            && holds(prose.words(prose.clauses[quantity.clause as usize].part), "收费")
    })
}
