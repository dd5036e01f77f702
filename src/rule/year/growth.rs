//! Y-07

use super::sentences::{Sentence, sentences};
use super::{CARRIED_FIGURES, Years};
use crate::finding::{Finding, Related, Role, Severity};
use crate::form::TableKey;
use crate::lang::Text;
use crate::parse::claims::{Claim, Group, Outcome, Reach, Said, Subject};
use crate::parse::prose::{Part, Prose, Quantity, UnitKind};
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::search::last_place;
use crate::rule::{Context, Reason, Record, Rule, Scope, prose::prose};
use crate::text::{Number, Span, WordList, words};

const CODE: &str = "Y-07";

/// Words that hold a number against last year's.
const AGAINST: WordList = words![
    "同比",
    "较上年",
    "较去年",
    "较上一年",
    "较前一年",
    "比上年",
    "比去年",
    "比上一年",
    "与上年相比",
    "与去年相比",
    "较20",
    "比20",
];
/// Words right before a change, and whether it is one upwards.
const UP: WordList = words!["增长", "增加", "上升", "提高", "提升", "增幅", "多", "涨幅"];
const DOWN: WordList = words!["减少", "下降", "降低", "回落", "下滑", "降幅", "少", "减幅"];

/// Words with which it is not clear of which number a change is one, or since when.
const UNCLEAR: WordList = words!["其中", "分别", "百分点", "环比", "上半年", "下半年", "季度", "累计"];

/// A cell: table, row and column.
type Place = (TableKey, &'static str, &'static str);

const RECEIVED: Place = (TableKey::Applications, "received", "total");
const CARRIED_IN: Place = (TableKey::Applications, "carried_in", "total");
const CLOSED: Place = (TableKey::Applications, "closed", "total");
const RECONSIDERATION: Place = (TableKey::Remedies, "reconsideration", "total");
const DIRECT: Place = (TableKey::Remedies, "direct_suit", "total");
const AFTER: Place = (TableKey::Remedies, "suit_after_reconsideration", "total");

const fn decisions(row: &'static str) -> Place {
    (TableKey::Disclosure, row, "decisions")
}

/// What the tables hold of a subject: cells whose sum it is. One that stands here more
/// than once may mean either; 收到 may count what was carried in as well.
const MEANT: [(Subject, &[Place]); 16] = [
    (Subject::Received, &[RECEIVED]),
    (Subject::Received, &[RECEIVED, CARRIED_IN]),
    (Subject::Applications, &[RECEIVED]),
    (Subject::Applications, &[RECEIVED, CARRIED_IN]),
    (Subject::Applications, &[CLOSED]),
    (Subject::Closed, &[CLOSED]),
    (Subject::Granted, &[(TableKey::Applications, "granted", "total")]),
    (Subject::NaturalPersons, &[(TableKey::Applications, "received", "natural_person")]),
    (Subject::Cases(Group::Reconsideration, Outcome::Total), &[RECONSIDERATION]),
    (Subject::Cases(Group::Suits, Outcome::Total), &[DIRECT, AFTER]),
    (Subject::Cases(Group::Direct, Outcome::Total), &[DIRECT]),
    (Subject::Cases(Group::After, Outcome::Total), &[AFTER]),
    (Subject::DocumentsIssued, &[(TableKey::Disclosure, "normative_documents", "issued")]),
    (Subject::Licensing, &[decisions("licensing")]),
    (Subject::Penalties, &[decisions("penalties")]),
    (Subject::Coercion, &[decisions("coercion")]),
];

