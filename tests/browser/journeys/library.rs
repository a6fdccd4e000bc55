//! The whole library: one list of all articles, sorted, filtered, renamed, tagged, several at once.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::{By, WebElement};

use crate::check;
use crate::page::Page;
use crate::screenshot::Scheme;

/// Title, outlet, published, tags, how many marks and how many of them are reviewed.
type Entry<'a> = (&'a str, &'a str, &'a str, &'a [&'a str], usize, usize);

const SHELF: [Entry<'_>; 6] = [
    (
        "Marenholm votes for €412 million tidal barrier after winter floods",
        "The Coast Courier",
        "2026-03-12",
        &["barrier", "Marenholm"],
        5,
        2,
    ),
    ("Council approves Elde barrier by nine votes to five", "Baltic Wire", "2026-03-11", &["barrier"], 6, 0),
    ("What the January storm cost the Lower Quay", "The Coast Courier", "2026-02-01", &["storm"], 3, 3),
    ("Élection au conseil du port", "", "", &[], 4, 1),
    (
        "Ten towns ask for “a second look” at the ferry contract, and the ministry, which signed it last summer, says nothing at all",
        "A paper with a name that is much longer than its column",
        "2025-11-30",
        &["ferries", "a tag that is longer than anybody should make it"],
        2,
        1,
    ),
    ("Überfahrt eingestellt", "Der Bote", "2024-07-02", &[], 0, 0),
];

/// A library as a file.
fn library(entries: impl IntoIterator<Item = Value>) -> Result<(TempDir, PathBuf)> {
    let folder = TempDir::with_prefix("newsmark-files-")?;
    let file = folder.path().join("shelf.newsmark.json");
    let documents: Vec<Value> = entries.into_iter().collect();
    fs::write(
        &file,
        json!({"format": "newsmark-library", "version": 1, "documents": documents}).to_string(),
    )?;
    Ok((folder, file))
}

fn document(n: usize, (title, outlet, published, tags, marks, reviewed): Entry<'_>) -> Value {
    let text = format!("{title}\n\nword word word word word word word");
    let first = title.chars().count() + 2;
    let marks: Vec<_> = (0..marks)
        .map(|mark| {
            let start = first + 5 * mark;
            let status = if mark < reviewed { "accepted" } else { "suggested" };
            json!({"id": uuid(100 * n + mark + 1), "start": start, "end": start + 4, "quote": "word", "label": "ORG", "status": status})
        })
        .collect();
    let day = |day: usize| format!("2024-05-{:02}T10:00:00Z", 1 + day % 28);
    json!({"format": "newsmark", "version": 1, "offset_unit": "codepoint", "annotations": marks,
        "document": {"id": uuid(1_000_000 + n), "title": title, "outlet": outlet, "published": published, "tags": tags, "text": text,
            "created": day(n), "modified": day(n)}})
}

fn uuid(n: usize) -> String {
    format!("00000000-0000-4000-8000-{n:012}")
}

/// Opens the whole library with the six articles.
async fn open_shelf(page: &Page) -> Result<TempDir> {
    page.open().await?;
    let (folder, file) = library(SHELF.into_iter().enumerate().map(|(n, entry)| document(n, entry)))?;
    page.to_library().await?;
    page.choose_file(&file).await?;
    titles_are(page, |all| all.len() == 6).await?;
    page.wait_for_text("status", "Saved").await?;
    Ok(folder)
}

async fn titles(page: &Page) -> Result<Vec<String>> {
    let list = page.find("list", "Articles").await?;
    let mut titles = Vec::new();
    for button in list.find_all(By::Css(".open")).await? {
        titles.push(page.computed(&button, "computedlabel").await?);
    }
    Ok(titles)
}

async fn titles_are(page: &Page, wanted: impl Fn(&[String]) -> bool) -> Result<()> {
    let mut last = Vec::new();
    let found = page
        .wait_for("the titles", async || {
            last = titles(page).await?;
            Ok(wanted(&last).then_some(()))
        })
        .await;
    found.with_context(|| format!("{last:#?}"))
}

async fn begins_with(page: &Page, words: &[&str]) -> Result<()> {
    titles_are(page, |all| {
        all.len() == words.len() && all.iter().zip(words).all(|(title, words)| title.starts_with(words))
    })
    .await
}

async fn title_field(page: &Page) -> Result<WebElement> {
    page.wait_for("the title as a field", async || Ok(Some(page.driver.find(By::Css(".retitle")).await?)))
        .await
}

async fn is_checked(page: &Page, count: usize) -> Result<()> {
    page.wait_for(&format!("{count} chosen"), async || {
        let checked: usize =
            page.js("return document.querySelectorAll('.rows :checked').length", &[]).await?;
        Ok((checked == count).then_some(()))
    })
    .await
}

