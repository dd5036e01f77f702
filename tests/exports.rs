//! What the page hands out, read back by programs that are not ours.

mod support;

use calamine::{Data, Reader};
use gouji::form::TableKey;
use gouji::render::export::{Export, Figures};
use gouji::render::export::{cells_csv, findings_csv, findings_html, findings_xlsx};
use gouji::render::export::{report_html, return_opinion, table_html, text, words};
use gouji::render::view::{self, View};
use gouji::{Lang, Options, Text, check};

use support::exported::{BOTH, export, guarded, read_csv, read_xlsx, view};
use support::sample::{CLEAN_2021, FAULTY_2019, FAULTY_2021};

/// Five hundred findings and more, those of the sample over and over.
fn many() -> View {
    let mut sample = view(FAULTY_2021);
    while sample.findings.len() < 500 {
        sample.findings.append(&mut view(FAULTY_2021).findings);
    }
    sample
}

/// The faulty sample with words that programs might run, in its title, its cells and its findings.
fn hostile() -> View {
    let formula = "=HYPERLINK(\"http://x\",\"<script>alert(1)</script>\")\u{1}_x0041_";
    let mut view = view(FAULTY_2021);
    view.organization = Some(formula.into());
    for finding in &mut view.findings {
        finding.found = formula.into();
        finding.expected = Some("+1+cmd|' /C calc'!A0".into());
        finding.message =
            Text::new("@SUM(A1)\n第二行\t\"引号\"，逗号", "@SUM(A1)\nsecond\t\"quotes\", comma").into();
    }
    for cell in &mut view.cells {
        cell.shown = "=1+1".into();
        cell.raw = Some("=1+1".into());
    }
    view
}

#[test]
fn findings_as_csv_are_read_by_a_csv_library() {
    for lang in BOTH {
        for view in [
            view(FAULTY_2021),
            view(CLEAN_2021),
            view(FAULTY_2019),
            view(""),
            view("会议纪要\n一、出席"),
            hostile(),
            many(),
        ] {
            let export = export(&view, lang);
            let rows = read_csv(&findings_csv::findings_csv(&export));
            assert_eq!(rows.len(), 1 + view.findings.len().max(1));
            assert!(rows.iter().all(|row| row.len() == 14));
            assert!(rows.iter().flatten().all(|field| guarded(field)), "{rows:#?}");
            assert!(rows[1..].iter().all(|row| row[12] == "年报.txt" && row[13] == export.stamp()));
            for (finding, row) in view.findings.iter().zip(&rows[1..]) {
                assert_eq!(row[2], finding.rule);
                assert!(!row[8].is_empty() && !row[9].is_empty());
            }
        }
    }
    let file = findings_csv::findings_csv(&export(&view(FAULTY_2021), Lang::Zh));
    assert_eq!(file.matches('\n').count(), file.matches("\r\n").count());
}

#[test]
fn where_nothing_was_found_an_export_says_so() {
    let clean = view(CLEAN_2021);
    assert!(clean.findings.is_empty());
    let rows = read_csv(&findings_csv::findings_csv(&export(&clean, Lang::Zh)));
    assert_eq!(rows[1][8], "没有发现问题。");
    let other = view("会议纪要\n一、出席");
    let rows = read_csv(&findings_csv::findings_csv(&export(&other, Lang::Zh)));
    assert!(rows[1][8].contains("无法识别"), "{:?}", rows[1]);
    assert!(report_html::report_html(&export(&clean, Lang::Zh)).contains("没有发现问题。"));
    assert!(return_opinion::return_opinion(&export(&clean, Lang::Zh)).contains("没有发现需要退回修改的问题"));
    assert!(text::text(&export(&clean, Lang::En)).contains("Nothing was found."));
}

