//! L-02

use super::super::form::certain_year;
use crate::finding::{Finding, Severity};
use crate::lang::Text;
use crate::parse::prose::{Quantity, UnitKind};
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::passage::clauses_from;
use crate::rule::{Context, Record, Rule, Scope, prose::prose};
use crate::text::find::find;
use crate::text::{Number, WordList, words};

const CODE: &str = "L-02";

/// 信息处理费金额异常: a fee that no tariff gives.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Hint,
    scope: Scope::All,
    prose: prose! {
        message: Text::new(
            "信息处理费{v}元不符合计费档次，请核",
            "A fee of {v} yuan does not fit the tariff; please verify",
        ),
        what: Text::new(
            "正文写明的信息处理费金额是不是10元的整数倍。",
            "Whether the fees for processing information are multiples of 10 yuan.",
        ),
        why: Text::new(
            "按件每件100元起、按量每页10元起，收取的金额都是10元的整数倍。",
            "The tariff charges 100 yuan and more an application, or 10 yuan and more a page.",
        ),
        how: Text::new("核对金额和单位（元、万元）。", "Check the amount and its unit (元 or 万元)."),
        example: Text::new("“全年收取信息处理费385元”。", "Fees of 385 yuan in a year."),
        basis: Text::new("国办函〔2020〕109号第四条、第五条", "Notice 国办函〔2020〕109号, articles 4 and 5"),
        silent: Text::new(
            "2020年度及以前的报告、约数、精确到百元以上的万元数、行政事业性收费等其他金额，都不报。",
            "Reports up to 2020, rough figures, amounts in 万元 that are not given to the yuan, and other amounts such as administrative charges.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "no multiple of ten",
            base: Base::E2021,
            edits: &[("未收取政府信息公开信息处理费", "收取政府信息公开信息处理费385元")],
            expect: Expect::Finds(&["385元"]),
        },
        Case {
            name: "with a fraction",
            base: Base::E2021,
            edits: &[("未收取政府信息公开信息处理费", "有2件申请收取信息处理费，共计120.5元")],
            expect: Expect::Finds(&["120.5元"]),
        },
        Case {
            name: "a number that was meant in yuan",
            base: Base::E2021,
            edits: &[("未收取政府信息公开信息处理费", "收取信息处理费0.0003万元")],
            expect: Expect::Finds(&["0.0003万元"]),
        },
        Case {
            name: "one of two",
            base: Base::E2021,
            edits: &[(
                "未收取政府信息公开信息处理费",
                "发出信息处理费收费通知3件，总金额400元，实际收取302元",
            )],
            expect: Expect::Finds(&["302元"]),
        },
        Case {
            name: "multiples of ten",
            base: Base::E2021,
            edits: &[("未收取政府信息公开信息处理费", "收取政府信息公开信息处理费3940元，其中1件380元")],
            expect: Expect::Silent,
        },
        Case {
            name: "none at all",
            base: Base::E2021,
            edits: &[("未收取政府信息公开信息处理费", "收取信息处理费0元")],
            expect: Expect::Silent,
        },
        Case {
            name: "another amount, a rough one, and one in 万元",
            base: Base::E2021,
            edits: &[(
                "2023年本机关未收取政府信息公开信息处理费。",
                "收取信息处理费约395元，合0.04万元。行政事业性收费45123元。",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "an amount in the sentence that is no fee",
            base: Base::E2021,
            edits: &[(
                "2023年本机关未收取政府信息公开信息处理费。",
                "未收取信息处理费，投入公开经费3215元。",
            )],
            expect: Expect::Silent,
        },
    ],
};

/// Words of amounts that are no fees for information.
const OTHERS: WordList = words!["经费", "资金", "投入", "事业性收费", "采购", "预算"];

fn detect(context: &Context, record: &mut Record) {
    if certain_year(context.report).is_none_or(|year| year < 2021) {
        return;
    }
    let prose = context.prose;
    let mut odd: Vec<&Quantity> = Vec::new();
    let mut seen = false;
    // The sentence in which a fee is spoken of, as long as nothing else is.
    let mut sentence = None;
    for clause in clauses_from(prose, &["处理费"]) {
        let words = prose.words(clause.part);
        if find(words, "处理费").is_some() {
            sentence = Some(clause.sentence);
        } else if sentence == Some(clause.sentence) && OTHERS.stand_in(words) {
            sentence = None;
        }
        if sentence != Some(clause.sentence) {
            continue;
        }
        for quantity in prose.quantities_of(clause) {
            // What is shown to the hundred or thousand says nothing of the last digits.
            let is_amount =
                quantity.unit.kind == UnitKind::Money && quantity.is_exact() && quantity.place <= 0;
            seen |= is_amount;
            if is_amount && !is_multiple_of_ten(quantity.value) {
                odd.push(quantity);
            }
        }
    }
    match odd.first() {
        Some(first) => record.find(
            Finding::new(CODE, Severity::Hint)
                .at_all(odd.iter().map(|quantity| quantity.span))
                .with("v", first.value)
                .with_numbers(Some(first.value), None),
        ),
        None if seen => record.pass(),
        None => {}
    }
}

fn is_multiple_of_ten(amount: Number) -> bool {
    amount.is_whole() && amount.mantissa() % 10 == 0
}
