//! What can happen to the rows of tables and to the lines of a text on their way to a paste.

use super::frame;
use super::grid::{Grid, Slot, grid, spread};
use super::model::Model;
use super::surfaces::Write;
use gouji::form::TableKey;

/// The three tables.
pub type Tables = [Grid; 3];

/// The tables of `model` as a surface is given them.
pub fn tables(model: &Model, surface: &str) -> Tables {
    TableKey::ALL.map(|key| {
        let grid = grid(model, key);
        // Cells are merged no more where each repeats the words.
        if surface == "pipes repeated" { spread(&grid) } else { grid }
    })
}

/// The report of `model` with these tables instead of its own.
pub fn write(model: &Model, tables: &Tables, write: Write) -> String {
    frame::report(model, |key| write(&tables[key as usize]))
}

/// Damages row `row` of table `table`; `turn` tells the one damage of a kind from the
/// next. Returns false where it cannot be done.
pub type Damage = fn(&mut Tables, usize, usize, usize) -> bool;

/// What can happen to a row, by name.
pub const DAMAGES: &[(&str, Damage)] = &[
    ("doubled", |tables, table, row, _| {
        let copy = tables[table][row].clone();
        tables[table].insert(row, copy);
        true
    }),
    ("lost", |tables, table, row, _| {
        tables[table].remove(row);
        true
    }),
    ("moved", |tables, table, row, turn| {
        let taken = tables[table].remove(row);
        let to = place(&tables[table], turn);
        tables[table].insert(to, taken);
        true
    }),
    ("pasted", |tables, table, row, turn| {
        let copy = tables[table][row].clone();
        let to = place(&tables[table], turn);
        tables[table].insert(to, copy);
        true
    }),
    ("in another table", |tables, table, row, turn| {
        let copy = tables[table][row].clone();
        let other = (table + 1 + turn % 2) % 3;
        let to = place(&tables[other], turn);
        tables[other].insert(to, copy);
        true
    }),
    ("moved to another table", |tables, table, row, turn| {
        let taken = tables[table].remove(row);
        let other = (table + 1 + turn % 2) % 3;
        let to = place(&tables[other], turn);
        tables[other].insert(to, taken);
        true
    }),
    ("broken", |tables, table, row, turn| broken(&mut tables[table], row, turn, Vec::new())),
    ("broken, padded", |tables, table, row, turn| {
        let grid = &mut tables[table];
        let before = grid.len();
        broken(grid, row, turn, Vec::new());
        if grid.len() > before {
            let at = grid[row].len();
            grid[row + 1].splice(0..0, vec![Slot::Label(String::new()); at]);
        }
        true
    }),
    ("broken by a page", |tables, table, row, turn| {
        let head = head(&tables[table]);
        broken(&mut tables[table], row, turn, head)
    }),
    ("head repeated", |tables, table, row, turn| {
        let mut head = head(&tables[table]);
        if turn % 2 == 0 {
            head.insert(0, vec![Slot::Label("— 5 —".into())]);
        }
        tables[table].splice(row..row, head);
        true
    }),
    ("value lost", |tables, table, row, turn| {
        let Some(at) = value(&tables[table][row], turn) else { return false };
        tables[table][row].remove(at);
        true
    }),
    ("two values lost", |tables, table, row, turn| {
        for turn in [turn, turn / 2] {
            let Some(at) = value(&tables[table][row], turn) else { return false };
            tables[table][row].remove(at);
        }
        true
    }),
    ("value doubled", |tables, table, row, turn| {
        let Some(at) = value(&tables[table][row], turn) else { return false };
        let copy = tables[table][row][at].clone();
        tables[table][row].insert(at, copy);
        true
    }),
    ("value added", |tables, table, row, turn| {
        let Some(at) = value(&tables[table][row], turn) else { return false };
        let stray = ["7", "0", "12", "/", ""][turn % 5];
        tables[table][row].insert(at + turn % 2, Slot::Value(stray.into()));
        true
    }),
    ("values lost", |tables, table, row, turn| {
        if value(&tables[table][row], turn).is_none() {
            return false;
        }
        tables[table][row].retain(|slot| !matches!(slot, Slot::Value(_)));
        true
    }),
    ("values joined", |tables, table, row, turn| {
        let row = &mut tables[table][row];
        let Some(at) = value(row, turn) else { return false };
        let (Some(Slot::Value(next)), Slot::Value(this)) = (row.get(at + 1), &row[at]) else { return false };
        row[at] = Slot::Value(format!("{this} {next}"));
        row.remove(at + 1);
        true
    }),
    ("label's beginning", |tables, table, row, turn| {
        relabel(&mut tables[table][row], |label, length| {
            label.chars().take(length / (2 + turn % 2)).collect()
        })
    }),
    ("label's end", |tables, table, row, turn| {
        relabel(&mut tables[table][row], |label, length| {
            label.chars().skip(length / (2 + turn % 2)).collect()
        })
    }),
    ("label empty", |tables, table, row, _| relabel(&mut tables[table][row], |_, _| String::new())),
    ("label lost", |tables, table, row, _| {
        let row = &mut tables[table][row];
        let Some(at) = row.iter().rposition(|slot| matches!(slot, Slot::Label(_))) else { return false };
        row.remove(at);
        true
    }),
    ("label broken", |tables, table, row, _| {
        relabel(&mut tables[table][row], |label, length| {
            let head: String = label.chars().take(length / 2).collect();
            format!("{head}\n{}", &label[head.len()..])
        })
    }),
    ("rows mixed", |tables, table, row, turn| {
        // The rows from here on alternate with those of another table.
        let other = (table + 1 + turn % 2) % 3;
        let from = place(&tables[other], turn);
        let end = (from + 1 + turn % 7).min(tables[other].len());
        let theirs: Vec<_> = tables[other].drain(from..end).collect();
        for (number, row_of_other) in theirs.into_iter().enumerate() {
            let at = (row + 2 * number).min(tables[table].len());
            tables[table].insert(at, row_of_other);
        }
        true
    }),
];

