//! What a person who works for an afternoon relies on: undo that takes no article away, a bin, addresses, a
//! review that goes on, fields that let go of the keys, the same figures everywhere.

use std::fs;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use thirtyfour::By;

use super::editor::select_mark;
use super::main_job::{Mark, articles, marks};
use crate::check;
use crate::page::Page;

const TEXT: &str = "Harbour talks\n\nLloyd Austin met Rustem Umerov in Rome on Monday. Austin said that Italy would give €3.5m. \
    Umerov thanked Mr Austin. The Harbour Council meets in Rome.\n";
const OTHER: &str =
    "Storm in Lima\n\nA storm hit Lima on Tuesday. Maria Quispe said that 12 people were hurt.\n";

async fn annotate(page: &Page, text: &str) -> Result<Vec<Mark>> {
    page.open().await?;
    page.paste_new(text).await?;
    page.wait_for("marks", async || Ok(Some(marks(page).await?).filter(|all| !all.is_empty()))).await?;
    page.wait_for_text("status", "Saved").await?;
    marks(page).await
}

async fn fragment(page: &Page) -> Result<String> {
    page.js("return location.hash", &[]).await
}

async fn address_is(page: &Page, wanted: impl Fn(&str) -> bool) -> Result<String> {
    let mut seen = String::new();
    let found = page
        .wait_for("the address", async || {
            seen = fragment(page).await?;
            Ok(wanted(&seen).then(|| seen.clone()))
        })
        .await;
    found.with_context(|| format!("the address is {seen}"))
}

async fn title_is(page: &Page, wanted: &str) -> Result<()> {
    page.wait_for(&format!("the title {wanted}"), async || {
        Ok((page.driver.title().await? == wanted).then_some(()))
    })
    .await
}

/// How many marks are accepted, once it is so many.
async fn accepted_are(page: &Page, count: usize) -> Result<()> {
    page.wait_for(&format!("{count} accepted marks"), async || {
        let accepted = marks(page).await?.iter().filter(|mark| mark.status == "accepted").count();
        Ok((accepted == count).then_some(()))
    })
    .await
}

/// Three marks are accepted and undo is pressed six times: the article is as it came in, and stays.
pub(crate) async fn undo_stops_where_the_article_came_in(page: Page) -> Result<()> {
    let before = annotate(&page, TEXT).await?;
    page.press("j").await?;
    for _ in 0..3 {
        page.press("a").await?;
    }
    accepted_are(&page, 3).await?;
    for _ in 0..6 {
        page.press_ctrl("z").await?;
    }
    page.notice_says("as it came in").await?;
    ensure!(marks(&page).await? == before, "the article is not as it came in");
    page.wait_for_text("status", "Saved").await?;
    page.driver.refresh().await?;
    page.wait_for("the article again", async || Ok((marks(&page).await? == before).then_some(()))).await?;
    check(articles(&page).await? == 1, "it is in the library")?;
    for _ in 0..5 {
        page.press_ctrl("y").await?;
    }
    accepted_are(&page, 3).await?;
    page.notice_says("Nothing was undone").await
}

