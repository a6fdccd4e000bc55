use yew::prelude::*;

use super::dialog::Dialog;
use crate::intake::Joined;
use crate::words;

/// How many changes are shown.
const MOST: usize = 200;

#[derive(Properties, PartialEq)]
pub(crate) struct JoinedPreviewProps {
    pub(crate) joined: Joined,
    /// Called with whether the lines are to be joined.
    pub(crate) ondone: Callback<bool>,
}

/// What joining lines would change, before it does.
#[component]
pub(crate) fn JoinedPreview(props: &JoinedPreviewProps) -> Html {
    let breaks = &props.joined.breaks;
    // Where a word was cut stands first: that is what may be wrong.
    let is_word = |it: &&crate::intake::Break| !it.now.contains(' ');
    let (words, spaces): (Vec<_>, Vec<_>) = breaks.iter().partition(is_word);
    let join = props.ondone.reform(|_: MouseEvent| true);
    html! {
        <Dialog title={words::JOIN_LINES} onclose={props.ondone.reform(|()| false)}>
            <p>{ words::LineBreaksCounted { spaces: &spaces.len(), words: &words.len() }.text() }</p>
            <ul class="days" role="list" aria-label={words::CHANGES}>
                for (place, change) in words.into_iter().chain(spaces).take(MOST).enumerate() {
                    <li key={place}><code>{ format!("{}⏎{}", change.before, change.after) }</code><span>{ "→" }</span><code>{ &change.now }</code></li>
                }
            </ul>
            if breaks.len() > MOST {
                <p class="hint">{ words::FirstFewShown { count: &MOST, found: &breaks.len() }.text() }</p>
            }
            <div class="buttons">
                <button type="button" class="primary" onclick={join}>{ words::JOIN_FOUND_LINES }</button>
            </div>
        </Dialog>
    }
}
