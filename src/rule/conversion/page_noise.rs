//! C-05

use super::{delete_all, find_all};
use crate::finding::{Applicability, Severity};
use crate::gather::Gather;
use crate::lang::Text;
use crate::order;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::{Context, Record, Rule, Scope, prose::prose, search};
use crate::text::{Source, Span};

const CODE: &str = "C-05";

/// 页码、网页导航残留: page numbers and the chrome of a web page in the text.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Hint,
    scope: Scope::All,
    prose: prose! {
        message: Text::new("残留页面噪声“{x}”，共{n}处", "Page noise \"{x}\" left in {n} place(s)"),
        what: Text::new(
            "文中有没有夹着页码，或“浏览次数”“【打印】”这类网页文字。",
            "Whether page numbers, or words of the web page such as 浏览次数 and 【打印】, stand in the text.",
        ),
        why: Text::new(
            "它们不是报告内容，夹在表格中间还会打断表格。",
            "They are not part of the report, and in a table they break it up.",
        ),
        how: Text::new("删去这些行。", "Take these lines out."),
        example: Text::new(
            "表三两行之间的“- 4 -”；文末的“【打印】【关闭】”。",
            "- 4 - between two rows of Table 3; 【打印】【关闭】 at the end.",
        ),
        basis: Text::new("文字规范", "Clean text"),
        silent: Text::new(
            "正文句子里谈到浏览次数；表格里表示“无”的短横和负数；没有横线的数字行；超过一定长度的行。",
            "A sentence about visits; dashes and negative numbers in tables; lines of bare digits; long lines.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "page numbers between the rows of a table are one finding",
            base: Base::E2021,
            edits: &[
                ("\t\t2.重复申请", "- 4 -\n\t\t2.重复申请"),
                ("行政事业性收费\t", "— 5 —\n行政事业性收费\t"),
            ],
            expect: Expect::Finds(&["— 5 —"]),
        },
        Case {
            name: "what a portal puts around an article",
            base: Base::E2019,
            edits: &[("没有其他需要报告的事项。", "没有其他需要报告的事项。\n【打印】 【关闭】")],
            expect: Expect::Finds(&["【打印】 【关闭】"]),
        },
        Case { name: "a clean text", base: Base::E2021, edits: &[], expect: Expect::Silent },
        Case {
            name: "marks for nothing, negative numbers and a sentence about visits",
            base: Base::E2019,
            edits: &[
                ("行政许可\t12\t-2\t240", "行政许可\t12\n\t-2\n\t240"),
                ("行政强制\t2\t0\t1", "行政强制\t-\t—\t-"),
                (
                    "（四）平台建设情况。",
                    "（四）平台建设情况。全年网站浏览次数达到12万次，比上年增长12%，专栏的浏览次数列全县第三位，受到群众欢迎。",
                ),
            ],
            expect: Expect::Silent,
        },
    ],
};

/// Words of a web page; a line that has one of them and is short is no prose.
const CHROME: [&str; 12] = [
    "浏览次数",
    "阅读次数",
    "访问次数：",
    "【打印",
    "【关闭",
    "打印本页",
    "关闭窗口",
    "当前位置：",
    "当前的位置：",
    "所在位置：",
    "分享到：",
    "【字体",
];

/// A line longer than this may be a sentence.
const SHORT: usize = 150;

fn detect(context: &Context, record: &mut Record) {
    let extent = context.report.extent;
    let mut places = page_numbers(context.source, extent);
    let only_numbers = places.len();
    for (at, _) in search::places(context.source, extent, &CHROME) {
        let line = context.source.line_of(at as u32);
        let Some(line) = context.source.line_span(line) else { continue };
        let place = context.source.trim(line);
        let words = context.source.slice(place);
        if words.len() <= SHORT && !words.contains(any_of!['。', '，']) && places.last() != Some(&place) {
            places.push(place);
        }
    }
    let applicability =
        if places.len() == only_numbers { Applicability::Safe } else { Applicability::Review };
    order::by_key(&mut places, |place| order::span(*place));
    let whole_lines: Vec<Span> = places
        .iter()
        .filter_map(|place| {
            let line = context.source.line_span(context.source.line_of(place.start))?;
            // The line end goes with the line.
            let end = (line.end as usize + 1).min(context.source.text().len());
            Some(Span::new(line.start as usize, end))
        })
        .gather();
    let fix = delete_all(applicability, &whole_lines);
    find_all(record, CODE, Severity::Hint, places, Some(fix));
}

/// The page numbers that stand alone on their lines, as `- 4 -` and `—5—`.
fn page_numbers(source: &Source, within: Span) -> Vec<Span> {
    const DASHES: &[char] = &['-', '—', '–', '－', '─'];
    let mut found = Vec::new();
    let text = source.slice(within);
    for (at, mark) in search::marks(source, within) {
        if !DASHES.contains(&mark) || !search::begins_line(text, at) {
            continue;
        }
        let words = &text[at + mark.len_utf8()..];
        let space = |c: char| matches!(c, ' ' | '\u{a0}' | '\u{3000}');
        let beside = |c: char| space(c) || DASHES.contains(&c);
        let digits = words.trim_start_matches(beside);
        let behind = digits.trim_start_matches(|c: char| c.is_ascii_digit());
        let rest = behind.trim_start_matches(beside);
        let dashed = behind[..behind.len() - rest.len()].contains(DASHES);
        let length = digits.len() - behind.len();
        if dashed && (1..=3).contains(&length) && (rest.is_empty() || rest.starts_with('\n')) {
            let end = text[..text.len() - rest.len()].trim_end().len();
            found.push(Span::new(at, end));
        }
    }
    found
}
