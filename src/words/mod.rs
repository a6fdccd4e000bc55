//! What the page says, all in one place: `en`, of which `build.rs` makes a constant or a function for each message.
//!
//! Who translates the page writes another such file with the same names; who changes a sentence changes it there. Names of
//! formats, currencies and units, values for people ([`crate::value::Value::describe`]) and errors stay with what they are
//! about.

// The command line says none of this; for the page, a message that nobody uses is an error.
#![cfg_attr(not(all(feature = "page", target_arch = "wasm32")), allow(dead_code))]

include!(concat!(env!("OUT_DIR"), "/words.rs"));

/// A number as people write it in English: 12,345.
pub(crate) fn grouped(number: usize) -> String {
    crate::text::grouped(&number.to_string())
}
