//! T2-A11

use crate::finding::{Role, Severity};
use crate::form::{EditionId, TableKey};
use crate::lang::Text;
use crate::rule::body::Body;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::cells::{finding_on, look_at_rows};
use crate::rule::year::sudden_change;
use crate::rule::{Context, Record, Rule, Scope, prose::prose};
use crate::text::Number;

const CODE: &str = "T2-A11";

/// 采购金额量级异常: procurement on a scale that only another unit explains.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Hint,
    scope: Scope::Editions(&[EditionId::E2019, EditionId::E2019Draft]),
    prose: prose! {
        message: Text::new(
            "采购金额{v}万元（{n}项）量级异常，请核元/万元",
            "Procurement of {v} 万元 ({n} projects) looks off by its unit",
        ),
        what: Text::new(
            "政府集中采购的金额除以项目数，是不是大得或者小得不像万元。",
            "Whether the amount a project is too large or too small to be in 万元.",
        ),
        why: Text::new(
            "采购总金额按万元汇总；填成元，数字会大一万倍。",
            "Amounts are added up in 万元; one in yuan is ten thousand times too large.",
        ),
        how: Text::new("核对单位，折算成万元。", "Check the unit and convert to 万元."),
        example: Text::new(
            "某镇采购2项，金额填“1054900”，按万元算超过一百亿元。",
            "A town enters 1054900 for 2 projects: more than ten billion yuan if in 万元.",
        ),
        basis: Text::new("统一格式采购总金额按万元填报的惯例", "The practice of giving the amount in 万元"),
        silent: Text::new(
            "乡镇、街道平均每项不到1亿元的，其他机关平均每项不到10亿元的，平均每项100元以上的，都不报；一个为零一个不为零的由 T2-A09 报。",
            "Averages below 100 million yuan for towns and streets, below a billion for others, and above 100 yuan. A zero beside a number is T2-A09's.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "a department in yuan",
            base: Base::E2019,
            edits: &[("政府集中采购\t4\t86.5", "政府集中采购\t4\t865000")],
            expect: Expect::Only(&["disclosure/procurement/amount"]),
        },
        Case {
            name: "converted twice",
            base: Base::E2019,
            edits: &[("政府集中采购\t4\t86.5", "政府集中采购\t4\t0.00865")],
            expect: Expect::Only(&["disclosure/procurement/amount"]),
        },
        Case {
            name: "a department in 万元",
            base: Base::E2019,
            edits: &[("政府集中采购\t4\t86.5", "政府集中采购\t4\t58650.5")],
            expect: Expect::Silent,
        },
        Case {
            name: "a city builds",
            base: Base::E2019,
            edits: &[
                ("云溪县林业局2020年", "云溪市人民政府2020年"),
                ("政府集中采购\t4\t86.5", "政府集中采购\t4\t65000"),
            ],
            expect: Expect::Silent,
        },
        Case {
            name: "yuan written in the cell",
            base: Base::E2019,
            edits: &[("政府集中采购\t4\t86.5", "政府集中采购\t4\t865000元")],
            expect: Expect::Silent,
        },
    ],
};

/// The average of a project, in 万元, that no town reaches.
const BELOW_COUNTY: i64 = 10_000;
/// The average that no body reaches.
const ANY_BODY: i64 = 100_000;

fn detect(context: &Context, record: &mut Record) {
    let is_small = context.body.is_some_and(Body::is_below_county);
    let most = if is_small { BELOW_COUNTY } else { ANY_BODY };
    look_at_rows(context, record, TableKey::Disclosure, &["projects", "amount"], &|cells| {
        let &[(projects, count), (place, amount)] = cells else { return None };
        if count <= Number::ZERO || amount <= Number::ZERO || !count.is_whole() {
            return None;
        }
        let times = |factor: i64| Number::from(count.mantissa().saturating_mul(factor));
        // A hundred yuan a project: a hundredth of 万元.
        let least = times(1).scaled(-2)?;
        let is_odd = amount >= times(most) || amount < least;
        // Held against last year's amount it says more.
        (is_odd && !sudden_change::finds(context, place)).then(|| {
            finding_on(context, CODE, Severity::Hint, place)
                .with_related(context.related(projects, Role::Against))
                .with("v", amount)
                .with("n", count)
        })
    });
}
