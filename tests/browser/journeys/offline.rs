//! The page without a server: after the first visit, and from one file.

use std::fs;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use super::main_job::does_the_main_job;
use crate::check;
use crate::page::Page;

/// Once visited, below a folder of the server too, the page starts and does its job without it.
pub(crate) async fn without_a_server(mut page: Page) -> Result<()> {
    page.site.copy_into("newsmark")?;
    page.home = format!("{}newsmark/", page.site.url());
    page.open().await?;
    wait_for_worker(&page).await?;
    check(!page.site.requests().iter().any(|request| request.status >= 400), "all files are there")?;
    page.site.stop();

    page.open_path("newsmark/index.html").await?;
    started(&page).await?;
    does_the_main_job(page).await
}

/// A new version is fetched beside the old one, offered, and taken when the person says so.
pub(crate) async fn offers_an_update(page: Page) -> Result<()> {
    page.open().await?;
    wait_for_worker(&page).await?;
    page.click("Try the sample").await?;
    page.wait_for_text("status", "Saved").await?;
    let count = marks(&page).await?;

    publish(&page)?;
    page.open().await?;
    page.wait_for("the offer", async || Ok(page.find_all("button", "Reload now").await?.pop())).await?;
    check(!is_new(&page).await?, "the page that is open stays as it was")?;
    page.wait_for("the marks", async || Ok((marks(&page).await? == count).then_some(()))).await?;
    page.screenshots("update").await?;

    page.click("Reload now").await?;
    page.wait_for("the new version", async || Ok(is_new(&page).await?.then_some(()))).await?;
    page.wait_for("the marks", async || Ok((marks(&page).await? == count).then_some(()))).await?;
    let caches = "return (async () => (await caches.keys()).length)()";
    page.wait_for("the old version to go", async || {
        Ok((page.js::<usize>(caches, &[]).await? == 1).then_some(()))
    })
    .await
}

/// A double click on the one file is enough.
pub(crate) async fn from_one_file(mut page: Page) -> Result<()> {
    page.site.stop();
    page.home = format!("file://{}", page.site.file("newsmark.html").display());
    does_the_main_job(page).await
}

/// Puts another version of the page on the server: another document, and the list that says so.
fn publish(page: &Page) -> Result<()> {
    let (index, worker) = (page.site.file("index.html"), page.site.file("sw.js"));
    let old = fs::read_to_string(&index)?;
    let new = old.replacen("<html", "<html data-new", 1);
    let list = fs::read_to_string(&worker)?;
    let changed = list.replace(&digest(&old), &digest(&new));
    check(changed != list, "the list has the digest of index.html")?;
    fs::write(&index, new)?;
    fs::write(&worker, changed).context("cannot write the service worker")
}

fn digest(text: &str) -> String {
    Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect()
}

async fn started(page: &Page) -> Result<()> {
    page.wait_for("the program to start", async || {
        Ok(page.js::<bool>("return 'wasmBindings' in window", &[]).await?.then_some(()))
    })
    .await
}

/// Waits until all files have been fetched and the worker is in charge.
pub(crate) async fn wait_for_worker(page: &Page) -> Result<()> {
    page.wait_for("the service worker", async || {
        Ok(page.js::<bool>("return navigator.serviceWorker.controller !== null", &[]).await?.then_some(()))
    })
    .await
}

async fn marks(page: &Page) -> Result<usize> {
    page.js("return document.querySelectorAll('mark').length", &[]).await
}

async fn is_new(page: &Page) -> Result<bool> {
    page.js("return 'new' in document.documentElement.dataset", &[]).await
}
