//! L-01

use super::super::form::certain_year;
use super::super::structure::preamble;
use crate::finding::{Finding, Severity};
use crate::form::section::SectionKey;
use crate::lang::Text;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::passage::of_section;
use crate::rule::search::find_loose;
use crate::rule::{Context, Record, Rule, Scope, prose::prose};
use crate::text::find::{each, holds, holds_any};
use crate::text::words;

const CODE: &str = "L-01";

/// 第六部分缺信息处理费说明: from 2021 on nothing is said of fees for information.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Warning,
    scope: Scope::All,
    prose: prose! {
        message: Text::new("未报告信息处理费收取情况", "Information-processing fees are not reported"),
        what: Text::new(
            "2021年度起的报告，有没有说明信息处理费的收取情况。",
            "Whether a report from 2021 on tells about fees for processing information.",
        ),
        why: Text::new(
            "收取信息处理费的情况应当在年度报告第六部分报告；没有收取也要写明。",
            "Fees have to be reported in section six; that none were charged has to be said.",
        ),
        how: Text::new(
            "在第六部分写明收取的件数、金额，或者“本年度未收取信息处理费”。",
            "Tell how many and how much in section six, or that none were charged.",
        ),
        example: Text::new("2023年度报告第六部分只写“无”。", "Section six of a report for 2023 is 无."),
        basis: Text::new(
            "国办函〔2020〕109号；国办公开办函〔2021〕30号",
            "Notices 国办函〔2020〕109号 and 国办公开办函〔2021〕30号",
        ),
        silent: Text::new(
            "2020年度及以前的报告不适用；正文任何地方说到收费、收取、费用的不报（第六部分以外只是公开行政事业性收费、价格和收费信息的不算）；没有第六部分的由 S-02 报，第六部分没有内容的由 S-07 报。",
            "Reports up to 2020; any word of fees or charging anywhere in the prose (outside of section six not such as are merely published); a missing section six is S-02's, an empty one S-07's.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "section six is 无",
            base: Base::E2021,
            edits: &[("2023年本机关未收取政府信息公开信息处理费。", "无。")],
            expect: Expect::Only(&["六、其他需要报告的事项"]),
        },
        Case {
            name: "nothing else to report",
            base: Base::E2021,
            edits: &[("2023年本机关未收取政府信息公开信息处理费。", "本年度无其他需要报告的事项。")],
            expect: Expect::Only(&["六、其他需要报告的事项"]),
        },
        Case {
            name: "other matters alone",
            base: Base::E2021,
            edits: &[(
                "2023年本机关未收取政府信息公开信息处理费。",
                "全年办理并公开人大建议3件、政协提案2件。",
            )],
            expect: Expect::Only(&["六、其他需要报告的事项"]),
        },
        Case {
            name: "the table alone speaks of fees",
            base: Base::E2021,
            edits: &[("2023年本机关未收取政府信息公开信息处理费。", "没有需要说明的其他事项。")],
            expect: Expect::Only(&["六、其他需要报告的事项"]),
        },
        Case {
            name: "a bulletin that is given away",
            base: Base::E2021,
            edits: &[
                ("结转下年度1件。", "结转下年度1件。政府公报免费赠阅1200份。"),
                ("2023年本机关未收取政府信息公开信息处理费。", "无。"),
            ],
            expect: Expect::Only(&["六、其他需要报告的事项"]),
        },
        Case {
            name: "answers free of charge",
            base: Base::E2021,
            edits: &[
                ("结转下年度1件。", "结转下年度1件，答复均为免费。"),
                ("2023年本机关未收取政府信息公开信息处理费。", "无。"),
            ],
            expect: Expect::Silent,
        },
        Case {
            name: "fees that it publishes are others",
            base: Base::E2021,
            edits: &[
                ("2023年本机关未收取政府信息公开信息处理费。", "没有其他需要报告的事项。"),
                (
                    "（三）政府信息管理情况。",
                    "（三）政府信息管理情况。公开价格和收费信息3条、涉企收费目录1份、行政事业性收费1项。",
                ),
            ],
            expect: Expect::Only(&["六、其他需要报告的事项"]),
        },
        Case {
            name: "section six calls it by another name",
            base: Base::E2021,
            edits: &[("2023年本机关未收取政府信息公开信息处理费。", "本机关没有任何行政事业性收费。")],
            expect: Expect::Silent,
        },
        Case { name: "none were charged", base: Base::E2021, edits: &[], expect: Expect::Silent },
        Case {
            name: "in other words, in section one",
            base: Base::E2021,
            edits: &[
                ("结转下年度1件。", "结转下年度1件。全年依申请公开均不收费。"),
                ("2023年本机关未收取政府信息公开信息处理费。", "无。"),
            ],
            expect: Expect::Silent,
        },
        Case { name: "2020 was before the fees", base: Base::E2019, edits: &[], expect: Expect::Silent },
        Case {
            name: "the words over the end of a line",
            base: Base::E2021,
            edits: &[(
                "2023年本机关未收取政府信息公开信息处理费。",
                "2023年本机关全年没有收到任何申请人缴纳的政府信息公开信息处\n理费。",
            )],
            expect: Expect::Silent,
        },
    ],
};

/// Words of fees.
const FEES: [&str; 4] = ["处理费", "收费", "收取", "费用"];

fn detect(context: &Context, record: &mut Record) {
    let Some(heading) = &context.report.section(SectionKey::Other).heading else { return };
    let speaks = certain_year(context.report).is_some_and(|year| year >= 2021)
        && !of_section(context.prose, SectionKey::Other).is_empty();
    if !speaks {
        return;
    }
    let before = preamble(context.report);
    let text = context.prose.text();
    // 免费赠阅, 免费培训: no information that was asked for.
    let is_free = |at: usize| {
        !words!["赠", "发放", "领取", "开放", "培训", "体验", "印", "邮寄"].begin(&text[at + "免费".len()..])
    };
    // 行政事业性收费, 价格和收费信息: what the body publishes, unless section six says it.
    let is_fee = |at: usize| {
        !words!["性", "价格", "格和", "格与", "格及", "物业", "涉企", "类"].end(&text[..at])
            && !words!["公路", "站", "目录", "清单", "项目", "信息", "公示"].begin(&text[at + "收费".len()..])
    };
    let is_told = holds_any(text, &["处理费", "收取", "费用"])
        || holds(of_section(context.prose, SectionKey::Other), "收费")
        || each(text, "收费").any(is_fee)
        || each(text, "免费").any(is_free)
        || FEES.iter().any(|fee| find_loose(context.source, before, fee).is_some());
    if is_told {
        return record.pass();
    }
    record.find(Finding::new(CODE, Severity::Warning).at(heading.span));
}
