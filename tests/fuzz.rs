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
use support::written::{BOOK, RELATIONS, at, pdf, pdf_of, stream, workbook};
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

#[test]
fn pdfs() {
    let table = [
        "50 500 200 -40 re S 50 480 m 250 480 l S 150 500 m 150 460 l S\n",
        &at(60, 485, "规章"),
        &at(160, 485, "12"),
    ];
    let pages = [table.concat(), format!("{}{}", at(50, 560, "一、总体情况"), table.concat())];
    let first = pdf_of(&[&pages[0], &pages[1]], "/Rotate 90");
    let form = stream(
        "/Subtype/Form/Matrix[1 0 0 1 0 0]",
        "BT /F 12 Tf 14 TL [(2023) -200 (1)] TJ (a) ' T* 3 Tr (b) Tj ET",
    );
    let font = "<</Type/Font/Subtype/Type1/FirstChar 0/Widths[500 500]/Encoding<</BaseEncoding/WinAnsiEncoding/Differences[1/one/uni5E74]>>>>";
    let page = "<</Type/Page/MediaBox[0 0 400 600]/Contents[6 0 R]/Resources<</Font<</F 5 0 R>>/XObject<</X 4 0 R>>>>>>";
    let content = stream(
        "",
        "q 1 0 0 1 20 500 cm /X Do Q BI /W 1 ID abc EI 1 0 0 1 9 9 cm 10 10 m 90 10 l 90 11 l h f",
    );
    let packed =
        stream("/Type/ObjStm/N 2/First 9", "1 0 2 30 <</Type/Catalog/Pages 2 0 R>>  <</Kids[3 0 R]>>");
    let second = pdf(&["null", "null", page, &form, font, &content, &packed]);
    let words = [
        "1 0 obj",
        "endobj",
        "stream\n",
        "endstream",
        "<<",
        ">>",
        "[",
        "/Kids[2 0 R]",
        "3 0 R",
        "/Filter/FlateDecode",
        "/Length 999999999",
        " 1e9",
        " re f ",
        " Tj ",
        "BT ",
        "q ",
        "beginbfrange <0000> <ffff> <4e00> endbfrange ",
        "trailer<</Root 1 0 R>>",
    ];
    fuzz("pdfs", &[first, second], &words, file);
}

#[test]
fn pdfs_of_real_writers() {
    let real = [
        include_bytes!("files/chromium.pdf").to_vec(),
        include_bytes!("files/libreoffice.pdf").to_vec(),
        include_bytes!("files/blank-2021.bare.pdf").to_vec(),
    ];
    let words =
        ["1 0 obj", "endobj", "/Kids[2 0 R]", "/Filter/FlateDecode", "/Length 999999999", "startxref"];
    fuzz("pdfs of real writers", &real, &words, file);
}

#[test]
fn pdfs_without_lines() {
    // Heads are looked for; what is put in stands beside them.
    let head = [(120, "本年制发件数"), (200, "本年废止件数"), (280, "现行有效件数")]
        .map(|(x, words)| at(x, 500, words));
    let rows = [
        at(20, 480, "规章"),
        at(148, 480, "1"),
        at(308, 480, "3"),
        at(20, 460, "行政规范性文件"),
        at(228, 460, "0"),
    ];
    let page = [head.concat(), rows.concat()].concat();
    let pieces: Vec<String> = head.iter().chain(&rows).cloned().collect();
    let pieces: Vec<&str> = pieces.iter().map(String::as_str).collect();
    fuzz("pdfs without lines", &[pdf_of(&[&page, &page], "")], &pieces, file);
}

#[test]
fn pdfs_of_sheets() {
    // Pages of one sheet beside each other, with words that each shows in part.
    let over = |x: i32| {
        let words = support::written::shown("主动公开政府信息");
        format!("q 50 0 300 600 re W n BT /F 10 Tf 1 0 0 1 {x} 485 Tm {words} Tj ET Q\n")
    };
    let borders = "50 500 300 -40 re S 50 480 m 350 480 l S 150 500 m 150 460 l S\n";
    let pages = [(310, "12"), (10, "3"), (-290, "4")]
        .map(|(x, value)| [borders, &over(x), &at(60, 465, value)].concat());
    let pages = pages.each_ref().map(String::as_str);
    let pieces = [pages[0], pages[1], " W n ", " re W* n q ", " Q ", "0 0 0 0 re W n ", "/Kids[2 0 R]"];
    fuzz("pdfs of sheets", &[pdf_of(&pages, ""), pdf_of(&pages[..2], "/Rotate 180")], &pieces, file);
}

#[test]
fn locked_pdfs() {
    let locked =
        [include_bytes!("files/locked-aes.pdf").to_vec(), include_bytes!("files/locked-rc4.pdf").to_vec()];
    let words = ["/Encrypt", "/V 4", "/R 2", "/Length 40", "/CFM/V2", "/Filter/LZWDecode", "stream\n"];
    fuzz("locked pdfs", &locked, &words, file);
}

#[test]
fn workbooks() {
    let sheet = r#"<worksheet><cols><col hidden="1"/></cols><sheetData><row r="2" hidden="1"><c r="A2" t="s"><v>0</v></c><c r="C2" s="1"><v>45306</v></c></row>
        <row r="3"><c t="inlineStr"><is><r><t>甲</t></r></is></c><c><f>SUM(1)</f></c></row></sheetData><mergeCells><mergeCell ref="A2:B3"/></mergeCells></worksheet>"#;
    let strings = "<sst><si><t>规章</t></si><si><r><t>行政</t></r><rPh><t>x</t></rPh></si></sst>";
    let styles = r#"<styleSheet><numFmts><numFmt numFmtId="176" formatCode="yyyy/m/d"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="176"/></cellXfs></styleSheet>"#;
    let words = |text: &str| vec![text.as_bytes().to_vec()];
    let utf8 = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let pieces = [
        "<row>",
        "<c r=\"IV1048576\">",
        "<row r=\"4294967295\">",
        "<v>1e308</v>",
        "<mergeCell ref=\"A1:XFD1048576\"/>",
        "</row>",
        "<si>",
        "<t>",
        "&#x0;",
    ];
    fuzz("workbooks: sheet", &words(sheet), &pieces, |bytes| {
        file(&workbook(BOOK, RELATIONS, strings, styles, &[sheet, &utf8(bytes)]))
    });
    fuzz("workbooks: words", &words(strings), &pieces, |bytes| {
        file(&workbook(BOOK, RELATIONS, &utf8(bytes), styles, &[sheet, sheet]))
    });
    fuzz("workbooks: styles", &words(styles), &pieces, |bytes| {
        file(&workbook(BOOK, RELATIONS, strings, &utf8(bytes), &[sheet, sheet]))
    });
    fuzz("workbooks: book", &words(BOOK), &["<sheet r:id=\"r1\"/>", "state=\"hidden\""], |bytes| {
        file(&workbook(&utf8(bytes), RELATIONS, strings, styles, &[sheet, sheet]));
    });
}

#[test]
fn older_documents() {
    let seeds =
        [include_bytes!("files/libreoffice.doc").to_vec(), include_bytes!("files/numbered.doc").to_vec()];
    let words = ["\u{13}", "\u{7}", "\r", "\0\0\0\0", "\u{1}\0\0\0", "\u{7f}\u{7f}\u{7f}\u{7f}"];
    fuzz("older documents", &seeds, &words, file);
}
