//! F-03

use super::evidence;
use crate::finding::{Finding, Related, Role, Severity};
use crate::form::{EditionId, TableKey};
use crate::lang::Text;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::{Context, Reason, Record, Rule, Scope, prose::prose};
use crate::text::Span;

const CODE: &str = "F-03";

/// 表二为非统一格式变体: 表二 has column heads of no official edition.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Warning,
    scope: Scope::All,
    prose: prose! {
        message: Text::new("表二列头“{h}”不属于统一格式", "Table 2 header \"{h}\" is not in the official form"),
        what: Text::new(
            "表二的列头是否属于统一格式。",
            "Whether the column heads of Table 2 are those of the uniform form.",
        ),
        why: Text::new(
            "年度报告要用全国统一的格式；自行改动的列头含义不同，数据不能与其他单位汇总。",
            "Reports have to use one form throughout the country; figures under other heads cannot be added to those of other bodies.",
        ),
        how: Text::new(
            "换用统一格式的表二，按统一列头的口径重新填写。",
            "Use Table 2 of the uniform form and fill in what its heads ask for.",
        ),
        example: Text::new(
            "列头写成“本年度实际产生数量（制作、获取）”“依据、条件、程序”“原有项目数量”。",
            "Heads such as 本年度实际产生数量, 依据、条件、程序 or 原有项目数量.",
        ),
        basis: Text::new(
            "《政府信息公开条例》第五十条第二款（统一格式）",
            "Regulations on Government Information Disclosure, article 50 paragraph 2 (uniform form)",
        ),
        silent: Text::new(
            "统一格式的列头后面加注单位或说明，仍是原列头；个别字写错由 F-10 报；表二没有读出来由 F-15 报。",
            "Where a unit or a note was added to an official head; a wrong character is F-10's, a table that was not read F-15's.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "the draft form's heads",
            base: Base::E2019,
            edits: &[
                (
                    "信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量",
                    "信息内容\t本年度实际产生数量\t\t对外公开数量\n\t制作\t获取\t",
                ),
                (
                    "信息内容\t上一年项目数量\t本年增/减\t处理决定数量\n行政许可",
                    "信息内容\t依据、条件、程序\t\t处理决定数量\n\t原有项目数量\t本年更新\t\n行政许可",
                ),
                (
                    "信息内容\t上一年项目数量\t本年增/减\t处理决定数量\n行政处罚",
                    "信息内容\t依据、条件、程序\t\t处理决定数量\n\t原有项目数量\t本年更新\t\n行政处罚",
                ),
                ("信息内容\t上一年项目数量\t本年增/减\t\n", "信息内容\t原有项目数量\t本年增/减项目数量\t\n"),
            ],
            expect: Expect::Finds(&["第二十条第（一）项\t\t\t\n信息内容\t本年度实际产生数量"]),
        },
        Case {
            name: "the draft form's heads and its block for budgets",
            base: Base::E2019,
            edits: &[
                (
                    "信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量",
                    "信息内容\t本年度实际产生数量\t\t对外公开数量\n\t制作\t获取\t",
                ),
                (
                    "信息内容\t上一年项目数量\t本年增/减\t处理决定数量\n行政许可",
                    "信息内容\t依据、条件、程序\t\t处理决定数量\n\t原有项目数量\t本年更新\t\n行政许可",
                ),
                (
                    "信息内容\t上一年项目数量\t本年增/减\t处理决定数量\n行政处罚",
                    "信息内容\t依据、条件、程序\t\t处理决定数量\n\t原有项目数量\t本年更新\t\n行政处罚",
                ),
                (
                    "第二十条第（八）项\t\t\t\n",
                    "第二十条第（七）项\t\t\t\n信息内容\t公开渠道\t\t\n财政预算、决算\t县政府网站\t\t\n第二十条第（八）项\t\t\t\n",
                ),
                ("信息内容\t上一年项目数量\t本年增/减\t\n", "信息内容\t原有项目数量\t本年增/减项目数量\t\n"),
            ],
            expect: Expect::Finds(&["第二十条第（一）项\t\t\t\n信息内容\t本年度实际产生数量"]),
        },
        Case { name: "the 2019 form", base: Base::E2019, edits: &[], expect: Expect::Silent },
        Case {
            name: "an official head with a note added",
            base: Base::E2021,
            edits: &[("现行有效件数", "现行有效件数（历史累计）")],
            expect: Expect::Silent,
        },
        Case {
            name: "a unit added to an official head",
            base: Base::E2019,
            edits: &[("采购总金额", "采购总金额（单位：万元，保留4位小数）")],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    let table = context.report.table(TableKey::Disclosure);
    let Some(span) = table.span else {
        return record.unassessable(Reason::TableAbsent(table.key));
    };
    if table.shows == Some(EditionId::E2019Draft) || context.report.edition == Some(EditionId::E2019Draft) {
        let Some(head) = evidence(context, table.key, EditionId::E2019Draft) else { return };
        // From the table's first label, because it is the whole table that is
        // another one; not to its end, so that mending a cell leaves the finding
        // the same.
        let place = Span::new(span.start.min(head.start) as usize, head.end as usize);
        let head_place = Related::at(head, Role::Same);
        return record
            .find(Finding::new(CODE, Severity::Warning).at(place).with_related(head_place).with("h", head));
    }
    if table.unread.is_some() {
        return record.unassessable(Reason::TableUnread(table.key));
    }
    record.pass();
}
