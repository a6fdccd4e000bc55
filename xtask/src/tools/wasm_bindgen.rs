//! The `wasm-bindgen` program, whose version must be that of the crate in `Cargo.lock`.

use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::cmd;
use crate::tools::{Tool, cargo_install};

/// The folder with the `wasm-bindgen` program.
pub(crate) fn bin() -> Result<PathBuf> {
    let version = version()?;
    let tool = Tool { name: "wasm-bindgen", version: &version, bin: "bin" };
    tool.find_or_install("compiled once; about four minutes on two cores", |root| {
        cargo_install::install("wasm-bindgen-cli", &version, true, root).or_else(|error| {
            eprintln!("{error:#}\nTrying once more, with the newest fitting dependencies ...");
            cargo_install::install("wasm-bindgen-cli", &version, false, root)
        })
    })
}

/// The version of the wasm-bindgen crate in `Cargo.lock`.
fn version() -> Result<String> {
    let id = cmd::output(&mut cmd::cargo(["pkgid", "wasm-bindgen"]))
        .context("cannot read the version of wasm-bindgen from Cargo.lock")?;
    let (_, version) = id
        .trim()
        .rsplit_once('@')
        .with_context(|| format!("`cargo pkgid wasm-bindgen` printed no version: {id}"))?;
    Ok(version.to_string())
}
