//! What one wrong or blank cell does to a report whose sums all hold.

use gouji::finding::{Finding, Role};
use gouji::form::{CellRef, Edition, EditionId, TableKey};
use gouji::rule::sums::{Balance, Sums, cells};
use gouji::text::Number;
use gouji::{Check, Options, check};
use proptest::prelude::*;

const APPLICANTS: usize = 6;
const RESULTS: std::ops::Range<usize> = 2..usize::MAX;

/// The numbers of 表三 and 表四, row by row.
#[derive(Debug, Clone)]
struct Numbers {
    edition: EditionId,
    applications: Vec<Vec<u32>>,
    remedies: Vec<Vec<u32>>,
}

impl Numbers {
    fn form(&self) -> &'static Edition {
        self.edition.edition().expect("an edition with cells")
    }

    fn at(&mut self, cell: CellRef) -> &mut u32 {
        let table = match cell.table {
            TableKey::Applications => &mut self.applications,
            _ => &mut self.remedies,
        };
        &mut table[cell.row as usize][cell.column as usize]
    }

    /// The clean sample of the edition with these numbers in its tables, and with
    /// nothing in the cell `blank`.
    fn text(&self, blank: Option<CellRef>) -> String {
        let sample = match self.edition {
            EditionId::E2019 => include_str!("../www/samples/clean-2019.txt"),
            _ => include_str!("../www/samples/clean-2021.txt"),
        };
        let write = |table, row: usize, numbers: &[u32]| -> Vec<String> {
            let write = |(column, number): (usize, &u32)| {
                let cell = CellRef { table, row: row as u8, column: column as u8 };
                if blank == Some(cell) { String::new() } else { number.to_string() }
            };
            numbers.iter().enumerate().map(write).collect()
        };
        let mut row = 0;
        let lines = sample.lines().map(|line| {
            let cells: Vec<&str> = line.split('\t').collect();
            let is_number = |cell: &&str| cell.parse::<u32>().is_ok();
            if cells.len() == 15 && cells.iter().all(is_number) {
                let groups = self.remedies.iter().enumerate();
                return groups
                    .flat_map(|(i, group)| write(TableKey::Remedies, i, group))
                    .collect::<Vec<_>>()
                    .join("\t");
            }
            let labels = cells.len().saturating_sub(APPLICANTS + 1);
            if labels < 2 || !cells[labels..].iter().all(is_number) {
                return line.to_string();
            }
            let values = write(TableKey::Applications, row, &self.applications[row]);
            row += 1;
            [&cells[..labels], &values.iter().map(String::as_str).collect::<Vec<_>>()].concat().join("\t")
        });
        let text = lines.collect::<Vec<_>>().join("\n");
        assert_eq!(row, self.applications.len(), "every row of the sample was written");
        text
    }
}

/// Reports whose sums all hold.
fn numbers() -> impl Strategy<Value = Numbers> {
    let count = prop_oneof![3 => Just(0_u32), 2 => 1..40_u32];
    let edition = prop_oneof![Just(EditionId::E2019), Just(EditionId::E2021)];
    let results = prop::collection::vec(prop::collection::vec(count.clone(), APPLICANTS), 21);
    let carried = prop::collection::vec((0..9_u32, 0..9_u32), APPLICANTS);
    let remedies = prop::collection::vec(prop::collection::vec(count, 4), 3);
    (edition, results, carried, remedies).prop_map(|(edition, results, carried, remedies)| {
        let results = &results[..if edition == EditionId::E2019 { 19 } else { 21 }];
        let closed: Vec<u32> = (0..APPLICANTS).map(|c| results.iter().map(|row| row[c]).sum()).collect();
        let carried_out: Vec<u32> = carried.iter().map(|(_, out)| *out).collect();
        let due: Vec<u32> = closed.iter().zip(&carried_out).map(|(a, b)| a + b).collect();
        let carried_in: Vec<u32> = carried.iter().zip(&due).map(|((into, _), due)| *into.min(due)).collect();
        let received = due.iter().zip(&carried_in).map(|(due, into)| due - into).collect();
        let mut applications = vec![received, carried_in];
        applications.extend(results.iter().cloned());
        applications.extend([closed, carried_out]);
        let with_total = |row: &Vec<u32>| [row.as_slice(), &[row.iter().sum()]].concat();
        Numbers {
            edition,
            applications: applications.iter().map(with_total).collect(),
            remedies: remedies.iter().map(with_total).collect(),
        }
    })
}

/// A number other than `number`, near it or far from it.
fn changed(number: u32, step: u32, down: bool) -> u32 {
    if down && number >= step { number - step } else { number + step }
}

fn cell_of(numbers: &Numbers, table: TableKey, pick: prop::sample::Index) -> CellRef {
    let all: Vec<CellRef> = numbers.form().table(table).cells().collect();
    all[pick.index(all.len())]
}

/// The findings on 表三 and 表四, but for those on how likely numbers are that hold; the
/// prose of the sample speaks of other numbers.
fn found<'c>(check: &'c Check) -> Vec<&'c Finding> {
    let is_table =
        |f: &&Finding| (f.rule.starts_with("T3-") || f.rule.starts_with("T4-")) && !f.rule.contains("-D");
    check.findings.iter().filter(is_table).collect()
}

/// The equations that fail, each with its difference.
fn failing(check: &Check) -> Vec<(Vec<CellRef>, Number)> {
    let sums = Sums::of(&check.report);
    let fails = sums.equations.iter().filter_map(|sum| match sum.balance {
        Balance::Fails { left, right } => Some((cells(sum.equation).collect(), (left - right).abs())),
        _ => None,
    });
    fails.collect()
}

