//! N-08

use super::judge::on_total;
use super::{Judgement, Known};
use crate::finding::Severity;
use crate::lang::Text;
use crate::parse::prose::breakdown::lead;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::{Context, Record, Rule, Scope, basis, prose::prose};

const CODE: &str = "N-08";

/// 嵌套分项不符: the parts of a part make that part.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Warning,
    scope: Scope::All,
    prose: prose! {
        message: Text::new("“{k}”子项之和{a}≠{b}", "\"{k}\": sub-items {a} ≠ {b}"),
        what: Text::new(
            "分项下面再列的子项，加起来是否等于这个分项。",
            "Whether the parts listed for one part add up to that part.",
        ),
        why: Text::new(
            "子项与分项对不上，说明两级数字里有一个填错。",
            "Where they do not, one of the numbers on the two levels is wrong.",
        ),
        how: Text::new("核对这个分项和它的子项，改正填错的数。", "Check the part and its own parts and mend the wrong one."),
        example: Text::new(
            "“共188条。其中网站102条（动态40条，栏目60条），公众号86条”：网站的子项和是 100。",
            "共188条。其中网站102条（动态40条，栏目60条），公众号86条: the website's parts sum to 100.",
        ),
        basis: basis::ACCURATE,
        silent: Text::new(
            "子项只是举例、单位不同、只列两项又没有“其他”收口时不报；同一处差错只报一条，外层合计因此不平的不再报。",
            "Examples, other units, and two parts without 其他; the outer total that fails for the same cause is not named again.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "parts of a part after 包括",
            base: Base::Saying("共审查188条。其中，动态102条，包括会议40条、调研30条、其他30条；栏目86条。"),
            edits: &[],
            expect: Expect::Only(&["102条"]),
        },
        Case {
            name: "parts of a part in brackets",
            base: Base::Saying("归档文件60件，其中收文40件（上级20件，平级10件，其他5件），发文20件。"),
            edits: &[],
            expect: Expect::Only(&["40件"]),
        },
        Case {
            name: "a part that is wrong on both levels is one finding",
            base: Base::E2021,
            edits: &[(
                "公开政府信息120条，其中机构信息20条，政策文件35条，财政信息25条，其他信息40条。",
                "公开政府信息120条，其中机构信息20条，政策文件38条（县级20条、镇级10条、其他5条），财政信息25条，其他信息40条。",
            )],
            expect: Expect::Only(&["38条"]),
        },
        Case {
            name: "more parts than the part",
            base: Base::Saying("归档文件60件，其中收文40件（上级30件，平级20件），发文20件。"),
            edits: &[],
            expect: Expect::Only(&["40件"]),
        },
        Case {
            name: "a part with parts before the total that stands last",
            base: Base::Saying(
                "归档收文29件（省级1件、市级6件、县级21件）和发文25件（省级2件、市级5件、县级18件），合计53件。",
            ),
            edits: &[],
            expect: Expect::Only(&["29件"]),
        },
        Case {
            name: "both levels hold",
            base: Base::Saying("共审查188条。其中，动态102条，包括会议40条、调研30条、其他32条；栏目86条。"),
            edits: &[],
            expect: Expect::Silent,
        },
        Case {
            name: "examples of a part",
            base: Base::Saying("归档文件60件，其中收文40件（上级20件、平级10件等），发文20件。"),
            edits: &[],
            expect: Expect::Silent,
        },
        Case {
            name: "words that tell what is in a part behind a semicolon",
            base: Base::Saying(
                "归档文件60件，其中，人事类12件；包含防汛、防火、防疫等材料的应急类30件；财务类10件；其他8件。",
            ),
            edits: &[],
            expect: Expect::Silent,
        },
        Case {
            name: "a note in brackets that is no list",
            base: Base::Saying("归档文件60件，其中收文40件（较上年增加12件），发文20件（含上年补登2件）。"),
            edits: &[],
            expect: Expect::Silent,
        },
        Case {
            name: "parts that go on with the outer list",
            base: Base::Saying("归档公文86条，其中综合类（含图片）31条，其中通知2份，简报4条，业务类55条。"),
            edits: &[],
            expect: Expect::Silent,
        },
        Case {
            name: "the outer list goes on behind the inner one",
            base: Base::Saying(
                "共审查444条，其中网站118条，其中工作信息70条，栏目信息48条，微信294条，视频32条。",
            ),
            edits: &[],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    let known = Known::of(context);
    for (list, judgement) in context.lists.judged().filter(|(list, _)| list.parent.is_some()) {
        let (sum, severity) = match judgement {
            Judgement::Differs { .. } | Judgement::Exceeds { .. } if known.explains(list) => {
                record.fail_explained();
                continue;
            }
            Judgement::Holds => {
                record.pass();
                continue;
            }
            Judgement::Differs { sum, severity } => (sum, severity),
            Judgement::Exceeds { sum } => (sum, Severity::Warning),
            Judgement::Unsure => continue,
        };
        let finding = on_total(context.prose, list, CODE, severity, sum);
        // Behind a bracket nothing names the number but itself.
        let name = match lead(context.prose, list.total) {
            "" => context.source.slice(context.prose.quantities[list.total as usize].span),
            name => name,
        };
        record.find(finding.with("k", name.to_string()));
    }
}
