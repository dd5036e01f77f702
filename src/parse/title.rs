//! The title.

use super::headings::skip_residue;
use super::organization::{BODIES, organization};
use super::year::{find_year, year_at, year_in};
use crate::report::Title;
use crate::text::find::{find, has_char, holds, holds_any, nth_char};
use crate::text::fold::{digit, is_space};
use crate::text::{Source, Span};

/// A title is looked for in this many lines that are not blank before the first
/// section.
const LINES_SEARCHED: usize = 60;
/// The longest line, in characters, that can be part of a title.
const LONGEST_LINE: usize = 80;

/// Words that end a title.
const ENDINGS: [&str; 4] = ["年度报告", "年报", "工作报告", "报告"];

/// One line that can be a title or a part of one.
struct Line {
    span: Span,
    /// The words without white space.
    words: String,
}

impl Line {
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    fn is_title_end(&self) -> bool {
        let mut words = self.words.as_str();
        // （2022年） or （文字版） may stand last; （开发区）2022年度工作报告 goes on with the rest.
        let is_last = |open: &usize| !holds(&words[*open..], "报");
        if let Some(open) = words.rfind(any_of!['（', '(']).filter(is_last) {
            words = &words[..open];
        }
        let words = words.trim_end_matches(|c: char| c.is_ascii_punctuation() || c == '》');
        ENDINGS.iter().any(|ending| words.ends_with(ending))
    }

    fn names_the_report(&self) -> bool {
        names_disclosure(&self.words) && holds_any(&self.words, &["年度报告", "年报"])
    }

    fn is_whole_title(&self) -> bool {
        self.is_title_end()
            && self.names_the_report()
            && year_in(&self.words).is_some()
            && !organization(&self.words).is_empty()
    }

    /// Whether the line is nothing but a year: `（2022年度）`.
    fn is_year(&self) -> bool {
        let words = self.words.trim_matches(any_of!['（', '）', '(', ')']);
        find_year(words).is_some_and(|(start, end, _)| start == 0 && end == words.len())
    }

    /// Whether the line is nothing but the name of a body.
    fn is_body(&self) -> bool {
        self.words.ends_with(BODIES) && self.can_begin()
    }

    /// Whether the line can be the first part of a title over two lines.
    fn can_begin(&self) -> bool {
        let plain = |c: char| {
            ('\u{4e00}'..='\u{9fff}').contains(&c)
                || digit(c).is_some()
                || matches!(c, '（' | '）' | '(' | ')' | '〇')
        };
        self.words.chars().count() <= 40 && self.words.chars().all(plain)
    }
}

/// Whether words name what the report is about, by its statutory name or the wider one.
fn names_disclosure(words: &str) -> bool {
    holds_any(words, &["信息公开", "政务公开"])
}

/// Finds the title among the lines before `first_section` (a byte offset).
pub fn title(source: &Source, extent: Span, first_section: u32) -> Option<Title> {
    let end = if first_section > extent.start { first_section } else { extent.end };
    let area = Span { start: extent.start, end };
    let (lines, whole) = lines(source, area);
    // A line that is a whole title wins over parts; the first of them, because
    // navigation and lists of other years follow the article.
    if whole {
        return Some(build(source, &lines[lines.len() - 1..]));
    }
    over_lines(source, &lines)
        .or_else(|| Some(build(source, &[among_others(source, area)?])))
        .or_else(|| before_prose(source, area))
        .or_else(|| incomplete(source, &lines))
}

/// A title that is whole over up to three lines, and the line below with the year.
fn over_lines(source: &Source, lines: &[Line]) -> Option<Title> {
    for last in 0..lines.len() {
        if !lines[last].is_title_end() {
            continue;
        }
        for first in (last.saturating_sub(2)..=last).rev() {
            let parts = &lines[first..=last];
            if parts[..parts.len() - 1].iter().any(|part| !part.can_begin() || part.is_title_end()) {
                break;
            }
            // The year may stand alone on the line below.
            let below = lines.get(last + 1).is_some_and(Line::is_year);
            let parts = if below { &lines[first..=last + 1] } else { parts };
            let joined: String = parts.iter().map(|part| part.words.as_str()).collect();
            if names_disclosure(&joined) && year_in(&joined).is_some() && !organization(&joined).is_empty() {
                return Some(build(source, parts));
            }
        }
    }
    None
}

