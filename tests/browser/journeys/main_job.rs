//! The whole main job: what a person does from pasting an article to importing it again.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::{Value, json};
use thirtyfour::By;

use crate::check;
use crate::page::Page;

/// A mark as the article shows it; several elements of one annotation are one mark.
#[derive(Clone, PartialEq, Debug, Deserialize)]
pub(crate) struct Mark {
    pub(crate) id: String,
    pub(crate) label: String,
    pub(crate) status: String,
    pub(crate) text: String,
}

/// Paste, annotate, accept, mark by hand, undo and redo, reload, export, delete, import: what is
/// imported equals what was exported.
pub(crate) async fn does_the_main_job(page: Page) -> Result<()> {
    let text = article()?;
    page.open().await?;
    page.paste("Article text", &text).await?;
    page.type_date("Published", "2024-07-02").await?;
    page.click("Annotate").await?;
    page.wait_for_text("status", "Saved").await?;
    check(page.article_text().await? == text, "the article's text is exactly what was pasted")?;
    let suggested = marks(&page).await?;
    check(suggested.len() > 20, &format!("only {} marks", suggested.len()))?;
    check(suggested.iter().all(|mark| mark.status == "suggested"), "all marks are suggestions")?;
    page.show("Marks").await?;
    check(entries(&page).await? == suggested.len(), "one list entry an annotation")?;
    page.fits().await?;
    select_entry(&page).await?;
    page.show("Text").await?;
    page.fits().await?;
    page.screenshots("article").await?;

    // Accept one.
    let first = suggested.iter().find(|mark| mark.label == "MONEY").context("a mark of money")?;
    page.driver.find(By::Css(selector(&first.id))).await?.click().await?;
    page.click("Accept").await?;
    page.wait_for_status(&first.id, "accepted").await?;

    // Add one by selecting text with the mouse, labelled by a click; the card of the next suggestion gives way.
    page.press("Escape").await?;
    page.drag_over_text("meeting").await?;
    page.click("Event").await?;
    let added = page.wait_for("the new mark", async || Ok(find(&marks(&page).await?, "meeting"))).await?;
    check(added.label == "EVENT" && added.status == "accepted", &format!("{added:?}"))?;

    // Undo takes it away, redo brings it back.
    page.click("Undo").await?;
    page.wait_for("the mark to go", async || Ok(gone(&page, &added.id).await?.then_some(()))).await?;
    page.click("Redo").await?;
    page.wait_for("the mark to return", async || Ok((!gone(&page, &added.id).await?).then_some(()))).await?;
    page.wait_for_text("status", "Saved").await?;

    // Everything is there after a reload.
    let before = marks(&page).await?;
    page.screenshots("reviewed").await?;
    page.open().await?;
    page.wait_for("the article to be open again", async || {
        Ok((!marks(&page).await?.is_empty()).then_some(()))
    })
    .await?;
    check(marks(&page).await? == before, "the same marks after a reload")?;
    check(page.article_text().await? == text, "the same text after a reload")?;

    // Export, delete, import.
    page.click("Export").await?;
    page.click("Newsmark JSON").await?;
    let exported = page.download(".newsmark.json").await?;
    let file: Value = serde_json::from_str(&fs::read_to_string(&exported)?)?;
    check(file["document"]["text"] == json!(text), "the exported text is the pasted text")?;
    page.show("Library").await?;
    page.fits().await?;
    let title = page.js::<String>("return document.querySelector('.articles .title').innerText", &[]).await?;
    page.put_into_bin(&title).await?;
    page.fits().await?;
    page.wait_for("an empty library", async || Ok((articles(&page).await? == 0).then_some(()))).await?;
    page.wait_for_text("status", "Saved").await?;
    // It waits in the bin, and goes when that is emptied.
    page.find("list", "Bin").await?;
    page.click("Empty the bin").await?;
    page.click("Delete for good").await?;
    page.wait_for_text("status", "Saved").await?;
    page.wait_for("an empty store", async || {
        let keys: Vec<String> = page.js("return Object.keys(localStorage)", &[]).await?;
        Ok((!keys.iter().any(|key| key.contains("article"))).then_some(()))
    })
    .await?;

    // Browsers call a second file of one name differently.
    let kept = exported.with_file_name("kept.json");
    fs::rename(&exported, &kept)?;
    page.choose_file(&kept).await?;
    page.wait_for("the article to return", async || Ok((articles(&page).await? == 1).then_some(()))).await?;
    check(marks(&page).await? == before, "the same marks after the import")?;
    page.click("Export").await?;
    page.click("Newsmark JSON").await?;
    let again = page.download(".newsmark.json").await?;
    let again: Value = serde_json::from_str(&fs::read_to_string(again)?)?;
    check(again == file, "the imported document equals the exported one")?;

    let errors = page.console_errors().await?;
    check(errors.is_empty(), &format!("the console has errors: {errors:?}"))
}

