//! The page: draws the [`Workspace`](crate::workspace::Workspace) and carries out what it asks for.
//!
//! The only part, besides the localStorage back end, that names `yew`, `web-sys`, `gloo` or
//! `wasm-bindgen`. Components take values as properties and send what people do to the `desk`.

mod app;
mod browser;
mod commands;
mod components;
mod desk;
mod dialogs;
mod doubting;
mod effects;
mod gradually;
mod keys;
mod model;
mod picking;
mod piece;
mod scrolling;
mod staged;
mod views;
mod warm;

use gloo::timers::callback::Timeout;
use gloo::timers::future::TimeoutFuture;
use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// An article to try the page with: first line the title, second the published date, then the text.
const SAMPLE: &str = include_str!("../../static/sample.txt");

/// How long to wait for a first frame: a page in the background gets none. In milliseconds.
const FRAME: u32 = 100;

/// Draws the page and starts to listen: once the browser has painted what can be read meanwhile, and in
/// a turn of its own, since to get the program ready takes long enough.
pub fn start() {
    let painted = JsFuture::from(Promise::new(&mut |resolve, _| {
        let window = web_sys::window();
        let _ = window.and_then(|window| window.request_animation_frame(&resolve).ok());
        Timeout::new(FRAME, move || drop(resolve.call0(&JsValue::NULL))).forget();
    }));
    spawn_local(async {
        drop(painted.await);
        TimeoutFuture::new(0).await;
        browser::intern_attributes();
        yew::Renderer::<app::App>::new().render();
    });
}

/// Extracts everything from `text` for other pages and for benchmarks: gives the JSON array of
/// annotations of the Newsmark format, without ids and times, offsets in code points.
///
/// Until [`ready`] has come true, names are found by rules alone.
///
/// `published` is the day from which relative dates count, `YYYY-MM-DD`; anything else counts as
/// none.
#[wasm_bindgen]
pub fn extract(text: &str, published: Option<String>) -> String {
    let published = published.and_then(|date| crate::value::read_day(&date));
    let text = crate::text::normalize(text);
    crate::formats::suggestions_json(&text, &crate::extract::extract(&text, published))
}

/// A promise that comes true when the name model is there, so that [`extract`] finds all it can.
///
/// # Errors
///
/// A sentence that says why the model cannot be had; calling again tries again.
#[wasm_bindgen]
pub async fn ready() -> Result<(), String> {
    model::ready().await
}
