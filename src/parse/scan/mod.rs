//! Pieces to tokens: the known words of a table ([`words`], [`labels`]), its values ([`numbers`]),
//! its blanks ([`marks`]).

mod labels;
mod marks;
mod numbers;
mod words;

use super::lexicon::{Entry, Lexicon, Sense};
use super::surface::{MOST, Piece, Surface};
use crate::report::Wording;
use crate::text::find::holds;
use crate::text::fold::{digit, is_space, key_char};
use crate::text::{Source, Span};
use marks::{blank_mark, line_ends, page_end, unknown_end};
pub(super) use marks::{is_blank_mark, looks_like_number};

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A known word.
    Word {
        /// What it means.
        sense: Sense,
        /// The number that stands before it, as a digit; 0 without one.
        ordinal: u8,
        /// How near it is to the official words.
        wording: Wording,
    },
    /// Something that begins like a number.
    Number,
    /// A cell with nothing in it, or a mark for nothing.
    Blank,
    /// Anything else.
    Text,
}

/// A token of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: Kind,
    /// Where it is.
    pub span: Span,
    /// The row of the surface it stands in.
    pub row: u32,
    /// The cell of that row.
    pub column: u16,
}

/// How often a cell is compared with labels it nearly matches; bounds the time on a
/// text full of strange words.
const COMPARISONS: usize = 80;

/// From this many characters a label within other words is no chance.
const LONG_LABEL: usize = 5;

/// Reads the tokens of the pieces of one table.
pub fn tokens(source: &Source, pieces: &[Piece], surface: Surface, lexicon: &'static Lexicon) -> Vec<Token> {
    let mut scanner = Scanner {
        source,
        lexicon,
        tokens: Vec::with_capacity(pieces.len()),
        interrupted: Vec::new(),
        comparisons: COMPARISONS,
        undefined: 0,
        flows: surface == Surface::Flow,
    };
    match surface {
        Surface::Flow => {
            // A label may go on from one line to the next, so all lines are one stretch,
            // broken only where lines were left out.
            let mut at = 0;
            while at < pieces.len() {
                let mut last = at;
                if pieces[at].span.is_empty() {
                    scanner.cell(&pieces[at]);
                    at += 1;
                    continue;
                }
                while last + 1 < pieces.len()
                    && !pieces[last + 1].span.is_empty()
                    && only_space(source, pieces[last].span, pieces[last + 1].span)
                {
                    last += 1;
                }
                let start_line = pieces[at].row;
                scanner.stretch(pieces[at].span.to(pieces[last].span), start_line, 0);
                at = last + 1;
            }
        }
        _ => {
            for piece in pieces {
                scanner.cell(piece);
            }
        }
    }
    scanner.tokens
}

fn only_space(source: &Source, before: Span, after: Span) -> bool {
    source.text()[before.end as usize..after.start as usize].trim().is_empty()
}

struct Scanner<'a> {
    source: &'a Source<'a>,
    lexicon: &'static Lexicon,
    tokens: Vec<Token>,
    /// Labels that were broken off, with how much of each was read.
    interrupted: Vec<(&'static Entry, usize)>,
    comparisons: usize,
    /// Before this place no line goes on as a definition: a digit stands here.
    undefined: usize,
    /// Whether words stand in no cells.
    flows: bool,
}

