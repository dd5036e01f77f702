//! Texts of one thing over and over: whatever stands in them, twice as much of it may
//! take twice as long and no more.

use super::super::support::sample::CLEAN_2021;

/// A hostile text: its name, what is repeated, and where.
pub struct Pattern {
    /// What it shows.
    pub name: String,
    /// What is repeated.
    unit: String,
    /// Where it stands.
    place: Place,
}

/// Where the repeated words stand in the clean report.
#[derive(Clone, Copy)]
enum Place {
    /// Before everything.
    Above,
    /// In section one.
    Prose,
    /// In 表二, 表三 and 表四, before a row of each.
    Disclosure,
    Applications,
    Remedies,
    /// In section six.
    Last,
    /// Alone.
    Alone,
}

impl Pattern {
    /// The text with `count` repetitions.
    pub fn text(&self, count: usize) -> String {
        let words = self.unit.repeat(count);
        let before = match self.place {
            Place::Above => "",
            Place::Prose => "二、主动公开",
            Place::Disclosure => "行政许可",
            Place::Applications => "（七）总计",
            Place::Remedies => "五、存在",
            Place::Last => "六、其他需要报告的事项\n",
            Place::Alone => return words,
        };
        match CLEAN_2021.find(before) {
            Some(at) => {
                // Section six begins behind its heading; the others end before the next.
                let at = if matches!(self.place, Place::Last) { at + before.len() } else { at };
                format!("{}{words}{}", &CLEAN_2021[..at], &CLEAN_2021[at..])
            }
            None => words,
        }
    }
}

/// What is repeated as lines in every place.
const LINES: &[&str] = &[
    "“",
    "”",
    "《",
    "》",
    "（",
    "）",
    "(",
    "[",
    "〔",
    "\"",
    "'",
    "。",
    "，",
    "、",
    "；",
    "：",
    "-",
    "—",
    "/",
    "|",
    "\t",
    " ",
    "\u{a0}",
    "　",
    "0",
    "7",
    "一",
    "十",
    "几",
    "年",
    "件",
    "第",
    "的",
    "A",
    "H5",
    "%",
    ".",
    "*",
    "#",
    "\u{fffd}",
    "[bookmark: a",
];

/// What is repeated in section one, above the title and at the end.
const WORDS: &[&str] = &[
    "收到申请12件，其中自然人3件，",
    "一、总体情况\n",
    "三、收到和处理政府信息公开申请情况\n",
    "五、存在的主要问题",
    "（一）主动公开\n",
    "1. ",
    "1、事项\n",
    "2023年",
    "2023年1月1日至",
    "统计期限",
    "青禾镇2023年政府信息公开工作年度报告\n",
    "政府信息公开工作年度报告 ",
    "青禾镇2023年\n",
    "《政府信息公开条例》（以下简称《条例》）",
    "《条例》",
    "同比增长12.5%，",
    "1,234，567.8.9万余件",
    "１２３，",
    "2 021 ",
    "三四十几",
    "（（1）",
    "公开信息12条、",
    "12件、",
    "更新更新",
    "XX",
    "____",
    "[bookmark: a]",
    "- 1.\n",
    "错误！未找到引用源。",
    "- 4 -\n",
    "浏览次数：128\n",
    "他，她;",
    "〔2019〕60号",
    "HYPERLINK ",
    "13800138000 ",
    "行政复议3件，行政诉讼2件，维持",
    "比上年增加12件；",
    "。\n",
    "公开\n\n",
    "不予公开其他处理",
    "收到政府信息公开申请13件，",
    "2、依申请公开情况",
    "该部分以表格形式报告。",
];

/// What is repeated in the tables.
const CELLS: &[&str] = &[
    "（七）总计",
    "（七）总计\t0\t0\t0\t0\t0\t0\t0\n",
    "（三）不予公开\n",
    "1.属于国家秘密\n",
    "1.属于国家秘密\t",
    "1.属于国家",
    "1.属于国家秘密",
    "1.属于国家秘密：甲",
    "甲乙2.重复申请",
    "2.重复申请11111111111111111111",
    "，甲 ",
    "0 0 0\n",
    "申请人情况\n",
    "自然人\t法人或其他组织\t总计\n",
    "信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n",
    "行政许可\t1\n",
    "第二十条第（一）项\n",
    "结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n",
    "行政复议\n",
    "1\t2\t3\t4\t5\n",
    "12 ",
    "12\n",
    "\t12\n",
    "\t\n",
    "\t12",
    "| 12 ",
    "12|\n",
    "a,b,c\n",
    "\"12\"\t",
    "\"12\n",
    "12（其中",
    "（单位：万元",
    "小计\t0\t0\t0\t0\t0\t0\t0\n",
    "甲乙丙丁戊\t1\t2\n",
    "甲乙丙丁戊己庚辛",
    "3.其他",
    "0000000",
    "\n\n\t\n\n",
    "其他\n",
    "总计\n",
];

/// Every pattern.
pub fn patterns() -> Vec<Pattern> {
    let mut all = Vec::new();
    let mut add = |unit: &str, place: Place, kind: &str| {
        let shown: String = unit.chars().take(16).collect();
        all.push(Pattern { name: format!("{shown:?} {kind}"), unit: unit.to_string(), place });
    };
    for unit in LINES {
        let line = format!("{unit}\n");
        add(&line, Place::Prose, "as lines");
        add(&line, Place::Applications, "as lines in 表三");
        add(unit, Place::Prose, "in a row");
        add(&format!("{unit}公开"), Place::Prose, "between words");
    }
    for unit in WORDS {
        add(unit, Place::Prose, "in section one");
        add(unit, Place::Above, "above");
        add(unit, Place::Last, "in section six");
        add(unit, Place::Alone, "alone");
    }
    for unit in CELLS {
        add(unit, Place::Disclosure, "in 表二");
        add(unit, Place::Applications, "in 表三");
        add(unit, Place::Remedies, "in 表四");
        add(unit, Place::Prose, "in section one");
    }
    all
}
