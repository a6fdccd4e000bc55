//! Several people on one article: files, links, and texts that change.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use tempfile::TempDir;
use thirtyfour::By;

use super::editor::select_mark;
use super::main_job::{articles, marks};
use crate::check;
use crate::page::Page;

const TEXT: &str = "The Harbour Council of Lima has 31 members. Maria Orfei, who leads it, said on Monday that it would spend €3.5m on a \
    new pier.\n\n“We have waited for nine years,” Orfei said. The pier is to open in May 2026.\n";

async fn annotate(page: &Page, text: &str) -> Result<()> {
    page.open().await?;
    page.paste("Article text", text).await?;
    page.type_date("Published", "2024-07-02").await?;
    page.click("Annotate").await?;
    page.wait_for_text("status", "Saved").await
}

/// Exports the open article under a name of one's own.
async fn export(page: &Page, folder: &TempDir, name: &str) -> Result<PathBuf> {
    page.click("Export").await?;
    page.click("Newsmark JSON").await?;
    let file = page.download(".newsmark.json").await?;
    let to = folder.path().join(name);
    fs::rename(&file, &to).context("cannot move the export")?;
    Ok(to)
}

async fn dialog(page: &Page) -> Result<Option<String>> {
    page.js("return document.querySelector('dialog[open]')?.innerText ?? null", &[]).await
}

async fn dialog_says(page: &Page, text: &str) -> Result<()> {
    page.wait_for(text, async || Ok(dialog(page).await?.filter(|shown| shown.contains(text)).map(|_| ())))
        .await
}

async fn dialog_closes(page: &Page) -> Result<()> {
    page.wait_for("the dialog to close", async || Ok(dialog(page).await?.is_none().then_some(()))).await
}

/// Two people annotate one article in two profiles, exchange files, settle what they decided differently with one key each, and
/// see how far they agreed; the same file a second time changes nothing.
pub(crate) async fn two_people_merge(page: Page) -> Result<()> {
    let folder = TempDir::with_prefix("newsmark-colleagues-")?;
    annotate(&page, TEXT).await?;
    let first = export(&page, &folder, "article.newsmark.json").await?;
    page.click("Accept all").await?;

    let (theirs, profile) = page.another_profile().await?;
    let made = async {
        theirs.open().await?;
        theirs.choose_file(&first).await?;
        theirs.find("list tree", "Annotations").await?;
        // One is no mark for them, and two they made themselves, in the place of suggestions that we accepted.
        select_mark(&theirs, "Maria Orfei").await?;
        theirs.press("x").await?;
        theirs.wait_for_text("status", "Saved").await?;
        theirs.select_text("Lima").await?;
        theirs.press("l").await?;
        theirs.select_text("nine years,” Orfei").await?;
        theirs.press("e").await?;
        theirs
            .wait_for("their marks", async || {
                let marks = marks(&theirs).await?;
                let has = |text: &str| {
                    marks.iter().any(|mark| mark.text.contains(text) && mark.status == "accepted")
                };
                Ok((has("Lima") && has("nine years")).then_some(()))
            })
            .await?;
        theirs.wait_for_text("status", "Saved").await?;
        export(&theirs, &folder, "li.newsmark.json").await
    };
    let made = made.await;
    theirs.driver.clone().quit().await.context("cannot end the colleague's browser")?;
    drop(profile);
    let file = made?;

    page.wait_for_text("status", "Saved").await?;
    let ours = marks(&page).await?;
    page.choose_file(&file).await?;
    dialog_says(&page, "disagreement").await?;
    page.screenshots("merge").await?;
    page.fits().await?;
    let count: usize =
        page.js("return parseInt(document.querySelector('.choices .hint').innerText) || 1", &[]).await?;
    check(count >= 3, &format!("{count} disagreements"))?;
    dialog_says(&page, "Is it a mark?").await?;
    dialog_says(&page, "(li)").await?;
    // Whoever keeps a mark may have to say what becomes of another one over it.
    let mut presses = 0;
    for key in ["y", "t"].into_iter().cycle().take(2 * count) {
        let before = dialog(&page).await?.unwrap_or_default();
        if before.contains("No disagreement") {
            break;
        }
        page.press(if before.contains("Both") { "b" } else { key }).await?;
        presses += 1;
        page.wait_for("the next", async || {
            Ok(dialog(&page).await?.filter(|shown| *shown != before).map(|_| ()))
        })
        .await?;
    }
    dialog_says(&page, "No disagreement").await?;
    check(presses >= 3, &format!("{presses} presses settled {count}"))?;
    page.click("Close").await?;
    dialog_closes(&page).await?;
    page.wait_for_text("status", "Saved").await?;
    let settled = marks(&page).await?;
    page.choose_file(&file).await?;
    page.wait_for("the file to be merged again", async || {
        let said: String = page.js("return document.querySelector('.toasts').innerText", &[]).await?;
        Ok(said.contains("you agree everywhere").then_some(()))
    })
    .await?;
    let again = marks(&page).await?;
    check(again.len() == settled.len(), &format!("{} marks, then {}", settled.len(), again.len()))?;

    page.click("Agreement").await?;
    dialog_says(&page, "Cohen’s kappa").await?;
    dialog_says(&page, "decided").await?;
    page.screenshots("agreement").await?;
    let rows: usize = page.js("return document.querySelectorAll('.figures tbody tr').length", &[]).await?;
    check(rows > 3, &format!("{rows} rows"))?;
    page.click("Save as CSV").await?;
    let table = fs::read_to_string(page.download(".csv").await?)?;
    check(table.contains("krippendorff_alpha"), &table)?;
    page.click("Close").await?;
    // All of it can be taken back, after a reload, too: the second merge, each disagreement, the first merge.
    page.open().await?;
    page.find("list tree", "Annotations").await?;
    for _ in 0..presses + 2 {
        page.click("Undo").await?;
    }
    page.wait_for("our own marks alone", async || Ok((marks(&page).await? == ours).then_some(()))).await?;
    page.wait_for_text("status", "Saved").await
}

