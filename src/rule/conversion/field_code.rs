//! C-03

use super::{checked, delete_all, find_all};
use crate::finding::{Applicability, Severity};
use crate::lang::Text;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::{Context, Record, Rule, Scope, prose::prose, search};
use crate::text::Span;

const CODE: &str = "C-03";

/// 域代码、错误引用残留: a field's code, or the message that its target is gone.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Warning,
    scope: Scope::All,
    prose: prose! {
        message: Text::new("残留域代码“{x}”，共{n}处", "Field-code artefact \"{x}\" left in {n} place(s)"),
        what: Text::new(
            "文中有没有 Word 的域代码，或“错误！未找到引用源”之类的提示。",
            "Whether codes of Word's fields, or messages such as 错误！未找到引用源, stand in the text.",
        ),
        why: Text::new(
            "读者看到的应是链接文字或页码；出错提示说明引用的内容已经不在。",
            "Readers should see the linked words or the page number; the message means that what it points to is gone.",
        ),
        how: Text::new(
            "删去域代码；引用出错的，补上所指的内容。",
            "Take the code out; where a reference failed, write what it was to say.",
        ),
        example: Text::new(
            "“HYPERLINK \"http://www.…\" 县政府网站”“详见错误！未找到引用源。”",
            "HYPERLINK \"http://www.…\" before the words of a link; 错误！未找到引用源。",
        ),
        basis: Text::new("文字规范", "Clean text"),
        silent: Text::new(
            "一般的网址；正文里的“错误！”后面不是 Word 的提示语。",
            "Plain addresses; 错误！ with anything but one of Word's messages behind it.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "a link's code",
            base: Base::E2021,
            edits: &[(
                "通过县政府门户网站",
                "通过HYPERLINK \"http://www.yunxi.gov.cn\" \\t \"_blank\"县政府门户网站",
            )],
            expect: Expect::Finds(&["HYPERLINK \"http://www.yunxi.gov.cn\" \\t \"_blank\""]),
        },
        Case {
            name: "a reference whose target is gone, and a page number's code",
            base: Base::E2019,
            edits: &[
                ("落实信息发布审核制度。", "落实信息发布审核制度，见错误！未找到引用源。"),
                ("没有其他需要", " PAGEREF _Toc123456 \\h 3没有其他需要"),
            ],
            expect: Expect::Finds(&["错误！未找到引用源。"]),
        },
        Case { name: "no code", base: Base::E2021, edits: &[], expect: Expect::Silent },
        Case {
            name: "an error that is no message, and an address",
            base: Base::E2021,
            edits: &[("及时更新栏目内容", "纠正错误！及时更新栏目内容（http://www.yunxi.gov.cn）")],
            expect: Expect::Silent,
        },
    ],
};

/// What a code or message begins with. Those that are codes come first.
const BEGINNINGS: [&str; 5] = ["HYPERLINK ", "PAGEREF _", "MERGEFORMAT", "错误！", "错误!"];
const CODES: usize = 3;

/// What follows 错误！ in Word's messages.
const MESSAGES: [&str; 6] = [
    "未找到引用源",
    "未定义书签",
    "超链接引用无效",
    "超级链接引用无效",
    "未找到目录项",
    "文档中没有指定样式的文字",
];

fn detect(context: &Context, record: &mut Record) {
    let text = checked(context);
    let mut places: Vec<Span> = Vec::new();
    let mut only_links = true;
    for (at, which) in search::places(context.source, context.report.extent, &BEGINNINGS) {
        let after = &text[at + BEGINNINGS[which].len()..];
        let rest = if which < CODES {
            after_code(after)
        } else {
            let Some(rest) = MESSAGES.iter().find_map(|m| after.strip_prefix(m)) else { continue };
            rest.strip_prefix('。').unwrap_or(rest)
        };
        only_links &= which == 0;
        let place = Span::new(at, text.len() - rest.len());
        if places.last().is_none_or(|last| last.end <= place.start) {
            places.push(place);
        }
    }
    // The words of a link stand behind its code; what another code or a message
    // stood for has to be written anew.
    let applicability = if only_links { Applicability::Safe } else { Applicability::Review };
    let fix = delete_all(applicability, &places);
    find_all(record, CODE, Severity::Warning, places, Some(fix));
}

/// What is left after a code's quoted words, switches and bookmark names.
fn after_code(mut rest: &str) -> &str {
    loop {
        let next = rest.trim_start_matches(any_of![' ', '\u{a0}']);
        let part = if let Some(quoted) = next.strip_prefix('"') {
            let end = quoted.bytes().take(2000).position(|b| b == b'"' || b == b'\n');
            end.filter(|end| quoted.as_bytes()[*end] == b'"').map(|end| end + 2)
        } else if next.starts_with('\\') || next.starts_with("_Toc") || rest.starts_with("Toc") {
            next.bytes()
                .skip(1)
                .position(|b| !b.is_ascii_alphanumeric() && b != b'*')
                .map_or(next.len(), |p| p + 1)
                .into()
        } else {
            None
        };
        match part {
            Some(length) => rest = &next[length..],
            None => return rest,
        }
    }
}
