//! The words of the tables, over all editions, ready to be found in a text.

use super::matching::Letters;
use crate::order;
use std::sync::LazyLock;

use crate::form::{EDITIONS, TableKey};
use crate::text::fold::key;

/// What a known word of a table means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sense {
    /// A row's label, by the row's key.
    Row(&'static str),
    /// A label over several rows, by the group's key.
    Group(&'static str),
    /// A column's head, by the official words.
    Head(&'static str),
    /// 第二十条第（…）项, the label over a block of 表二.
    Block,
    /// 其他: a kind of applicant, or a row.
    Other,
    /// 总计: a column, or a row.
    Total,
    /// 小计: a row that somebody added.
    Subtotal,
    /// The 勾稽关系 note.
    Note,
    /// A word of the table's head or margin that places nothing.
    Margin(&'static str),
}

/// A known word.
#[derive(Debug)]
pub struct Entry {
    /// Its key, without its number.
    pub key: String,
    /// Its characters.
    pub letters: Letters,
    /// Whether a word before it begins with all of it, so that a text of no more can be that
    /// one broken off.
    pub is_beginning: bool,
    /// What it means.
    pub sense: Sense,
    /// Whether these are the official words of some edition.
    pub official: bool,
    /// The number that the form prints before it, as a digit; 0 without one.
    pub ordinal: u8,
}

/// The words of one table, found by their first character.
#[derive(Debug)]
pub struct Lexicon {
    entries: Vec<Entry>,
    /// First characters in order, each with the range of its entries.
    index: Vec<(char, usize, usize)>,
}

impl Lexicon {
    /// The words of `table`.
    pub fn of(table: TableKey) -> &'static Self {
        static ALL: LazyLock<[Lexicon; 3]> = LazyLock::new(|| TableKey::ALL.map(Lexicon::build));
        &ALL[table as usize]
    }

    /// The words that begin with `first`.
    pub fn starting_with(&self, first: char) -> &[Entry] {
        match self.index.binary_search_by_key(&first, |(c, ..)| *c) {
            Ok(at) => &self.entries[self.index[at].1..self.index[at].2],
            Err(_) => &[],
        }
    }

    /// The official labels of rows and columns, for words that are nearly one.
    pub fn official_labels(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(|e| e.official && matches!(e.sense, Sense::Row(_) | Sense::Head(_)))
    }

    fn build(table: TableKey) -> Self {
        let mut entries = Vec::new();
        let mut add = |words: &str, sense: Sense, official: bool, ordinal: u8| {
            let key = key(words);
            if key.is_empty() {
                return;
            }
            debug_assert!(!key.contains(|c: char| c.is_ascii_digit()), "the scanner counts on it");
            let known = entries.iter_mut().find(|e: &&mut Entry| e.key == key && e.sense == sense);
            match known {
                Some(entry) => entry.official |= official,
                None => {
                    let letters = Letters::of(&key);
                    entries.push(Entry { letters, key, is_beginning: false, sense, official, ordinal });
                }
            }
        };
        for edition in EDITIONS {
            let form = edition.table(table);
            for (block, row) in form.rows() {
                let ordinal = ordinal_of(row.ordinal);
                // 其他 and 总计 name a row and a column; their place tells which.
                if !matches!(row.label, "其他" | "总计") && row.group != Some("other") || row.label.len() > 12
                {
                    let sense = if row.key == "other" { Sense::Group("other") } else { Sense::Row(row.key) };
                    add(row.label, sense, true, ordinal);
                    for also in row.also.iter().filter(|also| !matches!(**also, "其他" | "合计")) {
                        add(also, sense, false, ordinal);
                    }
                }
                for column in block.columns {
                    if !matches!(column.label, "其他" | "总计") {
                        add(column.label, Sense::Head(column.label), true, 0);
                        for also in column.also.iter().filter(|also| **also != "合计") {
                            add(also, Sense::Head(column.label), false, 0);
                        }
                    }
                }
                if !block.label.is_empty() {
                    add(block.label, Sense::Block, true, 0);
                }
            }
            for group in form.groups {
                add(group.label, Sense::Group(group.key), true, ordinal_of(group.ordinal));
            }
            add(form.note, Sense::Note, true, 0);
        }
        match table {
            TableKey::Disclosure => {
                for item in ["二", "三", "四", "七", "十", "十一", "十二", "十三", "十四", "十五"]
                {
                    add(&["第二十条第", item, "项"].concat(), Sense::Block, true, 0);
                }
                for words in ["信息内容", "依据、条件、程序", "本年度实际产生数量"] {
                    add(words, Sense::Margin(words), true, 0);
                }
            }
            TableKey::Applications => {
                add("其他", Sense::Other, true, 0);
                add("总计", Sense::Total, true, 0);
                add("合计", Sense::Total, false, 0);
                add("小计", Sense::Subtotal, false, 0);
                for words in
                    ["申请人情况", "法人或其他组织", "本年度办理结果", "本年办理结果", "本年度办理情况"]
                {
                    add(words, Sense::Margin(words), true, 0);
                }
                add("本列数据的勾稽关系为", Sense::Note, false, 0);
            }
            TableKey::Remedies => {
                add("总计", Sense::Total, true, 0);
                add("合计", Sense::Total, false, 0);
                add("未经复议直接起诉", Sense::Row("direct_suit"), true, 0);
                add("复议后起诉", Sense::Row("suit_after_reconsideration"), true, 0);
                add("行政诉讼", Sense::Margin("行政诉讼"), true, 0);
            }
        }
        order::by_key(&mut entries, |entry: &Entry| entry.key.chars().next().map_or(0, u128::from));
        for at in 1..entries.len() {
            let (before, rest) = entries.split_at_mut(at);
            rest[0].is_beginning = before.iter().any(|entry| entry.key.starts_with(&rest[0].key));
        }
        let mut index: Vec<(char, usize, usize)> = Vec::new();
        for (at, entry) in entries.iter().enumerate() {
            let first = entry.key.chars().next().unwrap_or_default();
            match index.last_mut() {
                Some(last) if last.0 == first => last.2 = at + 1,
                _ => index.push((first, at, at + 1)),
            }
        }
        Self { entries, index }
    }
}

fn ordinal_of(words: &str) -> u8 {
    use crate::text::fold::{digit, ordinal};
    words.chars().find_map(|c| digit(c).or_else(|| ordinal(c))).unwrap_or(0)
}
