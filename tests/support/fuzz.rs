//! Damages inputs at random, the same way each time, for as long as it is given.
//!
//! Stable Rust alone: each try follows from its number, so that a failure is had again
//! from the number it prints. `GOUJI_FUZZ_SECONDS` says for how long each target runs;
//! a fraction of a second without it, so that every run of the tests tries some.

use std::time::{Duration, Instant};

/// The longest that one input may take, on a machine with much else to do.
const PATIENCE: Duration = Duration::from_secs(30);

/// The largest input that is made.
const LARGEST: usize = 1 << 18;

/// Random numbers (xorshift).
pub struct Random(u64);

impl Random {
    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end.max(1) as u64) as usize
    }
}

/// Says which try it was when a target panics.
struct Try<'n>(&'n str, u64);

impl Drop for Try<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("fuzz target {}: try number {}", self.0, self.1);
        }
    }
}

/// Hands damaged `seeds` to `target` until the time is over. `words` are pieces of the
/// format that are put in now and then.
pub fn fuzz(name: &str, seeds: &[Vec<u8>], words: &[&str], target: impl Fn(&[u8])) {
    let seconds = std::env::var("GOUJI_FUZZ_SECONDS").ok().and_then(|s| s.parse().ok()).unwrap_or(0.3);
    let first = std::env::var("GOUJI_FUZZ_TRY").ok().and_then(|s| s.parse().ok());
    let end = Instant::now() + Duration::from_secs_f64(seconds);
    let mut number = first.unwrap_or(0);
    while Instant::now() < end {
        let said = Try(name, number);
        let mut random = Random(number.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
        // The first numbers of a row are alike.
        (0..4).for_each(|_| _ = random.below(1));
        let input = damaged(seeds, words, &mut random);
        let start = Instant::now();
        target(&input);
        assert!(start.elapsed() < PATIENCE, "{:?}", start.elapsed());
        drop(said);
        number += 1;
        if first.is_some() {
            break;
        }
    }
    println!("fuzz target {name}: {number} tries");
}

fn damaged(seeds: &[Vec<u8>], words: &[&str], random: &mut Random) -> Vec<u8> {
    let mut out = seeds[random.below(seeds.len())].clone();
    for _ in 0..=random.below(6) {
        let at = random.below(out.len() + 1);
        let end = (at + random.below(64)).min(out.len());
        match random.below(8) {
            0 => out.truncate(at.max(1)),
            1 => drop(out.drain(at..end)),
            2 if at < out.len() => out[at] ^= 1 << random.below(8),
            3 if at < out.len() => out[at] = random.below(256) as u8,
            4 => {
                let piece = out[at..end].to_vec();
                let piece = piece.repeat(1 + random.below(200));
                out.splice(at..at, piece);
            }
            5 => {
                let other = &seeds[random.below(seeds.len())];
                let from = random.below(other.len() + 1);
                let to = (from + random.below(400)).min(other.len());
                out.splice(at..end, other[from..to].iter().copied());
            }
            _ if words.is_empty() => {}
            _ => {
                let word = words[random.below(words.len())];
                let word = word.repeat(1 + random.below(3) * random.below(200));
                out.splice(at..at, word.bytes());
            }
        }
        out.truncate(LARGEST);
    }
    out
}
