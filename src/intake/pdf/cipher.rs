//! What the streams of PDFs are encrypted with: RC4 and AES with keys of up to 128 bits,
//! and MD5, which makes the keys. Written here because they are short and nothing else
//! needs them; that they are broken as ciphers is no matter to a reader.

/// What MD5 adds in each step.
const STEPS: [u32; 64] = [
    0xd76a_a478,
    0xe8c7_b756,
    0x2420_70db,
    0xc1bd_ceee,
    0xf57c_0faf,
    0x4787_c62a,
    0xa830_4613,
    0xfd46_9501,
    0x6980_98d8,
    0x8b44_f7af,
    0xffff_5bb1,
    0x895c_d7be,
    0x6b90_1122,
    0xfd98_7193,
    0xa679_438e,
    0x49b4_0821,
    0xf61e_2562,
    0xc040_b340,
    0x265e_5a51,
    0xe9b6_c7aa,
    0xd62f_105d,
    0x0244_1453,
    0xd8a1_e681,
    0xe7d3_fbc8,
    0x21e1_cde6,
    0xc337_07d6,
    0xf4d5_0d87,
    0x455a_14ed,
    0xa9e3_e905,
    0xfcef_a3f8,
    0x676f_02d9,
    0x8d2a_4c8a,
    0xfffa_3942,
    0x8771_f681,
    0x6d9d_6122,
    0xfde5_380c,
    0xa4be_ea44,
    0x4bde_cfa9,
    0xf6bb_4b60,
    0xbebf_bc70,
    0x289b_7ec6,
    0xeaa1_27fa,
    0xd4ef_3085,
    0x0488_1d05,
    0xd9d4_d039,
    0xe6db_99e5,
    0x1fa2_7cf8,
    0xc4ac_5665,
    0xf429_2244,
    0x432a_ff97,
    0xab94_23a7,
    0xfc93_a039,
    0x655b_59c3,
    0x8f0c_cc92,
    0xffef_f47d,
    0x8584_5dd1,
    0x6fa8_7e4f,
    0xfe2c_e6e0,
    0xa301_4314,
    0x4e08_11a1,
    0xf753_7e82,
    0xbd3a_f235,
    0x2ad7_d2bb,
    0xeb86_d391,
];

/// By how many bits MD5 turns in each step of a round.
const TURNS: [[u32; 4]; 4] = [[7, 12, 17, 22], [5, 9, 14, 20], [4, 11, 16, 23], [6, 10, 15, 21]];

/// The MD5 of `bytes`.
pub fn md5(bytes: &[u8]) -> [u8; 16] {
    let mut message = bytes.to_vec();
    message.push(0x80);
    message.resize((message.len() + 8).next_multiple_of(64) - 8, 0);
    message.extend((bytes.len() as u64 * 8).to_le_bytes());
    let mut state = [0x6745_2301_u32, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476];
    for block in message.chunks_exact(64) {
        let word = |at: usize| u32::from_le_bytes([block[at], block[at + 1], block[at + 2], block[at + 3]]);
        let [mut a, mut b, mut c, mut d] = state;
        for step in 0..64 {
            let (mixed, at) = match step / 16 {
                0 => (b & c | !b & d, step),
                1 => (d & b | !d & c, 5 * step + 1),
                2 => (b ^ c ^ d, 3 * step + 5),
                _ => (c ^ (b | !d), 7 * step),
            };
            let sum = a.wrapping_add(mixed).wrapping_add(STEPS[step]).wrapping_add(word(at % 16 * 4));
            (a, d, c) = (d, c, b);
            b = b.wrapping_add(sum.rotate_left(TURNS[step / 16][step % 4]));
        }
        for (own, new) in state.iter_mut().zip([a, b, c, d]) {
            *own = own.wrapping_add(new);
        }
    }
    let mut out = [0; 16];
    for (at, word) in state.iter().enumerate() {
        out[4 * at..4 * at + 4].copy_from_slice(&word.to_le_bytes());
    }
    out
}

/// `bytes` through RC4; the same again gives them back.
pub fn rc4(key: &[u8], bytes: &[u8]) -> Vec<u8> {
    let mut table: [u8; 256] = std::array::from_fn(|at| at as u8);
    let mut other = 0_u8;
    for at in 0..256 {
        other = other.wrapping_add(table[at]).wrapping_add(key[at % key.len()]);
        table.swap(at, usize::from(other));
    }
    let (mut at, mut other) = (0_u8, 0_u8);
    let byte = |byte: &u8| {
        at = at.wrapping_add(1);
        other = other.wrapping_add(table[usize::from(at)]);
        table.swap(usize::from(at), usize::from(other));
        let sum = table[usize::from(at)].wrapping_add(table[usize::from(other)]);
        byte ^ table[usize::from(sum)]
    };
    bytes.iter().map(byte).collect()
}

