//! N-04

use crate::finding::{Finding, Related, Role, Severity};
use crate::lang::Text;
use crate::parse::prose::UnitKind;
use crate::parse::prose::breakdown::lead;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::{Context, Record, Rule, Scope, basis, prose::prose};
use crate::text::find::holds;
use crate::text::{Number, words};

const CODE: &str = "N-04";

/// 占比之和≠100: shares of a whole, told without its numbers, sum to 100.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Hint,
    scope: Scope::All,
    prose: prose! {
        message: Text::new("占比合计{p}%", "Percentages sum to {p}%"),
        what: Text::new(
            "只写占比、以“其他”收口的一组百分数，加起来是否等于 100%（允许四舍五入的误差）。",
            "Whether shares told without numbers and closed by 其他 sum to 100%, rounding allowed for.",
        ),
        why: Text::new("各部分合起来应是全部。", "The parts together are the whole."),
        how: Text::new("核对各项占比，改正算错的一项。", "Check the shares and mend the wrong one."),
        example: Text::new(
            "“予以公开占58.5%、不予公开占17.3%、其他占29.2%”：合计 105%。",
            "予以公开占58.5%、不予公开占17.3%、其他占29.2%: 105% in all.",
        ),
        basis: basis::ACCURATE,
        silent: Text::new(
            "没有“其他”“其余”收口的，少于三项的，与 100 相差在四舍五入范围内的，差得太远、明显不是一组的，都不报；写了件数的由 N-01、N-03 核对。",
            "Fewer than three shares, none called 其他 or 其余, a difference that rounding explains, sums so far off that they are no one whole; shares with numbers are N-01's and N-03's.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "three shares of 105%",
            base: Base::Saying("办理结果中，予以公开占58.5%、不予公开占17.3%、其他占29.2%。"),
            edits: &[],
            expect: Expect::Only(&["58.5%"]),
        },
        Case {
            name: "four shares of 95%",
            base: Base::Saying("从栏目看，政策文件占40%，工作动态占30%，财政信息占15%，其余占10%。"),
            edits: &[],
            expect: Expect::Only(&["40%"]),
        },
        Case {
            name: "the word 占 once",
            base: Base::E2019,
            edits: &[(
                "（三）政府信息管理情况。",
                "（三）政府信息管理情况。政策文件占比40.0%、工作动态35.0%、其他信息26.0%。",
            )],
            expect: Expect::Only(&["40.0%"]),
        },
        Case {
            name: "whole percents of 97",
            base: Base::Saying("网站占60%；公众号占22%；其他渠道占15%。"),
            edits: &[],
            expect: Expect::Only(&["60%"]),
        },
        Case {
            name: "99.9 by rounding",
            base: Base::Saying(
                "办理结果中，予以公开或部分公开占58.5%、不予公开占7.3%、无法提供占28.9%、其他情况占5.2%。",
            ),
            edits: &[],
            expect: Expect::Silent,
        },
        Case {
            name: "some of the shares",
            base: Base::Saying("政策文件占40%，工作动态占30%，财政信息占15%。"),
            edits: &[],
            expect: Expect::Silent,
        },
        Case {
            name: "growth and rates",
            base: Base::Saying("访问量增长40%，粉丝增长30%，其他渠道增长35%，办结率100%。"),
            edits: &[],
            expect: Expect::Silent,
        },
        Case {
            name: "shares of two wholes",
            base: Base::Saying("网站占80%，其他占20%；文字占70%，其他占30%。"),
            edits: &[],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    let prose = context.prose;
    let mut shares: Vec<u32> = Vec::new();
    let mut sentence = u32::MAX;
    for (quantity, at) in prose.quantities.iter().zip(0..) {
        let clause = &prose.clauses[quantity.clause as usize];
        if clause.sentence != sentence {
            sum(context, record, &shares);
            shares.clear();
            sentence = clause.sentence;
        }
        if quantity.mask.is_some() {
            continue;
        }
        let name = lead(prose, at);
        let is_share = quantity.unit.kind == UnitKind::Percent
            && quantity.is_exact()
            && (holds(name, "占") || !shares.is_empty() && is_name(name));
        if is_share {
            shares.push(at);
        } else {
            // A number between shares: those are held against it by another rule.
            shares.clear();
            sentence = clause.sentence;
        }
    }
    sum(context, record, &shares);
}

/// Whether words name a part and say nothing else of it.
fn is_name(words: &str) -> bool {
    !words.is_empty() && !words.contains(any_of!['率', '增', '降', '减', '升', '比'])
}

fn sum(context: &Context, record: &mut Record, shares: &[u32]) {
    let prose = context.prose;
    let rest = |at: &u32| words!["其他", "其它", "其余"].stand_in(lead(prose, *at));
    if shares.len() < 3 || shares.iter().filter(|at| rest(at)).count() != 1 {
        return;
    }
    let (mut sum, mut slack) = (Number::ZERO, Number::ZERO);
    for at in shares {
        let quantity = &prose.quantities[*at as usize];
        sum = sum + quantity.value;
        slack = slack + Number::from(5).scaled(quantity.place - 1).unwrap_or(Number::ZERO);
    }
    let off = (sum - Number::from(100)).abs();
    if off <= slack {
        return record.pass();
    }
    if off > Number::from(12) {
        return;
    }
    let span = |at: u32| prose.quantities[at as usize].span;
    let mut finding = Finding::new(CODE, Severity::Hint)
        .at(span(shares[0]))
        .with_numbers(Some(sum), Some(Number::from(100)))
        .with("p", sum);
    for at in &shares[1..] {
        finding = finding.with_related(Related::at(span(*at), Role::Addend));
    }
    record.find(finding);
}
