//! A browser session: headless, with a profile of its own, on this machine only.

use std::env;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result};
use tempfile::TempDir;
use thirtyfour::common::capabilities::chromium::ChromiumLikeCapabilities;
use thirtyfour::common::capabilities::firefox::FirefoxPreferences;
use thirtyfour::{CapabilitiesHelper, DesiredCapabilities, LoggingPrefsLogLevel, WebDriver};
use xtask::webdriver::Driver;

/// Which browser.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Browser {
    Chromium,
    Firefox,
}

/// How the browser is set up.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Profile {
    /// As it comes.
    Usual,
    /// Pages may store nothing, as people set who block all cookies.
    WithoutStorage,
    /// With the extension.
    Extended,
    /// A viewport as wide as the narrowest telephones: [`NARROW`].
    Narrow,
}

/// The viewport of [`Profile::Narrow`] in CSS pixels, to which WCAG 2.2 wants pages to reflow (1.4.10).
pub(crate) const NARROW: (u32, u32) = (320, 640);

/// Where the parts are; `cargo xtask test` sets the variables.
pub(crate) struct Settings {
    /// `NEWSMARK_DIST`: the folder with the built page.
    pub(crate) dist: PathBuf,
    pub(crate) browser: Browser,
    /// `NEWSMARK_CHROMIUM`, if it is not the one that ChromeDriver finds, or `NEWSMARK_FIREFOX`.
    binary: Option<String>,
    /// The address of a running driver: `NEWSMARK_WEBDRIVER`, or that of a geckodriver that was started
    /// for these settings, since one has but one session.
    driver: String,
    _geckodriver: Option<Arc<Driver>>,
}

impl Settings {
    /// Reads the variables, or says why there can be no journey.
    pub(crate) fn from_environment(browser: Browser) -> Result<Self, String> {
        let variable = |name: &str| env::var(name).ok().filter(|value| !value.is_empty());
        let needed = |name: &str| {
            variable(name).ok_or_else(|| format!("{name} is not set; `cargo xtask test` runs the browser"))
        };
        let dist = needed("NEWSMARK_DIST")?.into();
        Ok(match browser {
            Browser::Chromium => Self {
                dist,
                browser,
                binary: variable("NEWSMARK_CHROMIUM"),
                driver: needed("NEWSMARK_WEBDRIVER")?,
                _geckodriver: None,
            },
            Browser::Firefox => {
                let program = needed("NEWSMARK_GECKODRIVER")?;
                let log = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/geckodriver.log");
                // So that the extension's button can be pressed, which is in no page.
                let arguments = ["--allow-system-access", "--websocket-port=0"];
                let driver = Driver::start_with(Path::new(&program), &arguments, &log)
                    .map_err(|error| error.to_string())?;
                Self {
                    dist,
                    browser,
                    binary: variable("NEWSMARK_FIREFOX"),
                    driver: driver.url(),
                    _geckodriver: Some(Arc::new(driver)),
                }
            }
        })
    }
}

/// `NEWSMARK_EXTENSION`: the folder with the built extension.
pub(crate) fn extension() -> Option<PathBuf> {
    env::var("NEWSMARK_EXTENSION").ok().filter(|path| !path.is_empty()).map(PathBuf::from)
}

/// Starts a session; the folder holds its profile and its `downloads`, and goes when dropped.
pub(crate) async fn start(settings: &Settings, profile: Profile) -> Result<(WebDriver, TempDir)> {
    let folder = TempDir::with_prefix("newsmark-browser-").context("cannot make a profile folder")?;
    let downloads = folder.path().join("downloads");
    std::fs::create_dir(&downloads).context("cannot make a download folder")?;
    let driver = match settings.browser {
        Browser::Chromium => start_in(settings, profile, folder.path()).await?,
        Browser::Firefox => start_firefox(settings, profile, folder.path()).await?,
    };
    Ok((driver, folder))
}

