//! T3-V03

use crate::finding::Severity;
use crate::form::TableKey;
use crate::lang::Text;
use crate::rule::blanks::find_blanks;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::{Context, Record, Rule, Scope, basis, prose::prose};

const CODE: &str = "T3-V03";

/// Blank cells of 表三, one finding for all.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Warning,
    scope: Scope::WithForm,
    prose: prose! {
        message: Text::new("表三{n}/{m} 格未填，应填 0", "Table 3: {n}/{m} cells blank; fill 0"),
        what: Text::new(
            "表三有没有空白或只写“/”“—”“无”的格。",
            "Whether cells of Table 3 are blank or hold only a mark for nothing.",
        ),
        why: Text::new(
            "空白看不出是没有发生还是漏填。",
            "A blank does not tell whether there was nothing or something was left out.",
        ),
        how: Text::new(
            "没有的填 0，有的补上件数。",
            "Fill in 0 where there is nothing, the number where there is.",
        ),
        example: Text::new("只填了总计列，自然人等各列全部空着。", "Only the total column was filled in."),
        basis: basis::FILL_ZERO,
        silent: Text::new(
            "有数据而没有填的总计（T3-V04）、整行空白的（七）总计（T3-V08）、整列空白的法人各列（T3-D03）、使等式不成立的一格（T3-C05）各由其规则报。",
            "Blank totals of numbers (T3-V04), a whole row of totals (T3-V08), the columns of legal persons (T3-D03) and a blank that breaks the sums (T3-C05) are told by their own rules.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "only totals filled in",
            base: Base::E2021,
            edits: &[
                (
                    "一、本年新收政府信息公开申请数量\t\t\t9\t3\t0\t0\t1\t0\t13\n",
                    "一、本年新收政府信息公开申请数量\t\t\t\t\t\t\t\t\t13\n",
                ),
                (
                    "二、上年结转政府信息公开申请数量\t\t\t2\t0\t0\t0\t0\t0\t2\n",
                    "二、上年结转政府信息公开申请数量\t\t\t\t\t\t\t\t\t2\n",
                ),
                ("（一）予以公开\t\t4\t2\t0\t0\t0\t0\t6\n", "（一）予以公开\t\t\t\t\t\t\t\t6\n"),
                (
                    "（二）部分公开（区分处理的，只计这一情形，不计其他情形）\t\t1\t0\t0\t0\t1\t0\t2\n",
                    "（二）部分公开（区分处理的，只计这一情形，不计其他情形）\t\t\t\t\t\t\t\t2\n",
                ),
                ("1.属于国家秘密\t0\t0\t0\t0\t0\t0\t0\n", "1.属于国家秘密\t\t\t\t\t\t\t0\n"),
                (
                    "2.其他法律行政法规禁止公开\t0\t0\t0\t0\t0\t0\t0\n",
                    "2.其他法律行政法规禁止公开\t\t\t\t\t\t\t0\n",
                ),
                ("3.危及“三安全一稳定”\t0\t0\t0\t0\t0\t0\t0\n", "3.危及“三安全一稳定”\t\t\t\t\t\t\t0\n"),
                ("4.保护第三方合法权益\t1\t0\t0\t0\t0\t0\t1\n", "4.保护第三方合法权益\t\t\t\t\t\t\t1\n"),
                ("5.属于三类内部事务信息\t0\t0\t0\t0\t0\t0\t0\n", "5.属于三类内部事务信息\t\t\t\t\t\t\t0\n"),
                ("6.属于四类过程性信息\t0\t0\t0\t0\t0\t0\t0\n", "6.属于四类过程性信息\t\t\t\t\t\t\t0\n"),
                ("7.属于行政执法案卷\t0\t0\t0\t0\t0\t0\t0\n", "7.属于行政执法案卷\t\t\t\t\t\t\t0\n"),
                ("8.属于行政查询事项\t1\t0\t0\t0\t0\t0\t1\n", "8.属于行政查询事项\t\t\t\t\t\t\t1\n"),
                (
                    "1.本机关不掌握相关政府信息\t2\t1\t0\t0\t0\t0\t3\n",
                    "1.本机关不掌握相关政府信息\t\t\t\t\t\t\t3\n",
                ),
                (
                    "2.没有现成信息需要另行制作\t0\t0\t0\t0\t0\t0\t0\n",
                    "2.没有现成信息需要另行制作\t\t\t\t\t\t\t0\n",
                ),
                (
                    "3.补正后申请内容仍不明确\t0\t0\t0\t0\t0\t0\t0\n",
                    "3.补正后申请内容仍不明确\t\t\t\t\t\t\t0\n",
                ),
                ("1.信访举报投诉类申请\t0\t0\t0\t0\t0\t0\t0\n", "1.信访举报投诉类申请\t\t\t\t\t\t\t0\n"),
                ("2.重复申请\t0\t0\t0\t0\t0\t0\t0\n", "2.重复申请\t\t\t\t\t\t\t0\n"),
                ("3.要求提供公开出版物\t0\t0\t0\t0\t0\t0\t0\n", "3.要求提供公开出版物\t\t\t\t\t\t\t0\n"),
                (
                    "4.无正当理由大量反复申请\t0\t0\t0\t0\t0\t0\t0\n",
                    "4.无正当理由大量反复申请\t\t\t\t\t\t\t0\n",
                ),
                (
                    "5.要求行政机关确认或重新出具已获取信息\t0\t0\t0\t0\t0\t0\t0\n",
                    "5.要求行政机关确认或重新出具已获取信息\t\t\t\t\t\t\t0\n",
                ),
                (
                    "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请\t0\t0\t0\t0\t0\t0\t0\n",
                    "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请\t\t\t\t\t\t\t0\n",
                ),
                (
                    "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请\t0\t0\t0\t0\t0\t0\t0\n",
                    "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请\t\t\t\t\t\t\t0\n",
                ),
                ("3.其他\t1\t0\t0\t0\t0\t0\t1\n", "3.其他\t\t\t\t\t\t\t1\n"),
                ("（七）总计\t\t10\t3\t0\t0\t1\t0\t14\n", "（七）总计\t\t\t\t\t\t\t\t14\n"),
                (
                    "四、结转下年度继续办理\t\t\t1\t0\t0\t0\t0\t0\t1\n",
                    "四、结转下年度继续办理\t\t\t\t\t\t\t\t\t1\n",
                ),
            ],
            expect: Expect::Only(&["applications/received/natural_person"]),
        },
        Case {
            name: "a blank and a slash",
            base: Base::E2021,
            edits: &[("1.属于国家秘密\t0\t0\t0\t0\t0\t0\t0", "1.属于国家秘密\t\t/\t0\t0\t0\t0\t0")],
            expect: Expect::Only(&["applications/denied.state_secret/natural_person"]),
        },
        Case {
            name: "a row of blanks",
            base: Base::E2019,
            edits: &[("1.属于国家秘密\t0\t0\t0\t0\t0\t0\t0", "1.属于国家秘密\t\t\t\t\t\t\t")],
            expect: Expect::Only(&["applications/denied.state_secret/natural_person"]),
        },
        Case {
            name: "a blank total with parts is another finding's",
            base: Base::E2021,
            edits: &[("（一）予以公开\t\t4\t2\t0\t0\t0\t0\t6", "（一）予以公开\t\t4\t2\t0\t0\t0\t0\t")],
            expect: Expect::Silent,
        },
        Case {
            name: "a blank part that breaks the sums is another finding's",
            base: Base::E2021,
            edits: &[("（一）予以公开\t\t4\t2\t0\t0\t0\t0\t6", "（一）予以公开\t\t\t2\t0\t0\t0\t0\t6")],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    find_blanks(context, record, CODE, TableKey::Applications);
}
