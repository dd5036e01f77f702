//! The command line as its users meet it: the real binary, its output and status.

mod support;

use std::process::{Command, Stdio};

use serde_json::Value;

use support::command::{err, file, gouji, gouji_with, json, out, status};
use support::sample::{CLEAN_2019, CLEAN_2021, wrong_cell};

#[test]
fn a_clean_report_passes_with_status_0() {
    for (name, text) in [("clean-2021.txt", CLEAN_2021), ("clean-2019.txt", CLEAN_2019)] {
        let path = file(name, text);
        let output = gouji(&["check", "--format", "json", &path]);
        let json = json(&output);
        assert_eq!(json["verdict"], "pass", "{}", json["findings"]);
        assert_eq!(json["source"]["name"], path.as_str());
        assert_eq!(json["source"]["format"], "text");
        assert_eq!(status(&output), 0);
        assert_eq!(err(&output), "");
    }
}

#[test]
fn an_error_gives_status_1_and_names_the_cell() {
    let path = file("wrong.txt", wrong_cell());
    let output = gouji(&["check", "--format", "json", &path]);
    let json = json(&output);
    assert_eq!(status(&output), 1);
    assert_eq!(json["verdict"], "fail");
    let errors: Vec<_> =
        json["findings"].as_array().unwrap().iter().filter(|f| f["severity"] == "error").collect();
    assert_eq!(errors.len(), 1, "{errors:?}");
    assert_eq!(errors[0]["rule"], "T3-C05");
    assert_eq!(errors[0]["cell"], "applications/granted/natural_person");
    assert_eq!(errors[0]["actual"], 5);
    assert_eq!(errors[0]["expected"], 4);
}

#[test]
fn the_text_says_the_verdict_first_and_every_finding() {
    let path = file("wrong-text.txt", wrong_cell());
    let output = gouji(&["check", &path]);
    assert_eq!(status(&output), 1);
    let words = out(&output);
    let first = words.lines().next().unwrap();
    assert!(first.starts_with(&path) && first.contains("有错误"), "{first}");
    assert!(words.contains("T3-C05") && words.contains("怎样改"), "{words}");
    let english = out(&gouji(&["check", "--lang", "en", &path]));
    assert!(english.contains("has errors") && english.contains("How to mend it"), "{english}");
}

#[test]
fn several_files_make_an_array_or_a_line_each() {
    let (one, two) = (file("one.txt", CLEAN_2021), file("two.txt", CLEAN_2019));
    let array = json(&gouji(&["check", "--format", "json", &one, &two]));
    let names: Vec<_> = array.as_array().expect("an array").iter().map(|o| &o["source"]["name"]).collect();
    assert_eq!(names, [one.as_str(), two.as_str()]);

    let lines = out(&gouji(&["check", "--format", "ndjson", &one, &two]));
    assert_eq!(lines.lines().count(), 2);
    for (line, object) in lines.lines().zip(array.as_array().unwrap()) {
        assert_eq!(serde_json::from_str::<Value>(line).unwrap(), *object);
    }
}

#[test]
fn a_dash_reads_standard_input() {
    let output = gouji_with(&["check", "--format", "ndjson", "-"], CLEAN_2021.as_bytes());
    assert_eq!(status(&output), 0);
    assert_eq!(json(&output)["source"]["name"], "-");
    assert_eq!(json(&output)["report"]["year"], 2023);
}

#[test]
fn what_cannot_be_read_is_named_and_the_others_are_still_checked() {
    let good = file("good.txt", CLEAN_2021);
    let cases: [(String, &str); 6] = [
        (file("none.txt", "").replace("none.txt", "there-is-no-such-file.txt"), "cannot-open"),
        (file("report.docx", b"PK\x03\x04\x14\x00rest"), "damaged"),
        (file("report.rtf", b"{\\rtf1 rest"), "format-not-read"),
        (file("unknown.txt", b"\xff\xfa\xff\x80\xff\xff\x9c\xff"), "encoding-not-read"),
        (file("zero.txt", b"a\0b"), "binary"),
        (file("large.txt", vec![b'a'; 8 * 1024 * 1024 + 1]), "over-cap"),
    ];
    for (path, code) in cases {
        let output = gouji(&["check", "--format", "json", &path, &good]);
        assert_eq!(status(&output), 2, "{path}");
        let words = err(&output);
        assert_eq!(words.lines().count(), 1, "{words}");
        assert!(words.contains(&path), "{words}");
        let array = json(&output);
        assert_eq!(array[0]["verdict"], "unread");
        assert_eq!(array[0]["source"]["name"], path.as_str());
        assert_eq!(array[0]["notes"][0]["code"], code);
        assert_eq!(array[1]["verdict"], "pass");

        let output = gouji(&["cells", &path, &good]);
        assert_eq!(status(&output), 2, "{path}");
        assert!(out(&output).contains("applications/received/total"));
    }
}

