//! Views of facts: pure functions of documents, for the page, the command line and exporters.

mod speech;

pub use speech::{Naming, Speech, sources_of, who_said_what};
