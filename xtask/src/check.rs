//! `cargo xtask check`: what a reviewer should not have to look for.

use std::process::Command;

use anyhow::{Context, Result};

use crate::cmd::{self, cargo, run};
use crate::oldest;
use crate::tools::cargo_deny;
use crate::tools::rustup::{self, WASM};

/// Formatting, lints and documentation, for this machine and for the browser where it differs; then the
/// oldest Rust, and the crates that we depend on.
pub(crate) fn check() -> Result<()> {
    rustup::components()?;
    rustup::wasm_target()?;

    run(&mut cargo(["fmt", "--all", "--check"])).context("`cargo fmt --all` puts the formatting right")?;

    let page = ["--target", WASM, "--lib", "--bin", "newsmark-web"];
    let strict = ["--", "-D", "warnings"];
    run(cargo(["clippy", "--workspace", "--all-targets"]).args(strict))?;
    run(cargo(["clippy", "--features", "parquet", "--bin", "newsmark"]).args(strict))?;
    run(cargo(["clippy"]).args(page).args(strict))?;

    let strict = ("RUSTDOCFLAGS", "-D warnings");
    run(cargo(["doc", "--no-deps", "--workspace"]).envs([strict]))?;
    run(cargo(["doc", "--no-deps"]).args(page).envs([strict]))?;
    oldest::check()?;
    dependencies()
}

/// Licences, doubles, origins and known faults of the crates that we depend on, as `deny.toml` has it.
fn dependencies() -> Result<()> {
    let program = cargo_deny::bin()?.join("cargo-deny");
    let deny = |args: &[&str]| {
        let mut command = Command::new(&program);
        command.current_dir(cmd::root()).arg("--locked").args(args);
        command
    };
    run(&mut deny(&["check", "bans", "licenses", "sources"]))?;
    // The list of known faults is not in the registry, and what has no way to it can still be built.
    match cmd::output(&mut deny(&["fetch", "db"])) {
        Ok(_) => run(&mut deny(&["check", "advisories"])),
        Err(_) => {
            eprintln!(
                "Known faults (advisories) of these crates are not checked: their list cannot be fetched."
            );
            Ok(())
        }
    }
}
