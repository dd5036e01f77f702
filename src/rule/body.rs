//! What kind of body a report is from, told by its name.
//!
//! Duties hang on it: who has to report what and by when, and who can issue 规章. A
//! name does not always say; where it leaves a doubt the answer is [`Kind::Unclear`]
//! or no level, and the rules are silent.

use super::search::{last_place, without_space};
use crate::report::Report;
use crate::text::find::{holds, nth_char};
use crate::text::{WordList, words};

/// A body, as far as its name tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Body {
    /// What it is.
    pub kind: Kind,
    /// The level of the place that it is the body of; `None` where the name does not say.
    pub level: Option<Level>,
}

/// The kinds of bodies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A people's government, or a street's office, which acts as one.
    Government,
    /// The office of a government, which reports for itself or for the government.
    GovernmentOffice,
    /// A department of a government.
    Department,
    /// A centre, a squad and the like: part of a department or beside it.
    Institution,
    /// Zones, bodies under a ministry, bodies that are no government's, and every
    /// name that does not say.
    Unclear,
}

/// The levels of places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// 街道
    Street,
    /// 乡, 镇
    Town,
    /// 县, 区, 旗
    County,
    /// 市, 州, 盟: a city without districts looks like one with them.
    City,
    /// 省, 自治区
    Province,
}

impl Body {
    /// The body that a report's title names; `None` where it names none.
    pub fn of(report: &Report) -> Option<Self> {
        Some(Self::named(report.organization()?))
    }

    /// Whether it is a people's government: a street's office is not.
    pub fn is_government(self) -> bool {
        self.kind == Kind::Government && self.level.is_some_and(|level| level != Level::Street)
    }

    /// Whether it is the body of a town or a street.
    pub fn is_below_county(self) -> bool {
        matches!(self.level, Some(Level::Street | Level::Town))
    }

    /// The body called `name`.
    pub fn named(name: &str) -> Self {
        let name = without_space(name);
        // What stands before the last province is only where the body is.
        let at =
            ["省", "自治区"].iter().filter_map(|end| last_place(&name, end).map(|at| at + end.len())).max();
        let local = &name[at.unwrap_or(0)..];
        let office = OF_OFFICES.iter().find_map(|end| local.strip_suffix(end));
        let seat = office.or_else(|| OF_GOVERNMENTS.iter().find_map(|end| local.strip_suffix(end)));
        let level = if seat.unwrap_or(local).is_empty() {
            at.map(|_| Level::Province)
        } else {
            level(seat.unwrap_or(local))
        };
        // Zones have streets and towns as every other place.
        let is_low = matches!(level, Some(Level::Street | Level::Town));
        if DOUBTFUL.stand_in(&name) && !is_low {
            return Self { kind: Kind::Unclear, level: None };
        }
        match level {
            Some(_) if office.is_some() => Self { kind: Kind::GovernmentOffice, level },
            Some(_) => Self { kind: Kind::Government, level },
            None => Self { kind: kind_of_part(local), level: place(local) },
        }
    }

    /// Whether it certainly has no power to issue 规章: ministries and the governments
    /// of provinces, of cities with districts and of autonomous prefectures have it.
    pub fn cannot_regulate(self) -> bool {
        match self.kind {
            Kind::Government | Kind::GovernmentOffice => {
                matches!(self.level, Some(Level::Street | Level::Town | Level::County))
            }
            // A department of a place is below the ministries.
            Kind::Department | Kind::Institution => self.level.is_some(),
            Kind::Unclear => false,
        }
    }
}

/// Names of bodies of every rank, or of ones under a ministry.
const DOUBTFUL: WordList = words![
    "国家",
    "国务院",
    "中央",
    "中国",
    "兵团",
    "开发区",
    "新区",
    "实验区",
    "试验区",
    "示范区",
    "高新区",
    "高新技术",
    "保税区",
    "合作区",
    "管理区",
    "功能区",
    "风景区",
    "名胜区",
    "度假区",
    "园区",
    "自贸",
    "林区",
    "特区",
    "垦区",
    "地区",
    "管委会",
    "人大",
    "法院",
    "检察",
];

/// Endings of the name of a government's office.
const OF_OFFICES: WordList = words![
    "人民政府办公室",
    "人民政府办公厅",
    "人民政府办事处",
    "政府办公室",
    "政府办公厅",
    "政府办",
    "党政办",
    "党政综合办公室",
    "党政办公室",
    "办公室",
];

/// Endings of a government's own name.
const OF_GOVERNMENTS: WordList = words!["人民政府", "政府", "办事处"];

/// Endings of the names of departments.
const OF_DEPARTMENTS: WordList = words!["局", "委员会", "委", "办公室", "厅"];

/// Endings of the names of what is part of a department, or beside one.
const OF_INSTITUTIONS: WordList = words!["中心", "支队"];

/// Committees that are no department of a government.
const NO_DEPARTMENTS: WordList =
    words!["村民委", "居民委", "管理委员会", "纪律检查", "纪委", "党委", "县委", "市委", "区委", "工委"];

/// Bodies of a city or a prefecture in whose name its government stands.
const OF_CITIES: WordList =
    words!["市人民政府", "市政府", "州人民政府", "州政府", "盟行政公署", "省人民政府"];

