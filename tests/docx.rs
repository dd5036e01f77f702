//! Word documents give the text, cells and findings that the same report gives as text.

mod support;

use gouji::intake::encoding::Native;
use gouji::intake::kind::Kind;
use gouji::intake::{self, Intake, Refusal};
use gouji::render::json::{Origin, document};
use gouji::{Lang, Options, check};

use support::docx::{docx, docx_with, p};
use support::sample::CLEAN_2021;
use support::zip::{Part, zip_of};

fn read(bytes: &[u8]) -> Intake {
    let intake = intake::read(bytes, &Native).expect("a document");
    assert_eq!(intake.format, "docx");
    intake
}

fn text(body: &str) -> String {
    read(&docx(body)).text
}

/// Codes of the notes with their counts and the words at their places.
fn notes(intake: &Intake) -> Vec<(&'static str, usize, &str)> {
    let at = |note: &intake::Note| intake.text[note.span.expect("a place").range().start..].lines().next();
    intake.notes.iter().map(|note| (note.remark.code(), note.count, at(note).unwrap_or_default())).collect()
}

fn without_blank_lines(text: &str) -> String {
    text.lines().filter(|line| !line.is_empty()).map(|line| format!("{line}\n")).collect()
}

#[test]
fn documents_of_real_writers_give_the_reports_own_text() {
    let cases: [(&[u8], &[&str]); 2] = [
        (
            include_bytes!("files/python-docx.docx"),
            &["automatic-number", "tracked-deletion", "tracked-insertion", "hidden-text", "text-box"],
        ),
        (
            include_bytes!("files/libreoffice.docx"),
            &["automatic-number", "tracked-deletion", "footnote", "comment", "text-box"],
        ),
    ];
    for (bytes, codes) in cases {
        let intake = read(bytes);
        assert_eq!(notes(&intake).iter().map(|note| note.0).collect::<Vec<_>>(), codes);
        // The words of the text box stand where it is anchored.
        assert_eq!(intake.text.matches("便民服务中心编制\n").count(), 1);
        let words = intake.text.replace("便民服务中心编制\n", "");
        assert_eq!(words, without_blank_lines(CLEAN_2021));
        for lang in [Lang::Zh, Lang::En] {
            let object = |text: &str| {
                let check = check(text, &Options::default());
                let json = serde_json::to_string(&document(&check, &Origin::default(), lang)).expect("JSON");
                serde_json::from_str::<serde_json::Value>(&json).expect("JSON")
            };
            let (document, plain) = (object(&words), object(&without_blank_lines(CLEAN_2021)));
            assert!(document == plain, "cells and findings differ");
        }
    }
}

#[test]
fn numbers_that_word_counts_are_written_out() {
    let lists = r#"<w:abstractNum w:abstractNumId="1">
        <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>
        <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2"/></w:lvl>
        <w:lvl w:ilvl="2"><w:start w:val="3"/><w:numFmt w:val="lowerLetter"/><w:lvlRestart w:val="0"/><w:suff w:val="nothing"/><w:lvlText w:val="%3."/></w:lvl>
        </w:abstractNum>
        <w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl></w:abstractNum>
        <w:abstractNum w:abstractNumId="3"><w:numStyleLink w:val="Linked"/></w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
        <w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
        <w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>
        <w:num w:numId="4"><w:abstractNumId w:val="3"/></w:num>"#;
    let styles = r#"<w:style w:type="paragraph" w:styleId="Base"><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="Derived"><w:basedOn w:val="Base"/></w:style>
        <w:style w:type="numbering" w:styleId="Linked"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>"#;
    let item = |list: u32, level: u32, words: &str| {
        format!(
            "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"
        )
    };
    let styled = |style: &str, own: &str, words: &str| {
        format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{own}</w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>")
    };
    let body = [
        item(1, 0, "总体情况"),
        item(1, 1, "主动公开"),
        item(1, 2, "丙"),
        styled("Derived", "", "依申请公开"),
        item(1, 0, "主动公开政府信息情况"),
        item(1, 2, "丁"),
        item(1, 1, "规章"),
        item(3, 0, "一个点"),
        styled("Derived", "<w:numPr><w:numId w:val=\"0\"/></w:numPr>", "不编号"),
        item(2, 0, "重新开始"),
        item(2, 0, "接着数"),
        item(9, 0, "没有这个列表"),
        item(1, 0, ""),
        item(1, 0, "数过空段"),
    ];
    let intake = read(&docx_with(&body.concat(), styles, lists, &[]));
    let wanted = "一、总体情况\n1.1 主动公开\nc.丙\n1.2 依申请公开\n二、主动公开政府信息情况\nd.丁\n2.1 规章\n一个点\n不编号\n\
                  一、重新开始\n二、接着数\n没有这个列表\n三、\n四、数过空段\n";
    assert_eq!(intake.text, wanted);
    assert_eq!(notes(&intake), [("automatic-number", 11, "一、总体情况")]);
}

