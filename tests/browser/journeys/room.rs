//! How much room the article has: what stands on a screen, counted in pixels and controls.

use std::fs;
use std::path::Path;

use anyhow::Result;
use serde_json::json;

use crate::check;
use crate::page::Page;

/// What can be pressed or typed into and is in sight.
const CONTROLS: &str = "const seen = it => { const box = it.getBoundingClientRect();
        return box.width > 0 && box.height > 0 && box.top < innerHeight && box.bottom > 0 && box.left < innerWidth && box.right > 0
            && it.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }); };
    const all = [...document.querySelectorAll('button, input, select, textarea, summary, a[href], [role=tab], [role=switch]')].filter(seen);
    return all.map(it => (it.ariaLabel ?? it.textContent ?? '').trim().slice(0, 30));";

/// Which share of the window shows the article, in percent: what of the main part nothing stands on.
const TEXT_SHARE: &str = "const main = document.querySelector('main').getBoundingClientRect();
    const beside = [...document.querySelectorAll('.app > *')].filter(it => it.tagName !== 'MAIN' && it.checkVisibility());
    let top = main.top, bottom = main.bottom;
    for (const it of beside) {
        const box = it.getBoundingClientRect();
        if (box.height < 2 || box.bottom <= top || box.top >= bottom || box.right <= main.left || box.left >= main.right) continue;
        if (box.top > (top + bottom) / 2) bottom = Math.min(bottom, box.top); else top = Math.max(top, box.bottom);
    }
    return Math.round(100 * (bottom - top) / innerHeight)";

/// How many lines of the article are wholly in sight.
const LINES: &str = "const main = document.querySelector('main').getBoundingClientRect();
    const range = document.createRange(); range.selectNodeContents(document.querySelector('[role=article]'));
    const lines = new Set();
    for (const box of range.getClientRects()) {
        if (box.width > 20 && box.height > 8 && box.top >= main.top - 1 && box.bottom <= main.bottom + 1) lines.add(Math.round(box.bottom / 10));
    }
    return lines.size";

/// The article first: few controls, its first line high up, on a phone most of the screen.
pub(crate) async fn gives_the_article_room(page: Page) -> Result<()> {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/articles/004_1e20f47bea09c700.txt");
    let text = fs::read_to_string(shared)
        .or_else(|_| fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("static/sample.txt")))?;
    page.open().await?;
    page.paste("Article text", &text).await?;
    page.click("Annotate").await?;
    page.wait_for_text("status", "Saved").await?;

    page.resize(1280, 800).await?;
    let controls: Vec<String> = page.js(CONTROLS, &[]).await?;
    check(controls.len() <= 30, &format!("{} controls at 1280 × 800: {controls:?}", controls.len()))?;
    let first = "return document.querySelector('[role=article] p').getBoundingClientRect().top";
    let top: f64 = page.js(first, &[]).await?;
    check(top <= 200.0, &format!("the first line begins {top} pixels from the top"))?;

    page.resize(390, 844).await?;
    let share: u32 = page.js(TEXT_SHARE, &[]).await?;
    check(share >= 70, &format!("{share} % of a phone is text with nothing chosen"))?;
    page.js::<()>(
        "document.querySelectorAll('[role=article] mark[data-letters]')[2].click(); return null",
        &[],
    )
    .await?;
    page.find("dialog", "Details").await?;
    let share: u32 = page.js(TEXT_SHARE, &[]).await?;
    check(share >= 50, &format!("{share} % of a phone is text with a mark chosen"))?;
    page.click("Review").await?;
    page.button("Skip").await?;
    let share: u32 = page.js(TEXT_SHARE, &[]).await?;
    check(share >= 50, &format!("{share} % of a phone is text in review"))?;
    // What thumbs press is in the lower third, large enough, and covered by nothing.
    for name in ["Accept", "Reject", "Skip", "Edit"] {
        let script = "const box = arguments[0].getBoundingClientRect(), it = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
            return [box.top > innerHeight * 2 / 3 - 1, box.height >= 44, box.width >= 44, arguments[0].contains(it)]";
        let button = page.button(name).await?;
        let [low, high, wide, free]: [bool; 4] = page.js(script, &[button.to_json()?]).await?;
        check(
            low && high && wide && free,
            &format!("{name}: low {low}, high {high}, wide {wide}, free {free}"),
        )?;
    }

    // Zoom of 200 % halves the window.
    page.press("Escape").await?;
    page.resize(640, 400).await?;
    page.js::<()>("document.querySelector('main').scrollTop = 0; return null", &[]).await?;
    page.wait_for("five lines of the article at 200 %", async || {
        Ok((page.js::<usize>(LINES, &[]).await? >= 5).then_some(()))
    })
    .await
}

