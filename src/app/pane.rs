//! How the window is divided: dividers in a wide one, tabs in a narrow one.

use std::cell::Cell;

use gouji::Lang;
use wasm_bindgen::JsCast;
use web_sys::Element as Node;
use yew::prelude::*;

use super::element::{Element, button, element, words_in};
use super::hand::Hand;
use super::state::{Action, Pane};
use super::{dom, words};

/// What one press of an arrow key adds, in per cent.
const STEP: i32 = 2;

/// A border that can be moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Border {
    /// Between the text and the results: the text's share of the window.
    Text,
    /// Between findings and tables: the findings' share of the results. They stand one
    /// above the other, or side by side in a very wide window.
    Findings,
}

thread_local! {
    /// What the user has set, in per cent; 0 is nothing.
    static SIZES: [Cell<i32>; 2] = const { [Cell::new(0), Cell::new(0)] };
}

impl Border {
    const ALL: [Self; 2] = [Self::Text, Self::Findings];

    /// The least and the most, in per cent.
    fn limits(self) -> (i32, i32) {
        match self {
            Self::Text => (20, 75),
            Self::Findings => (15, 80),
        }
    }

    /// Its name in the style sheet and in the store.
    fn key(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Findings => "findings",
        }
    }

    fn property(self) -> &'static str {
        match self {
            Self::Text => "--text-user",
            Self::Findings => "--findings-user",
        }
    }

    /// Whether it is moved sideways.
    fn is_upright(self) -> bool {
        self == Self::Text
            || pane_of(self).is_some_and(|pane| {
                let divider = by_border(self);
                divider.is_some_and(|divider| divider.client_height() > divider.client_width())
                    && pane.client_width() > 0
            })
    }

    /// The share that a point of the window stands for.
    fn share(self, x: i32, y: i32) -> Option<i32> {
        let whole = match self {
            Self::Text => dom::root()?.get_bounding_client_rect(),
            Self::Findings => dom::by_id("result")?.get_bounding_client_rect(),
        };
        let share = match (self, self.is_upright()) {
            (Self::Text, _) => (f64::from(x) - whole.left()) / whole.width(),
            // In a very wide window the findings stand at the right.
            (Self::Findings, true) => (whole.right() - f64::from(x)) / whole.width(),
            (Self::Findings, false) => (f64::from(y) - whole.top()) / whole.height(),
        };
        Some((share * 100.0) as i32)
    }

    /// The share as it is.
    fn now(self) -> Option<i32> {
        let pane = pane_of(self)?.get_bounding_client_rect();
        let whole = match self {
            Self::Text => dom::root()?.get_bounding_client_rect(),
            Self::Findings => dom::by_id("result")?.get_bounding_client_rect(),
        };
        let share =
            if self.is_upright() { pane.width() / whole.width() } else { pane.height() / whole.height() };
        Some((share * 100.0).round() as i32)
    }

    fn set(self, percent: i32) {
        let (least, most) = self.limits();
        let percent = percent.clamp(least, most);
        SIZES.with(|sizes| sizes[self as usize].set(percent));
        dom::set_property(self.property(), &[&percent.to_string(), "%"].concat());
        if let Some(divider) = by_border(self) {
            let _ = divider.set_attribute("aria-valuenow", &percent.to_string());
        }
    }
}

fn by_border(border: Border) -> Option<Node> {
    dom::document()?.query_selector(&["[data-border=", border.key(), "]"].concat()).ok()?
}

fn pane_of(border: Border) -> Option<Node> {
    let selector = match border {
        Border::Text => ".source-pane",
        Border::Findings => ".findings-pane",
    };
    dom::document()?.query_selector(selector).ok()?
}

/// The sizes that the user has set.
pub fn sizes() -> Vec<(&'static str, i32)> {
    let size = |border: Border| (border.key(), SIZES.with(|sizes| sizes[border as usize].get()));
    Border::ALL.map(size).into_iter().filter(|(_, size)| *size > 0).collect()
}

/// Sets a size that was kept.
pub fn restore(name: &str, percent: i32) {
    if let Some(border) = Border::ALL.into_iter().find(|border| border.key() == name) {
        border.set(percent);
    }
}

/// A divider that moves a border.
pub fn divider(border: Border, lang: Lang, hand: &Hand) -> Element {
    let target = |event: &PointerEvent| event.target().and_then(|target| target.dyn_into::<Node>().ok());
    let on_down = Callback::from(move |event: PointerEvent| {
        if let Some(target) = target(&event) {
            let _ = target.set_pointer_capture(event.pointer_id());
            event.prevent_default();
        }
    });
    let on_move = Callback::from(move |event: PointerEvent| {
        let held = target(&event).is_some_and(|target| target.has_pointer_capture(event.pointer_id()));
        if let Some(share) = border.share(event.client_x(), event.client_y()).filter(|_| held) {
            border.set(share);
        }
    });
    let released = hand.clone();
    let on_up = Callback::from(move |_: PointerEvent| released.act(Action::Resized));
    let hand = hand.clone();
    let on_key = Callback::from(move |event: KeyboardEvent| {
        let more = match (event.key().as_str(), border, border.is_upright()) {
            ("ArrowRight", Border::Text, _) | ("ArrowLeft", Border::Findings, true) => STEP,
            ("ArrowLeft", Border::Text, _) | ("ArrowRight", Border::Findings, true) => -STEP,
            ("ArrowDown", Border::Findings, false) => STEP,
            ("ArrowUp", Border::Findings, false) => -STEP,
            _ => return,
        };
        event.prevent_default();
        if let Some(now) = border.now() {
            border.set(now + more);
            hand.act(Action::Resized);
        }
    });
    let (least, most) = border.limits();
    let (name, direction, first) = match border {
        Border::Text => (words::DIVIDER, "vertical", "44"),
        Border::Findings => (words::DIVIDER_FINDINGS, "horizontal", "54"),
    };
    element("div")
        .class("divider")
        .set("role", "separator")
        .set("data-border", border.key())
        .set("aria-orientation", direction)
        .set("tabindex", "0")
        .set("aria-label", name.get(lang))
        .set("aria-valuemin", &least.to_string())
        .set("aria-valuemax", &most.to_string())
        .set("aria-valuenow", first)
        .on_pointer(on_down, on_move, on_up)
        .on_key(on_key)
}

/// The tabs of a narrow window. They are buttons that say which one is pressed: a
/// wide window shows all three panes at once, so they are no tab list.
/// `counts` are the errors, warnings and hints of the last check.
pub fn tabs(lang: Lang, shown: Pane, counts: Option<[u32; 3]>, hand: &Hand) -> Element {
    let found: u32 = counts.map_or(0, |counts| counts.iter().sum());
    let tab = |pane: Pane, name: &'static str, count: u32| {
        let pressed = if shown == pane { "true" } else { "false" };
        button("tab", name, hand.on_act(Action::Show(pane)))
            .set("data-tab", pane.key())
            .set("aria-pressed", pressed)
            .add_if((count > 0).then(|| words_in("span", "pane-count", &count.to_string())))
    };
    element("nav").class("tabs").set("aria-label", words::PANES.get(lang)).add_all([
        tab(Pane::Source, words::SOURCE.get(lang), 0),
        tab(Pane::Findings, words::FINDINGS.get(lang), found),
        tab(Pane::Tables, words::TABLES.get(lang), 0),
    ])
}
