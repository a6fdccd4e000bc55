use yew::prelude::*;

use super::dialog::Dialog;
use crate::store::Glimpse;
use crate::text::reveal;
use crate::ui::desk::Desk;
use crate::words;

#[derive(Properties, PartialEq)]
pub(crate) struct NewerRecordProps {
    /// The key of the record.
    pub(crate) id: AttrValue,
}

/// Shows an article that a newer version has stored, to be read and not to be changed.
#[component]
pub(crate) fn NewerRecord(props: &NewerRecordProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let shown = use_state(|| None::<Glimpse>);
    let onclick = {
        let (desk, id, shown) = (desk, props.id.clone(), shown.clone());
        Callback::from(move |_: MouseEvent| shown.set(desk.glimpse(&id)))
    };
    let onclose = {
        let shown = shown.clone();
        Callback::from(move |()| shown.set(None))
    };
    html! {
        <>
            <button type="button" class="quiet" {onclick}>{ words::READ_NEWER }</button>
            if let Some(glimpse) = &*shown {
                <Dialog title={heading(glimpse)} {onclose}>
                    <p class="hint">
                        { words::NEWER_HINT }
                    </p>
                    <div class="glimpse" tabindex="0" role="article" aria-label={words::NEWER_ARTICLE}>{ &glimpse.text }</div>
                    if !glimpse.marks.is_empty() {
                        <details class="versions">
                            <summary>{ words::MARKS }{ " " }<span class="count">{ glimpse.marks.len() }</span></summary>
                            <ul role="list" aria-label={words::MARKS}>
                                for (label, quote) in glimpse.marks.iter() {
                                    <li>{ format!("{label}: {}", reveal(quote)) }</li>
                                }
                            </ul>
                        </details>
                    }
                </Dialog>
            }
        </>
    }
}

fn heading(glimpse: &Glimpse) -> String {
    if glimpse.title.is_empty() {
        words::FROM_NEWER_VERSION.into()
    } else {
        reveal(&glimpse.title).into_owned()
    }
}
