//! axe-core, which looks for faults that keep people with assistive technology out; for the tests in a
//! browser, which can do without.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::cmd;
use crate::tools::folder;

const VERSION: &str = "4.14.1";

/// The script, from npm where it is not there yet; `None` without npm.
pub(crate) fn axe() -> Result<Option<PathBuf>> {
    let root = folder()?.join(format!("axe-core-{VERSION}"));
    let script = root.join("node_modules/axe-core/axe.min.js");
    if script.is_file() {
        return Ok(Some(script));
    }
    if cmd::which("npm").is_none() {
        eprintln!("Without npm there is no axe-core: accessibility is not tested with it.");
        return Ok(None);
    }
    eprintln!("Installing axe-core {VERSION} into {} (from npm, some seconds) ...", root.display());
    fs::create_dir_all(&root).with_context(|| format!("cannot create the folder {}", root.display()))?;
    let mut npm = Command::new("npm");
    npm.args(["install", "--no-audit", "--no-fund", "--no-save", "--loglevel=error", "--prefix"]);
    npm.arg(&root).arg(format!("axe-core@{VERSION}"));
    cmd::run(&mut npm)?;
    Ok(script.is_file().then_some(script))
}
