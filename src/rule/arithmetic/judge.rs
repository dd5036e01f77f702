//! Whether the parts of a total make it, and how sure that is.

use std::cell::OnceCell;

use crate::finding::{Finding, Fix, Related, Role, Severity};
use crate::gather::Gather;
use crate::order;
use crate::parse::prose::breakdown::{
    self, Breakdown, Breakdowns, Form, Overlap, are_all_there, are_results, lead, may_overlap, names_channel,
    takes_in,
};
use crate::parse::prose::{Nearness, Prose, Writing};
use crate::rule::{Context, narrative};
use crate::text::Number;

/// The totals and parts that the prose states, and whether they hold.
#[derive(Debug, Clone, Default)]
pub struct Lists {
    /// What was read.
    pub read: Breakdowns,
    /// What came of each list.
    pub judgements: Vec<Judgement>,
}

impl Lists {
    /// Reads and judges the lists of the prose.
    pub fn of(prose: &Prose) -> Self {
        let read = breakdown::read(prose);
        let judgements = judge(prose, &read.lists);
        Self { read, judgements }
    }

    /// Every list with what came of it.
    pub fn judged(&self) -> impl Iterator<Item = (&Breakdown, Judgement)> {
        self.read.lists.iter().zip(self.judgements.iter().copied())
    }
}

/// Numbers of the prose that are wrong by the tables, which other findings say. They
/// are looked for when one is first asked about: mostly none is.
pub struct Known<'a> {
    context: &'a Context<'a>,
    numbers: OnceCell<Vec<u32>>,
}

impl<'a> Known<'a> {
    /// Those of a report.
    pub fn of(context: &'a Context<'a>) -> Self {
        Self { context, numbers: OnceCell::new() }
    }

    /// Whether `at` is one of them.
    pub fn holds(&self, at: u32) -> bool {
        let numbers = self.numbers.get_or_init(|| {
            let mut known = narrative::contradicted(self.context);
            order::by_key(&mut known, |at| u128::from(*at));
            known
        });
        numbers.binary_search(&at).is_ok()
    }

    /// Whether a list has one of them.
    pub fn explains(&self, list: &Breakdown) -> bool {
        self.holds(list.total) || list.parts.iter().chain(&list.more).any(|at| self.holds(*at))
    }
}

/// What came of holding parts against their total.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Judgement {
    /// They make it, or the list names examples and they stay below it.
    Holds,
    /// It cannot be told what the parts are, or whether they are all there.
    Unsure,
    /// They do not make it.
    Differs {
        /// Their sum.
        sum: Number,
        /// How sure that is.
        severity: Severity,
    },
    /// They are examples only and still more than it.
    Exceeds {
        /// Their sum.
        sum: Number,
    },
}

/// Judges every list. One cause, one finding: where another number for a part, the one
/// that its own parts make, lets the outer list hold, that part alone is wrong.
fn judge(prose: &Prose, lists: &[Breakdown]) -> Vec<Judgement> {
    let value = |at: u32| prose.quantities[at as usize].value;
    let mut judgements: Vec<Judgement> = lists.iter().map(|list| judge_one(prose, list)).gather();
    for (list, inner) in lists.iter().zip(0..) {
        let (Some(parent), Judgement::Differs { sum, .. }) = (list.parent, judgements[inner]) else {
            continue;
        };
        let parent = parent as usize;
        let Judgement::Differs { sum: outer, .. } = judgements[parent] else { continue };
        if outer - value(list.total) + sum == value(lists[parent].total) {
            judgements[parent] = Judgement::Unsure;
        }
    }
    let sum_of = |list: &Breakdown| list.parts.iter().fold(Number::ZERO, |sum, at| sum + value(*at));
    let sums: Vec<Number> = lists.iter().map(sum_of).collect();
    for (list, inner) in lists.iter().zip(0..) {
        let Some(parent) = list.parent else { continue };
        // 96条，其中网站41条，其中解读2条，动态6条，公众号55条: the last goes on with the outer list.
        let mut sum = sums[parent as usize];
        let goes_on = list.parts.iter().skip(1).rev().any(|part| {
            sum = sum + value(*part);
            sum == value(lists[parent as usize].total)
        });
        if goes_on {
            judgements[inner] = Judgement::Unsure;
            judgements[parent as usize] = Judgement::Holds;
        }
    }
    judgements
}

