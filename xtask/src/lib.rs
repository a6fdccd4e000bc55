//! The part of xtask that the browser tests use too.

pub mod static_server;
pub mod webdriver;
