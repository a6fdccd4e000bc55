//! What no journey may cause: a request that leaves the page, or one that its policy refuses.

use anyhow::{Result, bail};
use serde_json::Value;

use crate::driver::Browser;
use crate::page::Page;

/// Looks through what the browser has logged since the session began.
pub(crate) async fn check(page: &Page) -> Result<()> {
    // Nothing but Chromium keeps such a log for its driver; Firefox gets no further than this machine.
    if page.browser == Browser::Firefox {
        return Ok(());
    }
    let refused = refusals(page).await?;
    if !refused.is_empty() {
        bail!("the page's policy was broken: {refused:#?}");
    }
    let strangers: Vec<_> = requests(page).await?.into_iter().filter(|url| !is_ours(page, url)).collect();
    if !strangers.is_empty() {
        bail!("requests that leave the page: {strangers:#?}");
    }
    Ok(())
}

/// The addresses that the browser has asked for since the last call, by its own log.
pub(crate) async fn requests(page: &Page) -> Result<Vec<String>> {
    let entries = page.driver.get_log("performance").await?;
    let requests = entries.iter().filter_map(|entry| {
        let entry: Value = serde_json::from_str(&entry.message).ok()?;
        let message = entry.get("message")?;
        let is_request = message.get("method")? == "Network.requestWillBeSent";
        let url = message.pointer("/params/request/url")?.as_str()?;
        is_request.then(|| url.to_owned())
    });
    Ok(requests.collect())
}

/// What the page's policy has refused since the last call.
pub(crate) async fn refusals(page: &Page) -> Result<Vec<String>> {
    let mut said = page.console().await?;
    said.retain(|line| is_refusal(line));
    Ok(said)
}

fn is_refusal(line: &str) -> bool {
    ["Content Security Policy", "Content-Security-Policy", "TrustedHTML", "TrustedScript"]
        .iter()
        .any(|word| line.contains(word))
}

/// Files of the site, and what never leaves the browser.
fn is_ours(page: &Page, url: &str) -> bool {
    url.starts_with(&page.site.url())
        || ["blob:", "data:", "file:", "about:", "chrome:", "chrome-extension:"]
            .iter()
            .any(|scheme| url.starts_with(scheme))
}
