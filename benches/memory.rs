//! The most memory that `check()` holds, as a multiple of its text:
//! `cargo bench --bench memory`. Prints and asserts nothing.
//!
//! The JSON is written out, as the command line does it, and not kept.

#[path = "../tests/support/mod.rs"]
mod support;

mod texts;

use std::hint::black_box;
use std::io::{self, Write};

use gouji::render::json::{Origin, document};
use gouji::{Lang, Options, check};
use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

fn main() {
    println!(
        "\npeak memory over what was held before, as a multiple of the text: check, and while its JSON is written"
    );
    println!("and how long the JSON is");
    for (name, text) in texts::ten_kilobytes() {
        line(name, &text);
    }
    for (name, make) in texts::SCALED {
        line(name, &make((8 << 20) - (64 << 10)));
    }
}

fn line(name: &str, text: &str) {
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    let checked = check(text, &Options::default());
    let peak = MEMORY.peak_usage() - before;
    let mut json = Length(0);
    let written = serde_json::to_writer(&mut json, &document(&checked, &Origin::default(), Lang::Zh));
    let with_json = MEMORY.peak_usage() - before;
    black_box((checked, written.is_ok()));
    let times = |bytes: usize| bytes as f64 / text.len() as f64;
    let (peak, with_json, length) = (times(peak), times(with_json), times(json.0));
    println!("  {name:24} {:8} KB  {peak:6.2}  {with_json:6.2}  {length:6.2}", text.len() / 1000);
}

/// Counts what is written.
struct Length(usize);

impl Write for Length {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