#[test]
fn tables_keep_their_merged_cells() {
    let cell =
        |properties: &str, words: &str| format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", p(words));
    let table = |rows: &[String]| {
        format!(
            "<w:tbl><w:tblPr/>{}</w:tbl>",
            rows.iter().map(|row| format!("<w:tr>{row}</w:tr>")).collect::<String>()
        )
    };
    let down = "<w:vMerge w:val=\"restart\"/>";
    let body = table(&[
        cell("<w:gridSpan w:val=\"2\"/><w:vMerge w:val=\"restart\"/>", "项目")
            + &cell("<w:gridSpan w:val=\"2\"/>", "申请人"),
        cell("<w:gridSpan w:val=\"2\"/><w:vMerge/>", "看不见") + &cell("", "自然人") + &cell("", "总计"),
        cell(down, "不予公开") + &cell("", "国家秘密") + &cell("", "1") + &cell("", ""),
        "<w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>".to_string()
            + &cell("", "其他")
            + &cell("<w:hMerge w:val=\"restart\"/>", "2")
            + &cell("<w:hMerge/>", ""),
    ]);
    assert_eq!(text(&body), "项目\t\t申请人\t\n\t\t自然人\t总计\n不予公开\t国家秘密\t1\t\n\t其他\t2\t\n");

    // A table around tables is a frame; one in a row beside other cells is said.
    let inner = table(&[cell("", "规章") + &cell("", "0")]);
    let framed = table(&[format!("<w:tc>{}{inner}<w:p/></w:tc>", p("表二"))]);
    let intake = read(&docx(&framed));
    assert_eq!((intake.text.as_str(), notes(&intake)), ("表二\n规章\t0\n", vec![]));
    let beside = table(&[cell("", "左") + &format!("<w:tc>{inner}<w:p/></w:tc>")]);
    let intake = read(&docx(&beside));
    assert_eq!((intake.text.as_str(), notes(&intake)), ("左\n规章\t0\n", vec![("nested-table", 1, "左")]));
}

#[test]
fn revisions_are_taken_as_accepted() {
    let run = |words: &str| format!("<w:r><w:t>{words}</w:t></w:r>");
    let gone = |words: &str| format!("<w:del><w:r><w:delText>{words}</w:delText></w:r></w:del>");
    let body = [
        format!("<w:p>{}{}<w:ins>{}</w:ins></w:p>", run("公开"), gone("三"), run("四条")),
        format!("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{}</w:p><w:p>{}</w:p>", run("前半句，"), run("后半句。")),
        format!("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{}</w:p>", gone("整段删去")),
        format!("<w:moveFrom>{}</w:moveFrom>", p("移走的")),
        format!("<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>{0}</w:tc></w:tr><w:tr><w:tc>{0}</w:tc><w:tc>{1}</w:tc></w:tr></w:tbl>", p("规章"), p("0")),
        "<w:p><w:pPr><w:pPrChange><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:pPrChange></w:pPr><w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>改过格式</w:t></w:r></w:p>".to_string(),
    ];
    let intake = read(&docx(&body.concat()));
    assert_eq!(intake.text, "公开四条\n前半句，后半句。\n规章\t0\n改过格式\n");
    assert_eq!(notes(&intake), [("tracked-deletion", 6, "公开四条"), ("tracked-insertion", 1, "公开四条")]);
}

#[test]
fn words_come_once_and_in_order_whatever_they_stand_in() {
    let boxed = |words: &str| format!("<w:txbxContent>{}</w:txbxContent>", p(words));
    let body = [
        format!(
            "<w:p><w:r><w:t>甲</w:t><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing>{0}</w:drawing></mc:Choice><mc:Fallback><w:pict>{0}</w:pict></mc:Fallback></mc:AlternateContent><w:t>乙</w:t></w:r></w:p>",
            boxed("框")
        ),
        "<w:sdt><w:sdtPr><w:alias w:val=\"标题\"/></w:sdtPr><w:sdtContent><w:p><w:hyperlink><w:r><w:t xml:space=\"preserve\">链 </w:t></w:r></w:hyperlink><w:r><w:t>接</w:t></w:r></w:p></w:sdtContent></w:sdt>".into(),
        "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>3</w:t></w:r></w:p>".into(),
        "<w:p><w:r><w:tab/><w:t>一、</w:t><w:tab/><w:t>总体情况</w:t></w:r></w:p>".into(),
        "<w:p><w:r><w:t>规章</w:t><w:tab/><w:t>0</w:t><w:tab/><w:t>1</w:t></w:r></w:p>".into(),
        "<w:p><w:r><w:t>2023年</w:t><w:br/><w:t>年度报告 &amp; &#x4E00;</w:t></w:r></w:p>".into(),
        "<w:p><w:r><w:ruby><w:rt><w:r><w:t>yī</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>一</w:t></w:r></w:rubyBase></w:ruby></w:r><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></w:p>".into(),
    ];
    assert_eq!(
        text(&body.concat()),
        "甲乙\n框\n链 接\n3\n一、 总体情况\n规章\t0\t1\n2023年\n年度报告 & 一\n一x\n"
    );
}

