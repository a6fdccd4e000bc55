//! Who said what.

use anyhow::{Context, Result};
use serde_json::json;

use super::{annotate, select_mark, value};
use crate::check;
use crate::page::Page;

const TEXT: &str = "“The road is open,” Ama Boateng said. Kofi Mensah walked home.\n";

/// The source that the field shows.
async fn source(page: &Page) -> Result<Option<String>> {
    page.js("return document.getElementById('field-source')?.selectedOptions[0]?.textContent ?? null", &[])
        .await
}

async fn wait_for_source(page: &Page, expected: &str) -> Result<()> {
    page.wait_for(expected, async || Ok(source(page).await?.filter(|source| source == expected))).await?;
    Ok(())
}

/// Picks a source as a person does: turns to the field, and chooses.
async fn pick(page: &Page, name: &str) -> Result<()> {
    page.js::<()>("document.getElementById('field-source').focus(); return null", &[]).await?;
    let choose = "const field = document.getElementById('field-source');
        const option = [...field.options].find(option => option.textContent === arguments[0]);
        if (!option) { return false; }
        field.value = option.value; field.dispatchEvent(new Event('change', {bubbles: true})); return true";
    page.wait_for(name, async || Ok(page.js::<bool>(choose, &[json!(name)]).await?.then_some(()))).await
}

/// A quote's source is seen, picked, set to nobody in particular, and comes back by undo; the list has each
/// source with what it says.
pub(crate) async fn tells_sources(page: Page) -> Result<()> {
    annotate(&page, TEXT).await?;
    select_mark(&page, "The road is open").await?;
    wait_for_source(&page, "Ama Boateng").await?;
    let listed = async |expected: &str| {
        page.look_at("Who said what").await?;
        page.wait_for(expected, async || {
            let script = "return [...document.querySelectorAll('.speech-view .source')].map(s =>
                s.querySelector('h3').textContent + ': ' + s.querySelector('.statement').textContent).join('; ')";
            let shown: String = page.js(script, &[]).await?;
            Ok((shown == expected).then_some(()))
        })
        .await?;
        page.look_at("Read").await
    };
    listed("Ama Boateng: “The road is open”").await?;

    pick(&page, "Kofi Mensah").await?;
    wait_for_source(&page, "Kofi Mensah").await?;
    check(value(&page).await?.as_deref() == Some("Kofi Mensah"), "the value says so, too")?;
    listed("Kofi Mensah: “The road is open”").await?;

    pick(&page, "unnamed source").await?;
    wait_for_source(&page, "unnamed source").await?;
    listed("unnamed source: “The road is open”").await?;

    page.js::<()>("document.getElementById('tab-speech').focus(); return null", &[]).await?;
    page.press_ctrl("z").await?;
    wait_for_source(&page, "Kofi Mensah").await?;
    page.look_at("Read").await?;
    page.click("Go to source").await?;
    page.wait_for("the source to be selected", async || {
        let selected: Option<String> =
            page.js("return document.querySelector('mark[data-selected]')?.textContent ?? null", &[]).await?;
        Ok(selected.filter(|selected| selected == "Kofi Mensah"))
    })
    .await?;
    page.look_at("Who said what").await?;
    let statement = "document.querySelector('.speech-view .statement').click(); return null";
    page.js::<()>(statement, &[]).await?;
    wait_for_source(&page, "Kofi Mensah").await?;
    page.wait_for_text("status", "Saved").await
}

/// A source that a person picked arrives at a colleague's with the file, in our own format and in W3C's.
pub(crate) async fn carries_sources(page: Page) -> Result<()> {
    annotate(&page, TEXT).await?;
    select_mark(&page, "The road is open").await?;
    wait_for_source(&page, "Ama Boateng").await?;
    pick(&page, "Kofi Mensah").await?;
    wait_for_source(&page, "Kofi Mensah").await?;
    page.wait_for_text("status", "Saved").await?;
    for (format, ending) in [("Newsmark JSON", ".newsmark.json"), ("W3C Web Annotation", ".jsonld")] {
        page.click("Export").await?;
        page.click(format).await?;
        let file = page.download(ending).await?;
        let (theirs, profile) = page.another_profile().await?;
        let seen = async {
            theirs.open().await?;
            theirs.choose_file(&file).await?;
            theirs.find("list tree", "Annotations").await?;
            select_mark(&theirs, "The road is open").await?;
            wait_for_source(&theirs, "Kofi Mensah").await
        };
        let seen = seen.await;
        theirs.driver.clone().quit().await.context("cannot end the colleague's browser")?;
        drop(profile);
        seen.with_context(|| format!("from {format}"))?;
    }
    Ok(())
}
