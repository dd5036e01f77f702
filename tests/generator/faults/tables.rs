//! Wrong, blank and badly written cells.

use gouji::form::{CellRef, EditionId, TableKey};

use super::{Fault, Place, at, cell, fault, faults, row};
use crate::generator::draft::{Body, Draft, Role, TABS};
use crate::generator::rng::Rng;

pub(super) const FAULTS: &[Fault] = &[
    // 表二 of 2019
    fault("T2-A01", "a negative number of documents", |d, _| {
        set(d, "disclosure/normative_documents/made", "-3")
    }),
    fault("T2-A02", "a blank cell in 表二", |d, rng| blank(d, rng, TableKey::Disclosure)),
    fault("T2-A03", "a count with its unit", |d, _| {
        let id = "disclosure/normative_documents/public_total";
        let number = d.number(id)?;
        set(d, id, &format!("{number}件"))
    }),
    fault("T2-A04", "fewer documents in all than published this year", |d, _| {
        d.write("disclosure/normative_documents/made", 9)?;
        d.write("disclosure/normative_documents/published", 9)?;
        d.write("disclosure/normative_documents/public_total", 4)?;
        cell("disclosure/normative_documents/public_total")
    }),
    fault("T2-A05", "more documents published than made", |d, _| {
        d.write("disclosure/normative_documents/made", 2)?;
        d.write("disclosure/normative_documents/published", 5)?;
        d.write("disclosure/normative_documents/public_total", 20)?;
        cell("disclosure/normative_documents/published")
    }),
    fault("T2-A06", "more items taken away than there were", |d, _| {
        d.write("disclosure/penalties/items_before", 3)?;
        d.write("disclosure/penalties/items_change", "-7")?;
        cell("disclosure/penalties/items_change")
    }),
    fault("T2-A07", "words for a change", |d, _| {
        d.surface = TABS;
        set(d, "disclosure/licensing/items_change", "略有增加")
    }),
    fault("T2-A08", "items left out where there were decisions", |d, rng| {
        let row = *rng.pick(&["licensing", "penalties", "coercion", "other_services"]);
        d.number(&format!("disclosure/{row}/items_before"))?;
        let id = format!("disclosure/{row}/decisions");
        (d.number(&id)? > 0).then_some(())?;
        for column in ["items_before", "items_change"] {
            d.write(&format!("disclosure/{row}/{column}"), 0)?;
        }
        cell(&id)
    }),
    fault("T2-A09", "an amount without projects", |d, _| {
        (d.number("disclosure/procurement/projects")? > 0).then_some(())?;
        d.write("disclosure/procurement/projects", 0)?;
        Some(Place::Anywhere)
    }),
    fault("T2-A09", "projects without an amount", |d, _| {
        (d.number("disclosure/procurement/projects")? > 0).then_some(())?;
        d.write("disclosure/procurement/amount", 0)?;
        cell("disclosure/procurement/amount")
    }),
    fault("T2-A10", "too few decimals for the head", |d, _| {
        d.words_of(Role::Decisions).is_empty().then_some(())?;
        d.write("disclosure/procurement/projects", 2)?;
        d.write("disclosure/procurement/amount", "576.76")?;
        row(d, "采购总金额")?;
        d.edit("\t采购总金额\t", "\t采购总金额（单位：万元，保留4位小数）\t");
        cell("disclosure/procurement/amount")
    }),
    fault("T2-A11", "an amount in yuan under 万元", |d, rng| {
        (!d.states("采购金额")).then_some(())?;
        d.write("disclosure/procurement/projects", rng.between(1, 5))?;
        d.write("disclosure/procurement/amount", rng.between(1_000_000, 9_000_000))?;
        cell("disclosure/procurement/amount")
    }),
    // 表二 of 2021
    fault("T2-B01", "half a decision", |d, _| {
        set(d, "disclosure/licensing/decisions", "12.5").filter(|_| is_2021(d))
    }),
    fault("T2-B03", "fewer documents in force than issued less repealed", |d, _| {
        d.write("disclosure/normative_documents/issued", 9)?;
        d.write("disclosure/normative_documents/repealed", 2)?;
        d.write("disclosure/normative_documents/in_force", 4)?;
        says_nothing_of_documents(d)?;
        cell("disclosure/normative_documents/in_force")
    }),
    fault("T2-B04", "fewer documents in force than issued", |d, _| {
        d.write("disclosure/normative_documents/issued", 9)?;
        d.write("disclosure/normative_documents/repealed", 5)?;
        d.write("disclosure/normative_documents/in_force", 6)?;
        says_nothing_of_documents(d)?;
        cell("disclosure/normative_documents/in_force")
    }),
    fault("T2-B05", "规章 of a body that may not issue any", |d, _| {
        set(d, "disclosure/regulations/in_force", "6")
    }),
    fault("T2-B06", "an amount below zero", |d, _| set(d, "disclosure/fees/amount", "-4.5")),
    fault("T2-B07", "the head of fees without its unit", |d, _| {
        row(d, "本年收费金额（单位：万元）")?;
        d.edit("本年收费金额（单位：万元）", "本年收费金额");
        at("本年收费金额")
    }),
    fault("T2-B08", "fees in yuan under 万元", |d, rng| {
        (d.body != Body::Government).then_some(())?;
        set(d, "disclosure/fees/amount", &rng.between(20_000, 900_000).to_string())
    }),
    // 表三
    faults("T3-C01", 2, "an application counted twice among those received", |d, _| {
        raise_all(d, &["received/natural_person", "received/total"], 1)?;
        Some(Place::Anywhere)
    }),
    faults("T3-C02", 2, "a result that the total leaves out", |d, _| {
        raise_all(d, &["granted/natural_person", "granted/total"], 2)?;
        (d.facts.n("办结") > 0).then_some(Place::Anywhere)
    }),
    faults("T3-C03", 3, "one kind of applicant that the totals leave out", |d, _| {
        raise_all(d, &["received/research", "granted/research", "closed/research"], 3)?;
        Some(Place::Anywhere)
    }),
    fault("T3-C04", "results, and nothing received, carried or summed", |d, _| {
        no_applications(d)?;
        raise_all(d, &["granted/natural_person", "granted/total"], 2)?;
        cell("applications/granted/total")
    }),
    fault("T3-C05", "one wrong cell", |d, rng| {
        let id = any_cell(d, rng, TableKey::Applications);
        d.raise(&id, rng.between(1, 30))?;
        cell(&id)
    }),
    fault("T3-C05", "the digits of a number in another order", |d, rng| {
        let id = any_cell(d, rng, TableKey::Applications);
        let turned: String = d.written(&id)?.chars().rev().collect();
        let other = turned != d.written(&id)? && !turned.starts_with('0');
        other.then(|| d.write(&id, turned))??;
        cell(&id)
    }),
    fault("T3-C06", "a subtotal that is too large", |d, _| {
        let line = row(d, "1.本机关不掌握相关政府信息")?;
        let sum = d.facts.n("不予公开") + 1;
        d.edit(&line, &format!("\t（三）不予公开\t小计\t{sum}\t0\t0\t0\t0\t0\t{sum}\n{line}"));
        Some(Place::Anywhere)
    }),
    fault("T3-V01", "words for a number", |d, rng| {
        let id = any_cell(d, rng, TableKey::Applications);
        d.surface = TABS;
        let words = *rng.pick(&["若干", "1.5", "见附件"]);
        set(d, &id, words)
    }),
    fault("T3-V02", "full-width digits", |d, rng| {
        let id = any_cell(d, rng, TableKey::Applications);
        let wide: String = d.written(&id)?.chars().map(wide).collect();
        set(d, &id, &wide)
    }),
    fault("T3-V03", "blank cells in 表三", |d, rng| blank(d, rng, TableKey::Applications)),
    fault("T3-V04", "a total left blank", |d, _| {
        let id = "applications/granted/total";
        d.surface = TABS;
        (d.number(id)? > 0).then(|| set(d, id, ""))?
    }),
    fault("T3-V05", "two values too many in a row", |d, _| {
        let line = row(d, "2.重复申请")?;
        d.edit(&line, &format!("{line}\t1\t1"));
        at("2.重复申请")
    }),
    fault("T3-V06", "a count with its unit", |d, rng| {
        let id = any_cell(d, rng, TableKey::Applications);
        let number = d.number(&id)?;
        set(d, &id, &format!("{number}件"))
    }),
    fault("T3-V08", "（七）总计 left blank", |d, _| {
        if d.number("applications/closed/total")? == 0 {
            return None;
        }
        for id in row_ids(d, "closed") {
            d.write(&id, "/")?;
        }
        cell("applications/closed/natural_person")
    }),
    fault("T3-D01", "most applications carried over", |d, rng| {
        let stands_alone = ["网上", "上半年", "增减", "增幅", "去年新收"].iter().all(|name| !d.states(name));
        (d.states("结转下年") && stands_alone && d.facts.n("应办") > 0).then_some(())?;
        let by = d.facts.n("应办") + rng.between(10, 40);
        for row in ["received", "carried_out"] {
            raise_all(d, &[&format!("{row}/natural_person"), &format!("{row}/total")], by)?;
        }
        d.take_facts_from_tables();
        let none = ["无结转", "全部", "均由", "转至下一年度办理"];
        let denies = d.sentences().any(|s| {
            matches!(s.role, Role::Applications | Role::Results)
                && none.iter().any(|words| s.words.contains(words))
        });
        (!denies).then(|| cell("applications/carried_out/total"))?
    }),
    fault("T3-D03", "all kinds of organizations left blank", |d, _| {
        d.surface = TABS;
        let table = d.model.edition.table(TableKey::Applications);
        if d.facts.n("法人") > 0 || d.facts.n("自然人") == 0 {
            return None;
        }
        for place in table.cells().filter(|c| (1..=5).contains(&c.column)) {
            if d.model.written.get(&place)? != "0" {
                return None;
            }
            d.model.written.insert(place, String::new());
        }
        Some(Place::Anywhere)
    }),
    fault("T3-D02", "fees unpaid in time, though no notice went out", |d, _| {
        raise_all(d, &["other.fee_unpaid/natural_person", "other.fee_unpaid/total"], 1)?;
        raise_all(d, &["closed/natural_person", "closed/total"], 1)?;
        raise_all(d, &["carried_in/natural_person", "carried_in/total"], 1)?;
        let said = ["办结", "上年结转", "其他处理", "公开占", "公开率"];
        let denies = d.words_of(Role::Applications).iter().any(|words| words.contains("结转"));
        (!denies && !said.iter().any(|name| d.states(name)) && d.words_of(Role::Fee).is_empty())
            .then_some(())?;
        let matters = d.part(gouji::form::section::SectionKey::Other);
        matters.before[0][0].words = "本年度未发出收费通知。".to_string();
        Some(Place::Anywhere)
    }),
    // 表四
    fault("T4-C01", "a wrong cell of 行政复议", |d, rng| wrong_case(d, rng, "reconsideration")),
    fault("T4-C02", "a wrong cell of 未经复议直接起诉", |d, rng| wrong_case(d, rng, "direct_suit")),
    fault("T4-C03", "a wrong cell of 复议后起诉", |d, rng| {
        wrong_case(d, rng, "suit_after_reconsideration")
    }),
    fault("T4-C01", "a wrong total of 行政复议 where there were no applications", |d, rng| {
        no_applications(d)?;
        d.raise("remedies/reconsideration/total", rng.between(1, 3))?;
        (!d.states("复议") && d.words_of(Role::Remedies).is_empty()).then_some(())?;
        cell("remedies/reconsideration/total")
    }),
    fault("T4-D01", "cases without any application", |d, rng| {
        no_applications(d)?;
        let cases = rng.between(1, 3);
        for column in ["upheld", "total"] {
            d.raise(&format!("remedies/reconsideration/{column}"), cases)?;
        }
        d.take_facts_from_tables();
        let said = "政府信息公开行政复议{复议}件，结果维持{复议维持}件；行政诉讼{诉讼}件。";
        if !d.words_of(Role::Remedies).is_empty() {
            d.say_instead(Role::Remedies, said)?;
        }
        cell("remedies/reconsideration/total")
    }),
    fault("T4-D02", "a co-defendant's suits", |d, _| {
        (d.facts.n("诉讼") > 0).then_some(())?;
        d.say_in_overview("部分行政诉讼案件由本机关作为共同被告参加应诉。");
        at("共同被告")
    }),
    fault("T4-V01", "a value too many in 表四", |d, _| {
        d.surface = TABS;
        let values: Vec<&String> =
            d.model.written.iter().filter(|(c, _)| c.table == TableKey::Remedies).map(|(_, v)| v).collect();
        let line = values.iter().map(|v| v.as_str()).collect::<Vec<_>>().join("\t");
        d.edit(&format!("\n{line}\n"), &format!("\n{line}\t1\n"));
        Some(Place::Anywhere)
    }),
    fault("T4-V02", "blank cells in 表四", |d, rng| blank(d, rng, TableKey::Remedies)),
    fault("T4-V03", "words for a number in 表四", |d, _| {
        d.surface = TABS;
        set(d, "remedies/reconsideration/other", "若干")
    }),
    fault("T4-V04", "a total of cases left blank", |d, _| {
        let id = "remedies/reconsideration/total";
        d.surface = TABS;
        (d.number(id)? > 0).then(|| set(d, id, ""))?
    }),
];

