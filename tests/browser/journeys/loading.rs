//! What the page says when the program cannot start.

use anyhow::Result;
use serde_json::json;

use crate::page::Page;

const TITLE: &str = "Newsmark could not start";

/// The module that starts the program is not there.
pub(crate) async fn says_when_a_module_is_missing(page: Page) -> Result<()> {
    page.site.damage(("start-", ".js"), |_| None)?;
    page.open_path("").await?;
    page.wait_for_text("alert", TITLE).await?;
    page.wait_for_text("alert", "did not arrive").await?;
    page.screenshots("failure").await
}

/// The module that goes with the WebAssembly is not there.
pub(crate) async fn says_when_the_binding_is_missing(page: Page) -> Result<()> {
    page.site.damage(("newsmark-web-", ".js"), |_| None)?;
    page.open_path("").await?;
    page.wait_for_text("alert", TITLE).await?;
    page.wait_for_text("alert", "did not arrive").await
}

/// The WebAssembly is not there.
pub(crate) async fn says_when_the_program_is_missing(page: Page) -> Result<()> {
    page.site.damage(("newsmark-web-", ".wasm"), |_| None)?;
    page.open_path("").await?;
    page.wait_for_text("alert", TITLE).await?;
    page.wait_for_text("alert", "did not arrive").await
}

/// Half of the WebAssembly is there.
pub(crate) async fn says_when_the_program_is_cut_short(page: Page) -> Result<()> {
    page.site.damage(("newsmark-web-", ".wasm"), |bytes| Some(bytes[..bytes.len() / 2].to_vec()))?;
    page.open_path("").await?;
    page.wait_for_text("alert", TITLE).await
}

/// The browser has no WebAssembly, as in some hardened profiles.
pub(crate) async fn says_when_webassembly_is_off(page: Page) -> Result<()> {
    let script = json!({ "source": "delete window.WebAssembly" });
    page.driver.cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", script).await?;
    page.open_path("").await?;
    page.wait_for_text("alert", "no WebAssembly").await
}

/// The page is opened by a double click on `index.html`.
pub(crate) async fn says_when_opened_from_a_folder(page: Page) -> Result<()> {
    page.driver.goto(format!("file://{}", page.site.file("index.html").display())).await?;
    page.wait_for_text("alert", "straight from a folder").await
}
