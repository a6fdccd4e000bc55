use yew::prelude::*;

use super::dialog::Dialog;
use crate::ui::desk::Desk;
use crate::ui::keys::FIXED;
use crate::words;
use crate::workspace::{Action, KeyMap, Notice, PageCommand, key_name, show_key};

#[derive(Properties, PartialEq)]
pub(crate) struct HelpProps {
    pub(crate) onclose: Callback<()>,
}

/// What the keys do; those of commands can be changed.
#[component]
pub(crate) fn Help(props: &HelpProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let changing = use_state_eq(|| None::<PageCommand>);
    let problem = use_state_eq(|| None::<String>);
    let keys = desk.workspace().keys().clone();
    let reset = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| desk.send(Action::SetKeys(KeyMap::default())))
    };
    let onkeydown = {
        let (desk, keys, changing, problem) = (desk.clone(), keys.clone(), changing.clone(), problem.clone());
        Callback::from(move |event: KeyboardEvent| {
            let Some(command) = *changing else { return };
            let key = event.key();
            if matches!(key.as_str(), "Shift" | "Control" | "Alt" | "Meta" | "Tab") {
                return;
            }
            event.prevent_default();
            event.stop_propagation();
            if key == "Escape" {
                problem.set(None);
                return changing.set(None);
            }
            let name = match event.ctrl_key() || event.alt_key() || event.meta_key() {
                true => words::with_ctrl(&key),
                false if key == "Backspace" => String::new(),
                false => key_name(&key, event.shift_key()).unwrap_or_else(|| key.clone()),
            };
            let labels = desk.workspace().open().map(|document| document.labels.clone()).unwrap_or_default();
            match keys.with(command, &name, &labels) {
                Ok(changed) => {
                    desk.send(Action::SetKeys(changed));
                    problem.set(None);
                    changing.set(None);
                    desk.notify(Notice::info(format!("“{}”: {}", command.title(), shown(&name))));
                }
                Err(error) => problem.set(Some(error)),
            }
        })
    };
    html! {
        <Dialog title={words::KEYBOARD} onclose={&props.onclose} class="wide">
            <p class="hint">{ words::CHOOSE_CHANGE_THEN_PRESS }</p>
            if let Some(problem) = &*problem {
                <p class="hint problem" role="alert">{ problem }</p>
            }
            <dl class="keys" {onkeydown}>
                for (keys, meaning) in FIXED.iter() {
                    <div><dt><kbd>{ *keys }</kbd></dt>
                    <dd>{ *meaning }</dd></div>
                }
                for command in PageCommand::ALL.iter() {
                    { view_key(*command, &keys, &changing) }
                }
            </dl>
            <button type="button" class="quiet" onclick={reset}>{ words::ALL_KEYS_AS_THEY }</button>
        </Dialog>
    }
}

fn shown(key: &str) -> String {
    if key.is_empty() { words::NO_KEY.to_owned() } else { show_key(key) }
}

fn view_key(command: PageCommand, keys: &KeyMap, changing: &UseStateHandle<Option<PageCommand>>) -> Html {
    let is_changing = **changing == Some(command);
    let change = {
        let changing = changing.clone();
        Callback::from(move |_: MouseEvent| changing.set(Some(command)))
    };
    let key = keys.key_of(command);
    html! {
        <div key={command.code()}>
            <dt>
                if is_changing {
                    <span>{ words::PRESS_A_KEY }</span>
                } else if !key.is_empty() {
                    <kbd>{ show_key(key) }</kbd>
                }
            </dt>
            <dd>
                <span>{ command.title() }</span>
                <button type="button" class="quiet" onclick={change} aria-label={words::change_the_key_of(&command.title())}>
                    { words::CHANGE }
                </button>
            </dd>
        </div>
    }
}
