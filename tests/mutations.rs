//! Tables damaged in every way at every place, on every surface: whatever is read is
//! read at its place. A damaged row may stay unread; none is read wrongly, and no cell
//! that holds a number is called blank.
//!
//! Some of the texts are tried in every run. `GOUJI_STRIDE=1` tries all,
//! `GOUJI_PRINT=1` prints what was tried and how much of it was read, `GOUJI_ONLY`
//! keeps to the surfaces and damages whose name holds its value.

mod support;

use std::collections::BTreeMap;

use gouji::form::{LayoutCell, Place, TableKey};
use gouji::parse::parse;
use gouji::report::CellState;
use gouji::text::Source;

use support::frame;
use support::grid::{Grid, Slot, grid, spread};
use support::model::Model;
use support::reading::{Read, assert_no_difference, cells, table_of};
use support::surface;
use support::surfaces::{SURFACES, Write};

/// The three tables.
type Tables = [Grid; 3];

/// Damages row `row` of table `table`; `turn` tells the one damage of a kind from the
/// next. Returns false where it cannot be done.
type Damage = fn(&mut Tables, usize, usize, usize) -> bool;

const DAMAGES: &[(&str, Damage)] = &[
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
type LineDamage = fn(&mut Vec<String>, usize, usize) -> bool;

const LINE_DAMAGES: &[(&str, LineDamage)] = &[
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

/// Surfaces that keep no boundary between cells, or rows at no fixed place: a damage to
/// them can leave a row that is whole by itself.
const LOST: &[&str] = &["glued", "glued rows", "ragged tabs", "one line", "by columns", "pdf columns"];

/// What was tried of one damage on one surface.
#[derive(Default, Clone, Copy)]
struct Count {
    tried: usize,
    wrong: usize,
    cells: usize,
    read: usize,
}

/// What was tried, and what went wrong.
struct Tally {
    stride: u64,
    only: Option<String>,
    counts: BTreeMap<(usize, String), Count>,
    wrong: Vec<String>,
    lost: usize,
}

impl Tally {
    fn new() -> Self {
        let stride = std::env::var("GOUJI_STRIDE").ok().and_then(|n| n.parse().ok()).unwrap_or(997);
        Self {
            stride,
            only: std::env::var("GOUJI_ONLY").ok(),
            counts: BTreeMap::new(),
            wrong: Vec::new(),
            lost: 0,
        }
    }

    /// Whether this try is one of those made.
    fn takes(&self, surface: &str, damage: &str, place: [usize; 5]) -> bool {
        let mut hash = 0xcbf2_9ce4_8422_2325_u64;
        for number in place {
            hash = (hash ^ number as u64).wrapping_mul(0x0100_0000_01b3);
            hash ^= hash >> 29;
        }
        let wanted =
            |only: &String| only.split('+').all(|only| surface.contains(only) || damage.contains(only));
        hash.is_multiple_of(self.stride) && self.only.as_ref().is_none_or(wanted)
    }

    /// Parses `text`. The cells that `emptied` tells may be blank: the text shows no number there.
    fn hold(
        &mut self,
        surface: usize,
        damage: &str,
        name: &str,
        model: &Model,
        text: &str,
        emptied: &dyn Fn(&str) -> bool,
    ) {
        let source = Source::new(text);
        let report = parse(&source);
        let found = cells(&report);
        let count = self.counts.entry((surface, damage.to_string())).or_default();
        count.tried += 1;
        let wanted = model.cells();
        count.cells += wanted.len();
        let mut wrong = Vec::new();
        let mut other = Model { written: model.written.clone(), ..*model };
        for (id, wanted) in &wanted {
            let Some(found) = found.get(id) else { continue };
            // Heads in another order say so themselves.
            if report.table(table_of(id)).columns_swapped {
                continue;
            }
            count.read += usize::from(
                found.value == wanted.value && !matches!(found.state, CellState::Unread | CellState::Missing),
            );
            if damage == "none" && std::env::var_os("GOUJI_UNREAD").is_some() && found != wanted {
                println!("{name}: {id}: wanted {wanted}, found {found}");
            }
            let blank = found.state == CellState::Blank && wanted.state == CellState::Number;
            if found.value.is_some() && found.value != wanted.value || blank && !emptied(id) {
                wrong.push(format!("{id}: wanted {wanted}, found {found}"));
                other.put(id, found);
            }
        }
        // The damage made another report of it, in which all that was read is right.
        let form = SURFACES[surface];
        let written = || write(&other, &tables(&other, form.0), form.1);
        // A moved line leaves its gap behind.
        let like = |a: &str, b: &str| {
            let lines = |text: &str| {
                text.lines().filter(|line| !line.is_empty()).map(String::from).collect::<Vec<_>>()
            };
            if damage == "line moved" {
                lines(a) == lines(b)
            } else {
                squeezed(a).trim() == squeezed(b).trim()
            }
        };
        if !wrong.is_empty() && !like(&written(), text) {
            count.wrong += 1;
            if std::env::var_os("GOUJI_TEXT").is_some() {
                println!("==== {name}\n{text}\n{}", wrong.join("\n"));
            }
            if LOST.contains(&form.0) {
                self.lost += 1;
                return;
            }
            self.wrong.push(format!(
                "{name}: {} cells, {}",
                wrong.len(),
                wrong[..wrong.len().min(2)].join("; ")
            ));
        }
    }

    fn end(self, what: &str) {
        if std::env::var_os("GOUJI_PRINT").is_some() {
            let all = self.counts.values().map(|c| c.tried).sum::<usize>();
            println!(
                "{what}: {all} tried, {} wrong, {} of them where boundaries are lost",
                self.wrong.len() + self.lost,
                self.lost
            );
            let mut damages: BTreeMap<&str, Count> = BTreeMap::new();
            let mut surfaces: BTreeMap<&str, Count> = BTreeMap::new();
            for ((surface, damage), count) in &self.counts {
                for sum in [
                    damages.entry(damage.as_str()).or_default(),
                    surfaces.entry(SURFACES[*surface].0).or_default(),
                ] {
                    sum.tried += count.tried;
                    sum.wrong += count.wrong;
                    sum.cells += count.cells;
                    sum.read += count.read;
                }
                if count.wrong > 0 {
                    println!(
                        "    {:24} {damage:24} {:5} of {:5}",
                        SURFACES[*surface].0, count.wrong, count.tried
                    );
                }
            }
            for (name, count) in surfaces.iter().chain(&damages) {
                let read = 100.0 * count.read as f64 / count.cells as f64;
                println!("  {name:24} {:6} tried {:5} wrong, {read:6.2} % read", count.tried, count.wrong);
            }
        }
        // Elsewhere one in so many, most of them a value or a label moved to where its row is whole.
        let tried: usize = self.counts.values().map(|c| c.tried).sum();
        assert!(self.lost * 200 <= tried, "{what}: {} of {tried} wrong where boundaries are lost", self.lost);
        if self.wrong.len() * 400 > tried {
            assert_no_difference(what, &self.wrong);
        }
    }
}

/// The tables of `model` as a surface is given them.
fn tables(model: &Model, surface: &str) -> Tables {
    TableKey::ALL.map(|key| {
        let grid = grid(model, key);
        // Cells are merged no more where each repeats the words.
        if surface == "pipes repeated" { spread(&grid) } else { grid }
    })
}

fn write(model: &Model, tables: &Tables, write: Write) -> String {
    frame::report(model, |key| write(&tables[key as usize]))
}

/// The ids of the cells in row `row` of table `table` as the form lays it out.
fn row_cells(model: &Model, table: usize, row: usize) -> Vec<String> {
    let places = gouji::form::grid(model.edition, TableKey::ALL[table]).swap_remove(row);
    let id = |place| match place {
        Place::Cell(LayoutCell::Value { cell, .. }) => Some(model.edition.cell_id(cell)),
        _ => None,
    };
    places.into_iter().filter_map(id).collect()
}

/// A text without the empty lines beside tabs, which keep cells apart without them.
fn squeezed(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let is_tab = |at: Option<usize>| at.and_then(|at| lines.get(at)).is_some_and(|line| *line == "\t");
    let kept = |at: &usize| {
        !lines[*at].is_empty()
            || !(is_tab(at.checked_sub(1)) || is_tab(Some(at + 1)) || is_tab(at.checked_sub(2)))
    };
    let mut text = (0..lines.len()).filter(kept).map(|at| lines[at]).collect::<Vec<_>>().join("\n");
    // Where no gap stands for a cell, its width tells nothing.
    while text.contains(['\t', '|', '\u{a0}']) && text.contains("\n\n") {
        text = text.replace("\n\n", "\n");
    }
    text
}

#[test]
fn undamaged_tables_are_read() {
    let mut tally = Tally::new();
    for model in Model::more() {
        for (number, (surface, form)) in SURFACES.iter().enumerate() {
            let text = write(&model, &tables(&model, surface), *form);
            tally.hold(number, "none", &format!("{}, {surface}", model.name), &model, &text, &|_| false);
        }
    }
    tally.end("undamaged");
}

#[test]
fn a_damaged_row_is_read_rightly_or_not_at_all() {
    let mut tally = Tally::new();
    for (m, model) in Model::more().iter().enumerate() {
        for (s, (surface, form)) in SURFACES.iter().enumerate() {
            let whole = tables(model, surface);
            for (d, (damage, apply)) in DAMAGES.iter().enumerate() {
                for table in 0..3 {
                    for row in 0..whole[table].len() {
                        for turn in 0..8 {
                            let turn = turn * 5 + row * 3;
                            if !tally.takes(surface, damage, [m, s, d, table * 64 + row, turn]) {
                                continue;
                            }
                            let mut damaged = whole.clone();
                            if !apply(&mut damaged, table, row, turn) {
                                continue;
                            }
                            let text = write(model, &damaged, *form);
                            let name = format!(
                                "{}, {surface}, {damage}, table {table} row {row} turn {turn}",
                                model.name
                            );
                            let own = row_cells(model, table, row);
                            let emptied = |id: &str| {
                                // A label without values and a row of blank cells look the same.
                                let is_empty =
                                    |slot: &Slot| !matches!(slot, Slot::Value(text) if !text.is_empty());
                                let whole = damage.ends_with("lost")
                                    && damaged[table].get(row).is_some_and(|row| row.iter().all(is_empty));
                                // 表四 has one row of values; without it nothing is left but heads.
                                let moved = ["lost", "moved to another table", "rows mixed"].contains(damage);
                                whole && own.iter().any(|cell| cell == id)
                                    || moved && id.starts_with("remedies")
                            };
                            tally.hold(s, damage, &name, model, &text, &emptied);
                        }
                    }
                }
            }
        }
    }
    tally.end("rows");
}

#[test]
fn a_damaged_line_is_read_rightly_or_not_at_all() {
    let mut tally = Tally::new();
    for (m, model) in Model::more().iter().enumerate() {
        for (s, (surface, form)) in SURFACES.iter().enumerate() {
            let text = write(model, &tables(model, surface), *form);
            let lines: Vec<String> = text.lines().map(String::from).collect();
            let begin = lines.iter().position(|line| line.starts_with("二、主动公开")).expect("a heading");
            let end = lines.iter().position(|line| line.starts_with("五、存在")).expect("a heading");
            let is_heading =
                |line: &str| ["三、收到和", "四、政府信息公开行政"].iter().any(|h| line.starts_with(h));
            for (d, (damage, apply)) in LINE_DAMAGES.iter().enumerate() {
                for at in begin + 1..end {
                    for turn in 0..4 {
                        let turn = turn * 3 + at;
                        if !tally.takes(surface, damage, [m, s, 100 + d, at, turn]) || is_heading(&lines[at])
                        {
                            continue;
                        }
                        let mut damaged = lines.clone();
                        if !apply(&mut damaged, at, turn) {
                            continue;
                        }
                        let name = format!(
                            "{}, {surface}, {damage}, line {at} {:?} turn {turn}",
                            model.name, lines[at]
                        );
                        // Where the line was a value, its cell is empty now, or as wide a gap as one.
                        let mut without = lines.clone();
                        without.remove(at);
                        let without = squeezed(&without.join("\n"));
                        let emptied = |id: &str| {
                            ["line lost", "line moved"].contains(damage) && {
                                let mut blank = Model { written: model.written.clone(), ..*model };
                                blank.put(id, &Read { state: CellState::Blank, value: None });
                                let like =
                                    |form: Write| squeezed(&write(&blank, &tables(&blank, surface), form));
                                let gap = [surface::flat_paragraphs as Write, *form];
                                gap.iter().any(|form| like(*form) == without)
                            }
                        };
                        tally.hold(s, damage, &name, model, &damaged.join("\n"), &emptied);
                    }
                }
            }
        }
    }
    tally.end("lines");
}
