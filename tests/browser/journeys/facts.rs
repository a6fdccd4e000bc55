//! Views of facts: the check sheet, the timeline, reports side by side, and the tables of the library.

use std::fs;

use anyhow::Result;
use serde_json::json;
use thirtyfour::By;

use super::editor::select_mark;
use crate::check;
use crate::page::Page;

const TEXT: &str = "Maria Orfei said on Monday that the harbour had grown from 20 to 30 ships, up 60%.\n\n\
    “We have waited for nine years,” Kofi Mensah said. The pier cost €3.5m and opens in May 2026.\n";

const OTHER: &str = "The harbour had grown from 20 to 40 ships, Maria Orfey said on Monday.\n\n\
    “We have waited for nine years, and it was worth it,” said Kofi Mensah in Lima.\n";

async fn annotate(page: &Page, text: &str) -> Result<()> {
    page.paste("Article text", text).await?;
    page.type_date("Published", "2024-07-02").await?;
    page.click("Annotate").await?;
    page.wait_for_text("status", "Saved").await
}

/// Waits until a script gives what is expected.
async fn shows(page: &Page, script: &str, expected: &str) -> Result<()> {
    let mut last = String::new();
    let shown = page.wait_for(expected, async || {
        last = page.js::<Option<String>>(script, &[]).await?.unwrap_or_default();
        Ok((last == expected).then_some(()))
    });
    shown.await.map_err(|error| error.context(format!("it shows {last:?}")))
}

const PROGRESS: &str = "return document.querySelector('#sheet-title .count')?.textContent ?? null";
const SELECTED: &str =
    "return document.querySelector('.check-table tr[aria-current] .fact')?.textContent ?? null";

/// A whole article is checked by keys: one press a fact, the next open one follows; evidence and remarks are kept; what does not
/// come out is asked and put aside; all of it is there after a reload and in the file.
pub(crate) async fn checks_facts(page: Page) -> Result<()> {
    page.open().await?;
    annotate(&page, TEXT).await?;
    page.js::<()>("document.activeElement.blur(); return null", &[]).await?;
    page.press_shift("k").await?;
    shows(&page, SELECTED, "Maria Orfei").await?;
    let all: usize = page.js("return document.querySelectorAll('.check-table tbody tr').length", &[]).await?;
    check(all >= 10, &format!("{all} facts"))?;
    page.screenshots("check-sheet").await?;
    page.is_accessible("check sheet").await?;
    page.fits().await?;

    for (key, next) in
        [("c", "Monday"), ("f", "the harbour had grown from 20 to 30 ships, up 60%"), ("u", "20")]
    {
        page.press(key).await?;
        shows(&page, SELECTED, next).await?;
    }
    shows(&page, PROGRESS, &format!("3 of {all} facts checked")).await?;
    let states = "return [...document.querySelectorAll('.check-table tr[data-state]')].slice(0, 4).map(r => r.dataset.state).join(' ')";
    shows(&page, states, "confirmed wrong unclear open").await?;
    let pressed = "return [...document.querySelectorAll('.states')].slice(0, 4)
        .map((group) => group.querySelector('[aria-pressed=true]')?.ariaLabel ?? 'none').join(' ')";
    shows(&page, pressed, "Confirmed Wrong Unclear none").await?;
    // One press of a button does the same, and one more takes it back.
    let button = By::Css(".check-table tbody tr:nth-child(4) [data-check=wrong]");
    page.driver.find(button.clone()).await?.click().await?;
    shows(&page, pressed, "Confirmed Wrong Unclear Wrong").await?;
    // It shows so under the mouse that has pressed it, too.
    let looks = "const fourth = document.querySelectorAll('.states')[3].querySelector('[data-check=wrong]');
        return `${fourth.matches(':hover')} ${getComputedStyle(fourth).backgroundColor}`";
    shows(&page, looks, "true rgb(185, 28, 28)").await?;
    page.driver.find(button).await?.click().await?;
    shows(&page, pressed, "Confirmed Wrong Unclear none").await?;

    page.click("It comes out").await?;
    page.wait_for("no doubt", async || {
        Ok((page.js::<usize>("return document.querySelectorAll('.doubts li').length", &[]).await? == 0)
            .then_some(()))
    })
    .await?;
    let write = "const field = document.querySelector(`.check-table input[aria-label='Evidence: Maria Orfei']`);
        field.focus(); field.value = arguments[0]; field.dispatchEvent(new Event('change', {bubbles: true})); return null";
    page.js::<()>(write, &[json!("https://example.org/minutes")]).await?;
    page.find("link", "Open the evidence").await?;
    page.wait_for_text("status", "Saved").await?;
    page.click("Save as CSV").await?;
    let table = fs::read_to_string(page.download(".csv").await?)?;
    check(table.contains("Maria Orfei") && table.contains("Confirmed,https://example.org/minutes"), &table)?;
    check(!table.contains("20 → 30"), "what was put aside is in no table")?;

    page.open().await?;
    page.look_at("Check sheet").await?;
    shows(&page, PROGRESS, &format!("3 of {all} facts checked")).await?;
    let filter = "const select = document.querySelector('.sheet .filters select');
        select.value = 'wrong'; select.dispatchEvent(new Event('change', {bubbles: true})); return null";
    page.js::<()>(filter, &[]).await?;
    shows(
        &page,
        "return [...document.querySelectorAll('.check-table .fact')].map(f => f.textContent).join('; ')",
        "Monday",
    )
    .await?;

    // A click leads to the place, where the mark tells its state by a sign and in words.
    page.js::<()>("document.querySelector('.check-table .fact').click(); return null", &[]).await?;
    let mark = "const mark = document.querySelector('mark[data-selected]');
        return mark ? [mark.textContent, mark.dataset.check, mark.getAttribute('aria-description')].join(' / ') : null";
    shows(&page, mark, "Monday / wrong / Date, suggested, wrong").await?;
    let sign = "return getComputedStyle(document.querySelector('mark[data-check=wrong]'), '::before').content.includes('✗') ? 'sign' : null";
    shows(&page, sign, "sign").await?;
    page.press("b").await?;
    shows(&page, mark, "Monday / open / Date, suggested, open").await?;
    page.press_ctrl("z").await?;
    shows(&page, mark, "Monday / wrong / Date, suggested, wrong").await?;
    page.wait_for_text("status", "Saved").await
}

