//! S-01

use crate::finding::{Finding, Severity};
use crate::lang::Text;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::{Context, Record, Rule, Scope, prose::prose};

const CODE: &str = "S-01";

/// 缺标题: the report has no title.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Warning,
    scope: Scope::All,
    prose: prose! {
        message: Text::new("未找到报告标题", "Report title not found"),
        what: Text::new(
            "正文之前有没有“……政府信息公开工作年度报告”的标题。",
            "Whether a title such as …政府信息公开工作年度报告 stands before the text.",
        ),
        why: Text::new(
            "标题说明是哪个单位、哪一年的报告。",
            "The title says whose report it is and for which year.",
        ),
        how: Text::new(
            "在最前面写上标题，含单位名称和年度。",
            "Begin with a title that names the body and the year.",
        ),
        example: Text::new("文件一开头就是“一、总体情况”。", "The file begins with 一、总体情况."),
        basis: Text::new(
            "《政府信息公开条例》第五十条",
            "Regulations on Government Information Disclosure, article 50",
        ),
        silent: Text::new(
            "标题分成两行、年份在前、少了“工作”二字，都算有标题。",
            "A title over two lines, with the year first or without 工作 is a title.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "a title over two lines is gone",
            base: Base::E2021,
            edits: &[("云溪县青禾镇人民政府\n2023年政府信息公开工作年度报告\n", "")],
            expect: Expect::Finds(&["-"]),
        },
        Case {
            name: "a title on one line is gone",
            base: Base::E2019,
            edits: &[("云溪县林业局2020年政府信息公开工作年度报告\n", "")],
            expect: Expect::Finds(&["-"]),
        },
        Case { name: "a title over two lines", base: Base::E2021, edits: &[], expect: Expect::Silent },
        Case {
            name: "a title without 工作",
            base: Base::E2019,
            edits: &[("2020年政府信息公开工作年度报告", "2020年政府信息公开年度报告")],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    match context.report.title {
        Some(_) => record.pass(),
        None => record.find(Finding::new(CODE, Severity::Warning)),
    }
}
