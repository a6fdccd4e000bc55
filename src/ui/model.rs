//! The name model: fetched once the page is drawn, since it is as large as the program.

use std::cell::RefCell;

use gloo::timers::future::TimeoutFuture;
use js_sys::{ArrayBuffer, Promise, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::Response;

use crate::extract::names::tagger::{self, Model, ModelError, ModelReader};
use crate::words;

/// Where the model is, beside the page.
const FILE: &str = "names.model";

/// The element that holds the model in base64, where the page is a file by itself.
const ELEMENT: &str = "names-model";

thread_local! {
    static LOADING: RefCell<Option<Promise>> = const { RefCell::new(None) };
}

/// Whether names are found as well as they can be.
pub(super) fn is_here() -> bool {
    tagger::installed().is_some()
}

/// Begins to load the model, if that has not begun yet.
fn load() -> Promise {
    LOADING.with_borrow_mut(|loading| {
        let begin = || {
            future_to_promise(async {
                let bytes = match embedded() {
                    Some(bytes) => bytes,
                    None => fetched().await?,
                };
                let model = read(&bytes).await.map_err(|error| JsValue::from(error.to_string()))?;
                tagger::install(model);
                Ok(JsValue::UNDEFINED)
            })
        };
        loading.get_or_insert_with(begin).clone()
    })
}

/// Reads the model in steps, between which the page answers.
async fn read(bytes: &[u8]) -> Result<Model, ModelError> {
    let reader = ModelReader::new(bytes)?;
    TimeoutFuture::new(0).await;
    let reader = reader.read_words()?;
    TimeoutFuture::new(0).await;
    reader.read_weights()
}

/// Waits until names are found as well as they can be.
///
/// # Errors
///
/// What to tell people where the model cannot be had. Names are found by rules then, and the next
/// call tries again.
pub(super) async fn ready() -> Result<(), String> {
    if is_here() {
        return Ok(());
    }
    let loaded = JsFuture::from(load()).await;
    loaded.map(|_| ()).map_err(|error| {
        LOADING.with_borrow_mut(Option::take);
        let why = error.as_string().unwrap_or_else(|| words::MODEL_NOT_LOADED.into());
        words::names_by_rules_alone(&why)
    })
}

async fn fetched() -> Result<Vec<u8>, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let response: Response = JsFuture::from(window.fetch_with_str(FILE)).await?.dyn_into()?;
    if !response.ok() {
        return Err(words::ServerSaid { status: &response.status(), file: &FILE }.text().into());
    }
    let buffer: ArrayBuffer = JsFuture::from(response.array_buffer()?).await?.dyn_into()?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// The model that the page brought along.
fn embedded() -> Option<Vec<u8>> {
    let window = web_sys::window()?;
    let text = window.document()?.get_element_by_id(ELEMENT)?.text_content()?;
    // Each character of the result is one byte.
    let bytes = window.atob(text.trim()).ok()?;
    Some(bytes.chars().map(|c| c as u8).collect())
}
