//! What a check looks like: everything the page shows of it, in one language, with
//! positions as the text area counts them.

use gouji::order;
use std::rc::Rc;

use gouji::finding::{Applicability, Role, Severity, fingerprints};
use gouji::form::{CellRef, Edition, LayoutCell, TableKey, layout};
use gouji::render::wording;
use gouji::report::{CellState, Recognition, TableReading, UnreadReason};
use gouji::rule::sums::{Balance, Sums};
use gouji::text::{Number, Span, Utf16Map};
use gouji::{Check, Lang, Verdict};

use super::state::Focus;
use super::tally::Tally;
use super::words;

/// `[start, end)` in UTF-16 code units of the text area's value.
pub type Place = [u32; 2];

/// A view, compared by identity: a new check is a new view.
#[derive(Debug, Clone)]
pub struct Shared(pub Rc<View>);

impl PartialEq for Shared {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl std::ops::Deref for Shared {
    type Target = View;

    fn deref(&self) -> &View {
        &self.0
    }
}

/// Everything shown of one check.
#[derive(Debug)]
pub struct View {
    /// The language its words are in.
    pub lang: Lang,
    /// Whether there was a text at all.
    pub empty: bool,
    /// The one-word answer.
    pub verdict: Verdict,
    /// Errors, warnings, hints.
    pub counts: [usize; 3],
    /// How often the rules looked.
    pub tally: Tally,
    /// What the text was taken for: organization, year, form.
    pub taken_for: Vec<String>,
    /// Why it is no report, or what else happened to the input.
    pub notes: Vec<String>,
    /// What is wrong.
    pub findings: Vec<FindingView>,
    /// The three tables.
    pub tables: Vec<TableView>,
    /// The form's sums over this report.
    pub sums: Vec<SumView>,
    /// The form of the report.
    pub form: Option<&'static Edition>,
    /// Headings of sections, for the text pane.
    pub headings: Vec<Place>,
    /// In the form's order, which is that of their places.
    cells: Vec<CellView>,
}

/// One finding.
#[derive(Debug, PartialEq)]
pub struct FindingView {
    /// Its fingerprint: the same after an edit elsewhere.
    pub key: String,
    /// The rule's code.
    pub rule: &'static str,
    /// How grave it is.
    pub severity: Severity,
    /// Where it is, in words.
    pub place: String,
    /// What was found.
    pub message: String,
    /// Why it matters.
    pub why: &'static str,
    /// How to mend it.
    pub how: &'static str,
    /// The legal basis.
    pub basis: &'static str,
    /// Its words in the text.
    pub span: Option<Place>,
    /// Its cell and the cell's id.
    pub cell: Option<(CellRef, String)>,
    /// Further places.
    pub related: Vec<(Option<CellRef>, Option<Place>, Role)>,
    /// What mends it.
    pub fix: Option<FixView>,
}

/// What mends a finding.
#[derive(Debug, PartialEq)]
pub struct FixView {
    /// Whether it is certain.
    pub applicability: Applicability,
    /// What is replaced, and by what; in the order of the text.
    pub edits: Vec<(Place, String)>,
}

/// One table of the form.
#[derive(Debug, PartialEq)]
pub struct TableView {
    /// Which one.
    pub key: TableKey,
    /// Why there is nothing to see in it.
    pub trouble: Option<String>,
    /// Its rows as the form draws them; empty without a form.
    pub rows: Vec<Vec<Drawn>>,
    /// Rows the report has and the form has not: label and values.
    pub extra: Vec<(String, Vec<String>)>,
}

/// One drawn cell.
#[derive(Debug, PartialEq)]
pub enum Drawn {
    /// A head or label.
    Label {
        /// The words.
        text: String,
        /// Columns spanned.
        columns: u8,
        /// Rows spanned.
        rows: u8,
        /// Whether it heads a row.
        heads_row: bool,
    },
    /// A value.
    Value(CellView, u8),
}

/// One cell of the form as the report has it.
#[derive(Debug, Clone, PartialEq)]
pub struct CellView {
    /// Its place in the form.
    pub cell: CellRef,
    /// Its id in the contract.
    pub id: String,
    /// Its place in words.
    pub name: String,
    /// Its state.
    pub state: CellState,
    /// What stands in it.
    pub shown: String,
    /// Its number.
    pub value: Option<Number>,
    /// Its characters in the text.
    pub span: Option<Place>,
    /// The first finding on this cell, with its severity.
    pub finding: Option<(usize, Severity)>,
}

/// One sum of the form, with the numbers of this report.
#[derive(Debug, PartialEq)]
pub struct SumView {
    /// The rule that checks it.
    pub rule: &'static str,
    /// The side that carries the total.
    pub left: Vec<CellRef>,
    /// The other side.
    pub right: Vec<CellRef>,
    /// How it came out.
    pub balance: Balance,
}

impl SumView {
    /// Whether the cell takes part in it.
    pub fn holds(&self, cell: CellRef) -> bool {
        self.left.contains(&cell) || self.right.contains(&cell)
    }
}

impl View {
    /// A view of `check` in `lang`. `shift` is what stands before the checked text in
    /// the text area: a byte order mark is not part of the text.
    pub fn of(check: &Check, lang: Lang, shift: u32) -> Self {
        let map = Utf16Map::new(check.source.text());
        let place = |span: Span| map.span(span).map(|offset| offset + shift);
        let report = &check.report;
        let form = report.form();
        let findings = findings(check, lang, &place);
        let mut cells = Vec::new();
        if let Some(form) = form {
            for cell in form.cells() {
                let read = report.cell(cell);
                let finding = findings
                    .iter()
                    .enumerate()
                    .filter(|(_, f)| f.cell.as_ref().is_some_and(|(at, _)| *at == cell))
                    .map(|(index, f)| (index, f.severity))
                    .min_by_key(|(_, severity)| *severity);
                let words = read.span.map(|span| one_line(check.source.slice(span)));
                cells.push(CellView {
                    cell,
                    id: form.cell_id(cell),
                    name: form.cell_name(cell, lang),
                    state: read.state,
                    shown: words.unwrap_or_default(),
                    value: read.value,
                    span: read.span.map(&place),
                    finding,
                });
            }
        }
        let tables = report.tables.iter().map(|t| table(check, t, form, &cells, lang)).collect();
        let sums = Sums::of(report)
            .equations
            .into_iter()
            .map(|sum| SumView {
                rule: sum.equation.rule,
                left: sum.equation.left.clone(),
                right: sum.equation.right.clone(),
                balance: sum.balance,
            })
            .collect();
        let empty = report.recognition == Recognition::Empty && check.verdict != Verdict::Unread;
        // An empty text is no mistake of anybody's: the invitation says what to do.
        let notes = check.notes.iter().filter(|_| !empty).map(|note| note.kind.message(lang)).collect();
        Self {
            lang,
            empty,
            verdict: check.verdict,
            counts: [Severity::Error, Severity::Warning, Severity::Hint].map(|s| check.count(s)),
            tally: Tally::of(check, lang),
            taken_for: taken_for(check, lang),
            notes,
            findings,
            tables,
            sums,
            form,
            headings: report
                .sections
                .iter()
                .filter_map(|s| s.heading.as_ref())
                .map(|h| place(h.span))
                .collect(),
            cells,
        }
    }

