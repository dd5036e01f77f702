//! One invented report as people would paste it, a file for each way. Every file of
//! `tests/fixtures` must give the cells of the sample its name begins with.

mod support;

use gouji::report::CellState;

use support::frame::ORGANIZATION;
use support::reading::{assert_no_difference, read};
use support::sample::{CLEAN_2019, CLEAN_2021};

fn fixtures() -> Vec<(String, String)> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let files = std::fs::read_dir(folder).expect("the fixtures").map(|file| file.expect("a file").path());
    let files = files.filter(|path| path.is_file());
    let mut fixtures: Vec<_> = files
        .map(|path| {
            let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
            (name, std::fs::read_to_string(&path).expect("a text"))
        })
        .collect();
    fixtures.sort();
    fixtures
}

#[test]
fn every_fixture_gives_the_cells_of_its_sample() {
    let mut differences = Vec::new();
    let fixtures = fixtures();
    assert!(fixtures.len() > 10, "the fixtures are there");
    for (name, text) in fixtures {
        let sample = if name.starts_with("2019") { CLEAN_2019 } else { CLEAN_2021 };
        let run_together = name.ends_with("run-together");
        let (wanted, found) = (read(sample), read(&text));
        if found.organization.as_deref() != Some(ORGANIZATION) {
            differences.push(format!("{name}: organization {:?}", found.organization));
        }
        for (what, wanted, found) in [
            ("edition", wanted.edition.map(str::to_string), found.edition.map(str::to_string)),
            ("year", wanted.year.map(|y| y.to_string()), found.year.map(|y| y.to_string())),
            ("sections", Some(wanted.sections.join(" ")), Some(found.sections.join(" "))),
            ("errors", Some(String::new()), Some(found.errors.join(" "))),
        ] {
            if wanted != found {
                differences.push(format!("{name}: {what}: wanted {wanted:?}, found {found:?}"));
            }
        }
        for (id, wanted) in &wanted.cells {
            let right = match found.cells.get(id) {
                Some(cell) if run_together => {
                    let unread = cell.state == CellState::Unread && id.starts_with("disclosure");
                    cell.value == wanted.value || unread
                }
                Some(cell) => cell == wanted,
                None => false,
            };
            if !right {
                differences.push(format!("{name}: {id}: wanted {wanted}, found {:?}", found.cells.get(id)));
            }
        }
    }
    assert_no_difference("fixtures", &differences);
}
