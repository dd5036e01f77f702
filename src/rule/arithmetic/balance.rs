//! N-07

use super::Known;
use crate::finding::{Finding, Related, Role, Severity};
use crate::lang::Text;
use crate::parse::claims::{Claim, Reach, Said, Subject};
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::{Context, Record, Rule, Scope, basis, narrative, prose::prose};

const CODE: &str = "N-07";

/// 正文收支不平: received and carried in is closed and carried out.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Warning,
    scope: Scope::All,
    prose: prose! {
        message: Text::new("{n}+{k}≠{m}+{j}", "{n}+{k} ≠ {m}+{j}"),
        what: Text::new(
            "正文同一段写了新收、上年结转、办结、结转下年四个数时，新收加上年结转是否等于办结加结转下年。",
            "Where one paragraph gives all four: whether received plus carried in is closed plus carried out.",
        ),
        why: Text::new(
            "每件申请要么办结，要么结转，四个数必须平衡。",
            "Every application is either closed or carried over, so the four have to balance.",
        ),
        how: Text::new("对照台账和表三核对这四个数。", "Check the four numbers against the records and Table 3."),
        example: Text::new(
            "“新收13件，上年结转2件，办结14件，结转下年4件”：15≠18。",
            "新收13件，上年结转2件，办结14件，结转下年4件: 15 is not 18.",
        ),
        basis: basis::APPLICATIONS_SUMS,
        silent: Text::new(
            "表三读得出来时不报：正文与表三不同的数由 X-01 至 X-04 报，正文与表三一致而仍不平的由 T3-C01 报。只有表三缺失、没有读出或有空白，无从比对时才报；“收到”已含上年结转、有撤回、只写了其中几个数的，也不报。",
            "Where Table 3 could be read: numbers that differ from it are named by X-01 to X-04, and a table that does not balance itself by T3-C01. It speaks only where the table is absent, was not read or has blanks; not where 收到 may include what was carried in, where some were withdrawn, or where not all four are given.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "four numbers beside a blank row of 表三",
            base: Base::E2021,
            edits: &[
                ("结转下年度1件。", "结转下年度4件。"),
                (CARRIED_OUT_2021, "四、结转下年度继续办理\t\t\t\t\t\t\t\t\t"),
            ],
            expect: Expect::Finds(&["14件"]),
        },
        Case {
            name: "in two sentences",
            base: Base::E2021,
            edits: &[
                ("上年结转2件，办结14件，结转下年度1件。", "上年结转2件。全年办结14件，结转下年度3件。"),
                (CARRIED_OUT_2021, "四、结转下年度继续办理\t\t\t\t\t\t\t\t\t"),
            ],
            expect: Expect::Finds(&["14件"]),
        },
        Case {
            name: "words in place of 表三",
            base: Base::Nothing,
            edits: &[("", WITHOUT_TABLE)],
            expect: Expect::Finds(&["30件"]),
        },
        Case {
            name: "a blank row of the form of 2019",
            base: Base::E2019,
            edits: &[
                ("办结8件，结转下年度1件", "办结8件，结转下年度5件"),
                (
                    "四、结转下年度继续办理\t\t\t1\t0\t0\t0\t0\t0\t1",
                    "四、结转下年度继续办理\t\t\t\t\t\t\t\t\t",
                ),
            ],
            expect: Expect::Finds(&["8件"]),
        },
        Case { name: "four numbers that balance", base: Base::E2021, edits: &[], expect: Expect::Silent },
        Case {
            name: "a number that 表三 contradicts is X-04's",
            base: Base::E2021,
            edits: &[("结转下年度1件。", "结转下年度4件。")],
            expect: Expect::Silent,
        },
        Case {
            name: "what was received includes what was carried in",
            base: Base::Nothing,
            edits: &[("", WITHOUT_TABLE), ("收到政府信息公开申请32件", "收到政府信息公开申请33件")],
            expect: Expect::Silent,
        },
        Case {
            name: "three of the four numbers",
            base: Base::Nothing,
            edits: &[("", WITHOUT_TABLE), ("，上年结转2件", "")],
            expect: Expect::Silent,
        },
        Case {
            name: "the form's numbers of other paragraphs",
            base: Base::Nothing,
            edits: &[("", WITHOUT_TABLE), ("，答复30件", "。\n全年答复30件")],
            expect: Expect::Silent,
        },
        Case {
            name: "four numbers that stand so in 表三 are T3-C01's",
            base: Base::E2021,
            edits: &[
                ("结转下年度1件。", "结转下年度4件。"),
                (CARRIED_OUT_2021, "四、结转下年度继续办理\t\t\t4\t0\t0\t0\t0\t0\t4"),
            ],
            expect: Expect::Silent,
        },
        Case {
            name: "one way in which applications arrive",
            base: Base::Nothing,
            edits: &[("", WITHOUT_TABLE), ("收到政府", "通过网络收到政府")],
            expect: Expect::Silent,
        },
        Case {
            name: "some were withdrawn",
            base: Base::Nothing,
            edits: &[("", WITHOUT_TABLE), ("答复30件", "答复30件（另有撤回的）")],
            expect: Expect::Silent,
        },
        Case {
            name: "received and closed in one number",
            base: Base::Nothing,
            edits: &[("", WITHOUT_TABLE), ("收到政府", "收到和办理政府")],
            expect: Expect::Silent,
        },
        Case {
            name: "perhaps the numbers of others too",
            base: Base::Nothing,
            edits: &[("", WITHOUT_TABLE), ("收到政府", "2023年累计收到政府")],
            expect: Expect::Silent,
        },
    ],
};

