//! The address of the page, and what stands behind its `#`.

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

/// Takes what stands behind the `#` out of the address, and out of the list of pages that were visited.
pub(crate) fn forget_fragment() {
    let history = web_sys::window().and_then(|window| window.history().ok());
    if let Some(history) = history {
        // Without it the person is asked again after a reload.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&page_address()));
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
