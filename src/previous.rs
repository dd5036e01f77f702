//! The report of the year before, and whether it may be held against this one.

use crate::note::{Note, NoteKind};
use crate::parse;
use crate::parse::prose::Prose;
use crate::report::{Recognition, Report};
use crate::rule::sums::Sums;
use crate::text::{Source, TEXT_CAP, fold};

/// The report of the year before.
#[derive(Debug)]
pub struct Previous<'t> {
    /// Its text.
    pub source: Source<'t>,
    /// What was read from it.
    pub report: Report,
    /// Its paragraphs, sentences and numbers.
    pub prose: Prose,
    /// How its form's identities came out.
    pub sums: Sums,
}

impl<'t> Previous<'t> {
    /// Reads the report of the year before `report`. What stands against holding them
    /// against each other is noted, all of it, and then there is none.
    ///
    /// Both years have to be known and one apart. Both bodies have to be the same as
    /// far as their titles tell; where one title names none, that is noted and the
    /// reports are compared.
    pub fn read(text: &'t str, report: &Report, notes: &mut Vec<Note>) -> Option<Self> {
        let mut add = |kind| notes.push(Note { kind, span: None });
        if text.len() > TEXT_CAP {
            add(NoteKind::PreviousUnread(Box::new(NoteKind::OverCap)));
            return None;
        }
        let source = Source::new(text);
        let previous = parse::parse(&source);
        if previous.recognition != Recognition::Report {
            add(NoteKind::PreviousUnrecognized);
            return None;
        }
        let mut is_comparable = true;
        let against = match (report.year.map(|y| y.value), previous.year.map(|y| y.value)) {
            (Some(year), Some(before)) if before == year => Some(NoteKind::PreviousSameYear(year)),
            (Some(year), Some(before)) if before > year => Some(NoteKind::PreviousLater(before)),
            (Some(year), Some(before)) if before + 1 < year => Some(NoteKind::PreviousNotAdjacent(before)),
            (Some(_), Some(_)) => None,
            _ => Some(NoteKind::PreviousYearUnknown),
        };
        if let Some(kind) = against {
            is_comparable = false;
            add(kind);
        }
        match (report.organization(), previous.organization()) {
            (Some(one), Some(other)) if is_same_body(one, other) => {}
            (Some(_), Some(other)) => {
                is_comparable = false;
                add(NoteKind::PreviousOtherOrganization(other.to_string()));
            }
            _ => add(NoteKind::PreviousOrganizationUnknown),
        }
        if !is_comparable {
            return None;
        }
        let (prose, sums) = (Prose::read(&source, &previous), Sums::of(&previous));
        Some(Self { source, report: previous, prose, sums })
    }
}

/// What a body's name may end with or not: 青禾镇 is 青禾镇人民政府, 卫生健康委 is
/// 卫生健康委员会. An office (办公室) is a body of its own.
const ENDINGS: [&str; 6] = ["人民政府", "政府", "办事处", "管理委员会", "管委会", "员会"];