#[cfg(test)]
const CARRIED_OUT_2021: &str = "四、结转下年度继续办理\t\t\t1\t0\t0\t0\t0\t0\t1";

#[cfg(test)]
const WITHOUT_TABLE: &str = "云溪县民政局2023年政府信息公开工作年度报告
一、总体情况
收到政府信息公开申请32件，上年结转2件，答复30件，结转下年度3件。
二、主动公开政府信息情况
公开信息见网站。
三、收到和处理政府信息公开申请情况
表格见附件。
四、政府信息公开行政复议、行政诉讼情况
没有发生。
五、存在的主要问题及改进情况
更新不够及时，将加强检查。
六、其他需要报告的事项
未收取信息处理费。
";

const SUBJECTS: [Subject; 4] = [Subject::Received, Subject::CarriedIn, Subject::Closed, Subject::CarriedOut];

fn detect(context: &Context, record: &mut Record) {
    let known = Known::of(context);
    let mut found: [Option<&Claim>; 4] = [None; 4];
    let mut is_clear = true;
    let mut paragraph = u32::MAX;
    for claim in &context.claims.all {
        let Some(quantity) = claim.quantity.filter(|_| claim.said == Said::Number) else { continue };
        let clause = context.prose.quantities[quantity as usize].clause;
        let own = context.prose.clauses[clause as usize].paragraph;
        if own != paragraph {
            balance(context, record, &known, found, is_clear);
            found = [None; 4];
            is_clear = true;
            paragraph = own;
        }
        let Some(at) = SUBJECTS.iter().position(|subject| *subject == claim.subject) else { continue };
        // The number of last year or of all of the city stands beside the body's own.
        if claim.reach == Reach::Foreign {
            continue;
        }
        let hints = claim.hints;
        is_clear &= claim.reach == Reach::Own && !hints.channel && !hints.withdrawn && !hints.either;
        is_clear &= claim.subject != Subject::CarriedIn || !hints.handled;
        match found[at] {
            None => found[at] = Some(claim),
            Some(other) => is_clear &= other.value == claim.value,
        }
    }
    balance(context, record, &known, found, is_clear);
}

fn balance(
    context: &Context,
    record: &mut Record,
    known: &Known,
    found: [Option<&Claim>; 4],
    is_clear: bool,
) {
    let [Some(received), Some(carried_in), Some(closed), Some(carried_out)] = found else { return };
    if !is_clear {
        return;
    }
    let out = closed.value + carried_out.value;
    if received.value + carried_in.value == out || received.value == out && !received.hints.only_new {
        return record.pass();
    }
    let all = [received, carried_in, closed, carried_out];
    let is_contradicted = all.iter().any(|claim| claim.quantity.is_some_and(|at| known.holds(at)));
    let has_table = all.iter().all(|claim| narrative::by_tables(context, claim.subject).is_some());
    if is_contradicted || has_table {
        return record.fail_explained();
    }
    let mut finding = Finding::new(CODE, Severity::Warning)
        .at(closed.span)
        .with("n", received.value)
        .with("k", carried_in.value)
        .with("m", closed.value)
        .with("j", carried_out.value);
    for other in [received, carried_in, carried_out] {
        finding = finding.with_related(Related::at(other.span, Role::Claim));
    }
    record.find(finding);
}
