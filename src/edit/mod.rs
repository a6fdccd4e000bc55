//! Editing: every change of a document is a [`Command`] with an inverse.
//!
//! [`Command::apply`] is the only way in which an open document changes, so undo, redo, saving and
//! later the merging of two tabs all see the same thing. The functions of [`operations`] make the
//! commands for what people do.

mod command;
pub mod operations;
mod sign;
mod typed_value;

pub use command::{Command, Meta};
pub use sign::sign;
pub use typed_value::{read_typed, read_typed_for, typed_examples};
