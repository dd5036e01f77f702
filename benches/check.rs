//! How fast `check()` is, natively: `cargo bench --bench check`, or one part of it
//! with `-- corpus`, `-- ten`, `-- stages`, `-- scaling`, `-- hostile`, `-- files`.
//!
//! Prints and asserts nothing: what a machine reaches depends on the machine.
//! Memory is measured by the bench `memory`, whose counting allocator would slow
//! this one down.

#[path = "../tests/support/mod.rs"]
mod support;

mod texts;

use std::hint::black_box;
use std::time::{Duration, Instant};

use gouji::intake;
use gouji::intake::encoding::Native;
use gouji::parse::claims::Claims;
use gouji::parse::prose::Prose;
use gouji::render::json::{Origin, document};
use gouji::report::Report;
use gouji::rule::arithmetic::Lists;
use gouji::rule::body::Body;
use gouji::rule::cells;
use gouji::rule::sums::Sums;
use gouji::rule::{Context, RULES, Record};
use gouji::text::Source;
use gouji::{Lang, Options, Profile, check, parse};

const MIB: usize = 1 << 20;

/// A time after which a text is not made larger still.
const ENOUGH: f64 = 20_000.0;

fn main() {
    let parts: [(&str, fn()); 6] = [
        ("corpus", corpus),
        ("ten", ten_kilobytes),
        ("stages", stages),
        ("scaling", scaling),
        ("hostile", hostile),
        ("files", files),
    ];
    // Cargo adds an argument of its own, which begins with dashes.
    let asked: Vec<String> = std::env::args().skip(1).filter(|a| !a.starts_with('-')).collect();
    for (name, part) in parts {
        if asked.is_empty() || asked.iter().any(|a| a == name) {
            part();
        }
    }
}

/// The shortest and the middle time of `runs` runs.
fn time<T>(runs: usize, mut run: impl FnMut() -> T) -> (Duration, Duration) {
    let mut times: Vec<Duration> = (0..runs)
        .map(|_| {
            let begun = Instant::now();
            black_box(run());
            begun.elapsed()
        })
        .collect();
    times.sort_unstable();
    (times[0], times[runs / 2])
}

fn speed(bytes: usize, time: Duration) -> f64 {
    bytes as f64 / 1e6 / time.as_secs_f64()
}

fn check_all<'t>(texts: impl Iterator<Item = &'t str>) -> usize {
    texts.map(|text| check(text, &Options::default()).findings.len()).sum()
}

fn corpus() {
    println!("throughput of check(), best and median of 15 runs");
    let generated = texts::corpus();
    let seeds = texts::seeds();
    for (name, texts) in [("generated reports", &generated), ("real reports", &seeds)] {
        if texts.is_empty() {
            println!("  {name:20} none here");
            continue;
        }
        let bytes: usize = texts.iter().map(String::len).sum();
        let (best, middle) = time(15, || check_all(texts.iter().map(String::as_str)));
        println!(
            "  {name:20} {:4} texts {:6} KB  {:6.1} MB/s  {:6.1} MB/s",
            texts.len(),
            bytes / 1000,
            speed(bytes, best),
            speed(bytes, middle)
        );
    }
}

