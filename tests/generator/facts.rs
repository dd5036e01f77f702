//! Everything the sentences of a generated report may state, by name: what its tables
//! say, and what they say nothing of (publications, fees, the year before).

use std::collections::BTreeMap;

use gouji::form::TableKey;

use super::rng::Rng;
use crate::support::model::Model;

/// What may be stated, by name.
#[derive(Debug, Clone, Default)]
pub struct Facts(BTreeMap<&'static str, String>);

impl Facts {
    /// What is written for `name`.
    ///
    /// # Panics
    /// When a sentence asks for something that no report has.
    pub fn text(&self, name: &str) -> &str {
        self.0.get(name).unwrap_or_else(|| panic!("no fact is called {name}"))
    }

    /// The whole number `name`.
    pub fn n(&self, name: &str) -> i64 {
        self.text(name).parse().unwrap_or_else(|_| panic!("{name} is no whole number"))
    }

    fn set(&mut self, name: &'static str, value: impl ToString) {
        self.0.insert(name, value.to_string());
    }

    /// The facts of a report with the tables `model`, whose report of the year before
    /// has the tables `before`.
    pub fn of(rng: &mut Rng, model: &Model, before: Option<&Model>, organization: &str) -> Self {
        let mut facts = Self::default();
        facts.set("年", model.year);
        facts.set("去年", model.year - 1);
        facts.set("明年", model.year + 1);
        facts.set("机关", organization);
        facts.of_tables(model);
        facts.publications(rng);
        facts.year_before(rng, before);
        facts.ways_in(rng);
        facts.fees(rng);
        facts
    }

    /// Sets what the tables `model` say.
    pub fn of_tables(&mut self, model: &Model) {
        self.applications(model);
        self.remedies(model);
        self.disclosure(model);
        self.results_in_percent();
    }

    /// Makes the facts those of another year, the numbers kept.
    pub fn move_to(&mut self, year: i32) {
        for (name, year) in [("年", year), ("去年", year - 1), ("明年", year + 1)] {
            self.set(name, year);
        }
    }

    fn applications(&mut self, model: &Model) {
        let cell = |row: &str, column: &str| -> i64 {
            let id = format!("applications/{row}/{column}");
            let cell = model.edition.cell(&id).unwrap_or_else(|| panic!("{id} is a cell"));
            model.written[&cell].parse().expect("a count")
        };
        let group = |prefix: &str| -> i64 {
            let rows = model.edition.table(TableKey::Applications).rows();
            rows.filter(|(_, row)| row.key.starts_with(prefix)).map(|(_, row)| cell(row.key, "total")).sum()
        };
        for (name, row) in [
            ("新收", "received"),
            ("上年结转", "carried_in"),
            ("办结", "closed"),
            ("结转下年", "carried_out"),
            ("予以公开", "granted"),
            ("部分公开", "partial"),
            ("第三方", "denied.third_party"),
            ("过程性", "denied.process"),
            ("执法案卷", "denied.enforcement_file"),
            ("行政查询", "denied.administrative_inquiry"),
            ("不掌握", "unavailable.not_held"),
            ("另行制作", "unavailable.needs_creation"),
            ("不明确", "unavailable.unclear"),
            ("信访", "rejected.petition"),
            ("重复", "rejected.duplicate"),
        ] {
            self.set(name, cell(row, "total"));
        }
        for (name, prefix) in [
            ("不予公开", "denied"),
            ("无法提供", "unavailable"),
            ("不予处理", "rejected"),
            ("其他处理", "other"),
        ] {
            self.set(name, group(prefix));
        }
        for (name, column) in [("自然人", "natural_person"), ("商业企业", "enterprise")] {
            self.set(name, cell("received", column));
        }
        self.set("办结企业", cell("closed", "enterprise"));
        self.set("应办企业", cell("received", "enterprise") + cell("carried_in", "enterprise"));
        self.set("办结自然人", cell("closed", "natural_person"));
        self.set("应办自然人", cell("received", "natural_person") + cell("carried_in", "natural_person"));
        self.set("法人", self.n("新收") - self.n("自然人"));
        self.set("其余法人", self.n("法人") - self.n("商业企业"));
        self.set("应办", self.n("新收") + self.n("上年结转"));
        self.set("公开或部分", self.n("予以公开") + self.n("部分公开"));
        self.set("未公开", self.n("办结") - self.n("公开或部分"));
        let named = ["第三方", "过程性", "执法案卷"].map(|name| self.n(name)).iter().sum::<i64>();
        self.set("其余不予公开", self.n("不予公开") - named);
        let unpaid = if model.edition.cell("applications/other.fee_unpaid/total").is_some() {
            cell("other.fee_unpaid", "total")
        } else {
            0
        };
        self.set("逾期未缴费", unpaid);
    }

    fn remedies(&mut self, model: &Model) {
        let cell = |row: &str, column: &str| -> i64 {
            let cell = model.edition.cell(&format!("remedies/{row}/{column}")).expect("a cell of 表四");
            model.written[&cell].parse().expect("a count")
        };
        for (name, suits, column) in [
            ("复议维持", "诉讼维持", "upheld"),
            ("复议纠正", "诉讼纠正", "corrected"),
            ("复议其他", "诉讼其他", "other"),
            ("复议未结", "诉讼未结", "pending"),
            ("复议", "诉讼", "total"),
        ] {
            self.set(name, cell("reconsideration", column));
            self.set(suits, cell("direct_suit", column) + cell("suit_after_reconsideration", column));
        }
        self.set("直接起诉", cell("direct_suit", "total"));
        self.set("复议后起诉", cell("suit_after_reconsideration", "total"));
    }

    fn disclosure(&mut self, model: &Model) {
        for (name, column) in [("制发", "issued"), ("废止", "repealed"), ("现行有效", "in_force")] {
            let cell = model.edition.cell(&format!("disclosure/normative_documents/{column}"));
            self.set(name, cell.map_or("-1", |cell| model.written[&cell].as_str()));
        }
        for (name, row, column) in [
            ("许可", "licensing", "decisions"),
            ("处罚", "penalties", "decisions"),
            ("强制", "coercion", "decisions"),
            ("采购项目", "procurement", "projects"),
            ("采购金额", "procurement", "amount"),
        ] {
            let cell = model.edition.cell(&format!("disclosure/{row}/{column}"));
            self.set(name, cell.map_or("-1", |cell| model.written[&cell].as_str()));
        }
    }

    fn results_in_percent(&mut self) {
        let closed = self.n("办结");
        self.set("其余不予处理", self.n("不予处理") - self.n("信访") - self.n("重复"));
        for (name, part) in [
            ("公开占", "公开或部分"),
            ("公开率", "公开或部分"),
            ("未公开占", "未公开"),
            ("予以公开占", "予以公开"),
            ("部分公开占", "部分公开"),
        ] {
            self.set(name, percent(self.n(part), closed, 2));
        }
    }

    /// What was published: a total of four kinds, the same with a share each, a
    /// website and an account whose kinds are counted, and lists left open.
    fn publications(&mut self, rng: &mut Rng) {
        let most = *rng.pick(&[30, 200, 1500]);
        let mut total = 0;
        for name in ["甲", "乙", "丙", "丁"] {
            let part = rng.between(1, most);
            self.set(name, part);
            total += part;
        }
        self.set("主动公开", total);
        let decimals = rng.between(1, 2) as u32;
        for (name, part) in [("甲占", "甲"), ("乙占", "乙"), ("丙占", "丙"), ("丁占", "丁")] {
            self.set(name, percent(self.n(part), total, decimals));
        }
        let [work, columns, account, video] = [0; 4].map(|_| rng.between(2, most));
        self.set("网站动态", work);
        self.set("网站栏目", columns);
        self.set("网站", work + columns);
        self.set("公众号", account);
        self.set("视频", video);
        self.set("渠道合计", work + columns + account + video);
        let rest = rng.between(1, most);
        let [first, second] = [0; 2].map(|_| rng.between(1, most));
        self.set("列一", first);
        self.set("列二", second);
        self.set("列举总数", first + second + rest);
        // In tens of thousands, one decimal.
        let [city, counties] = [0; 2].map(|_| rng.between(11, 990));
        for (name, tenths) in [("万市", city), ("万县", counties), ("万合计", city + counties)] {
            self.set(name, format!("{}.{}", tenths / 10, tenths % 10));
        }
        let answered = rng.between(1, 90);
        self.set("留言", answered + rng.between(0, 40));
        self.set("留言办结", answered);
    }

    fn year_before(&mut self, rng: &mut Rng, before: Option<&Model>) {
        let received = self.n("新收");
        let before = match before {
            Some(before) => {
                let cell = before.edition.cell("applications/received/total").expect("a cell of 表三");
                before.written[&cell].parse().expect("a count")
            }
            None => (received + rng.between(-received / 2, 9)).max(1),
        };
        let published = self.n("主动公开");
        let published_before = rng.between(published / 2 + 1, published * 2);
        self.set("去年主动公开", published_before);
        self.set("公开增减", (published - published_before).abs());
        self.set("公开增减词", if published >= published_before { "增加" } else { "减少" });
        self.set("公开增幅", percent((published - published_before).abs(), published_before, 1));
        self.set("去年新收", before);
        self.set("增减", (received - before).abs());
        self.set("增减词", if received >= before { "增加" } else { "减少" });
        self.set("升降词", if received >= before { "增长" } else { "下降" });
        self.set("增幅", percent((received - before).abs(), before, 1));
    }

    fn ways_in(&mut self, rng: &mut Rng) {
        let received = self.n("新收");
        let online = rng.between(0, received);
        let letter = rng.between(0, received - online);
        for (name, count) in [("网上", online), ("信函", letter), ("当面", received - online - letter)]
        {
            self.set(name, count);
        }
        let first_half = rng.between(0, received);
        self.set("上半年", first_half);
        self.set("下半年", received - first_half);
    }

    fn fees(&mut self, rng: &mut Rng) {
        let notices = rng.between(1, 3);
        self.set("收费通知", notices);
        self.set("信息处理费", notices * rng.between(1, 40) * 10);
    }
}

/// The share of `part` in `total`, in percent, with `decimals` decimals, rounded half up.
pub fn percent(part: i64, total: i64, decimals: u32) -> String {
    if total == 0 {
        return "0".to_string();
    }
    let unit = 10_i64.pow(decimals);
    let rounded = (part * 100 * unit * 2 + total) / (total * 2);
    let (whole, rest) = (rounded / unit, rounded % unit);
    if rest == 0 { whole.to_string() } else { format!("{whole}.{rest:0width$}", width = decimals as usize) }
}