/// The product in the field of AES.
fn product(mut a: u8, mut b: u8) -> u8 {
    let mut out = 0;
    while b > 0 {
        if b & 1 == 1 {
            out ^= a;
        }
        a = a << 1 ^ if a & 0x80 == 0 { 0 } else { 0x1b };
        b >>= 1;
    }
    out
}

/// What AES puts for each byte.
fn substitutes() -> [u8; 256] {
    let mut out = [0x63; 256];
    // Powers of 3 reach every byte but 0; those of its inverse go the other way.
    let (mut power, mut inverse) = (1_u8, 1_u8);
    for _ in 0..255 {
        let turned = |by| inverse.rotate_left(by);
        out[usize::from(power)] = inverse ^ turned(1) ^ turned(2) ^ turned(3) ^ turned(4) ^ 0x63;
        power = product(power, 3);
        inverse = product(inverse, 0xf6);
    }
    out
}

/// Decrypts AES-128 in chained blocks, the first of which is where the chain begins; the
/// last byte says how many fill the last block.
pub fn aes(key: &[u8; 16], bytes: &[u8]) -> Vec<u8> {
    let substitutes = substitutes();
    let mut back = [0_u8; 256];
    for (byte, substitute) in (0..=255).zip(substitutes) {
        back[usize::from(substitute)] = byte;
    }
    let times = [14, 11, 13, 9].map(|factor| std::array::from_fn::<u8, 256, _>(|b| product(b as u8, factor)));
    let mut keys = key.to_vec();
    let mut round = 1;
    while keys.len() < 176 {
        let end = keys.len();
        let mut word = [keys[end - 4], keys[end - 3], keys[end - 2], keys[end - 1]];
        if end.is_multiple_of(16) {
            word.rotate_left(1);
            word = word.map(|byte| substitutes[usize::from(byte)]);
            word[0] ^= round;
            round = product(round, 2);
        }
        for (at, byte) in word.iter().enumerate() {
            keys.push(keys[end - 16 + at] ^ byte);
        }
    }
    let mut out = Vec::with_capacity(bytes.len());
    let blocks: Vec<&[u8]> = bytes.chunks_exact(16).collect();
    for pair in blocks.windows(2) {
        let mut block: [u8; 16] = std::array::from_fn(|at| pair[1][at] ^ keys[160 + at]);
        for round in (0..10).rev() {
            // Rows turn to the right, each by one more.
            let turned: [u8; 16] = std::array::from_fn(|at| block[(at + 16 - 4 * (at % 4)) % 16]);
            block = std::array::from_fn(|at| back[usize::from(turned[at])] ^ keys[16 * round + at]);
            if round > 0 {
                block = std::array::from_fn(|at| {
                    let own =
                        |row: usize| times[(row + 4 - at % 4) % 4][usize::from(block[at / 4 * 4 + row])];
                    own(0) ^ own(1) ^ own(2) ^ own(3)
                });
            }
        }
        out.extend(block.iter().zip(pair[0]).map(|(a, b)| a ^ b));
    }
    let filling = out.last().copied().map_or(0, usize::from);
    out.truncate(out.len() - if filling <= 16 { filling } else { 0 });
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::pdf::lexer::from_hexadecimal as bytes;

    #[test]
    fn ciphers_give_the_known_answers() {
        assert_eq!(md5(b"").to_vec(), bytes(b"d41d8cd98f00b204e9800998ecf8427e"));
        assert_eq!(md5(&[b'a'; 64]).to_vec(), bytes(b"014842d480b571495a4a0363793f7367"));
        assert_eq!(rc4(b"Key", b"Plaintext"), bytes(b"bbf316e8d940af0ad3"));
        // FIPS 197, with a chain of zeros before it; nothing fills the block.
        let key: [u8; 16] = std::array::from_fn(|at| at as u8);
        let words = [vec![0; 16], bytes(b"69c4e0d86a7b0430d8cdb78070b4c55a")].concat();
        assert_eq!(aes(&key, &words), bytes(b"00112233445566778899aabbccddeeff"));
        assert_eq!(aes(&key, b"short"), b"");
    }
}
