//! Lines that a page puts around or between the lines of a table: page numbers and
//! headers, view counters, captions, notes, signatures. No form has a label of theirs.

use crate::text::find::{find, holds};
use crate::text::fold::{digit, has_solid_ends, is_space, ordinal};
use crate::text::{WordList, words};

/// A line longer than this is a whole table, or prose.
const LONGEST: usize = 240;

/// Words before the first colon of such a line.
const BEFORE_COLON: WordList = words![
    "注",
    "说明",
    "来源",
    "时间",
    "日期",
    "次数",
    "浏览",
    "阅读",
    "点击",
    "访问",
    "单位",
    "填表",
    "填报",
    "制表",
    "审核",
    "负责人",
    "联系",
    "电话",
    "字体",
    "字号",
    "分享",
    "打印",
    "位置",
    "索引",
];

/// Words with which such a line begins.
const BEGINNINGS: WordList = words![
    "打印",
    "关闭",
    "分享",
    "返回",
    "扫一扫",
    "下载",
    "收藏",
    "续表",
    "上一页",
    "下一页",
    "上一篇",
    "下一篇",
    "浏览次数",
    "阅读次数",
    "字体",
    "附件",
    "附表",
    "附：",
    "以上",
    "以下",
];

/// What those begin with, so that few lines are compared with the list.
const FIRSTS: &[char] = &['打', '关', '分', '返', '扫', '下', '收', '续', '上', '浏', '阅', '字', '附', '以'];

