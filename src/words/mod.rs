//! What the page says, all in one place: `en`, of which `build.rs` makes a constant, a function or a structure for each
//! message.
//!
//! To translate the page, write another such folder with the same names; to change a sentence, change it there. Names of
//! formats, labels, currencies and units, values for people ([`crate::value::Value::describe`]) and the small faults that
//! importing reports stay with what they are about.

// The command line says little of this; for the page, a message that nobody uses is an error.
#![cfg_attr(not(all(feature = "page", target_arch = "wasm32")), allow(dead_code))]

include!(concat!(env!("OUT_DIR"), "/words.rs"));

/// A number as people write it in English: 12,345.
pub(crate) fn grouped(number: usize) -> String {
    crate::text::grouped(&number.to_string())
}
