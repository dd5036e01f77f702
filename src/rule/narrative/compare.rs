//! Holding the numbers of the prose against the tables.

use super::target::{Target, of_row, target};
use crate::finding::{Arg, Finding, Fix, Related, Role, Severity};
use crate::form::{CellRef, TableKey};
use crate::gather::Gather;
use crate::order;
use crate::parse::claims::{Claim, Reach, Said, Subject, is_reason, is_result};
use crate::parse::prose::Writing;
use crate::parse::prose::breakdown::lead;
use crate::rule::sums::{Balance, cells};
use crate::rule::{Context, Reason, Record, disclosure};
use crate::text::{Number, Span, words};

/// What a rule adds to the finding on a claim.
pub(super) type Told<'a> = &'a dyn Fn(Finding, &Claim, &Target) -> Finding;

/// Looks at every number of the prose that counts one of `subjects`, and adds nothing to
/// the findings.
pub(super) fn look_at_subjects(
    context: &Context,
    record: &mut Record,
    rule: &'static str,
    subjects: &[Subject],
) {
    let is_ours = |subject| subjects.contains(&subject);
    look_at_numbers(context, record, rule, Severity::Warning, &is_ours, &|finding, _, _| finding);
}

/// Looks at every number of the prose that counts one of the subjects a rule is for.
pub(super) fn look_at_numbers(
    context: &Context,
    record: &mut Record,
    rule: &'static str,
    severity: Severity,
    is_ours: &dyn Fn(Subject) -> bool,
    told: Told,
) {
    // One wrong number stated twice is one finding.
    let mut seen: Vec<(Subject, Number, usize)> = Vec::new();
    let mut wrong: Option<Vec<CellRef>> = None;
    for (at, claim) in context.claims.all.iter().enumerate() {
        if claim.said != Said::Number || !is_ours(claim.subject) {
            continue;
        }
        // Another year's, another body's, one way of several: nothing to hold it against.
        if claim.reach == Reach::Foreign || claim.hints.channel {
            continue;
        }
        // 撤回: some count it as closed, some do not.
        if claim.subject == Subject::Closed && claim.hints.withdrawn {
            continue;
        }
        let target = match target(context, claim.subject) {
            Ok(target) => target,
            Err(reason) => {
                record.unassessable(reason);
                continue;
            }
        };
        let near = |number: Number| agrees(context, claim, number) || is_some_of(claim, number);
        if near(target.value) || alternatives(context, claim, &target).into_iter().any(near) {
            record.pass();
            continue;
        }
        // Of several bodies' numbers one is the table's; the others are no mistake.
        let is_other_body = claim.reach == Reach::Wider && is_said_elsewhere(context, claim, &target);
        if is_other_body || is_part(context, at, &target) {
            record.pass();
            continue;
        }
        if target.has_blank {
            record.unassessable(Reason::CellUnread);
            continue;
        }
        let of_table_two = target.cells.iter().any(|cell| cell.table == TableKey::Disclosure);
        let is_wrong = of_table_two && {
            let wrong = wrong.get_or_insert_with(|| wrong_in_table_two(context));
            target.cells.iter().any(|cell| wrong.contains(cell))
        };
        if is_wrong || is_doubtful(context, &target) {
            record.fail_explained();
            continue;
        }
        let same = seen
            .iter()
            .rev()
            .take(MOST_PARTS)
            .find(|(subject, value, _)| *subject == claim.subject && *value == claim.value);
        if let Some((_, _, index)) = same {
            also(&mut record.findings[*index], claim.span, fix(context, claim, target.value));
            record.fail_explained();
            continue;
        }
        seen.push((claim.subject, claim.value, record.findings.len()));
        let lowered = claim.reach == Reach::Wider || counts_carried_in(context, claim);
        let severity = if lowered { Severity::Hint } else { severity };
        let mut finding = finding(context, rule, severity, claim, &target).with("a", claim.value);
        finding.fix = fix(context, claim, target.value);
        record.find(told(finding, claim, &target));
    }
    for fix in record.findings.iter_mut().flat_map(|finding| &mut finding.fix) {
        order::by_key(&mut fix.edits, |edit| order::span(edit.span));
    }
}

