//! The numbers that Word counts by itself: which list and level a paragraph is in, by
//! itself or by its style, and what stands before it.

use std::collections::BTreeMap;

use crate::intake::counting::{self, Style};
use crate::intake::kind::Kind;
use crate::intake::refusal::Refusal;
use crate::intake::xml::{Element, Xml};

/// The levels of a list.
const LEVELS: usize = 9;

/// The lists of a document and how far each has counted.
#[derive(Debug, Default)]
pub struct Numbering {
    styles: BTreeMap<String, ParagraphStyle>,
    /// The style of paragraphs that name none.
    default_style: Option<String>,
    lists: Vec<List>,
    list_ids: BTreeMap<u32, usize>,
    uses: Vec<Use>,
    use_ids: BTreeMap<u32, usize>,
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
    based_on: Option<String>,
    place: Place,
}

/// A list (`abstractNum`).
#[derive(Debug, Default)]
struct List {
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
        let (styles, default) = (&mut self.styles, &mut self.default_style);
        xml.within(|xml, element| {
            if element.name() != "style" {
                return Ok(());
            }
            let id = element.attribute("styleId").unwrap_or_default();
            let of_paragraphs = element.attribute("type").is_none_or(|kind| kind == "paragraph");
            if of_paragraphs && element.attribute("default").is_some_and(|v| v == "1" || v == "true") {
                *default = Some(id.clone());
            }
            let mut style = ParagraphStyle::default();
            xml.within(|xml, element| {
                match element.name() {
                    "basedOn" => style.based_on = element.attribute("val"),
                    "numPr" => style.place = place(xml)?,
                    "pPrChange" => xml.skip()?,
                    _ => {}
                }
                Ok(())
            })?;
            styles.entry(id).or_insert(style);
            Ok(())
        })
    }

    fn read_lists(&mut self, text: &str) -> Result<(), Refusal> {
        let mut xml = Xml::new(text, Kind::Docx);
        xml.root()?;
        let (lists, uses) = (&mut self.lists, &mut self.uses);
        let (list_ids, use_ids) = (&mut self.list_ids, &mut self.use_ids);
        xml.within(|xml, element| {
            match element.name() {
                "abstractNum" => {
                    let mut list = List::default();
                    list_ids
                        .entry(element.number("abstractNumId").unwrap_or_default())
                        .or_insert(lists.len());
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
                    let mut used = Use::default();
                    use_ids.entry(element.number("numId").unwrap_or_default()).or_insert(uses.len());
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
        let used = *self.use_ids.get(&number).filter(|_| number != 0)?;
        let list = self.list(self.uses[used].list)?;
        let linked = by_style.and_then(|style| {
            let levels = self.lists[list].levels.iter();
            levels.clone().position(|level| level.paragraph_style.as_deref() == Some(style))
        });
        let level = linked.or(level.map(|level| level as usize)).unwrap_or(0);
        (level < LEVELS).then_some((used, list, level))
    }

    /// The nearest style up the chain that is in a list.
    fn style_place<'s>(&'s self, style: Option<&'s str>) -> Option<(&'s str, Place)> {
        let mut id = style.or(self.default_style.as_deref())?;
        let mut level = None;
        // A chain in a circle ends.
        for _ in 0..16 {
            let style = self.styles.get(id)?;
            level = level.or(style.place.level);
            if style.place.list.is_some() {
                return Some((id, Place { level, ..style.place }));
            }
            id = style.based_on.as_deref()?;
        }
        None
    }

    /// The list with this id, or the one that it takes its levels from.
    fn list(&self, id: u32) -> Option<usize> {
        let list = *self.list_ids.get(&id)?;
        let Some(link) = &self.lists[list].link else { return Some(list) };
        let linked = self.styles.get(link).and_then(|style| style.place.list);
        let linked = linked.and_then(|number| self.use_ids.get(&number));
        let linked = linked.and_then(|used| self.list_ids.get(&self.uses[*used].list));
        Some(*linked.unwrap_or(&list))
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
