use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::menu::MenuButton;
use crate::annotation::Status;
use crate::ui::browser::is_marked;
use crate::ui::commands;
use crate::ui::components::Import;
use crate::ui::components::icon::Icon;
use crate::ui::components::tip::tip;
use crate::ui::desk::Desk;
use crate::ui::piece::{Of, piece};
use crate::words;
use crate::workspace::{Action, Menu, PageCommand, Sureness, show_key};

#[derive(Properties, PartialEq)]
pub(super) struct MoreMenuProps {
    pub(super) is_open: bool,
    pub(super) has_article: bool,
    pub(super) has_articles: bool,
    pub(super) has_suggestions: bool,
    /// Whether something was undone.
    pub(super) can_redo: bool,
    pub(super) shows_small: bool,
}

/// What is not needed at every article: each action has its one home here, or in the bar, not in both.
#[component]
pub(super) fn MoreMenu(props: &MoreMenuProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let item = |command: PageCommand, name: &'static str| view_item(&desk, command, name, None);
    let narrow =
        |command: PageCommand, name: &'static str| view_item(&desk, command, name, Some("only-narrow"));
    let small = {
        let (desk, shows) = (desk.clone(), !props.shows_small);
        Callback::from(move |_: MouseEvent| desk.send(Action::ShowSmall(shows)))
    };
    let title = format!("{} ({})", words::MORE, words::CTRL_K);
    html! {
        <MenuButton menu={Menu::More} is_open={props.is_open} name={words::MORE} {title} icon={Icon::More}>
            { view_item(&desk, PageCommand::NewArticle, words::NEW_ARTICLE, Some("when-folded")) }
            { item(PageCommand::Palette, words::COMMANDS) }
            { item(PageCommand::Keys, words::KEYBOARD) }
            if props.has_article {
                { narrow(PageCommand::Find, words::FIND) }
                if props.can_redo {
                    { view_redo(&desk) }
                }
                // It opens another menu in place of this one.
                <div data-stays="">{ narrow(PageCommand::Share, words::SHARE) }</div>
                <h2>{ words::THIS_ARTICLE }</h2>
                if is_marked(commands::ON_PAGE) {
                    { item(PageCommand::ShowOnPage, words::SHOW_ON_PAGE) }
                }
                { item(PageCommand::Merge, words::MERGE) }
                { item(PageCommand::Agreement, words::AGREEMENT) }
                { item(PageCommand::UpdateText, words::UPDATE_TEXT) }
                { item(PageCommand::History, words::HISTORY) }
                <h2>{ words::MARKS }</h2>
                { item(PageCommand::Labels, words::LABELS) }
                if props.has_suggestions {
                    { item(PageCommand::AcceptAll, words::ACCEPT_ALL) }
                    { item(PageCommand::RejectAll, words::REJECT_ALL) }
                    <div class="row" data-stays="">{ view_sureness(&desk) }</div>
                }
                { item(PageCommand::ReadAgain, words::READ_AGAIN) }
                <button type="button" role="switch" aria-checked={props.shows_small.to_string()} onclick={small}>
                    { words::SMALL_NUMBERS }
                </button>
            }
            <h2>{ words::LIBRARY }</h2>
            <div>{ piece::<Import>(None, yew::props!(Of<Import> { name: words::IMPORT })) }</div>
            if props.has_articles {
                { item(PageCommand::FindInLibrary, words::SEARCH) }
            }
            { item(PageCommand::Storage, words::STORAGE) }
        </MenuButton>
    }
}

fn view_item(desk: &Desk, command: PageCommand, name: &'static str, class: Option<&'static str>) -> Html {
    let key = desk.workspace().keys().key_of(command).to_owned();
    let (title, desk) = (tip(desk, command), desk.clone());
    let onclick = Callback::from(move |_: MouseEvent| commands::run_or_tell(&desk, command));
    html! {
        <button type="button" {class} {onclick} {title}>
            { name }
            if !key.is_empty() {
                <kbd aria-hidden="true" data-letters={show_key(&key)} />
            }
        </button>
    }
}

fn view_redo(desk: &Desk) -> Html {
    let desk = desk.clone();
    let onclick = Callback::from(move |_: MouseEvent| desk.redo());
    html! { <button type="button" class="only-narrow" {onclick}>{ words::REDO }</button> }
}

/// Accepts the suggestions that the program is sure of.
fn view_sureness(desk: &Desk) -> Html {
    let desk = desk.clone();
    let onchange = Callback::from(move |event: Event| {
        let Some(select) = event.target_dyn_into::<HtmlSelectElement>() else { return };
        if let Ok(percent) = select.value().parse() {
            desk.review_all(Status::Accepted, Sureness::AtLeast(percent));
            desk.send(Action::OpenMenu(None));
        }
        select.set_value("");
    });
    html! {
        <select aria-label={words::REVIEW_SEVERAL} {onchange}>
            <option value="" selected=true>{ words::ACCEPT_SURE_ONES }</option>
            <option value="95">{ words::SURE_95 }</option>
            <option value="90">{ words::SURE_90 }</option>
            <option value="80">{ words::SURE_80 }</option>
        </select>
    }
}
