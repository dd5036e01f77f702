//! Word documents with a body, lists and styles of the test's own.

use super::zip::zip;

const NAMES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
     xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:r=\"r\" xmlns:v=\"v\" xmlns:m=\"m\"";

/// The types that the lists of related parts name.
const TYPES: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A document with this body.
pub fn docx(body: &str) -> Vec<u8> {
    docx_with(body, "", "", &[])
}

/// A document with this body, these styles and lists, and further parts by name, each
/// with the id and kind under which the document names it.
pub fn docx_with(body: &str, styles: &str, lists: &str, more: &[(&str, &str, &str, &[u8])]) -> Vec<u8> {
    let root = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n<Relationships><Relationship Id=\"rId1\" Type=\"{TYPES}/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
    );
    let mut relations = format!(
        "<Relationships><Relationship Id=\"rId1\" Type=\"{TYPES}/styles\" Target=\"styles.xml\"/><Relationship Id=\"rId2\" Type=\"{TYPES}/numbering\" Target=\"/word/numbering.xml\"/>"
    );
    for (name, id, kind, _) in more {
        relations += &format!("<Relationship Id=\"{id}\" Type=\"{TYPES}/{kind}\" Target=\"../{name}\"/>");
    }
    relations += "</Relationships>";
    let document = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n<w:document {NAMES}><w:body>{body}<w:sectPr/></w:body></w:document>"
    );
    let styles = format!("<w:styles {NAMES}>{styles}</w:styles>");
    let lists = format!("<w:numbering {NAMES}>{lists}</w:numbering>");
    let mut parts: Vec<(&str, &[u8])> = vec![
        ("[Content_Types].xml", b"<Types/>"),
        ("_rels/.rels", root.as_bytes()),
        ("word/_rels/document.xml.rels", relations.as_bytes()),
        ("word/document.xml", document.as_bytes()),
        ("word/styles.xml", styles.as_bytes()),
        ("word/numbering.xml", lists.as_bytes()),
    ];
    parts.extend(more.iter().map(|(name, _, _, bytes)| (*name, *bytes)));
    zip(&parts)
}

/// A paragraph of words.
pub fn p(words: &str) -> String {
    format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>")
}
