//! What stands in a cell: numbers as people write them, words, marks for nothing.

mod support;

use gouji::report::CellState;

use support::reading::{read, same_cells_but};
use support::sample::{CLEAN_2019, CLEAN_2021, changed};

#[test]
fn words_in_cells_are_text_and_marks_for_nothing_are_blank() {
    let row = "行政强制\t0\t\t\n";
    for (written, state) in [
        ("/", CellState::Blank),
        ("-", CellState::Blank),
        ("—", CellState::Blank),
        ("无", CellState::Blank),
        ("\u{a0}", CellState::Blank),
        ("", CellState::Blank),
        ("详见附件", CellState::Text),
    ] {
        let text = changed(CLEAN_2021, row, &format!("行政强制\t{written}\t\t\n"));
        let cell = same_cells_but(CLEAN_2021, &text, "disclosure/coercion/decisions");
        let states: Vec<CellState> = cell.values().map(|cell| cell.state).collect();
        assert_eq!(states, [state], "{written:?}");
    }
}

#[test]
fn numbers_are_read_as_people_write_them() {
    let read_as =
        |sample: &str, from: &str, to: &str, id: &str| read(&changed(sample, from, to)).cells[id].to_string();
    let licensing = |written: &str| {
        let row = format!("行政许可\t{written}\t\t\n");
        read_as(CLEAN_2021, "行政许可\t36\t\t\n", &row, "disclosure/licensing/decisions")
    };
    for (written, wanted) in [
        ("３６", "number 36"),
        ("1,036", "number 1036"),
        ("１，０３６", "number 1036"),
        ("36件", "number 36"),
        ("22（其中修订16件）", "number 22"),
        ("十二", "number 12"),
        ("2 021", "number 2021"),
    ] {
        assert_eq!(licensing(written), wanted, "{written}");
    }
    let fees = |written: &str| {
        let row = format!("行政事业性收费\t{written}\t\t\n");
        read_as(CLEAN_2021, "行政事业性收费\t4.5\t\t\n", &row, "disclosure/fees/amount")
    };
    for (written, wanted) in [
        ("40万元", "number 40"),
        ("1054900元", "number 105.49"),
        ("1,054.9", "number 1054.9"),
        ("0.0000", "number 0"),
        ("45000元", "number 4.5"),
    ] {
        assert_eq!(fees(written), wanted, "{written}");
    }
    let line = CLEAN_2019.lines().find(|line| line.starts_with("行政许可\t")).expect("a row of the sample");
    let cells: Vec<&str> = line.split('\t').collect();
    for (written, wanted) in [
        ("减4", "number -4"),
        ("增1减2", "number -1"),
        ("+31", "number 31"),
        ("-2", "number -2"),
        ("增3", "number 3"),
        ("0", "number 0"),
    ] {
        let row = [cells[0], cells[1], written, cells[3]].join("\t");
        assert_eq!(read_as(CLEAN_2019, line, &row, "disclosure/licensing/items_change"), wanted, "{written}");
    }
}

#[test]
fn an_amount_below_a_head_with_a_unit_of_no_form_is_not_read() {
    for unit in ["千元", "百万元", "亿元"] {
        let text = changed(CLEAN_2021, "单位：万元", &format!("单位：{unit}"));
        let fee = same_cells_but(CLEAN_2021, &text, "disclosure/fees/amount");
        assert!(fee.values().all(|cell| cell.state == CellState::Unread), "{unit}: {fee:?}");
    }
}
