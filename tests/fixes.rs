//! What fixes do to reports of every kind: their findings go and nothing else changes.

mod support;

use gouji::finding::Applicability::{self, Review, Safe};
use gouji::finding::fix;
use gouji::{Options, check};
use proptest::prelude::*;

use support::grid::Grid;
use support::mending::complaints;
use support::model::Model;
use support::reading::assert_no_difference;
use support::sample::{CLEAN_2019, CLEAN_2021};
use support::{pdf, shared, surface};

/// A way of writing a table, by its name.
type Surface = (&'static str, fn(&Grid) -> String);

#[test]
fn of_every_surface() {
    let surfaces: &[Surface] = &[
        ("rows of tabs", surface::rows_of_tabs),
        ("ragged tabs", surface::ragged_tabs),
        ("cell a line", surface::cell_a_line),
        ("cell a line with no-break spaces", surface::cell_a_line_with_no_break_spaces),
        ("browser rows", surface::browser_rows),
        ("paragraphs", surface::paragraphs),
        ("paragraphs with no-break spaces", surface::paragraphs_with_no_break_spaces),
        ("flat paragraphs", surface::flat_paragraphs),
        ("inner text", surface::inner_text),
        ("inner pipes", surface::inner_pipes),
        ("pipes", surface::pipes),
        ("pipes repeated", surface::pipes_repeated),
        ("commas", surface::commas),
        ("bars", surface::bars),
        ("one line", surface::one_line),
        ("glued rows", surface::glued_rows),
        ("full-width digits", surface::full_width_digits),
        ("thousands", surface::thousands),
        ("thousands in commas", surface::thousands_in_commas),
        ("split numbers", surface::split_numbers),
        ("half-width labels", surface::half_width_labels),
        ("spaces inside", surface::spaces_inside),
        ("heads broken", surface::heads_broken),
        ("pdf stream", pdf::stream),
        ("pdf lines", pdf::lines),
        ("pdf columns", pdf::columns),
    ];
    let mut differences = Vec::new();
    for (name, write) in surfaces {
        for model in Model::all() {
            let found = complaints(&surface::tables(&model, *write), &Options::default());
            differences.extend(found.iter().map(|words| format!("{name}, {}: {words}", model.name)));
        }
    }
    assert_no_difference("fixes", &differences);
}

#[test]
fn of_every_fixture() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let mut differences = Vec::new();
    for file in std::fs::read_dir(folder).expect("the fixtures") {
        let path = file.expect("a file").path();
        // Folders hold files of other kinds.
        if path.is_dir() {
            continue;
        }
        let text = std::fs::read_to_string(&path).expect("a text");
        differences.extend(
            complaints(&text, &Options::default()).iter().map(|words| format!("{}: {words}", path.display())),
        );
    }
    assert_no_difference("fixes", &differences);
}

#[test]
fn of_real_reports() {
    let Some(folder) = shared::folder() else { return };
    let mut differences = Vec::new();
    for part in ["seeds", "real"] {
        for file in std::fs::read_dir(folder.join(part)).expect("the reports") {
            let path = file.expect("a file").path();
            if path.extension().is_some_and(|ending| ending == "txt") {
                let text = std::fs::read_to_string(&path).expect("a text");
                let name = path.file_stem().unwrap_or_default().to_string_lossy();
                differences.extend(
                    complaints(&text, &Options::default()).iter().map(|words| format!("{name}: {words}")),
                );
            }
        }
    }
    assert_no_difference("fixes", &differences);
}

/// The notice that the sample cites.
const FORMAT: &str = "《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）";

