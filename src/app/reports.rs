//! The list of several reports, in a sheet: sorted by any of its columns, worked by the
//! keyboard, and taken away as files.

use std::cell::RefCell;
use std::rc::Rc;

use gouji::finding::Severity;
use gouji::render::export::several::Several;
use gouji::render::export::{self, Export};
use gouji::render::text::verdict_words;
use gouji::{Lang, Text, Verdict, order};
use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;
use yew::prelude::*;

use super::accept::{Accepted, identity};
use super::batch::{Batch, Outcome, Report, each};
use super::card::icon;
use super::element::{Element, button, element, words_in};
use super::hand::{Hand, Task};
use super::state::{Action, Column, State};
use super::view::Shown;
use super::{dom, export as taking, words};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = goujiRanks)]
    fn ranks(names: &js_sys::Array) -> Vec<u32>;
}

/// The list, with what it comes to above it.
pub fn list(state: &State, hand: &Hand) -> Element {
    let lang = state.lang;
    let reports = state.batch.reports();
    let order = sorted(&state.batch, state.sorting);
    let mut counts = [0; 5];
    for report in reports {
        counts[rank(&report.outcome)] += 1;
    }
    let mut body = element("tbody");
    for index in &order {
        body = body.add(row(*index, &reports[*index], state, hand));
    }
    let left = match state.reading {
        0 => String::new(),
        left => words::still_reading(left, lang),
    };
    let summary = [&words::reports(reports.len(), counts, lang), &*left].concat();
    let heads = Column::ALL.map(|column| head(column, state, hand));
    let table = element("table")
        .class("reports")
        .set("aria-labelledby", "sheet-title")
        .add(element("thead").add(element("tr").add_all(heads)))
        .add(body);
    let forget = (state.reading == 0)
        .then(|| button("", words::FORGET_REPORTS.get(lang), hand.on_act(Action::ForgetReports)));
    let saving = html! {
        <Saving batch={state.batch.clone()} {order} open={state.current.zip(state.view.clone())}
            accepted={Rc::clone(&state.accepted)} elsewhere={Rc::clone(&state.elsewhere)}
            profile={Rc::clone(&state.profile)} {lang} />
    };
    element("div")
        .class("prose")
        .add(words_in("p", "reports-summary", &summary).set("role", "status"))
        .add(words_in("p", "told", words::REPORTS_TOLD.get(lang)))
        .add(saving)
        .add(table)
        .add(element("p").class("actions").add_if(forget.map(|button| button.set("id", "reports-forget"))))
}

/// Which of the counts an outcome belongs to: errors, warnings, passed, no report, not read.
fn rank(outcome: &Outcome) -> usize {
    match outcome {
        Outcome::Checked { verdict: Verdict::Fail, .. } => 0,
        Outcome::Checked { verdict: Verdict::Attention, .. } => 1,
        Outcome::Checked { verdict: Verdict::Pass, .. } => 2,
        Outcome::Checked { verdict: Verdict::Unrecognized, .. } => 3,
        Outcome::Checked { verdict: Verdict::Unread, .. } | Outcome::Refused(_) => 4,
    }
}

/// The places of the reports as they are listed. What has nothing in the column comes
/// last, whichever way the others go.
fn sorted(batch: &Batch, sorting: Option<(Column, bool)>) -> Vec<usize> {
    let reports = batch.reports();
    let mut order: Vec<usize> = (0..reports.len()).collect();
    let Some((column, falling)) = sorting else { return order };
    let names = reports.iter().map(|report| match (&report.outcome, column) {
        (_, Column::Name) => report.origin.name(Lang::Zh),
        (Outcome::Checked { organization: Some(organization), .. }, _) => organization.clone(),
        _ => String::new(),
    });
    let is_words = matches!(column, Column::Name | Column::Organization);
    let names: js_sys::Array = names.filter(|_| is_words).map(JsValue::from).collect();
    let ranks = ranks(&names);
    let key = |index: usize| -> Option<u32> {
        match (&reports[index].outcome, column) {
            (_, Column::Name) | (Outcome::Checked { organization: Some(_), .. }, Column::Organization) => {
                ranks.get(index).copied()
            }
            (Outcome::Checked { year, .. }, Column::Year) => year.and_then(|year| u32::try_from(year).ok()),
            (Outcome::Checked { counts, .. }, Column::Errors) => Some(counts[0]),
            (Outcome::Checked { counts, .. }, Column::Warnings) => Some(counts[1]),
            _ => None,
        }
    };
    order::by_key(&mut order, |index| match key(*index) {
        None => u128::MAX,
        Some(key) if falling => u128::from(u32::MAX - key),
        Some(key) => u128::from(key),
    });
    order
}

