//! The same tables from every surface a paste can have give the same report.

mod support;

use std::collections::BTreeSet;

use gouji::form::TableKey;
use gouji::report::CellState;

use support::grid::grid;
use support::model::Model;
use support::reading::{assert_no_difference, compare, read, table_of};
use support::{pdf, surface};

/// What a surface keeps of a table.
#[derive(Clone, Copy, PartialEq)]
enum Keeps {
    /// Every cell.
    All,
    /// Every cell that is not blank; of a row with a blank, which cell a number
    /// belongs to may be lost, so that it may be unread.
    Numbers,
}

/// Writes every model with `write` and holds what is read against the model.
fn same_cells(name: &str, keeps: Keeps, write: impl Fn(&Model) -> String) {
    let mut differences = Vec::new();
    for model in Model::all() {
        let text = write(&model);
        let reading = read(&text);
        let lossy = keeps == Keeps::Numbers && model.has_blanks();
        differences.extend(compare(&model, &reading, lossy).map(|d| format!("{}: {d}", model.name)));
    }
    assert_no_difference(name, &differences);
}

macro_rules! surfaces {
    ($($name:ident: $keeps:ident, $write:expr;)*) => {
        $(#[test]
        fn $name() {
            same_cells(stringify!($name), Keeps::$keeps, $write);
        })*
    };
}

surfaces! {
    rows_of_tabs: All, |m| surface::tables(m, surface::rows_of_tabs);
    ragged_tabs: Numbers, |m| surface::tables(m, surface::ragged_tabs);
    one_cell_a_line: All, |m| surface::tables(m, surface::cell_a_line);
    one_cell_a_line_with_no_break_spaces: All, |m| surface::tables(m, surface::cell_a_line_with_no_break_spaces);
    browser_rows: All, |m| surface::tables(m, surface::browser_rows);
    every_cell_a_paragraph_with_no_break_spaces: All, |m| surface::tables(m, surface::paragraphs_with_no_break_spaces);
    every_cell_a_flat_paragraph: All, |m| surface::tables(m, surface::flat_paragraphs);
    inner_text: All, |m| surface::tables(m, surface::inner_text);
    pipes_between_cells_only: All, |m| surface::tables(m, surface::inner_pipes);
    every_cell_a_paragraph: All, |m| surface::tables(m, surface::paragraphs);
    pipes: All, |m| surface::tables(m, surface::pipes);
    pipes_with_repeated_merged_cells: All, |m| surface::tables(m, surface::pipes_repeated);
    comma_separated_rows: All, |m| surface::tables(m, surface::commas);
    one_cell_a_line_with_bars: All, |m| surface::tables(m, surface::bars);
    one_cell_a_line_led_by_bars: All, |m| surface::tables(m, surface::bars_led);
    pipes_with_spanned_cells_at_the_end: Numbers, |m| surface::tables(m, surface::pipes_filled);
    each_table_on_one_line: Numbers, |m| surface::tables(m, surface::one_line);
    whole_report_on_one_line: Numbers, surface::whole_report_on_one_line;
    pdf_in_content_order: Numbers, |m| surface::tables(m, pdf::stream);
    pdf_line_by_line: Numbers, |m| surface::tables(m, pdf::lines);
    columns_kept_by_spaces: Numbers, |m| surface::tables(m, pdf::columns);
    full_width_digits: All, |m| surface::tables(m, surface::full_width_digits);
    characters_that_look_like_ideographs: All, |m| surface::tables(m, surface::look_alikes);
    thousands: All, |m| surface::tables(m, surface::thousands);
    wide_thousands: All, |m| surface::tables(m, surface::wide_thousands);
    thousands_in_comma_separated_rows: All, |m| surface::tables(m, surface::thousands_in_commas);
    numbers_in_two_pieces: All, |m| surface::tables(m, surface::split_numbers);
    half_width_labels: All, |m| surface::tables(m, surface::half_width_labels);
    spaces_inside_labels_and_numbers: All, |m| surface::tables(m, surface::spaces_inside);
    heads_broken_inside_a_cell: All, |m| surface::tables(m, surface::heads_broken);
    rows_swapped: All, surface::rows_swapped;
    a_tab_at_the_end_of_every_line: All, |m| surface::tables(m, surface::ended_by_tabs);
    first_cells_without_a_tab: Numbers, |m| surface::tables(m, surface::led_after_gaps);
    spaces_before_the_tab_of_a_cell: All, |m| surface::tables(m, surface::indented_cells);
    numbers_of_labels_in_one_character: All, |m| surface::tables(m, surface::enclosed_numbers);
    thousands_in_rows_of_spaces: Numbers, |m| surface::tables(m, surface::thousands_between_spaces);
    carriage_returns: All, |m| surface::tables(m, surface::rows_of_tabs).replace('\n', "\r\n");
}

