//! A text before it is an article.

use anyhow::Result;
use thirtyfour::By;

use super::{annotate, select_mark, wait_for_mark};
use crate::check;
use crate::journeys::access::COPIED;
use crate::journeys::main_job::{articles, marks};
use crate::page::Page;

/// what was copied from a web page keeps its paragraphs.
pub(crate) async fn says_what_comes_in(page: Page) -> Result<()> {
    page.open().await?;
    page.paste("Article text", COPIED).await?;
    let box_has = async |expected: &str| -> Result<()> {
        page.wait_for(expected, async || {
            let text: String = page.js("return document.querySelector('textarea').value", &[]).await?;
            Ok(text.contains(expected).then_some(()))
        })
        .await
    };
    page.click("Use this date").await?;
    let date: String = page.js("return document.querySelector('input[type=date]').value", &[]).await?;
    check(date == "2025-05-03", &date)?;
    page.open().await?;
    box_has("2.3 bil-\nlion").await?;
    page.click("Join lines").await?;
    page.screenshots("join-lines").await?;
    page.click("Join them").await?;
    box_has("European Commission had asked for 2.3 billion euros").await?;
    page.click("Annotate").await?;
    wait_for_mark(&page, "2.3 billion euros", |mark| mark.label == "MONEY").await?;
    page.wait_for_text("status", "Saved").await?;
    let text = page.article_text().await?;
    page.click("New article").await?;
    page.paste("Article text", &text).await?;
    page.click("Open it").await?;
    page.wait_for("the article", async || Ok(Some(page.driver.find(By::Css("[role=article]")).await?)))
        .await?;
    check(articles(&page).await? == 1, "there is still one article")?;

    page.click("New article").await?;
    let script = "const box = document.querySelector('textarea');
        const data = new DataTransfer();
        data.setData('text/html', '<h1>Storm</h1><p>It came <b>at night</b>.</p><table><tr><td>a</td><td>b</td></tr></table>');
        data.setData('text/plain', 'Storm It came at night. a b');
        box.focus();
        box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
        return null";
    page.js::<()>(script, &[]).await?;
    box_has("Storm\n\nIt came at night.\n\na\tb").await
}

/// Lines that belong to the web page take no marks until the person wants them; what was rejected does
/// not come back with them.
pub(crate) async fn leaves_page_furniture_alone(page: Page) -> Result<()> {
    let text = "Storm hits Lima on Monday.\n\nSubscribe to our newsletter\nRelated: Floods in Rome\nShare on Facebook\n";
    annotate(&page, text).await?;
    select_mark(&page, "Lima").await?;
    page.click("Reject").await?;
    wait_for_mark(&page, "Lima", |mark| mark.status == "rejected").await?;
    let suggested = marks(&page).await?;
    check(!suggested.iter().any(|mark| mark.text == "Rome"), &format!("{suggested:?}"))?;
    let before = suggested.len();
    page.press_ctrl("k").await?;
    page.find("combobox", "Command").await?;
    page.press("read the article again").await?;
    page.press("Enter").await?;
    page.wait_for("what came of it", async || {
        let said: String = page.js("return document.querySelector('.toasts').innerText", &[]).await?;
        Ok(said.contains("Nothing new").then_some(()))
    })
    .await?;
    check(marks(&page).await?.len() == before, "nothing has come back")?;
    page.click("Mark them too").await?;
    wait_for_mark(&page, "Rome", |mark| mark.label == "LOC").await?;
    wait_for_mark(&page, "Lima", |mark| mark.status == "rejected").await?;
    page.wait_for_text("status", "Saved").await
}
