//! Passing over a long text in which what is looked for is rare.

/// Bytes that are asked about together.
const BLOCK: usize = 32;

/// The places of the bytes that may begin what is looked for: of those for which
/// `may_begin`, given a byte and the next one, holds. The last byte of the text is
/// followed by a line end.
///
/// Whole blocks are asked first, without a branch, because the compiler makes a few
/// vector instructions of that; only a block that holds something is gone through.
pub fn places(text: &str, may_begin: impl Fn(u8, u8) -> bool + Copy) -> impl Iterator<Item = usize> {
    let bytes = text.as_bytes();
    let holds_any = move |from: usize| {
        let next = from + 1;
        match (bytes.get(from..from + BLOCK), bytes.get(next..next + BLOCK)) {
            (Some(block), Some(nexts)) => {
                block.iter().zip(nexts).fold(false, |any, (byte, next)| any | may_begin(*byte, *next))
            }
            _ => true,
        }
    };
    // One place after the other and no iterators in each other, which are large code.
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < bytes.len() {
            if at % BLOCK == 0 && !holds_any(at) {
                at += BLOCK;
                continue;
            }
            let here = at;
            at += 1;
            if may_begin(bytes[here], bytes.get(at).copied().unwrap_or(b'\n')) {
                return Some(here);
            }
        }
        None
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_is_found_wherever_its_block_ends() {
        for length in 0..100 {
            let text = "a".repeat(length) + "xy" + &"a".repeat(40) + "x";
            let found: Vec<usize> = places(&text, |byte, next| byte == b'x' && next != b'a').collect();
            assert_eq!(found, [length, length + 42]);
        }
    }
}
