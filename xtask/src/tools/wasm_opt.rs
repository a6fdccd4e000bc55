//! `wasm-opt`, which makes the WebAssembly smaller; the one tool that a build can do without.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Result, bail};

use crate::cmd;
use crate::tools::Tool;

/// The version of Binaryen that `Trunk.toml` asks for.
pub(crate) const VERSION: &str = "132";

/// The folder with the `wasm-opt` program; an error says why there is none.
pub(crate) fn bin() -> Result<PathBuf> {
    let tool = Tool { name: "wasm-opt", version: VERSION, bin: "node_modules/.bin" };
    if tool.find().is_none() && cmd::which("npm").is_none() {
        bail!("it is not installed, and neither is npm, which could bring it");
    }
    tool.find_or_install("from npm; about 100 MB, under a minute", |root| {
        let mut npm = Command::new("npm");
        npm.args(["install", "--no-audit", "--no-fund", "--no-save", "--loglevel=error", "--prefix"]);
        npm.arg(root).arg(format!("binaryen@{VERSION}"));
        cmd::run(&mut npm)
    })
}

/// The same, or a warning.
pub(crate) fn bin_or_warning() -> Option<PathBuf> {
    bin()
        .inspect_err(|error| {
            eprintln!(
                "warning: building without wasm-opt: {error:#}.\n\
                 All works all the same, but the WebAssembly is about two thirds larger."
            );
        })
        .ok()
}
