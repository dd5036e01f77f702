//! Pages and the clipboard's HTML give the cells that the plain text gives, whichever
//! program wrote them.

mod support;

use gouji::intake::encoding::Native;
use gouji::intake::{self, Intake, Remark, html};

use support::grid::grid;
use support::html::{PROGRAMS, with_slivers};
use support::model::Model;
use support::reading::{assert_no_difference, compare, read};
use support::sample::CLEAN_2021;
use support::surface;

fn page(markup: &[u8]) -> Intake {
    intake::read(markup, &Native).expect("a page")
}

fn codes(intake: &Intake) -> Vec<&'static str> {
    intake.notes.iter().map(|note| note.remark.code()).collect()
}

#[test]
fn every_program_gives_every_cell() {
    let mut differences = Vec::new();
    for program in &PROGRAMS {
        for model in Model::all() {
            let markup = program.report(&model);
            let clipboard = html::clipboard(&markup).expect("a table");
            let whole = page(markup.as_bytes());
            assert_eq!(whole.format, "html");
            for (way, intake) in [("clipboard", clipboard), ("file", whole)] {
                assert_eq!(codes(&intake), [] as [&str; 0], "{} {way}", program.name);
                let reading = read(&intake.text);
                let found = compare(&model, &reading, false);
                differences.extend(found.map(|d| format!("{} {way}, {}: {d}", program.name, model.name)));
            }
        }
    }
    assert_no_difference("programs", &differences);
}

#[test]
fn a_page_of_a_real_writer_gives_the_reports_own_text() {
    let intake = page(include_bytes!("files/libreoffice.html"));
    let wanted: String =
        CLEAN_2021.lines().filter(|line| !line.is_empty()).map(|line| format!("{line}\n")).collect();
    assert_eq!((intake.text, intake.notes), (wanted, vec![]));
}

#[test]
fn a_table_becomes_the_products_own_rows() {
    for program in PROGRAMS.iter().filter(|program| !program.name.starts_with("portal")) {
        for model in Model::all() {
            for key in gouji::form::TableKey::ALL {
                let grid = grid(&model, key);
                let intake = html::clipboard(&program.table(&grid)).expect("a table");
                let wanted = surface::rows_of_tabs(&grid);
                assert_eq!(intake.text, wanted, "{} {}", program.name, model.name);
            }
        }
    }
}

#[test]
fn borders_that_do_not_meet_make_no_columns() {
    for model in Model::all() {
        for key in gouji::form::TableKey::ALL {
            let grid = grid(&model, key);
            let intake = html::clipboard(&with_slivers(&grid)).expect("a table");
            assert_eq!(intake.text, surface::rows_of_tabs(&grid), "{}", model.name);
        }
    }
}

#[test]
fn html_without_a_table_leaves_the_plain_text_to_be_read() {
    assert_eq!(html::clipboard("<p>一、总体情况</p><ul><li>政策解读</li></ul>"), None);
    assert_eq!(html::clipboard(""), None);
}

/// A portal's page around a report; `article` is how the report stands in it.
fn portal(article: &str) -> String {
    format!(
        "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>年报_云溪县人民政府</title>\
         <script>var a = '<table><tr><td>结果维持</td></tr></table>';</script>\
         <style>.nav td {{ color: red }}</style></head><body>\
         <div class=top><a href=/>首页</a> <a href=/a>政务公开</a><form><input value=搜索><select><option>全站</option></select></form></div>\
         <nav><ul><li><a href=x>信息公开指南</a><li><a href=x>信息公开年报</a><li><a href=x>2022年政府信息公开工作年度报告</a></ul></nav>\
         <div class=position>当前位置：<a href=x>首页</a> &gt; <a href=x>年报</a></div>{article}\
         <div class=related><h3>相关链接</h3><a href=x>2021年政府信息公开工作年度报告</a></div>\
         <footer>主办：云溪县人民政府办公室 备案号：12345678</footer>\
         <div style='display: none'>隐藏的菜单</div><script src=a.js></script></body></html>"
    )
}

/// The paragraphs and tables of a report, and its title's two lines apart from them.
fn article(model: &Model) -> (String, String) {
    let body = PROGRAMS[4].report(model);
    let title_end = body.match_indices("</p>").nth(1).expect("two lines of title").0 + 4;
    (body[..title_end].to_string(), body[title_end..].to_string())
}