/// The numbers of the prose, as places in its quantities, that disagree with the
/// tables: what is reckoned with them has the same cause.
pub fn contradicted(context: &Context) -> Vec<u32> {
    let mut found = Vec::new();
    for (at, claim) in context.claims.all.iter().enumerate() {
        let is_number = claim.said == Said::Number && claim.reach != Reach::Foreign && !claim.hints.channel;
        let Some(quantity) = claim.quantity.filter(|_| is_number) else { continue };
        let Ok(target) = target(context, claim.subject) else { continue };
        let near = |number: Number| agrees(context, claim, number) || is_some_of(claim, number);
        let is_right = target.has_blank
            || near(target.value)
            || alternatives(context, claim, &target).into_iter().any(near)
            || claim.reach == Reach::Wider && is_said_elsewhere(context, claim, &target)
            || is_part(context, at, &target);
        if !is_right {
            found.push(quantity);
        }
    }
    found
}

/// What the tables say of `subject`; `None` where they do not, or a cell is blank.
pub fn by_tables(context: &Context, subject: Subject) -> Option<Number> {
    target(context, subject).ok().filter(|target| !target.has_blank).map(|target| target.value)
}

/// Adds a further place to a finding, and to its fix, whose edits it leaves in any order.
fn also(finding: &mut Finding, span: Span, fix: Option<Fix>) {
    finding.related.push(Related::at(span, Role::Same));
    match (&mut finding.fix, fix) {
        (Some(whole), Some(mut one)) => {
            whole.edits.append(&mut one.edits);
        }
        // What mends only some of the places mends nothing.
        _ => finding.fix = None,
    }
}

/// A finding on a claim, with the cells it was held against.
pub(super) fn finding(
    context: &Context,
    rule: &'static str,
    severity: Severity,
    claim: &Claim,
    target: &Target,
) -> Finding {
    let role = if target.cells.len() > 1 { Role::Addend } else { Role::Against };
    let mut finding = Finding::new(rule, severity)
        .at(claim.span)
        .with_numbers(Some(claim.value), Some(target.value))
        .with("b", target.value);
    // The parts of a sum that are 0 explain nothing.
    for cell in target.cells.iter().filter(|cell| target.cells.len() < 4 || !is_zero(context, **cell)) {
        finding = finding.with_related(context.related(*cell, role));
    }
    finding
}

fn is_zero(context: &Context, cell: CellRef) -> bool {
    context.cell(cell).in_sum().is_some_and(Number::is_zero)
}

/// Whether a claim says `number`, within what it shows of its own.
fn agrees(context: &Context, claim: &Claim, number: Number) -> bool {
    let shown = claim.quantity.map_or(0, |at| context.prose.quantities[at as usize].place);
    // An amount is in 元 in the prose and in 万元 here.
    let shown = if claim.subject == Subject::PurchaseAmount { shown - 4 } else { shown };
    let unit = Number::from(1).scaled(shown);
    let difference = claim.value.checked_sub(number).map(Number::abs);
    claim.value == number || unit.zip(difference).is_some_and(|(unit, difference)| difference < unit)
}

/// 办结上年结转2件 need not be all that were carried in, but are no more than these.
fn is_some_of(claim: &Claim, number: Number) -> bool {
    claim.subject == Subject::CarriedIn && claim.hints.handled && claim.value <= number
}

