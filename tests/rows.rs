//! Rows that were added, left out, doubled, or lost a value: each is seen for what
//! it is and costs only itself.

mod support;

use gouji::form::TableKey;
use gouji::report::{CellState, RowState, TableReading};
use gouji::{Check, Options, check};

use support::reading::{read, same_cells_but};
use support::sample::{CLEAN_2021, changed};

const DUPLICATE: &str = "\t\t2.重复申请\t0\t0\t0\t0\t0\t0\t0\n";
const PUBLICATION: &str = "\t\t3.要求提供公开出版物\t0\t0\t0\t0\t0\t0\t0\n";

fn table<'c>(check: &'c Check, key: TableKey) -> &'c TableReading {
    check.report.table(key)
}

fn row_state(check: &Check, key: &str) -> RowState {
    let form = check.report.form().expect("a form");
    let row = form.table(TableKey::Applications).row_index(key).expect("a row of 表三");
    table(check, TableKey::Applications).rows[row as usize].state
}

#[test]
fn a_row_left_out_is_missing_and_no_other() {
    let text = changed(CLEAN_2021, DUPLICATE, "");
    let lost = same_cells_but(CLEAN_2021, &text, "applications/rejected.duplicate/");
    assert_eq!(lost.len(), 7);
    assert!(lost.values().all(|cell| cell.state == CellState::Missing), "{lost:?}");
    assert_eq!(row_state(&check(&text, &Options::default()), "rejected.duplicate"), RowState::Missing);
}

#[test]
fn a_doubled_row_is_read_once_and_said() {
    let text = changed(CLEAN_2021, DUPLICATE, &DUPLICATE.repeat(2));
    same_cells_but(CLEAN_2021, &text, "");
    let check = check(&text, &Options::default());
    let repeats: Vec<usize> =
        table(&check, TableKey::Applications).rows.iter().map(|row| row.repeats.len()).collect();
    assert_eq!(repeats.iter().sum::<usize>(), 1, "{repeats:?}");
    assert!(check.findings.iter().any(|f| f.rule == "F-13"));
}

#[test]
fn swapped_rows_are_read_by_their_labels() {
    let swapped =
        changed(CLEAN_2021, &format!("{DUPLICATE}{PUBLICATION}"), &format!("{PUBLICATION}{DUPLICATE}"));
    let text = changed(&swapped, "3.要求提供公开出版物\t0\t0", "3.要求提供公开出版物\t3\t0");
    let lost = same_cells_but(CLEAN_2021, &text, "applications/rejected.publication/natural_person");
    let read: Vec<String> = lost.values().map(ToString::to_string).collect();
    assert_eq!(read, ["number 3"]);
    assert!(check(&text, &Options::default()).findings.iter().any(|f| f.rule == "F-11"));
}

#[test]
fn an_added_subtotal_is_a_row_of_its_own() {
    let subtotal = "\t\t小计\t0\t0\t0\t0\t0\t0\t0\n";
    let last = "\t\t5.要求行政机关确认或重新出具已获取信息\t0\t0\t0\t0\t0\t0\t0\n";
    let text = changed(CLEAN_2021, last, &format!("{last}{subtotal}"));
    same_cells_but(CLEAN_2021, &text, "");
    let check = check(&text, &Options::default());
    let extra = &table(&check, TableKey::Applications).extra_rows;
    assert_eq!(extra.len(), 1, "{extra:?}");
    assert_eq!(check.source.slice(extra[0].label), "小计");
    assert_eq!(extra[0].group, Some("rejected"));
    assert_eq!(extra[0].cells.len(), 7);
}

#[test]
fn a_row_of_another_kind_costs_nothing() {
    let added = "\t\t6.电话咨询\t2\t0\t0\t0\t0\t0\t2\n";
    let last = "\t\t5.要求行政机关确认或重新出具已获取信息\t0\t0\t0\t0\t0\t0\t0\n";
    let text = changed(CLEAN_2021, last, &format!("{last}{added}"));
    same_cells_but(CLEAN_2021, &text, "");
}

