//! Values that are typed.

use anyhow::Result;

use super::{TEXT, annotate, select_mark, value};
use crate::check;
use crate::page::Page;

/// A value is read while it is typed; what cannot be read is said and not kept.
pub(crate) async fn mends_values(page: Page) -> Result<()> {
    annotate(&page, TEXT).await?;
    select_mark(&page, "€3.5m").await?;
    check(value(&page).await?.as_deref() == Some("€3.5 million"), "the value reads as people write it")?;
    let mend = async |typed: &str| -> Result<()> {
        page.js::<()>("document.getElementById('field-value').focus(); return null", &[]).await?;
        page.press_ctrl("a").await?;
        page.press(typed).await
    };
    let said = async |expected: &str| -> Result<()> {
        page.wait_for(expected, async || {
            let said: String =
                page.js("return document.getElementById('value-understood').textContent", &[]).await?;
            Ok(said.contains(expected).then_some(()))
        })
        .await
    };
    mend("more than 2-3 million dollars").await?;
    said("more than $2,000,000–3,000,000").await?;
    page.press("Enter").await?;
    page.wait_for("the range", async || {
        Ok(value(&page).await?.filter(|value| value == "more than $2–3 million"))
    })
    .await?;
    mend("a lot").await?;
    said("Not understood yet").await?;
    page.press("Enter").await?;
    said("is not understood, and the value stays").await?;
    page.press("Escape").await?;
    page.wait_for("the old value", async || {
        Ok(value(&page).await?.filter(|value| value == "more than $2–3 million"))
    })
    .await?;
    page.press_ctrl("z").await?;
    page.wait_for("the first value", async || {
        Ok(value(&page).await?.filter(|value| value == "€3.5 million"))
    })
    .await?;
    select_mark(&page, "Monday").await?;
    check(value(&page).await?.as_deref() == Some("1 July 2024"), "dates read as people write them")?;
    mend("first week of May").await?;
    said("1–7 May 2024").await?;
    page.press("Enter").await?;
    page.wait_for_text("status", "Saved").await
}