/// Other numbers of the tables that a claim may rightly give.
fn alternatives(context: &Context, claim: &Claim, own: &Target) -> Vec<Number> {
    let get = |subject| target(context, subject).ok().map(|target| target.value);
    let sum = |left: Option<Number>, right: Option<Number>| left?.checked_add(right?);
    let less = |left: Option<Number>, right: Option<Number>| left?.checked_sub(right?);
    let hints = claim.hints;
    let value = Some(own.value);
    let mut others = Vec::new();
    // 予以公开4件，告知已主动公开2件: the table has them in one row.
    if matches!(claim.subject, Subject::Granted | Subject::Public)
        && let Some(at) = claim.quantity
    {
        let prose = context.prose;
        for (at, quantity) in (0..).zip(&prose.quantities).skip(at as usize + 1).take(LIST) {
            if prose.clauses[quantity.clause as usize].sentence != claim.sentence {
                break;
            }
            if words!["已公开", "对外公开", "主动公开"].stand_in(lead(prose, at)) {
                others.push(less(value, Some(quantity.value)));
            }
        }
    }
    match claim.subject {
        Subject::Received | Subject::Applications => {
            if !hints.only_new {
                others.push(sum(value, get(Subject::CarriedIn)));
            }
            if hints.either || claim.subject == Subject::Applications {
                others.push(get(Subject::Closed));
            }
        }
        Subject::Closed => {
            // What was withdrawn is closed and not answered.
            others.push(less(value, get(Subject::OtherHandling)));
            if hints.handled {
                others.push(get(Subject::Received));
                others.push(sum(get(Subject::Received), get(Subject::CarriedIn)));
            }
            if !hints.carried_in {
                others.push(less(value, get(Subject::CarriedIn)));
            }
        }
        Subject::Granted if !hints.partial => others.push(get(Subject::Public)),
        Subject::Unavailable if hints.not_held => others.push(get(Subject::NotHeld)),
        // Enterprises often stand for all that are no natural persons.
        Subject::Enterprises => {
            others.push(get(Subject::Organizations));
            others.extend(applicants(context, claim.subject));
        }
        Subject::NaturalPersons
        | Subject::Research
        | Subject::Welfare
        | Subject::LegalServices
        | Subject::Organizations => others.extend(applicants(context, claim.subject)),
        _ => {}
    }
    others.into_iter().flatten().gather()
}

/// Applicants of what was received or carried in, and of what was closed.
fn applicants(context: &Context, subject: Subject) -> [Option<Number>; 2] {
    [of_row(context, subject, &["received", "carried_in"]), of_row(context, subject, &["closed"])]
}

/// 新收 with what was carried in counted too: one meaning of the word, if not the form's.
fn counts_carried_in(context: &Context, claim: &Claim) -> bool {
    let get = |subject| target(context, subject).ok().map(|target| target.value);
    claim.subject == Subject::Received
        && claim.hints.only_new
        && get(Subject::Received)
            .zip(get(Subject::CarriedIn))
            .and_then(|(new, carried)| new.checked_add(carried))
            .is_some_and(|sum| agrees(context, claim, sum))
}

/// Whether a sentence gives the number in parts, as of several bodies, that sum to it.
fn is_part(context: &Context, at: usize, target: &Target) -> bool {
    let claims = &context.claims.all;
    let claim = &claims[at];
    let is_like = |other: &&Claim| other.sentence == claim.sentence;
    let first = at - claims[..at].iter().rev().take(MOST_PARTS).take_while(is_like).count();
    let mut sum = Number::ZERO;
    let mut parts = 0;
    for other in claims[first..].iter().take(2 * MOST_PARTS).take_while(is_like) {
        if belongs(other.subject, claim.subject) && other.said == Said::Number {
            sum = sum.checked_add(other.value).unwrap_or(sum);
            parts += 1;
        }
    }
    parts > 1 && sum == target.value
}

/// Whether a number of `part` may be one of several that make up the number of `whole`:
/// 逾期未补正2件，其他处理5件; 答复9件，不予处理5件.
fn belongs(part: Subject, whole: Subject) -> bool {
    part == whole
        || whole == Subject::OtherHandling && matches!(part, Subject::LateSupplement | Subject::LateFee)
        || whole == Subject::Closed && (is_result(part) || is_reason(part))
}

/// Whether the prose gives the table's number somewhere else.
fn is_said_elsewhere(context: &Context, claim: &Claim, target: &Target) -> bool {
    let mut others =
        context.claims.all.iter().take(MOST_CLAIMS).filter(|other| other.subject == claim.subject);
    others.any(|other| other.said == Said::Number && agrees(context, other, target.value))
}