/// Whether a line stands in no form: a line of the page, a caption, a note.
pub fn is_furniture(line: &str) -> bool {
    // What nearly every line is: digits, or a label.
    if line.bytes().all(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let line = if has_solid_ends(line.as_bytes()) {
        line
    } else {
        line.trim_matches(|c: char| c.is_whitespace() || is_space(c))
    };
    if line.len() > LONGEST {
        return false;
    }
    let Some(first) = line.chars().next() else { return false };
    if is_page_number(line) || digit(first).is_some() && (is_day(line) || is_page_of(line)) {
        return true;
    }
    if first.is_ascii() {
        return is_latin(line) || digit(first).is_some() && is_sentence(line) && says_more(line);
    }
    let words = line.trim_start_matches(any_of!['【', '［', '（', '「', '〖']);
    words.starts_with(FIRSTS) && BEGINNINGS.begin(words)
        || is_caption(words)
        || is_sentence(line)
        || is_note(words)
        || line.ends_with("年度报告") && holds(line, "信息公开")
}

/// A line that only numbers a page: `- 4 -`, `—5—`, `第 4 页`, `第4页 共12页`.
fn is_page_number(line: &str) -> bool {
    let is_dash = |c: char| matches!(c, '-' | '—' | '–' | '－' | '─' | '_' | '·' | '~');
    let is_filler = |c: char| {
        digit(c).is_some() || c.is_whitespace() || is_space(c) || matches!(c, '第' | '页' | '共' | '/' | '，')
    };
    if line.len() > 40 || !line.starts_with(|c| is_filler(c) || is_dash(c)) {
        return false;
    }
    if line.starts_with(is_dash) && line.ends_with(is_dash) {
        let inner = line.trim_matches(|c: char| is_dash(c) || c.is_whitespace() || is_space(c));
        return !inner.is_empty() && inner.len() <= 12 && inner.chars().all(|c| digit(c).is_some());
    }
    line.chars().all(is_filler) && holds(line, "页")
}

/// `4/12`: with a space beside it the bar can be a mark for nothing.
fn is_page_of(line: &str) -> bool {
    let digits = |words: &str| (1..=3).contains(&words.len()) && words.bytes().all(|b| b.is_ascii_digit());
    line.split_once('/').is_some_and(|(page, pages)| digits(page) && digits(pages))
}

/// A line that begins with a day: `2024年1月15日`, `2024-01-15 10:32`.
fn is_day(line: &str) -> bool {
    let mut rest = line;
    for (marks, longest) in [(&['年', '-', '/', '.'][..], 4), (&['月', '-', '/', '.'][..], 2)] {
        let digits = rest.chars().take_while(|c| c.is_ascii_digit()).count();
        let Some(after) = rest[digits..].strip_prefix(marks) else { return false };
        if digits == 0 || digits > longest || longest == 4 && digits < 4 {
            return false;
        }
        rest = after.trim_start_matches(any_of![' ']);
    }
    rest.starts_with(|c: char| c.is_ascii_digit())
}

/// A line in Latin letters: an address, a page header.
fn is_latin(line: &str) -> bool {
    let letters = line.bytes().take_while(u8::is_ascii_alphabetic).count();
    letters >= 4 && line.is_ascii()
}

/// `表1`, `表三 收到和处理政府信息公开申请情况`.
fn is_caption(words: &str) -> bool {
    let mut chars = words.chars();
    chars.next() == Some('表') && chars.next().is_some_and(|c| digit(c).is_some() || ordinal(c).is_some())
}

/// Labels hold no full stop, and end with no semicolon; many part the cells of a row.
fn is_sentence(line: &str) -> bool {
    let ends = line.ends_with('。') || find(line, "；").is_some_and(|at| at + '；'.len_utf8() == line.len());
    ends && line.len() > 24
}

/// Whether a numbered line goes beyond a label, which a writer may end with a full stop.
fn says_more(line: &str) -> bool {
    let is_no_label = |c| matches!(c, '，' | '：' | '以' | '为' | '含' | '均' | '指') || digit(c).is_some();
    line.chars().skip(2).any(is_no_label)
}

/// A field of the page or a note: `来源：…`, `注：…`. Heads say 单位：万元, and the note
/// of 表三 ends its first words with 为 before its colon.
fn is_note(words: &str) -> bool {
    let stops = |c: char| matches!(c, '：' | ':' | '（' | '(') || digit(c).is_some();
    let Some(stop) = words.find(stops) else { return false };
    let (name, rest) = words.split_at(stop);
    rest.starts_with(any_of!['：', ':'])
        && !rest.trim_start_matches(any_of!['：', ':', ' ']).starts_with("万元")
        && BEFORE_COLON.stand_in(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_characters_are_those_of_the_words() {
        assert!(BEGINNINGS.iter().all(|words| words.starts_with(FIRSTS)));
        assert!(FIRSTS.iter().all(|c| BEGINNINGS.iter().any(|words| words.starts_with(*c))));
    }

    #[test]
    fn lines_of_the_page_are_told_from_lines_of_a_table() {
        for line in [
            "- 4 -",
            "-4-",
            "— 5 —",
            "第 4 页",
            "第4页 共12页",
            "3/8",
            "Page 3 of 8",
            "https://www.yunxi.example/a.html 3/8",
            "浏览次数：次",
            "来源：青禾镇 发布时间：2024-01-15 10:32",
            "2024-01-15 10:32",
            "2024年1月15日",
            "【打印】【关闭】",
            "（续表）",
            "表1 行政许可情况",
            "附表3",
            "注：数量含上年度结转2件。",
            "（说明：含上年结转3件）",
            "单位：件",
            "单位：件、万元",
            "全年受理申请12件，办结10件。",
            "1.行政处罚含简易程序5件。",
            "1.规范性文件以司法局备案的为准。",
            "（1）规章：本机关无权制定；",
            "2.重复申请2件为同一人；",
            "云溪县青禾镇人民政府2023年政府信息公开工作年度报告",
        ] {
            assert!(is_furniture(line), "{line}");
        }
        for line in [
            "4",
            "-4",
            "-",
            "— —",
            "4 5",
            "-3 0 -",
            "3 / 8",
            "2024 1 15",
            "规章 1 2 3",
            "行政许可：36",
            "行政许可 36（其中：新办16）",
            "（单位：万元）",
            "本年收费金额（单位：万元）",
            "（本列数据的勾稽关系为：第一项加第二项之和，",
            "第一项加第二项之和，等于第三项加第四项之和）",
            "表彰",
            "（二）部分公开",
            "形，不计其他情形）",
            "2.重复申请",
            "2.重复申请；0；0；0；",
            "2.其他法律行政法规禁止公开。",
            "(二)部分公开(区分处理的，只计这一情形，不计其他情形)。",
        ] {
            assert!(!is_furniture(line), "{line}");
        }
    }
}
