//! From a web page to its marks with one press: the extension on pages of our own, built as news sites build theirs.
//!
//! `tests/browser/pages` has them, each with what somebody who did not know the extension says stands there.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::Value;
use thirtyfour::WindowHandle;

use super::main_job;
use crate::check;
use crate::driver::Browser;
use crate::extension::Extension;
use crate::page::Page;

/// How many faults there may be on the pages of `pages/other`.
const OTHERS: usize = 17;

/// What stands on a page.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Expected {
    kind: String,
    title: String,
    title_also: Vec<String>,
    outlet: String,
    outlet_also: Vec<String>,
    byline: String,
    byline_also: Vec<String>,
    published: String,
    published_also: Vec<String>,
    canonical: String,
    paragraphs: Vec<String>,
    unsure: Vec<String>,
}

/// What the extension has made of it.
#[derive(Deserialize, Debug)]
struct Got {
    title: String,
    outlet: String,
    published: String,
    source: String,
    text: String,
    marks: usize,
}

/// Every page that holds an article is taken right, and of every other one a sentence says that it holds none.
pub(crate) async fn takes_articles(page: Page) -> Result<()> {
    let wrong = take_all(&page, "pages").await?;
    ensure!(wrong.is_empty(), "{} faults:\n{}", wrong.len(), wrong.join("\n"));
    Ok(())
}

/// Of further pages, by another hand and not seen before the rules were made, how much is wrong.
pub(crate) async fn takes_other_articles(page: Page) -> Result<()> {
    let wrong = take_all(&page, "pages/other").await?;
    ensure!(wrong.len() <= OTHERS, "{} faults:\n{}", wrong.len(), wrong.join("\n"));
    Ok(())
}

/// Takes all pages of a folder; gives what is wrong.
async fn take_all(page: &Page, place: &str) -> Result<Vec<String>> {
    let extension = begin(page).await?;
    let folder = pages().join(place.trim_start_matches("pages").trim_start_matches('/'));
    let mut names: Vec<_> = fs::read_dir(&folder)?
        .filter_map(|entry| entry.ok()?.file_name().to_str()?.strip_suffix(".json").map(str::to_owned))
        .collect();
    // One changes how objects become JSON, and the driver cannot go back to it.
    names.sort_by_key(|name| (name == "hostile-prototype", name.clone()));
    ensure!(names.len() >= 16, "{} pages", names.len());
    let home = page.driver.window().await?;
    let mut wrong = Vec::new();
    for name in &names {
        let told = fs::read_to_string(folder.join(format!("{name}.json")))?;
        let expected: Expected = serde_json::from_str(&told).with_context(|| name.clone())?;
        // The article of a frame is taken as if it stood on the page itself.
        let expected = match name.as_str() {
            "frame" => serde_json::from_str(&fs::read_to_string(folder.join("frame-inner.json"))?)?,
            _ => expected,
        };
        page.open_path(&format!("{place}/{name}.html")).await?;
        let opened = extension.press_and_follow().await?;
        let faults = match expected.kind.as_str() {
            "no-article" => no_article(page).await?,
            _ => compare(
                page,
                &got(page).await.with_context(|| name.clone())?,
                &expected,
                &format!("{place}/{name}"),
            ),
        };
        wrong.extend(faults.into_iter().map(|fault| format!("{name}: {fault}")));
        // For the next one.
        page.js::<()>("localStorage.clear(); sessionStorage.clear(); return null", &[]).await?;
        extension.asks_nobody_else()?;
        if name != "hostile-prototype" {
            close(page, &opened, &home).await?;
            let pwned: Option<Value> = page.js("return window.__pwned ?? null", &[]).await?;
            ensure!(pwned.is_none(), "{name}: something of the page has run: {pwned:?}");
        }
    }
    Ok(wrong)
}

