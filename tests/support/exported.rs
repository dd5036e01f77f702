//! Checks as the page exports them, and what other programs read in the files.

use calamine::{Xlsx, open_workbook_from_rs};
use gouji::render::export::Export;
use gouji::render::view::{self, View};
use gouji::{Lang, Options, check};

/// Both languages.
pub const BOTH: [Lang; 2] = [Lang::Zh, Lang::En];

/// What the page knows of a text.
pub fn view(text: &str) -> View {
    let check = check(text, &Options::default());
    view::read(&view::bytes(&check, 0)).expect("a view")
}

/// What it exports of that, with nothing accepted.
pub fn export(view: &View, lang: Lang) -> Export<'_> {
    Export { view, name: "年报.txt", accepted: &[], lang }
}

/// The rows of a CSV as a library reads them.
pub fn read_csv(text: &str) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{feff}').expect("a mark, for Excel");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let rows = reader.records().map(|row| row.expect("a row").iter().map(str::to_string).collect());
    rows.collect()
}

/// A workbook as a library reads it.
pub fn read_xlsx(bytes: &[u8]) -> Xlsx<std::io::Cursor<&[u8]>> {
    open_workbook_from_rs(std::io::Cursor::new(bytes)).expect("a workbook")
}

/// Whether every cell of a sheet, were it a CSV, would be words or a number.
pub fn guarded(field: &str) -> bool {
    !field.trim_start().starts_with(['=', '+', '@', '-'])
        || field.chars().count() == 1
        || field.parse::<f64>().is_ok()
}
