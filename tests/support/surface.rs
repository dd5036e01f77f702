//! The surfaces a table can be pasted from. Each takes the same tables and writes
//! them the way one kind of source does.

use gouji::form::TableKey;

use super::frame::report;
use super::grid::{Grid, Slot, grid, origins, repeated};
use super::model::Model;

/// How a surface writes one table.
type Write = fn(&Grid) -> String;

/// The report of `model` with its tables written by `write`.
pub fn tables(model: &Model, write: Write) -> String {
    report(model, |key| write(&grid(model, key)))
}

/// From a word processor: one cell a line with a leading tab, an empty such line for
/// every row that a merged cell reaches over, a blank line between rows.
pub fn cell_a_line(grid: &Grid) -> String {
    let mut out = String::new();
    for row in grid {
        for slot in row {
            match slot {
                Slot::Label(text) | Slot::Value(text) => out.push_str(&format!("\t{text}\n")),
                Slot::Up { first: true } => out.push_str("\t\n"),
                Slot::Left | Slot::Up { first: false } => {}
            }
        }
        out.push('\n');
    }
    out
}

/// As [`cell_a_line`], with a no-break space in every empty cell.
pub fn cell_a_line_with_no_break_spaces(grid: &Grid) -> String {
    cell_a_line(grid).replace("\t\n", "\t\u{a0}\n")
}

/// The product's own form: a row a line, cells between tabs, a merged cell's words
/// in its first place.
pub fn rows_of_tabs(grid: &Grid) -> String {
    separated(grid, "\t")
}

fn separated(grid: &Grid, mark: &str) -> String {
    let text = |slot: &Slot| match slot {
        Slot::Label(text) | Slot::Value(text) => text.clone(),
        Slot::Left | Slot::Up { .. } => String::new(),
    };
    lines(grid.iter().map(|row| row.iter().map(text).collect::<Vec<_>>().join(mark)))
}

fn lines(rows: impl Iterator<Item = String>) -> String {
    rows.map(|row| row + "\n").collect()
}

/// Rows of tabs as a careless converter leaves them: stray empty cells between the
/// labels and before the values, tabs at the end, blank lines inside the table.
pub fn ragged_tabs(grid: &Grid) -> String {
    let mut out = String::new();
    for (number, row) in grid.iter().enumerate() {
        let mut values_begun = false;
        for slot in row {
            match slot {
                Slot::Label(text) => out.push_str(&format!("{text}{}", "\t".repeat(1 + number % 3))),
                Slot::Value(text) => {
                    if !values_begun {
                        out.push_str(&"\t".repeat(number * 5 % 4));
                        values_begun = true;
                    }
                    out.push_str(&format!("{text}\t"));
                }
                Slot::Up { .. } => out.push('\t'),
                Slot::Left => {}
            }
        }
        out.push_str(&"\t".repeat(number % 2));
        out.push_str(if number % 7 == 5 { "\n\n" } else { "\n" });
    }
    out
}

/// A browser's plain copy of an HTML table: merged cells are not there at all, an
/// empty cell is a no-break space.
pub fn browser_rows(grid: &Grid) -> String {
    let text = |(text, _): (&str, bool)| if text.is_empty() { "\u{a0}".into() } else { text.to_string() };
    lines(grid.iter().map(|row| origins(row).map(text).collect::<Vec<_>>().join("\t")))
}

/// A browser's plain copy of a table whose cells hold paragraphs: every cell a line,
/// a blank line between all, no rows; an empty cell leaves blank lines.
pub fn paragraphs(grid: &Grid) -> String {
    grid.iter().flat_map(|row| origins(row)).map(|(text, _)| format!("{text}\n\n")).collect()
}

/// As [`paragraphs`], with a no-break space in every empty paragraph.
pub fn paragraphs_with_no_break_spaces(grid: &Grid) -> String {
    let text = |(text, _): (&str, bool)| format!("{}\n\n", if text.is_empty() { "\u{a0}" } else { text });
    grid.iter().flat_map(|row| origins(row)).map(text).collect()
}

/// As [`paragraphs`], but an empty paragraph takes one line end only.
pub fn flat_paragraphs(grid: &Grid) -> String {
    let text = |(text, _): (&str, bool)| format!("{text}{}", if text.is_empty() { "\n" } else { "\n\n" });
    grid.iter().flat_map(|row| origins(row)).map(text).collect()
}

/// What a browser calls the inner text of such a table: a line with a tab between the
/// cells of a row, more blank lines between rows.
pub fn inner_text(grid: &Grid) -> String {
    let cell = |(text, _): (&str, bool)| if text.is_empty() { String::new() } else { format!("{text}\n\n") };
    let row = |row: &Vec<Slot>| origins(row).map(cell).collect::<Vec<_>>().join("\t\n\n") + "\n\n\n";
    grid.iter().map(row).collect()
}

/// Rows of cells without the merged ones, a tab at the end of every line.
pub fn ended_by_tabs(grid: &Grid) -> String {
    lines(grid.iter().map(|row| origins(row).map(|(text, _)| format!("{text}\t")).collect()))
}

