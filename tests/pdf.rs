//! PDFs: what is rebuilt from the places of characters and lines.

mod support;

use gouji::intake::encoding::Native;
use gouji::intake::{self, Intake};

use support::written::{at, pdf_of};

fn read(bytes: &[u8]) -> Intake {
    intake::read(bytes, &Native).expect("a PDF that is read")
}

fn codes(intake: &Intake) -> Vec<&'static str> {
    intake.notes.iter().map(|note| note.remark.code()).filter(|code| *code != "pdf-layout").collect()
}

/// The lines of a table from `top` down with two rows and columns, as borders.
const BORDERS: &str = "50 500 200 -40 re S 50 480 m 250 480 l S 150 500 m 150 460 l S\n";

#[test]
fn lines_between_cells_make_a_table() {
    let content = [BORDERS, &at(60, 485, "规章"), &at(160, 485, "12"), &at(60, 465, "报告")].concat();
    assert_eq!(read(&pdf_of(&[&content], "")).text, "规章\t12\n报告\t\n");
    // Borders that are thin shapes, and one that is dots.
    let dots: String = (0..100).map(|dot| format!("{} 479.5 1 1 re f ", 50 + 2 * dot)).collect();
    let shapes = format!(
        "50 499 200 1 re f 50 460 m 250 460 l 250 461 l 50 461 l h f 50 460 1 40 re f 250 460 1 40 re f 150 460 0.5 40 re f {dots}"
    );
    let content = content.replace(BORDERS, &shapes);
    assert_eq!(read(&pdf_of(&[&content], "")).text, "规章\t12\n报告\t\n");
}

#[test]
fn a_number_too_wide_for_its_cell_stays_in_one_piece() {
    let content = [BORDERS, &at(145, 485, "1234"), &at(60, 465, "报告")].concat();
    assert_eq!(read(&pdf_of(&[&content], "")).text, "\t1234\n报告\t\n");
}

#[test]
fn what_is_drawn_twice_counts_once_and_lines_of_a_cell_run_on() {
    let content = [
        BORDERS,
        &at(60, 490, "政府信息"),
        &at(61, 490, "政府信息"),
        &at(60, 481, "公开"),
        &at(160, 485, "11"),
    ];
    assert_eq!(read(&pdf_of(&[&content.concat()], "")).text, "政府信息公开\t11\n\t\n");
}

#[test]
fn paragraphs_and_tables_go_on_over_pages_and_page_numbers_do_not() {
    let long = "政府信息公开年报告政府信息公开年报告政府信息公开年报告";
    let first = [
        &at(70, 560, "一、总体情况"),
        &at(70, 540, &long[..25 * 3]),
        &at(50, 525, long),
        &at(190, 20, "-1-"),
    ];
    let second =
        [&at(50, 560, "情况"), BORDERS, &at(60, 485, "规章"), &at(160, 485, "12"), &at(190, 20, "-2-")];
    let third = [BORDERS, &at(60, 485, "报告"), &at(160, 465, "3"), &at(190, 20, "-3-")];
    let text = |parts: &[&str]| parts.concat();
    let pages = [
        text(&first.map(|part| part.as_str())),
        text(&[second[0], second[1], second[2], second[3], second[4]]),
        text(&[third[0], third[1], third[2], third[3]]),
    ];
    let intake = read(&pdf_of(&[&pages[0], &pages[1], &pages[2]], ""));
    let wanted = format!("一、总体情况\n{}{long}情况\n规章\t12\n报告\t\n\t3\n", &long[..25 * 3]);
    assert_eq!(intake.text, wanted);
    assert_eq!(codes(&intake), ["page-margin"]);
}

#[test]
fn turned_pages_are_read_upright() {
    let content = [BORDERS, &at(60, 485, "规章"), &at(160, 485, "12")].concat();
    let wanted = "规章\t12\n\t\n";
    // Turned by the drawing, turned back by the page, and turned by the drawing alone.
    let turned = format!("0 1 -1 0 500 0 cm {content}");
    assert_eq!(read(&pdf_of(&[&turned], "/Rotate 90/CropBox[0 0 600 600]")).text, wanted);
    assert_eq!(read(&pdf_of(&[&turned], "/CropBox[0 0 600 600]")).text, wanted);
    let over = format!("-1 0 0 -1 400 600 cm {content}");
    assert_eq!(read(&pdf_of(&[&over], "")).text, wanted);
    assert_eq!(read(&pdf_of(&[&over], "/Rotate 180")).text, wanted);
}