/// Surfaces that differ in the prose and headings, not in the tables.
fn headings(name: &str, change: impl Fn(&str) -> String) {
    same_cells(name, Keeps::All, |m| {
        let text = surface::tables(m, surface::rows_of_tabs);
        let changed = change(&text);
        assert_ne!(changed, text, "{name}: {} has what is changed", m.name);
        changed
    });
}

#[test]
fn headings_with_arabic_numbers() {
    headings("arabic", |text| {
        let mut text = text.to_string();
        for (number, title) in
            [("一、", "1、 总体情况"), ("三、", "3、收到和处理"), ("五、", "5. 存在的主要问题")]
        {
            let words = title.trim_start_matches(|c: char| !('\u{4e00}'..='\u{9fff}').contains(&c));
            text = text.replace(&format!("\n{number}{words}"), &format!("\n{title}"));
        }
        text
    });
}

#[test]
fn headings_without_numbers() {
    headings("no numbers", |text| {
        text.replace("\n二、主动公开", "\n主动公开")
            .replace("\n五、存在", "\n存在")
            .replace("\n六、其他需要", "\n   其他需要")
    });
}

#[test]
fn bookmarks_and_list_marks_left_by_a_converter() {
    headings("bookmarks", |text| {
        text.replace("\n一、总体", "\n一、 [bookmark: _GoBack]总体")
            .replace("\n三、收到", "\n三、[bookmark: OLE_LINK1]收到")
            .replace("\n一是政策", "\n- 1.一是政策")
    });
}

#[test]
fn heading_and_first_sentence_on_one_line() {
    headings("run in", |text| text.replace("一、总体情况\n\n青禾镇", "一、总体情况青禾镇"));
}

#[test]
fn a_small_table_in_the_overview_is_not_table_two() {
    headings("small table", |text| {
        text.replace(
            "全年开展业务培训两次。\n",
            "各渠道公开数量如下：\n\t序号\n\t公开渠道\n\t数量（条）\n\n\t1\n\t门户网站\n\t192\n\n\t2\n\t政务新媒体\n\t286\n\n\
             信息内容\t数量\n机构设置\t3\n规范性文件\t6\n合计\t487\n\n全年开展业务培训两次。\n",
        )
    });
}

#[test]
fn a_portal_page_around_the_report() {
    headings("page around", |text| {
        format!(
            "当前位置：首页 > 政府信息公开 > 年度报告\n索引号\t11330000/2024-00012\t发布机构\t青禾镇\n\
             浏览次数：128 次 字号：[大 中 小]\n\n{text}\n云溪县青禾镇人民政府\n2024年1月20日\n\n附件下载\n打印本页 关闭窗口\n"
        )
    });
}

#[test]
fn a_title_among_other_words_of_the_page() {
    let title = |text: &str, changed: &str| {
        let year = if text.contains("2023年政府") { 2023 } else { 2020 };
        let old = format!("云溪县青禾镇人民政府\n{year}年政府信息公开工作年度报告\n");
        assert!(text.contains(&old));
        text.replace(&old, &changed.replace("#", &year.to_string()))
    };
    for changed in [
        "首页 > 政府信息公开 > 云溪县青禾镇人民政府#年政府信息公开工作年度报告 发布时间：2024-01-15\n",
        "云溪县青禾镇人民政府#年政府信息公开工作年度报告 2024-01-15 来源：青禾镇 浏览：56次\n",
        "云溪县青禾镇人民政府#年政府信息公开工作年度报告发布日期：2024-01-15\n",
        "当前位置：首页/年报/云溪县青禾镇人民政府#年政府信息公开工作年度报告\n",
    ] {
        headings(changed, |text| title(text, changed));
    }
}