#[test]
fn cells_as_csv_are_those_of_the_command_line() {
    let sample = view(FAULTY_2021);
    let rows = read_csv(&cells_csv::cells_csv(&export(&sample, Lang::Zh)));
    let check = check(FAULTY_2021, &Options::default());
    let separator = gouji::render::cells::Separator::Comma;
    let line =
        gouji::render::cells::head(separator) + &gouji::render::cells::rows(&check, "年报.txt", separator);
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(line.as_bytes());
    let expected: Vec<Vec<String>> =
        reader.records().map(|row| row.expect("a row").iter().map(str::to_string).collect()).collect();
    assert!(expected.len() > 100);
    assert_eq!(rows.iter().map(|row| row[..11].to_vec()).collect::<Vec<_>>(), expected);
    assert_eq!(rows[0][11], "checked_by");
    assert_eq!(read_csv(&cells_csv::cells_csv(&export(&view(""), Lang::Zh))).len(), 1);
}

#[test]
fn the_spreadsheet_is_read_by_a_reader_of_spreadsheets() {
    for lang in BOTH {
        for view in [view(FAULTY_2021), view(CLEAN_2021), view(""), hostile(), many()] {
            let export = export(&view, lang);
            let bytes = findings_xlsx::findings_xlsx(&export);
            let mut book = read_xlsx(&bytes);
            let names = book.sheet_names();
            assert_eq!(names.len(), 3);
            let findings = book.worksheet_range(&names[0]).expect("findings");
            assert_eq!(findings.height(), 1 + view.findings.len().max(1));
            assert_eq!(findings.width(), 14);
            for (finding, row) in view.findings.iter().zip(findings.rows().skip(1)) {
                assert_eq!(row[2], Data::String(finding.rule.clone()));
                assert!(matches!(row[0], Data::Float(_)), "{:?}", row[0]);
                if let Some(line) = finding.line {
                    assert_eq!(row[4], Data::Float(f64::from(line)));
                }
                assert_eq!(row[8], Data::String(finding.message.get(lang).to_string()));
            }
            // Nothing in it is a formula.
            for name in &names {
                let formulas = book.worksheet_formula(name).expect("a sheet");
                assert!(formulas.used_cells().all(|(_, _, formula)| formula.is_empty()));
            }
            let cells = book.worksheet_range(&names[1]).expect("cells");
            assert_eq!(cells.height(), 1 + view.cells.len());
            for (cell, row) in view.cells.iter().zip(cells.rows().skip(1)) {
                let value = cell.value.as_ref().map(|value| value.parse().expect("a number"));
                assert_eq!(row[9], value.map_or(Data::String(String::new()), Data::Float));
            }
            let about = book.worksheet_range(&names[2]).expect("about");
            assert!(about.used_cells().any(|(_, _, data)| *data == Data::String(export.stamp())));
        }
    }
}

#[test]
fn hostile_words_reach_the_spreadsheet_as_they_are() {
    let view = hostile();
    let bytes = findings_xlsx::findings_xlsx(&export(&view, Lang::Zh));
    let mut book = read_xlsx(&bytes);
    let findings = book.worksheet_range("校核问题").expect("findings");
    // Control characters have no place in XML; all else is there to the letter.
    let found = findings.get((1, 6)).map(ToString::to_string).unwrap_or_default();
    assert!(found.starts_with("=HYPERLINK(\"http://x\",\"<script>alert(1)</script>\")_x"), "{found}");
    assert_eq!(findings.get((1, 7)), Some(&Data::String("+1+cmd|' /C calc'!A0".into())));
    assert_eq!(findings.get((1, 8)), Some(&Data::String("@SUM(A1)\n第二行\t\"引号\"，逗号".into())));
}

