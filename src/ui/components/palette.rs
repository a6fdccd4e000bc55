use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::dialog::Dialog;
use crate::text::{Folded, sort_by_key};
use crate::ui::commands::{is_possible, run_or_tell};
use crate::ui::desk::Desk;
use crate::words;
use crate::workspace::{PageCommand, show_key};

#[derive(Properties, PartialEq)]
pub(crate) struct PaletteProps {
    pub(crate) onclose: Callback<()>,
}

/// All commands by name: type, choose with the arrows, press Enter.
#[component]
pub(crate) fn Palette(props: &PaletteProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let words = use_state_eq(String::new);
    let chosen = use_state_eq(|| 0_usize);
    let list = use_node_ref();
    use_effect_with((*chosen, (*words).clone(), list.clone()), |(_, _, list)| {
        let current = list
            .cast::<web_sys::Element>()
            .and_then(|list| list.query_selector("[aria-selected=true]").ok().flatten());
        if let Some(current) = current {
            crate::ui::browser::reveal(&current);
        }
    });
    let query = Folded::new(&words);
    let fits = |command: &&PageCommand| {
        query.is_blank() || {
            let title = Folded::new(command.title());
            words.split_whitespace().all(|word| title.contains(&Folded::new(word)))
        }
    };
    let mut commands: Vec<PageCommand> = PageCommand::ALL
        .iter()
        .filter(|command| **command != PageCommand::Palette)
        .filter(fits)
        .copied()
        .collect();
    // First what can be done now, and what is called just so.
    sort_by_key(&mut commands, |command| {
        (!is_possible(&desk, *command), !Folded::new(command.title()).contains(&query))
    });
    let run = {
        let (desk, close) = (desk.clone(), props.onclose.clone());
        move |command: PageCommand| {
            close.emit(());
            let desk = desk.clone();
            // The dialog gives the focus back before the command takes it.
            gloo::timers::callback::Timeout::new(0, move || run_or_tell(&desk, command)).forget();
        }
    };
    let oninput = {
        let (words, chosen) = (words.clone(), chosen.clone());
        Callback::from(move |event: InputEvent| {
            if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
                chosen.set(0);
                words.set(field.value());
            }
        })
    };
    let onkeydown = {
        let (commands, chosen, run) = (commands.clone(), chosen.clone(), run.clone());
        Callback::from(move |event: KeyboardEvent| {
            let last = commands.len().saturating_sub(1);
            match event.key().as_str() {
                "ArrowDown" => chosen.set(if *chosen >= last { 0 } else { *chosen + 1 }),
                "ArrowUp" => chosen.set(if *chosen == 0 { last } else { *chosen - 1 }),
                "Enter" => {
                    if let Some(command) = commands.get(*chosen) {
                        run(*command);
                    }
                }
                _ => return,
            }
            event.prevent_default();
        })
    };
    let current = commands.get(*chosen).map(|command| format!("command-{}", command.code()));
    html! {
        <Dialog title={words::COMMANDS} onclose={props.onclose.clone()}>
            <input
                type="text" class="palette-field" role="combobox" aria-label={words::COMMAND} aria-expanded="true" aria-controls="commands"
                aria-activedescendant={current} aria-autocomplete="list" placeholder={words::COMMAND_PLACEHOLDER} {oninput} {onkeydown}
                autocomplete="off" autofocus=true
            />
            <ul id="commands" class="palette" role="listbox" aria-label={words::COMMANDS} ref={list}>
                for (place, command) in commands.iter().enumerate() {
                    { view_command(&desk, *command, place == *chosen, run.clone()) }
                }
            </ul>
            if commands.is_empty() {
                <p class="hint" role="note">{ words::NO_COMMAND_FOUND }</p>
            }
        </Dialog>
    }
}

fn view_command(
    desk: &Desk,
    command: PageCommand,
    is_chosen: bool,
    run: impl Fn(PageCommand) + 'static,
) -> Html {
    let workspace = desk.workspace();
    let key = workspace.keys().key_of(command);
    html! {
        <li
            id={format!("command-{}", command.code())} key={command.code()} role="option" aria-selected={is_chosen.to_string()}
            onclick={Callback::from(move |_: MouseEvent| run(command))}
        >
            <span>{ command.title() }</span>
            if !key.is_empty() {
                <kbd>{ show_key(key) }</kbd>
            }
        </li>
    }
}
