//! Trunk, which turns `index.html` and the program into static files.

use std::path::PathBuf;

use anyhow::Result;

use crate::tools::{Tool, cargo_install};

/// The version that `Trunk.toml` asks for.
///
/// 0.22 needs a newer compiler than we do.
pub(crate) const VERSION: &str = "0.21.14";

const TOOL: Tool<'_> = Tool { name: "trunk", version: VERSION, bin: "bin" };

/// The folder with the `trunk` program, if it is installed.
pub(crate) fn find() -> Option<PathBuf> {
    TOOL.find()
}

/// The folder with the `trunk` program, installed if it is missing.
pub(crate) fn bin() -> Result<PathBuf> {
    TOOL.find_or_install("compiled once; about ten minutes on two cores", |root| {
        cargo_install::install("trunk", VERSION, true, root)
    })
}
