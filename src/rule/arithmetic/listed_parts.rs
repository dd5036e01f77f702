//! N-01

use super::judge::on_total;
use super::{Judgement, Known};
use crate::finding::Severity;
use crate::lang::Text;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::{Context, Record, Rule, Scope, basis, prose::prose};

const CODE: &str = "N-01";

/// 闭合分项之和≠合计: parts that are all listed make their total.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Warning,
    scope: Scope::All,
    prose: prose! {
        message: Text::new("分项之和{a}≠合计{b}（差{d}）", "Items sum to {a}, stated total {b} (diff {d})"),
        what: Text::new(
            "正文里一个总数后面列全的分项（其中、包括、括号内、合计等写法），加起来是否等于总数。",
            "Whether the parts that a sentence lists in full (after 其中, 包括, in brackets, before 合计) add up to their total.",
        ),
        why: Text::new(
            "分项与合计对不上，读者不知道哪个数是真的，也是年报通报里的常见问题。",
            "Where parts and total disagree the reader cannot tell which is true; reviews name this often.",
        ),
        how: Text::new(
            "逐项核对台账，改正填错的分项或合计；如果只是举例，请写明“等”。",
            "Check each part against the records and mend the wrong number; if the parts are examples, say so with 等.",
        ),
        example: Text::new(
            "“公开信息120条，其中机构信息20条，政策文件35条，其他信息60条”：合计应为 115。",
            "公开信息120条，其中机构信息20条，政策文件35条，其他信息60条: the parts sum to 115.",
        ),
        basis: basis::ACCURATE,
        silent: Text::new(
            "带“等”“主要有”的举例，只列一两项而没有“其他”收口，没有“其他”而离总数差得远，某一项等于紧跟其后几项之和，约数，文字、图解、视频等可能重复计数的形式，“较上年”之类的比较，都不报；前几项已经凑成总数，或者分项等于前文另一个数时也不报；其中的数已与表格不符的，由 X 类规则报。",
            "Examples with 等 or 主要有, one or two parts without 其他, parts without 其他 far below the total, a part that the parts right behind it make, approximate numbers, forms that may count a text twice, comparisons with last year; a list whose first parts make the total, or that makes another number named before; numbers already found to differ from a table.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "the first parts alone make the total, and the rest is named",
            base: Base::Saying("归档47件，其中纸质5件，电子42件，音像12件，其他2件。"),
            edits: &[],
            expect: Expect::Only(&["47件"]),
        },
        Case {
            name: "the first parts of an enumeration alone make the total",
            base: Base::Saying("归档15件，其中纸质9件、电子6件、音像2件。"),
            edits: &[],
            expect: Expect::Only(&["15件"]),
        },
        Case {
            name: "parts after 其中, closed by 其他",
            base: Base::E2021,
            edits: &[("公开政府信息120条", "公开政府信息128条")],
            expect: Expect::Only(&["128条"]),
        },
        Case {
            name: "parts that just follow, 等 closed by 其他",
            base: Base::E2019,
            edits: &[(
                "公开政府信息86条，其中政策文件30条，工作动态41条，其他信息15条",
                "公开政府信息86条，政策文件30条、工作动态45条等，其他信息15条",
            )],
            expect: Expect::Only(&["86条"]),
        },
        Case {
            name: "parts in brackets",
            base: Base::Saying("公开规章13件（含新制定5件，修改4件，废止5件）。"),
            edits: &[],
            expect: Expect::Only(&["13件"]),
        },
        Case {
            name: "a total that stands last",
            base: Base::Saying("市本级公开信息62.8万条，区县89.2万条，合计153万条。"),
            edits: &[],
            expect: Expect::Only(&["153万条"]),
        },
        Case {
            name: "a total with parts before and behind it",
            base: Base::Saying("收文28件、发文25件，合计54件，其中主办18件、会办35件。"),
            edits: &[],
            expect: Expect::Only(&["54件"]),
        },
        Case {
            name: "a list of points",
            base: Base::Saying("全年审查信息60条：一是政务动态30条；二是政策文件12条；三是其他20条。"),
            edits: &[],
            expect: Expect::Only(&["60条"]),
        },
        Case {
            name: "two parts that are all there are",
            base: Base::Saying("全年归档文件30件，其中上半年16件，下半年12件。"),
            edits: &[],
            expect: Expect::Only(&["30件"]),
        },
        Case {
            name: "leaders are no examples, and another unit before the total is no total",
            base: Base::Saying(
                "归档85件，其中主要领导签发12件，分管领导签发56件，股室签发14件。项目12个，金额356.8万元，其中货物126.5万元，服务130.3万元，其他80万元。",
            ),
            edits: &[],
            expect: Expect::Only(&["85件", "356.8万元"]),
        },
        Case {
            name: "a paragraph for each part",
            base: Base::Saying(
                "全年审查信息60条，其中：\n1.政务动态30条。\n2.政策文件12条。\n3.其他信息20条。\n",
            ),
            edits: &[],
            expect: Expect::Only(&["60条"]),
        },
        Case {
            name: "another matter behind a semicolon and a word",
            base: Base::Saying(
                "归档信息18篇，其中，年报4篇，土地类6篇，矿产类10篇，规划类1篇；同时，公示许可信息76条。",
            ),
            edits: &[],
            expect: Expect::Finds(&["18篇"]),
        },
        Case {
            name: "small parts that make one another up by chance",
            base: Base::Saying("归档文件47件，其中部门29件，镇街16件，社区5件，学校2件，医院1件，企业1件。"),
            edits: &[],
            expect: Expect::Only(&["47件"]),
        },
        Case {
            name: "among what was published",
            base: Base::Saying("公开会议信息50条。在公开的会议信息中，县级14条，部门12条，镇街30条。"),
            edits: &[],
            expect: Expect::Only(&["50条"]),
        },
        Case { name: "parts that make their total", base: Base::E2021, edits: &[], expect: Expect::Silent },
        Case {
            name: "a paragraph for each part, and sub-headings behind a colon",
            base: Base::Saying(
                "全年审查信息60条，其中：\n1.政务动态30条；\n2.政策文件12条；\n3.其他信息18条。\n答复咨询25件。全年发文80件，做到：\n1.公文公开属性100%标明。\n2.政策文件解读12件。\n3.其他文件及时归档10件。\n",
            ),
            edits: &[],
            expect: Expect::Silent,
        },
        Case {
            name: "a colon behind which the report begins, and a paragraph that begins with its year",
            base: Base::Saying(
                "\n现将管理情况报告如下：\n（1）信息审查\n2023年审查信息60条，其中政务动态30条、政策文件12条、其他信息18条。\n（2）文件归档\n2023年归档文件9件。\n",
            ),
            edits: &[],
            expect: Expect::Silent,
        },
        Case {
            name: "a paragraph for each part, then a year, and then the next sub-heading",
            base: Base::Saying(
                "全年审查信息60条，其中：\n1.政务动态30条。\n2.政策文件12条。\n3.其他信息18条。\n2023年归档文件9件。\n全年登记来文60件，其中：\n1.请示30件。\n2.报告12件。\n3.其他来文18件。\n（四）归档文件9件。\n",
            ),
            edits: &[],
            expect: Expect::Silent,
        },
        Case {
            name: "numbered parts right behind 其中",
            base: Base::Saying(
                "归档文件47件，其中1.请示14件；2.报告23件；3.其他10件。登记来文33件，其中，1.请示14件；2.报告9件；3.其他10件。",
            ),
            edits: &[],
            expect: Expect::Silent,
        },
        Case {
            name: "examples",
            base: Base::E2021,
            edits: &[(
                "其中机构信息20条，政策文件35条，财政信息25条，其他信息40条。",
                "其中机构信息20条、政策文件35条、财政信息25条等。",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "what is done with proposals, among the parts",
            base: Base::Saying(
                "网站发布信息94条，其中，制度文件5件、解读稿件6件、其他文件3件，发布办理建议20件、提案10件，公示50条。",
            ),
            edits: &[],
            expect: Expect::Silent,
        },
        Case {
            name: "a row of the form that begins with 其他",
            base: Base::E2019,
            edits: &[(
                "（三）政府信息管理情况。",
                "（三）政府信息管理情况。公开信息154条，其中许可类处理决定4条，其他对外管理服务事项处理决定0条，处罚类处理决定0条。",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "a bracket without a number",
            base: Base::Saying("网站采用46条。同时，在市级（含市级）以上报刊发表稿件6条，公众号发布83条。"),
            edits: &[],
            expect: Expect::Silent,
        },
        Case {
            name: "another matter after the list",
            base: Base::E2021,
            edits: &[("其他信息40条。", "其他信息40条。答复人大代表建议16件，答复政协提案9件。")],
            expect: Expect::Silent,
        },
        Case {
            name: "parts of parts, and the total of a website within a larger one",
            base: Base::Saying(
                "累计审查44条。通过网站34条，其中组织机构11条，审计11条，法规12条。共188条。其中，网站102条，包括动态2条、栏目100条；公众号86条。",
            ),
            edits: &[],
            expect: Expect::Silent,
        },
        Case {
            name: "two groups, each with its sum behind its parts",
            base: Base::Saying(
                "全年审查信息90条。其中门户网站审查年报1条，制度4条、文件22条、其他13条，共发布40条；专栏包括价格28条、项目22条，共发布50条。",
            ),
            edits: &[],
            expect: Expect::Silent,
        },
        Case {
            name: "two groups, of which the first has a wrong sum behind its parts",
            base: Base::Saying(
                "全年审查信息90条。其中门户网站审查年报1条，制度4条、文件22条、其他13条，共发布41条；专栏包括价格28条、项目22条，共发布50条。",
            ),
            edits: &[],
            expect: Expect::Finds(&["41条"]),
        },
        Case {
            name: "what was published on other channels, behind what the first is about",
            base: Base::Saying(
                "门户网站审查信息90条，包含动态、公示、招聘等内容；通过公众号审查信息48条，通过微博审查信息47条。",
            ),
            edits: &[],
            expect: Expect::Silent,
        },
        Case {
            name: "rounded and approximate numbers",
            base: Base::Saying(
                "点击1.2万次，其中网站0.66万次、公众号0.51万次、其他300次。发送5500余条，其中短信3000条、邮件2000条、其他100条。",
            ),
            edits: &[],
            expect: Expect::Silent,
        },
        Case {
            name: "forms of interpretation, of which one text may have several",
            base: Base::Saying("发布政策解读25篇，其中文字解读20篇、图解15篇、视频解读3篇。"),
            edits: &[],
            expect: Expect::Silent,
        },
        Case {
            name: "two ways of telling the same parts, and a comparison",
            base: Base::Saying(
                "归档30件，其中纸质18件，电子12件，永久保存5件，定期保存25件，较上年增加3件。",
            ),
            edits: &[],
            expect: Expect::Silent,
        },
        Case {
            name: "a part behind 其他, and the next total behind a semicolon",
            base: Base::Saying(
                "一共政务信息公开94条，组织机构61条、部门文件15条、其他信息10条、重大领域信息公开8条。收文60件，其中上级20件，平级30件，其他10件；发文46件，其中公文25件，函件15件，其他6件。",
            ),
            edits: &[],
            expect: Expect::Silent,
        },
        Case {
            name: "several totals, each with some of its parts",
            base: Base::Saying(
                "归档公文35件，其中规范性文件3件；归档人事材料20件，其中任免8件、招考12件；归档财务材料15件。公文35件，其中规范性文件3件；人事材料20件，其中任免8件、招考12件；财务材料15件。",
            ),
            edits: &[],
            expect: Expect::Silent,
        },
        Case {
            name: "parts of a part behind a comma",
            base: Base::Saying(
                "处理纠纷9件，其中，调解5件，达成协议4件，尚在调解1件；仲裁4件，裁决3件，尚未裁决1件。",
            ),
            edits: &[],
            expect: Expect::Silent,
        },
        Case {
            name: "how far each part is",
            base: Base::Saying(
                "收到建议、提案26件（其中主办22件，协办4件），都已答复。其中，主办建议9件，已经解决9件；主办提案13件，已经解决10件，正在解决3件。",
            ),
            edits: &[],
            expect: Expect::Silent,
        },
        Case {
            name: "how far all of them are",
            base: Base::Saying("办理建议26件，其中已解决16件，正在解决9件，列入计划3件。"),
            edits: &[],
            expect: Expect::Finds(&["26件"]),
        },
        Case {
            name: "what stands behind 以及 where the list holds before it",
            base: Base::Saying("公示栏目更新内容6条，包括机构概况6条，以及经费预算和决算信息4条。"),
            edits: &[],
            expect: Expect::Silent,
        },
        Case {
            name: "groups behind semicolons, of which one has wrong parts",
            base: Base::Saying(
                "承办议题49件。其中甲类议题27件，主办8件，会办13件；乙类议题22件，主办9件，会办13件。",
            ),
            edits: &[],
            expect: Expect::Silent,
        },
        Case {
            name: "numbers that just follow and count something else",
            base: Base::Saying(
                "全年共编发稿件179篇，国家级刊物刊发40篇，省级刊物刊发41篇，市级刊物刊发70篇，其中省厅刊物20篇。",
            ),
            edits: &[],
            expect: Expect::Silent,
        },
        Case {
            name: "the larger parts without 其他, far below the total",
            base: Base::Saying(
                "全年归档文件460条，其中活动类150条、财政类16条、法规类3条、规划类1条、监测类20条，重点领域90条。审查信息380条，其中：概况6条；预算240条；决策18条。",
            ),
            edits: &[],
            expect: Expect::Silent,
        },
        Case {
            name: "another total behind a semicolon and 、",
            base: Base::Saying(
                "承办省、市来文9件，其中省级2件、市级7件；承办省、市来函12件，其中省级3件、市级9件。",
            ),
            edits: &[],
            expect: Expect::Silent,
        },
        Case {
            name: "what was done with a part, and what became of all",
            base: Base::Saying(
                "主办复文26件，其中应公开20件，已公开20件，不宜公开6件。收到来稿187件，其中会后17件，经审查立案175件。",
            ),
            edits: &[],
            expect: Expect::Silent,
        },
        Case {
            name: "two years in brackets behind a growth",
            base: Base::Saying("归档文件57件，来文总量同比下降13.6%（2022年66件，2023年57件）。"),
            edits: &[],
            expect: Expect::Silent,
        },
        Case {
            name: "channels beside each other without a total",
            base: Base::Saying(
                "通过专栏发布359条，通过微信公众号发布1088条。制作展板6块，印发资料3000份，张贴海报50张。",
            ),
            edits: &[],
            expect: Expect::Silent,
        },
        Case {
            name: "results of what was closed, in a report without tables",
            base: Base::Nothing,
            edits: &[("", RESULTS)],
            expect: Expect::Finds(&["12件"]),
        },
    ],
};

#[cfg(test)]
const RESULTS: &str = "云溪县民政局2023年政府信息公开工作年度报告
一、总体情况
全年办结依申请公开12件，其中予以公开8件、不予公开3件、其他处理3件。
二、主动公开政府信息情况
公开信息见网站。
六、其他需要报告的事项
未收取信息处理费。
";

fn detect(context: &Context, record: &mut Record) {
    let known = Known::of(context);
    // A total with parts before and behind it is wrong once.
    let mut told = None;
    for (list, judgement) in context.lists.judged().filter(|(list, _)| list.parent.is_none()) {
        match judgement {
            Judgement::Holds => record.pass(),
            Judgement::Differs { .. } if told == Some(list.total) || known.explains(list) => {
                record.fail_explained();
            }
            Judgement::Differs { sum, severity } => {
                told = Some(list.total);
                record.find(on_total(context.prose, list, CODE, severity, sum));
            }
            Judgement::Unsure | Judgement::Exceeds { .. } => {}
        }
    }
}
