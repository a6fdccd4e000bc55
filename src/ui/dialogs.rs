use yew::prelude::*;

use super::components::{
    Agreeing, ArrivedLink, Days, Help, Labels, LibrarySearch, Merging, Palette, Share, Shared, Storage,
    UpdateText, view_emptying,
};
use super::desk::Desk;
use super::views::LibraryFacts;
use crate::ui::piece::{Of, piece};
use crate::workspace::{Dialog, Workspace};

/// The dialog that is open, if one is.
pub(super) fn view_dialog(desk: &Desk, workspace: &Workspace) -> Html {
    let onclose = {
        let desk = desk.clone();
        Callback::from(move |()| desk.show(None))
    };
    let document = workspace.open().cloned().map(Shared);
    match (workspace.dialog(), document) {
        (Some(Dialog::Storage), _) => {
            html! { { piece::<Storage>(None, yew::props!(Of<Storage> { articles: workspace.articles().len(), binned: workspace.bin().len(), backup: workspace.backup(), onclose })) } }
        }
        (Some(Dialog::Keys), _) => html! { { piece::<Help>(None, yew::props!(Of<Help> { onclose })) } },
        (Some(Dialog::Palette), _) => {
            html! { { piece::<Palette>(None, yew::props!(Of<Palette> { onclose })) } }
        }
        (Some(Dialog::Library), _) => {
            html! { { piece::<LibrarySearch>(None, yew::props!(Of<LibrarySearch> { onclose })) } }
        }
        (Some(Dialog::LibraryFacts), _) => {
            html! { { piece::<LibraryFacts>(None, yew::props!(Of<LibraryFacts> { onclose })) } }
        }
        (Some(Dialog::Arrived), _) => {
            html! { { piece::<ArrivedLink>(None, yew::props!(Of<ArrivedLink> { onclose })) } }
        }
        (Some(Dialog::EmptyBin), _) => view_emptying(desk, workspace.bin().len(), onclose),
        (Some(Dialog::Labels), Some(document)) => {
            html! { { piece::<Labels>(None, yew::props!(Of<Labels> { document, onclose })) } }
        }
        (Some(Dialog::UpdateText), Some(document)) => {
            html! { { piece::<UpdateText>(None, yew::props!(Of<UpdateText> { document, offered: workspace.offered_text().cloned(), onclose })) } }
        }
        (Some(Dialog::History), Some(document)) => {
            html! { { piece::<Days>(None, yew::props!(Of<Days> { document, onclose })) } }
        }
        (Some(Dialog::Merge), Some(document)) => {
            html! { { piece::<Merging>(None, yew::props!(Of<Merging> { document, onclose })) } }
        }
        (Some(Dialog::Agreement), Some(document)) => {
            html! { { piece::<Agreeing>(None, yew::props!(Of<Agreeing> { document, onclose })) } }
        }
        (Some(Dialog::Share), Some(document)) => {
            html! { { piece::<Share>(None, yew::props!(Of<Share> { document, onclose })) } }
        }
        _ => Html::default(),
    }
}
