//! What the rules that hold the prose against a table tell alike.

use crate::lang::Text;

/// 为什么.
pub(super) const WHY: Text = Text::new(
    "正文与表格写的是同一件事，两个数不同，必有一处写错。",
    "The prose and the table tell the same thing; where they differ, one of them is wrong.",
);

/// 怎样改.
pub(super) const HOW: Text = Text::new(
    "对照台账核实，把写错的一处改过来；改正文可用建议的数。",
    "Check against the records and correct whichever is wrong; the suggested number is the table's.",
);

/// 何时不报: for a reason of the rule's own, if it has one, and for those that all have.
macro_rules! silent {
    ($($zh:literal, $en:literal $(,)?)?) => {
        $crate::lang::Text::new(
            concat!(
                $($zh,)?
                "说的是往年、半年、季度、多年累计或别的单位的数，只是其中一种申请渠道的数，或是约数、区间时不报；",
                "全市、累计等口径可能更宽的，只作提示。表没有读出来、表内数字自己就不相符时也不报。",
            ),
            concat!(
                $($en, " ",)?
                "Silent where the number is another year's, part of a year's, another body's or one channel's, ",
                "or only approximate; a wider scope (the whole city, a running total) makes it a hint. ",
                "Silent too where the table was not read or contradicts itself.",
            ),
        )
    };
}

pub(super) use silent;