/// A deleted article waits in the bin over a reload, in a backup, and with what was decided; it goes for
/// good after a question only.
pub(crate) async fn deleted_articles_wait_in_the_bin(page: Page) -> Result<()> {
    annotate(&page, TEXT).await?;
    page.press("j").await?;
    page.press("a").await?;
    accepted_are(&page, 1).await?;
    delete(&page, "Harbour talks").await?;
    page.find("list", "Bin").await?;
    check(articles_listed(&page).await? == 0, "the library is empty")?;
    page.wait_for_text("status", "Saved").await?;
    page.driver.refresh().await?;
    page.find("list", "Bin").await?;
    page.screenshots("bin").await?;

    // What is in the bin is in a backup, and comes back from it into the bin.
    page.click("Storage").await?;
    page.click("Back up the library").await?;
    let backup = page.download(".newsmark.json").await?;
    let file: Value = serde_json::from_str(&fs::read_to_string(&backup)?)?;
    check(file["bin"].as_array().is_some_and(|bin| bin.len() == 1), "the backup tells of the bin")?;
    page.click("Close").await?;

    page.click("Put back").await?;
    page.wait_for("it in the library", async || Ok((articles_listed(&page).await? == 1).then_some(())))
        .await?;
    page.js::<()>("document.querySelector('.articles .open').click(); return null", &[]).await?;
    accepted_are(&page, 1).await?;

    delete(&page, "Harbour talks").await?;
    page.click("Empty the bin").await?;
    page.find("dialog", "Empty the bin").await?;
    page.click("Keep them").await?;
    page.find("list", "Bin").await?;
    page.click("Empty the bin").await?;
    page.click("Delete for good").await?;
    page.wait_for("an empty bin", async || Ok(page.find_all("list", "Bin").await?.is_empty().then_some(())))
        .await?;
    page.wait_for_text("status", "Saved").await?;
    let keys: Vec<String> = page.js("return Object.keys(localStorage)", &[]).await?;
    check(!keys.iter().any(|key| key.contains("article:") || key.contains("bin:")), &format!("{keys:?}"))?;
    page.choose_file(&backup).await?;
    page.find("list", "Bin").await?;
    check(articles_listed(&page).await? == 0, "it is in the bin again")
}

async fn delete(page: &Page, title: &str) -> Result<()> {
    page.put_into_bin(title).await
}

/// How many articles the library lists, the bin left out.
async fn articles_listed(page: &Page) -> Result<usize> {
    page.js("return document.querySelectorAll('[aria-label=Articles] > li').length", &[]).await
}

/// The address names article and view; Back, Forward, reload, bookmark and a second tab come to the same.
pub(crate) async fn the_address_names_what_is_shown(page: Page) -> Result<()> {
    page.open().await?;
    page.click("New article").await?;
    address_is(&page, |it| it == "#/new").await?;
    annotate(&page, TEXT).await?;
    let first = address_is(&page, |it| it.len() == 38).await?;
    title_is(&page, "Harbour talks – Newsmark").await?;
    page.paste_new(OTHER).await?;
    let second = address_is(&page, |it| it.len() == 38 && it != first).await?;
    title_is(&page, "Storm in Lima – Newsmark").await?;
    page.look_at("Check sheet").await?;
    let sheet = address_is(&page, |it| it == format!("{second}/check")).await?;
    page.wait_for_text("status", "Saved").await?;

    // Back through the steps, and forward again.
    page.driver.back().await?;
    address_is(&page, |it| it == second).await?;
    page.find("article", "Storm in Lima").await?;
    page.driver.back().await?;
    address_is(&page, |it| it == "#/new").await?;
    page.find("textbox", "Article text").await?;
    page.driver.back().await?;
    address_is(&page, |it| it == first).await?;
    page.find("article", "Harbour talks").await?;
    // One step at a time: two that follow at once may both set out from the same entry.
    for step in ["#/new", second.as_str(), sheet.as_str()] {
        page.driver.forward().await?;
        address_is(&page, |it| it == step).await?;
    }
    let shows_sheet = "return !!document.querySelector('.sheet .fact')";
    page.wait_for("the check sheet", async || Ok(page.js::<bool>(shows_sheet, &[]).await?.then_some(())))
        .await?;

    // A reload stays in the view, with the mark that was selected.
    page.press("1").await?;
    let selected = "return document.querySelector('.fact[aria-current=true] .quote')?.textContent ?? ''";
    let fact: String = page.js(selected, &[]).await?;
    check(!fact.is_empty(), "a fact is selected")?;
    page.wait_for_text("status", "Saved").await?;
    page.wait_for("the mark to be remembered", async || {
        Ok(page.js::<bool>("return (history.state ?? '').includes('mark')", &[]).await?.then_some(()))
    })
    .await?;
    page.driver.refresh().await?;
    page.wait_for("the same fact", async || {
        Ok((page.js::<String>(selected, &[]).await? == fact).then_some(()))
    })
    .await?;
    address_is(&page, |it| it == sheet).await?;

    // Two tabs, two articles: each comes back to its own.
    let one = page.driver.window().await?;
    let two = page.driver.new_window().await?;
    page.driver.switch_to_window(two.clone()).await?;
    page.driver.goto(format!("{}{first}", page.home)).await?;
    page.find("article", "Harbour talks").await?;
    page.driver.switch_to_window(one.clone()).await?;
    page.driver.refresh().await?;
    address_is(&page, |it| it == sheet).await?;
    title_is(&page, "Storm in Lima – Newsmark").await?;
    page.driver.switch_to_window(two).await?;
    page.driver.refresh().await?;
    page.find("article", "Harbour talks").await?;
    title_is(&page, "Harbour talks – Newsmark").await?;
    page.driver.close_window().await?;
    Ok(page.driver.switch_to_window(one).await?)
}

