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
    UNRECOGNIZED: "无法识别为年度报告", "Not recognised as an annual report";
    UNREAD: "没有读取", "Not read";
    CORE_FAILED: "校核程序内部出错，已重新启动。您的文字没有丢失，也没有离开本机；请改动一处再试，或把这段文字告诉我们。", "The checking failed inside and was started afresh. Your text is not lost and has not left this machine; change something and try again.";
    EMPTY: "粘贴年报全文，即时校核", "Paste a report to check it";
    ONLY_SPACE: "文本框里只有空白，没有文字", "There is nothing but blanks in the text box";
    GO: "到问题 F8", "To the findings F8";
    TABLE_ABSENT: "报告中没有这张表。", "The report does not have this table.";
    BOUNDARIES_LOST: "数字连在一起，分不清属于哪一格，没有读取。", "Its numbers ran together and could not be told apart; it was not read.";
    SCATTERED: "行列散乱，没有读取。", "Its rows and columns are scattered; it was not read.";
    NO_VALUES: "只有表头，没有数字。", "It has labels and no values.";
    FINDINGS: "问题", "Findings";
    FINDING: "问题 ", "finding ";
    TABLES: "表格", "Tables";
    SOURCE: "原文", "Text";
    PANES: "显示哪一栏", "Which pane to show";
    NO_FINDINGS: "没有发现问题。", "Nothing was found.";
    NOT_CHECKED: "没有校核，因此没有问题可列。", "It was not checked, so nothing is listed.";
    NO_FORM: "没有认出统计表的版式，因此没有表格可看。", "No statutory form was recognised, so there are no tables to show.";
    WHAT: "查什么", "What it checks";
    WHY: "为什么", "Why";
    HOW: "怎样改", "How to mend it";
    EXAMPLE: "例", "Example";
    SILENT: "何时不报", "When it is silent";
    BASIS: "依据", "Basis";
    TO_TEXT: "看原文", "Show in text";
    TO_TABLE: "看表格", "Show in table";
    TO_CELL: "到这一格：", "Go to the cell: ";
    CLEAR: "清空", "Clear";
    SAVE: "保存本页", "Save page";
    SAVE_TITLE: "把本页另存为一个可离线使用的文件，不含您输入的任何内容（Ctrl+S）",
        "Save this page as one file for offline use, without anything you entered (Ctrl+S)";
    OPEN: "打开…", "Open…";
    OPEN_TITLE: "打开年报文件，一份、几份或 zip；也可以拖到页面上", "Open a report's file, several, or a zip; or drop them on the page";
    FILE_TOO_LARGE: "文件太大，没有读取。请复制其中年报的文字。", "The file is too large and was not read. Copy the report's text from it.";
    FILE_UNREADABLE: "浏览器没能读出这个文件。请打开它，复制其中的文字。", "The browser could not read this file. Open it and copy its text.";
    PASTED: "粘贴文本", "pasted text";
    REPORTS: "各份报告", "Reports";
    REPORTS_TOLD: "点一份（↑ ↓ 选，Enter 打开）就在左边打开；改过的会留着，按 F9 随时回到这份清单。点表头排序。", "Choose one (↑ ↓, then Enter) to open it at the left. What you change in it is kept; F9 comes back to this list. The heads sort it.";
    REPORT: "报告", "Report";
    ERRORS: "错误", "Errors";
    WARNINGS: "提醒", "Warnings";
    SORT: "按这一列排序，再点倒过来", "Sort by this column; again, the other way";
    CHECKING: "正在校核……", "Checking…";
    LIST_XLSX: "清单、问题和各表数字（Excel）", "List, findings and figures (Excel)";
    LIST_CSV: "清单（CSV）", "List (CSV)";
    LIST_XLSX_FILE: "年报校核清单.xlsx", "annual reports check.xlsx";
    LIST_CSV_FILE: "年报校核清单.csv", "annual reports check.csv";
    LIST_FINDINGS_FILE: "年报校核问题.csv", "annual reports findings.csv";
    LIST_CELLS_FILE: "年报单元格.csv", "annual reports cells.csv";
    FORGET_REPORTS: "清除这份清单", "Forget this list";
    NO_TEXT: "文件里没有文字", "The file holds no text";
    REPORT_FAILED: "校核程序在这份文件上内部出错", "The checking failed inside on this file";
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
    FAILED_TITLE: "一处问题可能使几项检查不通过", "One problem may fail several checks";
    UNASSESSABLE: "无法检查", "could not be made";
    REASONS: "哪些无法检查，为什么", "Which could not be made, and why";
    HELD_READ_ONLY: "文字太长，不能在这里修改。请在原来的文件里改，再粘贴过来。", "The text is too long to be changed here. Change it in its file and paste it again.";
    INVITE: "在 Word 或网页里打开年报，全选、复制，在这里粘贴；也可以把文件拖到这里，一份、几份或 zip 都行。", "Open the report in Word or on its page, select all, copy, and paste it here; or drop its file here, or several, or a zip.";
    INVITE_ONE: "认出单位、年度和表式（2019 版、2021 版）", "recognises the body, the year and the form (2019 or 2021)";
    INVITE_TWO: "逐格读出三张表，核对全部勾稽关系", "reads the three tables cell by cell and checks every sum";
    INVITE_THREE: "查六个部分、标题、统计期限和文字残留，指出在哪里、怎样改", "checks the six sections, headings, period and what conversions left behind, and says where and how to mend it";
    INVITE_SAMPLE: "或先看一份样例：", "Or look at a sample first:";
    SAMPLE_CLEAN_2021: "2021 版 · 无误", "2021 form, clean";
    SAMPLE_FAULTY_2021: "2021 版 · 有错", "2021 form, faulty";
    SAMPLE_CLEAN_2019: "2019 版 · 无误", "2019 form, clean";
    SAMPLE_FAULTY_2019: "2019 版 · 有错", "2019 form, faulty";
    RESULT_HINT: "问题、三张表和每一处算式会显示在这里。", "Findings, the three tables and every sum will appear here.";
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
    CHANGE: "改为：", "Change: ";
    FIX_ALL_TITLE: "把有把握的修改一次做完；不改任何数字，可以撤销", "Makes every fix that is certain in one step; no number is changed, and undo takes it back";
    EDIT: "改这一格", "Edit cell";
    FILL_LOOK: "表中绿色的 0 就是将要填入的格，请核对：", "The green zeros in the table show what would be filled; please check:";
    CANCEL: "取消", "Cancel";
    FILTER: "显示哪些问题", "Which findings to show";
    GROUP: "怎样归类", "Group by";
    BY_SEVERITY: "按级别", "By severity";
    BY_RULE: "按原因", "By cause";
    BY_PLACE: "按位置", "By place";
    BY_TEXT: "按原文顺序", "In the text's order";
    WHOLE: "全文", "The report as a whole";
    NOTHING_SHOWN: "没有要显示的问题。", "Nothing to show.";
    SHOW_ALL: "全部显示", "Show all";
    ACCEPT: "认可…", "Accept…";
    ACCEPT_NOW: "认可", "Accept";
    UNACCEPT: "取消认可", "No longer accept";
    ACCEPTED: "已认可", "accepted";
    REASON: "认可理由：", "Accepted because: ";
    WHY_ACCEPT: "为什么认可（会写进导出的结果）", "Why it is accepted (goes into exports)";
    WRONG: "报告误判", "Report a wrong finding";
    WRONG_TOLD: "下面的文字不会自动发送。请看过之后复制，交给维护者。里面只有这一条问题和前后几个字。", "Nothing is sent. Read the words below and copy them for the maintainers. They hold this finding and the few words around it, no more.";
    WRONG_HEAD: "勾稽误判报告，版本", "Gouji wrong finding, version";
    WRONG_WHY: "为什么是误判：", "Why it is wrong: ";
    COPY: "复制", "Copy";
    COPIED: "已复制。", "Copied.";
    NOT_COPIED: "浏览器不允许复制。文字已经选中，请按 Ctrl+C。", "The browser refused to copy. The words are selected: press Ctrl+C.";
    RULE: "规则", "Rule";
    RULES: "全部规则", "All rules";
    RULE_PAGE: "这条规则的说明", "About this rule";
    SETTINGS: "设置", "Settings";
    PROFILE: "校核设置", "What is checked";
    PROFILE_TOLD: "一行一项：规则码加 关/开/错误/提醒/提示；第一部分字数 加数字；第六部分 加事项。# 后面是说明。写错一行，整份不采用，并指出是哪一行。", "One setting a line: a rule's code and off, on, error, warning or hint; overview-limit and a number; section-six and a matter. What follows # is for people. A line that cannot be read refuses the whole, and is named.";
    PROFILE_EXAMPLE: "T2-04 关\nX-01 提示\n第一部分字数 1000\n第六部分 建议提案", "T2-04 off\nX-01 hint\noverview-limit 1000\nsection-six 建议提案";
    PROFILE_APPLY: "采用", "Apply";
    PROFILE_SAVE: "存成文件", "Save as a file";
    KEEPING: "本机记录", "What is kept here";
    KEEP_TOLD: "默认什么都不保存。打开后，只在这台电脑的浏览器里记住：语言、明暗、归类、栏宽、校核设置和认可的问题；从不保存报告全文。", "Nothing is kept unless you ask for it. Then this browser remembers language, theme, grouping, sizes, settings and accepted findings on this machine; never a report's text.";
    KEEP: "在本机记住", "Remember on this machine";
    WIPE: "清除本机记录", "Forget everything";
    WIPED: "本机记录已清除。", "Everything kept on this machine is gone.";
    NOT_STORED: "浏览器不允许或没有空间保存。设置只在本页有效；校核设置可以存成文件。", "The browser forbids keeping things, or has no room. What you set holds in this page only; settings can be saved as a file.";
    PREVIOUS: "上年年报", "Last year's report";
    PREVIOUS_TOLD: "粘贴或拖入上一年度的年报，核对跨年的数字和文字。", "Paste or drop the report of the year before to check figures and words across years.";
    COMPARED: "已与上年年报核对。", "Compared with last year's report.";
    HELP: "帮助", "Help";
    HELP_PASTE: "把年报全文粘贴到左边，或打开、拖入文件。校核立即进行，修改后自动再查。", "Paste the whole report at the left, or open or drop a file. It is checked at once, and again after each change.";
    HELP_CHECKED: "查的是：三张表的全部勾稽关系和填写，六个部分和标题，年度和表式，正文与表格是否一致，以及复制粘贴留下的痕迹。错误是一定要改的，提醒请看一看，提示默认收起。一处问题可能使几项检查不通过。", "What is checked: every sum of the three tables and how they are filled in, the six sections and headings, year and form, prose against tables, and what copying left behind. Errors have to be mended, warnings looked at; hints are folded away at first. One problem may fail several checks.";
    HELP_MEND: "点一条问题，原文、表格同时指到那一处；在原文里点有下划线的字，也会找到问题。表格里双击或按 Enter 改一格，原文跟着变。所有修改都可以在原文里用 Ctrl+Z 撤销。", "Choose a finding and the text and the table show its place; click underlined words to find theirs. Double-click a cell or press Enter to edit it, and the text follows. Ctrl+Z in the text undoes every change.";
    HELP_ACCEPT: "核实无误的问题可以写明理由“认可”：它不再列出，单独计数，导出时注明。", "A finding that is right as it is can be accepted with a reason: it is no longer listed, is counted, and exports say so.";
    HELP_YEAR: "“上年年报”里放上一年度的报告，就会核对跨年的数字。“设置”里可以关掉规则、改级别、加本地要求。", "With last year's report in its pane, figures are checked across years. Settings switch rules off, change severities and add local requirements.";
    HELP_PRIVACY: "内容不离开本机：没有服务器，没有网络请求，默认不保存任何东西。", "Nothing leaves this machine: no server, no request, and nothing is kept unless you ask.";
    KEYS: "快捷键", "Keys";
    KEY_NEXT: "下一个问题", "next finding";
    KEY_BACK: "上一个问题", "finding before";
    KEY_CHECK: "立即校核，到第一个问题", "check now and go to the first finding";
    KEY_ENTER: "（问题上）到原文", "(on a finding) into the text";
    KEY_ARROWS: "（表格里）在格间移动；空格键到原文", "(in a table) from cell to cell; space goes into the text";
    KEY_EDIT: "（表格里）改这一格", "(in a table) edit the cell";
    KEY_UNDO: "（原文里）撤销", "(in the text) undo";
    KEY_SAVE: "保存本页，不含您的内容", "save the page, without your text";
    KEY_REPORTS: "几份报告的清单，再按关上（F9）", "the list of several reports; again, closes it (F9)";
    KEY_CLOSE: "关闭打开的说明或输入", "close what is open";
    LEGEND: "表格里的记号", "Marks in the tables";
    DIVIDER: "调整左右宽度", "Adjust the width of the panes";
    DIVIDER_FINDINGS: "调整问题栏的大小", "Adjust the size of the findings";
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

