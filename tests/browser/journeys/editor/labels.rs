//! Label sets.

use anyhow::Result;
use serde_json::json;
use thirtyfour::By;

use super::{TEXT, annotate, wait_for_mark};
use crate::page::Page;

/// Labels are renamed, recoloured, re-keyed, added, deleted; a set is kept for the next article.
pub(crate) async fn changes_label_sets(page: Page) -> Result<()> {
    annotate(&page, TEXT).await?;
    page.click("Labels").await?;
    let set = async |name: &str, new: &str| -> Result<()> {
        let field = page.wait_for(name, async || {
            let fields = page.driver.find_all(By::Css(".label-row input, .row-form input")).await?;
            for field in fields {
                if field.attr("aria-label").await?.as_deref() == Some(name) {
                    return Ok(Some(field));
                }
            }
            Ok(None)
        });
        let script = "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('change', { bubbles: true }));";
        page.driver.execute(script, vec![field.await?.to_json()?, json!(new)]).await?;
        Ok(())
    };
    set("Name of Place", "Somewhere").await?;
    page.button("Delete Somewhere").await?;
    set("Colour of Somewhere", "#ffff00").await?;
    page.wait_for("the colour to be corrected", async || {
        let color: String =
            page.js("return document.querySelectorAll('.label-row input[type=color]')[2].value", &[]).await?;
        Ok((color != "#ffff00" && color != "#2f855a").then_some(()))
    })
    .await?;
    set("Key of Somewhere", "a").await?;
    page.wait_for_text("alert", "The key A is taken").await?;
    set("Name of Somewhere", " ").await?;
    page.wait_for_text("alert", "A label needs a name").await?;
    set("Name of the new label", "Ship").await?;
    page.click("Add label").await?;
    page.button("Delete Ship").await?;
    set("Name of the label set", "Ports").await?;
    page.click("Keep this set").await?;
    page.button("Add “Ports” here").await?;
    page.screenshots("labels").await?;
    // Where the marks of a label go that is in use.
    page.click("Delete Person").await?;
    page.click("Delete label").await?;
    page.click("Close").await?;
    wait_for_mark(&page, "Lloyd Austin", |mark| mark.label == "ORG").await?;
    page.click("Undo").await?;
    wait_for_mark(&page, "Lloyd Austin", |mark| mark.label == "PERSON").await?;
    page.wait_for_text("status", "Saved").await?;

    page.click("New article").await?;
    page.paste("Article text", "The Aurora sailed.").await?;
    let sets = page.find("combobox", "Labels").await?;
    sets.find(By::Css("option[value=Ports]")).await?.click().await?;
    page.click("Annotate").await?;
    // A new label is made and given in one step.
    page.select_text("Aurora").await?;
    page.button("Ship").await?;
    let field = page.find("textbox", "New label").await?;
    field.send_keys("Vessel\u{E007}").await?;
    wait_for_mark(&page, "Aurora", |mark| mark.label == "VESSEL").await?;
    page.wait_for_text("status", "Saved").await
}
