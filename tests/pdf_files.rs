//! PDFs as files: their objects, fonts and keys, and which are refused.

mod support;

use gouji::intake::encoding::Native;
use gouji::intake::kind::Kind;
use gouji::intake::{self, Refusal};

use support::written::{at, pdf, pdf_of, stream};

fn text(bytes: &[u8]) -> Result<String, Refusal> {
    intake::read(bytes, &Native).map(|intake| intake.text)
}

#[test]
fn older_fonts_tell_their_characters_by_names_and_encodings() {
    let of = |font: &str, words: &str| {
        let page =
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 600]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>";
        let content = stream("", &format!("BT /F 12 Tf 20 500 Td {words} Tj ET"));
        let objects = ["<</Type/Catalog/Pages 2 0 R>>", "<</Kids[3 0 R]>>", page, &content, font];
        text(&pdf(&objects))
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
    assert_eq!(text(changed.as_bytes()), Ok("报告\n".into()));
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
    assert_eq!(text(words.as_bytes()), Ok("规章\n".into()));
}

#[test]
fn what_cannot_be_read_is_said() {
    let of = |bytes: &[u8]| text(bytes).expect_err("a refusal");
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
    assert_eq!(text(length.as_bytes()), Ok("规章\n".into()));
    // A stream that unpacks to a thousand times its size.
    let bomb = miniz_oxide::deflate::compress_to_vec_zlib(&vec![b' '; 33 << 20], 1);
    let mut bytes = b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Kids[3 0 R]>>endobj\n3 0 obj<</Type/Page/Contents 4 0 R>>endobj\n4 0 obj<</Filter/FlateDecode>>stream\n".to_vec();
    bytes.extend(bomb);
    bytes.extend(b"\nendstream endobj");
    assert_eq!(of(&bytes), Refusal::TooLarge);
}

#[test]
fn what_is_only_locked_against_changes_is_read() {
    let wanted = Ok("一、总体情况\n全年主动公开政府信息12条。\n".to_string());
    assert_eq!(text(include_bytes!("files/locked-rc4-40.pdf")), wanted);
    assert_eq!(text(include_bytes!("files/locked-rc4.pdf")), wanted);
    assert_eq!(text(include_bytes!("files/locked-aes.pdf")), wanted);
    assert_eq!(text(include_bytes!("files/locked-metadata.pdf")), wanted);
    // Another password, and longer keys.
    assert_eq!(text(include_bytes!("files/locked-password.pdf")), Err(Refusal::Encrypted));
    assert_eq!(text(include_bytes!("files/locked-aes-256.pdf")), Err(Refusal::Encrypted));
    // A key that lies.
    let whole = include_bytes!("files/locked-rc4.pdf");
    let at = whole.windows(3).position(|words| words == b"/P ").expect("the permissions");
    let mut changed = whole.to_vec();
    changed[at + 4] = if changed[at + 4] == b'7' { b'8' } else { b'7' };
    assert_eq!(text(&changed), Err(Refusal::Encrypted));
}
