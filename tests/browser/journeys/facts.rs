//! Views of facts: the check sheet, the timeline, reports side by side, and the tables of the library.

use std::fs;
use std::path::Path;

use anyhow::Result;
use serde_json::{Value as Json, json};
use thirtyfour::By;

use super::editor::select_mark;
use crate::check;
use crate::page::Page;
use crate::paper::PAPERS;
use crate::screenshot::Scheme;

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

const PROGRESS: &str = "return document.querySelector('.sheet .checked')?.textContent ?? null";
const SELECTED: &str = "return document.querySelector('.fact[aria-current] .quote')?.textContent ?? null";
const FACTS: &str =
    "return [...document.querySelectorAll('.fact .quote')].map(it => it.textContent).join('; ')";
const PRESSED: &str = "return [...document.querySelectorAll('.states')].slice(0, 4)
    .map((group) => group.querySelector('[aria-pressed=true]')?.ariaLabel ?? 'none').join(' ')";

/// Saves the view that shows as a kind of file, by the menu, and gives the file.
async fn save(page: &Page, kind: &str, ending: &str) -> Result<String> {
    page.click("Save").await?;
    page.click(kind).await?;
    Ok(fs::read_to_string(page.download(ending).await?)?)
}

/// Writes into the field of that name, and leaves it.
async fn write(page: &Page, name: &str, text: &str) -> Result<()> {
    page.paste(name, text).await?;
    page.js::<()>("document.activeElement.blur(); return null", &[]).await
}

/// Chooses the fact of these words.
async fn choose(page: &Page, quote: &str) -> Result<()> {
    let script = "const fact = [...document.querySelectorAll('.fact')].find(it => it.querySelector('.quote').textContent === arguments[0]);
        if (fact && !fact.ariaCurrent) { fact.querySelector('.what').click(); } return Boolean(fact)";
    page.wait_for(quote, async || Ok(page.js::<bool>(script, &[json!(quote)]).await?.then_some(()))).await?;
    shows(page, SELECTED, quote).await
}

/// Looks at a view in all sizes and both schemes, with nothing wider than its window.
async fn fits_everywhere(page: &Page, name: &str) -> Result<()> {
    page.screenshots(name).await?;
    for (width, height) in [(768, 1024), (320, 640)] {
        page.resize(width, height).await?;
        page.fits().await?;
        page.screenshot(&format!("{name}-{width}")).await?;
    }
    page.resize(390, 844).await?;
    page.fits().await?;
    page.is_accessible(&format!("{name} narrow")).await?;
    page.prefer(Scheme::Dark).await?;
    page.is_accessible(&format!("{name} dark")).await?;
    page.prefer(Scheme::Light).await?;
    page.resize(1280, 900).await?;
    page.fits().await?;
    page.is_accessible(name).await
}

