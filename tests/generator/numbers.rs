//! The three tables of a generated report: invented numbers whose sums all hold.

use std::collections::BTreeMap;

use gouji::form::{CellKind, CellRef, Edition, EditionId, TableKey};

use super::rng::Rng;
use crate::support::model::Model;

/// How much there was to do in the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Load {
    /// No application and no case.
    None,
    /// Some applications, perhaps a case.
    Few,
    /// Hundreds of applications.
    Many,
}

/// The tables of one report on the form `id` for `year`.
pub fn tables(rng: &mut Rng, id: EditionId, year: i32, load: Load) -> Model {
    let edition = id.edition().expect("an edition with cells");
    model(rng, edition, year, load, None)
}

/// The tables of the year before those of `after`: what the one hands over, the other
/// takes in. `None` where the year before had a form without cells.
pub fn tables_before(rng: &mut Rng, after: &Model, load: Load) -> Option<Model> {
    let year = after.year - 1;
    let id = match year {
        ..2019 => return None,
        2019 | 2020 => EditionId::E2019,
        _ => EditionId::E2021,
    };
    Some(model(rng, id.edition()?, year, load, Some(after)))
}

fn model(rng: &mut Rng, edition: &'static Edition, year: i32, load: Load, after: Option<&Model>) -> Model {
    let mut written = BTreeMap::new();
    disclosure(rng, edition, load, after, &mut written);
    applications(rng, edition, load, after, &mut written);
    remedies(rng, edition, load, after, &mut written);
    Model { name: "generated", edition, year, written }
}

/// What stands in the cell `id` of the year after, as a number.
fn number_after(after: Option<&Model>, id: &str) -> Option<i64> {
    let after = after?;
    let cell = after.edition.cell(id)?;
    let text = after.written[&cell].replace(['+', '增'], "").replace('减', "-");
    text.split('.').next()?.parse().ok()
}

/// A number from which `number` is no sudden change.
fn near(rng: &mut Rng, number: i64) -> i64 {
    if number == 0 { rng.between(0, 9) } else { rng.between(number - number / 3, number + number / 2) }
}

fn disclosure(
    rng: &mut Rng,
    edition: &Edition,
    load: Load,
    after: Option<&Model>,
    written: &mut BTreeMap<CellRef, String>,
) {
    let table = edition.table(TableKey::Disclosure);
    let most = if load == Load::Many { 900 } else { 40 };
    let mut row = 0;
    for block in table.blocks {
        for form_row in block.rows {
            let keys: Vec<&str> = block.columns.iter().map(|c| c.key).collect();
            let due = |column: &str| number_after(after, &format!("disclosure/{}/{column}", form_row.key));
            // Nobody here may issue 规章.
            let idle = form_row.key == "regulations"
                || if after.is_some() { due("items_before") == Some(0) } else { rng.chance(40) };
            let values: Vec<String> = match keys.as_slice() {
                _ if idle => block.columns.iter().map(|_| "0".to_string()).collect(),
                ["issued", ..] => {
                    // In force at the end of this year, or what next year begins with.
                    let held = due("in_force")
                        .map(|held| held - due("issued").unwrap_or(0) + due("repealed").unwrap_or(0));
                    let issued = rng.between(0, held.unwrap_or(9).min(9));
                    let repealed = rng.between(0, 5);
                    let held = held.unwrap_or(issued + rng.between(0, 30));
                    [issued, repealed, held].iter().map(i64::to_string).collect()
                }
                ["made", ..] => {
                    let made = rng.between(0, 9);
                    let published = rng.between(0, made);
                    [made, published, published + rng.between(0, 30)].iter().map(i64::to_string).collect()
                }
                ["items_before", rest @ ..] => {
                    let (before, change) = match due("items_before") {
                        Some(due) => {
                            let change = rng.between(-5, due - 1);
                            (due - change, change)
                        }
                        None => {
                            let before = rng.between(1, 60);
                            let change = rng.between(1 - before, 9);
                            (before, rng.pick(&[change, 0, 1]).to_owned())
                        }
                    };
                    let mut values = vec![before.to_string(), signed(rng, change)];
                    for column in rest.iter().skip(1) {
                        let count = match due(column) {
                            Some(due) => near(rng, due),
                            None => rng.between(0, most),
                        };
                        values.push(count.to_string());
                    }
                    values
                }
                ["projects", _] => {
                    let amount = match due("amount") {
                        Some(due) => near(rng, due.max(1)) * 100 + rng.between(1, 99),
                        None => rng.between(100, 900_000),
                    };
                    vec![rng.between(1, 30).to_string(), format!("{}.{:02}", amount / 100, amount % 100)]
                }
                ["amount"] => {
                    let amount = match due("amount") {
                        Some(due) => near(rng, due) * 100 + rng.between(0, 99),
                        None => rng.between(1, 9_000),
                    };
                    vec![format!("{}.{:02}", amount / 100, amount % 100)]
                }
                _ => block
                    .columns
                    .iter()
                    .map(|c| {
                        if c.kind == CellKind::Text {
                            "县门户网站".into()
                        } else if let Some(due) = due(c.key) {
                            near(rng, due).to_string()
                        } else {
                            rng.between(0, most).to_string()
                        }
                    })
                    .collect(),
            };
            for (column, value) in (0..).zip(values) {
                written.insert(CellRef { table: TableKey::Disclosure, row, column }, value);
            }
            row += 1;
        }
    }
}

