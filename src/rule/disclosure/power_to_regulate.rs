//! T2-B05

use crate::finding::{Arg, Role, Severity};
use crate::form::{CellRef, TableKey};
use crate::gather::Gather;
use crate::lang::Text;
use crate::rule::Reason;
use crate::rule::body::Body;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::cells::{all, finding_on};
use crate::rule::{Context, Record, Rule, Scope, basis, prose::prose};
use crate::text::Number;

const CODE: &str = "T2-B05";

/// 规章 by a body that cannot issue any.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Warning,
    scope: Scope::WithForm,
    prose: prose! {
        message: Text::new(
            "{org}无规章制定权，规章应为 0，现为 {v}",
            "{org} cannot issue 规章; expected 0, got {v}",
        ),
        what: Text::new(
            "乡镇、街道、县区和部门的报告，规章各格是否为 0。",
            "Whether townships, counties, districts and departments report no regulations (规章).",
        ),
        why: Text::new(
            "规章只能由国务院部门和省级、设区的市、自治州人民政府制定。",
            "Only ministries and the governments of provinces, cities with districts and autonomous prefectures issue 规章.",
        ),
        how: Text::new(
            "多半是把规范性文件填进了规章；没有规章的填 0。",
            "Most likely normative documents were entered as 规章; fill in 0 where there are none.",
        ),
        example: Text::new(
            "某镇人民政府“规章—现行有效件数”填 6。",
            "A town government reports 6 规章 in force.",
        ),
        basis: basis::POWER_TO_REGULATE,
        silent: Text::new(
            "单凭名称不能断定无权的单位，如地级市政府、开发区、新区、国家机关；标题里没有单位名称；规章各格为 0 或空白。",
            "Bodies whose names leave a doubt, such as governments of cities, zones and national bodies; a title without a name; cells that are 0 or blank.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "a town with six in force",
            base: Base::E2021,
            edits: &[("规章\t0\t0\t0", "规章\t0\t0\t6")],
            expect: Expect::Only(&["disclosure/regulations/in_force"]),
        },
        Case {
            name: "a county's department with one",
            base: Base::E2019,
            edits: &[("规章\t0\t0\t0", "规章\t1\t1\t1")],
            expect: Expect::Only(&["disclosure/regulations/made"]),
        },
        Case {
            name: "a city may be one with districts",
            base: Base::E2021,
            edits: &[("云溪县青禾镇人民政府", "云溪市人民政府"), ("规章\t0\t0\t0", "规章\t0\t0\t6")],
            expect: Expect::Silent,
        },
        Case { name: "a town with none", base: Base::E2021, edits: &[], expect: Expect::Silent },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    let table = TableKey::Disclosure;
    if let Some(reason) = Context::why_unread(context.report, table) {
        return record.unassessable(reason);
    }
    let Some(organization) = context.report.organization() else {
        return record.unassessable(Reason::NotStated);
    };
    if !context.body.is_some_and(Body::cannot_regulate) {
        return record.pass();
    }
    let Some(form) = context.form() else { return };
    let places: Vec<CellRef> = all(context, table)
        .into_iter()
        .filter(|place| form.table(table).row(place.row).key == "regulations")
        .filter(|place| context.cell(*place).value.is_some_and(|number| number > Number::ZERO))
        .gather();
    let Some((first, others)) = places.split_first() else { return record.pass() };
    let numbers = places.iter().filter_map(|place| context.cell(*place).value);
    let mut finding = finding_on(context, CODE, Severity::Warning, *first)
        .with("org", organization.to_string())
        .with("v", Arg::List(numbers.map(Arg::from).gather()));
    finding.expected = Some(Number::ZERO);
    for place in others {
        finding = finding.with_related(context.related(*place, Role::Same));
    }
    record.find(finding);
}
