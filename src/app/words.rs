//! The page's own words. What a finding says is not among them: that is the rule's.

use gouji::{Lang, Text};

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident: $zh:literal, $en:literal;)*) => {
        $($(#[$doc])* pub const $name: Text = Text::new($zh, $en);)*
    };
}

words! {
    PLACEHOLDER: "把年报全文粘贴到这里（Ctrl+V）", "Paste the whole report here (Ctrl+V)";
    PASS: "通过：没有错误，没有提醒", "Passed: no error, no warning";
    UNRECOGNIZED: "没有认出年度报告", "Not recognised as an annual report";
    UNREAD: "没有读取", "Not read";
    CORE_FAILED: "校核程序内部出错，已重新启动。您的文字没有丢失，也没有离开本机；请改动一处再试，或把这段文字告诉我们。", "The checking failed inside and was started afresh. Your text is not lost and has not left this machine; change something and try again.";
    EMPTY: "粘贴年报全文，即时校核", "Paste a report to check it";
    TABLE_ABSENT: "报告中没有这张表。", "The report does not have this table.";
    BOUNDARIES_LOST: "数字连在一起，分不清属于哪一格，没有读取。", "Its numbers ran together and could not be told apart; it was not read.";
    SCATTERED: "行列散乱，没有读取。", "Its rows and columns are scattered; it was not read.";
    NO_VALUES: "只有表头，没有数字。", "It has labels and no values.";
    FINDINGS: "问题", "Findings";
    TABLES: "表格", "Tables";
    SOURCE: "原文", "Text";
    NO_FINDINGS: "没有发现问题。", "Nothing was found.";
    NO_FORM: "没有认出统计表的版式，因此没有表格可看。", "No statutory form was recognised, so there are no tables to show.";
    WHY: "为什么", "Why";
    HOW: "怎样改", "How to mend it";
    BASIS: "依据", "Basis";
    TO_TEXT: "看原文", "Show in text";
    TO_TABLE: "看表格", "Show in table";
    CLEAR: "清空", "Clear";
    SAVE: "保存本页", "Save page";
    SAVE_TITLE: "把本页另存为一个可离线使用的文件，不含您输入的任何内容（Ctrl+S）",
        "Save this page as one file for offline use, without anything you entered (Ctrl+S)";
    SAMPLES: "样例", "Samples";
    SAMPLE_PICK: "载入样例…", "Load a sample…";
    THEME: "明暗", "Theme";
    THEME_AUTO: "跟随系统", "System";
    THEME_LIGHT: "浅色", "Light";
    THEME_DARK: "深色", "Dark";
    LANGUAGE: "English", "中文";
    RUN: "检查", "checks";
    PASSED: "通过", "passed";
    FAILED: "不通过", "failed";
    UNASSESSABLE: "无法检查", "could not be made";
    REASONS: "哪些无法检查，为什么", "Which could not be made, and why";
    HELD: "文字太长，没有放进文本框（浏览器会卡住）；全文已校核，下面只显示一段。",
        "The text is too long for the text box, which would freeze the browser. All of it was checked; an excerpt is shown.";
    INVITE: "在 Word 或网页里打开年报，全选、复制，在这里粘贴。", "Open the report in Word or on its page, select all, copy, and paste it here.";
    INVITE_ONE: "认出单位、年度和表式（2019 版、2021 版）", "recognises the body, the year and the form (2019 or 2021)";
    INVITE_TWO: "逐格读出三张表，核对全部勾稽关系", "reads the three tables cell by cell and checks every sum";
    INVITE_THREE: "查六个部分、标题、统计期限和文字残留，指出在哪里、怎样改", "checks the six sections, headings, period and what conversions left behind, and says where and how to mend it";
    INVITE_SAMPLE: "或先看一份样例：", "Or look at a sample first:";
    SAMPLE_CLEAN_2021: "2021 版 · 无误", "2021 form, clean";
    SAMPLE_FAULTY_2021: "2021 版 · 有错", "2021 form, faulty";
    SAMPLE_CLEAN_2019: "2019 版 · 无误", "2019 form, clean";
    SAMPLE_FAULTY_2019: "2019 版 · 有错", "2019 form, faulty";
    STATE_BLANK: "空白", "blank";
    STATE_TEXT: "不是数字", "not a number";
    STATE_INFERRED: "由连写的数字拆出", "split from run-together digits";
    STATE_UNREAD: "没有读出", "could not be read";
    STATE_MISSING: "报告中没有这一格", "not in the report";
    NOT_KNOWN: "有单元格没有数字，无法核对", "a cell has no number, so it cannot be checked";
    NO_SUMS: "这一格不参加任何勾稽关系。", "This cell takes part in no sum.";
    EXTRA: "报告中另有的行", "Further rows of the report";
    APPLY_SAFE: "改好", "Apply";
    APPLY_REVIEW: "照此修改（请核对）", "Apply (please verify)";
    DIVIDER: "调整左右宽度", "Adjust the width of the panes";
    OTHERS_ZERO: "其余各项为 0", "the others are 0";
    CLOSE: "关闭", "Close";
}

/// 表二's full name, and so on.
pub fn year(year: i32, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{year}年度"),
        Lang::En => format!("year {year}"),
    }
}

/// A line of the text, as a place.
pub fn line(line: u32, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("第 {line} 行"),
        Lang::En => format!("line {line}"),
    }
}

/// The verdict of a report with findings: 有 2 处错误、3 处提醒.
pub fn counts([errors, warnings, hints]: [u32; 3], lang: Lang) -> String {
    let mut parts = Vec::new();
    let mut part = |count: u32, zh: &str, en: &str| {
        if count > 0 {
            parts.push(match lang {
                Lang::Zh => format!("{count} 处{zh}"),
                Lang::En => format!("{count} {en}{}", if count == 1 { "" } else { "s" }),
            });
        }
    };
    part(errors, "错误", "error");
    part(warnings, "提醒", "warning");
    part(hints, "提示", "hint");
    match lang {
        Lang::Zh => format!("有 {}", parts.join("、")),
        Lang::En => parts.join(", "),
    }
}