/// Cells of paragraphs with the tab on the line of the cell after it, and no gap between rows.
pub fn led_after_gaps(grid: &Grid) -> String {
    lines(grid.iter().map(|row| origins(row).map(|(text, _)| text).collect::<Vec<_>>().join("\n\n\t")))
}

/// One cell a line, spaces before its tab.
pub fn indented_cells(grid: &Grid) -> String {
    cell_a_line(grid).replace('\t', "\u{3000}\t")
}

/// The numbers of labels in one character: ①, ⑵, ⒊, ㈣.
pub fn enclosed_numbers(grid: &Grid) -> String {
    let mut text = cell_a_line(grid);
    for (number, place) in (1..9).zip(0..) {
        let enclosed = |first: char| char::from_u32(first as u32 + place).expect("a number").to_string();
        let first = ['①', '⑴', '⒈'][number % 3];
        text = text.replace(&format!("\t{number}."), &format!("\t{}", enclosed(first)));
        let group = ["（一）", "（二）", "（三）", "（四）", "（五）", "（六）", "（七）"].get(number - 1);
        text = group.map_or(text.clone(), |group| text.replace(group, &enclosed('㈠')));
    }
    text
}

/// Numbers with thousands marks in rows between spaces.
pub fn thousands_between_spaces(grid: &Grid) -> String {
    thousands(grid).replace('\t', " ")
}

/// Rows of cells with bars between them and none around.
pub fn inner_pipes(grid: &Grid) -> String {
    lines(grid.iter().map(|row| origins(row).map(|(text, _)| text).collect::<Vec<_>>().join(" | ")))
}

/// A page read by its columns: all labels, then every column of values from top to
/// bottom.
pub fn by_columns(grid: &Grid) -> String {
    let mut labels = String::new();
    let mut columns = vec![String::new(); grid[0].len()];
    for row in grid {
        for (column, slot) in columns.iter_mut().zip(row) {
            match slot {
                Slot::Label(text) => labels += &format!("{text}\n"),
                Slot::Value(text) => *column += &format!("{text}\n"),
                Slot::Left | Slot::Up { .. } => {}
            }
        }
    }
    labels + "\n" + &columns.join("\n")
}

/// A pipe table as Markdown has it, with the line under its head.
pub fn pipes(grid: &Grid) -> String {
    let mut rows: Vec<String> = separated(grid, " | ").lines().map(|line| format!("| {line} |")).collect();
    rows.insert(1, format!("|{}", " --- |".repeat(grid[0].len())));
    rows.join("\n") + "\n"
}

/// A pipe table in which a merged cell's words stand in all of its places.
pub fn pipes_repeated(grid: &Grid) -> String {
    lines((0..grid.len()).map(|row| format!("|{}|", repeated(grid, row).join("|"))))
}

/// Rows of comma-separated cells, quoted where a cell holds a comma.
pub fn commas(grid: &Grid) -> String {
    let quote = |text: &str| {
        if text.contains([',', '"', '\n']) {
            format!("\"{}\"", text.replace('"', "\"\""))
        } else {
            text.into()
        }
    };
    let text = |slot: &Slot| match slot {
        Slot::Label(text) | Slot::Value(text) => quote(text),
        Slot::Left | Slot::Up { .. } => String::new(),
    };
    lines(grid.iter().map(|row| row.iter().map(text).collect::<Vec<_>>().join(",")))
}

/// One cell a line, each with a bar after it, a blank line between rows.
pub fn bars(grid: &Grid) -> String {
    lines(grid.iter().map(|row| origins(row).map(|(text, _)| format!("{text} |\n")).collect()))
}

/// The same with a bar on a line before every row, and the bars of the cells that merged
/// ones span behind the row's last.
pub fn bars_led(grid: &Grid) -> String {
    let row = |row: &Vec<Slot>| {
        let cells: Vec<String> = origins(row).map(|(text, _)| format!("{text} |")).collect();
        let spanned = "|".repeat(row.len() - cells.len());
        format!("|\n{} {spanned}", cells.join("\n"))
    };
    lines(grid.iter().map(row))
}

/// Pipes of rows in which a merged cell stands once and the cells it spans are bars at
/// the row's end.
pub fn pipes_filled(grid: &Grid) -> String {
    let row = |row: &Vec<Slot>| {
        let cells: Vec<&str> = origins(row).map(|(text, _)| text).collect();
        let spanned = "|".repeat(row.len() - cells.len());
        format!("| {} | {spanned}", cells.join(" | "))
    };
    lines(grid.iter().map(row))
}

/// Each table on one line, single spaces between its cells; blanks have vanished.
pub fn one_line(grid: &Grid) -> String {
    let words = grid.iter().flat_map(|row| origins(row)).map(|(text, _)| text).filter(|t| !t.is_empty());
    words.collect::<Vec<_>>().join(" ") + "\n"
}

