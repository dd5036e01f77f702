//! What a caller may ask for beside the text: the report of the year before, and
//! settings. Whatever they are, the object keeps its shape and its promises.

mod support;

use gouji::render::json::{Origin, document};
use gouji::{Lang, Options, check};
use proptest::prelude::*;
use serde_json::Value;

use support::sample::{CLEAN_2019, CLEAN_2021};

const BEFORE_2021: &str = include_str!("years/before-2021.txt");
const BEFORE_2019: &str = include_str!("years/before-2019.txt");

fn object(text: &str, options: &Options, lang: Lang) -> Value {
    let checked = check(text, options);
    serde_json::to_value(document(&checked, &Origin::default(), lang)).expect("JSON")
}

fn array<'a>(value: &'a Value, key: &str) -> &'a Vec<Value> {
    value[key].as_array().unwrap_or_else(|| panic!("{key} is an array"))
}

/// The codes of the notes.
fn notes(object: &Value) -> Vec<&str> {
    array(object, "notes").iter().filter_map(|note| note["code"].as_str()).collect()
}

/// The rules that were run.
fn rules(object: &Value) -> Vec<&str> {
    array(object, "checks").iter().filter_map(|check| check["rule"].as_str()).collect()
}

/// What holds for every object: the keys, the sums, the order, and that every place
/// lies in the text.
fn assert_sound(text: &str, options: &Options) {
    let plain = object(CLEAN_2021, &Options::default(), Lang::Zh);
    let keys =
        |value: &Value| -> Vec<String> { value.as_object().expect("an object").keys().cloned().collect() };
    let object = object(text, options, Lang::Zh);
    assert_eq!(keys(&object), keys(&plain));
    let units = text.encode_utf16().count() as u64;
    for finding in array(&object, "findings") {
        let related = array(finding, "related").iter().map(|r| &r["span"]);
        for span in related.chain([&finding["span"]]).filter(|span| !span.is_null()) {
            let [start, end] = [0, 1].map(|i| span[i].as_u64().expect("a number"));
            assert!(start <= end && end <= units, "{finding}");
        }
    }
    for check in array(&object, "checks") {
        let count = |key: &str| check[key].as_u64().expect("a count");
        assert_eq!(count("run"), count("passed") + count("failed") + count("unassessable"), "{check}");
        assert_eq!(check["reason"].is_null(), count("unassessable") == 0, "{check}");
    }
    let spans = array(&object, "findings").iter().map(|f| (f["span"][0].as_u64(), f["span"][1].as_u64()));
    assert!(spans.is_sorted());
}

#[test]
fn the_rules_across_years_apply_with_a_report_to_compare_and_only_then() {
    for (text, before) in [(CLEAN_2021, BEFORE_2021), (CLEAN_2019, BEFORE_2019)] {
        let alone = object(text, &Options::default(), Lang::Zh);
        assert!(!rules(&alone).iter().any(|rule| rule.starts_with("Y-")));
        let options = Options { previous: Some(before), ..Options::default() };
        let compared = object(text, &options, Lang::Zh);
        assert!(rules(&compared).iter().filter(|rule| rule.starts_with("Y-")).count() >= 8);
        assert_eq!(compared["verdict"], "pass");
        assert_eq!(array(&compared, "notes").len(), 0);
        assert_sound(text, &options);
        let other = Options { previous: Some(text), ..Options::default() };
        let refused = object(text, &other, Lang::Zh);
        assert_eq!(notes(&refused), ["previous-same-year"]);
        assert_eq!(rules(&refused), rules(&alone));
    }
}

