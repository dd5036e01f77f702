//! Finding known words in a text in which spaces, widths, punctuation and line
//! ends do not count.

use crate::text::fold::key_char;

/// How far the text at `at` agrees with `key` (a key as [`crate::text::fold::key`]
/// makes it).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Agreement {
    /// One past the last byte of the text that agrees.
    pub end: usize,
    /// How many characters of the key agree.
    pub matched: usize,
    /// Whether that is all of the key.
    pub complete: bool,
}

/// The most line ends a label may hold: a cell broken over lines of a page, each
/// followed by a blank one.
const LINE_ENDS: usize = 12;

/// Compares the text from byte `at` with `key`, passing over what does not count.
pub fn agree(text: &str, at: usize, key: &str) -> Agreement {
    let (bytes, key_bytes) = (text.as_bytes(), key.as_bytes());
    let mut here = at;
    let mut end = at;
    let mut read = 0;
    let mut line_ends = 0;
    loop {
        // Most words are written as they should be, so their bytes are compared first;
        // folding is for the characters that differ.
        let mut same = same_bytes(&bytes[here..], &key_bytes[read..]);
        while !key.is_char_boundary(read + same) {
            same -= 1;
        }
        if same > 0 {
            read += same;
            here += same;
            end = here;
        }
        let (Some(wanted), Some(c)) = (key[read..].chars().next(), text[here..].chars().next()) else {
            break;
        };
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
    }
    // Every byte that is no continuation begins a character.
    let matched = key_bytes[..read].iter().filter(|byte| *byte & 0xC0 != 0x80).count();
    Agreement { end, matched, complete: read == key.len() }
}

/// How many bytes `a` and `b` begin with that are the same.
fn same_bytes(a: &[u8], b: &[u8]) -> usize {
    if a.starts_with(b) {
        return b.len();
    }
    let most = a.len().min(b.len());
    let mut same = 0;
    while same < most && a[same] == b[same] {
        same += 1;
    }
    same
}

/// Whether a text is `key` but for what does not count.
pub fn is(text: &str, key: &str) -> bool {
    let agreement = agree(text, 0, key);
    agreement.complete && text[agreement.end..].chars().all(|c| key_char(c).is_none())
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
    // The keys are short and compared often, so nothing here is allocated.
    let mut b_chars = ['\0'; LONGEST];
    b_chars.iter_mut().zip(b.chars()).for_each(|(place, c)| *place = c);
    let b = &b_chars[..b_length];
    let mut row: [usize; LONGEST + 1] = std::array::from_fn(|j| j);
    for (i, x) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        let mut least = row[0];
        for (j, y) in b.iter().enumerate() {
            let substituted = diagonal + usize::from(x != *y);
            diagonal = row[j + 1];
            row[j + 1] = substituted.min(row[j] + 1).min(diagonal + 1);
            least = least.min(row[j + 1]);
        }
        // No later row holds less than the least of this one.
        if least > limit {
            return None;
        }
    }
    (row[b_length] <= limit).then_some(row[b_length])
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
        assert_eq!((cut.matched, cut.complete), (6, false));
    }

    #[test]
    fn a_label_does_not_cross_a_cell() {
        assert!(!agree("重复\t申请", 0, "重复申请").complete);
    }

    #[test]
    fn edits_are_counted() {
        assert_eq!(distance("属于三类内容事务信息", "属于三类内部事务信息", 3), Some(1));
        assert_eq!(distance("重复申请", "重复申请", 3), Some(0));
        assert_eq!(distance("信访举报投诉类申请", "重复申请", 3), None);
    }
}
