//! Files of every kind on the command line: the real binary, its output and status.

mod support;

use serde_json::Value;

use support::command::{err, file, gouji, gouji_with, json, out, status};
use support::sample::CLEAN_2021;
use support::zip::{Part, zip, zip_of};

const DOCUMENT: &[u8] = include_bytes!("files/libreoffice.docx");

#[test]
fn a_file_is_read_as_what_it_is_whatever_it_is_called() {
    let page = format!("<html><body><p>{}</body></html>", CLEAN_2021.replace('\n', "<p>"));
    let saved = format!(
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n{page}\r\n--b--"
    );
    let cases: [(String, &str); 5] = [
        (file("document.txt", DOCUMENT), "docx"),
        (file("page.doc", &page), "html"),
        (file("saved.html", saved), "mht"),
        (file("text.docx", CLEAN_2021), "text"),
        (file("one.zip", zip(&[("年报/report.docx", DOCUMENT)])), "docx"),
    ];
    for (path, format) in cases {
        let output = gouji(&["check", "--format", "json", &path]);
        assert_eq!(json(&output)["source"]["format"], format, "{path}: {}", err(&output));
        assert_eq!(json(&output)["report"]["year"], 2023, "{path}");
    }
}

#[test]
fn what_a_conversion_left_aside_is_in_the_notes() {
    let path = file("notes.docx", DOCUMENT);
    let output = gouji(&["check", &path]);
    assert_eq!(status(&output), 0);
    assert!(out(&output).contains("第 9 行 有 1 条脚注或尾注没有读入。"), "{}", out(&output));
    let notes = &json(&gouji(&["check", "--format", "json", "--lang", "en", &path]))["notes"];
    let footnote = notes.as_array().expect("notes").iter().find(|note| note["code"] == "footnote");
    let footnote = footnote.expect("a note on footnotes");
    assert_eq!(footnote["message"], "Footnotes and endnotes left aside: 1.");
    assert_eq!((&footnote["line"], footnote["span"].is_array()), (&Value::from(9), true));
}

#[test]
fn an_archive_is_as_many_files_as_it_holds() {
    let name = encoding_rs::GB18030.encode("年报.txt").0.into_owned();
    let archive = zip_of(&[
        Part { name: b"folder/", words: b"", packed: false, flags: 0 },
        Part { name: "folder/report.docx".as_bytes(), words: DOCUMENT, packed: true, flags: 0 },
        Part { name: &name, words: CLEAN_2021.as_bytes(), packed: true, flags: 0 },
        Part { name: b"__MACOSX/._report.docx", words: b"x", packed: false, flags: 0 },
        Part { name: b"inner.zip", words: &zip(&[("a", b"b")]), packed: false, flags: 0 },
        Part { name: b"locked.txt", words: b"x", packed: false, flags: 1 },
    ]);
    let path = file("archive.zip", archive);
    let output = gouji(&["check", "--format", "json", &path]);
    assert_eq!(status(&output), 2);
    let array = json(&output);
    let read: Vec<_> = array
        .as_array()
        .expect("an array")
        .iter()
        .map(|object| {
            let name = object["source"]["name"].as_str().expect("a name");
            (
                name.strip_prefix(&format!("{path}/")).expect("the archive's name first"),
                object["verdict"].as_str().expect("a verdict"),
            )
        })
        .collect();
    assert_eq!(
        read,
        [
            ("folder/report.docx", "pass"),
            ("年报.txt", "pass"),
            ("inner.zip", "unread"),
            ("locked.txt", "unread")
        ]
    );
    assert_eq!(array[3]["notes"][0]["code"], "encrypted");
    let lines = out(&gouji(&["check", "--format", "ndjson", &path]));
    assert_eq!(lines.lines().count(), 4);
    assert_eq!(out(&gouji(&["cells", &path])).matches("/folder/report.docx,").count(), 10 + 25 * 7 + 15);
    let empty = file("empty.zip", zip(&[]));
    assert_eq!(json(&gouji(&["check", "--format", "json", &empty]))["notes"][0]["code"], "damaged");
}

#[test]
fn other_texts_are_no_trouble() {
    const OF_A_SCHOOL: &str = "云溪学院2022—2023学年信息公开工作年度报告\n一、概述\n本学年工作平稳。\n二、主动公开信息情况\n公开信息40条。\n三、依申请公开情况\n未收到申请。\n四、存在的主要问题\n栏目偏少。\n";
    for (text, code) in
        [("", "empty"), ("今天天气很好，大家去公园散步。\n", "unrelated"), (OF_A_SCHOOL, "unrelated")]
    {
        let output = gouji_with(&["check", "--format", "json", "-"], text.as_bytes());
        assert_eq!(status(&output), 0);
        assert_eq!(json(&output)["verdict"], "unrecognized");
        assert_eq!(json(&output)["notes"][0]["code"], code);
    }
}

#[test]
fn the_encoding_changes_nothing_but_the_note_that_names_it() {
    let utf16 = |mark: &[u16], unit: fn(u16) -> [u8; 2]| -> Vec<u8> {
        mark.iter().copied().chain(CLEAN_2021.encode_utf16()).flat_map(unit).collect()
    };
    let gb18030 = encoding_rs::GB18030.encode(CLEAN_2021).0.into_owned();
    let cases = [
        (CLEAN_2021.as_bytes().to_vec(), None),
        (format!("\u{feff}{CLEAN_2021}").into_bytes(), None),
        (utf16(&[0xfeff], u16::to_le_bytes), Some("UTF-16")),
        (utf16(&[0xfeff], u16::to_be_bytes), Some("UTF-16")),
        (utf16(&[], u16::to_le_bytes), Some("UTF-16")),
        (gb18030, Some("GB18030")),
    ];
    let plain = json(&gouji_with(&["check", "--format", "json", "-"], CLEAN_2021.as_bytes()));
    for (bytes, encoding) in cases {
        let mut read = json(&gouji_with(&["check", "--format", "json", "-"], &bytes));
        let notes = read["notes"].as_array_mut().map(std::mem::take).expect("notes");
        let said: Vec<_> = notes.iter().map(|note| note["message"].as_str().unwrap_or_default()).collect();
        assert_eq!(said.len(), usize::from(encoding.is_some()), "{said:?}");
        assert!(said.iter().zip(encoding).all(|(words, name)| words.contains(name)), "{said:?}");
        assert!(read == plain, "{encoding:?} reads otherwise");
    }
}