/// A long sheet is paged in the page and whole on paper.
pub(crate) async fn prints_the_whole_sheet(page: Page) -> Result<()> {
    page.open().await?;
    annotate(&page, &format!("{TEXT}\n").repeat(20)).await?;
    page.look_at("Check sheet").await?;
    let rows = "return String(document.querySelectorAll('.check-table tbody tr').length)";
    shows(&page, rows, "100").await?;
    page.click("Next").await?;
    page.wait_for("the second page", async || {
        let script = "return document.querySelector('.pages span')?.textContent.startsWith('101–') ?? false";
        Ok(page.js::<bool>(script, &[]).await?.then_some(()))
    })
    .await?;
    page.js::<()>("window.print = () => { window.printed = document.querySelectorAll('.check-table tbody tr').length }; return null", &[])
        .await?;
    page.click("Print").await?;
    let printed = page
        .wait_for("the print", async || page.js::<Option<usize>>("return window.printed ?? null", &[]).await)
        .await?;
    check(printed >= 200, &format!("{printed} facts are printed"))?;
    page.wait_for("the page of before", async || {
        Ok((page.js::<String>(rows, &[]).await?.parse::<usize>()? <= 100).then_some(()))
    })
    .await
}

/// What is dated stands in order, as a picture and as a list; a click leads to the place.
pub(crate) async fn shows_the_timeline(page: Page) -> Result<()> {
    page.open().await?;
    annotate(&page, TEXT).await?;
    page.look_at("Timeline").await?;
    let listed = "return [...document.querySelectorAll('.timeline .moment strong')].map(it => it.textContent).join('; ')";
    shows(&page, listed, "1 July 2024; May 2026").await?;
    let bars: usize = page.js("return document.querySelectorAll('.picture .bar').length", &[]).await?;
    let lines: usize = page.js("return document.querySelectorAll('.picture .published').length", &[]).await?;
    check((bars, lines) == (2, 1), "two bars and the day of publication")?;
    page.screenshots("timeline").await?;
    page.is_accessible("timeline").await?;
    page.click("Save as SVG").await?;
    let picture = fs::read_to_string(page.download(".svg").await?)?;
    check(
        picture.starts_with("<svg") && picture.contains("<title>May 2026</title>"),
        "the picture has both",
    )?;
    page.js::<()>("document.querySelectorAll('.moment')[1].click(); return null", &[]).await?;
    shows(&page, "return document.querySelector('mark[data-selected]')?.textContent ?? null", "May 2026")
        .await
}

