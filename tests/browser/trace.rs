//! How long the page's own thread was busy at a stretch, from the browser's own trace:
//! every task, the short ones too, and what the longest of them did.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::Browser;

/// The tasks of the page's thread, the longest first.
pub struct Tasks(Vec<Task>);

struct Task {
    milliseconds: f64,
    /// What it did, in milliseconds each, the longest first.
    parts: Vec<(String, f64)>,
}

impl Tasks {
    /// What to print of them.
    pub fn told(&self) -> String {
        let over = self.0.iter().filter(|task| task.milliseconds > 50.0).count();
        let mut told = format!("{} tasks, {over} over 50 ms; the longest", self.0.len());
        for task in self.0.iter().take(3) {
            told.push_str(&format!("\n    {:.1} ms:", task.milliseconds));
            for (name, milliseconds) in task.parts.iter().take(7) {
                told.push_str(&format!(" {name} {milliseconds:.1}"));
            }
        }
        told
    }
}

/// Does something, and tells what the page's thread did meanwhile.
pub fn tasks(browser: &mut Browser, act: impl FnOnce(&mut Browser)) -> Tasks {
    let categories = "devtools.timeline,disabled-by-default-devtools.timeline";
    browser.call("Tracing.start", json!({"categories": categories, "transferMode": "ReportEvents"}));
    act(browser);
    browser.call("Tracing.end", json!({}));
    let begun = Instant::now();
    while browser.take_events("Tracing.tracingComplete").is_empty() {
        assert!(begun.elapsed() < Duration::from_secs(60), "the trace does not end");
        std::thread::sleep(Duration::from_millis(20));
    }
    let parts = browser.take_events("Tracing.dataCollected");
    let events: Vec<&Value> = parts.iter().filter_map(|part| part["value"].as_array()).flatten().collect();
    let thread = |event: &Value| (event["pid"].as_u64(), event["tid"].as_u64());
    let main = |event: &&&Value| event["name"] == "thread_name" && event["args"]["name"] == "CrRendererMain";
    let mains: Vec<_> = events.iter().filter(main).map(|event| thread(event)).collect();
    let time = |event: &Value| {
        let (from, long) = (event["ts"].as_f64().unwrap_or(0.0), event["dur"].as_f64().unwrap_or(0.0));
        (from, from + long)
    };
    let is_task = |event: &Value| event["name"] == "RunTask" && mains.contains(&thread(event));
    let mut tasks = Vec::new();
    for event in events.iter().filter(|event| is_task(event)) {
        let (from, to) = time(event);
        let mut parts: Vec<(String, f64)> = Vec::new();
        if to - from > 5000.0 {
            for part in events.iter().filter(|part| thread(part) == thread(event) && !is_task(part)) {
                let (start, end) = time(part);
                if start >= from && end <= to && end - start > 500.0 {
                    let name = part["name"].as_str().unwrap_or_default().to_string();
                    match parts.iter_mut().find(|(other, _)| *other == name) {
                        Some((_, sum)) => *sum += (end - start) / 1000.0,
                        None => parts.push((name, (end - start) / 1000.0)),
                    }
                }
            }
        }
        parts.sort_by(|a, b| b.1.total_cmp(&a.1));
        tasks.push(Task { milliseconds: (to - from) / 1000.0, parts });
    }
    tasks.sort_by(|a, b| b.milliseconds.total_cmp(&a.milliseconds));
    Tasks(tasks)
}
