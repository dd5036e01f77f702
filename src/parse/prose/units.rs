//! The words that numbers count in.

use memchr::memchr_iter;

use crate::text::find::begins;

/// What a number counts in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unit {
    /// The word; empty where there is none.
    pub word: &'static str,
    /// Its kind.
    pub kind: UnitKind,
}

/// The kinds of units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnitKind {
    /// 件, 条, 份: what reports count applications, documents and cases in.
    Item,
    /// 期, 场, 人次: what they count events in.
    Event,
    /// 名, 家, 类: persons, bodies, things.
    Thing,
    /// Money, the value in 元.
    Money,
    /// %.
    Percent,
    /// 个百分点.
    Point,
    /// 倍.
    Times,
    /// 年, 月, 天, 小时: dates and lengths of time.
    Time,
    /// None.
    Bare,
}

impl Unit {
    /// No unit.
    pub const NONE: Self = Self { word: "", kind: UnitKind::Bare };
}

use UnitKind::{Event, Item, Money, Percent, Point, Thing, Time, Times};

/// Every unit; a word that begins with another stands before it.
static UNITS: [(&str, UnitKind); 67] = [
    ("个百分点", Point),
    ("百分点", Point),
    ("个工作日", Time),
    ("工作日", Time),
    ("个小时", Time),
    ("个季度", Time),
    ("个月", Time),
    ("个年度", Time),
    ("小时", Time),
    ("分钟", Time),
    ("季度", Time),
    ("批次", Event),
    ("人次", Event),
    ("件次", Item),
    ("项次", Item),
    ("条次", Item),
    ("份次", Item),
    ("篇次", Item),
    ("元整", Money),
    ("件", Item),
    ("宗", Item),
    ("条", Item),
    ("份", Item),
    ("例", Item),
    ("起", Item),
    ("篇", Item),
    ("项", Item),
    ("则", Item),
    ("笔", Item),
    ("部", Item),
    ("次", Item),
    ("个", Item),
    ("元", Money),
    ("%", Percent),
    ("倍", Times),
    ("期", Event),
    ("场", Event),
    ("批", Event),
    ("届", Event),
    ("轮", Event),
    ("课", Event),
    ("版", Event),
    ("名", Thing),
    ("人", Thing),
    ("位", Thing),
    ("家", Thing),
    ("户", Thing),
    ("台", Thing),
    ("套", Thing),
    ("处", Thing),
    ("张", Thing),
    ("块", Thing),
    ("类", Thing),
    ("种", Thing),
    ("级", Thing),
    ("大", Thing),
    ("方面", Thing),
    ("字", Thing),
    ("页", Thing),
    ("年", Time),
    ("月", Time),
    ("日", Time),
    ("天", Time),
    ("周", Time),
    ("时", Time),
    ("点", Time),
    ("秒", Time),
];

/// The last byte of the first character of each unit, which tells nearly all apart.
static TELLING: [u8; UNITS.len()] = {
    let (mut bytes, mut at) = ([0; UNITS.len()], 0);
    while at < UNITS.len() {
        let word = UNITS[at].0.as_bytes();
        bytes[at] = word[if word.len() < 3 { 0 } else { 2 }];
        at += 1;
    }
    bytes
};

/// Units behind which Chinese numerals are numbers.
const AFTER_NUMERALS: [char; 19] = [
    '件', '宗', '条', '份', '例', '起', '篇', '项', '则', '笔', '次', '个', '期', '场', '元', '名', '家',
    '人', '批',
];

/// The unit that `text` begins with.
pub(super) fn unit(text: &str) -> Unit {
    let bytes = text.as_bytes();
    let Some(telling) = bytes.get(2).filter(|_| bytes[0] != b'%').or(bytes.first()) else {
        return Unit::NONE;
    };
    let found = memchr_iter(*telling, &TELLING).map(|at| UNITS[at]).find(|(word, _)| text.starts_with(word));
    found.map_or(Unit::NONE, |(word, kind)| Unit { word, kind })
}

/// Whether Chinese numerals before `text` are a number.
pub(super) fn makes_number(text: &str) -> bool {
    text.starts_with(AFTER_NUMERALS)
}

/// The power of ten of the scale that `text` begins with, and its length.
pub(super) fn scale(text: &str) -> (u8, usize) {
    const SCALES: [(&str, u8); 7] =
        [("百万", 6), ("千万", 7), ("万亿", 12), ("万", 4), ("亿", 8), ("千", 3), ("百", 2)];
    let found = SCALES.iter().find(|(word, _)| begins(text, word));
    found.map_or((0, 0), |(word, power)| (*power, word.len()))
}
