//! Faults of the form: title, headings, rows and heads, and what a conversion leaves.

use gouji::form::section::SectionKey;
use gouji::form::{EditionId, TableKey};

use super::{Fault, Place, at, fault, faults, row};
use crate::generator::draft::{Draft, Role, TABS, Typesetting};
use crate::support::surface;

pub(super) const FAULTS: &[Fault] = &[
    // F: forms and editions
    fault("F-01", "no year anywhere", |d, _| {
        d.title = vec![format!("{}政府信息公开工作年度报告", d.facts.text("机关"))];
        d.preamble =
            "本报告根据《中华人民共和国政府信息公开条例》编制，统计期限为1月1日至12月31日。".to_string();
        d.ending.clear();
        let braced = ["{年}", "{去年}", "{明年}"];
        let dated = |words: &str| {
            braced.iter().any(|b| words.contains(b)) || words.contains("20") && words.contains('年')
        };
        let any = d.sentences().any(|s| dated(&s.words) || s.words.contains("自2008年"));
        (!any).then_some(Place::Anywhere)
    }),
    fault("F-02", "the form of 2019 for a later year", |d, _| {
        (d.edition() == EditionId::E2019).then_some(())?;
        let year = d.model.year.to_string();
        for line in &mut d.title {
            *line = line.replace(&year, "2022");
        }
        d.preamble =
            "本报告根据国办公开办函〔2021〕30号编制，统计期限自2022年1月1日起至2022年12月31日止。".into();
        d.part(SectionKey::Other).before[0][0].words = "未收取信息处理费。".into();
        d.ending.clear();
        Some(Place::Anywhere)
    }),
    fault("F-02", "the form of 2021 for an earlier year", |d, _| {
        (d.edition() == EditionId::E2021).then_some(())?;
        let year = d.model.year.to_string();
        for line in &mut d.title {
            *line = line.replace(&year, "2020");
        }
        d.preamble =
            "本报告根据国办公开办函〔2019〕60号编制，统计期限自2020年1月1日起至2020年12月31日止。".into();
        d.ending.clear();
        Some(Place::Anywhere)
    }),
    fault("F-03", "heads of 表二 that are no form's", |d, _| {
        row(d, "本年新制作数量")?;
        d.edit(
            "信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量",
            "信息内容\t本年度实际产生数量\t\t对外公开数量\n\t制作\t获取\t",
        );
        for first in ["行政许可", "行政处罚"] {
            d.edit(
                &format!("信息内容\t上一年项目数量\t本年增/减\t处理决定数量\n{first}"),
                &format!("信息内容\t依据、条件、程序\t\t处理决定数量\n\t原有项目数量\t本年更新\t\n{first}"),
            );
        }
        d.edit("信息内容\t上一年项目数量\t本年增/减\t\n", "信息内容\t原有项目数量\t本年增/减项目数量\t\n");
        Some(Place::Anywhere)
    }),
    fault("F-04", "其他处理 with the rows of 2021 in the form of 2019", |d, _| {
        (d.edition() == EditionId::E2019).then_some(())?;
        let line = row(d, "（六）其他处理")?;
        let values = line.split('\t').skip(3).collect::<Vec<_>>().join("\t");
        let zeros = "0\t0\t0\t0\t0\t0\t0";
        d.edit(&line, &format!("\t（六）其他处理\t1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请\t{zeros}\n\t\t2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请\t{zeros}\n\t\t3.其他\t{values}"));
        Some(Place::Anywhere)
    }),
    fault("F-05", "only the old notice is cited", |d, _| {
        (d.edition() == EditionId::E2021).then_some(())?;
        d.preamble = "根据《中华人民共和国政府信息公开条例》和国办公开办函〔2019〕60号文件编制，统计期限自{年}年1月1日起至{年}年12月31日止。".into();
        at("国办公开办函〔2019〕60号")
    }),
    fault("F-07", "another year in the period than in the title", |d, _| {
        d.preamble = "本报告根据《中华人民共和国政府信息公开条例》编制，统计期限自{去年}年1月1日起至{去年}年12月31日止。".into();
        Some(Place::Anywhere)
    }),
    fault("F-08", "the block for procurement in the form of 2021", |d, _| {
        (d.edition() == EditionId::E2021).then_some(())?;
        let line = row(d, "行政事业性收费")?;
        d.edit(&line, &format!("{line}\n第二十条第（九）项\t\t\t\n信息内容\t采购项目数量\t采购总金额\t\n政府集中采购\t4\t86.5\t"));
        at("第二十条第（九）项")
    }),
    fault("F-09", "a row of 表三 is gone", |d, _| {
        let line = row(d, "2.重复申请").filter(|line| line.ends_with("\t0\t0\t0\t0\t0\t0\t0"))?;
        d.edit(&format!("{line}\n"), "");
        Some(Place::Nowhere)
    }),
    fault("F-10", "a wrong character in a label", |d, _| {
        row(d, "5.属于三类内部事务信息")?;
        d.edit("5.属于三类内部事务信息", "5.属于三类内容事务信息");
        at("5.属于三类内容事务信息")
    }),
    fault("F-11", "two rows have changed places", |d, _| {
        let (one, two) = (row(d, "行政处罚")?, row(d, "行政强制")?);
        d.edit(&format!("{one}\n{two}"), &format!("{two}\n{one}"));
        at("行政处罚")
    }),
    fault("F-12", "the note in the corner of 表三 is gone", |d, _| {
        d.surface = TABS;
        d.edit("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", "");
        Some(Place::Nowhere)
    }),
    fault("F-13", "a row stands twice", |d, _| {
        let line = row(d, "2.重复申请")?;
        d.edit(&line, &format!("{line}\n{line}"));
        at("2.重复申请")
    }),
    fault("F-14", "a second report follows", |d, _| {
        let other = Draft::new(d.seed + 1);
        let text = crate::generator::render::write(&other).text;
        d.ending = format!("\n{text}");
        at(&other.title.concat())
    }),
    faults("F-15", 2, "表二 and 表三 read by their columns", |d, _| {
        d.surface = ("by columns", surface::by_columns);
        Some(Place::Anywhere)
    }),
    // S: title, sections, headings
    fault("S-01", "no title", |d, _| {
        d.title.clear();
        Some(Place::Nowhere)
    }),
    fault("S-02", "section five is not there", |d, _| {
        let part = d.part(SectionKey::Problems);
        part.heading.clear();
        part.before.clear();
        d.part(SectionKey::Other).heading = "五、其他需要报告的事项".into();
        Some(Place::Nowhere)
    }),
    fault("S-03", "a heading without its number", |d, rng| {
        let at_part = rng.between(0, 5) as usize;
        let heading = &mut d.parts[at_part].heading;
        *heading = heading.split_once('、')?.1.trim().to_string();
        at(&heading.clone())
    }),
    fault("S-04", "an Arabic number", |d, _| {
        let heading = &mut d.part(SectionKey::Problems).heading;
        *heading = heading.replace("五、", "5、");
        at(&heading.clone())
    }),
    fault("S-05", "words added to a heading", |d, _| {
        d.part(SectionKey::Overview).heading =
            "一、{年}年工作完成总体情况".replace("{年}", d.facts.text("年"));
        at("工作完成总体情况")
    }),
    fault("S-06", "a number used twice", |d, _| {
        let heading = &mut d.part(SectionKey::Problems).heading;
        *heading = heading.replace("五、", "四、");
        at(&heading.clone())
    }),
    fault("S-07", "a section without a word", |d, _| {
        let part = d.part(SectionKey::Other);
        part.before.clear();
        let heading = part.heading.clone();
        d.ending.clear();
        at(&heading)
    }),
    fault("S-08", "words in place of 表四", |d, _| {
        d.surface = TABS;
        let key = SectionKey::Remedies;
        let written = crate::support::grid::grid(&d.model, TableKey::Remedies);
        d.edit(&surface::rows_of_tabs(&written), "没有发生有关情况。\n");
        at(&d.part(key).heading.clone())
    }),
    fault("S-10", "a sub-heading with a number of the sections", |d, _| {
        d.typesetting = Typesetting::Plain;
        let starts = |words: &str| words.starts_with("（一）主动公开");
        if !d.part(SectionKey::Overview).before.iter().any(|p| starts(&p[0].words)) {
            return None;
        }
        for (old, new) in [
            ("（一）主动公开", "一、主动公开"),
            ("（二）依申请公开", "二、依申请公开"),
            ("（三）政府信息管理", "三、政府信息管理"),
            ("（四）政府信息公开平台建设", "四、政府信息公开平台建设"),
            ("（五）监督保障", "五、监督保障"),
        ] {
            d.edit(old, new);
        }
        Some(Place::Anywhere)
    }),
    fault("S-11", "a sub-heading without its number", |d, _| {
        d.typesetting = Typesetting::Plain;
        // 三是 may be what became of （三）.
        if d.sentences().any(|s| s.words.contains("三是")) {
            return None;
        }
        let headed = |words: &str| words.starts_with("（三）政府信息管理");
        if !d.part(SectionKey::Overview).before.iter().any(|p| headed(&p[0].words)) {
            return None;
        }
        d.edit("（三）政府信息管理", "（四）政府信息管理");
        d.edit("（四）政府信息公开平台", "（五）政府信息公开平台");
        d.edit("（五）监督保障", "（六）监督保障");
        Some(Place::Anywhere)
    }),
    fault("S-12", "a list of parts that leaves one out", |d, _| {
        let part = "存在的主要问题及改进情况、其他需要报告的事项六部分";
        if !d.preamble.contains(part) {
            return None;
        }
        d.preamble = d.preamble.replace(part, "存在的主要问题及改进情况五部分");
        Some(Place::Anywhere)
    }),
    fault("S-13", "no period stated", |d, _| {
        let dated = |words: &str| words.contains("截至") || words.contains("月31日");
        if d.sentences().any(|s| dated(&s.words)) {
            return None;
        }
        d.preamble = "本报告根据《中华人民共和国政府信息公开条例》编制。".into();
        Some(Place::Anywhere)
    }),
    fault("S-14", "a period that ends in November", |d, _| {
        d.preamble =
            "本报告根据《中华人民共和国政府信息公开条例》编制，统计期限自{年}年1月1日起至{年}年11月30日止。"
                .into();
        Some(Place::Anywhere)
    }),
    fault("S-16", "a government that reports no assessment", |d, _| {
        let governs = d.facts.text("机关").ends_with("人民政府");
        governs.then_some(())?;
        let part = d.part(SectionKey::Overview);
        for sentence in part.before.iter_mut().flatten() {
            if sentence.words.contains("考核") {
                sentence.words = "监督保障方面，明确专人负责，每月开展一次自查。".into();
            }
        }
        let told = |words: &str| {
            words.contains("考核") && !words.contains("完善考核")
                || words.contains("测评")
                || words.contains("满意")
        };
        let elsewhere = d.sentences().any(|s| told(&s.words));
        (!elsewhere).then_some(Place::Anywhere)
    }),
    fault("S-17", "problems without improvements", |d, _| {
        d.part(SectionKey::Problems).before = vec![vec![said(
            "存在的主要问题：一是政策解读的形式还比较单一；二是个别栏目更新不够及时，公开的广度和深度还不够。",
        )]];
        Some(Place::Anywhere)
    }),
    fault("S-18", "无 in section five", |d, _| {
        d.part(SectionKey::Problems).before = vec![vec![said("无。")]];
        Some(Place::Anywhere)
    }),
    fault("S-19", "measures in place of matters", |d, _| {
        (d.edition() == EditionId::E2019).then_some(())?;
        d.ending.clear();
        d.part(SectionKey::Other).before = vec![vec![said(
            "一是要进一步提高认识，切实加强领导；二是要进一步完善制度，规范公开流程；三是要进一步强化培训，提升业务能力。",
        )]];
        Some(Place::Anywhere)
    }),
    fault("S-21", "a template's instruction", |d, _| {
        d.part(SectionKey::Disclosure).before = vec![vec![said("该部分以表格形式报告。表格如下：")]];
        at("该部分以表格形式报告")
    }),
    // D and L: terms and contents
    fault("D-01", "a department's report of March", |d, _| {
        (d.body == crate::generator::draft::Body::Department).then_some(())?;
        d.ending = format!("\n{}\n{}年3月12日\n", d.facts.text("机关"), d.model.year + 1);
        Some(Place::Anywhere)
    }),
    fault("D-02", "a government's report of April", |d, _| {
        (d.body == crate::generator::draft::Body::Government).then_some(())?;
        d.ending = format!("\n{}\n{}年4月20日\n", d.facts.text("机关"), d.model.year + 1);
        Some(Place::Anywhere)
    }),
    fault("D-03", "a report from before the year's end", |d, _| {
        d.ending = format!("\n{}\n{}年12月20日\n", d.facts.text("机关"), d.model.year);
        Some(Place::Anywhere)
    }),
    fault("L-01", "nothing about the fee", |d, _| {
        (d.edition() == EditionId::E2021).then_some(())?;
        let part = d.part(SectionKey::Other);
        part.before = vec![vec![said("本年度没有其他需要报告的事项。")]];
        Some(Place::Anywhere)
    }),
    fault("L-02", "a fee that is no multiple of ten", |d, _| {
        (d.edition() == EditionId::E2021).then_some(())?;
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
    fault("X-26", "nothing about applications", |d, _| {
        // Without sub-headings, so that none is missing.
        let has_headings = d.sentences().any(|s| s.words.contains("依申请公开") && !s.words.contains('，'));
        if d.facts.n("应办") > 0 || has_headings {
            return None;
        }
        let named =
            |words: &str| words.contains("申请公开") || words.contains("公开申请") || words.contains("申请");
        let sentences = d.part(SectionKey::Overview).before.iter_mut().flatten();
        for sentence in sentences.filter(|s| s.role != Role::Remedies && named(&s.words)) {
            sentence.words = "深入推进重点领域信息公开。".into();
        }
        let left = d.sentences().any(|s| named(&s.words));
        (!left).then_some(Place::Anywhere)
    }),
];

fn said(words: &str) -> crate::generator::draft::Sentence {
    crate::generator::draft::Sentence { role: Role::Other, words: words.to_string() }
}