/// Less than a whole title: of a report that names no year or no body, or names them in
/// another order.
fn incomplete(source: &Source, lines: &[Line]) -> Option<Title> {
    let mut named = None;
    for (index, line) in lines.iter().enumerate() {
        let ends = line.is_title_end();
        if line.names_the_report() && (ends || named.is_none() && !has_char(&line.words, '，')) {
            named = Some(index);
            if ends {
                break;
            }
        }
    }
    let index = named?;
    // 云溪县水利局, and below it 2022政府信息公开工作年度报告: the year has lost its 年.
    let words = &lines[index].words;
    let is_second = words.starts_with("20") && organization(words).is_empty();
    let first = index.saturating_sub(usize::from(is_second));
    let begins = lines[first].is_body();
    // On a cover the year and the body stand below.
    let last = index + usize::from(lines.get(index + 1).is_some_and(Line::is_year));
    let mut title = build(source, &lines[if begins { first } else { index }..=last]);
    if title.organization.is_none() {
        title.organization = lines.get(last + 1).filter(|line| line.is_body()).map(|line| line.words.clone());
    }
    Some(title)
}

/// What parts a title from other words of the page on its line.
const PARTS: &[char] = &['>', '»', '›', '/', '|', '｜', '：', ':', '】', '\t', '。', '·'];

/// Words of the page that can follow a title without a space.
const AFTER_TITLE: [&str; 12] =
    ["发布", "来源", "信息来源", "日期", "时间", "作者", "浏览", "索引", "字号", "字体", "打印", "成文"];

/// A title among other words of the page on its line: behind the path to it, before the
/// day it was put there.
fn among_others(source: &Source, area: Span) -> Option<Line> {
    for (start, raw) in source.lines(area).take(4 * LINES_SEARCHED) {
        let long = nth_char(raw, 4 * LONGEST_LINE).map_or(raw, |(at, _)| &raw[..at]);
        if !names_disclosure(long) {
            continue;
        }
        let mut at = start;
        for part in long.split(PARTS) {
            let begin = at;
            // Every mark is followed by the next part; its width differs.
            at += part.len();
            at += source.text()[at..].chars().next().map_or(0, char::len_utf8);
            for ending in &ENDINGS[..2] {
                let Some(end) = find(part, ending).map(|found| found + ending.len()) else { continue };
                let rest = &part[end..];
                let ends = rest.is_empty()
                    || rest.starts_with(|c: char| {
                        c.is_whitespace()
                            || is_space(c)
                            || c.is_ascii_digit()
                            || matches!(c, '【' | '《' | '》')
                    })
                    || AFTER_TITLE.iter().any(|words| rest.starts_with(words));
                let span = source.trim(Span::new(begin, begin + end));
                let line = Line { span, words: squeeze(source.slice(span)) };
                let plain = !line.words.contains(any_of!['，', '；', '“', '《']);
                if ends && plain && line.words.chars().count() <= LONGEST_LINE && line.is_whole_title() {
                    return Some(line);
                }
            }
        }
    }
    None
}

/// A title with prose after it on its line, as a text without line ends has it.
fn before_prose(source: &Source, area: Span) -> Option<Title> {
    let text = source.slice(area);
    let start = text.len() - text.trim_start().len();
    let words = nth_char(&text[start..], 120).map_or(&text[start..], |(i, _)| &text[start..start + i]);
    let end = ENDINGS[..2].iter().filter_map(|ending| Some(find(words, ending)? + ending.len())).max()?;
    if words[..end].contains(any_of!['。', '，', '；', '\n', '>', '»', '/']) || is_preamble(&words[..end])
    {
        return None;
    }
    let base = area.start as usize + start;
    let line = Line { span: Span::new(base, base + end), words: squeeze(&words[..end]) };
    line.is_whole_title().then(|| build(source, &[line]))
}

