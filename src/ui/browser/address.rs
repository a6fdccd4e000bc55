//! The address of the page, what stands behind its `#`, and what the browser remembers with it.

use serde_json::{Value as Json, json};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// What stands behind the `#`, with it; empty where nothing does.
pub(crate) fn fragment() -> String {
    web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// The address without what stands behind the `#`.
pub(crate) fn page_address() -> String {
    let href = web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    href.split('#').next().unwrap_or_default().to_owned()
}

/// Puts a place of the page behind the `#`: as a new step of the list of pages that were visited, or in
/// place of the present one, whose memory it keeps where it is the same place.
pub(crate) fn show_place(place: &str, is_step: bool) {
    let Some(history) = web_sys::window().and_then(|window| window.history().ok()) else { return };
    if fragment() == place {
        return;
    }
    // Without it the address stays behind; nothing else does.
    let _ = match is_step {
        true => history.push_state_with_url(&JsValue::NULL, "", Some(place)),
        false => {
            let state = history.state().unwrap_or(JsValue::NULL);
            history.replace_state_with_url(&state, "", Some(place))
        }
    };
}

/// Where a person was when a step of the list of visited pages was left; the browser keeps it with the
/// step, over a reload, too.
#[derive(Clone, PartialEq, Debug, Default)]
pub(crate) struct Remembered {
    /// The id of the selected mark.
    pub(crate) mark: Option<String>,
    /// How far the view was scrolled, in CSS pixels.
    pub(crate) top: f64,
    /// The first piece of the article that could be seen, and how far above the view it began.
    pub(crate) piece: Option<(usize, f64)>,
}

/// What is remembered of the present step.
pub(crate) fn remembered() -> Option<Remembered> {
    let state = web_sys::window()?.history().ok()?.state().ok()?.as_string()?;
    let state: Json = serde_json::from_str(&state).ok()?;
    let piece =
        || Some((usize::try_from(state.get("piece")?.as_u64()?).ok()?, state.get("above")?.as_f64()?));
    Some(Remembered {
        mark: state.get("mark").and_then(Json::as_str).map(str::to_owned),
        top: state.get("top").and_then(Json::as_f64).unwrap_or_default(),
        piece: piece(),
    })
}

/// Remembers where a person is, with the present step.
pub(crate) fn remember(remembered: &Remembered) {
    let Some(history) = web_sys::window().and_then(|window| window.history().ok()) else { return };
    let Remembered { mark, top, piece } = remembered;
    let (at, above) = piece.unzip();
    let state = json!({"mark": mark, "top": top, "piece": at, "above": above}).to_string();
    // Without it the page begins above after a reload.
    let _ = history.replace_state(&state.into(), "");
}

/// Sets what the tab, the window and bookmarks are called.
pub(crate) fn set_title(title: &str) {
    if let Some(page) = web_sys::window().and_then(|window| window.document()) {
        page.set_title(title);
    }
}

/// Whether the browser hands links on to other programs.
pub(crate) fn can_share() -> bool {
    share_function().is_some()
}

fn share_function() -> Option<js_sys::Function> {
    let navigator = web_sys::window()?.navigator();
    js_sys::Reflect::get(&navigator, &"share".into()).ok()?.dyn_into().ok()
}

/// Hands a link on to another program that the person chooses; `false` where that failed. Calling it off is no failure.
pub(crate) async fn share(title: &str, url: &str) -> bool {
    let (Some(share), Some(window)) = (share_function(), web_sys::window()) else { return false };
    let data = js_sys::Object::new();
    for (name, value) in [("title", title), ("url", url)] {
        // Setting a field of a new object does not fail.
        let _ = js_sys::Reflect::set(&data, &name.into(), &value.into());
    }
    let Ok(promise) = share.call1(&window.navigator(), &data) else { return false };
    match JsFuture::from(promise.unchecked_into::<js_sys::Promise>()).await {
        Ok(_) => true,
        Err(error) => {
            error.dyn_ref::<web_sys::DomException>().is_some_and(|error| error.name() == "AbortError")
        }
    }
}