/// Something a person or a program does to a report on the way.
#[derive(Debug, Clone)]
enum Fault {
    /// The words are replaced where they stand first, if they are still there.
    Replace(&'static str, &'static str),
    /// The number of the n-th cell that holds one is replaced, `#` standing for itself.
    Cell(usize, &'static str),
    /// A line is put in before the n-th line.
    Line(usize, &'static str),
}

fn fault() -> impl Strategy<Value = Fault> {
    let replacements = [
        ("\n一、总体情况", "\n1、 总体情况"),
        ("\n一、总体情况", "\n一、[bookmark: _GoBack]总体情况"),
        ("\n一、总体情况", "\n一、2023年工作完成总体情况"),
        ("\n二、主动公开", "\n主动公开"),
        ("\n三、收到和处理", "\n（三）收到和处理"),
        ("\n四、政府信息公开行政", "\n五、政府信息公开行政"),
        ("\n五、存在", "\n六、存在"),
        ("\n五、存在的主要", "\n五、存在的住要"),
        ("\n六、其他需要", "\n其他需要"),
        ("\n六、其他需要", "\n七、其他需要"),
        ("2.重复申请", "2.重复伸请"),
        ("2.重复申请", "2、重复申情"),
        ("7.属于行政执法案卷", "\t7.属于行政执法案卷"),
        ("\t\t7.属于行政执法案卷", "7.属于行政执法案卷"),
        ("科研机构", "科硏机构"),
        ("结果纠正", "结果究正"),
        ("本年处理决定数量", "本年处理决定数量量"),
        ("本年收费金额（单位：万元）", "本年收费金额"),
        ("本年收费金额（单位：万元）", "本年收费金额（元）"),
        ("行政规范性文件\t2\t1\t7", "行政规范性文件\t2件\t/\t7（含修订）"),
        ("第一项加第二项之和，等于", "第一项，等于"),
        ("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", ""),
        ("通过县政府", "通过HYPERLINK \"http://www.yunxi.gov.cn\" 县政府"),
        (FORMAT, "国办公开办函〔2019〕60号"),
        ("自2023年1月1日起至2023年12月31日", "自2022年1月1日起至2022年12月31日"),
        ("网站", "网\u{200b}站"),
        ("，财政信息", ",财政信息"),
        ("为合格，", "为合格;"),
        ("年度报告格式》", "年度报告格式"),
        ("先审查后公开", "“先审查后公开\""),
        ("及时更新", "及时及时更新"),
        ("审核制度", "审核的的制度"),
        ("落实", "惯彻"),
        ("专栏和", "专栏(含目录)和"),
    ];
    let cells = [
        "",
        "/",
        "—",
        "无",
        "#件",
        "#（其中补正1件）",
        "１２",
        "1,234",
        "十二",
        "1#",
        "-#",
        "若干",
        "\u{a0}",
    ];
    let lines = ["- 4 -", "— 12 —", "- 1.解读不够。", "", "[bookmark: _Toc1]"];
    // What a portal writes stands around the report, not within its tables.
    let around = ["浏览次数：120", "【打印】【关闭】", "当前位置：首页 > 信息公开"];
    prop_oneof![
        4 => proptest::sample::select(replacements.to_vec()).prop_map(|(old, new)| Fault::Replace(old, new)),
        4 => (0..260_usize, proptest::sample::select(cells.to_vec())).prop_map(|(n, to)| Fault::Cell(n, to)),
        1 => (0..2_usize, proptest::sample::select(around.to_vec())).prop_map(|(n, line)| Fault::Line(n, line)),
        1 => (0..70_usize, proptest::sample::select(lines.to_vec())).prop_map(|(n, line)| Fault::Line(n, line)),
    ]
}

impl Fault {
    fn make(&self, text: &str) -> String {
        match self {
            Self::Replace(old, new) => text.replacen(old, new, 1),
            Self::Line(number, line) => {
                let mut lines: Vec<&str> = text.lines().collect();
                lines.insert((*number).min(lines.len()), line);
                lines.join("\n") + "\n"
            }
            Self::Cell(number, to) => {
                let mut left = *number;
                let mut cells: Vec<String> = text.split('\t').map(str::to_string).collect();
                for cell in &mut cells {
                    let (own, rest) = cell.split_at(cell.find('\n').unwrap_or(cell.len()));
                    if own.is_empty() || !own.bytes().all(|b| b.is_ascii_digit()) {
                        continue;
                    }
                    if left == 0 {
                        *cell = to.replace('#', own) + rest;
                        break;
                    }
                    left -= 1;
                }
                cells.join("\t")
            }
        }
    }
}

/// What is wrong with a report, the rule that says so, and what its fix makes of it.
const MENDED: &[(&str, &str, &str, Applicability, &str)] = &[
    ("制度，落实", "制度,落实", "Q-01", Safe, "制度，落实"),
    ("专栏和", "专栏(含目录)和", "Q-01", Safe, "专栏（含目录）和"),
    ("先审查后公开", "“先审查后公开\"", "Q-02", Review, "“先审查后公开”"),
    ("及时更新", "及时及时更新", "Q-03", Review, "及时更新"),
    ("落实", "惯彻", "Q-06", Review, "贯彻"),
    ("五、存在的主要", "存在的主要", "S-03", Safe, "\n五、存在的主要"),
    ("五、存在的主要", "5、 存在的主要", "S-04", Safe, "\n五、存在的主要"),
    ("五、存在的主要", "（五）存在的主要", "S-04", Safe, "\n五、存在的主要"),
    ("五、存在的主要", "五、存在的住要", "S-05", Safe, "\n五、存在的主要"),
    ("一、总体情况", "一、工作总体进展情况", "S-05", Review, "\n一、总体情况\n"),
    ("五、存在的主要", "四、存在的主要", "S-06", Safe, "\n五、存在的主要"),
    ("一、总体情况", "一、[bookmark: _GoBack]总体情况", "C-01", Safe, "\n一、总体情况\n"),
    ("存在的主要问题：", "- 1.存在的主要问题：", "C-02", Safe, "\n1.存在的主要问题："),
    ("通过县政府", "通过HYPERLINK \"http://yunxi.gov.cn\"县政府", "C-03", Safe, "通过县政府"),
    ("规章\t0", "- 4 -\n规章\t0", "C-05", Safe, "现行有效件数\n规章\t0"),
    ("\t\t2.重复申请", "2.重复申请", "C-06", Safe, "\n\t\t2.重复申请\t0"),
    ("2.重复申请", "2.重复伸请", "F-10", Safe, "\t2.重复申请\t0"),
    (
        "（本列数据的勾稽关系为：第一项加第二项之和",
        "（本列数据的勾稽关系为：第一项",
        "F-12",
        Safe,
        "第一项加第二项之和，",
    ),
    (FORMAT, "国办公开办函〔2019〕60号", "F-05", Review, "和国办公开办函〔2021〕30号编制"),
    (
        "自2023年1月1日起至2023",
        "自2022年1月1日起至2022",
        "F-07",
        Review,
        "自2023年1月1日起至2023年12月31日止",
    ),
    ("金额（单位：万元）", "金额", "T2-B07", Safe, "\t本年收费金额（单位：万元）\t"),
    ("金额（单位：万元）", "金额（元）", "T2-B07", Review, "行政事业性收费\t0.00045\t"),
    ("规章\t0\t0\t0", "规章\t/\t\t0", "T2-A02", Review, "规章\t0\t0\t0"),
    ("行政许可\t36", "行政许可\t36件", "T2-A03", Review, "行政许可\t36\t"),
    ("收费\t4.5", "收费\t45000元", "T2-A10", Review, "收费\t4.5\t"),
    ("秘密\t0\t0", "秘密\t\t0", "T3-V03", Review, "秘密\t0\t0"),
    ("秘密\t0\t0", "秘密\t０\t0", "T3-V02", Review, "秘密\t0\t0"),
    ("秘密\t0\t0", "秘密\t0件\t0", "T3-V06", Review, "秘密\t0\t0"),
    ("予以公开\t\t4\t2\t0\t0\t0\t0\t6", "予以公开\t\t4\t2\t0\t0\t0\t0\t", "T3-V04", Review, "\t0\t6\n"),
    ("予以公开\t\t4", "予以公开\t\t5", "T3-C05", Review, "予以公开\t\t4\t2"),
    ("\t10\t3\t0\t0\t1\t0\t14", "\t\t\t\t\t\t\t", "T3-V08", Review, "\t10\t3\t0\t0\t1\t0\t14"),
    ("\n1\t0\t0\t1\t2", "\n1\t\t\t1\t2", "T4-V02", Review, "\n1\t0\t0\t1\t2"),
    ("\n1\t0\t0\t1\t2", "\n1\t0\t0\t1\t", "T4-V04", Review, "\n1\t0\t0\t1\t2\t"),
];

#[test]
fn what_a_fix_makes_of_the_text() {
    let mut differences = Vec::new();
    for (right, wrong, rule, applicability, mended) in MENDED {
        assert!(CLEAN_2021.contains(right), "{right:?} stands in the sample");
        let text = CLEAN_2021.replacen(right, wrong, 1);
        let check = check(&text, &Options::default());
        let Some(fix) = check.findings.iter().find(|f| f.rule == *rule).and_then(|f| f.fix.as_ref()) else {
            differences.push(format!("{rule}: no fix for {wrong:?}"));
            continue;
        };
        let found = fix::apply(&text, &[fix]);
        if fix.applicability != *applicability || !found.contains(mended) {
            differences.push(format!("{rule}: {wrong:?}: wanted {mended:?}, found {fix:?}"));
        }
    }
    assert_no_difference("fixes", &differences);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn of_faulty_reports(faults in proptest::collection::vec(fault(), 1..6), old in any::<bool>(), bars in any::<bool>()) {
        let mut text = if old { CLEAN_2019 } else { CLEAN_2021 }.to_string();
        for fault in &faults {
            text = fault.make(&text);
        }
        if bars {
            text = text.replace('\t', " | ");
        }
        let found = complaints(&text, &Options::default());
        prop_assert!(found.is_empty(), "{}", found.join("\n"));
    }
}
