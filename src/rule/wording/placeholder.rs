//!

use crate::finding::Severity;
use crate::lang::Text;
use crate::report::CellState;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::conversion::{checked, find_all};
use crate::rule::search::{begins_line, marks};
use crate::rule::{Context, Record, Rule, Scope, prose::prose};
use crate::text::Span;
use crate::text::find::{has_char, holds};

const CODE: &str = "Q-05";

/// 占位符残留: a template's XX, 20XX, （ ）件 or ____ was never filled in.
pub const RULE: Rule = Rule {
    code: CODE,
    // The catalogue has it among the errors and says of all rules that read prose
    // that they go no higher than a warning.
    severity: Severity::Warning,
    scope: Scope::All,
    prose: prose! {
        message: Text::new("残留占位符“{x}”，共{n}处", "Placeholder \"{x}\" left in {n} place(s)"),
        what: Text::new(
            "文中有没有模板里没填的占位符，如“XX”“20XX年”“（ ）件”“____”。",
            "Whether a template's placeholders such as XX, 20XX年, （ ）件 or ____ were left unfilled.",
        ),
        why: Text::new(
            "占位符说明这一处内容没有填写，报告还不完整。",
            "A placeholder means that something was never filled in.",
        ),
        how: Text::new("填入实际的名称、年份或数字。", "Fill in the name, the year or the number."),
        example: Text::new("“全年收到申请XX件”“20XX年，××局……”", "全年收到申请XX件; 20XX年，××局…"),
        basis: Text::new(
            "国办公开办函〔2021〕30号（内容准确全面）",
            "Notice 国办公开办函〔2021〕30号 (accurate and complete)",
        ),
        silent: Text::new(
            "“王××”等隐名、字母编号、带引号的名称、乘号；段落间单独成行的横线；“（ ）”后面没有量词；表格里的文字格由该表的规则报。",
            "People not named (王××), letters in names and numbers, quoted names, products, a ruled line between paragraphs, empty brackets without a measure word; words in cells are told by the rules on cells.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "a year and a number",
            base: Base::E2021,
            edits: &[("2023年，青禾镇", "20XX年，青禾镇"), ("公开政府信息120条", "公开政府信息XX条")],
            expect: Expect::Finds(&["20XX"]),
        },
        Case {
            name: "a name with multiplication signs",
            base: Base::E2019,
            edits: &[("2020年，县林业局", "2020年，××县林业局")],
            expect: Expect::Finds(&["××"]),
        },
        Case {
            name: "empty brackets before a measure word",
            base: Base::E2021,
            edits: &[("办结14件", "办结（  ）件")],
            expect: Expect::Finds(&["（  ）件"]),
        },
        Case {
            name: "a line to write on",
            base: Base::E2019,
            edits: &[("收到政府信息公开申请8件", "收到政府信息公开申请____件")],
            expect: Expect::Finds(&["____"]),
        },
        Case { name: "everything is filled in", base: Base::E2021, edits: &[], expect: Expect::Silent },
        Case {
            name: "letters in words and numbers, a person not named, a quoted name, empty brackets, a product",
            base: Base::E2019,
            edits: &[(
                "落实信息发布审核制度。",
                "落实审核制度（DXX12、IPV6XX、XXL号、电话0571-8888XXXX），答复张XX、李××的申请，办好“XX”专栏（ ），每周5×8小时在线，附件a__b.docx。",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "a ruled line between paragraphs",
            base: Base::E2021,
            edits: &[("\n六、其他需要", "\n________________\n六、其他需要")],
            expect: Expect::Silent,
        },
        Case {
            name: "a cell of a table, of which another rule speaks",
            base: Base::E2021,
            edits: &[("行政许可\t36", "行政许可\tXX")],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    let text = checked(context);
    let mut places: Vec<Span> = Vec::new();
    let mut next = 0;
    for (at, mark) in marks(context.source, context.report.extent) {
        let found = match mark {
            _ if at < next => None,
            'X' | 'x' | '×' | 'Ｘ' => crosses(text, at, &mut next),
            '_' | '＿' => underscores(text, at, &mut next),
            '(' | '（' => brackets(text, at),
            _ => None,
        };
        let place = found.map(|(start, end)| Span::new(start, end));
        if let Some(place) = place.filter(|place| !in_text_cell(context, *place)) {
            places.push(place);
        }
    }
    find_all(record, CODE, Severity::Warning, places, None);
}

/// Whether a cell of a table holds it; a cell without a number is said by the rule
/// that reads the cells.
fn in_text_cell(context: &Context, place: Span) -> bool {
    let tables = context.report.tables.iter().filter(|t| t.span.is_some_and(|s| s.holds(place)));
    tables
        .flat_map(|table| &table.cells)
        .any(|cell| cell.state == CellState::Text && cell.span.is_some_and(|span| span.holds(place)))
}

/// A run of crosses at `at`, with the digits of a year before it.
fn crosses(text: &str, at: usize, next: &mut usize) -> Option<(usize, usize)> {
    let run: &str = text[at..].split(|c| !has_char("Xx×Ｘ", c)).next()?;
    let end = at + run.len();
    *next = end;
    let (before, after) = (&text[..at], &text[end..]);
    let count = run.chars().count();
    let follows = after.chars().next().unwrap_or('\n');
    if follows.is_ascii_alphanumeric() {
        return None;
    }
    // 20XX, 202X: together four places.
    let digits = before.len() - before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    if digits > 0 {
        let year = before[at - digits..].starts_with("20") && digits + count == 4;
        let alone = !before[..at - digits].ends_with(|c: char| c.is_ascii_alphanumeric());
        return (year && alone).then_some((at - digits, end));
    }
    let precedes = before.chars().next_back().unwrap_or('\n');
    if count < 2 || holds(run, "x") || precedes.is_ascii_alphanumeric() {
        return None;
    }
    let quoted = has_char("“‘\"「", precedes) && has_char("”’\"」", follows);
    // 张XX, 李××: a person who is not to be named.
    let person = has_char(SURNAMES, precedes) && !has_char(MEASURES, follows);
    let party = precedes == '诉' || follows == '诉';
    (!quoted && !person && !party).then_some((at, end))
}

/// A run of underscores at `at` to write on.
fn underscores(text: &str, at: usize, next: &mut usize) -> Option<(usize, usize)> {
    let run = text[at..].split(|c| !has_char("_＿", c)).next()?;
    let end = at + run.len();
    *next = end;
    let (before, after) = (&text[..at], &text[end..]);
    let beside = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    if run.chars().count() < 3 || beside(before.chars().next_back()) || beside(after.chars().next()) {
        return None;
    }
    // Alone on its line it is a rule between paragraphs.
    let alone = begins_line(text, at) && after.trim_start_matches(any_of![' ', '\t']).starts_with('\n');
    (!alone).then_some((at, end))
}

/// A pair of brackets at `at` with nothing in it and a measure word behind it.
fn brackets(text: &str, at: usize) -> Option<(usize, usize)> {
    let blank = |c: char| c != '\n' && c != '\t' && c.is_whitespace();
    let inner = text[at..].strip_prefix(any_of!['(', '（'])?;
    let behind = inner.trim_start_matches(blank).strip_prefix(any_of![')', '）'])?;
    let measure = behind.chars().next().filter(|c| has_char(MEASURES, *c))?;
    Some((at, text.len() - behind.len() + measure.len_utf8()))
}

/// What is counted in a report, and the parts of a date.
const MEASURES: &str = "件条次个项份人元万篇期场起家名宗例年月日%％";

/// Common surnames that are not common words.
const SURNAMES: &str = "王李张刘陈杨赵黄周吴徐孙胡朱郭何罗梁宋郑谢韩唐冯董萧曹袁邓许傅沈彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪姜范姚谭廖邹熊陆郝孔崔邱秦顾侯邵孟某";
