//! The body that a title names.

use super::year::find_year;
use crate::text::find::find;
use crate::text::{WordList, words};

/// What names of bodies end with.
pub const BODIES: [char; 16] =
    ['局', '府', '厅', '会', '委', '办', '室', '处', '院', '镇', '乡', '道', '区', '县', '市', '州'];

/// The words of a title that name the body: what is left of year and report name.
pub fn organization(title: &str) -> String {
    // 【图文】 tells the kind of page.
    let kind = title.strip_prefix('【').and_then(|title| title.split_once('】'));
    let title = kind.map_or(title, |(_, title)| title);
    let (before, after) = match find_year(title) {
        Some((start, end, _)) => (&title[..start], &title[end..]),
        None => (title, ""),
    };
    const NAMES: WordList =
        words!["政府信息公开", "政务信息公开", "信息公开", "政务公开", "年度报告", "工作报告", "年报"];
    let name = |words: &str| {
        let begins =
            |(at, c): &(usize, char)| matches!(c, '政' | '信' | '年' | '工') && NAMES.begin(&words[*at..]);
        words.char_indices().find(begins).map(|(at, _)| at)
    };
    let mut rest = match name(before) {
        Some(at) => before[..at].to_string(),
        None => [before, &after[..name(after).unwrap_or(after.len())]].concat(),
    };
    // 青禾镇人民政府信息公开: both names have the word.
    if rest.ends_with("人民") {
        rest.push_str("政府");
    }
    rest.retain(|c| c != '\0');
    // A year may have lost its 年.
    let digits = rest.len() - rest.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let rest = if digits == 4 { &rest[..rest.len() - digits] } else { &rest };
    let mut name = rest.trim_matches(|c: char| {
        c.is_ascii_punctuation() && c != ')' || matches!(c, '《' | '》' | '“' | '”' | '·' | '—' | '：')
    });
    // The year may have stood in brackets.
    name = name.strip_suffix("（）").or_else(|| name.strip_suffix("()")).unwrap_or(name);
    while let Some(shorter) = name.strip_prefix("关于") {
        name = shorter;
    }
    // 云溪县林业局关于印发…
    name = find(name, "关于").map_or(name, |at| &name[..at]);
    name.trim_end_matches(any_of!['的']).to_string()
}