/// The marks on the page itself, also where it has changed, and gone when it goes elsewhere.
pub(crate) async fn shows_marks_on_the_page(page: Page) -> Result<()> {
    let extension = begin(&page).await?;
    page.open_path("pages/public-broadcaster.html").await?;
    let home = page.driver.window().await?;
    let before: String = page.js("return document.body.innerHTML", &[]).await?;
    let newsmark = extension.press_and_follow().await?;
    let taken = got(&page).await?;
    ensure!(taken.marks > 15, "{taken:?}");
    page.click("Show on the page").await?;
    page.driver.switch_to_window(home.clone()).await?;
    let shown = wait_for_marks(&page).await?;
    ensure!(shown * 10 >= taken.marks * 8, "{shown} of {} marks are shown", taken.marks);
    let after: String = page.js("return document.body.innerHTML", &[]).await?;
    check(before == after, "the page's own elements stay as they are")?;
    page.screenshot(&format!("{}on-the-page", page.pictures)).await?;

    // The page changes under the marks: they follow their words.
    let change = "const all = [...document.querySelectorAll('article p')];
        const old = all[1].textContent; all[1].before(Object.assign(document.createElement('p'), { textContent: 'Breaking: more soon.' }));
        all[1].textContent = 'Update. ' + old; return null";
    page.js::<()>(change, &[]).await?;
    let words = "return [...CSS.highlights.get('newsmark-names')].map((range) => String(range)).join('|')";
    page.wait_for("the marks to follow", async || {
        let names: String = page.js(words, &[]).await?;
        Ok(names.contains("Northmere Lines").then_some(()))
    })
    .await?;

    // They are gone with another address, and with Escape.
    page.js::<()>("history.pushState(null, '', '#elsewhere'); return null", &[]).await?;
    page.wait_for("the marks to go", async || Ok((marks_shown(&page).await? == 0).then_some(()))).await?;
    page.driver.switch_to_window(newsmark).await?;
    page.click("Show on the page").await?;
    page.driver.switch_to_window(home).await?;
    wait_for_marks(&page).await?;
    page.press("Escape").await?;
    page.wait_for("the marks to go", async || Ok((marks_shown(&page).await? == 0).then_some(()))).await?;
    extension.asks_nobody_else()
}

/// A second press opens the same article; where the page has changed, its text is offered, and marks go along.
pub(crate) async fn brings_articles_up_to_date(page: Page) -> Result<()> {
    let extension = begin(&page).await?;
    page.open_path("pages/wire-service.html").await?;
    let home = page.driver.window().await?;
    let newsmark = extension.press_and_follow().await?;
    let first = got(&page).await?;
    page.driver.switch_to_window(home.clone()).await?;
    extension.press().await?;
    page.driver.switch_to_window(newsmark.clone()).await?;
    page.wait_for("a word that it is the same", async || {
        let told: String = page.js("return document.querySelector('.toasts').textContent", &[]).await?;
        Ok(told.contains("says the same as then").then_some(()))
    })
    .await?;
    check(articles(&page).await? == 1, "one article")?;

    page.driver.switch_to_window(home).await?;
    let change =
        "const all = [...document.querySelectorAll('p')].filter((it) => it.textContent.length > 120);
        all.at(-1).textContent += ' Officials counted 1,234 sandbags.'; return null";
    page.js::<()>(change, &[]).await?;
    extension.press().await?;
    page.driver.switch_to_window(newsmark).await?;
    page.find("dialog", "Update text").await?;
    page.click("Update").await?;
    page.wait_for("the new text", async || {
        Ok(page.article_text().await?.contains("1,234 sandbags").then_some(()))
    })
    .await?;
    page.wait_for_text("status", "Saved").await?;
    check(articles(&page).await? == 1, "still one article")?;
    check(page.article_text().await?.len() > first.text.len(), "the text has grown")
}

/// What is selected is taken instead; without a server, too; and where nothing can be read, a sentence says why.
pub(crate) async fn takes_what_is_selected(page: Page) -> Result<()> {
    let extension = begin(&page).await?;
    page.open_path("pages/results.html").await?;
    let home = page.driver.window().await?;
    page.site.stop();
    let select = "const all = [...document.querySelectorAll('p')].filter((it) => it.textContent.length > 60);
        const one = all.find((it) => it.nextElementSibling?.localName === 'p'), next = one.nextElementSibling;
        getSelection().setBaseAndExtent(one, 0, next, next.childNodes.length); return one.textContent + '\\n\\n' + next.textContent";
    let selected: String = page.js(select, &[]).await?;
    let opened = extension.press_and_follow().await?;
    let got = got(&page).await?;
    let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    check(flat(&got.text) == flat(&selected), &format!("{} is not {selected}", got.text))?;
    check(got.title.contains("Tarn"), &got.title)?;
    close(&page, &opened, &home).await?;

    let closed = if page.browser == Browser::Firefox { "about:license" } else { "chrome://version/" };
    page.driver.goto(closed).await?;
    extension.press_and_follow().await?;
    page.wait_for("why nothing was taken", async || {
        let told: String = page.js("return document.querySelector('.toasts').textContent", &[]).await?;
        Ok(told.contains("let no extension read this tab").then_some(()))
    })
    .await?;
    page.find("textbox", "Article text").await?;
    extension.asks_nobody_else()
}

