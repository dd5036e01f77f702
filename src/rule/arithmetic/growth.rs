//! N-05

use super::Known;
use super::ratio::{is_plain, percent};
use crate::finding::{Finding, Fix, Related, Role, Severity};
use crate::lang::Text;
use crate::parse::prose::breakdown::lead;
use crate::parse::prose::{Mark, UnitKind};
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::{Context, Record, Rule, Scope, basis, prose::prose};
use crate::text::{WordList, words};

const CODE: &str = "N-05";

/// 正文给出两年值而增幅不符: growth is what the two numbers give.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Warning,
    scope: Scope::All,
    prose: prose! {
        message: Text::new("{a}→{b} 增幅应为{c}%，写为{d}%", "{a}→{b} is {c}%, stated {d}%"),
        what: Text::new(
            "同一句里写了上年和本年两个数，又写了增长或下降的百分数，三者是否一致。",
            "Where one sentence gives last year's and this year's number and the growth in percent: whether the three agree.",
        ),
        why: Text::new(
            "增幅由这两个数算出，不一致就至少有一个填错。",
            "The growth follows from the two numbers; if it does not, one of them is wrong.",
        ),
        how: Text::new(
            "按（本年-上年）÷上年重新计算，改正填错的数。",
            "Work out (this year − last year) ÷ last year again, and mend the wrong number.",
        ),
        example: Text::new(
            "“由40件增加到50件，增长20%”：应为 25%。",
            "由40件增加到50件，增长20%: it is 25%.",
        ),
        basis: basis::ACCURATE,
        silent: Text::new(
            "末位相差不超过一个单位、约数、“增长至”、百分点，以及分不清上年数和本年数的句子不报。",
            "A difference of one in the last digit, approximate numbers, 增长至, percentage points, and sentences in which it is not clear which number is last year's.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "from one number to another",
            base: Base::Saying("归档文件由40件增加到50件，增长20%。"),
            edits: &[],
            expect: Expect::Only(&["20%"]),
        },
        Case {
            name: "against last year's number",
            base: Base::Saying("归档文件278件，较上年的156件增长87.2%。"),
            edits: &[],
            expect: Expect::Only(&["87.2%"]),
        },
        Case {
            name: "up where it went down",
            base: Base::Saying("2022年归档50件，上年为80件，同比上升37.5%。"),
            edits: &[],
            expect: Expect::Only(&["37.5%"]),
        },
        Case {
            name: "with the difference between them",
            base: Base::E2019,
            edits: &[(
                "（三）政府信息管理情况。",
                "（三）政府信息管理情况。去年归档80件，今年归档60件，减少20件，下降33.3%。",
            )],
            expect: Expect::Only(&["33.3%"]),
        },
        Case {
            name: "against the number of a year that is named",
            base: Base::Saying("归档文件50件，比2022年（40件）增长20%。"),
            edits: &[],
            expect: Expect::Only(&["20%"]),
        },
        Case {
            name: "the same, coming out",
            base: Base::Saying("归档文件50件，较2022年的40件增长25%。"),
            edits: &[],
            expect: Expect::Silent,
        },
        Case {
            name: "growth that comes out",
            base: Base::Saying("归档文件278件，较上年的156件增长78.2%。由40件减少到30件，下降25%。"),
            edits: &[],
            expect: Expect::Silent,
        },
        Case {
            name: "one number only",
            base: Base::Saying("归档文件278件，较上一年度增长78.2%，收文120件。"),
            edits: &[],
            expect: Expect::Silent,
        },
        Case {
            name: "points, approximate numbers and a new value",
            base: Base::Saying("归档278件，上年156件，满意率提升3.5个百分点，增长约80%，占比增长到35%。"),
            edits: &[],
            expect: Expect::Silent,
        },
        Case {
            name: "growth of something else",
            base: Base::Saying("归档278件，上年156件；网站访问量增长12.5%。"),
            edits: &[],
            expect: Expect::Silent,
        },
        Case {
            name: "parts in brackets before last year's number",
            base: Base::Saying(
                "归档文件4件（其中：文书1件；图纸3件），较2022年度（6件）减少2件，下降33.3%。",
            ),
            edits: &[],
            expect: Expect::Silent,
        },
        Case {
            name: "two years before",
            base: Base::Saying("归档文件13件，较2022年的20件下降35%，较2021年的31件下降58.1%。"),
            edits: &[],
            expect: Expect::Silent,
        },
        Case {
            name: "what was done since the year that is named",
            base: Base::Saying("较2022年，归档文件50件，编目40件，增长20%。"),
            edits: &[],
            expect: Expect::Silent,
        },
    ],
};

