//! Packages from npm, in the cache of tools.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::cmd;
use crate::tools::folder;

/// A folder of this name that has these packages, with their versions, in its `node_modules`.
pub(crate) fn install(name: &str, packages: &[&str]) -> Result<PathBuf> {
    let root = folder()?.join(name);
    let done = root.join("done");
    if !done.is_file() {
        eprintln!("Installing {} into {} (from npm) ...", packages.join(", "), root.display());
        fs::create_dir_all(&root).with_context(|| format!("cannot create {}", root.display()))?;
        let mut npm = Command::new("npm");
        npm.args(["install", "--no-audit", "--no-fund", "--no-save", "--loglevel=error", "--prefix"]);
        cmd::run(npm.arg(&root).args(packages))?;
        fs::write(&done, "").with_context(|| format!("cannot write {}", done.display()))?;
    }
    Ok(root)
}
