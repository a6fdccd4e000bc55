//! The pages: a new article, and the views of one that is open.

mod check_sheet;
mod comparison;
mod doubts;
mod empty;
mod filters;
mod head;
mod library;
mod library_facts;
mod lost;
mod marked;
mod panes;
mod proof;
mod reader;
mod start;
mod timeline;
mod who_said_what;

pub(super) use check_sheet::CheckSheet;
pub(super) use comparison::CompareView;
pub(super) use library::view_library_page;
pub(super) use library_facts::LibraryFacts;
pub(super) use lost::view_lost;
pub(super) use reader::Reader;
pub(super) use start::Start;
pub(super) use timeline::TimelineView;
pub(super) use who_said_what::WhoSaidWhat;
