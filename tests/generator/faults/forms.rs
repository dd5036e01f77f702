//! Faults of the form: title, headings, rows and heads, and what a conversion leaves.

use gouji::form::section::SectionKey;
use gouji::form::{EditionId, TableKey};
use gouji::rule::structure::five_aspects::ASPECTS;

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
    fault("F-06", "the statistics form that ended in 2018", |d, rng| {
        let (organization, year) = (d.facts.text("机关").to_string(), rng.between(2014, 2018));
        let [published, received] = [rng.between(9, 300), rng.between(0, 9)];
        d.whole = Some(format!(
            "{organization}{year}年政府信息公开工作年度报告\n\n一、概述\n{year}年，本机关认真做好政府信息公开工作。\n二、主动公开政府信息情况\n统计指标\t单位\t统计数\n主动公开政府信息数（不同渠道和方式公开相同信息计1条）\t条\t{published}\n1.政府公报公开政府信息数\t条\t0\n2.政府网站公开政府信息数\t条\t{published}\n三、依申请公开政府信息情况\n统计指标\t单位\t统计数\n收到申请数\t件\t{received}\n申请办结数\t件\t{received}\n四、因政府信息公开申请行政复议、提起行政诉讼情况\n没有发生行政复议和行政诉讼。\n五、存在的主要问题和改进措施\n信息更新不够及时，将加强检查。\n六、其他需要报告的事项\n无。\n"
        ));
        at("不同渠道和方式公开相同信息计1条")
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
    fault("S-09", "nothing of one aspect", |d, rng| {
        let part = d.part(SectionKey::Overview);
        let (name, words, instead) = *rng.pick(&[
            ("信息管理", ASPECTS[2].1, "认真做好各项日常工作。"),
            ("平台", ASPECTS[3].1, "方便群众查阅政府信息。"),
        ]);
        let paragraphs = &mut part.before;
        for sentence in paragraphs.iter_mut().flatten() {
            let is_idle = matches!(sentence.role, Role::Other | Role::Harmless | Role::Publications);
            if is_idle && words.iter().any(|word| sentence.words.contains(word)) {
                sentence.words = if sentence.words.contains(name) && sentence.words.chars().count() < 20 {
                    sentence
                        .words
                        .replace("政府信息管理", "日常工作")
                        .replace("政府信息公开平台建设", "便民服务")
                } else {
                    instead.to_string()
                };
            }
        }
        let named = paragraphs.iter().flatten().any(|s| words.iter().any(|word| s.words.contains(word)));
        let all = ["主动公开", "申请", "考核"];
        let others = all.iter().all(|w| paragraphs.iter().flatten().any(|s| s.words.contains(w)));
        (!named && others).then_some(())?;
        at(&d.part(SectionKey::Overview).heading.clone())
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
    fault("S-15", "nobody to ask", |d, _| {
        let named = ["电话", "联系", "邮箱", "传真", "电子版", "下载", "网址"];
        let has = |words: &str| named.iter().any(|name| words.contains(name));
        let any = has(&d.preamble) || has(&d.ending) || d.sentences().any(|s| has(&s.words));
        (!any).then_some(Place::Nowhere)
    })
    .with("S-15 on"),
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
                || words.contains("评估")
                || words.contains("得分")
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
    fault("S-19", "measures in place of matters, above the signature", |d, _| {
        (d.edition() == EditionId::E2019 && d.ending.contains("月")).then_some(())?;
        d.part(SectionKey::Other).before = vec![vec![said(
            "一是要进一步提高认识，切实加强领导；二是要进一步完善制度，规范公开流程；三是要进一步强化培训，提升业务能力。",
        )]];
        Some(Place::Anywhere)
    }),
    fault("S-20", "a long section one", |d, _| at(&d.part(SectionKey::Overview).heading.clone()))
        .with("overview-limit 100"),
    fault("S-21", "a template's instruction", |d, _| {
        d.part(SectionKey::Disclosure).before = vec![vec![said("该部分以表格形式报告。表格如下：")]];
        at("该部分以表格形式报告")
    }),
];

pub(super) fn said(words: &str) -> crate::generator::draft::Sentence {
    crate::generator::draft::Sentence { role: Role::Other, words: words.to_string() }
}
