//! How long the page's own thread was busy at a stretch, from the browser's own trace:
//! every task, the short ones too, and what the longest of them did.

use serde_json::Value;

use super::Browser;

/// The tasks of the page's thread, the longest first.
pub struct Tasks(Vec<Task>);

struct Task {
    milliseconds: f64,
    /// What of it the thread itself worked; on a busy machine it also waits.
    worked: f64,
    /// What it did, in milliseconds each, the longest first.
    parts: Vec<(String, f64)>,
}

impl Tasks {
    /// What to print of them.
    pub fn told(&self) -> String {
        let over = self.0.iter().filter(|task| task.milliseconds > 50.0).count();
        let work = self.0.iter().map(|task| task.worked);
        let most = work.clone().fold(0.0, f64::max);
        let over_work = work.filter(|worked| *worked > 50.0).count();
        if self.0.is_empty() {
            return "this browser keeps no record".to_string();
        }
        let mut told = format!(
            "{} tasks; by their own work {over_work} over 50 ms, the longest {most:.1} ms; by the clock {over} over 50 ms, the longest",
            self.0.len()
        );
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
    browser.driver.trace();
    act(browser);
    let events = browser.driver.traced();
    let thread = |event: &Value| (event["pid"].as_u64(), event["tid"].as_u64());
    let main = |event: &&Value| event["name"] == "thread_name" && event["args"]["name"] == "CrRendererMain";
    let mains: Vec<_> = events.iter().filter(main).map(thread).collect();
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
        let worked = event["tdur"].as_f64().unwrap_or(to - from) / 1000.0;
        tasks.push(Task { milliseconds: (to - from) / 1000.0, worked, parts });
    }
    tasks.sort_by(|a, b| b.milliseconds.total_cmp(&a.milliseconds));
    Tasks(tasks)
}
