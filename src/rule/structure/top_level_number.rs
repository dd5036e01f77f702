//! S-10

use super::items::{Item, Style, before_tables, items, numeral};
use crate::finding::{Applicability, Edit, Finding, Fix, Severity};
use crate::form::section::{SECTIONS, SectionKey};
use crate::gather::Gather;
use crate::lang::Text;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::{Context, Record, Rule, Scope, prose::prose};

const CODE: &str = "S-10";

/// 第一部分小标题误用顶级编号: sub-headings of section one are numbered 一、 二、 as the
/// sections are.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Warning,
    scope: Scope::All,
    prose: prose! {
        message: Text::new(
            "第一部分的小标题“{h}”等{n}处误用了部分的编号",
            "{n} sub-headings of section one, from \"{h}\", are numbered as sections",
        ),
        what: Text::new(
            "“一、总体情况”之内的小标题有没有又用“一、”“二、”编号。",
            "Whether sub-headings within 一、总体情况 use 一、, 二、 again.",
        ),
        why: Text::new(
            "“一、”至“六、”是六个部分的编号；小标题再用一遍，读者分不清哪个是部分。",
            "一、 to 六、 number the six sections; used again within one they hide where a section begins.",
        ),
        how: Text::new("小标题改用“（一）”“（二）”。", "Number the sub-headings （一）, （二） and so on."),
        example: Text::new(
            "“一、总体情况”下面写“一、主动公开”“二、依申请公开”，之后才是“二、主动公开政府信息情况”。",
            "一、总体情况 is followed by 一、主动公开 and 二、依申请公开, and only then by section two.",
        ),
        basis: Text::new("国办公开办函〔2021〕30号", "Notice 国办公开办函〔2021〕30号"),
        silent: Text::new(
            "小标题用“1、”“（一）”编号的，文中只有六个部分各自的标题的，第二部分没有认出来的，都不报。",
            "Sub-headings numbered 1、 or （一）, a text with nothing but the six headings, and one whose section two was not recognised.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "all five begin again at one",
            base: Base::E2021,
            edits: &[
                ("（一）主动公开情况", "一、主动公开情况"),
                ("（二）依申请公开情况", "二、依申请公开情况"),
                ("（三）政府信息管理情况", "三、政府信息管理情况"),
                ("（四）政府信息公开平台建设情况", "四、政府信息公开平台建设情况"),
                ("（五）监督保障情况", "五、监督保障情况"),
            ],
            expect: Expect::Only(&["一、主动公开情况"]),
        },
        Case {
            name: "they go on from the number of the section",
            base: Base::E2019,
            edits: &[
                ("（一）主动公开情况。2020年，", "2020年，"),
                ("（二）依申请公开情况", "二、依申请公开"),
                ("（三）政府信息管理情况", "三、政府信息管理"),
                ("（四）平台建设情况", "四、平台建设"),
                ("（五）监督保障情况", "五、监督保障"),
            ],
            expect: Expect::Finds(&["二、依申请公开"]),
        },
        Case {
            name: "two of them",
            base: Base::E2021,
            edits: &[
                ("（三）政府信息管理情况。", "一、政府信息管理。"),
                ("（四）政府信息公开平台建设情况。", "二、平台建设。"),
            ],
            expect: Expect::Finds(&["一、政府信息管理"]),
        },
        Case {
            name: "on lines of their own, with spaces before",
            base: Base::E2019,
            edits: &[
                ("（一）主动公开情况。", "  一、主动公开\n"),
                ("（二）依申请公开情况。", "  二、依申请公开\n"),
            ],
            expect: Expect::Finds(&["一、主动公开"]),
        },
        Case { name: "nothing but the six headings", base: Base::E2021, edits: &[], expect: Expect::Silent },
        Case {
            name: "sub-headings with Arabic numbers",
            base: Base::E2019,
            edits: &[
                ("（一）主动公开情况", "1、主动公开情况"),
                ("（二）依申请公开情况", "2、依申请公开情况"),
                ("（三）政府信息管理情况", "3、政府信息管理情况"),
                ("（四）平台建设情况", "4、平台建设情况"),
                ("（五）监督保障情况", "5、监督保障情况"),
            ],
            expect: Expect::Silent,
        },
        Case {
            name: "a line that begins with quarters of the year",
            base: Base::E2021,
            edits: &[(
                "及时更新栏目内容。",
                "及时更新栏目内容。\n一、二季度各检查一次，\n三、四季度各通报一次。",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "a section two that was not recognised is no sub-heading",
            base: Base::E2019,
            edits: &[("\n二、主动公开政府信息情况", "\n二、公开工作"), ("没有其他", "没有")],
            expect: Expect::Silent,
        },
        Case {
            name: "section two has lost its number",
            base: Base::E2021,
            edits: &[
                ("\n二、主动公开政府信息情况", "\n主动公开政府信息情况"),
                ("\n（一）主动公开情况。", "\n一、主动公开情况。"),
                ("\n（二）依申请公开情况。", "\n二、依申请公开情况。"),
            ],
            expect: Expect::Finds(&["一、主动公开情况"]),
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    let is_there = |key| context.report.section(key).heading.is_some();
    if !is_there(SectionKey::Overview) || !is_there(SectionKey::Disclosure) {
        return;
    }
    let mut run: Vec<Item> = Vec::new();
    for item in items(context, before_tables(context.report, SectionKey::Overview)) {
        let next = run.last().map_or(item.value <= 2, |last| item.value == last.value + 1);
        if item.style == Style::Section && next {
            run.push(item);
        }
    }
    // A table of contents has the sections' own titles.
    let titles = |item: &&Item| {
        let section = SECTIONS.get(usize::from(item.value) - 1);
        section.is_some_and(|section| context.source.slice(item.heading).ends_with(section.title.zh))
    };
    if run.len() < 2 || run.iter().filter(titles).count() >= 3 {
        return record.pass();
    }
    let edit = |item: &Item| {
        Some(Edit {
            span: item.number,
            text: ["（", numeral(item.value)?.encode_utf8(&mut [0; 4]), "）"].concat(),
        })
    };
    let edits: Vec<Edit> = run.iter().filter_map(edit).gather();
    record.find(
        Finding::new(CODE, Severity::Warning)
            .at_all(run.iter().map(|item| item.heading))
            .with("h", run[0].heading)
            .with("n", run.len())
            .with_fix(Fix { applicability: Applicability::Review, edits }),
    );
}
