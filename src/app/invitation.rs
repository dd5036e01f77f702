//! What stands in the empty text pane.

use gouji::Lang;
use yew::prelude::*;

use super::samples::SAMPLES;
use super::words;

/// The invitation. The style sheet hides it as soon as there is a text.
pub fn invitation(lang: Lang, on_load: &Callback<String>) -> Html {
    html! {
        <div class="invitation">
            <p class="invitation-first">{ words::INVITE.get(lang) }</p>
            <ul>
                <li>{ words::INVITE_ONE.get(lang) }</li>
                <li>{ words::INVITE_TWO.get(lang) }</li>
                <li>{ words::INVITE_THREE.get(lang) }</li>
            </ul>
            <p>{ words::INVITE_SAMPLE.get(lang) }</p>
            <p class="invitation-samples">
                { for SAMPLES.iter().take(2).map(|sample| {
                    let onclick = on_load.reform(|_| sample.text());
                    html! { <button type="button" {onclick}>{ sample.name.get(lang) }</button> }
                }) }
            </p>
        </div>
    }
}
