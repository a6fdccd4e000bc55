//! From what a reader found in a file to a document, the same for every format.
//!
//! Each annotation gets an id of its own and a place: what offsets count is settled by the quotes, changed line ends are
//! followed, and what has no place becomes an orphan. Relations are tied, and labels and entities that nothing lists are
//! added. So no file can break what a document promises, whichever program wrote it.

mod annotations;
mod ids;
mod notes;
mod place;
mod relations;
mod unlisted;

pub(super) use annotations::{Found, put};
pub(super) use ids::{Ids, derived, sha256_hex};
pub(super) use notes::{Notes, UNKNOWN_LABEL, short};
pub(super) use relations::relate;
pub(super) use unlisted::{NO_COLOR, add_unlisted};
