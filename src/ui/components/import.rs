use web_sys::{FileList, HtmlInputElement};
use yew::prelude::*;

use crate::ui::browser::read_files;
use crate::ui::desk::Desk;
use crate::workspace::Notice;

#[derive(Properties, PartialEq)]
pub(crate) struct ImportProps {
    /// What the button says.
    pub(crate) name: AttrValue,
    #[prop_or_default]
    pub(crate) class: Classes,
}

/// A button that opens files: Newsmark's, other programs', and plain text. The file input stands beside it.
#[component]
pub(crate) fn Import(props: &ImportProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let input = use_node_ref();
    let onclick = {
        let input = input.clone();
        Callback::from(move |_| {
            if let Some(input) = input.cast::<HtmlInputElement>() {
                input.click();
            }
        })
    };
    let onchange = Callback::from(move |event: Event| {
        let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
        if let Some(files) = input.files() {
            drop_files(&desk, &files);
        }
        // So that the same file can be chosen again.
        input.set_value("");
    });
    html! {
        <span class="import">
            <button type="button" class={props.class.clone()} {onclick}>{ &props.name }</button>
            <input
                ref={input} type="file" multiple=true hidden=true tabindex="-1" {onchange}
                accept=".json,.jsonl,.jsonld,.txt,.csv,.tsv,.conll,.conllu,.zip,application/json,text/plain,application/zip" aria-label={format!("{}: files", props.name)}
            />
        </span>
    }
}

/// Takes in files that were chosen or dropped.
pub(crate) fn drop_files(desk: &Desk, files: &FileList) {
    let desk = desk.clone();
    read_files(files, move |name, bytes| match bytes {
        Ok(bytes) => desk.import(&name, &bytes),
        Err(error) => desk.notify(Notice::problem(format!("{name} could not be read ({error})."))),
    });
}