/// On the first visit the box and the button are in sight, on any screen.
pub(crate) async fn begins_in_sight(page: Page) -> Result<()> {
    for (width, height) in [(1280, 800), (768, 1024), (390, 844), (320, 568)] {
        page.resize(width, height).await?;
        page.open().await?;
        for (role, name) in [("textbox", "Article text"), ("button", "Annotate")] {
            let element = page.find(role, name).await?;
            let script =
                "const box = arguments[0].getBoundingClientRect(); return [box.top, box.bottom, innerHeight]";
            let [top, bottom, window]: [f64; 3] = page.js(script, &[element.to_json()?]).await?;
            check(
                top >= 0.0 && bottom <= window,
                &format!("{name} is at {top} to {bottom} of {window} at {width}"),
            )?;
        }
    }
    Ok(())
}

/// A card says what a mark means beside it, and never stands on the mark's own line.
pub(crate) async fn shows_details_beside_a_mark(page: Page) -> Result<()> {
    page.open().await?;
    page.click("Try the sample").await?;
    page.wait_for_text("status", "Saved").await?;
    page.resize(1280, 800).await?;
    let count: usize =
        page.js("return document.querySelectorAll('[role=article] mark[data-letters]').length", &[]).await?;
    for at in (0..count).step_by(7) {
        let choose = "document.querySelectorAll('[role=article] mark[data-letters]')[arguments[0]].click(); return null";
        page.js::<()>(choose, &[json!(at)]).await?;
        let script = "const card = document.querySelector('.card')?.getBoundingClientRect();
            const boxes = [...document.querySelectorAll('mark[data-selected]')].flatMap(it => [...it.getClientRects()]);
            if (!card || !boxes.length || document.querySelector('.card').checkVisibility({ checkVisibilityCSS: true }) === false) return null;
            return boxes.every(box => box.bottom <= card.top || box.top >= card.bottom || box.right <= card.left || box.left >= card.right)";
        page.wait_for("the card beside the mark", async || {
            Ok(page.js::<Option<bool>>(script, &[]).await?.filter(|is_beside| *is_beside))
        })
        .await?;
        page.press("Escape").await?;
    }
    // Under the pointer, too, without a choice.
    page.hover("[role=article] mark[data-letters]").await?;
    page.find("dialog", "Details").await?;
    check(
        page.js::<bool>("return !document.querySelector('mark[data-selected]')", &[]).await?,
        "a look chooses nothing",
    )
}

/// What is written on a mark is the key that sets it, and what menus and the label menu say.
pub(crate) async fn letters_are_keys(page: Page) -> Result<()> {
    page.open().await?;
    page.click("Try the sample").await?;
    page.wait_for_text("status", "Saved").await?;
    let script = "const mark = [...document.querySelectorAll('[role=article] mark[data-letters]')]
            .find(it => it.dataset.label === arguments[0]);
        mark?.click(); return mark ? [mark.dataset.annotationId, mark.dataset.letters] : null";
    let mut tried = 0;
    for (from, to) in [("PERSON", "ORG"), ("LOC", "PERSON"), ("MONEY", "DATE")] {
        let letters = "return [...document.querySelectorAll('[role=article] mark[data-letters]')]
            .find(it => it.dataset.label === arguments[0])?.dataset.letters ?? null";
        let Some(key) = page.js::<Option<String>>(letters, &[json!(to)]).await? else { continue };
        let Some([id, _]) = page.js::<Option<[String; 2]>>(script, &[json!(from)]).await? else { continue };
        page.wait_for("the mark to be chosen", async || {
            Ok(page
                .js::<bool>("return !!document.querySelector('mark[data-selected]')", &[])
                .await?
                .then_some(()))
        })
        .await?;
        page.press(&key.to_lowercase()).await?;
        let is_it = "return document.querySelector(`[role=article] mark[data-annotation-id~='${arguments[0].split(' ')[0]}']`)?.dataset.label === arguments[1]";
        page.wait_for(&format!("{key} to make it {to}"), async || {
            Ok(page.js::<bool>(is_it, &[json!(id), json!(to)]).await?.then_some(()))
        })
        .await?;
        page.press_ctrl("z").await?;
        tried += 1;
    }
    check(tried > 0, "the sample has such marks")
}