/// The head of a column, which sorts by it, and the other way when it does already.
fn head(column: Column, state: &State, hand: &Hand) -> Element {
    let lang = state.lang;
    let falling = state.sorting.filter(|(by, _)| *by == column).map(|(_, falling)| falling);
    let arrow = match falling {
        None => "",
        Some(false) => "▲",
        Some(true) => "▼",
    };
    let name = match column {
        Column::Name => words::REPORT,
        Column::Organization => export::words::ORGANIZATION,
        Column::Year => export::words::YEAR,
        Column::Errors => words::ERRORS,
        Column::Warnings => words::WARNINGS,
    };
    let sort = button("quiet", name.get(lang), hand.on_act(Action::Sort(column)))
        .set("data-sort", column.key())
        .set("title", words::SORT.get(lang))
        .add(words_in("span", "arrow", arrow).set("aria-hidden", "true"));
    let head = element("th").set("scope", "col").add(sort);
    match falling {
        None => head,
        Some(false) => head.set("aria-sort", "ascending"),
        Some(true) => head.set("aria-sort", "descending"),
    }
}

fn row(index: usize, report: &Rc<Report>, state: &State, hand: &Hand) -> Element {
    let lang = state.lang;
    let (mark, mood) = match rank(&report.outcome) {
        0 => (icon(Severity::Error), "error"),
        1 => (icon(Severity::Warning), "warning"),
        2 => ("✓", "pass"),
        _ => ("?", ""),
    };
    let open = state.current == Some(index);
    let line = match report.text {
        Some(_) => button("report-line", "", hand.on_task(Task::Report(index, Rc::clone(report))))
            .set("data-report", &index.to_string()),
        None => element("span").class("report-line"),
    };
    let line = if open { line.set("aria-current", "true") } else { line };
    let line = line
        .add(words_in("span", "severity-icon", mark).set("aria-hidden", "true"))
        .add(element("span").class("report-name").add(element("bdi").mixed(&report.origin.name(lang), lang)));
    let row = element("tr").class("report").class(mood).class_if(open, "open").key(&index.to_string());
    let told = element("span").class("report-told");
    match &report.outcome {
        Outcome::Checked { verdict, counts, organization, year } => {
            let line = line.add(told.text(&verdict_words(*verdict, [0; 3], lang)));
            let number = |words: &str| words_in("td", "count", words);
            let count = |count: u32| number(&count.to_string()).class_if(count == 0, "zero");
            let counted = match verdict {
                Verdict::Unrecognized | Verdict::Unread => [number(""), number("")],
                _ => [count(counts[0]), count(counts[1])],
            };
            row.add(element("th").set("scope", "row").add(line))
                .add(element("td").mixed(organization.as_deref().unwrap_or_default(), lang))
                .add(number(&year.map(|year| year.to_string()).unwrap_or_default()))
                .add_all(counted)
        }
        Outcome::Refused(why) => row
            .add(element("th").set("scope", "row").add(line))
            .add(element("td").set("colspan", "4").add(told.mixed(why.get(lang), lang))),
    }
}

/// Up and down, to the first and to the last of the reports that can be opened; into the
/// list from wherever in its sheet the focus is.
pub fn walk(event: KeyboardEvent) {
    let Some(active) = dom::active().filter(|active| active.tag_name() != "TEXTAREA") else { return };
    let body = dom::document().and_then(|document| document.query_selector(".reports tbody").ok()?);
    let Some(body) = body else { return };
    let row = active.closest("tbody tr").ok().flatten();
    let (mut next, back) = match (event.key().as_str(), row) {
        ("ArrowDown", Some(row)) => (row.next_element_sibling(), false),
        ("ArrowUp", Some(row)) => (row.previous_element_sibling(), true),
        ("Home", Some(_)) | ("ArrowDown", None) => (body.first_element_child(), false),
        ("End", Some(_)) | ("ArrowUp", None) => (body.last_element_child(), true),
        _ => return,
    };
    event.prevent_default();
    while let Some(row) = next {
        let line = row.query_selector("button").ok().flatten();
        if let Some(line) = line.and_then(|line| line.dyn_into::<web_sys::HtmlElement>().ok()) {
            let _ = line.focus();
            return;
        }
        next = if back { row.previous_element_sibling() } else { row.next_element_sibling() };
    }
}

/// A file of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum File {
    Xlsx,
    List,
    Findings,
    Cells,
}

impl File {
    const ALL: [Self; 4] = [Self::Xlsx, Self::List, Self::Findings, Self::Cells];