#[test]
fn the_report_is_found_in_a_page() {
    let mut differences = Vec::new();
    for model in Model::all() {
        let (title, body) = article(&model);
        let joined = title.replace("</p><p>", "");
        let intro_end = body.find("</p>").expect("an introduction") + 4;
        let pages = [
            ("title within", portal(&format!("<div id=zoom>{title}{body}</div>"))),
            (
                "title above",
                portal(&format!(
                    "<h1>{joined}</h1><div class=date>2024-01-20 浏览 12 次</div><div>{body}</div>"
                )),
            ),
            (
                "introduction beside",
                portal(&format!(
                    "<div>{title}{}<div class=TRS_Editor>{}</div></div>",
                    &body[..intro_end],
                    &body[intro_end..]
                )),
            ),
            (
                "laid out in tables",
                portal(&format!(
                    "<table width=980><tr><td width=200><a href=x>机构设置</a></td><td><table><tr><td>{title}</td></tr><tr><td>{body}</td></tr></table></td></tr></table>"
                )),
            ),
            (
                "sections in rows of a table",
                portal(&format!(
                    "<table><tr><td>{}</td></tr></table>",
                    format!("{title}{body}")
                        .replace("<p>二、", "</td></tr><tr><td><p>二、")
                        .replace("<p>五、", "</td></tr><tr><td><p>五、")
                )),
            ),
        ];
        for (name, markup) in pages {
            let intake = page(markup.as_bytes());
            for chrome in ["首页", "信息公开指南", "备案号", "相关链接", "全站", "隐藏", "var a"]
            {
                assert!(!intake.text.contains(chrome), "{name}: {chrome} in\n{}", intake.text);
            }
            assert_eq!(codes(&intake), ["around-report"], "{name}");
            let reading = read(&intake.text);
            differences
                .extend(compare(&model, &reading, false).map(|d| format!("{name}, {}: {d}", model.name)));
        }
    }
    assert_no_difference("pages", &differences);
}

#[test]
fn a_title_only_in_the_head_is_taken_from_there() {
    let (_, body) = article(&Model::all()[0]);
    let wanted = "云溪县青禾镇2023年政府信息公开工作年度报告";
    let meta = format!("<meta name=\"ArticleTitle\" content=\"{wanted}\">");
    let title = format!("<title>{wanted}_云溪县人民政府门户网站</title>");
    for head in [meta, title] {
        let intake = page(
            format!("<html><head>{head}</head><body><nav><a href=x>2019年政府信息公开工作年度报告</a></nav><div>{body}</div>").as_bytes(),
        );
        assert!(intake.text.starts_with(&format!("{wanted}\n")), "{}", intake.text);
        assert_eq!(codes(&intake), ["around-report", "title-from-page"]);
    }
}

#[test]
fn a_page_without_a_report_is_kept_whole() {
    let intake = page("<html><body><nav>首页</nav><p>今天天气很好。</p></body></html>".as_bytes());
    assert_eq!(intake.text, "首页\n今天天气很好。\n");
}

#[test]
fn the_bytes_tell_the_encoding_whatever_the_page_says() {
    let model = &Model::all()[0];
    let markup = portal(&PROGRAMS[3].report(model));
    let gb = |markup: &str| encoding_rs::GB18030.encode(markup).0.into_owned();
    let named = |name: &str| markup.replace("utf-8", name);
    let utf8 = page(markup.as_bytes());
    for (bytes, note) in [
        (named("gb2312").into_bytes(), None),
        (gb(&named("gb2312")), Some(Remark::Encoding(intake::encoding::Encoding::Gb18030))),
        (gb(&markup), Some(Remark::Encoding(intake::encoding::Encoding::Gb18030))),
    ] {
        let read = page(&bytes);
        assert_eq!(read.text, utf8.text);
        let extra: Vec<_> =
            read.notes.iter().map(|n| n.remark).filter(|r| matches!(r, Remark::Encoding(_))).collect();
        assert_eq!(extra, note.into_iter().collect::<Vec<_>>());
    }
    assert!(intake::read(&gb(&named("big5")), &Native).is_err());
}

