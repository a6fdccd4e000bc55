//! A taste of what becomes of an article, for who sees the page for the first time.

use yew::prelude::*;

use crate::words;

/// A sentence with its marks, as the message has them: `[P|Solberg]`.
pub(super) fn view() -> Html {
    let mut pieces = Vec::new();
    let mut rest = words::START_TASTE;
    while let Some((plain, (letter, (marked, behind)))) = rest.split_once('[').and_then(|(plain, rest)| {
        let (letter, rest) = rest.split_once('|')?;
        Some((plain, (letter, rest.split_once(']')?)))
    }) {
        pieces.push(html! { <>{ plain }<span class="mark" data-letters={letter}>{ marked }</span></> });
        rest = behind;
    }
    html! {
        <figure class="taste">
            <figcaption>{ words::WHAT_YOU_GET }</figcaption>
            <p>for piece in pieces { { piece } }{ rest }</p>
        </figure>
    }
}