/// On a phone, too, the page says what the letters on marks stand for: at the mark, and in a list beside the switches.
pub(crate) async fn says_what_the_letters_mean(page: Page) -> Result<()> {
    page.open().await?;
    page.click("Try the sample").await?;
    page.wait_for_text("status", "Saved").await?;
    page.resize(390, 844).await?;
    let choose = "const mark = document.querySelector('[role=article] mark[data-letters=P]'); mark.click(); return null";
    page.js::<()>(choose, &[]).await?;
    let kind = "const kind = document.querySelector('.card .kind'); const letter = kind?.querySelector('.letter');
        return kind ? [letter.dataset.letters, kind.querySelector('.letter + span').textContent, String(letter.checkVisibility() && letter.offsetWidth > 3)] : null";
    let shown: Option<[String; 3]> =
        page.wait_for("the sheet of the mark", async || Ok(Some(page.js(kind, &[]).await?))).await?;
    check(
        shown.as_ref().is_some_and(|[letter, name, seen]| {
            letter == "P" && name.starts_with("Person") && seen == "true"
        }),
        &format!("the sheet shows {shown:?}"),
    )?;
    page.click("Close").await?;
    page.show("Marks").await?;
    page.js::<()>("document.querySelector('.letters summary').click(); return null", &[]).await?;
    let listed = "return [...document.querySelectorAll('.letters li')].filter(it => it.checkVisibility())
        .map(it => it.querySelector('.letter').dataset.letters + ' ' + it.textContent).join('; ')";
    let listed: String = page.js(listed, &[]).await?;
    let marks = "return [...new Set([...document.querySelectorAll('[role=article] mark[data-letters]')].map(it => it.dataset.letters))]";
    let letters: Vec<String> = page.js(marks, &[]).await?;
    check(
        listed.contains("P Person")
            && letters.len() > 3
            && letters
                .iter()
                .all(|letter| listed.split("; ").any(|it| it.starts_with(&format!("{letter} ")))),
        &format!("{letters:?} are explained by {listed}"),
    )?;
    page.fits().await?;
    page.screenshots("letters").await?;
    page.is_accessible("letters").await
}

/// The tabs of the facts are in sight side by side on the smallest phone, and a menu is no wider than a phone.
pub(crate) async fn keeps_its_bars_in_sight(page: Page) -> Result<()> {
    page.open().await?;
    page.click("Try the sample").await?;
    page.wait_for_text("status", "Saved").await?;
    page.resize(320, 568).await?;
    page.look_at("Compare").await?;
    let out = "return [...document.querySelectorAll('[role=tab]')].slice(1)
        .filter(it => it.getBoundingClientRect().left < 0 || it.getBoundingClientRect().right > innerWidth).map(it => it.textContent)";
    let out: Vec<String> = page.js(out, &[]).await?;
    check(out.is_empty(), &format!("out of sight: {out:?}"))?;
    page.resize(768, 1024).await?;
    page.click("More").await?;
    let wide: f64 =
        page.js("return document.querySelector('.menu').getBoundingClientRect().width", &[]).await?;
    check(wide <= 400.0, &format!("the menu is {wide} pixels wide"))
}

/// After the last suggestion comes what is next: the check sheet, or a file.
pub(crate) async fn has_a_next_step_at_the_end(page: Page) -> Result<()> {
    page.open().await?;
    page.paste("Article text", "Mayor Ada Byron spoke in Lima on Monday.\n").await?;
    page.click("Annotate").await?;
    page.wait_for_text("status", "Saved").await?;
    page.click("Review").await?;
    loop {
        let left: bool = page.js("return !!document.querySelector('[data-reviewing]')", &[]).await?;
        if !left {
            break;
        }
        page.click("Accept").await?;
    }
    page.click("Check sheet").await?;
    page.wait_for("the check sheet", async || {
        let view = "return document.querySelector('[role=tab][aria-selected=true]')?.textContent";
        Ok((page.js::<String>(view, &[]).await? == "Check sheet").then_some(()))
    })
    .await
}
