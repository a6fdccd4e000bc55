use js_sys::Reflect;
use wasm_bindgen_futures::JsFuture;
use web_sys::StorageManager;

/// Whether the browser keeps what we store even when its disk is full.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Persistence {
    /// Nobody has asked.
    Unknown,
    /// It does.
    Granted,
    /// It was asked, and does not.
    Denied,
    /// It cannot be asked.
    Absent,
}

/// How it stands, without asking for more.
pub(crate) async fn persistence() -> Persistence {
    let Some(storage) = storage() else { return Persistence::Absent };
    let Ok(answer) = storage.persisted() else { return Persistence::Absent };
    match JsFuture::from(answer).await {
        Ok(is_kept) if is_kept.is_truthy() => Persistence::Granted,
        Ok(_) => Persistence::Unknown,
        Err(_) => Persistence::Absent,
    }
}

/// Asks the browser to keep it; some ask the person.
pub(crate) async fn ask_to_persist() -> Persistence {
    let Some(storage) = storage() else { return Persistence::Absent };
    let Ok(answer) = storage.persist() else { return Persistence::Absent };
    match JsFuture::from(answer).await {
        Ok(is_kept) if is_kept.is_truthy() => Persistence::Granted,
        Ok(_) => Persistence::Denied,
        Err(_) => Persistence::Absent,
    }
}

/// Absent on pages that are not served securely.
fn storage() -> Option<StorageManager> {
    let navigator = web_sys::window()?.navigator();
    let is_there = Reflect::get(&navigator, &"storage".into()).is_ok_and(|storage| storage.is_object());
    is_there.then(|| navigator.storage())
}
