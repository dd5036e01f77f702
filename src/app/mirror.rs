//! What lies behind the text area: line numbers, and marks at the places of headings,
//! cells and findings, painted on a canvas.
//!
//! To learn where they are, the text is laid out once more, as the text area lays it
//! out, measured, and taken away again at once. No copy of the text stays in the
//! document, not even in a shadow tree: Chromium's "save page as" writes those into
//! the copy. A canvas it leaves empty.

use std::cell::RefCell;

use gouji::order;
use gouji::render::view::Place;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, HtmlTextAreaElement};

use super::dom;
use super::paint::{Box, Kind, paint};
use super::state::Focus;
use super::view::Shown;

/// The longest text that is measured, in UTF-16 code units.
const CAP: u32 = 100_000;

thread_local! {
    static MIRROR: RefCell<Mirror> = const { RefCell::new(Mirror { shown: None, boxes: Vec::new(), lines: Vec::new() }) };
}

/// What is painted, and from what it was measured.
struct Mirror {
    shown: Option<(Shown, Option<Focus>)>,
    /// The marks, from the top of the text.
    boxes: Vec<Box>,
    /// The top of every line, from the top of the text.
    lines: Vec<f64>,
}

/// One marked place.
struct Mark {
    place: Place,
    kind: Kind,
}

/// Marks the places of `view`; what the user looks at is marked once more.
pub fn draw(view: &Shown, focus: Option<Focus>) {
    MIRROR.with_borrow_mut(|mirror| {
        mirror.boxes.clear();
        mirror.lines.clear();
        measure(mirror, view, focus);
        mirror.shown = Some((view.clone(), focus));
    });
    follow();
}

/// Measures and paints again, as after a change of the pane's width or of the light.
pub fn redraw() {
    if let Some((view, focus)) = MIRROR.with_borrow(|mirror| mirror.shown.clone()) {
        draw(&view, focus);
    }
}

/// Takes the marks away while they may stand in wrong places.
pub fn fade() {
    MIRROR.with_borrow_mut(|mirror| {
        mirror.boxes.clear();
        mirror.shown = None;
    });
    follow();
}

/// Paints what is in view, as after scrolling.
pub fn follow() {
    if let Some(area) = dom::text_area() {
        MIRROR.with_borrow(|mirror| paint(&area, &mirror.boxes, &mirror.lines));
    }
}

/// How far down in the text the place that has the focus stands, in pixels.
pub fn top_of_focus() -> Option<f64> {
    MIRROR.with_borrow(|mirror| mirror.boxes.iter().find(|b| b.kind == Kind::Focus).map(|b| b.top))
}

fn measure(mirror: &mut Mirror, view: &Shown, focus: Option<Focus>) -> Option<()> {
    let (document, area) = (dom::document()?, dom::text_area()?);
    if area.text_length() > CAP || area.read_only() || area.client_width() == 0 {
        return None;
    }
    let host: HtmlElement = dom::by_id("mirror")?.dyn_into().ok()?;
    let text: Vec<u16> = area.value().encode_utf16().collect();
    let marks = marks(view, focus);
    let (content, pieces) = content(&document, &text, &marks)?;
    host.append_child(&content).ok()?;
    let origin = content.get_bounding_client_rect();
    let (left, top) = padding(&area, &host, &content);
    let rows = content.children();
    mirror.lines = (0..rows.length())
        .filter_map(|index| rows.item(index))
        .map(|row| row.get_bounding_client_rect().top() - origin.top() + top)
        .collect();
    for (piece, kinds) in &pieces {
        let rects = piece.get_client_rects();
        for rect in (0..rects.length()).filter_map(|index| rects.item(index)) {
            mirror.boxes.extend(kinds.iter().map(|kind| Box {
                kind: *kind,
                left: rect.left() - origin.left() + left,
                top: rect.top() - origin.top() + top,
                width: rect.width(),
                height: rect.height(),
            }));
        }
    }
    content.remove();
    order::by_key(&mut mirror.boxes, |mark| mark.kind as u128);
    Some(())
}