/// Whether words begin the preamble, which names the report within a sentence.
fn is_preamble(words: &str) -> bool {
    const BEGINNINGS: [&str; 10] =
        ["根据", "按照", "依据", "遵照", "为认真", "为全面", "为贯彻", "为进一步", "现将", "现公布"];
    BEGINNINGS.iter().any(|beginning| words.starts_with(beginning))
        || words.matches('《').count() > words.matches('》').count()
}

/// Whether a line is a complete title: it names a body, a year and the report.
pub fn is_title(line: &str) -> bool {
    if line.len() > LONGEST_LINE * 4 || !names_disclosure(line) {
        return false;
    }
    let words = squeeze(line);
    let line = Line { span: Span::default(), words };
    line.words.chars().count() <= LONGEST_LINE
        && line.is_title_end()
        && line.names_the_report()
        && year_in(&line.words).is_some()
        && !line.words.contains(any_of!['，', '。', '；', '《'])
}

fn squeeze(line: &str) -> String {
    let mut words = String::with_capacity(line.len());
    line.split(|c: char| c.is_whitespace() || is_space(c)).for_each(|part| words.push_str(part));
    words
}

/// The lines of `area` that can be a title or a part of one, up to the first that is a
/// whole title, and whether there is such a one.
fn lines(source: &Source, area: Span) -> (Vec<Line>, bool) {
    let mut lines = Vec::new();
    for (start, raw) in source.lines(area) {
        let end = start + raw.len();
        let span = source.trim(Span::new(skip_residue(source.text(), start, end), end));
        // A long line is prose, but it may come before the title; it is passed over.
        if span.is_empty() || nth_char(source.slice(span), LONGEST_LINE).is_some() {
            continue;
        }
        let mut words = squeeze(source.slice(span));
        let mut span = span;
        // `标题：…` and the like name a field of the page, not the body.
        let colon = source.slice(span).rfind(any_of!['：', ':']);
        if let Some(colon) = colon
            && colon < 40
            && names_disclosure(&words)
        {
            let width = source.slice(span)[colon..].chars().next().map_or(1, char::len_utf8);
            span = source.trim(Span::new(span.start as usize + colon + width, span.end as usize));
            words = squeeze(source.slice(span));
        }
        if words.contains(any_of!['。', '；', '/', '>', '»']) || words.is_empty() {
            continue;
        }
        let line = Line { span, words };
        let whole = line.is_whole_title();
        lines.push(line);
        if whole {
            return (lines, true);
        }
        if lines.len() >= LINES_SEARCHED {
            break;
        }
    }
    (lines, false)
}

