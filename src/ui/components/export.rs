use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::Node;
use yew::prelude::*;

use super::Shared;
use super::name::view_name_field;
use crate::document::Document;
use crate::formats::{self, Format};
use crate::ui::browser::{copy_text, on_document};
use crate::ui::desk::Desk;
use crate::words;
use crate::workspace::{Action, Notice};

#[derive(Properties, PartialEq)]
pub(crate) struct ExportProps {
    /// The open article, if any.
    pub(crate) document: Option<Shared<Document>>,
    pub(crate) has_articles: bool,
}

/// The button Export with the formats that it offers.
#[component]
pub(crate) fn Export(props: &ExportProps) -> Html {
    let is_open = use_state(|| false);
    let toggle = {
        let is_open = is_open.clone();
        Callback::from(move |_| is_open.set(!*is_open))
    };
    let close = {
        let is_open = is_open.clone();
        Callback::from(move |()| is_open.set(false))
    };
    let root = use_node_ref();
    use_effect_with((*is_open, root.clone()), {
        let close = close.clone();
        move |(is_open, root)| {
            let root = root.clone();
            let listener = is_open.then(|| {
                on_document("pointerdown", move |event| {
                    let target = event.target().and_then(|target| target.dyn_into::<Node>().ok());
                    if !root.cast::<Node>().is_some_and(|root| root.contains(target.as_ref())) {
                        close.emit(());
                    }
                })
            });
            move || drop(listener)
        }
    });
    let onkeydown = {
        let close = close.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                event.stop_propagation();
                close.emit(());
            }
        })
    };
    html! {
        <div class="export" ref={root} {onkeydown}>
            <button
                type="button" onclick={toggle} disabled={!props.has_articles}
                aria-expanded={is_open.to_string()} aria-haspopup="true"
            >{ words::EXPORT }</button>
            if *is_open {
                <Menu document={props.document.clone()} {close} />
            }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct MenuProps {
    document: Option<Shared<Document>>,
    close: Callback<()>,
}

#[component]
fn Menu(props: &MenuProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let library = {
        let (desk, close) = (desk.clone(), props.close.clone());
        Callback::from(move |_| {
            close.emit(());
            desk.back_up();
        })
    };
    // The question stays as long as the menu does, so that nothing moves under the pointer.
    let asks_name = *use_memo((), |()| !desk.workspace().has_name()) && props.document.is_some();
    html! {
        <div class="menu" role="group" aria-label={words::EXPORT_FORMATS}>
            if asks_name {
                { view_name_field(&desk) }
            }
            if let Some(document) = &props.document {
                for format in Format::ALL {
                    { view_format(&desk, document, format, &props.close) }
                }
            }
            <div class="row">
                <button type="button" onclick={library}>{ words::WHOLE_LIBRARY }</button>
                <span class="about">{ words::ALL_ARTICLES_FOR_BACKUP }</span>
            </div>
        </div>
    }
}

fn view_format(desk: &Desk, document: &Shared<Document>, format: Format, close: &Callback<()>) -> Html {
    let save = {
        let (desk, document, close) = (desk.clone(), document.clone(), close.clone());
        Callback::from(move |_| {
            close.emit(());
            let name = formats::file_name(&document.display_title(), format);
            let document = document.with_name(desk.workspace().person());
            desk.offer(&name, format.media_type(), &formats::export_file(&document, format));
            // Whoever is asked here and says nothing need not be asked again.
            desk.send(Action::Name(desk.workspace().person().to_owned()));
            if !format.losses().is_empty() {
                let text = words::exported_as_does_not(&name, &format.name(), &format.losses());
                desk.notify(Notice::info(text));
            }
        })
    };
    let copy = {
        let (desk, document, close) = (desk.clone(), document.clone(), close.clone());
        Callback::from(move |_| {
            close.emit(());
            let desk = desk.clone();
            let content = formats::export(&document.with_name(desk.workspace().person()), format);
            spawn_local(async move {
                desk.notify(if copy_text(&content).await {
                    Notice::info(words::copied_as(&format.name()))
                } else {
                    Notice::problem(words::THIS_BROWSER_DOES_NOT)
                });
            });
        })
    };
    html! {
        <div class="row" key={format.code()}>
            <button type="button" onclick={save}>{ format.name() }</button>
            if !format.is_binary() {
                <button
                    type="button" class="quiet" onclick={copy} aria-label={words::copy_as(&format.name())}
                >{ words::COPY }</button>
            }
        </div>
    }
}
