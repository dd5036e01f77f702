//! L-03

use super::super::structure::preamble;
use super::regulated_year;
use crate::finding::{Finding, Fix, Severity};
use crate::gather::Gather;
use crate::lang::Text;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::search::{find_loose, sentences, without_space};
use crate::rule::{Context, Record, Rule, Scope, prose::prose};
use crate::text::find::holds;
use crate::text::words;

const CODE: &str = "L-03";

/// 引用已失效条款: the report goes by provisions of the regulation before 2019.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Hint,
    scope: Scope::All,
    prose: prose! {
        message: Text::new("引用旧条例条款“{x}”", "Cites the superseded provision \"{x}\""),
        what: Text::new(
            "编制依据有没有引用2019年修订前的《条例》条款，或者只写国务院令第492号而不提修订。",
            "Whether the report says that it follows articles of the regulation as it was before 2019, or names only decree 492.",
        ),
        why: Text::new(
            "现行《条例》由国务院令第711号修订，年度报告在第四十九条、第五十条；旧条款号说明文字沿用多年未改。",
            "Since the revision by decree 711 annual reports are in articles 49 and 50; old numbers show that the words were copied for years.",
        ),
        how: Text::new(
            "改引现行《条例》第四十九条、第五十条（国务院令第711号）。",
            "Cite articles 49 and 50 of the regulation in force (decree 711).",
        ),
        example: Text::new(
            "“根据《条例》第三十二条的规定，编制本报告”。",
            "A report says that it is drawn up according to article 32.",
        ),
        basis: Text::new("国务院令第711号", "Decree 711 of the State Council"),
        silent: Text::new(
            "同时提到第711号的不报；正文里引用现行第三十二条（征求第三方意见）的不报；2018年度及以前的报告不报。",
            "A text that also names decree 711, article 32 in force (asking third parties) in the prose, and reports up to 2018.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "the old article on reports",
            base: Base::E2019,
            edits: &[(
                "《中华人民共和国政府信息公开条例》和",
                "《中华人民共和国政府信息公开条例》第三十二条和",
            )],
            expect: Expect::Only(&["第三十二条"]),
        },
        Case {
            name: "the old article on the deadline",
            base: Base::E2021,
            edits: &[(
                "《中华人民共和国政府信息公开条例》和",
                "《中华人民共和国政府信息公开条例》第三十一条、",
            )],
            expect: Expect::Only(&["第三十一条"]),
        },
        Case {
            name: "the old decree alone",
            base: Base::E2021,
            edits: &[("政府信息公开条例》和", "政府信息公开条例》（国务院令第492号）和")],
            expect: Expect::Only(&["第492号"]),
        },
        Case {
            name: "with spaces and a line end",
            base: Base::E2019,
            edits: &[(
                "《中华人民共和国政府信息公开条例》和",
                "《中华人民共和国政府信息公开条例》（国务院令第\n492 号）和",
            )],
            expect: Expect::Only(&["第\n492 号"]),
        },
        Case { name: "no article at all", base: Base::E2021, edits: &[], expect: Expect::Silent },
        Case {
            name: "both decrees",
            base: Base::E2019,
            edits: &[(
                "政府信息公开条例》和",
                "政府信息公开条例》（国务院令第492号公布，国务院令第711号修订）和",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "article 32 in force, in section one",
            base: Base::E2021,
            edits: &[(
                "结转下年度1件。",
                "结转下年度1件。依照《条例》第三十二条书面征求第三方意见2次，据此编制答复。",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "the articles in force",
            base: Base::E2019,
            edits: &[(
                "《中华人民共和国政府信息公开条例》和",
                "《中华人民共和国政府信息公开条例》第四十九条、第五十条和",
            )],
            expect: Expect::Silent,
        },
    ],
};

/// Old provisions, and what stands in their place.
const OLD: [(&str, &str); 3] =
    [("第三十二条", "第五十条"), ("第三十一条", "第四十九条"), ("第492号", "第711号")];

fn detect(context: &Context, record: &mut Record) {
    if regulated_year(context.report).is_none() {
        return;
    }
    let source = context.source;
    let old: Vec<_> = OLD.into_iter().filter(|(old, _)| source.may_hold(old)).gather();
    if old.is_empty() {
        return record.pass();
    }
    let before = preamble(context.report);
    let names_revision = find_loose(source, before, "711").is_some() || holds(context.prose.text(), "711");
    for sentence in sentences(source, before) {
        let words = without_space(source.slice(sentence));
        if !holds(&words, "条例") || !words!["编制", "报告", "编写", "公布"].stand_in(&words) {
            continue;
        }
        for (old, new) in old.iter().copied() {
            if old.ends_with('号') && names_revision {
                continue;
            }
            let Some(place) = find_loose(source, sentence, old) else { continue };
            let finding = Finding::new(CODE, Severity::Hint).at(place).with("x", place);
            return record.find(finding.with_fix(Fix::review(place, new)));
        }
    }
    record.pass();
}