fn assert_fails_exactly_by(check: &Check, cell: CellRef, step: u32) {
    let form = check.report.form().expect("a form");
    let with_cell = form.equations().iter().filter(|e| cells(e).any(|other| other == cell)).count();
    let failing = failing(check);
    assert_eq!(failing.len(), with_cell, "every sum with the cell fails, and no other");
    assert!(failing.iter().all(|(cells, by)| cells.contains(&cell) && *by == Number::from(step)));
    let counted: u32 =
        check.counts.iter().filter(|c| c.rule.code.contains("-C0")).map(|c| c.outcome.failed).sum();
    assert!(counted as usize >= with_cell, "the checks count them: {counted} of {with_cell}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..Default::default() })]

    #[test]
    fn a_report_whose_sums_hold_has_no_finding(numbers in numbers()) {
        let text = numbers.text(None);
        let check = check(&text, &Options::default());
        prop_assert!(found(&check).is_empty(), "{:?}", found(&check));
        prop_assert!(failing(&check).is_empty());
    }

    #[test]
    fn one_wrong_cell_of_applications_is_one_finding_on_it(
        numbers in numbers(), pick in any::<prop::sample::Index>(), step in 1..60_u32, down in any::<bool>(),
    ) {
        let mut wrong = numbers.clone();
        let cell = cell_of(&numbers, TableKey::Applications, pick);
        let right = *wrong.at(cell);
        *wrong.at(cell) = changed(right, step, down);
        let actual = *wrong.at(cell);
        let text = wrong.text(None);
        let check = check(&text, &Options::default());
        assert_fails_exactly_by(&check, cell, step);
        let found = found(&check);
        prop_assert_eq!(found.len(), 1, "{:?}", found);
        prop_assert_eq!(found[0].rule, "T3-C05");
        prop_assert_eq!(found[0].cell, Some(cell));
        prop_assert_eq!(found[0].actual, Some(Number::from(actual)));
        prop_assert_eq!(found[0].expected, Some(Number::from(right)));
        let fix = found[0].fix.as_ref().expect("the mending value");
        prop_assert_eq!(&fix.edits[0].text, &right.to_string());
        prop_assert_eq!(check.source.slice(fix.edits[0].span), actual.to_string());
    }

    #[test]
    fn one_wrong_cell_of_remedies_is_one_finding_on_the_total(
        numbers in numbers(), pick in any::<prop::sample::Index>(), step in 1..60_u32, down in any::<bool>(),
    ) {
        let mut wrong = numbers.clone();
        let cell = cell_of(&numbers, TableKey::Remedies, pick);
        let right = *wrong.at(cell);
        *wrong.at(cell) = changed(right, step, down);
        let text = wrong.text(None);
        let check = check(&text, &Options::default());
        assert_fails_exactly_by(&check, cell, step);
        let found = found(&check);
        prop_assert_eq!(found.len(), 1, "{:?}", found);
        prop_assert_eq!(found[0].rule, ["T4-C01", "T4-C02", "T4-C03"][cell.row as usize]);
        let parts: Vec<_> = (0..4).map(|column| Some(CellRef { column, ..cell })).collect();
        prop_assert_eq!(found[0].cell, Some(CellRef { column: 4, ..cell }));
        prop_assert_eq!(found[0].related.iter().map(|r| r.cell).collect::<Vec<_>>(), parts);
        prop_assert!(found[0].related.iter().all(|r| r.role == Role::Addend));
        let difference = found[0].actual.zip(found[0].expected).map(|(a, b)| (a - b).abs());
        prop_assert_eq!(difference, Some(Number::from(step)));
    }

    #[test]
    fn one_blank_cell_is_one_finding_on_it(
        numbers in numbers(), pick in any::<prop::sample::Index>(), in_remedies in any::<bool>(),
    ) {
        let mut numbers = numbers;
        let table = if in_remedies { TableKey::Remedies } else { TableKey::Applications };
        let cell = cell_of(&numbers, table, pick);
        let number = *numbers.at(cell);
        let text = numbers.text(Some(cell));
        let check = check(&text, &Options::default());
        let found = found(&check);
        let column = numbers.form().table(table).column(cell).key;
        let row = numbers.form().table(table).row(cell.row).key;
        let is_total = column == "total" || row == "closed";
        let expected = match (in_remedies, number, is_total) {
            (false, 0, _) => vec![("T3-V03", Some(cell))],
            (false, _, true) => vec![("T3-V04", Some(cell))],
            (false, _, false) => vec![("T3-C05", Some(cell))],
            (true, 0, _) => vec![("T4-V02", Some(cell))],
            (true, _, true) => vec![("T4-V04", Some(cell))],
            // No second sum says which of the five is wrong; the blank one is among them.
            (true, _, false) => {
                vec![(["T4-C01", "T4-C02", "T4-C03"][cell.row as usize], Some(CellRef { column: 4, ..cell }))]
            }
        };
        prop_assert_eq!(found.iter().map(|f| (f.rule, f.cell)).collect::<Vec<_>>(), expected);
    }
}

/// The rows of results, so that a change of the form shows here first.
#[test]
fn the_generator_writes_every_row_of_both_forms() {
    for (edition, rows) in [(EditionId::E2019, 23), (EditionId::E2021, 25)] {
        let table = edition.edition().expect("an edition with cells").table(TableKey::Applications);
        assert_eq!(table.row_count(), rows);
        assert_eq!(table.row(RESULTS.start as u8).key, "granted");
    }
}
