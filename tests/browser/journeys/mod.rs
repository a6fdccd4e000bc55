//! The journeys, a file for each part of the page.

pub(crate) mod harness;
pub(crate) mod loading;
pub(crate) mod opening;