/// An empty library says so, and has three ways to begin; the sample opens.
pub(crate) async fn library_begins_empty(page: Page) -> Result<()> {
    page.open().await?;
    page.to_library().await?;
    page.is_accessible("empty library").await?;
    page.screenshots("shelf-empty").await?;
    let empty = page.driver.find(By::Css(".shelf-empty")).await?;
    let mut names = Vec::new();
    for button in empty.find_all(By::Css("button")).await? {
        names.push(button.text().await?);
    }
    check(names == ["New article", "Import", "Try the sample"], &format!("{names:?}"))?;
    page.click("Try the sample").await?;
    page.wait_for("the sample", async || Ok(Some(page.driver.find(By::Css("[role=article] mark")).await?)))
        .await?;
    page.to_library().await?;
    check(page.driver.find(By::Css(".shelf-empty")).await.is_err(), "the library is not empty")?;
    page.click("New article").await?;
    page.find("textbox", "Article text").await.map(drop)
}

/// The list sorts by each of its columns, both ways, stays sorted over a reload, and filters by words and tags.
pub(crate) async fn library_sorts_and_filters(page: Page) -> Result<()> {
    let _folder = open_shelf(&page).await?;
    // What was changed last stands first.
    begins_with(&page, &["Über", "Ten", "Élect", "What", "Council", "Maren"]).await?;
    page.click("Title").await?;
    begins_with(&page, &["Council", "Élect", "Maren", "Ten", "Über", "What"]).await?;
    page.click("Published").await?;
    begins_with(&page, &["Maren", "Council", "What", "Ten", "Über", "Élect"]).await?;
    page.click("Published").await?;
    begins_with(&page, &["Über", "Ten", "What", "Council", "Maren", "Élect"]).await?;
    page.click("To review").await?;
    begins_with(&page, &["Council", "Élect", "Maren", "Ten", "Über", "What"]).await?;
    page.driver.refresh().await?;
    begins_with(&page, &["Council", "Élect", "Maren", "Ten", "Über", "What"]).await?;
    let left = "return [...document.querySelectorAll('.rows .left')].map(it => it.innerText)";
    let left: Vec<String> = page.js(left, &[]).await?;
    check(
        left == ["6 left", "3 left", "3 left", "1 left", "nothing marked", "reviewed"],
        &format!("{left:?}"),
    )?;

    let field = page.find("searchbox", "Filter articles").await?;
    field.send_keys("COAST storm").await?;
    begins_with(&page, &["What"]).await?;
    field.clear().await?;
    field.send_keys("election").await?;
    begins_with(&page, &["Élect"]).await?;
    field.send_keys(" nowhere").await?;
    page.click("Show all articles").await?;
    titles_are(&page, |all| all.len() == 6).await?;
    page.click("barrier").await?;
    begins_with(&page, &["Council", "Maren"]).await?;
    page.is_accessible("library with a filter").await?;
    page.click("barrier").await?;
    titles_are(&page, |all| all.len() == 6).await?;

    // The title opens the article.
    page.click("Überfahrt eingestellt").await?;
    page.find("article", "Überfahrt eingestellt").await.map(drop)
}

