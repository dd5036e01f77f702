//! Several reports at once: a list with what came of each, their findings one after the
//! other, and their figures. The rows are those that each report's own exports have.

use super::findings_csv::COLUMNS;
use super::findings_xlsx::{WIDTHS, findings_rows, head};
use super::ooxml::{Look, Sheet, Value, workbook};
use super::{Export, cells_csv, findings_csv, heads, marked, words};
use crate::check::Verdict;
use crate::finding::Severity;
use crate::form::{Edition, EditionId};
use crate::lang::{Lang, Text};
use crate::render::csv;
use crate::render::text::verdict_words;

/// The columns of the list.
const LIST: [Text; 12] = [
    words::NUMBER,
    words::SOURCE,
    words::ORGANIZATION,
    words::YEAR,
    words::FORM,
    words::VERDICT,
    Severity::Error.name(),
    Severity::Warning.name(),
    Severity::Hint.name(),
    words::ACCEPTED_COUNT,
    words::NOTE,
    words::CHECKED_BY,
];
/// The widths of the list's columns, in characters.
const LIST_WIDTHS: [u8; LIST.len()] = [6, 34, 28, 8, 30, 14, 8, 8, 8, 10, 48, 30];
/// Columns of the list that hold numbers.
const NUMBERS: [usize; 6] = [0, 3, 6, 7, 8, 9];
/// The widths of the columns of figures: what tells the report, and each figure.
const FIGURE_WIDTHS: [u8; 3] = [34, 28, 8];
const FIGURE_WIDTH: u8 = 12;

/// What is handed out of several reports.
#[derive(Debug)]
pub struct Several {
    lang: Lang,
    list: Vec<[String; LIST.len()]>,
    looks: Vec<Look>,
    findings: Vec<Vec<(Value, Look)>>,
    findings_csv: String,
    cells_csv: String,
    /// The columns of the figures, those of each edition that one of the reports has:
    /// their ids and their names.
    columns: Vec<(String, String)>,
    /// The columns of an edition's cells.
    editions: Vec<(EditionId, Vec<usize>)>,
    figures: Vec<Vec<(usize, Value)>>,
}

impl Several {
    /// Nothing yet.
    pub fn new(lang: Lang) -> Self {
        Self {
            lang,
            list: Vec::new(),
            looks: Vec::new(),
            findings: vec![head(&heads(&COLUMNS, lang))],
            findings_csv: marked(&heads(&COLUMNS, lang)),
            cells_csv: marked(&cells_csv::heads()),
            columns: Vec::new(),
            editions: Vec::new(),
            figures: Vec::new(),
        }
    }

    /// Adds a report that was checked.
    pub fn add(&mut self, export: &Export) {
        let view = export.view;
        let verdict = verdict_words(view.verdict, [0; 3], self.lang);
        let mut row = self.row(export.name, verdict);
        row[2] = view.organization.clone().unwrap_or_default();
        row[3] = view.year.map(|year| year.to_string()).unwrap_or_default();
        row[4] = view.edition.map(|edition| edition.name().get(self.lang).to_string()).unwrap_or_default();
        for (at, count) in (6..).zip(view.counts) {
            row[at] = count.to_string();
        }
        row[9] = export.accepted_count().to_string();
        let notes: Vec<&str> = view.notes.iter().map(|(_, note)| note.get(self.lang)).collect();
        row[10] = notes.join(" ");
        row[11] = export.stamp();
        self.push(row, view.verdict);
        self.findings.extend(findings_rows(export));
        for row in findings_csv::rows(export) {
            self.findings_csv.push_str(&csv::row(&row));
        }
        for row in cells_csv::rows(export) {
            self.cells_csv.push_str(&csv::row(&row));
        }
        let mut figures = Vec::new();
        if let Some(form) = export.form() {
            let at = self.edition(form);
            for (cell, column) in view.cells.iter().zip(&self.editions[at].1) {
                let value = cell.value.as_deref().map(Value::of);
                figures.push((*column, value.unwrap_or_else(|| Value::Words(cell.shown.clone()))));
            }
        }
        self.figures.push(figures);
    }

