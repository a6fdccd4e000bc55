//! What the page keeps, and how it says so: the storage panel, backups, earlier states.

use std::fs;

use anyhow::Result;
use serde_json::json;
use tempfile::TempDir;

use super::main_job::{articles, open_first};
use crate::check;
use crate::page::Page;

/// The library as one file; restored, it brings back what was deleted, and that can be undone.
pub(crate) async fn backs_up_and_restores_the_library(page: Page) -> Result<()> {
    page.open().await?;
    page.click("Try the sample").await?;
    page.wait_for_text("status", "Saved").await?;
    page.to_library().await?;
    page.click("Storage").await?;
    page.find("dialog", "Storage").await?;
    page.find("meter", "Storage used").await?;
    page.screenshots("storage").await?;
    page.click("Back up the library").await?;
    let backup = page.download(".newsmark.json").await?;
    check(fs::read_to_string(&backup)?.contains("newsmark-library"), "the backup is a library")?;
    let said: String = page.js("return document.querySelector('dialog').innerText", &[]).await?;
    check(said.contains("The last backup was made on"), &said)?;
    page.click("Close").await?;
    open_first(&page).await?;

    let accepted = "return document.querySelectorAll('mark[data-status=accepted]').length";
    page.click("Accept all").await?;
    page.wait_for_text("status", "Saved").await?;
    let before: usize = page.js(accepted, &[]).await?;
    page.choose_file(&backup).await?;
    said_in_a_toast(&page, "0 added, 0 merged, 1 the same").await?;
    check(page.js::<usize>(accepted, &[]).await? == before, "the later state of each mark stays")?;

    page.to_library().await?;
    page.hover(".rows li").await?;
    let delete = "document.querySelector('[aria-label^=\"Delete article\"]').click(); return null";
    let () = page.js(delete, &[]).await?;
    check_articles(&page, 0).await?;
    page.choose_file(&backup).await?;
    said_in_a_toast(&page, "was in the bin and has been put back").await?;
    check_articles(&page, 1).await?;
    open_first(&page).await?;
    page.wait_for("what was decided", async || {
        Ok((page.js::<usize>(accepted, &[]).await? == before).then_some(()))
    })
    .await?;
    page.wait_for_text("status", "Saved").await
}

/// An article that is worked on again a day later has a restore point, which brings it back.
pub(crate) async fn restores_an_earlier_day(page: Page) -> Result<()> {
    // A page of yesterday.
    let script = "const now = Date.now; Date.now = () => now() - 86_400_000;";
    let source = json!({ "source": script });
    let added = page.driver.cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", source).await?;
    page.open().await?;
    page.paste("Article text", "Storm hits Lima.").await?;
    page.click("Annotate").await?;
    page.wait_for_text("status", "Saved").await?;
    let marks = "return document.querySelectorAll('mark:not([data-status=rejected])').length";
    let before: usize = page.js(marks, &[]).await?;
    page.driver.cdp().send_raw("Page.removeScriptToEvaluateOnNewDocument", added).await?;

    page.open().await?;
    open_first(&page).await?;
    page.click("History").await?;
    let said: String = page.js("return document.querySelector('dialog').innerText", &[]).await?;
    check(said.contains("no earlier state yet"), &said)?;
    page.click("Close").await?;
    page.select_text("Storm hits").await?;
    page.press("e").await?;
    page.wait_for_text("status", "Saved").await?;
    check(page.js::<usize>(marks, &[]).await? > before, "another mark")?;
    page.click("History").await?;
    page.find("list", "Earlier states").await?;
    page.screenshots("history").await?;
    let restore = "document.querySelector('.days button').click(); return null";
    let () = page.js(restore, &[]).await?;
    page.wait_for("yesterday’s marks", async || {
        Ok((page.js::<usize>(marks, &[]).await? == before).then_some(()))
    })
    .await?;
    page.click("Undo").await?;
    page.wait_for("today’s marks", async || Ok((page.js::<usize>(marks, &[]).await? > before).then_some(())))
        .await
}

/// Characters that nobody sees are told, and shown on request; in names they are shown at once.
pub(crate) async fn shows_invisible_characters(page: Page) -> Result<()> {
    page.open().await?;
    page.paste("Article text", "The invoice\u{202E}fdp.exe came from Li\u{200B}ma.").await?;
    page.click("Annotate").await?;
    page.click("Show them").await?;
    page.find("list", "Invisible characters").await?;
    let said: String = page.js("return document.querySelector('dialog').innerText", &[]).await?;
    check(said.contains("invoice⟨U+202E⟩fdp.exe") && said.contains("Li⟨U+200B⟩ma"), &said)?;
    page.screenshots("invisible").await?;
    page.click("Close").await?;
    let titles: String = page.js("return document.querySelector('.articles').innerText", &[]).await?;
    check(titles.contains("⟨U+202E⟩"), &titles)
}

