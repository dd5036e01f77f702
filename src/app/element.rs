//! Elements, put together by calls. What `html!` writes out in the place of one
//! element takes four hundred bytes of the module, a few calls take sixty; the page
//! has some hundred elements.

use std::rc::Rc;

use gouji::Lang;
use yew::html::{
    onblur, onchange, onclick, ondblclick, onfocus, onkeydown, onpointerdown, onpointermove, onpointerup,
    onsubmit,
};
use yew::prelude::*;
use yew::virtual_dom::{Key, Listener, VTag};

/// An element that is being put together; a pointer, so that it goes from call to
/// call without being copied.
pub struct Element(Box<Parts>);

struct Parts {
    tag: VTag,
    class: String,
}

/// An element with the tag `name`.
#[inline(never)]
pub fn element(name: &'static str) -> Element {
    Element(Box::new(Parts { tag: VTag::new(AttrValue::Static(name)), class: String::new() }))
}

/// An element with a class and words in it.
#[inline(never)]
pub fn words_in(name: &'static str, class: &'static str, words: &str) -> Element {
    element(name).class(class).text(words)
}

impl Element {
    /// Adds a class; an empty one is none.
    #[inline(never)]
    pub fn class(mut self, class: &'static str) -> Self {
        if !self.0.class.is_empty() && !class.is_empty() {
            self.0.class.push(' ');
        }
        self.0.class.push_str(class);
        self
    }

    /// Adds a class where it holds.
    pub fn class_if(self, holds: bool, class: &'static str) -> Self {
        self.class(if holds { class } else { "" })
    }

    /// Sets an attribute.
    #[inline(never)]
    pub fn set(mut self, name: &'static str, value: &str) -> Self {
        self.0.tag.add_attribute(name, AttrValue::Rc(value.into()));
        self
    }

    /// Gives the element a key among its like.
    #[inline(never)]
    pub fn key(mut self, key: &str) -> Self {
        self.0.tag.key = Some(Key::from(key));
        self
    }

    /// Adds words.
    #[inline(never)]
    pub fn text(self, words: &str) -> Self {
        self.push(Html::VText(yew::virtual_dom::VText::new(AttrValue::Rc(words.into()))))
    }

    /// Adds an element or whatever else can be drawn.
    pub fn add(self, child: impl Into<Html>) -> Self {
        self.push(child.into())
    }

    /// Adds an element where there is one, else nothing in its place: drawn again, what
    /// follows has to be found where it was.
    #[inline(never)]
    pub fn add_if(self, child: Option<Element>) -> Self {
        self.push(child.map_or_else(Html::default, Html::from))
    }

    /// Adds several elements.
    pub fn add_all(mut self, children: impl IntoIterator<Item = Element>) -> Self {
        for child in children {
            self = self.add(child);
        }
        self
    }

    #[inline(never)]
    fn push(mut self, child: Html) -> Self {
        self.0.tag.add_child(child);
        self
    }

    /// What a click does.
    pub fn on_click(self, callback: Callback<MouseEvent>) -> Self {
        self.on(Rc::new(onclick::Wrapper::new(callback)))
    }

    /// What a key does.
    pub fn on_key(self, callback: Callback<KeyboardEvent>) -> Self {
        self.on(Rc::new(onkeydown::Wrapper::new(callback)))
    }

    /// What gaining the focus does.
    pub fn on_focus(self, callback: Callback<FocusEvent>) -> Self {
        self.on(Rc::new(onfocus::Wrapper::new(callback)))
    }

    /// What another choice does.
    pub fn on_change(self, callback: Callback<Event>) -> Self {
        self.on(Rc::new(onchange::Wrapper::new(callback)))
    }

    /// What losing the focus does.
    pub fn on_blur(self, callback: Callback<FocusEvent>) -> Self {
        self.on(Rc::new(onblur::Wrapper::new(callback)))
    }

    /// What a second click soon after the first does.
    pub fn on_double_click(self, callback: Callback<MouseEvent>) -> Self {
        self.on(Rc::new(ondblclick::Wrapper::new(callback)))
    }

    /// What sending a form does.
    pub fn on_submit(self, callback: Callback<SubmitEvent>) -> Self {
        self.on(Rc::new(onsubmit::Wrapper::new(callback)))
    }

    /// What pressing, moving and lifting a pointer does.
    pub fn on_pointer(
        self,
        down: Callback<PointerEvent>,
        moved: Callback<PointerEvent>,
        up: Callback<PointerEvent>,
    ) -> Self {
        self.on(Rc::new(onpointerdown::Wrapper::new(down)))
            .on(Rc::new(onpointermove::Wrapper::new(moved)))
            .on(Rc::new(onpointerup::Wrapper::new(up)))
    }

    /// Adds words, those in Chinese inside English ones marked as such.
    pub fn mixed(mut self, words: &str, lang: Lang) -> Self {
        for (chinese, run) in runs(words, lang) {
            self = match chinese {
                true => self.add(words_in("bdi", "", run).set("lang", "zh")),
                false => self.text(run),
            };
        }
        self
    }

    #[inline(never)]
    fn on(mut self, listener: Rc<dyn Listener>) -> Self {
        self.0.tag.add_listener(listener);
        self
    }
}

/// Words in pieces, each in another language than the page's or not. Chinese words that
/// stand among English ones are another language; the other way round a report's own
/// letters and digits are not.
pub fn runs(words: &str, lang: Lang) -> Vec<(bool, &str)> {
    let mut runs = Vec::new();
    let mut rest = words;
    while let Some(first) = rest.chars().next() {
        let chinese = lang == Lang::En && is_chinese(first);
        let other = |c| lang == Lang::En && is_chinese(c) != chinese;
        let (run, after) = rest.split_at(rest.find(other).unwrap_or(rest.len()));
        runs.push((chinese, run));
        rest = after;
    }
    runs
}

/// Whether a character is Chinese, its punctuation included.
fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}')
}

impl From<Element> for Html {
    #[inline(never)]
    fn from(element: Element) -> Self {
        let Parts { mut tag, class } = *element.0;
        if !class.is_empty() {
            tag.add_attribute("class", AttrValue::from(class));
        }
        Html::from(tag)
    }
}

/// Several things without an element around them. Draw as many each time: when a list
/// grows, each is taken for another one, and portals do not survive that.
pub fn group(parts: Vec<Html>) -> Html {
    parts.into_iter().collect()
}

/// A button with words on it.
#[inline(never)]
pub fn button(class: &'static str, words: &str, on_click: Callback<MouseEvent>) -> Element {
    words_in("button", class, words).set("type", "button").on_click(on_click)
}

/// A button that closes something: a cross to see, words to hear.
#[inline(never)]
pub fn close_button(words: &str, on_click: Callback<MouseEvent>) -> Element {
    button("quiet close", "", on_click)
        .set("title", words)
        .add(words_in("span", "", "×").set("aria-hidden", "true"))
        .add(words_in("span", "unseen", words))
}
