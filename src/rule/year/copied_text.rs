//! Y-09

use super::sentences::{Digits, letters, sentences};
use crate::finding::{Finding, Severity};
use crate::lang::Text;
use crate::order;
use crate::parse::prose::Prose;
#[cfg(test)]
use crate::rule::case::{Base, Case, Edit, Expect};
use crate::rule::{Context, Reason, Record, Rule, Scope, prose::prose};
use crate::text::{Span, WordList, words};

const CODE: &str = "Y-09";

/// So many characters in a row are compared: fewer are found in any two reports.
const RUN: usize = 5;
/// With fewer runs there is too little prose to say anything.
const LEAST: usize = 120;
/// With more, only the first are looked at; no report's prose is so long.
const MOST: usize = 100_000;
/// Sentences with fewer runs are not shown as places.
const SHOWN: usize = 8;
/// So many places are shown.
const PLACES: usize = 40;

/// What sentences speak of that read alike every year by their nature: the law and
/// the notices, the fixed statements of the form, set phrases.
const TEMPLATES: WordList = words![
    "信息公开条例",
    "《条例》",
    "国办公开办函",
    "年度报告",
    "统计期限",
    "信息处理费",
    "需要报告的",
    "行政复议",
    "行政诉讼",
    "未收到",
    "没有收到",
    "未发生",
    "没有发生",
    "责任追究",
    "社会评议",
    "电子版",
    "联系电话",
    "查阅",
    "为指导",
    "领导下",
    "以下简称",
    "如下",
];

/// 内容雷同: the prose is last year's.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Warning,
    scope: Scope::Compared,
    prose: prose! {
        message: Text::new("与上年正文相似度{p}%", "Text {p}% similar to prior year"),
        what: Text::new(
            "去掉法定用语和套话之后，正文有多少字句与上年报告相同（90% 以上才提醒）。",
            "How much of the prose, without statutory and set phrases, stands in last year's report as well; told from 90 %.",
        ),
        why: Text::new(
            "年报要写当年的情况；照抄上年属于内容雷同、敷衍塞责，是通报批评的常见原因。",
            "A report is on its own year; copying last year's is a common reason for public criticism.",
        ),
        how: Text::new(
            "把标出的句子改写成当年的做法、数据和问题。",
            "Write what was done, counted and found wanting this year in place of the sentences marked.",
        ),
        example: Text::new(
            "总体情况和第五部分除年份外与上年逐字相同。",
            "Sections one and five are last year's but for the year.",
        ),
        basis: Text::new(
            "国办公开办函〔2021〕30号（内容雷同、敷衍塞责的追究责任）",
            "Notice 国办公开办函〔2021〕30号 (liability for copied and perfunctory reports)",
        ),
        silent: Text::new(
            "相似度不到 90%；正文太少（去掉套话后约 120 字以下）；相同的只是法定用语、年份或固定表述；数字更新过的句子不算相同。",
            "Below 90 %; where there is little prose (some 120 characters without set phrases); what is alike by law or habit; a sentence with new figures is not the same.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "last year's words with this year's date",
            base: Base::After2021(&COPIED),
            edits: &[],
            expect: Expect::Only(&[FIRST]),
        },
        Case {
            name: "one word of all changed",
            base: Base::After2021(&COPIED),
            edits: &[("每月检查一次", "每季检查一次")],
            expect: Expect::Only(&[FIRST]),
        },
        Case {
            name: "the same in another order",
            base: Base::After2021(&COPIED),
            edits: &[
                ("一是政策解读的形式还比较单一；二是个别栏目更新不够及时。", "。"),
                ("改进情况：", "一是政策解读的形式还比较单一；二是个别栏目更新不够及时。改进情况："),
            ],
            expect: Expect::Only(&[FIRST]),
        },
        Case {
            name: "copied, with a short sentence of its own",
            base: Base::After2021(&COPIED),
            edits: &[("（三）政府信息管理情况。", "（三）政府信息管理情况。档案已移交。")],
            expect: Expect::Only(&[FIRST]),
        },
        Case {
            name: "each year in its own words",
            base: Base::After2021(&[]),
            edits: &[],
            expect: Expect::Silent,
        },
        Case {
            name: "half of it is new",
            base: Base::After2021(&COPIED),
            edits: &[
                (
                    "完善信息发布审核制度，落实先审查后公开。",
                    "党政办重新编排各站所的报送次序，村务事项逐条录入台账，由驻村干部每周核对一次。",
                ),
                (
                    "一是增加图文和视频解读；二是建立栏目更新提醒制度，每月检查一次。",
                    "请县里派员到镇讲课，十二个村各选一名信息员，年底前已全部换发新的工作手册。",
                ),
            ],
            expect: Expect::Silent,
        },
        Case {
            name: "the same sentences with this year's figures",
            base: Base::After2021(&[
                (
                    COPIED[0].0,
                    "2022年，青禾镇通过县政府门户网站主动公开政府信息98条，其中机构信息17条，政策文件29条，财政信息21条，其他信息31条。",
                ),
                (COPIED[1].0, "全年新收政府信息公开申请10件，上年结转1件，办结9件，结转下年度2件。"),
                COPIED[2],
                COPIED[3],
                COPIED[4],
                COPIED[5],
            ]),
            edits: &[],
            expect: Expect::Silent,
        },
        Case {
            name: "only the fixed statements are the same",
            base: Base::After2021(&[(
                "2022年没有发生信息处理费收费事项。",
                "2022年本机关未收取政府信息公开信息处理费。",
            )]),
            edits: &[],
            expect: Expect::Silent,
        },
        Case {
            name: "too little prose to tell",
            base: Base::After2021(&COPIED),
            edits: &[(FIRST, "无"), (COPIED[4].1, "无。"), (COPIED[5].1, "无。")],
            expect: Expect::Silent,
        },
    ],
};

