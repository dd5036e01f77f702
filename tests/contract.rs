//! The JSON that everyone outside relies on: its shape, its keys, its numbers.

mod support;

use std::collections::BTreeMap;

use gouji::form::EDITIONS;
use gouji::render::json::{Origin, document};
use gouji::{Lang, Options, check};
use serde_json::Value;

use support::frame::report;
use support::grid::grid;
use support::model::Model;
use support::sample::{CLEAN_2019, CLEAN_2021, wrong_cell};
use support::{shared, surface};

fn json(text: &str, lang: Lang) -> String {
    let origin = Origin { name: Some("report.txt"), format: Some("text") };
    serde_json::to_string(&document(&check(text, &Options::default()), &origin, lang)).expect("JSON")
}

fn value(text: &str) -> Value {
    serde_json::from_str(&json(text, Lang::Zh)).expect("JSON")
}

/// Texts that between them bring out every part of the object.
fn texts() -> Vec<(&'static str, String)> {
    let glued = |model: &Model| report(model, |key| surface::glued(&grid(model, key)));
    vec![
        ("clean 2021", CLEAN_2021.to_string()),
        ("clean 2019", CLEAN_2019.to_string()),
        ("a wrong cell", wrong_cell()),
        ("a wrong total in 表四", CLEAN_2021.replace("\n1\t0\t0\t1\t2\t", "\n1\t0\t0\t1\t3\t")),
        ("no number at 五", CLEAN_2021.replace("五、存在", "存在")),
        ("characters outside the first plane", CLEAN_2021.replace("云溪县", "𠮷𠮷县😀")),
        ("run together", glued(&Model::all()[0])),
        ("two reports", format!("{CLEAN_2021}\n{CLEAN_2019}")),
        ("cut in the middle", CLEAN_2021.chars().take(900).collect()),
        ("carriage returns", CLEAN_2021.replace('\n', "\r\n")),
        ("control characters", CLEAN_2021.replace("青禾", "青\u{1}禾\u{202e}")),
        ("nothing", String::new()),
        ("something else", "今天天气很好。".to_string()),
        ("over the cap", "年".repeat(3 << 20)),
    ]
}

/// The keys of an object in the order in which they are written.
fn keys(value: &Value) -> Vec<&str> {
    value.as_object().expect("an object").keys().map(String::as_str).collect()
}

fn assert_keys(what: &str, value: &Value, wanted: &str) {
    let mut wanted: Vec<&str> = wanted.split_whitespace().collect();
    wanted.sort_unstable();
    assert_eq!(keys(value), wanted, "{what}");
}

fn array<'a>(value: &'a Value, key: &str) -> &'a Vec<Value> {
    value[key].as_array().unwrap_or_else(|| panic!("{key} is an array"))
}

#[test]
fn every_key_is_always_there() {
    for (name, text) in texts() {
        let object = value(&text);
        assert_keys(name, &object, "schema source report verdict counts findings checks notes");
        assert_eq!(object["schema"], "gouji/1");
        assert_keys(name, &object["source"], "name format chars lines");
        assert_keys(name, &object["report"], "title organization year edition sections cells");
        assert_keys(name, &object["counts"], "error warning hint");
        for section in array(&object["report"], "sections") {
            assert_keys(name, section, "key present heading line span");
            assert_eq!(section["present"], !section["heading"].is_null());
        }
        for cell in array(&object["report"], "cells") {
            assert_keys(name, cell, "id state raw value line span");
        }
        for finding in array(&object, "findings") {
            assert_keys(
                name,
                finding,
                "rule severity line span message why how basis cell related expected actual fix fingerprint",
            );
            for related in array(finding, "related") {
                assert_keys(name, related, "cell span role");
            }
            if !finding["fix"].is_null() {
                assert_keys(name, &finding["fix"], "applicability edits");
                for edit in array(&finding["fix"], "edits") {
                    assert_keys(name, edit, "span text");
                }
            }
        }
        for check in array(&object, "checks") {
            assert_keys(name, check, "rule run passed failed unassessable reason");
        }
        for note in array(&object, "notes") {
            assert_keys(name, note, "code message line span");
            assert_ne!(note["message"], "");
        }
    }
}

