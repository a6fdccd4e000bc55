//! The helpers themselves, tried on a small page made for the purpose.

use std::fs;

use anyhow::Result;
use serde_json::json;
use thirtyfour::By;

use crate::check;
use crate::page::Page;

const SAMPLE: &str = r##"<!doctype html><html lang="en"><meta charset="utf-8"><title>Sample</title>
    <button onclick="this.nextElementSibling.disabled = false">Start</button>
    <button disabled onclick="document.querySelector('[role=status]').innerText = 'Saved'">
        <svg aria-hidden="true"></svg> Save <kbd aria-hidden="true">S</kbd></button>
    <button aria-label="Save">x</button> <button hidden>Start</button>
    <label>Article <b>text</b> <textarea></textarea></label>
    <h2 id="h">Annotations</h2> <ul aria-labelledby="h"><li>one</li></ul>
    <p role="status"></p> <a id="file" download="notes.txt" href="data:text/plain,Caf%C3%A9">file</a>
    <div role="article"><p>Café 📉 fell <mark>€3.5m<i aria-hidden="true">Money</i></mark> in Rome.</p>
    <p>A second paragraph.</p></div>
    <script>
        window.seen = [];
        for (const kind of ["selectionchange", "mouseup", "keyup"])
            document.addEventListener(kind, event => { if (event.isTrusted) seen.push(kind); });
    </script>"##;

/// Role and name are what the browser computes, hidden parts left out.
pub(crate) async fn finds_controls_by_name(page: Page) -> Result<()> {
    page.site.add("sample.html", SAMPLE)?;
    page.open_path("sample.html").await?;

    check(page.find_all("button", "Save").await?.len() == 2, "both Save buttons are found")?;
    check(page.find_all("button", "Annotations").await?.is_empty(), "a heading is no button")?;
    page.find("list tree", "Annotations").await?;
    page.click("Start").await?;
    page.find_all("button", "Save").await?[0].click().await?;
    page.wait_for_text("status", "Saved").await?;

    page.paste("Article text", "One\nTwo “three” 📉").await?;
    let value: String = page.js("return document.querySelector('textarea').value", &[]).await?;
    check(value == "One\nTwo “three” 📉", "the text box has what was pasted")
}

/// Keyboard and mouse select the very characters asked for, with events as a person causes them.
pub(crate) async fn selects_text(page: Page) -> Result<()> {
    page.site.add("sample.html", SAMPLE)?;
    page.open_path("sample.html").await?;

    page.select(12, 17).await?;
    check(page.selected_text().await? == "€3.5m", "characters 12-17 are selected")?;
    page.select_text("fell €3.5m in").await?;
    check(page.article_text().await?.starts_with("Café 📉 fell €3.5m in Rome."), "hidden text is left out")?;
    let seen: Vec<String> = page.js("return seen.splice(0)", &[]).await?;
    check(seen.iter().any(|kind| kind == "selectionchange"), "selectionchange is seen")?;
    check(seen.iter().any(|kind| kind == "keyup"), "keyup is seen")?;

    page.drag_over_text("Rome").await?;
    check(page.selected_text().await? == "Rome", "the mouse has selected Rome")?;
    page.drag_over_text("€3.5m").await?;
    let selected: String = page
        .js("return getSelection().getRangeAt(0).toString().replace(arguments[0], '')", &[json!("Money")])
        .await?;
    check(selected == "€3.5m", "the mouse has selected the mark")?;
    let seen: Vec<String> = page.js("return seen", &[]).await?;
    check(seen.iter().any(|kind| kind == "mouseup"), "mouseup is seen")
}

/// Downloads arrive in the journey's own folder, and a stopped site stays so.
pub(crate) async fn downloads_and_goes_offline(page: Page) -> Result<()> {
    page.site.add("sample.html", SAMPLE)?;
    page.open_path("sample.html").await?;
    page.driver.find(By::Id("file")).await?.click().await?;
    check(fs::read_to_string(page.download("notes.txt").await?)? == "Café", "the file is whole")?;

    page.site.stop();
    check(page.open_path("sample.html").await.is_err(), "nothing answers any more")
}