/// A whole article is checked by keys: one press a fact, the next open one follows; what does not add up is asked first and
/// dismissed; all of it is there after a reload and in the file.
pub(crate) async fn checks_facts(page: Page) -> Result<()> {
    page.open().await?;
    annotate(&page, TEXT).await?;
    page.js::<()>("document.activeElement.blur(); return null", &[]).await?;
    page.press_shift("k").await?;
    shows(&page, SELECTED, "Maria Orfei").await?;
    let all: usize = page.js("return document.querySelectorAll('.fact').length", &[]).await?;
    check(all >= 10, &format!("{all} facts"))?;
    let first = "const heads = [...document.querySelectorAll('.sheet h3')].map(it => it.firstChild.textContent); return heads.join('; ')";
    shows(&page, first, "Doesn’t add up; Facts").await?;
    let sentences: usize =
        page.js("return document.querySelectorAll('.sentences .said').length", &[]).await?;
    check(sentences == 3, &format!("{sentences} sentences, each once"))?;

    for (key, next) in
        [("1", "Monday"), ("2", "the harbour had grown from 20 to 30 ships, up 60%"), ("3", "20")]
    {
        page.press(key).await?;
        shows(&page, SELECTED, next).await?;
    }
    shows(&page, PROGRESS, &format!("3 of {all} facts checked")).await?;
    page.click("Stay without a name").await?;
    let states =
        "return [...document.querySelectorAll('.fact')].slice(0, 4).map(it => it.dataset.state).join(' ')";
    shows(&page, states, "confirmed wrong unclear open").await?;
    shows(&page, PRESSED, "Confirmed Wrong Unclear none").await?;
    // One press of a button does the same, and one more takes it back. The chosen fact stays chosen.
    let button = By::Css(".sentences li:first-child .fact:nth-child(5) [data-check=wrong]");
    let fifth = "return document.querySelectorAll('.fact')[4].dataset.state";
    page.driver.find(button.clone()).await?.click().await?;
    shows(&page, fifth, "wrong").await?;
    shows(&page, SELECTED, "20").await?;
    // It shows so under the mouse that has pressed it, too.
    let looks = "const button = document.querySelectorAll('.states')[4].querySelector('[data-check=wrong]');
        const other = button.nextElementSibling;
        return `${button.matches(':hover')} ${getComputedStyle(button).color !== getComputedStyle(other).color}`";
    shows(&page, looks, "true true").await?;
    page.driver.find(button).await?.click().await?;
    shows(&page, fifth, "open").await?;

    page.click("Dismiss: 20 → 30 is +50 %, not 60%").await?;
    page.wait_for("no doubt", async || {
        Ok((page.js::<usize>("return document.querySelectorAll('.doubts li').length", &[]).await? == 0)
            .then_some(()))
    })
    .await?;
    choose(&page, "Maria Orfei").await?;
    write(&page, "Evidence: Maria Orfei", "https://example.org/minutes").await?;
    page.find("link", "https://example.org/minutes").await?;
    page.wait_for_text("status", "Saved").await?;
    let table = save(&page, "Save as CSV", ".csv").await?;
    check(table.contains("Maria Orfei") && table.contains("Confirmed,https://example.org/minutes"), &table)?;
    check(!table.contains("20 → 30"), "what was dismissed is in no table")?;

    page.open().await?;
    page.look_at("Check sheet").await?;
    shows(&page, PROGRESS, &format!("3 of {all} facts checked")).await?;
    page.js::<()>("[...document.querySelectorAll('.sheet .filters button')].find(it => it.textContent.startsWith('Dates')).click(); return null", &[])
        .await?;
    shows(&page, FACTS, "Monday; nine years; May 2026").await?;

    // It leads to the place, where the mark tells its state by a sign and in words.
    choose(&page, "Monday").await?;
    page.click("Show “Monday” in the text").await?;
    let mark = "const mark = document.querySelector('mark[data-selected]');
        return mark ? [mark.textContent, mark.dataset.check, mark.getAttribute('aria-description')].join(' / ') : null";
    shows(&page, mark, "Monday / wrong / Date, suggested, wrong").await?;
    page.press("0").await?;
    shows(&page, mark, "Monday / open / Date, suggested, open").await?;
    page.press_ctrl("z").await?;
    shows(&page, mark, "Monday / wrong / Date, suggested, wrong").await?;
    page.wait_for_text("status", "Saved").await
}

/// Evidence is a piece a line, each address a link; remarks have lines; both stay on the sheet as text, and undo takes them
/// back.
pub(crate) async fn notes_evidence(page: Page) -> Result<()> {
    page.open().await?;
    annotate(&page, TEXT).await?;
    page.look_at("Check sheet").await?;
    choose(&page, "€3.5m").await?;
    let field = page.find("textbox", "Evidence: €3.5m").await?;
    field.send_keys("Council paper 26/118, page 4").await?;
    page.press("Enter").await?;
    field.send_keys("  Minutes (https://example.org/minutes?page=4), annex").await?;
    page.press("Escape").await?;
    write(&page, "Remark: €3.5m", "Without the crane.\nAsk the treasurer.").await?;
    choose(&page, "May 2026").await?;
    let proof = "return [...document.querySelectorAll('.proof:not(.fields) p')].map(it => it.textContent).join(' | ')";
    let told = "Council paper 26/118, page 4 | Minutes (https://example.org/minutes?page=4), annex | Without the crane. | Ask the treasurer.";
    shows(&page, proof, told).await?;
    let link = "return document.querySelector('.proof a')?.href ?? null";
    shows(&page, link, "https://example.org/minutes?page=4").await?;
    fits_everywhere(&page, "check-sheet").await?;
    let file = save(&page, "Save as Markdown", ".md").await?;
    check(file.contains("page 4<br>Minutes"), &file)?;
    page.open().await?;
    page.look_at("Check sheet").await?;
    shows(&page, proof, told).await?;
    page.js::<()>("document.activeElement.blur(); return null", &[]).await?;
    page.press_ctrl("z").await?;
    shows(&page, proof, "Council paper 26/118, page 4 | Minutes (https://example.org/minutes?page=4), annex")
        .await
}