/// Titles are changed in place, tags given and taken off several at once; each is undone by its notice, outlasts a reload
/// and travels in files.
pub(crate) async fn library_renames_and_tags(page: Page) -> Result<()> {
    let _folder = open_shelf(&page).await?;
    page.hover(".rows li:last-child").await?;
    page.click(&format!("Rename {}", SHELF[0].0)).await?;
    let field = title_field(&page).await?;
    // The old title is there, and chosen, so that typing takes its place.
    check(
        page.js::<String>("return document.activeElement.value", &[]).await? == SHELF[0].0,
        "the old title",
    )?;
    field.send_keys("Barrier vote").await?;
    page.press("Enter").await?;
    page.notice_says("is now called “Barrier vote”").await?;
    titles_are(&page, |all| all.iter().any(|it| it == "Barrier vote")).await?;
    let focused = "return document.activeElement.innerText";
    check(page.js::<String>(focused, &[]).await? == "Barrier vote", "the focus is at the title")?;
    page.click("Undo this").await?;
    titles_are(&page, |all| all.iter().any(|it| it == SHELF[0].0)).await?;
    // Escape leaves it as it was.
    page.js::<()>("document.querySelector('.rows .open').focus(); return null", &[]).await?;
    page.press("F2").await?;
    title_field(&page).await?.send_keys("x").await?;
    page.press("Escape").await?;
    titles_are(&page, |all| all.iter().any(|it| it == SHELF[0].0)).await?;

    for title in [SHELF[2].0, SHELF[5].0] {
        page.find("checkbox", &format!("Select {title}")).await?.click().await?;
    }
    page.click("Tag").await?;
    page.find("textbox", "New tag").await?.send_keys("to check").await?;
    page.press("Enter").await?;
    page.notice_says("2 articles now have the tag “to check”").await?;
    page.is_accessible("library with a bar").await?;
    page.screenshots("shelf-chosen").await?;
    page.wait_for_text("status", "Saved").await?;
    page.driver.refresh().await?;
    page.click("to check").await?;
    titles_are(&page, |all| all.len() == 2).await?;

    // Both at once: exported, then put into the bin, then back.
    page.find("checkbox", "Select all articles").await?.click().await?;
    is_checked(&page, 2).await?;
    let export = "[...document.querySelectorAll('.chosen button')].find(it => it.textContent === 'Export').click(); return null";
    page.js::<()>(export, &[]).await?;
    let file = page.download(".newsmark.json").await?;
    let file: Value = serde_json::from_str(&fs::read_to_string(file)?)?;
    let documents = file["documents"].as_array().context("a library")?;
    check(documents.len() == 2, "both are in the file")?;
    let tags = &documents[0]["document"]["tags"];
    check(tags.as_array().is_some_and(|tags| tags.contains(&json!("to check"))), &tags.to_string())?;
    page.click("Put into the bin").await?;
    page.notice_says("2 articles are in the bin").await?;
    titles_are(&page, |all| all.len() == 4).await?;
    page.driver.find(By::Css(".notice button")).await?.click().await?;
    page.notice_says("2 articles are back in the library").await?;
    // As it was before: the tag is there again, and with it what was chosen by it.
    titles_are(&page, |all| all.len() == 2).await
}

/// All of it without a mouse: arrows, Space, ranges with Shift, F2, Delete.
pub(crate) async fn library_works_by_keyboard(page: Page) -> Result<()> {
    let _folder = open_shelf(&page).await?;
    page.js::<()>("document.querySelector('.rows .open').focus(); return null", &[]).await?;
    let focused = async |start: &str| -> Result<()> {
        page.wait_for(start, async || {
            let text: String = page.js("return document.activeElement.innerText", &[]).await?;
            Ok(text.starts_with(start).then_some(()))
        })
        .await
    };
    page.press("ArrowDown").await?;
    focused("Ten towns").await?;
    page.press("ArrowUp").await?;
    focused("Überfahrt").await?;
    for _ in 0..2 {
        page.press_shift("ArrowDown").await?;
    }
    is_checked(&page, 3).await?;
    page.press("Escape").await?;
    is_checked(&page, 0).await?;
    page.js::<()>("document.querySelector('.rows input').focus(); return null", &[]).await?;
    page.press(" ").await?;
    is_checked(&page, 1).await?;
    for _ in 0..3 {
        page.press("ArrowDown").await?;
    }
    page.press_shift(" ").await?;
    is_checked(&page, 4).await?;
    page.press(" ").await?;
    is_checked(&page, 3).await?;
    page.press("ArrowUp").await?;
    page.press("Delete").await?;
    page.notice_says("3 articles are in the bin").await?;
    titles_are(&page, |all| all.len() == 3).await
}

/// Two thousand articles: each sorting and each letter of a filter shows within 50 milliseconds.
pub(crate) async fn library_holds_two_thousand(page: Page) -> Result<()> {
    const ARTICLES: usize = 2_000;
    page.open().await?;
    let outlets = ["The Coast Courier", "Baltic Wire", "Der Bote", ""];
    let entries = (0..ARTICLES).map(|n| {
        let title = format!("{} of the harbour, part {n}", ["Storm", "Vote", "Élection", "Cost"][n * 7 % 4]);
        let published = if n % 9 == 0 {
            String::new()
        } else {
            format!("20{:02}-{:02}-{:02}", 10 + n % 15, 1 + n % 12, 1 + n % 28)
        };
        document(
            n,
            (&title, outlets[n % 4], &published, &[["barrier", "storm", "ferries"][n % 3]], n % 7, n % 3),
        )
    });
    let (_folder, file) = library(entries)?;
    page.to_library().await?;
    page.choose_file(&file).await?;
    let stored = "return Object.keys(localStorage).filter(key => key.startsWith('newsmark:article:')).length";
    page.wait_long("the articles to be stored", async || {
        Ok((page.js::<usize>(stored, &[]).await? == ARTICLES).then_some(()))
    })
    .await?;
    page.open().await?;
    page.to_library().await?;
    // From the press to the list as it is drawn: what changes in it is looked at after each change.
    let measure = "const [work, done] = arguments; const list = document.querySelector('.rows');
        let start, last = 0;
        const look = new MutationObserver(() => { last = performance.now() - start; });
        look.observe(document.querySelector('.shelf'), { childList: true, subtree: true, attributes: true, characterData: true });
        start = performance.now();
        if (work.startsWith('type ')) {
            const field = document.querySelector('.shelf-filter input');
            Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, work.slice(5));
            field.dispatchEvent(new Event('input', { bubbles: true }));
        } else document.querySelector(work).click();
        requestAnimationFrame(() => setTimeout(() => { look.disconnect(); done(last); }, 0));";
    const WORKS: [&str; 15] = [
        ".sorting .title", ".sorting .title", ".sorting .outlet", ".sorting .published", ".sorting .changed",
        ".sorting .left", "type s", "type st", "type sto", "type storm 19", "type ", ".shelf-filter .tag",
        ".shelf-filter .tag", ".rows input", ".sorting input",
    ];
    for work in WORKS {
        let took: f64 = page.driver.execute_async(measure, vec![json!(work)]).await?.convert()?;
        check(took > 0.0, &format!("{work} changes nothing"))?;
    }
    page.screenshot("shelf-two-thousand").await.map(drop)
}