#[test]
fn a_watermark_is_left_aside_and_said() {
    let content = format!("{}q 0.7 0.7 -0.7 0.7 100 -100 cm {} Q", at(60, 485, "规章"), at(200, 200, "公开"));
    let intake = read(&pdf_of(&[&content], ""));
    assert_eq!((intake.text.as_str(), codes(&intake)), ("规章\n", vec!["askew-text"]));
}

#[test]
fn labels_that_a_pages_end_cuts_are_put_together() {
    let last = [BORDERS, &at(60, 485, "1.政府"), &at(160, 485, "12"), &at(60, 465, "2.主动公")].concat();
    // The rest of the label within the row, with its value.
    let next = [BORDERS, &at(60, 485, "开"), &at(160, 485, "3"), &at(60, 465, "3.规章")].concat();
    let wanted = "1.政府\t12\n2.主动公开\t3\n3.规章\t\n";
    assert_eq!(read(&pdf_of(&[&last, &next], "")).text, wanted);
    // Above the first line, as browsers leave it; the value was on the page before.
    let last = format!("{last}{}", at(160, 465, "3"));
    let next = [BORDERS, &at(60, 503, "开"), &at(60, 485, "3.规章"), &at(160, 485, "0")].concat();
    let wanted = "1.政府\t12\n2.主动公开\t3\n3.规章\t0\n\t\n";
    assert_eq!(read(&pdf_of(&[&last, &next], "")).text, wanted);
    // A paragraph there ends the table.
    let next = [BORDERS, &at(60, 540, "四、报告"), &at(60, 485, "3.规章"), &at(160, 485, "0")].concat();
    let wanted = "1.政府\t12\n2.主动公\t3\n四、报告\n3.规章\t0\n\t\n";
    assert_eq!(read(&pdf_of(&[&last, &next], "")).text, wanted);
}

/// A head of the form and rows below it, at the places of columns that no lines part.
fn without_lines(rows: &[(u32, &[(u32, &str)])]) -> String {
    let words = rows.iter().flat_map(|(y, parts)| parts.iter().map(|(x, words)| at(*x, *y, words)));
    words.collect()
}

const HEAD: (u32, &[(u32, &str)]) =
    (500, &[(20, "信息内容"), (120, "本年制发件数"), (200, "本年废止件数"), (280, "现行有效件数")]);
const HEAD_ROW: &str = "信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n";

#[test]
fn values_without_lines_stand_under_their_heads() {
    let of = |rows: &[(u32, &[(u32, &str)])]| read(&pdf_of(&[&without_lines(rows)], "")).text;
    // A blank before, between and behind values, and in all places.
    let rows: &[(u32, &[(u32, &str)])] = &[
        HEAD,
        (480, &[(20, "规章"), (228, "12"), (308, "3")]),
        (460, &[(20, "行政规范性文件"), (148, "1"), (308, "7")]),
    ];
    assert_eq!(of(rows), format!("{HEAD_ROW}规章\t\t12\t3\n行政规范性文件\t1\t\t7\n"));
    let rows: &[(u32, &[(u32, &str)])] =
        &[HEAD, (480, &[(20, "规章")]), (460, &[(20, "行政规范性文件"), (228, "0")])];
    assert_eq!(of(rows), format!("{HEAD_ROW}规章\t\t\t\n行政规范性文件\t\t0\t\n"));
    // A label in two lines.
    let rows: &[(u32, &[(u32, &str)])] = &[
        (505, &[(120, "本年制发"), (200, "本年废止"), (280, "现行有效")]),
        (493, &[(20, "信息内容"), (130, "件数"), (210, "件数"), (290, "件数")]),
        (470, &[(20, "规章"), (138, "12")]),
    ];
    assert_eq!(of(rows), format!("{HEAD_ROW}规章\t12\t\t\n"));
}

#[test]
fn values_that_may_be_of_two_columns_stay_a_line() {
    // A line as wide as the page, so that shorter ones end their paragraphs.
    let wide = "政府信息".repeat(9);
    let of = |rows: &[(u32, &[(u32, &str)])]| {
        let page = at(20, 560, &wide) + &without_lines(rows);
        read(&pdf_of(&[&page], "")).text.replace(&format!("{wide}\n"), "")
    };
    let line = "信息内容 本年制发件数 本年废止件数 现行有效件数\n";
    // Between two heads; under two; a head is missing.
    let between: &[(u32, &[(u32, &str)])] = &[HEAD, (480, &[(20, "规章"), (187, "1"), (308, "3")])];
    assert_eq!(of(between), format!("{line}规章 1 3\n"));
    let under: &[(u32, &[(u32, &str)])] = &[HEAD, (480, &[(20, "规章"), (160, "123456789012"), (308, "3")])];
    assert_eq!(of(under), format!("{line}规章 123456789012 3\n"));
    let missing: &[(u32, &[(u32, &str)])] = &[
        (500, &[(120, "本年制发件数"), (280, "现行有效件数")]),
        (480, &[(20, "规章"), (148, "1"), (308, "3")]),
    ];
    assert_eq!(of(missing), "本年制发件数 现行有效件数\n规章 1 3\n");
    // In all columns they are told by their order, wherever in their cells they stand.
    let right: &[(u32, &[(u32, &str)])] = &[HEAD, (480, &[(20, "规章"), (187, "1"), (267, "2"), (347, "3")])];
    assert_eq!(of(right), format!("{HEAD_ROW}规章\t1\t2\t3\n"));
}

