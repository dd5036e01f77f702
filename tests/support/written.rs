//! Writes small PDFs and workbooks by hand, so that tests can say what is in them and
//! damage it.

use super::zip::zip;

/// A PDF of these objects, numbered from 1; the first one is the catalog. Nothing is
/// packed, and there is no table of places.
pub fn pdf(objects: &[&str]) -> Vec<u8> {
    let mut out = "%PDF-1.7\n".to_string();
    for (object, number) in objects.iter().zip(1..) {
        out += &format!("{number} 0 obj\n{object}\nendobj\n");
    }
    out += "trailer <</Root 1 0 R>>\n%%EOF\n";
    out.into_bytes()
}

/// An object that is a stream.
pub fn stream(fields: &str, words: &str) -> String {
    format!("<<{fields}/Length {}>>\nstream\n{words}\nendstream", words.len())
}

/// A table from the codes 1, 2, … to the characters of `words`.
pub fn to_unicode(words: &str) -> String {
    let pairs: String =
        (1..).zip(words.chars()).map(|(code, c)| format!("<{code:04x}> <{:04x}>\n", c as u32)).collect();
    format!(
        "1 begincodespacerange <0000> <ffff> endcodespacerange\n{} beginbfchar\n{pairs}endbfchar",
        words.chars().count()
    )
}

/// The font of [`page_of`]: its characters are all of `words`.
const WORDS: &str =
    "0123456789.-一二三四五六、（）总体情况主动公开政府信息规章年报告内容本制发件数废止现行有效范性文";

/// The string that shows `words` in that font.
pub fn shown(words: &str) -> String {
    let code = |c: char| WORDS.chars().position(|own| own == c).expect("a character of the font") + 1;
    let codes: String = words.chars().map(|c| format!("{:04x}", code(c))).collect();
    format!("<{codes}>")
}

/// `words` at a place on the page.
pub fn at(x: u32, y: u32, words: &str) -> String {
    format!("BT /F 10 Tf 1 0 0 1 {x} {y} Tm {} Tj ET\n", shown(words))
}

/// A PDF with pages of these contents; what a page has beside them is `fields`.
pub fn pdf_of(contents: &[&str], fields: &str) -> Vec<u8> {
    let mut objects = vec!["<</Type/Catalog/Pages 2 0 R>>".to_string(), String::new()];
    objects.push(
        "<</Type/Font/Subtype/Type0/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 5 0 R>>".into(),
    );
    objects.push(
        "<</Type/Font/Subtype/CIDFontType2/DW 1000/W[1[500 500 500 500 500 500 500 500 500 500 500 500]]>>"
            .into(),
    );
    objects.push(stream("", &to_unicode(WORDS)));
    let mut kids = String::new();
    for content in contents {
        objects.push(format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 600]/Resources<</Font<</F 3 0 R>>>>/Contents {} 0 R{fields}>>",
            objects.len() + 2
        ));
        kids += &format!("{} 0 R ", objects.len());
        objects.push(stream("", content));
    }
    objects[1] = format!("<</Type/Pages/Kids[{kids}]/Count {}>>", contents.len());
    pdf(&objects.iter().map(String::as_str).collect::<Vec<_>>())
}

/// A workbook of these parts; those that are empty are left out.
pub fn workbook(book: &str, relations: &str, strings: &str, styles: &str, sheets: &[&str]) -> Vec<u8> {
    let top = r#"<Relationships><Relationship Id="rId1" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
    let names: Vec<String> =
        (1..=sheets.len()).map(|number| format!("xl/worksheets/sheet{number}.xml")).collect();
    let mut parts: Vec<(&str, &[u8])> = vec![
        ("_rels/.rels", top.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", relations.as_bytes()),
        ("xl/sharedStrings.xml", strings.as_bytes()),
        ("xl/styles.xml", styles.as_bytes()),
    ];
    parts.extend(names.iter().map(String::as_str).zip(sheets.iter().map(|sheet| sheet.as_bytes())));
    parts.retain(|(_, words)| !words.is_empty());
    zip(&parts)
}

/// The part that names a workbook's parts.
pub const RELATIONS: &str = r#"<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="x/worksheet" Target="/xl/worksheets/sheet2.xml"/><Relationship Id="r3" Type="x/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="r4" Type="x/styles" Target="styles.xml"/></Relationships>"#;

/// A workbook's own part with two sheets, the second before the first.
pub const BOOK: &str = r#"<workbook xmlns:r="r"><sheets><sheet name="乙" sheetId="9" r:id="r2"/><sheet name="甲" sheetId="8" r:id="r1"/></sheets></workbook>"#;
