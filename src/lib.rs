//! Newsmark's library: everything but the browser.

pub mod annotation;
#[cfg(not(target_arch = "wasm32"))]
pub mod cli;
pub mod document;
pub mod edit;
pub mod extract;
pub mod formats;
pub mod label;
pub mod runs;
pub mod store;
pub mod text;
#[cfg(target_arch = "wasm32")]
pub mod ui;
pub mod value;
pub mod workspace;
