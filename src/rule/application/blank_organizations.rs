//! T3-D03

use crate::finding::{Role, Severity};
use crate::form::TableKey;
use crate::lang::Text;
use crate::rule::blanks;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::cells::finding_on;
use crate::rule::filling::fill_with_zeros;
use crate::rule::{Context, Record, Rule, Scope, basis, prose::prose};

const CODE: &str = "T3-D03";

/// Only natural persons filled in, all other columns blank.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Hint,
    scope: Scope::WithForm,
    prose: prose! {
        message: Text::new("法人各列全空，请确认填 0", "All organisation columns blank"),
        what: Text::new(
            "法人或其他组织各列是否整列空白，而总计与自然人完全相同。",
            "Whether all columns of legal persons are blank while the total is that of natural persons.",
        ),
        why: Text::new(
            "多半是没有法人申请就没有填；空白应填 0，也可能是转换时丢了数。",
            "Most likely there were none and the columns were left out; or the numbers were lost in conversion.",
        ),
        how: Text::new(
            "确认没有法人或其他组织的申请后填 0。",
            "Make sure that there were none, and fill in 0.",
        ),
        example: Text::new(
            "自然人 3、总计 3，中间五列全空。",
            "3 natural persons, total 3, five blank columns between.",
        ),
        basis: basis::FILL_ZERO,
        silent: Text::new(
            "法人各列有任何一格填了数；总计与自然人不同；总计或自然人有空白。",
            "Where any cell of these columns is filled in, or totals and natural persons differ or are blank somewhere.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "only natural persons filled in",
            base: Base::E2021,
            edits: &[
                (
                    "一、本年新收政府信息公开申请数量\t\t\t9\t3\t0\t0\t1\t0\t13\n",
                    "一、本年新收政府信息公开申请数量\t\t\t13\t\t\t\t\t\t13\n",
                ),
                (
                    "二、上年结转政府信息公开申请数量\t\t\t2\t0\t0\t0\t0\t0\t2\n",
                    "二、上年结转政府信息公开申请数量\t\t\t2\t\t\t\t\t\t2\n",
                ),
                ("（一）予以公开\t\t4\t2\t0\t0\t0\t0\t6\n", "（一）予以公开\t\t6\t\t\t\t\t\t6\n"),
                (
                    "（二）部分公开（区分处理的，只计这一情形，不计其他情形）\t\t1\t0\t0\t0\t1\t0\t2\n",
                    "（二）部分公开（区分处理的，只计这一情形，不计其他情形）\t\t2\t\t\t\t\t\t2\n",
                ),
                ("1.属于国家秘密\t0\t0\t0\t0\t0\t0\t0\n", "1.属于国家秘密\t0\t\t\t\t\t\t0\n"),
                (
                    "2.其他法律行政法规禁止公开\t0\t0\t0\t0\t0\t0\t0\n",
                    "2.其他法律行政法规禁止公开\t0\t\t\t\t\t\t0\n",
                ),
                ("3.危及“三安全一稳定”\t0\t0\t0\t0\t0\t0\t0\n", "3.危及“三安全一稳定”\t0\t\t\t\t\t\t0\n"),
                ("4.保护第三方合法权益\t1\t0\t0\t0\t0\t0\t1\n", "4.保护第三方合法权益\t1\t\t\t\t\t\t1\n"),
                ("5.属于三类内部事务信息\t0\t0\t0\t0\t0\t0\t0\n", "5.属于三类内部事务信息\t0\t\t\t\t\t\t0\n"),
                ("6.属于四类过程性信息\t0\t0\t0\t0\t0\t0\t0\n", "6.属于四类过程性信息\t0\t\t\t\t\t\t0\n"),
                ("7.属于行政执法案卷\t0\t0\t0\t0\t0\t0\t0\n", "7.属于行政执法案卷\t0\t\t\t\t\t\t0\n"),
                ("8.属于行政查询事项\t1\t0\t0\t0\t0\t0\t1\n", "8.属于行政查询事项\t1\t\t\t\t\t\t1\n"),
                (
                    "1.本机关不掌握相关政府信息\t2\t1\t0\t0\t0\t0\t3\n",
                    "1.本机关不掌握相关政府信息\t3\t\t\t\t\t\t3\n",
                ),
                (
                    "2.没有现成信息需要另行制作\t0\t0\t0\t0\t0\t0\t0\n",
                    "2.没有现成信息需要另行制作\t0\t\t\t\t\t\t0\n",
                ),
                (
                    "3.补正后申请内容仍不明确\t0\t0\t0\t0\t0\t0\t0\n",
                    "3.补正后申请内容仍不明确\t0\t\t\t\t\t\t0\n",
                ),
                ("1.信访举报投诉类申请\t0\t0\t0\t0\t0\t0\t0\n", "1.信访举报投诉类申请\t0\t\t\t\t\t\t0\n"),
                ("2.重复申请\t0\t0\t0\t0\t0\t0\t0\n", "2.重复申请\t0\t\t\t\t\t\t0\n"),
                ("3.要求提供公开出版物\t0\t0\t0\t0\t0\t0\t0\n", "3.要求提供公开出版物\t0\t\t\t\t\t\t0\n"),
                (
                    "4.无正当理由大量反复申请\t0\t0\t0\t0\t0\t0\t0\n",
                    "4.无正当理由大量反复申请\t0\t\t\t\t\t\t0\n",
                ),
                (
                    "5.要求行政机关确认或重新出具已获取信息\t0\t0\t0\t0\t0\t0\t0\n",
                    "5.要求行政机关确认或重新出具已获取信息\t0\t\t\t\t\t\t0\n",
                ),
                (
                    "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请\t0\t0\t0\t0\t0\t0\t0\n",
                    "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请\t0\t\t\t\t\t\t0\n",
                ),
                (
                    "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请\t0\t0\t0\t0\t0\t0\t0\n",
                    "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请\t0\t\t\t\t\t\t0\n",
                ),
                ("3.其他\t1\t0\t0\t0\t0\t0\t1\n", "3.其他\t1\t\t\t\t\t\t1\n"),
                ("（七）总计\t\t10\t3\t0\t0\t1\t0\t14\n", "（七）总计\t\t14\t\t\t\t\t\t14\n"),
                (
                    "四、结转下年度继续办理\t\t\t1\t0\t0\t0\t0\t0\t1\n",
                    "四、结转下年度继续办理\t\t\t1\t\t\t\t\t\t1\n",
                ),
            ],
            expect: Expect::Only(&["applications/received/enterprise"]),
        },
        Case {
            name: "slashes for legal persons",
            base: Base::E2019,
            edits: &[
                (
                    "一、本年新收政府信息公开申请数量\t\t\t6\t2\t0\t0\t0\t0\t8\n",
                    "一、本年新收政府信息公开申请数量\t\t\t8\t/\t/\t/\t/\t/\t8\n",
                ),
                (
                    "二、上年结转政府信息公开申请数量\t\t\t1\t0\t0\t0\t0\t0\t1\n",
                    "二、上年结转政府信息公开申请数量\t\t\t1\t/\t/\t/\t/\t/\t1\n",
                ),
                ("（一）予以公开\t\t3\t1\t0\t0\t0\t0\t4\n", "（一）予以公开\t\t4\t/\t/\t/\t/\t/\t4\n"),
                (
                    "（二）部分公开（区分处理的，只计这一情形，不计其他情形）\t\t1\t0\t0\t0\t0\t0\t1\n",
                    "（二）部分公开（区分处理的，只计这一情形，不计其他情形）\t\t1\t/\t/\t/\t/\t/\t1\n",
                ),
                ("1.属于国家秘密\t0\t0\t0\t0\t0\t0\t0\n", "1.属于国家秘密\t0\t/\t/\t/\t/\t/\t0\n"),
                (
                    "2.其他法律行政法规禁止公开\t0\t0\t0\t0\t0\t0\t0\n",
                    "2.其他法律行政法规禁止公开\t0\t/\t/\t/\t/\t/\t0\n",
                ),
                (
                    "3.危及“三安全一稳定”\t0\t0\t0\t0\t0\t0\t0\n",
                    "3.危及“三安全一稳定”\t0\t/\t/\t/\t/\t/\t0\n",
                ),
                (
                    "4.保护第三方合法权益\t1\t0\t0\t0\t0\t0\t1\n",
                    "4.保护第三方合法权益\t1\t/\t/\t/\t/\t/\t1\n",
                ),
                (
                    "5.属于三类内部事务信息\t0\t0\t0\t0\t0\t0\t0\n",
                    "5.属于三类内部事务信息\t0\t/\t/\t/\t/\t/\t0\n",
                ),
                (
                    "6.属于四类过程性信息\t0\t0\t0\t0\t0\t0\t0\n",
                    "6.属于四类过程性信息\t0\t/\t/\t/\t/\t/\t0\n",
                ),
                ("7.属于行政执法案卷\t0\t0\t0\t0\t0\t0\t0\n", "7.属于行政执法案卷\t0\t/\t/\t/\t/\t/\t0\n"),
                ("8.属于行政查询事项\t0\t0\t0\t0\t0\t0\t0\n", "8.属于行政查询事项\t0\t/\t/\t/\t/\t/\t0\n"),
                (
                    "1.本机关不掌握相关政府信息\t1\t1\t0\t0\t0\t0\t2\n",
                    "1.本机关不掌握相关政府信息\t2\t/\t/\t/\t/\t/\t2\n",
                ),
                (
                    "2.没有现成信息需要另行制作\t0\t0\t0\t0\t0\t0\t0\n",
                    "2.没有现成信息需要另行制作\t0\t/\t/\t/\t/\t/\t0\n",
                ),
                (
                    "3.补正后申请内容仍不明确\t0\t0\t0\t0\t0\t0\t0\n",
                    "3.补正后申请内容仍不明确\t0\t/\t/\t/\t/\t/\t0\n",
                ),
                (
                    "1.信访举报投诉类申请\t0\t0\t0\t0\t0\t0\t0\n",
                    "1.信访举报投诉类申请\t0\t/\t/\t/\t/\t/\t0\n",
                ),
                ("2.重复申请\t0\t0\t0\t0\t0\t0\t0\n", "2.重复申请\t0\t/\t/\t/\t/\t/\t0\n"),
                (
                    "3.要求提供公开出版物\t0\t0\t0\t0\t0\t0\t0\n",
                    "3.要求提供公开出版物\t0\t/\t/\t/\t/\t/\t0\n",
                ),
                (
                    "4.无正当理由大量反复申请\t0\t0\t0\t0\t0\t0\t0\n",
                    "4.无正当理由大量反复申请\t0\t/\t/\t/\t/\t/\t0\n",
                ),
                (
                    "5.要求行政机关确认或重新出具已获取信息\t0\t0\t0\t0\t0\t0\t0\n",
                    "5.要求行政机关确认或重新出具已获取信息\t0\t/\t/\t/\t/\t/\t0\n",
                ),
                ("（六）其他处理\t\t0\t0\t0\t0\t0\t0\t0\n", "（六）其他处理\t\t0\t/\t/\t/\t/\t/\t0\n"),
                ("（七）总计\t\t6\t2\t0\t0\t0\t0\t8\n", "（七）总计\t\t8\t/\t/\t/\t/\t/\t8\n"),
                (
                    "四、结转下年度继续办理\t\t\t1\t0\t0\t0\t0\t0\t1\n",
                    "四、结转下年度继续办理\t\t\t1\t/\t/\t/\t/\t/\t1\n",
                ),
            ],
            expect: Expect::Only(&["applications/received/enterprise"]),
        },
        Case {
            name: "one kind of legal person filled in",
            base: Base::E2019,
            edits: &[
                (
                    "一、本年新收政府信息公开申请数量\t\t\t6\t2\t0\t0\t0\t0\t8\n",
                    "一、本年新收政府信息公开申请数量\t\t\t6\t2\t\t\t\t\t8\n",
                ),
                (
                    "二、上年结转政府信息公开申请数量\t\t\t1\t0\t0\t0\t0\t0\t1\n",
                    "二、上年结转政府信息公开申请数量\t\t\t1\t0\t\t\t\t\t1\n",
                ),
                ("（一）予以公开\t\t3\t1\t0\t0\t0\t0\t4\n", "（一）予以公开\t\t3\t1\t\t\t\t\t4\n"),
                (
                    "（二）部分公开（区分处理的，只计这一情形，不计其他情形）\t\t1\t0\t0\t0\t0\t0\t1\n",
                    "（二）部分公开（区分处理的，只计这一情形，不计其他情形）\t\t1\t0\t\t\t\t\t1\n",
                ),
                ("1.属于国家秘密\t0\t0\t0\t0\t0\t0\t0\n", "1.属于国家秘密\t0\t0\t\t\t\t\t0\n"),
                (
                    "2.其他法律行政法规禁止公开\t0\t0\t0\t0\t0\t0\t0\n",
                    "2.其他法律行政法规禁止公开\t0\t0\t\t\t\t\t0\n",
                ),
                ("3.危及“三安全一稳定”\t0\t0\t0\t0\t0\t0\t0\n", "3.危及“三安全一稳定”\t0\t0\t\t\t\t\t0\n"),
                ("4.保护第三方合法权益\t1\t0\t0\t0\t0\t0\t1\n", "4.保护第三方合法权益\t1\t0\t\t\t\t\t1\n"),
                (
                    "5.属于三类内部事务信息\t0\t0\t0\t0\t0\t0\t0\n",
                    "5.属于三类内部事务信息\t0\t0\t\t\t\t\t0\n",
                ),
                ("6.属于四类过程性信息\t0\t0\t0\t0\t0\t0\t0\n", "6.属于四类过程性信息\t0\t0\t\t\t\t\t0\n"),
                ("7.属于行政执法案卷\t0\t0\t0\t0\t0\t0\t0\n", "7.属于行政执法案卷\t0\t0\t\t\t\t\t0\n"),
                ("8.属于行政查询事项\t0\t0\t0\t0\t0\t0\t0\n", "8.属于行政查询事项\t0\t0\t\t\t\t\t0\n"),
                (
                    "1.本机关不掌握相关政府信息\t1\t1\t0\t0\t0\t0\t2\n",
                    "1.本机关不掌握相关政府信息\t1\t1\t\t\t\t\t2\n",
                ),
                (
                    "2.没有现成信息需要另行制作\t0\t0\t0\t0\t0\t0\t0\n",
                    "2.没有现成信息需要另行制作\t0\t0\t\t\t\t\t0\n",
                ),
                (
                    "3.补正后申请内容仍不明确\t0\t0\t0\t0\t0\t0\t0\n",
                    "3.补正后申请内容仍不明确\t0\t0\t\t\t\t\t0\n",
                ),
                ("1.信访举报投诉类申请\t0\t0\t0\t0\t0\t0\t0\n", "1.信访举报投诉类申请\t0\t0\t\t\t\t\t0\n"),
                ("2.重复申请\t0\t0\t0\t0\t0\t0\t0\n", "2.重复申请\t0\t0\t\t\t\t\t0\n"),
                ("3.要求提供公开出版物\t0\t0\t0\t0\t0\t0\t0\n", "3.要求提供公开出版物\t0\t0\t\t\t\t\t0\n"),
                (
                    "4.无正当理由大量反复申请\t0\t0\t0\t0\t0\t0\t0\n",
                    "4.无正当理由大量反复申请\t0\t0\t\t\t\t\t0\n",
                ),
                (
                    "5.要求行政机关确认或重新出具已获取信息\t0\t0\t0\t0\t0\t0\t0\n",
                    "5.要求行政机关确认或重新出具已获取信息\t0\t0\t\t\t\t\t0\n",
                ),
                ("（六）其他处理\t\t0\t0\t0\t0\t0\t0\t0\n", "（六）其他处理\t\t0\t0\t\t\t\t\t0\n"),
                ("（七）总计\t\t6\t2\t0\t0\t0\t0\t8\n", "（七）总计\t\t6\t2\t\t\t\t\t8\n"),
                (
                    "四、结转下年度继续办理\t\t\t1\t0\t0\t0\t0\t0\t1\n",
                    "四、结转下年度继续办理\t\t\t1\t0\t\t\t\t\t1\n",
                ),
            ],
            expect: Expect::Silent,
        },
        Case {
            name: "legal persons with zeros",
            base: Base::E2021,
            edits: &[
                (
                    "一、本年新收政府信息公开申请数量\t\t\t9\t3\t0\t0\t1\t0\t13\n",
                    "一、本年新收政府信息公开申请数量\t\t\t13\t0\t0\t0\t0\t0\t13\n",
                ),
                ("（一）予以公开\t\t4\t2\t0\t0\t0\t0\t6\n", "（一）予以公开\t\t6\t0\t0\t0\t0\t0\t6\n"),
                (
                    "（二）部分公开（区分处理的，只计这一情形，不计其他情形）\t\t1\t0\t0\t0\t1\t0\t2\n",
                    "（二）部分公开（区分处理的，只计这一情形，不计其他情形）\t\t2\t0\t0\t0\t0\t0\t2\n",
                ),
                (
                    "1.本机关不掌握相关政府信息\t2\t1\t0\t0\t0\t0\t3\n",
                    "1.本机关不掌握相关政府信息\t3\t0\t0\t0\t0\t0\t3\n",
                ),
                ("（七）总计\t\t10\t3\t0\t0\t1\t0\t14\n", "（七）总计\t\t14\t0\t0\t0\t0\t0\t14\n"),
            ],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    if let Some(reason) = Context::why_unread(context.report, TableKey::Applications) {
        return record.unassessable(reason);
    }
    if !blanks::whole_organizations(context) {
        return record.pass();
    }
    let places = blanks::organizations(context);
    let mut finding = finding_on(context, CODE, Severity::Hint, places[0]);
    for place in &places[1..] {
        finding = finding.with_related(context.related(*place, Role::Same));
    }
    finding.fix = fill_with_zeros(context, &places);
    record.find(finding);
}
