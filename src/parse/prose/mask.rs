//! Numbers that count nothing: dates, document numbers, telephones, addresses.

use super::units::{Unit, UnitKind};
use super::{Nearness, Part};
use crate::text::find::has_char;
use crate::text::{WordList, words};

/// Why a number counts nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mask {
    /// A date, a year, a length of time.
    Date,
    /// 〔2021〕30号, 第711号令.
    DocumentNumber,
    /// 第二十条, 第1次.
    Ordinal,
    /// A telephone number, a post code, a hotline.
    Contact,
    /// 88号, 3楼.
    Address,
    /// Within 《》.
    Title,
    /// 1. or （1） before an item.
    ListMarker,
    /// Part of a word of letters and digits: H5, 163.com, A4.
    Code,
    /// Part of a ratio or product: 1：1, 7×24.
    Ratio,
    /// Persons, bodies, columns of a site: 3名工作人员, 13个栏目.
    Thing,
    /// A Chinese numeral in a set phrase: 一件事, 一次性.
    Phrase,
    /// No number that can be read: 1.2.3, or too many digits.
    Odd,
}

/// A number as it was found, before it is known what it is.
pub(super) struct Found<'a> {
    pub text: &'a str,
    pub part: Part,
    pub digits: Part,
    pub unit: &'static Unit,
    pub in_title: bool,
    pub chinese: bool,
    /// Digits before the point.
    pub length: usize,
    pub has_scale: bool,
    pub nearness: Nearness,
}

/// What a number behind 个 counts, where it counts documents and cases after all.
const AFTER_ITEM: WordList = words!["，", "、", "；", "。", "（", "）", "申请", "行政"];

/// Words behind a number that make it a place.
const PLACES: [char; 13] = ['路', '街', '弄', '幢', '栋', '楼', '层', '室', '巷', '村', '组', '米', '亩'];

/// Words before a number that is a telephone number or a post code.
const CONTACTS: WordList = words!["电话", "传真", "邮编", "邮政编码", "手机", "号码", "热线", "微信", "QQ"];

/// Chinese words in which a numeral with a measure word is no number.
const PHRASES: [(&str, &[&str]); 6] = [
    ("件", &["事"]),
    ("条", &["龙", "线", "心", "条"]),
    ("次", &["性", "办", "次", "跑"]),
    ("份", &["份"]),
    ("项", &["项"]),
    ("个", &["个"]),
];

/// Why a number counts nothing; `None` where it may count something.
pub(super) fn mask(found: &Found) -> Option<Mask> {
    let (before, after) = (&found.text[..found.part.start as usize], &found.text[found.part.end as usize..]);
    let behind_digits = &found.text[found.digits.end as usize..];
    let (last, next) = (before.chars().next_back(), after.chars().next());
    let bare = found.unit.kind == UnitKind::Bare;
    if found.in_title {
        return Some(Mask::Title);
    }
    if found.chinese {
        return chinese(found, before, after);
    }
    let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '@' | '_'));
    if is_letter(last) || bare && is_letter(next) {
        return Some(Mask::Code);
    }
    if last == Some('第') {
        return Some(Mask::Ordinal);
    }
    if matches!(last, Some('〔' | '[' | '【' | '［')) || bare && next == Some('号') {
        return Some(if last == Some('路') { Mask::Address } else { Mask::DocumentNumber });
    }
    let beside = |c: Option<char>| matches!(c, Some('×' | '/' | ':' | '\\'));
    if beside(last) || bare && (beside(next) || is_ratio(before, after)) {
        return Some(Mask::Ratio);
    }
    if found.unit.kind == UnitKind::Time {
        return Some(Mask::Date);
    }
    if bare && after.starts_with(PLACES) {
        return Some(Mask::Address);
    }
    if bare && !found.has_scale && is_contact(found, before, behind_digits) {
        return Some(Mask::Contact);
    }
    if bare && is_list_marker(before, after) {
        return Some(Mask::ListMarker);
    }
    if bare && found.length == 4 && !found.has_scale && is_year(&found.text[found.digits.range()]) {
        return Some(Mask::Date);
    }
    thing(found, after)
}

/// Persons and bodies, and 个 with a noun.
fn thing(found: &Found, after: &str) -> Option<Mask> {
    match found.unit {
        Unit { kind: UnitKind::Thing, .. } => Some(Mask::Thing),
        Unit { word: "个" | "部", .. } => {
            let ends = after.is_empty() || after.starts_with(any_of!['\n', '%']);
            let counts = ends || AFTER_ITEM.begin(after);
            (!counts).then_some(Mask::Thing)
        }
        _ => None,
    }
}

/// Chinese numerals: those with another word before them or in a phrase.
fn chinese(found: &Found, before: &str, after: &str) -> Option<Mask> {
    match before.chars().next_back() {
        Some('第') => return Some(Mask::Ordinal),
        Some(c)
            if has_char("其每某逐统唯任同专进这那哪首新又再另下上前后头末初的把作为到", c)
                && c != '为'
                && c != '到' =>
        {
            return Some(Mask::Phrase);
        }
        _ => {}
    }
    if matches!(found.unit.kind, UnitKind::Thing | UnitKind::Bare | UnitKind::Time) {
        return thing(found, after).or(Some(Mask::Phrase));
    }
    let phrase = PHRASES.iter().find(|(unit, _)| *unit == found.unit.word);
    if phrase.is_some_and(|(_, behind)| behind.iter().any(|word| after.starts_with(word))) {
        return Some(Mask::Phrase);
    }
    // 一起 is "together" unless a case follows.
    if found.unit.word == "起" && !after.starts_with(any_of!['案', '行', '诉', '复', '申', '政', '因'])
    {
        return Some(Mask::Phrase);
    }
    // （一期）, （一部）.
    if before.ends_with('（') && after.starts_with('）') {
        return Some(Mask::ListMarker);
    }
    thing(found, after)
}

/// 1：1, 9：00.
fn is_ratio(before: &str, after: &str) -> bool {
    let is_digit = |c: char| c.is_ascii_digit();
    after.strip_prefix('：').is_some_and(|rest| rest.starts_with(is_digit))
        || before.strip_suffix('：').is_some_and(|rest| rest.ends_with(is_digit))
}

fn is_contact(found: &Found, before: &str, behind: &str) -> bool {
    let digits = &found.text[found.digits.range()];
    // A row of digits so long counts nothing without a unit; 12345 is the hotline.
    if found.length >= 7 && !digits.contains(any_of!['，', ' ']) || digits == "12345" || digits == "12315" {
        return true;
    }
    if found.length >= 3 && (found.nearness == Nearness::Range) && digits.starts_with('0') {
        return true;
    }
    let words = before.trim_end_matches(any_of!['：', '-', ' ', '、']);
    found.length >= 3 && CONTACTS.end(words)
        || found.length == 5
            && digits.starts_with("12")
            && (behind.starts_with("热线") || behind.starts_with("平台"))
}

/// 1. and 1、 at the start of a sentence or clause and behind 其中, （1） anywhere.
fn is_list_marker(before: &str, after: &str) -> bool {
    if after.starts_with('）') && before.ends_with('（') {
        return true;
    }
    let has_point = after.starts_with(any_of!['.', '．']);
    let starts = before.is_empty() || before.ends_with(any_of!['\n', '。', '；', '：', '中']);
    starts && (has_point || after.starts_with(any_of!['、', '）'])) || has_point && before.ends_with('，')
}

/// 1950 to 2099.
fn is_year(digits: &str) -> bool {
    digits.starts_with("20") || digits.starts_with("199") || digits.starts_with("198")
}
