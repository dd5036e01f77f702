//! D-01

use super::days::late;
use super::regulated_year;
use crate::finding::{Finding, Severity};
use crate::lang::Text;
use crate::report::Day;
use crate::rule::body::Kind;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::{Context, Record, Rule, Scope, prose::prose};

const CODE: &str = "D-01";

/// 部门报告超期公布: a department published after 31 January.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Warning,
    scope: Scope::All,
    prose: prose! {
        message: Text::new("发布日期{d}晚于1月31日", "Published on {d}, after 31 January"),
        what: Text::new(
            "县级以上人民政府部门的报告是否在次年1月31日之前公布。",
            "Whether a department of a government published by 31 January.",
        ),
        why: Text::new(
            "条例规定部门每年1月31日前向社会公布上一年度报告。",
            "The regulation requires departments to publish the report on the past year by then.",
        ),
        how: Text::new(
            "核对首次公布的日期；页面日期是迁移网站时产生的，改为实际公布日期。",
            "See when it was first published; put that day on the page if a move of the site changed it.",
        ),
        example: Text::new(
            "某县林业局2023年度报告的发布日期为2024年2月20日。",
            "A county's forestry bureau published its report for 2023 on 20 February 2024.",
        ),
        basis: Text::new(
            "《政府信息公开条例》第四十九条第一款",
            "Regulations on Government Information Disclosure, article 49 paragraph 1",
        ),
        silent: Text::new(
            "只看“发布日期”一类的标注和文末的落款日期；不在次年之内的日期多为网站迁移，不报。政府和政府办公室另有期限；乡镇、街道没有法定期限，只作提示；中心、管委会等不报。",
            "It goes by a labelled date or the date of signature, and only by days of the following year: others come from sites that moved. Governments and their offices have another deadline; towns and streets have none in law and get a hint; centres, zones and the like are left alone.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "signed in February",
            base: Base::E2019,
            edits: &[("没有其他需要报告的事项。", "没有其他需要报告的事项。\n\n云溪县林业局\n2021年2月20日")],
            expect: Expect::Only(&["2021年2月20日"]),
        },
        Case {
            name: "the page says when it was published",
            base: Base::E2019,
            edits: &[("根据《中华", "发布日期：2021-03-05 10:20  来源：县林业局\n\n根据《中华")],
            expect: Expect::Only(&["2021-03-05"]),
        },
        Case {
            name: "in Chinese numerals behind the body's name",
            base: Base::E2019,
            edits: &[(
                "没有其他需要报告的事项。",
                "没有其他需要报告的事项。\n云溪县林业局　二〇二一年二月一日",
            )],
            expect: Expect::Only(&["二〇二一年二月一日"]),
        },
        Case {
            name: "a town, for which it is a hint",
            base: Base::E2021,
            edits: &[("信息处理费。\n", "信息处理费。\n\n云溪县青禾镇人民政府\n2024年2月8日\n")],
            expect: Expect::Only(&["2024年2月8日"]),
        },
        Case {
            name: "on the last day",
            base: Base::E2019,
            edits: &[("没有其他需要报告的事项。", "没有其他需要报告的事项。\n\n云溪县林业局\n2021年1月31日")],
            expect: Expect::Silent,
        },
        Case {
            name: "a site that moved years later",
            base: Base::E2019,
            edits: &[("根据《中华", "发布时间：2023-06-01\n\n根据《中华")],
            expect: Expect::Silent,
        },
        Case {
            name: "a government's office in March",
            base: Base::E2021,
            edits: &[
                ("云溪县青禾镇人民政府\n", "云溪县人民政府办公室\n"),
                ("信息处理费。\n", "信息处理费。\n\n2024年3月8日\n"),
            ],
            expect: Expect::Silent,
        },
        Case {
            name: "a centre",
            base: Base::E2021,
            edits: &[
                ("云溪县青禾镇人民政府\n", "云溪县行政服务中心\n"),
                ("信息处理费。\n", "信息处理费。\n\n2024年3月8日\n"),
            ],
            expect: Expect::Silent,
        },
        Case {
            name: "days in sentences, and several on lines of their own",
            base: Base::E2019,
            edits: &[(
                "没有其他需要报告的事项。",
                "2021年3月1日起启用新公开栏。\n2021年4月2日\n2021年5月6日",
            )],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    let (Some(body), Some(year)) = (context.body, regulated_year(context.report)) else { return };
    let severity = match body.kind {
        Kind::Department => Severity::Warning,
        Kind::Government if body.is_below_county() => Severity::Hint,
        _ => return,
    };
    late(context, record, Finding::new(CODE, severity), Day { year: year + 1, month: 1, day: 31 });
}
