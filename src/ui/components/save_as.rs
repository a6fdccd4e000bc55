use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, Node};
use yew::prelude::*;

use crate::formats::{Table, TableFormat};
use crate::ui::browser::on_document;
use crate::ui::desk::Desk;
use crate::words;

/// Another kind of file that a view can be saved as.
#[derive(Clone, PartialEq)]
pub(crate) struct AnotherFile {
    /// What the button says.
    pub(crate) name: &'static str,
    /// What the file's name ends in.
    pub(crate) extension: &'static str,
    pub(crate) media_type: &'static str,
    /// Makes the file, once it is asked for.
    pub(crate) content: Callback<(), String>,
}

#[derive(Properties, PartialEq)]
pub(crate) struct SaveAsProps {
    /// The file's name without its ending.
    pub(crate) stem: String,
    /// Makes the table, once it is asked for.
    pub(crate) table: Callback<(), Table>,
    /// A file that is no table.
    #[prop_or_default]
    pub(crate) also: Option<AnotherFile>,
}

/// The button Save with the kinds of file that a view can be saved as.
#[component]
pub(crate) fn SaveAs(props: &SaveAsProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let is_open = use_state_eq(|| false);
    let (root, button) = (use_node_ref(), use_node_ref());
    let toggle = {
        let is_open = is_open.clone();
        Callback::from(move |_: MouseEvent| is_open.set(!*is_open))
    };
    let close = {
        let (is_open, button) = (is_open.clone(), button.clone());
        Callback::from(move |()| {
            is_open.set(false);
            if let Some(button) = button.cast::<HtmlElement>() {
                let _ = button.focus();
            }
        })
    };
    use_effect_with((*is_open, root.clone()), {
        let is_open = is_open.setter();
        move |(opened, root)| {
            let root = root.clone();
            let listener = opened.then(|| {
                on_document("pointerdown", move |event| {
                    let target = event.target().and_then(|target| target.dyn_into::<Node>().ok());
                    if !root.cast::<Node>().is_some_and(|root| root.contains(target.as_ref())) {
                        is_open.set(false);
                    }
                })
            });
            move || drop(listener)
        }
    });
    let onkeydown = {
        let (close, root, is_open) = (close.clone(), root.clone(), is_open.clone());
        Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
            "Escape" if *is_open => {
                event.stop_propagation();
                close.emit(());
            }
            key @ ("ArrowDown" | "ArrowUp") if *is_open => {
                event.stop_propagation();
                event.prevent_default();
                step(&root, key == "ArrowDown");
            }
            _ => {}
        })
    };
    let offer = move |extension: &'static str, media_type: &'static str, content: Callback<(), String>| {
        let (desk, close, stem) = (desk.clone(), close.clone(), props.stem.clone());
        Callback::from(move |_: MouseEvent| {
            close.emit(());
            desk.offer(&format!("{stem}.{extension}"), media_type, content.emit(()).as_bytes());
        })
    };
    let save = |format: TableFormat| {
        let content = props.table.reform(|()| ());
        let content = Callback::from(move |()| content.emit(()).write(format));
        offer(format.extension(), format.media_type(), content)
    };
    html! {
        <div class="save-as" ref={root} {onkeydown}>
            <button
                type="button" class="opens" ref={button} onclick={toggle} aria-haspopup="true" aria-expanded={is_open.to_string()}
            >{ words::SAVE }</button>
            if *is_open {
                <div class="save-menu" role="group" aria-label={words::SAVE}>
                    <button type="button" onclick={save(TableFormat::Csv)}>{ words::SAVE_AS_CSV }</button>
                    <button type="button" onclick={save(TableFormat::Html)}>{ words::SAVE_AS_HTML }</button>
                    <button type="button" onclick={save(TableFormat::Markdown)}>{ words::SAVE_AS_MARKDOWN }</button>
                    if let Some(also) = &props.also {
                        <button type="button" onclick={offer(also.extension, also.media_type, also.content.clone())}>{ also.name }</button>
                    }
                </div>
            }
        </div>
    }
}

/// Takes the focus to the next button of the menu, or to the one before.
fn step(root: &NodeRef, forward: bool) {
    let Some(root) = root.cast::<web_sys::Element>() else { return };
    let Ok(buttons) = root.query_selector_all(".save-menu button") else { return };
    let buttons: Vec<HtmlElement> =
        (0..buttons.length()).filter_map(|at| buttons.item(at)?.dyn_into().ok()).collect();
    let active = web_sys::window().and_then(|window| window.document()?.active_element());
    let here = buttons.iter().position(|button| active.as_ref() == Some(button.as_ref()));
    let count = buttons.len().max(1);
    let to = match here {
        Some(here) if forward => (here + 1) % count,
        Some(here) => (here + count - 1) % count,
        None if forward => 0,
        None => count - 1,
    };
    if let Some(button) = buttons.get(to) {
        let _ = button.focus();
    }
}