#[test]
fn the_blank_cells_of_merged_labels_do_not_stand_in_for_a_lost_value() {
    // A label of each depth: the row's key, the row, and the row with a zero lost.
    let rows = [
        ("carried_in", "数量\t\t\t2\t0\t0\t0\t0\t0\t2\n", "数量\t\t\t2\t0\t0\t0\t0\t2\n"),
        ("granted", "予以公开\t\t4\t2\t0\t0\t0\t0\t6\n", "予以公开\t\t4\t2\t0\t0\t0\t6\n"),
        ("denied.third_party", "权益\t1\t0\t0\t0\t0\t0\t1\n", "权益\t1\t0\t0\t0\t0\t1\n"),
    ];
    for (key, row, short) in rows {
        let text = changed(CLEAN_2021, row, short);
        let check = check(&text, &Options::default());
        assert_eq!(row_state(&check, key), RowState::WrongCount { found: 6 }, "{key}");
        let rules: Vec<_> = check.findings.iter().map(|f| f.rule).collect();
        assert_eq!(rules, ["T3-V05"], "{key}");
    }
}

#[test]
fn a_row_with_a_value_too_few_is_not_read_and_no_other() {
    let text = changed(
        CLEAN_2021,
        "8.属于行政查询事项\t1\t0\t0\t0\t0\t0\t1\n",
        "8.属于行政查询事项\t1\t0\t0\t0\t0\t1\n",
    );
    let lost = same_cells_but(CLEAN_2021, &text, "applications/denied.administrative_inquiry/");
    assert!(lost.values().all(|cell| cell.value.is_none()), "{lost:?}");
    let check = check(&text, &Options::default());
    assert_eq!(row_state(&check, "denied.administrative_inquiry"), RowState::WrongCount { found: 6 });
    assert!(check.findings.iter().any(|f| f.rule == "T3-V05"));
    // What was not read can neither hold nor fail.
    assert!(check.findings.iter().all(|f| !f.rule.starts_with("T3-C")), "{:?}", check.findings);
}

#[test]
fn a_head_repeated_by_a_page_break_costs_nothing() {
    let head = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\t\t\t申请人情况\t\t\t\t\t\t\n\
                \t\t\t自然人\t法人或其他组织\t\t\t\t\t总计\n\
                \t\t\t\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t\n";
    let text = changed(
        CLEAN_2021,
        DUPLICATE,
        &format!("{DUPLICATE}— 5 —\n{head}三、本年度办理结果\t（五）不予处理\t"),
    );
    // The row after the page break carries the repeated labels before its own.
    let text = changed(&text, "（五）不予处理\t\t\t3.要求", "（五）不予处理\t3.要求");
    same_cells_but(CLEAN_2021, &text, "");
    let check = check(&text, &Options::default());
    assert!(check.findings.iter().all(|f| f.rule != "F-13"), "{:?}", check.findings);
}

#[test]
fn rows_of_the_other_edition_are_seen_for_what_they_are() {
    // 表二 of 2021 with the procurement block of 2019.
    let block = "第二十条第（九）项\t\t\t\n信息内容\t采购项目数量\t采购总金额\t\n政府集中采购\t3\t40万元\t\n";
    let text = changed(CLEAN_2021, "行政事业性收费\t4.5\t\t\n", &format!("行政事业性收费\t4.5\t\t\n{block}"));
    same_cells_but(CLEAN_2021, &text, "");
    let findings = check(&text, &Options::default()).findings;
    assert!(findings.iter().any(|f| f.rule == "F-08"), "{findings:?}");
}