/// An address of an article that is in the bin, or not here, or made by hand, says so and offers a way on.
pub(crate) async fn addresses_that_lead_nowhere_say_so(page: Page) -> Result<()> {
    annotate(&page, TEXT).await?;
    let address = fragment(&page).await?;
    delete(&page, "Harbour talks").await?;
    address_is(&page, |it| it == "#/library").await?;
    page.wait_for_text("status", "Saved").await?;
    page.driver.goto("about:blank").await?;
    page.driver.goto(format!("{}{address}/check", page.home)).await?;
    main_says(&page, "was put into the bin").await?;
    page.screenshots("address-in-bin").await?;
    page.driver.find(By::Css("main .lost button")).await?.click().await?;
    page.wait_for("the check sheet", async || {
        Ok(page.js::<bool>("return !!document.querySelector('.sheet')", &[]).await?.then_some(()))
    })
    .await?;
    for fragment in
        ["#/00000000-0000-4000-8000-000000000000", "#/00000000-0000-4000-8000-000000000000/timeline"]
    {
        page.js::<()>("location.hash = arguments[0]; return null", &[json!(fragment)]).await?;
        main_says(&page, "not in this browser").await?;
    }
    page.click("Open the library").await?;
    address_is(&page, |it| it == "#/library").await?;
    // What is no address of ours changes nothing.
    page.js::<()>("location.hash = '#somewhere'; return null", &[]).await?;
    address_is(&page, |it| it == "#somewhere").await?;
    check(page.driver.find(By::Css(".shelf")).await.is_ok(), "the library stays")
}

async fn main_says(page: &Page, text: &str) -> Result<()> {
    page.wait_for(text, async || {
        let said: String = page.js("return document.querySelector('main').innerText", &[]).await?;
        Ok(said.contains(text).then_some(()))
    })
    .await
}

/// In review, the buttons of the panel go on as the keys do, by mouse and by finger.
pub(crate) async fn review_goes_on_by_mouse(page: Page) -> Result<()> {
    let all = annotate(&page, TEXT).await?;
    page.show("Text").await?;
    page.click("Review").await?;
    let selected = "return document.querySelector('mark[data-selected]')?.dataset.annotationId ?? ''";
    let mut before: String = page
        .wait_for("the first suggestion", async || {
            Ok(Some(page.js::<String>(selected, &[]).await?).filter(|id| !id.is_empty()))
        })
        .await?;
    for button in ["Accept", "Reject", "Accept"] {
        page.click(button).await?;
        before = page
            .wait_for("the next suggestion", async || {
                let now: String = page.js(selected, &[]).await?;
                Ok((!now.is_empty() && now != before).then_some(now))
            })
            .await?;
    }
    for _ in 0..all.len() {
        if page.js::<usize>("return document.querySelectorAll('[data-reviewing]').length", &[]).await? == 0 {
            break;
        }
        page.click("Accept").await?;
    }
    page.notice_says("reviewed").await
}