/// Words around a number.
fn around(count: usize, lang: Lang, zh: [&str; 2], en: [&str; 2]) -> String {
    let [before, after] = match lang {
        Lang::Zh => zh,
        Lang::En => en,
    };
    [before, &count.to_string(), after].concat()
}

/// So many checks.
pub fn checks(count: usize, lang: Lang) -> String {
    around(count, lang, [" ", " 项"], [" ", if count == 1 { " check" } else { " checks" }])
}

/// Makes so many certain fixes.
pub fn fix_all(count: usize, lang: Lang) -> String {
    around(count, lang, ["一次改好 ", " 处"], ["Apply all safe fixes (", ")"])
}

/// The text of so many characters is too long for the text box; whether it was checked.
pub fn held(length: u32, checked: bool, lang: Lang) -> String {
    let length = length as usize;
    let long = around(
        length,
        lang,
        ["文字太长（", " 字），没有放进文本框，否则浏览器会卡住；"],
        ["The text has ", " characters, too many for the text box, which would freeze the browser. "],
    );
    let shown = match (checked, lang) {
        (true, Lang::Zh) => "全文已校核，下面只显示一段。",
        (false, Lang::Zh) => "下面只显示一段。",
        (true, Lang::En) => "All of it was checked; an excerpt is shown.",
        (false, Lang::En) => "An excerpt is shown.",
    };
    [&long, shown].concat()
}

