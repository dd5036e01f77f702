//!

use super::{ProseLines, Slip, find_slips};
use crate::finding::{Applicability, Edit, Severity};
use crate::lang::Text;
use crate::order;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::{Context, Record, Rule, Scope, prose::prose, search};
use crate::text::Span;

const CODE: &str = "Q-02";

/// 引号、书名号不配对: a quotation or a title that is opened and not closed, or the
/// other way round.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Hint,
    scope: Scope::All,
    prose: prose! {
        message: Text::new("引号或书名号不配对“{x}”，共{n}处", "Unbalanced quotation or title marks \"{x}\" in {n} place(s)"),
        what: Text::new(
            "正文里的双引号和书名号是否成对。",
            "Whether double quotation marks and title marks of the prose come in pairs.",
        ),
        why: Text::new(
            "少了一半，就看不出引用的文字或文件名到哪里为止。",
            "With one half missing nobody can tell where the quoted words or the title end.",
        ),
        how: Text::new("补上缺少的一半，或改正方向、宽度不对的一半。", "Add the missing half, or correct the one that faces the wrong way or is straight."),
        example: Text::new("“根据《政府信息公开条例要求”缺少“》”。", "《政府信息公开条例要求 lacks its 》."),
        basis: Text::new("GB/T 15834《标点符号用法》", "GB/T 15834, use of punctuation marks"),
        silent: Text::new(
            "成对的直引号；单引号；书名号里再套书名号；一句话分成几行、几页，后面的行里配上了；表格里的引号。",
            "Pairs of straight quotes; single quotes; titles within titles; a pair whose halves stand on different lines of one sentence; marks in tables.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "a title that is not closed",
            base: Base::E2021,
            edits: &[("根据《中华人民共和国政府信息公开条例》和", "根据《中华人民共和国政府信息公开条例和")],
            expect: Expect::Finds(&["《"]),
        },
        Case {
            name: "a title that is not opened",
            base: Base::E2019,
            edits: &[("没有其他需要报告的事项。", "云溪县信息公开办法》已经印发。")],
            expect: Expect::Finds(&["》"]),
        },
        Case {
            name: "a quotation closed by a straight mark",
            base: Base::E2021,
            edits: &[("落实先审查后公开。", "落实“先审查后公开\"。")],
            expect: Expect::Finds(&["\""]),
        },
        Case {
            name: "a quotation closed by another opening mark",
            base: Base::E2021,
            edits: &[("落实先审查后公开。", "落实“先审查后公开“。")],
            expect: Expect::Finds(&["“"]),
        },
        Case {
            name: "two quotations that are not closed are one finding",
            base: Base::E2021,
            edits: &[("落实先审查", "落实“先审查"), ("每月检查一次", "“每月检查一次")],
            expect: Expect::Finds(&["“"]),
        },
        Case {
            name: "marks in pairs, one title within another",
            base: Base::E2021,
            edits: &[(
                "落实先审查后公开。",
                "落实“先审查后公开”，转发《关于印发《云溪县公开办法》的通知》和《关于〈条例〉的说明》。",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "a quotation over two lines",
            base: Base::E2021,
            edits: &[("落实先审查后公开。", "完善制度，落实“先审查\n后公开”的要求。")],
            expect: Expect::Silent,
        },
        Case {
            name: "a quotation over two pages",
            base: Base::E2021,
            edits: &[("落实先审查后公开。", "完善制度，落实“先审查\n- 1 -\n\n后公开”的要求。")],
            expect: Expect::Silent,
        },
        Case {
            name: "straight quotes and an inch",
            base: Base::E2019,
            edits: &[("落实信息发布审核制度。", "落实\"先审查后公开\"制度，更换24\"屏幕。")],
            expect: Expect::Silent,
        },
        Case {
            name: "a label of 表三 that has lost a quotation mark",
            base: Base::E2021,
            edits: &[("3.危及“三安全一稳定”", "3.危及“三安全一稳定")],
            expect: Expect::Silent,
        },
    ],
};

/// A mark in the prose.
#[derive(Clone, Copy)]
struct Mark {
    /// Where it stands in the checked text.
    at: usize,
    mark: char,
    /// Where its line begins in the whole text.
    line: usize,
}

/// From so many marks on they are no quotations and titles.
const MOST: usize = 1 << 17;

/// Pairs within pairs deeper than this are no text that anybody wrote.
const DEEPEST: usize = 8;

fn detect(context: &Context, record: &mut Record) {
    let marks = marks(context);
    if marks.len() == MOST {
        return record.pass();
    }
    let mut open: Vec<Mark> = Vec::new();
    let mut slips = Vec::new();
    let mut last_line = 0;
    for (number, here) in marks.iter().enumerate() {
        // What was open when its sentence ended stays open.
        if here.line != last_line {
            if !goes_on(context.source.text(), last_line, here.line) {
                slips.extend(open.drain(..).map(unpaired));
            }
            last_line = here.line;
        }
        let innermost = open.last().map(|open| open.mark);
        match (here.mark, innermost) {
            ('”', Some('“')) | ('》', Some('《')) => drop(open.pop()),
            // A half that was typed wrong, where no right one follows.
            ('"' | '“', Some('“')) if !closes_later(&marks[number..]) => {
                open.pop();
                let place = unpaired(*here).place;
                slips.push(Slip { place, edit: Some(Edit { span: place, text: "”".into() }) });
            }
            ('"', _) => {}
            ('“' | '《', _) if open.len() < DEEPEST => open.push(*here),
            ('“' | '《', _) => return record.pass(),
            // It closes what was opened before something that was never closed.
            _ => match open.iter().rposition(|open| (open.mark == '“') == (here.mark == '”')) {
                Some(at) => slips.extend(open.drain(at..).skip(1).map(unpaired)),
                None => slips.push(unpaired(*here)),
            },
        }
    }
    slips.extend(open.into_iter().map(unpaired));
    order::by_key(&mut slips, |slip| order::span(slip.place));
    find_slips(record, CODE, slips, Applicability::Review);
}

/// The marks of the prose.
fn marks(context: &Context) -> Vec<Mark> {
    let mut prose = ProseLines::of(context);
    let mut marks = Vec::new();
    for (at, mark) in search::marks(context.source, context.report.extent) {
        if matches!(mark, '“' | '”' | '《' | '》' | '"') && prose.holds(at) {
            marks.push(Mark { at, mark, line: prose.line.start as usize });
        }
        if marks.len() == MOST {
            break;
        }
    }
    marks
}

/// Where the other half should stand nobody but a person knows.
fn unpaired(mark: Mark) -> Slip {
    let start = mark.at;
    Slip { place: Span::new(start, start + mark.mark.len_utf8()), edit: None }
}

/// Whether the sentence of the line at `from` goes on to the line at `to`: no line in
/// between ends as a sentence does. A page may end within it.
fn goes_on(text: &str, from: usize, to: usize) -> bool {
    // A sentence has not very many lines.
    let between = text.get(from..to).filter(|between| between.len() < 2000);
    between.is_some_and(|lines| {
        lines.lines().all(|line| !line.trim_end().ends_with(any_of!['。', '！', '？', '；', '：']))
    })
}

/// Whether a quotation is closed behind the first of `marks`, before its line ends or
/// another begins.
fn closes_later(marks: &[Mark]) -> bool {
    let line = marks[0].line;
    let next = marks[1..].iter().take(DEEPEST).find(|mark| matches!(mark.mark, '“' | '”'));
    next.is_some_and(|next| next.mark == '”' && next.line == line)
}
