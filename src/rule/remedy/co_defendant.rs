//! T4-D02

use crate::finding::{Finding, Role, Severity};
use crate::form::TableKey;
use crate::lang::Text;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::cells::place;
use crate::rule::passage::{self, sentences};
use crate::rule::{Context, Record, Rule, Scope, prose::prose};
use crate::text::find::find;
use crate::text::{Number, WordList, words};

const CODE: &str = "T4-D02";

/// 疑似计入共同被告: suits in which the body was sued only as the organ of reconsideration.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Hint,
    scope: Scope::WithForm,
    prose: prose! {
        message: Text::new(
            "复议机关作共同被告的案件不计入表四，请核",
            "Suits against an organ of reconsideration as a co-defendant are not counted in Table 4; please verify",
        ),
        what: Text::new(
            "正文说到本机关作为复议机关成为共同被告，表四又有诉讼案件的，是否误计。",
            "Whether suits in which the body is co-defendant as the organ of reconsideration may be counted.",
        ),
        why: Text::new(
            "共同被告的案件只计原行为主体，复议机关再计一次，汇总就会重复。",
            "Such suits are counted once, for the organ that acted; twice they are counted in every roll-up.",
        ),
        how: Text::new(
            "核对表四，剔除本机关仅作为复议机关参加的诉讼，并在正文说明未计入。",
            "Check Table 4, leave those suits out, and say so in the prose.",
        ),
        example: Text::new(
            "正文写“行政诉讼2件，其中1件为复议共同被告”，表四诉讼总计 2。",
            "The prose says that one of two suits was as a co-defendant, and Table 4 has two.",
        ),
        basis: Text::new("国办公开办函〔2016〕201号", "Notice 国办公开办函〔2016〕201号"),
        silent: Text::new(
            "正文写明没有计入的、表四没有诉讼案件的、只说办理复议案件的，都不报。",
            "A prose that says they were left out, a Table 4 without suits, and one that speaks of handling reconsiderations alone.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "one of the suits as a co-defendant",
            base: Base::E2021,
            edits: &[("结转下年度1件。", "结转下年度1件。行政诉讼1件，本机关为共同被告。")],
            expect: Expect::Finds(&["共同被告"]),
        },
        Case {
            name: "sued as the organ of reconsideration",
            base: Base::E2021,
            edits: &[("结转下年度1件。", "结转下年度1件。作为复议机关应诉1件。")],
            expect: Expect::Finds(&["作为复议机关"]),
        },
        Case {
            name: "two co-defendants",
            base: Base::E2021,
            edits: &[("结转下年度1件。", "结转下年度1件。被提起行政诉讼1件，系与县林业局作共同被告。")],
            expect: Expect::Finds(&["共同被告"]),
        },
        Case {
            name: "over the end of a line",
            base: Base::E2021,
            edits: &[(
                "结转下年度1件。",
                "结转下年度1件。全年因政府信息公开被提起行政诉讼1件，是以复议机关身份作共\n同被告。",
            )],
            expect: Expect::Finds(&["共\n同被告"]),
        },
        Case {
            name: "they were left out",
            base: Base::E2021,
            edits: &[("结转下年度1件。", "结转下年度1件。另有1件作共同被告，按规定未计入。")],
            expect: Expect::Silent,
        },
        Case {
            name: "no suits in the table",
            base: Base::E2019,
            edits: &[("结转下年度1件。", "结转下年度1件。作为共同被告参加诉讼1件。")],
            expect: Expect::Silent,
        },
        Case {
            name: "the organ of reconsideration handles cases",
            base: Base::E2021,
            edits: &[("结转下年度1件。", "结转下年度1件。县政府作为复议机关审理案件5件。")],
            expect: Expect::Silent,
        },
        Case { name: "not a word of it", base: Base::E2021, edits: &[], expect: Expect::Silent },
    ],
};

/// Words of such suits; the second only where somebody is sued.
const SAID: [&str; 2] = ["共同被告", "作为复议机关"];

/// Words that say that such suits are not in the table.
const LEFT_OUT: WordList =
    words!["计入", "剔除", "不含", "未含", "统计", "除外", "不包括", "未包括", "未纳入", "不纳入"];

fn detect(context: &Context, record: &mut Record) {
    let table = TableKey::Remedies;
    if let Some(reason) = Context::why_unread(context.report, table) {
        return record.unassessable(reason);
    }
    let suits = ["direct_suit", "suit_after_reconsideration"].into_iter();
    let suits = suits.filter_map(|row| place(context, table, row, "total"));
    let suit = suits.into_iter().find(|cell| context.cell(*cell).value.is_some_and(|n| n > Number::ZERO));
    let Some(suit) = suit else { return record.pass() };
    if context.prose.present(&SAID).is_empty() {
        return record.pass();
    }
    for sentence in sentences(context.prose) {
        let words = context.prose.words(sentence.part);
        let [certain, likely] = SAID.map(|said| find(words, said).map(|at| (at, said)));
        let is_sued = || words!["应诉", "被诉", "被告", "被起诉"].stand_in(words);
        let said = certain.or_else(|| likely.filter(|_| is_sued()));
        let Some((at, said)) = said.filter(|_| !LEFT_OUT.stand_in(words)) else { continue };
        let place = passage::place(context.prose, sentence.part, at, said.len());
        let finding = Finding::new(CODE, Severity::Hint).at(place);
        return record.find(finding.with_related(context.related(suit, Role::Against)));
    }
    record.pass();
}
