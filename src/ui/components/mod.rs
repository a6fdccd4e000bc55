//! The pieces of the page, one a file; each root has its own CSS class.

mod annotations;
mod article;
mod articles;
mod backup;
mod days;
mod details;
mod dialog;
mod export;
mod help;
mod hidden;
mod import;
mod inspector;
mod label_menu;
mod legend;
mod notice;
mod orphans;
mod section;
mod shared;
mod storage;
mod toolbar;

pub(super) use annotations::Annotations;
pub(super) use article::{ARTICLE_ID, Article};
pub(super) use articles::Articles;
pub(super) use backup::BackupHint;
pub(super) use details::Details;
pub(super) use help::Help;
pub(super) use import::{Import, drop_files};
pub(super) use inspector::Inspector;
pub(super) use label_menu::LabelMenu;
pub(super) use legend::Legend;
pub(super) use notice::NoticeBar;
pub(super) use orphans::Orphans;
pub(super) use shared::Shared;
pub(super) use storage::Storage;
pub(super) use toolbar::Toolbar;
