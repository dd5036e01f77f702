//! Sentences and what is read of them.

use super::*;
use crate::parse::parse;

/// The prose of a report whose first section holds `text`.
fn prose(text: &str) -> (String, Prose) {
    let whole = format!(
        "某县2023年政府信息公开工作年度报告\n一、总体情况\n{text}\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n"
    );
    let source = Source::new(&whole);
    let prose = Prose::read(&source, &parse(&source));
    (whole, prose)
}

/// Numbers as `words=value`, masked ones as `words/reason`, others than exact with `~`.
fn numbers(text: &str) -> Vec<String> {
    let (whole, prose) = prose(text);
    let show = |q: &Quantity| {
        let words = whole[q.span.range()].replace('\n', "");
        match q.mask {
            Some(mask) => format!("{words}/{mask:?}"),
            None if q.nearness != Nearness::Exact => format!("{words}~{}", q.value),
            None => format!("{words}={}", q.value),
        }
    };
    prose.quantities.iter().map(show).collect()
}

fn clauses(text: &str) -> Vec<String> {
    let (_, prose) = prose(text);
    prose.clauses.iter().map(|c| format!("{}{}", ">".repeat(c.depth.into()), prose.words(c.part))).collect()
}

#[test]
fn numbers_are_read_with_their_units() {
    let cases: [(&str, &[&str]); 18] = [
        ("收到申请12件。", &["12件=12"]),
        (
            "收到申请 １２ 件，公开1,288条、11，398，889条。",
            &["１２ 件=12", "1,288条=1288", "11，398，889条=11398889"],
        ),
        ("发布2 021条，3 4。", &["2 021条=2021", "3=3", "4=4"]),
        ("占66.48%，提高1.5个百分点，增长1倍。", &["66.48%=66.48", "1.5个百分点=1.5", "1倍=1"]),
        (
            "发布1.2万条，共62.8万条，采购3万元、1.5亿元、380元。",
            &["1.2万条=12000", "62.8万条=628000", "3万元=30000", "1.5亿元=150000000", "380元=380"],
        ),
        (
            "发布5500余条、160万余条、100多件，约30条，近20件，30件左右，50件以上，10-20件。",
            &[
                "5500余条~5500",
                "160万余条~1600000",
                "100多件~100",
                "30条~30",
                "20件~20",
                "30件左右~30",
                "50件以上~50",
                "10~10",
                "20件~20",
            ],
        ),
        (
            "收到申请一件，答复十二件，两次培训，百余件，十几条，三四件。",
            &["一件=1", "十二件=12", "两次=2", "百余件~100", "十几条~10", "三四件~4"],
        ),
        ("一是加强，二是改进，统一平台，进一步，一体化。", &[]),
        (
            "第一次会议，第3项，第二十条，第十二条。",
            &["一次/Ordinal", "3项/Ordinal", "二十条/Ordinal", "十二条/Ordinal"],
        ),
        (
            "2023年1月1日至12月31日，国办公开办函〔2021〕30号，第711号。",
            &[
                "2023年/Date",
                "1月/Date",
                "1日/Date",
                "12月/Date",
                "31日/Date",
                "2021/DocumentNumber",
                "30/DocumentNumber",
                "711/Ordinal",
            ],
        ),
        ("《关于2020年12件实事的通知》公开3件。", &["2020年/Title", "12件/Title", "3件=3"]),
        (
            "电话：0517-83605210，邮编：223001，翔南道1号，12345热线受理50件。",
            &[
                "0517/Contact",
                "83605210/Contact",
                "223001/Contact",
                "1/DocumentNumber",
                "12345/Contact",
                "50件=50",
            ],
        ),
        (
            "13个栏目，3名工作人员，办理申请3个，H5作品、A4纸，7×24小时，1：1。",
            &[
                "13个/Thing",
                "3名/Thing",
                "3个=3",
                "5/Code",
                "4/Code",
                "7/Ratio",
                "24小时/Ratio",
                "1/Ratio",
                "1/Ratio",
            ],
        ),
        (
            "高效办成一件事，一次性告知，与各部门一起，一条龙服务。",
            &["一件/Phrase", "一次/Phrase", "一起/Phrase", "一条/Phrase"],
        ),
        ("1、主动公开。2.依申请公开。（3）管理。", &["1/ListMarker", "2/ListMarker", "3/ListMarker"]),
        (
            "版本1.2.3，号码1234567890123456789012345678。",
            &["1.2.3/Odd", "1234567890123456789012345678/Contact"],
        ),
        ("予以公开67，占4.61%，2023。", &["67=67", "4.61%=4.61", "2023/Date"]),
        ("开展访谈12场、公报6期、访问量3.5万人次。", &["12场=12", "6期=6", "3.5万人次=35000"]),
    ];
    for (text, expected) in cases {
        assert_eq!(numbers(text), expected, "{text}");
    }
}

