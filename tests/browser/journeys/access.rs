//! No screen keeps anybody out: axe-core finds nothing, light and dark, wide and narrow.

use anyhow::{Context, Result, bail};
use thirtyfour::By;

use crate::check;
use crate::page::Page;
use crate::screenshot::Scheme;

/// Text with hard line breaks and a date of its own, so that the page has something to say of it.
pub(crate) const COPIED: &str = "Storm hits the coast\n\nPublished: 3 May 2025\n\nOfficials of the Euro-\npean Commission had asked for 2.3 bil-\n\
    lion euros to repair the dam, and for as\nmuch again to raise it before the river\nis high.\n";

/// Every screen, dialog and state.
pub(crate) async fn nothing_keeps_anybody_out(page: Page) -> Result<()> {
    let mut wrong = Vec::new();
    for (width, height, scheme) in [
        (1280, 900, Scheme::Light),
        (1280, 900, Scheme::Dark),
        (1920, 1080, Scheme::Light),
        (390, 844, Scheme::Light),
        (390, 844, Scheme::Dark),
        (320, 640, Scheme::Dark),
    ] {
        page.resize(width, height).await?;
        page.prefer(scheme).await?;
        if let Err(error) = every_state(&page, &format!("{width} {scheme:?}")).await {
            wrong.push(format!("{error:#}"));
        }
    }
    if !wrong.is_empty() {
        bail!("{}", wrong.join("\n"));
    }
    Ok(())
}

/// Collects what is wrong, so that one run tells all.
#[derive(Default)]
struct Faults(Vec<String>);

impl Faults {
    async fn look(&mut self, page: &Page, state: String) -> Result<()> {
        page.fits().await.with_context(|| state.clone())?;
        if let Err(error) = page.is_accessible(&state).await {
            self.0.push(format!("{error:#}"));
        }
        Ok(())
    }
}

async fn every_state(page: &Page, at: &str) -> Result<()> {
    let mut faults = Faults::default();
    page.open().await?;
    page.js::<()>("localStorage.clear(); return null", &[]).await?;
    page.open().await?;
    faults.look(page, format!("start {at}")).await?;
    page.paste("Article text", COPIED).await?;
    page.click("Join lines").await?;
    faults.look(page, format!("join lines {at}")).await?;
    page.click("Close").await?;
    faults.look(page, format!("start with notes {at}")).await?;
    let empty = "const box = document.querySelector('textarea'); box.value = '';
        box.dispatchEvent(new Event('input', { bubbles: true })); return null";
    page.js::<()>(empty, &[]).await?;
    page.click("Try the sample").await?;
    page.wait_for_text("status", "Saved").await?;
    faults.look(page, format!("article {at}")).await?;
    // By script, since on a telephone it may be behind the bar.
    page.js::<()>("document.querySelectorAll('[role=article] mark')[3].click(); return null", &[]).await?;
    page.wait_for("the mark", async || {
        Ok(page.driver.find_all(By::Css("mark[data-selected]")).await?.first().map(|_| ()))
    })
    .await?;
    faults.look(page, format!("selected {at}")).await?;
    for part in ["Marks", "Text"] {
        page.show(part).await?;
        faults.look(page, format!("{part} {at}")).await?;
    }
    page.click("Review").await?;
    faults.look(page, format!("review {at}")).await?;
    page.click("Review").await?;
    for menu in ["More", "Share"] {
        page.click(menu).await?;
        faults.look(page, format!("menu {menu} {at}")).await?;
        page.press("Escape").await?;
    }
    for (button, state) in [
        ("Labels", "labels"),
        ("Commands", "commands"),
        ("Keyboard", "keys"),
        ("Search", "library search"),
        ("History", "history"),
        ("Merge", "merge"),
        ("Agreement", "agreement"),
        ("Share a link", "share"),
    ] {
        page.click(button).await?;
        page.wait_for("the dialog", async || {
            Ok(page.driver.find_all(By::Css("dialog[open]")).await?.first().map(|_| ()))
        })
        .await?;
        faults.look(page, format!("{state} {at}")).await?;
        if button == "Labels" {
            page.click("Delete Place").await?;
            faults.look(page, format!("delete a label {at}")).await?;
        }
        page.click("Close").await?;
    }
    for view in ["Who said what", "Check sheet", "Timeline", "Compare", "Read"] {
        page.look_at(view).await?;
        faults.look(page, format!("{view} {at}")).await?;
    }
    page.press("j").await?;
    page.press("1").await?;
    page.wait_for("the question for a name", async || {
        Ok(page.driver.find_all(By::Css(".name-bar")).await?.first().map(|_| ()))
    })
    .await?;
    faults.look(page, format!("name {at}")).await?;
    page.click("Stay without a name").await?;
    page.js::<()>("document.querySelector('main').scrollTop = 0; return null", &[]).await?;
    // Accepted marks of other figures get a proposal, those of the last paragraph none.
    page.click("Accept all").await?;
    let old = page.article_text().await?;
    let (kept, _) = old.trim_end().rsplit_once('\n').context("the sample has paragraphs")?;
    page.click("Update text").await?;
    page.js::<()>("document.querySelector('[aria-label=\"New text\"]').select(); return null", &[]).await?;
    page.paste("New text", &kept.replace(['2', '4'], "3")).await?;
    page.wait_for("the comparison", async || {
        Ok(page.driver.find_all(By::Css(".changes p:not(.hint)")).await?.first().map(|_| ()))
    })
    .await?;
    faults.look(page, format!("update text {at}")).await?;
    page.click("Update").await?;
    page.show("Marks").await?;
    for answer in ["Yes", "No", "Delete"] {
        let script = "return [...document.querySelectorAll('.orphans button')].some(button => button.innerText === arguments[0])";
        let is_there: bool = page.js(script, &[answer.into()]).await?;
        check(is_there, &format!("{answer} is asked of a mark without a place"))?;
    }
    faults.look(page, format!("orphans {at}")).await?;
    page.click("Undo").await?;
    page.click("Undo").await?;
    page.show("Text").await?;
    page.click("Export").await?;
    faults.look(page, format!("export {at}")).await?;
    page.click("Export").await?;
    page.paste("Find", "the").await?;
    faults.look(page, format!("find {at}")).await?;
    page.js::<()>("document.activeElement.blur(); return null", &[]).await?;
    page.select_text("barrier").await?;
    page.wait_for("the label menu", async || {
        Ok(page.driver.find_all(By::Css(".label-menu")).await?.first().map(|_| ()))
    })
    .await?;
    faults.look(page, format!("label menu {at}")).await?;
    page.press("Escape").await?;
    page.to_library().await?;
    faults.look(page, format!("the whole library {at}")).await?;
    page.click("Storage").await?;
    faults.look(page, format!("storage {at}")).await?;
    page.click("Close").await?;
    page.js::<()>("document.querySelector('[aria-label^=\"Delete article\"]').click(); return null", &[])
        .await?;
    page.find("list", "Bin").await?;
    faults.look(page, format!("bin {at}")).await?;
    page.click("Empty the bin").await?;
    page.find("dialog", "Empty the bin").await?;
    faults.look(page, format!("empty the bin {at}")).await?;
    page.click("Keep them").await?;
    page.driver.back().await?;
    page.wait_for("why the article does not show", async || {
        Ok(page.driver.find_all(By::Css(".lost")).await?.first().map(|_| ()))
    })
    .await?;
    page.show("Text").await?;
    faults.look(page, format!("an address in the bin {at}")).await?;
    if !faults.0.is_empty() {
        bail!("{}", faults.0.join("\n"));
    }
    Ok(())
}
