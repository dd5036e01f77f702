//! N-02

use super::judge::on_total;
use super::{Judgement, Known};
use crate::finding::Severity;
use crate::lang::Text;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::{Context, Record, Rule, Scope, basis, prose::prose};

const CODE: &str = "N-02";

/// 开放分项之和>合计: parts named as examples are no more than their total.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Warning,
    scope: Scope::All,
    prose: prose! {
        message: Text::new("分项之和{a}超过合计{b}", "Listed items {a} exceed total {b}"),
        what: Text::new(
            "只举部分分项（带“等”“主要有”，或只写一项“其中”）时，所列之和是否超过总数。",
            "Whether parts that are only examples (等, 主要有, or a single 其中) are together more than their total.",
        ),
        why: Text::new("部分不可能大于全部。", "A part cannot be more than the whole."),
        how: Text::new("核对总数和所列各项，改正填错的数。", "Check the total and the parts and mend the wrong number."),
        example: Text::new(
            "“公开信息100条，其中政策文件60条、工作动态55条等”。",
            "公开信息100条，其中政策文件60条、工作动态55条等.",
        ),
        basis: basis::ACCURATE,
        silent: Text::new(
            "约数、单位不同的数、可能一稿多发的渠道和形式不报；前面有几个数、分不清“其中”指哪一个时不报。",
            "Approximate numbers, other units, channels and forms that may count a text twice; and where several numbers stand before and it is not clear which is meant.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "one channel more than all of them",
            base: Base::Saying(
                "通过多种渠道发布预警信息180条，其中网站发布184条，公众号发布74条，其余通过短信发布。",
            ),
            edits: &[],
            expect: Expect::Only(&["180条"]),
        },
        Case {
            name: "two examples more than their total",
            base: Base::E2021,
            edits: &[(
                "公开政府信息120条，其中机构信息20条，政策文件35条，财政信息25条，其他信息40条。",
                "公开政府信息120条，其中机构信息80条、政策文件75条等。",
            )],
            expect: Expect::Only(&["120条"]),
        },
        Case {
            name: "one part more than its total",
            base: Base::Saying("归档文件30件，其中涉密文件36件。"),
            edits: &[],
            expect: Expect::Only(&["30件"]),
        },
        Case {
            name: "the main ones",
            base: Base::E2019,
            edits: &[(
                "公开政府信息86条，其中政策文件30条，工作动态41条，其他信息15条",
                "公开政府信息86条，主要有政策文件50条，工作动态41条",
            )],
            expect: Expect::Only(&["86条"]),
        },
        Case {
            name: "a list that ends with 等 in a new sentence",
            base: Base::E2021,
            edits: &[(
                "公开政府信息120条，其中机构信息20条，政策文件35条，财政信息25条，其他信息40条。",
                "公开政府信息120条。其中：机构信息70条，政策文件45条，财政信息25条等。",
            )],
            expect: Expect::Only(&["120条"]),
        },
        Case {
            name: "examples below their total",
            base: Base::E2021,
            edits: &[("财政信息25条，其他信息40条", "财政信息25条等")],
            expect: Expect::Silent,
        },
        Case {
            name: "one part that is all",
            base: Base::Saying("归档文件30件，其中永久保存30件。"),
            edits: &[],
            expect: Expect::Silent,
        },
        Case {
            name: "a part of all years' total",
            base: Base::E2021,
            edits: &[("其他信息40条。", "其他信息40条。专栏开设以来共收录信息4317条，其中政策文件169条。")],
            expect: Expect::Silent,
        },
        Case {
            name: "another unit",
            base: Base::Saying(
                "发布视频20条，其中点击最多的一条有3500次点击。举办活动2场，其中参加的群众120人次。",
            ),
            edits: &[],
            expect: Expect::Silent,
        },
        Case {
            name: "approximate numbers",
            base: Base::Saying("发送短信5500余条，其中政策类3000多条、服务类2600条等。"),
            edits: &[],
            expect: Expect::Silent,
        },
        Case {
            name: "another matter in another unit among the examples",
            base: Base::Saying(
                "累计更新信息820条，其中动态更新量为392条，目录更新量为423条，新开设专栏6个，发布解答14条，注册用户27人。",
            ),
            edits: &[],
            expect: Expect::Silent,
        },
        Case {
            name: "what a channel published, told behind a list by subject",
            base: Base::Saying(
                "门户网站公开信息96条，其中动态类40条，公告类30条，意见征集等文件8件，通过公众号等推送信息412条，为群众代办事项230件。",
            ),
            edits: &[],
            expect: Expect::Silent,
        },
        Case {
            name: "one text on several channels",
            base: Base::Saying("推送信息100条，其中网站100条、微信公众号80条等。"),
            edits: &[],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    let known = Known::of(context);
    for (list, judgement) in context.lists.judged().filter(|(list, _)| list.parent.is_none()) {
        match judgement {
            Judgement::Holds if list.is_open || list.parts.len() == 1 => record.pass(),
            Judgement::Exceeds { .. } if known.explains(list) => record.fail_explained(),
            Judgement::Exceeds { sum } => {
                record.find(on_total(context.prose, list, CODE, Severity::Warning, sum));
            }
            _ => {}
        }
    }
}
