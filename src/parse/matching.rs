//! Finding known words in a text in which spaces, widths, punctuation and line
//! ends do not count.

use crate::text::fold::key_char;

/// How far the text at `at` agrees with `key` (a key as [`crate::text::fold::key`]
/// makes it).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Agreement {
    /// One past the last byte of the text that agrees.
    pub end: usize,
    /// One past the last byte of the key that agrees.
    read: usize,
    /// Whether that is all of the key.
    pub complete: bool,
}

impl Agreement {
    /// How many characters of `key`, the one compared, agree.
    pub fn matched(&self, key: &str) -> usize {
        key[..self.read].chars().count()
    }
}

/// The most line ends a label may hold: a cell broken over lines of a page, each
/// followed by a blank one.
const LINE_ENDS: usize = 12;

/// Compares the text from byte `at` with `key`, passing over what does not count.
pub fn agree(text: &str, at: usize, key: &str) -> Agreement {
    agree_behind(text, at, key, same_start(&text[at..], key))
}

/// As [`agree`], where so many bytes of whole characters are known to be the same.
pub fn agree_behind(text: &str, at: usize, key: &str, same: usize) -> Agreement {
    let mut here = at + same;
    let mut end = here;
    let mut read = same;
    let mut line_ends = 0;
    while let (Some(wanted), Some(c)) = (key[read..].chars().next(), text[here..].chars().next()) {
        here += c.len_utf8();
        match key_char(c) {
            None => {
                line_ends += usize::from(c == '\n');
                // A tab or a bar ends a cell, and a label never crosses that.
                if line_ends > LINE_ENDS || matches!(c, '\t' | '|' | '｜') {
                    break;
                }
            }
            Some(found) if found == wanted => {
                read += wanted.len_utf8();
                end = here;
            }
            Some(_) => break,
        }
        // Most words are written as they should be, so their bytes are compared first;
        // folding is for the characters that differ.
        let same = same_start(&text[here..], &key[read..]);
        if same > 0 {
            read += same;
            here += same;
            end = here;
        }
    }
    Agreement { end, read, complete: read == key.len() }
}

/// How many bytes of whole characters `text` and `key` begin with that are the same; not
/// always all of them.
pub fn same_start(text: &str, key: &str) -> usize {
    // Nearly all characters of a key have three bytes.
    whole_characters(key, 3 * same_threes(threes(text), threes(key)))
}

/// As [`same_start`]; `None` where a Chinese character of `text` parts it from `key` before
/// anything else does, so that not even a word ends there. Leaves few of many keys to be
/// compared further.
pub fn unparted_start(text: &str, key: &str) -> Option<usize> {
    let (texts, keys) = (threes(text), threes(key));
    let same = same_threes(texts, keys);
    if let (Some(parting), Some(_)) = (texts.get(same), keys.get(same))
        // It stands for itself, as all that begin with these bytes do but one.
        && matches!(parting[0], 0xE4..=0xE9)
        && parting != "它".as_bytes()
    {
        return None;
    }
    Some(whole_characters(key, 3 * same))
}

/// How many bytes the characters of `words` have that lie before byte `end`.
fn whole_characters(words: &str, mut end: usize) -> usize {
    while !words.is_char_boundary(end) {
        end -= 1;
    }
    end
}

/// The bytes of some words, three at a time.
fn threes(words: &str) -> &[[u8; 3]] {
    words.as_bytes().as_chunks().0
}

/// With how many threes both begin.
fn same_threes(text: &[[u8; 3]], key: &[[u8; 3]]) -> usize {
    let most = text.len().min(key.len());
    let mut same = 0;
    while same < most && text[same] == key[same] {
        same += 1;
    }
    same
}

/// Whether a text is `key` but for what does not count.
pub fn is(text: &str, key: &str) -> bool {
    let agreement = agree(text, 0, key);
    agreement.complete && text[agreement.end..].chars().all(|c| key_char(c).is_none())
}

/// Whether two texts are the same but for what does not count.
pub fn same(a: &str, b: &str) -> bool {
    let same = same_start(a, b);
    a[same..].chars().filter_map(key_char).eq(b[same..].chars().filter_map(key_char))
}

/// What tells most keys from each other without going through both: how many characters
/// they have, and which.
#[derive(Debug, Clone, Copy)]
pub struct Letters {
    /// How many.
    pub length: usize,
    /// Which, by their lower six bits.
    bits: u64,
}

impl Letters {
    /// Those of the key of `text`.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub fn of(text: &str) -> Self {
        let mut letters = Self { length: 0, bits: 0 };
        for c in text.chars().filter_map(key_char) {
            letters.length += 1;
            letters.bits |= 1 << (c as u32 % 64);
        }
        letters
    }

    /// Whether so many edits may make one key of the other; false only if they do not.
    pub fn may_be_near(self, other: Self, limit: usize) -> bool {
        // An edit brings in one character at most, and takes out one.
        let more = |a: Self, b: Self| (a.bits & !b.bits).count_ones() as usize > limit;
        self.length.abs_diff(other.length) <= limit && !more(self, other) && !more(other, self)
    }

    /// Whether words may stand in the key; false only if they do not.
    pub fn may_hold(self, words: &str) -> bool {
        Self::of(words).bits & !self.bits == 0
    }
}

