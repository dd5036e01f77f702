//! The letter that sends a report back (退回意见): what has to be mended, numbered, each
//! with its place, what is there, what should be, and the basis. Hints and what was
//! accepted are not in it.

use super::{Export, words};
use crate::finding::Severity;
use crate::lang::{Lang, Text};
use crate::render::csv;

/// Chapters of the letter.
const CHAPTERS: [(Severity, Text); 2] = [
    (Severity::Error, Text::new("必须改正", "To be corrected")),
    (Severity::Warning, Text::new("请核实，确有不妥的请改正", "To be verified, and corrected where wrong")),
];

/// The letter.
pub fn return_opinion(export: &Export) -> String {
    let lang = export.lang;
    let errors = export.open(Severity::Error);
    let warnings = export.open(Severity::Warning);
    // Pasted into a spreadsheet each line is a cell.
    let body = export.view.organization.as_deref().map(csv::guarded);
    let body = body.as_deref();
    let count = (errors + warnings).to_string();
    let title = export.title();
    let year = export.view.year.map(|year| [&year.to_string(), "年度"].concat()).unwrap_or_default();
    let report = [&year, "政府信息公开工作年度报告"].concat();
    let mut lines = match lang {
        Lang::Zh => vec![
            ["关于", &title, "的退回意见"].concat(),
            String::new(),
            [body.unwrap_or("报送单位"), "："].concat(),
        ],
        Lang::En => vec![
            ["Return of the ", &title].concat(),
            String::new(),
            [body.unwrap_or("To the body"), ":"].concat(),
        ],
    };
    lines.push(match (errors + warnings, lang) {
        (0, Lang::Zh) => ["　　你单位报送的", &report, "已校核，没有发现需要退回修改的问题。"].concat(),
        (0, Lang::En) => {
            "Your report was checked. Nothing was found for which it has to be returned.".to_string()
        }
        (_, Lang::Zh) => [
            "　　你单位报送的",
            &report,
            "已校核，有以下 ",
            &count,
            " 处问题。请逐条核实修改，核对无误后重新报送。",
        ]
        .concat(),
        (_, Lang::En) => {
            ["Your report was checked. Please mend the ", &count, " findings below, and send it again."]
                .concat()
        }
    });
    let mut number = 0;
    let mut chapter_number = 0;
    for (severity, chapter) in CHAPTERS {
        let of_chapter = export.open(severity);
        if of_chapter == 0 {
            continue;
        }
        chapter_number += 1;
        lines.push(String::new());
        lines.push(match lang {
            Lang::Zh => {
                let ordinal = if chapter_number == 1 { "一、" } else { "二、" };
                [ordinal, chapter.zh, "（", &of_chapter.to_string(), " 处）"].concat()
            }
            Lang::En => [chapter.en, " (", &of_chapter.to_string(), ")"].concat(),
        });
        for (index, finding) in export.view.findings.iter().enumerate() {
            if finding.severity != severity || export.reason(finding).is_some() {
                continue;
            }
            number += 1;
            let told = export.told(index, finding);
            lines.push([&number.to_string(), ". ", &told.place].concat());
            for (head, words) in [
                (words::MESSAGE, told.message.as_str()),
                (words::FOUND, &told.found),
                (told.expected_head, &told.expected),
                (words::HOW, told.how),
                (words::BASIS, told.basis),
            ] {
                if !words.is_empty() {
                    lines.push(["   ", export.say(head), export.colon(), words].concat());
                }
            }
        }
    }
    lines.push(String::new());
    lines.push(
        [
            export.say(Text::new("（校核：", "(Checked by ")),
            &export.stamp(),
            export.say(Text::new("）", ")")),
        ]
        .concat(),
    );
    lines.join("\n") + "\n"
}
