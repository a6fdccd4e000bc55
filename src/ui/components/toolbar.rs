use yew::prelude::*;

use super::export::Export;
use super::tools::tip as tip_of;
use super::{Import, Shared};
use crate::document::Document;
use crate::ui::desk::Desk;
use crate::words;
use crate::workspace::{Dialog, PageCommand};

#[derive(Properties, PartialEq)]
pub(crate) struct ToolbarProps {
    pub(crate) document: Option<Shared<Document>>,
    pub(crate) has_articles: bool,
    pub(crate) has_suggestions: bool,
    pub(crate) undo: Option<String>,
    pub(crate) redo: Option<String>,
    pub(crate) saved: AttrValue,
}

/// What can be done at any time.
#[component]
pub(crate) fn Toolbar(props: &ToolbarProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let run = |work: fn(&Desk)| {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| work(&desk))
    };
    let tip = |verb: &str, title: &Option<String>| title.as_ref().map(|title| format!("{verb}: {title}"));
    html! {
        <header class="toolbar">
            <h1>{ words::NEWSMARK }</h1>
            <div class="group">
                <button
                    type="button" onclick={run(Desk::undo)} disabled={props.undo.is_none()}
                    title={tip(words::UNDO, &props.undo)}
                >{ words::UNDO }</button>
                <button
                    type="button" onclick={run(Desk::redo)} disabled={props.redo.is_none()}
                    title={tip(words::REDO, &props.redo)}
                >{ words::REDO }</button>
            </div>
            <button type="button" onclick={run(Desk::accept_all)} disabled={!props.has_suggestions}>{ words::ACCEPT_ALL }</button>
            <div class="group end">
                <button type="button" onclick={run(|desk| desk.show(Some(Dialog::Library)))} disabled={!props.has_articles} title={tip_of(&desk, PageCommand::FindInLibrary)}>
                    { words::SEARCH }
                </button>
                <button type="button" onclick={run(|desk| desk.show(Some(Dialog::Palette)))} title={words::COMMANDS_TIP}>{ words::COMMANDS }</button>
                <button type="button" onclick={run(|desk| desk.show(Some(Dialog::Share)))} disabled={props.document.is_none()} title={tip_of(&desk, PageCommand::Share)}>
                    { words::SHARE }
                </button>
                <Import name={words::IMPORT} />
                <Export document={props.document.clone()} has_articles={props.has_articles} />
                <button
                    type="button" class="icon" aria-label={words::KEYBOARD_HELP} title={words::KEYBOARD_TIP}
                    onclick={run(|desk| desk.show(Some(Dialog::Keys)))}
                >{ "?" }</button>
            </div>
            <p class="saved" role="status">{ &props.saved }</p>
        </header>
    }
}
