//! Sorting, in one place: each kind of element that is sorted by itself costs the
//! page's module some five kilobytes, so all are sorted through one kind of key.

use crate::gather::Gather;
use crate::text::Span;

/// Sorts `items` by `key`; those with equal keys keep their order.
pub fn by_key<T>(items: &mut [T], key: impl Fn(&T) -> u128) {
    if items.len() < 2 {
        return;
    }
    let mut keys = items.iter().zip(0..).map(|(item, at)| (key(item), at)).gather();
    sort(&mut keys);
    arrange(items, &mut keys);
}

/// Sorts keys, each with the place of its item.
#[cfg_attr(target_arch = "wasm32", inline(never))]
fn sort(keys: &mut [(u128, u32)]) {
    keys.sort_unstable();
}

/// Moves each item to where its key is now, one circle of places after the other.
#[cfg_attr(target_arch = "wasm32", inline(never))]
fn arrange<T>(items: &mut [T], keys: &mut [(u128, u32)]) {
    for start in 0..keys.len() {
        let mut at = start;
        loop {
            let from = keys[at].1 as usize;
            keys[at].1 = at as u32;
            if from == start {
                break;
            }
            items.swap(at, from);
            at = from;
        }
    }
}

/// The key of a span: by its start, then by its end.
pub fn span(span: Span) -> u128 {
    u128::from(span.start) << 32 | u128::from(span.end)
}

/// The key of a place that may be none; none comes first.
pub fn place(place: Option<Span>) -> u128 {
    place.map_or(0, |place| 1 << 64 | span(place))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_keys_keep_their_order_and_none_comes_first() {
        let mut items =
            vec![(Some(Span::new(0, 2)), 'a'), (None, 'b'), (Some(Span::new(0, 1)), 'c'), (None, 'd')];
        by_key(&mut items, |item| place(item.0));
        assert_eq!(items.iter().map(|item| item.1).collect::<String>(), "bdca");
    }
}
