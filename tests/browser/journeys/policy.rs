//! What leaves the page: nothing. What gets in: nothing but its own files.

use std::fs;

use anyhow::Result;
use serde_json::json;
use tempfile::TempDir;

use super::main_job::open_first;
use crate::check;
use crate::page::Page;
use crate::watch;

/// Once it has loaded, the page does all of its work without asking for anything, by the log of the
/// server and by the browser's own.
pub(crate) async fn asks_for_nothing_once_it_has_loaded(page: Page) -> Result<()> {
    page.open().await?;
    page.wait_for("the icon to be loaded", async || {
        Ok(page.site.requests().iter().any(|request| request.target.ends_with(".svg")).then_some(()))
    })
    .await?;
    let loaded = page.site.requests();
    let log = watch::requests(&page).await?;
    check(log.iter().any(|url| url.ends_with(".wasm")), "the browser's log has the program")?;

    page.click("Try the sample").await?;
    page.wait_for_text("status", "Saved").await?;
    page.click("Accept all").await?;
    page.select_text("flood barrier").await?;
    page.press("i").await?;
    let source = "https://example.org/?q=<img src=x>";
    let script = "const source = document.querySelector('.meta-fields input[placeholder]');
        source.value = arguments[0]; source.dispatchEvent(new Event('change', { bubbles: true })); return null";
    page.open_details().await?;
    page.find("textbox", "Source").await?;
    let () = page.js(script, &[json!(source)]).await?;
    page.wait_for_text("status", "Saved").await?;
    for format in ["Newsmark JSON", "W3C Web Annotation", "CSV"] {
        page.click("Export").await?;
        page.click(format).await?;
    }
    let exported = page.download(".newsmark.json").await?;
    page.choose_file(&exported).await?;
    page.click("History").await?;
    page.click("Close").await?;
    page.to_library().await?;
    page.click("Storage").await?;
    page.click("Close").await?;
    page.click("New article").await?;
    open_first(&page).await?;
    page.wait_for_text("status", "Saved").await?;

    check(page.site.requests() == loaded, "the server was asked for nothing more")?;
    let mut asked = watch::requests(&page).await?;
    // Neither what the page has made itself nor the signs of the browser's own fields is asked of anybody.
    asked.retain(|url| !url.starts_with("blob:") && !url.starts_with("data:"));
    check(asked.is_empty(), &format!("the browser asked for {asked:?}"))
}

/// A file full of markup shows as text, and the browser refuses what the policy forbids; if it did
/// not, the check that ends every journey would see nothing either.
pub(crate) async fn lets_nothing_in(page: Page) -> Result<()> {
    page.open().await?;
    let markup = "<img src=x onerror=\"window.harmed=1\"><script>window.harmed=1</script>";
    let folder = TempDir::with_prefix("newsmark-files-")?;
    let file = folder.path().join("markup.newsmark.json");
    let text = format!("Storm {markup} hits Lima.");
    let content = json!({
        "format": "newsmark", "version": 1, "document": {"title": markup, "source": markup, "text": text},
        "labels": [{"code": "LOC", "name": markup, "color": "red;background:url(//x)", "key": "1"}],
        "entities": [{"id": markup, "label": "LOC", "name": markup}],
        "annotations": [{"start": 0, "end": 5, "quote": "Storm", "label": "LOC", "status": "accepted",
            "note": markup, "entity": markup, "origin": {"by": "person", "name": markup}}],
    });
    fs::write(&file, content.to_string())?;
    page.choose_file(&file).await?;
    page.find("article", markup).await?;
    page.press("j").await?;
    check(page.article_text().await? == text, "the markup is text")?;
    check(
        page.js("return document.querySelectorAll('main img, main script').length === 0", &[]).await?,
        "no element",
    )?;
    check(watch::refusals(&page).await?.is_empty(), "nothing had to be refused")?;

    let attacks = "
        const other = 'http://127.0.0.1:9/';
        const script = document.createElement('script');
        const attempts = [
            () => { script.textContent = 'window.harmed = 1'; document.body.append(script); },
            () => { document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.harmed=1\">'); },
            () => { document.body.setAttribute('style', 'background: red'); },
            () => { const image = new Image(); image.src = other; document.body.append(image); },
            () => { new Worker('data:text/javascript,1'); },
            () => setTimeout('window.harmed = 1'),
        ];
        for (const attempt of attempts) { try { attempt(); } catch {} }
        return fetch(other).then(() => 'answered', () => 'refused')";
    check(page.js::<String>(attacks, &[]).await? == "refused", "another address is not asked")?;
    let refused = page
        .wait_for("the refusals", async || {
            let refused = watch::refusals(&page).await?;
            Ok((!refused.is_empty()).then_some(refused))
        })
        .await?;
    check(refused.len() > 3, &format!("{refused:#?}"))?;
    check(page.js("return window.harmed === undefined", &[]).await?, "nothing was run")?;
    // These were meant.
    watch::requests(&page).await?;
    watch::refusals(&page).await.map(drop)
}
