//! C-04

use super::{at_places, checked, delete_all};
use crate::finding::{Applicability, Finding, Severity};
use crate::hash::hexadecimal;
use crate::lang::Text;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::{Context, Record, Rule, Scope, prose::prose};
use crate::text::{Span, rare};

const CODE: &str = "C-04";

/// 乱码、私用区字符: characters that nobody can have meant to write.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Hint,
    scope: Scope::All,
    prose: prose! {
        message: Text::new("含异常字符（{code}），共{n}处", "Corrupt characters ({code}) in {n} place(s)"),
        what: Text::new(
            "文中有没有乱码（�）、私用区字符、零宽字符或控制字符。",
            "Whether replacement characters (�), private-use, zero-width or control characters stand in the text.",
        ),
        why: Text::new(
            "这些字符在别的设备上显示为方框或空白，也会使检索和比对失败。",
            "They show as boxes or nothing elsewhere and make searching and comparing fail.",
        ),
        how: Text::new(
            "对照原文改成应有的文字；看不见的零宽字符可直接删去。",
            "Put in what the original has; invisible characters can simply go.",
        ),
        example: Text::new(
            "“政府�息公开”；项目符号变成了私用区字符。",
            "政府�息公开; a bullet that became a private-use character.",
        ),
        basis: Text::new("文字规范", "Clean text"),
        silent: Text::new(
            "生僻字、表情符号、各种宽度的空格，以及分行、分页符。",
            "Rare characters, emoji, spaces of any width, line tabs and page ends.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "a control character of the second kind, and a private one",
            base: Base::E2021,
            edits: &[("落实先审查后公开", "落实先\u{85}审查后\u{e000}公开")],
            expect: Expect::Finds(&["\u{85}"]),
        },
        Case {
            name: "a replacement character",
            base: Base::E2021,
            edits: &[("机构信息20条", "机构\u{fffd}息20条")],
            expect: Expect::Finds(&["\u{fffd}"]),
        },
        Case {
            name: "a bullet of a symbol font and zero-width spaces are one finding",
            base: Base::E2019,
            edits: &[
                ("（一）主动公开情况。", "\u{f06c}（一）主动公开情况。"),
                ("没有其他需要", "没有\u{200b}\u{200b}其他需要"),
            ],
            expect: Expect::Finds(&["\u{f06c}"]),
        },
        Case { name: "ordinary characters", base: Base::E2021, edits: &[], expect: Expect::Silent },
        Case {
            name: "rare characters, an emoji and spaces of other widths",
            base: Base::E2021,
            edits: &[("青禾镇通过", "青禾镇（𬱖家村、👨\u{200d}🌾）\u{3000}\u{a0}\u{2003}通过")],
            expect: Expect::Silent,
        },
        Case {
            name: "the line tab of a word processor",
            base: Base::E2021,
            edits: &[("完善信息发布审核制度", "完善信息发布\u{b}审核制度")],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    if context.source.is_ordinary() {
        return record.pass();
    }
    let text = checked(context);
    let mut places: Vec<Span> = Vec::new();
    let mut invisible = Vec::new();
    let mut first = None;
    // What such characters begin with in UTF-8. Full-width forms, which are common,
    // begin with 0xEF as well and are left out.
    let may_begin = |byte: u8, next: u8| {
        byte.is_ascii_control() && !matches!(byte, b'\t' | b'\n')
            || byte == 0xEF && !matches!(next, 0xBC | 0xBD)
            || matches!(byte, 0xC2 | 0xE2 | 0xEE | 0xF3 | 0xF4)
    };
    for at in rare::places(text, may_begin) {
        let Some(c) = text[at..].chars().next() else { continue };
        let Some(kind) = kind(c) else { continue };
        first.get_or_insert(c);
        let place = Span::new(at, at + c.len_utf8());
        if kind == Kind::Invisible {
            invisible.push(place);
        }
        match places.last_mut() {
            Some(last) if last.end == place.start => last.end = place.end,
            _ => places.push(place),
        }
    }
    let Some(c) = first else { return record.pass() };
    let code = ["U+", &hexadecimal(c.into(), 4, b"0123456789ABCDEF")].concat();
    let mut finding = Finding::new(CODE, Severity::Hint).with("code", code);
    if !invisible.is_empty() {
        finding = finding.with_fix(delete_all(Applicability::Review, &invisible));
    }
    record.find(at_places(finding, places));
}

#[derive(PartialEq, Eq)]
enum Kind {
    /// It stands for something that is lost.
    Lost,
    /// It stands for nothing.
    Invisible,
}

fn kind(c: char) -> Option<Kind> {
    match c {
        // Line tabs and page ends are how Word and PDF readers break lines.
        '\u{b}' | '\u{c}' => None,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' => Some(Kind::Invisible),
        // Joiners stay: emoji and some scripts need them.
        '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}' => {
            Some(Kind::Invisible)
        }
        '\u{fffd}' | '\u{e000}'..='\u{f8ff}' | '\u{f0000}'.. => Some(Kind::Lost),
        _ => None,
    }
}
