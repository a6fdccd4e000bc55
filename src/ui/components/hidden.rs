use yew::prelude::*;

use super::Shared;
use super::dialog::Dialog;
use crate::text::{hidden, reveal};
use crate::words;

/// How many are shown with what is around them.
const MOST: usize = 50;
/// How much of that, in code points.
const AROUND: usize = 30;

#[derive(Properties, PartialEq)]
pub(crate) struct HiddenProps {
    pub(crate) text: Shared<str>,
}

/// Says that an article has characters that nobody sees, and shows them on request.
#[component]
pub(crate) fn Hidden(props: &HiddenProps) -> Html {
    let is_open = use_state_eq(|| false);
    let found = use_memo(props.text.clone(), |text| hidden(text).map(|(at, _)| at).collect::<Vec<_>>());
    if found.is_empty() {
        return Html::default();
    }
    let open = {
        let is_open = is_open.clone();
        Callback::from(move |_: MouseEvent| is_open.set(true))
    };
    let close = {
        let is_open = is_open.clone();
        Callback::from(move |()| is_open.set(false))
    };
    html! {
        <span class="hint problem hidden-characters">
            { words::invisible_characters_counted(found.len()) }
            <button type="button" class="quiet" onclick={open}>{ words::SHOW_INVISIBLE_CHARACTERS }</button>
            if *is_open {
                <Dialog title={words::INVISIBLE_CHARACTERS} onclose={close}>
                    <p>
                        { words::INVISIBLE_HINT }
                    </p>
                    <ul class="days" role="list" aria-label={words::INVISIBLE_CHARACTERS}>
                        for at in found.iter().take(MOST) {
                            <li key={at.to_string()}><code>{ around(&props.text, *at) }</code></li>
                        }
                    </ul>
                    if found.len() > MOST {
                        <p class="hint">{ words::FirstFewShown { count: &MOST, found: &found.len() }.text() }</p>
                    }
                </Dialog>
            }
        </span>
    }
}

/// What stands around a place in the text, with all that is hidden there made visible.
fn around(text: &str, at: usize) -> String {
    let (before, behind) = (text.get(..at).unwrap_or_default(), text.get(at..).unwrap_or_default());
    let start = before.char_indices().rev().nth(AROUND - 1).map_or(0, |(start, _)| start);
    let end = behind.char_indices().nth(AROUND).map_or(behind.len(), |(end, _)| end);
    let piece = format!("{}{}", &before[start..], &behind[..end]);
    reveal(&piece).replace('\n', " ")
}