/// Where the browser stores nothing the page works in memory, says so, and offers export.
pub(crate) async fn works_without_storage(page: Page) -> Result<()> {
    page.open().await?;
    page.wait_for_text("alert", "does not let Newsmark store anything").await?;
    page.click("Try the sample").await?;
    page.click("Accept all").await?;
    page.paste_new("Storm hits Lima.").await?;
    check_articles(&page, 2).await?;
    page.wait_for_text("status", "Not saved").await?;
    page.screenshots("blocked").await?;
    page.click("Export all articles").await?;
    let backup = fs::read_to_string(page.download(".newsmark.json").await?)?;
    check(backup.contains("Storm hits Lima.") && backup.contains("\"accepted\""), "all of it is exported")?;
    page.to_library().await?;
    page.click("Storage").await?;
    page.find("dialog", "Storage").await?;
    page.click("Close").await
}

/// A thousand articles of sixty marks each fit, are listed after a restart, and open.
pub(crate) async fn holds_a_thousand_articles(page: Page) -> Result<()> {
    const ARTICLES: usize = 1_000;
    const MARKS: usize = 60;
    page.open().await?;
    let words: Vec<&str> = include_str!("../../../src/extract/names/lists/common_words.txt")
        .split_whitespace()
        .filter(|word| word.chars().all(char::is_alphabetic))
        .collect();
    let mut state = 7u64;
    let mut dice = |limit: usize| {
        // A linear congruential generator is noise enough here.
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % limit
    };
    let uuid = |dice: &mut dyn FnMut(usize) -> usize| {
        let part = |n: usize| format!("{n:08x}");
        let [a, b, c, d] = [(); 4].map(|()| part(dice(1 << 31)));
        format!("{a}-{}-4{}-8{}-{c}{}", &b[..4], &b[5..8], &d[..3], &d[4..8])
    };
    let folder = TempDir::with_prefix("newsmark-files-")?;
    let mut documents = Vec::new();
    for n in 0..ARTICLES {
        let mut text = format!("Article {n}.");
        while text.len() < 3_000 {
            text.push_str(if dice(12) == 0 { "\n" } else { " " });
            text.push_str(words[dice(words.len())]);
        }
        let places: Vec<usize> = text.match_indices(' ').map(|(at, _)| at).collect();
        let annotations: Vec<_> = (0..MARKS)
            .map(|_| {
                let at = dice(places.len() - 1);
                let (start, end) = (places[at] + 1, places[at + 1]);
                let status = ["suggested", "accepted"][dice(2)];
                let label = ["PERSON", "ORG", "LOC"][dice(3)];
                let score = dice(100) as f64 / 100.0;
                json!({"id": uuid(&mut dice), "start": start, "end": end, "quote": text[start..end],
                    "label": label, "status": status,
                    "origin": {"by": "extractor", "name": "names", "version": "1", "score": score}})
            })
            .collect();
        let title = format!("Article {n}");
        documents.push(json!({"format": "newsmark", "version": 1, "offset_unit": "codepoint",
            "document": {"id": uuid(&mut dice), "title": title, "text": text, "created": "2024-07-02T10:00:00Z"},
            "annotations": annotations}));
    }
    let library = json!({"format": "newsmark-library", "version": 1, "documents": documents});
    let file = folder.path().join("thousand.newsmark.json");
    fs::write(&file, library.to_string())?;
    page.to_library().await?;
    page.choose_file(&file).await?;
    let stored = "return Object.keys(localStorage).filter(key => key.startsWith('newsmark:article:')).length";
    page.wait_long("the articles to be stored", async || {
        Ok((page.js::<usize>(stored, &[]).await? == ARTICLES).then_some(()))
    })
    .await?;
    page.wait_for_text("status", "Saved").await?;

    page.open().await?;
    page.to_library().await?;
    lists_so_many(&page, ARTICLES).await?;
    let units = "return Object.entries(localStorage).reduce((sum, [key, value]) => sum + key.length + value.length, 0)";
    let units: usize = page.js(units, &[]).await?;
    check(units < 5 << 20, &format!("{units} code units"))?;
    page.click("Storage").await?;
    page.screenshot("storage-thousand").await?;
    page.click("Close").await?;
    for n in [123, ARTICLES / 2, ARTICLES - 1] {
        page.to_library().await?;
        page.find("searchbox", "Filter articles").await?.send_keys(format!("article {n}")).await?;
        page.click(&format!("Article {n}")).await?;
        page.wait_for("its marks", async || {
            let marks = "return document.querySelectorAll('[role=article] mark').length";
            Ok((page.js::<usize>(marks, &[]).await? > 0).then_some(()))
        })
        .await?;
        check(page.article_text().await?.starts_with("Article "), "the article shows")?;
    }
    Ok(())
}

async fn said_in_a_toast(page: &Page, text: &str) -> Result<()> {
    page.wait_for(&format!("“{text}”"), async || {
        let said: String = page.js("return document.querySelector('.toasts').innerText", &[]).await?;
        Ok(said.contains(text).then_some(()))
    })
    .await
}

/// What the head of the whole library counts.
async fn lists_so_many(page: &Page, count: usize) -> Result<()> {
    page.wait_for(&format!("{count} articles in the library"), async || {
        let shown: String =
            page.js("return document.querySelector('.shelf-head .count').innerText", &[]).await?;
        Ok((shown.replace(',', "") == count.to_string()).then_some(()))
    })
    .await
}

async fn check_articles(page: &Page, count: usize) -> Result<()> {
    page.wait_for(&format!("{count} articles"), async || Ok((articles(page).await? == count).then_some(())))
        .await
}
