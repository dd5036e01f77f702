//! What draws on a page: the state that operators change, the place of the next glyph,
//! and paths.

use std::collections::BTreeMap;

use super::matrix::Matrix;
use super::names;
use super::object::Object;
use super::page::{Glyph, Page, Way};
use crate::text::Span;

/// The deepest stack of states.
const STATES: usize = 256;

/// How thick a filled shape may be that is a line, in points.
const THICK: f32 = 3.0;

/// What an operator draws with.
#[derive(Clone)]
pub struct State {
    /// From its places to those on the page.
    pub matrix: Matrix,
    /// The font, and how large it is.
    pub font: Option<usize>,
    pub size: f32,
    /// What is added behind each character, and behind each space.
    pub character_space: f32,
    pub word_space: f32,
    /// By how much characters are wider than their font has them.
    pub stretch: f32,
    /// How far lines are apart.
    pub leading: f32,
    /// How far characters are above their line.
    pub rise: f32,
    /// Whether characters are filled, drawn around or invisible.
    pub mode: usize,
    /// From where to where drawings are seen: left, top, right, bottom.
    pub clip: [f32; 4],
}

/// A run through one content.
pub struct Run<'p> {
    /// What is drawn on.
    pub page: &'p mut Page,
    /// What the next operator draws with.
    pub state: State,
    stack: Vec<State>,
    /// Where the next glyph goes, and where the line of text begins.
    text: Matrix,
    text_line: Matrix,
    /// The points of the path that is being built; each part of it begins anew.
    path: Vec<Vec<(f32, f32)>>,
    /// Whether only what is within that path is seen once it is painted.
    clips: bool,
    /// Fonts by the names of these resources.
    pub names: BTreeMap<Vec<u8>, Option<usize>>,
}

impl State {
    /// At the beginning of a page.
    pub fn new(matrix: Matrix) -> Self {
        Self {
            matrix,
            font: None,
            size: 0.0,
            character_space: 0.0,
            word_space: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
            mode: 0,
            clip: [f32::NEG_INFINITY, f32::NEG_INFINITY, f32::INFINITY, f32::INFINITY],
        }
    }
}

impl<'p> Run<'p> {
    /// Begins on `page`.
    pub fn new(page: &'p mut Page, state: State) -> Self {
        let (text, text_line) = (Matrix::UNIT, Matrix::UNIT);
        let (stack, path, names) = (Vec::new(), Vec::new(), BTreeMap::new());
        Self { page, state, stack, text, text_line, path, clips: false, names }
    }

    /// Moves the place of the next glyph.
    pub fn advance(&mut self, (x, y): (f32, f32)) {
        self.text = Matrix([1.0, 0.0, 0.0, 1.0, x, y]).then(&self.text);
    }

    /// Begins another line of text, so far from the one before.
    pub fn next_line(&mut self, x: f32, y: f32) {
        self.text_line = Matrix([1.0, 0.0, 0.0, 1.0, x, y]).then(&self.text_line);
        self.text = self.text_line;
    }

    /// Puts a glyph on the page.
    pub fn glyph(&mut self, words: &str, origin: (f32, f32), width: f32, is_read: bool, string: u32) {
        let matrix = self.text.then(&self.state.matrix);
        let (x, y) = matrix.point(origin);
        let (right, down) = matrix.direction((width, 0.0));
        let (up_x, up_y) = matrix.direction((0.0, self.state.size));
        let size = (up_x * up_x + up_y * up_y).sqrt();
        if !(x.is_finite() && y.is_finite() && size.is_finite() && right.is_finite() && down.is_finite()) {
            return;
        }
        // What stands off the page or is clipped is not seen.
        let (page_width, page_height) = self.page.size;
        let middle = (x + right / 2.0 + 0.35 * up_x, y + down / 2.0 + 0.35 * up_y);
        let [left, top, clip_right, bottom] = self.state.clip;
        let is_seen = (left..clip_right).contains(&middle.0)
            && (top..bottom).contains(&middle.1)
            && (-size..=page_width + size).contains(&x)
            && (-size..=page_height + size).contains(&y);
        if !is_seen && !self.page.can_hide() {
            return;
        }
        let mut way = Way::of(matrix.direction((if self.state.size < 0.0 { -1.0 } else { 1.0 }, 0.0)));
        // A mirrored glyph, as in fonts drawn upside down twice, runs as it is drawn.
        if width == 0.0 {
            way = Way::of(matrix.direction((1.0, 0.0)));
        }
        let start = self.page.words.len();
        self.page.words.extend(words.chars().map(names::unified));
        let span = Span::new(start, self.page.words.len());
        let length = (right * right + down * down).sqrt();
        let x = match way {
            Way::Right if right < 0.0 => (x + right, x),
            _ => (x, x + length),
        };
        let glyph = Glyph { words: span, x, y, size, way, string };
        if !is_seen {
            self.page.hidden.push(glyph);
            return;
        }
        if self.state.mode == 3 {
            self.page.invisible += 1;
        }
        self.page.unread += usize::from(!is_read);
        self.page.glyphs.push(glyph);
    }