fn judge_one(prose: &Prose, list: &Breakdown) -> Judgement {
    let quantity = |at: &u32| &prose.quantities[*at as usize];
    let total = quantity(&list.total);
    let summed = list.parts.iter().chain(&list.more).chain([&list.total]);
    if summed.clone().chain(&list.others).any(|at| quantity(at).nearness != Nearness::Exact) {
        return Judgement::Unsure;
    }
    // Numbers such as 62.8万 are rounded: by half of their last digit each.
    let rounded = summed.filter(|at| quantity(at).place > 0);
    let mut slack = Number::ZERO;
    for at in rounded {
        slack = slack + Number::from(5).scaled(quantity(at).place - 1).unwrap_or(Number::ZERO);
    }
    let near = |one: Number, other: Number| (one - other).abs() <= slack;

    // What the parts may make up: the total, another number before the list, or the
    // last of those together.
    let mut targets: Vec<Number> = vec![total.value];
    let mut together = Number::ZERO;
    for at in list.others.iter().rev() {
        together = together + quantity(at).value;
        targets.push(quantity(at).value);
        targets.push(together);
    }
    let mut sum = Number::ZERO;
    let mut best: Option<Number> = None;
    for (at, count) in list.parts.iter().chain(&list.more).zip(1..) {
        sum = sum + quantity(at).value;
        // 内容6条，包括概况6条，以及预算4条: those are others.
        let goes_on = || list.parts.get(1).is_some_and(|next| lead(prose, *next).starts_with("以及"));
        if count == 1 && near(sum, total.value) && goes_on() {
            return Judgement::Holds;
        }
        let makes_one = |sum: Number| targets.iter().any(|target| near(*target, sum));
        if count > 1 && makes_one(sum) {
            // Where the first parts alone make the total, the others tell of something
            // else, unless the list cannot have ended before them.
            let others = list.parts.get(count..).unwrap_or_default();
            let rest = others.iter().fold(Number::ZERO, |rest, at| rest + quantity(at).value);
            let is_one_list = list.is_enumeration || list.has_rest;
            if !is_one_list || rest.is_zero() || makes_one(rest) {
                return Judgement::Holds;
            }
        }
        let is_nearer = best.is_none_or(|best| (sum - total.value).abs() < (best - total.value).abs());
        if count == list.parts.len() || count > list.parts.len() && is_nearer {
            best = Some(sum);
        }
    }
    // 84件，其中解读5件、其他文件9件，办理提案20件，公示50件: they were parts still.
    let mut all = sum;
    if list.tail.iter().any(|at| {
        all = all + quantity(at).value;
        near(all, total.value)
    }) {
        return Judgement::Holds;
    }
    let groups = list.groups.iter().fold(Number::ZERO, |sum, at| sum + quantity(at).value);
    if list.groups.len() > 1 && near(groups, total.value) {
        return Judgement::Holds;
    }
    let sum = best.unwrap_or(sum);
    let exceeds = sum > total.value + slack;
    if list.parts.len() == 1 {
        return one_part(prose, list, exceeds, sum);
    }
    let overlap = may_overlap(prose, list);
    // Whatever stands on several channels, no channel has more than all of them.
    let is_larger = |at: &&u32| {
        let part = quantity(at);
        part.value > total.value + slack && part.unit.word == total.unit.word && part.unit.word != "次"
    };
    if overlap == Overlap::Possible
        && list.form == Form::Word
        && !list.is_loose
        && list.others.len() < 2
        // 其中动态40条，公告30条，通过公众号推送412条: those are of other matters.
        && names_channel(lead(prose, list.parts[0]))
        && let Some(part) = list.parts.iter().find(is_larger)
    {
        return Judgement::Exceeds { sum: quantity(part).value };
    }
    if list.is_loose && !list.has_rest
        || overlap == Overlap::Likely
        || are_results(prose, list) && takes_in(lead(prose, list.total))
    {
        return Judgement::Unsure;
    }
    let is_near = times(sum - total.value, 5) <= total.value;
    if list.is_open {
        // 6个 among 条 is likely of another matter.
        let same_unit = list.parts.iter().all(|at| quantity(at).unit.word == total.unit.word);
        return match exceeds {
            true if overlap == Overlap::None && list.others.len() < 2 && same_unit => {
                Judgement::Exceeds { sum }
            }
            true => Judgement::Unsure,
            false => Judgement::Holds,
        };
    }
    // 行政复议7件，维持6件，未审结1件: the last are parts of the one before them.
    // Small numbers often make one another up by chance: then only a list that holds without.
    let without = |least: u8| sum - parts_of_parts(prose, list, Number::from(least));
    if exceeds && (near(without(0), total.value) || without(3) <= total.value + slack) {
        return Judgement::Unsure;
    }
    let Some(severity) = certainty(prose, list, overlap, exceeds, is_near) else { return Judgement::Unsure };
    // Far off, the parts are of something else, or a few of many.
    let is_far = sum > total.value + total.value + total.value || times(sum, 2).abs() < total.value;
    if is_far && !(list.has_rest && list.tail.is_empty()) {
        return Judgement::Unsure;
    }
    Judgement::Differs { sum, severity }
}