#[test]
fn the_first_row_below_one_row_of_heads_is_there() {
    let begin = CLEAN_2021.find("（本列数据").expect("the note of 表三");
    let first = CLEAN_2021.find("一、本年新收").expect("the first row of 表三");
    let end = CLEAN_2021.find("\n四、政府").expect("the heading of 表四");
    let cells = |text: &str| text.replace('\n', "\n\n\t").replace('\t', "\n\t").replace("\n\n\t\n", "\n\n");
    let heads =
        "\t项目\n\t自然人\n\t商业企业\n\t科研机构\n\t社会公益组织\n\t法律服务机构\n\t其他\n\t总计\n\n";
    let rows = cells(&CLEAN_2021[first..end]);
    let text = format!("{}{heads}\t{rows}\n{}", &CLEAN_2021[..begin], &CLEAN_2021[end..]);
    same_cells_but(CLEAN_2021, &text, "");
}

#[test]
fn labels_in_other_words_are_found_in_a_flowing_text() {
    let flowing = CLEAN_2021.replace('\t', " ");
    for (from, to) in [
        ("1.本机关不掌握", "1.本机关未掌握"),
        ("5.要求行政机关确认", "5.要求确认"),
        ("4.保护第三方", "4.第三方"),
        ("8.属于行政查询事项", "8.属于行政查询类事项"),
        ("四、结转下年度", "四、结转下一年度"),
    ] {
        same_cells_but(CLEAN_2021, &changed(&flowing, from, to), "");
    }
}

#[test]
fn a_page_of_so_many_is_no_two_values_of_a_flowing_text() {
    let flowing = CLEAN_2021.replace('\t', " ");
    for page in ["3/6", "３／６", "12/16"] {
        let text = changed(&flowing, "规章 0 0 0\n", &format!("规章 0 {page} "));
        let row = same_cells_but(CLEAN_2021, &text, "disclosure/regulations/");
        assert!(row.values().all(|cell| cell.state == CellState::Unread), "{page}: {row:?}");
        let text = changed(&flowing, "规章 0 0 0\n", &format!("规章 0 0 0 {page} "));
        same_cells_but(CLEAN_2021, &text, "");
    }
}

/// The clean sample with 表三 as a careless converter leaves it: nothing for zeros, and any
/// number of empty cells before and after the values of a row.
fn ragged() -> String {
    let mut text = String::new();
    for (number, line) in CLEAN_2021.lines().enumerate() {
        let cells: Vec<&str> = line.split('\t').collect();
        let labelled = cells.len() == 10 && cells[9].parse::<u32>().is_ok();
        if labelled {
            let labels: Vec<&str> = cells[..3].iter().filter(|cell| !cell.is_empty()).copied().collect();
            let values: Vec<&str> = cells[3..].iter().map(|v| if *v == "0" { "" } else { v }).collect();
            let (before, after) = ("\t".repeat(1 + number * 5 % 3), "\t".repeat(number % 2));
            text += &format!("{}{before}{}{after}\n", labels.join("\t"), values.join("\t"));
        } else {
            text += &format!("{line}\n");
        }
    }
    text
}

#[test]
fn the_rows_of_a_ragged_table_are_placed_by_their_sums() {
    let (wanted, found) = (read(CLEAN_2021).cells, read(&ragged()).cells);
    for (id, wanted) in wanted.iter().filter(|(id, _)| id.starts_with("applications")) {
        let zero = wanted.value.is_some_and(|value| value.is_zero());
        let state = if zero { CellState::Blank } else { CellState::Number };
        assert_eq!(found[id].state, state, "{id}: wanted {wanted}, found {}", found[id]);
        assert!(zero || found[id].value == wanted.value, "{id}: wanted {wanted}, found {}", found[id]);
    }
}

#[test]
fn a_ragged_row_that_lost_an_empty_cell_is_not_read() {
    let text = ragged();
    let row = text.lines().find(|line| line.starts_with("一、本年新收")).expect("the first row");
    let damaged = text.replace(row, &row.replace("3\t\t\t1", "3\t\t1"));
    assert_ne!(damaged, text);
    let (wanted, found) = (read(CLEAN_2021).cells, read(&damaged).cells);
    for (id, cell) in found.iter().filter(|(id, cell)| id.starts_with("applications") && cell.value.is_some())
    {
        assert_eq!(cell.value, wanted[id].value, "{id}");
    }
}

