//! The page. It computes no finding itself: it reads the text area, asks the core,
//! and shows what came of it.
//!
//! `www/index.html` holds the text area and everything that never changes; what is
//! drawn from a check goes into its empty hosts. So the text area is never drawn
//! again (its undo, its input method and its selection stay the browser's own),
//! and the text survives whatever happens to this module.
//!
//! - [`state`]: all that can happen and what it changes; [`choice`]: what there is to
//!   choose among;
//! - [`hand`]: how a view has things done; [`mend`]: what reaches the text;
//! - [`core`]: the module that checks;
//! - [`view`]: what it saw, as the page asks about it;
//! - [`filter`] and [`accept`]: which findings are shown, and which were accepted;
//! - [`session`]: the text area's events, and when to check;
//! - [`source`], [`mirror`] and [`paint`]: places in the text area, and their marks;
//! - [`hover`], [`keys`], [`files`], [`store`]: pointer, keyboard, files, what is kept;
//! - [`origin`], [`batch`] and [`reports`]: where a text came from; several of them at once;
//! - [`export`]: what can be taken away;
//! - [`element`]: how the views put elements together;
//! - [`page`]: the root; the other files are one view each.

mod accept;
mod action;
mod batch;
mod card;
mod choice;
mod core;
mod dom;
mod edit;
mod element;
mod export;
mod files;
mod filter;
mod findings;
mod formula;
mod hand;
mod head;
mod help;
mod hover;
mod invitation;
mod keys;
mod mend;
mod mirror;
mod origin;
mod page;
mod paint;
mod pane;
mod proof;
mod reports;
mod rules;
mod samples;
mod session;
mod settings;
mod sheet;
mod source;
mod state;
mod store;
mod table;
mod verdict;
mod view;
mod words;
mod wrong;

/// Mounts the page.
pub fn start() {
    std::panic::set_hook(Box::new(|info| {
        web_sys::console::error_1(&info.to_string().into());
    }));
    if let Some(prose) = dom::by_id("prose").and_then(|data| data.text_content()) {
        gouji::sentence::read_data_file(&prose);
    }
    if let Some(host) = dom::by_id("result") {
        yew::Renderer::<page::Page>::with_root(host).render();
    }
}
