//! Faults of the sentences: numbers that are not the tables', and sums, shares and
//! growth that do not come out.

use gouji::form::section::SectionKey;

use super::{Fault, Place, at, fault};
use crate::generator::draft::{Draft, Role};
use crate::generator::rng::Rng;
use crate::support::surface;

/// Parts that are numbered sentences.
const NUMBERED: &str = "条。（2）";

pub(super) const FAULTS: &[Fault] = &[
    // X: prose and tables
    fault("X-01", "another number received", |d, rng| other_number(d, rng, "新收", &["应办"])),
    fault("X-02", "another number carried in", |d, rng| other_number(d, rng, "上年结转", &[])),
    fault("X-03", "another number closed", |d, rng| {
        (!says(d, "总计{办结}件")).then_some(())?;
        other_number(d, rng, "办结", &["新收", "应办"])
    }),
    fault("N-01", "another total behind its parts", |d, _| {
        (says(d, "总计{办结}件") && d.facts.n("办结") > 5).then_some(())?;
        d.misstate("办结", d.facts.n("办结") + 1)?;
        Some(Place::Number("办结"))
    }),
    fault("X-04", "another number carried out", |d, rng| other_number(d, rng, "结转下年", &[])),
    fault("X-05", "another number granted", |d, rng| other_number(d, rng, "予以公开", &["公开或部分"])),
    fault("X-06", "another number partly granted", |d, rng| {
        other_number(d, rng, "部分公开", &["公开或部分"])
    }),
    fault("X-07", "another number denied", |d, rng| other_number(d, rng, "不予公开", &[])),
    fault("X-08", "another number that cannot be provided", |d, rng| other_number(d, rng, "无法提供", &[])),
    fault("X-09", "another number not processed", |d, rng| other_number(d, rng, "不予处理", &[])),
    fault("X-10", "another number otherwise handled", |d, rng| other_number(d, rng, "其他处理", &[])),
    fault("X-11", "another number granted or partly granted", |d, rng| {
        other_number(d, rng, "公开或部分", &["予以公开", "办结"])
    }),
    fault("X-12", "another number of natural persons", |d, rng| {
        other_number(d, rng, "自然人", &["新收", "办结自然人", "应办自然人"])
    }),
    fault("X-12", "another number of enterprises", |d, rng| {
        // Of those closed or to be handled it may rightly be told too.
        other_number(d, rng, "商业企业", &["法人", "办结企业", "应办企业"])
    }),
    fault("X-13", "no application, says the prose", |d, _| {
        if d.facts.n("新收") == 0 {
            return None;
        }
        forget(d, Role::Results);
        d.say_instead(Role::Applications, "全年未收到政府信息公开申请。")?;
        (!states_applications(d)).then(|| at("未收到政府信息公开申请"))?
    }),
    fault("X-14", "another number of reconsiderations", |d, rng| other_number(d, rng, "复议", &["诉讼"])),
    fault("X-15", "another number upheld", |d, rng| other_number(d, rng, "复议维持", &["复议"])),
    fault("X-16", "another number of suits", |d, rng| {
        other_number(d, rng, "诉讼", &["直接起诉", "复议后起诉", "复议"])
    }),
    fault("X-17", "another number of suits upheld", |d, rng| other_number(d, rng, "诉讼维持", &["诉讼"])),
    fault("X-18", "no case, says the prose", |d, _| {
        if d.facts.n("复议") + d.facts.n("诉讼") == 0 {
            return None;
        }
        d.say_instead(Role::Remedies, "全年未发生因政府信息公开引起的行政复议、行政诉讼。")?;
        Some(Place::Anywhere)
    }),
    fault("X-19", "all upheld, says the prose", |d, _| {
        if d.facts.n("复议纠正") == 0 {
            return None;
        }
        d.say_instead(Role::Remedies, "政府信息公开行政复议{复议}件，均获维持。")?;
        Some(Place::Anywhere)
    }),
    fault("X-20", "all closed, says the prose", |d, _| {
        if d.facts.n("结转下年") == 0 {
            return None;
        }
        forget(d, Role::Results);
        d.say_instead(Role::Applications, "全年收到政府信息公开申请{新收}件，已全部办结。")?;
        (!d.states("结转下年")).then(|| at("全部办结"))?
    }),
    fault("X-21", "another number of documents issued", |d, rng| other_number(d, rng, "制发", &["现行有效"])),
    fault("X-21", "another number of documents in force", |d, rng| other_number(d, rng, "现行有效", &[])),
    fault("X-22", "another number of licences", |d, rng| other_number(d, rng, "许可", &[])),
    fault("X-22", "another number of penalties", |d, rng| other_number(d, rng, "处罚", &[])),
    fault("X-22", "another number of coercive measures", |d, rng| other_number(d, rng, "强制", &[])),
    fault("X-23", "another number of purchases", |d, rng| other_number(d, rng, "采购项目", &[])),
    fault("X-23", "another amount of purchases", |d, rng| {
        let whole: i64 = d.facts.text("采购金额").split('.').next()?.parse().ok()?;
        (d.facts.n("采购项目") > 0).then_some(())?;
        d.misstate("采购金额", format!("{}.5", whole + rng.between(2, 90)))?;
        Some(Place::Number("采购金额"))
    }),
    fault("X-25", "another fee than in section one", |d, rng| {
        // The first place is in section one; the finding is on the later one.
        let is_twice = d.words_of(Role::Fee).first()?.contains("{信息处理费}");
        let alone = d.words_of(Role::Matters).first()?.matches("{信息处理费}").count() == 1;
        (is_twice && alone).then_some(())?;
        d.misstate("信息处理费", d.facts.n("信息处理费") + rng.between(1, 9) * 10)?;
        Some(Place::LastNumber("信息处理费"))
    }),
    fault("X-25", "a fee, and none", |d, _| {
        let is_twice = d.words_of(Role::Fee).first()?.contains("{信息处理费}");
        is_twice.then_some(())?;
        d.say_instead(Role::Fee, "未收取信息处理费。")?;
        Some(Place::LastNumber("信息处理费"))
    }),
    fault("X-24", "another number for a reason", |d, rng| {
        (!says(d, "而无法提供{不掌握}件")).then_some(())?;
        other_number(d, rng, "不掌握", &["无法提供"])
    }),
    // N: arithmetic of the prose itself
    fault("N-01", "a total that its parts do not make", |d, rng| {
        (d.states("丁") && !d.states("甲占") && !says(d, NUMBERED)).then_some(())?;
        wrong(d, rng, "主动公开")
    }),
    fault("N-01", "a part too large or too small", |d, rng| {
        (d.states("主动公开") && d.states("丁") && !d.states("甲占") && !says(d, NUMBERED)).then_some(())?;
        let part = *rng.pick(&["甲", "乙", "丙", "丁"]);
        // Without a word that it is a list only a small difference is a slip.
        let most = (d.facts.n("主动公开") / 6).clamp(1, 20);
        let number = d.facts.n(part) + rng.between(1, most);
        d.misstate(part, number)?;
        Some(Place::Sentence(part))
    }),
    fault("N-01", "parts in sentences of their own that do not make the total", |d, rng| {
        says(d, NUMBERED).then_some(())?;
        wrong(d, rng, "主动公开")
    }),
    fault("N-01", "an application that no way in brought", |d, _| {
        (d.states("网上") && d.states("当面") && d.facts.n("新收") > 4).then_some(())?;
        let number = d.facts.n("网上") + 1;
        d.misstate("网上", number)?;
        Some(Place::Sentence("网上"))
    }),
    fault("N-01", "halves of a year that do not make it", |d, rng| {
        (d.facts.n("新收") > 4).then_some(())?;
        let number = d.facts.n("下半年") + rng.between(1, 2);
        d.misstate("下半年", number)?;
        Some(Place::Sentence("下半年"))
    }),
    fault("N-02", "open parts larger than their total", |d, _| {
        let number = d.facts.n("列举总数") + 3;
        d.states("列二").then_some(())?;
        d.misstate("列一", number)?;
        Some(Place::Sentence("列一"))
    }),
    fault("N-03", "a share that is another", |d, rng| {
        says(d, "条，占{甲占}%").then_some(())?;
        let share = *rng.pick(&["甲占", "乙占", "丙占"]);
        let shown = d.facts.text(share).to_string();
        let whole: i64 = shown.split('.').next()?.parse().ok()?;
        let rest = shown.split_once('.').map_or("0", |(_, rest)| rest);
        d.misstate(share, format!("{}.{rest}", whole + 2))?;
        Some(Place::Number(share))
    }),
    fault("N-04", "shares of more than all", |d, rng| {
        (says(d, "从内容看，机构信息占") && d.facts.text("甲占").len() < 6).then_some(())?;
        let whole: i64 = d.facts.text("甲占").split('.').next()?.parse().ok()?;
        d.misstate("甲占", whole + rng.between(3, 9))?;
        Some(Place::Sentence("甲占"))
    }),
    fault("N-06", "another total in another place", |d, rng| {
        let total = d.words_of(Role::Publications).iter().any(|words| {
            ["主动公开信息{主动公开}条", "主动公开政府信息{主动公开}条"]
                .iter()
                .any(|total| words.starts_with(total) || words.starts_with(&format!("全年{total}")))
        });
        (total && d.sentences().filter(|s| s.words.contains("{主动公开}")).count() == 1).then_some(())?;
        let other = d.facts.n("主动公开") + rng.between(1, 30);
        d.add(SectionKey::Problems, &format!("全年共主动公开政府信息{other}条。"));
        at(&format!("{other}条"))
    }),
    fault("N-07", "applications that neither were closed nor are left", |d, rng| {
        let all = ["新收", "上年结转", "办结", "结转下年"].iter().all(|name| d.states(name));
        (all && d.words_of(Role::Results).is_empty()).then_some(())?;
        let total = d.facts.n("结转下年") + rng.between(1, 9);
        d.misstate("结转下年", total)?;
        Some(Place::Sentence("结转下年"))
    })
    .after(|d| {
        // 表三 cannot be read, and nothing else tells the numbers.
        d.surface = ("by columns", surface::by_columns);
        let first = d.words_of(Role::Applications).first()?.to_string();
        // Those that were handled need not be all that were carried in.
        (!first.contains("办理上年度结转")).then_some(())?;
        ["新收", "上年结转", "办结", "结转下年"].iter().all(|name| first.contains(name)).then_some(())
    }),
    fault("N-05", "growth of what was published", |d, rng| {
        let whole: i64 = d.facts.text("公开增幅").split('.').next()?.parse().ok()?;
        d.misstate("公开增幅", format!("{}.5", whole + rng.between(2, 9)))?;
        Some(Place::Number("公开增幅"))
    }),
    fault("N-05", "growth that the two numbers do not give", |d, rng| {
        says(d, "上年为{去年新收}件").then_some(())?;
        let growth = d.facts.text("增幅").to_string();
        let whole: i64 = growth.split('.').next()?.parse().ok()?;
        d.misstate("增幅", format!("{}.5", whole + rng.between(2, 9)))?;
        Some(Place::Number("增幅"))
    }),
    fault("N-08", "parts of a part", |d, rng| {
        says(d, "其中，门户网站发布").then_some(())?;
        let number = d.facts.n("网站动态") + rng.between(1, 20);
        d.misstate("网站动态", number)?;
        Some(Place::Sentence("网站动态"))
    }),
    fault("N-08", "a part that is wrong on both levels", |d, rng| {
        says(d, "其中，门户网站发布").then_some(())?;
        let number = d.facts.n("网站") - rng.between(1, d.facts.n("网站") / 2);
        d.misstate("网站", number)?;
        Some(Place::Number("网站"))
    }),
    fault("N-01", "parts of what one website published", |d, rng| {
        let alone = d.states("网站动态") && !says(d, "其中，门户网站发布");
        alone.then_some(())?;
        let number = d.facts.n("网站动态") + rng.between(1, 20);
        d.misstate("网站动态", number)?;
        Some(Place::Sentence("网站动态"))
    }),
    fault("N-01", "ways of publishing that do not make the total", |d, rng| {
        says(d, "其中，门户网站发布").then_some(())?;
        let total = d.facts.n("渠道合计");
        d.misstate("渠道合计", total + rng.between(1, total / 6))?;
        Some(Place::Number("渠道合计"))
    }),
    fault("N-09", "a rate that is another", |d, rng| {
        let rate = d.facts.text("公开率").to_string();
        let whole: i64 = rate.split('.').next()?.parse().ok()?;
        let by = rng.between(2, 5);
        let other = if whole > 50 { whole - by } else { whole + by };
        d.misstate("公开率", format!("{other}.25"))?;
        Some(Place::Number("公开率"))
    }),
    fault("N-10", "digits of full width", |d, _| {
        let wide = |c: char| char::from_u32(c as u32 + 0xFEE0).unwrap_or(c);
        let number: String = d.facts.text("主动公开").chars().map(wide).collect();
        d.misstate("主动公开", number)?;
        Some(Place::Number("主动公开"))
    }),
    fault("N-10", "a full-width comma between thousands", |d, _| {
        let number = d.facts.n("主动公开");
        (number >= 1000).then_some(())?;
        d.misstate("主动公开", format!("{}，{:03}", number / 1000, number % 1000))?;
        Some(Place::Number("主动公开"))
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

/// Misstates `name` as a number that is neither its own nor any of `others`.
fn other_number(d: &mut Draft, rng: &mut Rng, name: &'static str, others: &[&str]) -> Option<Place> {
    let mut number = d.facts.n(name) + rng.between(1, 9);
    while others.iter().any(|other| d.facts.n(other) == number) {
        number += 1;
    }
    d.misstate(name, number)?;
    Some(Place::Number(name))
}

fn wrong(d: &mut Draft, rng: &mut Rng, name: &'static str) -> Option<Place> {
    let number = d.facts.n(name) + rng.between(1, (d.facts.n(name) / 6).clamp(1, 20));
    d.misstate(name, number)?;
    Some(Place::Number(name))
}

/// Whether a sentence holds `words`.
fn says(d: &Draft, words: &str) -> bool {
    d.sentences().any(|sentence| sentence.words.contains(words))
}

/// Leaves out what has the role `role`.
fn forget(d: &mut Draft, role: Role) {
    for part in &mut d.parts {
        for paragraph in part.before.iter_mut().chain(&mut part.after) {
            paragraph.retain(|sentence| sentence.role != role);
        }
    }
}

/// Whether a sentence states how many applications there were.
fn states_applications(d: &Draft) -> bool {
    ["新收", "办结", "上年结转"].iter().any(|name| d.states(name))
}
