use yew::prelude::*;

use super::tip::tip;
use crate::ui::desk::Desk;
use crate::ui::picking::choose_end;
use crate::words;
use crate::workspace::{End, PageCommand};

#[derive(Properties, PartialEq)]
pub(crate) struct EndsProps {
    /// The end that the arrow keys move.
    pub(crate) chosen: Option<End>,
}

/// The buttons that move the ends of the selected mark by a word; the end's name chooses it for the arrow
/// keys.
#[component]
pub(crate) fn Ends(props: &EndsProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let view = |end: End, name: &'static str, command: PageCommand| {
        let act = |grows: bool| {
            let desk = desk.clone();
            // To grow, the start goes back and the end goes on.
            let forward = (end == End::End) == grows;
            Callback::from(move |_: MouseEvent| desk.move_end(end, forward, true))
        };
        let choose = {
            let desk = desk.clone();
            Callback::from(move |_: MouseEvent| {
                let is_chosen = desk.workspace().end() == Some(end);
                if is_chosen { desk.choose_end(None) } else { choose_end(&desk, end) }
            })
        };
        let is_chosen = props.chosen == Some(end);
        html! {
            <div class="end-buttons" role="group" aria-label={name}>
                <button type="button" onclick={choose} aria-pressed={is_chosen.to_string()} title={tip(&desk, command)}>{ name }</button>
                <button type="button" onclick={act(true)} title={words::END_BY_WORD}>{ words::GROW }</button>
                <button type="button" onclick={act(false)} title={words::END_BY_WORD}>{ words::SHRINK }</button>
            </div>
        }
    };
    html! {
        <>
            { view(End::Start, words::START, PageCommand::MoveStart) }
            { view(End::End, words::END, PageCommand::MoveEnd) }
        </>
    }
}
