//! N: arithmetic of the prose itself.

pub mod balance;
pub mod contradiction;
pub mod growth;
mod judge;
pub mod listed_parts;
pub mod nested_parts;
pub mod number_writing;
pub mod open_parts;
pub mod rate;
mod ratio;
pub mod share;
pub mod shares_sum;

use judge::Known;
pub use judge::{Judgement, Lists};

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use crate::{Options, check};

    /// A sentence with tens of thousands of numbers takes no longer a number than a
    /// short one: four times the text in far less than sixteen times the time.
    #[test]
    fn time_grows_with_the_sentence() {
        let parts = [
            "甲1条，",
            "甲1条、",
            "其中甲1条，",
            "（甲1条",
            "1条（含甲1条，",
            "甲1条；其中",
            "占1%，",
            "甲1条，占1%；",
            "增长1%，",
            "上年1条，",
            "共1条，",
            "公开率1%，",
            "主动公开政府信息1条，",
            "１２条，",
            "等其他1条",
            "其中",
            "较上年增加1条，其中",
        ];
        for part in parts {
            let time = |bytes: usize| {
                let sentence = part.repeat(bytes / part.len());
                let text = include_str!("../../../www/samples/clean-2021.txt").replace(
                    "（三）政府信息管理情况。",
                    &format!("（三）政府信息管理情况。公开9条，{sentence}"),
                );
                let begun = Instant::now();
                check(&text, &Options::default());
                begun.elapsed()
            };
            // Tried again where the machine had something else to do.
            let is_steady = (0..4).any(|_| {
                let (short, long) = (time(60_000), time(240_000));
                long < short.max(Duration::from_millis(20)) * 10
            });
            assert!(is_steady, "{part}: the time grows faster than the text");
        }
    }
}
