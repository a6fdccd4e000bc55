//! A browser session: headless, with a profile of its own, on this machine only.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use tempfile::TempDir;
use thirtyfour::common::capabilities::chromium::ChromiumLikeCapabilities;
use thirtyfour::{DesiredCapabilities, LoggingPrefsLogLevel, WebDriver};

/// How the browser is set up.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Profile {
    /// As it comes.
    Usual,
    /// Pages may store nothing, as people set who block all cookies.
    WithoutStorage,
}

/// Where the parts are; `cargo xtask test` sets the variables.
pub(crate) struct Settings {
    /// `NEWSMARK_DIST`: the folder with the built page.
    pub(crate) dist: PathBuf,
    /// `NEWSMARK_WEBDRIVER`: the address of a running ChromeDriver.
    driver: String,
    /// `NEWSMARK_CHROMIUM`: the browser, if it is not the one that ChromeDriver finds.
    browser: Option<String>,
}

impl Settings {
    /// Reads the variables, or says why there can be no journey.
    pub(crate) fn from_environment() -> Result<Self, String> {
        let variable = |name: &str| env::var(name).ok().filter(|value| !value.is_empty());
        let needed = |name: &str| {
            variable(name).ok_or_else(|| format!("{name} is not set; `cargo xtask test` runs the browser"))
        };
        Ok(Self {
            dist: needed("NEWSMARK_DIST")?.into(),
            driver: needed("NEWSMARK_WEBDRIVER")?,
            browser: variable("NEWSMARK_CHROMIUM"),
        })
    }
}

/// Starts a session; the folder holds its profile and its `downloads`, and goes when dropped.
pub(crate) async fn start(settings: &Settings, profile: Profile) -> Result<(WebDriver, TempDir)> {
    let folder = TempDir::with_prefix("newsmark-browser-").context("cannot make a profile folder")?;
    let downloads = folder.path().join("downloads");
    std::fs::create_dir(&downloads).context("cannot make a download folder")?;
    let driver = start_in(settings, profile, folder.path()).await?;
    Ok((driver, folder))
}

/// Starts a session on the profile in a folder, which may have been used before.
pub(crate) async fn start_in(settings: &Settings, profile: Profile, folder: &Path) -> Result<WebDriver> {
    let downloads = folder.join("downloads");
    let mut options = DesiredCapabilities::chrome();
    if let Some(browser) = &settings.browser {
        options.set_binary(browser)?;
    }
    for flag in [
        "--headless",
        // Chromium refuses its sandbox to root, as whom containers run.
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        "--no-proxy-server",
        "--window-size=1280,900",
        "--lang=en-GB",
        // Nothing but this machine: whatever else a page asked for, it would not get.
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    ] {
        options.add_arg(flag)?;
    }
    options.add_arg(&format!("--user-data-dir={}", folder.join("profile").display()))?;
    options.add_experimental_option(
        "prefs",
        serde_json::json!({
            "download.default_directory": downloads,
            "download.prompt_for_download": false,
            // 1 allows, 2 blocks.
            "profile.default_content_setting_values.cookies": if profile == Profile::Usual { 1 } else { 2 },
        }),
    )?;
    options.set_browser_log_level(LoggingPrefsLogLevel::All)?;
    // Every request, see `watch`.
    options.set_logging_prefs("performance", LoggingPrefsLogLevel::All)?;

    WebDriver::new(&settings.driver, options)
        .await
        .with_context(|| format!("ChromeDriver at {} started no browser", settings.driver))
}
