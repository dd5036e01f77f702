//! The same report as different programs save it gives the cells, findings and checks
//! that it gives as text. `files/make.sh` makes the files.

mod support;

use gouji::intake::encoding::Native;
use gouji::intake::{self, Intake};
use gouji::render::json::{Origin, document};
use gouji::{Lang, Options, check};
use serde_json::Value;

use support::reading::assert_no_difference;
use support::sample::CLEAN_2021;

/// A file with its bytes, its kind and the codes of its notes.
type Case = (&'static str, &'static [u8], &'static str, &'static [&'static str]);

const CASES: [Case; 8] = [
    ("chromium.pdf", include_bytes!("files/chromium.pdf"), "pdf", &["pdf-layout"]),
    ("chromium-bare.pdf", include_bytes!("files/chromium-bare.pdf"), "pdf", &["pdf-layout", "page-margin"]),
    ("libreoffice.pdf", include_bytes!("files/libreoffice.pdf"), "pdf", &["pdf-layout"]),
    ("openpyxl.xlsx", include_bytes!("files/openpyxl.xlsx"), "xlsx", &["hidden-sheet"]),
    ("libreoffice.xlsx", include_bytes!("files/libreoffice.xlsx"), "xlsx", &["hidden-sheet"]),
    ("libreoffice.doc", include_bytes!("files/libreoffice.doc"), "doc", &[]),
    (
        "numbered.doc",
        include_bytes!("files/numbered.doc"),
        "doc",
        &["automatic-number", "tracked-deletion", "tracked-insertion", "hidden-text", "picture", "text-box"],
    ),
    (
        "noted.doc",
        include_bytes!("files/noted.doc"),
        "doc",
        &["automatic-number", "tracked-deletion", "footnote", "comment", "text-box"],
    ),
];

fn read(bytes: &[u8]) -> Intake {
    intake::read(bytes, &Native).expect("a file that is read")
}

/// What came of checking a text, without places.
fn outcome(text: &str) -> Value {
    let check = check(text, &Options::default());
    let document = document(&check, &Origin::default(), Lang::Zh);
    let mut value = serde_json::to_value(&document).expect("JSON");
    without_places(&mut value);
    value["source"].take();
    value
}

fn without_places(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            for key in ["line", "span", "fingerprint", "fix", "raw"] {
                fields.remove(key);
            }
            fields.values_mut().for_each(without_places);
        }
        Value::Array(items) => items.iter_mut().for_each(without_places),
        _ => {}
    }
}

#[test]
fn every_program_gives_the_reports_own_cells_and_findings() {
    let wanted = outcome(CLEAN_2021);
    let mut differences = Vec::new();
    for (name, bytes, format, codes) in CASES {
        let intake = read(bytes);
        assert_eq!(intake.format, format, "{name}");
        let found: Vec<_> = intake.notes.iter().map(|note| note.remark.code()).collect();
        if found != codes {
            differences.push(format!("{name}: notes: wanted {codes:?}, found {found:?}"));
        }
        // The words of the frame, which no other file has.
        let outcome = outcome(&intake.text.replace("便民服务中心编制\n", ""));
        for key in ["report", "verdict", "counts", "findings", "checks", "notes"] {
            if outcome[key] != wanted[key] {
                differences.push(format!("{name}: {key}: {}", first_difference(&wanted[key], &outcome[key])));
            }
        }
    }
    assert_no_difference("files", &differences);
}

fn first_difference(wanted: &Value, found: &Value) -> String {
    match (wanted, found) {
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            let pair = a.iter().zip(b).find(|(a, b)| a != b);
            pair.map_or(String::new(), |(a, b)| first_difference(a, b))
        }
        (Value::Object(a), Value::Object(b)) => {
            let pair = a.iter().find(|(key, value)| b.get(*key) != Some(value));
            pair.map_or(String::new(), |(key, value)| format!("{key}: {}", first_difference(value, &b[key])))
        }
        _ => format!("wanted {wanted}, found {found}"),
    }
}

#[test]
fn a_cell_that_a_page_cuts_is_whole() {
    let words = "三、本年度办理结果\t（一）予以公开\t";
    for (name, bytes, ..) in CASES.iter().filter(|case| case.0 == "libreoffice.pdf") {
        assert!(read(bytes).text.contains(words), "{name}");
    }
}
