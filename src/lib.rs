//! Newsmark's library: everything but the browser.

pub mod annotation;
pub mod document;
pub mod edit;
pub mod extract;
pub mod formats;
pub mod label;
pub mod runs;
pub mod store;
pub mod text;
pub mod value;
pub mod workspace;
