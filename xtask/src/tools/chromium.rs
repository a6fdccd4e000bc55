//! Chromium and ChromeDriver, for the tests in a browser.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use xtask::webdriver::Driver;

use crate::cmd;
use crate::tools::apt;

const BROWSERS: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];
const DRIVER: &str = "chromedriver";
const ADVICE: &str = "install Chromium (or Google Chrome) and the ChromeDriver of the same major version, \
    so that `chromium --version` and `chromedriver --version` both answer; \
    on Debian: `apt-get install chromium chromium-driver`";

/// A browser and the driver that goes with it.
pub(crate) struct Chromium {
    pub(crate) browser: PathBuf,
    pub(crate) driver: PathBuf,
}

impl Chromium {
    /// Starts the driver.
    pub(crate) fn start(&self) -> Result<Driver> {
        let log = cmd::root().join("target/chromedriver.log");
        Driver::start(&self.driver, &log).with_context(|| format!("cannot start {}", self.driver.display()))
    }
}

/// Finds browser and driver on PATH, or installs Debian's packages where we may.
pub(crate) fn chromium() -> Result<Chromium> {
    if let Ok(found) = find() {
        return Ok(found);
    }
    let wanted = find().err().map_or_else(String::new, |error| error.to_string());
    apt::install("Chromium and ChromeDriver", &["chromium", "chromium-driver"]).context(wanted)?;
    find()
}

fn find() -> Result<Chromium> {
    let browser = BROWSERS.into_iter().find_map(cmd::which);
    let browser = browser.with_context(|| format!("there is no Chromium on PATH: {ADVICE}"))?;
    let driver = cmd::which(DRIVER).with_context(|| format!("there is no {DRIVER} on PATH: {ADVICE}"))?;
    let (theirs, ours) = (major(&browser)?, major(&driver)?);
    if theirs != ours {
        bail!(
            "{} is version {theirs} and {} is version {ours}, which do not work together: {ADVICE}",
            browser.display(),
            driver.display()
        );
    }
    Ok(Chromium { browser, driver })
}

fn major(program: &Path) -> Result<u32> {
    let said = cmd::output(Command::new(program).arg("--version"))?;
    major_in(&said).with_context(|| format!("`{} --version` names no version: {said}", program.display()))
}

/// The first number of the first word that is a version: 156 of `Chromium 156.0.1 built on ...`.
fn major_in(said: &str) -> Option<u32> {
    said.split_whitespace().find_map(|word| word.split_once('.')?.0.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_is_read() {
        assert_eq!(major_in("Chromium 156.0.7300.1 built on Debian GNU/Linux 13"), Some(156));
        assert_eq!(major_in("ChromeDriver 9.5.1 (abc-refs/heads@{#12})"), Some(9));
        assert_eq!(major_in("nothing"), None);
    }
}
