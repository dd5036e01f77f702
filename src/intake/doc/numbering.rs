//! The numbers that Word counts by itself, in documents of the older kind: lists, what
//! uses them, and styles that are in one.

use super::properties::{self, Paragraph};
use crate::intake::counting::{self, Style};
use crate::intake::ole::{u16_at, u32_at};

/// The levels of a list.
const LEVELS: usize = 9;

/// The most lists, uses and styles.
const MOST: usize = 1 << 12;

/// How far up the chain of styles is looked.
const CHAIN: usize = 16;

/// The lists of a document and how far each has counted.
#[derive(Debug, Default)]
pub struct Numbering {
    lists: Vec<List>,
    uses: Vec<Use>,
    styles: Vec<StyleOf>,
}

#[derive(Debug)]
struct List {
    id: u32,
    levels: Vec<Level>,
    /// The number last written at each level.
    counts: [Option<u32>; LEVELS],
}

#[derive(Debug, Clone)]
struct Level {
    start: u32,
    style: Style,
    /// The words; a unit below nine stands for the number of that level.
    words: Vec<u16>,
    spaced: bool,
}

/// A use of a list, and the number that a level begins anew with.
#[derive(Debug)]
struct Use {
    list: u32,
    starts: [Option<u32>; LEVELS],
}

#[derive(Debug, Default)]
struct StyleOf {
    based_on: u16,
    list: Option<u16>,
    level: Option<u8>,
}

impl Numbering {
    /// Reads the styles, the lists and what follows them, and the uses.
    pub fn read(styles: &[u8], lists: &[u8], uses: &[u8]) -> Self {
        let mut this = Self::default();
        this.read_styles(styles);
        if !lists.is_empty() {
            this.read_lists(lists);
            this.read_uses(uses);
        }
        this
    }

    fn read_styles(&mut self, bytes: &[u8]) -> Option<()> {
        let head = usize::from(u16_at(bytes, 0)?);
        let (count, base) = (usize::from(u16_at(bytes, 2)?), usize::from(u16_at(bytes, 4)?));
        let mut rest = bytes.get(2 + head..)?;
        for _ in 0..count.min(MOST) {
            let length = usize::from(u16_at(rest, 0)?);
            let own = rest.get(2..2 + length)?;
            self.styles.push(style(own, base).unwrap_or_default());
            rest = &rest[2 + length..];
        }
        Some(())
    }

    fn read_lists(&mut self, bytes: &[u8]) -> Option<()> {
        const SIZE: usize = 28;
        let count = usize::from(u16_at(bytes, 0)?).min(MOST);
        let mut at = 2 + count * SIZE;
        for number in 0..count {
            let own = bytes.get(2 + number * SIZE..)?;
            let simple = own.get(26)? & 1 == 1;
            let mut levels = Vec::new();
            for _ in 0..if simple { 1 } else { LEVELS } {
                levels.push(level(bytes, &mut at)?);
            }
            self.lists.push(List { id: u32_at(own, 0)?, levels, counts: [None; LEVELS] });
        }
        Some(())
    }

    fn read_uses(&mut self, bytes: &[u8]) -> Option<()> {
        const SIZE: usize = 16;
        let count = (u32_at(bytes, 0)? as usize).min(MOST);
        let mut at = 4 + count * SIZE;
        for number in 0..count {
            let list = u32_at(bytes, 4 + number * SIZE)?;
            self.uses.push(Use { list, starts: [None; LEVELS] });
        }
        // Which levels begin anew stands after all of them.
        for number in 0..count {
            let changes = *bytes.get(4 + number * SIZE + 12)?;
            at += 4;
            for _ in 0..changes {
                let (start, flags) = (u32_at(bytes, at)?, u32_at(bytes, at + 4)?);
                at += 8;
                if flags & 0x20 != 0 {
                    level(bytes, &mut at)?;
                }
                if let Some(slot) = self.uses[number].starts.get_mut((flags & 15) as usize)
                    && flags & 0x10 != 0
                {
                    *slot = Some(start);
                }
            }
        }
        Some(())
    }