    /// What the operators do that need nothing but their operands.
    pub fn operator(&mut self, operator: &[u8], operands: &[Object]) {
        let n = |at: usize| number(operands, at);
        let state = &mut self.state;
        match operator {
            b"q" if self.stack.len() < STATES => self.stack.push(state.clone()),
            b"Q" => {
                if let Some(before) = self.stack.pop() {
                    *state = before;
                }
            }
            b"cm" => state.matrix = Matrix([n(0), n(1), n(2), n(3), n(4), n(5)]).then(&state.matrix),
            b"BT" => (self.text, self.text_line) = (Matrix::UNIT, Matrix::UNIT),
            b"Tc" => state.character_space = n(0),
            b"Tw" => state.word_space = n(0),
            b"Tz" => state.stretch = n(0) / 100.0,
            b"TL" => state.leading = n(0),
            b"Ts" => state.rise = n(0),
            b"Tr" => state.mode = n(0) as usize,
            b"Td" => self.next_line(n(0), n(1)),
            b"TD" => {
                state.leading = -n(1);
                self.next_line(n(0), n(1));
            }
            b"Tm" => {
                self.text_line = Matrix([n(0), n(1), n(2), n(3), n(4), n(5)]);
                self.text = self.text_line;
            }
            b"T*" => {
                let leading = state.leading;
                self.next_line(0.0, -leading);
            }
            b"m" => {
                let point = state.matrix.point((n(0), n(1)));
                self.path.push(vec![point]);
            }
            b"l" => self.to((n(0), n(1))),
            b"c" => self.to((n(4), n(5))),
            b"v" | b"y" => self.to((n(2), n(3))),
            b"h" => {
                if let Some(part) = self.path.last_mut()
                    && let Some(first) = part.first().copied()
                {
                    part.push(first);
                }
            }
            b"re" => {
                let (x, y, width, height) = (n(0), n(1), n(2), n(3));
                let corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y)];
                self.path.push(corners.iter().map(|corner| state.matrix.point(*corner)).collect());
            }
            b"S" | b"s" => self.paint(true, false, operator == b"s"),
            b"f" | b"F" | b"f*" => self.paint(false, true, false),
            b"B" | b"B*" => self.paint(true, true, false),
            b"b" | b"b*" => self.paint(true, true, true),
            b"W" | b"W*" => self.clips = true,
            b"n" => {
                self.clip();
                self.path.clear();
            }
            _ => {}
        }
    }

    fn to(&mut self, point: (f32, f32)) {
        let point = self.state.matrix.point(point);
        if let Some(part) = self.path.last_mut() {
            part.push(point);
        }
    }

    /// Sees only what is within the path from here on, where that was asked for.
    fn clip(&mut self) {
        if std::mem::take(&mut self.clips) && !self.path.is_empty() {
            let [left, top, right, bottom] = extent(&self.path.concat());
            let [l, t, r, b] = self.state.clip;
            self.state.clip = [l.max(left), t.max(top), r.min(right), b.min(bottom)];
        }
    }

    /// Draws the path: its edges, and filled what is as thin as a line.
    fn paint(&mut self, stroke: bool, fill: bool, close: bool) {
        self.clip();
        for mut part in std::mem::take(&mut self.path) {
            if close {
                part.extend(part.first().copied());
            }
            let [left, top, right, bottom] = extent(&part);
            let (width, height) = (right - left, bottom - top);
            if fill && width.min(height) <= THICK {
                let (x, y) = ((left + right) / 2.0, (top + bottom) / 2.0);
                // A dot may be one of a dotted line of either way.
                let is_dot = width.max(height) <= THICK;
                if width > height || is_dot {
                    self.line((left, y), (right, y));
                }
                if width <= height || is_dot {
                    self.line((x, top), (x, bottom));
                }
            } else if stroke {
                for edge in part.windows(2) {
                    self.line(edge[0], edge[1]);
                }
            }
        }
    }

    /// Draws what is seen of a line down or across.
    fn line(&mut self, from: (f32, f32), to: (f32, f32)) {
        let [left, top, right, bottom] = self.state.clip;
        let seen = |a: f32, b: f32, low: f32, high: f32| a.max(b) >= low - 1.0 && a.min(b) <= high + 1.0;
        if seen(from.0, to.0, left, right) && seen(from.1, to.1, top, bottom) {
            let within = |(x, y): (f32, f32)| (x.max(left).min(right), y.max(top).min(bottom));
            let is_straight = (from.0 - to.0).abs().min((from.1 - to.1).abs()) <= 1.0;
            let (from, to) = if is_straight { (within(from), within(to)) } else { (from, to) };
            self.page.line(from, to);
        }
    }
}

/// Left, top, right and bottom of what these points are in.
fn extent(points: &[(f32, f32)]) -> [f32; 4] {
    let none = [f32::INFINITY, f32::INFINITY, f32::NEG_INFINITY, f32::NEG_INFINITY];
    points.iter().fold(none, |[left, top, right, bottom], (x, y)| {
        [left.min(*x), top.min(*y), right.max(*x), bottom.max(*y)]
    })
}

/// The operand at `at`, 0 where there is none.
pub fn number(operands: &[Object], at: usize) -> f32 {
    operands.get(at).and_then(Object::number).unwrap_or(0.0)
}
