//! 表四 in the shapes that reports give it: rows of heads broken or left out, a table or a
//! row for each group.

mod support;

use gouji::report::CellState;

use support::reading::same_cells_but;
use support::sample::CLEAN_2021;

/// The clean sample with `table` for its 表四.
fn with_remedies(table: &str) -> String {
    let (start, end) = ("行政诉讼情况\n", "\n五、");
    let begin = CLEAN_2021.find(start).expect("the heading of 表四") + start.len();
    let stop = begin + CLEAN_2021[begin..].find(end).expect("the next heading");
    format!("{}{table}\n{}", &CLEAN_2021[..begin], &CLEAN_2021[stop..])
}

#[test]
fn the_last_table_is_read_in_its_other_shapes() {
    let values = "1\t0\t0\t1\t2\t0\t0\t0\t0\t0\t0\t1\t0\t0\t1";
    assert!(CLEAN_2021.contains(values), "the sample has the values");
    let five = "结果维持\t结果纠正\t其他结果\t尚未审结\t总计";
    let suits = format!("未经复议直接起诉\t\t\t\t\t复议后起诉\n{five}\t{five}\n");
    let (first, rest) = values.split_at("1\t0\t0\t1\t2".len());
    let apart = format!("行政复议\n{five}\n{first}\n行政诉讼\n{suits}{}\n", rest.trim());
    let words = |words: &str| [words; 3].join("\t");
    let heads = format!(
        "行政复议\t\t\t\t\t行政诉讼\n\t\t\t\t\t未经复议直接起诉\t\t\t\t\t复议后起诉\n{}\n{}\n{values}\n",
        words("结果\t结果\t其他\t尚未\t总计"),
        words("维持\t纠正\t结果\t审结\t")
    );
    let lines = format!("行政复议\n行政诉讼\n未经复议直接起诉\n复议后起诉\n{}\n{values}\n", words(five))
        .replace('\t', "\n");
    for table in [apart.clone(), apart.replace('\t', " "), heads.replace('\t', " "), heads, lines] {
        same_cells_but(CLEAN_2021, &with_remedies(&table), "");
    }
}

#[test]
fn the_groups_of_table_four_stand_in_tables_or_rows_of_their_own() {
    for table in [
        "行政复议\t\n结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t\n1\t0\t0\t1\t2\t\n\n行政诉讼\t\n未经复议直接起诉\t复议后起诉\t\n\
         结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t\n0\t0\t0\t0\t0\t0\t1\t0\t0\t1\t\n",
        "行政复议\n结果\n维持\t结果\n纠正\t其他结果\t尚未审结\t总计\n1件\t0件\t0件\t1件\t2件\n\n行政诉讼\n未经复议直接起诉\t复议后起诉\n\
         结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n0件\t0件\t0件\t0件\t0件\t0件\t1件\t0件\t0件\t1件\n",
        "类别\t\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n行政复议\t\t1\t0\t0\t1\t2\t\n行政诉讼\t未经行政复议直接起诉\t0\t0\t0\t0\t0\n\t复议后起诉\t0\t1\t0\t0\t1\t\n",
        "行政复议,行政诉讼\n结果维持,结果纠正,其他结果,尚未审结,总计,未经复议直接起诉,复议后起诉\n\
         结果维持,结果纠正,其他结果,尚未审结,总计,结果维持,结果纠正,其他结果,尚未审结,总计\n1,0,0,1,2,0,0,0,0,0,0,1,0,0,1\n",
        "行政复议\t行政诉讼\t\n结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t复议后起诉\t\n\
         结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t\n\
         1件\t0件\t0件\t1件\t2件\t0件\t0件\t0件\t0件\t0件\t0件\t1件\t0件\t0件\t1件\t\n",
    ] {
        same_cells_but(CLEAN_2021, &with_remedies(table), "");
    }
}

#[test]
fn a_number_below_table_four_is_none_of_its_values() {
    let begin = CLEAN_2021.find("行政复议\t").expect("the heads of 表四");
    let end = begin + CLEAN_2021[begin..].find("\n五、").expect("the next heading");
    let table = CLEAN_2021[begin..end].trim();
    let lines = table.split(['\t', '\n']).filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join("\n");
    for table in [table, &lines, &table.replace('\t', " ")] {
        for below in ["5", "0", "12\n", "受理 审结\n3 2"] {
            same_cells_but(CLEAN_2021, &with_remedies(&format!("{table}\n{below}")), "");
        }
    }
    // Heads for which no group is named tell of no cells.
    let heads = ["| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 "; 3].concat();
    let row = "| | | 2 | 1 | 3 | | 2 | | | 2 | | 1 | | 1 | 2 |";
    let cells = same_cells_but(CLEAN_2021, &with_remedies(&format!("{heads}|\n{row}")), "remedies/");
    assert!(cells.values().all(|cell| cell.state == CellState::Unread), "{cells:?}");
    // Where the sums leave two ways to read them, nothing is read.
    let text = with_remedies(&format!("{}\n1", lines.replace("\n1\n0\n0\n1\n2\n", "\n1\n0\n0\n1\n3\n")));
    let cells = same_cells_but(CLEAN_2021, &text, "remedies/");
    assert!(cells.values().all(|cell| cell.state == CellState::Unread), "{cells:?}");
}

#[test]
fn words_that_commas_part_are_no_blank_cells_of_table_four() {
    let text = with_remedies("行政复议 行政诉讼\n结果维持 结果纠正 其他结果 尚未审结 总计\n无,1件,2件\n");
    let cells = same_cells_but(CLEAN_2021, &text, "remedies/");
    assert!(cells.values().all(|cell| cell.state == CellState::Unread), "{cells:?}");
}
