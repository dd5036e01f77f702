//! F-02

#[cfg(test)]
use super::legacy_form::LEGACY_2017;
use super::{certain_year, evidence, legacy_words, mixed_editions};
use crate::finding::{Arg, Finding, Related, Role, Severity};
use crate::form::{EditionId, TableKey};
use crate::lang::Text;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::{Context, Reason, Record, Rule, Scope, prose::prose};

const CODE: &str = "F-02";

/// 表式版本与年度不符: the tables are of another edition than the year requires.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Error,
    scope: Scope::All,
    prose: prose! {
        message: Text::new(
            "{y}年度报告使用了{ed}，应使用{exp}",
            "The {y} report uses the {ed}; it has to use the {exp}",
        ),
        what: Text::new(
            "表格是不是报告年度应当使用的那一版表式。",
            "Whether the tables are of the edition that the reporting year requires.",
        ),
        why: Text::new(
            "两版表二的指标含义不同，用错表式，数据就不能汇总，也不能与其他年度比较。",
            "The two editions count different things in Table 2, so figures on the wrong form can be neither added up nor compared.",
        ),
        how: Text::new(
            "2019、2020年度用〔2019〕60号所附表式，2021年度起用〔2021〕30号所附表式，按对应的指标重新填写。",
            "Fill the figures into the form of notice 〔2019〕60号 for 2019 and 2020, of 〔2021〕30号 from 2021 on.",
        ),
        example: Text::new(
            "2023年度报告的表二仍是“本年新制作数量”“政府集中采购”。",
            "Table 2 of a report for 2023 still has 本年新制作数量 and 政府集中采购.",
        ),
        basis: Text::new(
            "《政府信息公开条例》第五十条第二款；国办公开办函〔2019〕60号；国办公开办函〔2021〕30号",
            "Regulations on Government Information Disclosure, article 50 paragraph 2; notices 国办公开办函〔2019〕60号 and 〔2021〕30号",
        ),
        silent: Text::new(
            "标题（没有标题时为导语）与统计期限年度不一，或年度只见于正文；没有读到表格；表二、表三版本不同的由 F-04 报，征求意见稿式样的表二由 F-03 报。",
            "Where title (or, without one, the preamble) and period differ on the year or only the prose names one; where no table was read; where Table 2 and Table 3 differ (F-04), and for the draft form (F-03).",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "the 2019 form for 2022",
            base: Base::E2019,
            edits: &[
                ("2020年政府信息公开工作年度报告", "2022年政府信息公开工作年度报告"),
                ("2020年1月1日至2020年12月31日", "2022年1月1日至2022年12月31日"),
            ],
            expect: Expect::Finds(&["本年新制作数量"]),
        },
        Case {
            name: "the 2021 form for 2020",
            base: Base::E2021,
            edits: &[
                ("2023年政府信息公开工作年度报告", "2020年政府信息公开工作年度报告"),
                ("自2023年1月1日起至2023年12月31日止", "自2020年1月1日起至2020年12月31日止"),
            ],
            expect: Expect::Finds(&["本年制发件数"]),
        },
        Case {
            name: "the statistics form up to 2018 for 2020",
            base: Base::Nothing,
            edits: &[("", LEGACY_2017), ("2017年政府", "2020年政府")],
            expect: Expect::Finds(&["不同渠道和方式公开相同信息计1条"]),
        },
        Case { name: "the 2021 form for 2023", base: Base::E2021, edits: &[], expect: Expect::Silent },
        Case { name: "the 2019 form for 2020", base: Base::E2019, edits: &[], expect: Expect::Silent },
        Case {
            name: "without a title, preamble and period do not agree on the year",
            base: Base::E2021,
            edits: &[
                (
                    "云溪县青禾镇人民政府\n2023年政府信息公开工作年度报告\n\n本报告",
                    "现公布青禾镇2023年政府信息公开工作年度报告。本报告",
                ),
                ("自2023年1月1日起至2023年12月31日止", "自2020年1月1日起至2020年12月31日止"),
            ],
            expect: Expect::Silent,
        },
        Case {
            name: "title and period do not agree on the year",
            base: Base::E2019,
            edits: &[("2020年政府信息公开工作年度报告", "2021年政府信息公开工作年度报告")],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    let report = context.report;
    let Some(year) = certain_year(report) else { return record.unassessable(Reason::YearUnknown) };
    let required = EditionId::required_for(year);
    let Some(shown) = report.edition else { return record.unassessable(Reason::NotStated) };
    // Before the uniform form there was none to hold a report against, and the
    // draft form is F-03's.
    if required == EditionId::Legacy || shown == required || shown == EditionId::E2019Draft {
        return record.pass();
    }
    if mixed_editions(report).is_some() {
        return record.fail_explained();
    }
    let span = match shown {
        EditionId::Legacy => legacy_words(context),
        _ => TableKey::ALL.into_iter().find_map(|key| evidence(context, key, shown)),
    };
    let mut finding = Finding::new(CODE, Severity::Error)
        .with("y", year)
        .with("ed", Arg::Edition(shown))
        .with("exp", Arg::Edition(required));
    finding.span = span;
    if let Some(year) = report.year {
        finding = finding.with_related(Related::at(year.span, Role::Against));
    }
    record.find(finding);
}
