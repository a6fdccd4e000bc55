use std::rc::Rc;

use yew::prelude::*;

use crate::store::{Backup, Summary};
use crate::ui::browser::now;
use crate::ui::desk::Desk;
use crate::words;

#[derive(Properties, PartialEq)]
pub(crate) struct BackupHintProps {
    pub(crate) articles: Rc<Vec<Summary>>,
    /// When the library was last saved as a file.
    pub(crate) backup: Backup,
}

/// A word about a backup, where one is due; it can be put off. It goes as soon as there is one, wherever that
/// was made.
#[component]
pub(crate) fn BackupHint(props: &BackupHintProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let act = |work: fn(&Desk)| {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| work(&desk))
    };
    if !props.backup.reminds(&props.articles, now()) {
        return Html::default();
    }
    html! {
        <div class="backup">
            <p>{ words::articles_not_backed_up(props.backup.changed(&props.articles)) }</p>
            <div class="buttons">
                <button type="button" onclick={act(Desk::back_up)}>{ words::BACK_UP }</button>
                <button type="button" class="quiet" onclick={act(Desk::put_off_backup)}>{ words::LATER }</button>
            </div>
        </div>
    }
}
