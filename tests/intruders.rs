//! Lines that belong to no table, between any two lines of one: page furniture, notes,
//! captions. They may cost the row they stand in; they never make a wrong value, and a
//! consistent report stays without an error.

mod support;

use std::collections::BTreeMap;

use gouji::report::CellState;

use support::model::Model;
use support::reading::{assert_no_difference, read};
use support::surface;
use support::surfaces::SURFACES;

/// What stands between the lines.
const INTRUDERS: &[&str] = &[
    "浏览次数：次",
    "浏览次数：128 次",
    "浏览次数：128",
    "打印 关闭",
    "【打印】【关闭】",
    "字体：大 中 小",
    "来源：青禾镇 发布时间：2024-01-15 10:32 浏览次数：56",
    "— 5 —",
    "第 3 页 共 8 页",
    "第3页",
    "3/8",
    "Page 3 of 8",
    "https://www.yunxi.example/zwgk/2024/01/15/t123.html 3/8",
    "单位：件",
    "（单位：件）",
    "单位：件、万元",
    "表1",
    "附表3",
    "表1 行政许可情况",
    "续表",
    "（续表）",
    "注：数量含上年度结转2件。",
    "注：1.本表数据截至12月31日",
    "（说明：含上年结转3件，另有1件转下年办理）",
    "填报单位：云溪县青禾镇人民政府",
    "填表人：王某 联系电话：86612345",
    "2024年1月15日",
    "云溪县青禾镇人民政府2023年政府信息公开工作年度报告",
    "数据来源：县司法局，共12件",
    "以上数据均为0",
    "全年共受理申请12件，办结10件，结转2件。",
    "注：行政复议3件，其中维持1件、纠正2件",
];

/// The same, where a line is a row; elsewhere a line of this kind is a cell.
const LONE: &[&str] = &["12", "0", "0 0 0", "3 / 8", "无", "/"];

/// The surfaces in which a line is a row.
const ROWS: &[&str] = &[
    "rows of tabs",
    "ragged tabs",
    "browser rows",
    "pipes",
    "inner pipes",
    "pipes repeated",
    "commas",
    "one line",
    "pdf stream",
    "pdf lines",
    "pdf columns",
];

/// The lines of the report with `words` as a line of its own after line `at`.
fn with_line(lines: &[&str], at: usize, words: &str) -> String {
    let mut all = lines.to_vec();
    all.insert(at, words);
    all.join("\n") + "\n"
}

/// What was tried and what went wrong.
#[derive(Default)]
struct Tally {
    turn: usize,
    tried: usize,
    wrong: Vec<String>,
    errors: Vec<String>,
    kinds: BTreeMap<String, usize>,
}

impl Tally {
    /// Checks one of so many of the reports it is given.
    fn hold(&mut self, one_in: usize, name: &str, kind: &str, model: &Model, text: &str) {
        self.turn += 1;
        if !self.turn.is_multiple_of(one_in) {
            return;
        }
        self.tried += 1;
        let reading = read(text);
        let mut wrong = Vec::new();
        if !reading.cells.is_empty() {
            for (id, wanted) in model.cells() {
                let Some(found) = reading.cells.get(&id) else {
                    wrong.push(format!("{id}: not in the report, edition {:?}", reading.edition));
                    continue;
                };
                // A blank for a number is a value too, which sums count as 0.
                let blank = found.state == CellState::Blank && wanted.state == CellState::Number;
                if found.value.is_some() && found.value != wanted.value || blank && !model.has_blanks() {
                    wrong.push(format!("{id}: wanted {wanted}, found {found}"));
                }
            }
        }
        if !wrong.is_empty() {
            *self.kinds.entry(format!("value: {kind}")).or_default() += 1;
            self.wrong.push(format!("{name}: {}", wrong[..wrong.len().min(2)].join("; ")));
        }
        if !reading.errors.is_empty() {
            *self.kinds.entry(format!("error {}: {kind}", reading.errors.join(" "))).or_default() += 1;
            self.errors.push(format!("{name}: errors {:?}", reading.errors));
        }
    }

    fn end(self, what: &str) {
        if std::env::var_os("GOUJI_PRINT").is_some() {
            println!(
                "{what}: {} tried, {} wrong, {} errors",
                self.tried,
                self.wrong.len(),
                self.errors.len()
            );
            for (kind, count) in &self.kinds {
                println!("  {count:6} {kind}");
            }
        }
        assert_no_difference(what, &[self.wrong, self.errors].concat());
    }
}

