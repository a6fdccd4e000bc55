//! Views of facts: pure functions of documents, for the page, the command line and exporters.

mod speech;

pub use speech::{Naming, Speech, said_by, who_said_what};
