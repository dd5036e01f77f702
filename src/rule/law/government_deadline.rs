//! D-02

use super::days::late;
use super::regulated_year;
use crate::finding::{Finding, Severity};
use crate::lang::Text;
use crate::report::Day;
use crate::rule::body::Kind;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::{Context, Record, Rule, Scope, prose::prose};

const CODE: &str = "D-02";

/// 政府报告超期公布: a government's report was published after 31 March.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Warning,
    scope: Scope::All,
    prose: prose! {
        message: Text::new("发布日期{d}晚于3月31日", "Published on {d}, after 31 March"),
        what: Text::new(
            "县级以上地方人民政府的报告是否在次年3月31日之前公布。",
            "Whether the report of a county's, city's or province's government was published by 31 March.",
        ),
        why: Text::new(
            "条例规定县级以上地方人民政府的年度报告每年3月31日前公布。",
            "The regulation requires it to be published by then.",
        ),
        how: Text::new(
            "核对首次公布的日期；页面日期是迁移网站时产生的，改为实际公布日期。",
            "See when it was first published; put that day on the page if a move of the site changed it.",
        ),
        example: Text::new(
            "某县人民政府2023年度报告的发布日期为2024年4月12日。",
            "A county's government published its report for 2023 on 12 April 2024.",
        ),
        basis: Text::new(
            "《政府信息公开条例》第四十九条第二款",
            "Regulations on Government Information Disclosure, article 49 paragraph 2",
        ),
        silent: Text::new(
            "只看“发布日期”一类的标注和文末的落款日期；不在次年之内的日期多为网站迁移，不报。乡镇没有法定期限，部门由 D-01 报，管委会等不报。",
            "It goes by a labelled date or the date of signature, and only by days of the following year: others come from sites that moved. Towns have no deadline in law, departments are D-01's, zones and the like are left alone.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "a county in April",
            base: Base::E2021,
            edits: &[
                ("云溪县青禾镇人民政府\n", "云溪县人民政府\n"),
                ("信息处理费。\n", "信息处理费。\n\n云溪县人民政府\n2024年4月12日\n"),
            ],
            expect: Expect::Only(&["2024年4月12日"]),
        },
        Case {
            name: "a city's office, by the page's date",
            base: Base::E2021,
            edits: &[
                ("云溪县青禾镇人民政府\n", "云溪市人民政府办公室\n"),
                ("本报告根据", "【发布时间】2024/05/06\n本报告根据"),
            ],
            expect: Expect::Only(&["2024/05/06"]),
        },
        Case {
            name: "a county on the last day",
            base: Base::E2021,
            edits: &[
                ("云溪县青禾镇人民政府\n", "云溪县人民政府\n"),
                ("信息处理费。\n", "信息处理费。\n\n2024年3月31日\n"),
            ],
            expect: Expect::Silent,
        },
        Case {
            name: "a zone",
            base: Base::E2021,
            edits: &[
                ("云溪县青禾镇人民政府\n", "云溪新区管委会\n"),
                ("信息处理费。\n", "信息处理费。\n\n2024年4月12日\n"),
            ],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    let (Some(body), Some(year)) = (context.body, regulated_year(context.report)) else { return };
    let has_deadline = matches!(body.kind, Kind::Government | Kind::GovernmentOffice);
    if has_deadline && !body.is_below_county() {
        late(
            context,
            record,
            Finding::new(CODE, Severity::Warning),
            Day { year: year + 1, month: 3, day: 31 },
        );
    }
}
