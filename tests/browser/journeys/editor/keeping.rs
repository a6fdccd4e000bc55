//! What outlasts the page: undo, and paper.

use anyhow::Result;

use super::{TEXT, annotate, progress};
use crate::check;
use crate::journeys::main_job::{SAMPLE_TITLE, marks};
use crate::page::Page;
use crate::paper::PAPERS;

/// What was done before a reload can be undone after it.
pub(crate) async fn undoes_after_a_reload(page: Page) -> Result<()> {
    page.open().await?;
    page.click("Try the sample").await?;
    page.find("article", SAMPLE_TITLE).await?;
    let before = marks(&page).await?;
    page.press("j").await?;
    page.press("a").await?;
    page.click("Accept all").await?;
    page.wait_for("all to be accepted", async || {
        let (done, all) = progress(&page).await?;
        Ok((done == all).then_some(()))
    })
    .await?;
    page.wait_for_text("status", "Saved").await?;
    page.open().await?;
    page.find("article", SAMPLE_TITLE).await?;
    page.click("Undo").await?;
    page.wait_for("all but one to be open", async || Ok((progress(&page).await?.0 == 1).then_some(())))
        .await?;
    page.click("Undo").await?;
    page.wait_for("all as it was", async || Ok((marks(&page).await? == before).then_some(()))).await?;
    page.click("Redo").await?;
    page.click("Redo").await?;
    page.wait_for("all accepted again", async || {
        let (done, all) = progress(&page).await?;
        Ok((done == all).then_some(()))
    })
    .await?;
    page.wait_for_text("status", "Saved").await
}

/// On paper stands the article with where it is from, its marks, and a table of them with all that people wrote.
pub(crate) async fn prints_the_marks(page: Page) -> Result<()> {
    annotate(&page, TEXT).await?;
    let marked = marks(&page).await?.len();
    page.js::<()>("dispatchEvent(new Event('beforeprint')); return null", &[]).await?;
    let rows: usize = page
        .wait_for("the table", async || {
            let rows: usize =
                page.js("return document.querySelectorAll('.print-table tbody tr').length", &[]).await?;
            Ok((rows > 0).then_some(rows))
        })
        .await?;
    check(rows == marked, &format!("{rows} rows"))?;
    page.js::<()>("dispatchEvent(new Event('afterprint')); return null", &[]).await?;

    let title = page.js::<String>("return document.title", &[]).await?;
    let title = title.trim_end_matches(" – Newsmark").to_owned();
    page.press("j").await?;
    let note =
        format!("https://archive.example.org/{}end {}", "minutes-".repeat(30), "Ask again. ".repeat(60));
    page.js::<()>("document.getElementById('field-note').focus(); return null", &[]).await?;
    page.paste("Note", &note).await?;
    page.press("Enter").await?;
    for paper in PAPERS {
        let sheets = page.print(paper).await?;
        let all = sheets.concat();
        let has = |words: &str| all.contains(&words.replace(char::is_whitespace, ""));
        check(has(&note), &format!("the note is whole on {}: {all}", paper.name))?;
        check(has(&title), &format!("the title is on {}: {all}", paper.name))?;
        for pressed in ["Accept", "Export", "Library", "Undo"] {
            check(!has(pressed), &format!("no {pressed} on {}: {all}", paper.name))?;
        }
        for (at, sheet) in sheets.iter().enumerate() {
            let number = format!("{}/{}", at + 1, sheets.len());
            check(sheet.contains(&number), &format!("the number {number} on {}: {sheet}", paper.name))?;
        }
    }
    Ok(())
}
