//! What the head over an amount asks for: a unit, a number of decimals. No national
//! rule fixes either for procurement, so only what a table says itself is held
//! against it.

use crate::form::{CellKind, CellRef};
use crate::lang::Text;
use crate::rule::Context;
use crate::rule::cells::kind;
use crate::rule::search::without_space;
use crate::text::Span;
use crate::text::find::find;
use crate::text::fold::{digit, ordinal};

/// A unit of money.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// 元
    Yuan,
    /// 万元
    TenThousand,
    /// 亿元
    HundredMillion,
}

/// How an amount differs from what its head asks for.
#[derive(Debug, Clone)]
pub struct Mismatch {
    /// What the head asks for.
    pub need: Vec<Text>,
    /// The amount as the head asks for it.
    pub text: String,
    /// Whether that is the same amount, not a rounded one.
    pub is_exact: bool,
}

const DECIMALS: [Text; 7] = [
    Text::new("不留小数", "no decimals"),
    Text::new("保留1位小数", "1 decimal"),
    Text::new("保留2位小数", "2 decimals"),
    Text::new("保留3位小数", "3 decimals"),
    Text::new("保留4位小数", "4 decimals"),
    Text::new("保留5位小数", "5 decimals"),
    Text::new("保留6位小数", "6 decimals"),
];

/// The head over `cell`; `None` where the report has none.
pub fn head(context: &Context, cell: CellRef) -> Option<Span> {
    let table = context.form()?.table(cell.table);
    let first = (0..=cell.row)
        .rev()
        .take_while(|row| std::ptr::eq(table.block(*row), table.block(cell.row)))
        .last()?;
    let heads = &context.report.table(cell.table).heads;
    heads.iter().find(|head| (head.row, head.column) == (first, cell.column)).map(|head| head.span)
}

/// The unit that stands in `words`, line breaks and spaces within it aside.
pub fn unit_of(words: &str) -> Option<Unit> {
    let mut before = ' ';
    let mut unit = None;
    for c in words.chars().filter(|c| !c.is_whitespace()) {
        match (before, c) {
            ('亿', '元') => return Some(Unit::HundredMillion),
            ('万', '元') => return Some(Unit::TenThousand),
            // 美元, 欧元 and the like are not meant, but are no 万元 either.
            (_, '元') => unit = Some(Unit::Yuan),
            _ => {}
        }
        before = c;
    }
    unit
}

/// The number of decimals that a head asks for, as in 保留4位小数.
fn decimals_of(words: &str) -> Option<usize> {
    let words = without_space(words);
    let last = words[..find(&words, "位小数")?].chars().last()?;
    let index = if last == '两' { 2 } else { usize::from(digit(last).or_else(|| ordinal(last))?) };
    DECIMALS.get(index).map(|_| index)
}

/// How the amount in `place` differs from what its head asks for; `None` where it
/// does not, or where the head asks for nothing.
pub fn mismatch(context: &Context, place: CellRef) -> Option<Mismatch> {
    if kind(context, place) != CellKind::Amount {
        return None;
    }
    let amount = context.cell(place).value?;
    let words = context.source.slice(head(context, place)?);
    let raw = context.raw(place);
    let (asked, decimals) = (unit_of(words), decimals_of(words));
    let other_unit = matches!((asked, unit_of(raw)), (Some(asked), Some(used)) if asked != used);
    let has =
        raw.split_once(any_of!['.', '．']).map_or(0, |(_, tail)| tail.chars().take_while(is_digit).count());
    // A plain 0 is 0 with any number of decimals.
    let other_decimals = !amount.is_zero() && decimals.is_some_and(|asked| asked != has);
    if !other_unit && !other_decimals {
        return None;
    }
    let amount = match asked {
        Some(Unit::Yuan) => amount.scaled(4)?,
        Some(Unit::HundredMillion) => amount.scaled(-4)?,
        Some(Unit::TenThousand) | None => amount,
    };
    let mut need = Vec::new();
    if other_unit {
        need.push(match asked {
            Some(Unit::Yuan) => Text::new("以元为单位", "in yuan"),
            Some(Unit::HundredMillion) => Text::new("以亿元为单位", "in hundred million yuan"),
            Some(Unit::TenThousand) | None => Text::new("以万元为单位", "in 万元"),
        });
    }
    let Some(decimals) = decimals else {
        return Some(Mismatch { need, text: amount.written(), is_exact: true });
    };
    need.push(DECIMALS[decimals]);
    let (text, is_exact) = amount.with_decimals(decimals as u8);
    Some(Mismatch { need, text, is_exact })
}

fn is_digit(c: &char) -> bool {
    c.is_ascii_digit() || matches!(c, '０'..='９')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_unit_of_a_head_is_told() {
        assert_eq!(unit_of("采购总金额"), None);
        assert_eq!(unit_of("采购总金额（单位：万\n元，保留4位小数）"), Some(Unit::TenThousand));
        assert_eq!(unit_of("采购总金额（元）"), Some(Unit::Yuan));
    }

    #[test]
    fn the_decimals_of_a_head_are_told() {
        assert_eq!(decimals_of("采购总金额（单位：万元，保留4位小数）"), Some(4));
        assert_eq!(decimals_of("保留两位小数"), Some(2));
        assert_eq!(decimals_of("保留４位小数"), Some(4));
        assert_eq!(decimals_of("保留 四 位小数"), Some(4));
        assert_eq!(decimals_of("采购总金额"), None);
    }
}
