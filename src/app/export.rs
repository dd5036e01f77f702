//! What can be taken away: words and tables for the clipboard, and files. What stands in
//! them is written by [`gouji::render::export`]; here is only how it leaves the page.

use std::rc::Rc;

use gouji::form::TableKey;
use gouji::render::export::{self, Export, Figures};
use gouji::{Lang, Text};
use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;
use yew::prelude::*;

use super::accept::Accepted;
use super::element::{Element, button, element, words_in};
use super::hand::{Hand, Task};
use super::origin::Origin;
use super::state::State;
use super::view::Shown;
use super::{core, dom, source, words};

/// The sheet's title.
pub const TITLE: Text = Text::new("导出", "Export");

const NOTHING: Text = Text::new("还没有校核结果可以导出。", "There is no result to export yet.");
const COPY: Text =
    Text::new("复制，粘贴到 Word、Excel 或聊天里", "Copy, to paste into Word, Excel or a message");
const SAVE: Text = Text::new("存成文件", "Save as a file");
const TOLD: Text = Text::new(
    "都在本机生成，不经过网络。每份都注明校核程序、规则集和设置；认可的问题连同理由一起注明。",
    "All of it is made on this machine; nothing goes over the network. Each names the program, its rules and the settings; accepted findings are marked, with the reason.",
);
const SHOW: Text = Text::new("没有看到文件？显示内容", "No file? Show its contents");
const AREA: Text = Text::new("要复制的内容", "What to copy");
const COPIED: Text = Text::new("已复制：", "Copied: ");
const SAME: Text =
    Text::new("。没有能确定的改正，与原样相同", ". There is nothing certain to correct: it is as it was");
/// Before the name of a file.
pub const SAVED: Text = Text::new("已交给浏览器保存：", "Handed to the browser: ");
/// Above the contents of a file.
pub const NOT_SAVED: Text = Text::new(
    "浏览器不允许保存文件。内容已显示在下面并选中，请按 Ctrl+C 复制。",
    "The browser refuses to save files. The contents are shown below and selected: press Ctrl+C.",
);

/// The button for a file of findings.
pub const FINDINGS_CSV: Text = Text::new("问题（CSV）", "Findings (CSV)");
/// The button for a file of cells.
pub const CELLS_CSV: Text = Text::new("单元格（CSV）", "Cells (CSV)");
/// What browsers call a spreadsheet.
pub const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/// What they call a file of CSV.
pub const CSV: &str = "text/csv;charset=utf-8";

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = goujiCopy)]
    fn copy(html: &str, text: &str) -> bool;

    #[wasm_bindgen(js_name = goujiDownload)]
    pub fn download(name: &str, kind: &str, content: &JsValue) -> bool;
}

/// Something that can be taken away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Item {
    Findings,
    FindingsText,
    Letter,
    Table(TableKey, Figures),
    Xlsx,
    Report,
    LetterFile,
    Csv,
    Cells,
    Json,
}

impl Item {
    /// Its button's id.
    fn id(self) -> &'static str {
        match self {
            Self::Findings => "copy-findings",
            Self::FindingsText => "copy-text",
            Self::Letter => "copy-letter",
            Self::Table(TableKey::Disclosure, Figures::AsRead) => "copy-disclosure",
            Self::Table(TableKey::Applications, Figures::AsRead) => "copy-applications",
            Self::Table(TableKey::Remedies, Figures::AsRead) => "copy-remedies",
            Self::Table(TableKey::Disclosure, Figures::Corrected) => "copy-disclosure-corrected",
            Self::Table(TableKey::Applications, Figures::Corrected) => "copy-applications-corrected",
            Self::Table(TableKey::Remedies, Figures::Corrected) => "copy-remedies-corrected",
            Self::Xlsx => "save-xlsx",
            Self::Report => "save-report",
            Self::LetterFile => "save-letter",
            Self::Csv => "save-csv",
            Self::Cells => "save-cells",
            Self::Json => "save-json",
        }
    }

    fn name(self) -> Text {
        match self {
            Self::Findings => Text::new("问题（表格）", "Findings as a table"),
            Self::FindingsText => Text::new("问题（文字）", "Findings as text"),
            Self::Letter => Text::new("退回意见", "Return opinion"),
            Self::Table(_, Figures::AsRead) => Text::new("原样", "as it is"),
            Self::Table(_, Figures::Corrected) => Text::new("改正后", "corrected"),
            Self::Xlsx => Text::new("问题和单元格（Excel）", "Findings and cells (Excel)"),
            Self::Report => Text::new("校核报告（网页，可打印）", "Report (HTML, for print)"),
            Self::LetterFile => Text::new("退回意见（文本）", "Return opinion (text)"),
            Self::Csv => FINDINGS_CSV,
            Self::Cells => CELLS_CSV,
            Self::Json => Text::new("全部（JSON）", "Everything (JSON)"),
        }
    }
}

/// What became of the last thing that was asked for.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Outcome {
    /// What the user is told.
    pub said: String,
    /// The file that can be shown instead.
    file: Option<Item>,
    /// What is shown to be copied by hand.
    pub shown: Option<Rc<str>>,
}

