//! Tables by their lines: which lines belong together, and the cells between them.

use super::page::Line;
use crate::order;

/// How far apart what is drawn as one line may be, in points.
const NEAR: f32 = 3.0;

/// The shortest line that bounds a cell.
const SHORT: f32 = 5.0;

/// The most columns and places of a table.
const COLUMNS: usize = 256;
const PLACES: usize = 1 << 17;

/// The most pairs of lines that are looked at for whether they meet.
const PAIRS: usize = 1 << 22;

/// A table: where its columns and rows begin and end, and which of the places between
/// them are one cell.
#[derive(Debug)]
pub struct Grid {
    /// Where columns begin, and the last one ends.
    pub xs: Vec<f32>,
    /// Where rows begin, and the last one ends.
    pub ys: Vec<f32>,
    /// For each place, row by row, the first place of its cell.
    pub cells: Vec<usize>,
    /// For each column, whether no line is above its first cell, and below its last one.
    pub open: Vec<(bool, bool)>,
}

impl Grid {
    /// How many columns it has.
    pub fn columns(&self) -> usize {
        self.xs.len() - 1
    }

    /// The first place of the cell that a point is in.
    pub fn cell_at(&self, x: f32, y: f32) -> Option<usize> {
        let place = |bounds: &[f32], at: f32| {
            let after = bounds.partition_point(|bound| *bound <= at);
            (after > 0 && after < bounds.len()).then(|| after - 1)
        };
        let (column, row) = (place(&self.xs, x)?, place(&self.ys, y)?);
        Some(self.cells[row * self.columns() + column])
    }

    fn area(&self) -> f32 {
        let length = |bounds: &[f32]| bounds.last().unwrap_or(&0.0) - bounds.first().unwrap_or(&0.0);
        length(&self.xs) * length(&self.ys)
    }
}

/// The tables that lines make, the smallest first, as one may stand in another's cell.
pub fn grids(lines: &[Line]) -> Vec<Grid> {
    let across = joined(lines, true);
    let down = joined(lines, false);
    if across.len() * down.len() > PAIRS {
        return Vec::new();
    }
    let mut parts = Parts::new(across.len() + down.len());
    for (a, across_line) in across.iter().enumerate() {
        for (d, down_line) in down.iter().enumerate() {
            let meets = |line: &Line, at: f32| line.from - NEAR <= at && at <= line.to + NEAR;
            if meets(across_line, down_line.at) && meets(down_line, across_line.at) {
                parts.join(a, across.len() + d);
            }
        }
    }
    // A side that no line meets, as of a cell that pages cut above and below, belongs to the
    // lines that go down as far.
    let meets = |d: usize, parts: &mut Parts| parts.first(across.len() + d) < across.len();
    let (sides, others): (Vec<usize>, Vec<usize>) = (0..down.len()).partition(|d| !meets(*d, &mut parts));
    for side in sides {
        let as_long = |d: &&usize| {
            (down[**d].from - down[side].from).abs() <= NEAR && (down[**d].to - down[side].to).abs() <= NEAR
        };
        if let Some(other) = others.iter().take(COLUMNS).find(as_long) {
            parts.join(across.len() + other, across.len() + side);
        }
    }
    let mut groups: Vec<(Vec<Line>, Vec<Line>)> = (0..parts.0.len()).map(|_| Default::default()).collect();
    for (at, line) in across.iter().enumerate() {
        groups[parts.first(at)].0.push(*line);
    }
    for (at, line) in down.iter().enumerate() {
        groups[parts.first(across.len() + at)].1.push(*line);
    }
    let mut grids: Vec<Grid> = groups.iter().filter_map(|(across, down)| grid(across, down)).collect();
    order::by_key(&mut grids, |grid| grid.area().max(0.0) as u128);
    grids
}