/// The sheet is narrowed to a family of facts; the keys then go from one of them to the next.
pub(crate) async fn filters_facts(page: Page) -> Result<()> {
    page.open().await?;
    annotate(&page, TEXT).await?;
    page.look_at("Check sheet").await?;
    let counts = "return [...document.querySelectorAll('.sheet .filters button')].map(it => it.textContent).join('; ')";
    let shown: String =
        page.wait_for("filters", async || page.js::<Option<String>>(counts, &[]).await).await?;
    let count = |name: &str| {
        let found = shown.split("; ").find_map(|it| it.strip_prefix(name)).map(str::trim);
        found.and_then(|count| count.parse::<usize>().ok()).unwrap_or(0)
    };
    let families = ["Figures", "Quotes", "Dates", "Names"].map(&count);
    check(families.iter().sum::<usize>() == count("All") && count("Open") == count("All"), &shown)?;
    page.click(&format!("Figures {}", count("Figures"))).await?;
    shows(&page, FACTS, "20; 30; 60%; €3.5m").await?;
    choose(&page, "60%").await?;
    page.js::<()>("document.activeElement.blur(); return null", &[]).await?;
    // The next open fact of the article is a quote, which does not show.
    page.press("1").await?;
    shows(&page, SELECTED, "€3.5m").await?;
    page.press("1").await?;
    shows(&page, SELECTED, "20").await?;
    page.click(&format!("Open {}", count("All") - 2)).await?;
    let open: usize = page.js("return document.querySelectorAll('.fact').length", &[]).await?;
    check(open == count("All") - 2, &format!("{open} are open"))
}

/// Every view of an article in which nothing is marked says so, and leads to where that is changed.
pub(crate) async fn tells_what_is_empty(page: Page) -> Result<()> {
    page.open().await?;
    annotate(&page, "Nothing here is a fact.").await?;
    for view in ["Check sheet", "Who said what", "Timeline"] {
        page.look_at(view).await?;
        page.is_accessible(&format!("{view} empty")).await?;
        check(page.find_all("button", "Save").await?.is_empty(), "there is nothing to save")?;
        page.click("Go to the text").await?;
        page.find("article", "Nothing here is a fact").await?;
    }
    page.look_at("Compare").await?;
    page.screenshots("compare-empty").await?;
    page.is_accessible("compare empty").await?;
    page.driver.find(By::Css(".view-empty .import button")).await?;
    page.driver.find(By::Css(".view-empty button.primary")).await?.click().await?;
    page.find("textbox", "Article text").await.map(drop)
}

const ADDRESS: &str = "https://archive.example.org/council/2026/minutes-of-the-meeting-of-the-eleventh-of-march/annex-four/table?columns=cost,source,year&sort=descending&language=en#the-very-last-row";

