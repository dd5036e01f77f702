//! L-04

use crate::finding::{Arg, Finding, Severity};
use crate::form::section::SectionKey;
use crate::gather::Gather;
use crate::lang::Text;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::passage::of_section;
use crate::rule::{Context, Record, Rule, Scope, prose::prose};
use crate::text::find::holds;
use crate::text::fold::key;

const CODE: &str = "L-04";

/// 地方附加事项缺失: section six lacks a matter that the settings ask for. Runs once
/// one is set.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Hint,
    scope: Scope::All,
    prose: prose! {
        message: Text::new("第六部分缺“{x}”", "Section six lacks \"{x}\""),
        what: Text::new(
            "第六部分有没有写到设置里列出的地方附加事项；没有设置就不查。",
            "Whether section six speaks of the matters in the settings; without any it is not checked.",
        ),
        why: Text::new(
            "有的省要求第六部分另外报告要点落实、建议提案办理公开、创新做法等。",
            "Some provinces ask for more in section six: priorities carried out, proposals answered, new practices.",
        ),
        how: Text::new("在第六部分补写这一事项；没有的写明没有。", "Add the matter, or say that there was nothing."),
        example: Text::new(
            "设置了“建议提案”，第六部分只写了信息处理费。",
            "建议提案 is set, and section six tells about fees alone.",
        ),
        basis: Text::new(
            "地方口径；在设置里写“第六部分 建议提案”",
            "Local requirement; set with section-six 建议提案",
        ),
        silent: Text::new(
            "没有设置的不查；标点、空格不同不算缺；没有第六部分的由 S-02 报，第六部分没有内容的由 S-07 报。",
            "Unless a matter is set. Marks and spaces do not matter. A missing section is S-02's, an empty one S-07's.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "a matter is missing",
            base: Base::Set("section-six 建议提案"),
            edits: &[],
            expect: Expect::Only(&["六、其他需要报告的事项"]),
        },
        Case {
            name: "one of two, spoken of elsewhere",
            base: Base::Set("section-six 信息处理费\nsection-six 建议提案"),
            edits: &[("及时更新栏目内容。", "及时更新栏目内容，公开建议提案答复。")],
            expect: Expect::Only(&["六、其他需要报告的事项"]),
        },
        Case {
            name: "two matters are one finding",
            base: Base::Set("第六部分 创新情况\n第六部分 要点落实"),
            edits: &[],
            expect: Expect::Only(&["六、其他需要报告的事项"]),
        },
        Case {
            name: "another word than the one that is set",
            base: Base::Set("section-six 建议提案"),
            edits: &[("信息处理费。\n", "信息处理费。办理群众意见3件。\n")],
            expect: Expect::Only(&["六、其他需要报告的事项"]),
        },
        Case {
            name: "nothing stands in section six",
            base: Base::Set("section-six 建议提案"),
            edits: &[("2023年本机关未收取政府信息公开信息处理费。", "")],
            expect: Expect::Silent,
        },
        Case { name: "nothing is set", base: Base::E2021, edits: &[], expect: Expect::Silent },
        Case {
            name: "it is there",
            base: Base::Set("section-six 建议提案"),
            edits: &[("信息处理费。\n", "信息处理费。公开建议提案答复5件。\n")],
            expect: Expect::Silent,
        },
        Case {
            name: "with a mark and a line end within",
            base: Base::Set("section-six 建议提案"),
            edits: &[("信息处理费。\n", "信息处理费。2023年全镇共收到并按期办理人大代表建议、\n提案5件。\n")],
            expect: Expect::Silent,
        },
        Case {
            name: "what is reported by default",
            base: Base::Set("section-six 信息处理费"),
            edits: &[],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    let Some(heading) = &context.report.section(SectionKey::Other).heading else { return };
    let other = of_section(context.prose, SectionKey::Other);
    if context.profile.section_six.is_empty() || other.is_empty() {
        return;
    }
    let words = key(other);
    let missing = context.profile.section_six.iter().filter(|matter| !holds(&words, &key(matter)));
    let list: Vec<Arg> = missing.map(|matter| Arg::from(matter.clone())).gather();
    if list.is_empty() {
        return record.pass();
    }
    record.find(Finding::new(CODE, Severity::Hint).at(heading.span).with("x", Arg::List(list)));
}
