//! Newsmark JSON, version 1: the file that people share.

mod value;

pub use value::{value_from_json, value_to_json};