/// A long sheet is paged in the page and whole on paper: every sentence, address and remark, the outlet and the day, numbers
/// on every sheet, and nothing that is pressed.
pub(crate) async fn prints_the_whole_sheet(page: Page) -> Result<()> {
    page.open().await?;
    annotate(&page, &(0..120).map(|n| format!("Pier {n} cost €3.5m in 2021.\n\n")).collect::<String>())
        .await?;
    let source = "const field = [...document.querySelectorAll('.details input, input')].find(it => it.labels?.[0]?.textContent.startsWith('Source'));
        field.value = arguments[0]; field.dispatchEvent(new Event('change', {bubbles: true})); return null";
    page.open_details().await?;
    page.find("textbox", "Source").await?;
    page.js::<()>(source, &[json!(ADDRESS)]).await?;
    page.look_at("Check sheet").await?;
    let rows = "return document.querySelectorAll('.sentences > li').length";
    check(page.js::<usize>(rows, &[]).await? == 100, "a page has a hundred sentences")?;
    // The first fact is chosen.
    let name: String = page.js("return document.querySelector('.fields textarea').ariaLabel", &[]).await?;
    let remark = format!("{}\nthe end of the remark", "The treasurer knows. ".repeat(80));
    write(&page, &name, ADDRESS).await?;
    write(&page, &name.replace("Evidence", "Remark"), &remark).await?;
    page.click("Stay without a name").await?;
    page.click("Next").await?;
    page.wait_for("the second page", async || {
        let script = "return document.querySelector('.pages span')?.textContent.startsWith('101–') ?? false";
        Ok(page.js::<bool>(script, &[]).await?.then_some(()))
    })
    .await?;
    page.js::<()>("window.print = () => { window.hasPrinted = true }; return null", &[]).await?;
    page.click("Print").await?;
    check(page.js::<bool>("return window.hasPrinted ?? false", &[]).await?, "Print prints")?;
    for paper in PAPERS {
        let sheets = page.print(paper).await?;
        let number = |at: usize| format!("{}/{}", at + 1, sheets.len());
        // A long remark goes on over the end of a sheet, where its number stands.
        let all: String = sheets.iter().enumerate().map(|(at, it)| it.replacen(&number(at), "", 1)).collect();
        let has = |words: &str| all.contains(&words.replace(char::is_whitespace, ""));
        let why = |what: &str| format!("{what} on {}: {all}", paper.name);
        check(sheets.len() > 2, &why("several sheets"))?;
        check(has("Pier 0 cost") && has("Pier 119 cost"), &why("all sentences"))?;
        check(
            all.matches(&ADDRESS.replace(char::is_whitespace, "")).count() >= 2,
            &why("source and evidence"),
        )?;
        check(has(&remark), &why("the remark"))?;
        check(has("archive.example.org · 2 July 2024"), &why("outlet and day"))?;
        for pressed in ["Confirmed", "Dismiss", "Save", "Print", "Next", "Import", "Evidence", "Keys for"] {
            check(!has(pressed), &why(&format!("no {pressed}")))?;
        }
        for (at, sheet) in sheets.iter().enumerate() {
            check(sheet.contains(&number(at)), &why(&format!("the number {}", number(at))))?;
        }
    }
    page.wait_for(
        "the page of before",
        async || Ok((page.js::<usize>(rows, &[]).await? <= 100).then_some(())),
    )
    .await
}

/// What may be nothing is folded on the screen and whole on paper.
pub(crate) async fn prints_what_may_be_nothing(page: Page) -> Result<()> {
    page.open().await?;
    let votes = "Votes cast in Ward 4:\n\nAdeyemi 1,204\nBello 977\nOkoro 319\nTotal 2,500\n\n\
        The presiding officer said a further 41 spoiled papers were not counted.\n";
    annotate(&page, votes).await?;
    page.look_at("Check sheet").await?;
    let folded = "return document.querySelector('.doubts details.possible summary')?.textContent ?? null";
    shows(&page, folded, "1 more that may be nothing").await?;
    let paper: String = page.print(PAPERS[0]).await?.concat().split_whitespace().collect();
    check(paper.contains("1,204and41make1,245,not2,500"), &paper)?;
    shows(&page, folded, "1 more that may be nothing").await
}

/// A file that does not hold everything is told in a short sentence; what it leaves out unfolds.
pub(crate) async fn tells_losses_in_short(page: Page) -> Result<()> {
    page.open().await?;
    annotate(&page, TEXT).await?;
    page.press_shift("e").await?;
    page.click("CSV").await?;
    let told = "return document.querySelector('.toasts .notice p')?.textContent ?? null";
    page.wait_for("the short sentence", async || {
        let told: String = page.js::<Option<String>>(told, &[]).await?.unwrap_or_default();
        Ok(told.ends_with(".csv. CSV does not hold everything.").then_some(()))
    })
    .await?;
    let listed = "return [...document.querySelectorAll('.toasts .notice li')].filter(it => it.checkVisibility()).length";
    check(page.js::<usize>(listed, &[]).await? == 0, "the list is folded")?;
    page.js::<()>("document.querySelector('.toasts .notice summary').click(); return null", &[]).await?;
    check(page.js::<usize>(listed, &[]).await? > 2, "the list unfolds")?;
    page.is_accessible("losses").await
}

