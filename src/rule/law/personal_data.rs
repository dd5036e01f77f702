//! L-06

use crate::finding::{Applicability, Arg, Edit, Finding, Fix, Severity};
use crate::gather::Gather;
use crate::lang::Text;
use crate::order;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::conversion::checked;
use crate::rule::passage::{place, sentences};
use crate::rule::{Context, Record, Rule, Scope, prose::prose};
use crate::text::find::{each, has_char, holds_any};
use crate::text::{Span, WordList, words};

const CODE: &str = "L-06";

/// 疑似个人信息: an identity number, an applicant's mobile number or name and address.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Warning,
    scope: Scope::All,
    prose: prose! {
        message: Text::new("疑似泄露个人信息：{x}", "Possible personal data: {x}"),
        what: Text::new(
            "文中有没有公民身份号码，申请人等个人的手机号码、姓名和住址。",
            "Whether the text holds identity numbers, or an applicant's mobile number or name and address.",
        ),
        why: Text::new(
            "年度报告向社会公布，公开个人隐私会损害第三方合法权益。",
            "The report is public; personal data in it harm the persons concerned.",
        ),
        how: Text::new("删去或者遮盖个人信息，如“申请人张某”“138****1234”。", "Take them out or mask them: 申请人张某, 138****1234."),
        example: Text::new(
            "“申请人王小明（身份证号……，电话138……）申请公开……”。",
            "An applicant is named with identity and telephone number.",
        ),
        basis: Text::new(
            "《政府信息公开条例》第十五条；《个人信息保护法》",
            "Regulations on Government Information Disclosure, article 15; Personal Information Protection Law",
        ),
        silent: Text::new(
            "本机关的联系电话、领导和联系人姓名、已经遮盖的号码、“张某”这样的称呼、统一社会信用代码，都不报。",
            "The body's own telephone, names of leaders and contacts, numbers that are masked, names like 张某, and codes of organisations.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "an identity number",
            base: Base::E2021,
            edits: &[(
                "结转下年度1件。",
                "结转下年度1件。有1件申请因身份证号11010519491231002X有误退回补正。",
            )],
            expect: Expect::Finds(&["11010519491231002X"]),
        },
        Case {
            name: "an applicant's mobile number",
            base: Base::E2021,
            edits: &[("结转下年度1件。", "结转下年度1件。申请人留下的电话13800000000多次无人接听。")],
            expect: Expect::Finds(&["13800000000"]),
        },
        Case {
            name: "an applicant's name and address",
            base: Base::E2021,
            edits: &[(
                "结转下年度1件。",
                "结转下年度1件。申请人王小明，住云溪县青禾镇北坡村3组，申请公开征地补偿标准。",
            )],
            expect: Expect::Finds(&["王小明"]),
        },
        Case {
            name: "all of it at once is one finding",
            base: Base::E2019,
            edits: &[(
                "结转下年度1件。",
                "结转下年度1件。申请人：李大山（身份证号11010519491231002X，住址：北坡村，手机13900000000）已补正。",
            )],
            expect: Expect::Finds(&["李大山"]),
        },
        Case {
            name: "the office's own mobile number and a leader's name",
            base: Base::E2021,
            edits: &[
                ("所列数据", "如有疑问，请与党政办联系（联系人：王小明，电话：13800000000）。所列数据"),
                ("开展业务培训两次", "由镇长李大山负总责，咨询电话13800000001，开展业务培训两次"),
            ],
            expect: Expect::Silent,
        },
        Case {
            name: "masked numbers and names",
            base: Base::E2019,
            edits: &[(
                "结转下年度1件。",
                "结转下年度1件。申请人王某某，住北坡村，电话138****0000，身份证110105********002X。",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "a number with a wrong check digit, and an organisation's code",
            base: Base::E2021,
            edits: &[(
                "及时更新栏目内容。",
                "及时更新栏目内容，编号110105194912310021，代码113301830027540123。",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "a hotline for applicants",
            base: Base::E2019,
            edits: &[(
                "落实信息发布审核制度。",
                "向申请人公布咨询电话13800000000，申请人可到县城住所附近办理。",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "an applicant that is no person",
            base: Base::E2021,
            edits: &[("结转下年度1件。", "结转下年度1件。申请人为商业企业3件，申请人向住建部门申请1件。")],
            expect: Expect::Silent,
        },
    ],
};

/// Persons who are no officials.
const PERSONS: [&str; 9] =
    ["申请人", "申请者", "投诉人", "举报人", "当事人", "来信人", "来访人", "村民", "居民"];

/// Words of a number that is meant to be called.
const OWN: WordList =
    words!["咨询", "联系人", "热线", "公布", "监督电话", "受理电话", "服务电话", "拨打", "办公电话"];

/// What can tell who somebody is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// 公民身份号码
    Identity,
    /// 手机号码
    Mobile,
    /// 姓名和住址
    Name,
}

impl Kind {
    fn name(self) -> Text {
        match self {
            Self::Identity => Text::new("公民身份号码", "identity number"),
            Self::Mobile => Text::new("手机号码", "mobile number"),
            Self::Name => Text::new("姓名和住址", "name and address"),
        }
    }
}

fn detect(context: &Context, record: &mut Record) {
    let mut found: Vec<(Kind, Span)> = identity_numbers(context);
    let persons = context.prose.present(&PERSONS);
    let sentences = if persons.is_empty() { Vec::new() } else { sentences(context.prose) };
    for sentence in sentences {
        let words = context.prose.words(sentence.part);
        if !holds_any(words, &persons) {
            continue;
        }
        let place = |start: usize, end: usize| place(context.prose, sentence.part, start, end - start);
        if !OWN.stand_in(words) {
            for (start, end) in mobile_numbers(words) {
                found.push((Kind::Mobile, place(start, end)));
            }
        }
        for (start, end) in named(words) {
            found.push((Kind::Name, place(start, end)));
        }
    }
    order::by_key(&mut found, |(_, span)| order::span(*span));
    if found.is_empty() {
        return record.pass();
    }
    let mut kinds: Vec<Kind> = Vec::new();
    for (kind, _) in &found {
        if !kinds.contains(kind) {
            kinds.push(*kind);
        }
    }
    // The middle of a number is masked; what becomes of a name, a person decides.
    let mask = |(kind, span): &(Kind, Span)| {
        let (first, last) = if *kind == Kind::Identity { (6, 4) } else { (3, 4) };
        let digits = (span.end - span.start) as usize;
        let middle = Span::new(span.start as usize + first, (span.end as usize).saturating_sub(last));
        Edit { span: middle, text: "*".repeat(digits.saturating_sub(first + last)) }
    };
    let numbers =
        found.iter().filter(|(kind, span)| *kind != Kind::Name && context.source.slice(*span).is_ascii());
    let edits: Vec<Edit> = numbers.map(mask).gather();
    let mut finding = Finding::new(CODE, Severity::Warning)
        .at_all(found.iter().map(|(_, span)| *span))
        .with("x", Arg::List(kinds.iter().map(|kind| Arg::Name(kind.name())).gather()));
    // A fix has to mend all of it.
    if edits.len() == found.len() {
        finding = finding.with_fix(Fix { applicability: Applicability::Review, edits });
    }
    record.find(finding);
}

/// The valid identity numbers outside the tables.
fn identity_numbers(context: &Context) -> Vec<(Kind, Span)> {
    let text = checked(context);
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    // Of its seventeen digits one stands on a multiple of seventeen, and another beside it.
    for place in (0..bytes.len()).step_by(17) {
        if !is_digit(place) || !(is_digit(place + 1) || is_digit(place.wrapping_sub(1))) {
            continue;
        }
        let is_part = |byte: &&u8| byte.is_ascii_alphanumeric();
        let at = place - bytes[..place].iter().rev().take(18).take_while(is_part).count();
        let run = bytes[at..].iter().take(19).take_while(is_part).count();
        let span = Span::new(at, at + run);
        if place < at + 17
            && run == 18
            && matches!(bytes[at], b'1'..=b'8')
            && is_identity_number(&bytes[at..at + run])
            && !context.report.has_in_table(span)
        {
            found.push((Kind::Identity, span));
        }
    }
    found
}

/// Whether 18 characters are an identity number: a birthday and a check digit that fit.
fn is_identity_number(characters: &[u8]) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let Some((check, digits)) = characters.split_last() else { return false };
    if !digits.iter().all(u8::is_ascii_digit) {
        return false;
    }
    let value = |from: usize, to: usize| digits[from..to].iter().fold(0, |v, d| v * 10 + u32::from(d - b'0'));
    let (year, month, day) = (value(6, 10), value(10, 12), value(12, 14));
    let sum: u32 = digits.iter().zip(WEIGHTS).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    let expected = b"10X98765432"[(sum % 11) as usize];
    (1900..2100).contains(&year)
        && (1..=12).contains(&month)
        && (1..=31).contains(&day)
        && check.to_ascii_uppercase() == expected
}

/// The mobile numbers in `words`.
fn mobile_numbers(words: &str) -> impl Iterator<Item = (usize, usize)> {
    let bytes = words.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    words.match_indices('1').filter_map(move |(at, _)| {
        let is_number = (at..at + 11).all(is_digit) && matches!(bytes[at + 1], b'3'..=b'9');
        let alone = !is_digit(at + 11) && (at == 0 || !matches!(bytes[at - 1], b'0'..=b'9' | b'-' | b'.'));
        (is_number && alone).then_some((at, at + 11))
    })
}

/// The names of applicants of whom it is said where they live.
fn named(words: &str) -> impl Iterator<Item = (usize, usize)> {
    each(words, "申请人").filter_map(|at| {
        let behind = words[at + "申请人".len()..].trim_start_matches(any_of!['：', '为', '是']);
        let start = words.len() - behind.len();
        let mut characters = behind.char_indices();
        let (_, first) = characters.next()?;
        has_char(SURNAMES, first).then_some(())?;
        // A name is of two or three characters, and a mark follows it.
        let mark = |(_, c): &(usize, char)| matches!(c, '，' | '（' | '、' | '；' | '：');
        let (length, (end, _)) = (1..4).zip(characters).find(|(_, next)| mark(next))?;
        let is_masked = behind[..end].contains(any_of!['某', '*', 'X', 'x', '×', '先', '女']);
        let address: String = behind[end..].chars().take(24).collect();
        let lives = words!["，住", "（住", "住址", "家住", "身份证"].stand_in(&address);
        ((2..=3).contains(&length) && !is_masked && lives).then_some((start, start + end))
    })
}

/// Common surnames.
const SURNAMES: &str = "王李张刘陈杨赵黄周吴徐孙胡朱郭何罗梁宋郑谢韩唐冯董萧曹袁邓许傅沈彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文";
