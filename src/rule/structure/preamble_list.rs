//! S-12

use super::{has_uniform_sections, preamble};
use crate::finding::{Arg, Finding, Severity};
use crate::form::section::SectionKey;
use crate::lang::Text;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::search::{last_place, sentences, without_space};
use crate::rule::{Context, Record, Rule, Scope, prose::prose};
use crate::text::find::{find, holds};
use crate::text::fold::{digit, ordinal};
use crate::text::words;

const CODE: &str = "S-12";

/// 导语列举与实际不符: what the preamble says about the report's parts is not so.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Hint,
    scope: Scope::All,
    prose: prose! {
        message: Text::new(
            "导语与六个部分不一致：{what}{list}",
            "The preamble does not agree with the six sections: it {what} {list}",
        ),
        what: Text::new(
            "导语里列举的各部分、写明的部分数，与实际的六个部分是否一致。",
            "Whether the parts that the preamble lists or counts are those of the report.",
        ),
        why: Text::new(
            "导语与正文对不上，多为沿用旧文字或增减部分后没有同步修改。",
            "A preamble that does not agree with the report was mostly copied or left unchanged.",
        ),
        how: Text::new("按六个部分的标题改写导语。", "Name the six sections in the preamble, or leave the list out."),
        example: Text::new(
            "导语写“报告包括总体情况、主动公开、依申请公开、复议诉讼、存在问题”，正文却还有“六、其他需要报告的事项”。",
            "The preamble lists five parts and leaves out 六、其他需要报告的事项.",
        ),
        basis: Text::new("国办公开办函〔2021〕30号", "Notice 国办公开办函〔2021〕30号"),
        silent: Text::new(
            "同一部分里的顿号（行政复议、行政诉讼）不算两项；以“等”结尾而没有写明部分数的列举、点到不足四个部分的句子、部分不齐全的报告，都不报。",
            "Marks within a title (行政复议、行政诉讼), lists that end in 等 without a number of parts, sentences that name fewer than four sections, and reports that lack a section.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "the sixth is not listed",
            base: Base::E2021,
            edits: &[(
                "编制。所列数据",
                "编制。报告包括：总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、行政复议和行政诉讼情况、存在问题及改进情况。所列数据",
            )],
            expect: Expect::Only(&[
                "报告包括：总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、行政复议和行政诉讼情况、存在问题及改进情况",
            ]),
        },
        Case {
            name: "six parts are announced and five listed",
            base: Base::E2019,
            edits: &[(
                "编制本报告。",
                "编制本报告。全文由总体情况、主动公开情况、依申请公开情况、存在的主要问题、其他需要报告的事项等六部分组成。",
            )],
            expect: Expect::Only(&[
                "全文由总体情况、主动公开情况、依申请公开情况、存在的主要问题、其他需要报告的事项等六部分组成",
            ]),
        },
        Case {
            name: "seven parts are announced",
            base: Base::E2021,
            edits: &[("编制。所列数据", "编制。本报告共分七个部分。所列数据")],
            expect: Expect::Only(&["本报告共分七个部分"]),
        },
        Case {
            name: "five parts in digits, over a line end",
            base: Base::E2019,
            edits: &[("编制本报告。", "编制本报告。本报告共分\n5 个部分。")],
            expect: Expect::Only(&["本报告共分\n5 个部分"]),
        },
        Case {
            name: "the overview is not listed",
            base: Base::E2021,
            edits: &[(
                "编制。所列数据",
                "编制。全文包括主动公开政府信息、政府信息公开申请、行政复议及行政诉讼、主要问题及改进、其他需要报告的事项。所列数据",
            )],
            expect: Expect::Finds(&[
                "全文包括主动公开政府信息、政府信息公开申请、行政复议及行政诉讼、主要问题及改进、其他需要报告的事项",
            ]),
        },
        Case {
            name: "five parts, one of which is none of the six",
            base: Base::E2021,
            edits: &[(
                "编制。所列数据",
                "编制。全文由总体情况、主动公开情况、收到和处理申请情况、行政复议和行政诉讼情况、下一步打算等五个部分组成。所列数据",
            )],
            expect: Expect::Only(&[
                "全文由总体情况、主动公开情况、收到和处理申请情况、行政复议和行政诉讼情况、下一步打算等五个部分组成",
            ]),
        },
        Case {
            name: "a list of older parts that counts seven",
            base: Base::E2021,
            edits: &[(
                "编制。所列数据",
                "编制。全文包括基本工作情况、主动公开政府信息情况、回应解读情况、依申请公开政府信息情况、行政复议和行政诉讼情况、保障经费和培训会议情况、存在问题及工作打算等七部分。所列数据",
            )],
            expect: Expect::Finds(&[
                "全文包括基本工作情况、主动公开政府信息情况、回应解读情况、依申请公开政府信息情况、行政复议和行政诉讼情况、保障经费和培训会议情况、存在问题及工作打算等七部分",
            ]),
        },
        Case {
            name: "six sections, with a mark within one title",
            base: Base::E2021,
            edits: &[(
                "编制。所列数据",
                "编制。全文包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项等六个部分。所列数据",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "six sections, one of them in other words",
            base: Base::E2021,
            edits: &[(
                "编制。所列数据",
                "编制。全文包括总体情况、主动公开政府信息情况、收到和处理政府信息公开情况、行政复议和行政诉讼情况、存在的主要问题、其他事项等六个部分。所列数据",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "an open list",
            base: Base::E2019,
            edits: &[(
                "编制本报告。",
                "编制本报告。主要内容包括总体情况、主动公开情况、依申请公开情况、存在的问题等。",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "six parts are announced and none listed",
            base: Base::E2021,
            edits: &[("编制。所列数据", "编制。本报告共六个部分。所列数据")],
            expect: Expect::Silent,
        },
        Case {
            name: "two parts of something else",
            base: Base::E2019,
            edits: &[("编制本报告。", "编制本报告。报告所附统计表分为两个部分印刷，主动公开内容另附目录。")],
            expect: Expect::Silent,
        },
        Case {
            name: "seven parts of something else",
            base: Base::E2021,
            edits: &[("编制。所列", "编制，报告的内容涉及七个部分。所列")],
            expect: Expect::Silent,
        },
        Case {
            name: "seven parts where section six is missing",
            base: Base::E2021,
            edits: &[("编制。所列", "编制，报告共七个部分。所列"), ("\n六、其他需要报告的事项", "")],
            expect: Expect::Silent,
        },
    ],
};

/// Words that stand for a section, in the form's order.
const NAMES: [&[&str]; 6] = [
    &["总体", "概述", "概况", "基本"],
    &["主动公开"],
    &["申请", "收到和处理"],
    &["复议", "诉讼"],
    &["问题", "不足"],
    &["其他", "其它"],
];

const LEAVES_OUT: Text = Text::new("没有写到", "leaves out");
const COUNTS: Text = Text::new("写明的部分数是", "counts its parts as");

fn detect(context: &Context, record: &mut Record) {
    let sections = &context.report.sections;
    if !has_uniform_sections(context.report) || sections.iter().any(|section| section.heading.is_none()) {
        return;
    }
    for sentence in sentences(context.source, preamble(context.report)) {
        let words = without_space(context.source.slice(sentence));
        let Some(wrong) = wrong_parts(&words) else { continue };
        let what = match wrong.first() {
            None => return record.pass(),
            Some(Arg::Section(_)) => LEAVES_OUT,
            Some(_) => COUNTS,
        };
        let finding = Finding::new(CODE, Severity::Hint).at(sentence).with("what", what);
        return record.find(finding.with("list", Arg::List(wrong)));
    }
}

/// What a sentence without white space says of the report's parts that is not so: the
/// sections that it leaves out, or its number of parts. Nothing where all is so; `None` where
/// it is about something else or leaves it open.
fn wrong_parts(words: &str) -> Option<Vec<Arg>> {
    let is_about = words!["报告", "全文"].stand_in(words);
    if !is_about || !words!["包括", "包含", "分为", "组成", "构成", "共分", "内容", "部分"].stand_in(words)
    {
        return None;
    }
    // The last place at which a section is named: the list ends there.
    let (mut last, mut wrong) = (0, Vec::new());
    for (names, section) in NAMES.iter().zip(SectionKey::ALL) {
        match names.iter().filter_map(|name| last_place(words, name)).max() {
            Some(place) => last = last.max(place),
            None => wrong.push(Arg::Section(section)),
        }
    }
    let named = NAMES.len() - wrong.len();
    let announced = number_of_parts(words);
    let is_told = if named == 0 {
        wrong.clear();
        // The number of parts without their names is of one digit and of the whole.
        announced.is_some_and(|number| (3..=9).contains(&number))
            && words!["报告共", "报告分", "报告由", "全文共", "全文分", "全文由", "报告全文"].stand_in(words)
    } else {
        // 等 with a number closes a list, without one it leaves it open.
        named >= 4 && (announced.is_some() || !holds(&words[last..], "等"))
    };
    if wrong.is_empty()
        && let Some(number) = announced.filter(|number| *number != NAMES.len())
    {
        wrong.push(number.into());
    }
    is_told.then_some(wrong)
}

/// The number before 个部分, 部分 or 大部分.
fn number_of_parts(words: &str) -> Option<usize> {
    let before = &words[..find(words, "部分")?];
    let c = before.trim_end_matches(any_of!['个', '大']).chars().next_back()?;
    ordinal(c).or(digit(c)).map(usize::from)
}