/// Where the text begins in its pane.
fn padding(area: &HtmlTextAreaElement, host: &HtmlElement, content: &Element) -> (f64, f64) {
    let (outer, inner) = (host.get_bounding_client_rect(), content.get_bounding_client_rect());
    // The host has the text area's own padding and border.
    debug_assert_eq!(area.client_width(), host.client_width());
    (inner.left() - outer.left(), inner.top() - outer.top())
}

fn marks(view: &Shown, focus: Option<Focus>) -> Vec<Mark> {
    let mark = |kind| move |place: Place| Mark { place, kind };
    let mut marks: Vec<Mark> = view.headings.iter().copied().map(mark(Kind::Heading)).collect();
    marks.extend(view.cells.iter().filter_map(|cell| cell.span).map(mark(Kind::Cell)));
    for finding in &view.findings {
        marks.extend(finding.span.map(mark(Kind::of(finding.severity))));
    }
    if let Some(Focus::Finding(index)) = focus
        && let Some(finding) = view.findings.get(index)
    {
        marks.extend(finding.related.iter().filter_map(|(_, place)| *place).map(mark(Kind::Related)));
    }
    marks.extend(focus.and_then(|focus| view.place(focus)).map(mark(Kind::Focus)));
    order::by_key(&mut marks, |mark| u128::from(mark.place[0]) << 32 | u128::from(mark.place[1]));
    marks
}

type Pieces = Vec<(Element, Vec<Kind>)>;

/// The text as elements, a line each, and those of them that are marked.
fn content(document: &Document, text: &[u16], marks: &[Mark]) -> Option<(Element, Pieces)> {
    let content = document.create_element("div").ok()?;
    let mut pieces = Vec::new();
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
        let row = document.create_element("div").ok()?;
        if open.is_empty() {
            row.set_text_content(Some(&String::from_utf16_lossy(line)));
        } else {
            cut(document, &row, line, start, &open, &mut pieces)?;
            open.retain(|mark| mark.place[1] > end);
        }
        content.append_child(&row).ok()?;
        start = end + 1;
    }
    Some((content, pieces))
}

/// Puts one line together from its marked and unmarked pieces.
fn cut(
    document: &Document,
    row: &Element,
    line: &[u16],
    start: u32,
    marks: &[&Mark],
    pieces: &mut Pieces,
) -> Option<()> {
    let end = start + line.len() as u32;
    let mut cuts: Vec<u32> =
        marks.iter().flat_map(|mark| mark.place).map(|cut| cut.clamp(start, end)).collect();
    cuts.extend([start, end]);
    order::by_key(&mut cuts, |cut| u128::from(*cut));
    cuts.dedup();
    for (index, from) in cuts.iter().copied().enumerate() {
        // A blank cell has no words: its place has no width.
        let caret = marks.iter().filter(|m| m.place == [from, from] && m.kind == Kind::Focus).count();
        if caret > 0 {
            let piece = document.create_element("span").ok()?;
            piece.set_text_content(Some("\u{200b}"));
            row.append_child(&piece).ok()?;
            pieces.push((piece, vec![Kind::Focus]));
        }
        let Some(to) = cuts.get(index + 1).copied() else { break };
        let piece = document.create_element("span").ok()?;
        let words = &line[(from - start) as usize..(to - start) as usize];
        piece.set_text_content(Some(&String::from_utf16_lossy(words)));
        row.append_child(&piece).ok()?;
        let over = marks.iter().filter(|m| m.place[0] <= from && m.place[1] >= to && m.place[0] < m.place[1]);
        let kinds: Vec<Kind> = over.map(|mark| mark.kind).collect();
        if !kinds.is_empty() {
            pieces.push((piece, kinds));
        }
    }
    Some(())
}