/// The codes of all findings.
fn rules(text: &str) -> Vec<&'static str> {
    gouji::check(text, &gouji::Options::default()).findings.iter().map(|finding| finding.rule).collect()
}

#[test]
fn spaced_rows_without_headings_have_no_heading_without_a_number() {
    for model in Model::all() {
        let text = surface::tables(&model, |grid| surface::rows_of_tabs(grid).replace('\t', " "));
        let kept =
            |line: &&str| !(line.contains('、') && ["情况", "事项"].iter().any(|end| line.ends_with(end)));
        let text = text.lines().filter(kept).collect::<Vec<_>>().join("\n");
        let found = rules(&text);
        assert!(!found.contains(&"S-03"), "{}: {found:?}", model.name);
    }
}

#[test]
fn a_page_read_by_its_columns_has_one_kind_of_finding() {
    let mut differences = Vec::new();
    let is_draft = |m: &&Model| m.edition.id == gouji::form::EditionId::E2019Draft;
    for model in Model::more().iter().filter(|m| !is_draft(m)) {
        let plain = rules(&surface::tables(model, surface::rows_of_tabs));
        let found = rules(&surface::tables(model, surface::by_columns));
        let more: Vec<_> = found.iter().filter(|code| **code != "F-15" && !plain.contains(code)).collect();
        if !more.is_empty() {
            differences.push(format!("{}: {more:?}", model.name));
        }
    }
    assert_no_difference("by columns", &differences);
}

/// Digits run together: whatever is read must be right, and a row of 表三 that has
/// only one split must be read.
fn glued(name: &str, write: fn(&support::grid::Grid) -> String) {
    let mut differences = Vec::new();
    for model in Model::all().iter().filter(|m| !m.has_blanks()) {
        let reading = read(&surface::tables(model, write));
        let certain = rows_with_one_split(model);
        for (id, wanted) in model.cells() {
            let Some(found) = reading.cells.get(&id) else {
                differences.push(format!("{}: {id}: not in the report", model.name));
                continue;
            };
            let row = id.rsplit_once('/').map_or("", |(row, _)| row);
            let right = found.value.is_some() && found.value == wanted.value;
            let unread = matches!(found.state, CellState::Unread | CellState::Text) && found.value.is_none();
            if !(right || unread && !certain.contains(row)) {
                differences.push(format!("{}: {id}: wanted {wanted}, found {found}", model.name));
            }
            if table_of(&id) != TableKey::Disclosure && found.state == CellState::Number {
                differences.push(format!("{}: {id}: a split that sums chose is inferred", model.name));
            }
        }
        if !reading.errors.is_empty() {
            differences.push(format!("{}: errors {:?}", model.name, reading.errors));
        }
    }
    assert_no_difference(name, &differences);
}

/// `table/row` of the rows of 表三 whose digits, run together, split in one way only
/// into six counts and their sum.
fn rows_with_one_split(model: &Model) -> BTreeSet<String> {
    let table = model.edition.table(TableKey::Applications);
    let mut rows = BTreeSet::new();
    for row in 0..table.row_count() as u8 {
        let cells: Vec<_> = table.cells().filter(|cell| cell.row == row).collect();
        let digits: String = cells.iter().map(|cell| model.written[cell].as_str()).collect();
        if splits(digits.as_bytes(), cells.len(), 0) == 1 {
            let id = model.edition.cell_id(cells[0]);
            rows.insert(id.rsplit_once('/').expect("an id has parts").0.to_string());
        }
    }
    rows
}

