//! S-06

use super::{headings, ordinal};
use crate::finding::{Applicability, Edit, Finding, Fix, Severity};
use crate::form::section::SectionKey;
use crate::gather::Gather;
use crate::lang::Text;
use crate::order;
use crate::report::{Heading, HeadingNumber, NumberStyle};
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::search::out_of_order;
use crate::rule::{Context, Record, Rule, Scope, prose::prose};
use crate::text::Span;

const CODE: &str = "S-06";

/// 部分编号错位、重复、跳号、乱序: a section's number is not that of its place, or
/// the sections stand in another order.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Error,
    scope: Scope::All,
    prose: prose! {
        message: Text::new("“{h}”{problem}{n}", "\"{h}\" {problem} {n}"),
        what: Text::new(
            "六个部分的编号与内容是否对应，先后次序是否正确。",
            "Whether the sections carry the numbers of their contents and stand in the form's order.",
        ),
        why: Text::new(
            "跳号、重号或次序颠倒，会使人误以为缺了一部分或多了一部分。",
            "A number skipped, used twice or out of order looks like a section too few or too many.",
        ),
        how: Text::new(
            "按统一格式的次序排列各部分，并改正编号。",
            "Put the sections into the form's order and correct the numbers.",
        ),
        example: Text::new(
            "“四、……行政诉讼情况”之后是“六、存在的主要问题及改进情况”。",
            "Section four is followed by 六、存在的主要问题及改进情况.",
        ),
        basis: Text::new("国办公开办函〔2021〕30号", "Notice 国办公开办函〔2021〕30号"),
        silent: Text::new(
            "缺了一部分、后面顺次前移，只报所缺的部分（S-02）；没有编号或编号样式不对的由 S-03、S-04 报。",
            "Where a missing section is the reason (S-02), and for headings without a number or in another style (S-03, S-04).",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "one number is used twice",
            base: Base::E2021,
            edits: &[("五、存在的主要问题及改进情况", "四、存在的主要问题及改进情况")],
            expect: Expect::Finds(&["四、存在的主要问题及改进情况"]),
        },
        Case {
            name: "all that follow are shifted by one",
            base: Base::E2019,
            edits: &[
                ("\n四、政府信息公开行政复议、行政诉讼情况", "\n五、政府信息公开行政复议、行政诉讼情况"),
                ("\n五、存在的主要问题及改进情况", "\n六、存在的主要问题及改进情况"),
                ("\n六、其他需要报告的事项", "\n七、其他需要报告的事项"),
            ],
            expect: Expect::Finds(&["五、政府信息公开行政复议、行政诉讼情况"]),
        },
        Case {
            name: "two sections have changed places",
            base: Base::E2021,
            edits: &[
                (
                    "五、存在的主要问题及改进情况\n",
                    "六、其他需要报告的事项\n\n无。\n\n五、存在的主要问题及改进情况\n",
                ),
                ("六、其他需要报告的事项\n\n2023年本机关未收取政府信息公开信息处理费。\n", ""),
            ],
            expect: Expect::Finds(&["五、存在的主要问题及改进情况"]),
        },
        Case { name: "the form's numbers", base: Base::E2021, edits: &[], expect: Expect::Silent },
        Case {
            name: "numbered after a section that is missing, which is the cause",
            base: Base::E2019,
            edits: &[
                ("五、存在的主要问题及改进情况\n", "五、其他需要报告的事项\n\n无。\n"),
                ("六、其他需要报告的事项\n\n没有其他需要报告的事项。\n", ""),
            ],
            expect: Expect::Silent,
        },
        Case {
            name: "another style of number is another rule's",
            base: Base::E2021,
            edits: &[("四、政府信息公开行政复议、行政诉讼情况", "1、政府信息公开行政复议、行政诉讼情况")],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    let mut stand: Vec<(SectionKey, &Heading)> = headings(context.report).gather();
    order::by_key(&mut stand, |(_, heading)| order::span(heading.span));
    let order: Vec<u8> = stand.iter().map(|(key, _)| *key as u8).gather();
    let moved = out_of_order(&order);
    if let Some(first) = moved.first() {
        // The numbers of sections out of order are part of the same mistake.
        let (key, heading) = stand[*first];
        record.find(
            Finding::new(CODE, Severity::Error)
                .at_all(moved.iter().map(|at| stand[*at].1.span))
                .with("h", heading.span)
                .with(
                    "problem",
                    Text::new(
                        "先后次序不对，统一格式中的编号是",
                        "stands out of order; its place in the form is",
                    ),
                )
                .with("n", place_in_form(key)),
        );
        return;
    }
    let numbered: Vec<Numbered> =
        stand.iter().filter_map(|(key, heading)| Numbered::of(context, *key, heading)).gather();
    for run in numbered.chunk_by(|a, b| a.off == b.off && a.explained == b.explained) {
        match run[0] {
            Numbered { off: 0, .. } => run.iter().for_each(|_| record.pass()),
            Numbered { explained: true, .. } => record.fail_explained(),
            first => {
                let finding = Finding::new(CODE, Severity::Error)
                    .at_all(run.iter().map(|n| n.heading.span))
                    .with("h", first.heading.span)
                    .with("problem", Text::new("编号应为", "should be section"))
                    .with("n", place_in_form(first.key));
                record.find(finding.with_fix(renumber(context, run)));
            }
        }
    }
}

/// The number of a section as each language writes it.
fn place_in_form(key: SectionKey) -> Text {
    const ARABIC: [&str; 6] = ["1", "2", "3", "4", "5", "6"];
    Text::new(key.section().number, ARABIC[key as usize])
}

/// A section that has a number in the form's style.
#[derive(Clone, Copy)]
struct Numbered<'a> {
    key: SectionKey,
    heading: &'a Heading,
    number: HeadingNumber,
    /// How far it is from the number of the section's place.
    off: i16,
    /// Whether it only closes the gap of sections that are missing, which S-02 says.
    explained: bool,
}

impl<'a> Numbered<'a> {
    /// `None` without a number (S-03) or with one in another style (S-04).
    fn of(context: &Context, key: SectionKey, heading: &'a Heading) -> Option<Self> {
        let number = heading.number.filter(|n| n.style == NumberStyle::Chinese)?;
        let off = i16::from(number.value) - (key as i16 + 1);
        let sections = &context.report.sections[..key as usize];
        let missing = sections.iter().filter(|s| s.heading.is_none()).count() as i16;
        Some(Self { key, heading, number, off, explained: off != 0 && off == -missing })
    }
}

fn renumber(context: &Context, run: &[Numbered]) -> Fix {
    let edits: Vec<Edit> = run.iter().map(|n| Edit { span: n.number.span, text: ordinal(n.key) }).gather();
    // Where a heading of the body's own has the number already, a person has to
    // look. The sections themselves and the rows of 表三 do not count.
    let report = context.report;
    let known = |at: usize| {
        let place = Span::at(at);
        report.sections.iter().filter_map(|s| s.heading.as_ref()).any(|h| h.span.holds(place))
            || report.has_in_table(place)
    };
    let taken = context.source.lines(report.extent).any(|(at, line)| {
        let words = line.trim_start();
        edits.iter().any(|edit| words.starts_with(&edit.text)) && !known(at + line.len() - words.len())
    });
    let applicability = if taken { Applicability::Review } else { Applicability::Safe };
    Fix { applicability, edits }
}
