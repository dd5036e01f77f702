//! What the page hands out of several reports at once, read back by programs that are not ours.

mod support;

use calamine::{Data, Reader};
use gouji::render::export::several::Several;
use gouji::render::export::{Export, cells_csv, findings_csv};
use gouji::render::view::View;

use support::exported::{BOTH, export, guarded, read_csv, read_xlsx, view};
use support::sample::{CLEAN_2021, FAULTY_2019, FAULTY_2021};

#[test]
fn several_reports_are_a_list_their_findings_and_their_figures() {
    for lang in BOTH {
        let (faulty, clean, older) = (view(FAULTY_2021), view(CLEAN_2021), view(FAULTY_2019));
        let accepted = [(faulty.findings[0].key.clone(), "已核实".to_string())];
        let mut several = Several::new(lang);
        several.add(&Export { view: &faulty, name: "=甲.txt", accepted: &accepted, lang });
        several.add(&export(&clean, lang));
        several.add_refused("图片.gif", "这是图片");
        several.add(&export(&older, lang));
        several.add(&export(&view("会议纪要\n一、出席"), lang));

        let list = read_csv(&several.list_csv());
        assert_eq!(list.len(), 6);
        assert!(list.iter().flatten().all(|field| guarded(field)), "{list:#?}");
        let counts: Vec<String> = faulty.counts.iter().map(u32::to_string).collect();
        assert_eq!(list[1][0..2], ["1", "'=甲.txt"]);
        assert_eq!(list[1][2..4], [faulty.organization.clone().expect("a body"), "2023".to_string()]);
        assert_eq!(list[1][6..9], counts);
        assert_eq!(list[1][9], "1");
        assert_eq!(list[3][1..4], ["图片.gif", "", ""]);
        assert_eq!(list[3][10], "这是图片");

        // Each part is what the reports' own exports are, one after the other.
        let findings = read_csv(several.findings_csv());
        let own = read_csv(&findings_csv::findings_csv(&export(&older, lang)));
        assert!(findings.ends_with(&[&own[1..], &findings[findings.len() - 1..]].concat()));
        let cells = read_csv(several.cells_csv());
        let own = read_csv(&cells_csv::cells_csv(&export(&older, lang)));
        assert_eq!(cells.len(), 1 + faulty.cells.len() + clean.cells.len() + older.cells.len());
        assert!(cells.ends_with(&own[1..]));

        let bytes = several.xlsx();
        let mut book = read_xlsx(&bytes);
        let names = book.sheet_names();
        let sheets: Vec<_> = names.iter().map(|name| book.worksheet_range(name).expect("a sheet")).collect();
        assert_eq!(sheets[0].height(), 6);
        assert_eq!(sheets[0].get((1, 6)), Some(&Data::Float(f64::from(faulty.counts[0]))));
        assert_eq!(sheets[1].height(), findings.len());
        // A line a report, a column a cell; a cell that both editions have has one column.
        let figures = &sheets[2];
        assert_eq!(figures.height(), 6);
        let wanted = faulty.cells.iter().zip(0..).find(|(cell, _)| cell.value.as_deref() == Some("12"));
        let (_, at) = wanted.expect("the wrong total");
        assert_eq!(figures.get((1, 3 + at)), Some(&Data::Float(12.0)));
        let form = |view: &View| view.edition.and_then(|edition| edition.edition()).expect("a form");
        let ids = |view: &View| -> Vec<String> {
            form(view).cells().map(|cell| form(view).cell_id(cell)).collect()
        };
        let mut columns = ids(&faulty);
        columns.extend(ids(&older).into_iter().filter(|id| !ids(&faulty).contains(id)));
        assert_eq!(figures.width(), 3 + columns.len());
        for (row, view) in [(1, &faulty), (2, &clean), (4, &older)] {
            for cell in &view.cells {
                let id = form(view).cell_id(cell.cell);
                let column = 3 + columns.iter().position(|other| *other == id).expect("a column");
                let found = figures.get((row, column)).map(ToString::to_string).unwrap_or_default();
                assert_eq!(found, cell.value.clone().unwrap_or_else(|| cell.shown.clone()), "{id}");
            }
        }
    }
}
