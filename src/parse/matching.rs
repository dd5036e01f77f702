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
    // Most words are written as they should be; only what follows the first other
    // character is gone through one by one.
    let mut same = text.as_bytes()[at..].iter().zip(key.as_bytes()).take_while(|(a, b)| a == b).count();
    while !key.is_char_boundary(same) {
        same -= 1;
    }
    let (read, rest) = key.split_at(same);
    // Every byte that is no continuation begins a character.
    let matched = read.bytes().filter(|byte| byte & 0xC0 != 0x80).count();
    let mut agreement = Agreement { end: at + same, matched, complete: rest.is_empty() };
    if agreement.complete {
        return agreement;
    }
    let at = at + same;
    let mut expected = rest.chars();
    let mut next = expected.next();
    let mut line_ends = 0;
    for (i, c) in text[at..].char_indices() {
        let Some(wanted) = next else { break };
        // Most characters are as they should be; folding is for the others.
        let found = if c == wanted { Some(c) } else { key_char(c) };
        let Some(found) = found else {
            line_ends += usize::from(c == '\n');
            // A tab or a bar ends a cell, and a label never crosses that.
            if line_ends > LINE_ENDS || matches!(c, '\t' | '|' | '｜') {
                break;
            }
            continue;
        };
        if found != wanted {
            break;
        }
        agreement.end = at + i + c.len_utf8();
        agreement.matched += 1;
        next = expected.next();
    }
    agreement.complete = next.is_none();
    agreement
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
