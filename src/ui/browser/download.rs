use gloo::file::{Blob, ObjectUrl};
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlAnchorElement;

/// How long the browser may take to fetch what it downloads, in milliseconds.
const FETCHED_AFTER: u32 = 60_000;

/// Offers `content` as a file to save. `None` where the browser has no page to do it in.
pub(crate) fn download(file_name: &str, media_type: &str, content: &[u8]) -> Option<()> {
    let document = web_sys::window()?.document()?;
    let url = ObjectUrl::from(Blob::new_with_options(content, Some(media_type)));
    let anchor: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    anchor.set_href(&url);
    anchor.set_download(file_name);
    anchor.click();
    // The address is revoked when it is dropped; the download may begin only after this call.
    Timeout::new(FETCHED_AFTER, move || drop(url)).forget();
    Some(())
}

/// Puts `text` on the clipboard; `false` where the browser does not let us.
pub(crate) async fn copy_text(text: &str) -> bool {
    let Some(window) = web_sys::window() else { return false };
    // Absent on pages that are not served securely.
    let clipboard = js_sys::Reflect::get(&window.navigator(), &"clipboard".into());
    if clipboard.is_ok_and(|clipboard| clipboard.is_undefined()) {
        return false;
    }
    JsFuture::from(window.navigator().clipboard().write_text(text)).await.is_ok()
}