    /// Its button's id, the button's words, and the file's name.
    fn told(self) -> (&'static str, Text, Text) {
        match self {
            Self::Xlsx => ("save-reports-xlsx", words::LIST_XLSX, words::LIST_XLSX_FILE),
            Self::List => ("save-reports-csv", words::LIST_CSV, words::LIST_CSV_FILE),
            Self::Findings => ("save-reports-findings", taking::FINDINGS_CSV, words::LIST_FINDINGS_FILE),
            Self::Cells => ("save-reports-cells", taking::CELLS_CSV, words::LIST_CELLS_FILE),
        }
    }

    /// Its words; a spreadsheet's are the list.
    fn text(self, several: &Several) -> String {
        match self {
            Self::Xlsx | Self::List => several.list_csv(),
            Self::Findings => several.findings_csv().to_string(),
            Self::Cells => several.cells_csv().to_string(),
        }
    }
}

#[derive(Properties, PartialEq)]
struct SavingProps {
    batch: Batch,
    /// The order in which they are listed.
    order: Vec<usize>,
    /// The one that is open, and what its check saw.
    open: Option<(usize, Shown)>,
    accepted: Rc<Vec<Accepted>>,
    elsewhere: Rc<Vec<Accepted>>,
    profile: Rc<str>,
    lang: Lang,
}

/// What can be taken away of all of them together. Each is checked once more, for
/// nothing but its text and its outcome is kept.
#[component]
fn Saving(props: &SavingProps) -> Html {
    let outcome = use_state(taking::Outcome::default);
    let lang = props.lang;
    taking::use_shown(&outcome);
    let save = |file: File| {
        let (id, words, name) = file.told();
        let outcome = outcome.clone();
        let (batch, order, profile) = (props.batch.clone(), props.order.clone(), Rc::clone(&props.profile));
        let (open, accepted, elsewhere) =
            (props.open.clone(), Rc::clone(&props.accepted), Rc::clone(&props.elsewhere));
        let on_click = Callback::from(move |_| {
            outcome.set(taking::Outcome::told(words::CHECKING.get(lang).to_string(), None));
            let several = Rc::new(RefCell::new(Several::new(lang)));
            let (into, open) = (Rc::clone(&several), open.clone());
            let (accepted, elsewhere) = (Rc::clone(&accepted), Rc::clone(&elsewhere));
            let see = move |index, report: &Report, view: Option<Shown>| {
                let open = open.as_ref().filter(|(current, _)| *current == index);
                let view = open.map(|(_, view)| view.clone()).or(view);
                add(&mut into.borrow_mut(), report, view, [&accepted, &elsewhere], lang);
            };
            let outcome = outcome.clone();
            let done = move || {
                let several = several.replace(Several::new(lang));
                outcome.set(hand_out(file, several, name.get(lang), lang));
            };
            each(batch.clone(), order.clone(), Rc::clone(&profile), see, done);
        });
        button("", words.get(lang), on_click).set("id", id)
    };
    element("div")
        .class("prose")
        .add(element("p").class("actions").add_all(File::ALL.map(save)))
        .add(words_in("p", "export-said", &outcome.said).set("role", "status"))
        .add(outcome.area(lang))
        .into()
}

fn add(
    several: &mut Several,
    report: &Report,
    view: Option<Shown>,
    accepted: [&Vec<Accepted>; 2],
    lang: Lang,
) {
    let name = report.origin.name(lang);
    let Some(view) = view.filter(|view| !view.empty) else {
        let why = match &report.outcome {
            Outcome::Refused(why) => why.get(lang),
            Outcome::Checked { .. } => words::REPORT_FAILED.get(lang),
        };
        several.add_refused(&name, why);
        return;
    };
    let identity = identity(&view);
    let own = accepted.into_iter().flatten().filter(|one| one.report == identity);
    let accepted: Vec<_> = own.map(|one| (one.key.clone(), one.reason.clone())).collect();
    several.add(&Export { view: &view, name: &name, accepted: &accepted, lang });
}

/// Hands a file to the browser, or shows its words where the browser refuses.
fn hand_out(file: File, several: Several, name: &str, lang: Lang) -> taking::Outcome {
    let text = file.text(&several);
    let (content, kind) = match file {
        File::Xlsx => (Uint8Array::from(several.xlsx().as_slice()).into(), taking::XLSX),
        _ => (JsValue::from(&*text), taking::CSV),
    };
    if taking::download(name, kind, &content) {
        return taking::Outcome::told([taking::SAVED.get(lang), name].concat(), None);
    }
    taking::Outcome::told(taking::NOT_SAVED.get(lang).to_string(), Some(text.into()))
}