/// A link is made, opened, refused, and accepted; another one holds no word of the article.
pub(crate) async fn shares_by_link(page: Page) -> Result<()> {
    annotate(&page, TEXT).await?;
    page.click("Accept all").await?;
    page.wait_for_text("status", "Saved").await?;
    let ours = marks(&page).await?;
    page.click("Share a link").await?;
    let link = async |is_redacted: bool| -> Result<String> {
        page.wait_for("the link", async || {
            let link: String =
                page.js("return document.querySelector('[aria-label=Link]')?.value ?? ''", &[]).await?;
            let boxed: bool =
                page.js("return document.querySelector('.check input')?.checked ?? false", &[]).await?;
            Ok((boxed == is_redacted && link.contains("#newsmark=1.")).then_some(link))
        })
        .await
    };
    let whole = link(false).await?;
    page.screenshots("share").await?;
    page.driver.find(By::Css(".check input")).await?.click().await?;
    let redacted = link(true).await?;
    check(redacted != whole, "the link without words is another one")?;
    page.click("Close").await?;

    let (theirs, profile) = page.another_profile().await?;
    let result = follow(&theirs, &whole, &redacted, ours.len()).await;
    theirs.driver.clone().quit().await.context("cannot end the colleague's browser")?;
    drop(profile);
    result
}

