//! Long articles: shown piece by piece, and whole in the end.

use anyhow::Result;
use serde_json::json;

use crate::check;
use crate::page::Page;

/// Paragraphs of a report, as many as it takes.
fn report(paragraphs: usize) -> String {
    (1..=paragraphs)
        .map(|n| format!("Report {n}: Kenya raised ${n} million in Nairobi, Amina Diallo said on Tuesday.\nMore on it follows here.\n"))
        .collect()
}

/// All of the text and all of its marks are there in the end, and a mark more is one more.
pub(crate) async fn shows_long_articles_whole(page: Page) -> Result<()> {
    let text = report(1_200);
    page.open().await?;
    page.paste("Article text", &text).await?;
    page.click("Annotate").await?;
    whole(&page).await?;
    check(shown(&page).await? == text, "the article's text is exactly what was pasted")?;
    let (marks, entries) = counts(&page).await?;
    check(marks == entries && marks > 4_000, &format!("{marks} marks, {entries} entries"))?;

    page.select_text("More on it follows").await?;
    page.press("e").await?;
    page.wait_for("the new mark", async || {
        Ok((counts(&page).await? == (marks + 1, entries + 1)).then_some(()))
    })
    .await?;
    check(shown(&page).await? == text, "marking leaves the text as it is")?;
    page.press_ctrl("z").await?;
    page.wait_for("it to go again", async || Ok((counts(&page).await? == (marks, entries)).then_some(())))
        .await
}

/// Reading a long article can be called off; the text is still in its box.
pub(crate) async fn calls_off_the_reading(page: Page) -> Result<()> {
    page.open().await?;
    let text = report(10_000);
    // Typing as much into the box would take the browser longer than all else.
    let fill = "document.querySelector('textarea').value = arguments[0]; return null";
    let () = page.js(fill, &[json!(text)]).await?;
    // As fast as hands are not, since reading is over in a moment.
    let script = "new MutationObserver((_, observer) => {
            const cancel = document.querySelector('.reading button');
            if (cancel) { cancel.click(); observer.disconnect(); window.calledOff = true; }
        }).observe(document.body, { childList: true, subtree: true }); return null";
    let () = page.js(script, &[]).await?;
    page.click("Annotate").await?;
    let is_off = "return window.calledOff === true && !document.querySelector('.reading')";
    page.wait_for("the end of reading", async || Ok(page.js::<bool>(is_off, &[]).await?.then_some(())))
        .await?;
    let left: usize = page.js("return document.querySelector('textarea').value.length", &[]).await?;
    check(left == text.len(), "the text is still there")?;
    check(page.find_all("article", "Untitled").await?.is_empty(), "there is no article")
}

/// Waits until every section and every entry has been drawn.
async fn whole(page: &Page) -> Result<()> {
    // Marks that overlap are several elements each.
    let is_whole = "const marks = new Set([...document.querySelectorAll('mark')].flatMap(m => m.dataset.annotationId.split(' '))).size;
        return marks > 0 && !document.querySelector('section.plain')
            && document.querySelectorAll('.entry').length >= marks";
    page.wait_for("all of the article", async || Ok(page.js::<bool>(is_whole, &[]).await?.then_some(())))
        .await
}

async fn shown(page: &Page) -> Result<String> {
    page.js("return document.querySelector('[role=article]').textContent", &[]).await
}

/// How many marks and how many entries there are.
async fn counts(page: &Page) -> Result<(usize, usize)> {
    let script = "return [new Set([...document.querySelectorAll('mark')].flatMap(m => m.dataset.annotationId.split(' '))).size,
        document.querySelectorAll('.entry').length]";
    page.js(script, &[]).await
}
