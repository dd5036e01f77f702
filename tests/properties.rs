//! What holds for every text: checking never panics, every place lies in the text.

mod support;

use std::sync::LazyLock;
use std::time::Instant;

use gouji::form::CellRef;
use gouji::render::json::{Origin, document};
use gouji::report::CellState;
use gouji::text::{Number, Span};
use gouji::{Check, Lang, Options, Profile, check};
use proptest::prelude::*;

use support::frame::report;
use support::grid::grid;
use support::model::Model;
use support::sample::{CLEAN_2019, CLEAN_2021};
use support::{pdf, surface};

/// Every span of a check, in the order in which they are met.
fn spans(check: &Check) -> Vec<Span> {
    let report = &check.report;
    let mut spans = vec![report.extent];
    spans.extend(report.title.iter().flat_map(|t| [Some(t.span), t.year.map(|y| y.1)]).flatten());
    spans.extend(report.year.map(|y| y.span));
    spans.extend(report.period.map(|p| p.span));
    spans.extend(report.second_report);
    for section in &report.sections {
        spans.push(section.body);
        if let Some(heading) = &section.heading {
            spans.extend([heading.span, heading.title]);
            spans.extend(heading.number.map(|n| n.span));
        }
    }
    for table in &report.tables {
        spans.extend(table.span);
        spans.extend(table.note);
        spans.extend(table.cells.iter().filter_map(|c| c.span));
        spans.extend(table.rows.iter().flat_map(|r| r.label.into_iter().chain(r.repeats.iter().copied())));
        spans.extend(table.extra_rows.iter().map(|r| r.label));
        spans.extend(table.extra_rows.iter().flat_map(|r| r.cells.iter().filter_map(|c| c.span)));
        spans.extend(table.extra_blocks.iter().copied());
        spans.extend(table.heads.iter().map(|h| h.span));
    }
    for finding in &check.findings {
        spans.extend(finding.span);
        spans.extend(finding.related.iter().filter_map(|r| r.span));
        spans.extend(finding.fix.iter().flat_map(|f| f.edits.iter().map(|e| e.span)));
    }
    spans.extend(check.notes.iter().filter_map(|n| n.span));
    spans
}

/// Checks `text` and everything that can be looked at without knowing it.
fn sound(text: &str) {
    let check = check(text, &Options::default());
    for span in spans(&check) {
        assert!(check.source.text().get(span.range()).is_some(), "{span:?} is no piece of the text");
    }
    for table in &check.report.tables {
        for cell in &table.cells {
            let has_value = matches!(cell.state, CellState::Number | CellState::Inferred);
            assert_eq!(cell.value.is_some(), has_value, "{cell:?}");
        }
    }
    for lang in [Lang::Zh, Lang::En] {
        serde_json::to_string(&document(&check, &Origin::default(), lang)).expect("JSON");
        gouji::render::text::text(&check, "report.txt", lang);
    }
}

/// Words of the form and of prose, numbers and marks: texts made of them look enough
/// like a report to reach deep into the parser.
fn piece() -> impl Strategy<Value = String> {
    let words = [
        "一、总体情况",
        "二、主动公开政府信息情况",
        "三、收到和处理政府信息公开申请情况",
        "四、政府信息公开行政复议、行政诉讼情况",
        "五、存在的主要问题及改进情况",
        "六、其他需要报告的事项",
        "2023年政府信息公开工作年度报告",
        "信息内容",
        "第二十条第（一）项",
        "本年制发件数",
        "本年新制作数量",
        "规章",
        "行政规范性文件",
        "行政许可",
        "处理决定数量",
        "自然人",
        "商业企业",
        "总计",
        "其他",
        "（一）予以公开",
        "（三）不予公开",
        "1.属于国家秘密",
        "一、本年新收政府信息公开申请数量",
        "（七）总计",
        "结果维持",
        "尚未审结",
        "行政复议",
        "复议后起诉",
        "三、本年度办理结果",
        "四、结转下年度继续办理",
        "0",
        "1",
        "12",
        "4.5",
        "-3",
        "40万元",
        "增1减2",
        "/",
        "无",
        "0000000",
        "7713000074",
        "１２",
        "1,234",
        "\t",
        "\n",
        "\n\n",
        " ",
        "\u{a0}",
        "\u{3000}",
        "|",
        ",",
        "，",
        "\r\n",
        "- 4 -",
        "[bookmark: _GoBack]",
        "\u{0}",
        "\u{202e}",
        "\u{feff}",
        "😀",
        "件",
        "（",
        "）",
        "。",
        "年",
        "第",
        "、",
    ];
    prop_oneof![
        8 => proptest::sample::select(words.to_vec()).prop_map(str::to_string),
        1 => any::<char>().prop_map(String::from),
    ]
}

