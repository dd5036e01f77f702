//! N-06

use super::Judgement;
use crate::finding::{Finding, Related, Role, Severity};
use crate::lang::Text;
use crate::parse::prose::Mark;
use crate::parse::prose::breakdown::lead;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::{Context, Record, Rule, Scope, basis, prose::prose};
use crate::text::find::holds;
use crate::text::{WordList, words};

const CODE: &str = "N-06";

/// 同一指标前后矛盾: the number of texts published is given twice and differs.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Hint,
    scope: Scope::All,
    prose: prose! {
        message: Text::new("“{k}”前后为{a}与{b}", "\"{k}\" given as {a} and {b}"),
        what: Text::new(
            "正文两处不加限定地写了全年主动公开政府信息的总数，两处是否相同。",
            "Whether the number of texts published in the year, where it is given twice without any restriction, is the same.",
        ),
        why: Text::new("同一指标前后不一，至少有一处填错。", "One of the two is wrong."),
        how: Text::new(
            "核对后改成一致；如果口径不同（渠道、时段、范围），请写明。",
            "Make them the same, or say in what they differ (channel, time, scope).",
        ),
        example: Text::new(
            "前文“全年主动公开政府信息120条”，后文“全年共主动公开政府信息116条”。",
            "全年主动公开政府信息120条 and later 全年共主动公开政府信息116条.",
        ),
        basis: basis::ACCURATE,
        silent: Text::new(
            "只比对完全相同口径的总数：句中出现渠道、栏目、时段、累计、其他范围的不比；申请、复议、诉讼的件数由 X 类规则与表格比对。",
            "Only totals told in the same unrestricted words are compared: no channel, column, span of time, 累计 or other scope; applications and cases are held against the tables by the X rules.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "a total that its parts do not make either, which N-01 says",
            base: Base::E2021,
            edits: &[
                ("青禾镇通过县政府门户网站主动公开政府信息120条", "主动公开政府信息125条"),
                ("（三）政府信息管理情况。", "（三）政府信息管理情况。全年共主动公开政府信息120条。"),
            ],
            expect: Expect::Silent,
        },
        Case {
            name: "two totals of the year",
            base: Base::E2021,
            edits: &[
                ("通过县政府门户网站主动公开政府信息120条", "全年主动公开政府信息120条"),
                ("（三）政府信息管理情况。", "（三）政府信息管理情况。全年共主动公开政府信息116条。"),
            ],
            expect: Expect::Only(&["116条"]),
        },
        Case {
            name: "in other words for the same",
            base: Base::E2021,
            edits: &[
                ("青禾镇通过县政府门户网站主动公开政府信息120条", "主动公开信息120条"),
                ("（三）政府信息管理情况。", "（三）政府信息管理情况。2023年共主动公开信息128条。"),
            ],
            expect: Expect::Only(&["128条"]),
        },
        Case {
            name: "in section five",
            base: Base::E2021,
            edits: &[
                ("青禾镇通过县政府门户网站主动公开政府信息120条", "全年主动公开政府信息120条"),
                ("改进情况：一是增加", "改进情况：本年度主动公开政府信息20条；一是增加"),
            ],
            expect: Expect::Only(&["20条"]),
        },
        Case {
            name: "twice the first and once another number",
            base: Base::E2021,
            edits: &[
                ("青禾镇通过县政府门户网站主动公开政府信息120条", "全年主动公开政府信息120条"),
                (
                    "（三）政府信息管理情况。",
                    "（三）政府信息管理情况。全年主动公开政府信息120条。全年主动公开政府信息102条。",
                ),
            ],
            expect: Expect::Only(&["102条"]),
        },
        Case {
            name: "the same number twice",
            base: Base::E2021,
            edits: &[
                ("青禾镇通过县政府门户网站主动公开政府信息120条", "全年主动公开政府信息120条"),
                ("（三）政府信息管理情况。", "（三）政府信息管理情况。全年共主动公开政府信息120条。"),
            ],
            expect: Expect::Silent,
        },
        Case {
            name: "by another channel",
            base: Base::Saying("通过微信公众号主动公开政府信息326条，新媒体渠道公布信息26条。"),
            edits: &[],
            expect: Expect::Silent,
        },
        Case {
            name: "other years and all years together",
            base: Base::E2021,
            edits: &[
                ("青禾镇通过县政府门户网站主动公开政府信息120条", "全年主动公开政府信息120条"),
                (
                    "（三）政府信息管理情况。",
                    "（三）政府信息管理情况。历年累计主动公开政府信息2120条，2022年主动公开政府信息90条，上半年主动公开政府信息60条。",
                ),
            ],
            expect: Expect::Silent,
        },
        Case {
            name: "another body's",
            base: Base::E2021,
            edits: &[
                ("青禾镇通过县政府门户网站主动公开政府信息120条", "全年主动公开政府信息120条"),
                (
                    "（三）政府信息管理情况。",
                    "（三）政府信息管理情况。全县主动公开政府信息2120条。重点领域主动公开政府信息30条。",
                ),
            ],
            expect: Expect::Silent,
        },
    ],
};

