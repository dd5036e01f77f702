//! N-09

use super::Known;
use super::ratio::{is_plain, percent};
use crate::finding::{Finding, Fix, Related, Role, Severity};
use crate::lang::Text;
use crate::parse::prose::UnitKind;
use crate::parse::prose::breakdown::lead;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::{Context, Record, Rule, Scope, basis, prose::prose};
use crate::text::{Number, WordList, words};

const CODE: &str = "N-09";

/// 公开率/办结率计算不符: a rate is what the two numbers of its sentence give.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Hint,
    scope: Scope::All,
    prose: prose! {
        message: Text::new("{k}应为{c}%，写为{d}%", "{k} should be {c}%, stated {d}%"),
        what: Text::new(
            "同一句里写了分子、分母和公开率、办结率、答复率等比率，比率是否算对。",
            "Where one sentence gives both numbers and a rate such as 公开率, 办结率 or 答复率: whether the rate is right.",
        ),
        why: Text::new("比率与同句的件数对不上，其中必有一个填错。", "If it is not, one of the three is wrong."),
        how: Text::new("用分子除以分母重新计算，或写明比率的口径。", "Divide again, or say what the rate is of."),
        example: Text::new(
            "“答复263件，公开81件，公开率38.80%”：应为 30.80%。",
            "答复263件，公开81件，公开率38.80%: it is 30.80%.",
        ),
        basis: basis::ACCURATE,
        silent: Text::new(
            "满意率、按期（及时）办结率、100%、约数不核；句中不止两个件数、分不清分子分母的不报；末位相差一个单位以内的不报。",
            "Rates of satisfaction or punctuality, 100%, approximate numbers; sentences with more than two numbers; a difference of one in the last digit.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "a rate of disclosure",
            base: Base::Saying("审查历史档案263件，公开81件，公开率38.80%。"),
            edits: &[],
            expect: Expect::Only(&["38.80%"]),
        },
        Case {
            name: "a rate of closing",
            base: Base::Saying("网民留言248条，办结230条，办结率为97.2%。"),
            edits: &[],
            expect: Expect::Only(&["97.2%"]),
        },
        Case {
            name: "a rate in brackets",
            base: Base::E2019,
            edits: &[(
                "（三）政府信息管理情况。",
                "（三）政府信息管理情况。网民留言50条，回复45条（回复率95%）。",
            )],
            expect: Expect::Only(&["95%"]),
        },
        Case {
            name: "a rate reached",
            base: Base::Saying("征集意见80条，采纳20条，采纳率达到30%。"),
            edits: &[],
            expect: Expect::Only(&["30%"]),
        },
        Case {
            name: "rates that are right",
            base: Base::Saying(
                "审查历史档案263件，公开81件，公开率30.80%。网民留言248条，办结230条，办结率92.7%。",
            ),
            edits: &[],
            expect: Expect::Silent,
        },
        Case {
            name: "satisfaction, punctuality and all of them",
            base: Base::Saying("留言248条，办结230条，满意率98%，按期办结率99%，答复率100%。"),
            edits: &[],
            expect: Expect::Silent,
        },
        Case {
            name: "three numbers",
            base: Base::Saying("留言248条，办结230条，公开4条，公开率35%。"),
            edits: &[],
            expect: Expect::Silent,
        },
        Case {
            name: "those that are not, or not yet",
            base: Base::Saying(
                "来信28件，正在办理3件，办结率89.3%。留言56条，尚未回复4条，回复率92.9%。主办复文中，公开122件，不予公开31件，公开率79.7%。",
            ),
            edits: &[],
            expect: Expect::Silent,
        },
        Case {
            name: "a rate without its numbers",
            base: Base::Saying("公开率96%，受理咨询30件，办结率98%。"),
            edits: &[],
            expect: Expect::Silent,
        },
    ],
};

const RATES: WordList =
    words!["公开率", "办结率", "答复率", "回复率", "办复率", "采纳率", "受理率", "解决率"];
/// How many numbers before a rate are looked at.
const LOOK_BACK: u32 = 8;

fn detect(context: &Context, record: &mut Record) {
    let prose = context.prose;
    let known = Known::of(context);
    for (shown, at) in prose.quantities.iter().zip(0_u32..) {
        let is_rate = shown.unit.kind == UnitKind::Percent && shown.is_exact();
        if !is_rate || shown.value == Number::from(100) {
            continue;
        }
        let words = lead(prose, at).trim_end_matches(any_of!['为', '达', '到', '是', '：', '均']);
        let Some(name) = RATES.iter().find(|name| words.ends_with(*name)) else { continue };
        if words!["按", "及时", "时", "满意", "综合", "平均"].stand_in(words) {
            continue;
        }
        let sentence = |at: u32| prose.clauses[prose.quantities[at as usize].clause as usize].sentence;
        let mut numbers = Vec::new();
        for other in at.saturating_sub(LOOK_BACK)..at {
            let quantity = &prose.quantities[other as usize];
            let counts = matches!(quantity.unit.kind, UnitKind::Item | UnitKind::Event | UnitKind::Bare);
            if sentence(other) == sentence(at) && quantity.mask.is_none() && counts {
                numbers.push(other);
            }
        }
        let [first, second] = numbers.as_slice() else { continue };
        // 正在办理3件，办结率89.3%: the rate is of the others.
        if words!["不", "未", "正在", "在办"].stand_in(lead(prose, *second)) {
            continue;
        }
        let (a, b) = (&prose.quantities[*first as usize], &prose.quantities[*second as usize]);
        if !is_plain(a) || !is_plain(b) || a.unit.word != b.unit.word || a.value < b.value {
            continue;
        }
        let Some(ratio) = percent(b.value, a.value, shown) else { continue };
        if ratio.is_nearly_right() {
            record.pass();
            continue;
        }
        if known.holds(*first) || known.holds(*second) {
            record.fail_explained();
            continue;
        }
        let place = |at: u32| Related::at(prose.quantities[at as usize].span, Role::Against);
        let finding = Finding::new(CODE, Severity::Hint)
            .at(shown.span)
            .with_numbers(Some(shown.value), Some(ratio.expected))
            .with("k", name)
            .with("c", ratio.expected)
            .with("d", shown.value)
            .with_related(place(*first))
            .with_related(place(*second))
            .with_fix(Fix::review(prose.digits(shown), ratio.expected.written()));
        record.find(finding);
    }
}
