//! N-10

use crate::finding::{Applicability, Arg, Edit, Finding, Fix, Severity};
use crate::lang::Text;
use crate::parse::prose::{Mask, UnitKind, Writing};
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::{Context, Record, Rule, Scope, prose::prose};
use crate::text::find::holds;
use crate::text::fold::{digit, narrow};
use crate::text::{Number, Span};

const CODE: &str = "N-10";

/// 数字写法异常: full-width digits, full-width commas and spaces within numbers, two points.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Hint,
    scope: Scope::All,
    prose: prose! {
        message: Text::new("数字“{v}”写法异常，共{n}处", "Malformed number \"{v}\", {n} place(s)"),
        what: Text::new(
            "正文数字是否用了全角数字、全角千分位逗号，数字中间是否断开，是否有两个小数点。",
            "Whether numbers of the prose have full-width digits, full-width commas or spaces within them, or two points.",
        ),
        why: Text::new(
            "这样的数字容易读错，复制到表格或系统里也不被当作数字。",
            "They are easily misread, and no spreadsheet takes them for numbers.",
        ),
        how: Text::new(
            "改用半角数字，去掉数字中间的空格和全角逗号。",
            "Use plain digits without spaces or full-width commas.",
        ),
        example: Text::new("“公开信息２，３４５条”改为“公开信息2345条”。", "２，３４５条 becomes 2345条."),
        basis: Text::new(
            "GB/T 15835—2011《出版物上数字用法》",
            "GB/T 15835-2011, use of numerals in publications",
        ),
        silent: Text::new(
            "年份、日期、文号、电话、版本号，半角逗号的千分位，中文数字，表格里的数字（由 T3-V02 等规则查）都不报；几处只报一条。",
            "Years, dates, document and telephone numbers, versions, plain commas between thousands, Chinese numerals, cells of tables (T3-V02); several places are one finding.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "full-width digits",
            base: Base::E2021,
            edits: &[("公开政府信息120条", "公开政府信息１２０条")],
            expect: Expect::Only(&["１２０"]),
        },
        Case {
            name: "a full-width comma between thousands",
            base: Base::Saying("网站访问量2，345次。"),
            edits: &[],
            expect: Expect::Only(&["2，345"]),
        },
        Case {
            name: "a space within a number",
            base: Base::Saying("网站访问量2 021次。"),
            edits: &[],
            expect: Expect::Only(&["2 021"]),
        },
        Case {
            name: "two points",
            base: Base::Saying("投入资金1.2.5万元。"),
            edits: &[],
            expect: Expect::Only(&["1.2.5"]),
        },
        Case {
            name: "several places are one finding",
            base: Base::E2021,
            edits: &[("其中机构信息20条，政策文件35条", "其中机构信息２０条，政策文件３５条")],
            expect: Expect::Only(&["２０"]),
        },
        Case { name: "plain numbers", base: Base::E2021, edits: &[], expect: Expect::Silent },
        Case {
            name: "plain commas, numerals in words, spaces around numbers",
            base: Base::Saying("网站访问量 12,345 次，培训两次，发文十二件，印发 3 份。"),
            edits: &[],
            expect: Expect::Silent,
        },
        Case {
            name: "years, dates, telephones and versions",
            base: Base::Saying("２０２３年３月，电话0571 862 345，升级到2.3.1版，2023.12.31前完成。"),
            edits: &[],
            expect: Expect::Silent,
        },
        Case {
            name: "two numbers beside each other",
            base: Base::Saying("印发第1，2期简报，处理3，40件。"),
            edits: &[],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    let mut places: Vec<Span> = Vec::new();
    let mut edits: Vec<Edit> = Vec::new();
    let mut is_safe = true;
    for quantity in &context.prose.quantities {
        if quantity.mask.is_some_and(|mask| mask != Mask::Odd) {
            continue;
        }
        // Most numbers stand in the text as they do in the prose.
        let is_as_written = quantity.span.range().len() == quantity.part.range().len();
        if quantity.mask.is_none() && quantity.writing == Writing::Digits && is_as_written {
            continue;
        }
        let digits = context.prose.digits(quantity);
        let words = context.source.slice(digits);
        let is_wide = words.chars().any(|c| !c.is_ascii_digit() && digit(c).is_some());
        let is_odd = quantity.mask == Some(Mask::Odd)
            && matches!(quantity.unit.kind, UnitKind::Item | UnitKind::Money | UnitKind::Percent);
        if !is_odd && quantity.mask.is_some() {
            continue;
        }
        // Without a unit they may be two numbers, or a telephone's.
        let counts = quantity.unit.kind != UnitKind::Bare;
        let is_split = quantity.writing == Writing::Split && counts;
        let is_grouped = quantity.writing == Writing::Grouped && counts && holds(words, "，");
        if !(is_odd && words.matches('.').count() > 1 || is_wide || is_split || is_grouped) {
            continue;
        }
        places.push(digits);
        if !is_odd {
            // The digits alone are the same number; a gap may part two.
            is_safe &= !is_split && !is_grouped;
            let plain = words.chars().map(narrow).filter(|c| c.is_ascii_digit() || *c == '.').collect();
            edits.push(Edit { span: digits, text: plain });
        }
    }
    let Some(first) = places.first().copied() else { return record.pass() };
    let mut finding = Finding::new(CODE, Severity::Hint)
        .with("v", Arg::Words(first))
        .with("n", Number::from(places.len() as i64));
    if !edits.is_empty() {
        let applicability = if is_safe { Applicability::Safe } else { Applicability::Review };
        finding.fix = Some(Fix { applicability, edits });
    }
    record.find(finding.at_all(places));
}
