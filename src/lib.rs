//! Newsmark's library: everything but the browser.

pub mod label;
pub mod text;
