//! Search: in one article, and over a library of them.

mod article;
mod library;

pub use article::{Hits, find};
pub use library::{By, Index, LibraryHit, MarkFilter, Query};
