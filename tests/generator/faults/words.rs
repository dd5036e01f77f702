//! Faults of contents and words: terms, what the law asks for, and what a conversion
//! or an old report leaves.

use gouji::form::EditionId;
use gouji::form::section::SectionKey;

use super::forms::said;
use super::{Fault, Place, at, fault, row};
use crate::generator::draft::{Body, Draft, Role, Typesetting};

pub(super) const FAULTS: &[Fault] = &[
    // D and L: terms and contents
    fault("D-01", "a department's report of March", |d, _| {
        (d.body == Body::Department).then_some(())?;
        d.ending = format!("\n{}\n{}年3月12日\n", d.facts.text("机关"), d.model.year + 1);
        Some(Place::Anywhere)
    }),
    fault("D-02", "a government's report of April", |d, _| {
        (d.body == Body::Government).then_some(())?;
        d.ending = format!("\n{}\n{}年4月20日\n", d.facts.text("机关"), d.model.year + 1);
        Some(Place::Anywhere)
    }),
    fault("D-03", "a report from before the year's end", |d, _| {
        d.ending = format!("\n{}\n{}年12月20日\n", d.facts.text("机关"), d.model.year);
        Some(Place::Anywhere)
    }),
    fault("L-01", "nothing about the fee", |d, _| {
        (d.edition() == EditionId::E2021 && d.words_of(Role::Fee).is_empty()).then_some(())?;
        let part = d.part(SectionKey::Other);
        part.before = vec![vec![said("本年度没有其他需要报告的事项。")]];
        Some(Place::Anywhere)
    }),
    fault("L-02", "a fee that is no multiple of ten", |d, _| {
        (d.edition() == EditionId::E2021 && d.words_of(Role::Fee).is_empty()).then_some(())?;
        d.part(SectionKey::Other).before = vec![vec![said("全年收取政府信息公开信息处理费383元。")]];
        at("383")
    }),
    fault("L-06", "somebody's mobile number", |d, _| {
        (d.edition() == EditionId::E2021).then_some(())?;
        d.add(
            SectionKey::Overview,
            "申请人王建国（手机13857142233，身份证号330106198405123417）的申请已答复。",
        );
        Some(Place::Anywhere)
    }),
    fault("L-03", "an article of the old regulation", |d, _| {
        d.preamble = "根据《中华人民共和国政府信息公开条例》第三十二条的规定，编制本报告。统计期限自{年}年1月1日起至{年}年12月31日止。".into();
        at("第三十二条")
    }),
    fault("L-03", "the old decree", |d, _| {
        d.preamble = "根据《中华人民共和国政府信息公开条例》（国务院令第492号）编制本报告。统计期限自{年}年1月1日起至{年}年12月31日止。".into();
        (!says(d, "711")).then(|| at("第492号"))?
    }),
    fault("L-04", "a local matter left out of section six", |d, _| {
        d.part(SectionKey::Other).heading = "六、其他需要报告的事项".into();
        let told = d.part(SectionKey::Other).before.iter().flatten().any(|s| s.words.contains("提案"));
        (!told).then(|| at("六、其他需要报告的事项"))?
    })
    .with("section-six 建议提案"),
    fault("L-05", "last year's priorities", |d, _| {
        (!says(d, "要点")).then_some(())?;
        d.say_in_overview("认真落实县政府办印发的{去年}年政务公开工作要点，各项任务有序推进。");
        at("年政务公开工作要点")
    }),
    // C and Q: what a conversion leaves, and words
    fault("C-01", "a bookmark", |d, _| {
        d.parts[0].heading = "一、 [bookmark: _GoBack]总体情况".into();
        at("[bookmark: _GoBack]")
    }),
    fault("C-02", "a list's mark", |d, _| {
        d.add(SectionKey::Problems, "- 1.进一步充实公开内容。");
        at("- 1.")
    }),
    fault("C-03", "a reference whose target is gone", |d, _| {
        d.add(SectionKey::Problems, "具体做法见错误！未找到引用源。");
        at("错误！未找到引用源")
    }),
    fault("C-04", "a character that was lost", |d, _| {
        d.add(SectionKey::Problems, "加强队伍建\u{fffd}，充实人员。");
        at("\u{fffd}")
    }),
    fault("C-05", "a portal's words", |d, _| {
        // Page numbers would be the same finding.
        (!d.surface.0.starts_with("PDF")).then_some(())?;
        d.ending += "\n【打印】 【关闭】\n";
        at("【打印】 【关闭】")
    }),
    fault("C-06", "a label in another column", |d, _| {
        row(d, "4.无正当理由大量反复申请")?;
        d.edit("\t\t4.无正当理由大量反复申请\t", "4.无正当理由大量反复申请\t\t\t");
        at("4.无正当理由大量反复申请")
    }),
    fault("Q-01", "half-width punctuation", |d, _| {
        d.add(SectionKey::Problems, "公开形式不够丰富,群众参与度不高;下一步将改进。");
        Some(Place::Anywhere)
    }),
    fault("Q-02", "a quotation that does not close", |d, _| {
        d.add(SectionKey::Problems, "推行“阳光政务工作法，主动接受群众监督。");
        Some(Place::Anywhere)
    }),
    fault("Q-03", "a word twice", |d, _| {
        d.add(SectionKey::Problems, "进一步加大公开力度，及时及时更新栏目，拓宽渠道。");
        Some(Place::Anywhere)
    }),
    fault("Q-05", "a placeholder", |d, _| {
        d.add(SectionKey::Problems, "下一步，XX单位将开展培训（  ）次。");
        Some(Place::Anywhere)
    }),
    fault("Q-04", "another kind of body's name for itself", |d, _| {
        let own = match d.body {
            Body::Town | Body::Street => "我局",
            Body::Department => "我镇",
            Body::Government => return None,
        };
        whole_words(d);
        d.say_in_overview(&format!("{own}高度重视政府信息公开，逐级压实工作责任。"));
        at(own)
    }),
    fault("Q-06", "a wrong character", |d, rng| {
        let (wrong, sentence) = *rng.pick(&[
            ("部份", "对部份栏目重新编排。"),
            ("布署", "年初专题布署政务公开工作。"),
            ("拦目", "定期维护拦目内容。"),
            ("己经", "有关问题己经整改。"),
        ]);
        whole_words(d);
        d.say_in_overview(sentence);
        at(wrong)
    }),
    fault("Q-07", "a short title before it is introduced", |d, _| {
        (!d.preamble.contains("《条例》") && !says(d, "《条例》")).then_some(())?;
        d.say_in_overview("严格按照《条例》要求开展工作。");
        d.add(
            SectionKey::Problems,
            "下一步将深入学习《中华人民共和国政府信息公开条例》（以下简称《条例》），并组织测试。",
        );
        at("《条例》")
    }),
    fault("Q-08", "a congress that was not the latest any more", |d, _| {
        let old = if d.model.year < 2023 { "十八大精神" } else { "十九大精神" };
        whole_words(d);
        d.say_in_overview(&format!("深入学习贯彻党的{old}，推动政务公开提质增效。"));
        at(old)
    }),
];

/// Whether a sentence holds `words`.
fn says(d: &Draft, words: &str) -> bool {
    d.sentences().any(|sentence| sentence.words.contains(words))
}

/// Sets the report so that no word is broken over two lines: these rules look for words
/// in the text as it stands.
fn whole_words(d: &mut Draft) {
    if matches!(d.typesetting, Typesetting::Wrapped(_)) {
        d.typesetting = Typesetting::Plain;
    }
}
