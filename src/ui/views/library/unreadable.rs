use yew::prelude::*;

use crate::store::Unreadable;
use crate::ui::components::NewerRecord;
use crate::ui::desk::Desk;
use crate::ui::piece::{Of, piece};
use crate::words;

/// The records that cannot be read, with what can be done about each; nothing where all can.
pub(super) fn view_unreadable(desk: &Desk, records: &[Unreadable]) -> Html {
    if records.is_empty() {
        return Html::default();
    }
    html! {
        <ul class="unreadable" role="list" aria-label={words::UNREADABLE_RECORDS}>
            for record in records {
                <li key={record.key.clone()}>
                    { view_record(desk, record) }
                    if record.is_newer {
                        { piece::<NewerRecord>(None, yew::props!(Of<NewerRecord> { id: record.key.clone() })) }
                    }
                </li>
            }
        </ul>
    }
}

fn view_record(desk: &Desk, record: &Unreadable) -> Html {
    let act = |work: fn(&Desk, &str)| {
        let (desk, key) = (desk.clone(), record.key.clone());
        Callback::from(move |_: MouseEvent| work(&desk, &key))
    };
    html! {
        <>
            <p class="hint problem">{ &record.message }</p>
            <div class="buttons">
                <button type="button" class="quiet" onclick={act(Desk::download_record)}>{ words::DOWNLOAD_RECORD }</button>
                if !record.is_newer {
                    <button type="button" class="quiet" onclick={act(Desk::discard_record)}>{ words::DISCARD }</button>
                }
            </div>
        </>
    }
}