/// What is dated stands in order, as a picture and as a list; a click leads to the place.
pub(crate) async fn shows_the_timeline(page: Page) -> Result<()> {
    page.open().await?;
    annotate(&page, TEXT).await?;
    page.look_at("Timeline").await?;
    let listed = "return [...document.querySelectorAll('.timeline .moment')].map(it => it.querySelector('strong').textContent + ' ' + (it.querySelector('mark, p').textContent)).join('; ')";
    shows(&page, listed, "1 July 2024 Monday; 2 July 2024 Published; May 2026 May 2026").await?;
    let bars: usize = page.js("return document.querySelectorAll('.picture .bar').length", &[]).await?;
    let lines: usize = page.js("return document.querySelectorAll('.picture .published').length", &[]).await?;
    check((bars, lines) == (2, 1), "two bars and the day of publication")?;
    fits_everywhere(&page, "timeline").await?;
    let picture = save(&page, "Save as SVG", ".svg").await?;
    check(
        picture.starts_with("<svg") && picture.contains("<title>May 2026</title>"),
        "the picture has both",
    )?;
    page.js::<()>("[...document.querySelectorAll('.moment .place')].pop().click(); return null", &[]).await?;
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
    page.find("combobox", "Add report").await?;
    // The other report is proposed: one press sets it beside this one.
    let proposed = "return document.querySelector('.proposed button')?.textContent ?? null";
    shows(
        &page,
        proposed,
        "Compare with The harbour had grown from 20 to 40 ships, Maria Orfey said on Monday",
    )
    .await?;
    page.screenshots("compare-proposed").await?;
    page.is_accessible("compare proposed").await?;
    page.js::<()>("document.querySelector('.proposed button').click(); return null", &[]).await?;
    let first = "return [...(document.querySelector('.fact-row')?.children ?? [])].map(it => [...it.querySelectorAll('.about, .told, b')].map(it => it.textContent).join(', ')).join(' | ')";
    shows(&page, first, "ships · harbour, 10 apart | 30 | 40").await?;
    let around = "return document.querySelector('.fact-row td .around').textContent";
    shows(
        &page,
        around,
        "Maria Orfei said on Monday that the harbour had grown from 20 to 30 ships, up 60%.",
    )
    .await?;
    // How much was compared stands in a sentence, and the numbers nowhere else.
    let says = "return document.querySelector('.compared')?.textContent ?? null";
    shows(&page, says, "1 fact is different, 1 reworded, 5 alike; 4 stand in one report only.").await?;
    let counts: usize = page.js("return document.querySelectorAll('.comparison .count').length", &[]).await?;
    check(counts == 0, "each number stands once")?;
    let heads = "return [...document.querySelectorAll('.compare-table thead .told')].map(it => it.textContent).join(' | ')";
    shows(&page, heads, "2 July 2024 | 2 July 2024").await?;
    let groups = "return [...document.querySelectorAll('.compare-table h3')].map(it => it.firstChild.textContent).join(' | ')";
    // What only some tell is folded.
    shows(&page, groups, "Different | Reworded | Alike").await?;
    page.js::<()>("document.querySelector('.unfold').click(); return null", &[]).await?;
    shows(&page, groups, "Different | Reworded | Alike | Only in some").await?;
    fits_everywhere(&page, "compare").await?;
    page.js::<()>("document.querySelector('.fact-row .about').click(); return null", &[]).await?;
    let marked = "return [...document.querySelectorAll('.pane')].map(it => it.querySelector('mark')?.textContent).join(' | ')";
    shows(&page, marked, "30 | 40").await?;
    page.screenshots("compare-texts").await?;
    page.is_accessible("compare texts").await?;
    page.click("Close texts").await?;
    let filter = "[...document.querySelectorAll('.comparison .filters button')].find(it => it.textContent.startsWith('Reworded')).click(); return null";
    page.js::<()>(filter, &[]).await?;
    shows(&page, groups, "Reworded").await?;
    let rows = "return [...document.querySelectorAll('.fact-row')].map(r => [...r.querySelectorAll('b')].map(it => it.textContent).join(' = ')).join('; ')";
    page.wait_for("what is reworded", async || {
        let shown: String = page.js(rows, &[]).await?;
        Ok(shown.contains("Maria Orfei = Maria Orfey").then_some(()))
    })
    .await?;
    let file = save(&page, "Save as JSON", ".json").await?;
    check(file.contains("\"verdict\":\"different\""), "the file has the difference")?;
    let paper = page.print(PAPERS[0]).await?.concat();
    check(paper.contains("Reworded") && paper.contains("Alike") && !paper.contains("Remove"), &paper)?;
    page.js::<()>("document.querySelector('.compare-table thead button').click(); return null", &[]).await?;
    page.wait_for("no report beside it", async || {
        Ok((page.js::<usize>("return document.querySelectorAll('.fact-row').length", &[]).await? == 0)
            .then_some(()))
    })
    .await
}