/// How sure it is that parts which do not make their total are wrong; `None` where they may be
/// right. `exceeds` tells that they are more than it, `is_near` that they nearly make it.
fn certainty(
    prose: &Prose,
    list: &Breakdown,
    overlap: Overlap,
    exceeds: bool,
    is_near: bool,
) -> Option<Severity> {
    let is_closed = list.has_rest || are_all_there(prose, list) || list.parts.len() > 2;
    match list.form {
        Form::Word | Form::Bracket if !is_closed && !exceeds => None,
        // 其中 may name the larger parts only, and no 其他 says that these are all.
        Form::Word | Form::Bracket if !list.has_rest && !exceeds => match is_near {
            true if are_all_there(prose, list) => Some(Severity::Warning),
            true => Some(Severity::Hint),
            false => None,
        },
        // Numbers that just follow stay below theirs where they count something else.
        Form::Bare if !list.has_rest && !exceeds => None,
        // Without a word that it is a list only a small difference is a slip.
        Form::Bare | Form::TotalLast if !is_near => None,
        _ if list.others.len() > 1 && !is_near => None,
        _ if overlap == Overlap::Possible && !is_near => None,
        _ if overlap == Overlap::Possible => Some(Severity::Hint),
        _ => Some(Severity::Warning),
    }
}

/// The sum of parts that make up the part right before them, and so may be its own; of
/// such as are more than `least`.
fn parts_of_parts(prose: &Prose, list: &Breakdown, least: Number) -> Number {
    const MOST: usize = 12;
    let value = |at: u32| prose.quantities[at as usize].value;
    let mut own = Number::ZERO;
    let mut at = 0;
    while let Some(part) = list.parts.get(at) {
        let whole = value(*part);
        at += 1;
        let mut sum = Number::ZERO;
        let last = list.parts[at..].iter().take(MOST).enumerate().position(|(behind, part)| {
            sum = sum + value(*part);
            behind > 0 && whole > least && sum == whole
        });
        if let Some(last) = last {
            own = own + whole;
            at += last + 1;
        }
    }
    own
}

/// One part: it says nothing unless it is more than its total.
fn one_part(prose: &Prose, list: &Breakdown, exceeds: bool, sum: Number) -> Judgement {
    let (total, part) = (&prose.quantities[list.total as usize], &prose.quantities[list.parts[0] as usize]);
    let is_same = total.unit.word == part.unit.word && total.unit.word != "次";
    match exceeds {
        true if is_same && list.others.len() < 2 && list.form != Form::Bracket => Judgement::Exceeds { sum },
        true => Judgement::Unsure,
        false => Judgement::Holds,
    }
}

fn times(number: Number, factor: u8) -> Number {
    let mut sum = Number::ZERO;
    for _ in 0..factor {
        sum = sum + number.abs();
    }
    sum
}

/// The finding of `code` on the total of a list, with its parts.
pub fn on_total(
    prose: &Prose,
    list: &Breakdown,
    code: &'static str,
    severity: Severity,
    sum: Number,
) -> Finding {
    let total = &prose.quantities[list.total as usize];
    let mut finding = Finding::new(code, severity)
        .at(total.span)
        .with_numbers(Some(total.value), Some(sum))
        .with("a", sum)
        .with("b", total.value)
        .with("d", (sum - total.value).abs());
    for part in &list.parts {
        let span = prose.quantities[*part as usize].span;
        finding = finding.with_related(Related::at(span, Role::Addend));
    }
    let is_plain = total.place <= 0 && total.writing == Writing::Digits && sum.is_whole();
    if is_plain && !list.is_open {
        finding.fix = Some(Fix::review(prose.digits(total), sum.written()));
    }
    finding
}
