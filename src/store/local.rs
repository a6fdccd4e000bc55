use js_sys::JsString;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomException, Storage};

use super::{Error, Head, Store};

/// The browser's localStorage.
///
/// Looked up anew for each call: access can be forbidden, or cut off, at any time.
#[derive(Default, Debug)]
pub struct LocalStore;

impl Store for LocalStore {
    fn get(&self, key: &str) -> Result<Option<String>, Error> {
        storage()?.get_item(key).map_err(error)
    }

    /// Takes over no more than the line: a library's list reads the heads of a thousand records.
    fn head(&self, key: &str) -> Result<Option<Head>, Error> {
        let value = get_string(&storage()?, key).map_err(error)?;
        Ok(value.map(|value| {
            let units = value.length();
            let end = u32::try_from(value.index_of("\n", 0)).unwrap_or(units);
            let rest = units.saturating_sub(end + 1);
            Head { line: value.slice(0, end).into(), rest: rest as usize, units: units as usize }
        }))
    }

    fn set(&self, key: &str, value: &str) -> Result<(), Error> {
        storage()?.set_item(key, value).map_err(error)
    }

    fn remove(&self, key: &str) -> Result<(), Error> {
        storage()?.remove_item(key).map_err(error)
    }

    fn keys(&self) -> Result<Vec<String>, Error> {
        let storage = storage()?;
        let len = storage.length().map_err(error)?;
        Ok((0..len).filter_map(|index| storage.key(index).ok().flatten()).collect())
    }
}

#[wasm_bindgen]
extern "C" {
    /// A `Storage` whose `getItem` leaves the string where it is.
    type Strings;

    #[wasm_bindgen(method, catch, js_name = getItem)]
    fn get_string(this: &Strings, key: &str) -> Result<JsValue, JsValue>;
}

fn get_string(storage: &Storage, key: &str) -> Result<Option<JsString>, JsValue> {
    Ok(storage.unchecked_ref::<Strings>().get_string(key)?.dyn_into::<JsString>().ok())
}

fn storage() -> Result<Storage, Error> {
    let window = web_sys::window().ok_or_else(|| Error::blocked("no window"))?;
    window.local_storage().map_err(error)?.ok_or_else(|| Error::blocked("no storage"))
}

fn error(thrown: JsValue) -> Error {
    let Some(exception) = thrown.dyn_ref::<DomException>() else {
        return Error::blocked("unknown reason");
    };
    match exception.name().as_str() {
        // Firefox's own name for it came first.
        "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" => Error::full(),
        name => Error::blocked(name),
    }
}