/// Every surface's text of a small and a full report.
static REAL_TEXTS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let models = Model::all();
    let writers: &[fn(&support::grid::Grid) -> String] = &[
        surface::rows_of_tabs,
        surface::cell_a_line,
        surface::pipes,
        surface::commas,
        surface::bars,
        surface::one_line,
        surface::paragraphs,
        surface::glued,
        pdf::lines,
        pdf::columns,
    ];
    let mut texts = vec![CLEAN_2019.to_string(), CLEAN_2021.to_string()];
    for write in writers {
        for model in [&models[0], &models[4], &models[6]] {
            texts.push(report(model, |key| write(&grid(model, key))));
        }
    }
    texts
});

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_checked(text in any::<String>()) {
        sound(&text);
    }

    #[test]
    fn any_mixture_of_pieces_is_checked(pieces in proptest::collection::vec(piece(), 0..200)) {
        sound(&pieces.concat());
    }

    #[test]
    fn a_report_with_a_part_cut_out_or_doubled_is_checked(
        which in 0..32_usize,
        from in 0..10_000_usize,
        length in 0..400_usize,
        doubled in any::<bool>(),
        with in piece(),
    ) {
        let texts = &*REAL_TEXTS;
        let characters: Vec<char> = texts[which % texts.len()].chars().collect();
        let from = from % characters.len();
        let end = (from + length).min(characters.len());
        let mut text: String = characters[..from].iter().collect();
        text.push_str(&with);
        text.extend(&characters[if doubled { from } else { end }..]);
        sound(&text);
    }

    #[test]
    fn a_wrong_cell_of_table_three_is_one_finding_on_it(cell in 0..175_usize, by in 1..2000_u32) {
        let model = &Model::all()[0];
        let place = table_cell(model, gouji::form::TableKey::Applications, cell);
        let (text, wanted) = changed(model, place, by);
        let check = check(&text, &Options::default());
        let errors = errors(&check);
        prop_assert_eq!(&errors, &[("T3-C05", Some(place))], "{}", model.edition.cell_id(place));
        let finding = check.findings.iter().find(|f| f.rule == "T3-C05").expect("the finding");
        prop_assert_eq!(finding.expected, Some(wanted));
        prop_assert_eq!(finding.actual, Some(wanted + Number::from(by)));
        // Exactly the sums that hold the cell fail, each by the change.
        let sums = gouji::rule::sums::Sums::of(&check.report);
        for gouji::rule::sums::Sum { equation, balance, .. } in &sums.equations {
            let holds_it = equation.left.contains(&place) || equation.right.contains(&place);
            match balance {
                gouji::rule::sums::Balance::Holds => prop_assert!(!holds_it),
                gouji::rule::sums::Balance::Fails { left, right } => {
                    prop_assert!(holds_it);
                    prop_assert_eq!((*left - *right).abs(), Number::from(by));
                }
                gouji::rule::sums::Balance::Unassessable(reason) => {
                    prop_assert!(false, "unassessable: {:?}", reason);
                }
            }
        }
    }

    #[test]
    fn a_wrong_cell_of_table_four_is_one_finding_on_its_group(cell in 0..15_usize, by in 1..2000_u32) {
        let model = &Model::all()[0];
        let place = table_cell(model, gouji::form::TableKey::Remedies, cell);
        let (text, _) = changed(model, place, by);
        let check = check(&text, &Options::default());
        let rule = ["T4-C01", "T4-C02", "T4-C03"][place.row as usize];
        let total = CellRef { column: 4, ..place };
        prop_assert_eq!(errors(&check), &[(rule, Some(total))]);
    }
}

