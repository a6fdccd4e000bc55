//! Finding words, and commands by name.

use anyhow::Result;
use thirtyfour::By;

use super::{TEXT, annotate, progress};
use crate::check;
use crate::page::Page;

/// Words are found in the text, in values and entities, and in all articles with filters.
pub(crate) async fn finds_in_article_and_library(page: Page) -> Result<()> {
    annotate(&page, TEXT).await?;
    page.click("New article").await?;
    page.paste("Article text", "A storm hit Lima. Nobody from Rome was there.").await?;
    page.click("Annotate").await?;
    page.wait_for_text("status", "Saved").await?;
    crate::journeys::main_job::open_first(&page).await?;
    page.press("/").await?;
    page.press("rome").await?;
    page.wait_for("the count", async || {
        let shown: String = page.js("return document.querySelector('.find .count').textContent", &[]).await?;
        Ok(shown.starts_with("1 in the text").then_some(()))
    })
    .await?;
    page.press("Enter").await?;
    page.wait_for("the words to be selected", async || {
        Ok((page.js::<String>("return getSelection().toString()", &[]).await? == "Rome").then_some(()))
    })
    .await?;
    page.press("Escape").await?;

    page.click("Search").await?;
    let field = page.find("textbox", "Find in the library").await?;
    field.send_keys("rome").await?;
    let found = async |count: usize| -> Result<()> {
        page.wait_for(&format!("{count} articles"), async || {
            let shown: usize = page.js("return document.querySelectorAll('.found > li').length", &[]).await?;
            Ok((shown == count).then_some(()))
        })
        .await
    };
    found(2).await?;
    page.screenshots("library-search").await?;
    page.driver.find(By::Css(".library-search summary")).await?.click().await?;
    let label = page.find("combobox", "Label").await?;
    label.find(By::Css("option[value=MONEY]")).await?.click().await?;
    found(0).await?;
    label.find(By::Css("option[value=LOC]")).await?.click().await?;
    found(2).await?;
    let status = page.find("combobox", "Status").await?;
    status.find(By::Css("option[value=accepted]")).await?.click().await?;
    found(0).await?;
    let filters = page.driver.find(By::Css(".library-search summary")).await?.text().await?;
    check(filters == "Filters: 2", &filters)?;
    page.click("Close").await
}

/// What was found shows with its sentence, and opens there: far down in a long article, with all places of the words set
/// off.
pub(crate) async fn opens_an_article_where_it_was_found(page: Page) -> Result<()> {
    let filler = "Nothing else happened in the harbour on that day. ".repeat(6);
    let text = format!(
        "Storm in Lima\n\n{}The café by the pier lost its roof in the storm.\n\n{filler}",
        format!("{filler}\n\n").repeat(30)
    );
    page.open().await?;
    page.paste_new(&text).await?;
    page.wait_for_text("status", "Saved").await?;
    page.paste_new("A quiet day. Nobody came.").await?;
    page.wait_for_text("status", "Saved").await?;
    page.to_library().await?;
    page.click("Search the texts").await?;
    page.find("textbox", "Find in the library").await?.send_keys("cafe").await?;
    let sentence = "The café by the pier lost its roof in the storm.";
    page.button(sentence).await?;
    let bold: Vec<String> =
        page.js("return [...document.querySelectorAll('.passage b')].map(it => it.textContent)", &[]).await?;
    check(bold == ["café"], &format!("{bold:?}"))?;
    page.is_accessible("search with sentences").await?;
    page.screenshots("library-search-sentences").await?;
    page.click(sentence).await?;
    // It is in sight; how far up, the end of the article decides.
    let stands = "const walker = document.createTreeWalker(document.querySelector('[role=article]'), NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
            const at = walker.currentNode.data.indexOf('café');
            if (at < 0) continue;
            const range = document.createRange(), main = document.querySelector('main').getBoundingClientRect();
            range.setStart(walker.currentNode, at);
            const top = range.getBoundingClientRect().top - main.top;
            return top > 0 && top < main.height;
        }
        return false";
    page.wait_for("the place in sight", async || Ok(page.js::<bool>(stands, &[]).await?.then_some(())))
        .await?;
    let shown = "return [...(CSS.highlights.get('found') ?? [])].map(range => range.toString())";
    page.wait_for("the words to be set off", async || {
        Ok((page.js::<Vec<String>>(shown, &[]).await? == ["café"]).then_some(()))
    })
    .await
}

/// Commands run by name; a key is changed, kept, and may not clash.
pub(crate) async fn runs_commands_and_changes_keys(page: Page) -> Result<()> {
    page.open().await?;
    page.press_ctrl("k").await?;
    page.find("combobox", "Command").await?;
    page.press("accept all").await?;
    page.press("Enter").await?;
    page.wait_for("why it cannot be", async || {
        let said: String = page.js("return document.querySelector('.toasts').innerText", &[]).await?;
        Ok(said.contains("needs").then_some(()))
    })
    .await?;
    annotate(&page, TEXT).await?;
    page.press_ctrl("k").await?;
    page.find("combobox", "Command").await?;
    page.press("accept all").await?;
    page.press("Enter").await?;
    page.wait_for("all to be accepted", async || {
        let (done, all) = progress(&page).await?;
        Ok((done == all && all > 5).then_some(()))
    })
    .await?;
    page.press_ctrl("z").await?;

    page.press("?").await?;
    page.js::<()>("document.querySelector('.all-keys summary').click(); return null", &[]).await?;
    page.find("checkbox", "Change keys").await?.click().await?;
    let change = "Change the key of: Accept, and on to the next suggestion";
    page.click(change).await?;
    page.press("x").await?;
    page.wait_for_text("alert", "is taken").await?;
    page.press("z").await?;
    page.wait_for("the new key", async || {
        let shown: String = page.js("return document.querySelector('dialog .keys').innerText", &[]).await?;
        Ok(shown.contains('Z').then_some(()))
    })
    .await?;
    page.screenshots("keys").await?;
    page.click("Close").await?;
    page.press("j").await?;
    page.press("z").await?;
    page.wait_for("one to be accepted", async || Ok((progress(&page).await?.0 == 1).then_some(()))).await?;
    page.wait_for_text("status", "Saved").await?;
    page.open().await?;
    page.find("article", "Lloyd Austin met Rustem Umerov in Rome on Monday").await?;
    page.press("j").await?;
    page.press("j").await?;
    page.press("z").await?;
    page.wait_for("another after a reload", async || Ok((progress(&page).await?.0 == 2).then_some(()))).await
}