#[test]
fn the_shown_precision_is_kept() {
    let (_, prose) = prose("占66.48%，发布1.2万条、120条、3亿元、1.50万元。");
    let places: Vec<i8> = prose.quantities.iter().map(|q| q.place).collect();
    assert_eq!(places, [-2, 3, 0, 8, 2]);
}

#[test]
fn sentences_are_cut_into_clauses() {
    assert_eq!(
        clauses("答复30件（含结转3件，另有1件顺延），均在期限内；《甲、乙，丙》1,288条。完"),
        ["答复30件", ">含结转3件", ">另有1件顺延", "均在期限内", "《甲、乙，丙》1，288条", "完"]
    );
    // Brackets that were never closed, or never opened, end with their sentence.
    assert_eq!(clauses("甲（乙。丙）丁。"), ["甲", ">乙", "丙", "丁"]);
}

#[test]
fn lines_of_a_sentence_belong_together() {
    let (whole, prose) = prose(
        "（二）依申请公开情况。全市共受理政府信息公开申请 3119 件，答\n复 3050 件（含上年度结转申请 34 件），均在法定期限内予以答复共计 112\n件，并且全部按时在法定期限内办结没有结转。\n\n-1-\n\n（三）管理",
    );
    let words: Vec<_> = prose.paragraphs.iter().map(|p| prose.words(p.part)).collect();
    assert_eq!(words.len(), 2, "{words:?}");
    assert!(words[0].contains("答复3050件（含上年度结转申请34件）"), "{words:?}");
    assert!(prose.paragraphs[1].is_heading);
    let spans: Vec<_> = prose.quantities.iter().map(|q| &whole[q.span.range()]).collect();
    assert_eq!(spans, ["3119 件", "3050 件", "34 件", "112\n件"]);
    let digits: Vec<_> = prose.quantities.iter().map(|q| &whole[prose.digits(q).range()]).collect();
    assert_eq!(digits, ["3119", "3050", "34", "112"]);
}

#[test]
fn a_page_number_does_not_end_a_sentence() {
    let (_, prose) =
        prose("全年通过政府门户网站和政务新媒体主动公开各类政府信息\n- 1 -\n\n5500条。\n下一段。");
    let words: Vec<_> = prose.paragraphs.iter().map(|p| prose.words(p.part)).collect();
    assert_eq!(words, ["全年通过政府门户网站和政务新媒体主动公开各类政府信息5500条。", "下一段。"]);
}

#[test]
fn tables_are_no_prose() {
    let (_, tabled) = prose("发布120条。\n\t网站\n\t80条\n公众号\t40条\n完成3件。");
    let words: Vec<_> = tabled.paragraphs.iter().map(|p| tabled.words(p.part)).collect();
    assert_eq!(words, ["发布120条。", "完成3件。"]);
    let (_, indented) = prose("\t全年发布120条。\n\t网站");
    assert_eq!(indented.quantities.len(), 1);
    let clean = Source::new(include_str!("../../../www/samples/clean-2021.txt"));
    let prose = Prose::read(&clean, &parse(&clean));
    let sections: Vec<_> = prose.paragraphs.iter().map(|p| p.section).collect();
    let mut expected = vec![SectionKey::Overview; 5];
    expected.extend([SectionKey::Problems, SectionKey::Problems, SectionKey::Other]);
    assert_eq!(sections, expected);
}

#[test]
fn a_label_between_the_tables_leaves_nothing_behind() {
    let whole = "云溪县2023年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n(单位: 件) (全年)\n收到申请3 件。\n";
    let source = Source::new(whole);
    let prose = Prose::read(&source, &parse(&source));
    let words: Vec<_> = prose.paragraphs.iter().map(|p| prose.words(p.part)).collect();
    assert_eq!(words, ["收到申请3件。"]);
    assert_eq!(source.slice(prose.quantities[0].span), "3 件");
}

#[test]
fn every_part_leads_back_to_its_words() {
    let text = "甲 乙(丙),１２3 件；“丁\u{200b}戊”ABC def 2 021％。\n己：庚";
    let (whole, prose) = prose(text);
    let mut at = 0;
    for c in prose.text().chars() {
        let part = Part::new(at, at + c.len_utf8());
        at += c.len_utf8();
        if c == '\n' {
            continue;
        }
        let words = &whole[prose.span(part).range()];
        assert_eq!(words.chars().count(), 1, "{c:?} is {words:?}");
        assert_eq!(words.trim().is_empty(), c == ' ', "{c:?} is {words:?}");
        if c.is_alphanumeric() {
            assert_eq!(words.chars().next().map(crate::text::fold::narrow), Some(c));
        }
    }
}