impl Outcome {
    /// Something to tell, and what is shown to be copied by hand.
    pub fn told(said: String, shown: Option<Rc<str>>) -> Self {
        Self { said, shown, file: None }
    }

    /// The words that are shown, in a field of their own.
    pub fn area(&self, lang: Lang) -> Html {
        self.shown.as_ref().map_or_else(Html::default, |shown| {
            html! {
                <textarea id="export-text" rows="10" readonly=true value={shown.to_string()} aria-label={AREA.get(lang)} />
            }
        })
    }
}

/// Goes to the words that are shown, all of them selected.
#[hook]
pub fn use_shown(outcome: &Outcome) {
    use_effect_with(outcome.shown.clone(), |shown| {
        if let Some(area) = dom::area("export-text").filter(|_| shown.is_some()) {
            let _ = area.focus();
            area.select();
        }
    });
}

#[derive(Properties, PartialEq)]
struct MenuProps {
    view: Shown,
    origin: Origin,
    accepted: Rc<Vec<Accepted>>,
    profile: Rc<str>,
    lang: Lang,
    hand: Hand,
}

/// The sheet's body.
pub fn export(state: &State, hand: &Hand) -> Element {
    let lang = state.lang;
    let body = element("div").class("prose");
    let Some(view) = state.view.as_ref().filter(|view| !view.empty) else {
        return body.add(words_in("p", "told", NOTHING.get(lang)));
    };
    body.add(html! {
        <Menu view={view.clone()} origin={state.origin.clone()} accepted={Rc::clone(&state.accepted)} profile={Rc::clone(&state.profile)}
            {lang} hand={hand.clone()} />
    })
}

/// Everything that can be taken away, and what became of the last thing that was.
#[component]
fn Menu(props: &MenuProps) -> Html {
    let outcome = use_state(Outcome::default);
    let lang = props.lang;
    {
        // A new check makes what was shown of the old one wrong.
        let outcome = outcome.clone();
        use_effect_with(props.view.clone(), move |_| outcome.set(Outcome::default()));
    }
    use_shown(&outcome);
    let take = |item: Item| {
        let taking = Taking::new(props);
        let outcome = outcome.clone();
        let on_click = Callback::from(move |_| outcome.set(taking.take(item)));
        button("", item.name().get(lang), on_click).set("id", item.id())
    };
    let row = |items: &[Item]| element("p").class("actions").add_all(items.iter().map(|item| take(*item)));
    let tables = TableKey::ALL.into_iter().filter(|_| props.view.form().is_some()).map(|key| {
        let name = words_in("span", "export-table", key.name().get(lang));
        let pair = [Figures::AsRead, Figures::Corrected].map(|figures| {
            let item = Item::Table(key, figures);
            let label = [key.name().get(lang), " ", item.name().get(lang)].concat();
            take(item).set("aria-label", &label)
        });
        element("p").class("actions").add(name).add_all(pair)
    });
    let tables: Vec<Element> = tables.collect();
    let show = outcome.file.map(|item| {
        let (taking, outcome) = (Taking::new(props), outcome.clone());
        let on_click = Callback::from(move |_| {
            outcome.set(Outcome { shown: taking.text(item), said: outcome.said.clone(), file: None });
        });
        button("", SHOW.get(lang), on_click).set("id", "export-show")
    });
    element("div")
        .class("prose")
        .add(words_in("h3", "", COPY.get(lang)))
        .add(row(&[Item::Findings, Item::FindingsText, Item::Letter]))
        .add(element("div").class("prose").add_all(tables))
        .add(words_in("h3", "", SAVE.get(lang)))
        .add(row(&[Item::Xlsx, Item::Report, Item::LetterFile, Item::Csv, Item::Cells, Item::Json]))
        .add(words_in("p", "told", TOLD.get(lang)))
        .add(words_in("p", "export-said", &outcome.said).set("role", "status"))
        .add_if(show)
        .add(outcome.area(lang))
        .into()
}

/// What is needed to take something away.
#[derive(Debug, Clone)]
struct Taking {
    view: Shown,
    /// What the text is called.
    name: String,
    /// Its file's name, where it is one.
    file: Option<String>,
    accepted: Vec<(String, String)>,
    profile: Rc<str>,
    lang: Lang,
    hand: Hand,
}

impl Taking {
    fn new(props: &MenuProps) -> Self {
        let accepted = props.accepted.iter().map(|one| (one.key.clone(), one.reason.clone()));
        Self {
            view: props.view.clone(),
            name: props.origin.name(props.lang),
            file: props.origin.file_name().map(str::to_string),
            accepted: accepted.collect(),
            profile: Rc::clone(&props.profile),
            lang: props.lang,
            hand: props.hand.clone(),
        }
    }

