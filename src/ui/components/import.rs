use wasm_bindgen::JsCast;
use web_sys::{FileList, HtmlInputElement};
use yew::prelude::*;

use crate::ui::browser::read_files;
use crate::ui::desk::Desk;
use crate::words;
use crate::workspace::Notice;

/// What the files that are imported are called and are.
const ACCEPTED: &str = ".json,.jsonl,.jsonld,.txt,.html,.htm,.csv,.tsv,.conll,.conllu,.iob2,.ann,.conf,.zip,application/json,text/plain,application/zip";

#[derive(Properties, PartialEq)]
pub(crate) struct FileButtonProps {
    /// What the button says.
    pub(crate) name: AttrValue,
    #[prop_or_default]
    pub(crate) class: Classes,
    /// Called with the name and the content of each file that was chosen.
    pub(crate) onfile: Callback<(String, Vec<u8>)>,
}

/// A button that opens files. The file input stands beside it.
#[component]
pub(crate) fn FileButton(props: &FileButtonProps) -> Html {
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
    let onchange = {
        let onfile = props.onfile.clone();
        Callback::from(move |event: Event| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            if let Some(files) = input.files() {
                let onfile = onfile.clone();
                read(&desk, &files, move |files| files.into_iter().for_each(|file| onfile.emit(file)));
            }
            // So that the same file can be chosen again.
            input.set_value("");
        })
    };
    html! {
        <span class="import">
            <button type="button" class={props.class.clone()} {onclick}>{ &props.name }</button>
            <input
                ref={input} type="file" multiple=true hidden=true tabindex="-1" {onchange}
                accept={ACCEPTED} aria-label={words::files_of_button(&props.name)}
            />
        </span>
    }
}

#[derive(Properties, PartialEq)]
pub(crate) struct ImportProps {
    /// What the button says.
    pub(crate) name: AttrValue,
    #[prop_or_default]
    pub(crate) class: Classes,
}

/// A button that takes in files: Newsmark's, other programs', and plain text. All of them open the page's one
/// input, which is there while menus come and go.
#[component]
pub(crate) fn Import(props: &ImportProps) -> Html {
    let onclick = Callback::from(|_: MouseEvent| {
        let input = web_sys::window().and_then(|window| window.document()?.get_element_by_id(INPUT_ID));
        if let Some(input) = input.and_then(|input| input.dyn_into::<HtmlInputElement>().ok()) {
            input.click();
        }
    });
    html! {
        <span class="import"><button type="button" class={props.class.clone()} {onclick}>{ &props.name }</button></span>
    }
}

/// The id of the input for files to be imported.
const INPUT_ID: &str = "import-files";

/// The page's one input for files to be imported.
pub(crate) fn view_import_input(desk: &Desk) -> Html {
    let desk = desk.clone();
    let onchange = Callback::from(move |event: Event| {
        let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
        if let Some(files) = input.files() {
            drop_files(&desk, &files);
        }
        // So that the same file can be chosen again.
        input.set_value("");
    });
    html! {
        <input
            id={INPUT_ID} type="file" multiple=true hidden=true tabindex="-1" {onchange} accept={ACCEPTED}
            aria-label={words::files_of_button(&words::IMPORT)}
        />
    }
}

/// Takes in files that were dropped.
pub(crate) fn drop_files(desk: &Desk, files: &FileList) {
    let to = desk.clone();
    read(desk, files, move |files| to.import(files));
}

/// Reads files and tells which cannot be read.
fn read(desk: &Desk, files: &FileList, take: impl FnOnce(Vec<(String, Vec<u8>)>) + 'static) {
    let desk = desk.clone();
    read_files(files, move |files| {
        let mut good = Vec::new();
        for (name, bytes) in files {
            match bytes {
                Ok(bytes) => good.push((name, bytes)),
                Err(error) => {
                    desk.notify(Notice::problem(words::FileUnreadable { name: &name, error: &error }.text()));
                }
            }
        }
        take(good);
    });
}
