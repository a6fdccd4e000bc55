use yew::prelude::*;

/// The signs on buttons, drawn with lines in a square of 20.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Icon {
    Menu,
    Find,
    Undo,
    Redo,
    More,
    Back,
    Close,
    Down,
}

impl Icon {
    fn path(self) -> &'static str {
        match self {
            Icon::Menu => "M3 5.5h14M3 10h14M3 14.5h14",
            Icon::Find => "M14.2 9a5.2 5.2 0 1 1-10.4 0 5.2 5.2 0 0 1 10.4 0M13 13l4 4",
            Icon::Undo => "M4 8h8.5a4 4 0 0 1 0 8H8M4 8l3.5-3.5M4 8l3.5 3.5",
            Icon::Redo => "M16 8H7.5a4 4 0 0 0 0 8H12M16 8l-3.5-3.5M16 8l-3.5 3.5",
            Icon::More => "M4.5 10h.01M10 10h.01M15.5 10h.01",
            Icon::Back => "m12 4.5-5.5 5.5 5.5 5.5",
            Icon::Close => "m5.5 5.5 9 9m0-9-9 9",
            Icon::Down => "m6 8 4 4 4-4",
        }
    }
}

/// A sign for the eye; the button says in words what it does.
pub(crate) fn view_icon(icon: Icon) -> Html {
    let class = (icon == Icon::More).then_some("dots");
    html! {
        <svg class={classes!("sign", class)} viewBox="0 0 20 20" aria-hidden="true"><path d={icon.path()} /></svg>
    }
}