impl Scanner<'_> {
    /// One cell that stands for itself.
    fn cell(&mut self, piece: &Piece) {
        let words = self.source.slice(piece.span);
        let push = |tokens: &mut Vec<Token>, kind| {
            tokens.push(Token { kind, span: piece.span, row: piece.row, column: piece.column });
        };
        let digits = words.bytes().all(|byte| byte.is_ascii_digit());
        if words.is_empty() || !digits && is_blank_mark(words) {
            push(&mut self.tokens, Kind::Blank);
            return;
        }
        if digits || looks_like_number(words) {
            push(&mut self.tokens, Kind::Number);
            return;
        }
        if let Some(kind) = self.whole_label(piece.span) {
            push(&mut self.tokens, kind);
            return;
        }
        // A label with a line of something else, which a page put into it or below it.
        if holds(words, "\n")
            && let Some(kind) = self.interrupted_label(piece.span)
        {
            push(&mut self.tokens, kind);
            return;
        }
        // The rest of a label that was broken off in the row above.
        let above = |token: &&Token| token.row + 1 == piece.row && matches!(token.kind, Kind::Word { .. });
        if self
            .tokens
            .iter()
            .rev()
            .find(|token| token.kind != Kind::Blank || token.row != piece.row)
            .is_some_and(|token| above(&token))
            && self.resume(piece.span.start as usize, piece.span.end as usize)
                == Some(piece.span.end as usize)
        {
            return;
        }
        // Several things in one cell: a label and its value, two labels.
        let before = self.tokens.len();
        self.stretch(piece.span, piece.row, piece.column);
        // What a long note at the end of a cell names is none of the cell's own words.
        if let Some(note) = marks::long_note(words) {
            let note = piece.span.start + note as u32;
            let kept = self.tokens[before..].iter().take_while(|token| token.span.start < note).count();
            self.tokens.truncate(before + kept);
        }
        let any_word = self.tokens[before..].iter().any(|t| matches!(t.kind, Kind::Word { .. }));
        if !any_word {
            self.tokens.truncate(before);
            let kind = self.nearly_label(words).unwrap_or(Kind::Text);
            push(&mut self.tokens, kind);
        }
    }

    /// A text in which words and numbers follow each other with or without spaces.
    fn stretch(&mut self, span: Span, first_row: u32, column: u16) {
        let text = self.source.text();
        let end = span.end as usize;
        let mut at = span.start as usize;
        let mut row = first_row;
        let mut word_start = true;
        let mut words_end = at;
        while at < end && self.tokens.len() < MOST {
            // What stands between words and numbers, nearly always.
            if let between @ (b' ' | b'\n') = text.as_bytes()[at] {
                row += u32::from(between == b'\n');
                word_start = true;
                at += 1;
                continue;
            }
            let Some(c) = text[at..end].chars().next() else { break };
            if is_space(c) {
                word_start = true;
                at += c.len_utf8();
                continue;
            }
            if word_start && let Some(stop) = self.resume(at, end) {
                row += line_ends(&text[at..stop]);
                at = stop;
                continue;
            }
            if word_start
                && !c.is_ascii_digit()
                && let Some(stop) = blank_mark(text, at, end)
            {
                self.tokens.push(Token { kind: Kind::Blank, span: Span::new(at, stop), row, column });
                at = stop;
                continue;
            }
            if let Some((token, stop)) = self.label(at, end, row, column) {
                row += line_ends(&text[at..stop]);
                self.tokens.push(token);
                at = stop;
                word_start = true;
                continue;
            }
            if let Some(stop) = page_end(text, at, end).filter(|_| self.flows) {
                at = stop;
                continue;
            }
            let signed = matches!(c, '+' | '-' | '－' | '＋' | '−' | '增' | '减')
                && text[at + c.len_utf8()..end].chars().next().is_some_and(|c| digit(c).is_some());
            if word_start && (signed || digit(c).is_some()) {
                let (number_end, stop) = self.number(at, end);
                if number_end > at {
                    let span = Span::new(at, number_end);
                    self.tokens.push(Token { kind: Kind::Number, span, row, column });
                }
                at = stop;
                continue;
            }
            if key_char(c).is_none() {
                at += c.len_utf8();
                continue;
            }
            // Unknown words end at a space, at digits that end the word, or, where all
            // is glued, at a label too long to be there by chance.
            // The rest of words with such a label among them ends where they do.
            if words_end <= at {
                words_end = unknown_end(text, at, end);
            }
            let stop = self.long_label_within(at, words_end).unwrap_or(words_end);
            let nearly = if self.flows { self.nearly_label(&text[at..stop]) } else { None };
            let kind = nearly.unwrap_or(Kind::Text);
            self.tokens.push(Token { kind, span: Span::new(at, stop), row, column });
            at = stop;
            word_start = text[at..end].chars().next().is_none_or(|c| digit(c).is_some());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::surface;
    use super::*;
    use crate::form::TableKey;
    use crate::text::fold::key;

    /// The tokens of a text: words by their own words, `#` before a number, `_` a blank, `?` text.
    fn read(table: TableKey, text: &str) -> Vec<String> {
        let source = Source::new(text);
        let area = Span::new(0, text.len());
        let surface = surface::surface(&source, area);
        let pieces = surface::pieces(&source, area, surface);
        tokens(&source, &pieces, surface, Lexicon::of(table))
            .iter()
            .map(|token| {
                let words = key(source.slice(token.span));
                match token.kind {
                    Kind::Word { sense: Sense::Row(key), .. } => key.to_string(),
                    Kind::Word { sense: Sense::Group(key), .. } => format!("[{key}]"),
                    Kind::Word { .. } => words,
                    Kind::Number => format!("#{}", source.slice(token.span)),
                    Kind::Blank => "_".into(),
                    Kind::Text => format!("?{words}"),
                }
            })
            .collect()
    }

    #[test]
    fn a_label_may_explain_itself_in_brackets_at_any_length() {
        assert_eq!(
            read(
                TableKey::Disclosure,
                "信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量 |
规范性文件(含本机关印发的各类通知、意见、公告(标题带有办法、细则、规则字样的一般都算规范性文件),行政许可和行政处罚的决定书不算) | 2 | 1 | 19 |
行政强制 | 4 | 0 | - |
其他需要公开的文件(含除规范性文件以外由各科室按照职责自行登记并且报办公室备案的文件和公告、会议纪要、答复等) | 86 | 85 | 255 |
行政许可(见附件)、行政处罚(见附件),以及在此之外由各科室按照职责自行登记的其他对外管理服务事项(见附件) | 0 | 0 | 0 |",
            )[4..],
            [
                "normative_documents", "#2", "#1", "#19", "coercion", "#4", "#0", "_",
                "?其他需要公开的文件含除规范性文件以外由各科室按照职责自行登记并且报办公室备案的文件和公告会议纪要答复等", "#86", "#85", "#255",
                "licensing", "?见附件行政处罚见附件以及在此之外由各科室按照职责自行登记的", "other_services", "?见附件",
                "#0", "#0", "#0"
            ]
        );
    }

    #[test]
    fn glued_labels_and_digits_come_apart() {
        assert_eq!(
            read(
                TableKey::Applications,
                "（三）不予公开1.属于国家秘密40000042.其他法律行政法规禁止公开00000003.危及“三安全一稳定”0000000（四）无法提供"
            ),
            [
                "[denied]",
                "denied.state_secret",
                "#4000004",
                "denied.other_law",
                "#0000000",
                "denied.safety_stability",
                "#0000000",
                "[unavailable]"
            ]
        );
        assert_eq!(
            read(
                TableKey::Applications,
                "00000003.其他1100002（七）总计21710000218四、结转下年度继续办理0000000"
            ),
            ["#0000000", "3其他", "#1100002", "七总计", "#21710000218", "carried_out", "#0000000"]
        );
        assert_eq!(
            read(
                TableKey::Disclosure,
                "规章000行政规范性文件6233440第二十条第（五）项信息内容本年处理决定数量行政许可4529"
            ),
            [
                "regulations",
                "#000",
                "normative_documents",
                "#6233440",
                "第二十条第五项",
                "信息内容",
                "本年处理决定数量",
                "licensing",
                "#4529"
            ]
        );
    }

    #[test]
    fn labels_broken_by_their_own_values_are_found() {
        assert_eq!(
            read(
                TableKey::Applications,
                "（二）部分公开（区分处理的，只计这一情\n447 7 0 0 0 0 454\n形，不计其他情形）\n1.属于国家秘密 2 0 0 0 0 0 2"
            ),
            [
                "partial",
                "#447",
                "#7",
                "#0",
                "#0",
                "#0",
                "#0",
                "#454",
                "denied.state_secret",
                "#2",
                "#0",
                "#0",
                "#0",
                "#0",
                "#0",
                "#2"
            ]
        );
        assert_eq!(
            read(
                TableKey::Applications,
                "2、申请人逾期未按收费通知要\n他处理\n求缴纳费用、行政机关不再处理 6 0 0 0 0 0 6\n其政府信息公开申请\n3、其他 1 0"
            ),
            ["other.fee_unpaid", "?他处理", "#6", "#0", "#0", "#0", "#0", "#0", "#6", "3其他", "#1", "#0"]
        );
    }

    #[test]
    fn cells_are_told_by_what_they_hold() {
        assert_eq!(
            read(
                TableKey::Disclosure,
                "政府集中采购\t8批次\t6323013元\n财政预算、决算\t云溪县政府门户网站\t\n规章\t/\t３"
            ),
            [
                "procurement",
                "?8批次",
                "?6323013元",
                "budget",
                "?云溪县政府门户网站",
                "_",
                "regulations",
                "_",
                "#３"
            ]
        );
    }
}