    /// A cell of the report.
    pub fn cell(&self, cell: CellRef) -> Option<&CellView> {
        find(&self.cells, cell)
    }

    /// Every cell that stands in the text.
    pub fn cells(&self) -> impl Iterator<Item = &CellView> {
        self.cells.iter()
    }

    /// Whether there is such a thing here to look at.
    pub fn has(&self, focus: Focus) -> bool {
        match focus {
            Focus::Finding(index) => index < self.findings.len(),
            Focus::Cell(cell) => self.cell(cell).is_some(),
        }
    }

    /// The place in the text of what the user looks at.
    pub fn place(&self, focus: Focus) -> Option<Place> {
        match focus {
            Focus::Finding(index) => {
                let finding = self.findings.get(index)?;
                finding.span.or_else(|| finding.related.iter().find_map(|(_, place, _)| *place))
            }
            Focus::Cell(cell) => self.cell(cell)?.span,
        }
    }

    /// The cell of what the user looks at.
    pub fn cell_of(&self, focus: Focus) -> Option<CellRef> {
        match focus {
            Focus::Finding(index) => {
                let finding = self.findings.get(index)?;
                let related = || finding.related.iter().find_map(|(cell, ..)| *cell);
                finding.cell.as_ref().map(|(cell, _)| *cell).or_else(related)
            }
            Focus::Cell(cell) => Some(cell),
        }
    }