#[test]
fn hostile_words_are_only_text_in_html() {
    let view = hostile();
    for lang in BOTH {
        let export = export(&view, lang);
        let table = |figures| table_html::table_html(&export, TableKey::Applications, figures);
        for html in [
            report_html::report_html(&export),
            findings_html::findings_html(&export),
            table(Figures::AsRead),
            table(Figures::Corrected),
        ] {
            assert!(!html.contains("<script") && !html.contains('\u{1}'));
        }
        assert!(report_html::report_html(&export).contains("&lt;script&gt;"));
        // What is to be pasted into a spreadsheet is guarded as a CSV is.
        assert!(findings_html::findings_html(&export).contains("mso-number-format:'\\@'\">&#39;=HYPERLINK"));
        for figures in [Figures::AsRead, Figures::Corrected] {
            let html = table(figures);
            assert!(html.contains(">&#39;=1+1</td>") && !html.contains(">=1+1"));
        }
        for plain in [text::text(&export), return_opinion::return_opinion(&export)] {
            assert!(plain.lines().all(|line| line.starts_with("   ") || guarded(line)), "{plain}");
        }
        assert!(findings_html::findings_html(&export).contains("<p>&#39;=HYPERLINK"));
        for tsv in [
            findings_html::findings_tsv(&export),
            table_html::table_text(&export, TableKey::Applications, Figures::AsRead),
        ] {
            let fields = tsv.split("\r\n").flat_map(|line| line.split('\t'));
            assert!(fields.into_iter().all(guarded), "{tsv}");
        }
    }
}

#[test]
fn a_table_lies_as_the_form_has_it_as_read_and_corrected() {
    let sample = view(FAULTY_2021);
    let export = export(&sample, Lang::Zh);
    let wrong = sample.findings.iter().find(|finding| finding.rule == "T3-C05").expect("a wrong cell");
    let (actual, expected) =
        (wrong.actual.clone().expect("a number"), wrong.expected.clone().expect("a number"));
    for key in TableKey::ALL {
        let as_read = table_html::table_html(&export, key, Figures::AsRead);
        let corrected = table_html::table_html(&export, key, Figures::Corrected);
        for html in [&as_read, &corrected] {
            assert_eq!(html.matches("<tr>").count(), html.matches("</tr>").count());
            assert_eq!(html.matches("<td").count(), html.matches("</td>").count());
            assert!(html.contains("colspan=") && html.ends_with("</tbody></table>"));
        }
        if key == TableKey::Applications {
            assert!(
                as_read.contains(&format!("background:#fbe3e0;font-weight:bold;\">{actual}</td>")),
                "{as_read}"
            );
            let mended = format!("text-decoration:underline;\">{expected}</td>");
            assert!(corrected.contains(&mended) && !as_read.contains(&mended));
        } else {
            assert_eq!(as_read, corrected);
        }
        let rows = table_html::table_text(&export, key, Figures::AsRead);
        let widths: Vec<usize> = rows.lines().map(|line| line.split('\t').count()).collect();
        assert!(widths.iter().all(|width| *width == widths[0]), "{widths:?}");
    }
    // Whoever accepted the finding does not want its cell corrected.
    let accepted = [(wrong.key.clone(), "复核无误".to_string())];
    let export = Export { accepted: &accepted, ..export };
    let html = table_html::table_html(&export, TableKey::Applications, Figures::Corrected);
    assert!(!html.contains("text-decoration:underline"));
}

#[test]
fn blank_totals_are_corrected() {
    let text =
        CLEAN_2021.replace("（一）予以公开\t\t4\t2\t0\t0\t0\t0\t6", "（一）予以公开\t\t4\t2\t0\t0\t0\t0\t");
    assert_ne!(text, CLEAN_2021);
    let sample = view(&text);
    assert_eq!(sample.corrections.len(), 1, "{:?}", sample.findings);
    let html = table_html::table_html(&export(&sample, Lang::Zh), TableKey::Applications, Figures::Corrected);
    assert!(html.contains("text-decoration:underline;\">6</td>"), "{html}");
}

