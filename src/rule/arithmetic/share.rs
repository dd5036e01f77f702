//! N-03

use super::ratio::{Ratio, is_plain, percent};
use super::{Judgement, Known};
use crate::finding::{Finding, Fix, Related, Role, Severity};
use crate::lang::Text;
use crate::parse::prose::Quantity;
use crate::parse::prose::breakdown::Share;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::{Context, Record, Rule, Scope, basis, prose::prose};
use crate::text::Number;

const CODE: &str = "N-03";

/// 占比计算误差: a share is its part of the total.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Warning,
    scope: Scope::All,
    prose: prose! {
        message: Text::new("{a}/{b}应为{c}%，写为{d}%", "{a}/{b} is {c}%, stated {d}%"),
        what: Text::new(
            "正文里“占x%”是否等于这一项除以总数，按写出的小数位四舍五入。",
            "Whether 占x% is the part divided by the total, rounded to the decimals shown.",
        ),
        why: Text::new(
            "占比算错，说明分项、总数或占比里有一个不对。",
            "A wrong share means that the part, the total or the share is wrong.",
        ),
        how: Text::new(
            "按分项除以总数重新计算；末位之差如因四舍五入凑整，可以保留。",
            "Divide the part by the total again; a last digit that was moved to make the shares sum to 100 may stay.",
        ),
        example: Text::new("“全部137条，采购招标29条，占21.8%”：应为 21.2%。", "29 of 137 is 21.2%, not 21.8%."),
        basis: basis::ACCURATE,
        silent: Text::new(
            "四舍五入后相符的不报；末位相差不到一个单位只作提示；分项之和本身不等于合计的，只报合计；分不清占哪个总数的不报。",
            "Shares that are right when rounded; a difference of less than one in the last digit is only a hint; where the parts do not make the total only that is named; and where it is not clear of which total it is a share.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "a share of a list",
            base: Base::E2021,
            edits: &[(
                "机构信息20条，政策文件35条，财政信息25条，其他信息40条。",
                "机构信息20条，占16.7%；政策文件35条，占29.2%；财政信息25条，占23.8%；其他信息40条，占33.3%。",
            )],
            expect: Expect::Only(&["23.8%"]),
        },
        Case {
            name: "a share in brackets",
            base: Base::E2021,
            edits: &[("政策文件35条，", "政策文件35条（占39.2%），")],
            expect: Expect::Only(&["39.2%"]),
        },
        Case {
            name: "digits that were cut off are a hint",
            base: Base::E2021,
            edits: &[("机构信息20条，", "机构信息20条，占16.6%，")],
            expect: Expect::Only(&["16.6%"]),
        },
        Case {
            name: "a share of the only number before it",
            base: Base::Saying("全年归档文件80件，电子文件60件，占70%。"),
            edits: &[],
            expect: Expect::Only(&["70%"]),
        },
        Case {
            name: "a share of all of them, in so many words",
            base: Base::E2021,
            edits: &[(
                "机构信息20条，政策文件35条，财政信息25条，其他信息40条。",
                "机构信息20条，占总体的比例为16.7%，政策文件35条，占总体的比例为29.2%，财政信息25条，占总体的23.8%，其他信息40条。",
            )],
            expect: Expect::Only(&["23.8%"]),
        },
        Case {
            name: "shares that make 100 without a total",
            base: Base::Saying("从来源看，部门24件，占75%；镇街16件，占25%。"),
            edits: &[],
            expect: Expect::Only(&["75%"]),
        },
        Case {
            name: "shares of more than 100, of which one is wrong",
            base: Base::Saying("从来源看，部门30件，占75%；镇街10件，占35%。"),
            edits: &[],
            expect: Expect::Only(&["35%"]),
        },
        Case {
            name: "shares that make 100 percent of parts that do not make the whole named before",
            base: Base::Saying("征集意见20条，采纳的有10条，占50%；未采纳的有8条，占50.0%。"),
            edits: &[],
            expect: Expect::Only(&["50.0%"]),
        },
        Case {
            name: "shares that are right when rounded",
            base: Base::E2021,
            edits: &[(
                "机构信息20条，政策文件35条，财政信息25条，其他信息40条。",
                "机构信息20条，占16.7%；政策文件35条，占29.17%；财政信息25条，占20.8%；其他信息40条，占33%。",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "where the list does not hold its shares say nothing",
            base: Base::E2021,
            edits: &[
                ("公开政府信息120条", "公开政府信息128条"),
                ("机构信息20条，", "机构信息20条，占16.7%，"),
            ],
            expect: Expect::Silent,
        },
        Case {
            name: "a share of something that has no number here",
            base: Base::Saying(
                "线上办件占比92.5%，全程网办事项占全部事项的87%，审核信息60条，占全县的3.5%。",
            ),
            edits: &[],
            expect: Expect::Silent,
        },
        Case {
            name: "shares of a total that stands in another sentence",
            base: Base::Saying("归档文件102件。其来源，部门95件，占93.14%，镇街7件，占6.86%。"),
            edits: &[],
            expect: Expect::Silent,
        },
        Case {
            name: "two shares of more than their parts",
            base: Base::Saying("从来源看，部门24件，占60%；镇街8件，占20%。"),
            edits: &[],
            expect: Expect::Silent,
        },
        Case {
            name: "a share of the larger of two totals",
            base: Base::Saying("全年收文200件，发文80件，电子文件60件，占30%。"),
            edits: &[],
            expect: Expect::Silent,
        },
        Case {
            name: "behind the parts of its part, in brackets",
            base: Base::Saying(
                "归档14件。其中，文书类9件（永久7件、定期2件），占64.3%；图纸类5件，占35.7%。",
            ),
            edits: &[],
            expect: Expect::Silent,
        },
        Case {
            name: "a part of another number than its share shows",
            base: Base::Saying(
                "收到建议80件，分为四类：一是财经类16件，占20%；二是法制类12件，占15%；三是城建类13件，占30%；四是教卫类28件，占35%。",
            ),
            edits: &[],
            expect: Expect::Only(&["30%"]),
        },
        Case {
            name: "a share of the part that the sentence before ends with",
            base: Base::Saying(
                "代表提出建议90件，其中由镇政府办理的60件，占66.7%。其中，涉及农业农村的最多，有24件，占40%。",
            ),
            edits: &[],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    let known = Known::of(context);
    for (list, judgement) in context.lists.judged() {
        if judgement == Judgement::Unsure && whole(context, record, &known, &list.shares, Some(list.total)) {
            continue;
        }
        for share in &list.shares {
            match judgement {
                // The list's own finding names the cause.
                Judgement::Differs { .. } | Judgement::Exceeds { .. } => record.fail_explained(),
                Judgement::Holds | Judgement::Unsure => {
                    share_of(context, record, &known, *share, &list.others, list.total)
                }
            }
        }
    }
    let shares = &context.lists.read.shares;
    let sentence = |at: usize| {
        let clause = context.prose.quantities[shares[at].share.part as usize].clause;
        context.prose.clauses[clause as usize].sentence
    };
    let mut from = 0;
    while from < shares.len() {
        let mut group: Vec<Share> = Vec::new();
        while from + group.len() < shares.len() && sentence(from + group.len()) == sentence(from) {
            group.push(shares[from + group.len()].share);
        }
        let end = from + group.len();
        let named = shares[from].others.last().copied();
        if !whole(context, record, &known, &group, named) {
            for loose in &shares[from..end] {
                if let Some(total) = loose.others.last() {
                    share_of(context, record, &known, loose.share, &loose.others, *total);
                }
            }
        }
        from = end;
    }
}

/// Shares that make 100 percent are those of what their parts make, wherever that stands:
/// the one that is furthest off is held against it. Whether they do. `named` is the whole
/// that the sentence names: where the parts make another number, the shares are of that.
fn whole(
    context: &Context,
    record: &mut Record,
    known: &Known,
    shares: &[Share],
    named: Option<u32>,
) -> bool {
    let quantities = &context.prose.quantities;
    let (mut total, mut stated, mut slack) = (Number::ZERO, Number::ZERO, Number::ZERO);
    let [first, _, ..] = shares else { return false };
    let unit = quantities[first.part as usize].unit.word;
    for share in shares {
        let [part, shown] = [share.part, share.percent].map(|at| &quantities[at as usize]);
        if !shown.is_exact()
            || !is_plain(part)
            || part.unit.word != unit
            || !is_of_all(context, share.percent)
        {
            return false;
        }
        total = total + part.value;
        stated = stated + shown.value;
        slack = slack + Number::from(5).scaled(shown.place - 1).unwrap_or(Number::ZERO);
    }
    // Where they make less, some may be missing; where they make more, one is wrong.
    let off = stated - Number::from(100);
    if off < -slack {
        return false;
    }
    let mut wrong = 0;
    let mut worst: Option<(Ratio, Share)> = None;
    for share in shares {
        let [part, shown] = [share.part, share.percent].map(|at| &quantities[at as usize]);
        let Some(ratio) = percent(part.value, total, shown) else { return false };
        wrong += u32::from(!ratio.is_nearly_right());
        if worst.is_none_or(|(worst, _)| ratio.off > worst.off) {
            worst = Some((ratio, *share));
        }
    }
    match worst {
        // Where most are wrong, so is what they are held against.
        _ if off > slack && wrong != 1 || wrong > 2 => return false,
        _ if wrong > 1 && named.is_some_and(|named| quantities[named as usize].value != total) => {
            return false;
        }
        Some((ratio, share)) if wrong > 0 => tell(context, record, known, share, ratio, total, None),
        _ => record.pass(),
    }
    true
}

/// Whether the words before a share name no other whole: 占全县的3.5% is of something else.
fn is_of_all(context: &Context, percent: u32) -> bool {
    let words = context.prose.before(percent as usize).trim_start_matches(any_of!['约']);
    // 占总体的比例为39.3%.
    matches!(words, "占" | "占比" | "占比为" | "占总数的" | "占总量的") || words.starts_with("占总体的")
}

/// Holds a share against `total`; it may as well be one of `others`.
fn share_of(context: &Context, record: &mut Record, known: &Known, share: Share, others: &[u32], total: u32) {
    let quantities = &context.prose.quantities;
    let [part, shown, whole] = [share.part, share.percent, total].map(|at| &quantities[at as usize]);
    if ![part, shown, whole].iter().all(|q| q.is_exact()) || !is_plain(part) || !is_plain(whole) {
        return;
    }
    if !is_of_all(context, share.percent) {
        return;
    }
    let of = |total: u32| -> Option<Ratio> {
        let total = &quantities[total as usize];
        percent(part.value, total.value, shown).filter(|_| is_plain(total))
    };
    // 80件，其中县级60件；其中涉农15件，占25%: the share may be that of a part told before.
    let is_of = |other: u32| of(other).is_some_and(Ratio::is_right);
    let near = |back: u32| is_of(share.part.saturating_sub(back));
    if near(1) || near(2) || others.iter().any(|other| is_of(*other)) {
        return record.pass();
    }
    let Some(ratio) = of(total) else { return };
    if ratio.is_right() {
        return record.pass();
    }
    let is_part = part.unit.word == whole.unit.word && part.value <= whole.value;
    if others.len() > 1 || !is_part {
        return;
    }
    tell(context, record, known, share, ratio, whole.value, Some(total));
}

/// The finding on a share that is not its part of `total`.
fn tell(
    context: &Context,
    record: &mut Record,
    known: &Known,
    share: Share,
    ratio: Ratio,
    total: Number,
    whole: Option<u32>,
) {
    let quantities = &context.prose.quantities;
    if known.holds(share.part) || whole.is_some_and(|whole| known.holds(whole)) {
        return record.fail_explained();
    }
    let [part, shown] = [share.part, share.percent].map(|at| &quantities[at as usize]);
    let severity = if ratio.is_nearly_right() { Severity::Hint } else { Severity::Warning };
    let against = |q: &Quantity, role| Related::at(q.span, role);
    let mut finding = Finding::new(CODE, severity)
        .at(shown.span)
        .with_numbers(Some(shown.value), Some(ratio.expected))
        .with("a", part.value)
        .with("b", total)
        .with("c", ratio.expected)
        .with("d", shown.value)
        .with_related(against(part, Role::Addend));
    if let Some(whole) = whole {
        finding = finding.with_related(against(&quantities[whole as usize], Role::Total));
    }
    finding.fix = Some(Fix::review(context.prose.digits(shown), ratio.expected.written()));
    record.find(finding);
}
