//! File formats: what documents are exported to and imported from.

pub mod newsmark;
