//! axe-core, which looks for faults that keep people with assistive technology out; for the tests in a
//! browser, which can do without.

use std::path::PathBuf;

use anyhow::Result;

use crate::cmd;
use crate::tools::{folder, npm_packages};

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
    npm_packages::install(&format!("axe-core-{VERSION}"), &[&format!("axe-core@{VERSION}")])?;
    Ok(script.is_file().then_some(script))
}
