//! Firefox and geckodriver, for the tests in a second browser.

use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::cmd;
use crate::tools::{Tool, apt, cargo_install};

const BROWSERS: [&str; 2] = ["firefox-esr", "firefox"];
const VERSION: &str = "0.37.1";

/// A browser and the program that drives it.
pub(crate) struct Firefox {
    pub(crate) browser: PathBuf,
    pub(crate) driver: PathBuf,
}

/// Finds Firefox on PATH, or installs Debian's package where we may, and geckodriver with cargo;
/// `None`, and says so, where there is no Firefox and no way to get it.
pub(crate) fn firefox() -> Result<Option<Firefox>> {
    let find = || BROWSERS.into_iter().find_map(cmd::which);
    let browser = match find() {
        Some(browser) => browser,
        None if !apt::is_allowed() => {
            eprintln!("There is no Firefox on PATH: the tests in it are left out.");
            return Ok(None);
        }
        None => {
            apt::install("Firefox", &["firefox-esr"])?;
            find().context("there is no Firefox on PATH after its package was installed")?
        }
    };
    let tool = Tool { name: "geckodriver", version: VERSION, bin: "bin" };
    let bin = tool.find_or_install("compiled once; about four minutes on two cores", |root| {
        cargo_install::install("geckodriver", VERSION, true, root)
    })?;
    cargo_install::remove_build_folder()?;
    Ok(Some(Firefox { browser, driver: bin.join("geckodriver") }))
}
