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
    field_has(&page, "Title", "Storm hits the coast").await?;
    field_has(&page, "Published", "2025-05-03").await?;
    write_field(&page, "Outlet", "Harbour Times").await?;
    page.open().await?;
    field_has(&page, "Outlet", "Harbour Times").await?;
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
        const head = '<title>A storm by night - Coast Radio</title><script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"A storm by night\",\"datePublished\":\"2025-05-04T06:00:00Z\"}<\\/script>';
        data.setData('text/html', 'Version:0.9\\r\\nSourceURL:https://example.org/storm\\r\\n<html><head>' + head + '</head><body><h1>Storm</h1><p>It came <b>at night</b>.</p><ul><li>rain</li><li>wind</li></ul><table><tr><td>a</td><td>b</td></tr></table></body></html>');
        data.setData('text/plain', 'Storm It came at night. a b');
        box.focus();
        box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
        return null";
    page.js::<()>(script, &[]).await?;
    box_has("Storm\n\nIt came at night.\n\n• rain\n• wind\n\na\tb").await?;
    field_has(&page, "Title", "A storm by night").await?;
    field_has(&page, "Outlet", "Coast Radio").await?;
    field_has(&page, "Published", "2025-05-04").await?;
    field_has(&page, "Source", "https://example.org/storm").await?;
    page.screenshots("start-with-details").await?;
    write_field(&page, "Title", "Night storm").await?;
    page.click("Annotate").await?;
    page.find("article", "Night storm").await?;
    page.wait_for_text("status", "Saved").await
}

/// Waits until a field of the new article holds a text.
async fn field_has(page: &Page, name: &str, expected: &str) -> Result<()> {
    page.wait_for(&format!("{expected} in {name}"), async || {
        let script = "return [...document.querySelectorAll('.start .fields label')]
            .find((it) => it.textContent === arguments[0])?.querySelector('input').value ?? ''";
        let text: String = page.js(script, &[name.into()]).await?;
        Ok((text == expected).then_some(()))
    })
    .await
}

async fn write_field(page: &Page, name: &str, text: &str) -> Result<()> {
    let script = "const field = [...document.querySelectorAll('.start .fields label')]
            .find((it) => it.textContent === arguments[0]).querySelector('input');
        field.value = arguments[1];
        field.dispatchEvent(new Event('input', { bubbles: true }));
        return null";
    page.js(script, &[name.into(), text.into()]).await
}

/// On the first visit the box and the button are in sight, and nothing else is asked for.
pub(crate) async fn begins_with_a_box(page: Page) -> Result<()> {
    for (width, height) in [(1280, 800), (390, 844), (320, 568)] {
        page.resize(width, height).await?;
        page.open().await?;
        page.find("textbox", "Article text").await?;
        let script = "const ends = ['textarea', '.start .primary'].map((it) => document.querySelector(it).getBoundingClientRect().bottom);
            const fields = document.querySelector('.start .fields').getBoundingClientRect().height;
            return [...ends, innerHeight, fields]";
        let [text, button, height, fields]: [f64; 4] = page.js(script, &[]).await?;
        check(text < height && button <= height, &format!("{width}: {text}, {button} of {height}"))?;
        check(fields == 0.0, "there are no fields without a text")?;
        page.fits().await?;
        page.screenshot(&format!("start-first-{width}")).await?;
    }
    Ok(())
}

/// An article in another language says so, and has the marks that need none.
pub(crate) async fn says_that_it_reads_english(page: Page) -> Result<()> {
    let text = "Die Regierung will das Rentenalter in den nächsten Jahren anheben, sagte der Minister Karl Lang nach einem Treffen \
        mit den Ländern in Berlin. Das kostet nach Angaben der Behörde €300 im Jahr und gilt vom 2026-07-01 an für alle.";
    annotate(&page, text).await?;
    wait_for_mark(&page, "€300", |mark| mark.label == "MONEY").await?;
    wait_for_mark(&page, "2026-07-01", |mark| mark.label == "DATE").await?;
    check(marks(&page).await?.len() == 2, "no name is marked")?;
    let note: String = page.js("return document.querySelector('.language')?.innerText ?? ''", &[]).await?;
    check(note.contains("reads English") && note.contains("2 amounts"), &note)?;
    page.screenshots("another-language").await
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
