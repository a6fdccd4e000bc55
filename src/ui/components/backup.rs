use yew::prelude::*;

use crate::store::Summary;
use crate::ui::desk::Desk;
use crate::words;

#[derive(Properties, PartialEq)]
pub(crate) struct BackupHintProps {
    pub(crate) articles: Vec<Summary>,
}

/// A word about a backup, where one is due; it can be put off.
#[component]
pub(crate) fn BackupHint(props: &BackupHintProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let redraw = use_force_update();
    let act = |work: fn(&Desk)| {
        let (desk, redraw) = (desk.clone(), redraw.clone());
        Callback::from(move |_: MouseEvent| {
            work(&desk);
            redraw.force_update();
        })
    };
    let Some(changed) = desk.backup_due(&props.articles) else { return Html::default() };
    html! {
        <div class="backup">
            <p class="hint">{ words::articles_are_in_no(changed) }</p>
            <div class="buttons">
                <button type="button" class="quiet" onclick={act(Desk::back_up)}>{ words::BACK_UP }</button>
                <button type="button" class="quiet" onclick={act(Desk::put_off_backup)}>{ words::LATER }</button>
            </div>
        </div>
    }
}
