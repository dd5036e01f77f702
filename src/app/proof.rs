//! What is promised of the user's text, and how anybody can check that it is kept.

use gouji::{Lang, Text};
use wasm_bindgen::prelude::*;

use super::element::{Element, button, element, words_in};
use super::hand::Hand;
use super::state::{Action, Sheet, State};
use super::{dom, words};

/// The sheet's title.
pub const TITLE: Text = Text::new("内容不离开本机：怎样核对", "Nothing leaves this machine: how to check");
/// What leads here.
pub const ASK: Text = Text::new("怎样核对？", "How to check?");

const PROMISED: Text = Text::new("保证什么", "What is promised");
const PROMISES: [Text; 4] = [
    Text::new(
        "您粘贴、打开、拖入的内容，校核的结果，都只在这个浏览器里；没有服务器收它，也没有人看得到它。",
        "What you paste, open or drop, and what comes of it, stay in this browser. No server receives them and nobody sees them.",
    ),
    Text::new(
        "载入之后不再发出请求。从网站打开时，载入的是本产品自己的几个文件：网页、图标、清单，和供离线使用的 sw.js；从磁盘打开时只有网页这一个文件。",
        "After loading no request is made. Opened from a site, what is loaded are the product's own few files: the page, its icon, its manifest, and sw.js for use without a network. Opened from disk it is the page alone.",
    ),
    Text::new(
        "默认什么都不保存；“设置”里要求记住时也只记在本机，从不记全文。",
        "Nothing is kept unless you ask in the settings; then on this machine alone, and never a text.",
    ),
    Text::new(
        "嵌在别的网页里时，只有那个网页自己送来校核的文字，结果才会交还给它。",
        "Shown inside another page, it gives that page the results of texts which that page itself has sent, and of no others.",
    ),
];

const ENFORCED: Text = Text::new("由浏览器执行的安全策略", "The policy that the browser enforces");
const POLICY: Text = Text::new(
    "下面是本页的安全策略原文。connect-src 'none' 禁止一切连接，form-action 'none' 禁止提交表单，图片和后台程序只许来自本站，脚本和样式只许是哈希相符的那几段。程序写错了也绕不过去。",
    "This is the policy of this page, word for word. connect-src 'none' forbids every connection, form-action 'none' every form; images and workers may come from the page's own place alone, and scripts and styles run only if their hashes are these. A mistake in the program cannot get around it.",
);
const NO_POLICY: Text = Text::new(
    "这份网页没有带安全策略：它不是按说明构建的，请不要使用。",
    "This page carries no policy: it was not built as described. Do not use it.",
);

const CHECKED: Text = Text::new("自己核对", "Check it yourself");
const CHECKS: [Text; 4] = [
    Text::new(
        "断网：打开本页之后拔掉网线或打开飞行模式，照常粘贴、校核、导出。",
        "Without a network: open the page, switch the network off, and paste, check and export as ever.",
    ),
    Text::new(
        "看网络记录：按 F12，选“网络”，勾选“保留日志”，然后粘贴、校核、导出：不会多出一条带您内容的请求。",
        "The network log: press F12, choose Network, tick Preserve log, then paste, check and export: no request appears that carries anything of yours.",
    ),
    Text::new(
        "看策略：按 Ctrl+U 看网页源代码，开头几行就是上面的策略。",
        "The policy: press Ctrl+U for the page's source; its first lines hold the policy above.",
    ),
    Text::new(
        "从源码构建：在源码目录执行 make page，得到 dist/ 和其中的 SHA256SUMS；同样的源码在不同目录构建，逐字节相同。把网站上的 index.html 下载下来，用 sha256sum 算出的值应与 SHA256SUMS 里的一致。用到的每个程序包和它的许可列在 PACKAGES.tsv 里。",
        "Build it from source: run make page in the source folder; it writes dist/ with SHA256SUMS. The same source gives the same bytes in any folder. Download the site's index.html: its sha256sum is the one in SHA256SUMS. Every package that went in, with its licence, is listed in PACKAGES.tsv.",
    ),
];

const LOG: Text = Text::new(
    "浏览器记下的、本页打开以来的请求：",
    "The requests since this page was opened, as the browser has them:",
);
const LOG_EMPTY: Text = Text::new(
    "浏览器记下的、本页打开以来的请求：没有。",
    "The requests since this page was opened, as the browser has them: none.",
);

const BEYOND: Text = Text::new("管不到的", "What it cannot promise");
const LIMITS: [Text; 2] = [
    Text::new(
        "浏览器的扩展、云输入法、剪贴板同步、远程控制不归本页管；涉及敏感内容时请关掉它们。",
        "Browser extensions, input methods that work online, clipboards that are synchronised and remote control are beyond this page; switch them off where it matters.",
    ),
    Text::new(
        "浏览器菜单里的“另存为”会把已经画出来的单位名、数字和引用的字句写进文件。要留一份网页，请用“保存本页”或 Ctrl+S，存下的只有网页本身。",
        "“Save as” in the browser's menu writes the names, figures and quoted words that are shown into the file. To keep the page use “Save page” or Ctrl+S: that saves the page alone.",
    ),
];

#[wasm_bindgen]
extern "C" {
    /// The addresses of what was asked for since the page was opened, a line each.
    #[wasm_bindgen(js_name = goujiRequests)]
    fn requests() -> String;
}

/// The sheet's body.
pub fn proof(state: &State, hand: &Hand) -> Element {
    let lang = state.lang;
    let policy = dom::policy();
    let shown = match &policy {
        Some(policy) => {
            let lines = policy.split("; ").map(|line| words_in("li", "", line));
            element("ul").class("policy").set("lang", "en").add_all(lines)
        }
        None => words_in("p", "note refused", NO_POLICY.get(lang)),
    };
    let requests = requests();
    let log = if requests.is_empty() { LOG_EMPTY } else { LOG };
    let requests = requests.lines().map(|line| words_in("li", "", line));
    let version = ["gouji ", env!("CARGO_PKG_VERSION")].concat();
    let help = button("", words::HELP.get(lang), hand.on_act(Action::Sheet(Some(Sheet::Help))));
    element("div")
        .class("prose")
        .add(words_in("h3", "", PROMISED.get(lang)))
        .add(points(&PROMISES, lang))
        .add(words_in("h3", "", ENFORCED.get(lang)))
        .add(words_in("p", "", POLICY.get(lang)))
        .add(shown)
        .add(words_in("h3", "", CHECKED.get(lang)))
        .add(points(&CHECKS, lang))
        .add(words_in("p", "", log.get(lang)))
        .add(element("ul").class("policy requests").set("lang", "en").add_all(requests))
        .add(words_in("h3", "", BEYOND.get(lang)))
        .add(points(&LIMITS, lang))
        .add(words_in("p", "told", &version))
        .add(element("p").add(help))
}

fn points(points: &[Text], lang: Lang) -> Element {
    element("ul").class("points").add_all(points.iter().map(|point| words_in("li", "", point.get(lang))))
}

/// What leads here from the promise at the head of the page.
pub fn link(state: &State, hand: &Hand) -> Element {
    let open = state.sheet == Some(Sheet::Proof);
    button("quiet", ASK.get(state.lang), hand.on_act(Action::Sheet((!open).then_some(Sheet::Proof))))
        .set("id", "proof")
        .set("aria-expanded", if open { "true" } else { "false" })
}