/// Fields let go of the keys: by Enter, by Esc, and where what is pressed is nothing for them.
pub(crate) async fn fields_let_go_of_the_keys(page: Page) -> Result<()> {
    annotate(&page, TEXT).await?;
    for end in ["Enter", "Escape"] {
        page.type_date("Published", "2024-07-02").await?;
        in_field(&page, "Published").await?;
        page.press(end).await?;
        check(!has_field(&page).await?, &format!("{end} leaves the field"))?;
    }
    // A date has no letters: they are for the marks.
    in_field(&page, "Published").await?;
    page.press("j").await?;
    page.press("a").await?;
    accepted_are(&page, 1).await?;
    // So is what follows the choice of a label with the mouse.
    select_mark(&page, "Rustem Umerov").await?;
    page.press("v").await?;
    page.press("Escape").await?;
    check(!has_field(&page).await?, "Esc leaves the value")?;
    page.press(";").await?;
    page.driver.active_element().await?.send_keys("who?").await?;
    page.press("Enter").await?;
    check(!has_field(&page).await?, "Enter leaves the note")?;
    page.press("x").await?;
    page.wait_for("the mark to be rejected", async || {
        let all = marks(&page).await?;
        let mark = all.iter().find(|mark| mark.text == "Rustem Umerov");
        Ok(mark.is_none_or(|mark| mark.status == "rejected").then_some(()))
    })
    .await
}

async fn in_field(page: &Page, name: &str) -> Result<()> {
    let script = "const field = [...document.querySelectorAll('.details input')].find(it => it.closest('label')?.textContent.includes(arguments[0]));
        field.focus(); return document.activeElement === field";
    check(page.js(script, &[json!(name)]).await?, "the field has the focus")
}

async fn has_field(page: &Page) -> Result<bool> {
    page.js("return document.activeElement.matches('input, textarea, select')", &[]).await
}

/// The library and the page tell the same figures, with separators; what is typed outlasts a reload.
pub(crate) async fn figures_are_the_same_everywhere(page: Page) -> Result<()> {
    let all = annotate(&page, TEXT).await?.len();
    page.press("j").await?;
    page.press("a").await?;
    page.press("x").await?;
    let texts = "return [document.querySelector('.meta .review .count').innerText, document.querySelector('.articles .about').innerText]";
    page.wait_for("two reviewed", async || {
        let [page, library]: [String; 2] = page.js(texts, &[]).await?;
        let is_same = page.contains(&format!("2 of {all}")) && library.contains(&format!("{} left", all - 2));
        Ok(is_same.then_some(()))
    })
    .await?;
    // A remark that is being typed when the page is loaded anew.
    page.press("j").await?;
    page.wait_for("the mark to be remembered", async || {
        let selected = "return (history.state ?? '').includes(document.querySelector('mark[data-selected]').dataset.annotationId)";
        Ok(page.js::<bool>(selected, &[]).await?.then_some(()))
    })
    .await?;
    page.press(";").await?;
    page.driver.active_element().await?.send_keys("half a thought").await?;
    page.driver.refresh().await?;
    page.wait_for("the remark", async || {
        let note: String = page.js("return document.getElementById('field-note')?.value ?? ''", &[]).await?;
        Ok((note == "half a thought").then_some(()))
    })
    .await
}

/// The name is asked for once, stands in the file beside each decision, and in the check sheet.
pub(crate) async fn decisions_carry_a_name(page: Page) -> Result<()> {
    annotate(&page, TEXT).await?;
    page.press("j").await?;
    page.press("a").await?;
    accepted_are(&page, 1).await?;
    page.click("Export").await?;
    page.find("textbox", "Your name").await?.send_keys("Ada").await?;
    page.click("Newsmark JSON").await?;
    let file: Value = serde_json::from_str(&fs::read_to_string(page.download(".newsmark.json").await?)?)?;
    let decided: Vec<&Value> = file["annotations"]
        .as_array()
        .context("annotations")?
        .iter()
        .filter(|it| it["status"] == "accepted")
        .map(|it| &it["decided"])
        .collect();
    check(decided.len() == 1 && decided[0]["by"] == "Ada", &format!("{decided:?}"))?;
    check(decided[0]["at"].is_string(), "and when")?;
    page.click("Export").await?;
    page.button("Newsmark JSON").await?;
    check(page.find_all("textbox", "Your name").await?.is_empty(), "nobody is asked twice")?;
    page.click("Export").await?;
    page.look_at("Check sheet").await?;
    page.press("1").await?;
    main_says(&page, "Ada").await
}
