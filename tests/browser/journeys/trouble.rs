//! Bad files and full storage: a clear message, and nothing lost.

use std::fs;

use anyhow::Result;
use serde_json::json;
use tempfile::TempDir;
use thirtyfour::By;

use super::main_job::{articles, open_first};
use crate::check;
use crate::page::Page;

/// Files that cannot be imported each get a message; what is stored stays as it is, byte for byte.
pub(crate) async fn says_what_is_wrong_with_a_file(page: Page) -> Result<()> {
    page.open().await?;
    page.click("Annotate").await?;
    page.wait_for_text("alert", "no text yet").await?;
    page.click("Try the sample").await?;
    page.wait_for_text("status", "Saved").await?;
    let stored = storage(&page).await?;

    let folder = TempDir::with_prefix("newsmark-files-")?;
    let cases: [(&str, &[u8], &str); 5] = [
        ("empty.json", b"", "empty.json"),
        ("picture.json", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff\xfe", "picture.json"),
        ("theirs.json", br#"{"name":"package","version":"1.0.0"}"#, "theirs.json"),
        ("cut.json", br#"{"format":"newsmark","version":1,"document":{"id":"#, "cut.json"),
        ("new.json", br#"{"format":"newsmark","version":99,"document":{"text":"x"}}"#, "newer"),
    ];
    for (name, bytes, said) in cases {
        let file = folder.path().join(name);
        fs::write(&file, bytes)?;
        page.choose_file(&file).await?;
        page.wait_for_text("alert", said).await?;
        check(storage(&page).await? == stored, &format!("{name} changed what is stored"))?;
        page.click("Dismiss").await?;
    }
    page.screenshots("trouble").await
}

/// Plain text is opened as a new article; five megabytes of it are too much, which is said, and
/// nothing is changed.
pub(crate) async fn opens_text_files_of_an_article_s_size(page: Page) -> Result<()> {
    page.open().await?;
    let folder = TempDir::with_prefix("newsmark-files-")?;
    let small = folder.path().join("the_minutes.txt");
    fs::write(&small, "The council of Lima met.\r\nIt spent $3 million.")?;
    page.choose_file(&small).await?;
    page.find("article", "the minutes").await?;
    check(
        page.article_text().await? == "The council of Lima met.\nIt spent $3 million.",
        "line ends are LF",
    )?;
    page.wait_for_text("status", "Saved").await?;
    let stored = storage(&page).await?;

    let large = folder.path().join("large.txt");
    fs::write(&large, "The council of Lima met on Tuesday and spent $3 million.\n".repeat(120_000))?;
    page.choose_file(&large).await?;
    page.wait_for_text("alert", "6.8 MB").await?;
    check(storage(&page).await? == stored, "what is stored has changed")?;
    check(articles(&page).await? == 1, "the library has changed")
}

/// What a file marks elsewhere is moved and told; what has no place is listed, and exported again.
pub(crate) async fn lists_what_has_no_place(page: Page) -> Result<()> {
    page.open().await?;
    let folder = TempDir::with_prefix("newsmark-files-")?;
    let file = folder.path().join("moved.newsmark.json");
    let annotation = |start: usize, quote: &str, label: &str| json!({"start": start, "end": start + quote.len(), "quote": quote, "label": label, "status": "accepted"});
    let content = json!({
        "format": "newsmark", "version": 1, "offset_unit": "codepoint",
        "document": {"title": "Moved", "text": "A long day. Lima sent help to Porto Belmar."},
        "annotations": [annotation(0, "Lima sent help", "EVENT"), annotation(3, "Reykjavik", "LOC")],
    });
    fs::write(&file, content.to_string())?;
    page.choose_file(&file).await?;
    page.find("article", "Moved").await?;
    let mark: String = page.js("return document.querySelector('mark').textContent", &[]).await?;
    check(mark == "Lima sent help", &format!("moved to its quote: {mark}"))?;
    let orphans = "return document.querySelector('.orphans').textContent";
    page.wait_for("the orphan", async || {
        Ok(page.js::<String>(orphans, &[]).await?.contains("Reykjavik").then_some(()))
    })
    .await?;
    page.click("Export").await?;
    page.click("Newsmark JSON").await?;
    let exported = fs::read_to_string(page.download(".newsmark.json").await?)?;
    check(exported.contains("Reykjavik"), "the orphan is exported")
}

/// A write that fails is shown and loses nothing; when there is room again, all gets saved.
pub(crate) async fn keeps_what_could_not_be_saved(page: Page) -> Result<()> {
    page.open().await?;
    page.click("Try the sample").await?;
    page.wait_for_text("status", "Saved").await?;
    let fill = "let size = 1 << 20, filler = ''; while (size >= 1) {
            try { localStorage.setItem('theirs', filler + 'x'.repeat(size)); filler += 'x'.repeat(size); }
            catch { size >>= 1; } } return filler.length";
    let filled: usize = page.js(fill, &[]).await?;
    check(filled > 1_000_000, &format!("the storage could be filled: {filled}"))?;

    page.click("Accept all").await?;
    page.select_text("flood barrier").await?;
    page.press("i").await?;
    page.wait_for_text("alert", "Not saved").await?;
    page.wait_for_text("status", "Not saved").await?;
    let accepted = "return document.querySelectorAll('mark[data-status=accepted]').length";
    let in_memory: usize = page.js(accepted, &[]).await?;
    check(in_memory > 0, "the page still shows what was done")?;

    let () = page.js("localStorage.removeItem('theirs'); return null", &[]).await?;
    page.click("Try again").await?;
    page.wait_for_text("status", "Saved").await?;
    page.open().await?;
    open_first(&page).await?;
    check(page.js::<usize>(accepted, &[]).await? == in_memory, "all of it was saved")
}

/// A tab that is closed in the middle of the work: the next finds everything.
pub(crate) async fn finds_everything_after_a_closed_tab(page: Page) -> Result<()> {
    page.open().await?;
    page.click("Try the sample").await?;
    page.click("Accept all").await?;
    page.wait_for_text("status", "Saved").await?;
    let first = page.driver.window().await?;
    let second = page.driver.new_tab().await?;
    page.driver.switch_to_window(first).await?;
    page.driver.close_window().await?;
    page.driver.switch_to_window(second).await?;
    page.open().await?;
    open_first(&page).await?;
    let waiting: usize =
        page.js("return document.querySelectorAll('mark[data-status=suggested]').length", &[]).await?;
    let accepted: usize =
        page.js("return document.querySelectorAll('mark[data-status=accepted]').length", &[]).await?;
    check(waiting == 0 && accepted > 0, &format!("{waiting} waiting, {accepted} accepted"))
}

/// What a newer version has stored can be read, and stays as it is.
pub(crate) async fn shows_newer_records(page: Page) -> Result<()> {
    page.open().await?;
    page.click("Try the sample").await?;
    page.wait_for_text("status", "Saved").await?;
    let age = "const key = Object.keys(localStorage).find((key) => key.startsWith('newsmark:article:'));
        const record = localStorage.getItem(key);
        const end = record.indexOf('\\n');
        const header = JSON.parse(record.slice(0, end).split('\\t')[0]);
        localStorage.setItem(key, JSON.stringify({ ...header, record: 99 }) + record.slice(end));
        return [key, localStorage.getItem(key)]";
    let [key, record]: [String; 2] = page.js(age, &[]).await?;
    page.open().await?;
    page.to_library().await?;
    page.click("Read it").await?;
    let text = page.find("article", "The article").await?.text().await?;
    check(text.contains("flood barrier"), &text)?;
    page.screenshots("newer").await?;
    page.click("Close").await?;
    page.click("Try the sample").await?;
    page.wait_for_text("status", "Saved").await?;
    let now: String = page.js("return localStorage.getItem(arguments[0])", &[json!(key)]).await?;
    check(now == record, "it is as it was")
}

/// A damaged record is set aside, listed and downloaded; the others load.
pub(crate) async fn sets_damaged_records_aside(page: Page) -> Result<()> {
    page.open().await?;
    page.click("Try the sample").await?;
    page.wait_for_text("status", "Saved").await?;
    let damaged = "newsmark:article:00000000-0000-4000-8000-000000000001";
    let () = page.js("localStorage.setItem(arguments[0], '{torn'); return null", &[json!(damaged)]).await?;
    page.open().await?;
    page.to_library().await?;
    page.find("list", "Records that cannot be read").await?;
    check(articles(&page).await? == 1, "the good one is listed")?;
    check(articles_stored(&page).await? == 1, "the damaged one is out of the way")?;
    page.click("Download record").await?;
    check(fs::read_to_string(page.download(".txt").await?)? == "{torn", "the damaged one is as it was")?;
    page.click("Discard").await?;
    page.wait_for("the list to go", async || {
        Ok(page.find_all("list", "Records that cannot be read").await?.is_empty().then_some(()))
    })
    .await?;

    // One flipped character in the middle of what is packed.
    let flip = "const key = Object.keys(localStorage).find(key => key.startsWith('newsmark:article:'));
        const record = localStorage.getItem(key), middle = record.length >> 1;
        const other = String.fromCharCode(record.charCodeAt(middle) ^ 1);
        localStorage.setItem(key, record.slice(0, middle) + other + record.slice(middle + 1)); return null";
    page.click("New article").await?;
    page.wait_for_text("status", "Saved").await?;
    let () = page.js(flip, &[]).await?;
    page.open().await?;
    page.wait_for("the article in the library", async || {
        Ok(Some(page.driver.find(By::Css(".articles .open")).await?.click().await?))
    })
    .await?;
    page.wait_for_text("alert", "cannot be read").await?;
    page.to_library().await?;
    page.find("list", "Records that cannot be read").await?;
    check(articles_stored(&page).await? == 0, "the record that fails its checksum is out of the way")
}

async fn articles_stored(page: &Page) -> Result<usize> {
    let count = "return Object.keys(localStorage).filter(key => key.startsWith('newsmark:article:')).length";
    page.js(count, &[]).await
}

async fn storage(page: &Page) -> Result<Vec<(String, String)>> {
    page.js("return Object.entries(localStorage).sort()", &[]).await
}
