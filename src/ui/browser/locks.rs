use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// The lock that all tabs of this address share.
const NAME: &str = "newsmark:store";

#[wasm_bindgen]
extern "C" {
    // Not in web-sys yet, unless asked for by a compiler flag.
    type LockManager;

    #[wasm_bindgen(method, catch)]
    fn request(this: &LockManager, name: &str, callback: &Function) -> Result<Promise, JsValue>;
}

/// Does `work` while no other tab does its own: reading, merging and writing belong together.
///
/// Where the browser has no locks, or refuses them as it does where storage is blocked, the work is
/// done all the same.
pub(crate) fn alone(work: impl FnOnce() + 'static) {
    let work = Rc::new(RefCell::new(Some(work)));
    let run = {
        let work = work.clone();
        move || {
            let work = work.borrow_mut().take();
            if let Some(work) = work {
                work();
            }
        }
    };
    let Some(locks) = locks() else { return run() };
    let callback = {
        let run = run.clone();
        Closure::once_into_js(move |_lock: JsValue| run())
    };
    match locks.request(NAME, callback.unchecked_ref()) {
        Err(_) => run(),
        Ok(done) => spawn_local(async move {
            if JsFuture::from(done).await.is_err() {
                run();
            }
        }),
    }
}

fn locks() -> Option<LockManager> {
    let navigator = web_sys::window()?.navigator();
    let locks = Reflect::get(&navigator, &"locks".into()).ok()?;
    locks.is_object().then(|| locks.unchecked_into())
}