/// The bar over the article and the panel count the same marks, and the sheet says why it counts others.
pub(crate) async fn says_what_each_total_counts(page: Page) -> Result<()> {
    page.open().await?;
    annotate(
        &page,
        &format!("{TEXT}\nThe port has two cranes. Two officials said that the pier came first.\n"),
    )
    .await?;
    let over: String =
        page.js("return document.querySelector('.meta .review .count').textContent", &[]).await?;
    let shown = over.strip_prefix("0 of ").and_then(|it| it.strip_suffix(" reviewed"));
    let shown: usize = shown.and_then(|it| it.parse().ok()).unwrap_or_default();
    check(shown > 5, &over)?;
    let marks = "return Array.from(document.querySelectorAll('.all-marks h2 .count'), it => Number(it.textContent))[0]";
    check(page.js::<usize>(marks, &[]).await? == shown, "the panel counts what the text shows")?;
    let rest: String =
        page.js("return document.querySelector('.all-marks .hint')?.textContent ?? ''", &[]).await?;
    let number = |text: &str| text.split(' ').find_map(|it| it.parse::<usize>().ok()).unwrap_or_default();
    let unshown = number(&rest);
    check(unshown > 0 && rest.contains("does not show"), &format!("the panel tells the rest: {rest:?}"))?;
    let entries: usize =
        page.js("return document.querySelectorAll('.annotations .entry').length", &[]).await?;
    check(entries == shown + unshown, &format!("{entries} marks are listed"))?;
    page.look_at("Check sheet").await?;
    let told: String = page.js("return document.querySelector('.sheet .checked').textContent", &[]).await?;
    let facts = told.strip_prefix("0 of ").and_then(|it| it.strip_suffix(" facts checked"));
    let facts: usize = facts.and_then(|it| it.parse().ok()).unwrap_or_default();
    let counted: String =
        page.js("return document.querySelector('.counted')?.textContent ?? ''", &[]).await?;
    let sentences: Vec<usize> = counted.split_inclusive('.').map(number).collect();
    check(
        sentences.len() == 2 && facts == shown + sentences[0] - sentences[1],
        &format!("{shown} marks, {facts} facts: {counted:?}"),
    )
}

/// The sheet opens at its top, also where the first open fact is below what does not add up; the keys have it all the same.
pub(crate) async fn opens_the_sheet_at_its_top(page: Page) -> Result<()> {
    let doubts =
        "Of the 100 ships, 60 came from Oslo and 30 from Bergen. Profit rose from 20 to 30, up 60%. ";
    page.open().await?;
    annotate(&page, &format!("{}{TEXT}", doubts.repeat(4))).await?;
    for (width, height) in [(390, 844), (1280, 800)] {
        page.resize(width, height).await?;
        page.js::<()>("document.querySelector('main').scrollTop = 5000; return null", &[]).await?;
        page.look_at("Check sheet").await?;
        page.wait_for("a chosen fact", async || {
            let chosen = "return !!document.querySelector('.fact[aria-current]')";
            Ok(page.js::<bool>(chosen, &[]).await?.then_some(()))
        })
        .await?;
        // What would bring it into view does so with the next frames.
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        let top: f64 = page.js("return document.querySelector('main').scrollTop", &[]).await?;
        check(top == 0.0, &format!("the sheet opens {top} pixels down at {width}"))?;
        page.look_at("Read").await?;
        page.press("Escape").await?;
    }
    page.look_at("Check sheet").await?;
    page.resize(390, 500).await?;
    page.press("1").await?;
    let in_view = "const box = document.querySelector('.fact[aria-current]')?.getBoundingClientRect();
        return !!box && box.top >= 0 && box.bottom <= innerHeight";
    page.wait_for("the next fact in view", async || Ok(page.js::<bool>(in_view, &[]).await?.then_some(())))
        .await
}

