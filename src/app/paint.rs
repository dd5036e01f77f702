//! Line numbers and marks, painted behind the text.

use gouji::finding::Severity;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlTextAreaElement};

use super::dom;

/// What a mark says of its place, in the order of painting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A section's heading.
    Heading,
    /// A table's cell.
    Cell,
    /// Another place of the finding the user looks at.
    Related,
    /// What the user looks at.
    Focus,
    /// A hint.
    Hint,
    /// A warning.
    Warning,
    /// An error.
    Error,
}

impl Kind {
    /// The mark of a finding.
    pub fn of(severity: Severity) -> Self {
        match severity {
            Severity::Error => Self::Error,
            Severity::Warning => Self::Warning,
            Severity::Hint => Self::Hint,
        }
    }

    /// The style sheet's name for its colour.
    fn colour(self) -> &'static str {
        match self {
            Self::Heading => "--accent-soft",
            Self::Cell => "--cell",
            Self::Related => "--related-mark",
            Self::Focus => "--focus-mark",
            Self::Hint => "--hint",
            Self::Warning => "--warning",
            Self::Error => "--error",
        }
    }
}

/// A marked piece of a line, in pixels from the top left of the text.
#[derive(Debug, Clone, Copy)]
pub struct Box {
    /// What it is.
    pub kind: Kind,
    /// From the left.
    pub left: f64,
    /// From the top.
    pub top: f64,
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
}

/// Paints the part of the marks and line numbers that `area` has scrolled to.
pub fn paint(area: &HtmlTextAreaElement, boxes: &[Box], lines: &[f64]) -> Option<()> {
    let canvas: HtmlCanvasElement = dom::by_id("marks")?.dyn_into().ok()?;
    let (width, height) = (f64::from(canvas.client_width()), f64::from(canvas.client_height()));
    let window = web_sys::window()?;
    let ratio = window.device_pixel_ratio();
    canvas.set_width((width * ratio) as u32);
    canvas.set_height((height * ratio) as u32);
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    let scrolled = f64::from(area.scroll_top());
    context.scale(ratio, ratio).ok()?;
    context.translate(0.0, -scrolled).ok()?;

    let style = window.get_computed_style(&dom::root()?.into()).ok()??;
    let colour = |name: &str| style.get_property_value(name).unwrap_or_default();
    let in_view = |top: f64| top > scrolled - 60.0 && top < scrolled + height + 10.0;

    let mut painted = None;
    for mark in boxes.iter().filter(|mark| in_view(mark.top)) {
        if painted != Some(mark.kind) {
            let colour = colour(mark.kind.colour());
            context.set_fill_style_str(&colour);
            context.set_stroke_style_str(&colour);
            painted = Some(mark.kind);
        }
        match mark.kind {
            Kind::Heading | Kind::Cell | Kind::Related | Kind::Focus => ground(&context, mark),
            Kind::Hint | Kind::Warning | Kind::Error => underline(&context, mark),
        }
    }

    context.set_fill_style_str(&colour("--ink-3"));
    context.set_font("12px sans-serif");
    context.set_text_align("right");
    // The numbers stand where the gutter ends, on the first row of their line.
    let right = if width < 500.0 { 26.0 } else { 42.0 };
    for (index, top) in lines.iter().enumerate().filter(|(_, top)| in_view(**top)) {
        context.fill_text(&(index + 1).to_string(), right, top + 17.0).ok()?;
    }
    Some(())
}

fn ground(context: &CanvasRenderingContext2d, mark: &Box) {
    let around = if mark.kind == Kind::Focus { 2.0 } else { 0.0 };
    context.fill_rect(
        mark.left - around,
        mark.top - around,
        (mark.width + 2.0 * around).max(4.0),
        mark.height + 2.0 * around,
    );
}

/// Each severity has a line of its own: wavy, dashed, dotted.
fn underline(context: &CanvasRenderingContext2d, mark: &Box) {
    let (from, to) = (mark.left, mark.left + mark.width.max(6.0));
    let below = mark.top + mark.height + 1.5;
    context.set_line_width(1.5);
    context.begin_path();
    context.move_to(from, below);
    match mark.kind {
        Kind::Error => {
            let mut x = from;
            let mut up = true;
            while x < to {
                x += 3.0;
                context.line_to(x.min(to), if up { below - 2.5 } else { below });
                up = !up;
            }
            context.stroke();
        }
        _ => {
            // Dashes by hand: a list of them would have to be made for JavaScript each time.
            let (dash, gap) = if mark.kind == Kind::Warning { (5.0, 3.0) } else { (2.0, 2.0) };
            let mut x = from;
            while x < to {
                context.fill_rect(x, below - 1.0, f64::min(dash, to - x), 2.0);
                x += dash + gap;
            }
        }
    }
}
