//! Workbooks: the order of sheets, what stands in cells, and what is refused.

mod support;

use gouji::intake::encoding::Native;
use gouji::intake::kind::Kind;
use gouji::intake::{self, Intake, Refusal};

use support::written::{BOOK, RELATIONS, workbook};

fn read(sheets: &[&str]) -> Intake {
    let strings =
        "<sst><si><t>规章</t></si><si><r><t>行政</t></r><r><t>许可</t></r><rPh><t>xǔ</t></rPh></si></sst>";
    let styles = r#"<styleSheet><numFmts><numFmt numFmtId="176" formatCode="yyyy/m/d"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="176"/></cellXfs></styleSheet>"#;
    intake::read(&workbook(BOOK, RELATIONS, strings, styles, sheets), &Native).expect("a workbook")
}

fn notes(intake: &Intake) -> Vec<&'static str> {
    intake.notes.iter().map(|note| note.remark.code()).collect()
}

#[test]
fn sheets_stand_in_their_order_and_cells_in_their_places() {
    let first = r#"<worksheet><sheetData>
        <row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2"><v>4.5000000000000002</v></c></row>
        <row r="3"><c t="s"><v>1</v></c><c t="inlineStr"><is><t>甲</t></is></c><c s="1"><v>45306</v></c></row>
        <row r="4"><c r="A4" t="str"><f>A1</f><v>和</v></c><c r="B4"><f>SUM(1)</f></c><c r="C4" t="e"><v>#N/A</v></c></row>
        </sheetData></worksheet>"#;
    let second = r#"<worksheet><cols><col min="9" max="9" hidden="1"/></cols><sheetData>
        <row r="1"><c r="A1" t="inlineStr"><is><t>年度报告</t></is></c></row>
        <row r="2"><c r="A2" t="inlineStr"><is><t>项目</t></is></c><c r="B2" t="inlineStr"><is><t>看不见</t></is></c><c r="C2"><v>1</v></c></row>
        <row r="3"><c r="C3"><v>2</v></c></row></sheetData>
        <mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="A2:B3"/></mergeCells></worksheet>"#;
    let intake = read(&[first, second]);
    let wanted = "年度报告\n项目\t\t1\n\t\t2\n\n规章\t\t4.5\n行政许可\t甲\t2024年1月15日\n和\t\t#N/A\n";
    assert_eq!(intake.text, wanted);
    assert_eq!(notes(&intake), ["hidden-rows", "formula"]);
}

#[test]
fn what_cannot_be_read_is_said() {
    let of = |sheets: &[&str]| {
        intake::read(&workbook(BOOK, RELATIONS, "", "", sheets), &Native).expect_err("a refusal")
    };
    assert_eq!(of(&["<worksheet><sheetData><row>", ""]), Refusal::Damaged(Kind::Xlsx));
    assert_eq!(of(&["<!DOCTYPE a><worksheet/>", "<worksheet/>"]), Refusal::Declarations);
    let wide = r#"<row><c r="IV1"><v>1</v></c></row>"#.repeat(5000);
    let wide = format!("<worksheet><sheetData>{wide}</sheetData></worksheet>");
    assert_eq!(of(&[&wide, "<worksheet/>"]), Refusal::TooLarge);
}