#[test]
fn the_letter_has_place_figures_and_basis_and_neither_hints_nor_what_was_accepted() {
    let sample = view(FAULTY_2021);
    let wrong = sample.findings.iter().find(|finding| finding.rule == "T3-C05").expect("a wrong cell");
    let letter = return_opinion::return_opinion(&export(&sample, Lang::Zh));
    let wanted = [
        format!("现为：{}", wrong.actual.clone().unwrap_or_default()),
        format!("应为：{}", wrong.expected.clone().unwrap_or_default()),
        // Of a group that does not add up, any number may be the wrong one.
        "照其他数字应为：2".into(),
        "依据：".into(),
        "1. ".into(),
        sample.organization.clone().unwrap_or_default(),
    ];
    for words in wanted {
        assert!(letter.contains(&words), "{words}\n{letter}");
    }
    let numbered =
        letter.lines().filter(|line| line.split_once(". ").is_some_and(|(n, _)| n.parse::<u32>().is_ok()));
    let graver = sample.counts[0] + sample.counts[1];
    assert_eq!(numbered.count(), graver as usize);
    let accepted = [(wrong.key.clone(), "复核无误".to_string())];
    let without =
        return_opinion::return_opinion(&Export { accepted: &accepted, ..export(&sample, Lang::Zh) });
    assert!(!without.contains(wrong.message.get(Lang::Zh)));
    assert!(without.contains(&format!("有以下 {} 处问题", graver - 1)));
    let english = return_opinion::return_opinion(&export(&sample, Lang::En));
    assert!(english.contains("What should be: ") && english.contains("Basis: "));
}

#[test]
fn the_report_is_one_file_that_runs_and_loads_nothing() {
    for lang in BOTH {
        for view in [view(FAULTY_2021), view(FAULTY_2019), view(CLEAN_2021), view(""), many()] {
            let export = export(&view, lang);
            let html = report_html::report_html(&export);
            assert!(html.contains("default-src 'none'") && html.contains(&export.stamp()));
            for bad in ["<script", " src=", "url(", "@import", " onload", " onclick", "href="] {
                assert!(!html.contains(bad), "{bad}");
            }
            assert_eq!(html.matches("<li class=").count(), view.findings.len());
            assert_eq!(html.matches("<dl>").count(), html.matches("</dl>").count());
        }
    }
    let sample = view(FAULTY_2021);
    let wrong = sample.findings.iter().find(|finding| finding.rule == "T3-C05").expect("a wrong cell");
    let html = report_html::report_html(&export(&sample, Lang::Zh));
    assert!(html.contains("<td class=\"error\">"));
    assert_eq!(html.matches("<h3>").count(), 3);
    let accepted = [(wrong.key.clone(), "复核<无误>".to_string())];
    let html = report_html::report_html(&Export { accepted: &accepted, ..export(&sample, Lang::Zh) });
    assert!(html.contains("<li class=\"accepted\">") && html.contains("复核&lt;无误&gt;"));
    assert!(html.contains("<td class=\"accepted\">") && html.contains("其中 1 处已认可"));
}

#[test]
fn the_settings_are_named() {
    let checked = check(FAULTY_2021, &Options { profile: Some("Q-05 hint"), ..Options::default() });
    let set = view::read(&view::bytes(&checked, 0)).expect("a view");
    assert!(export(&set, Lang::Zh).stamp().ends_with("设置 e7fceee208e4a6e7"));
    let default = view(FAULTY_2021);
    let stamp = export(&default, Lang::Zh).stamp();
    assert!(
        stamp.starts_with(&format!("勾稽 {} · 规则集 ", env!("CARGO_PKG_VERSION")))
            && stamp.ends_with("设置 默认"),
        "{stamp}"
    );
}

#[test]
fn file_names_hold_nothing_that_a_system_refuses() {
    let mut sample = view(FAULTY_2021);
    let name = |sample: &View, lang| export(sample, lang).file_name(words::CHECK, "xlsx");
    sample.organization = Some("某某区..\\/:*?\"<>|\u{202e}\u{7}财政局".into());
    assert_eq!(name(&sample, Lang::Zh), "某某区..财政局2023年报校核.xlsx");
    sample.organization = Some("../.. ".into());
    assert_eq!(name(&sample, Lang::Zh), "2023年报校核.xlsx");
    assert_eq!(name(&sample, Lang::En), "2023 annual report check.xlsx");
    sample.organization = Some("长".repeat(300));
    assert_eq!(name(&sample, Lang::Zh).chars().count(), 60 + "2023年报校核.xlsx".chars().count());
    assert_eq!(name(&view(""), Lang::Zh), "年报校核.xlsx");
}
