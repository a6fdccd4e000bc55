//! Two tabs on one article.

use anyhow::Result;
use serde_json::json;
use thirtyfour::{By, WindowHandle};

use super::main_job::open_first;
use crate::check;
use crate::page::Page;

/// How many edits each tab makes.
const EDITS: usize = 200;

/// Two tabs mark different words of one article in turns, without waiting for each other: all marks
/// are there in the end, in both tabs and in the store.
pub(crate) async fn two_tabs_keep_all_edits(page: Page) -> Result<()> {
    page.open().await?;
    let text: String = (0..2 * EDITS).map(|n| format!("word{n:03} ")).collect();
    page.paste("Article text", &text).await?;
    page.click("Annotate").await?;
    page.wait_for_text("status", "Saved").await?;
    let [one, two] = two_windows(&page).await?;
    for n in 0..EDITS {
        page.driver.switch_to_window(one.clone()).await?;
        mark(&page, n).await?;
        page.driver.switch_to_window(two.clone()).await?;
        mark(&page, EDITS + n).await?;
    }
    for window in [&one, &two] {
        page.driver.switch_to_window(window.clone()).await?;
        shows_marks(&page, 2 * EDITS).await?;
        page.wait_for_text("status", "Saved").await?;
    }
    page.driver.switch_to_window(one).await?;
    page.driver.close_window().await?;
    page.driver.switch_to_window(two).await?;
    page.open().await?;
    open_first(&page).await?;
    shows_marks(&page, 2 * EDITS).await
}

/// An article is deleted in one tab while the other has it open: an edit there brings it back, and
/// without an edit it can be brought back.
pub(crate) async fn deleting_in_one_tab_loses_nothing(page: Page) -> Result<()> {
    page.open().await?;
    page.paste("Article text", "word000 word001 word002").await?;
    page.click("Annotate").await?;
    page.wait_for_text("status", "Saved").await?;
    let [one, two] = two_windows(&page).await?;
    page.driver.switch_to_window(one.clone()).await?;
    mark(&page, 1).await?;
    page.driver.switch_to_window(two.clone()).await?;
    shows_marks(&page, 1).await?;
    page.put_into_bin("word000 word001 word002").await?;
    page.wait_for_text("status", "Saved").await?;

    page.driver.switch_to_window(one).await?;
    page.wait_for_text("alert", "was put into the bin in another tab").await?;
    page.driver.find(By::Css("[role=alert] .notice button")).await?.click().await?;
    shows_marks(&page, 1).await?;
    page.wait_for_text("status", "Saved").await?;

    page.driver.switch_to_window(two).await?;
    open_first(&page).await?;
    shows_marks(&page, 1).await
}

/// The window of the page and a second one on the same article.
async fn two_windows(page: &Page) -> Result<[WindowHandle; 2]> {
    let one = page.driver.window().await?;
    let two = page.driver.new_window().await?;
    page.driver.switch_to_window(two.clone()).await?;
    page.open().await?;
    open_first(page).await?;
    Ok([one, two])
}

/// Marks the word with this number by its key, as the label Work.
async fn mark(page: &Page, n: usize) -> Result<()> {
    let script = "const article = document.querySelector('[role=article]');
        const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
        for (let node; (node = walker.nextNode());) {
            const at = node.data.indexOf(arguments[0]);
            if (at < 0) continue;
            getSelection().setBaseAndExtent(node, at, node, at + arguments[0].length);
            document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'i', bubbles: true }));
            return true;
        }
        return false";
    let word = format!("word{n:03}");
    check(page.js(script, &[json!(word)]).await?, &format!("{word} is in the article"))
}

async fn shows_marks(page: &Page, count: usize) -> Result<()> {
    let script =
        "return new Set([...document.querySelectorAll('mark[data-label=WORK][data-status=accepted]')]
        .map(mark => mark.dataset.annotationId)).size";
    let mut seen = 0;
    let result = page
        .wait_for(&format!("{count} marks"), async || {
            seen = page.js::<usize>(script, &[]).await?;
            Ok((seen == count).then_some(()))
        })
        .await;
    result.map_err(|error| error.context(format!("{seen} marks are shown")))
}
