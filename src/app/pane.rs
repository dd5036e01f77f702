//! How the window is divided: a divider in a wide one, tabs in a narrow one.

use gouji::Lang;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::state::Pane;
use super::{dom, mirror, words};

/// The narrowest and the widest the text pane may be, in per cent of the window.
const LIMITS: (f64, f64) = (20.0, 75.0);
/// What one press of an arrow key adds.
const STEP: f64 = 2.0;

/// What the divider needs.
#[derive(Properties, PartialEq)]
pub struct DividerProps {
    /// The language.
    pub lang: Lang,
}

/// The divider between the text and the rest.
#[component]
pub fn Divider(props: &DividerProps) -> Html {
    let onpointerdown = Callback::from(|event: PointerEvent| {
        if let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) {
            let _ = target.set_pointer_capture(event.pointer_id());
            event.prevent_default();
        }
    });
    let onpointermove = Callback::from(|event: PointerEvent| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if target.is_some_and(|target| target.has_pointer_capture(event.pointer_id())) {
            let width = dom::root().map_or(1.0, |root| f64::from(root.client_width().max(1)));
            set_width(f64::from(event.client_x()) * 100.0 / width);
        }
    });
    let onkeydown = Callback::from(|event: KeyboardEvent| {
        let step = match event.key().as_str() {
            "ArrowLeft" => -STEP,
            "ArrowRight" => STEP,
            _ => return,
        };
        event.prevent_default();
        if let Some(width) = width() {
            set_width(width + step);
        }
    });
    html! {
        <div class="divider" role="separator" aria-orientation="vertical" tabindex="0"
            aria-label={words::DIVIDER.get(props.lang)} aria-valuemin="20" aria-valuemax="75" aria-valuenow="45"
            {onpointerdown} {onpointermove} {onkeydown} />
    }
}

fn main() -> Option<HtmlElement> {
    dom::by_id("main")?.dyn_into().ok()
}

fn width() -> Option<f64> {
    let pane = dom::text_area()?.closest(".pane").ok()??;
    let whole = f64::from(main()?.client_width().max(1));
    Some(pane.get_bounding_client_rect().width() * 100.0 / whole)
}

fn set_width(percent: f64) {
    let percent = percent.clamp(LIMITS.0, LIMITS.1);
    if let Some(main) = main() {
        let _ = main.style().set_property("--text-width", &format!("{percent:.1}%"));
    }
    let divider = dom::document().and_then(|d| d.query_selector("[role=separator]").ok()?);
    if let Some(divider) = divider {
        let _ = divider.set_attribute("aria-valuenow", &format!("{percent:.0}"));
    }
    mirror::follow();
}

/// What the tabs show.
#[derive(Properties, PartialEq)]
pub struct TabsProps {
    /// The language.
    pub lang: Lang,
    /// The pane that is shown.
    pub pane: Pane,
    /// Errors, warnings and hints of the last check.
    pub counts: Option<[usize; 3]>,
    /// Another pane is to be shown.
    pub on_show: Callback<Pane>,
}

/// The tabs of a narrow window. They are buttons that say which one is pressed: a
/// wide window shows all three panes at once, so they are no tab list.
#[component]
pub fn Tabs(props: &TabsProps) -> Html {
    let lang = props.lang;
    let found: usize = props.counts.map_or(0, |counts| counts.iter().sum());
    let tab = |pane: Pane, name: &'static str, count: usize| {
        html! {
            <button type="button" class="tab" data-tab={pane.key()} aria-pressed={(props.pane == pane).to_string()}
                onclick={props.on_show.reform(move |_| pane)}>
                { name }
                if count > 0 { <span class="pane-count">{ count }</span> }
            </button>
        }
    };
    html! {
        <nav class="tabs">
            { tab(Pane::Source, words::SOURCE.get(lang), 0) }
            { tab(Pane::Findings, words::FINDINGS.get(lang), found) }
            { tab(Pane::Tables, words::TABLES.get(lang), 0) }
        </nav>
    }
}
