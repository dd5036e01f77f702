//! PDFs: what is rebuilt from the places of characters and lines, and what is refused.

mod support;

use gouji::intake::encoding::Native;
use gouji::intake::kind::Kind;
use gouji::intake::{self, Intake, Refusal};

use support::written::{at, pdf, pdf_of, stream};

fn read(bytes: &[u8]) -> Intake {
    intake::read(bytes, &Native).expect("a PDF that is read")
}

fn codes(intake: &Intake) -> Vec<&'static str> {
    intake.notes.iter().map(|note| note.remark.code()).filter(|code| *code != "pdf-layout").collect()
}

/// The lines of a table from `top` down with two rows and columns, as borders.
const BORDERS: &str = "50 500 200 -40 re S 50 480 m 250 480 l S 150 500 m 150 460 l S\n";

#[test]
fn lines_between_cells_make_a_table() {
    let content = [BORDERS, &at(60, 485, "规章"), &at(160, 485, "12"), &at(60, 465, "报告")].concat();
    assert_eq!(read(&pdf_of(&[&content], "")).text, "规章\t12\n报告\t\n");
    // Borders that are thin shapes, and one that is dots.
    let dots: String = (0..100).map(|dot| format!("{} 479.5 1 1 re f ", 50 + 2 * dot)).collect();
    let shapes = format!(
        "50 499 200 1 re f 50 460 m 250 460 l 250 461 l 50 461 l h f 50 460 1 40 re f 250 460 1 40 re f 150 460 0.5 40 re f {dots}"
    );
    let content = content.replace(BORDERS, &shapes);
    assert_eq!(read(&pdf_of(&[&content], "")).text, "规章\t12\n报告\t\n");
}

#[test]
fn a_number_too_wide_for_its_cell_stays_in_one_piece() {
    let content = [BORDERS, &at(145, 485, "1234"), &at(60, 465, "报告")].concat();
    assert_eq!(read(&pdf_of(&[&content], "")).text, "\t1234\n报告\t\n");
}

#[test]
fn what_is_drawn_twice_counts_once_and_lines_of_a_cell_run_on() {
    let content = [
        BORDERS,
        &at(60, 490, "政府信息"),
        &at(61, 490, "政府信息"),
        &at(60, 481, "公开"),
        &at(160, 485, "11"),
    ];
    assert_eq!(read(&pdf_of(&[&content.concat()], "")).text, "政府信息公开\t11\n");
}

#[test]
fn paragraphs_and_tables_go_on_over_pages_and_page_numbers_do_not() {
    let long = "政府信息公开年报告政府信息公开年报告政府信息公开年报告";
    let first = [
        &at(70, 560, "一、总体情况"),
        &at(70, 540, &long[..25 * 3]),
        &at(50, 525, long),
        &at(190, 20, "-1-"),
    ];
    let second =
        [&at(50, 560, "情况"), BORDERS, &at(60, 485, "规章"), &at(160, 485, "12"), &at(190, 20, "-2-")];
    let third = [BORDERS, &at(60, 485, "报告"), &at(160, 465, "3"), &at(190, 20, "-3-")];
    let text = |parts: &[&str]| parts.concat();
    let pages = [
        text(&first.map(|part| part.as_str())),
        text(&[second[0], second[1], second[2], second[3], second[4]]),
        text(&[third[0], third[1], third[2], third[3]]),
    ];
    let intake = read(&pdf_of(&[&pages[0], &pages[1], &pages[2]], ""));
    let wanted = format!("一、总体情况\n{}{long}情况\n规章\t12\n报告\t\n\t3\n", &long[..25 * 3]);
    assert_eq!(intake.text, wanted);
    assert_eq!(codes(&intake), ["page-margin"]);
}

#[test]
fn turned_pages_are_read_upright() {
    let content = [BORDERS, &at(60, 485, "规章"), &at(160, 485, "12")].concat();
    let wanted = "规章\t12\n";
    // Turned by the drawing, turned back by the page, and turned by the drawing alone.
    let turned = format!("0 1 -1 0 500 0 cm {content}");
    assert_eq!(read(&pdf_of(&[&turned], "/Rotate 90/CropBox[0 0 600 600]")).text, wanted);
    assert_eq!(read(&pdf_of(&[&turned], "/CropBox[0 0 600 600]")).text, wanted);
    let over = format!("-1 0 0 -1 400 600 cm {content}");
    assert_eq!(read(&pdf_of(&[&over], "")).text, wanted);
    assert_eq!(read(&pdf_of(&[&over], "/Rotate 180")).text, wanted);
}

#[test]
fn a_watermark_is_left_aside_and_said() {
    let content = format!("{}q 0.7 0.7 -0.7 0.7 100 -100 cm {} Q", at(60, 485, "规章"), at(200, 200, "公开"));
    let intake = read(&pdf_of(&[&content], ""));
    assert_eq!((intake.text.as_str(), codes(&intake)), ("规章\n", vec!["askew-text"]));
}

