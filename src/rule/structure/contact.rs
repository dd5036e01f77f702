//! S-15

use super::{has_uniform_sections, preamble};
use crate::finding::{Finding, Severity};
use crate::lang::Text;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::search::find_loose;
use crate::rule::{Context, Record, Rule, Scope, prose::prose};
use crate::text::{WordList, words};

const CODE: &str = "S-15";

/// 无电子版、联系方式: the report does not say where to get it or whom to ask. Off
/// unless it is switched on.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Hint,
    scope: Scope::All,
    prose: prose! {
        message: Text::new("未说明电子版或联系方式", "No download or contact information"),
        what: Text::new(
            "报告有没有写明电子版的下载方式或者联系方式。默认关闭，可在设置里打开。",
            "Whether the report says where it can be downloaded or whom to ask. Off unless switched on in the settings.",
        ),
        why: Text::new(
            "有的地方要求导语写明下载网址、联系地址和电话，方便公众查询。",
            "Some places ask for an address and a telephone number, so that the public can ask.",
        ),
        how: Text::new(
            "在导语里写上“如对本报告有疑问，请与……联系（电话……）”。",
            "Name an office and its telephone number in the preamble.",
        ),
        example: Text::new("导语只写编制依据和统计期限。", "The preamble gives basis and period alone."),
        basis: Text::new(
            "地方惯例；统一格式没有要求",
            "Local practice; the uniform form does not ask for it",
        ),
        silent: Text::new(
            "没有在设置里打开的不查；导语或正文任何地方写了电话、邮箱、网址、地址、下载的不报。",
            "Unless switched on; any telephone, mail or web address, place or download named anywhere.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "neither, where it is asked for",
            base: Base::Set("S-15 on"),
            edits: &[],
            expect: Expect::Only(&["-"]),
        },
        Case {
            name: "only the name of an office",
            base: Base::Set("S-15 hint"),
            edits: &[("所列数据", "本报告由镇党政办编写。所列数据")],
            expect: Expect::Only(&["-"]),
        },
        Case {
            name: "a website that was kept, and none to download from",
            base: Base::Set("S-15 on"),
            edits: &[("及时更新栏目内容。", "及时更新栏目内容，网站访问便捷。")],
            expect: Expect::Only(&["-"]),
        },
        Case {
            name: "a visit to another place",
            base: Base::Set("S-15 on"),
            edits: &[("开展业务培训两次", "与邻镇加强工作交流，开展业务培训两次")],
            expect: Expect::Only(&["-"]),
        },
        Case { name: "it is not asked for", base: Base::E2021, edits: &[], expect: Expect::Silent },
        Case {
            name: "a telephone number",
            base: Base::Set("S-15 on"),
            edits: &[("所列数据", "如有疑问，请与镇党政办联系（电话：0550-0000000）。所列数据")],
            expect: Expect::Silent,
        },
        Case {
            name: "where to download it, over the end of a line",
            base: Base::Set("S-15 on"),
            edits: &[("所列数据", "本报告电子\n版可在县政府门户网站查阅。所列数据")],
            expect: Expect::Silent,
        },
        Case {
            name: "at the end",
            base: Base::Set("S-15 on"),
            edits: &[(
                "未收取政府信息公开信息处理费。",
                "未收取政府信息公开信息处理费。联系地址：云溪县青禾镇青禾街1号。",
            )],
            expect: Expect::Silent,
        },
    ],
};

/// Words of an address.
const CONTACTS: WordList = words![
    "电话",
    "联系方式",
    "联系地址",
    "邮箱",
    "电子邮件",
    "传真",
    "电子版",
    "下载",
    "网址",
    "联系人",
    "http"
];

fn detect(context: &Context, record: &mut Record) {
    if !has_uniform_sections(context.report) {
        return;
    }
    let before = preamble(context.report);
    let is_given = CONTACTS.stand_in(context.prose.text())
        || CONTACTS.iter().any(|words| find_loose(context.source, before, words).is_some());
    if is_given {
        return record.pass();
    }
    record.find(Finding::new(CODE, Severity::Hint));
}
