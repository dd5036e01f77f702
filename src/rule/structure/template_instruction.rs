//! S-21

use crate::finding::{Applicability, Edit, Fix, Severity};
use crate::gather::Gather;
use crate::lang::Text;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::conversion::{checked, find_all};
use crate::rule::search;
use crate::rule::{Context, Record, Rule, Scope, prose::prose};
use crate::text::Span;

const CODE: &str = "S-21";

/// 填表提示语残留: words that tell the writer what to fill in were left in the text.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Warning,
    scope: Scope::All,
    prose: prose! {
        message: Text::new("残留填表提示语“{x}”，共{n}处", "Template instruction \"{x}\" left in {n} place(s)"),
        what: Text::new(
            "文中有没有模板里给填表人看的话，如“（文字描述）”“该部分以表格形式报告”。",
            "Whether words of the template for those who fill it in, such as （文字描述）, were left in.",
        ),
        why: Text::new(
            "提示语是写给填表人的，公开的报告里不应出现。",
            "They are meant for those who write the report, not for those who read it.",
        ),
        how: Text::new("删去提示语，写上应填的内容。", "Take them out and write what they ask for."),
        example: Text::new("“一、总体情况（文字描述）”。", "一、总体情况（文字描述）."),
        basis: Text::new("国办公开办函〔2021〕30号附件", "The annex to notice 国办公开办函〔2021〕30号"),
        silent: Text::new(
            "正文自己说“见下表”“如下表所示”的，说用表格公开某事的，不报。",
            "Prose that refers to the table below, or says that something is published as a table.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "behind a heading",
            base: Base::E2021,
            edits: &[("一、总体情况\n", "一、总体情况\n（文字描述）\n")],
            expect: Expect::Only(&["（文字描述）"]),
        },
        Case {
            name: "before a table and behind a heading",
            base: Base::E2019,
            edits: &[
                (
                    "二、主动公开政府信息情况\n",
                    "二、主动公开政府信息情况\n该部分以表格形式报告。表格如下：\n",
                ),
                ("五、存在的主要问题及改进情况\n", "五、存在的主要问题及改进情况\n(文字描述)\n"),
            ],
            expect: Expect::Only(&["该部分以表格形式报告。表格如下："]),
        },
        Case {
            name: "a sentence in brackets",
            base: Base::E2021,
            edits: &[("二、主动公开政府信息情况\n", "二、主动公开政府信息情况\n（本部分以表格形式报告）\n")],
            expect: Expect::Only(&["（本部分以表格形式报告）"]),
        },
        Case {
            name: "in section six",
            base: Base::E2021,
            edits: &[(
                "六、其他需要报告的事项\n",
                "六、其他需要报告的事项\n（收取信息处理费情况在此处报告）\n",
            )],
            expect: Expect::Only(&["（收取信息处理费情况在此处报告）"]),
        },
        Case {
            name: "a word to be replaced",
            base: Base::E2019,
            edits: &[("落实信息发布审核制度。", "（请填写本单位情况）")],
            expect: Expect::Only(&["（请填写本单位情况）"]),
        },
        Case {
            name: "behind a number",
            base: Base::E2021,
            edits: &[("公开政府信息120条，", "公开政府信息120条（请根据实际情况填写），")],
            expect: Expect::Only(&["（请根据实际情况填写）"]),
        },
        Case {
            name: "with what to write about",
            base: Base::E2021,
            edits: &[(
                "五、存在的主要问题及改进情况\n",
                "五、存在的主要问题及改进情况\n（文字描述，300字以内）\n",
            )],
            expect: Expect::Only(&["（文字描述，300字以内）"]),
        },
        Case { name: "none", base: Base::E2021, edits: &[], expect: Expect::Silent },
        Case {
            name: "the prose refers to its own table",
            base: Base::E2019,
            edits: &[("其他信息15条。", "其他信息15条，分类情况见下表。")],
            expect: Expect::Silent,
        },
        Case {
            name: "something is published as a table",
            base: Base::E2021,
            edits: &[("及时更新栏目内容。", "对惠民补贴以表格形式公开，附文字描述和办理指南。")],
            expect: Expect::Silent,
        },
        Case {
            name: "applicants fill in a form",
            base: Base::E2019,
            edits: &[("落实信息发布审核制度。", "优化申请表，提示申请人填写联系方式。")],
            expect: Expect::Silent,
        },
    ],
};

/// What stands in brackets of a template. Any words may follow up to the bracket.
const BRACKETED: [&str; 10] = [
    "文字描述）",
    "文字描述，",
    "文字说明）",
    "请填写",
    "请在此处",
    "请根据实际情况填",
    "此处填写",
    "此处报告",
    "收取信息处理费情况在此",
    "填写说明",
];

/// Whole sentences of a template.
const SENTENCES: [&str; 4] =
    ["部分以表格形式报告", "部分内容以表格形式报告", "部分以文字形式报告", "信息处理费情况在此处报告"];

fn detect(context: &Context, record: &mut Record) {
    let text = checked(context);
    let mut places: Vec<Span> = Vec::new();
    let mut end = 0;
    let needles = [&BRACKETED[..], &SENTENCES].concat();
    for (at, which) in search::places(context.source, context.report.extent, &needles) {
        // What is further away belongs to none, and is not looked through for each.
        let text = &text[..text.floor_char_boundary(at + 2 * LONGEST)];
        let found = if which < BRACKETED.len() { bracketed(text, at) } else { sentence(text, at) };
        let Some((start, stop)) = found.filter(|(start, _)| *start >= end) else { continue };
        end = stop;
        places.push(Span::new(start, stop));
    }
    let edits = places.iter().copied().map(Edit::delete).gather();
    let fix = Fix { applicability: Applicability::Safe, edits };
    find_all(record, CODE, Severity::Warning, places, Some(fix));
}

/// The longest instruction, in bytes.
const LONGEST: usize = 120;

/// The bracket that begins right before the words at `at`.
fn bracketed(text: &str, at: usize) -> Option<(usize, usize)> {
    let before = text[..at].chars().next_back().filter(|c| matches!(c, '（' | '('))?;
    let close = text[at..].find(any_of!['）', ')', '\n']).filter(|end| *end < LONGEST)?;
    let mark = text[at + close..].chars().next().filter(|c| *c != '\n')?;
    Some((at - before.len_utf8(), at + close + mark.len_utf8()))
}

/// The instruction that the words at `at` are the end of, with what announces the table.
fn sentence(text: &str, at: usize) -> Option<(usize, usize)> {
    let begin = ["该", "此", "本"].iter().find(|word| text[..at].ends_with(**word))?;
    let start = at - begin.len();
    if let Some(whole) = bracketed(text, start) {
        return Some(whole);
    }
    let line = text[start..].lines().next()?;
    let stop = line.find('。').map_or(line.len(), |stop| stop + '。'.len_utf8());
    let behind = &line[stop..];
    let table = ["表格如下：", "表格如下。", "表格如下"].iter().find(|words| behind.starts_with(**words));
    (stop < LONGEST).then_some((start, start + stop + table.map_or(0, |words| words.len())))
}