/// Selects the second entry of the list by a click on its words.
async fn select_entry(page: &Page) -> Result<()> {
    let entry =
        page.driver.find_all(By::Css(".entry")).await?.into_iter().nth(1).context("a second entry")?;
    let id = entry.attr("data-annotation-id").await?.context("an entry has an id")?;
    entry.find(By::Css(".quote")).await?.click().await?;
    page.wait_for("the mark of the entry to be selected", async || {
        let selected = format!("mark[data-annotation-id~='{id}'][data-selected]");
        Ok((!page.driver.find_all(By::Css(selected)).await?.is_empty()).then_some(()))
    })
    .await
}

/// The same by keyboard alone: step, accept, reject, select words, label them, delete.
pub(crate) async fn works_by_keyboard(page: Page) -> Result<()> {
    page.open().await?;
    page.click("Try the sample").await?;
    page.find("article", SAMPLE_TITLE).await?;
    let suggested = marks(&page).await?;

    page.press("j").await?;
    page.press("a").await?;
    page.wait_for_status(&suggested[0].id, "accepted").await?;
    page.press("x").await?;
    page.wait_for_status(&suggested[1].id, "rejected").await?;
    page.press_ctrl("z").await?;
    page.wait_for_status(&suggested[1].id, "suggested").await?;

    // Arrow keys select words in the article; a label's key marks them.
    page.press("Escape").await?;
    page.js::<()>("document.querySelector('[role=article]').focus(); return null", &[]).await?;
    page.press("ArrowRight").await?;
    page.press_shift("ArrowRight").await?;
    page.wait_for("two words to be selected", async || {
        Ok((page.selected_text().await? == "PORTO BELMAR").then_some(()))
    })
    .await?;
    page.press("e").await?;
    let labelled = async |label: &str| {
        page.wait_for(&format!("the mark as {label}"), async || {
            Ok(find(&marks(&page).await?, "PORTO BELMAR").filter(|mark| mark.label == label))
        })
        .await
    };
    let marked = labelled("EVENT").await?;
    page.press("l").await?;
    labelled("LOC").await?;
    page.press("Delete").await?;
    page.wait_for("the mark to go", async || Ok(gone(&page, &marked.id).await?.then_some(()))).await?;
    page.wait_for_text("status", "Saved").await
}

/// Hidden labels leave the article and come back; "Accept all" and a deleted article can be undone.
pub(crate) async fn hides_labels_and_undoes_everything(page: Page) -> Result<()> {
    page.open().await?;
    page.click("Try the sample").await?;
    let all =
        page.wait_for("marks", async || Ok(Some(marks(&page).await?).filter(|m| !m.is_empty()))).await?;
    let is_amount =
        |mark: &Mark| ["MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"].contains(&mark.label.as_str());
    let amounts = all.iter().filter(|mark| is_amount(mark)).count();
    check(amounts > 0, "the sample has amounts")?;
    page.switch("Amounts").await?;
    page.wait_for("amounts to be hidden", async || {
        Ok((!marks(&page).await?.iter().any(is_amount)).then_some(()))
    })
    .await?;
    page.click("Accept all").await?;
    page.switch("Amounts").await?;
    page.wait_for("amounts to return", async || Ok((marks(&page).await?.len() == all.len()).then_some(())))
        .await?;
    let left = marks(&page).await?.into_iter().filter(|mark| mark.status == "suggested");
    check(left.count() == amounts, "all but the hidden ones are accepted")?;

    page.put_into_bin(SAMPLE_TITLE).await?;
    page.wait_for("an empty library", async || Ok((articles(&page).await? == 0).then_some(()))).await?;
    page.driver.find(By::Css(".notice button")).await?.click().await?;
    page.wait_for("it in the library", async || Ok((articles(&page).await? == 1).then_some(()))).await?;
    open_first(&page).await?;
    page.click("Undo").await?;
    page.wait_for("all as it was", async || Ok((marks(&page).await? == all).then_some(()))).await?;
    page.wait_for_text("status", "Saved").await
}

/// A text that is not annotated yet is still there after a look at another article.
pub(crate) async fn keeps_the_draft(page: Page) -> Result<()> {
    page.open().await?;
    page.click("Try the sample").await?;
    page.find("article", SAMPLE_TITLE).await?;
    page.click("New article").await?;
    page.paste("Article text", "Half a thought").await?;
    open_first(&page).await?;
    page.click("New article").await?;
    page.wait_for("the draft", async || {
        let text: String = page.js("return document.querySelector('textarea')?.value ?? ''", &[]).await?;
        Ok((text == "Half a thought").then_some(()))
    })
    .await
}

