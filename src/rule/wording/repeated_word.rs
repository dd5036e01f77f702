//!

use super::{ProseLines, Slip, beside, between_tables, find_slips, is_han};
use crate::finding::{Applicability, Edit, Severity};
use crate::lang::Text;
use crate::order;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::conversion::checked;
use crate::rule::search;
use crate::rule::{Context, Record, Rule, Scope, prose::prose};
use crate::text::find::has_char;
use crate::text::{Source, Span, WordList, words};

const CODE: &str = "Q-03";

/// 词语重复: a word that was written twice by mistake.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Hint,
    scope: Scope::All,
    prose: prose! {
        message: Text::new("疑似重复“{x}”，共{n}处", "Repeated word \"{x}\" in {n} place(s)"),
        what: Text::new(
            "正文里有没有紧接着写了两遍的词语。",
            "Whether words of the prose were written twice in a row.",
        ),
        why: Text::new(
            "多半是修改或粘贴时留下的，读起来不通。",
            "Mostly it was left by editing or pasting, and it reads badly.",
        ),
        how: Text::new("删去重复的一个；有意重复的不用改。", "Take one of the two out; leave it where it is meant."),
        example: Text::new("“进一步进一步加强”应为“进一步加强”。", "进一步进一步加强 instead of 进一步加强."),
        basis: Text::new("文字规范", "Clean text"),
        silent: Text::new(
            "渐渐、天天、一一、研究研究等叠词；“县政府政府网站”“规范规范性文件”一类前后各成一词的两字；“目的的”“男性性别”；数字；没有标点的栏目名称；表格里的文字。",
            "Words that are doubled by nature (渐渐, 天天, 研究研究); two characters that belong to two words (县政府政府网站, 规范规范性文件, 目的的, 男性性别); digits; names of columns without punctuation; words in tables.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "a word of two characters",
            base: Base::E2021,
            edits: &[("及时更新栏目内容", "及时及时更新栏目内容")],
            expect: Expect::Only(&["及时及时"]),
        },
        Case {
            name: "a word of three characters and one of four are one finding",
            base: Base::E2021,
            edits: &[
                ("完善信息发布", "进一步进一步完善信息发布"),
                ("一是增加图文", "一是政务公开政务公开增加图文"),
            ],
            expect: Expect::Only(&["进一步进一步"]),
        },
        Case {
            name: "three times",
            base: Base::E2021,
            edits: &[("及时更新栏目内容", "及时及时及时更新栏目内容")],
            expect: Expect::Only(&["及时及时及时"]),
        },
        Case {
            name: "the ending of a word",
            base: Base::E2019,
            edits: &[("落实信息发布审核制度。", "提高信息发布的准确性性，落实审核制度。")],
            expect: Expect::Only(&["性性"]),
        },
        Case {
            name: "的 twice",
            base: Base::E2019,
            edits: &[("落实信息发布审核制度。", "落实信息发布的的审核制度。")],
            expect: Expect::Only(&["的的"]),
        },
        Case {
            name: "money twice",
            base: Base::E2021,
            edits: &[("每月检查一次。", "每月检查一次资金资金使用情况。")],
            expect: Expect::Only(&["资金资金"]),
        },
        Case { name: "nothing twice", base: Base::E2021, edits: &[], expect: Expect::Silent },
        Case {
            name: "words that are doubled by nature",
            base: Base::E2021,
            edits: &[(
                "完善信息发布审核制度，",
                "工作渐渐规范，种种问题一一整改，天天更新，多多益善，反复研究研究、讨论讨论，",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "two words that meet",
            base: Base::E2021,
            edits: &[(
                "完善信息发布审核制度，",
                "维护县政府政府网站，规范规范性文件管理，实现公开公开目录的目的的要求，按男性性别统计，",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "numbers and letters",
            base: Base::E2019,
            edits: &[("落实信息发布审核制度。", "电话88228822，编号ABCABC，2020年年底前落实。")],
            expect: Expect::Silent,
        },
        Case {
            name: "a line of links and money of two names",
            base: Base::E2019,
            edits: &[(
                "（一）主动公开情况。",
                "首页政府信息公开政府信息公开年报\n（一）主动公开情况，公布专项资金资金使用情况。",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "a list of like names",
            base: Base::E2019,
            edits: &[("维护门户网站栏目和", "维护门户网站、门户网站专栏和")],
            expect: Expect::Silent,
        },
    ],
};

/// Words of two characters that do not begin one word where they end another.
const DOUBLED: WordList = words![
    "进行", "通过", "根据", "按照", "以及", "并且", "同时", "由于", "对于", "关于", "为了", "其中", "全年",
    "我们", "我镇", "我乡", "我局", "我县", "我市", "积极", "认真", "及时", "不断", "加强", "开展", "完善",
    "提高", "推进", "落实", "强化", "资金", "截至", "推动", "问题", "确保", "切实",
];

/// How long a word may be that is looked for, in bytes: two to eight characters.
const LENGTHS: std::ops::RangeInclusive<usize> = 2..=8;

fn detect(context: &Context, record: &mut Record) {
    let text = checked(context);
    let mut found: Vec<(usize, usize)> = Vec::new();
    let pieces = between_tables(context.report);
    // At one place the longest comes first.
    for characters in LENGTHS.rev() {
        for piece in &pieces {
            repeats(text, *piece, characters * 3, &mut found);
        }
    }
    endings(context.source, context.report.extent, &mut found);
    order::by_key(&mut found, |(at, _)| *at as u128);
    let mut prose = ProseLines::of(context);
    let mut slips: Vec<Slip> = Vec::new();
    let mut end = 0;
    for (at, length) in found {
        if at < end || !prose.holds(at) || !prose.is_sentence {
            continue;
        }
        end = at + length;
        // Three times and more are one slip.
        while text[end..].starts_with(&text[at..at + length]) {
            end += length;
        }
        slips.push(Slip { place: Span::new(at, end), edit: Some(Edit::delete(Span::new(at + length, end))) });
    }
    find_slips(record, CODE, slips, Applicability::Review);
}

/// Adds the places in `piece` where `length` bytes of Chinese words stand twice in a row.
fn repeats(text: &str, piece: Span, length: usize, found: &mut Vec<(usize, usize)>) {
    let bytes = text.as_bytes();
    // Of the bytes of a word that is repeated one stands on a multiple of its length, and is
    // the same as the byte so far behind it. The byte before or behind it is too: the first
    // bytes of characters are much alike. No such word is of ASCII, as the rows of zeros are.
    let mut at = (piece.start as usize).next_multiple_of(length);
    found.extend(repeated(text, at, length));
    let mut before = 0;
    let end = bytes.len().min(piece.end as usize + 3 * length);
    for part in bytes.get(at + length - 1..end).unwrap_or_default().chunks_exact(length) {
        let Some(here) = part.first_chunk().copied().map(u32::from_le_bytes) else { break };
        let same = here ^ before;
        if (same & 0xFFFF == 0 || same & 0xFF_FF00 == 0) && here & 0x8000 != 0 {
            found.extend(repeated(text, at, length));
        }
        before = here;
        at += length;
    }
    found.extend(repeated(text, at, length));
}

/// The word of `length` bytes that stands twice in a row around byte `here`, where there is
/// one that may have been repeated by mistake.
fn repeated(text: &str, here: usize, length: usize) -> Option<(usize, usize)> {
    let bytes = text.as_bytes();
    // Behind what was repeated stands a mark.
    let end = bytes.len().checked_sub(length).filter(|end| here + 1 < *end)?;
    let same = |at: &usize| bytes[*at] == bytes[*at + length];
    let before = (0..here).rev().take(length).take_while(same).count();
    let behind = (here..end).take(length).take_while(same).count();
    if before + behind < length {
        return None;
    }
    // The first character that begins within the part that is the same.
    let first = here - before;
    let start = (first..first + 3).find(|start| text.is_char_boundary(*start))?;
    let word = text.get(start..start + length)?;
    if !bytes[start + length..].starts_with(word.as_bytes()) || !is_word(word, length) {
        return None;
    }
    // 专项资金 and 资金使用 are two words.
    let before = text[..start].chars().next_back().unwrap_or(' ');
    (word != "资金" || !has_char("项政助贴贫持基设农险障性励补奖级", before)).then_some((start, length))
}

/// Whether `word`, which stands there twice, may be one that was repeated by mistake.
fn is_word(word: &str, length: usize) -> bool {
    let mut characters = word.chars();
    let first = characters.next();
    if length == 6 {
        return DOUBLED.contains(word);
    }
    // 哈哈哈哈, 一二三一二三: no words.
    word.chars().all(|c| is_han(c) && !has_char("零〇一二三四五六七八九十百千万", c) || c == '一')
        && characters.any(|c| Some(c) != first)
        && first != Some('一')
}

/// Adds the places where 的 or the ending 性 stands twice.
fn endings(source: &Source, within: Span, found: &mut Vec<(usize, usize)>) {
    // What they may stand beside by chance: characters before, characters behind.
    const BY_CHANCE: [(&str, &str); 2] =
        [("目标有是真端的", "确士"), ("男女两个同异中", "质能格别情命状教生欲骚急")];
    let text = source.slice(within);
    for (at, which) in search::places(source, within, &["的的", "性性"]) {
        let (before, after) = beside(text, at, at + 6);
        let (befores, afters) = BY_CHANCE[which];
        if is_han(before) && !has_char(befores, before) && !has_char(afters, after) {
            found.push((at, 3));
        }
    }
}