const UP: WordList = words!["增长", "上升", "增加", "提高", "提升", "上涨", "增幅", "增幅为", "增幅达"];
const DOWN: WordList = words!["下降", "减少", "降低", "回落", "下滑", "降幅", "降幅为", "降幅达"];
/// Words before a growth that say nothing of what grew.
const BESIDE: WordList = words![
    "同比",
    "比上年",
    "较上年",
    "比去年",
    "较去年",
    "与上年相比",
    "相比",
    "较上年度",
    "比上年度",
    "环比",
    "较上一年",
    "的",
    "了",
    "总体",
];
/// How many numbers of a sentence are looked back at.
const LOOK_BACK: usize = 8;

fn detect(context: &Context, record: &mut Record) {
    let prose = context.prose;
    let known = Known::of(context);
    for (shown, at) in prose.quantities.iter().zip(0_u32..) {
        if shown.unit.kind != UnitKind::Percent || !shown.is_exact() {
            continue;
        }
        let words = lead(prose, at);
        let ends = |words: &str, any: WordList| {
            any.iter().filter_map(|word| words.strip_suffix(word).map(str::len)).min()
        };
        let (up, down) = (ends(words, UP), ends(words, DOWN));
        let Some(rest) = up.or(down).map(|length| &words[..length]) else { continue };
        let rest = rest.trim_start_matches(any_of!['的']);
        if !rest.is_empty() && !BESIDE.contains(rest) {
            continue;
        }
        let Some((before, now)) = two_years(context, at) else { continue };
        let (old, new) = (&prose.quantities[before as usize], &prose.quantities[now as usize]);
        let grows = new.value >= old.value;
        let Some(ratio) = percent((new.value - old.value).abs(), old.value, shown) else { continue };
        if grows == up.is_some() && ratio.is_nearly_right()
            || ratio.expected.is_zero() && shown.value.is_zero()
        {
            record.pass();
            continue;
        }
        if known.holds(before) || known.holds(now) {
            record.fail_explained();
            continue;
        }
        let expected = if grows == up.is_some() { ratio.expected } else { -ratio.expected };
        let place = |at: u32| Related::at(prose.quantities[at as usize].span, Role::Against);
        let mut finding = Finding::new(CODE, Severity::Warning)
            .at(shown.span)
            .with_numbers(Some(shown.value), Some(expected))
            .with("a", old.value)
            .with("b", new.value)
            .with("c", expected)
            .with("d", shown.value)
            .with_related(place(before.min(now)))
            .with_related(place(before.max(now)));
        if !expected.is_negative() {
            finding.fix = Some(Fix::review(prose.digits(shown), ratio.expected.written()));
        }
        record.find(finding);
    }
}

/// Last year's and this year's number before the growth at `at`, where its sentence
/// has one of each in the same unit and no third.
fn two_years(context: &Context, at: u32) -> Option<(u32, u32)> {
    let prose = context.prose;
    let clause_of = |at: u32| &prose.clauses[prose.quantities[at as usize].clause as usize];
    let sentence = clause_of(at).sentence;
    // 较2022年的10件, 比2022年（10件）.
    let is_dated = |at: u32| {
        let Some(year) = at.checked_sub(1).map(|year| &prose.quantities[year as usize]) else { return false };
        let apart = prose.quantities[at as usize].clause - year.clause;
        let mark = prose.clauses[year.clause as usize].mark;
        (apart == 0 || apart == 1 && mark == Mark::Open)
            && year.unit.word == "年"
            && prose.text()[..year.part.start as usize].ends_with(any_of!['比', '较'])
    };
    let (mut before, mut now) = (None, None);
    for other in (at.saturating_sub(LOOK_BACK as u32)..at).rev() {
        let quantity = &prose.quantities[other as usize];
        if clause_of(other).sentence != sentence {
            break;
        }
        // Behind a semicolon another matter begins.
        let later = prose.quantities[other as usize + 1].clause;
        if (quantity.clause..later).any(|c| prose.clauses[c as usize].mark == Mark::Semicolon) {
            break;
        }
        if quantity.mask.is_some() || matches!(quantity.unit.kind, UnitKind::Percent | UnitKind::Point) {
            continue;
        }
        if !is_plain(quantity) {
            return None;
        }
        let words = lead(prose, other);
        // 增加20件: the difference.
        if UP.end(words) || DOWN.end(words) || words.ends_with(any_of!['多', '少']) {
            continue;
        }
        let is_before = words!["上年", "去年", "上一年", "由", "从"].stand_in(words) || is_dated(other);
        // 4件（其中提案3件），较2022年（6件）: a part.
        if !is_before && clause_of(other).depth > clause_of(at).depth {
            continue;
        }
        let slot = if is_before { &mut before } else { &mut now };
        if slot.replace(other).is_some() {
            return None;
        }
    }
    let (before, now) = (before?, now?);
    let same = prose.quantities[before as usize].unit.word == prose.quantities[now as usize].unit.word;
    same.then_some((before, now))
}
