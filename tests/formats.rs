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

/// A report of which every format is kept, as text (`□` is a blank) and its files.
struct Report {
    name: &'static str,
    text: &'static str,
    html: &'static [u8],
    files: [(&'static str, &'static [u8]); 6],
}

macro_rules! report {
    ($name:literal) => {
        Report {
            name: $name,
            text: include_str!(concat!("files/", $name, ".txt")),
            html: include_bytes!(concat!("files/", $name, ".html")),
            files: [
                ("python.docx", include_bytes!(concat!("files/", $name, ".python.docx"))),
                ("docx", include_bytes!(concat!("files/", $name, ".docx"))),
                ("doc", include_bytes!(concat!("files/", $name, ".doc"))),
                ("xlsx", include_bytes!(concat!("files/", $name, ".xlsx"))),
                ("pdf", include_bytes!(concat!("files/", $name, ".pdf"))),
                ("bare.pdf", include_bytes!(concat!("files/", $name, ".bare.pdf"))),
            ],
        }
    };
}

const REPORTS: [Report; 2] = [report!("blank-2021"), report!("faulty-2019")];

/// A page saved whole: one part of several, written as the bytes of `encoding`.
fn saved_whole(page: &[u8], base64: bool) -> Vec<u8> {
    let (encoding, words) =
        if base64 { ("base64", base64_of(page)) } else { ("quoted-printable", quoted(page)) };
    format!(
        "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://example.gov.cn/a.html\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"----Boundary--1----\"\r\n\r\n\r\n\
         ------Boundary--1----\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n{words}\r\n\
         ------Boundary--1----\r\nContent-Type: text/css\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\np {{ }}\r\n\
         ------Boundary--1------\r\n"
    )
    .into_bytes()
}

fn base64_of(bytes: &[u8]) -> String {
    let letters: Vec<char> = ('A'..='Z').chain('a'..='z').chain('0'..='9').chain(['+', '/']).collect();
    let mut out = String::new();
    for (number, chunk) in bytes.chunks(3).enumerate() {
        let value =
            chunk.iter().fold(0, |value, byte| value << 8 | usize::from(*byte)) << (8 * (3 - chunk.len()));
        let letter = |at: usize| if at <= chunk.len() { letters[value >> (18 - 6 * at) & 63] } else { '=' };
        out.extend((0..4).map(letter));
        if number % 19 == 18 {
            out += "\r\n";
        }
    }
    out
}

fn quoted(bytes: &[u8]) -> String {
    let mut out = String::new();
    let mut length = 0;
    for byte in bytes {
        let plain = byte.is_ascii_graphic() && *byte != b'=' || *byte == b' ';
        let word = if plain { char::from(*byte).to_string() } else { format!("={byte:02X}") };
        if length + word.len() > 75 {
            out += "=\r\n";
            length = 0;
        }
        length += word.len();
        out += &word;
    }
    out
}

/// The rows of a sheet, all of one width.
fn sheet(text: &str) -> String {
    let width = text.lines().map(|line| line.matches('\t').count()).max().unwrap_or(0);
    let row = |line: &str| {
        let mut fields: Vec<String> = line
            .split('\t')
            .map(|field| if field.contains([',', '"']) { format!("\"{field}\"") } else { field.to_string() })
            .collect();
        fields.resize(width + 1, String::new());
        fields.join(",") + "\r\n"
    };
    text.lines().map(row).collect()
}

#[test]
fn a_report_with_blanks_and_one_with_faults_are_the_same_in_every_format() {
    let mut differences = Vec::new();
    for report in &REPORTS {
        let text = report.text.replace('□', "");
        let wanted = outcome(&text);
        let utf16: Vec<u8> =
            [0xfeff].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        let gb = encoding_rs::GB18030.encode(&text).0.into_owned();
        let mut files: Vec<(&str, Vec<u8>)> =
            report.files.iter().map(|(name, bytes)| (*name, bytes.to_vec())).collect();
        files.push(("html", report.html.to_vec()));
        files.push(("mht, quoted", saved_whole(report.html, false)));
        files.push(("mht, base64", saved_whole(report.html, true)));
        files.push(("UTF-16", utf16));
        files.push(("GB18030", gb));
        files.push(("csv", sheet(&text).into_bytes()));
        files.push(("zip", support::zip::zip(&[("report.txt", text.as_bytes())])));
        for (name, bytes) in files {
            let outcome = outcome(&read(&bytes).text);
            for key in ["report", "verdict", "counts", "findings", "checks"] {
                if outcome[key] != wanted[key] {
                    let first = first_difference(&wanted[key], &outcome[key]);
                    differences.push(format!("{} {name}: {key}: {first}", report.name));
                }
            }
        }
        let clipboard =
            gouji::intake::html::clipboard(&String::from_utf8_lossy(report.html)).expect("a table");
        if outcome(&clipboard.text) != wanted {
            differences.push(format!("{} clipboard", report.name));
        }
        // Both have something to say.
        assert_ne!(wanted["findings"].as_array().map(Vec::len), Some(0));
    }
    assert_no_difference("formats", &differences);
}

/// The files cut off at each fiftieth of their length, and with their ends missing: a
/// message, or what is there.
#[test]
fn cut_off_files_end_in_a_message_or_a_text() {
    let whole =
        CASES.iter().map(|case| (case.0, case.1)).chain(REPORTS.iter().flat_map(|report| report.files));
    let html = REPORTS.iter().map(|report| ("html", report.html));
    for (name, bytes) in whole.chain(html) {
        for part in 0..50 {
            let cut = &bytes[..bytes.len() * part / 50];
            match intake::read(cut, &Native) {
                Ok(intake) => assert!(intake.text.len() <= bytes.len().max(1 << 16), "{name} {part}"),
                Err(refusal) => assert!(!refusal.words().zh.is_empty(), "{name} {part}"),
            }
        }
    }
}
