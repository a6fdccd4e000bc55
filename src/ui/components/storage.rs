use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::Import;
use super::dialog::Dialog;
use crate::store::{Backup, ROOM, Usage};
use crate::ui::browser::{Persistence, ask_to_persist, persistence};
use crate::ui::desk::Desk;

#[derive(Properties, PartialEq)]
pub(crate) struct StorageProps {
    pub(crate) articles: usize,
    pub(crate) onclose: Callback<()>,
}

/// What the browser keeps for us, how safe it is, and the backup.
#[component]
pub(crate) fn Storage(props: &StorageProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let backup = use_state(|| desk.backup_state());
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
        let (desk, backup) = (desk.clone(), backup.clone());
        Callback::from(move |_: MouseEvent| {
            desk.back_up();
            backup.set(desk.backup_state());
        })
    };
    html! {
        <Dialog title="Storage" onclose={props.onclose.clone()}>
            { view_usage(desk.usage().as_ref(), props.articles) }
            <h3>{ "Backup" }</h3>
            <p>{ view_backup(&backup) }</p>
            <div class="buttons">
                <button type="button" onclick={save} disabled={props.articles == 0}>{ "Back up the library" }</button>
                <Import name="Restore a backup" />
            </div>
            <p class="hint">{ "A backup is one file with all articles. Restoring merges it with what is here, and can be undone." }</p>
            <h3>{ "How long browsers keep it" }</h3>
            <p>
                { "Clearing the site’s data deletes the library. Safari clears what pages store after seven days without a \
                   visit, unless the page was added to the Home Screen or the Dock." }
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
                0.0 => "none".to_owned(),
                percent if percent < 0.1 => "less than 0.1 %".to_owned(),
                percent => format!("{percent:.1} %"),
            };
            let noun = if articles == 1 { "article" } else { "articles" };
            html! {
                <>
                    <meter
                        aria-label="Storage used" min="0" max={ROOM.to_string()} high={(ROOM / 10 * 9).to_string()}
                        value={usage.total().to_string()}
                    />
                    <p>
                        { format!("Of about 5 MB, {} is used: {} for {articles} {noun}, {} for restore points.",
                            percent(usage.total()), percent(usage.articles), percent(usage.days)) }
                    </p>
                </>
            }
        }
    }
}

fn view_backup(backup: &Backup) -> String {
    match backup.made {
        None => "There is no backup yet.".to_owned(),
        Some(made) => format!("The last backup was made on {}.", made.strftime("%-d %B %Y")),
    }
}

fn view_persistence(is_kept: Persistence, ask: Callback<MouseEvent>) -> Html {
    match is_kept {
        Persistence::Granted => html! {
            <p>{ "This browser has promised not to clear it to make room." }</p>
        },
        Persistence::Denied | Persistence::Unknown => html! {
            <>
                <p>
                    { "When the disk is full, this browser may clear it to make room." }
                    if is_kept == Persistence::Denied {
                        { " Asked not to, it has not agreed; it may once you use the page more." }
                    }
                </p>
                <div class="buttons">
                    <button type="button" onclick={ask}>{ "Ask the browser to keep it" }</button>
                </div>
            </>
        },
        Persistence::Absent => html! {
            <p>{ "This browser cannot be asked to keep it when the disk is full." }</p>
        },
    }
}
