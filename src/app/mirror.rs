//! What lies behind the text area: line numbers, and marks at the places of headings,
//! cells and findings, painted on a canvas.
//!
//! To learn where they are, the text is laid out once more, as the text area lays it
//! out, measured, and taken away again at once. No copy of the text stays in the
//! document, not even in a shadow tree: Chromium's "save page as" writes those into
//! the copy. A canvas it leaves empty.
//!
//! That is done once a check; what the user looks at only changes what is painted.

use std::cell::RefCell;

use gouji::order;
use gouji::render::view::Place;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement};

use super::dom;
use super::paint::{Box, Look, What, paint};
use super::state::Focus;
use super::view::Shown;

/// The longest text that is measured, in UTF-16 code units.
const CAP: u32 = 100_000;
/// The most further places of findings that are measured.
const RELATED_CAP: usize = 2_000;

thread_local! {
    static MIRROR: RefCell<Mirror> = const { RefCell::new(Mirror::EMPTY) };
}

/// What is painted, and from what it was measured.
struct Mirror {
    shown: Option<Shown>,
    look: Look,
    /// The marks, from the top of the text.
    boxes: Vec<Box>,
    /// The top of every line, from the top of the text.
    lines: Vec<f64>,
    /// Where the text begins, from the left.
    left: f64,
}

impl Mirror {
    const EMPTY: Self = Self {
        shown: None,
        look: Look { focus: None, over: None },
        boxes: Vec::new(),
        lines: Vec::new(),
        left: 0.0,
    };
}

/// One marked place.
struct Mark {
    place: Place,
    what: What,
}

/// Marks the places of `view`; what the user looks at is marked once more.
pub fn draw(view: &Shown, focus: Option<Focus>) {
    MIRROR.with_borrow_mut(|mirror| {
        mirror.boxes.clear();
        mirror.lines.clear();
        mirror.look.focus = focus;
        mirror.look.over = None;
        measure(mirror, view);
        mirror.shown = Some(view.clone());
    });
    follow();
}

/// Measures and paints again, as after a change of the pane's width or of the light.
pub fn redraw() {
    if let Some((view, focus)) = MIRROR.with_borrow(|mirror| Some((mirror.shown.clone()?, mirror.look.focus)))
    {
        draw(&view, focus);
    } else {
        follow();
    }
}

/// Marks something else as what the user looks at.
pub fn look(view: &Shown, focus: Option<Focus>) {
    let measured = MIRROR.with_borrow_mut(|mirror| {
        mirror.look.focus = focus;
        mirror.shown.as_ref() == Some(view) && !mirror.boxes.is_empty()
    });
    if measured {
        follow();
    } else {
        draw(view, focus);
    }
}

/// Marks what the pointer is over.
pub fn hover(over: Option<Focus>) {
    MIRROR.with_borrow_mut(|mirror| mirror.look.over = over);
    follow();
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
        MIRROR.with_borrow(|mirror| paint(&area, &mirror.boxes, &mirror.lines, mirror.left, mirror.look));
    }
}

/// How far down in the text the place that has the focus stands, in pixels.
pub fn top_of_focus() -> Option<f64> {
    MIRROR.with_borrow(|mirror| {
        let focus = mirror.look.focus?;
        let first = |is: fn(What, Focus) -> bool| mirror.boxes.iter().find(|b| is(b.what, focus));
        first(What::is).or_else(|| first(What::is_related)).map(|b| b.top)
    })
}

/// What stands under a point of the text area.
pub fn at(x: f64, y: f64) -> Option<Focus> {
    let y = y + f64::from(dom::text_area()?.scroll_top());
    let over = |b: &&Box| x >= b.left && x <= b.left + b.width && y >= b.top && y <= b.top + b.height;
    MIRROR.with_borrow(|mirror| {
        // Findings were put behind cells, and lie over them.
        mirror.boxes.iter().rev().filter(over).find_map(|b| b.what.focus())
    })
}

fn measure(mirror: &mut Mirror, view: &Shown) -> Option<()> {
    let (document, area) = (dom::document()?, dom::text_area()?);
    if area.text_length() > CAP || area.read_only() || area.client_width() == 0 {
        return None;
    }
    let host: HtmlElement = dom::by_id("mirror")?.dyn_into().ok()?;
    let text: Vec<u16> = area.value().encode_utf16().collect();
    let marks = marks(view);
    let (content, pieces) = content(&document, &text, &marks)?;
    host.append_child(&content).ok()?;
    let origin = content.get_bounding_client_rect();
    let (left, top) = padding(&host, &content);
    mirror.left = left;
    let rows = content.children();
    mirror.lines = (0..rows.length())
        .filter_map(|index| rows.item(index))
        .map(|row| row.get_bounding_client_rect().top() - origin.top() + top)
        .collect();
    for (piece, whats) in &pieces {
        let rects = piece.get_client_rects();
        for rect in (0..rects.length()).filter_map(|index| rects.item(index)) {
            mirror.boxes.extend(whats.iter().map(|what| Box {
                what: *what,
                left: rect.left() - origin.left() + left,
                top: rect.top() - origin.top() + top,
                width: rect.width(),
                height: rect.height(),
            }));
        }
    }
    content.remove();
    order::by_key(&mut mirror.boxes, |mark| mark.what.order());
    Some(())
}

/// Where the text begins in its pane.
fn padding(host: &HtmlElement, content: &Element) -> (f64, f64) {
    let (outer, inner) = (host.get_bounding_client_rect(), content.get_bounding_client_rect());
    (inner.left() - outer.left(), inner.top() - outer.top())
}

fn marks(view: &Shown) -> Vec<Mark> {
    let mut marks = Vec::new();
    for place in &view.headings {
        marks.push(Mark { place: *place, what: What::Heading });
    }
    for cell in &view.cells {
        marks.extend(cell.span.map(|place| Mark { place, what: What::Cell(cell.cell) }));
    }
    let mut related = 0;
    for (index, finding) in view.findings.iter().enumerate() {
        let what = What::Finding(index, finding.severity);
        marks.extend(finding.span.map(|place| Mark { place, what }));
        for (_, place) in &finding.related {
            if let Some(place) = place.filter(|_| related < RELATED_CAP) {
                related += 1;
                marks.push(Mark { place, what: What::Related(index) });
            }
        }
    }
    order::by_key(&mut marks, |mark| u128::from(mark.place[0]) << 32 | u128::from(mark.place[1]));
    marks
}

type Pieces = Vec<(Element, Vec<What>)>;

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
        let mut piece = |words: &str, whats: Vec<What>| {
            let piece = document.create_element("span").ok()?;
            piece.set_text_content(Some(words));
            row.append_child(&piece).ok()?;
            if !whats.is_empty() {
                pieces.push((piece, whats));
            }
            Some(())
        };
        // A blank cell has no words: its place has no width.
        let here = marks.iter().filter(|mark| mark.place == [from, from]);
        let whats: Vec<What> = here.map(|mark| mark.what).collect();
        if !whats.is_empty() {
            piece("\u{200b}", whats)?;
        }
        let Some(to) = cuts.get(index + 1).copied() else { break };
        let words = &line[(from - start) as usize..(to - start) as usize];
        let over = marks.iter().filter(|m| m.place[0] <= from && m.place[1] >= to && m.place[0] < m.place[1]);
        piece(&String::from_utf16_lossy(words), over.map(|mark| mark.what).collect())?;
    }
    Some(())
}