#[test]
fn what_is_left_aside_is_said_with_its_place() {
    let markup = "<p>一、总体情况</p><p>甲<del>乙</del>丙<span style='mso-hide:all'>丁</span></p>\
                  <p><img src=a.png><img src=icon.gif width=16></p><ol style='list-style-type:cjk-ideographic'><li>政策<li><p>培训</p><li>三、自己的</ol>\
                  <table><tr><td>规章<td>0</table>";
    let intake = html::clipboard(markup).expect("a table");
    assert_eq!(intake.text, "一、总体情况\n甲丙\n一、政策\n二、培训\n三、自己的\n规章\t0\n");
    let notes: Vec<_> = intake
        .notes
        .iter()
        .map(|n| (n.remark.code(), n.count, &intake.text[n.span.expect("a place").range().start..]))
        .collect();
    assert_eq!(
        notes,
        [
            ("tracked-deletion", 1, "甲丙\n一、政策\n二、培训\n三、自己的\n规章\t0\n"),
            ("hidden-text", 1, "甲丙\n一、政策\n二、培训\n三、自己的\n规章\t0\n"),
            ("picture", 1, "一、政策\n二、培训\n三、自己的\n规章\t0\n"),
            ("automatic-number", 2, "一、政策\n二、培训\n三、自己的\n规章\t0\n"),
        ]
    );
}

#[test]
fn the_mark_of_a_note_is_no_part_of_a_number() {
    for (mark, list) in [
        (
            "<a style='mso-footnote-id:ftn1' href=\"#_ftn1\"><span>[1]</span></a>",
            "<div style='mso-element:footnote-list'><p>[1] 注</p></div>",
        ),
        (
            "<a class=\"sdfootnoteanc\" href=\"#sdfootnote1sym\"><sup>1</sup></a>",
            "<div id=\"sdfootnote1\"><p>1 注</p></div>",
        ),
        ("<sup><a href='page.htm#_ftn1'>1</a></sup>", "<div id=ftn1><p>注</p></div>"),
    ] {
        let markup = format!("<table><tr><td>规章<td>12{mark}</td><td>3</table>{list}<p>五、存在的主要问题");
        let intake = html::clipboard(&markup).expect("a table");
        assert_eq!(
            (intake.text.as_str(), codes(&intake)),
            ("规章\t12\t3\n五、存在的主要问题\n", vec!["footnote"]),
            "{mark}"
        );
    }
    let comment =
        "<table><tr><td>规章<td>12<span><a class=msocomanchor href=\"#_msocom_1\">[A1]</a></span></table>";
    let intake = html::clipboard(comment).expect("a table");
    assert_eq!((intake.text.as_str(), codes(&intake)), ("规章\t12\n", vec!["comment"]));
}

#[test]
fn a_page_that_is_xml_hides_nothing_behind_empty_elements() {
    let markup = "<?xml version=\"1.0\"?><html xmlns=\"x\"><head><script src=\"a.js\" /></head><body>\
                  <span style=\"display:none\" /><a name=\"top\" /><p>一、总体情况<textarea rows=\"1\"/></p>\
                  <table><tr><td/><td>1</td></tr></table></body></html>";
    assert_eq!(page(markup.as_bytes()).text, "一、总体情况\n\t1\n");
}

#[test]
fn hostile_pages_end_soon() {
    let cases = [
        "<table><tr><td colspan=1000000 rowspan=4294967296>a<td>b</table>".repeat(3),
        "<table><tr><td>".repeat(5000) + "甲",
        "<div><p><ul><li>".repeat(20_000) + "甲",
        "<b><i><span style=display:none>".repeat(20_000) + "甲",
        "<td class=\"".repeat(100_000),
        "<!--".repeat(100_000),
        "<script>".repeat(20_000),
        "</div>".repeat(100_000) + "<p>甲",
        "&".repeat(500_000),
        "<table>".to_string() + &"<tr><td rowspan=65534>".repeat(3000),
        "<a ".to_string() + &"=\"".repeat(200_000),
        "<![if".repeat(100_000),
    ];
    for markup in cases {
        let markup = format!("<html>{markup}");
        let start = std::time::Instant::now();
        let _ = intake::read(markup.as_bytes(), &Native);
        let _ = html::clipboard(&markup);
        assert!(start.elapsed().as_secs() < 30, "{}: {:?}", &markup[..40], start.elapsed());
    }
}