/// A page of five megabytes is taken whole, and one whose data are of a megabyte.
pub(crate) async fn takes_pages_of_any_size(page: Page) -> Result<()> {
    let extension = begin(&page).await?;
    let paragraph = "<p>The council of Lima spent $3 million on the harbour in May, its mayor, Rosa Vega, said on Monday.</p>";
    let data = format!("{{\"@type\":\"NewsArticle\",\"headline\":\"{}\"}}", "x".repeat(1_000_000));
    let long = format!(
        "<!doctype html><title>A long day in Lima</title><script type='application/ld+json'>{data}</script><article><h1>A long day in Lima</h1>{}</article><div hidden>{}</div>",
        paragraph.repeat(1_000),
        "<i>nobody sees this</i>".repeat(230_000)
    );
    page.site.add("long.html", &long)?;
    page.open_path("long.html").await?;
    extension.press_and_follow().await?;
    let got = page.wait_long("the long article", async || got(&page).await.map(Some)).await?;
    check(got.text.len() > 90_000, &format!("{} bytes", got.text.len()))?;
    check(got.title == "A long day in Lima", &got.title)?;
    check(!got.text.contains("nobody sees"), "what is hidden is not taken")
}

/// The number at the button says how many doubts there are.
pub(crate) async fn tells_doubts_at_the_button(page: Page) -> Result<()> {
    let extension = begin(&page).await?;
    let lines = [
        "The budget of the harbour grew from $20 million to $30 million, up 60%, the council of Lima said on Monday.",
        "Its mayor, Rosa Vega, said that the work on the northern quay would begin in May and take about two years.",
        "The council will vote on the plan again in autumn, when the engineers have finished what they call a second look.",
    ];
    let text: String = lines.iter().map(|line| format!("<p>{line}</p>")).collect();
    let html = format!(
        "<!doctype html><title>Harbour</title><article><h1>Lima council will widen its harbour</h1>{text}</article>"
    );
    page.site.add("doubt.html", &html)?;
    page.open_path("doubt.html").await?;
    extension.press_and_follow().await?;
    got(&page).await?;
    let badge = "const api = globalThis.browser ?? chrome;
        return api.storage.session.get(null).then((all) => {
            const tabId = Object.entries(all).find(([key]) => key.startsWith('page '))?.[1];
            return api.action.getBadgeText({ tabId });
        })";
    page.wait_for("the number at the button", async || {
        let text: String = page.js(badge, &[]).await?;
        Ok((text == "1").then_some(()))
    })
    .await
}

/// The page's main job, in the extension.
pub(crate) async fn does_the_main_job(page: Page) -> Result<()> {
    let extension = begin(&page).await?;
    let inside = Page { home: format!("{}index.html", extension.home), ..page };
    main_job::does_the_main_job(inside).await
}

/// The same by keyboard.
pub(crate) async fn works_by_keyboard(page: Page) -> Result<()> {
    let extension = begin(&page).await?;
    let inside = Page { home: format!("{}index.html", extension.home), ..page };
    main_job::works_by_keyboard(inside).await
}

/// The extension, and the pages beside the site.
async fn begin(page: &Page) -> Result<Extension> {
    page.site.add_folder("pages", &pages())?;
    Extension::install(page).await
}

fn pages() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser/pages")
}

/// Closes a tab and goes back to another.
async fn close(page: &Page, opened: &WindowHandle, home: &WindowHandle) -> Result<()> {
    page.driver.switch_to_window(opened.clone()).await?;
    page.driver.close_window().await?;
    Ok(page.driver.switch_to_window(home.clone()).await?)
}

/// The article that has been opened, once it is stored.
async fn got(page: &Page) -> Result<Got> {
    let script = r#"
        const article = document.querySelector("[role=article]");
        const key = Object.keys(localStorage).find((key) => /article:[-0-9a-f]{36}$/.test(key));
        if (!article || !key) return null;
        const header = JSON.parse(localStorage.getItem(key).split("\n")[0].split("\t")[0]);
        return { title: header.title, outlet: header.outlet ?? "", published: header.published ?? "",
            source: header.source ?? "", text: article.textContent, marks: header.annotations };"#;
    page.wait_for("the article", async || page.js::<Option<Got>>(script, &[]).await).await
}

