//!

use super::{beside, places};
use crate::finding::Severity;
use crate::gather::Gather;
use crate::lang::Text;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::conversion::find_all;
use crate::rule::{Context, Reason, Record, Rule, Scope, prose::prose};
use crate::text::find::{has_char, holds};

const CODE: &str = "Q-04";

/// 疑似他单位文本残留: words that another kind of body says of itself.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Hint,
    scope: Scope::All,
    prose: prose! {
        message: Text::new("“{x}”与本单位不符，疑似照抄，共{n}处", "\"{x}\" does not fit this body, in {n} place(s); it may have been copied"),
        what: Text::new(
            "乡镇、街道和各局的报告里，有没有别类单位的自称，或只有专门部门才有的信息。",
            "Whether a report of a township, a street or a bureau has another kind of body's name for itself, or information that only a special department holds.",
        ),
        why: Text::new(
            "照抄其他单位的文字而没有改，是审核中常被指出的问题。",
            "Words copied from another body and not adapted are often complained of in reviews.",
        ),
        how: Text::new("核对这句话是否说的是本单位，改为本单位的情况。", "See whether the sentence speaks of this body and adapt it."),
        example: Text::new(
            "镇政府的报告写“我局高度重视”，或“依法获取教育信息”。",
            "A town's report says 我局高度重视, or 依法获取教育信息.",
        ),
        basis: Text::new(
            "国办公开办函〔2021〕30号（内容雷同、敷衍塞责的应当纠正）",
            "Notice 国办公开办函〔2021〕30号 (against copied and perfunctory contents)",
        ),
        silent: Text::new(
            "标题里没有单位名称，或名称看不出是乡、镇、街道还是局；名称里本来就有那个字；引号里的话；“自我局限”一类碰巧连在一起的字。",
            "Where the title names no body or its name does not say which kind; where the word is part of the name; words in quotation marks; characters that meet by chance, as in 自我局限.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "a bureau in a town's report",
            base: Base::E2021,
            edits: &[("完善信息发布审核制度", "我局完善信息发布审核制度")],
            expect: Expect::Only(&["我局"]),
        },
        Case {
            name: "information on education in a town's report",
            base: Base::E2021,
            edits: &[("完善信息发布审核制度", "保障公众依法获取教育信息的权利，完善信息发布审核制度")],
            expect: Expect::Only(&["获取教育信息"]),
        },
        Case {
            name: "a town in a bureau's report",
            base: Base::E2019,
            edits: &[("落实信息发布审核制度", "我镇落实信息发布审核制度")],
            expect: Expect::Only(&["我镇"]),
        },
        Case {
            name: "a street in a bureau's report, twice",
            base: Base::E2019,
            edits: &[("落实信息发布", "我街道落实信息发布"), ("明确专人", "我街道明确专人")],
            expect: Expect::Only(&["我街道"]),
        },
        Case {
            name: "a town in a township's report",
            base: Base::E2021,
            edits: &[
                ("云溪县青禾镇人民政府", "云溪县青禾乡人民政府"),
                ("完善信息发布审核制度", "我镇完善信息发布审核制度"),
            ],
            expect: Expect::Only(&["我镇"]),
        },
        Case {
            name: "a body's own name for itself",
            base: Base::E2021,
            edits: &[("完善信息发布审核制度", "我镇完善信息发布审核制度，配合我县教育局公开信息")],
            expect: Expect::Silent,
        },
        Case {
            name: "a bureau's own name for itself",
            base: Base::E2019,
            edits: &[("落实信息发布审核制度", "我局落实信息发布审核制度，方便公众获取林业信息")],
            expect: Expect::Silent,
        },
        Case {
            name: "characters that meet by chance",
            base: Base::E2021,
            edits: &[("完善信息发布审核制度", "打破自我局限，完善信息发布审核制度")],
            expect: Expect::Silent,
        },
        Case {
            name: "a bureau quoted",
            base: Base::E2021,
            edits: &[("完善信息发布审核制度", "转发县林业局“我局关于开放日的公告”，完善信息发布审核制度")],
            expect: Expect::Silent,
        },
        Case {
            name: "a body of no certain kind",
            base: Base::E2021,
            edits: &[
                ("云溪县青禾镇人民政府", "云溪县行政服务中心"),
                ("完善信息发布审核制度", "我局完善信息发布审核制度"),
            ],
            expect: Expect::Silent,
        },
        Case {
            name: "a bureau on education",
            base: Base::E2021,
            edits: &[
                ("云溪县青禾镇人民政府", "云溪县林业局"),
                ("完善信息发布审核制度", "方便群众依法获取教育信息"),
            ],
            expect: Expect::Silent,
        },
        Case {
            name: "a bureau over a line end",
            base: Base::E2021,
            edits: &[("完善信息发布审核制度", "完善信息发布审核制度，落实责任，按规定由我\n局负责")],
            expect: Expect::Finds(&["我\n局"]),
        },
    ],
};

/// What kinds of bodies call themselves, by the word that ends their names.
const SELVES: [(&str, &str); 4] = [("我镇", "镇"), ("我乡", "乡"), ("我街道", "街道"), ("我局", "局")];

/// What a town or a street holds no information of: education and the like.
const SPECIAL: [&str; 9] = [
    "获取教育信息",
    "获取税务信息",
    "获取卫生信息",
    "获取审计信息",
    "获取司法信息",
    "获取公安信息",
    "获取水利信息",
    "获取统计信息",
    "获取气象信息",
];

fn detect(context: &Context, record: &mut Record) {
    let Some(own) = context.report.organization() else { return record.unassessable(Reason::NotStated) };
    let seat = ["人民政府", "政府", "办事处"].iter().find_map(|end| own.strip_suffix(end)).unwrap_or(own);
    let Some((_, kind)) = SELVES.iter().find(|(_, kind)| seat.ends_with(kind)) else { return record.pass() };
    let words: Vec<&str> = SELVES.iter().map(|(words, _)| *words).chain(SPECIAL).collect();
    let places = places(context, &words, &|text, at, which| {
        let (length, is_foreign) = match SELVES.get(which) {
            Some((words, other)) => {
                let (before, after) = beside(text, at, at + words.len());
                // 自我局限, 我局部…, 我乡镇, 我镇（街道）
                let by_chance = before == '自' || has_char("限部面势长镇乡街（", after);
                (words.len(), !holds(own, other) && !by_chance)
            }
            None => {
                let words = SPECIAL[which - SELVES.len()];
                let subject = &words["获取".len()..][.."教育".len()];
                (words.len(), *kind != "局" && !holds(own, subject))
            }
        };
        (is_foreign && !is_quoted(text, at)).then_some((at, length))
    });
    let places = places.into_iter().map(|(place, _)| place).gather();
    find_all(record, CODE, Severity::Hint, places, None);
}

/// Whether a quotation is open at `at`.
fn is_quoted(text: &str, at: usize) -> bool {
    let mark = text[..at].chars().rev().take(60).find(|c| matches!(c, '“' | '”' | '《' | '》' | '\n'));
    matches!(mark, Some('“' | '《'))
}