    /// The sums that `cell` takes part in; those that fail come first.
    pub fn sums_of(&self, cell: CellRef) -> Vec<&SumView> {
        let mut sums: Vec<_> = self.sums.iter().filter(|sum| sum.holds(cell)).collect();
        order::by_key(&mut sums, |sum| u128::from(!matches!(sum.balance, Balance::Fails { .. })));
        sums
    }
}

fn find(cells: &[CellView], cell: CellRef) -> Option<&CellView> {
    let index = cells.binary_search_by_key(&cell, |other| other.cell).ok()?;
    cells.get(index)
}

fn findings(check: &Check, lang: Lang, place: &impl Fn(Span) -> Place) -> Vec<FindingView> {
    let form = check.report.form();
    let keys = fingerprints(&check.findings, &check.source, form);
    let with_key = check.findings.iter().zip(keys);
    with_key
        .map(|(finding, key)| {
            let words = wording::words(finding, &check.source, form, lang);
            let line = finding.span.map(|span| words::line(check.source.line_of(span.start), lang));
            let at = match (finding.cell, form) {
                (Some(cell), Some(form)) => form.cell_name(cell, lang),
                _ => line.unwrap_or_default(),
            };
            FindingView {
                key,
                rule: finding.rule,
                severity: finding.severity,
                place: at,
                message: words.message,
                why: words.why,
                how: words.how,
                basis: words.basis,
                span: finding.span.map(place),
                cell: finding.cell.zip(form).map(|(cell, form)| (cell, form.cell_id(cell))),
                related: finding.related.iter().map(|r| (r.cell, r.span.map(place), r.role)).collect(),
                fix: finding.fix.as_ref().map(|fix| FixView {
                    applicability: fix.applicability,
                    edits: fix.edits.iter().map(|e| (place(e.span), e.text.clone())).collect(),
                }),
            }
        })
        .collect()
}

fn table(
    check: &Check,
    read: &TableReading,
    form: Option<&'static Edition>,
    cells: &[CellView],
    lang: Lang,
) -> TableView {
    let trouble = match (read.span, read.unread) {
        (None, _) => Some(words::TABLE_ABSENT),
        (_, Some(UnreadReason::BoundariesLost)) => Some(words::BOUNDARIES_LOST),
        (_, Some(UnreadReason::Scattered)) => Some(words::SCATTERED),
        (_, Some(UnreadReason::NoValues)) => Some(words::NO_VALUES),
        (_, None) => None,
    };
    let drawn = |cell: LayoutCell| match cell {
        LayoutCell::Label { text, en, columns, rows, heads_row } => {
            let text = if lang == Lang::En { en } else { text };
            Some(Drawn::Label { text, columns, rows, heads_row })
        }
        LayoutCell::Value { cell, columns } => Some(Drawn::Value(find(cells, cell)?.clone(), columns)),
    };
    let rows = form.map_or(Vec::new(), |form| {
        layout(form, read.key).into_iter().map(|row| row.into_iter().filter_map(drawn).collect()).collect()
    });
    let words_at = |span: Span| one_line(check.source.slice(span));
    let extra = read.extra_rows.iter().map(|row| {
        let values = row.cells.iter().map(|cell| cell.span.map(words_at).unwrap_or_default());
        (words_at(row.label), values.collect())
    });
    TableView {
        key: read.key,
        trouble: trouble.map(|t| t.get(lang).to_string()),
        rows,
        extra: extra.collect(),
    }
}

fn taken_for(check: &Check, lang: Lang) -> Vec<String> {
    let report = &check.report;
    let organization = report.title.as_ref().and_then(|title| title.organization.clone());
    let year = report.year.map(|year| words::year(year.value, lang));
    let edition = report.edition.map(|edition| edition.name().get(lang).to_string());
    [organization, year, edition].into_iter().flatten().collect()
}

/// The words of a cell on one line, a very long run of them cut.
fn one_line(words: &str) -> String {
    const LIMIT: usize = 80;
    let mut line: String = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((end, _)) = line.char_indices().nth(LIMIT) {
        line.truncate(end);
        line.push('…');
    }
    line
}