/// Longer keys, in characters, are near none.
const LONGEST: usize = 80;

/// The number of single-character edits between two keys, up to `limit`; `None`
/// beyond it.
pub fn distance(a: &str, b: &str, limit: usize) -> Option<usize> {
    let (a_length, b_length) = (a.chars().count(), b.chars().count());
    if a_length.abs_diff(b_length) > limit || a_length > LONGEST || b_length > LONGEST {
        return None;
    }
    // The keys are short and compared often, so nothing here is allocated, and cells are left
    // out that are more edits away from the diagonal than may be.
    let mut b_chars = ['\0'; LONGEST];
    b_chars.iter_mut().zip(b.chars()).for_each(|(place, c)| *place = c);
    let b = &b_chars[..b_length];
    let mut row = [0; LONGEST + 1];
    row.iter_mut().zip(0..=b_length as u8).for_each(|(cell, j)| *cell = j);
    let most = limit as u8;
    for (i, x) in a.chars().enumerate() {
        let from = i.saturating_sub(limit);
        let mut diagonal = row[from];
        row[from] = if from == 0 { i as u8 + 1 } else { most + 1 };
        let mut least = row[from];
        for j in from..(i + limit + 1).min(b_length) {
            let substituted = diagonal + u8::from(x != b[j]);
            diagonal = row[j + 1];
            row[j + 1] = substituted.min(row[j] + 1).min(diagonal + 1);
            least = least.min(row[j + 1]);
        }
        // No later row holds less than the least of this one.
        if least > most {
            return None;
        }
    }
    (row[b_length] <= most).then_some(usize::from(row[b_length]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_agree_over_spaces_and_line_ends() {
        let text = "5.要求行政机关确认或重新出\n\n具已获取信息 1";
        let agreement = agree(text, 2, "要求行政机关确认或重新出具已获取信息");
        assert!(agreement.complete);
        assert_eq!(&text[2..agreement.end], "要求行政机关确认或重新出\n\n具已获取信息");
        let cut = agree("要求行政机关 3", 0, "要求行政机关确认");
        assert_eq!((cut.matched("要求行政机关确认"), cut.complete), (6, false));
    }

    #[test]
    fn what_is_parted_agrees_up_to_a_chinese_character() {
        for text in ["规章制度 1", "规 章", "规则", "规", "它", "(规章", "规章制定", "规章1", "1规章", ""]
        {
            for key in ["规章制度汇编", "规章制度", "规章", "规1章", "他人", "1规章"] {
                let agreement = agree(text, 0, key);
                let next = text[agreement.end..].chars().next();
                let parted = !agreement.complete && next.is_some_and(|c| c >= '一');
                match unparted_start(text, key) {
                    None => assert!(parted, "{key} in {text}"),
                    Some(same) => assert_eq!(agree_behind(text, 0, key, same), agreement, "{key} in {text}"),
                }
            }
        }
        assert_eq!(unparted_start("规则汇编", "规章制度"), None);
        assert_eq!(unparted_start("规章制度", "规章制度"), Some("规章制度".len()));
    }

    #[test]
    fn a_label_does_not_cross_a_cell() {
        assert!(!agree("重复\t申请", 0, "重复申请").complete);
    }

    #[test]
    fn letters_deny_nothing_that_is_so() {
        let keys = ["属于三类内部事务信息", "属于三类内容事务信息", "重复申请", "复申请", "其他", ""];
        for a in keys {
            for b in keys {
                let (of_a, of_b) = (Letters::of(a), Letters::of(b));
                for limit in 0..4 {
                    assert!(of_a.may_be_near(of_b, limit) || distance(a, b, limit).is_none(), "{a} {b}");
                }
                assert!(of_a.may_hold(b) || !a.contains(b), "{a} {b}");
            }
        }
        let (known, other) = (Letters::of("重复申请"), Letters::of("（一）予以公开"));
        assert!(!known.may_be_near(other, 3) && !known.may_hold("公开") && other.length == 5);
    }

    #[test]
    fn edits_are_counted() {
        assert_eq!(distance("属于三类内容事务信息", "属于三类内部事务信息", 3), Some(1));
        assert_eq!(distance("重复申请", "重复申请", 3), Some(0));
        assert_eq!(distance("信访举报投诉类申请", "重复申请", 3), None);
        assert_eq!(distance("一属于三类内部务信息", "属于三类内部事务信息", 2), Some(2));
        assert_eq!(distance("一属于三类内部务信息", "属于三类内部事务信息", 1), None);
    }
}
