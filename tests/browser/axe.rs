//! What axe-core says of the page. It is fetched by `.ci/setup browser` and put into
//! the page by the browser's protocol; it is no part of what is shipped.

use super::{Browser, tools};

/// axe-core's program.
///
/// # Panics
/// Where it was not installed: a test without it tests nothing.
fn program() -> String {
    let path = tools().join("axe/node_modules/axe-core/axe.min.js");
    std::fs::read_to_string(&path)
        .unwrap_or_else(|e| panic!("{}: {e}; run `.ci/setup browser`", path.display()))
}

/// Which rules are asked.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Ask {
    /// All of them.
    Everything,
    /// Those about colours, which are all that another light can change.
    Colours,
}

/// What axe-core finds, one line a place: what is wrong, and what it could not tell.
pub fn barriers(browser: &mut Browser, ask: Ask) -> (Vec<String>, Vec<String>) {
    if browser.eval("typeof window.axe").as_str() != Some("object") {
        browser.eval(&[&program(), ";0"].concat());
    }
    let only = match ask {
        Ask::Everything => "",
        Ask::Colours => "runOnly: ['color-contrast', 'link-in-text-block'],",
    };
    let found = browser.eval(&RUN.replace("ONLY", only));
    let lines = |key: &str| {
        let list = found[key].as_array().expect("a list").iter();
        list.map(|line| line.as_str().unwrap_or_default().to_string()).collect()
    };
    (lines("violations"), lines("incomplete"))
}

const RUN: &str = "(async () => {
  const found = await axe.run(document, { ONLY resultTypes: ['violations', 'incomplete'] });
  const told = (list) => list.flatMap((rule) => rule.nodes.map((node) =>
    rule.id + ' | ' + node.target.join(' ') + ' | ' +
    [...node.any, ...node.all, ...node.none].map((check) => check.message).join('; ')));
  return { violations: told(found.violations), incomplete: told(found.incomplete) };
})()";
