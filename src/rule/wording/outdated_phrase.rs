//!

use super::places;
use crate::finding::Severity;
use crate::gather::Gather;
use crate::lang::Text;
use crate::report::YearFrom;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::conversion::find_all;
use crate::rule::search::find_loose;
use crate::rule::{Context, Reason, Record, Rule, Scope, prose::prose};
use crate::text::find::{find, nth_char};

const CODE: &str = "Q-08";

/// 会议、提法陈旧: a report follows a congress that was not the latest any more.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Hint,
    scope: Scope::All,
    prose: prose! {
        message: Text::new("表述陈旧“{x}”，共{n}处", "Outdated wording \"{x}\" in {n} place(s)"),
        what: Text::new(
            "贯彻党代会、中央全会精神的表述，是否只提到上一届甚至更早的会议。",
            "Whether a report that follows a Party congress or plenum names only those of an earlier term.",
        ),
        why: Text::new(
            "新一届大会召开之后仍只提旧的会议，多半是沿用了往年的文字。",
            "To name only the old congress once there was a new one mostly means that an earlier report was copied.",
        ),
        how: Text::new("核对后改为报告年度的提法。", "Put in the wording of the reporting year."),
        example: Text::new(
            "2024年度报告写“深入贯彻党的十九届五中全会精神”，全文没有提到二十大。",
            "A report for 2024 follows the fifth plenum of the nineteenth term and never names the twentieth congress.",
        ),
        basis: Text::new("文字规范", "Usage in official writing"),
        silent: Text::new(
            "“党的十八大以来”等叙述历史的说法；文中同时提到后一届大会；大会召开当年的报告；标题和统计期限里没有年度。",
            "Historical wording such as 党的十八大以来; where a later congress is named as well; reports for the year of the congress; where title and period name no year.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "the nineteenth congress alone for 2023",
            base: Base::E2021,
            edits: &[("完善信息发布审核制度", "深入学习贯彻党的十九大精神，完善信息发布审核制度")],
            expect: Expect::Only(&["十九大精神"]),
        },
        Case {
            name: "a plenum of the nineteenth term for 2023",
            base: Base::E2021,
            edits: &[("完善信息发布审核制度", "贯彻党的十九届五中全会精神，完善信息发布审核制度")],
            expect: Expect::Only(&["十九届五中全会精神"]),
        },
        Case {
            name: "all plenums of the nineteenth term",
            base: Base::E2021,
            edits: &[("完善信息发布审核制度", "贯彻党的十九大和十九届历次全会精神，完善信息发布审核制度")],
            expect: Expect::Only(&["十九届历次全会精神"]),
        },
        Case {
            name: "the eighteenth congress alone for 2020",
            base: Base::E2019,
            edits: &[(
                "落实信息发布审核制度",
                "学习贯彻党的十八大精神和十八届四中全会精神，落实信息发布审核制度",
            )],
            expect: Expect::Only(&["十八大精神"]),
        },
        Case {
            name: "the latest congress",
            base: Base::E2021,
            edits: &[("完善信息发布审核制度", "深入学习贯彻党的二十大精神，完善信息发布审核制度")],
            expect: Expect::Silent,
        },
        Case {
            name: "both congresses",
            base: Base::E2021,
            edits: &[(
                "完善信息发布审核制度",
                "贯彻党的十九大精神和二十届二中全会精神，完善信息发布审核制度",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "since a congress",
            base: Base::E2021,
            edits: &[(
                "完善信息发布审核制度",
                "党的十八大以来，特别是十九大召开以来，信息发布审核制度不断完善",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "the year of the congress",
            base: Base::E2021,
            edits: &[
                ("2023年政府信息公开工作年度报告", "2022年政府信息公开工作年度报告"),
                ("自2023年1月1日起至2023年12月31日止", "自2022年1月1日起至2022年12月31日止"),
                ("完善信息发布审核制度", "贯彻党的十九大精神，完善信息发布审核制度"),
            ],
            expect: Expect::Silent,
        },
        Case {
            name: "the nineteenth congress for 2020",
            base: Base::E2019,
            edits: &[("落实信息发布审核制度", "贯彻党的十九大和十九届五中全会精神，落实信息发布审核制度")],
            expect: Expect::Silent,
        },
        Case {
            name: "over a line end",
            base: Base::E2021,
            edits: &[(
                "完善信息发布审核制度，落实先审查后公开。",
                "深入学习贯彻落实党的十九大\n精神，完善信息发布审核制度，落实先审查后公开。",
            )],
            expect: Expect::Finds(&["十九大\n精神"]),
        },
    ],
};

/// Congresses by their number, as the words of [`WORDS`] name them: the first full
/// year in which each was the latest.
const TERMS: [i32; 3] = [2013, 2018, 2023];

const WORDS: [&str; 6] = ["十八大", "十八届", "十九大", "十九届", "二十大", "二十届"];

fn detect(context: &Context, record: &mut Record) {
    let year = context.report.year.filter(|year| year.from != YearFrom::Prose);
    let Some(year) = year else { return record.unassessable(Reason::YearUnknown) };
    let latest = TERMS.iter().rposition(|first| *first <= year.value).unwrap_or(0);
    let is_later = |words: &&str| find_loose(context.source, context.report.extent, words).is_some();
    if WORDS[2 * latest..].iter().any(is_later) {
        return record.pass();
    }
    let found = places(context, &WORDS, &|text, at, which| {
        let end = at + "十九大".len();
        let length = if which % 2 == 0 { congress(&text[end..]) } else { plenum(&text[end..]) };
        Some((at, end - at + length?))
    });
    let places = found.into_iter().map(|(place, _)| place).gather();
    find_all(record, CODE, Severity::Hint, places, None);
}

/// What follows a congress whose spirit is to be followed.
fn congress(behind: &str) -> Option<usize> {
    ["精神", "报告精神"].iter().find(|words| behind.starts_with(**words)).map(|words| words.len())
}

/// What follows a term of whose plenums the spirit is to be followed.
fn plenum(behind: &str) -> Option<usize> {
    let end = nth_char(behind, 12).map_or(behind.len(), |(at, _)| at);
    let words = behind[..end].split(any_of!['，', '。', '；', '\n']).next()?;
    Some(find(words, "全会精神")? + "全会精神".len())
}
