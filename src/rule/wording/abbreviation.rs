//!

use super::ProseLines;
use crate::finding::{Finding, Related, Role, Severity};
use crate::lang::Text;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::conversion::checked;
use crate::rule::search::find_loose;
use crate::rule::{Context, Record, Rule, Scope, prose::prose};
use crate::text::Span;
use crate::text::find::find;

const CODE: &str = "Q-07";

/// 简称先用后释: a title's short form is used before it is introduced.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Hint,
    scope: Scope::All,
    prose: prose! {
        message: Text::new(
            "简称“{x}”在说明（以下简称）之前就已使用",
            "The short form \"{x}\" is used before it is introduced",
        ),
        what: Text::new(
            "“以下简称《……》”的简称，是否在说明之前就已经用过。",
            "Whether a short title that 以下简称《…》 introduces was used before that.",
        ),
        why: Text::new(
            "读者先看到简称，还不知道指的是哪份文件。",
            "Readers meet the short form before they know which document it stands for.",
        ),
        how: Text::new(
            "把全称和“以下简称”移到第一次出现的地方。",
            "Give the full title and its short form where it comes first.",
        ),
        example: Text::new(
            "第一段写“按照《条例》要求”，第三段才写“《政府信息公开条例》（以下简称《条例》）”。",
            "The first paragraph has 《条例》, and only the third says which regulation it is.",
        ),
        basis: Text::new("公文行文惯例", "Usage in official writing"),
        silent: Text::new(
            "简称不带书名号的（如“县政府”）；前面已经用“简称”“下称”说明过；全称与简称相同；没有“以下简称”。",
            "Short forms that are no titles; where an earlier 简称 or 下称 introduced it; where full and short title are the same; where nothing introduces it at all.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "introduced over the end of a line",
            base: Base::E2021,
            edits: &[
                ("完善信息发布审核制度", "按照《办法》要求，完善信息发布审核制度"),
                ("每月检查一次。", "每月检查一次，落实《云溪县政府信息公开办法》（以\n下简称《办法》）。"),
            ],
            expect: Expect::Only(&["《办法》"]),
        },
        Case {
            name: "used in the section before",
            base: Base::E2021,
            edits: &[
                ("完善信息发布审核制度", "按照《条例》要求，完善信息发布审核制度"),
                (
                    "每月检查一次。",
                    "每月检查一次，落实《中华人民共和国政府信息公开条例》（以下简称《条例》）。",
                ),
            ],
            expect: Expect::Only(&["《条例》"]),
        },
        Case {
            name: "used in the sentence before",
            base: Base::E2019,
            edits: &[(
                "落实信息发布审核制度。",
                "落实《办法》。印发《云溪县信息公开办法》（以下简称《办法》），落实审核制度。",
            )],
            expect: Expect::Only(&["《办法》"]),
        },
        Case {
            name: "introduced as 以下简称为, within quotation marks",
            base: Base::E2021,
            edits: &[(
                "完善信息发布审核制度",
                "贯彻《意见》，印发《云溪县深化政务公开的意见》（以下简称为“《意见》”），完善信息发布审核制度",
            )],
            expect: Expect::Only(&["《意见》"]),
        },
        Case {
            name: "two short forms, two findings",
            base: Base::E2021,
            edits: &[(
                "完善信息发布审核制度",
                "贯彻《意见》和《办法》，印发《云溪县政务公开意见》（以下简称《意见》）和《云溪县公开办法》（以下简称《办法》）",
            )],
            expect: Expect::Only(&["《意见》", "《办法》"]),
        },
        Case {
            name: "introduced where it comes first",
            base: Base::E2021,
            edits: &[(
                "根据《中华人民共和国政府信息公开条例》和",
                "根据《中华人民共和国政府信息公开条例》（以下简称《条例》）和《条例》规定的",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "introduced in other words before",
            base: Base::E2021,
            edits: &[
                (
                    "根据《中华人民共和国政府信息公开条例》和",
                    "根据《中华人民共和国政府信息公开条例》（下称《条例》）和",
                ),
                (
                    "完善信息发布审核制度",
                    "按照《政府信息公开条例》（以下简称《条例》），完善信息发布审核制度",
                ),
            ],
            expect: Expect::Silent,
        },
        Case {
            name: "never introduced",
            base: Base::E2021,
            edits: &[("完善信息发布审核制度", "按照《条例》要求，完善信息发布审核制度")],
            expect: Expect::Silent,
        },
        Case {
            name: "a short form that is no title",
            base: Base::E2021,
            edits: &[("完善信息发布审核制度", "在县政府领导下，云溪县人民政府（以下简称“县政府”）完善制度")],
            expect: Expect::Silent,
        },
        Case {
            name: "a title that is its own short form",
            base: Base::E2019,
            edits: &[("落实信息发布审核制度。", "落实《条例》（以下简称《条例》）。")],
            expect: Expect::Silent,
        },
    ],
};

const INTRODUCES: &str = "以下简称";

/// The most short forms that are looked at; a report has one or two.
const MOST: usize = 8;

fn detect(context: &Context, record: &mut Record) {
    let text = checked(context);
    if !context.source.may_hold("简称") {
        return;
    }
    let mut seen: Vec<&str> = Vec::new();
    let mut prose = ProseLines::of(context);
    let mut rest = context.report.extent;
    while let Some(place) = find_loose(context.source, rest, INTRODUCES) {
        rest.start = place.end;
        let at = place.start as usize;
        let Some((start, short)) = short_title(text, place.end as usize) else { continue };
        if seen.contains(&short) || seen.len() == MOST {
            continue;
        }
        seen.push(short);
        let first = find(&text[..at], short).filter(|first| prose.holds(*first));
        match first.filter(|first| !is_introduced(text, *first, short, at)) {
            Some(first) => {
                let place = Span::new(first, first + short.len());
                let introduced = Span::new(start, start + short.len());
                let introduced = Related::at(introduced, Role::Against);
                record.find(
                    Finding::new(CODE, Severity::Hint).at(place).with_related(introduced).with("x", place),
                );
            }
            None => record.pass(),
        }
    }
}

/// The title that stands at `at`, which a few marks may stand before.
fn short_title(text: &str, at: usize) -> Option<(usize, &str)> {
    let words = &text[at..];
    let title = words.trim_start_matches(any_of!['为', '：', ':', '“', '"', ' ']);
    let start = at + words.len() - title.len();
    let length = title.char_indices().take(24).find(|(_, c)| matches!(c, '》' | '\n')).map(|(end, _)| end)?;
    let is_title = title.starts_with('《') && title[length..].starts_with('》');
    is_title.then(|| (start, &title[..length + '》'.len_utf8()]))
}

/// Whether the title's first use at `first` introduces it, or is the very title that
/// the words at `at` give a short form to.
fn is_introduced(text: &str, first: usize, short: &str, at: usize) -> bool {
    let before = text[..first].trim_end_matches(any_of!['为', '：', ':', '“', '"', ' ']);
    let between = &text[first + short.len()..at];
    before.ends_with('称') || between.chars().all(|c| matches!(c, '（' | '(' | '，' | ' '))
}
