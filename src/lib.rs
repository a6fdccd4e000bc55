//! Newsmark's library: everything but the browser.

pub mod annotation;
#[cfg(not(target_arch = "wasm32"))]
pub mod cli;
pub mod document;
pub mod extract;
pub mod formats;
pub mod label;
pub mod text;
pub mod value;
