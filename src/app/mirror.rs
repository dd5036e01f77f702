//! What lies behind the text area: the same text, transparent, with the places of
//! headings, cells and findings marked, and the line numbers.
//!
//! It stands in a shadow tree, which no saved copy of the page contains, and it is
//! built only for texts of a usual length.

use gouji::order;
use std::cell::Cell;

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement};

use super::dom;
use super::state::Focus;
use super::view::{Place, View};

/// The longest text that is mirrored, in UTF-16 code units.
const CAP: u32 = 100_000;

thread_local! {
    /// Whether the mirror shows the text as it stands.
    static SHOWN: Cell<bool> = const { Cell::new(false) };
}

/// One marked place: what it is, as a name for the style sheet.
struct Mark {
    place: Place,
    part: &'static str,
}

/// Draws the marks of `view` behind the text. `focus` is marked once more.
pub fn draw(view: &View, focus: Option<Focus>) {
    SHOWN.set(false);
    let (Some(document), Some(area), Some(host)) = (dom::document(), dom::text_area(), host()) else {
        return;
    };
    let Some(root) = shadow(&host) else { return };
    root.set_text_content(None);
    if area.text_length() > CAP || area.read_only() {
        return;
    }
    let text: Vec<u16> = area.value().encode_utf16().collect();
    if let Some(content) = content(&document, &text, &marks(view, focus)) {
        let _ = root.append_child(&content);
        let _ = host.class_list().remove_1("faded");
        SHOWN.set(true);
        follow();
    }
}

/// Hides the marks while they may stand in wrong places.
pub fn fade() {
    if let Some(host) = host() {
        let _ = host.class_list().add_1("faded");
    }
    SHOWN.set(false);
}

/// Follows the text area's scrolling.
pub fn follow() {
    let (Some(area), Some(host)) = (dom::text_area(), host()) else { return };
    host.set_scroll_top(area.scroll_top());
}

/// How far down in the text the place that has the focus stands, in pixels.
pub fn top_of_focus() -> Option<f64> {
    if !SHOWN.get() {
        return None;
    }
    let host = host()?;
    let root = shadow(&host)?;
    let found = root.query_selector("[part~=focus]").ok()??;
    let content = root.first_element_child()?;
    let height = content.get_bounding_client_rect().height();
    (height > 0.0).then(|| found.get_bounding_client_rect().top() - content.get_bounding_client_rect().top())
}

fn host() -> Option<HtmlElement> {
    dom::by_id("mirror")?.dyn_into().ok()
}

fn shadow(host: &HtmlElement) -> Option<web_sys::ShadowRoot> {
    host.shadow_root().or_else(|| {
        let init = web_sys::ShadowRootInit::new(web_sys::ShadowRootMode::Open);
        host.attach_shadow(&init).ok()
    })
}

fn marks(view: &View, focus: Option<Focus>) -> Vec<Mark> {
    let mut marks: Vec<Mark> =
        view.headings.iter().map(|place| Mark { place: *place, part: "heading" }).collect();
    marks.extend(view.cells().filter_map(|cell| Some(Mark { place: cell.span?, part: "cell" })));
    for finding in &view.findings {
        let part = finding.severity.key();
        marks.extend(finding.span.map(|place| Mark { place, part }));
    }
    if let Some(Focus::Finding(index)) = focus
        && let Some(finding) = view.findings.get(index)
    {
        let related = finding.related.iter().filter_map(|(_, place, _)| *place);
        marks.extend(related.map(|place| Mark { place, part: "related" }));
    }
    if let Some(place) = focus.and_then(|focus| view.place(focus)) {
        marks.push(Mark { place, part: "focus" });
    }
    order::by_key(&mut marks, |mark| u128::from(mark.place[0]) << 32 | u128::from(mark.place[1]));
    marks
}

fn content(document: &Document, text: &[u16], marks: &[Mark]) -> Option<Element> {
    let content = document.create_element("div").ok()?;
    let mut start = 0;
    let mut next = 0;
    // Marks that began before the line and reach into it.
    let mut open: Vec<&Mark> = Vec::new();
    for line in text.split(|unit| *unit == u16::from(b'\n')) {
        let end = start + line.len() as u32;
        while let Some(mark) = marks.get(next).filter(|mark| mark.place[0] <= end) {
            open.push(mark);
            next += 1;
        }
        let row = element(document, "div", "line")?;
        if open.is_empty() {
            row.set_text_content(Some(&String::from_utf16_lossy(line)));
        } else {
            pieces(document, &row, line, start, &open)?;
            open.retain(|mark| mark.place[1] > end);
        }
        content.append_child(&row).ok()?;
        start = end + 1;
    }
    Some(content)
}

/// Puts one line together from its marked and unmarked pieces.
fn pieces(document: &Document, row: &Element, line: &[u16], start: u32, marks: &[&Mark]) -> Option<()> {
    let end = start + line.len() as u32;
    let mut cuts: Vec<u32> =
        marks.iter().flat_map(|mark| mark.place).map(|cut| cut.clamp(start, end)).collect();
    cuts.extend([start, end]);
    order::by_key(&mut cuts, |cut| u128::from(*cut));
    cuts.dedup();
    let at_caret = |at: u32| marks.iter().any(|m| m.part == "focus" && m.place == [at, at]);
    for (index, from) in cuts.iter().copied().enumerate() {
        if at_caret(from) {
            row.append_child(&*element(document, "span", "caret focus")?).ok()?;
        }
        let Some(to) = cuts.get(index + 1).copied() else { break };
        let words = String::from_utf16_lossy(&line[(from - start) as usize..(to - start) as usize]);
        let parts: Vec<&str> = marks
            .iter()
            .filter(|mark| mark.place[0] <= from && mark.place[1] >= to && mark.place[0] < mark.place[1])
            .map(|mark| mark.part)
            .collect();
        let piece = element(document, "span", &parts.join(" "))?;
        piece.set_text_content(Some(&words));
        row.append_child(&piece).ok()?;
    }
    Some(())
}

fn element(document: &Document, name: &str, part: &str) -> Option<Element> {
    let element = document.create_element(name).ok()?;
    element.set_attribute("part", part).ok()?;
    Some(element)
}