fn build(source: &Source, parts: &[Line]) -> Title {
    let text: String = parts.iter().map(|part| source.slice(part.span)).collect();
    let joined: String = parts.iter().map(|part| part.words.as_str()).collect();
    let span = parts[0].span.to(parts[parts.len() - 1].span);
    let organization = Some(organization(&joined)).filter(|words| !words.is_empty());
    let year = parts.iter().find_map(|part| year_at(source, part.span));
    Title { text, span, organization, year }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<Title> {
        let source = Source::new(text);
        title(&source, Span::new(0, text.len()), text.len() as u32)
    }

    #[test]
    fn a_title_names_its_body_and_year() {
        // Text, organization, year.
        let cases = [
            ("云溪县青禾镇2021年政府信息公开工作\n年度报告\n", "云溪县青禾镇", 2021),
            (
                "2020年云溪县人民政府行政服务中心\n政府信息公开工作年度报告\n",
                "云溪县人民政府行政服务中心",
                2020,
            ),
            ("   云溪市人民政府\n 2024 年政府信息公开工作年度报告\n", "云溪市人民政府", 2024),
            (
                "首页 > 政府信息公开 > 云溪县青禾镇2023年政府信息公开工作年度报告 发布时间：2024-01-15 10:32\n",
                "云溪县青禾镇",
                2023,
            ),
            (
                "云溪县林业局2021年政府信息公开工作年度报告 2022-01-12 来源：林业局 浏览：56次\n",
                "云溪县林业局",
                2021,
            ),
            ("云溪县林业局2021年政府信息公开工作年度报告发布日期：2022-01-12\n", "云溪县林业局", 2021),
            ("当前位置：首页/法定主动公开内容/云溪县林业局2021年政府信息公开年报\n", "云溪县林业局", 2021),
            ("标题: 云溪实验区2024年度政府信息公开工作年度报告\n", "云溪实验区", 2024),
            ("青政办〔2022〕3号\n\n云溪县林业局关于2021年度政府信息公开年报\n", "云溪县林业局", 2021),
            ("云溪县林业局政府信息公开工作年度报告（2022年）\n", "云溪县林业局", 2022),
            ("云溪县林业局\n政府信息公开工作年度报告\n（2022年度）\n", "云溪县林业局", 2022),
            ("【图文】云溪县林业局2021年度政府信息公开工作年度报告\n", "云溪县林业局", 2021),
            ("云溪高新区（开发区）管委会2022年度政府信息公开工作报告\n", "云溪高新区（开发区）管委会", 2022),
            ("云溪县林业局2021年度政府信息公开工作报告（文字版）\n2022年01月17日\n", "云溪县林业局", 2021),
            ("云溪县林业局二〇二一年政府信息公开工作年度报告\n", "云溪县林业局", 2021),
            ("云溪县林业局（2021年）政府信息公开工作年度报告\n", "云溪县林业局", 2021),
            ("云溪县人民政府(县政府办公室)2021年政府信息公开年报\n", "云溪县人民政府(县政府办公室)", 2021),
            ("2021年青禾镇人民政府信息公开工作年度报告\n", "青禾镇人民政府", 2021),
            ("【年度报告】云溪县林业局2021年政府信息公开工作年度报告\n", "云溪县林业局", 2021),
            ("云溪县林业局：2021年政府信息公开工作年度报告\n", "云溪县林业局", 2021),
            ("云溪县林业局\n[bookmark: _Toc1]\n2021年政府信息公开工作年度报告\n", "云溪县林业局", 2021),
            ("云溪县林业局2021年政务公开工作年度报告\n", "云溪县林业局", 2021),
            (
                "云溪县人民政府办公室关于印发2021年政府信息公开工作年度报告的通知\n",
                "云溪县人民政府办公室",
                2021,
            ),
            ("政府信息公开工作年度报告\n（2021年度）\n云溪县林业局\n2022年1月\n", "云溪县林业局", 2021),
        ];
        for (text, organization, year) in cases {
            let title = read(text).unwrap_or_else(|| panic!("no title in {text:?}"));
            assert_eq!(title.organization.as_deref(), Some(organization), "{text:?}");
            assert_eq!(title.year.map(|y| y.0), Some(year), "{text:?}");
        }
    }

    #[test]
    fn the_body_stands_above_a_year_that_lost_its_character() {
        let title = read("云溪县水利局\n2022政府信息公开工作年度报告\n").expect("a title");
        assert_eq!(title.organization.as_deref(), Some("云溪县水利局"));
        let title = read("无障碍浏览\n2022政府信息公开工作年度报告\n").expect("a title");
        assert_eq!(title.organization, None);
    }

    #[test]
    fn a_title_in_another_order_is_still_there() {
        let title = read("2021年度政府信息公开工作年度报告——云溪县林业局\n").expect("a title");
        assert_eq!((title.organization, title.year.map(|y| y.0)), (None, Some(2021)));
    }

    #[test]
    fn prose_is_no_title() {
        for text in [
            "为认真落实上级关于做好2023年政府信息公开年度报告编制工作的要求，青禾街道编制本报告。本报告所列数据为全年数据。\n",
            "根据云溪县人民政府办公室《关于做好2023年政府信息公开年度报告的通知》要求，编制本报告，并向社会公布，接受监督。\n",
        ] {
            assert_eq!(read(text), None, "{text:?}");
        }
        let glued = read("青禾区卫生健康局2021政府信息公开工作年度报告\n").expect("a title");
        assert_eq!(glued.organization.as_deref(), Some("青禾区卫生健康局"));
        assert_eq!(read("现将2021年政府信息公开工作情况报告如下。\n今天天气很好\n"), None);
    }
}
