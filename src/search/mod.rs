//! Search: in one article, and over a library of them, also for those of one event.

mod article;
mod event;
mod library;
mod passage;

pub use article::{Hits, Searchable, find};
pub use library::{By, Index, LibraryHit, MarkFilter, Query};
pub use passage::{Passage, passages};
