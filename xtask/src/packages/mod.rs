//! The packages for other languages: `cargo xtask npm` and `cargo xtask python` build them.

pub(crate) mod npm;
pub(crate) mod python;