/// The whole report on one line with single spaces.
pub fn whole_report_on_one_line(model: &Model) -> String {
    tables(model, one_line).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Every cell boundary lost: labels and digits glued to each other, a table a line.
pub fn glued(grid: &Grid) -> String {
    grid.iter().flat_map(|row| origins(row)).map(|(text, _)| text).collect::<String>() + "\n"
}

/// Rows kept, but the cells of each glued together.
pub fn glued_rows(grid: &Grid) -> String {
    lines(grid.iter().map(|row| origins(row).map(|(text, _)| text).collect()))
}

/// A grid with every label and value passed through `change`; the flag says which of
/// the two it is.
fn changed(grid: &Grid, change: impl Fn(&str, bool) -> String) -> Grid {
    let slot = |slot: &Slot| match slot {
        Slot::Label(text) => Slot::Label(change(text, false)),
        Slot::Value(text) => Slot::Value(change(text, true)),
        other => other.clone(),
    };
    grid.iter().map(|row| row.iter().map(slot).collect()).collect()
}

/// Digits, signs and points in full width.
pub fn full_width_digits(grid: &Grid) -> String {
    let wide = |c: char| match c {
        '0'..='9' | '+' | '-' | '.' => char::from_u32(c as u32 + 0xFEE0).expect("a full-width form"),
        other => other,
    };
    rows_of_tabs(&changed(
        grid,
        |text, value| {
            if value { text.chars().map(wide).collect() } else { text.to_string() }
        },
    ))
}

fn with_thousands(grid: &Grid, mark: &str) -> Grid {
    changed(grid, |text, value| {
        let digits = text.find('.').unwrap_or(text.len());
        let whole = text[..digits].bytes().all(|b| b.is_ascii_digit());
        if value && whole && digits > 3 {
            format!("{}{mark}{}", &text[..digits - 3], &text[digits - 3..])
        } else {
            text.to_string()
        }
    })
}

/// Characters that only look like the ideographs they stand for, as the text of a PDF has them.
pub fn look_alikes(grid: &Grid) -> String {
    let look_alike = |c| match c {
        '一' => '⼀',
        '二' => '⼆',
        '人' => '⼈',
        '行' => '⾏',
        '方' => '⽅',
        '年' => '\u{f98e}',
        '不' => '\u{f967}',
        '理' => '\u{f9e4}',
        _ => c,
    };
    rows_of_tabs(grid).chars().map(look_alike).collect()
}

/// Thousands parted by commas, a row a line between tabs.
pub fn thousands(grid: &Grid) -> String {
    rows_of_tabs(&with_thousands(grid, ","))
}

/// Thousands parted by full-width commas.
pub fn wide_thousands(grid: &Grid) -> String {
    rows_of_tabs(&with_thousands(grid, "，"))
}

/// Comma-separated rows whose numbers hold commas themselves.
pub fn thousands_in_commas(grid: &Grid) -> String {
    commas(&with_thousands(grid, ","))
}

/// Numbers in two pieces, a space inside.
pub fn split_numbers(grid: &Grid) -> String {
    rows_of_tabs(&with_thousands(grid, " "))
}

/// Half-width brackets, commas and colons in labels, `1、` for `1.`.
pub fn half_width_labels(grid: &Grid) -> String {
    rows_of_tabs(&changed(grid, |text, value| {
        if value {
            return text.to_string();
        }
        let text: String = text
            .chars()
            .map(|c| match c {
                '（' => '(',
                '）' => ')',
                '，' => ',',
                '：' => ':',
                '“' | '”' => '"',
                other => other,
            })
            .collect();
        match text.split_once('.') {
            Some((number, rest)) if number.len() == 1 => format!("{number}、{rest}"),
            _ => text,
        }
    }))
}

/// Spaces and no-break spaces inside labels and around numbers.
pub fn spaces_inside(grid: &Grid) -> String {
    cell_a_line(&changed(grid, |text, value| {
        if text.is_empty() {
            return "\u{a0}".into();
        }
        if value {
            return format!("{text}\u{a0}");
        }
        let middle = text.chars().count() / 2;
        let (head, tail): (Vec<_>, Vec<_>) = text.chars().enumerate().partition(|(i, _)| *i < middle);
        let word = |part: Vec<(usize, char)>| part.into_iter().map(|(_, c)| c).collect::<String>();
        format!("{}\u{a0} {}", word(head), word(tail))
    }))
}

/// Head cells broken over two lines inside a cell, the second without a tab.
pub fn heads_broken(grid: &Grid) -> String {
    cell_a_line(&changed(grid, |text, value| {
        let count = text.chars().count();
        if value || !(4..=12).contains(&count) {
            return text.to_string();
        }
        let at = text.char_indices().nth(count / 2).map_or(0, |(i, _)| i);
        format!("{}\n{}", &text[..at], &text[at..])
    }))
}

/// The table's rows in another order: the last two rows of 表三's results swapped.
pub fn rows_swapped(model: &Model) -> String {
    report(model, |key| {
        let mut grid = grid(model, key);
        if key == TableKey::Applications {
            let row = |label: &str| {
                grid.iter()
                    .position(|r| r.iter().any(|s| matches!(s, Slot::Label(t) if t.contains(label))))
                    .expect("a row of the form")
            };
            let (one, other) = (row("重复申请"), row("要求提供公开出版物"));
            grid.swap(one, other);
        }
        rows_of_tabs(&grid)
    })
}
