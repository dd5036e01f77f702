//!

use super::{Slip, beside, find_slips, places};
use crate::finding::{Applicability, Edit, Severity};
use crate::gather::Gather;
use crate::lang::Text;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::{Context, Record, Rule, Scope, prose::prose};
use crate::text::Span;
use crate::text::find::has_char;

const CODE: &str = "Q-06";

/// 疑似错别字、逻辑词: words that cannot be meant.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Hint,
    scope: Scope::All,
    prose: prose! {
        message: Text::new("“{x}”疑有误，共{n}处", "\"{x}\" may be wrong, in {n} place(s)"),
        what: Text::new(
            "正文里有没有常见的错别字，或意思说反了的话（造成更新“及时”）。",
            "Whether the prose has common wrong characters, or says the opposite of what is meant (the reason why updates are in time).",
        ),
        why: Text::new("错字和反话会影响报告的严肃性，也会误导读者。", "Wrong characters and words are unbecoming and may mislead."),
        how: Text::new("对照上下文改正。", "Correct it from the context."),
        example: Text::new("“认真惯彻”应为“认真贯彻”。", "认真惯彻 instead of 认真贯彻."),
        basis: Text::new("文字规范", "Clean text"),
        silent: Text::new(
            "不在词表里的错字；两个词碰巧连成的字（“自己经常”“互联网战略”“全部份额”）；“造成……更新不及时”；表格里的文字。",
            "What is not in the list; characters of two words that meet (自己经常, 互联网战略, 全部份额); 造成…更新不及时; words in tables.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "a wrong character",
            base: Base::E2021,
            edits: &[("完善信息发布审核制度", "认真惯彻条例，完善信息发布审核制度")],
            expect: Expect::Only(&["惯彻"]),
        },
        Case {
            name: "two wrong characters are one finding",
            base: Base::E2021,
            edits: &[
                ("完善信息发布审核制度", "统一布署，完善信息发布审核制度"),
                ("更新提醒制度", "跟新提醒制度"),
            ],
            expect: Expect::Only(&["布署"]),
        },
        Case {
            name: "the opposite of what is meant",
            base: Base::E2019,
            edits: &[("落实信息发布审核制度。", "人手不足，造成栏目更新时间及时，落实信息发布审核制度。")],
            expect: Expect::Only(&["及时"]),
        },
        Case {
            name: "a word for reconsideration",
            base: Base::E2021,
            edits: &[("政策解读的形式还比较单一", "行政复仪答复还不够规范")],
            expect: Expect::Only(&["行政复仪"]),
        },
        Case {
            name: "a set phrase",
            base: Base::E2019,
            edits: &[("明确专人负责", "再接再励，明确专人负责")],
            expect: Expect::Only(&["再接再励"]),
        },
        Case { name: "right words", base: Base::E2021, edits: &[], expect: Expect::Silent },
        Case {
            name: "characters of two words",
            base: Base::E2021,
            edits: &[(
                "完善信息发布审核制度",
                "工作人员自己经常检查，落实政府网战略合作，公布全部份额，跟新时代同步，交通迅速，员工做好保密，按装机容量公开，完善信息发布审核制度",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "not in time",
            base: Base::E2021,
            edits: &[("个别栏目更新不够及时", "人手不足，造成栏目更新不够及时，导致信息更新未能及时完成")],
            expect: Expect::Silent,
        },
        Case {
            name: "in time again",
            base: Base::E2021,
            edits: &[("及时更新栏目内容", "对造成更新滞后的及时提醒，及时更新栏目内容")],
            expect: Expect::Silent,
        },
        Case {
            name: "the right set phrase",
            base: Base::E2019,
            edits: &[("明确专人负责", "再接再厉，统一部署，明确专人负责")],
            expect: Expect::Silent,
        },
        Case {
            name: "a row of another table",
            base: Base::E2021,
            edits: &[("（三）政府信息管理", "栏目\t己经更新\n（三）政府信息管理")],
            expect: Expect::Silent,
        },
        Case {
            name: "a wrong character behind a line end",
            base: Base::E2021,
            edits: &[("落实先审查后公开。", "落实先审查后公开，对门户网站和政务新媒体统一布\n署。")],
            expect: Expect::Finds(&["布\n署"]),
        },
    ],
};

/// Words with a wrong character, what they should read, and what they may stand
/// beside by chance: characters before, characters behind.
const TYPOS: [(&str, &str, &str, &str); 30] = [
    ("惯彻", "贯彻", "习", "底"),
    ("再接再励", "再接再厉", "", ""),
    ("在接再厉", "再接再厉", "", ""),
    ("布署", "部署", "公发", "名"),
    ("按装", "安装", "", "修机配载订"),
    ("跟新提醒", "更新提醒", "", ""),
    ("跟新不及时", "更新不及时", "", ""),
    ("及时跟新", "及时更新", "", "时形情政要"),
    ("公开工做", "公开工作", "", "好到"),
    ("信息工开", "信息公开", "", "展始发"),
    ("主动工开", "主动公开", "", ""),
    ("信息公开条列", "信息公开条例", "", ""),
    ("行政复仪", "行政复议", "", ""),
    ("行政复义", "行政复议", "", ""),
    ("行政诉颂", "行政诉讼", "", ""),
    ("行政诉松", "行政诉讼", "", ""),
    ("公开申情", "公开申请", "", ""),
    ("依伸请", "依申请", "", ""),
    ("通迅", "通讯", "交流沟", "速捷即猛"),
    ("部份", "部分", "全内干", "额数"),
    ("己经", "已经", "自知异律利", ""),
    ("坚督", "监督", "", ""),
    ("拦目", "栏目", "", "标的"),
    ("门户网战", "门户网站", "", "略"),
    ("政府网战", "政府网站", "", "略"),
    ("政务微薄", "政务微博", "", ""),
    ("官方微薄", "官方微博", "", ""),
    ("公开渠到", "公开渠道", "", ""),
    ("登陆网站", "登录网站", "", ""),
    ("登陆平台", "登录平台", "", ""),
];

/// Words before which a sentence names a harm.
const HARMS: [&str; 2] = ["造成", "导致"];

fn detect(context: &Context, record: &mut Record) {
    let words: Vec<&str> = TYPOS.iter().map(|(wrong, ..)| *wrong).chain(HARMS).collect();
    let found = places(context, &words, &|text, at, which| match TYPOS.get(which) {
        Some((wrong, _, before, behind)) => {
            let sides = beside(text, at, at + wrong.len());
            let by_chance = has_char(before, sides.0) || has_char(behind, sides.1);
            (!by_chance).then_some((at, wrong.len()))
        }
        None => harm(&text[at..]).map(|behind| (at + behind, "及时".len())),
    });
    let slip = |(place, which): (Span, usize)| {
        let right = TYPOS.get(which).map_or("不及时", |(_, right, ..)| *right);
        Slip { place, edit: Some(Edit { span: place, text: right.into() }) }
    };
    let mut slips: Vec<Slip> = found.into_iter().map(slip).gather();
    // One harm may be named twice, as in 导致……造成……
    slips.dedup_by_key(|slip| slip.place);
    find_slips(record, CODE, slips, Applicability::Review);
}

/// Where a clause that begins with a word of harm says that something is 更新及时 or
/// 更新时间及时, at its end.
fn harm(words: &str) -> Option<usize> {
    let end =
        words.char_indices().take(30).find(|(_, c)| has_char("，。；、：,;\n", *c)).map(|(at, _)| at)?;
    let clause = &words[..end];
    let before = clause.strip_suffix("及时")?;
    let is_update = ["更新", "更新时间", "发布", "公开"].iter().any(|what| before.ends_with(what));
    (is_update && !before.contains(any_of!['不', '未', '没', '无', '难'])).then_some(before.len())
}