#[test]
fn marks_side_by_side_are_a_row_wherever_it_begins() {
    let marked = "2.重复申请\t\t\t/\t0\t/\t0\t0\t/\t0\t";
    let table = ragged();
    let replaced =
        |line: &str| if line.starts_with("2.重复申请") { marked.into() } else { line.to_string() };
    let text: Vec<String> = table.lines().map(replaced).collect();
    let cells = read(&text.join("\n")).cells;
    let states: Vec<CellState> =
        ["natural_person", "enterprise", "research", "public_welfare", "legal_service", "other_org", "total"]
            .iter()
            .map(|column| cells[&format!("applications/rejected.duplicate/{column}")].state)
            .collect();
    let (mark, zero) = (CellState::Blank, CellState::Number);
    assert_eq!(states, [mark, zero, mark, zero, zero, mark, zero]);
}

#[test]
fn a_word_within_a_broken_head_is_no_column() {
    let text = changed(CLEAN_2021, "\t法人或其他组织\t", "\t法人或者 其他 组织\t");
    same_cells_but(CLEAN_2021, &text, "");
}

#[test]
fn the_head_that_kinds_share_may_stand_alone_above_all_heads() {
    let text = changed(
        CLEAN_2021,
        "\t\t\t自然人\t法人或其他组织\t\t\t\t\t总计\n\t\t\t\t商业企业",
        "\t\t\t\t法人或其他组织\t\t\t\t\t\n\t\t\t自然人\t商业企业",
    );
    let text = changed(&text, "法律服务机构\t其他\t\n", "法律服务机构\t其他\t总计\n");
    same_cells_but(CLEAN_2021, &text, "");
}

#[test]
fn a_value_that_stands_before_its_label_is_not_that_of_the_label_before() {
    let rows = "行政处罚\t15\t\t\n行政强制\t0\t\t\n";
    for shifted in
        ["15\n行政处罚\n0\n行政强制\n", "15 行政处罚\n0 行政强制\n", "15\t行政处罚\t\t\n0\t行政强制\t\t\n"]
    {
        let text = changed(CLEAN_2021, rows, shifted);
        for (id, cell) in same_cells_but(CLEAN_2021, &text, "disclosure/") {
            let is_shifted = id.contains("/penalties/") || id.contains("/coercion/");
            assert_eq!(cell.state == CellState::Number, !is_shifted, "{shifted:?}: {id}: {cell}");
        }
    }
}

#[test]
fn a_number_behind_a_row_that_has_a_blank_is_not_its_last_value() {
    // A table's cells in one line between tabs; one of a row is empty, and a page number
    // stands behind it.
    let cases = [
        ("第二十条第（一）项", "\t2\t1\t7\t", "\t7\t\t7\t3\t", "disclosure/normative_documents/"),
        ("自然人\t法人", "\t9\t3\t0\t0\t1\t0\t13\t", "\t10\t3\t\t0\t0\t0\t13\t3\t", "applications/received/"),
    ];
    for (first, row, damaged, cells) in cases {
        let begin = CLEAN_2021.find(first).expect("the first cell");
        let end = begin + CLEAN_2021[begin..].find("\n\n").expect("the end of the table");
        let line = CLEAN_2021[begin..end].split_whitespace().collect::<Vec<_>>().join("\t");
        let text = [&CLEAN_2021[..begin], &changed(&line, row, damaged), &CLEAN_2021[end..]].concat();
        for (id, cell) in same_cells_but(CLEAN_2021, &text, cells) {
            assert_eq!(cell.value, None, "{id}: {cell}");
        }
    }
}

#[test]
fn cells_that_stand_in_no_row_are_no_row_of_seven() {
    let text = "本年新收政府信息公开申请数量\n\t本年办理\n予以公开\n\t\n\n\t（\t\n0\n0\n\t\n0\n0\n0\n0\n0\n\t行政查询事项";
    let check = check(text, &Options::default());
    assert!(check.report.tables.iter().all(|table| table.cells.iter().all(|cell| cell.value.is_none())));
}