/// 同比: a growth the prose states is the one between the tables of both years.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Warning,
    scope: Scope::Compared,
    prose: prose! {
        message: Text::new(
            "“{p}”与上年{a}、本年{b}不符",
            "Growth \"{p}\" inconsistent with {a}→{b}",
        ),
        what: Text::new(
            "正文写明的申请、复议、诉讼件数的同比增减，是否等于两年表格的数算出来的。",
            "Whether the growth that the prose states for applications, reconsiderations and suits is that of the tables of both years.",
        ),
        why: Text::new(
            "增减幅度由两个已经公布的数算出，读者一算就能发现不符。",
            "It follows from two published numbers, so that any reader can find the mismatch.",
        ),
        how: Text::new(
            "用（本年－上年）÷上年重算；与上年报告口径不同的，写明口径。",
            "Work it out again as (this year − last year) ÷ last year; where other things were counted, say which.",
        ),
        example: Text::new(
            "上年新收 10 件，本年 13 件，写成“同比增长20%”（应为30%）。",
            "10 received last year and 13 this year, and the text says 同比增长20% (30 %).",
        ),
        basis: CARRIED_FIGURES,
        silent: Text::new(
            "增减前面的数与本年表格的数对不上或分不清说的是哪个数；约数、百分点、倍数；误差不超过最后一位；带“全市”“累计”“上半年”等口径的；任一年的格没有读到。",
            "Where the number before it is not the one in this year's table, or it is not clear which is meant; for rounded numbers, percentage points and multiples; within one unit of the last digit shown; with words of another scope; where a cell was not read.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "ten and thirteen are thirty percent more",
            base: Base::After2021(&[]),
            edits: &[("新收政府信息公开申请13件，", "新收政府信息公开申请13件，同比增长20%，")],
            expect: Expect::Only(&["同比增长20%"]),
        },
        Case {
            name: "three more, not five",
            base: Base::After2021(&[]),
            edits: &[("新收政府信息公开申请13件，", "新收政府信息公开申请13件，较上年增加了5件，")],
            expect: Expect::Only(&["较上年增加了5件"]),
        },
        Case {
            name: "it grew and did not fall",
            base: Base::After2021(&[]),
            edits: &[("新收政府信息公开申请13件，", "新收政府信息公开申请13件（比2022年减少3件），")],
            expect: Expect::Only(&["比2022年减少3件"]),
        },
        Case {
            name: "both a number and a share, the share wrong",
            base: Base::After2019(&[]),
            edits: &[(
                "全年收到政府信息公开申请8件，",
                "全年收到政府信息公开申请8件，较上年增加2件，同比上升25.0%，",
            )],
            expect: Expect::Finds(&["同比上升25.0%"]),
        },
        Case {
            name: "suits of both kinds",
            base: Base::After2021(&[(
                "0\t0\t0\t1\t1\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0",
                "0\t0\t0\t1\t1\t0\t0\t0\t0\t0\t0\t2\t0\t0\t2",
            )]),
            edits: &[("结转下年度1件。", "结转下年度1件。发生政府信息公开行政诉讼1件，比上年减少2件。")],
            expect: Expect::Only(&["比上年减少2件"]),
        },
        Case {
            name: "it is right, rounded",
            base: Base::After2021(&[]),
            edits: &[(
                "办结14件，结转下年度1件。",
                "结转下年度1件。共办结政府信息公开申请14件，同比增长55.6%。全年收到政府信息公开申请13件，较上年增加3件，同比增长30%。",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "with what was carried in counted in both years",
            base: Base::After2021(&[]),
            edits: &[("全年新收", "全年共受理政府信息公开申请15件，同比增长36.4%。全年新收")],
            expect: Expect::Silent,
        },
        Case {
            name: "it grew to, not by",
            base: Base::After2021(&[]),
            edits: &[("新收政府信息公开申请13件，", "新收政府信息公开申请13件，较上年增加至13件，")],
            expect: Expect::Silent,
        },
        Case {
            name: "not clear of which number",
            base: Base::After2021(&[]),
            edits: &[(
                "新收政府信息公开申请13件，上年结转2件，",
                "新收政府信息公开申请13件，网上发布信息40条，同比增长20%，上年结转2件，",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "what the tables do not hold",
            base: Base::After2021(&[]),
            edits: &[("其他信息40条。", "其他信息40条。主动公开信息120条，同比增长90%。")],
            expect: Expect::Silent,
        },
        Case {
            name: "about, points, another scope",
            base: Base::After2021(&[]),
            edits: &[(
                "结转下年度1件。",
                "结转下年度1件。收到政府信息公开申请13件，同比增长近20%。收到政府信息公开申请13件，公开率同比提高20个百分点。上半年收到政府信息公开申请13件，同比增长20%。",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "last year there were none",
            base: Base::After2021(&[(
                "一、本年新收政府信息公开申请数量\t\t\t8\t2\t0\t0\t0\t0\t10",
                "一、本年新收政府信息公开申请数量\t\t\t0\t0\t0\t0\t0\t0\t0",
            )]),
            edits: &[("新收政府信息公开申请13件，", "新收政府信息公开申请13件，同比增长100%，")],
            expect: Expect::Silent,
        },
        Case {
            name: "not clear whether of all or of a part",
            base: Base::After2021(&[]),
            edits: &[("新收政府信息公开申请13件，", "新收政府信息公开申请13件，其中网上提交的同比增长20%，")],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    let prose = context.prose;
    let mut claims: Option<OwnClaims> = None;
    for sentence in sentences(prose) {
        let words = prose.words(sentence.part);
        if AGAINST.stand_in(words) && !UNCLEAR.stand_in(words) {
            read(context, record, claims.get_or_insert_with(|| own_claims(context)), sentence);
        }
    }
}

/// For every number of the prose what it counts, where that is this body's own of
/// this year.
type OwnClaims<'a> = Vec<Option<&'a Claim>>;

fn own_claims<'a>(context: &Context<'a>) -> OwnClaims<'a> {
    let mut own: OwnClaims = vec![None; context.prose.quantities.len()];
    for claim in &context.claims.all {
        let is_own = claim.reach == Reach::Own && claim.said == Said::Number && !claim.hints.channel;
        if let Some(at) = claim.quantity.filter(|_| is_own) {
            own[at as usize] = Some(claim);
        }
    }
    own
}

/// The changes that a sentence states, each held against the number before it.
fn read(context: &Context, record: &mut Record, claims: &OwnClaims, sentence: Sentence) {
    let prose = context.prose;
    let (from, to) = sentence.clauses;
    let numbers = prose.clauses[from].quantities.0..prose.clauses[to - 1].quantities.1;
    // The number that a change is one of: the last one that is none itself.
    let mut base: Option<u32> = None;
    for at in numbers {
        let quantity = &prose.quantities[at as usize];
        let Some(is_up) = change(words_before(prose, quantity)) else {
            if quantity.mask.is_none() {
                base = Some(at);
            }
            continue;
        };
        let counts = matches!(quantity.unit.kind, UnitKind::Item | UnitKind::Percent);
        if let Some(claim) = base.and_then(|base| claims[base as usize])
            && counts
            && quantity.is_exact()
        {
            hold(context, record, claim, quantity, is_up);
        }
    }
}

/// The words before a number in its clause, of a very long one the last.
fn words_before<'a>(prose: &'a Prose, quantity: &Quantity) -> &'a str {
    const MOST: usize = 240;
    let clause = prose.clauses[quantity.clause as usize].part;
    let words = &prose.words(clause)[..(quantity.part.start - clause.start) as usize];
    &words[words.ceil_char_boundary(words.len().saturating_sub(MOST))..]
}

/// Whether the words before a number make it a change since last year, and if so
/// whether one upwards.
fn change(words: &str) -> Option<bool> {
    let words = words.strip_suffix('了').unwrap_or(words);
    let is_up = UP.end(words);
    let is_against = AGAINST.stand_in(words);
    (is_against && (is_up || DOWN.end(words))).then_some(is_up)
}

/// Holds a change against the tables, if the number it is one of is this year's.
fn hold(context: &Context, record: &mut Record, claim: &Claim, change: &Quantity, is_up: bool) {
    let mut meant = None;
    let mut reason = None;
    for (_, cells) in MEANT.iter().filter(|(subject, _)| *subject == claim.subject) {
        match sums(context, cells) {
            Ok((now, before)) if now == claim.value => {
                if agrees((now, before), change, is_up) {
                    return record.pass();
                }
                meant = meant.or(Some((now, before)));
            }
            Ok(_) => {}
            Err(why) => reason = reason.or(Some(why)),
        }
    }
    let Some((now, before)) = meant else {
        return reason.into_iter().for_each(|reason| record.unassessable(reason));
    };
    // There is no share of nothing.
    if change.unit.kind == UnitKind::Percent && before.is_zero() {
        return;
    }
    let place = phrase(context.prose, change);
    record.find(
        Finding::new(CODE, Severity::Warning)
            .at(place)
            .with_related(Related::at(claim.span, Role::Claim))
            .with("p", place)
            .with("a", before)
            .with("b", now),
    );
}

/// The sums of cells this year and the year before, or why they are not known.
fn sums(context: &Context, cells: &[Place]) -> Result<(Number, Number), Reason> {
    let mut sums = (Number::ZERO, Number::ZERO);
    for (table, row, column) in cells {
        let years = Years::read(context, *table)?;
        let (_, now) = years.now((row, column))?;
        let before = years.before((row, column)).ok_or(Reason::PreviousCell)?;
        sums = (sums.0 + now, sums.1 + before);
    }
    Ok(sums)
}

/// The change with the words that make it one: 同比增长20%.
fn phrase(prose: &Prose, change: &Quantity) -> Span {
    let words = words_before(prose, change);
    let at = AGAINST.iter().filter_map(|word| last_place(words, word)).max().unwrap_or(words.len());
    prose.span(Part { start: change.part.start - (words.len() - at) as u32, end: change.part.end })
}

/// Whether `change` is the one from `before` to `now`: of a share, within one unit of
/// the last digit shown.
fn agrees((now, before): (Number, Number), change: &Quantity, is_up: bool) -> bool {
    let grown = if is_up { now - before } else { before - now };
    if change.unit.kind != UnitKind::Percent {
        return grown == change.value;
    }
    // share = grown / before × 100, so share × before = grown × 100, within before units.
    let (Some(share), Some(before)) = (whole(change.value, change.place), whole(before, 0)) else {
        return true;
    };
    let Some(hundredfold) = grown.scaled(2).and_then(|h| h.scaled(-change.place)) else { return true };
    let Some(due) = whole(hundredfold, 0) else { return true };
    match share.checked_mul(before) {
        Some(said) => said.abs_diff(due) <= before.unsigned_abs(),
        None => true,
    }
}

/// A number in units of ten to the power of `place`, where that is whole.
fn whole(number: Number, place: i8) -> Option<i64> {
    number.scaled(-place).filter(|scaled| scaled.is_whole()).map(Number::mantissa)
}