fn ten_kilobytes() {
    println!("\none report of 10 KB, best and median of 300 runs");
    for (name, text) in texts::ten_kilobytes() {
        let (best, middle) = time(300, || check(&text, &Options::default()).findings.len());
        println!("  {name:20} {:6} bytes  {:8.3} ms  {:8.3} ms", text.len(), ms(best), ms(middle));
    }
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

fn stages() {
    println!("\nwhere the time of one report goes, its JSON included; median of 300 runs");
    for (name, text) in texts::ten_kilobytes() {
        let options = Options::default();
        let source = Source::new(&text);
        let outline = parse::read_outline(&source);
        let report = parse::read_tables(&source, outline.clone());
        let prose = Prose::read(&source, &report);
        let checked = check(&text, &options);
        let (_, check_time) = time(300, || check(&text, &options));
        let (_, json) = time(300, || {
            serde_json::to_writer(std::io::sink(), &document(&checked, &Origin::default(), Lang::Zh)).is_ok()
        });
        let stages = [
            ("lines", time(300, || Source::new(&text)).1),
            ("outline", time(300, || parse::read_outline(&source)).1),
            ("tables", time(300, || parse::read_tables(&source, outline.clone())).1),
            ("prose", time(300, || Prose::read(&source, &report)).1),
            ("claims", time(300, || Claims::read(&prose, &report)).1),
            ("lists", time(300, || Lists::of(&prose)).1),
            ("sums", time(300, || Sums::of(&report)).1),
        ];
        // What is left are the rules and the notes, with the pass over the text that they share.
        let rules = check_time.saturating_sub(stages.iter().map(|(_, time)| *time).sum());
        let whole = check_time + json;
        println!("  {name:20} {:.3} ms", ms(whole));
        for (stage, time) in stages.into_iter().chain([("rules", rules), ("JSON", json)]) {
            let share = 100.0 * time.as_secs_f64() / whole.as_secs_f64();
            println!("  {:20}   {stage:8} {share:5.1} %  {:.3} ms", "", ms(time));
        }
        dear_rules(&source, &report);
    }
}

/// The rules that take the most of it.
fn dear_rules(source: &Source, report: &Report) {
    let sums = Sums::of(report);
    let prose = Prose::read(source, report);
    let claims = Claims::read(&prose, report);
    let lists = Lists::of(&prose);
    let profile = Profile::default();
    let context = Context {
        source,
        report,
        prose: &prose,
        claims: &claims,
        sums: &sums,
        plain: cells::plain(source, report),
        lists: &lists,
        body: Body::of(report),
        profile: &profile,
        previous: None,
    };
    let mut rules: Vec<(Duration, &str)> = RULES
        .iter()
        .filter(|rule| rule.scope.holds(report, false) && profile.runs(rule.code))
        .map(|rule| (time(100, || (rule.detect)(&context, &mut Record::default())).1, rule.code))
        .collect();
    rules.sort_unstable_by(|a, b| b.cmp(a));
    let dearest = rules.iter().take(6).map(|(time, code)| format!("{code} {:.3}", ms(*time)));
    println!("  {:20} dearest rules, ms: {}", "", dearest.collect::<Vec<_>>().join(", "));
}

fn scaling() {
    println!("\nn and 2n up to 8 MB, best of 3 runs, in ms (times the one before)");
    for (name, make) in texts::SCALED {
        let mut steps = String::new();
        let mut before: Option<f64> = None;
        for n in [1, 2, 4, 8] {
            if before.is_some_and(|time| time > ENOUGH) {
                steps.push_str("  not measured");
                break;
            }
            // Just under the cap, over which nothing is read.
            let text = make(n * MIB - 64 * 1024);
            let runs = if before.is_some_and(|time| time > ENOUGH / 20.0) { 1 } else { 3 };
            let best = ms(time(runs, || check(&text, &Options::default()).findings.len()).0);
            steps.push_str(&format!("{best:10.1}"));
            if let Some(before) = before {
                steps.push_str(&format!(" ({:.2})", best / before));
            }
            before = Some(best);
        }
        println!("  {name:24} {steps}");
    }
}

/// The most bytes of a hostile text of the smallest size; it grows to four times that.
const HOSTILE: usize = 24 * 1024;

/// A settings text under which every rule runs.
const PROFILE: &str = "T3-C05 hint";

/// Hostile texts at n, 2n and 4n, plain and with the options: where twice the text took
/// clearly more than twice the time.
fn hostile() {
    println!("\nhostile texts at n, 2n and 4n, best of 3 runs, in ms; those that grew more than 2.3 times");
    let (mut tried, mut grown) = (0, 0);
    for pattern in texts::hostile::patterns() {
        for with_options in [false, true] {
            let sizes = [1, 2, 4].map(|n| {
                let text = pattern
                    .text(n * HOSTILE / pattern.text(1).len().saturating_sub(pattern.text(0).len()).max(1));
                let (previous, profile) =
                    (with_options.then_some(text.as_str()), with_options.then_some(PROFILE));
                ms(time(3, || check(&text, &Options { previous, profile }).findings.len()).0)
            });
            tried += 1;
            if sizes[2] / sizes[1] > 2.3 {
                grown += 1;
                let kind = if with_options { "with options" } else { "" };
                println!(
                    "  {:8.2} {:8.2} ({:.2}) {:8.2} ({:.2})  {} {kind}",
                    sizes[0],
                    sizes[1],
                    sizes[1] / sizes[0],
                    sizes[2],
                    sizes[2] / sizes[1],
                    pattern.name
                );
            }
        }
    }
    println!("  {tried} tried, {grown} grew more");
}

/// Files to text: a Word document of 2 MB of XML, a page of 2 MB.
fn files() {
    println!("files to text, best and median of 15 runs");
    let document = texts::document_of_two_megabytes();
    let page = format!(
        "<html><body>{}",
        "<div><p class=a>青禾镇<span style='a:b'>通过</span></p><table><tr><td>1<td>2</table></div>"
            .repeat(24_000)
    );
    for (name, bytes) in [("docx", document.as_slice()), ("html", page.as_bytes())] {
        let (best, middle) = time(15, || intake::read(bytes, &Native).map(|intake| intake.text.len()));
        println!(
            "  {name:20} {:6} KB  {:7.1} ms  {:7.1} ms",
            bytes.len() / 1000,
            best.as_secs_f64() * 1e3,
            middle.as_secs_f64() * 1e3
        );
    }
}
