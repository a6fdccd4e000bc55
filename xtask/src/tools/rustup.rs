//! What of the Rust toolchain is not there from the start.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::cmd;

/// The compilation target of the page.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// Installs the standard library for WebAssembly, unless it is there.
pub(crate) fn wasm_target() -> Result<()> {
    let sysroot = cmd::output(Command::new("rustc").args(["--print", "sysroot"]).current_dir(cmd::root()))?;
    if Path::new(sysroot.trim()).join("lib/rustlib").join(WASM).is_dir() {
        return Ok(());
    }
    eprintln!("Installing the Rust target {WASM} (a download of some 20 MB) ...");
    rustup(["target", "add", WASM]).with_context(|| format!("cannot install the Rust target {WASM}"))
}

/// Installs rustfmt and Clippy, unless they are there.
pub(crate) fn components() -> Result<()> {
    for (program, component) in [("cargo-fmt", "rustfmt"), ("cargo-clippy", "clippy")] {
        // rustup puts stand-ins on PATH, whether the component is there or not: ask them.
        if cmd::output(Command::new(program).arg("--version").current_dir(cmd::root())).is_err() {
            eprintln!("Installing the Rust component {component} (a small download) ...");
            rustup(["component", "add", component])
                .with_context(|| format!("cannot install the Rust component {component}"))?;
        }
    }
    Ok(())
}

fn rustup<const N: usize>(args: [&str; N]) -> Result<()> {
    if cmd::which("rustup").is_none() {
        bail!(
            "rustup is not on PATH; install Rust with rustup, or run what does the same as `rustup {}`",
            args.join(" ")
        );
    }
    cmd::run(Command::new("rustup").args(args).current_dir(cmd::root()))
}
