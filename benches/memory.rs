//! The most memory that `check()` holds, as a multiple of its text:
//! `cargo bench --bench memory`. Prints and asserts nothing.

#[path = "../tests/support/mod.rs"]
mod support;

mod texts;

use std::hint::black_box;

use gouji::render::json::{Origin, document};
use gouji::{Lang, Options, check};
use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

fn main() {
    println!("\npeak memory over what was held before, as a multiple of the text: check, and with its JSON");
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
    let json = serde_json::to_string(&document(&checked, &Origin::default(), Lang::Zh));
    let with_json = MEMORY.peak_usage() - before;
    black_box((checked, json.is_ok()));
    let times = |bytes: usize| bytes as f64 / text.len() as f64;
    println!("  {name:24} {:8} KB  {:6.2}  {:6.2}", text.len() / 1000, times(peak), times(with_json));
}