    /// Counts a paragraph and writes what stands before it. Empty where nothing does.
    pub fn number(&mut self, own: &Paragraph) -> String {
        let mut out = String::new();
        let Some((used, at)) = self.find(own) else { return out };
        let Some(list) = self.uses.get(used).map(|used| used.list) else { return out };
        let Some(list) = self.lists.iter_mut().find(|own| own.id == list) else { return out };
        let Some(level) = list.levels.get(at).cloned() else { return out };
        let anew = self.uses[used].starts[at].take();
        list.counts[at] = Some(match (anew, list.counts[at]) {
            (Some(anew), _) => anew,
            (None, Some(count)) => count.saturating_add(1),
            (None, None) => level.start,
        });
        list.counts[at + 1..].fill(None);
        // A bullet counts nothing, and its sign is one of its font.
        if level.style == Style::None && !level.words.iter().any(|unit| *unit < LEVELS as u16) {
            return out;
        }
        for unit in &level.words {
            match list.levels.get(usize::from(*unit)) {
                Some(upper) if *unit < LEVELS as u16 => {
                    let count = *list.counts[usize::from(*unit)].get_or_insert(upper.start);
                    counting::push(&mut out, count, upper.style);
                }
                _ => out.extend(char::from_u32(u32::from(*unit)).filter(|c| !c.is_control())),
            }
        }
        let closed = out.ends_with(['、', '．', '）', '】', '：', '，', '。', '〕']);
        if level.spaced && !closed && !out.is_empty() {
            out.push(' ');
        }
        out
    }

    /// The use of a list and the level of a paragraph.
    fn find(&self, own: &Paragraph) -> Option<(usize, usize)> {
        let (mut list, mut level) = (own.list, own.level);
        let mut style = own.style;
        for _ in 0..CHAIN {
            let Some(from) = self.styles.get(usize::from(style)).filter(|_| list.is_none()) else { break };
            list = from.list;
            level = level.or(from.level);
            style = from.based_on;
        }
        // 0 takes a paragraph out of its style's list; those from the top are old ones.
        let list = list.filter(|list| (1..0x7ff).contains(list))?;
        let level = usize::from(level.unwrap_or(0));
        (level < LEVELS).then_some((usize::from(list) - 1, level))
    }
}

/// A paragraph style's list.
fn style(bytes: &[u8], base: usize) -> Option<StyleOf> {
    let (kind, based_on) = (u16_at(bytes, 2)? & 15, u16_at(bytes, 2)? >> 4);
    if kind != 1 {
        return None;
    }
    let name = usize::from(u16_at(bytes, base)?);
    let at = base + 2 + 2 * name + 2;
    let length = usize::from(u16_at(bytes, at)?);
    let own = properties::paragraph(bytes.get(at + 2..at + 2 + length)?, &[]);
    Some(StyleOf { based_on, list: own.list, level: own.level })
}

/// A level at `at`, which goes on past it.
fn level(bytes: &[u8], at: &mut usize) -> Option<Level> {
    const SIZE: usize = 28;
    let own = bytes.get(*at..)?;
    let changes = usize::from(*own.get(24)?) + usize::from(*own.get(25)?);
    let count = usize::from(u16_at(own, SIZE + changes)?);
    let start = SIZE + changes + 2;
    let words = own.get(start..start + 2 * count)?;
    *at += start + 2 * count;
    Some(Level {
        start: u32_at(own, 0)?,
        style: numbers(*own.get(4)?),
        words: words.chunks_exact(2).filter_map(|two| u16_at(two, 0)).collect(),
        spaced: *own.get(15)? != 2,
    })
}

/// The style with this number.
fn numbers(code: u8) -> Style {
    match code {
        23 | 255 => Style::None,
        1 => Style::UpperRoman,
        2 => Style::LowerRoman,
        3 => Style::UpperLetter,
        4 => Style::LowerLetter,
        22 => Style::DecimalZero,
        14 | 19 => Style::FullWidth,
        10 | 17 | 36 | 40 => Style::ChineseDigits,
        11 | 33 | 35 | 37 | 39 => Style::Chinese,
        16 | 34 | 38 => Style::ChineseLegal,
        18 | 28 => Style::Circled,
        26 => Style::Dotted,
        27 => Style::Bracketed,
        29 => Style::BracketedChinese,
        30 => Style::Stems,
        31 => Style::Branches,
        _ => Style::Decimal,
    }
}
