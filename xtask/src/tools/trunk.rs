//! Trunk, which turns `index.html` and the program into static files.

use std::path::PathBuf;

use anyhow::Result;

use crate::tools::{Tool, cargo_install};

/// The version that `Trunk.toml` asks for.
///
/// 0.22 needs a newer compiler than we do.
pub(crate) const VERSION: &str = "0.21.14";

/// The folder with the `trunk` program.
pub(crate) fn bin() -> Result<PathBuf> {
    let tool = Tool { name: "trunk", version: VERSION, bin: "bin" };
    tool.find_or_install("compiled once; about ten minutes on two cores", |root| {
        cargo_install::install("trunk", VERSION, true, root)
    })
}
