//! The module in the browser and the program say the same of a text, to the last letter. The
//! two are compiled differently, and the program knows short cuts that the module does without.

#[allow(dead_code)] // These tests use a part of what the browser's tests share.
mod browser;
#[allow(dead_code)] // Of a fault only its text is wanted here.
mod generator;
mod support;

use browser::page::open_empty;
use generator::draft::Draft;
use generator::faults;
use generator::render::write;
use generator::rng::Rng;
use serde_json::{Value, json};
use support::damage::{self, DAMAGES};
use support::model::Model;
use support::surface;
use support::surfaces::SURFACES;

/// What is checked, and by what.
struct Asked {
    /// What it is, for who reads what the test says.
    name: String,
    text: String,
    previous: Option<String>,
    profile: Option<&'static str>,
}

impl Asked {
    /// A text by itself.
    fn text(name: String, text: String) -> Self {
        Self { name, text, previous: None, profile: None }
    }
}

/// Lets the page's module and the program check every text, and compares what they say.
fn alike(all: &[Asked]) {
    let (mut b, _server) = open_empty(1440, 900);
    let mut different = Vec::new();
    for asked in all {
        let settings = json!({ "previous": asked.previous, "profile": asked.profile });
        let call = format!("JSON.stringify(gouji.check({}, {settings}))", Value::from(asked.text.as_str()));
        let module: Value = serde_json::from_str(&b.text(&call)).expect("JSON");
        let options = gouji::Options { previous: asked.previous.as_deref(), profile: asked.profile };
        let check = gouji::check(&asked.text, &options);
        let origin = gouji::render::json::Origin { name: None, format: Some("text") };
        let program = gouji::render::json::document(&check, &origin, gouji::Lang::Zh);
        if module != serde_json::to_value(program).expect("JSON") {
            different.push(format!("{}:\n{}", asked.name, asked.text));
        }
    }
    println!("{} of {} texts alike", all.len() - different.len(), all.len());
    assert!(different.is_empty(), "{} differ, the first: {}", different.len(), different[0]);
}

#[test]
fn tables_on_every_surface() {
    let mut all = Vec::new();
    for model in Model::all() {
        for (name, write) in SURFACES {
            all.push(Asked::text(format!("{}, {name}", model.name), surface::tables(&model, *write)));
        }
    }
    alike(&all);
}

#[test]
fn damaged_tables_on_every_surface() {
    let model = &Model::all()[0];
    let mut all = Vec::new();
    for (turn, (damage, change)) in DAMAGES.iter().enumerate() {
        for (number, (name, write)) in SURFACES.iter().enumerate() {
            let mut tables = damage::tables(model, name);
            let table = (turn + number) % tables.len();
            let row = tables[table].len() / 2;
            if change(&mut tables, table, row, turn) {
                let text = damage::write(model, &tables, *write);
                all.push(Asked::text(format!("{damage}, {name}"), text));
            }
        }
    }
    alike(&all);
}

#[test]
fn reports_with_every_kind_of_fault() {
    let mut all = Vec::new();
    for (fault, number) in faults::all().into_iter().zip(0..) {
        // The first report that has a place for it, of others for every fault.
        let faulty = (0..).map(|n| n * 7 + number * 31).find_map(|seed| {
            let mut draft = Draft::new(seed);
            draft.remember();
            (fault.prepare)(&mut draft)?;
            (fault.inject)(&mut draft, &mut Rng::new(seed))?;
            Some(draft)
        });
        let draft = faulty.expect("some report has a place for it");
        all.push(Asked {
            name: format!("{}, {}", fault.rule, fault.name),
            text: write(&draft).text,
            previous: draft.before.as_ref().map(|before| write(before).text),
            profile: (!fault.settings.is_empty()).then_some(fault.settings),
        });
    }
    alike(&all);
}
