//! Tools that are crates: compiled by `cargo install`.

use std::path::Path;

use anyhow::Result;

use crate::{cmd, tools};

/// Compiles a crate's programs into `root/bin`.
///
/// All crates share one build folder: they have dependencies in common, and an interrupted build
/// goes on where it stopped. [`remove_build_folder`] removes it when all are there.
pub(crate) fn install(name: &str, version: &str, locked: bool, root: &Path) -> Result<()> {
    let tools = tools::folder()?;
    let mut command = cmd::cargo(["install", name, "--version", version, "--no-track", "--root"]);
    command.arg(root);
    if locked {
        command.arg("--locked");
    }
    // Not in the repository: its Cargo configuration is for the product.
    command.current_dir(&tools).env("CARGO_TARGET_DIR", tools.join("build"));
    // On PATH, so that Cargo does not advise people to put it there.
    command.env("PATH", cmd::path_with(vec![root.join("bin")])?);
    cmd::run(&mut command)
}

/// Removes the shared build folder: hundreds of megabytes that only an installation needs.
pub(crate) fn remove_build_folder() -> Result<()> {
    tools::remove(&tools::folder()?.join("build"))
}
