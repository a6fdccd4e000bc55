use yew::prelude::*;

use super::dialog::Dialog;
use crate::ui::desk::Desk;
use crate::ui::keys::FIXED;
use crate::words;
use crate::workspace::{Action, KeyMap, Notice, PageCommand, key_name, show_key};

/// The keys that are worth knowing first.
const FIRST: [PageCommand; 10] = [
    PageCommand::NextMark,
    PageCommand::PreviousMark,
    PageCommand::Accept,
    PageCommand::Reject,
    PageCommand::AcceptEntity,
    PageCommand::Review,
    PageCommand::EditValue,
    PageCommand::Find,
    PageCommand::CheckSheet,
    PageCommand::Export,
];

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
    let can_change = use_state_eq(|| false);
    let toggle = {
        let (can_change, changing) = (can_change.clone(), changing.clone());
        Callback::from(move |_: Event| {
            changing.set(None);
            can_change.set(!*can_change);
        })
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
            <dl class="keys">
                for command in FIRST {
                    { view_key(command, &keys, None) }
                }
            </dl>
            <details class="all-keys">
            <summary>{ words::ALL_KEYS }</summary>
            <label class="check"><input type="checkbox" checked={*can_change} onchange={toggle} />{ words::CHANGE_KEYS }</label>
            if *can_change {
                <p class="hint">{ words::CHANGE_KEYS_HINT }</p>
            }
            if let Some(problem) = &*problem {
                <p class="hint problem" role="alert">{ problem }</p>
            }
            <dl class="keys" {onkeydown}>
                for (keys, meaning) in FIXED.iter() {
                    <div><dt><kbd>{ *keys }</kbd></dt>
                    <dd>{ *meaning }</dd></div>
                }
                for command in PageCommand::ALL.iter() {
                    { view_key(*command, &keys, can_change.then_some(&changing)) }
                }
            </dl>
            if *can_change {
                <button type="button" class="quiet" onclick={reset}>{ words::RESET_KEYS }</button>
            }
            </details>
        </Dialog>
    }
}

fn shown(key: &str) -> String {
    if key.is_empty() { words::NO_KEY.to_owned() } else { show_key(key) }
}

/// A command with its key, which can be changed where `changing` is given.
fn view_key(
    command: PageCommand,
    keys: &KeyMap,
    changing: Option<&UseStateHandle<Option<PageCommand>>>,
) -> Html {
    let is_changing = changing.is_some_and(|changing| **changing == Some(command));
    let change = changing.map(|changing| {
        let changing = changing.clone();
        Callback::from(move |_: MouseEvent| changing.set(Some(command)))
    });
    let key = keys.key_of(command);
    html! {
        <div key={command.code()}>
            <dt>
                if is_changing {
                    <span>{ words::PRESS_KEY }</span>
                } else if !key.is_empty() {
                    <kbd>{ show_key(key) }</kbd>
                }
            </dt>
            <dd>
                <span>{ command.title() }</span>
                if let Some(change) = change {
                    <button type="button" class="quiet" onclick={change} aria-label={words::change_command_key(&command.title())}>
                        { words::CHANGE }
                    </button>
                }
            </dd>
        </div>
    }
}
