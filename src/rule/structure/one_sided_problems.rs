//! S-17

use super::has_uniform_sections;
use super::trivial_problems::is_trivial;
use crate::finding::{Arg, Finding, Severity};
use crate::form::section::SectionKey;
use crate::lang::Text;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::passage::of_section;
use crate::rule::{Context, Record, Rule, Scope, prose::prose};
use crate::text::find::holds_any;
use crate::text::{WordList, words};

const CODE: &str = "S-17";

/// 第五部分只写问题或只写改进: section five lacks its other half.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Warning,
    scope: Scope::All,
    prose: prose! {
        message: Text::new("“{s}”缺少{part}内容", "Section \"{s}\" says nothing of {part}"),
        what: Text::new(
            "第五部分是否既写了存在的主要问题，又写了改进情况。",
            "Whether section five tells both the main problems and the improvements.",
        ),
        why: Text::new(
            "“存在的主要问题及改进情况”是两项内容，缺一项就不完整。",
            "The section is about problems and about improvements; one alone is half of it.",
        ),
        how: Text::new("补上缺少的一半。", "Add the missing half."),
        example: Text::new(
            "只写“一是公开内容不够全面；二是解读形式单一”，没有写怎样改进。",
            "Two shortcomings are named, and nothing is said of what is done about them.",
        ),
        basis: Text::new(
            "《政府信息公开条例》第五十条第一款第四项",
            "Regulations on Government Information Disclosure, article 50 paragraph 1 item 4",
        ),
        silent: Text::new(
            "写得短、没有小标题、问题和改进写在同一句里的，都不报；只要有一句说到问题、有一句说到改进就不报。内容过于简单的由 S-18 报。",
            "However short, without sub-headings, or both in one sentence: one clause on problems and one on improvements will do. A section that says next to nothing is S-18's.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "problems alone",
            base: Base::E2021,
            edits: &[("改进情况：一是增加图文和视频解读；二是建立栏目更新提醒制度，每月检查一次。\n", "")],
            expect: Expect::Only(&["五、存在的主要问题及改进情况"]),
        },
        Case {
            name: "problems that call for improvement, and none",
            base: Base::E2019,
            edits: &[(
                "存在的问题是个别信息发布不够及时，公开形式比较单一。改进情况：修订了信息发布流程，增加了图文解读。",
                "主要问题：一是公开意识有待进一步加强；二是政策解读质量还需提升；三是制度落实不到位。",
            )],
            expect: Expect::Only(&["五、存在的主要问题及改进情况"]),
        },
        Case {
            name: "achievements and problems",
            base: Base::E2019,
            edits: &[(
                "存在的问题是个别信息发布不够及时，公开形式比较单一。改进情况：修订了信息发布流程，增加了图文解读。",
                "2020年，我局政府信息公开工作取得一定成效，但仍存在一些不足：公开时效不强，解读形式单一。",
            )],
            expect: Expect::Only(&["五、存在的主要问题及改进情况"]),
        },
        Case {
            name: "measures alone",
            base: Base::E2021,
            edits: &[
                ("存在的主要问题：一是政策解读的形式还比较单一；二是个别栏目更新不够及时。\n", ""),
                ("改进情况：一是增加", "2024年，我镇将继续做好信息公开：一是增加"),
            ],
            expect: Expect::Only(&["五、存在的主要问题及改进情况"]),
        },
        Case {
            name: "achievements and measures",
            base: Base::E2019,
            edits: &[(
                "存在的问题是个别信息发布不够及时，公开形式比较单一。改进情况：修订了信息发布流程，增加了图文解读。",
                "全年公开工作取得明显成效，群众好评。今后将加强学习，完善制度，提高水平。",
            )],
            expect: Expect::Only(&["五、存在的主要问题及改进情况"]),
        },
        Case { name: "both", base: Base::E2021, edits: &[], expect: Expect::Silent },
        Case {
            name: "both in one short sentence",
            base: Base::E2019,
            edits: &[(
                "存在的问题是个别信息发布不够及时，公开形式比较单一。改进情况：修订了信息发布流程，增加了图文解读。",
                "针对更新不及时的问题，完善了提醒制度。",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "problems under other names, plans for improvement",
            base: Base::E2021,
            edits: &[
                (
                    "存在的主要问题：一是政策解读的形式还比较单一；二是个别栏目更新不够及时。\n",
                    "群众知晓率偏低，公开渠道较窄。\n",
                ),
                (
                    "改进情况：一是增加图文和视频解读；二是建立栏目更新提醒制度，每月检查一次。\n",
                    "明年拟多走村入户，用好广播和微信群。\n",
                ),
            ],
            expect: Expect::Silent,
        },
        Case {
            name: "two sub-headings",
            base: Base::E2019,
            edits: &[(
                "存在的问题是个别信息发布不够及时，公开形式比较单一。改进情况：修订了信息发布流程，增加了图文解读。",
                "（一）存在的主要问题\n信息报送不主动，人手偏紧。\n（二）改进措施\n每季度培训一次，专人盯办。",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "improvement that is due and is made",
            base: Base::E2021,
            edits: &[(
                "改进情况：一是增加图文和视频解读；二是建立栏目更新提醒制度，每月检查一次。\n",
                "解读质量有待提升，对此多次组织撰稿人员交流学习。\n",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "what was set up, in no word of improvement",
            base: Base::E2021,
            edits: &[(
                "改进情况：一是增加图文和视频解读；二是建立栏目更新提醒制度，每月检查一次。\n",
                "对答复说理薄弱的现象，我镇聘请法律顾问参与审核；为栏目更新慢的问题增设专岗，实行一周一报。\n",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "nothing at all is S-07's",
            base: Base::Nothing,
            edits: &[("", EMPTY)],
            expect: Expect::Silent,
        },
        Case {
            name: "a problem in one word that is no set phrase",
            base: Base::E2019,
            edits: &[(
                "存在的问题是个别信息发布不够及时，公开形式比较单一。改进情况：修订了信息发布流程，增加了图文解读。",
                "工作人员的业务能力较弱，将加强培训。",
            )],
            expect: Expect::Silent,
        },
    ],
};

/// A report without a word between its headings.
#[cfg(test)]
pub(crate) const EMPTY: &str = "云溪县民政局2023年政府信息公开工作年度报告
一、总体情况
二、主动公开政府信息情况
三、收到和处理政府信息公开申请情况
四、政府信息公开行政复议、行政诉讼情况
五、存在的主要问题及改进情况
六、其他需要报告的事项
未收取信息处理费。
";

/// Words of a problem.
const PROBLEMS: WordList = words![
    "问题",
    "不足",
    "不够",
    "有待",
    "差距",
    "薄弱",
    "短板",
    "欠缺",
    "缺乏",
    "缺少",
    "滞后",
    "不强",
    "不高",
    "不到位",
    "不全",
    "不及时",
    "不平衡",
    "不均衡",
    "不完善",
    "不规范",
    "不深",
    "不熟",
    "不主动",
    "不多",
    "不大",
    "不紧",
    "不严",
    "不清",
    "不准",
    "不充分",
    "不理想",
    "不明显",
    "不稳定",
    "不足",
    "单一",
    "困难",
    "亟待",
    "亟需",
    "仍需",
    "还需",
    "需要进一步",
    "需进一步",
    "偏低",
    "偏少",
    "偏紧",
    "偏慢",
    "偏窄",
    "较低",
    "较少",
    "较慢",
    "较弱",
    "较窄",
    "较差",
    "缓慢",
    "漏洞",
    "误差",
    "疏漏",
    "不便",
    "难点",
    "弱项",
    "瓶颈",
    "未能",
    "尚未",
    "流于形式",
    "参差",
    "隐患",
    "有限",
    "待加强",
    "待提",
    "待完善",
    "需加强",
    "需提",
    "需完善",
    "空间",
];

/// Words of a problem that make verbs of improvement no improvement.
const NEEDS: WordList =
    words!["有待", "还需", "仍需", "需进一步", "需要进一步", "亟待", "亟需", "待", "需加", "需提", "需要"];

/// Words that tell what is or will be done, whatever else the clause says.
const MEASURES: WordList = words![
    "将",
    "下一步",
    "下步",
    "今后",
    "明年",
    "来年",
    "拟",
    "整改",
    "针对",
    "对此",
    "为此",
    "措施",
    "改进情况",
    "改进措施",
    "已",
    "计划",
    "打算",
    "力争",
    "努力",
    "确保",
    "接下来",
    "下阶段",
    "下一阶段",
    "新的一年",
    "改进如下",
    "予以改进",
    "加以改进",
    "进行改进",
    "及时改进",
    "克服",
];

/// Verbs of improvement.
const VERBS: WordList = words![
    "加强",
    "提升",
    "提高",
    "完善",
    "强化",
    "优化",
    "加大",
    "落实",
    "深化",
    "推进",
    "推动",
    "着力",
    "健全",
    "规范",
    "增加",
    "建立",
    "拓宽",
    "拓展",
    "丰富",
    "督促",
    "加快",
    "改善",
    "改进",
    "组织",
    "开展",
    "修订",
    "制定",
    "明确",
    "创新",
    "增强",
    "培训",
    "学习",
    "检查",
    "每月",
    "每季",
    "专人",
    "进一步",
    "继续",
    "严格",
    "充实",
    "配强",
    "细化",
    "压实",
    "梳理",
    "出台",
    "聘请",
    "实行",
    "增设",
    "开通",
    "采取",
    "印发",
];

fn detect(context: &Context, record: &mut Record) {
    let key = SectionKey::Problems;
    let problems = of_section(context.prose, key);
    let Some(heading) = &context.report.section(key).heading else { return };
    if problems.is_empty() || !has_uniform_sections(context.report) {
        return;
    }
    if is_trivial(problems) {
        return record.fail_explained();
    }
    let part = if !may_name_problem(problems) {
        Text::new("存在问题", "problems")
    } else if !MEASURES.stand_in(problems)
        && !problems.split(any_of!['。', '；', '，', '：', '\n']).any(is_improvement)
    {
        Text::new("改进情况", "improvements")
    } else {
        return record.pass();
    };
    record.find(
        Finding::new(CODE, Severity::Warning)
            .at(heading.span)
            .with("s", Arg::Section(key))
            .with("part", part),
    );
}

/// Whether a text may name a problem, in whatever words.
fn may_name_problem(text: &str) -> bool {
    const NO_DENIALS: WordList = words!["断", "折", "定期", "仅", "但", "忘", "留", "误"];
    let denies = |(at, word): (usize, &str)| !NO_DENIALS.begin(&text[at + word.len()..]);
    PROBLEMS.stand_in(text)
        || text.contains(any_of!['弱', '欠', '缺', '乏', '慢', '窄', '低', '差', '难'])
        || text.match_indices('不').any(denies)
}

/// Whether a clause that names no measure tells what is done about problems.
fn is_improvement(clause: &str) -> bool {
    // What went well is neither.
    let is_other = || PROBLEMS.stand_in(clause) || holds_any(clause, &["取得", "成效", "成绩"]);
    VERBS.stand_in(clause) && !NEEDS.stand_in(clause) && !is_other()
}