    fn export(&self) -> Export<'_> {
        Export { view: &self.view, name: &self.name, accepted: &self.accepted, lang: self.lang }
    }

    /// Takes something away, and says what became of it.
    fn take(&self, item: Item) -> Outcome {
        let lang = self.lang;
        let export = self.export();
        let Some((name, kind)) = self.file(item) else {
            let text = self.text(item).unwrap_or_default();
            let html = match item {
                Item::Findings => export::findings_html::findings_html(&export),
                Item::Table(key, figures) => export::table_html::table_html(&export, key, figures),
                _ => String::new(),
            };
            if copy(&html, &text) {
                let what = match item {
                    Item::Table(key, _) => key.name().get(lang),
                    _ => "",
                };
                let same = matches!(item, Item::Table(key, Figures::Corrected) if !export.corrects(key));
                let same = if same { SAME.get(lang) } else { "" };
                let said = [COPIED.get(lang), what, " ", item.name().get(lang), same].concat();
                return Outcome::told(said, None);
            }
            return Outcome::told(words::NOT_COPIED.get(lang).to_string(), Some(text));
        };
        let content = match item {
            Item::Xlsx => {
                Some(Uint8Array::from(export::findings_xlsx::findings_xlsx(&export).as_slice()).into())
            }
            _ => self.text(item).map(|text| JsValue::from(&*text)),
        };
        let Some(content) = content else {
            return Outcome::told(words::CORE_FAILED.get(lang).to_string(), None);
        };
        if download(&name, kind, &content) {
            self.hand.perform(Task::Taken);
            return Outcome { said: [SAVED.get(lang), &name].concat(), file: Some(item), shown: None };
        }
        Outcome::told(NOT_SAVED.get(lang).to_string(), self.text(item))
    }

    /// The name and the kind of a file; nothing for what is copied.
    fn file(&self, item: Item) -> Option<(String, &'static str)> {
        let (what, extension, kind) = match item {
            Item::Xlsx => (export::words::CHECK, "xlsx", XLSX),
            Item::Report => (export::words::CHECK, "html", "text/html;charset=utf-8"),
            Item::LetterFile => (export::words::OPINION, "txt", "text/plain;charset=utf-8"),
            Item::Csv => (export::words::CHECK, "csv", CSV),
            Item::Cells => (export::words::CELLS, "csv", CSV),
            Item::Json => (export::words::CHECK, "json", "application/json"),
            Item::Findings | Item::FindingsText | Item::Letter | Item::Table(..) => return None,
        };
        Some((self.export().file_name(what, extension), kind))
    }

    /// What stands in it, as words. A spreadsheet's are its findings between tabs, which
    /// a spreadsheet program takes when they are pasted.
    fn text(&self, item: Item) -> Option<Rc<str>> {
        let export = self.export();
        let text = match item {
            Item::Findings | Item::Xlsx => export::findings_html::findings_tsv(&export),
            Item::FindingsText => export::text::text(&export),
            Item::Letter => export::return_opinion::return_opinion(&export),
            // Older editors of Windows know a file's encoding by its mark alone.
            Item::LetterFile => {
                let letter = export::return_opinion::return_opinion(&export).replace('\n', "\r\n");
                ["\u{feff}", &letter].concat()
            }
            Item::Table(key, figures) => export::table_html::table_text(&export, key, figures),
            Item::Report => export::report_html::report_html(&export),
            Item::Csv => export::findings_csv::findings_csv(&export),
            Item::Cells => export::cells_csv::cells_csv(&export),
            Item::Json => self.json()?,
        };
        Some(text.into())
    }

    /// Everything, as scripts get it; and beside it who made it and what was accepted.
    fn json(&self) -> Option<String> {
        let set = |object: &js_sys::Object, name: &str, value: &JsValue| {
            // An object of ours takes every property.
            let _ = js_sys::Reflect::set(object, &name.into(), value);
        };
        let options = js_sys::Object::new();
        set(&options, "lang", &self.lang.code().into());
        if let Some(file) = &self.file {
            set(&options, "name", &file.as_str().into());
        }
        let previous = source::previous();
        if previous.trim().length() > 0 {
            set(&options, "previous", &previous);
        }
        if !self.profile.trim().is_empty() {
            set(&options, "profile", &(&*self.profile).into());
        }
        let document: js_sys::Object = core::everything(&source::text(), &options)?.dyn_into().ok()?;
        let accepted = js_sys::Array::new();
        for finding in &self.view.findings {
            let Some(reason) = self.export().reason(finding) else { continue };
            let one = js_sys::Object::new();
            set(&one, "fingerprint", &finding.key.as_str().into());
            set(&one, "reason", &reason.into());
            accepted.push(&one);
        }
        let about = js_sys::Object::new();
        set(&about, "program", &["gouji ", env!("CARGO_PKG_VERSION")].concat().into());
        set(&about, "rules", &self.view.rules.as_str().into());
        set(&about, "settings", &self.view.settings.as_deref().map_or(JsValue::NULL, JsValue::from));
        set(&about, "accepted", &accepted);
        set(&document, "export", &about);
        let text = js_sys::JSON::stringify_with_replacer_and_space(&document, &JsValue::NULL, &2.into());
        Some(String::from(text.ok()?) + "\n")
    }
}