/// A Word document with the clean report in it.
#[test]
fn wrong_arguments_are_one_line_and_status_2() {
    let path = file("arguments.txt", CLEAN_2021);
    for arguments in [
        vec![],
        vec!["check"],
        vec!["cells"],
        vec!["frobnicate"],
        vec!["check", "--format", "xml", &path],
        vec!["check", "--lang", "fr", &path],
        vec!["check", "--previous", &path],
        vec!["check", &path, "--profile"],
        vec!["cells", "--format", "json", &path],
        vec!["form", "2020"],
        vec!["form"],
    ] {
        let output = gouji(&arguments);
        assert_eq!(status(&output), 2, "{arguments:?}");
        assert_eq!(err(&output).lines().count(), 1, "{arguments:?}: {}", err(&output));
        assert_eq!(out(&output), "", "{arguments:?}");
    }
}

#[test]
fn help_and_version_are_no_trouble() {
    for arguments in [vec!["--help"], vec!["--version"], vec!["check", "--help"]] {
        let output = gouji(&arguments);
        assert_eq!(status(&output), 0);
        assert!(out(&output).contains("gouji"));
    }
}

#[test]
fn the_cell_table_has_every_cell() {
    let path = file("cells.txt", wrong_cell());
    let output = gouji(&["cells", &path]);
    assert_eq!(status(&output), 0, "findings are no trouble for the cell table");
    let table = out(&output);
    let mut lines = table.lines();
    assert_eq!(lines.next(), Some("source,organization,year,edition,cell,row,column,state,raw,value,line"));
    assert_eq!(lines.count(), 10 + 25 * 7 + 15);
    let wanted = ",云溪县青禾镇人民政府,2023,2021,disclosure/fees/amount,fees,amount,number,4.5,4.5,";
    assert!(table.contains(wanted), "{table}");

    let tabs = out(&gouji(&["cells", "--format", "tsv", &path]));
    assert_eq!(tabs.lines().count(), table.lines().count());
    assert!(tabs.lines().all(|line| line.split('\t').count() == 11));
}

#[test]
fn a_missing_row_is_in_the_cell_table() {
    let row = "行政强制\t0\t\t\n";
    assert!(CLEAN_2021.contains(row));
    let path = file("missing.txt", CLEAN_2021.replace(row, ""));
    let table = out(&gouji(&["cells", &path]));
    assert!(table.contains(",disclosure/coercion/decisions,coercion,decisions,missing,,,\n"), "{table}");
}

#[test]
fn the_catalogue_has_every_rule_in_every_format() {
    let rules = json(&gouji(&["rules", "--format", "json"]));
    let rules = rules.as_array().expect("an array");
    assert_eq!(rules.len(), gouji::rule::RULES.len());
    let (text, markdown) =
        (out(&gouji(&["rules"])), out(&gouji(&["rules", "--format", "md", "--lang", "en"])));
    for rule in rules {
        let code = rule["code"].as_str().expect("a code");
        assert!(text.contains(&format!("{code} ")), "{code}");
        assert!(markdown.contains(&format!("## {code} ")), "{code}");
    }
}

#[test]
fn an_empty_form_reads_back_to_itself() {
    for edition in ["2019", "2021"] {
        let form = gouji(&["form", edition]);
        assert_eq!(status(&form), 0);
        let json = json(&gouji_with(&["check", "--format", "json", "-"], &form.stdout));
        assert_eq!(json["report"]["edition"], edition);
        let cells = json["report"]["cells"].as_array().expect("cells");
        assert!(!cells.is_empty());
        for cell in cells {
            assert_eq!(cell["state"], "blank", "{cell}");
            assert_eq!(cell["raw"], "", "{cell}");
        }
        for section in json["report"]["sections"].as_array().expect("sections") {
            assert_eq!(section["present"], true, "{section}");
        }
        for finding in json["findings"].as_array().expect("findings") {
            assert_ne!(finding["rule"], "Q-05", "an empty form holds no placeholder");
        }
    }
}

#[test]
fn a_closed_pipe_is_no_panic() {
    let path = file("pipe.txt", CLEAN_2021);
    let mut child = Command::new(env!("CARGO_BIN_EXE_gouji"))
        .args(["check", "--format", "json"])
        .args(std::iter::repeat_n(&path, 40))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("the binary ends");
    assert_eq!(err(&output), "");
    assert_eq!(status(&output), 0);
}

