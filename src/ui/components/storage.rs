use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::Import;
use super::dialog::Dialog;
use crate::store::{Backup, ROOM, Usage};
use crate::ui::browser::{Persistence, ask_to_persist, persistence};
use crate::ui::desk::Desk;
use crate::ui::piece::{Of, piece};
use crate::value::day_of;
use crate::words;

#[derive(Properties, PartialEq)]
pub(crate) struct StorageProps {
    pub(crate) articles: usize,
    /// How many articles are in the bin.
    pub(crate) binned: usize,
    /// When the library was last saved as a file.
    pub(crate) backup: Backup,
    pub(crate) onclose: Callback<()>,
}

/// What the browser keeps for us, how safe it is, and the backup.
#[component]
pub(crate) fn Storage(props: &StorageProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let is_kept = use_state(|| Persistence::Unknown);
    {
        let is_kept = is_kept.clone();
        use_effect_with((), move |()| spawn_local(async move { is_kept.set(persistence().await) }));
    }
    let ask = {
        let is_kept = is_kept.clone();
        Callback::from(move |_: MouseEvent| {
            let is_kept = is_kept.clone();
            spawn_local(async move { is_kept.set(ask_to_persist().await) });
        })
    };
    let save = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| desk.back_up())
    };
    html! {
        <Dialog title={words::STORAGE} onclose={props.onclose.clone()}>
            { view_usage(desk.usage().as_ref(), props.articles) }
            <h3>{ words::BACKUP }</h3>
            <p>{ view_backup(&props.backup) }</p>
            <div class="buttons">
                <button type="button" onclick={save} disabled={props.articles + props.binned == 0}>{ words::BACK_UP_LIBRARY }</button>
                { piece::<Import>(None, yew::props!(Of<Import> { name: words::RESTORE_BACKUP })) }
            </div>
            <p class="hint">{ words::BACKUP_HINT }</p>
            <h3>{ words::PERSISTENCE_TITLE }</h3>
            <p>
                { words::PERSISTENCE_HINT }
            </p>
            { view_persistence(*is_kept, ask) }
        </Dialog>
    }
}

fn view_usage(usage: Result<&Usage, &String>, articles: usize) -> Html {
    match usage {
        Err(problem) => html! { <p class="hint problem">{ problem }</p> },
        Ok(usage) => {
            let percent = |units: usize| match units as f64 * 100.0 / ROOM as f64 {
                0.0 => words::NONE.to_owned(),
                percent if percent < 0.1 => words::ALMOST_NONE.to_owned(),
                percent => format!("{percent:.1} %"),
            };
            html! {
                <>
                    <meter
                        aria-label={words::STORAGE_USED} min="0" max={ROOM.to_string()} high={(ROOM / 10 * 9).to_string()}
                        value={usage.total().to_string()}
                    />
                    <p>
                        { words::StorageShares { percent: &percent(usage.total()), documents: &percent(usage.articles), articles, bin: &percent(usage.bin), restore: &percent(usage.days) }.text() }
                    </p>
                </>
            }
        }
    }
}

fn view_backup(backup: &Backup) -> String {
    match backup.made {
        None => words::NO_BACKUP_YET.to_owned(),
        Some(made) => words::last_backup(&day_of(made)),
    }
}

fn view_persistence(is_kept: Persistence, ask: Callback<MouseEvent>) -> Html {
    match is_kept {
        Persistence::Granted => html! {
            <p>{ words::PERSISTENCE_GRANTED }</p>
        },
        Persistence::Denied | Persistence::Unknown => html! {
            <>
                <p>
                    { if is_kept == Persistence::Denied { words::PERSISTENCE_REFUSED } else { words::PERSISTENCE_MISSING } }
                </p>
                <div class="buttons">
                    <button type="button" onclick={ask}>{ words::ASK_FOR_PERSISTENCE }</button>
                </div>
            </>
        },
        Persistence::Absent => html! {
            <p>{ words::PERSISTENCE_UNAVAILABLE }</p>
        },
    }
}