/// Whether two names are, for all they tell, of one body: the same but for what they
/// end with, or one an abbreviation of the other, its characters in the same order
/// and the last one the same (林业局 and 云溪县林业局, 人社局 and 人力资源和社会保障局).
/// A comparison that is not made helps nobody, so that the doubt is in its favour.
fn is_same_body(one: &str, other: &str) -> bool {
    let stem = |name: &str| {
        let mut key = fold::key(name);
        if let Some(ending) = ENDINGS.iter().find(|ending| key.ends_with(**ending)) {
            key.truncate(key.len() - ending.len());
        }
        key
    };
    let (one, other) = (stem(one), stem(other));
    let (short, long) = if one.len() < other.len() { (&one, &other) } else { (&other, &one) };
    let mut rest = long.chars();
    short.chars().count() > 1
        && short.chars().all(|c| rest.any(|other| other == c))
        && short.chars().next_back() == long.chars().next_back()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, check};

    const THIS_YEAR: &str = include_str!("../www/samples/clean-2021.txt");
    const LAST_YEAR: &str = include_str!("../tests/years/before-2021.txt");

    /// The codes of the notes, and whether any rule compared the years.
    fn read(text: &str, previous: &str) -> (String, bool) {
        let options = Options { previous: Some(previous), ..Options::default() };
        let check = check(text, &options);
        let compared = check.counts.iter().any(|count| count.rule.code.starts_with("Y-"));
        (check.notes.iter().map(|note| note.kind.code()).collect::<Vec<_>>().join(" "), compared)
    }

    #[test]
    fn the_report_of_the_year_before_is_compared() {
        assert_eq!(read(THIS_YEAR, LAST_YEAR), (String::new(), true));
        assert!(!check(THIS_YEAR, &Options::default()).counts.iter().any(|c| c.rule.code.starts_with("Y-")));
    }

    #[test]
    fn what_cannot_be_compared_is_said() {
        let edit = |old: &str, new: &str| {
            assert!(LAST_YEAR.contains(old), "{old}");
            LAST_YEAR.replace(old, new)
        };
        assert_eq!(read(THIS_YEAR, THIS_YEAR), ("previous-same-year".to_string(), false));
        assert_eq!(read(LAST_YEAR, THIS_YEAR), ("previous-later".to_string(), false));
        assert_eq!(read(THIS_YEAR, &edit("2022", "2020")), ("previous-not-adjacent".to_string(), false));
        assert_eq!(read(THIS_YEAR, "今天天气很好。"), ("previous-unrecognized".to_string(), false));
        assert_eq!(read(THIS_YEAR, ""), ("previous-unrecognized".to_string(), false));
        assert_eq!(read(THIS_YEAR, &"年".repeat(3 << 20)), ("previous-unread".to_string(), false));
        let other = edit("青禾镇人民政府", "白石镇人民政府");
        assert_eq!(read(THIS_YEAR, &other), ("previous-other-organization".to_string(), false));
        let both = other.replace("2022", "2024");
        assert_eq!(read(THIS_YEAR, &both), ("previous-later previous-other-organization".to_string(), false));
    }

    #[test]
    fn a_title_without_a_body_is_compared_and_said() {
        let unnamed = LAST_YEAR.replace("云溪县青禾镇人民政府\n", "");
        assert_eq!(read(THIS_YEAR, &unnamed), ("previous-organization-unknown".to_string(), true));
    }

    #[test]
    fn forms_that_differ_are_compared_as_far_as_they_are_alike() {
        let unassessed = |previous: &str| -> Vec<(&str, u32, u32)> {
            let options = Options { previous: Some(previous), ..Options::default() };
            let check = check(THIS_YEAR, &options);
            let counts = check.counts.iter().filter(|count| count.outcome.unassessable > 0);
            counts
                .map(|c| (c.rule.code, c.outcome.unassessable, c.outcome.passed + c.outcome.failed))
                .collect()
        };
        let on_2019 = include_str!("../tests/years/before-2019.txt").replace("林业局", "青禾镇");
        let on_2019 = on_2019.replace("云溪县青禾镇2019年", "云溪县青禾镇2022年");
        // What was carried over is the same on both forms, what 表二 counts is not.
        assert_eq!(unassessed(&on_2019), [("Y-03", 1, 0), ("Y-05", 1, 0)]);
        let legacy = "云溪县青禾镇2022年政府信息公开工作年度报告\n一、概述\n统计指标\t单位\t统计数\n\
            主动公开政府信息数（不同渠道和方式公开相同信息计1条）\t条\t56\n申请办结数\t件\t3\n";
        let codes: Vec<_> = unassessed(legacy).iter().map(|(code, ..)| *code).collect();
        assert_eq!(codes, ["Y-01", "Y-02", "Y-03", "Y-05", "Y-06", "Y-08", "Y-09"]);
    }

    #[test]
    fn names_of_one_body_are_the_same() {
        for (one, other) in [
            ("青禾镇", "青禾镇人民政府"),
            ("云溪县青禾镇人民政府", "青禾镇"),
            ("云溪县林业局", "林业局"),
            ("城东街道办事处", "云溪县城东街道"),
            ("云溪经济开发区管委会", "云溪经济开发区管理委员会"),
            ("云溪县 林业局", "云溪县林业局"),
            ("云溪县卫健委", "云溪县卫生健康委员会"),
            ("县人社局", "云溪县人力资源和社会保障局"),
        ] {
            assert!(is_same_body(one, other) && is_same_body(other, one), "{one} {other}");
        }
        for (one, other) in [
            ("青禾镇人民政府", "白石镇人民政府"),
            ("云溪县人民政府", "云溪县林业局"),
            ("云溪县人民政府", "云溪县人民政府办公室"),
            ("云溪县林业局", "云溪县农业农村局"),
            ("政府", "云溪县林业局"),
        ] {
            assert!(!is_same_body(one, other) && !is_same_body(other, one), "{one} {other}");
        }
    }
}
