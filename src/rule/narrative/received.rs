//!

#[cfg(test)]
use super::APPLICATIONS_2021;
use super::compare::look_at_subjects;
use super::shared_prose::{HOW, WHY, silent};
use crate::finding::Severity;
use crate::lang::Text;
use crate::parse::claims::Subject;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::{Context, Record, Rule, Scope, basis, prose::prose};

const CODE: &str = "X-01";

/// 新收件数不符: the number of applications received is not that of 表三.
pub const RULE: Rule = Rule {
    code: CODE,
    // The catalogue has it among the errors and says of all rules that read prose
    // that they go no higher than a warning.
    severity: Severity::Warning,
    scope: Scope::WithForm,
    prose: prose! {
        message: Text::new(
            "正文收到申请{a}件，表三新收{b}件",
            "The prose says {a} received; Table 3 says {b}",
        ),
        what: Text::new(
            "正文说的收到、受理的政府信息公开申请件数，与表三“一、本年新收”总计是否一致。",
            "Whether the number of applications the prose says were received is that of Table 3, row 1.",
        ),
        why: WHY,
        how: HOW,
        example: Text::new(
            "正文写“共收到政府信息公开申请19件”，表三新收总计为13。",
            "The prose says 19 applications were received; Table 3 has 13.",
        ),
        basis: basis::PROSE_AND_APPLICATIONS,
        silent: silent!(
            "“收到”“受理”把上年结转也算进去（等于新收加上年结转）的不报；写明“新收”而把结转算进去的只作提示。",
            "Received may count what was carried in: that sum is no finding, and only a hint where the words say newly received.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "a town's report on all of the county",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "全县共受理政府信息公开申请409件。")],
            expect: Expect::Silent,
        },
        Case {
            name: "a town's report on all of the city",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "全市各级行政机关共收到政府信息公开申请3296件。")],
            expect: Expect::Silent,
        },
        Case {
            name: "the verb, the noun and another number",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "全年共收到政府信息公开申请19件。")],
            expect: Expect::Finds(&["19件"]),
        },
        Case {
            name: "the number before the noun",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "本年度受理16件政府信息公开申请，均已答复。")],
            expect: Expect::Finds(&["16件"]),
        },
        Case {
            name: "a paraphrase of received",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "接收公民、法人和其他组织提出的依申请公开17宗。")],
            expect: Expect::Finds(&["17宗"]),
        },
        Case {
            name: "in Chinese numerals, with a colon",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "本年新收政府信息公开申请：十二件。")],
            expect: Expect::Finds(&["十二件"]),
        },
        Case {
            name: "the same wrong number twice is one finding",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请19件。经核对，全年收到政府信息公开申请19件。")],
            expect: Expect::Finds(&["19件"]),
        },
        Case {
            name: "newly received with what was carried in is a hint",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "全年新收政府信息公开申请15件，其中含上年结转。")],
            expect: Expect::Finds(&["15件"]),
        },
        Case {
            name: "in writing, counted by their forms",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请书19份，均已答复。")],
            expect: Expect::Finds(&["19份"]),
        },
        Case {
            name: "received and handled, joined by 且",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "接收且办理公民、法人和其他组织提出的政府信息公开申请19件。")],
            expect: Expect::Finds(&["19件"]),
        },
        Case {
            name: "behind the web site of a government",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "通过县政府信息公开网站公开信息30条，收到政府信息公开申请19件。")],
            expect: Expect::Finds(&["19件"]),
        },
        Case {
            name: "what the body takes in, told without the verb of the steps before",
            base: Base::E2021,
            edits: &[(
                APPLICATIONS_2021,
                "认真做好依申请公开事项受理、审查、答复和归档等工作，2023年，我镇接受依申请公开事项19件。",
            )],
            expect: Expect::Finds(&["19件"]),
        },
        Case {
            name: "the number of 表三",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "全年收到政府信息公开申请13件。")],
            expect: Expect::Silent,
        },
        Case {
            name: "with what was carried in",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "全年共收到政府信息公开申请15件，其中上年结转2件。")],
            expect: Expect::Silent,
        },
        Case {
            name: "words of a name that would deny before a verb",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "县退役军人事务局、延平路移民站受理依申请公开19件。")],
            expect: Expect::Finds(&["19件"]),
        },
        Case {
            name: "the office of a government, named for short",
            base: Base::E2021,
            edits: &[
                ("云溪县青禾镇人民政府", "云溪县人民政府办公室"),
                (APPLICATIONS_2021, "县政府办共收到政府信息公开申请19件。"),
            ],
            expect: Expect::Finds(&["19件"]),
        },
        Case {
            name: "the office of another government",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "县政府办共收到政府信息公开申请19件。不予受理的申请9件。")],
            expect: Expect::Silent,
        },
        Case {
            name: "from everybody, joined by a word",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到公民和法人或其他组织政府信息公开申请共19件。")],
            expect: Expect::Finds(&["19件"]),
        },
        Case {
            name: "those that were taken on, of those received",
            base: Base::E2021,
            edits: &[(
                APPLICATIONS_2021,
                "共收到政府信息公开申请15件（含上年结转2件），经沟通撤回6件，受理9件（予以公开7件，部分公开2件）。",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "what the platform of another government received",
            base: Base::E2021,
            edits: &[(
                APPLICATIONS_2021,
                "市政府网络平台共收到政府信息公开申请56件。市政府门户网站共收到政府信息公开申请37件。",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "the office for disclosure of another government",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "县政府信息公开办公室收到政府信息公开申请19件。")],
            expect: Expect::Silent,
        },
        Case {
            name: "the government, in its office's report, is a hint",
            base: Base::E2021,
            edits: &[
                ("云溪县青禾镇人民政府", "云溪县人民政府办公室"),
                (APPLICATIONS_2021, "县政府共收到依申请公开19件。"),
            ],
            expect: Expect::Finds(&["19件"]),
        },
        Case {
            name: "a name that has another body's word in it",
            base: Base::E2021,
            edits: &[
                ("云溪县青禾镇人民政府", "云溪县柳镇街道办事处"),
                (APPLICATIONS_2021, "2023年，柳镇街道共收到政府信息公开申请19件。"),
            ],
            expect: Expect::Finds(&["19件"]),
        },
        Case {
            name: "all towns and streets",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "2023年，全县镇街共收到政府信息公开申请219件。")],
            expect: Expect::Silent,
        },
        Case {
            name: "公开申请 for short",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "全年共收到公开申请19件。")],
            expect: Expect::Finds(&["19件"]),
        },
        Case {
            name: "forms that were published",
            base: Base::E2021,
            edits: &[(
                APPLICATIONS_2021,
                "收到政府信息公开申请13件。在服务大厅公开申请表样19件，印发公开申请流程图30份。",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "parts of it, by those who received them, in a sentence of their own",
            base: Base::E2021,
            edits: &[(
                APPLICATIONS_2021,
                "全年收到政府信息公开申请13件，同比下降7.1%。其中，党政办收到4件，规划所收到7件，农业站收到2件。",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "taken on of what was received",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "全年共收到政府信息公开申请13件。其中，受理12件，不予受理1件。")],
            expect: Expect::Silent,
        },
        Case {
            name: "newly received, of what was received and carried in",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "全年共收到政府信息公开申请15件。其中，新收12件，上年结转2件。")],
            expect: Expect::Only(&["12件"]),
        },
        Case {
            name: "a column of the site among others",
            base: Base::Saying(
                "审查各栏目信息60余条，工作动态40条、依申请公开2条、年报1条。更新信息44条，其中依申请公开4条、工作动态40条。",
            ),
            edits: &[],
            expect: Expect::Silent,
        },
        Case {
            name: "another year and more years",
            base: Base::E2021,
            edits: &[(
                APPLICATIONS_2021,
                "2022年收到政府信息公开申请20件。近三年共收到政府信息公开申请50件。",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "hotline, letters and proposals",
            base: Base::E2021,
            edits: &[(
                APPLICATIONS_2021,
                "收到12345热线工单80件，办结80件；收到网民留言20条，答复20条；办理建议提案6件。",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "those of natural persons, told apart",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "全年收到自然人提出的申请9件、商业企业4件。")],
            expect: Expect::Silent,
        },
        Case {
            name: "from natural persons and others together",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "全年收到自然人、法人或其他组织提出的政府信息公开申请共19件。")],
            expect: Expect::Finds(&["19件"]),
        },
        Case {
            name: "one channel of several",
            base: Base::E2021,
            edits: &[(
                APPLICATIONS_2021,
                "通过网络收到政府信息公开申请7件，通过信函收到政府信息公开申请6件。",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "about so many, and a change",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请约20件，比上年增加5件。")],
            expect: Expect::Silent,
        },
        Case {
            name: "applications of another kind",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到行政许可申请300件，受理不动产登记申请50件。")],
            expect: Expect::Silent,
        },
        Case {
            name: "bodies that belong to it",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，局属事业单位收到政府信息公开申请4件。")],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    look_at_subjects(context, record, CODE, &[Subject::Received, Subject::Applications]);
}