/// The lines of one direction; those that lie on each other or follow each other are
/// one.
fn joined(lines: &[Line], across: bool) -> Vec<Line> {
    let mut own: Vec<Line> = lines.iter().filter(|line| line.across == across).copied().collect();
    order::by_key(&mut own, |line| key(line.at));
    let mut out = Vec::new();
    let mut rest = own.as_slice();
    while let Some(first) = rest.first() {
        let count = rest.partition_point(|line| line.at - first.at <= NEAR);
        let (near, after) = rest.split_at(count);
        rest = after;
        let at = (first.at + near[count - 1].at) / 2.0;
        let mut near = near.to_vec();
        order::by_key(&mut near, |line| key(line.from));
        let mut open: Option<Line> = None;
        for line in near {
            match &mut open {
                Some(open) if line.from <= open.to + NEAR => open.to = open.to.max(line.to),
                _ => {
                    out.extend(open.take());
                    open = Some(Line { at, ..line });
                }
            }
        }
        out.extend(open);
    }
    out.retain(|line| line.to - line.from >= SHORT);
    out
}

/// A key that sorts as the number does.
pub fn key(number: f32) -> u128 {
    let bits = number.to_bits();
    u128::from(if bits >> 31 == 1 { !bits } else { bits | 1 << 31 })
}

/// The table that lines make which meet each other.
fn grid(across: &[Line], down: &[Line]) -> Option<Grid> {
    if across.len() < 2 || down.is_empty() {
        return None;
    }
    // Where a table has no line at its side, the lines across end there.
    let xs = bounds(down, across);
    let ys = bounds(across, down);
    let (columns, rows) = (xs.len().checked_sub(1)?, ys.len().checked_sub(1)?);
    if columns < 2 || rows < 1 || columns > COLUMNS || columns * rows > PLACES {
        return None;
    }
    let walls_right = walls(down, &xs, &ys);
    let walls_below = walls(across, &ys, &xs);
    let mut parts = Parts::new(columns * rows);
    for row in 0..rows {
        for column in 0..columns {
            let place = row * columns + column;
            if column + 1 < columns && !walls_right[(column + 1) * rows + row] {
                parts.join(place, place + 1);
            }
            if row + 1 < rows && !walls_below[(row + 1) * columns + column] {
                parts.join(place, place + columns);
            }
        }
    }
    let cells = rectangles(&mut parts, columns, rows);
    let has_columns = cells.chunks(columns).any(|row| row.iter().any(|cell| *cell != row[0]));
    let open = (0..columns).map(|column| (!walls_below[column], !walls_below[rows * columns + column]));
    let open = open.collect();
    has_columns.then_some(Grid { xs, ys, cells, open })
}

/// Where lines are, and where those that cross them begin and end.
fn bounds(lines: &[Line], crossing: &[Line]) -> Vec<f32> {
    let ends = crossing.iter().flat_map(|line| [line.from, line.to]);
    let mut all: Vec<f32> = lines.iter().map(|line| line.at).collect();
    let (mut low, mut high) = (f32::INFINITY, f32::NEG_INFINITY);
    ends.for_each(|end| (low, high) = (low.min(end), high.max(end)));
    let near = |end: f32, all: &[f32]| all.iter().any(|at| (at - end).abs() <= 2.0 * NEAR);
    for end in [low, high] {
        if end.is_finite() && !near(end, &all) {
            all.push(end);
        }
    }
    order::by_key(&mut all, |at| key(*at));
    all.dedup_by(|next, before| *next - *before <= NEAR);
    all
}

/// For each of `bounds` and each step between `steps`, whether a line runs there.
fn walls(lines: &[Line], bounds: &[f32], steps: &[f32]) -> Vec<bool> {
    let count = steps.len() - 1;
    let mut walls = vec![false; bounds.len() * count];
    for line in lines {
        let at = bounds.partition_point(|bound| *bound < line.at - NEAR);
        if at == bounds.len() {
            continue;
        }
        for step in 0..count {
            let middle = (steps[step] + steps[step + 1]) / 2.0;
            if line.from <= middle && middle <= line.to {
                walls[at * count + step] = true;
            }
        }
    }
    walls
}

