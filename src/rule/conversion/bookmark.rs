//! C-01

use super::{checked, delete_all, find_all};
use crate::finding::{Applicability, Severity};
use crate::lang::Text;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::{Context, Record, Rule, Scope, prose::prose, search};
use crate::text::Span;

const CODE: &str = "C-01";

/// Word 书签残留: `[bookmark: _GoBack]` was left in the text.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Hint,
    scope: Scope::All,
    prose: prose! {
        message: Text::new("残留“{x}”，共{n}处", "Bookmark artefact \"{x}\" left in {n} place(s)"),
        what: Text::new(
            "文中有没有 Word 书签转换后留下的标记。",
            "Whether a mark that stood for a bookmark in Word was left in the text.",
        ),
        why: Text::new(
            "这是文件转换的残留，不是报告内容，发布出来会影响观感。",
            "It comes from converting the file and is not part of the report.",
        ),
        how: Text::new("删去标记。", "Take the mark out."),
        example: Text::new("“[bookmark: _GoBack]总体情况”", "[bookmark: _GoBack]总体情况"),
        basis: Text::new("文字规范", "Clean text"),
        silent: Text::new(
            "方括号里是别的内容，如“[见附件]”；没有冒号和名称的“[bookmark]”。",
            "Square brackets with anything else in them, and [bookmark] without a name.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "a bookmark in the prose",
            base: Base::E2021,
            edits: &[("2023年，青禾镇", "[bookmark: _GoBack]2023年，青禾镇")],
            expect: Expect::Finds(&["[bookmark: _GoBack]"]),
        },
        Case {
            name: "two bookmarks, one of them in a heading, are one finding",
            base: Base::E2019,
            edits: &[
                ("一、总体情况", "一、[bookmark: _Toc1]总体情况"),
                ("六、其他", "[bookmark: OLE_LINK1]六、其他"),
            ],
            expect: Expect::Finds(&["[bookmark: _Toc1]"]),
        },
        Case { name: "no bookmark", base: Base::E2021, edits: &[], expect: Expect::Silent },
        Case {
            name: "brackets with something else in them",
            base: Base::E2019,
            edits: &[
                ("县林业局主动公开", "县林业局[见附件]主动公开"),
                ("微信公众号。", "微信公众号[bookmark]。"),
            ],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    const OPENS: &str = "[bookmark:";
    let text = checked(context);
    let mut places = Vec::new();
    for (at, _) in search::places(context.source, context.report.extent, &[OPENS]) {
        let words = &text[at..];
        // Word's names have at most 40 characters.
        let name = words.bytes().skip(OPENS.len()).take(160).take_while(|b| *b != b'\n');
        if let Some(length) = name.clone().position(|b| b == b']') {
            places.push(Span::new(at, at + OPENS.len() + length + 1));
        }
    }
    let fix = delete_all(Applicability::Safe, &places);
    find_all(record, CODE, Severity::Hint, places, Some(fix));
}