/// A change as reports write it.
fn signed(rng: &mut Rng, change: i64) -> String {
    match change {
        0 => "0".to_string(),
        1.. => rng.pick(&[format!("+{change}"), format!("增{change}"), change.to_string()]).clone(),
        _ => rng.pick(&[change.to_string(), format!("减{}", -change)]).clone(),
    }
}

/// 表三: results are made up, and the sums follow from them.
fn applications(
    rng: &mut Rng,
    edition: &Edition,
    load: Load,
    after: Option<&Model>,
    written: &mut BTreeMap<CellRef, String>,
) {
    let table = edition.table(TableKey::Applications);
    let row = |key: &str| table.row_index(key).expect("a row of 表三") as usize;
    let ends = [row("received"), row("carried_in"), row("closed"), row("carried_out")];
    let [received, carried_in, closed, carried_out] = ends;
    let applicants = table.blocks[0].columns.len() - 1;
    let mut counts = vec![vec![0_i64; applicants]; table.row_count()];
    let result_rows: Vec<usize> = (0..counts.len()).filter(|r| !ends.contains(r)).collect();
    let cases = match load {
        Load::None => 0,
        Load::Few => rng.between(1, 12),
        Load::Many => rng.between(20, 60),
    };
    for _ in 0..cases {
        let result = if rng.chance(45) { row("granted") } else { *rng.pick(&result_rows) };
        let applicant = if rng.chance(75) { 0 } else { rng.between(0, applicants as i64 - 1) as usize };
        counts[result][applicant] += if load == Load::Many { rng.between(1, 25) } else { 1 };
    }
    let of_applicant = |applicant: usize| result_rows.iter().map(|row| counts[*row][applicant]).sum();
    let sums: Vec<i64> = (0..applicants).map(of_applicant).collect();
    for (applicant, sum) in sums.into_iter().enumerate() {
        let mut set = |row: usize, count: i64| counts[row][applicant] = count;
        let carries = load != Load::None && applicant < 2 && rng.chance(50);
        let column = table.blocks[0].columns[applicant].key;
        let out = match number_after(after, &format!("applications/carried_in/{column}")) {
            Some(due) => due,
            None if carries => rng.between(0, 1 + sum / 5),
            None => 0,
        };
        let into = if carries { rng.between(0, (2 + sum / 6).min(sum + out)) } else { 0 };
        set(closed, sum);
        set(carried_out, out);
        set(carried_in, into);
        set(received, sum + out - into);
    }
    for cell in table.cells() {
        let line = &counts[cell.row as usize];
        let count = line.get(cell.column as usize).copied().unwrap_or_else(|| line.iter().sum());
        written.insert(cell, count.to_string());
    }
}

fn remedies(
    rng: &mut Rng,
    edition: &Edition,
    load: Load,
    after: Option<&Model>,
    written: &mut BTreeMap<CellRef, String>,
) {
    let groups = edition.table(TableKey::Remedies).rows().map(|(_, row)| row.key);
    for (row, group) in (0..).zip(groups) {
        let most = match load {
            Load::None => 0,
            Load::Few => rng.between(-4, 1).max(0),
            Load::Many => rng.between(0, 20),
        };
        let mut counts: Vec<i64> = (0..4).map(|_| rng.between(0, most)).collect();
        if let Some(total) = number_after(after, &format!("remedies/{group}/total")) {
            counts[3] = counts[3].min(total);
        }
        counts.push(counts.iter().sum());
        for (column, count) in (0..).zip(counts) {
            written.insert(CellRef { table: TableKey::Remedies, row, column }, count.to_string());
        }
    }
}
