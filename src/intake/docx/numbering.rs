//! The numbers that Word counts by itself: which list and level a paragraph is in, by
//! itself or by its style, and what stands before it.

use crate::intake::counting::{self, Style};
use crate::intake::kind::Kind;
use crate::intake::refusal::Refusal;
use crate::intake::xml::{Element, Xml};

/// The levels of a list.
const LEVELS: usize = 9;

/// The lists of a document and how far each has counted.
#[derive(Debug, Default)]
pub struct Numbering {
    styles: Vec<ParagraphStyle>,
    lists: Vec<List>,
    uses: Vec<Use>,
}

/// A paragraph's place in a list, as far as it says so itself.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Place {
    /// The use of a list; 0 is none.
    pub list: Option<u32>,
    /// The level, from 0.
    pub level: Option<u32>,
}

#[derive(Debug, Default)]
struct ParagraphStyle {
    id: String,
    based_on: Option<String>,
    place: Place,
    is_default: bool,
}

/// A list (`abstractNum`).
#[derive(Debug, Default)]
struct List {
    id: u32,
    levels: [Level; LEVELS],
    /// The style under which another list has the levels.
    link: Option<String>,
    /// The number last written at each level.
    counts: [Option<u32>; LEVELS],
}

#[derive(Debug, Clone)]
struct Level {
    start: u32,
    style: Style,
    /// The words, with `%1` for the number of the first level.
    words: String,
    /// The level after which it begins anew; 0 is none.
    restart: Option<u32>,
    /// Whether upper levels' numbers are written in digits.
    legal: bool,
    /// What stands between number and words.
    gap: Gap,
    /// The style whose paragraphs are on this level.
    paragraph_style: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Gap {
    Tab,
    Space,
    Nothing,
}

impl Default for Level {
    fn default() -> Self {
        Self {
            start: 1,
            style: Style::Decimal,
            words: String::new(),
            restart: None,
            legal: false,
            gap: Gap::Tab,
            paragraph_style: None,
        }
    }
}

/// A use of a list (`num`), perhaps with changes to it.
#[derive(Debug, Default)]
struct Use {
    id: u32,
    list: u32,
    /// The number that a level begins anew with, the first time it is used.
    starts: [Option<u32>; LEVELS],
    levels: Vec<(usize, Level)>,
}

impl Numbering {
    /// Reads the lists; `styles` and `numbering` are the document's parts, empty where
    /// it has none.
    pub fn read(styles: &str, numbering: &str) -> Result<Self, Refusal> {
        let mut this = Self::default();
        if !styles.is_empty() {
            this.read_styles(styles)?;
        }
        if !numbering.is_empty() {
            this.read_lists(numbering)?;
        }
        Ok(this)
    }

    fn read_styles(&mut self, text: &str) -> Result<(), Refusal> {
        let mut xml = Xml::new(text, Kind::Docx);
        xml.root()?;
        let styles = &mut self.styles;
        xml.within(|xml, element| {
            if element.name() != "style" {
                return Ok(());
            }
            if element.attribute("type").is_some_and(|kind| kind != "paragraph") {
                return xml.skip();
            }
            let mut style = ParagraphStyle {
                id: element.attribute("styleId").unwrap_or_default(),
                is_default: element.attribute("default").is_some_and(|v| v == "1" || v == "true"),
                ..ParagraphStyle::default()
            };
            xml.within(|xml, element| {
                match element.name() {
                    "basedOn" => style.based_on = element.attribute("val"),
                    "numPr" => style.place = place(xml)?,
                    "pPrChange" => xml.skip()?,
                    _ => {}
                }
                Ok(())
            })?;
            styles.push(style);
            Ok(())
        })
    }