/// Asks to fill so many blank cells.
pub fn fill(count: usize, lang: Lang) -> String {
    around(count, lang, ["空白格填 0（", " 格）…"], ["Fill blank cells with 0 (", ")…"])
}

/// Fills so many blank cells.
pub fn fill_make(count: usize, lang: Lang) -> String {
    around(count, lang, ["填入 ", " 格"], ["Fill with 0 (", ")"])
}

/// So many of the other addends are 0, and so many are blank.
pub fn others(zeros: usize, blanks: usize, lang: Lang) -> String {
    match (zeros, blanks) {
        (_, 0) => around(zeros, lang, ["其余 ", " 项为 0"], ["", " others are 0"]),
        (0, _) => around(blanks, lang, ["其余 ", " 项空白"], ["", " others are blank"]),
        _ => Text::new("其余 {} 项为 0、{} 项空白", "{} others are 0, {} are blank")
            .filled(lang, &[&zeros.to_string(), &blanks.to_string()]),
    }
}

/// Draws the rest.
pub fn more(count: usize, lang: Lang) -> String {
    around(count, lang, ["再显示（还有 ", " 条）"], ["Show more (", " left)"])
}

/// So many files are still to be read.
pub fn still_reading(left: usize, lang: Lang) -> String {
    around(left, lang, ["正在读取，还有 ", " 份……"], [" Reading, ", " left…"])
}

