//! cargo-deny, which checks the crates that we depend on.

use std::path::PathBuf;

use anyhow::Result;

use crate::tools::{Tool, cargo_install};

const VERSION: &str = "0.20.2";

/// The folder with the `cargo-deny` program.
pub(crate) fn bin() -> Result<PathBuf> {
    let tool = Tool { name: "cargo-deny", version: VERSION, bin: "bin" };
    tool.find_or_install("compiled once; about six minutes on two cores", |root| {
        cargo_install::install("cargo-deny", VERSION, true, root)
    })
}