/// Two reports stand side by side: what differs first; a click shows both places; tabs work by arrow keys.
pub(crate) async fn compares_reports(page: Page) -> Result<()> {
    page.open().await?;
    annotate(&page, OTHER).await?;
    page.click("New article").await?;
    annotate(&page, TEXT).await?;
    select_mark(&page, "Monday").await?;
    page.js::<()>("document.getElementById('tab-read').focus(); return null", &[]).await?;
    for _ in 0..4 {
        page.press("ArrowRight").await?;
    }
    shows(&page, "return document.querySelector('[role=tab][aria-selected=true]').textContent", "Compare")
        .await?;
    let choose = "const select = document.querySelector('.comparison select');
        if (select?.options.length !== 2) { return false; }
        select.value = select.options[1].value; select.dispatchEvent(new Event('change', {bubbles: true})); return true";
    page.wait_for("another report", async || Ok(page.js::<bool>(choose, &[]).await?.then_some(()))).await?;
    let first = "return [...(document.querySelector('.compare-table tbody tr')?.children ?? [])].map(it => it.textContent).join(' | ')";
    shows(&page, first, "Different | Amount | 30 | 40").await?;
    page.js::<()>("document.querySelector('.compare-table tbody td').click(); return null", &[]).await?;
    let marked = "return [...document.querySelectorAll('.pane')].map(it => it.querySelector('mark')?.textContent).join(' | ')";
    shows(&page, marked, "30 | 40").await?;
    page.screenshots("compare").await?;
    page.is_accessible("compare").await?;
    page.fits().await?;
    let rows = "return [...document.querySelectorAll('.compare-table tbody tr')].map(r => [...r.children].slice(2).map(it => it.textContent).join(' = ')).join('; ')";
    let otherwise = "const select = [...document.querySelectorAll('.comparison select')].find(s => [...s.options].some(o => o.value === 'otherwise'));
        select.value = 'otherwise'; select.dispatchEvent(new Event('change', {bubbles: true})); return null";
    page.js::<()>(otherwise, &[]).await?;
    page.wait_for("what is said otherwise", async || {
        let shown: String = page.js(rows, &[]).await?;
        Ok((shown.contains("Maria Orfei = Maria Orfey")
            && shown.contains("We have waited for nine years, and"))
        .then_some(()))
    })
    .await?;
    page.click("Save as JSON").await?;
    let file = fs::read_to_string(page.download(".json").await?)?;
    check(file.contains("\"verdict\":\"different\""), "the file has the difference")?;
    page.click("Take away").await?;
    page.wait_for("no report beside it", async || {
        Ok((page.js::<usize>("return document.querySelectorAll('.pane').length", &[]).await? == 0)
            .then_some(()))
    })
    .await
}

/// All figures, names, dates and statements of all articles are tables that can be filtered and saved.
pub(crate) async fn lists_the_facts_of_the_library(page: Page) -> Result<()> {
    page.open().await?;
    annotate(&page, OTHER).await?;
    page.click("New article").await?;
    annotate(&page, TEXT).await?;
    page.js::<()>("document.activeElement.blur(); return null", &[]).await?;
    page.press_shift("d").await?;
    let facts = "return [...document.querySelectorAll('.library-table tbody tr')].map(r => r.children[0].textContent).join('; ')";
    shows(&page, facts, "20; 30; 60%; €3.5m; 20; 40").await?;
    page.is_accessible("facts of the library").await?;
    page.fits().await?;
    page.click("All names").await?;
    page.wait_for("the names", async || {
        let shown: String = page.js(facts, &[]).await?;
        Ok((shown.contains("Maria Orfei") && shown.contains("Maria Orfey")).then_some(()))
    })
    .await?;
    page.click("Who said what").await?;
    page.wait_for("the sources", async || {
        Ok(page.js::<String>(facts, &[]).await?.contains("Kofi Mensah").then_some(()))
    })
    .await?;
    page.click("Save as CSV").await?;
    let table = fs::read_to_string(page.download(".csv").await?)?;
    check(table.starts_with("source,role,naming,"), &table)?;
    page.click("All figures").await?;
    page.paste("Filter", "3.5").await?;
    shows(&page, facts, "€3.5m").await?;
    page.click("Close").await
}
