//! Reading ahead of time: a browser begins to run a program with code that it has compiled in haste,
//! and compiles anew what turns out to be used much. That takes a few hundred milliseconds of
//! reading, which the first long article need not wait for.

use std::hint::black_box;

use gloo::timers::future::TimeoutFuture;
use js_sys::Promise;
use wasm_bindgen_futures::JsFuture;

use super::SAMPLE;
use crate::extract::extract;

/// How often the sample is read: more make the first article only a little faster.
const ROUNDS: usize = 16;

/// How long to wait where the browser does not say when it is idle, in milliseconds.
const PAUSE: u32 = 100;

/// Reads the sample a few times while nothing else is to be done.
pub(super) async fn warm_up() {
    for _ in 0..ROUNDS {
        idle().await;
        black_box(extract(black_box(SAMPLE), None));
    }
}

/// Waits until the browser has nothing to do.
async fn idle() {
    let mut is_told = false;
    let idle = Promise::new(&mut |resolve, _| {
        let window = web_sys::window();
        is_told = window.is_some_and(|window| window.request_idle_callback(&resolve).is_ok());
    });
    if is_told {
        drop(JsFuture::from(idle).await);
    } else {
        TimeoutFuture::new(PAUSE).await;
    }
}
