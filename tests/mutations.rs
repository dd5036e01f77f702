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

use support::damage::{DAMAGES, LINE_DAMAGES, tables, write};
use support::grid::Slot;
use support::model::Model;
use support::reading::{Read, assert_no_difference, cells, table_of};
use support::surface;
use support::surfaces::{SURFACES, Write};

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
