//! S-11

use super::has_uniform_sections;
use super::items::{Item, Style, before_tables, items, numeral, only_bare_heading};
use crate::finding::{Finding, Fix, Severity};
use crate::form::section::SectionKey;
use crate::gather::Gather;
use crate::lang::Text;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::{Context, Record, Rule, Scope, prose::prose};
use crate::text::find::{each, has_char};
use crate::text::{Number, Span};

const CODE: &str = "S-11";

/// 小标题缺号、跳号: the numbers of sub-headings leave one out or repeat one.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Hint,
    scope: Scope::All,
    prose: prose! {
        message: Text::new(
            "小标题编号不连续：{problem}{list}",
            "Sub-heading numbering is not consecutive: {list} {problem}",
        ),
        what: Text::new(
            "部分之内的小标题“（一）（二）（三）”“1、2、3、”是否从一开始、连续编号。",
            "Whether the numbers of sub-headings begin at one and follow each other.",
        ),
        why: Text::new(
            "缺号或重号多为自动编号丢失、增删段落后没有改号，读者会以为漏了一项。",
            "A number lost or used twice looks as if an item were missing; mostly automatic numbering got lost.",
        ),
        how: Text::new("补上或改正小标题的编号。", "Add or correct the number."),
        example: Text::new(
            "第一个小标题写“主动公开”，第二个写“（二）依申请公开”。",
            "The first sub-heading is 主动公开, the second （二）依申请公开.",
        ),
        basis: Text::new("公文写作通例", "Common practice of official documents"),
        silent: Text::new(
            "缺的号写在句子中间的，几层编号交替的，表格里的编号，“（一）项”这样的引用，都不报。",
            "A number that stands within a line, lists within lists, numbers in tables, and references such as （一）项.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "the first has lost its number",
            base: Base::E2021,
            edits: &[("（一）主动公开情况。", "主动公开情况\n")],
            expect: Expect::Only(&["主动公开情况"]),
        },
        Case {
            name: "one in the middle is left out",
            base: Base::E2021,
            edits: &[
                ("（四）政府信息公开平台建设情况。", "（五）政府信息公开平台建设情况。"),
                ("（五）监督保障情况。", "（六）监督保障情况。"),
            ],
            expect: Expect::Only(&["（五）政府信息公开平台建设情况"]),
        },
        Case {
            name: "one is used twice",
            base: Base::E2019,
            edits: &[("（三）政府信息管理情况。", "（二）政府信息管理情况。")],
            expect: Expect::Only(&["（二）政府信息管理情况"]),
        },
        Case {
            name: "one has the number of the next",
            base: Base::E2021,
            edits: &[("（三）政府信息管理情况。", "（四）政府信息管理情况。")],
            expect: Expect::Only(&["（四）政府信息管理情况"]),
        },
        Case {
            name: "one in the middle has lost its number",
            base: Base::E2019,
            edits: &[("（三）政府信息管理情况。", "政府信息管理情况\n")],
            expect: Expect::Only(&["政府信息管理情况"]),
        },
        Case {
            name: "an Arabic list leaves out its third",
            base: Base::E2021,
            edits: &[(
                "存在的主要问题：一是",
                "1、主要问题。\n2、整改情况。\n4、下一步打算。\n存在的主要问题：一是",
            )],
            expect: Expect::Finds(&["4、下一步打算"]),
        },
        Case {
            name: "an Arabic list under the second sub-heading",
            base: Base::E2019,
            edits: &[(
                "存在的问题是",
                "（一）问题\n1、更新慢。\n2、解读少。\n（二）改进\n1、加强检查。\n2、多用图解。\n4、按月通报。\n",
            )],
            expect: Expect::Finds(&["4、按月通报"]),
        },
        Case {
            name: "the second has its number in a circle",
            base: Base::E2021,
            edits: &[("（二）依申请公开情况。", "②依申请公开情况。")],
            expect: Expect::Silent,
        },
        Case { name: "one to five", base: Base::E2021, edits: &[], expect: Expect::Silent },
        Case {
            name: "a second list begins again, and a list within a list",
            base: Base::E2019,
            edits: &[(
                "存在的问题是",
                "（一）问题\n1、更新慢。\n2、解读少。\n（二）改进\n1、加强检查。\n2、多用图解。\n（三）打算\n",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "the first stands within a line",
            base: Base::E2021,
            edits: &[("（一）主动公开情况。2023年，", "今年工作如下：（一）主动公开情况。2023年，")],
            expect: Expect::Silent,
        },
        Case {
            name: "a reference to a clause at the beginning of a wrapped line",
            base: Base::E2019,
            edits: &[("落实信息发布审核制度。", "落实《条例》第二十条第\n（八）项要求。")],
            expect: Expect::Silent,
        },
        Case {
            name: "a list of the same kind within a list",
            base: Base::E2021,
            edits: &[(
                "存在的主要问题：一是",
                "1、问题：\n1、更新慢。\n2、解读少。\n3、人手紧。\n2、整改。\n3、打算。\n存在的主要问题：一是",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "numbers that begin again and go on elsewhere",
            base: Base::E2021,
            edits: &[("落实先审查后公开。\n", "落实先审查后公开。\n（一）甲类信息。\n（三）乙类信息。\n")],
            expect: Expect::Silent,
        },
        Case {
            name: "two lines that begin with numbers by chance",
            base: Base::E2021,
            edits: &[(
                "落实先审查后公开。\n",
                "落实先审查后公开。\n1、审查。\n3、公开。\n其他事项如下：\n1、甲类。\n2、乙类。\n3、丙类。\n6、丁类。\n",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "a nought at the beginning of a wrapped line is no number of a list",
            base: Base::E2021,
            edits: &[(
                "存在的主要问题：一是",
                "1、主要问题。\n2、整改情况，逾期件数为\n0、遗漏件数为0。\n4、下一步打算。\n存在的主要问题：一是",
            )],
            expect: Expect::Finds(&["4、下一步打算"]),
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    if !has_uniform_sections(context.report) {
        return;
    }
    // What stands around the tables of the others is too easily a part of them.
    for key in [SectionKey::Overview, SectionKey::Problems, SectionKey::Other] {
        let Some(heading) = &context.report.section(key).heading else { continue };
        // A heading may have taken the first sub-heading on its line with it.
        let begun = is_named(context.source.slice(heading.title), 1);
        let within = before_tables(context.report, key);
        let all = items(context, within);
        let found = record.findings.len();
        let subs: Vec<Item> = all.iter().filter(|item| item.style == Style::Sub).copied().gather();
        look_at(context, record, within.start, &all, &subs, u8::from(begun));
        // A sub-heading ends the lists of the one before it.
        for part in all.split(|item| item.style == Style::Sub) {
            let list: Vec<Item> = part.iter().filter(|item| item.style == Style::Arabic).copied().gather();
            let start = list.first().map_or(within.start, |item| item.number.start);
            look_at(context, record, start, part, &list, 0);
        }
        if record.findings.len() == found {
            record.pass();
        }
    }
}

/// The deepest that lists are followed within lists.
const DEEPEST: usize = 6;

/// So many findings on one section, and further ones say nothing new.
const MOST: usize = 20;

/// Looks at all lists of one style from `start` on, of which the number `begun` stands
/// in the section's heading.
fn look_at(context: &Context, record: &mut Record, start: u32, all: &[Item], list: &[Item], begun: u8) {
    // The last number of every list that is open, the outermost first.
    let mut open: Vec<u8> = vec![begun];
    let mut before = start;
    for (at, item) in list.iter().enumerate() {
        let continued = open.iter().rposition(|last| last.checked_add(1) == Some(item.value));
        match continued {
            Some(at) => {
                open.truncate(at + 1);
                open[at] = item.value;
            }
            None if item.value == 1 => {
                if open.len() == DEEPEST {
                    open.remove(0);
                }
                open.push(1);
            }
            None => {
                let last = open.last().copied().unwrap_or(0);
                let between = Span { start: before, end: item.number.start };
                let next = list.get(at + 1).map_or(0, |next| next.value);
                let finding = broken(context, all, between, item, (last, next), open.len());
                if let Some(finding) = finding.filter(|_| record.findings.len() < MOST) {
                    record.find(finding);
                }
                open.pop();
                // Used twice with one left out beside it, it should have been that one.
                let meant = match item.value {
                    value if value == last && next == last + 2 => last + 1,
                    value if value == last + 2 && next == value => last + 1,
                    value => value,
                };
                open.push(meant);
            }
        }
        before = item.number.end;
    }
}

/// The finding on `item`, whose number does not follow on the one before it; nothing
/// where it is not certain that something is wrong. `beside` are the numbers before
/// and behind it, `open` is how many lists are.
fn broken(
    context: &Context,
    all: &[Item],
    between: Span,
    item: &Item,
    beside: (u8, u8),
    open: usize,
) -> Option<Finding> {
    let (last, next) = beside;
    let finding = Finding::new(CODE, Severity::Hint);
    // A line may begin with an Arabic number by chance; two that follow each other do not.
    if open > 1 || item.value < last || item.style == Style::Arabic && (last < 2 || item.value > last + 2) {
        return None;
    }
    let written = |value: u8| match item.style {
        Style::Arabic => Some(Number::from(value).written() + "、"),
        _ => Some(["（", numeral(value)?.encode_utf8(&mut [0; 4]), "）"].concat()),
    };
    if item.value == last {
        let finding = finding.at(item.heading).with("list", item.number);
        let finding = finding.with("problem", Text::new("重复了", "is used twice"));
        let meant = written(last + 1).filter(|_| next == last + 2);
        return Some(match meant {
            Some(meant) => finding.with_fix(Fix::review(item.number, meant)),
            None => finding,
        });
    }
    let first = all.partition_point(|other| other.number.start < between.start);
    let others = all[first..].iter().take_while(|other| other.number.end <= between.end);
    let others: Vec<u8> = others.map(|other| other.value).gather();
    let missing: Vec<u8> = (last + 1..item.value).gather();
    let stands_somewhere =
        |value: &u8| others.contains(value) || is_named(context.source.slice(between), *value);
    if missing.iter().any(stands_somewhere) {
        return None;
    }
    let names: Vec<String> = missing.iter().filter_map(|value| written(*value)).gather();
    let finding = finding.with("problem", Text::new("缺少", "is missing")).with("list", names.concat());
    if next == item.value && missing.len() == 1 {
        return Some(finding.at(item.heading).with_fix(Fix::review(item.number, names.concat())));
    }
    // The line that has lost its number, if there is just one.
    let bare = only_bare_heading(context.source, between);
    Some(match bare.filter(|_| missing.len() == 1 && item.style == Style::Sub) {
        Some(bare) => finding.at(bare).with_fix(Fix::safe(Span::at(bare.start as usize), names.concat())),
        None => finding.at(item.heading),
    })
}

/// Whether `text` has the number `value` in any of the ways of numbering.
fn is_named(text: &str, value: u8) -> bool {
    let Some(numeral) = numeral(value) else { return true };
    text.match_indices(numeral).any(|(at, _)| {
        let before = text[..at].chars().next_back().unwrap_or(' ');
        let after = text[at + numeral.len_utf8()..].chars().next().unwrap_or(' ');
        matches!(before, '（' | '(') || matches!(after, '、' | '是')
    }) || value_in_digits(text, value)
}

/// Whether `text` has `value` as 3、 3. or （3）, or in a circle.
fn value_in_digits(text: &str, value: u8) -> bool {
    let circled = char::from_u32('①' as u32 + u32::from(value) - 1).is_some_and(|c| has_char(text, c));
    if circled || !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return circled;
    }
    let digits = Number::from(value).written();
    each(text, &digits).any(|at| {
        let before = text[..at].chars().next_back().unwrap_or(' ');
        let after = text[at + digits.len()..].chars().next().unwrap_or(' ');
        matches!(before, '（' | '(') || matches!(after, '、' | '.' | '．') && !before.is_ascii_digit()
    })
}
