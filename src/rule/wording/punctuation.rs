//!

use super::{ProseLines, Slip, beside, find_slips, is_han};
use crate::finding::{Applicability, Edit, Severity};
use crate::lang::Text;
use crate::order;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::conversion::checked;
use crate::rule::{Context, Record, Rule, Scope, prose::prose, search};
use crate::text::Span;

const CODE: &str = "Q-01";

/// 中英文标点混用: half-width punctuation between Chinese characters.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Hint,
    scope: Scope::All,
    prose: prose! {
        message: Text::new("使用半角标点“{x}”，共{n}处", "Half-width punctuation \"{x}\" in {n} place(s)"),
        what: Text::new(
            "正文的汉字之间有没有夹着半角的逗号、分号、冒号、问号和括号。",
            "Whether half-width commas, semicolons, colons, question marks or brackets stand between Chinese characters of the prose.",
        ),
        why: Text::new(
            "中文里应当用全角标点，混用会使版面参差，也给检索添麻烦。",
            "Chinese text has punctuation of full width; a mixture looks uneven and is awkward to search.",
        ),
        how: Text::new("改为全角标点。", "Put in the marks of full width."),
        example: Text::new(
            "“加强信息管理,履行审核职责”应为“加强信息管理，履行审核职责”。",
            "加强信息管理,履行审核职责 instead of 加强信息管理，履行审核职责.",
        ),
        basis: Text::new("GB/T 15834《标点符号用法》", "GB/T 15834, use of punctuation marks"),
        silent: Text::new(
            "表格里的标点；一侧是数字、字母或空格，如时间、比分、网址、千分位；行首的“(一)”；整行没有一个全角标点。",
            "Punctuation in tables; marks beside a digit, a letter or a space, as in times, ratios, addresses and thousands; (一) at the beginning of a line; lines without any mark of full width.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "a comma",
            base: Base::E2021,
            edits: &[("完善信息发布审核制度，落实", "完善信息发布审核制度,落实")],
            expect: Expect::Only(&[","]),
        },
        Case {
            name: "a semicolon and a colon are one finding",
            base: Base::E2021,
            edits: &[("还比较单一；二是", "还比较单一;二是"), ("改进情况：一是", "改进情况:一是")],
            expect: Expect::Only(&[";"]),
        },
        Case {
            name: "a pair of brackets",
            base: Base::E2019,
            edits: &[("维护门户网站栏目和", "维护门户网站(含专栏)栏目和")],
            expect: Expect::Only(&["("]),
        },
        Case {
            name: "a comma after a quotation and a colon at the end of a line",
            base: Base::E2021,
            edits: &[("存在的主要问题：一是", "“一网通办”,仍有不足。存在的主要问题有以下几个方面:\n一是")],
            expect: Expect::Finds(&[","]),
        },
        Case { name: "marks of full width", base: Base::E2021, edits: &[], expect: Expect::Silent },
        Case {
            name: "times, ratios, thousands and an address",
            base: Base::E2021,
            edits: &[(
                "及时更新栏目内容。",
                "每天8:30更新栏目内容，比例为1:2，访问量12,345次，网址:http://www.yunxi.gov.cn/a,b。",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "half-width brackets in the labels of a table",
            base: Base::E2021,
            edits: &[
                (
                    "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
                    "(二)部分公开(区分处理的,只计这一情形,不计其他情形)",
                ),
                (
                    "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
                    "(本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和)",
                ),
            ],
            expect: Expect::Silent,
        },
        Case {
            name: "the number of a sub-heading in half-width brackets",
            base: Base::E2019,
            edits: &[("（一）主动公开情况。", "(一)主动公开情况。")],
            expect: Expect::Silent,
        },
        Case {
            name: "a list with commas and nothing else, as a row of another table",
            base: Base::E2021,
            edits: &[(
                "全年没有发生责任追究情形。\n",
                "全年没有发生责任追究情形。\n栏目名称,内容更新,内容审核\n",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "brackets around letters",
            base: Base::E2021,
            edits: &[("及时更新栏目内容。", "及时更新栏目(APP)内容。")],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    let text = checked(context);
    let mut slips = Vec::new();
    let mut prose = ProseLines::of(context);
    for (at, mark) in search::marks(context.source, context.report.extent) {
        if !matches!(mark, ',' | ';' | ':' | '?' | '(') {
            continue;
        }
        let (before, after) = beside(text, at, at + 1);
        let is_between = closes(before) && (opens(after) || after == '\n');
        if !is_between || !prose.holds(at) || !prose.is_sentence {
            continue;
        }
        let mut put = |at: usize, mark: &str| {
            let place = Span::new(at, at + 1);
            slips.push(Slip { place, edit: Some(Edit { span: place, text: mark.into() }) });
        };
        match mark {
            ',' => put(at, "，"),
            ';' => put(at, "；"),
            ':' => put(at, "："),
            '?' => put(at, "？"),
            _ => {
                // Both of a pair or neither; what stands between them is short.
                let Some(length) =
                    text[at + 1..].bytes().take(300).position(|b| matches!(b, b'(' | b')' | b'\n'))
                else {
                    continue;
                };
                let close = at + 1 + length;
                if text.as_bytes()[close] == b')' && closes(beside(text, close, close).0) {
                    put(at, "（");
                    put(close, "）");
                }
            }
        }
    }
    order::by_key(&mut slips, |slip| order::span(slip.place));
    find_slips(record, CODE, slips, Applicability::Safe);
}

/// Whether Chinese text may end with `c` before a mark.
fn closes(c: char) -> bool {
    is_han(c) || matches!(c, '”' | '’' | '》' | '）')
}

/// Whether Chinese text may begin with `c` behind a mark.
fn opens(c: char) -> bool {
    is_han(c) || matches!(c, '“' | '‘' | '《' | '（')
}