/// The level of the place called `seat`, where it is no more than a place.
fn level(seat: &str) -> Option<Level> {
    const ENDINGS: [(&str, Level); 10] = [
        ("街道", Level::Street),
        ("乡", Level::Town),
        ("镇", Level::Town),
        ("苏木", Level::Town),
        ("县", Level::County),
        ("区", Level::County),
        ("旗", Level::County),
        ("市", Level::City),
        ("州", Level::City),
        ("盟", Level::City),
    ];
    // A name of two characters may be more than a place.
    nth_char(seat, 2)?;
    ENDINGS.iter().find(|(end, _)| seat.ends_with(end)).map(|(_, level)| *level)
}

/// The level of a place that stands in `name`; a county's before a town's, whose
/// characters are part of many names.
fn place(name: &str) -> Option<Level> {
    const PLACES: [(&str, Level); 7] = [
        ("县", Level::County),
        ("区", Level::County),
        ("旗", Level::County),
        ("街道", Level::Street),
        ("镇", Level::Town),
        ("市", Level::City),
        ("州", Level::City),
    ];
    if OF_CITIES.stand_in(name) {
        return None;
    }
    PLACES.iter().find(|(place, _)| holds(name, place)).map(|(_, level)| *level)
}

/// What a body is that is no government of a place.
fn kind_of_part(name: &str) -> Kind {
    if OF_INSTITUTIONS.end(name) || NO_DEPARTMENTS.stand_in(name) {
        Kind::Institution
    } else if OF_DEPARTMENTS.end(name) {
        Kind::Department
    } else {
        Kind::Unclear
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bodies_below_a_city_cannot_regulate() {
        for name in [
            "云溪县青禾镇人民政府",
            "富阳区上官乡",
            "富阳区上官乡人民政府",
            "上海市黄浦区打浦桥街道办事处",
            "云溪县人民政府",
            "云溪县人民政府办公室",
            "北京市海淀区人民政府",
            "湖北省云溪县林业局",
            "广西壮族自治区南宁市西乡塘区人民政府",
            "云溪县林业局",
            "云溪市财政局",
            "椒江区行政服务中心",
            "云溪市发展和改革委员会",
            "鄂温克族自治旗人民政府",
        ] {
            assert!(Body::named(name).cannot_regulate(), "{name}");
        }
    }

    #[test]
    fn of_all_others_nothing_is_said() {
        for name in [
            "云溪市人民政府",
            "云溪市政府办公室",
            "淮安市",
            "湖北省人民政府",
            "湖北省人民政府办公厅",
            "湖北省林业局",
            "恩施土家族苗族自治州人民政府",
            "景德镇市人民政府",
            "国家税务总局云溪市税务局",
            "平潭综合实验区",
            "平潭综合实验区社会事业局",
            "云溪市高新技术产业开发区管理委员会",
            "上海市浦东新区人民政府",
            "内蒙古自治区人民政府",
            "阿克苏地区行政公署",
            "交通运输部",
            "云溪市人民政府国有资产监督管理委员会",
            "林业局",
            "",
        ] {
            assert!(!Body::named(name).cannot_regulate(), "{name}");
        }
    }

    #[test]
    fn a_name_tells_the_kind_and_the_level() {
        use Kind::{Department, Government, GovernmentOffice, Institution, Unclear};
        use Level::{City, County, Province, Street, Town};
        for (name, kind, level) in [
            ("云溪县青禾镇人民政府", Government, Some(Town)),
            ("云溪县青禾镇", Government, Some(Town)),
            ("云溪市高新技术产业开发区青禾镇人民政府", Government, Some(Town)),
            ("云溪区北关街道办事处", Government, Some(Street)),
            ("云溪区北关街道", Government, Some(Street)),
            ("云溪县人民政府", Government, Some(County)),
            ("云溪市人民政府", Government, Some(City)),
            ("湖北省人民政府", Government, Some(Province)),
            ("云溪县人民政府办公室", GovernmentOffice, Some(County)),
            ("云溪市政府办", GovernmentOffice, Some(City)),
            ("云溪县青禾镇党政办公室", GovernmentOffice, Some(Town)),
            ("云溪县大数据办公室", Department, Some(County)),
            ("云溪县委办公室", Institution, Some(County)),
            ("湖北省人民政府办公厅", GovernmentOffice, Some(Province)),
            ("云溪县林业局", Department, Some(County)),
            ("云溪县青禾镇财政局", Department, Some(County)),
            ("湖北省林业局", Department, None),
            ("云溪市卫生健康委员会", Department, Some(City)),
            ("云溪区人民政府行政服务中心", Institution, Some(County)),
            ("云溪县北坡村村民委员会", Institution, Some(County)),
            ("云溪市纪委", Institution, Some(City)),
            ("云溪市新区管委会", Unclear, None),
            ("国家税务总局云溪市税务局", Unclear, None),
            ("云溪县第一中学", Unclear, Some(County)),
            ("", Unclear, None),
        ] {
            assert_eq!(Body::named(name), Body { kind, level }, "{name}");
        }
    }
}