    fn read_lists(&mut self, text: &str) -> Result<(), Refusal> {
        let mut xml = Xml::new(text, Kind::Docx);
        xml.root()?;
        let (lists, uses) = (&mut self.lists, &mut self.uses);
        xml.within(|xml, element| {
            match element.name() {
                "abstractNum" => {
                    let id = element.number("abstractNumId").unwrap_or_default();
                    let mut list = List { id, ..List::default() };
                    xml.within(|xml, element| {
                        match element.name() {
                            "lvl" => {
                                let (at, level) = level(xml, &element)?;
                                if let Some(slot) = list.levels.get_mut(at) {
                                    *slot = level;
                                }
                            }
                            "numStyleLink" => list.link = element.attribute("val"),
                            _ => {}
                        }
                        Ok(())
                    })?;
                    lists.push(list);
                }
                "num" => {
                    let mut used = Use { id: element.number("numId").unwrap_or_default(), ..Use::default() };
                    let mut at = 0;
                    xml.within(|xml, element| {
                        match element.name() {
                            "abstractNumId" => used.list = element.number("val").unwrap_or_default(),
                            "lvlOverride" => at = element.number("ilvl").unwrap_or_default() as usize,
                            "startOverride" => {
                                if let Some(start) = used.starts.get_mut(at) {
                                    *start = element.number("val");
                                }
                            }
                            "lvl" => used.levels.push(level(xml, &element)?),
                            _ => {}
                        }
                        Ok(())
                    })?;
                    uses.push(used);
                }
                _ => {}
            }
            Ok(())
        })
    }

    /// Counts a paragraph and writes what stands before it. Empty where nothing does.
    pub fn number(&mut self, style: Option<&str>, own: Place) -> String {
        let Some((used, list, level)) = self.find(style, own) else { return String::new() };
        self.count(used, list, level);
        self.written(used, list, level)
    }

    /// The use, list and level of a paragraph.
    fn find(&self, style: Option<&str>, own: Place) -> Option<(usize, usize, usize)> {
        let (number, level, by_style) = match own.list {
            Some(list) => (list, own.level, None),
            None => {
                let (style, place) = self.style_place(style)?;
                (place.list?, own.level.or(place.level), Some(style))
            }
        };
        // 0 takes a paragraph out of its style's list.
        let used = self.uses.iter().position(|used| number != 0 && used.id == number)?;
        let list = self.list(self.uses[used].list)?;
        let linked = by_style.and_then(|style| {
            let levels = self.lists[list].levels.iter();
            levels.clone().position(|level| level.paragraph_style.as_deref() == Some(style))
        });
        let level = linked.or(level.map(|level| level as usize)).unwrap_or(0);
        (level < LEVELS).then_some((used, list, level))
    }

    /// The nearest style up the chain that is in a list.
    fn style_place(&self, style: Option<&str>) -> Option<(&str, Place)> {
        let named = |id: &str| self.styles.iter().find(|style| style.id == id);
        let mut at = match style {
            Some(id) => named(id)?,
            None => self.styles.iter().find(|style| style.is_default)?,
        };
        let mut level = None;
        // A chain in a circle ends.
        for _ in 0..16 {
            level = level.or(at.place.level);
            if at.place.list.is_some() {
                return Some((&at.id, Place { level, ..at.place }));
            }
            at = named(at.based_on.as_deref()?)?;
        }
        None
    }

    /// The list with this id, or the one that it takes its levels from.
    fn list(&self, id: u32) -> Option<usize> {
        let list = self.lists.iter().position(|list| list.id == id)?;
        let Some(link) = &self.lists[list].link else { return Some(list) };
        let style = self.styles.iter().find(|style| style.id == *link)?;
        let used = self.uses.iter().find(|used| Some(used.id) == style.place.list)?;
        let linked = self.lists.iter().position(|list| list.id == used.list);
        linked.or(Some(list))
    }

    fn level(&self, used: usize, list: usize, level: usize) -> &Level {
        let changed = self.uses[used].levels.iter().find(|(at, _)| *at == level);
        changed.map_or(&self.lists[list].levels[level], |(_, level)| level)
    }

    fn count(&mut self, used: usize, list: usize, level: usize) {
        let start = self.level(used, list, level).start;
        let anew = self.uses[used].starts[level].take();
        let restarts: Vec<bool> = (0..LEVELS)
            .map(|deeper| match self.level(used, list, deeper).restart {
                None => true,
                Some(after) => level < after as usize,
            })
            .collect();
        let counts = &mut self.lists[list].counts;
        counts[level] = Some(match (anew, counts[level]) {
            (Some(anew), _) => anew,
            (None, Some(count)) => count.saturating_add(1),
            (None, None) => start,
        });
        for deeper in level + 1..LEVELS {
            if restarts[deeper] {
                counts[deeper] = None;
            }
        }
    }

