//! F-15

use super::table_place;
use crate::finding::{Arg, Finding, Severity};
use crate::form::TableKey;
use crate::lang::Text;
use crate::report::UnreadReason;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::remedy::cell_count;
use crate::rule::{Context, Reason, Record, Rule, Scope, prose::prose};

const CODE: &str = "F-15";

/// 表格未能读取: a table is there and its cells could not be told apart.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Warning,
    scope: Scope::All,
    prose: prose! {
        message: Text::new("{t}没有读出来：{reason}", "{t} could not be read: {reason}"),
        what: Text::new(
            "表格在不在，它的单元格能不能各归其位。",
            "Whether the cells of a table that is there could be put in their places.",
        ),
        why: Text::new(
            "单元格的边界丢了就不能核对勾稽关系；没有读出来不等于没有问题。",
            "Without the boundaries of its cells its sums cannot be checked; not read does not mean correct.",
        ),
        how: Text::new(
            "换一种方式取得文本：直接打开 .docx 文件，或从网页、表格里重新复制整张表。",
            "Get the text in another way: open the .docx file itself, or copy the whole table again.",
        ),
        example: Text::new(
            "从 PDF 复制时，表三的标签和数字分成了毫不相干的两段。",
            "Copied from a PDF, the labels of Table 3 stand in one place and its figures in another.",
        ),
        basis: Text::new("检查的前提：表格可读", "What a check rests on: tables that can be read"),
        silent: Text::new(
            "表格根本不在（S-08）；个别行没有读出来；表四只是多一格或少一格（T4-V01）。",
            "Where there is no table at all (S-08), where single rows were not read, and where Table 4 merely has a cell too many or too few (T4-V01).",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "half the values of 表四",
            base: Base::E2021,
            edits: &[("1\t0\t0\t1\t2\t0\t0\t0\t0\t0\t0\t1\t0\t0\t1\n", "1\t0\t0\t1\t2\t0\t0\n")],
            expect: Expect::Finds(&["行政复议"]),
        },
        Case {
            name: "the labels of 表三 in one place and its figures in another",
            base: Base::Nothing,
            edits: &[("", SCATTERED)],
            expect: Expect::Finds(&["本年新收政府信息公开申请数量"]),
        },
        Case { name: "tables that are read", base: Base::E2021, edits: &[], expect: Expect::Silent },
        Case { name: "the tables of 2019", base: Base::E2019, edits: &[], expect: Expect::Silent },
    ],
};

#[cfg(test)]
const SCATTERED: &str = "云溪县民政局2022年政府信息公开工作年度报告

一、总体情况
2022年，县民政局主动公开政府信息30条。
三、收到和处理政府信息公开申请情况
本年新收政府信息公开申请数量
二、上年结转政府信息公开申请数量
三、本年度办理结果
（一）予以公开
（三）不予公开
1.属于国家秘密
2.其他法律行政法规禁止公开
3.危及“三安全一稳定”
4.保护第三方合法权益
5.属于三类内部事务信息
（七）总计
四、结转下年度继续办理
3 1 0 7 12 1
五、存在的主要问题及改进情况
更新不够及时，将加强检查。
六、其他需要报告的事项
无。
";

fn detect(context: &Context, record: &mut Record) {
    for key in TableKey::ALL {
        let table = context.report.table(key);
        let Some(reason) = table.unread else {
            if table.span.is_some() {
                record.pass();
            } else {
                record.unassessable(Reason::TableAbsent(key));
            }
            continue;
        };
        // A value too many or too few in 表四 is told as that (T4-V01).
        if key == TableKey::Remedies && cell_count::wrong_count(context.report).is_some() {
            record.fail_explained();
            continue;
        }
        let mut finding =
            Finding::new(CODE, Severity::Warning).with("t", Arg::Table(key)).with("reason", words(reason));
        finding.span = table_place(context, key);
        record.find(finding);
    }
}

fn words(reason: UnreadReason) -> Text {
    match reason {
        UnreadReason::BoundariesLost => {
            Text::new("单元格之间的界线丢失", "the boundaries between its cells are lost")
        }
        UnreadReason::Scattered => Text::new("行和列被打散", "its rows and columns are scattered"),
        UnreadReason::NoValues => Text::new("只有标签，没有数据", "there are labels and no values"),
    }
}