/// How many of the reports that could be made are: one in so many.
fn stride() -> usize {
    std::env::var("GOUJI_STRIDE").ok().and_then(|n| n.parse().ok()).unwrap_or(499)
}

#[test]
fn a_line_between_the_lines_of_a_table_makes_no_wrong_value() {
    let mut tally = Tally::default();
    let mut turn = 0;
    for model in Model::all() {
        for (surface, write) in SURFACES {
            let text = surface::tables(&model, *write);
            let lines: Vec<&str> = text.lines().collect();
            let begin = lines.iter().position(|line| line.starts_with("二、主动公开")).expect("a heading");
            let end = lines.iter().position(|line| line.starts_with("五、存在")).expect("a heading");
            for at in begin + 1..=end {
                let lone = if ROWS.contains(surface) { LONE } else { &[] };
                for words in INTRUDERS.iter().chain(lone) {
                    turn += 1;
                    if turn % stride() == 0 {
                        let text = with_line(&lines, at, words);
                        let name =
                            format!("{}, {surface}, {words:?} at {at} after {:?}", model.name, lines[at - 1]);
                        tally.hold(1, &name, &format!("{surface}: {words}"), &model, &text);
                    }
                }
            }
        }
    }
    tally.end("lines between");
}

/// Words in section one that are those of a table, with figures of their own.
const SMALL_TABLES: &[&str] = &[
    "信息内容\t数量\n规章\t31\n规范性文件\t62\n行政许可\t93\n合计\t186\n",
    "信息内容 本年制发件数\n规章 31\n行政规范性文件 62\n行政许可 93\n行政处罚 4\n",
    "\t信息内容\n\t数量\n\n\t行政许可\n\t93\n\n\t行政处罚\n\t41\n\n",
    "申请人情况\t自然人\t法人或其他组织\t总计\n本年新收申请\t31\t2\t33\n予以公开\t31\t2\t33\n",
    "行政复议 行政诉讼\n31 62\n",
    "结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n31\t0\t0\t0\t31\n",
    "行政复议\t31\n行政诉讼\t62\n",
    "| 公开渠道 | 数量 |\n|---|---|\n| 行政许可 | 93 |\n| 行政处罚 | 41 |\n| 总计 | 134 |\n",
    "1.予以公开31件。\n2.部分公开62件。\n（一）主动公开\n（二）依申请公开\n",
];

#[test]
fn a_small_table_in_section_one_makes_no_wrong_value() {
    let mut tally = Tally::default();
    for model in Model::all() {
        for (surface, write) in SURFACES {
            let text = surface::tables(&model, *write);
            for (number, table) in SMALL_TABLES.iter().enumerate() {
                let text = text.replacen("全年开展业务", &format!("{table}全年开展业务"), 1);
                tally.hold(
                    stride().div_ceil(20),
                    &format!("{}, {surface}, {table:?}", model.name),
                    &format!("{surface}: {number}"),
                    &model,
                    &text,
                );
            }
        }
    }
    tally.end("small tables");
}

/// Paragraphs right before and after a table.
const PARAGRAPHS: &[&str] = &[
    "2023年，本机关共收到政府信息公开申请31件，其中自然人申请28件、法人申请3件，上年结转2件",
    "全年办理结果：予以公开12件，部分公开3件，不予公开1件，其他处理2件",
    "行政复议3件，维持2件；行政诉讼1件",
    "1.新收申请31件 2.结转2件",
    "（一）收到申请情况",
    "总计 31",
    "合计：31件",
    "其中：自然人 28，企业 3",
];

#[test]
fn a_paragraph_beside_a_table_makes_no_wrong_value() {
    let mut tally = Tally::default();
    for model in Model::all() {
        for (surface, write) in SURFACES {
            let text = surface::tables(&model, *write);
            for words in PARAGRAPHS {
                for heading in [
                    "二、主动公开政府信息情况\n",
                    "三、收到和处理政府信息公开申请情况\n",
                    "四、政府信息公开行政复议、行政诉讼情况\n",
                    "五、存在的主要问题及改进情况\n",
                ] {
                    for changed in [format!("{words}\n{heading}"), format!("{heading}{words}\n")] {
                        let text = text.replacen(heading, &changed, 1);
                        tally.hold(
                            stride().div_ceil(20),
                            &format!("{}, {surface}, {changed:?}", model.name),
                            &format!("{surface}: {words}"),
                            &model,
                            &text,
                        );
                    }
                }
            }
        }
    }
    tally.end("paragraphs");
}