/// Makes last year's report say what this year's says.
#[cfg(test)]
const COPIED: [Edit; 6] = [
    (
        "围绕群众关心的农田水利、民政救助和村务监督，2022年全镇在县政府门户网站发布各类信息98条，在政务公开栏张贴公告42期。",
        "2022年，青禾镇通过县政府门户网站主动公开政府信息120条，其中机构信息20条，政策文件35条，财政信息25条，其他信息40条。",
    ),
    (
        "共收到申请10件，加上上年转来的1件，答复9件，另有2件转入下年度办理。",
        "全年新收政府信息公开申请13件，上年结转2件，办结14件，结转下年度1件。",
    ),
    (
        "镇党政办统一登记、编号、归档，对已公开的文件逐件复核有效性。",
        "完善信息发布审核制度，落实先审查后公开。",
    ),
    (
        "镇便民服务中心设立查阅点，配备自助查询设备一台。",
        "维护门户网站专栏和政务新媒体账号，及时更新栏目内容。",
    ),
    (
        "村级公开栏内容更换较慢，业务人员轮岗后对新规定不熟悉。",
        "一是政策解读的形式还比较单一；二是个别栏目更新不够及时。",
    ),
    (
        "已把公开栏更换时间写进村干部岗位职责，并请县政务公开办到镇讲课。",
        "一是增加图文和视频解读；二是建立栏目更新提醒制度，每月检查一次。",
    ),
];

/// The first sentence that is copied.
#[cfg(test)]
const FIRST: &str = "2023年，青禾镇通过县政府门户网站主动公开政府信息120条，其中机构信息20条，政策文件35条，财政信息25条，其他信息40条";

fn detect(context: &Context, record: &mut Record) {
    let Some(previous) = context.previous else { return };
    let mut before: Vec<u128> = Vec::new();
    for (_, mut runs) in runs(&previous.prose) {
        before.append(&mut runs);
    }
    order::by_key(&mut before, |run| *run);
    let (mut all, mut same) = (0, 0);
    let mut copied: Vec<Span> = Vec::new();
    for (place, runs) in runs(context.prose) {
        let found = runs.iter().filter(|run| before.binary_search(run).is_ok()).count();
        all += runs.len();
        same += found;
        if found == runs.len() && found >= SHOWN {
            copied.push(place);
        }
    }
    if all < LEAST || before.len() < LEAST {
        return record.unassessable(Reason::LittleProse);
    }
    if same * 10 < all * 9 || copied.is_empty() {
        return record.pass();
    }
    copied.truncate(PLACES);
    record.find(Finding::new(CODE, Severity::Warning).at_all(copied).with("p", same * 100 / all));
}

/// Every sentence that is no template, with the runs of characters in it. A run is
/// its characters, 21 bits each, so that two are the same only if their words are.
fn runs(prose: &Prose) -> Vec<(Span, Vec<u128>)> {
    const RUN_BITS: u128 = (1 << (21 * RUN)) - 1;
    let mut left = MOST;
    let mut found = Vec::new();
    for sentence in sentences(prose) {
        let words = prose.words(sentence.part);
        if left == 0 {
            break;
        }
        if TEMPLATES.stand_in(words) {
            continue;
        }
        let mut run = 0_u128;
        let mut runs = Vec::new();
        for (at, c) in (1..).zip(letters(words, Digits::OfCounts).chars().take(left)) {
            run = (run << 21 | u128::from(u32::from(c))) & RUN_BITS;
            if at >= RUN {
                runs.push(run);
            }
        }
        left -= runs.len();
        found.push((prose.span(sentence.part), runs));
    }
    found
}