fn table_cell(model: &Model, table: gouji::form::TableKey, index: usize) -> CellRef {
    model.edition.table(table).cells().nth(index).expect("a cell of the table")
}

/// The report with one cell larger by `by`, and the number that should stand there.
fn changed(model: &Model, place: CellRef, by: u32) -> (String, Number) {
    let mut model = Model { written: model.written.clone(), ..*model };
    let right: Number = model.written[&place].parse().expect("a number");
    model.written.insert(place, (right + Number::from(by)).to_string());
    (surface::tables(&model, surface::rows_of_tabs), right)
}

fn errors(check: &Check) -> Vec<(&'static str, Option<CellRef>)> {
    let errors = check.findings.iter().filter(|f| f.severity == gouji::finding::Severity::Error);
    errors.map(|f| (f.rule, f.cell)).collect()
}

#[test]
fn hostile_texts_are_checked() {
    let size = 200_000;
    let repeated = |part: &str| part.repeat(size / part.len());
    for (name, text) in [
        ("one line", repeated("年")),
        ("tabs", repeated("\t")),
        ("line ends", repeated("\n")),
        ("bars", repeated("|")),
        ("quotes", repeated("\"")),
        ("digits", repeated("7")),
        ("zeros", repeated("0")),
        ("brackets", repeated("（")),
        ("labels", repeated("（七）总计")),
        ("headings", repeated("一、总体情况\n")),
        ("titles", repeated("2023年政府信息公开工作年度报告\n")),
        ("tables", repeated(CLEAN_2021)),
        ("digits in a table", CLEAN_2021.replacen("\t0\t0\t0\t", &repeated("0"), 1)),
        ("tabs in a table", CLEAN_2021.replace("（七）总计", &format!("（七）总计{}", repeated("\t")))),
        ("no-break spaces", CLEAN_2021.replace('\t', &"\u{a0}".repeat(500))),
    ] {
        let begun = Instant::now();
        sound(&text);
        println!("{name}: {} KB in {:?}", text.len() / 1024, begun.elapsed());
    }
}

#[test]
fn time_grows_with_the_text() {
    // Printed and not asserted: a loaded machine is no fault of the parser.
    for (name, part) in
        [("prose", "我们将每月检查一次，及时更新栏目内容。"), ("cells", "\t0\n"), ("digits", "0")]
    {
        let times: Vec<_> = [1, 2, 4]
            .map(|n| {
                let text = format!("{CLEAN_2021}{}", part.repeat(n * 100_000 / part.len()));
                let begun = Instant::now();
                check(&text, &Options::default());
                begun.elapsed()
            })
            .to_vec();
        println!("{name}: {times:?} for n, 2n, 4n");
    }
}

proptest! {
    #[test]
    fn any_settings_text_is_read_or_refused_with_a_line_of_it(
        lines in prop::collection::vec(
            prop_oneof![
                "[ \\t#＃]{0,2}(T3-C01|q-05|Ｆ-07|S-99|overview-limit|第六部分|)[ ：=\\t]{0,3}(on|OFF|错误|hint|9|９０字|[^\n]{0,9}) {0,2}(#.{0,5})?",
                "\\PC{0,40}",
            ],
            0..12,
        ),
    ) {
        let text = lines.join("\n");
        match Profile::parse(&text) {
            Ok(profile) => {
                // The canonical text means the same, and nothing is shorter than it.
                prop_assert_eq!(Profile::parse(&profile.text()), Ok(profile.clone()));
                prop_assert_eq!(profile.is_default(), profile.text().is_empty());
            }
            Err(error) => {
                prop_assert!((1..=text.split(['\n', '\r']).count() as u32).contains(&error.line));
                prop_assert!(!error.message(Lang::Zh).contains('\n'));
            }
        }
    }

    #[test]
    fn no_settings_text_makes_a_check_panic(text in "\\PC{0,200}") {
        let options = Options { profile: Some(&text), ..Options::default() };
        let check = check(CLEAN_2021, &options);
        prop_assert_eq!(check.source.text(), CLEAN_2021);
    }
}