/// At every width, light and dark: nothing is cut off, everything is large enough for a finger on a phone, and axe-core
/// finds nothing.
pub(crate) async fn library_fits_every_screen(page: Page) -> Result<()> {
    let _folder = open_shelf(&page).await?;
    page.find("checkbox", &format!("Select {}", SHELF[5].0)).await?.click().await?;
    page.click("Put into the bin").await?;
    page.find("list", "Bin").await?;
    for (width, height) in [(1280, 900), (768, 1024), (390, 844), (320, 568)] {
        page.resize(width, height).await?;
        for (scheme, word) in [(Scheme::Light, "light"), (Scheme::Dark, "dark")] {
            page.prefer(scheme).await?;
            page.screenshot(&format!("shelf-{width}-{word}")).await?;
            page.is_accessible(&format!("library at {width} {word}")).await?;
            page.find("checkbox", &format!("Select {}", SHELF[2].0)).await?.click().await?;
            page.find("region", "Selected articles").await?;
            page.screenshot(&format!("shelf-{width}-{word}-chosen")).await?;
            page.is_accessible(&format!("chosen in the library at {width} {word}")).await?;
            if width <= 390 {
                let small = "return [...document.querySelectorAll('.shelf :is(button, input, a)')].filter(it => {
                        if (!it.checkVisibility({ opacityProperty: true })) return false;
                        const target = it.closest('label.check') ?? (it.matches('.rows .open') ? it.closest('li') : it);
                        return target.getBoundingClientRect().height < 44;
                    }).map(it => it.outerHTML.slice(0, 120))";
                let small: Vec<String> = page.js(small, &[]).await?;
                check(small.is_empty(), &format!("too small for a finger: {small:#?}"))?;
            }
            page.click("Select none").await?;
        }
        let widths: [u32; 2] = page
            .js(
                "return [document.documentElement.scrollWidth, document.querySelector('main').scrollWidth]",
                &[],
            )
            .await?;
        check(widths.into_iter().all(|it| it <= width), &format!("{widths:?} pixels at {width}"))?;
        let shelf: f64 =
            page.js("return document.querySelector('.shelf').getBoundingClientRect().width", &[]).await?;
        check(shelf >= f64::from(width) * 0.9, &format!("the library is {shelf} pixels wide at {width}"))?;
    }
    page.driver.cdp().send_raw("Emulation.clearDeviceMetricsOverride", json!({})).await?;
    Ok(())
}

/// The word about a backup goes when there is one, wherever it was made; what a notice offers goes when it cannot be done
/// any more.
pub(crate) async fn library_banners_go_with_their_cause(page: Page) -> Result<()> {
    let folder = open_shelf(&page).await?;
    page.wait_for("the word about a backup", async || Ok(Some(page.driver.find(By::Css(".backup")).await?)))
        .await?;
    page.is_accessible("library with a word about a backup").await?;
    page.screenshots("shelf-backup").await?;
    page.click("Storage").await?;
    page.click("Back up the library").await?;
    page.click("Close").await?;
    page.wait_for("the word to go", async || {
        Ok(page.driver.find_all(By::Css(".backup")).await?.is_empty().then_some(()))
    })
    .await?;
    drop(folder);

    page.find("checkbox", &format!("Select {}", SHELF[5].0)).await?.click().await?;
    page.click("Put into the bin").await?;
    page.notice_says("is in the bin").await?;
    page.click("Empty the bin").await?;
    page.click("Delete for good").await?;
    page.notice_says("gone for good").await?;
    let offers: usize = page.js("return [...document.querySelectorAll('.notice button')].filter(it => it.textContent === 'Put back').length", &[]).await?;
    check(offers == 0, "nothing can be put back any more")
}