#[test]
fn a_row_of_values_at_a_pages_end_is_no_page_number() {
    let first = [at(70, 560, "一、总体情况"), at(60, 20, "1"), at(120, 20, "0"), at(180, 20, "2")].concat();
    let second = [at(70, 560, "政府信息"), at(60, 20, "1"), at(120, 20, "0"), at(180, 20, "3")].concat();
    assert_eq!(read(&pdf_of(&[&first, &second], "")).text, "一、总体情况\n1 0 2\n政府信息\n1 0 3\n");
}

#[test]
fn a_line_of_a_label_below_the_lines_of_a_page_is_joined() {
    let last =
        [BORDERS, &at(60, 485, "1.政府"), &at(160, 485, "12"), &at(60, 465, "2.主动公"), &at(60, 448, "开")]
            .concat();
    let next = [BORDERS, &at(60, 485, "3.规章"), &at(160, 485, "0"), &at(60, 465, "4.报告")].concat();
    let wanted = "1.政府\t12\n2.主动公开\t\n3.规章\t0\n4.报告\t\n";
    assert_eq!(read(&pdf_of(&[&last, &next], "")).text, wanted);
    // A heading there is none of it.
    let last = last.replace(&at(60, 448, "开"), &at(60, 448, "四、报告"));
    assert!(read(&pdf_of(&[&last, &next], "")).text.contains("\n四、报告\n"));
}

/// A line of writing of which only what is between `left` and `right` is seen.
fn clipped(left: u32, right: u32, at: &str) -> String {
    format!("q {left} 0 {} 600 re W n {at} Q\n", right - left)
}

/// Rows of a table, 20 high each, from `x` to `right` and from 500 down, with borders at `xs`.
fn borders(xs: &[u32], rows: u32) -> String {
    let (left, right) = (xs[0], xs[xs.len() - 1]);
    let bottom = 500 - 20 * rows;
    let across = (0..=rows).map(|row| format!("{left} {0} m {right} {0} l S ", 500 - 20 * row));
    let down = xs.iter().map(|x| format!("{x} 500 m {x} {bottom} l S "));
    across.chain(down).collect::<String>() + "\n"
}

#[test]
fn what_is_clipped_is_not_read() {
    let content = clipped(50, 100, &at(60, 485, "规章年报告内容"));
    assert_eq!(read(&pdf_of(&[&content], "")).text, "规章年报\n");
    // A clip within one that was left holds no more.
    let content = format!("q 0 0 10 10 re W* n Q {}", at(60, 485, "规章"));
    assert_eq!(read(&pdf_of(&[&content], "")).text, "规章\n");
}

/// Two strips of a sheet, the second 300 to the right of the first, as a spreadsheet
/// program prints it: the words over the columns are on both, cut at the paper's edge.
fn strips() -> [String; 2] {
    let over = "主动公开政府信息";
    let first = [
        borders(&[50, 250, 350], 3),
        clipped(50, 350, &at(310, 485, over)),
        at(60, 465, "规章"),
        at(260, 465, "1"),
        at(60, 445, "报告"),
        at(260, 445, "2"),
        at(190, 20, "1"),
    ];
    let second = [
        borders(&[50, 150], 3),
        clipped(50, 150, &format!("BT /F 10 Tf 1 0 0 1 10 485 Tm {} Tj ET\n", support::written::shown(over))),
        at(60, 465, "3"),
        at(190, 20, "2"),
    ];
    [first.concat(), second.concat()]
}

#[test]
fn strips_of_a_sheet_that_is_wider_than_the_paper_are_one_table() {
    let [first, second] = strips();
    let wanted = "\t主动公开\t政府信息\n规章\t1\t3\n报告\t2\t\n";
    let text = |pages: &[&str]| read(&pdf_of(pages, "")).text.replace("1 2\n", "");
    assert_eq!(text(&[&first, &second]), wanted);
    // Pages that have nothing in common stay what they are.
    let other = second.replace("1 0 0 1 10 485", "1 0 0 1 10 489");
    assert!(!text(&[&first, &other]).contains("规章\t1\t3"));
}

