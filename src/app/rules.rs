//! What each rule checks, why, how to mend it, on what basis, and when it is silent.

use gouji::rule::prose;
use gouji::{Lang, Text};

use super::element::{Element, button, element, words_in};
use super::hand::Hand;
use super::state::{Action, Focus, Go, Sheet, State};
use super::words;

/// The families of rules, by what their codes begin with.
const FAMILIES: [(&str, Text); 12] = [
    ("F", Text::new("表式与版本", "Forms and editions")),
    ("S", Text::new("标题与六个部分", "Title and sections")),
    ("T2", Text::new("表二：主动公开", "Table 2: proactive disclosure")),
    ("T3", Text::new("表三：申请办理", "Table 3: applications")),
    ("T4", Text::new("表四：复议诉讼", "Table 4: remedies")),
    ("X", Text::new("文字与表格互相核对", "Prose against tables")),
    ("Y", Text::new("与上年核对", "Against the year before")),
    ("N", Text::new("文字中的数字", "Numbers in the prose")),
    ("C", Text::new("转换和粘贴留下的痕迹", "What conversions left behind")),
    ("Q", Text::new("用语与空位", "Wording and placeholders")),
    ("L", Text::new("法定与地方要求", "Statutory and local requirements")),
    ("A", Text::new("附件与其他", "Annexes and other matters")),
];

/// All rules, by family.
pub fn list(lang: Lang, hand: &Hand) -> Element {
    let mut families: Vec<(&'static str, Element)> = Vec::new();
    for code in prose::codes() {
        let family = code.split('-').next().unwrap_or_default();
        let link = button("rule-link", "", open(hand, code))
            .add(words_in("code", "", code))
            .text(" ")
            .add(element("span").mixed(prose::of(code).what.get(lang), lang));
        if families.last().is_none_or(|(last, _)| *last != family) {
            families.push((family, element("ul").class("rule-list")));
        }
        if let Some((family, list)) = families.pop() {
            families.push((family, list.add(element("li").add(link))));
        }
    }
    let mut all = element("div").class("prose");
    for (family, list) in families {
        let name = FAMILIES.iter().find(|(key, _)| *key == family).map_or(family, |(_, name)| name.get(lang));
        all = all.add(words_in("h3", "", name)).add(list);
    }
    all
}

fn open(hand: &Hand, code: &str) -> yew::Callback<yew::MouseEvent> {
    hand.on_act(Action::Sheet(Some(Sheet::Rule(code.to_string()))))
}

/// One rule, and what it found in the report that is shown.
pub fn page(code: &str, state: &State, hand: &Hand) -> Element {
    let lang = state.lang;
    let rule = prose::of(code);
    let told = [
        (words::WHAT, rule.what),
        (words::WHY, rule.why),
        (words::HOW, rule.how),
        (words::EXAMPLE, rule.example),
        (words::SILENT, rule.silent),
        (words::BASIS, rule.basis),
    ];
    let mut page = element("div").class("prose rule-page").set("data-page", code);
    page = page.add(element("p").add(words_in("code", "rule-code", code)));
    for (head, words) in told {
        if !words.get(lang).is_empty() {
            page =
                page.add(words_in("h3", "", head.get(lang))).add(element("p").mixed(words.get(lang), lang));
        }
    }
    if let Some(view) = &state.view {
        let mut found = element("p").class("actions");
        for (index, finding) in view.findings.iter().enumerate().filter(|(_, f)| f.rule == code).take(20) {
            let name = [&(index + 1).to_string(), " ", &super::card::place(view, finding, lang)].concat();
            found = found.add(button("", &name, hand.on_act(Action::Chose(Focus::Finding(index), Go::Card))));
        }
        page = page.add(found);
    }
    page.add(element("p").add(button(
        "",
        words::RULES.get(lang),
        hand.on_act(Action::Sheet(Some(Sheet::Rules))),
    )))
}
