use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent, MouseEvent, Node};
use yew::prelude::*;

use crate::ui::browser::on_document;
use crate::ui::components::icon::{Icon, view_icon};
use crate::ui::desk::Desk;
use crate::workspace::{Action, Menu};

#[derive(Properties, PartialEq)]
pub(super) struct MenuButtonProps {
    /// What it opens.
    pub(super) menu: Menu,
    /// Whether that is open.
    pub(super) is_open: bool,
    /// What the button is called.
    pub(super) name: AttrValue,
    pub(super) title: AttrValue,
    /// What it shows in place of its name.
    #[prop_or_default]
    pub(super) icon: Option<Icon>,
    /// Its buttons.
    pub(super) children: Html,
}

/// A button with a menu below it. The menu closes by a press of one of its buttons, unless that stands in
/// an element with `data-stays`; by a press beside it; and by Escape, which gives the focus back.
#[component]
pub(super) fn MenuButton(props: &MenuButtonProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let root = use_node_ref();
    let close = {
        let desk = desk.clone();
        move || desk.send(Action::OpenMenu(None))
    };
    use_effect_with((props.is_open, root.clone()), {
        let close = close.clone();
        move |(is_open, root)| {
            let inside = root.clone();
            let listener = is_open.then(|| {
                on_document("pointerdown", move |event| {
                    let target = event.target().and_then(|target| target.dyn_into::<Node>().ok());
                    if !inside.cast::<Node>().is_some_and(|root| root.contains(target.as_ref())) {
                        close();
                    }
                })
            });
            if *is_open {
                let first = [".formats>.row>button", ".menu button"];
                first.into_iter().any(|selector| focus_in(root, selector));
            }
            move || drop(listener)
        }
    });
    let onkeydown = {
        let (close, root) = (close.clone(), root.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                event.stop_propagation();
                close();
                focus_in(&root, "button");
            }
        })
    };
    let toggle = {
        let (menu, is_open) = (props.menu, props.is_open);
        Callback::from(move |_: MouseEvent| desk.send(Action::OpenMenu((!is_open).then_some(menu))))
    };
    let pressed = root.clone();
    let onclick = Callback::from(move |event: MouseEvent| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let is_in = |selector: &str| {
            target.as_ref().is_some_and(|target| target.closest(selector).ok().flatten().is_some())
        };
        if is_in("button") && !is_in("[data-stays]") {
            close();
            // What was pressed goes with the menu.
            if is_in(".formats") {
                focus_in(&pressed, "button");
            }
        }
    });
    let is_sign = props.icon.is_some();
    html! {
        <div class="menu-button" ref={root} {onkeydown}>
            <button
                type="button" class={is_sign.then_some("icon")} onclick={toggle} aria-label={is_sign.then(|| props.name.clone())}
                title={&props.title} aria-expanded={props.is_open.to_string()} aria-haspopup="true"
            >
                if let Some(icon) = props.icon {
                    { view_icon(icon) }
                } else {
                    { &props.name }
                }
            </button>
            if props.is_open {
                <div class="menu" role="group" aria-label={&props.name} {onclick}>{ props.children.clone() }</div>
            }
        </div>
    }
}

/// Puts the focus on the first element within that fits, where there is one.
fn focus_in(root: &NodeRef, selector: &str) -> bool {
    let first = root.cast::<Element>().and_then(|root| root.query_selector(selector).ok().flatten());
    first.and_then(|first| first.dyn_into::<HtmlElement>().ok()).is_some_and(|first| first.focus().is_ok())
}