async fn no_article(page: &Page) -> Result<Vec<String>> {
    page.find("textbox", "Article text").await?;
    let told: String = page
        .wait_for("a word that it is no article", async || {
            let told: String =
                page.js("return document.querySelector('.toasts')?.textContent ?? ''", &[]).await?;
            Ok(Some(told).filter(|told| !told.is_empty()))
        })
        .await?;
    let text: String = page.js("return document.querySelector('textarea').value", &[]).await?;
    let is_right = told.contains("No article was found") && !text.trim().is_empty();
    Ok(if is_right {
        Vec::new()
    } else {
        vec![format!("it says {told}, and {} bytes stand there", text.len())]
    })
}

/// What is wrong with what was taken.
fn compare(page: &Page, got: &Got, expected: &Expected, path_of_page: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let low = |text: &str| {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>()
    };
    let flat = |text: &str| {
        text.split([' ', '\u{a0}', '\n']).filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" ")
    };
    let mut tell = |what: &str, got: &str, said: &str, also: &[String]| {
        let is_right = low(got) == low(said) || also.iter().any(|it| low(it) == low(got));
        if !is_right {
            faults.push(format!("{what} is \"{got}\", not \"{said}\""));
        }
    };
    tell("title", &got.title, &expected.title, &expected.title_also);
    tell("outlet", &got.outlet, &expected.outlet, &expected.outlet_also);
    tell("date", &got.published, &expected.published, &expected.published_also);
    let path = |address: &str| address.split_once("://").map_or(address, |(_, rest)| rest).to_owned();
    let own = format!("{}{path_of_page}.html", page.site.url());
    let is_own = path(&got.source) == path(&own) || path_of_page == "pages/frame";
    // A relative address is one of the page's own site.
    let is_canonical = !expected.canonical.is_empty() && got.source.ends_with(&path(&expected.canonical));
    if !(is_canonical || expected.canonical.is_empty() && is_own) {
        faults.push(format!("address is {}", got.source));
    }
    let lines: Vec<_> = got.text.split('\n').map(flat).filter(|line| !line.is_empty()).collect();
    let wanted: Vec<_> = expected.paragraphs.iter().map(|line| flat(line)).collect();
    let unsure: Vec<_> = expected.unsure.iter().map(|line| flat(line)).collect();
    let bare = |line: &str| {
        let bare = line.trim_start_matches("• ");
        bare.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start_matches(". ").to_owned()
    };
    let is_unsure = |line: &str| unsure.iter().any(|it| it == line || bare(it) == bare(line));
    let bylines = [&expected.byline].into_iter().chain(&expected.byline_also);
    let byline = bylines.map(|it| low(&it.replace(" and ", ""))).collect::<Vec<_>>();
    let mut has_byline = expected.byline.is_empty();
    for line in &lines {
        let own = low(line);
        let is_title = own == low(&got.title);
        let is_byline = byline
            .iter()
            .any(|it| !it.is_empty() && own.replace("and", "") == format!("by{it}").replace("and", ""));
        has_byline |= is_byline;
        if !(wanted.contains(line) || is_unsure(line) || is_title || is_byline) {
            faults.push(format!("too much: {line}"));
        }
    }
    if !has_byline {
        faults.push(format!("no byline \"{}\" in {:?}", expected.byline, &lines[..lines.len().min(3)]));
    }
    for line in wanted.iter().filter(|line| !lines.contains(line) && !is_unsure(line)) {
        // Of some sentences it is said that either form will do.
        let begin: String = line.chars().take(9).collect();
        let is_there = unsure.iter().any(|it| it.starts_with(&begin) && lines.contains(it));
        if !is_there {
            faults.push(format!("missing: {line}"));
        }
    }
    let order = |some: &[String], all: &[String]| {
        some.iter().filter(|line| all.contains(line)).cloned().collect::<Vec<_>>()
    };
    if order(&lines, &wanted) != order(&wanted, &lines) {
        faults.push("the order is another".to_owned());
    }
    faults
}

async fn marks_shown(page: &Page) -> Result<usize> {
    page.js("return [...CSS.highlights].filter(([name]) => name.startsWith('newsmark-') && name !== 'newsmark-doubts').reduce((sum, [, it]) => sum + it.size, 0)", &[]).await
}

async fn wait_for_marks(page: &Page) -> Result<usize> {
    page.wait_for("the marks on the page", async || {
        Ok(Some(marks_shown(page).await?).filter(|count| *count > 0))
    })
    .await
}

async fn articles(page: &Page) -> Result<usize> {
    page.js(
        "return Object.keys(localStorage).filter((key) => /article:[-0-9a-f]{36}$/.test(key)).length",
        &[],
    )
    .await
}