#[test]
fn strips_that_no_word_crosses_follow_the_others_of_their_sheet() {
    let [first, second] = strips();
    let rows = |x: u32, words: &[&str]| -> String {
        words.iter().zip(0..).map(|(words, row)| at(x, 485 - 20 * row, words)).collect()
    };
    let below =
        [borders(&[50, 250, 350], 4), rows(60, &["一", "二", "三", "四"]), rows(260, &["5", "6", "7", "8"])];
    let below = below.concat();
    let beside = [borders(&[50, 150], 4), rows(60, &["9", "10", "11", "12"])].concat();
    let pages = [&first, &below, &second, &beside].map(String::as_str);
    let text = read(&pdf_of(&pages, "")).text;
    assert!(
        text.contains("规章\t1\t3\n报告\t2\t\n") && text.contains("一\t5\t9\n二\t6\t10\n三\t7\t11\n"),
        "{text}"
    );
    // Words of its own: another sheet.
    let labels = beside.replace(&at(60, 485, "9"), &at(60, 485, "报告"));
    let pages = [&first, &below, &second, &labels].map(String::as_str);
    assert!(read(&pdf_of(&pages, "")).text.contains("一\t5\n"));
}

#[test]
fn words_that_stand_over_each_other_are_said_and_not_read() {
    for y in [485, 480] {
        let over = at(65, y, "公开内容");
        let content = [BORDERS, &at(60, 485, "规章年报"), &over, &at(160, 485, "12"), &at(60, 465, "报告")];
        let intake = read(&pdf_of(&[&content.concat()], ""));
        assert_eq!(intake.text, "\u{fffd}\t12\n报告\t\n", "{y}");
        assert_eq!(codes(&intake), ["overprinted-text"]);
    }
    // The mark of a note stands raised behind its word.
    let marked = [
        BORDERS,
        &at(60, 485, "规章"),
        &at(80, 489, "1").replace("/F 10 Tf", "/F 5 Tf"),
        &at(160, 485, "12"),
    ];
    assert_eq!(codes(&read(&pdf_of(&[&marked.concat()], ""))), Vec::<&str>::new());
}

#[test]
fn words_that_run_over_an_empty_cell_stay_in_one_piece() {
    let content = [BORDERS, &at(60, 485, "主动公开政府信息公开内容"), &at(60, 465, "报告")];
    assert_eq!(read(&pdf_of(&[&content.concat()], "")).text, "主动公开政府信息公开内容\t\n报告\t\n");
}

#[test]
fn a_value_at_the_pages_edge_is_no_page_number() {
    let page = |value: &str| [at(60, 300, "规章"), at(200, 20, value)].concat();
    assert_eq!(read(&pdf_of(&[&page("7")], "")).text, "规章\n7\n");
    assert_eq!(read(&pdf_of(&[&page("4"), &page("9")], "")).text, "规章\n4\n规章\n9\n");
    assert_eq!(codes(&read(&pdf_of(&[&page("1"), &page("2")], ""))), ["page-margin"]);
    let two = [page("7"), at(300, 20, "8")].concat();
    assert_eq!(read(&pdf_of(&[&two], "")).text, "规章\n7 8\n");
}

#[test]
fn a_cell_that_a_page_cuts_without_a_line_is_one() {
    // Over both rows below the first, and on over the page's end.
    let first = "50 500 m 250 500 l S 50 480 m 250 480 l S 150 460 m 250 460 l S 50 500 m 50 460 l S 150 500 m 150 460 l S 250 500 m 250 460 l S\n";
    let second = "150 500 m 250 500 l S 50 480 m 250 480 l S 50 500 m 50 480 l S 150 500 m 150 480 l S 250 500 m 250 480 l S\n";
    let pages = [
        [first, &at(60, 485, "规章"), &at(160, 485, "1"), &at(60, 465, "政府信息"), &at(160, 465, "2")]
            .concat(),
        [second, &at(60, 485, "公开"), &at(160, 485, "3")].concat(),
    ];
    assert_eq!(read(&pdf_of(&[&pages[0], &pages[1]], "")).text, "规章\t1\n政府信息公开\t2\n\t3\n");
}

#[test]
fn lines_beyond_all_bounds_are_left_aside() {
    let far = "1000000000000 0 0 1000000000000 0 0 cm ".repeat(3);
    for place in ["1", "200", "300", "1000000000000"] {
        let content =
            format!("q {far} 0 {place} m 5 {place} l S {place} 0 m {place} 5 l S Q {}", at(50, 500, "报告"));
        assert_eq!(read(&pdf_of(&[&content], "")).text, "报告\n", "{place}");
    }
}
