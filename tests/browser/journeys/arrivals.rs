//! What comes to the installed app from outside.

use anyhow::Result;
use serde_json::json;

use super::main_job::articles;
use super::offline::wait_for_worker;
use crate::page::Page;

/// A file that is opened with the app becomes an article.
pub(crate) async fn opens_files_from_outside(page: Page) -> Result<()> {
    // What a browser does that has the app installed.
    let source =
        "Object.defineProperty(window, 'launchQueue', { value: { setConsumer: (consume) => consume({ files: [
        { getFile: async () => new File(['The council of Lima met.'], 'the_minutes.txt') },
    ] }) } });";
    let script = json!({ "source": source });
    page.driver.cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", script).await?;
    page.open().await?;
    page.find("article", "the minutes").await?;
    page.wait_for_text("status", "Saved").await
}

/// Text files that come together all become articles, and what is being written stays.
pub(crate) async fn takes_several_files_at_once(page: Page) -> Result<()> {
    page.open().await?;
    page.paste("Article text", "Half a thought").await?;
    // So long that they are read in steps.
    let drop = "const data = new DataTransfer();
        for (const name of ['one', 'two', 'three']) {
            data.items.add(new File([`${name}. The council of Lima met.\n`.repeat(4000)], `${name}.txt`));
        }
        window.dispatchEvent(new DragEvent('drop', { dataTransfer: data, cancelable: true }));";
    page.js::<()>(drop, &[]).await?;
    page.wait_for("three articles", async || Ok((articles(&page).await? == 3).then_some(()))).await?;
    page.wait_for_text("status", "Saved").await?;
    page.click("New article").await?;
    page.wait_for("the draft", async || {
        let text: String = page.js("return document.querySelector('textarea')?.value ?? ''", &[]).await?;
        Ok((text == "Half a thought").then_some(()))
    })
    .await
}

/// What is shared to the app goes to the page and not to the server, and becomes an article once.
pub(crate) async fn takes_what_is_shared(page: Page) -> Result<()> {
    page.open().await?;
    wait_for_worker(&page).await?;
    page.site.stop();
    let share = "const form = new FormData();
        form.set('title', 'Lima / council');
        form.set('text', 'The council of Lima spent $3 million.');
        form.set('url', 'https://example.org/lima');
        form.append('files', new File(['Rain in Quito.'], 'quito.txt', { type: 'text/plain' }));
        return fetch('share', { method: 'POST', body: form, redirect: 'manual' }).then((answer) => answer.type)";
    let answer: String = page.js(share, &[]).await?;
    crate::check(answer == "opaqueredirect", &answer)?;
    for round in 0..2 {
        page.open_path(if round == 0 { "?shared" } else { "" }).await?;
        page.wait_for("both articles", async || {
            let titles: Vec<String> = page
                .js("return [...document.querySelectorAll('.articles .title')].map((t) => t.innerText).sort()", &[])
                .await?;
            Ok((titles == ["Lima / council", "quito"]).then_some(()))
        })
        .await?;
        page.wait_for_text("status", "Saved").await?;
    }
    Ok(())
}