/// Starts Firefox on a new profile in a folder.
async fn start_firefox(settings: &Settings, profile: Profile, folder: &Path) -> Result<WebDriver> {
    let downloads = folder.join("downloads");
    let mut options = DesiredCapabilities::firefox();
    if let Some(browser) = &settings.binary {
        options.set_firefox_binary(browser)?;
    }
    options.set_headless()?;
    if profile == Profile::Extended {
        // Its log of requests.
        options.enable_bidi()?;
    }
    let mut preferences = FirefoxPreferences::new();
    preferences.set("intl.accept_languages", "en-GB, en")?;
    preferences.set("browser.download.folderList", 2)?;
    preferences.set("browser.download.dir", downloads)?;
    preferences.set("browser.download.useDownloadDir", true)?;
    preferences.set("browser.download.always_ask_before_handling_new_types", false)?;
    // Nothing but this machine: whatever else a page asked for, it would not get.
    preferences.set("network.proxy.type", 1)?;
    for kind in ["http", "ssl"] {
        preferences.set(&format!("network.proxy.{kind}"), "127.0.0.1")?;
        preferences.set(&format!("network.proxy.{kind}_port"), 9)?;
    }
    preferences.set("network.proxy.no_proxies_on", "127.0.0.1")?;
    let (width, height) = if profile == Profile::Narrow { NARROW } else { (1280, 900) };
    if profile == Profile::WithoutStorage {
        preferences.set("network.cookie.cookieBehavior", 2)?;
    }
    // Windows have a least width, which a style sheet for them takes away.
    preferences.set("toolkit.legacyUserProfileCustomizations.stylesheets", true)?;
    let own = folder.join("profile");
    std::fs::create_dir_all(own.join("chrome")).context("cannot make a profile folder")?;
    std::fs::write(own.join("chrome/userChrome.css"), ":root { min-width: 0 !important; }")
        .context("cannot write into the profile folder")?;
    options.add_arg("-profile")?;
    options.add_arg(own.to_str().context("the profile folder is no UTF-8")?)?;
    options.set_preferences(preferences)?;
    options.add_arg(&format!("--width={width}"))?;
    options.add_arg(&format!("--height={height}"))?;
    WebDriver::new(&settings.driver, options)
        .await
        .with_context(|| format!("geckodriver at {} started no browser", settings.driver))
}

/// Starts Chromium on the profile in a folder, which may have been used before.
pub(crate) async fn start_in(settings: &Settings, profile: Profile, folder: &Path) -> Result<WebDriver> {
    let downloads = folder.join("downloads");
    let mut options = DesiredCapabilities::chrome();
    if let Some(browser) = &settings.binary {
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
    if let (Profile::Extended, Some(folder)) = (profile, extension()) {
        let folder = folder.display();
        options.add_arg(&format!("--load-extension={folder}"))?;
        options.add_arg(&format!("--disable-extensions-except={folder}"))?;
        options.add_arg("--disable-features=DisableLoadExtensionCommandLineSwitch")?;
        // So that its button can be pressed as a person presses it.
        options.add_arg("--enable-unsafe-extension-debugging")?;
        options.add_experimental_option("enableExtensionTargets", true)?;
    }
    options.add_arg(&format!("--user-data-dir={}", folder.join("profile").display()))?;
    options.add_experimental_option(
        "prefs",
        serde_json::json!({
            "download.default_directory": downloads,
            "download.prompt_for_download": false,
            // 1 allows, 2 blocks.
            "profile.default_content_setting_values.cookies": if profile == Profile::WithoutStorage { 2 } else { 1 },
        }),
    )?;
    options.set_browser_log_level(LoggingPrefsLogLevel::All)?;
    // Every request, see `watch`.
    options.set_logging_prefs("performance", LoggingPrefsLogLevel::All)?;

    WebDriver::new(&settings.driver, options)
        .await
        .with_context(|| format!("ChromeDriver at {} started no browser", settings.driver))
}