#[test]
fn keys_are_written_in_the_contracts_order() {
    let text = json(CLEAN_2021, Lang::Zh);
    let order = ["schema", "source", "report", "verdict", "counts", "findings", "checks", "notes"];
    let places: Vec<_> = order.iter().map(|key| text.find(&format!("\"{key}\":"))).collect();
    assert!(places.is_sorted() && places[0] == Some(1), "{places:?}");
    assert!(text.contains(r#""source":{"name":"report.txt","format":"text","chars":"#));
    assert!(
        text.contains(
            r#"{"id":"applications/received/total","state":"number","raw":"13","value":13,"line":"#
        )
    );
}

#[test]
fn sections_are_six_and_in_order() {
    for (name, text) in texts() {
        let object = value(&text);
        let keys: Vec<_> = array(&object["report"], "sections").iter().map(|s| s["key"].as_str()).collect();
        let wanted = ["overview", "disclosure", "applications", "remedies", "problems", "other"].map(Some);
        assert_eq!(keys, wanted, "{name}");
    }
}

#[test]
fn spans_count_utf16_and_lines_count_from_one() {
    for (name, text) in texts() {
        let object = value(&text);
        if object["verdict"] == "unread" {
            continue;
        }
        let canonical = text.replace("\r\n", "\n");
        let units: Vec<u16> = canonical.encode_utf16().collect();
        assert_eq!(object["source"]["chars"], units.len(), "{name}");
        let words = |span: &Value| {
            let [start, end] = [0, 1].map(|i| span[i].as_u64().expect("a number") as usize);
            String::from_utf16(&units[start..end]).expect("a span splits no character")
        };
        let line = |span: &Value| {
            let start = span[0].as_u64().expect("a number") as usize;
            1 + units[..start].iter().filter(|unit| **unit == u16::from(b'\n')).count()
        };
        let report = &object["report"];
        for section in array(report, "sections").iter().filter(|s| s["present"] == true) {
            assert_eq!(section["heading"], words(&section["span"]), "{name}");
        }
        for cell in array(report, "cells").iter().filter(|c| !c["span"].is_null()) {
            assert_eq!(cell["raw"], words(&cell["span"]), "{name}");
        }
        let placed = [array(report, "sections"), array(report, "cells"), array(&object, "findings")];
        for item in placed.into_iter().flatten().chain(array(&object, "notes")) {
            if item["span"].is_null() {
                assert!(item["line"].is_null(), "{name}: {item}");
            } else {
                assert_eq!(item["line"], line(&item["span"]), "{name}: {item}");
            }
        }
    }
}

#[test]
fn states_and_values_go_together() {
    for (name, text) in texts() {
        for cell in array(&value(&text)["report"], "cells") {
            let (raw, value) = (&cell["raw"], &cell["value"]);
            let right = match cell["state"].as_str().expect("a state") {
                "number" | "inferred" => value.is_number() && raw.is_string(),
                "blank" | "text" => value.is_null() && raw.is_string(),
                "unread" => value.is_null(),
                "missing" => value.is_null() && raw.is_null() && cell["span"].is_null(),
                _ => false,
            };
            assert!(right, "{name}: {cell}");
        }
    }
}

#[test]
fn checks_add_up_and_findings_stand_in_order() {
    for (name, text) in texts() {
        let object = value(&text);
        for check in array(&object, "checks") {
            let count = |key: &str| check[key].as_u64().expect("a count");
            let parts = count("passed") + count("failed") + count("unassessable");
            assert_eq!(count("run"), parts, "{name}: {check}");
            assert_eq!(check["reason"].is_null(), count("unassessable") == 0, "{name}: {check}");
        }
        let findings = array(&object, "findings");
        let place = |f: &Value| {
            let span = f["span"].as_array().map(|s| (s[0].as_u64(), s[1].as_u64()));
            (span.is_some(), span, f["rule"].as_str().map(str::to_string))
        };
        assert!(findings.iter().map(place).is_sorted(), "{name}");
        for (severity, count) in object["counts"].as_object().expect("counts") {
            let found = findings.iter().filter(|f| f["severity"] == severity.as_str()).count();
            assert_eq!(*count, found, "{name}: {severity}");
        }
        let prints: std::collections::BTreeSet<_> =
            findings.iter().map(|f| f["fingerprint"].as_str()).collect();
        assert_eq!(prints.len(), findings.len(), "{name}: every finding has a fingerprint of its own");
    }
}

#[test]
fn verdicts_follow_from_the_findings() {
    for (name, text) in texts() {
        let object = value(&text);
        let count = |key: &str| object["counts"][key].as_u64().expect("a count");
        let verdict = match object["verdict"].as_str().expect("a verdict") {
            "unread" | "unrecognized" => count("error") + count("warning") + count("hint") == 0,
            "fail" => count("error") > 0,
            "attention" => count("error") == 0 && count("warning") > 0,
            "pass" => count("error") == 0 && count("warning") == 0,
            _ => false,
        };
        assert!(verdict, "{name}: {} with {}", object["verdict"], object["counts"]);
    }
}

#[test]
fn a_failing_sum_of_table_four_stands_on_its_total() {
    let text = CLEAN_2021.replace("\n1\t0\t0\t1\t2\t", "\n1\t0\t0\t1\t3\t");
    assert_ne!(text, CLEAN_2021);
    let object = value(&text);
    let [finding] = &array(&object, "findings")[..] else { panic!("one finding: {}", object["findings"]) };
    assert_eq!(finding["rule"], "T4-C01");
    assert_eq!(finding["severity"], "error");
    assert_eq!(finding["cell"], "remedies/reconsideration/total");
    assert_eq!(finding["actual"], 3);
    assert_eq!(finding["expected"], 2);
    let parts: Vec<_> =
        array(finding, "related").iter().map(|r| (r["cell"].as_str(), r["role"].as_str())).collect();
    let wanted = ["upheld", "corrected", "other", "pending"]
        .map(|part| (format!("remedies/reconsideration/{part}"), "addend"));
    let wanted: Vec<_> = wanted.iter().map(|(cell, role)| (Some(cell.as_str()), Some(*role))).collect();
    assert_eq!(parts, wanted);
}

#[test]
fn a_second_report_is_said_and_the_first_is_checked() {
    let object = value(&format!("{CLEAN_2021}\n{CLEAN_2019}"));
    assert_eq!(object["report"]["year"], 2023);
    let notes = array(&object, "notes");
    assert!(notes.iter().any(|n| n["code"] == "two-reports" && n["line"].is_number()), "{notes:?}");
}

#[test]
fn a_fingerprint_outlives_edits_elsewhere() {
    let before = value(&wrong_cell());
    let after = value(&wrong_cell().replace("一、总体情况\n", "一、总体情况\n\n新增加的一段话。\n"));
    let prints = |object: &Value| -> Vec<Value> {
        array(object, "findings").iter().map(|f| f["fingerprint"].clone()).collect()
    };
    assert!(!prints(&before).is_empty());
    assert_eq!(prints(&before), prints(&after));
}

#[test]
fn the_same_text_gives_the_same_bytes() {
    for (name, text) in texts() {
        for lang in [Lang::Zh, Lang::En] {
            assert_eq!(json(&text, lang), json(&text, lang), "{name}");
        }
    }
}

#[test]
fn english_changes_sentences_and_nothing_else() {
    let (zh, en) = (json(&wrong_cell(), Lang::Zh), json(&wrong_cell(), Lang::En));
    assert_ne!(zh, en);
    let strip = |text: &str| -> Value {
        let mut object: Value = serde_json::from_str(text).expect("JSON");
        for finding in object["findings"].as_array_mut().expect("findings") {
            for key in ["message", "why", "how", "basis"] {
                assert_ne!(finding[key], "", "{key}");
                finding[key] = Value::Null;
            }
        }
        object
    };
    assert_eq!(strip(&zh), strip(&en));
}

#[test]
fn cell_ids_are_those_of_the_contract() {
    let Some(table) = shared::text("cells.tsv") else { return };
    let mut wanted: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for line in table.lines().skip(1) {
        let mut parts = line.split('\t');
        if let (Some(edition), Some(id)) = (parts.next(), parts.next()) {
            wanted.entry(edition).or_default().push(id);
        }
    }
    assert_eq!(wanted.len(), EDITIONS.len());
    for edition in EDITIONS {
        let ids: Vec<String> = edition.cells().map(|cell| edition.cell_id(cell)).collect();
        assert_eq!(ids, wanted[edition.id.key()], "{}", edition.id.key());
    }
}
