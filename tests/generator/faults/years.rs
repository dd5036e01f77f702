//! Faults that only the report of the year before shows.

use gouji::form::EditionId;

use super::{Fault, Place, at, cell, fault};
use crate::generator::draft::{Draft, Role};

pub(super) const FAULTS: &[Fault] = &[
    fault("Y-01", "more carried out last year than is carried in", |d, rng| {
        hand_over(d, rng.between(1, 5))?;
        cell("applications/carried_in/total")
    }),
    fault("Y-01", "less carried out last year than is carried in", |d, _| {
        let out = before(d)?.number("applications/carried_out/natural_person")?;
        (out > 0).then(|| hand_over(d, -out))??;
        cell("applications/carried_in/total")
    }),
    fault("Y-02", "carried over for another kind of applicant", |d, _| {
        let before = before(d)?;
        let id = |row: &str, column: &str| format!("applications/{row}/{column}");
        for row in ["received", "carried_out"] {
            (before.number(&id(row, "natural_person"))? > 0).then_some(())?;
            before.raise(&id(row, "natural_person"), -1)?;
            before.raise(&id(row, "legal_service"), 1)?;
        }
        cell("applications/carried_in/natural_person")
    }),
    fault("Y-03", "documents in force that do not follow from last year's", |d, rng| {
        is_2021_twice(d)?;
        before(d)?.raise("disclosure/normative_documents/in_force", rng.between(1, 9))?;
        cell("disclosure/normative_documents/in_force")
    }),
    fault("Y-04", "items that do not follow from last year's", |d, rng| {
        let row = *rng.pick(&["licensing", "penalties", "coercion", "fees", "other_services"]);
        d.number(&format!("disclosure/{row}/items_before"))?;
        before(d)?.raise(&format!("disclosure/{row}/items_before"), rng.between(1, 9))?;
        cell(&format!("disclosure/{row}/items_before"))
    }),
    fault("Y-05", "more documents repealed than there were", |d, rng| {
        is_2021_twice(d)?;
        d.words_of(Role::Documents).is_empty().then_some(())?;
        for (column, number) in [("issued", 1), ("repealed", 9 + rng.between(0, 9)), ("in_force", 4)] {
            d.write(&format!("disclosure/normative_documents/{column}"), number)?;
        }
        for (column, number) in [("issued", 1), ("repealed", 0), ("in_force", rng.between(1, 7))] {
            before(d)?.write(&format!("disclosure/normative_documents/{column}"), number)?;
        }
        cell("disclosure/normative_documents/repealed")
    }),
    fault("Y-06", "fewer cases than last year left pending", |d, rng| {
        let group = *rng.pick(&["reconsideration", "direct_suit", "suit_after_reconsideration"]);
        let now = d.number(&format!("remedies/{group}/total"))?;
        let before = before(d)?;
        let by = now + rng.between(1, 5) - before.number(&format!("remedies/{group}/pending"))?;
        for column in ["pending", "total"] {
            before.raise(&format!("remedies/{group}/{column}"), by)?;
        }
        cell(&format!("remedies/{group}/total"))
    }),
    fault("Y-07", "growth in percent that the tables do not give", |d, rng| {
        (!d.states("去年新收") && d.before.is_some()).then_some(())?;
        let whole: i64 = d.facts.text("增幅").split('.').next()?.parse().ok()?;
        d.misstate("增幅", format!("{}.5", whole + rng.between(3, 30)))?;
        Some(Place::Number("增幅"))
    }),
    fault("Y-07", "a difference that the tables do not give", |d, rng| {
        (!d.states("去年新收") && d.before.is_some()).then_some(())?;
        // With those carried in counted too, the difference may be another.
        let all = d.facts.n("应办");
        let before = before(d)?;
        let all_before =
            before.number("applications/received/total")? + before.number("applications/carried_in/total")?;
        let mut number = d.facts.n("增减") + rng.between(1, 9);
        number += i64::from(number == (all - all_before).abs());
        d.misstate("增减", number)?;
        Some(Place::Number("增减"))
    }),
    fault("Y-08", "a digit too many", |d, rng| {
        d.words_of(Role::Decisions).is_empty().then_some(())?;
        let row = *rng.pick(&["licensing", "penalties", "coercion"]);
        let id = format!("disclosure/{row}/decisions");
        let now = d.number(&id)?;
        (now > 0).then_some(())?;
        let decisions = rng.between(30, 80);
        before(d)?.write(&id, decisions)?;
        d.write(&id, decisions * rng.between(10, 100))?;
        cell(&id)
    }),
    fault("Y-09", "last year's words", |d, _| {
        let year = d.model.year;
        let length: usize = d.sentences().map(|s| s.words.chars().count()).sum();
        (length > 600).then_some(())?;
        let (parts, mut facts) = (d.parts.clone(), d.facts.clone());
        facts.move_to(year - 1);
        let before = before(d)?;
        (before.parts, before.facts) = (parts, facts);
        Some(Place::Anywhere)
    }),
    fault("Y-10", "last year's sentence with last year's year", |d, rng| {
        let sentence = |year: &str, [notices, leaflets]: [i64; 2]| {
            format!("{year}年张贴各类公告{notices}期，发放宣传册{leaflets}份，入户宣讲。")
        };
        let numbers = [0; 4].map(|_| rng.between(20, 600));
        let (year, now) = (d.facts.text("去年").to_string(), sentence("{去年}", [numbers[0], numbers[1]]));
        before(d)?.say_in_overview(&sentence("{年}", [numbers[2], numbers[3]]));
        d.say_in_overview(&now);
        at(&now.replace("{去年}", &year).replace("，入户宣讲。", ""))
    }),
];

fn before(d: &mut Draft) -> Option<&mut Draft> {
    d.before.as_deref_mut()
}

/// Raises what the year before carried out, of what it received.
fn hand_over(d: &mut Draft, by: i64) -> Option<()> {
    let before = before(d)?;
    for row in ["received", "carried_out"] {
        for column in ["natural_person", "total"] {
            let id = format!("applications/{row}/{column}");
            (before.number(&id)? + by >= 0).then_some(())?;
            before.raise(&id, by)?;
        }
    }
    // What is written of this year's growth goes by last year's table.
    let compares = ["去年新收", "增减", "增幅"].iter().any(|name| d.states(name));
    (!compares).then_some(())
}

fn is_2021_twice(d: &mut Draft) -> Option<()> {
    let both = d.edition() == EditionId::E2021 && before(d)?.edition() == EditionId::E2021;
    both.then_some(())
}