#[test]
fn settings_switch_rules_off_and_change_severities() {
    let path = file("settings-report.txt", CLEAN_2021.replace("办结14件", "办结XX件"));
    let with = |name: &str, settings: &str| {
        let profile = file(name, settings);
        json(&gouji(&["check", "--format", "json", "--profile", &profile, &path]))
    };
    let codes = |json: &Value| -> Vec<String> {
        json["notes"].as_array().unwrap().iter().map(|n| n["code"].as_str().unwrap().into()).collect()
    };
    let placeholder = |json: &Value| -> Vec<Value> {
        let findings = json["findings"].as_array().unwrap().iter();
        findings.filter(|f| f["rule"] == "Q-05").map(|f| f["severity"].clone()).collect()
    };
    let is_run = |json: &Value| json["checks"].as_array().unwrap().iter().any(|c| c["rule"] == "Q-05");

    let default = with("settings-none.txt", "# 全部照默认\n");
    assert_eq!(placeholder(&default), ["warning"]);
    assert!(codes(&default).is_empty(), "defaults need no note");

    let off = with("settings-off.txt", "Q-05：关\n");
    assert!(placeholder(&off).is_empty() && !is_run(&off));
    assert_eq!(codes(&off), ["profile"]);
    let hash = gouji::Profile::parse("q-05 off").unwrap().hash();
    assert!(off["notes"][0]["message"].as_str().unwrap().contains(&hash), "{}", off["notes"]);

    let graver = with("settings-error.txt", "Q-05 错误\n");
    assert_eq!(placeholder(&graver), ["error"]);
    assert_eq!(graver["verdict"], "fail");

    let profile = file("settings-text.txt", "Q-05 hint");
    let words = out(&gouji(&["check", "--profile", &profile, &path]));
    assert_eq!(words.lines().filter(|line| line.contains("按设置")).count(), 1, "{words}");
}

#[test]
fn a_settings_file_that_is_refused_is_named_and_the_defaults_hold() {
    let path = file("settings-fine.txt", CLEAN_2021);
    let profile = file("settings-bad.txt", "Q-05 off\nS-99 off\n");
    let output = gouji(&["check", "--format", "json", "--profile", &profile, &path]);
    assert_eq!(status(&output), 2);
    let words = err(&output);
    assert_eq!(words.lines().count(), 1, "{words}");
    assert!(words.contains(&profile) && words.contains("第 2 行") && words.contains("S-99"), "{words}");
    let object = json(&output);
    assert_eq!(object["verdict"], "pass");
    assert_eq!(object["notes"][0]["code"], "profile-refused");
    assert!(object["checks"].as_array().unwrap().iter().any(|c| c["rule"] == "Q-05"));

    let output = gouji(&["check", "--format", "json", "--profile", "/no/such/settings", &path]);
    assert_eq!(status(&output), 2);
    assert!(err(&output).contains("/no/such/settings"));
    assert_eq!(json(&output)["notes"][0]["code"], "profile-unread");
    assert_eq!(json(&output)["verdict"], "pass");
}

#[test]
fn last_years_report_is_compared() {
    let before = include_str!("years/before-2021.txt");
    let row = "四、结转下年度继续办理\t\t\t2\t0\t0\t0\t0\t0\t2";
    assert!(before.contains(row));
    let path = file("this-year.txt", CLEAN_2021);
    let previous =
        file("last-year.txt", before.replace(row, "四、结转下年度继续办理\t\t\t3\t0\t0\t0\t0\t0\t3"));
    let output = gouji(&["check", "--format", "json", "--previous", &previous, &path]);
    assert_eq!(status(&output), 0, "a warning");
    let object = json(&output);
    assert_eq!(object["verdict"], "attention");
    assert_eq!(object["findings"][0]["rule"], "Y-01");
    assert_eq!(err(&output), "");

    let graver = file("graver.txt", "Y-01 error");
    let output = gouji(&["check", "--previous", &previous, "--profile", &graver, &path]);
    assert_eq!(status(&output), 1);

    // The other way round there is nothing to compare, and that is said.
    let previous = file("last-year-clean.txt", before);
    let output = gouji(&["check", "--format", "json", "--previous", &path, &previous]);
    assert_eq!(status(&output), 0);
    assert_eq!(json(&output)["notes"][0]["code"], "previous-later");
    let words = out(&gouji(&["check", "--previous", &path, &previous]));
    assert!(words.contains("没有比较"), "{words}");
}

#[test]
fn last_years_report_that_cannot_be_read_is_named() {
    let path = file("this-year-alone.txt", CLEAN_2021);
    let output = gouji(&["check", "--format", "json", "--previous", "/no/such/report", &path]);
    assert_eq!(status(&output), 2);
    let words = err(&output);
    assert_eq!(words.lines().count(), 1, "{words}");
    assert!(words.contains("/no/such/report"), "{words}");
    assert_eq!(json(&output)["verdict"], "pass");
    assert_eq!(json(&output)["notes"][0]["code"], "previous-unread");
}
