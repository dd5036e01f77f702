//! Line numbers and marks, painted behind the text.

use gouji::finding::Severity;
use gouji::form::CellRef;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlTextAreaElement};

use super::dom;
use super::state::Focus;

/// What stands at a marked place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// A section's heading.
    Heading,
    /// A table's cell.
    Cell(CellRef),
    /// Another place of the finding with this number.
    Related(usize),
    /// The finding with this number.
    Finding(usize, Severity),
}

impl What {
    /// Whether it is the very thing the user looks at.
    pub fn is(self, focus: Focus) -> bool {
        self.focus() == Some(focus)
    }

    /// Whether it is another place of the finding the user looks at.
    pub fn is_related(self, focus: Focus) -> bool {
        matches!((self, focus), (Self::Related(index), Focus::Finding(other)) if index == other)
    }

    /// What there is to look at.
    pub fn focus(self) -> Option<Focus> {
        match self {
            Self::Heading | Self::Related(_) => None,
            Self::Cell(cell) => Some(Focus::Cell(cell)),
            Self::Finding(index, _) => Some(Focus::Finding(index)),
        }
    }

    /// What is painted first; the gravest finding lies over the others.
    pub fn order(self) -> u128 {
        match self {
            Self::Heading => 0,
            Self::Cell(_) => 1,
            Self::Related(_) => 2,
            Self::Finding(_, severity) => 6 - severity as u128,
        }
    }
}

/// What the user looks at, and what the pointer is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// What was chosen.
    pub focus: Option<Focus>,
    /// What is under the pointer.
    pub over: Option<Focus>,
}

/// A marked piece of a line, in pixels from the top left of the text.
#[derive(Debug, Clone, Copy)]
pub struct Box {
    /// What it is.
    pub what: What,
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
/// The text begins `left` pixels from the left.
pub fn paint(area: &HtmlTextAreaElement, boxes: &[Box], lines: &[f64], left: f64, look: Look) -> Option<()> {
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
    // Of the words' colour a canvas does not know that the system has forced it.
    let colour = |name: &str| {
        let colour = style.get_property_value(name).unwrap_or_default();
        if colour == "currentColor" { style.get_property_value("color").unwrap_or_default() } else { colour }
    };
    let in_view = |top: f64| top > scrolled - 60.0 && top < scrolled + height + 10.0;
    let seen: Vec<&Box> = boxes.iter().filter(|mark| in_view(mark.top)).collect();
    let ground = |name: &str, around: f64, is: &dyn Fn(What) -> bool| {
        context.set_fill_style_str(&colour(name));
        for mark in seen.iter().filter(|mark| is(mark.what)) {
            fill(&context, mark, around);
        }
    };

    ground("--accent-soft", 0.0, &|what| what == What::Heading);
    ground("--cell", 0.0, &|what| matches!(what, What::Cell(_)));
    if let Some(focus) = look.focus {
        ground("--related-mark", 0.0, &|what| what.is_related(focus));
    }
    if let Some(over) = look.over {
        ground("--related-mark", 1.0, &|what| what.is(over) || what.is_related(over));
    }
    if let Some(focus) = look.focus {
        ground("--focus-mark", 2.0, &|what| what.is(focus));
        // Not by its ground alone: where colours are forced there is none.
        context.set_stroke_style_str(&colour("--accent"));
        context.set_line_width(1.0);
        for mark in seen.iter().filter(|mark| mark.what.is(focus)) {
            let width = (mark.width + 4.0).max(4.0);
            context.stroke_rect(mark.left - 2.0, mark.top - 2.0, width, mark.height + 4.0);
        }
    }
    for mark in &seen {
        if let What::Finding(_, severity) = mark.what {
            let colour = colour(match severity {
                Severity::Error => "--error",
                Severity::Warning => "--warning",
                Severity::Hint => "--hint",
            });
            context.set_fill_style_str(&colour);
            context.set_stroke_style_str(&colour);
            underline(&context, mark, severity);
        }
    }

    context.set_fill_style_str(&colour("--ink-3"));
    context.set_font("12px sans-serif");
    context.set_text_align("right");
    // The numbers stand before the text, on the first row of their line.
    let right = left - 10.0;
    for (index, top) in lines.iter().enumerate().filter(|(_, top)| in_view(**top)) {
        context.fill_text(&(index + 1).to_string(), right, top + 17.0).ok()?;
    }
    Some(())
}

fn fill(context: &CanvasRenderingContext2d, mark: &Box, around: f64) {
    context.fill_rect(
        mark.left - around,
        mark.top - around,
        (mark.width + 2.0 * around).max(2.0 + around),
        mark.height + 2.0 * around,
    );
}

/// Each severity has a line of its own: wavy, dashed, dotted.
fn underline(context: &CanvasRenderingContext2d, mark: &Box, severity: Severity) {
    let (from, to) = (mark.left, mark.left + mark.width.max(6.0));
    let below = mark.top + mark.height + 1.5;
    context.set_line_width(1.5);
    context.begin_path();
    context.move_to(from, below);
    match severity {
        Severity::Error => {
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
            let (dash, gap) = if severity == Severity::Warning { (5.0, 3.0) } else { (2.0, 2.0) };
            let mut x = from;
            while x < to {
                context.fill_rect(x, below - 1.0, f64::min(dash, to - x), 2.0);
                x += dash + gap;
            }
        }
    }
}
