//! The page's entry point, compiled to WebAssembly by Trunk.

#[cfg(target_arch = "wasm32")]
mod page {
    use yew::prelude::*;

    /// A placeholder page.
    #[component]
    pub(crate) fn App() -> Html {
        html! { <main><h1>{ "Newsmark" }</h1></main> }
    }
}

fn main() {
    #[cfg(target_arch = "wasm32")]
    yew::Renderer::<page::App>::new().render();
}