#[test]
fn older_fonts_tell_their_characters_by_names_and_encodings() {
    let of = |font: &str, words: &str| {
        let page =
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 600]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>";
        let content = stream("", &format!("BT /F 12 Tf 20 500 Td {words} Tj ET"));
        let objects = ["<</Type/Catalog/Pages 2 0 R>>", "<</Kids[3 0 R]>>", page, &content, font];
        intake::read(&pdf(&objects), &Native).map(|intake| intake.text)
    };
    let simple = "<</Type/Font/Subtype/TrueType/Encoding/WinAnsiEncoding>>";
    assert_eq!(of(simple, "(2023-1\\2262)"), Ok("2023-1–2\n".into()));
    let named = "<</Type/Font/Subtype/Type1/Encoding<</Differences[1/one/uni5E74/g7]>>>>";
    assert_eq!(of(named, "<0102>"), Ok("1年\n".into()));
    assert_eq!(of(named, "<03030301>"), Err(Refusal::Fonts));
    let gbk = "<</Type/Font/Subtype/Type0/Encoding/GBK-EUC-H/DescendantFonts[<</DW 1000>>]>>";
    assert_eq!(of(gbk, "<C4EAB1A83132>"), Ok("年报12\n".into()));
    let ucs2 = "<</Type/Font/Subtype/Type0/Encoding/UniGB-UCS2-H/DescendantFonts[<</DW 1000>>]>>";
    assert_eq!(of(ucs2, "<5E7462A5>"), Ok("年报\n".into()));
    let glyphs = "<</Type/Font/Subtype/Type0/Encoding/Identity-H/DescendantFonts[<</DW 1000>>]>>";
    assert_eq!(of(glyphs, "<00010002>"), Err(Refusal::Fonts));
}

#[test]
fn a_later_object_holds_and_streams_of_objects_are_read() {
    let whole = pdf_of(&[&at(60, 485, "规章")], "");
    let words = String::from_utf8(whole).expect("characters");
    let changed = format!("{words}\n7 0 obj\n{}\nendobj\n", stream("", &at(60, 485, "报告")));
    assert_eq!(read(changed.as_bytes()).text, "报告\n");
    // The catalog and the pages in a stream; a table of places that lies.
    let packed = "1 0 2 30 <</Type/Catalog/Pages 2 0 R>>  <</Kids[6 0 R]>>";
    let first = words.find("1 0 obj").expect("the catalog");
    let third = words.find("3 0 obj").expect("the font");
    let words = format!(
        "{}9 0 obj\n{}\nendobj\n{}startxref\n99999999\n%%EOF",
        &words[..first],
        stream("/Type/ObjStm/N 2/First 9", packed),
        &words[third..]
    );
    assert_eq!(read(words.as_bytes()).text, "规章\n");
}

#[test]
fn what_cannot_be_read_is_said() {
    let of = |bytes: &[u8]| intake::read(bytes, &Native).expect_err("a refusal");
    let whole = String::from_utf8(pdf_of(&[&at(60, 485, "规章")], "")).expect("characters");
    assert_eq!(of(whole.replace("/Root", "/Encrypt 8 0 R/Root").as_bytes()), Refusal::Encrypted);
    assert_eq!(of(&pdf_of(&["q 100 0 0 100 0 0 cm /Im0 Do Q"], "")), Refusal::Scanned);
    assert_eq!(of(b"%PDF-1.7\n"), Refusal::Damaged(Kind::Pdf));
    // A tree of pages, a form and a length in a circle.
    let circle = pdf(&["<</Type/Catalog/Pages 2 0 R>>", "<</Kids[2 0 R 2 0 R]/Parent 2 0 R>>"]);
    assert_eq!(of(&circle), Refusal::Damaged(Kind::Pdf));
    let form = stream("/Subtype/Form/Resources<</XObject<</X 4 0 R>>>>", "/X Do /X Do /X Do /X Do");
    let page = "<</Type/Page/Contents 4 0 R/Resources<</XObject<</X 4 0 R>>>>>>";
    let forms = pdf(&["<</Type/Catalog/Pages 2 0 R>>", "<</Kids[3 0 R]>>", page, &form]);
    assert_eq!(of(&forms), Refusal::Scanned);
    let length = whole.replace("/Length ", "/Length 7 0 R/Was ");
    assert_eq!(read(length.as_bytes()).text, "规章\n");
    // A stream that unpacks to a thousand times its size.
    let bomb = miniz_oxide::deflate::compress_to_vec_zlib(&vec![b' '; 33 << 20], 1);
    let mut bytes = b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Kids[3 0 R]>>endobj\n3 0 obj<</Type/Page/Contents 4 0 R>>endobj\n4 0 obj<</Filter/FlateDecode>>stream\n".to_vec();
    bytes.extend(bomb);
    bytes.extend(b"\nendstream endobj");
    assert_eq!(of(&bytes), Refusal::TooLarge);
}

#[test]
fn labels_that_a_pages_end_cuts_are_put_together() {
    let last = [BORDERS, &at(60, 485, "1.政府"), &at(160, 485, "12"), &at(60, 465, "2.主动公")].concat();
    // The rest of the label within the row, with its value.
    let next = [BORDERS, &at(60, 485, "开"), &at(160, 485, "3"), &at(60, 465, "3.规章")].concat();
    let wanted = "1.政府\t12\n2.主动公开\t3\n3.规章\t\n";
    assert_eq!(read(&pdf_of(&[&last, &next], "")).text, wanted);
    // Above the first line, as browsers leave it; the value was on the page before.
    let last = format!("{last}{}", at(160, 465, "3"));
    let next = [BORDERS, &at(60, 503, "开"), &at(60, 485, "3.规章"), &at(160, 485, "0")].concat();
    let wanted = "1.政府\t12\n2.主动公开\t3\n3.规章\t0\n";
    assert_eq!(read(&pdf_of(&[&last, &next], "")).text, wanted);
    // A paragraph there ends the table.
    let next = [BORDERS, &at(60, 540, "四、报告"), &at(60, 485, "3.规章"), &at(160, 485, "0")].concat();
    let wanted = "1.政府\t12\n2.主动公\t3\n四、报告\n3.规章\t0\n";
    assert_eq!(read(&pdf_of(&[&last, &next], "")).text, wanted);
}
