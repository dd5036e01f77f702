//! T3-D01

use crate::finding::{Role, Severity};
use crate::form::TableKey;
use crate::lang::Text;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::cells::{finding_on, place};
use crate::rule::sums::is_count;
use crate::rule::{Context, Reason, Record, Rule, Scope, prose::prose};
use crate::text::Number;

const CODE: &str = "T3-D01";

/// 结转占比异常: most applications were carried over to the next year.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Hint,
    scope: Scope::WithForm,
    prose: prose! {
        message: Text::new(
            "结转下年{a}件占比{p}%偏高，请核",
            "Carry-over of {a} ({p}%) looks high; please verify",
        ),
        what: Text::new(
            "结转下年度继续办理的是否超过全部申请的一半，且在10件以上。",
            "Whether ten or more applications, and more than half of all, were carried over.",
        ),
        why: Text::new(
            "申请一般在二十个工作日内答复，能结转的只有年末收到的；占比过高多为办理结果漏填。",
            "Applications are answered within twenty working days; so many are mostly results that were not entered.",
        ),
        how: Text::new(
            "核对办理结果是否填全；确实集中在年末的，可在正文说明。",
            "See whether all results are entered; explain in the prose if they came at the end of the year.",
        ),
        example: Text::new("新收20件，结转下年度15件。", "20 received and 15 carried over."),
        basis: Text::new(
            "《政府信息公开条例》第三十三条（答复期限）；经验判断",
            "Regulations on Government Information Disclosure, article 33 (time limit); experience",
        ),
        silent: Text::new(
            "结转不足10件或不超过一半的不报；表三没有读出来的不报。",
            "Fewer than ten, or no more than half; a table that was not read.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "most were carried over",
            base: Base::E2021,
            edits: &[
                ("\t9\t3\t0\t0\t1\t0\t13", "\t35\t3\t0\t0\t1\t0\t39"),
                (
                    "四、结转下年度继续办理\t\t\t1\t0\t0\t0\t0\t0\t1",
                    "四、结转下年度继续办理\t\t\t27\t0\t0\t0\t0\t0\t27",
                ),
            ],
            expect: Expect::Finds(&["applications/carried_out/total"]),
        },
        Case {
            name: "half and no more",
            base: Base::E2021,
            edits: &[
                ("\t9\t3\t0\t0\t1\t0\t13", "\t21\t3\t0\t0\t1\t0\t25"),
                (
                    "四、结转下年度继续办理\t\t\t1\t0\t0\t0\t0\t0\t1",
                    "四、结转下年度继续办理\t\t\t13\t0\t0\t0\t0\t0\t13",
                ),
            ],
            expect: Expect::Silent,
        },
        Case { name: "one of fifteen", base: Base::E2021, edits: &[], expect: Expect::Silent },
        Case {
            name: "all of few",
            base: Base::E2021,
            edits: &[(
                "四、结转下年度继续办理\t\t\t1\t0\t0\t0\t0\t0\t1",
                "四、结转下年度继续办理\t\t\t9\t0\t0\t0\t0\t0\t9",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "more than there were is a failing sum's",
            base: Base::E2021,
            edits: &[(
                "四、结转下年度继续办理\t\t\t1\t0\t0\t0\t0\t0\t1",
                "四、结转下年度继续办理\t\t\t20\t0\t0\t0\t0\t0\t20",
            )],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    let table = TableKey::Applications;
    if let Some(reason) = Context::why_unread(context.report, table) {
        return record.unassessable(reason);
    }
    let total = |row| place(context, table, row, "total");
    let number =
        |row| Some(total(row)?).and_then(|cell| context.cell(cell).in_sum()).filter(|n| is_count(*n));
    let (Some(received), Some(carried_in), Some(out)) =
        (number("received"), number("carried_in"), number("carried_out"))
    else {
        return record.unassessable(Reason::CellUnread);
    };
    let all = received + carried_in;
    // More carried over than there were is a failing sum's.
    if out < Number::from(10) || out + out <= all || out > all {
        return record.pass();
    }
    let percent = out.mantissa().saturating_mul(100) / all.mantissa().max(1);
    let (Some(cell), Some(from)) = (total("carried_out"), total("received")) else { return };
    record.find(
        finding_on(context, CODE, Severity::Hint, cell)
            .with_related(context.related(from, Role::Against))
            .with("a", out)
            .with("p", Number::from(percent)),
    );
}
