//! Sentences with what is read of them, in files that a non-programmer can read: a line
//! with the sentence (⏎ and ⇥ for the end of a line and a tab within it), then what is
//! read, in lines that begin with `=`.

use std::path::Path;

/// Holds every sentence of `tests/sentences/NAME.txt` against what `read` makes of it.
/// With `GOUJI_WRITE_TOLD` the file is written anew instead.
#[track_caller]
pub fn check(name: &str, read: &dyn Fn(&str) -> String) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/sentences/{name}.txt"));
    let file = std::fs::read_to_string(&path).expect("the file is there");
    let (mut now, mut complaints) = (String::new(), Vec::new());
    let mut lines = file.lines().peekable();
    while let Some(line) = lines.next() {
        now += line;
        now.push('\n');
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let mut was = Vec::new();
        while let Some(next) = lines.next_if(|next| next.starts_with('=')) {
            was.push(next);
        }
        let read = read(&line.replace('⏎', "\n").replace('⇥', "\t"));
        let mut is: Vec<String> = read.lines().map(|line| format!("= {line}")).collect();
        if is.is_empty() {
            is.push("=".to_string());
        }
        if was != is {
            complaints.push(format!("{line}\n  was {}\n  is  {}", was.join("\n"), is.join("\n")));
        }
        for line in is {
            now += &line;
            now.push('\n');
        }
    }
    if std::env::var_os("GOUJI_WRITE_TOLD").is_some() {
        return std::fs::write(&path, now).expect("the file can be written");
    }
    let told = complaints.join("\n");
    assert!(complaints.is_empty(), "{name}.txt (make rules writes it anew)\n{told}");
}
