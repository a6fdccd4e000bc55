//! `cargo xtask check`: what a reviewer should not have to look for.

use anyhow::{Context, Result};

use crate::cmd::{cargo, run};
use crate::tools::rustup::{self, WASM};

/// Formatting, lints and documentation; for this machine, and for the browser where it differs.
pub(crate) fn check() -> Result<()> {
    rustup::components()?;
    rustup::wasm_target()?;

    run(&mut cargo(["fmt", "--all", "--check"])).context("`cargo fmt --all` puts the formatting right")?;

    let page = ["--target", WASM, "--lib", "--bin", "newsmark-web"];
    let strict = ["--", "-D", "warnings"];
    run(cargo(["clippy", "--workspace", "--all-targets"]).args(strict))?;
    run(cargo(["clippy"]).args(page).args(strict))?;

    let strict = ("RUSTDOCFLAGS", "-D warnings");
    run(cargo(["doc", "--no-deps", "--workspace"]).envs([strict]))?;
    run(cargo(["doc", "--no-deps"]).args(page).envs([strict]))
}