/// The first place of each place's cell. Where a line is missing so that a cell would
/// have corners within, its places stay apart.
fn rectangles(parts: &mut Parts, columns: usize, rows: usize) -> Vec<usize> {
    #[derive(Clone, Copy)]
    struct Extent {
        first: usize,
        count: usize,
        left: usize,
        right: usize,
        top: usize,
        bottom: usize,
    }
    let mut extents: Vec<Option<Extent>> = vec![None; columns * rows];
    for place in 0..columns * rows {
        let (row, column) = (place / columns, place % columns);
        let new = Extent { first: place, count: 0, left: column, right: column, top: row, bottom: row };
        let extent = extents[parts.first(place)].get_or_insert(new);
        extent.count += 1;
        extent.left = extent.left.min(column);
        extent.right = extent.right.max(column);
        extent.bottom = row;
    }
    let first = |place: usize, parts: &mut Parts| {
        let extent = extents[parts.first(place)]?;
        let area = (extent.right - extent.left + 1) * (extent.bottom - extent.top + 1);
        (area == extent.count).then_some(extent.first)
    };
    (0..columns * rows).map(|place| first(place, parts).unwrap_or(place)).collect()
}

/// Things that are joined to parts.
struct Parts(Vec<usize>);

impl Parts {
    fn new(count: usize) -> Self {
        Self((0..count).collect())
    }

    /// The thing that stands for the part.
    fn first(&mut self, mut thing: usize) -> usize {
        while self.0[thing] != thing {
            self.0[thing] = self.0[self.0[thing]];
            thing = self.0[thing];
        }
        thing
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.first(a), self.first(b));
        self.0[a.max(b)] = a.min(b);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn across(at: f32, from: f32, to: f32) -> Line {
        Line { across: true, at, from, to }
    }

    fn down(at: f32, from: f32, to: f32) -> Line {
        Line { across: false, at, from, to }
    }

    #[test]
    fn lines_make_cells() {
        // The upper left place goes over two rows, the first row's rest over two columns.
        let mut lines = vec![across(0.0, 0.0, 300.0), across(20.0, 100.0, 300.0), across(40.0, 0.0, 300.0)];
        lines.extend([
            down(0.0, 0.0, 40.0),
            down(100.0, 0.0, 40.0),
            down(200.0, 20.5, 40.0),
            down(300.0, 0.0, 40.0),
        ]);
        let [grid] = &grids(&lines)[..] else { panic!("one table") };
        assert_eq!(grid.xs, [0.0, 100.0, 200.0, 300.0]);
        assert_eq!(grid.cells, [0, 1, 1, 0, 4, 5]);
        assert_eq!(grid.cell_at(250.0, 10.0), Some(1));
        assert_eq!(grid.cell_at(250.0, 41.0), None);
    }

    #[test]
    fn open_sides_and_drawn_twice_are_the_same_table() {
        let lines = [
            across(0.0, 0.0, 150.0),
            across(0.8, 148.0, 300.0),
            across(20.0, 0.0, 300.0),
            across(40.0, 0.0, 300.0),
            down(100.0, 0.0, 40.0),
            down(101.5, 0.0, 40.0),
        ];
        let [grid] = &grids(&lines)[..] else { panic!("one table") };
        assert_eq!((grid.columns(), grid.ys.len()), (2, 3));
        assert_eq!(grid.cells, [0, 1, 2, 3]);
    }

    #[test]
    fn a_frame_and_underlines_are_no_tables() {
        let frame =
            [across(0.0, 0.0, 9e2), across(800.0, 0.0, 9e2), down(0.0, 0.0, 8e2), down(9e2, 0.0, 8e2)];
        assert!(grids(&frame).is_empty());
        assert!(grids(&[across(5.0, 0.0, 50.0), across(25.0, 0.0, 50.0)]).is_empty());
    }
}
