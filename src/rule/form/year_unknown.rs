//! F-01

use crate::finding::{Finding, Severity};
use crate::lang::Text;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::{Context, Record, Rule, Scope, prose::prose};

const CODE: &str = "F-01";

/// 无法识别报告年度: neither title nor period nor prose names a year.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Warning,
    scope: Scope::All,
    prose: prose! {
        message: Text::new(
            "未能识别报告年度，版本判定可能不准",
            "Reporting year could not be determined, so the form it needs is not certain",
        ),
        what: Text::new(
            "标题、统计期限或导语里能否读出报告年度。",
            "Whether the title, the stated period or the preamble names the reporting year.",
        ),
        why: Text::new(
            "应使用哪一版表式、与哪一年的数据衔接，都由年度决定。",
            "The year decides which form applies and which figures carry over.",
        ),
        how: Text::new(
            "在标题中写明年度，如“2023年政府信息公开工作年度报告”。",
            "Name the year in the title, as in 2023年政府信息公开工作年度报告.",
        ),
        example: Text::new(
            "标题只写“政府信息公开工作年度报告”，正文也没有年份。",
            "The title is just 政府信息公开工作年度报告 and no year stands anywhere else.",
        ),
        basis: Text::new(
            "《政府信息公开条例》第四十九条、第五十条",
            "Regulations on Government Information Disclosure, articles 49 and 50",
        ),
        silent: Text::new(
            "标题、统计期限或正文里只要有一处读得出年度，就不报。",
            "As long as the title, the stated period or the prose names a year.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "no year anywhere",
            base: Base::E2021,
            edits: &[
                (
                    "云溪县青禾镇人民政府\n2023年政府信息公开工作年度报告",
                    "云溪县青禾镇人民政府政府信息公开工作年度报告",
                ),
                ("自2023年1月1日起至2023年12月31日止", "为全年"),
                ("〔2021〕30号", "文件"),
                ("2023年，青禾镇", "青禾镇"),
                ("2023年本机关", "本机关"),
            ],
            expect: Expect::Finds(&["云溪县青禾镇人民政府政府信息公开工作年度报告"]),
        },
        Case {
            name: "no year anywhere in a report on the 2019 form",
            base: Base::E2019,
            edits: &[
                ("2020年政府信息公开工作年度报告", "政府信息公开工作年度报告"),
                ("统计期限为2020年1月1日至2020年12月31日。", ""),
                ("〔2019〕60号", "文件"),
                ("2020年，县林业局", "县林业局"),
            ],
            expect: Expect::Finds(&["云溪县林业局政府信息公开工作年度报告"]),
        },
        Case { name: "the title names the year", base: Base::E2021, edits: &[], expect: Expect::Silent },
        Case {
            name: "only the period names the year",
            base: Base::E2021,
            edits: &[("2023年政府信息公开工作年度报告", "政府信息公开工作年度报告")],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    if context.report.year.is_some() {
        return record.pass();
    }
    let mut finding = Finding::new(CODE, Severity::Warning);
    finding.span = context.report.title.as_ref().map(|title| title.span);
    record.find(finding);
}
