//! What stands on a page and where: characters, and lines that may be the borders of
//! cells. Places are in points from the upper left corner, as the page is shown.

use crate::text::Span;

/// The most characters of one page, and of all pages.
const GLYPHS: usize = 1 << 20;

/// The most characters of a page that are not seen and kept.
const HIDDEN: usize = 1 << 12;

/// The most lines of a page. Drawings have more.
const LINES: usize = 1 << 14;

/// How far from its corner, in points, a line of a page may lie: numbers beyond all bounds
/// cannot be compared.
const FAR: f32 = 1e6;

/// A page.
#[derive(Debug, Default)]
pub struct Page {
    /// How wide and high it is.
    pub size: (f32, f32),
    /// What its characters stand for, in the order they are drawn in.
    pub words: String,
    /// The characters.
    pub glyphs: Vec<Glyph>,
    /// Lines down and across.
    pub lines: Vec<Line>,
    /// How many pictures it has.
    pub pictures: usize,
    /// How many characters are drawn invisibly, as over a scanned page.
    pub invisible: usize,
    /// How many characters are not known.
    pub unread: usize,
    /// How many characters run askew, as in a watermark.
    pub askew: usize,
    /// Characters that are drawn but not seen, as what goes on on a page beside this one.
    pub hidden: Vec<Glyph>,
}

/// A character, or several drawn as one.
#[derive(Debug, Clone, Copy)]
pub struct Glyph {
    /// What it stands for, in the page's words.
    pub words: Span,
    /// Where it begins and ends.
    pub x: (f32, f32),
    /// What it stands on.
    pub y: f32,
    /// How high the font is.
    pub size: f32,
    /// Which way it runs.
    pub way: Way,
    /// The string it was drawn with.
    pub string: u32,
}

/// Which way writing runs on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// To the right, as it should.
    Right,
    /// Downwards: the page is turned to the right.
    Down,
    /// To the left: it is upside down.
    Left,
    /// Upwards: it is turned to the left.
    Up,
    /// Askew.
    Askew,
}

/// A straight line down or across.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Line {
    /// Whether it goes across.
    pub across: bool,
    /// How far down it is, or, of one that goes down, how far to the right.
    pub at: f32,
    /// Where it begins.
    pub from: f32,
    /// Where it ends.
    pub to: f32,
}

impl Way {
    /// The way of a direction.
    pub fn of((x, y): (f32, f32)) -> Self {
        let slope = 0.05;
        if y.abs() <= slope * x.abs() {
            if x >= 0.0 { Self::Right } else { Self::Left }
        } else if x.abs() <= slope * y.abs() {
            if y > 0.0 { Self::Down } else { Self::Up }
        } else {
            Self::Askew
        }
    }

    /// Where a point goes when a page that runs this way is turned upright.
    fn upright(self, (x, y): (f32, f32), (width, height): (f32, f32)) -> (f32, f32) {
        match self {
            Self::Right | Self::Askew => (x, y),
            Self::Down => (y, width - x),
            Self::Left => (width - x, height - y),
            Self::Up => (height - y, x),
        }
    }
}

impl Page {
    /// Whether it can take another character.
    pub fn has_room(&self) -> bool {
        self.glyphs.len() < GLYPHS
    }

    /// Whether it can keep another character that is not seen.
    pub fn can_hide(&self) -> bool {
        self.hidden.len() < HIDDEN
    }

    /// Adds a line from one point to another, if it goes down or across.
    pub fn line(&mut self, (x0, y0): (f32, f32), (x1, y1): (f32, f32)) {
        let (width, height) = ((x1 - x0).abs(), (y1 - y0).abs());
        if self.lines.len() >= LINES || [x0, x1, y0, y1].iter().any(|at| !(-FAR..FAR).contains(at)) {
            return;
        }
        if width > height && height <= 1.0 || height == 0.0 {
            self.lines.push(Line { across: true, at: (y0 + y1) / 2.0, from: x0.min(x1), to: x0.max(x1) });
        } else if width <= 1.0 {
            self.lines.push(Line { across: false, at: (x0 + x1) / 2.0, from: y0.min(y1), to: y0.max(y1) });
        }
    }

    /// Turns the page so that most of its writing runs to the right, and leaves the
    /// writing aside that then does not.
    pub fn turn_upright(&mut self) {
        let ways = [Way::Right, Way::Down, Way::Left, Way::Up];
        let count = |way: Way| self.glyphs.iter().filter(|glyph| glyph.way == way).count();
        let mut most = Way::Right;
        for way in ways {
            if count(way) > count(most) {
                most = way;
            }
        }
        let before = self.glyphs.len();
        self.glyphs.retain(|glyph| glyph.way == most);
        self.askew += before - self.glyphs.len();
        if most == Way::Right {
            return;
        }
        let size = self.size;
        for glyph in &mut self.glyphs {
            // Of a turned glyph, `x` and `y` are its beginning, and its end a length away.
            let length = glyph.x.1 - glyph.x.0;
            let (x, y) = most.upright((glyph.x.0, glyph.y), size);
            (glyph.x, glyph.y, glyph.way) = ((x, x + length), y, Way::Right);
        }
        for line in std::mem::take(&mut self.lines) {
            let ends = if line.across {
                [(line.from, line.at), (line.to, line.at)]
            } else {
                [(line.at, line.from), (line.at, line.to)]
            };
            self.line(most.upright(ends[0], size), most.upright(ends[1], size));
        }
        if most != Way::Left {
            self.size = (size.1, size.0);
        }
    }

    /// What a glyph stands for.
    pub fn words_of(&self, glyph: &Glyph) -> &str {
        self.words.get(glyph.words.range()).unwrap_or_default()
    }
}
