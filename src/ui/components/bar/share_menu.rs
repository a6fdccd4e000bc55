use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::menu::MenuButton;
use crate::document::Document;
use crate::formats::{self, Format, Loss};
use crate::ui::browser::{copy_text, focus_nth, print};
use crate::ui::components::Shared;
use crate::ui::components::icon::{Icon, view_icon};
use crate::ui::components::name::view_name_field;
use crate::ui::components::tip::tip;
use crate::ui::desk::Desk;
use crate::ui::piece::{Of, piece};
use crate::words;
use crate::workspace::{Action, Dialog, Menu, Notice, PageCommand};

/// What most people want of the formats, the first to be offered.
const FIRST: [Format; 5] =
    [Format::Newsmark, Format::Csv, Format::Html, Format::Markdown, Format::WebAnnotation];

#[derive(Properties, PartialEq)]
pub(super) struct ShareMenuProps {
    pub(super) document: Shared<Document>,
    /// The menu that is open.
    pub(super) menu: Option<Menu>,
}

/// What takes the article out of the page: a file, a link, paper.
#[component]
pub(super) fn ShareMenu(props: &ShareMenuProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let is_export = props.menu == Some(Menu::Export);
    let open = |menu: Menu| {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| desk.send(Action::OpenMenu(Some(menu))))
    };
    let link = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| desk.show(Some(Dialog::Share)))
    };
    let on_paper = Callback::from(|_: MouseEvent| print());
    html! {
        <MenuButton
            menu={Menu::Share} is_open={is_export || props.menu == Some(Menu::Share)} name={words::SHARE}
            title={tip(&desk, PageCommand::Share)}
        >
            <div data-stays="">
                <button
                    type="button" onclick={open(if is_export { Menu::Share } else { Menu::Export })}
                    aria-expanded={is_export.to_string()} title={tip(&desk, PageCommand::Export)}
                >{ words::EXPORT }{ view_icon(Icon::Down) }</button>
            </div>
            if is_export {
                { piece::<Formats>(None, yew::props!(Of<Formats> { document: props.document.clone() })) }
            }
            <button type="button" onclick={link}>{ words::SHARE_A_LINK }</button>
            <button type="button" onclick={on_paper}>{ words::PRINT }</button>
        </MenuButton>
    }
}

#[derive(Properties, PartialEq)]
struct FormatsProps {
    document: Shared<Document>,
}

#[component]
fn Formats(props: &FormatsProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let shows_all = use_state_eq(|| false);
    let more = {
        let shows_all = shows_all.clone();
        Callback::from(move |_: MouseEvent| shows_all.set(true))
    };
    // The button that was pressed is gone: the focus goes to the first format that it has shown.
    use_effect_with(*shows_all, |shows_all| {
        if *shows_all {
            focus_nth(".formats>.row>button:first-child", FIRST.len());
        }
    });
    // The question stays as long as the menu does, so that nothing moves under the pointer.
    let asks_name = *use_memo((), |()| !desk.workspace().has_name());
    let shown =
        FIRST.into_iter().chain(Format::ALL.into_iter().filter(|it| *shows_all && !FIRST.contains(it)));
    html! {
        <div class="formats" role="group" aria-label={words::EXPORT_FORMATS}>
            if asks_name {
                { view_name_field(&desk) }
            }
            for format in shown {
                { view_format(&desk, &props.document, format) }
            }
            if !*shows_all {
                <div data-stays=""><button type="button" onclick={more}>{ words::MORE_FORMATS }</button></div>
            }
        </div>
    }
}

/// How many losses are told in the sentence itself; more unfold below it.
const TOLD: usize = 2;

/// What there is to tell of a file that does not hold all of the article.
fn with_losses(name: &str, format: Format, lost: &[Loss]) -> Option<Notice> {
    if lost.is_empty() {
        return None;
    }
    if lost.len() <= TOLD {
        let losses = formats::tell_losses(format, lost);
        return Some(Notice::info(words::ExportedWithLosses { name: &name, losses: &losses }.text()));
    }
    let text = words::ExportedInPart { name: &name, format: &format.name() }.text();
    let names = lost.iter().map(|loss| loss.name().to_owned()).collect();
    Some(Notice::info(text).folding(words::LEFT_OUT, names))
}

fn view_format(desk: &Desk, document: &Shared<Document>, format: Format) -> Html {
    let save = {
        let (desk, document) = (desk.clone(), document.clone());
        Callback::from(move |_| {
            let name = formats::file_name(&document.display_title(), format);
            let document = document.with_name(desk.workspace().person());
            desk.offer(&name, format.media_type(), &formats::export_file(&document, format));
            // Whoever is asked here and says nothing need not be asked again.
            desk.send(Action::Name(desk.workspace().person().to_owned()));
            if let Some(notice) = with_losses(&name, format, &formats::lost(&document, format)) {
                desk.notify(notice);
            }
        })
    };
    let copy = {
        let (desk, document) = (desk.clone(), document.clone());
        Callback::from(move |_| {
            let desk = desk.clone();
            let content = formats::export(&document.with_name(desk.workspace().person()), format);
            spawn_local(async move {
                desk.notify(if copy_text(&content).await {
                    Notice::info(words::copied(&format.name()))
                } else {
                    Notice::problem(words::CLIPBOARD_REFUSED)
                });
            });
        })
    };
    html! {
        <div class="row" key={format.code()}>
            <button type="button" onclick={save}>{ format.name() }</button>
            if !format.is_binary() {
                <button
                    type="button" class="quiet" onclick={copy} aria-label={words::copy_format(&format.name())}
                >{ words::COPY }</button>
            }
        </div>
    }
}