    fn written(&mut self, used: usize, list: usize, at: usize) -> String {
        let level = self.level(used, list, at).clone();
        let mut out = String::new();
        let mut chars = level.words.chars().peekable();
        while let Some(c) = chars.next() {
            let upper = chars.peek().filter(|_| c == '%').and_then(|d| d.to_digit(10)).filter(|d| *d > 0);
            let Some(upper) = upper.map(|digit| digit as usize - 1) else {
                out.push(c);
                continue;
            };
            chars.next();
            let (start, style) = {
                let upper = self.level(used, list, upper);
                (upper.start, upper.style)
            };
            // A level that was passed over counts as begun.
            let number = *self.lists[list].counts[upper].get_or_insert(start);
            let style = if level.legal && style != Style::None { Style::Decimal } else { style };
            counting::push(&mut out, number, style);
        }
        // A bullet counts nothing, and its sign is one of its font.
        if level.style == Style::None && !level.words.contains('%') {
            return String::new();
        }
        let closed = out.ends_with(['、', '．', '）', '】', '：', '，', '。', '〕']);
        let gap = level.gap == Gap::Space || level.gap == Gap::Tab && !closed;
        if gap && !out.is_empty() && !out.ends_with(' ') {
            out.push(' ');
        }
        out
    }
}

/// The place that a `numPr` element states.
pub fn place(xml: &mut Xml) -> Result<Place, Refusal> {
    let mut place = Place::default();
    xml.within(|_, element| {
        match element.name() {
            "numId" => place.list = element.number("val"),
            "ilvl" => place.level = element.number("val"),
            _ => {}
        }
        Ok(())
    })?;
    Ok(place)
}

fn level(xml: &mut Xml, element: &Element) -> Result<(usize, Level), Refusal> {
    let at = element.number("ilvl").unwrap_or_default() as usize;
    let mut level = Level::default();
    xml.within(|_, element| {
        let value = || element.attribute("val").unwrap_or_default();
        match element.name() {
            "start" => level.start = element.number("val").unwrap_or(1),
            // In newer files an unusual format stands first, and a usual one for it after.
            "numFmt" => level.style = style(&value()),
            "lvlText" => level.words = value(),
            "lvlRestart" => level.restart = element.number("val"),
            "isLgl" => level.legal = element.is_on(),
            "pStyle" => level.paragraph_style = Some(value()),
            "suff" => {
                level.gap = match value().as_str() {
                    "space" => Gap::Space,
                    "nothing" => Gap::Nothing,
                    _ => Gap::Tab,
                }
            }
            _ => {}
        }
        Ok(())
    })?;
    Ok((at, level))
}

/// The style that Word calls `name`.
fn style(name: &str) -> Style {
    match name {
        "none" | "bullet" => Style::None,
        "decimalZero" => Style::DecimalZero,
        "decimalFullWidth" | "decimalFullWidth2" => Style::FullWidth,
        "chineseCounting"
        | "chineseCountingThousand"
        | "japaneseCounting"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand"
        | "koreanCounting" => Style::Chinese,
        "ideographDigital" | "japaneseDigitalTenThousand" | "taiwaneseDigital" => Style::ChineseDigits,
        "chineseLegalSimplified" | "ideographLegalTraditional" | "japaneseLegal" => Style::ChineseLegal,
        "ideographTraditional" => Style::Stems,
        "ideographZodiac" => Style::Branches,
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => Style::Circled,
        "decimalEnclosedParen" => Style::Bracketed,
        "decimalEnclosedFullstop" => Style::Dotted,
        "ideographEnclosedCircle" => Style::BracketedChinese,
        "lowerLetter" => Style::LowerLetter,
        "upperLetter" => Style::UpperLetter,
        "lowerRoman" => Style::LowerRoman,
        "upperRoman" => Style::UpperRoman,
        _ => Style::Decimal,
    }
}
