//! The words that numbers count in.

use memchr::memchr_iter;

use crate::text::find::begins;

/// What a number counts in.
#[derive(Debug, PartialEq, Eq)]
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
    pub const NONE: &'static Self = &Self { word: "", kind: UnitKind::Bare };

    const fn of(word: &'static str, kind: UnitKind) -> Self {
        Self { word, kind }
    }
}

use UnitKind::{Event, Item, Money, Percent, Point, Thing, Time, Times};

/// Every unit; a word that begins with another stands before it.
static UNITS: [Unit; 67] = [
    Unit::of("个百分点", Point),
    Unit::of("百分点", Point),
    Unit::of("个工作日", Time),
    Unit::of("工作日", Time),
    Unit::of("个小时", Time),
    Unit::of("个季度", Time),
    Unit::of("个月", Time),
    Unit::of("个年度", Time),
    Unit::of("小时", Time),
    Unit::of("分钟", Time),
    Unit::of("季度", Time),
    Unit::of("批次", Event),
    Unit::of("人次", Event),
    Unit::of("件次", Item),
    Unit::of("项次", Item),
    Unit::of("条次", Item),
    Unit::of("份次", Item),
    Unit::of("篇次", Item),
    Unit::of("元整", Money),
    Unit::of("件", Item),
    Unit::of("宗", Item),
    Unit::of("条", Item),
    Unit::of("份", Item),
    Unit::of("例", Item),
    Unit::of("起", Item),
    Unit::of("篇", Item),
    Unit::of("项", Item),
    Unit::of("则", Item),
    Unit::of("笔", Item),
    Unit::of("部", Item),
    Unit::of("次", Item),
    Unit::of("个", Item),
    Unit::of("元", Money),
    Unit::of("%", Percent),
    Unit::of("倍", Times),
    Unit::of("期", Event),
    Unit::of("场", Event),
    Unit::of("批", Event),
    Unit::of("届", Event),
    Unit::of("轮", Event),
    Unit::of("课", Event),
    Unit::of("版", Event),
    Unit::of("名", Thing),
    Unit::of("人", Thing),
    Unit::of("位", Thing),
    Unit::of("家", Thing),
    Unit::of("户", Thing),
    Unit::of("台", Thing),
    Unit::of("套", Thing),
    Unit::of("处", Thing),
    Unit::of("张", Thing),
    Unit::of("块", Thing),
    Unit::of("类", Thing),
    Unit::of("种", Thing),
    Unit::of("级", Thing),
    Unit::of("大", Thing),
    Unit::of("方面", Thing),
    Unit::of("字", Thing),
    Unit::of("页", Thing),
    Unit::of("年", Time),
    Unit::of("月", Time),
    Unit::of("日", Time),
    Unit::of("天", Time),
    Unit::of("周", Time),
    Unit::of("时", Time),
    Unit::of("点", Time),
    Unit::of("秒", Time),
];

/// The last byte of the first character of each unit, which tells nearly all apart.
static TELLING: [u8; UNITS.len()] = {
    let (mut bytes, mut at) = ([0; UNITS.len()], 0);
    while at < UNITS.len() {
        let word = UNITS[at].word.as_bytes();
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
pub(super) fn unit(text: &str) -> &'static Unit {
    let bytes = text.as_bytes();
    let Some(telling) = bytes.get(2).filter(|_| bytes[0] != b'%').or(bytes.first()) else {
        return Unit::NONE;
    };
    let mut alike = memchr_iter(*telling, &TELLING).map(|at| &UNITS[at]);
    alike.find(|unit| text.starts_with(unit.word)).unwrap_or(Unit::NONE)
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
