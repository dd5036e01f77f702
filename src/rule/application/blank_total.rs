//! T3-V04

use crate::finding::{Arg, Finding, Role, Severity};
use crate::form::{Line, TableKey};
use crate::gather::Gather;
use crate::lang::Text;
use crate::rule::blanks;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::cells::Filled;
use crate::rule::filling::fill;
use crate::rule::sums::BlankTotal;
use crate::rule::{Context, Record, Rule, Scope, basis, prose::prose};

const CODE: &str = "T3-V04";

/// A blank total whose parts are not 0.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Error,
    scope: Scope::WithForm,
    prose: prose! {
        message: Text::new(
            "表三“{x}”有数据但总计空白（应为{s}）",
            "\"{x}\" has data but its total is blank (should be {s})",
        ),
        what: Text::new(
            "行或列里有数据时，总计是否填写。",
            "Whether a total is filled in where its row or column has numbers.",
        ),
        why: Text::new(
            "分项不为零而总计空白，表格自身就不平。",
            "With parts that are not zero and no total the table does not balance.",
        ),
        how: Text::new("在总计处填各项之和。", "Put in the sum of the parts."),
        example: Text::new(
            "“（一）予以公开”自然人 4、商业企业 2，总计空白，应填 6。",
            "4 and 2 granted, total blank instead of 6.",
        ),
        basis: basis::APPLICATIONS_SUMS,
        silent: Text::new(
            "各分项也都为 0 或空白的总计（归 T3-V03）；（七）总计整行空白由 T3-V08 报。",
            "Totals whose parts are 0 or blank as well (T3-V03); a row （七）总计 that is blank as a whole is T3-V08's.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "the whole column of totals is one finding",
            base: Base::E2019,
            edits: &[
                (
                    "一、本年新收政府信息公开申请数量\t\t\t6\t2\t0\t0\t0\t0\t8\n",
                    "一、本年新收政府信息公开申请数量\t6\t2\t0\t0\t0\t0\t/\n",
                ),
                (
                    "二、上年结转政府信息公开申请数量\t\t\t1\t0\t0\t0\t0\t0\t1\n",
                    "二、上年结转政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t/\n",
                ),
                ("（一）予以公开\t\t3\t1\t0\t0\t0\t0\t4\n", "（一）予以公开\t3\t1\t0\t0\t0\t0\t/\n"),
                (
                    "（二）部分公开（区分处理的，只计这一情形，不计其他情形）\t\t1\t0\t0\t0\t0\t0\t1\n",
                    "（二）部分公开（区分处理的，只计这一情形，不计其他情形）\t1\t0\t0\t0\t0\t0\t/\n",
                ),
                ("1.属于国家秘密\t0\t0\t0\t0\t0\t0\t0\n", "1.属于国家秘密\t0\t0\t0\t0\t0\t0\t/\n"),
                (
                    "2.其他法律行政法规禁止公开\t0\t0\t0\t0\t0\t0\t0\n",
                    "2.其他法律行政法规禁止公开\t0\t0\t0\t0\t0\t0\t/\n",
                ),
                (
                    "3.危及“三安全一稳定”\t0\t0\t0\t0\t0\t0\t0\n",
                    "3.危及“三安全一稳定”\t0\t0\t0\t0\t0\t0\t/\n",
                ),
                (
                    "4.保护第三方合法权益\t1\t0\t0\t0\t0\t0\t1\n",
                    "4.保护第三方合法权益\t1\t0\t0\t0\t0\t0\t/\n",
                ),
                (
                    "5.属于三类内部事务信息\t0\t0\t0\t0\t0\t0\t0\n",
                    "5.属于三类内部事务信息\t0\t0\t0\t0\t0\t0\t/\n",
                ),
                (
                    "6.属于四类过程性信息\t0\t0\t0\t0\t0\t0\t0\n",
                    "6.属于四类过程性信息\t0\t0\t0\t0\t0\t0\t/\n",
                ),
                ("7.属于行政执法案卷\t0\t0\t0\t0\t0\t0\t0\n", "7.属于行政执法案卷\t0\t0\t0\t0\t0\t0\t/\n"),
                ("8.属于行政查询事项\t0\t0\t0\t0\t0\t0\t0\n", "8.属于行政查询事项\t0\t0\t0\t0\t0\t0\t/\n"),
                (
                    "1.本机关不掌握相关政府信息\t1\t1\t0\t0\t0\t0\t2\n",
                    "1.本机关不掌握相关政府信息\t1\t1\t0\t0\t0\t0\t/\n",
                ),
                (
                    "2.没有现成信息需要另行制作\t0\t0\t0\t0\t0\t0\t0\n",
                    "2.没有现成信息需要另行制作\t0\t0\t0\t0\t0\t0\t/\n",
                ),
                (
                    "3.补正后申请内容仍不明确\t0\t0\t0\t0\t0\t0\t0\n",
                    "3.补正后申请内容仍不明确\t0\t0\t0\t0\t0\t0\t/\n",
                ),
                (
                    "1.信访举报投诉类申请\t0\t0\t0\t0\t0\t0\t0\n",
                    "1.信访举报投诉类申请\t0\t0\t0\t0\t0\t0\t/\n",
                ),
                ("2.重复申请\t0\t0\t0\t0\t0\t0\t0\n", "2.重复申请\t0\t0\t0\t0\t0\t0\t/\n"),
                (
                    "3.要求提供公开出版物\t0\t0\t0\t0\t0\t0\t0\n",
                    "3.要求提供公开出版物\t0\t0\t0\t0\t0\t0\t/\n",
                ),
                (
                    "4.无正当理由大量反复申请\t0\t0\t0\t0\t0\t0\t0\n",
                    "4.无正当理由大量反复申请\t0\t0\t0\t0\t0\t0\t/\n",
                ),
                (
                    "5.要求行政机关确认或重新出具已获取信息\t0\t0\t0\t0\t0\t0\t0\n",
                    "5.要求行政机关确认或重新出具已获取信息\t0\t0\t0\t0\t0\t0\t/\n",
                ),
                ("（六）其他处理\t\t0\t0\t0\t0\t0\t0\t0\n", "（六）其他处理\t0\t0\t0\t0\t0\t0\t/\n"),
                ("（七）总计\t\t6\t2\t0\t0\t0\t0\t8\n", "（七）总计\t6\t2\t0\t0\t0\t0\t/\n"),
                (
                    "四、结转下年度继续办理\t\t\t1\t0\t0\t0\t0\t0\t1\n",
                    "四、结转下年度继续办理\t1\t0\t0\t0\t0\t0\t/\n",
                ),
            ],
            expect: Expect::Only(&["applications/received/total"]),
        },
        Case {
            name: "three totals and more in a run are one finding, one by itself is another",
            base: Base::E2021,
            edits: &[
                (
                    "（二）部分公开（区分处理的，只计这一情形，不计其他情形）\t\t1\t0\t0\t0\t1\t0\t2\n",
                    "（二）部分公开（区分处理的，只计这一情形，不计其他情形）\t\t1\t0\t0\t0\t1\t0\t\n",
                ),
                ("1.属于国家秘密\t0\t0\t0\t0\t0\t0\t0\n", "1.属于国家秘密\t0\t0\t0\t0\t0\t0\t\n"),
                (
                    "2.其他法律行政法规禁止公开\t0\t0\t0\t0\t0\t0\t0\n",
                    "2.其他法律行政法规禁止公开\t0\t0\t0\t0\t0\t0\t\n",
                ),
                ("3.危及“三安全一稳定”\t0\t0\t0\t0\t0\t0\t0\n", "3.危及“三安全一稳定”\t0\t0\t0\t0\t0\t0\t\n"),
                ("4.保护第三方合法权益\t1\t0\t0\t0\t0\t0\t1\n", "4.保护第三方合法权益\t1\t0\t0\t0\t0\t0\t\n"),
                (
                    "5.属于三类内部事务信息\t0\t0\t0\t0\t0\t0\t0\n",
                    "5.属于三类内部事务信息\t0\t0\t0\t0\t0\t0\t\n",
                ),
                ("6.属于四类过程性信息\t0\t0\t0\t0\t0\t0\t0\n", "6.属于四类过程性信息\t0\t0\t0\t0\t0\t0\t\n"),
                ("7.属于行政执法案卷\t0\t0\t0\t0\t0\t0\t0\n", "7.属于行政执法案卷\t0\t0\t0\t0\t0\t0\t\n"),
                ("8.属于行政查询事项\t1\t0\t0\t0\t0\t0\t1\n", "8.属于行政查询事项\t1\t0\t0\t0\t0\t0\t\n"),
                ("3.其他\t1\t0\t0\t0\t0\t0\t1\n", "3.其他\t1\t0\t0\t0\t0\t0\t\n"),
            ],
            expect: Expect::Only(&["applications/partial/total", "applications/other.misc/total"]),
        },
        Case {
            name: "two totals are two findings",
            base: Base::E2021,
            edits: &[
                ("（一）予以公开\t\t4\t2\t0\t0\t0\t0\t6", "（一）予以公开\t\t4\t2\t0\t0\t0\t0\t"),
                (
                    "（二）部分公开（区分处理的，只计这一情形，不计其他情形）\t\t1\t0\t0\t0\t1\t0\t2",
                    "（二）部分公开（区分处理的，只计这一情形，不计其他情形）\t\t1\t0\t0\t0\t1\t0\t",
                ),
            ],
            expect: Expect::Only(&["applications/granted/total", "applications/partial/total"]),
        },
        Case {
            name: "the total of a row",
            base: Base::E2021,
            edits: &[("（一）予以公开\t\t4\t2\t0\t0\t0\t0\t6", "（一）予以公开\t\t4\t2\t0\t0\t0\t0\t")],
            expect: Expect::Only(&["applications/granted/total"]),
        },
        Case {
            name: "the total of a column",
            base: Base::E2021,
            edits: &[("（七）总计\t\t10\t3\t0\t0\t1\t0\t14", "（七）总计\t\t10\t\t0\t0\t1\t0\t14")],
            expect: Expect::Only(&["applications/closed/enterprise"]),
        },
        Case {
            name: "a dash for the total of totals",
            base: Base::E2019,
            edits: &[("（七）总计\t\t6\t2\t0\t0\t0\t0\t8", "（七）总计\t\t6\t2\t0\t0\t0\t0\t—")],
            expect: Expect::Only(&["applications/closed/total"]),
        },
        Case {
            name: "a blank total of zeros",
            base: Base::E2021,
            edits: &[("1.属于国家秘密\t0\t0\t0\t0\t0\t0\t0", "1.属于国家秘密\t0\t0\t0\t0\t0\t0\t")],
            expect: Expect::Silent,
        },
        Case {
            name: "a blank part",
            base: Base::E2021,
            edits: &[("（一）予以公开\t\t4\t2\t0\t0\t0\t0\t6", "（一）予以公开\t\t\t2\t0\t0\t0\t0\t6")],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    let table = TableKey::Applications;
    if let Some(reason) = Context::why_unread(context.report, table) {
        return record.unassessable(reason);
    }
    let totals = blanks::column_totals(context);
    if totals.is_empty() {
        return record.pass();
    }
    // What was left out together is one thing; else every total is its own.
    let omitted = blanks::omitted_totals(context, &totals);
    let (together, single): (Vec<_>, Vec<_>) =
        totals.into_iter().partition(|total| omitted.contains(&total.cell));
    if !together.is_empty() {
        let mut finding = found(context, &together);
        for place in omitted {
            if !together.iter().any(|total| total.cell == place) {
                finding = finding.with_related(context.related(place, Role::Same));
            }
        }
        record.find(finding);
    }
    for total in &single {
        record.find(found(context, std::slice::from_ref(total)));
    }
}

/// The finding on the first of `totals`, the others beside it.
fn found(context: &Context, totals: &[BlankTotal]) -> Finding {
    let first = totals[0];
    let lines = totals.iter().map(|total| match total.equation.line {
        Line::Row(row) => Arg::Row(total.cell.table, row),
        Line::Column(_) => Arg::Column(total.cell),
    });
    let mut finding = Finding::new(CODE, Severity::Error)
        .on_cell(first.cell, context.cell(first.cell).span)
        .with_numbers(None, Some(first.expected))
        .with("x", Arg::List(lines.gather()))
        .with("s", Arg::List(totals.iter().map(|total| Arg::Number(total.expected)).gather()));
    for part in &first.equation.right {
        finding = finding.with_related(context.related(*part, Role::Addend));
    }
    for total in &totals[1..] {
        finding = finding.with_related(context.related(total.cell, Role::Same));
    }
    let numbers: Vec<Filled> = totals.iter().map(|total| (total.cell, total.expected)).gather();
    finding.fix = fill(context, &numbers);
    finding
}
