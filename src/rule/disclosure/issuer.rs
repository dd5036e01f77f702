//! Which bodies certainly cannot issue 规章, told by their names.
//!
//! Ministries and the governments of provinces, of cities with districts and of
//! autonomous prefectures can. By its name a county-level city looks like one with
//! districts, and zones are of every rank, so wherever a name leaves a doubt the
//! answer is no.

/// Names of bodies of every rank, or of ones under a ministry.
const DOUBTFUL: [&str; 29] = [
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

/// Endings of a government's own name that say nothing of its rank.
const OF_GOVERNMENTS: [&str; 12] = [
    "人民政府办公室",
    "人民政府办公厅",
    "人民政府办事处",
    "政府办公室",
    "政府办公厅",
    "人民政府",
    "街道办事处",
    "政府办",
    "政府",
    "办公室",
    "办事处",
    "党政办",
];

/// Endings of departments.
const OF_DEPARTMENTS: [&str; 6] = ["局", "委员会", "委", "办公室", "中心", "支队"];

/// Governments of cities and prefectures, which may be able to.
const OF_CITIES: [&str; 6] = ["市人民政府", "市政府", "州人民政府", "州政府", "盟行政公署", "省人民政府"];

/// Whether the body called `name` certainly has no power to issue 规章.
pub fn cannot_regulate(name: &str) -> bool {
    let name: String = name.chars().filter(|c| !c.is_whitespace()).collect();
    // What stands before the last province is only where the body is.
    let local = ["省", "自治区"].iter().filter_map(|end| name.rfind(end).map(|at| at + end.len())).max();
    let local = &name[local.unwrap_or(0)..];
    if DOUBTFUL.iter().any(|word| name.contains(word)) {
        return false;
    }
    let seat = OF_GOVERNMENTS.iter().find_map(|end| local.strip_suffix(end)).unwrap_or(local);
    let is_long = seat.chars().count() > 2;
    let is_street = local.ends_with("街道办事处") || seat.ends_with("街道");
    if is_street || (is_long && ["乡", "镇", "县", "区", "旗"].iter().any(|end| seat.ends_with(end))) {
        return true;
    }
    // A department is told by its place, which has to stand before it.
    let stands_somewhere = ["县", "区", "市", "州", "旗"].iter().any(|place| local.contains(place));
    stands_somewhere
        && OF_DEPARTMENTS.iter().any(|end| local.ends_with(end))
        && !OF_CITIES.iter().any(|city| local.contains(city))
}

#[cfg(test)]
mod tests {
    use super::cannot_regulate;

    #[test]
    fn bodies_below_a_city_cannot() {
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
            assert!(cannot_regulate(name), "{name}");
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
            assert!(!cannot_regulate(name), "{name}");
        }
    }
}