#[test]
fn what_differs_from_last_year_is_a_finding_in_this_years_text() {
    let row = "四、结转下年度继续办理\t\t\t2\t0\t0\t0\t0\t0\t2";
    assert!(BEFORE_2021.contains(row));
    let before = BEFORE_2021.replace(row, "四、结转下年度继续办理\t\t\t5\t0\t0\t0\t0\t0\t5");
    let options = Options { previous: Some(&before), ..Options::default() };
    let object = object(CLEAN_2021, &options, Lang::En);
    let [finding] = &array(&object, "findings")[..] else { panic!("one finding: {}", object["findings"]) };
    assert_eq!(finding["rule"], "Y-01");
    assert_eq!(finding["severity"], "warning");
    assert_eq!(finding["cell"], "applications/carried_in/total");
    assert_eq!((&finding["actual"], &finding["expected"]), (&Value::from(2), &Value::from(5)));
    assert_eq!(finding["message"], "Carried in 2 ≠ prior carried out 5");
    assert_sound(CLEAN_2021, &options);

    let graver = Options { profile: Some("Y-01 error"), ..options };
    assert_eq!(verdict_of_2021(&graver), "fail");
    let off = Options { profile: Some("Y-01 off"), ..options };
    // The columns leave this to the rule on the totals, which is off.
    assert_eq!(verdict_of_2021(&off), "pass");
}

fn verdict_of_2021(options: &Options) -> String {
    object(CLEAN_2021, options, Lang::Zh)["verdict"].as_str().expect("a verdict").to_string()
}

#[test]
fn settings_that_are_refused_leave_the_defaults() {
    let text = CLEAN_2021.replace("办结14件", "办结XX件");
    let plain = object(&text, &Options::default(), Lang::En);
    let refused =
        object(&text, &Options { profile: Some("Q-05 off\nQ-05 on"), ..Options::default() }, Lang::En);
    assert_eq!(notes(&refused), ["profile-refused"]);
    let message = refused["notes"][0]["message"].as_str().expect("a message");
    assert!(message.contains("line 2") && message.contains("Q-05"), "{message}");
    assert_eq!(refused["findings"], plain["findings"]);
    assert_eq!(refused["checks"], plain["checks"]);
    let off = object(&text, &Options { profile: Some("Q-05 off"), ..Options::default() }, Lang::En);
    assert_eq!(notes(&off), ["profile"]);
    assert!(!rules(&off).contains(&"Q-05"));
}

#[test]
fn the_same_options_give_the_same_bytes() {
    let options = Options { previous: Some(BEFORE_2021), profile: Some("Q-05 hint") };
    let text = || object(CLEAN_2021, &options, Lang::Zh).to_string();
    assert_eq!(text(), text());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_report_of_the_year_before_makes_a_check_panic(
        cuts in prop::collection::vec((0..3000_usize, 0..400_usize, "\\PC{0,20}"), 0..4),
        other in "\\PC{0,80}",
    ) {
        let mut before: Vec<char> = BEFORE_2021.chars().collect();
        for (from, length, words) in cuts {
            let from = from.min(before.len());
            let to = (from + length).min(before.len());
            before.splice(from..to, words.chars());
        }
        let before: String = before.into_iter().collect();
        for previous in [before.as_str(), &other] {
            let options = Options { previous: Some(previous), ..Options::default() };
            assert_sound(CLEAN_2021, &options);
        }
    }
}

#[test]
fn a_very_long_report_of_the_year_before_is_no_trouble() {
    let part = "收到申请1件，同比增长20%，2022年1件。我们将每月检查一次，及时更新栏目内容。";
    let long = |text: &str| text.replace("（三）政府信息管理情况。", &part.repeat(4_000));
    let before = long(BEFORE_2021);
    let text = long(CLEAN_2021);
    let one_clause =
        CLEAN_2021.replace("（三）政府信息管理情况。", &format!("同比{}", "增长1件 ".repeat(12_000)));
    for text in [&text, &one_clause] {
        let begun = std::time::Instant::now();
        let checked = check(text, &Options { previous: Some(&before), ..Options::default() });
        println!("{} KB in {:?}", text.len() / 1024, begun.elapsed());
        assert!(checked.counts.iter().any(|count| count.rule.code == "Y-10"));
    }
}