/// A row before which something can be put.
fn place(grid: &Grid, turn: usize) -> usize {
    1 + turn % grid.len()
}

/// The rows of the head.
fn head(grid: &Grid) -> Grid {
    grid.iter().take_while(|row| value(row, 0).is_none()).cloned().collect()
}

/// The place of a value.
fn value(row: &[Slot], turn: usize) -> Option<usize> {
    let places: Vec<usize> = (0..row.len()).filter(|at| matches!(row[*at], Slot::Value(_))).collect();
    places.get(turn % places.len().max(1)).copied()
}

/// Breaks a row in two, with `between` in the gap.
fn broken(grid: &mut Grid, row: usize, turn: usize, between: Grid) -> bool {
    if grid[row].len() < 2 {
        return false;
    }
    let at = 1 + turn % (grid[row].len() - 1);
    let rest = grid[row].split_off(at);
    grid.insert(row + 1, rest);
    grid.splice(row + 1..row + 1, between);
    true
}

/// Changes the last label of a row, which is handed to `change` with its length.
fn relabel(row: &mut [Slot], change: impl Fn(&str, usize) -> String) -> bool {
    let label = row.iter_mut().rev().find(|slot| matches!(slot, Slot::Label(_)));
    let Some(Slot::Label(text)) = label else { return false };
    let changed = change(text, text.chars().count());
    std::mem::replace(text, changed) != *text
}

/// The end of the tables.
fn last(lines: &[String]) -> usize {
    lines.iter().position(|line| line.starts_with("五、存在")).expect("a heading")
}

/// Damages line `at`. Returns false where it cannot be done.
pub type LineDamage = fn(&mut Vec<String>, usize, usize) -> bool;

/// What can happen to a line, by name.
pub const LINE_DAMAGES: &[(&str, LineDamage)] = &[
    ("line lost", |lines, at, _| {
        let blank = lines[at].is_empty();
        lines.remove(at);
        !blank
    }),
    ("line doubled", |lines, at, _| {
        let copy = lines[at].clone();
        lines.insert(at, copy);
        !lines[at].is_empty()
    }),
    ("line pasted", |lines, at, turn| {
        let copy = lines[at].clone();
        let to = (at + 1 + turn % 60).min(last(lines));
        lines.insert(to, copy);
        !lines[at].is_empty()
    }),
    ("line moved", |lines, at, turn| {
        let taken = lines.remove(at);
        let kept = !taken.trim().is_empty();
        let to = (at + 1 + turn % 60).min(last(lines));
        lines.insert(to, taken);
        kept
    }),
    ("line broken", |lines, at, turn| {
        let line = lines[at].clone();
        let ends: Vec<usize> = line
            .char_indices()
            .filter(|(i, c)| {
                *i > 0 && !c.is_ascii_digit() && !line[..*i].ends_with(|c: char| c.is_ascii_digit())
                    || matches!(c, ' ' | '\t' | '|' | ',') && *i > 0
            })
            .map(|(i, _)| i)
            .collect();
        let Some(cut) = ends.get(turn % ends.len().max(1)) else { return false };
        lines[at] = line[..*cut].to_string();
        lines.insert(at + 1, line[*cut..].to_string());
        true
    }),
    ("lines joined", |lines, at, _| {
        let blank = lines[at].trim().is_empty();
        let next = lines.remove(at + 1);
        lines[at] = format!("{} {next}", lines[at]);
        !blank && !next.trim().is_empty()
    }),
    ("lone number", |lines, at, turn| {
        lines.insert(at + 1, ["7", "0", "12", "145"][turn % 4].to_string());
        true
    }),
    ("lone mark", |lines, at, turn| {
        lines.insert(at + 1, ["/", "-", "无", "— 5 —"][turn % 4].to_string());
        true
    }),
    ("lone cell", |lines, at, turn| {
        // As the surface writes a cell.
        let mark = ["7", "0", "12", "/"][turn % 4];
        let cell = match &lines[at] {
            line if line.starts_with('\t') => format!("\t{mark}"),
            line if line.ends_with(" |") => format!("{mark} |"),
            _ => mark.to_string(),
        };
        lines.insert(at + 1, cell);
        true
    }),
];
