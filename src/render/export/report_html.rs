//! The report on a check: one HTML file that needs no other and runs nothing, made to be
//! read on a screen and printed on A4. It has the verdict, what was recognised, every
//! finding with its place and basis, and the tables as the form lays them out.

use super::table_html::{Dress, write};
use super::{Export, Figures, Told, escape, words};
use crate::finding::Severity;
use crate::form::TableKey;
use crate::lang::Text;

/// The style sheet. Nothing is told by colour alone: it may be printed without.
const STYLE: &str = include_str!("report.css");

/// The file.
pub fn report_html(export: &Export) -> String {
    let mut pen = Pen { out: String::new(), export };
    let title = [&export.title(), export.say(Text::new(" · 校核结果", ": check"))].concat();
    pen.raw("<!doctype html>\n<html lang=\"");
    pen.raw(export.lang.code());
    pen.raw("\">\n<head>\n<meta charset=\"utf-8\">\n");
    // It holds somebody else's words: whatever they were, nothing of them may run or load.
    pen.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
    pen.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"generator\" content=\"");
    pen.words(&export.stamp());
    pen.raw("\">\n");
    pen.element("title", &title);
    pen.raw("\n<style>\n");
    pen.raw(STYLE);
    pen.raw("</style>\n</head>\n<body>\n");
    pen.element("h1", &title);
    pen.raw("\n<p class=\"verdict ");
    pen.raw(export.view.verdict.key());
    pen.raw("\">");
    pen.words(&export.verdict());
    pen.raw("</p>\n");
    pen.recognised();
    pen.findings();
    pen.tables();
    pen.raw("<p class=\"stamp\">");
    pen.words(&[export.say(words::CHECKED_BY), export.colon(), &export.stamp()].concat());
    pen.raw("</p>\n</body>\n</html>\n");
    pen.out
}

struct Pen<'e> {
    out: String,
    export: &'e Export<'e>,
}

impl Pen<'_> {
    /// Appends HTML, which is ours.
    fn raw(&mut self, html: &str) {
        self.out.push_str(html);
    }

    /// Appends words, whoever's they are.
    fn words(&mut self, words: &str) {
        escape::html(&mut self.out, words);
    }

    fn element(&mut self, name: &str, words: &str) {
        for piece in ["<", name, ">"] {
            self.raw(piece);
        }
        self.words(words);
        for piece in ["</", name, ">"] {
            self.raw(piece);
        }
    }

    fn heading(&mut self, words: Text) {
        let words = self.export.say(words);
        self.element("h2", words);
        self.raw("\n");
    }

    fn pair(&mut self, head: &str, words: &str) {
        if !words.is_empty() {
            self.element("dt", head);
            self.element("dd", words);
            self.raw("\n");
        }
    }

    fn recognised(&mut self) {
        self.heading(Text::new("校核对象", "What was checked"));
        self.raw("<dl>\n");
        if !self.export.name.is_empty() {
            let head = self.export.say(words::SOURCE);
            self.pair(head, self.export.name);
        }
        for (head, words) in self.export.recognised() {
            self.pair(head, &words);
        }
        for (rule, count, reason) in &self.export.view.tally.reasons {
            let words = [rule, " × ", &count.to_string(), " · ", reason.get(self.export.lang)].concat();
            let head = self.export.say(Text::new("无法检查", "Could not be made"));
            self.pair(head, &words);
        }
        self.raw("</dl>\n");
    }

    fn findings(&mut self) {
        let export = self.export;
        self.heading(Text::new("问题", "Findings"));
        if export.view.findings.is_empty() {
            let nothing = export.nothing();
            self.element("p", &nothing);
            self.raw("\n");
            return;
        }
        self.raw("<ol>\n");
        for (index, finding) in export.view.findings.iter().enumerate() {
            let told = export.told(index, finding);
            let reason = export.reason(finding);
            self.raw("<li class=\"");
            self.raw(if reason.is_some() { "accepted" } else { finding.severity.key() });
            self.raw("\">\n<p class=\"head\">");
            self.finding_head(&told, finding.severity, &finding.rule, reason.is_some());
            self.raw("</p>\n");
            self.element("p", &told.message);
            self.raw("\n<dl>\n");
            for (head, words) in [
                (words::ACCEPTED, reason.unwrap_or_default()),
                (words::FOUND, &told.found),
                (told.expected_head, &told.expected),
                (words::HOW, told.how),
                (words::WHY, told.why),
                (words::BASIS, told.basis),
            ] {
                self.pair(export.say(head), words);
            }
            self.raw("</dl>\n</li>\n");
        }
        self.raw("</ol>\n");
    }

    fn finding_head(&mut self, told: &Told, severity: Severity, rule: &str, accepted: bool) {
        let mark = match severity {
            Severity::Error => "✕ ",
            Severity::Warning => "! ",
            Severity::Hint => "i ",
        };
        let severity = [mark, told.severity].concat();
        self.element("b", &told.number);
        self.raw(" <strong>");
        self.words(&severity);
        self.raw("</strong> ");
        if accepted {
            let accepted = self.export.say(Text::new("✓ 已认可", "✓ accepted"));
            self.element("em", accepted);
            self.raw(" ");
        }
        self.element("span", &told.place);
        self.raw(" ");
        self.element("code", rule);
    }

    fn tables(&mut self) {
        let export = self.export;
        if export.form().is_none() {
            return;
        }
        self.heading(Text::new("报告中的表格", "The report's tables"));
        let legend = Text::new(
            "格内小字是问题的序号；粗框为错误，虚线框为提醒或提示，下有双线的已认可。",
            "The small figures are the numbers of findings. A thick frame is an error, a dashed one a warning or a hint; a double line below is accepted.",
        );
        self.raw("<p class=\"legend\">");
        self.words(export.say(legend));
        self.raw("</p>\n");
        for table in &export.view.tables {
            self.raw("<section class=\"");
            self.raw(table.key.key());
            self.raw("\">\n");
            let name = [table.key.name(), table.key.section().section().title].map(|name| export.say(name));
            self.element("h3", &name.join(" "));
            if !table.there || table.unread.is_some() {
                let trouble = if table.there {
                    Text::new("这张表没有读出。", "This table could not be read.")
                } else {
                    Text::new("报告中没有这张表。", "The report does not have this table.")
                };
                self.element("p", export.say(trouble));
            }
            if table.there {
                self.table(table.key);
            }
            for (label, values) in &table.extra {
                let head = export.say(Text::new("报告中另有的行：", "Further row of the report: "));
                self.element("p", &[head, label, " ", &values.join(" · ")].concat());
            }
            self.raw("</section>\n");
        }
    }

    fn table(&mut self, key: TableKey) {
        write(&mut self.out, self.export, key, Figures::AsRead, Dress::Classes);
        self.raw("\n");
    }
}
