//! The journeys, a file for each part of the page.

pub(crate) mod access;
pub(crate) mod arrivals;
pub(crate) mod colleagues;
pub(crate) mod crash;
pub(crate) mod editor;
pub(crate) mod extension;
pub(crate) mod facts;
pub(crate) mod harness;
pub(crate) mod keeping;
pub(crate) mod library;
pub(crate) mod loading;
pub(crate) mod long;
pub(crate) mod main_job;
pub(crate) mod names;
pub(crate) mod offline;
pub(crate) mod opening;
pub(crate) mod package;
pub(crate) mod policy;
pub(crate) mod room;
pub(crate) mod tabs;
pub(crate) mod trouble;
pub(crate) mod trust;