#[test]
fn hostile_prose_is_read() {
    let nested = "（".repeat(1000) + "收到申请3件" + &"）".repeat(1000);
    let (_, deep) = prose(&nested);
    assert_eq!(deep.quantities.len(), 1);
    assert_eq!(deep.clauses.iter().map(|c| c.depth).max(), Some(1000));
    let many = "收到申请3件，".repeat(10_000);
    assert_eq!(prose(&many).1.quantities.len(), 10_000);
    for unit in ["1，234", "一", "《", "2 021 ", "1.", "甲", "。", "-1-\n", "（", "3万", "约"] {
        let text = unit.repeat(300_000 / unit.len());
        let (_, prose) = prose(&text);
        assert!(prose.quantities.len() <= text.len());
    }
}

#[test]
fn what_no_report_has_so_many_of_is_not_told_apart() {
    for unit in ["1件\n", "1。", "1，", "1,", "（1）", "1 ", "申请", "1\n\t\n", "a \n"] {
        let text = unit.repeat(2 * MOST);
        let whole = format!(
            "青禾镇2023年政府信息公开工作年度报告\n一、总体情况\n{text}\n（二）依申请公开。全年收到申请12件。\n五、存在的主要问题及改进情况\n收到申请3条。\n六、其他需要报告的事项\n"
        );
        let source = Source::new(&whole);
        let prose = Prose::read(&source, &parse(&source));
        let counts = [prose.paragraphs.len(), prose.clauses.len(), prose.quantities.len()];
        assert!(
            counts.iter().all(|count| *count <= MOST + 2 * MOST * unit.len() / 24 + 8),
            "{unit:?} {counts:?}"
        );
        // What stands behind them is read as ever, in this section and the next.
        let twelve = prose.quantities.iter().rev().nth(1).map(|twelve| source.slice(twelve.span));
        assert_eq!(twelve, Some("12件"), "{unit:?}");
        let words =
            prose.paragraphs.last().map(|last| (prose.words(last.part), prose.clauses_of(last).len()));
        assert_eq!(words, Some(("收到申请3条。", 1)), "{unit:?}");
        assert_eq!(prose.quantities.last().map(|three| source.slice(three.span)), Some("3条"), "{unit:?}");
    }
}

/// Sentences and their numbers, a pair of lines each.
#[test]
fn sentences_have_the_numbers_that_the_file_says() {
    crate::sentences::check("numbers", &|text| numbers(text).join(" "));
}

/// Sentences and their clauses.
#[test]
fn sentences_have_the_clauses_that_the_file_says() {
    crate::sentences::check("clauses", &|text| clauses(text).join(" | "));
}

/// Lists as `total = part + part`, then what else is known of them.
fn lists(text: &str) -> String {
    let (whole, prose) = prose(text);
    let number = |at: &u32| whole[prose.quantities[*at as usize].span.range()].replace('\n', "");
    let numbers = |all: &[u32], between: &str| all.iter().map(number).collect::<Vec<_>>().join(between);
    let read = breakdown::read(&prose);
    let mut told = Vec::new();
    for list in &read.lists {
        let mut words = format!("{} = {}", number(&list.total), numbers(&list.parts, " + "));
        let mut add = |is: bool, what: &str| words += if is { what } else { "" };
        add(list.form != breakdown::Form::Word, &format!(" {:?}", list.form));
        add(!list.more.is_empty(), &format!(" perhaps + {}", numbers(&list.more, " + ")));
        add(list.others.len() > 1, &format!(" or of {}", numbers(&list.others, ", ")));
        add(list.is_open, " examples");
        add(list.is_loose, " loose");
        add(list.has_rest, " rest");
        add(list.parent.is_some(), " inner");
        for share in &list.shares {
            add(true, &format!(" {}:{}", number(&share.part), number(&share.percent)));
        }
        told.push(words);
    }
    for share in &read.shares {
        let (part, percent) = (number(&share.share.part), number(&share.share.percent));
        told.push(format!("{part} is {percent} of {}", numbers(&share.others, ", ")));
    }
    told.join("; ")
}

/// Sentences and the lists in them.
#[test]
fn sentences_have_the_lists_that_the_file_says() {
    crate::sentences::check("lists", &lists);
}

#[test]
fn words_stand_before_and_behind_a_number() {
    let (_, prose) = prose("全年收到3件和2件申请，其他1件。");
    let words: Vec<_> = (0..3).map(|at| (prose.before(at), prose.after(at))).collect();
    assert_eq!(words, [("全年收到", "和"), ("和", "申请"), ("其他", "")]);
}
