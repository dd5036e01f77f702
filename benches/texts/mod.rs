//! The texts that are measured.

// Each bench is a program of its own and uses a part of this.
#![allow(dead_code)]

pub mod hostile;

use super::support::model::Model;
use super::support::sample::{CLEAN_2019, CLEAN_2021};
use super::support::{docx, frame, grid, pdf, shared, surface};

/// Every model on every surface that keeps its cells apart.
pub fn corpus() -> Vec<String> {
    let writers: &[fn(&grid::Grid) -> String] = &[
        surface::rows_of_tabs,
        surface::ragged_tabs,
        surface::cell_a_line,
        surface::browser_rows,
        surface::paragraphs,
        surface::pipes,
        surface::commas,
        surface::bars,
        surface::one_line,
        pdf::stream,
        pdf::lines,
        pdf::columns,
    ];
    let models = Model::all();
    let mut texts = vec![CLEAN_2019.to_string(), CLEAN_2021.to_string()];
    texts.extend(models.iter().flat_map(|m| writers.iter().map(|w| surface::tables(m, *w))));
    texts
}

/// The real reports beside the repository; none where they are absent.
pub fn seeds() -> Vec<String> {
    let Some(folder) = shared::folder() else { return Vec::new() };
    let files =
        ["seeds", "real"].iter().filter_map(|part| std::fs::read_dir(folder.join(part)).ok()).flatten();
    let mut paths: Vec<_> = files.flatten().map(|file| file.path()).collect();
    paths.sort();
    paths.retain(|path| path.extension().is_some_and(|e| e == "txt"));
    paths.iter().filter_map(|path| std::fs::read_to_string(path).ok()).collect()
}

/// Prose of about `bytes` bytes.
pub fn prose(bytes: usize) -> String {
    let sentence = "我们坚持以公开为常态、不公开为例外，全年通过门户网站公开信息128条，及时回应社会关切。\n";
    sentence.repeat(bytes / sentence.len())
}

/// Reports of 10 KB of the two kinds that are pasted most.
pub fn ten_kilobytes() -> Vec<(&'static str, String)> {
    let model = &Model::all()[0];
    let padded = |write: fn(&grid::Grid) -> String| {
        let text = surface::tables(model, write);
        let missing = 10_240_usize.saturating_sub(text.len());
        text.replace("一、总体情况\n", &format!("一、总体情况\n{}", prose(missing)))
    };
    vec![("rows of tabs", padded(surface::rows_of_tabs)), ("one cell a line", padded(surface::cell_a_line))]
}

/// What grows: makes a text of about so many bytes.
type Make = fn(usize) -> String;

/// Texts for n and 2n.
pub const SCALED: &[(&str, Make)] = &[
    ("a long report", |n| CLEAN_2021.replace("一、总体情况\n", &format!("一、总体情况\n{}", prose(n)))),
    ("many reports", |n| CLEAN_2021.repeat(n / CLEAN_2021.len())),
    ("prose alone", prose),
    ("numbers as paragraphs", |n| {
        CLEAN_2021.replace("一、总体情况\n", &format!("一、总体情况\n{}", "12315\n".repeat(n / 6)))
    }),
    ("one giant line", |n| prose(n).replace('\n', "")),
    ("tabs", |n| in_table(&"\t".repeat(n))),
    ("digits", |n| in_table(&"7".repeat(n))),
    ("zeros in many rows", |n| {
        let rows = CLEAN_2021.matches("\t0\t0\t0\t").count();
        CLEAN_2021.replace("\t0\t0\t0\t", &"0".repeat(n / rows))
    }),
    ("cells of one line each", |n| in_table(&"\t0\n".repeat(n / 3))),
    ("labels", |n| in_table(&"（七）总计\t".repeat(n / 16))),
    ("headings", |n| "三、收到和处理政府信息公开申请情况\n".repeat(n / 52)),
    ("glued tables", |n| {
        let model = &Model::all()[0];
        let glued = frame::report(model, |key| surface::glued(&grid::grid(model, key)).repeat(n / 2_000 + 1));
        glued.chars().take(n / 3).collect()
    }),
    ("brackets", |n| "（".repeat(n / 3)),
    ("quotes", |n| in_table(&"\"".repeat(n))),
    ("line ends", |n| "\n".repeat(n)),
];

/// The clean report with something put into 表三 before its total.
fn in_table(words: &str) -> String {
    CLEAN_2021.replace("（七）总计", &format!("（七）总计{words}"))
}

/// A Word document whose main part is 2 MB of XML: paragraphs and tables.
pub fn document_of_two_megabytes() -> Vec<u8> {
    let runs = |words: &str| {
        format!(
            "<w:r><w:rPr><w:rFonts w:hint=\"eastAsia\"/><w:sz w:val=\"32\"/></w:rPr><w:t>{words}</w:t></w:r>"
        )
    };
    let paragraph = format!(
        "<w:p><w:pPr><w:spacing w:line=\"560\"/></w:pPr>{}{}</w:p>",
        runs("青禾镇通过县政府门户网站"),
        runs("主动公开政府信息。")
    );
    let cell = format!("<w:tc><w:tcPr><w:tcW w:w=\"900\"/></w:tcPr><w:p>{}</w:p></w:tc>", runs("12"));
    let table = format!("<w:tbl><w:tr>{}</w:tr></w:tbl>", cell.repeat(10));
    let body = (paragraph + &table).repeat(1 << 11);
    let end = body.floor_char_boundary(2 << 20);
    let body = &body[..body[..end].rfind("<w:p><w:pPr>").expect("a paragraph")];
    docx::docx(body)
}