#[test]
fn what_is_left_aside_is_said() {
    let body = p("一、总体情况")
        + "<w:p><w:r><w:t>甲</w:t><w:footnoteReference w:id=\"2\"/><w:endnoteReference w:id=\"1\"/><w:commentReference w:id=\"0\"/></w:r></w:p>\
        <w:altChunk r:id=\"rId8\"/><w:altChunk r:id=\"rId9\"/>";
    let header = "<w:hdr xmlns:w=\"w\"><w:p><w:r><w:t>内部资料</w:t></w:r></w:p></w:hdr>".as_bytes();
    let footer = "<w:ftr xmlns:w=\"w\"><w:p><w:r><w:t>第 1 页</w:t></w:r></w:p></w:ftr>".as_bytes();
    let page = "<html><body><p>乙</p><table><tr><td>规章<td>0</table></body></html>".as_bytes();
    let bytes = docx_with(
        &body,
        "",
        "",
        &[
            ("word/header1.xml", "rId5", "header", header),
            ("word/footer1.xml", "rId6", "footer", footer),
            ("word/page.html", "rId8", "aFChunk", page),
            ("word/other.bin", "rId9", "aFChunk", b"\0\x01\x02"),
            ("word/vbaProject.bin", "rId10", "vbaProject", b"macros are never looked at"),
        ],
    );
    let intake = read(&bytes);
    assert_eq!(intake.text, "一、总体情况\n甲\n乙\n规章\t0\n");
    assert_eq!(
        notes(&intake),
        [
            ("header-footer", 1, "一、总体情况"),
            ("footnote", 2, "甲"),
            ("comment", 1, "甲"),
            ("embedded", 1, "")
        ]
    );
}

#[test]
fn hostile_documents_end_in_a_message() {
    let of = |bytes: &[u8]| intake::read(bytes, &Native).expect_err("a refusal");
    let document = |words: &str| {
        let parts = [("word/document.xml", words)];
        support::zip::zip(&parts.map(|(name, words)| (name, words.as_bytes())))
    };
    let damaged = Refusal::Damaged(Kind::Docx);
    let bomb = "<!DOCTYPE d [<!ENTITY a \"aaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><w:document><w:body><w:p>&b;</w:p></w:body></w:document>";
    assert_eq!(of(&document(bomb)), Refusal::Declarations);
    assert_eq!(of(&document("<w:document><w:body><w:p>")), damaged);
    assert_eq!(of(&document("")), damaged);
    let nested = "<w:tbl><w:tr><w:tc>".repeat(1000);
    assert_eq!(of(&document(&format!("<w:document><w:body>{nested}"))), Refusal::TooDeep);
    let first = format!("<w:tr>{}</w:tr>", "<w:tc><w:p/></w:tc>".repeat(256));
    let wide = "<w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"1000000\"/></w:tcPr></w:tc></w:tr>".repeat(40_000);
    assert_eq!(of(&docx(&format!("<w:tbl>{first}{wide}</w:tbl>"))), Refusal::TooLarge);

    let part =
        |words: &[u8], flags| zip_of(&[Part { name: b"word/document.xml", words, packed: true, flags }]);
    assert_eq!(of(&part(b"<w:document/>", 1)), Refusal::Encrypted);
    let whole = docx(&p("年报"));
    for length in (10..whole.len() - 30).step_by(97) {
        // Before the name of a part is there, it is some zip.
        let some_zip = length < 300 && of(&whole[..length]) == Refusal::Damaged(Kind::Zip);
        assert!(some_zip || of(&whole[..length]) == damaged, "cut at {length}");
    }
    let container = [
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(),
        "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect(),
    ]
    .concat();
    assert_eq!(of(&container), Refusal::Encrypted);
}
