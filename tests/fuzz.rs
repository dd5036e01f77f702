//! Readers of outside formats never panic, never run long, and whatever they read is a
//! canonical text with its notes in it. See `support/fuzz.rs` for how to run it longer.

mod support;

use gouji::intake::encoding::Native;
use gouji::intake::{self, Intake, html};
use gouji::text::TEXT_CAP;
use gouji::{Options, check};

use support::docx::{docx, docx_with};
use support::fuzz::fuzz;
use support::html::PROGRAMS;
use support::model::Model;
use support::zip::zip;

/// What holds of every file that was read.
fn assert_canonical(intake: &Intake) {
    let text = &intake.text;
    assert!(text.len() <= TEXT_CAP + 64 && !text.contains('\r'));
    if intake.format != "text" {
        assert!(!text.chars().any(|c| c.is_control() && c != '\n' && c != '\t'), "{text:?}");
        assert!(text.is_empty() || text.ends_with('\n'), "{text:?}");
    }
    for note in &intake.notes {
        assert!(note.count > 0);
        assert!(note.span.is_none_or(|span| text.get(span.range()).is_some()), "{note:?}");
    }
    let checked = check(text, &Options::default())
        .with_intake(intake.notes.iter().map(|note| (note.words(), note.span)));
    assert!(checked.notes.len() >= intake.notes.len());
}

fn file(bytes: &[u8]) {
    if let Ok(intake) = intake::read(bytes, &Native) {
        assert_canonical(&intake);
    }
}

fn markup() -> Vec<Vec<u8>> {
    let model = &Model::all()[0];
    PROGRAMS.iter().map(|program| program.report(model).into_bytes()).collect()
}

const MARKUP: [&str; 16] = [
    "<table>",
    "</table>",
    "<tr>",
    "<td>",
    "<td colspan=99999999>",
    "<td rowspan=0>",
    "<div style=display:none>",
    "</div>",
    "<!--",
    "<![if",
    "<script>",
    "<ol start=9>",
    "<li>",
    "&nbsp;",
    "<a href=\"",
    "<p>一、总体情况",
];

#[test]
fn pages() {
    fuzz("pages", &markup(), &MARKUP, |bytes| file(&[b"<html>", bytes].concat()));
}

#[test]
fn the_clipboard() {
    fuzz("the clipboard", &markup(), &MARKUP, |bytes| {
        if let Some(intake) = html::clipboard(&String::from_utf8_lossy(bytes)) {
            assert_canonical(&intake);
        }
    });
}

#[test]
fn pages_saved_whole() {
    let page = "From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/html\r\n\
                Content-Transfer-Encoding: quoted-printable\r\n\r\n<p>=E5=B9=B4<table><tr><td>1=\r\n</table>\r\n--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b--";
    let base64 = page
        .replace("quoted-printable", "base64")
        .replace("<p>=E5=B9=B4<table><tr><td>1=\r\n</table>", "PHA+5bm05oqlPC9wPg==");
    let words = ["--b", "--b--", "\r\n\r\n", "=", "=E5", "Content-Type: multipart/mixed; boundary=b\r\n\r\n"];
    fuzz("pages saved whole", &[page.into(), base64.into()], &words, file);
}

#[test]
fn texts() {
    let words = "一、总体情况\r\n2023年，云溪县青禾镇主动公开政府信息12条。\t3\r\n";
    let utf16 = |unit: fn(u16) -> [u8; 2]| words.encode_utf16().flat_map(unit).collect::<Vec<u8>>();
    let gb = encoding_rs::GB18030.encode(words).0.into_owned();
    let seeds =
        [words.into(), utf16(u16::to_le_bytes), utf16(u16::to_be_bytes), gb, words.replace('\t', ",").into()];
    fuzz("texts", &seeds, &["\u{feff}", "\0", "\r", "\u{fffd}", "\"", ",", "\t"], file);
}

const BODY: &str = r#"<w:p><w:pPr><w:pStyle w:val="Part"/><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:rPr><w:vanish/></w:rPr><w:t>甲</w:t></w:r></w:p>
<w:p><w:ins><w:r><w:t>总体&amp;情况</w:t><w:tab/><w:br/></w:r></w:ins><w:del><w:r><w:delText>x</w:delText></w:r></w:del><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent/></mc:Fallback></mc:AlternateContent></w:p>
<w:tbl><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge w:val="restart"/></w:tcPr><w:p/></w:tc><w:tc><w:tbl><w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl>"#;

const LISTS: &str = r#"<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1.%2"/><w:isLgl/><w:pStyle w:val="Part"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="4294967295"/></w:lvlOverride></w:num>"#;

const STYLES: &str = r#"<w:style w:type="paragraph" w:styleId="Part"><w:basedOn w:val="Part"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>"#;

const XML: [&str; 12] = [
    "<w:tbl>",
    "<w:tr>",
    "<w:tc>",
    "</w:tc>",
    "<w:p>",
    "</w:p>",
    "<w:gridSpan w:val=\"4294967295\"/>",
    "&#x0;",
    "&lt;",
    "<!DOCTYPE a>",
    "<![CDATA[",
    "<w:numId w:val=\"1\"/>",
];

#[test]
fn word_documents() {
    let words = |text: &str| text.as_bytes().to_vec();
    let utf8 = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    fuzz("word: body", &[words(BODY)], &XML, |bytes| file(&docx_with(&utf8(bytes), STYLES, LISTS, &[])));
    fuzz("word: lists", &[words(LISTS)], &XML, |bytes| file(&docx_with(BODY, STYLES, &utf8(bytes), &[])));
    fuzz("word: styles", &[words(STYLES)], &XML, |bytes| file(&docx_with(BODY, &utf8(bytes), LISTS, &[])));
    let relations = r#"<Relationships><Relationship Id="rId1" Type="x/officeDocument" Target="word/../word/document.xml"/></Relationships>"#;
    fuzz("word: relations", &[words(relations)], &["../", "Target=", "TargetMode=\"External\""], |bytes| {
        let parts = [("_rels/.rels", bytes), ("word/document.xml", b"<w:document><w:p/></w:document>")];
        file(&zip(&parts));
    });
}

#[test]
fn zips() {
    let seeds = [
        docx(BODY),
        include_bytes!("files/libreoffice.docx").to_vec(),
        include_bytes!("files/python-docx.docx").to_vec(),
    ];
    fuzz("zips", &seeds, &["PK\x01\x02", "PK\x05\x06", "\u{1}\0\x10\0", "\0\0\0\0"], file);
}