async fn follow(theirs: &Page, whole: &str, redacted: &str, count: usize) -> Result<()> {
    let go = async |link: &str| -> Result<()> {
        theirs.driver.goto("about:blank").await?;
        theirs.driver.goto(link).await?;
        Ok(())
    };
    go(whole).await?;
    dialog_says(theirs, "Harbour Council").await?;
    theirs.screenshots("shared-link").await?;
    check(articles(theirs).await? == 0, "nothing is kept before it is opened")?;
    theirs.click("Don’t open").await?;
    dialog_closes(theirs).await?;
    check(articles(theirs).await? == 0, "nothing is kept of what was refused")?;
    let hash: String = theirs.js("return location.hash", &[]).await?;
    check(hash == "#/new", &hash)?;
    // A link that was cut off is told.
    go(&whole[..whole.len() - 40]).await?;
    theirs.wait_for_text("alert", "cut off").await?;

    go(redacted).await?;
    dialog_says(theirs, "not the text of their article").await?;
    theirs.paste("Your copy of the article", &format!("Late edition.\n\n{TEXT}")).await?;
    theirs.click("Open").await?;
    dialog_closes(theirs).await?;
    theirs.wait_for_text("status", "Saved").await?;
    let found = marks(theirs).await?;
    check(found.len() == count, &format!("{} of {count} marks", found.len()))?;
    check(found.iter().all(|mark| mark.status == "accepted"), &format!("{found:?}"))?;

    go(whole).await?;
    theirs.click("Open").await?;
    dialog_closes(theirs).await?;
    theirs.wait_for("the article", async || Ok((articles(theirs).await? == 2).then_some(()))).await?;
    theirs.wait_for_text("status", "Saved").await?;
    check(marks(theirs).await?.len() == count, "all marks are there")
}

/// A later version of the text takes the place of the old one: what changed is told, what was lost is proposed; one undo takes all
/// of it back.
pub(crate) async fn updates_the_text(page: Page) -> Result<()> {
    annotate(&page, TEXT).await?;
    page.click("Accept all").await?;
    page.wait_for_text("status", "Saved").await?;
    let before = marks(&page).await?;
    let new = format!("UPDATE\n\n{}", TEXT.replace("31 members", "32 members").replace("Orfei", "Orféi"));
    page.click("Update text").await?;
    page.js::<()>("document.querySelector('[aria-label=\"New text\"]').select(); return null", &[]).await?;
    page.paste("New text", &new).await?;
    page.wait_for("what changed", async || {
        Ok(page.driver.find_all(By::Css("dialog .facts")).await?.first().map(|_| ()))
    })
    .await?;
    let changed: String = page.js("return document.querySelector('.facts').innerText", &[]).await?;
    check(changed.contains("has 32 members") && changed.contains("has 31 members"), &changed)?;
    page.screenshots("update-text").await?;
    page.click("Update").await?;
    dialog_closes(&page).await?;
    page.wait_for("the new text", async || {
        Ok(page.article_text().await?.contains("32 members").then_some(()))
    })
    .await?;
    let orphans = async || -> Result<usize> {
        page.js("return document.querySelectorAll('.orphans li').length", &[]).await
    };
    let lost = orphans().await?;
    check(lost >= 2, &format!("{lost} without a place"))?;
    page.show("Marks").await?;
    page.screenshots("orphans").await?;
    page.click("Yes, place “31” there").await?;
    page.wait_for("it to have its place", async || Ok((orphans().await? == lost - 1).then_some(()))).await?;
    let placed = marks(&page).await?;
    check(placed.iter().any(|mark| mark.text == "32" && mark.status == "accepted"), &format!("{placed:?}"))?;
    let no = page.js::<String>("return [...document.querySelectorAll('.orphans button')].find(b => b.innerText === 'No').ariaLabel", &[]).await?;
    page.click(&no).await?;
    page.wait_for("it to be declined", async || {
        let left: usize = page.js("return [...document.querySelectorAll('.orphans button')].filter(b => b.innerText === 'No').length", &[]).await?;
        Ok((left + 2 <= lost).then_some(()))
    })
    .await?;
    page.wait_for_text("status", "Saved").await?;
    page.open().await?;
    page.wait_for("the new text", async || {
        Ok(page.article_text().await?.contains("32 members").then_some(()))
    })
    .await?;
    for _ in 0..3 {
        page.click("Undo").await?;
    }
    page.wait_for("the old text", async || {
        Ok(page.article_text().await?.contains("31 members").then_some(()))
    })
    .await?;
    let back = marks(&page).await?;
    check(back == before, &format!("{before:?}\n{back:?}"))?;
    page.wait_for_text("status", "Saved").await
}