/// From Compare, a report that is pasted or imported stands beside the one that is open: two presses beside the paste.
pub(crate) async fn brings_reports_into_compare(page: Page) -> Result<()> {
    page.open().await?;
    annotate(&page, TEXT).await?;
    page.look_at("Compare").await?;
    page.js::<()>("document.querySelector('.view-empty .ways-in > button').click(); return null", &[])
        .await?;
    let says = "return document.querySelector('.start .beside')?.firstChild.textContent ?? null";
    page.wait_for("which report it goes beside", async || {
        let says: Option<String> = page.js(says, &[]).await?;
        Ok(says.filter(|says| says.contains("Maria Orfei said on Monday")))
    })
    .await?;
    page.screenshots("new-report").await?;
    page.is_accessible("new report").await?;
    annotate(&page, OTHER).await?;
    let heads = "return [...document.querySelectorAll('.compare-table .report-title')].map(it => it.textContent.slice(0, 11)).join(' | ')";
    shows(&page, heads, "Maria Orfei | The harbour").await?;
    // Back leads to the box, and forward again.
    page.js::<()>("history.back(); return null", &[]).await?;
    page.find("textbox", "Article text").await?;
    page.js::<()>("history.forward(); return null", &[]).await?;
    shows(&page, heads, "Maria Orfei | The harbour").await?;
    let folder = tempfile::tempdir()?;
    let third = folder.path().join("third.txt");
    fs::write(&third, "Forty ships lay in the harbour on Tuesday, the port said.\n")?;
    page.choose_file(&third).await?;
    shows(&page, heads, "Maria Orfei | The harbour | third").await?;
    page.is_accessible("compare three").await
}

/// Two news reports of one event, of the shared articles where they are at hand, else invented ones: the texts, a fact
/// told differently, one alike, and two figures that are no pair.
fn news() -> ([String; 2], [&'static str; 3]) {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let lines = |file: &str| fs::read_to_string(top.join(file)).unwrap_or_default();
    let of = |all: &str, id: &str| -> Option<Json> {
        all.lines().filter_map(|line| serde_json::from_str::<Json>(line).ok()).find(|it| it["id"] == id)
    };
    let text = |it: &Json| it.as_str().unwrap_or_default().to_owned();
    if let Some(event) = of(&lines("../shared/articles/pairs.jsonl"), "ffe867a7") {
        let texts = [0, 1].map(|at| text(&event["reports"][at]["text"]));
        return (
            texts,
            ["$11 Billion = $11.5 Billion", "$55 billion = $55 billion", "8 percent = 22 percent"],
        );
    }
    let pair = of(&lines("tests/fixtures/compare/reports.jsonl"), "one-02").unwrap_or_default();
    (
        [text(&pair["a"]), text(&pair["b"])],
        ["24 percent = 27 per cent", "Alan Pettifer = Alan Pettifer", "412 million pounds = £18m"],
    )
}

/// Two news reports: the partner is proposed, what differs stands first, a figure of another thing is no partner, and what
/// is said in other words stands side by side.
pub(crate) async fn compares_news(page: Page) -> Result<()> {
    let ([one, other], [differs, alike, trap]) = news();
    page.open().await?;
    annotate(&page, &other).await?;
    page.click("New article").await?;
    annotate(&page, &one).await?;
    page.js::<()>("document.getElementById('tab-compare').click(); return null", &[]).await?;
    page.wait_for("the other report is proposed", async || {
        let press =
            "const button = document.querySelector('.proposed button'); button?.click(); return !!button";
        Ok(page.js::<bool>(press, &[]).await?.then_some(()))
    })
    .await?;
    let rows = "return [...document.querySelectorAll(`[data-verdict=${arguments[0]}] .fact-row`)].map(row =>
        [...row.querySelectorAll('td')].map(it => it.querySelector('b')?.textContent ?? '').join(' = '))";
    let of = async |verdict: &str| page.js::<Vec<String>>(rows, &[json!(verdict)]).await;
    page.wait_for("what differs", async || {
        Ok(of("different").await?.iter().any(|row| row.contains(differs)).then_some(()))
    })
    .await?;
    let (reworded, same) = (of("otherwise").await?, of("all").await?);
    check(same.iter().any(|row| row.contains(alike)), &format!("{alike} among {same:?}"))?;
    check(
        reworded.iter().any(|row| row.len() > 120),
        &format!("a sentence in other words among {reworded:?}"),
    )?;
    for row in of("different").await?.iter().chain(&reworded).chain(&same) {
        check(!row.contains(trap), &format!("{row} is a pair"))?;
    }
    check(of("some").await?.is_empty(), "what only some tell is folded")?;
    page.screenshots("compare-news").await?;
    page.is_accessible("compare news").await
}