/// Title, source and date are kept; with another published date, open dates get their values.
pub(crate) async fn keeps_the_article_details(page: Page) -> Result<()> {
    page.open().await?;
    page.paste("Article text", "The council of Lima meets next week. It met last summer.").await?;
    page.click("Annotate").await?;
    page.type_date("Published", "2024-07-02").await?;
    page.wait_for("the values", async || {
        let list: String = page.js("return document.querySelector('.annotations').innerText", &[]).await?;
        Ok((list.contains("week of 8–14 July 2024") && list.contains("summer 2023")).then_some(()))
    })
    .await?;
    page.wait_for_text("status", "Saved").await?;
    page.open().await?;
    open_first(&page).await?;
    page.open_details().await?;
    let date: String = page
        .wait_for("the date", async || {
            let date: Option<String> =
                page.js("return document.querySelector('input[type=date]')?.value ?? null", &[]).await?;
            Ok(date)
        })
        .await?;
    check(date == "2024-07-02", &format!("the date is kept: {date}"))
}

/// Other pages reach the extractors without the page.
pub(crate) async fn offers_extract_to_other_pages(page: Page) -> Result<()> {
    page.open().await?;
    let text = "Café 📉 fell €3.5m in Rome.";
    let found: String =
        page.js("return wasmBindings.extract(arguments[0], '2024-07-02')", &[json!(text)]).await?;
    let found: Vec<Value> = serde_json::from_str(&found)?;
    let money = found.iter().find(|found| found["label"] == "MONEY").context("money")?;
    check(money["start"] == 12 && money["end"] == 17, "offsets are code points")?;
    check(money["value"] == json!({"amount":"3500000","currency":"EUR"}), &format!("{money}"))?;
    check(money.get("id").is_none() && money.get("created").is_none(), "no ids, no times")?;
    let none: String = page.js("return wasmBindings.extract('')", &[]).await?;
    check(none.trim() == "[]", &format!("nothing in nothing: {none}"))
}

pub(crate) const SAMPLE_TITLE: &str = "Port city plans €340 million flood barrier after record storm";

/// One of the shared articles, where they are at hand, else the page's own sample.
fn article() -> Result<String> {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let shared = top.join("../shared/articles/004_1e20f47bea09c700.txt");
    let file: PathBuf = if shared.is_file() { shared } else { top.join("static/sample.txt") };
    let text = fs::read_to_string(&file).with_context(|| format!("{}", file.display()))?;
    // Both have a word that nobody marks.
    Ok(if text.contains("meeting") { text } else { text + "\nThe meeting ended.\n" })
}

pub(crate) async fn marks(page: &Page) -> Result<Vec<Mark>> {
    let script = r#"
        const marks = new Map();
        for (const element of document.querySelectorAll("[role=article] mark")) {
            const ids = element.dataset.annotationId.split(" ");
            for (const id of ids) {
                const mark = marks.get(id) ?? { id, label: "", status: "", text: "" };
                mark.text += element.textContent;
                // Label and status are the innermost's, whose id comes first.
                if (id === ids[0]) Object.assign(mark, { label: element.dataset.label, status: element.dataset.status });
                marks.set(id, mark);
            }
        }
        return [...marks.values()];"#;
    page.js(script, &[]).await
}

fn find(marks: &[Mark], text: &str) -> Option<Mark> {
    marks.iter().find(|mark| mark.text == text).cloned()
}

async fn gone(page: &Page, id: &str) -> Result<bool> {
    Ok(marks(page).await?.iter().all(|mark| mark.id != id))
}

async fn entries(page: &Page) -> Result<usize> {
    let list = page.find("list", "Annotations").await?;
    Ok(list.find_all(By::Css("[role=listitem]")).await?.len())
}

pub(crate) async fn articles(page: &Page) -> Result<usize> {
    page.js("return document.querySelectorAll('[aria-label=Articles] li').length", &[]).await
}

pub(crate) async fn open_first(page: &Page) -> Result<()> {
    let open = page
        .wait_for("an article in the library", async || {
            Ok(Some(page.driver.find(By::Css(".articles .open")).await?))
        })
        .await?;
    open.click().await?;
    page.wait_for("the article", async || Ok(Some(page.driver.find(By::Css("[role=article]")).await?)))
        .await?;
    Ok(())
}

fn selector(id: &str) -> String {
    format!("mark[data-annotation-id~='{id}']")
}

impl Page {
    async fn wait_for_status(&self, id: &str, status: &str) -> Result<()> {
        self.wait_for(&format!("a mark to be {status}"), async || {
            let marks = marks(self).await?;
            Ok(marks.iter().any(|mark| mark.id == id && mark.status == status).then_some(()))
        })
        .await
    }
}