/// In how many ways `digits` split into `parts` counts of which the last is the sum.
fn splits(digits: &[u8], parts: usize, sum: u64) -> usize {
    let number = |digits: &[u8]| -> Option<u64> {
        let plain = digits.len() == 1 || digits.first() != Some(&b'0');
        if plain { std::str::from_utf8(digits).ok()?.parse().ok() } else { None }
    };
    if parts == 1 {
        return usize::from(number(digits) == Some(sum));
    }
    (1..digits.len())
        .filter_map(|at| Some(splits(&digits[at..], parts - 1, sum + number(&digits[..at])?)))
        .sum()
}

#[test]
fn digits_run_together_on_one_line() {
    glued("glued", surface::glued);
}

#[test]
fn digits_run_together_row_by_row() {
    glued("glued rows", surface::glued_rows);
}

#[test]
fn notes_under_the_tables() {
    let note = |text: &str| {
        text.replace("\n五、存在", "\n注：数量含上年度结转2件。\n五、存在")
            .replace("\n四、政府", "\n（说明：含上年结转3件，另有1件转下年办理）\n四、政府")
    };
    headings("notes", note);
    same_cells("notes under a line", Keeps::Numbers, |m| note(&surface::tables(m, surface::one_line)));
}

#[test]
fn parts_of_section_one_named_like_sections() {
    let parts = |text: &str| {
        text.replace("\n一、总体情况\n", "\n")
            .replace("\n二、主动公开政府信息情况\n", "\n")
            .replace("全年开展业务", "（一）主动公开情况\n制发文件3件。\n（二）依申请公开情况\n全年开展业务")
    };
    for model in Model::all() {
        let reading = read(&parts(&surface::tables(&model, surface::rows_of_tabs)));
        let wanted = model.cells();
        assert_eq!(reading.cells, wanted, "{}", model.name);
    }
}

/// A page read by its columns cannot be put together again. Then nothing is read that
/// is not there, nothing is called missing or blank, and nothing is an error.
#[test]
fn a_page_read_by_its_columns_is_not_read() {
    let mut differences = Vec::new();
    for model in Model::all().iter().filter(|m| !m.has_blanks()) {
        let reading = read(&surface::tables(model, surface::by_columns));
        for (id, wanted) in model.cells() {
            let Some(found) = reading.cells.get(&id) else { continue };
            if *found != wanted && found.state != CellState::Unread {
                differences.push(format!("{}: {id}: wanted {wanted}, found {found}", model.name));
            }
        }
        if !reading.errors.is_empty() {
            differences.push(format!("{}: errors {:?}", model.name, reading.errors));
        }
    }
    assert_no_difference("by columns", &differences);
}

/// Where empty cells vanish, digits run together are no row of seven.
#[test]
fn digits_run_together_without_the_blank_cells_are_not_split() {
    for model in Model::all().iter().filter(|m| m.has_blanks()) {
        let reading = read(&surface::tables(model, surface::glued));
        for (id, wanted) in model.cells() {
            let found = &reading.cells[&id];
            assert!(found.value.is_none() || found.value == wanted.value, "{id}: {found}, wanted {wanted}");
        }
    }
}

#[test]
fn the_surfaces_differ() {
    // A helper that ignored its grid would make the tests above pass for nothing.
    let model = &Model::all()[0];
    let write: &[fn(&support::grid::Grid) -> String] = &[
        surface::cell_a_line,
        surface::rows_of_tabs,
        surface::ragged_tabs,
        surface::browser_rows,
        surface::paragraphs,
        surface::inner_text,
        surface::inner_pipes,
        surface::by_columns,
        surface::pipes,
        surface::pipes_repeated,
        surface::commas,
        surface::bars,
        surface::one_line,
        surface::glued,
        pdf::stream,
        pdf::lines,
        pdf::columns,
    ];
    let texts: BTreeSet<String> = write.iter().map(|w| w(&grid(model, TableKey::Applications))).collect();
    assert_eq!(texts.len(), write.len());
    if std::env::var_os("GOUJI_PRINT").is_some() {
        for text in texts {
            println!("{text}\n========");
        }
    }
}
