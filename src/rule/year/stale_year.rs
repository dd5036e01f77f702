//! Y-10

use super::sentences::{Digits, Sentence, letters, sentences};
use crate::finding::{Finding, Severity};
use crate::hash::Fnv;
use crate::lang::Text;
use crate::order;
use crate::parse::prose::{Prose, UnitKind};
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::{Context, Reason, Record, Rule, Scope, prose::prose};
use crate::text::find::holds;
use crate::text::{Number, Span, WordList, words};

const CODE: &str = "Y-10";

/// Words with which a sentence may speak of the year before for good reason: it
/// compares, it tells where something began, it names a document of that year.
const GOOD_REASONS: WordList = words![
    "较",
    "同比",
    "相比",
    "对比",
    "环比",
    "比上",
    "比20",
    "自20",
    "从20",
    "年起",
    "月起",
    "日起",
    "以来",
    "截至",
    "截止",
    "上年",
    "上一年",
    "去年",
    "结转",
    "延续",
    "继续",
    "《",
    "〔",
    "印发",
    "出台",
    "工作要点",
    "年报",
    "年度报告",
    "排名",
    "评估",
    "今年",
    "本年",
];

/// 残留上年表述: a sentence with figures that still names last year.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Hint,
    scope: Scope::Compared,
    prose: prose! {
        message: Text::new("残留{y}年表述：“{x}”", "Stale {y} wording: \"{x}\""),
        what: Text::new(
            "正文里有没有以上年年份叙述数据、而上年报告里也有同一句话（数字可不同）的句子。",
            "Whether a sentence with figures names last year as its year and stands in last year's report as well, its figures aside.",
        ),
        why: Text::new(
            "这样的句子多半是从上年报告沿用、忘了改年份，读者无法确定数据属于哪一年。",
            "It was probably kept from last year's report without changing the year, so nobody knows which year it is about.",
        ),
        how: Text::new(
            "改成本年的年份，并核对数字是不是本年的。",
            "Put in this year, and see whether the figures are this year's.",
        ),
        example: Text::new(
            "2023 年度报告里写“2022年，全镇发布信息98条”，上年报告里是同一句。",
            "The report for 2023 says 2022年，全镇发布信息98条, as the report for 2022 did.",
        ),
        basis: Text::new(
            "《政府信息公开条例》第五十条；国办公开办函〔2021〕30号（内容准确）",
            "Regulations on Government Information Disclosure, article 50; Notice 国办公开办函〔2021〕30号 (accurate content)",
        ),
        silent: Text::new(
            "上年报告里没有同样的句子；句子里没有件数；用于比较（较、比、上年、同比）、结转、起止（自、以来、截至）或引用文件的；同时写了本年年份的。",
            "Where last year's report has no such sentence; without a count; in a comparison, with what was carried over, with since and until, or with the name of a document; where this year is named as well.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "only a part of last year's sentence",
            base: Base::After2021(&[]),
            edits: &[(
                "（三）政府信息管理情况。",
                "2022年全镇在县政府门户网站发布各类信息98条。（三）政府信息管理情况。",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "a sentence kept whole",
            base: Base::After2021(&[ON_NOTICES]),
            edits: &[(
                "（三）政府信息管理情况。",
                "2022年全镇共张贴公告42期，发放宣传册300份。（三）政府信息管理情况。",
            )],
            expect: Expect::Only(&["2022年全镇共张贴公告42期，发放宣传册300份"]),
        },
        Case {
            name: "new figures, the old year",
            base: Base::After2021(&[ON_NOTICES]),
            edits: &[(
                "（三）政府信息管理情况。",
                "2022年全镇共张贴公告55期，发放宣传册410份。（三）政府信息管理情况。",
            )],
            expect: Expect::Only(&["2022年全镇共张贴公告55期，发放宣传册410份"]),
        },
        Case {
            name: "the year behind the opening of the sentence",
            base: Base::After2019(&[(
                "2019年通过门户网站林业专栏发布信息64条，",
                "在门户网站，2019年发布林业信息64条，",
            )]),
            edits: &[(
                "（三）政府信息管理情况。",
                "在门户网站，2019年发布林业信息86条，发布造林绿化、森林防火公告31期。（三）政府信息管理情况。",
            )],
            expect: Expect::Only(&["在门户网站，2019年发布林业信息86条，发布造林绿化、森林防火公告31期"]),
        },
        Case {
            name: "with 年度",
            base: Base::After2021(&[(
                "镇便民服务中心设立查阅点，",
                "2022年度，便民服务中心接待查阅120人次，",
            )]),
            edits: &[(
                "维护门户网站专栏",
                "2022年度，便民服务中心接待查阅98人次，配备自助查询设备一台。维护门户网站专栏",
            )],
            expect: Expect::Only(&["2022年度，便民服务中心接待查阅98人次，配备自助查询设备一台"]),
        },
        Case {
            name: "this year's report has its own year",
            base: Base::After2021(&[ON_NOTICES]),
            edits: &[(
                "（三）政府信息管理情况。",
                "2023年全镇共张贴公告55期，发放宣传册410份。（三）政府信息管理情况。",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "a comparison",
            base: Base::After2021(&[ON_NOTICES]),
            edits: &[(
                "（三）政府信息管理情况。",
                "全镇共张贴公告55期，2022年为42期，较上年增加13期。（三）政府信息管理情况。",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "a document of last year in both reports",
            base: Base::After2021(&[
                ON_NOTICES,
                ("2022年全镇共张贴公告42期", "落实2022年印发的公开目录，调整事项42项"),
            ]),
            edits: &[(
                "（三）政府信息管理情况。",
                "落实2022年印发的公开目录，调整事项12项，发放宣传册300份。（三）政府信息管理情况。",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "a sentence of last year without figures",
            base: Base::After2021(&[("镇党政办统一登记", "2022年换届后，镇党政办统一登记")]),
            edits: &[(
                "完善信息发布审核制度",
                "2022年换届后，镇党政办统一登记、编号、归档，对已公开的文件逐件复核有效性。完善信息发布审核制度",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "last year's report says nothing of the kind",
            base: Base::After2021(&[]),
            edits: &[(
                "（三）政府信息管理情况。",
                "2022年建成的查阅点接待群众55人次。（三）政府信息管理情况。",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "a share, which counts nothing",
            base: Base::After2021(&[(
                "（三）政府信息管理情况。",
                "2022年按时办结率达到98%。（三）政府信息管理情况。",
            )]),
            edits: &[("（三）政府信息管理情况。", "2022年按时办结率达到99%。（三）政府信息管理情况。")],
            expect: Expect::Silent,
        },
        Case {
            name: "this year named beside last year",
            base: Base::After2021(&[(
                "（三）政府信息管理情况。",
                "2022年至2023年全镇共张贴公告42期。（三）政府信息管理情况。",
            )]),
            edits: &[(
                "（三）政府信息管理情况。",
                "2022年至2023年全镇共张贴公告42期。（三）政府信息管理情况。",
            )],
            expect: Expect::Silent,
        },
    ],
};

/// Puts a sentence with figures into last year's report.
#[cfg(test)]
const ON_NOTICES: crate::rule::case::Edit =
    ("（三）政府信息管理情况。", "2022年全镇共张贴公告42期，发放宣传册300份。（三）政府信息管理情况。");

fn detect(context: &Context, record: &mut Record) {
    let Some(previous) = context.previous else { return };
    let Some(year) = previous.report.year.map(|year| year.value) else {
        return record.unassessable(Reason::YearUnknown);
    };
    let (stale, current) = (named(year), named(year + 1));
    let mut before: Vec<u64> = Vec::new();
    for sentence in sentences(&previous.prose) {
        let words = previous.prose.words(sentence.part);
        if holds(words, &stale) {
            before.push(key(words));
        }
    }
    order::by_key(&mut before, |key| u128::from(*key));
    let prose = context.prose;
    let mut found: Vec<Span> = Vec::new();
    for sentence in sentences(prose) {
        let words = prose.words(sentence.part);
        if holds(words, &stale)
            && !holds(words, &current)
            && !GOOD_REASONS.stand_in(words)
            && counts_something(prose, sentence)
            && before.binary_search(&key(words)).is_ok()
        {
            found.push(prose.span(sentence.part));
        }
    }
    let Some(first) = found.first().copied() else { return record.pass() };
    record.find(Finding::new(CODE, Severity::Hint).at_all(found).with("y", year).with("x", first));
}

/// A year as sentences name it.
fn named(year: i32) -> String {
    let mut name = Number::from(year).written();
    name.push('年');
    name
}

/// A sentence without its figures, those of years kept.
fn key(words: &str) -> u64 {
    let mut hash = Fnv::default();
    hash.write(letters(words, Digits::OfYears).as_bytes());
    hash.value()
}

/// Whether a number in the sentence counts items, events or money.
fn counts_something(prose: &Prose, sentence: Sentence) -> bool {
    let (from, to) = sentence.clauses;
    prose.clauses[from..to].iter().flat_map(|clause| prose.quantities_of(clause)).any(|quantity| {
        quantity.mask.is_none()
            && matches!(quantity.unit.kind, UnitKind::Item | UnitKind::Event | UnitKind::Money)
    })
}