/// How many reports there are, and how many of each kind: with errors, with warnings
/// alone, passed, no report, not read.
pub fn reports(all: usize, counts: [usize; 5], lang: Lang) -> String {
    const KINDS: [[&str; 2]; 5] = [
        [" 份有错误", " with errors"],
        [" 份只有提醒", " with warnings only"],
        [" 份通过", " passed"],
        [" 份不是年报", " no annual report"],
        [" 份没有读取", " not read"],
    ];
    let (at, between, end) = match lang {
        Lang::Zh => (0, "、", "。"),
        Lang::En => (1, ", ", "."),
    };
    let parts: Vec<String> = counts
        .iter()
        .zip(KINDS)
        .filter(|(count, _)| **count > 0)
        .map(|(count, kind)| [&count.to_string(), kind[at]].concat())
        .collect();
    let all = around(all, lang, ["共 ", " 份"], ["", " files"]);
    if parts.is_empty() {
        return [&all, end].concat();
    }
    let colon = if lang == Lang::Zh { "：" } else { ": " };
    [&all, colon, &parts.join(between), end].concat()
}

/// How many of the findings are accepted.
pub fn accepted(count: usize, lang: Lang) -> String {
    around(count, lang, ["其中 ", " 处已认可"], ["", " of them accepted"])
}

/// What the filters hide: 另有 5 处提示、1 处已认可，未显示。
pub fn hidden(hidden: [u32; 3], accepted: u32, lang: Lang) -> Option<String> {
    let mut parts = listed(hidden, lang);
    if accepted > 0 {
        parts.push(around(accepted as usize, lang, ["", " 处已认可"], ["", " accepted"]));
    }
    if parts.is_empty() {
        return None;
    }
    Some(match lang {
        Lang::Zh => ["另有 ", &parts.join("、"), "，未显示。"].concat(),
        Lang::En => ["Not shown: ", &parts.join(", "), "."].concat(),
    })
}

/// The verdict of a report with findings: 有 2 处错误、3 处提醒.
pub fn counts(counts: [u32; 3], lang: Lang) -> String {
    let parts = listed(counts, lang);
    match lang {
        Lang::Zh => format!("有 {}", parts.join("、")),
        Lang::En => parts.join(", "),
    }
}

/// Those of the three counts that are not 0, in words.
fn listed([errors, warnings, hints]: [u32; 3], lang: Lang) -> Vec<String> {
    let names = [(errors, "错误", "error"), (warnings, "提醒", "warning"), (hints, "提示", "hint")];
    let counted = names.into_iter().filter(|(count, ..)| *count > 0);
    counted
        .map(|(count, zh, en)| match lang {
            Lang::Zh => format!("{count} 处{zh}"),
            Lang::En => format!("{count} {en}{}", if count == 1 { "" } else { "s" }),
        })
        .collect()
}
