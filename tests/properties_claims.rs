//! What holds for the prose of every report, however strange: its numbers and claims
//! stand where they say, and nothing is found in prose that says nothing.

use std::fmt::Write;

use gouji::finding::Severity;
use gouji::parse::claims::Claims;
use gouji::parse::parse;
use gouji::parse::prose::Prose;
use gouji::text::Source;
use gouji::{Options, check};
use proptest::prelude::*;

const CLEAN: &str = include_str!("../www/samples/clean-2021.txt");
const SENTENCE: &str = "全年新收政府信息公开申请13件，上年结转2件，办结14件，结转下年度1件。";

/// Pieces that sentences on applications and cases are made of.
const PIECES: &[&str] = &[
    "收到",
    "受理",
    "办结",
    "答复",
    "办理",
    "政府信息公开申请",
    "申请",
    "依申请公开",
    "上年",
    "结转",
    "下年度",
    "其中",
    "予以公开",
    "部分公开",
    "不予公开",
    "无法提供",
    "自然人",
    "企业",
    "行政复议",
    "行政诉讼",
    "维持",
    "纠正",
    "规范性文件",
    "制发",
    "废止",
    "现行有效",
    "信息处理费",
    "收取",
    "未",
    "无",
    "没有",
    "均",
    "全部",
    "零",
    "除",
    "近三年",
    "累计",
    "全市",
    "2023年",
    "2022年",
    "12件",
    "１２",
    "1,234",
    "3万元",
    "66.5%",
    "一件",
    "十几",
    "〔2021〕",
    "第3",
    "（",
    "）",
    "《",
    "》",
    "“",
    "”",
    "，",
    "、",
    "；",
    "。",
    "：",
    "\n",
    " ",
    "\u{a0}",
    "\t",
    "-1-\n",
    "的",
    "了",
    "甲",
    "x",
    "1.2.3",
    "约",
    "余",
    "10-20",
];

/// The clean report with `prose` in place of its sentence on applications.
fn with_prose(prose: &str) -> String {
    assert!(CLEAN.contains(SENTENCE), "the sample has the sentence");
    CLEAN.replacen(SENTENCE, prose, 1)
}

fn assert_claims_stand(text: &str) {
    let source = Source::new(text);
    let report = parse(&source);
    let prose = Prose::read(&source, &report);
    let mut last = 0;
    for clause in &prose.clauses {
        assert!(clause.part.start < clause.part.end && clause.part.start >= last, "clauses run forwards");
        last = clause.part.end;
    }
    for quantity in &prose.quantities {
        let words = source.slice(quantity.span);
        assert!(words.starts_with(source.slice(prose.digits(quantity))), "{words:?} begins with its digits");
        let clause = &prose.clauses[quantity.clause as usize];
        assert!(clause.part.start <= quantity.part.start && quantity.part.end <= clause.part.end);
    }
    for claim in &Claims::read(&prose, &report).all {
        assert!(!source.slice(claim.span).is_empty());
        assert!(claim.quantity.is_none_or(|at| prose.quantities[at as usize].is_exact()));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn strange_sentences_are_read(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..60)) {
        assert_claims_stand(&with_prose(&pieces.concat()));
    }

    #[test]
    fn any_characters_are_read(prose in "\\PC{0,200}") {
        assert_claims_stand(&with_prose(&prose));
    }

    /// The prose of a report that agrees with its tables gives no finding, wherever its
    /// lines are broken and however its numbers are spaced.
    #[test]
    fn broken_lines_find_nothing(breaks in prop::collection::vec(any::<bool>(), 120)) {
        let prose = "2023年，本镇通过各种方式共收到公民、法人和其他组织提出的政府信息公开申请13件，上年度结转2件，全年答复14件，其中予以公开6件、部分公开2件、不予公开2件、无法提供3件、其他处理1件，另有1件结转下年度继续办理。";
        let mut broken = String::new();
        for (at, c) in prose.chars().enumerate() {
            // A line is never shorter than those of a page.
            if at > 0 && at % 24 == 0 && breaks[at % breaks.len()] {
                broken.push('\n');
            } else if c.is_ascii_digit() && breaks[(at * 7) % breaks.len()] && !broken.ends_with(|c: char| c.is_ascii_digit()) {
                broken.push(' ');
            }
            broken.push(c);
        }
        let text = with_prose(&broken);
        let findings = check(&text, &Options::default()).findings;
        let of_prose: Vec<_> = findings.iter().filter(|f| f.rule.starts_with("X-")).collect();
        prop_assert!(of_prose.is_empty(), "{of_prose:?}\n{broken}");
    }

    /// A number of the prose that is changed is one warning on that number.
    #[test]
    fn a_changed_number_is_found(number in 16_u32..500, which in 0_usize..4) {
        let right = ["13件，", "14件，", "6件、", "1件结转"];
        let wrong = [format!("{number}件，"), format!("{number}件，"), format!("{number}件、"), format!("{number}件结转")];
        let prose = "共收到政府信息公开申请13件，答复14件，其中予以公开6件、部分公开2件，另有1件结转下年度办理。";
        let text = with_prose(&prose.replacen(right[which], &wrong[which], 1));
        let findings = check(&text, &Options::default()).findings;
        prop_assert_eq!(findings.len(), 1, "{:?}", findings);
        prop_assert_eq!(findings[0].severity, Severity::Warning);
        prop_assert_eq!(findings[0].rule, ["X-01", "X-03", "X-05", "X-04"][which]);
        let span = findings[0].span.expect("it stands somewhere");
        prop_assert_eq!(&text[span.range()], format!("{number}件"));
    }
}

#[test]
fn long_sentences_find_nothing_that_is_not_there() {
    let mut many = String::from("全年发布信息：");
    for number in 0..10_000 {
        let _ = write!(many, "栏目{number}发布{number}条，");
    }
    let nested =
        format!("收到政府信息公开申请13件{}其中1件结转下年{}。", "（说明".repeat(1000), "）".repeat(1000));
    let unbroken = "政府信息公开工作稳步推进".repeat(30_000);
    for prose in [many, nested, unbroken] {
        let text = with_prose(&prose);
        assert_claims_stand(&text);
        let findings = check(&text, &Options::default()).findings;
        let of_prose: Vec<_> = findings.iter().filter(|f| f.rule.starts_with("X-")).collect();
        assert!(of_prose.is_empty(), "{of_prose:?}");
    }
}
