//! S-08

use super::has_uniform_sections;
use crate::finding::{Arg, Finding, Severity};
use crate::form::TableKey;
use crate::lang::Text;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::{Context, Record, Rule, Scope, prose::prose};
use crate::text::words;

const CODE: &str = "S-08";

/// 二、三、四部分缺统一表格: a section that has to have a table has none.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Error,
    scope: Scope::All,
    prose: prose! {
        message: Text::new("“{s}”部分缺少统一表格", "Section \"{s}\" lacks its official table"),
        what: Text::new(
            "第二、三、四部分有没有统一格式的表格。",
            "Whether sections two, three and four have the tables of the uniform form.",
        ),
        why: Text::new(
            "这三部分用统一表格报告数据，不能用文字代替；表格做成图片或放在附件里，也无法读取和核对。",
            "These sections report in tables, which prose cannot replace; one in a picture or an attachment can be neither read nor checked.",
        ),
        how: Text::new(
            "在这一部分放上统一格式的表格并填写。原文有表的，重新复制，把表格一起带上。",
            "Put the table into the section and fill it in. If the original has one, copy it again together with the table.",
        ),
        example: Text::new(
            "“四、……行政诉讼情况”只写“未发生行政复议、行政诉讼”，没有表。",
            "Section four says that there were no cases and has no table.",
        ),
        basis: Text::new(
            "《政府信息公开条例》第五十条第二款；国办公开办函〔2021〕30号",
            "Regulations on Government Information Disclosure, article 50 paragraph 2; notice 国办公开办函〔2021〕30号",
        ),
        silent: Text::new(
            "部分本身缺失由 S-02 报；表在而没有读出来由 F-15 报；正文说表在附件或图片里的降为提醒。",
            "A missing section is S-02's, a table that was not read F-15's; where the text says that the table is in an attachment or a picture it is only a warning.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "prose in place of 表四",
            base: Base::E2021,
            edits: &[
                ("行政复议\t\t\t\t\t行政诉讼\t\t\t\t\t\t\t\t\t\n", "没有发生行政复议和行政诉讼。\n"),
                (
                    "结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t\t\t\t\t复议后起诉\t\t\t\t\n",
                    "",
                ),
                (
                    "\t\t\t\t\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n",
                    "",
                ),
                ("1\t0\t0\t1\t2\t0\t0\t0\t0\t0\t0\t1\t0\t0\t1\n", ""),
            ],
            expect: Expect::Finds(&["四、政府信息公开行政复议、行政诉讼情况"]),
        },
        Case {
            name: "prose in place of all tables",
            base: Base::Nothing,
            edits: &[("", WITHOUT_TABLES)],
            expect: Expect::Finds(&[
                "二、主动公开政府信息情况",
                "三、收到和处理政府信息公开申请情况",
                "四、政府信息公开行政复议、行政诉讼情况",
            ]),
        },
        Case { name: "all tables of 2021", base: Base::E2021, edits: &[], expect: Expect::Silent },
        Case { name: "all tables of 2019", base: Base::E2019, edits: &[], expect: Expect::Silent },
        Case {
            name: "a paragraph before the table",
            base: Base::E2021,
            edits: &[("二、主动公开政府信息情况\n", "二、主动公开政府信息情况\n主动公开的数据见下表。\n")],
            expect: Expect::Silent,
        },
    ],
};

#[cfg(test)]
const WITHOUT_TABLES: &str = "云溪县民政局2022年政府信息公开工作年度报告

一、总体情况
2022年，县民政局主动公开政府信息30条。
二、主动公开政府信息情况
全年制发行政规范性文件1件。
三、收到和处理政府信息公开申请情况
没有收到申请。
四、政府信息公开行政复议、行政诉讼情况
没有发生。
五、存在的主要问题及改进情况
更新不够及时，将加强检查。
六、其他需要报告的事项
无。
";

fn detect(context: &Context, record: &mut Record) {
    if !has_uniform_sections(context.report) {
        return;
    }
    for table in TableKey::ALL {
        if context.report.table(table).span.is_some() {
            record.pass();
            continue;
        }
        let section = context.report.section(table.section());
        // A section that is missing altogether is S-02's.
        let Some(heading) = &section.heading else {
            record.fail_explained();
            continue;
        };
        // A table in a picture or an attachment is somewhere, if not here.
        let body = context.source.slice(section.body);
        let elsewhere = words!["附件", "附表", "见图", "如图", "图片"].stand_in(body);
        let severity = if elsewhere { Severity::Warning } else { Severity::Error };
        record.find(Finding::new(CODE, severity).at(heading.span).with("s", Arg::Section(section.key)));
    }
}
