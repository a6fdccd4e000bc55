//! Reading ahead of time: a browser begins to run a program with code that it has compiled in haste,
//! and compiles anew what turns out to be used much. That takes some hundred milliseconds of reading,
//! which the first long article need not wait for.

use std::hint::black_box;

use gloo::timers::future::TimeoutFuture;
use js_sys::Promise;
use wasm_bindgen_futures::JsFuture;

use super::SAMPLE;
use crate::extract::extract;

/// How long the page is left alone first, in milliseconds: starting takes all that a slow machine has,
/// and nobody pastes an article any sooner.
const REST: u32 = 3_000;

/// How long to read in all, and how long in one go, so that whoever begins to type is not kept
/// waiting; in milliseconds.
const IN_ALL: f64 = 250.0;
const AT_ONCE: f64 = 6.0;

/// How long to wait where the browser does not say when it is idle, in milliseconds.
const PAUSE: u32 = 50;

/// Reads the sample, piece by piece and again and again, while nothing else is to be done.
pub(super) async fn warm_up() {
    TimeoutFuture::new(REST).await;
    let Some(clock) = web_sys::window().and_then(|window| window.performance()) else { return };
    let mut pieces = SAMPLE.split("\n\n").cycle();
    let mut spent = 0.0;
    while spent < IN_ALL {
        idle().await;
        let start = clock.now();
        while clock.now() - start < AT_ONCE {
            black_box(extract(black_box(pieces.next().unwrap_or(SAMPLE)), None));
        }
        spent += clock.now() - start;
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
