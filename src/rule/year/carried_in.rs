//! Y-01

use super::{CARRIED_FIGURES, Years};
use crate::finding::Severity;
use crate::form::TableKey;
use crate::lang::Text;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::cells::finding_on;
use crate::rule::{Context, Record, Rule, Scope, prose::prose};

const CODE: &str = "Y-01";

/// 上年结转: what was carried in is what last year's report carried out.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Warning,
    scope: Scope::Compared,
    prose: prose! {
        message: Text::new(
            "上年结转{a}件，上年报告结转下年{b}件",
            "Carried in {a} ≠ prior carried out {b}",
        ),
        what: Text::new(
            "表三“上年结转”的总计是否等于上年报告“结转下年度继续办理”的总计。",
            "Whether the total carried in is the total that the report of the year before carried out.",
        ),
        why: Text::new(
            "同一批没有办结的申请，两年的报告应当报同一个数。",
            "They are the same unfinished applications, so both reports have to give the same number.",
        ),
        how: Text::new(
            "对照上年报告核对；上年报告报错的，按规定更正并说明，机构改革划转的可不改。",
            "Check it against last year's report; correct the one that is wrong, unless tasks were transferred by a reform.",
        ),
        example: Text::new(
            "上年报告结转下年度 2 件，本年上年结转写成 1 件。",
            "Last year carried out 2; this year says that 1 was carried in.",
        ),
        basis: CARRIED_FIGURES,
        silent: Text::new(
            "没有给出上年报告，或给出的不是同一单位上一年度的；任一年的格空白、没有读到，或已被指出有误。",
            "Without the report of the year before, or with one of another body or year; where either cell is blank, was not read, or is itself found wrong.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "last year carried out three, this year took over two",
            base: Base::After2021(&[
                ("（七）总计\t\t7\t2\t0\t0\t0\t0\t9", "（七）总计\t\t6\t2\t0\t0\t0\t0\t8"),
                (
                    "四、结转下年度继续办理\t\t\t2\t0\t0\t0\t0\t0\t2",
                    "四、结转下年度继续办理\t\t\t3\t0\t0\t0\t0\t0\t3",
                ),
            ]),
            edits: &[],
            expect: Expect::Only(&["applications/carried_in/total"]),
        },
        Case {
            name: "nothing was carried out",
            base: Base::After2019(&[(
                "四、结转下年度继续办理\t\t\t1\t0\t0\t0\t0\t0\t1",
                "四、结转下年度继续办理\t\t\t0\t0\t0\t0\t0\t0\t0",
            )]),
            edits: &[],
            expect: Expect::Only(&["applications/carried_in/total"]),
        },
        Case { name: "both reports say two", base: Base::After2021(&[]), edits: &[], expect: Expect::Silent },
        Case {
            name: "last year's cell was left blank",
            base: Base::After2021(&[(
                "四、结转下年度继续办理\t\t\t2\t0\t0\t0\t0\t0\t2",
                "四、结转下年度继续办理\t\t\t2\t0\t0\t0\t0\t0\t",
            )]),
            edits: &[],
            expect: Expect::Silent,
        },
        Case {
            name: "this year's sums already tell which number is wrong",
            base: Base::After2021(&[]),
            edits: &[(
                "二、上年结转政府信息公开申请数量\t\t\t2\t0\t0\t0\t0\t0\t2",
                "二、上年结转政府信息公开申请数量\t\t\t2\t0\t0\t0\t0\t0\t3",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "the other report is another body's",
            base: Base::After2021(&[
                ("青禾镇人民政府", "白石镇人民政府"),
                (
                    "四、结转下年度继续办理\t\t\t2\t0\t0\t0\t0\t0\t2",
                    "四、结转下年度继续办理\t\t\t9\t0\t0\t0\t0\t0\t9",
                ),
            ]),
            edits: &[],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    let Some(years) = Years::of(context, record, TableKey::Applications) else { return };
    let (carried_in, carried_out) = (("carried_in", "total"), ("carried_out", "total"));
    let Some((now, before)) = years.numbers(record, &[carried_in], &[carried_out]) else { return };
    let ((place, now), before) = (now[0], before[0]);
    if now == before {
        return record.pass();
    }
    record.find(
        finding_on(context, CODE, Severity::Warning, place)
            .with_numbers(Some(now), Some(before))
            .with("a", now)
            .with("b", before),
    );
}