fn is_2021(d: &Draft) -> bool {
    d.edition() == EditionId::E2021
}

fn set(d: &mut Draft, id: &str, text: &str) -> Option<Place> {
    d.write(id, text)?;
    cell(id)
}

fn raise_all(d: &mut Draft, ids: &[&str], by: i64) -> Option<()> {
    for id in ids {
        d.raise(&format!("applications/{id}"), by)?;
    }
    Some(())
}

/// Any cell of a table, by its id.
fn any_cell(d: &Draft, rng: &mut Rng, table: TableKey) -> String {
    let cells: Vec<CellRef> = d.model.edition.table(table).cells().collect();
    d.model.edition.cell_id(*rng.pick(&cells))
}

fn row_ids(d: &Draft, key: &str) -> Vec<String> {
    let table = d.model.edition.table(TableKey::Applications);
    let row = table.row_index(key).expect("a row of 表三");
    table.cells().filter(|c| c.row == row).map(|c| d.model.edition.cell_id(c)).collect()
}

/// Leaves some cells with a 0 blank, those of one table.
fn blank(d: &mut Draft, rng: &mut Rng, table: TableKey) -> Option<Place> {
    let zero = |c: &CellRef| d.model.written[c] == "0";
    let zeros: Vec<CellRef> = d.model.edition.table(table).cells().filter(zero).collect();
    if zeros.is_empty() {
        return None;
    }
    let mark = *rng.pick(&["", "/", "—"]);
    // A surface that keeps blank cells apart.
    d.surface = TABS;
    for _ in 0..rng.between(1, 4) {
        d.model.written.insert(*rng.pick(&zeros), mark.to_string());
    }
    Some(Place::Anywhere)
}

fn wide(c: char) -> char {
    if c.is_ascii_digit() { char::from_u32(c as u32 + 0xFEE0).unwrap_or(c) } else { c }
}

/// A report without any application, so that one more number stands alone.
fn no_applications(d: &Draft) -> Option<()> {
    let none = d.number("applications/closed/total")? == 0
        && d.number("applications/received/total")? == 0
        && d.number("applications/carried_in/total")? == 0;
    none.then_some(())
}

fn says_nothing_of_documents(d: &Draft) -> Option<()> {
    d.words_of(Role::Documents).is_empty().then_some(())
}

/// Another number in one of the five cells of a group; the finding is on its total.
fn wrong_case(d: &mut Draft, rng: &mut Rng, group: &str) -> Option<Place> {
    // Cases without any application are worth a look of their own.
    (d.facts.n("应办") > 0).then_some(())?;
    let column = *rng.pick(&["upheld", "corrected", "other", "pending", "total"]);
    d.raise(&format!("remedies/{group}/{column}"), rng.between(1, 9))?;
    cell(&format!("remedies/{group}/total"))
}
