use yew::prelude::*;

use super::components::{
    Agreeing, ArrivedLink, Days, Help, Labels, LibrarySearch, Merging, Palette, Share, Shared, Storage,
    UpdateText, view_emptying,
};
use super::desk::Desk;
use super::views::LibraryFacts;
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
            html! { <Storage articles={workspace.articles().len()} binned={workspace.bin().len()} backup={workspace.backup()} {onclose} /> }
        }
        (Some(Dialog::Keys), _) => html! { <Help {onclose} /> },
        (Some(Dialog::Palette), _) => html! { <Palette {onclose} /> },
        (Some(Dialog::Library), _) => html! { <LibrarySearch {onclose} /> },
        (Some(Dialog::LibraryFacts), _) => html! { <LibraryFacts {onclose} /> },
        (Some(Dialog::Arrived), _) => html! { <ArrivedLink {onclose} /> },
        (Some(Dialog::EmptyBin), _) => view_emptying(desk, workspace.bin().len(), onclose),
        (Some(Dialog::Labels), Some(document)) => html! { <Labels {document} {onclose} /> },
        (Some(Dialog::UpdateText), Some(document)) => html! { <UpdateText {document} {onclose} /> },
        (Some(Dialog::History), Some(document)) => html! { <Days {document} {onclose} /> },
        (Some(Dialog::Merge), Some(document)) => html! { <Merging {document} {onclose} /> },
        (Some(Dialog::Agreement), Some(document)) => html! { <Agreeing {document} {onclose} /> },
        (Some(Dialog::Share), Some(document)) => html! { <Share {document} {onclose} /> },
        _ => Html::default(),
    }
}