    /// Adds a file that has no text, and why.
    pub fn add_refused(&mut self, name: &str, why: &str) {
        let mut row = self.row(name, verdict_words(Verdict::Unread, [0; 3], self.lang));
        row[10] = why.to_string();
        self.push(row, Verdict::Unread);
        self.figures.push(Vec::new());
    }

    fn row(&self, name: &str, verdict: String) -> [String; LIST.len()] {
        let mut row: [String; LIST.len()] = Default::default();
        row[0] = (self.list.len() + 1).to_string();
        row[1] = name.to_string();
        row[5] = verdict;
        row
    }

    fn push(&mut self, row: [String; LIST.len()], verdict: Verdict) {
        self.list.push(row);
        self.looks.push(match verdict {
            Verdict::Fail => Look::Error,
            Verdict::Attention => Look::Warning,
            Verdict::Pass => Look::Plain,
            Verdict::Unrecognized | Verdict::Unread => Look::Quiet,
        });
    }

    /// Where the columns of an edition are listed. A cell that two editions have has one.
    fn edition(&mut self, form: &Edition) -> usize {
        if let Some(at) = self.editions.iter().position(|(other, _)| *other == form.id) {
            return at;
        }
        let mut own = Vec::new();
        for cell in form.cells() {
            let id = form.cell_id(cell);
            let known = self.columns.iter().position(|(other, _)| *other == id);
            own.push(known.unwrap_or(self.columns.len()));
            if known.is_none() {
                self.columns.push((id, form.cell_name(cell, self.lang)));
            }
        }
        self.editions.push((form.id, own));
        self.editions.len() - 1
    }

    /// The list, a line a report.
    pub fn list_csv(&self) -> String {
        let mut out = marked(&heads(&LIST, self.lang));
        for row in &self.list {
            out.push_str(&csv::row(row));
        }
        out
    }

    /// The findings of all, as [`findings_csv`] has those of one.
    pub fn findings_csv(&self) -> &str {
        &self.findings_csv
    }

    /// The cells of all, as [`cells_csv`] has those of one.
    pub fn cells_csv(&self) -> &str {
        &self.cells_csv
    }

    /// The list, the findings, and the figures with a line a report and a column a cell.
    pub fn xlsx(self) -> Vec<u8> {
        let mut list = vec![head(&heads(&LIST, self.lang))];
        let mut figures = vec![{
            let mut heads: Vec<&str> = heads(&LIST[1..4], self.lang);
            heads.extend(self.columns.iter().map(|(_, name)| name.as_str()));
            head(&heads)
        }];
        let rows = self.list.into_iter().zip(self.looks).zip(self.figures);
        for ((row, look), of_report) in rows {
            let told = [&row[1], &row[2], &row[3]].map(|words| (Value::of(words), Look::Plain));
            let mut line = Vec::from(told);
            line.resize_with(3 + self.columns.len(), || (Value::Words(String::new()), Look::Plain));
            for (column, value) in of_report {
                line[3 + column].0 = value;
            }
            figures.push(line);
            let cells = row.into_iter().enumerate().map(|(column, words)| {
                let value = if NUMBERS.contains(&column) { Value::of(&words) } else { Value::Words(words) };
                (value, if column == 5 { look } else { Look::Plain })
            });
            list.push(cells.collect());
        }
        let (list_name, finding_name, figure_name) = match self.lang {
            Lang::Zh => ("各份报告", "校核问题", "各表数字"),
            Lang::En => ("Reports", "Findings", "Figures"),
        };
        let mut widths = FIGURE_WIDTHS.to_vec();
        widths.resize(FIGURE_WIDTHS.len() + self.columns.len(), FIGURE_WIDTH);
        workbook(&[
            Sheet { name: list_name, labelled: false, widths: LIST_WIDTHS.to_vec(), rows: list },
            Sheet { name: finding_name, labelled: false, widths: WIDTHS.to_vec(), rows: self.findings },
            Sheet { name: figure_name, labelled: true, widths, rows: figures },
        ])
    }
}