/// Words for all that was published.
const ALL_PUBLISHED: WordList = words![
    "主动公开政府信息",
    "主动公开各类政府信息",
    "主动公开信息",
    "主动公开各类信息",
    "主动公开政务信息"
];

fn detect(context: &Context, record: &mut Record) {
    let prose = context.prose;
    let year = context.report.year.map(|year| year.value);
    let mut first: Option<u32> = None;
    for (quantity, at) in prose.quantities.iter().zip(0_u32..) {
        if !quantity.is_exact() || quantity.unit.word != "条" || !is_alone(context, at, year) {
            continue;
        }
        let Some(other) = first.map(|at| &prose.quantities[at as usize]) else {
            first = Some(at);
            continue;
        };
        if other.value == quantity.value {
            record.pass();
            continue;
        }
        // A total that its own parts do not make is wrong, and N-01 says so.
        let is_wrong = |place: u32| {
            context.lists.judged().any(|(list, judgement)| {
                list.total == place && !matches!(judgement, Judgement::Holds | Judgement::Unsure)
            })
        };
        if first.is_some_and(is_wrong) || is_wrong(at) {
            return record.fail_explained();
        }
        let finding = Finding::new(CODE, Severity::Hint)
            .at(quantity.span)
            .with_numbers(Some(quantity.value), Some(other.value))
            .with("k", "主动公开政府信息")
            .with("a", other.value)
            .with("b", quantity.value)
            .with_related(Related::at(other.span, Role::Claim));
        return record.find(finding);
    }
}

/// Whether nothing but the year and the body's own name stands before
/// `主动公开政府信息` in the sentence.
fn is_alone(context: &Context, at: u32, year: Option<i32>) -> bool {
    let prose = context.prose;
    let words = lead(prose, at);
    let words = words.strip_suffix("共计").unwrap_or(words);
    let Some(before) = ALL_PUBLISHED.iter().find_map(|all| words.strip_suffix(all)) else { return false };
    let mut before = before;
    for time in ["年度", "全年", "共", "本年度", "今年", "一年来", "度", "全年", "共"] {
        before = before.strip_suffix(time).or(before.strip_prefix(time)).unwrap_or(before);
    }
    let title = context.report.organization();
    let is_own = before.is_empty()
        || title.is_some_and(|name| holds(name, before))
        || before.starts_with(any_of!['我', '本']) && before.chars().count() < 5;
    // 2023年 or 2023年， may stand before it, and nothing else.
    let clause_at = prose.quantities[at as usize].clause as usize;
    let clause = &prose.clauses[clause_at];
    let last = clause_at.checked_sub(1).map(|last| &prose.clauses[last]);
    let last = last.filter(|last| last.sentence == clause.sentence && last.mark == Mark::Comma);
    let from = last.map_or(clause.quantities.0, |last| last.quantities.0);
    let of_year = match at - from {
        0 => last.is_none(),
        1 => {
            let quantity = &prose.quantities[from as usize];
            let is_first = clause_at < 2 || {
                let before = &prose.clauses[clause_at - 2];
                last.is_none() || before.sentence != clause.sentence || before.mark != Mark::Comma
            };
            let is_year = |year: i32| quantity.value == year.into();
            is_first && quantity.unit.word == "年" && year.is_none_or(is_year)
        }
        _ => false,
    };
    is_own && of_year
}
