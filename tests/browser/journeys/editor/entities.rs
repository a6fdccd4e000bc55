//! Entities as a whole, and all occurrences of a name.

use anyhow::Result;
use thirtyfour::By;

use super::{TEXT, annotate, select_mark, wait_for_entity, wait_for_mark};
use crate::journeys::main_job::marks;
use crate::page::Page;

/// An entity is renamed, merged, split, relabelled, accepted and rejected whole; each is one undo.
pub(crate) async fn edits_whole_entities(page: Page) -> Result<()> {
    annotate(&page, TEXT).await?;
    wait_for_entity(&page, "Lloyd Austin 3").await?;
    page.screenshots("entities").await?;
    select_mark(&page, "Lloyd Austin").await?;

    page.click("Rename").await?;
    page.press_ctrl("a").await?;
    page.press("Lloyd J. Austin III").await?;
    page.press("Enter").await?;
    wait_for_entity(&page, "Lloyd J. Austin III 3").await?;

    page.click("Accept mentions").await?;
    wait_for_mark(&page, "Austin", |mark| mark.status == "accepted").await?;
    page.click("Undo").await?;
    wait_for_mark(&page, "Austin", |mark| mark.status == "suggested").await?;
    page.click("Undo").await?;
    wait_for_entity(&page, "Lloyd Austin 3").await?;

    // The next mention becomes somebody else, and is the same again.
    page.press("Escape").await?;
    select_mark(&page, "Austin").await?;
    page.click("Split off").await?;
    wait_for_entity(&page, "Austin 1").await?;
    wait_for_entity(&page, "Lloyd Austin 2").await?;
    let merge = page.find("combobox", "Merge into").await?;
    merge.focus().await?;
    let option = merge.find(By::XPath(".//option[text()='Lloyd Austin']")).await?;
    option.click().await?;
    wait_for_entity(&page, "Lloyd Austin 3").await?;

    let labels = page.find("combobox", "Label of all mentions").await?;
    labels.find(By::Css("option[value=ORG]")).await?.click().await?;
    wait_for_mark(&page, "Lloyd Austin", |mark| mark.label == "ORG").await?;
    page.click("Undo").await?;
    wait_for_mark(&page, "Lloyd Austin", |mark| mark.label == "PERSON").await?;

    // By key: whole, and on.
    page.js::<()>("document.querySelector('[role=article]').focus(); return null", &[]).await?;
    select_mark(&page, "Lloyd Austin").await?;
    page.press_shift("x").await?;
    wait_for_mark(&page, "Austin", |mark| mark.status == "rejected").await?;
    page.wait_for_text("status", "Saved").await
}

/// One key marks every occurrence, of a mark or of selected words, as one change.
pub(crate) async fn marks_all_occurrences(page: Page) -> Result<()> {
    let text = "The Ferry left. Nobody saw the Ferry. “Ferry!” they called, and the Ferryman came.\n";
    annotate(&page, text).await?;
    page.select_text("Ferry").await?;
    page.press("b").await?;
    wait_for_mark(&page, "Ferry", |mark| mark.label == "PRODUCT").await?;
    page.press("=").await?;
    page.wait_for("all of them", async || {
        let all = marks(&page).await?;
        Ok((all.iter().filter(|mark| mark.text == "Ferry" && mark.label == "PRODUCT").count() == 3)
            .then_some(()))
    })
    .await?;
    page.press_ctrl("z").await?;
    page.wait_for("one of them", async || {
        let all = marks(&page).await?;
        Ok((all.iter().filter(|mark| mark.text == "Ferry" && mark.label == "PRODUCT").count() == 1)
            .then_some(()))
    })
    .await?;
    page.wait_for_text("status", "Saved").await
}