/// Each source stands once with what it says; how sources are named narrows the list.
pub(crate) async fn lists_who_said_what(page: Page) -> Result<()> {
    page.open().await?;
    annotate(
        &page,
        &format!(
            "{TEXT}\nTwo officials said that the pier was too short. It is not too short, Orfei said.\n"
        ),
    )
    .await?;
    page.look_at("Who said what").await?;
    let listed = "return [...document.querySelectorAll('.source')].map(it => it.querySelector('h3').textContent + ' ' + it.querySelectorAll('.statement').length).join('; ')";
    shows(&page, listed, "Maria Orfei 2; Kofi Mensah 1; Two officials 1").await?;
    fits_everywhere(&page, "who-said-what").await?;
    page.click("Not named 1").await?;
    shows(&page, listed, "Two officials 1").await?;
    let paper = page.print(PAPERS[0]).await?.concat();
    check(paper.contains("KofiMensah") && !paper.contains("Save"), &paper)?;
    page.js::<()>("document.querySelector('.statement').click(); return null", &[]).await?;
    shows(
        &page,
        "return document.querySelector('mark[data-selected]')?.textContent ?? null",
        "the pier was too short",
    )
    .await
}

/// The menu Save opens and closes by keys, and gives the focus back.
pub(crate) async fn saves_by_keys(page: Page) -> Result<()> {
    page.open().await?;
    annotate(&page, TEXT).await?;
    page.look_at("Check sheet").await?;
    page.button("Save").await?.focus().await?;
    page.press("Enter").await?;
    page.press("ArrowDown").await?;
    let active = "return document.activeElement.textContent";
    shows(&page, active, "Save as CSV").await?;
    page.press("ArrowUp").await?;
    shows(&page, active, "Save as Markdown").await?;
    page.is_accessible("save menu").await?;
    page.screenshots("save-menu").await?;
    page.press("Escape").await?;
    shows(&page, active, "Save").await?;
    check(page.find_all("button", "Save as CSV").await?.is_empty(), "the menu is closed")
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
    fits_everywhere(&page, "library-facts").await?;
    let broken = "return [...document.querySelectorAll('.library-table td, .library-table th')].filter(it => it.scrollWidth > it.clientWidth + 1).map(it => it.textContent).join('; ')";
    shows(&page, broken, "").await?;
    let paper = page.print(PAPERS[0]).await?.concat();
    check(paper.contains("€3.5m") && !paper.contains("Close"), &paper)?;
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
    let table = save(&page, "Save as CSV", ".csv").await?;
    check(table.starts_with("source,role,naming,"), &table)?;
    page.click("All figures").await?;
    page.find("searchbox", "Filter").await?.send_keys("3.5").await?;
    shows(&page, facts, "€3.5m").await?;
    page.click("Close").await
}
