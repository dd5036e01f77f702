//! What stands in the empty text pane.

use gouji::Lang;

use super::element::{Element, button, element, words_in};
use super::hand::{Hand, Task};
use super::samples::SAMPLES;
use super::words;

/// The invitation. The style sheet hides it as soon as there is a text.
pub fn invitation(lang: Lang, hand: &Hand) -> Element {
    let offers = [words::INVITE_ONE, words::INVITE_TWO, words::INVITE_THREE];
    let samples = SAMPLES
        .iter()
        .take(2)
        .map(|sample| button("", sample.name.get(lang), hand.on_task(Task::Sample(sample))));
    element("div")
        .class("invitation")
        .add(words_in("p", "invitation-first", words::INVITE.get(lang)))
        .add(element("ul").add_all(offers.map(|offer| words_in("li", "", offer.get(lang)))))
        .add(words_in("p", "", words::INVITE_SAMPLE.get(lang)))
        .add(element("p").class("invitation-samples").add_all(samples))
}
