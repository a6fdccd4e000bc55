use yew::prelude::*;

use crate::text::reveal;
use crate::ui::components::put_back_button;
use crate::ui::desk::Desk;
use crate::value::day_of;
use crate::words;
use crate::workspace::{Lost, Place};

/// Says why the article that the address names does not show, and what can be done.
pub(crate) fn view_lost(desk: &Desk, lost: &Lost) -> Html {
    let go = |place: Place| {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| desk.go(place.clone()))
    };
    let (title, text, put_back) = match lost {
        Lost::Binned(binned) => (
            reveal(&binned.summary.title).into_owned(),
            words::article_in_bin(&day_of(binned.deleted)),
            put_back_button(desk, binned.summary.id, None),
        ),
        Lost::Missing => {
            (words::NO_SUCH_ARTICLE.to_owned(), words::NO_SUCH_ARTICLE_HINT.to_owned(), Html::default())
        }
    };
    html! {
        <section class="lost">
            <h2>{ title }</h2>
            <p>{ text }</p>
            <div class="buttons">
                { put_back }
                <button type="button" onclick={go(Place::Library)}>{ words::OPEN_LIBRARY }</button>
                <button type="button" onclick={go(Place::New)}>{ words::START_NEW_ARTICLE }</button>
            </div>
        </section>
    }
}
