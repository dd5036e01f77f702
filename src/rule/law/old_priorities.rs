//! L-05

use super::super::form::certain_year;
use crate::finding::{Finding, Severity};
use crate::form::section::SectionKey;
use crate::lang::Text;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::passage::{place, sentences};
use crate::rule::{Context, Record, Rule, Scope, prose::prose};
use crate::text::find::{each, holds};
use crate::text::{WordList, words};

const CODE: &str = "L-05";

/// 引用往年工作要点: the year's work is said to follow last year's priorities.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Hint,
    scope: Scope::All,
    prose: prose! {
        message: Text::new("引用{y}年工作要点", "Cites the work priorities of {y}"),
        what: Text::new(
            "叙述当年工作时引用的是不是上一年的政务公开工作要点。",
            "Whether the year's work is said to follow the priorities (工作要点) of the year before.",
        ),
        why: Text::new(
            "要点每年印发；引用上一年的多为沿用旧文字没有改年份。",
            "Priorities are issued every year; those of last year were mostly left over from last year's report.",
        ),
        how: Text::new("核对年份，改引当年的工作要点。", "Check the year and cite the priorities of the year reported on."),
        example: Text::new(
            "2023年度报告写“认真落实《某省2022年政务公开工作要点》”。",
            "A report for 2023 says that the priorities of 2022 were carried out.",
        ),
        basis: Text::new(
            "内容准确的要求（国办公开办函〔2021〕30号）",
            "Accuracy (notice 国办公开办函〔2021〕30号)",
        ),
        silent: Text::new(
            "同时引用当年要点的、回顾上一年的句子、引用下一年要点的、没有写年份的，都不报。",
            "A report that cites the year's own as well, a sentence that looks back, priorities of next year, and those without a year.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "in the opening sentence",
            base: Base::E2021,
            edits: &[("2023年，青禾镇", "2023年，青禾镇认真落实《云溪县2022年政务公开工作要点》，")],
            expect: Expect::Only(&["2022年政务公开工作要点"]),
        },
        Case {
            name: "without the marks of a title",
            base: Base::E2019,
            edits: &[("2020年，县林业局", "2020年，县林业局按照2019年政务公开工作要点要求，")],
            expect: Expect::Only(&["2019年政务公开工作要点"]),
        },
        Case {
            name: "under supervision",
            base: Base::E2021,
            edits: &[("开展业务培训两次", "对照省2022年度政务公开重点工作要点逐项自查，开展业务培训两次")],
            expect: Expect::Only(&["2022年度政务公开重点工作要点"]),
        },
        Case {
            name: "over the end of a line",
            base: Base::E2019,
            edits: &[(
                "落实信息发布审核制度。",
                "围绕县政府印发的2019年政务公开工\n作要点，落实信息发布审核制度。",
            )],
            expect: Expect::Only(&["2019年政务公开工\n作要点"]),
        },
        Case {
            name: "among other matters",
            base: Base::E2021,
            edits: &[(
                "2023年本机关未收取",
                "落实《云溪县2022年政务公开工作要点》任务12项。2023年本机关未收取",
            )],
            expect: Expect::Only(&["2022年政务公开工作要点"]),
        },
        Case { name: "none is cited", base: Base::E2021, edits: &[], expect: Expect::Silent },
        Case {
            name: "the year's own",
            base: Base::E2021,
            edits: &[("2023年，青禾镇", "2023年，青禾镇认真落实《云溪县2023年政务公开工作要点》，")],
            expect: Expect::Silent,
        },
        Case {
            name: "both years'",
            base: Base::E2019,
            edits: &[(
                "落实信息发布审核制度。",
                "2019年政务公开工作要点遗留任务转入2020年政务公开工作要点台账。",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "looking back",
            base: Base::E2021,
            edits: &[("改进情况：一是", "改进情况：上年未完成的2022年政务公开工作要点任务已全部办结；一是")],
            expect: Expect::Silent,
        },
        Case {
            name: "next year's",
            base: Base::E2019,
            edits: &[("增加了图文解读。", "增加了图文解读。下一步按2021年政务公开工作要点推进。")],
            expect: Expect::Silent,
        },
    ],
};

/// Words of a sentence that looks back.
const LOOKING_BACK: WordList =
    words!["上年", "去年", "上一年", "往年", "历年", "回顾", "此前", "曾", "遗留", "延续", "连续", "以来"];

fn detect(context: &Context, record: &mut Record) {
    let Some(year) = certain_year(context.report) else { return };
    if !context.prose.may_hold("要点") {
        return record.pass();
    }
    let mut found = None;
    for sentence in sentences(context.prose) {
        let words = context.prose.words(sentence.part);
        if !holds(words, "要点") {
            continue;
        }
        let narrates =
            matches!(sentence.section, SectionKey::Overview | SectionKey::Problems | SectionKey::Other)
                && !LOOKING_BACK.stand_in(words);
        for at in each(words, "要点") {
            let Some((start, cited)) = year_before(words, at) else { continue };
            if cited == year {
                return record.pass();
            }
            if cited == year - 1 && narrates && found.is_none() {
                let length = at + "要点".len() - start;
                found = Some(place(context.prose, sentence.part, start, length));
            }
        }
    }
    match found {
        Some(span) => record.find(Finding::new(CODE, Severity::Hint).at(span).with("y", year - 1)),
        None => record.pass(),
    }
}

/// The year that the title ending in 要点 at `at` begins with: its place and value.
fn year_before(words: &str, at: usize) -> Option<(usize, i32)> {
    const LONGEST: usize = 24;
    let title = words[..at].char_indices().rev().take(LONGEST).last().map_or(at, |(start, _)| start);
    let mark = title + words[title..at].rfind(any_of!['年'])?;
    let between = &words[mark..at];
    if between.contains(any_of!['，', '。', '；', '、', '》', '：'])
        || !words!["公开", "工作", "重点"].stand_in(between)
    {
        return None;
    }
    let digits = words[..mark].len() - words[..mark].trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let start = mark - digits;
    (digits == 4).then_some(())?;
    Some((start, words[start..mark].parse().ok()?))
}
