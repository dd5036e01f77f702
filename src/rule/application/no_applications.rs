//! T3-C04

use crate::finding::{Arg, Role, Severity};
use crate::form::TableKey;
use crate::gather::Gather;
use crate::lang::Text;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::cells::finding_on;
use crate::rule::sums::Balance;
use crate::rule::{Context, Record, Rule, Scope, basis, prose::prose};

const CODE: &str = "T3-C04";

/// Results without any application.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Error,
    scope: Scope::WithForm,
    prose: prose! {
        message: Text::new("无新收无结转但“{row}”为{v}", "No requests but \"{row}\" is {v}"),
        what: Text::new(
            "新收和上年结转都是 0 时，办理结果是否也都是 0。",
            "Whether all results are 0 when nothing was received or carried in.",
        ),
        why: Text::new("没有申请就不会有办理结果。", "Without an application there is nothing to decide on."),
        how: Text::new(
            "补上漏填的新收或上年结转，或者把办理结果改为 0。",
            "Enter the applications that were left out, or set the results to 0.",
        ),
        example: Text::new(
            "新收 0、上年结转 0，“（一）予以公开”写 1。",
            "0 received, 0 carried in, 1 granted.",
        ),
        basis: basis::APPLICATIONS_SUMS,
        silent: Text::new(
            "列恒等已经不成立的由 T3-C01 报；能定位到一格的由 T3-C05 报；有上年结转；新收或结转空白。",
            "Where the balance already fails (T3-C01) or one cell is named (T3-C05), where something was carried in, and where received or carried in is blank.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "results, but nothing received, carried or summed",
            base: Base::E2021,
            edits: &[
                (
                    "一、本年新收政府信息公开申请数量\t\t\t9\t3\t0\t0\t1\t0\t13",
                    "一、本年新收政府信息公开申请数量\t\t\t0\t0\t0\t0\t0\t0\t0",
                ),
                (
                    "二、上年结转政府信息公开申请数量\t\t\t2\t0\t0\t0\t0\t0\t2",
                    "二、上年结转政府信息公开申请数量\t\t\t0\t0\t0\t0\t0\t0\t0",
                ),
                ("（七）总计\t\t10\t3\t0\t0\t1\t0\t14", "（七）总计\t\t0\t0\t0\t0\t0\t0\t0"),
                (
                    "四、结转下年度继续办理\t\t\t1\t0\t0\t0\t0\t0\t1",
                    "四、结转下年度继续办理\t\t\t0\t0\t0\t0\t0\t0\t0",
                ),
            ],
            expect: Expect::Only(&["applications/granted/total"]),
        },
        Case {
            name: "one result, in the older form",
            base: Base::E2019,
            edits: &[
                (
                    "一、本年新收政府信息公开申请数量\t\t\t6\t2\t0\t0\t0\t0\t8",
                    "一、本年新收政府信息公开申请数量\t\t\t0\t0\t0\t0\t0\t0\t0",
                ),
                (
                    "二、上年结转政府信息公开申请数量\t\t\t1\t0\t0\t0\t0\t0\t1",
                    "二、上年结转政府信息公开申请数量\t\t\t0\t0\t0\t0\t0\t0\t0",
                ),
                ("（七）总计\t\t6\t2\t0\t0\t0\t0\t8", "（七）总计\t\t0\t0\t0\t0\t0\t0\t0"),
                (
                    "四、结转下年度继续办理\t\t\t1\t0\t0\t0\t0\t0\t1",
                    "四、结转下年度继续办理\t\t\t0\t0\t0\t0\t0\t0\t0",
                ),
            ],
            expect: Expect::Finds(&["applications/granted/total"]),
        },
        Case {
            name: "the balance already says it",
            base: Base::E2021,
            edits: &[
                (
                    "一、本年新收政府信息公开申请数量\t\t\t9\t3\t0\t0\t1\t0\t13",
                    "一、本年新收政府信息公开申请数量\t\t\t0\t0\t0\t0\t0\t0\t0",
                ),
                (
                    "二、上年结转政府信息公开申请数量\t\t\t2\t0\t0\t0\t0\t0\t2",
                    "二、上年结转政府信息公开申请数量\t\t\t0\t0\t0\t0\t0\t0\t0",
                ),
            ],
            expect: Expect::Silent,
        },
        Case {
            name: "only carried in",
            base: Base::E2021,
            edits: &[
                (
                    "一、本年新收政府信息公开申请数量\t\t\t9\t3\t0\t0\t1\t0\t13",
                    "一、本年新收政府信息公开申请数量\t\t\t0\t0\t0\t0\t0\t0\t0",
                ),
                (
                    "二、上年结转政府信息公开申请数量\t\t\t2\t0\t0\t0\t0\t0\t2",
                    "二、上年结转政府信息公开申请数量\t\t\t11\t3\t0\t0\t1\t0\t15",
                ),
            ],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    // The last balance is that of the total column; where it fails, T3-C01 says so.
    match context.sums.of_rule("T3-C01").last().map(|sum| sum.balance) {
        Some(Balance::Unassessable(reason)) if context.sums.unasked.is_empty() => record.unassessable(reason),
        Some(Balance::Fails { .. }) => record.fail_explained(),
        _ => look(context, record),
    }
}

fn look(context: &Context, record: &mut Record) {
    let Some((first, others)) = context.sums.unasked.split_first() else { return record.pass() };
    let rows = context.sums.unasked.iter().map(|place| Arg::Row(TableKey::Applications, place.row)).gather();
    let numbers = context.sums.unasked.iter().filter_map(|place| context.cell(*place).value);
    let mut finding = finding_on(context, CODE, Severity::Error, *first)
        .with("row", Arg::List(rows))
        .with("v", Arg::List(numbers.map(Arg::from).gather()));
    for place in others {
        finding = finding.with_related(context.related(*place, Role::Same));
    }
    record.find(finding);
}