/// A number counted beside another stands no further behind it than this many numbers.
const LIST: usize = 8;

/// More claims than this are not looked through for each of them.
const MOST_CLAIMS: usize = 512;

/// More claims of one sentence than this are not summed.
const MOST_PARTS: usize = 64;

/// Whether the tables disagree with themselves on these cells, which other findings
/// say: then they tell nothing about the prose.
pub(super) fn is_doubtful(context: &Context, target: &Target) -> bool {
    let holds = |cell| target.cells.contains(&cell);
    let unasked = !context.sums.unasked.is_empty();
    (unasked && target.cells.iter().any(|cell| cell.table == TableKey::Applications))
        || context.sums.cause.is_some_and(|cause| holds(cause.cell))
        || context
            .sums
            .equations
            .iter()
            .any(|sum| matches!(sum.balance, Balance::Fails { .. }) && cells(sum.equation).any(holds))
}

/// The cells of 表二 that its own rules find wrong or at odds with each other.
fn wrong_in_table_two(context: &Context) -> Vec<CellRef> {
    let mut record = Record::default();
    for rule in [
        &disclosure::whole_numbers_2019::RULE,
        &disclosure::whole_numbers_2021::RULE,
        &disclosure::decisions_without_items::RULE,
        &disclosure::procurement::RULE,
        &disclosure::in_force_after_repeal::RULE,
    ] {
        if rule.scope.holds(context.report, context.previous.is_some()) && context.profile.runs(rule.code) {
            (rule.detect)(context, &mut record);
        }
    }
    let mut cells = Vec::new();
    for finding in &record.findings {
        cells.extend(finding.cell);
        cells.extend(finding.related.iter().filter_map(|related| related.cell));
    }
    cells
}

/// The table's number in place of the prose's, for a person to decide on.
fn fix(context: &Context, claim: &Claim, expected: Number) -> Option<Fix> {
    let quantity = &context.prose.quantities[claim.quantity? as usize];
    let is_plain = quantity.place <= 0 && quantity.writing != Writing::Chinese;
    let is_same_unit = claim.subject != Subject::PurchaseAmount;
    (is_plain && is_same_unit).then(|| Fix::review(context.prose.digits(quantity), expected.written()))
}

/// The row or column of the first cell, as a name in a message.
pub(super) fn row(target: &Target) -> Arg {
    let cell = target.cells[0];
    Arg::Row(cell.table, cell.row)
}

/// The column of the first cell.
pub(super) fn column(target: &Target) -> Arg {
    Arg::Column(target.cells[0])
}

/// Looks at statements that there was none, or that nothing was left: `about` tells
/// of which cells they say so, if the rule is for them.
pub(super) fn look_at_statements(
    context: &Context,
    record: &mut Record,
    rule: &'static str,
    about: &dyn Fn(&Claim) -> Option<Subject>,
) {
    // 均已办结，无结转: the same said twice.
    let mut seen: Vec<(Subject, usize)> = Vec::new();
    for claim in &context.claims.all {
        let Some(subject) = about(claim).filter(|_| claim.reach != Reach::Foreign) else { continue };
        let target = match target(context, subject) {
            Ok(target) => target,
            Err(reason) => {
                record.unassessable(reason);
                continue;
            }
        };
        if target.value.is_zero() {
            record.pass();
        } else if is_doubtful(context, &target) {
            record.fail_explained();
        } else {
            if let Some((_, index)) = seen.iter().find(|(other, _)| *other == subject) {
                also(&mut record.findings[*index], claim.span, None);
                record.fail_explained();
                continue;
            }
            seen.push((subject, record.findings.len()));
            let severity = if claim.reach == Reach::Wider { Severity::Hint } else { Severity::Warning };
            let finding = finding(context, rule, severity, claim, &target);
            record.find(finding.with("a", claim.value).with("k", column(&target)));
        }
    }
}
