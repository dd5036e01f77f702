//! Real reports as people meet them (readers of a PDF, a portal's copy, a page with
//! every cell boundary lost), cell by cell against their true values. They stand
//! beside the repository (see `support/shared.rs`).

mod support;

use gouji::form::TableKey;
use gouji::intake;
use gouji::intake::encoding::Native;
use gouji::report::CellState;
use gouji::text::Number;
use gouji::{Options, check};

use support::reading::{assert_no_difference, cells, table_of};
use support::shared;

/// What a reader kept of the boundaries between cells.
#[derive(Clone, Copy, PartialEq)]
enum Boundaries {
    /// All of them: nothing is inferred.
    Kept,
    /// The cells of 表四 are scattered: which group a number belongs to is inferred.
    Scattered,
    /// None: everything is inferred, and cells of 表二, which no sum holds, may be
    /// unread.
    Lost,
}

fn against_truth(name: &str, boundaries: Boundaries) {
    if let Some(text) = shared::text(&format!("real/{name}.txt")) {
        text_against_truth(name, &text, boundaries);
    }
}

fn text_against_truth(name: &str, text: &str, boundaries: Boundaries) {
    let truth = shared::text(&format!("real/{name}.truth.json")).expect("a truth for each report");
    let truth: serde_json::Value = serde_json::from_str(&truth).expect("a truth is JSON");
    let check = check(text, &Options::default());
    let read = cells(&check.report);
    let mut differences = Vec::new();

    let organization = check.report.title.as_ref().and_then(|t| t.organization.as_deref());
    if organization != truth["organization"].as_str() {
        differences.push(format!("organization: wanted {}, found {organization:?}", truth["organization"]));
    }
    let year = check.report.year.map(|y| i64::from(y.value));
    if year != truth["year"].as_i64() {
        differences.push(format!("year: wanted {}, found {year:?}", truth["year"]));
    }
    let edition = check.report.edition.map(|e| e.key());
    if edition != truth["edition"].as_str() {
        differences.push(format!("edition: wanted {}, found {edition:?}", truth["edition"]));
    }

    let wanted = truth["cells"].as_object().expect("a truth has cells");
    let (mut numbers, mut inferred, mut unread) = (0, 0, 0);
    for (id, value) in wanted {
        let Some(found) = read.get(id) else {
            differences.push(format!("{id}: not in the report"));
            continue;
        };
        let value = value.as_number().map(|n| n.to_string().parse::<Number>().expect("a number"));
        match found.state {
            CellState::Number => numbers += 1,
            CellState::Inferred => inferred += 1,
            _ => unread += 1,
        }
        let right = match value {
            Some(number) => found.value == Some(number),
            None => found.state == CellState::Blank,
        };
        let may_be_unread = boundaries == Boundaries::Lost
            && table_of(id) == TableKey::Disclosure
            && found.state == CellState::Unread;
        if !right && !may_be_unread {
            let value = value.map_or("blank".to_string(), |n| n.to_string());
            differences.push(format!("{id}: wanted {value}, found {found}"));
        }
        let may_be_inferred = match boundaries {
            Boundaries::Kept => false,
            Boundaries::Scattered => table_of(id) == TableKey::Remedies,
            Boundaries::Lost => true,
        };
        if found.state == CellState::Inferred && !may_be_inferred {
            differences.push(format!("{id}: inferred although its boundary is there"));
        }
    }
    println!("{name}: {numbers} read, {inferred} inferred, {unread} without a number, of {}", wanted.len());
    assert_no_difference(name, &differences);
}

#[test]
fn a_pdf_in_reading_order() {
    against_truth("003_huaian_2024_pdftotext", Boundaries::Scattered);
}

#[test]
fn a_pdf_with_columns_kept_by_spaces() {
    against_truth("004_huaian_2024_pdftotext_layout", Boundaries::Kept);
}

#[test]
fn a_pdf_in_content_order() {
    against_truth("005_huaian_2024_pdftotext_raw", Boundaries::Kept);
}

#[test]
fn a_pdf_row_by_row() {
    against_truth("006_huaian_2024_pdfplumber", Boundaries::Kept);
}

#[test]
fn a_page_with_every_boundary_lost() {
    against_truth("011_pingtan_2024_glued", Boundaries::Lost);
}

#[test]
fn a_browsers_copy_with_every_cell_a_paragraph() {
    against_truth("042_pingtan_2023_chromecopy", Boundaries::Kept);
}

#[test]
fn a_portals_page_as_a_file() {
    let Some(folder) = shared::folder() else { return };
    let bytes = std::fs::read(folder.join("real/014_pingtan_2023_html.html")).expect("the page");
    let page = intake::read(&bytes, &Native).expect("a page that is read");
    assert_eq!(page.format, "html");
    text_against_truth("014_pingtan_2023_html", &page.text, Boundaries::Kept);
    // The same from the clipboard, which holds all of it.
    let clipboard = intake::html::clipboard(&String::from_utf8_lossy(&bytes)).expect("a table");
    text_against_truth("014_pingtan_2023_html", &clipboard.text, Boundaries::Kept);
}
