//! The two pages: a new article, and one that is open.

mod reader;
mod start;

pub(super) use reader::Reader;
pub(super) use start::Start;
