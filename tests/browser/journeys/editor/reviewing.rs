//! From paste to export by keyboard, and review with few presses.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::{Hands, TEXT, progress, value, wait_for_entity, wait_for_mark};
use crate::check;
use crate::journeys::main_job::marks;
use crate::page::Page;

/// Paste to export without a mouse: a new span by caret, a mended value, an entity merged, all reviewed.
pub(crate) async fn whole_job_by_keyboard_alone(page: Page) -> Result<()> {
    page.open().await?;
    // Pasting is one press; the box has the focus.
    page.paste("Article text", TEXT).await?;
    let mut hands = Hands { page: &page, presses: 1 };
    // Tab over Title, Source and the date's parts to the button; Enter in a field does it, too.
    hands.press("Tab").await?;
    hands.press("Enter").await?;
    page.wait_for_text("status", "Saved").await?;
    let suggested = marks(&page).await?;
    check(suggested.len() >= 9, &format!("{suggested:?}"))?;

    // A new span: two words that nobody has marked, taken by the caret.
    page.js::<()>("document.querySelector('[role=article]').focus(); return null", &[]).await?;
    for _ in 0..2 {
        hands.press("ArrowRight").await?;
    }
    hands.press_shift("ArrowRight").await?;
    let words = page.selected_text().await?;
    check(words.split(' ').count() == 2, &format!("two words are selected: {words}"))?;
    // One too many, and back.
    hands.press_shift("ArrowRight").await?;
    hands.press_shift("ArrowLeft").await?;
    check(page.selected_text().await? == words, "the other arrow takes an overshoot back")?;
    let is_shown: bool = page.js("return !document.getElementById('caret').hidden", &[]).await?;
    check(is_shown, "the caret can be seen")?;
    hands.press("i").await?;
    wait_for_mark(&page, &words, |mark| mark.label == "WORK" && mark.status == "accepted").await?;
    page.press_ctrl("z").await?;
    hands.presses += 1;

    // A value that was read wrongly is mended in its field.
    hands.press("j").await?;
    let at = suggested.iter().position(|mark| mark.label == "MONEY").context("money")?;
    for _ in 0..40 {
        let here: Option<String> =
            page.js("return document.querySelector('mark[data-selected]')?.textContent ?? null", &[]).await?;
        if here.as_deref() == Some(suggested[at].text.as_str()) {
            break;
        }
        hands.press("j").await?;
    }
    hands.press("v").await?;
    page.press_ctrl("a").await?;
    hands.presses += 1;
    page.press("4.5m euros").await?;
    hands.presses += 10;
    page.wait_for("how it is understood", async || {
        let said: String =
            page.js("return document.getElementById('value-understood').textContent", &[]).await?;
        Ok(said.contains("€4,500,000").then_some(()))
    })
    .await?;
    hands.press("Enter").await?;
    page.wait_for("the value", async || Ok(value(&page).await?.filter(|value| value == "€4.5 million")))
        .await?;

    // The entity of a mention is another one: by name.
    hands.press("j").await?;
    hands.press("y").await?;
    page.press_ctrl("a").await?;
    hands.presses += 1;
    page.press("Rustem Oumerov").await?;
    hands.presses += 14;
    hands.press("Enter").await?;
    wait_for_entity(&page, "Rustem Oumerov 1").await?;
    page.press_ctrl("z").await?;
    hands.presses += 1;

    // All the rest, entity by entity.
    hands.press("w").await?;
    review_all(&mut hands, 30).await?;
    check(hands.presses <= 75, &format!("{} presses", hands.presses))?;
    page.wait_for_text("status", "Saved").await
}

/// Accepts entity by entity until nothing is left.
async fn review_all(hands: &mut Hands<'_>, at_most: usize) -> Result<()> {
    for _ in 0..at_most {
        let (done, all) = progress(hands.page).await?;
        if done == all {
            return Ok(());
        }
        hands.press_shift("a").await?;
        hands
            .page
            .wait_for("the next", async || Ok((progress(hands.page).await?.0 > done).then_some(())))
            .await?;
    }
    let (done, all) = progress(hands.page).await?;
    check(done == all, &format!("{done} of {all} after {at_most} presses"))
}

/// The two shared articles, or the sample, reviewed with at most half as many presses as suggestions:
/// people, who are each somebody else, one by one; of the other labels all that there is at once.
pub(crate) async fn reviews_articles_with_few_presses(page: Page) -> Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/articles");
    let mut texts = Vec::new();
    for name in ["000_b5842a176354263a.txt", "004_1e20f47bea09c700.txt"] {
        texts.extend(fs::read_to_string(folder.join(name)).ok());
    }
    if texts.is_empty() {
        texts.push(fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("static/sample.txt"))?);
    }
    page.open().await?;
    for text in texts {
        page.js::<()>("if (document.querySelector('[role=article]')) [...document.querySelectorAll('button')].find(b => b.innerText === 'New article').click(); return null", &[]).await?;
        page.paste("Article text", &text).await?;
        page.click("Annotate").await?;
        page.wait_for("the article", async || Ok((progress(&page).await?.1 > 20).then_some(()))).await?;
        let (_, all) = progress(&page).await?;
        let mut hands = Hands { page: &page, presses: 0 };
        hands.press("w").await?;
        loop {
            let (done, all) = progress(&page).await?;
            if done == all {
                break;
            }
            let label: String =
                page.js("return document.querySelector('mark[data-selected]').dataset.label", &[]).await?;
            // Names one by one; amounts, dates and quotes are quickly looked over together.
            if ["PERSON", "ORG", "LOC"].contains(&label.as_str()) {
                hands.press_shift("a").await?;
            } else {
                hands.press_shift("l").await?;
            }
            page.wait_for("the next", async || Ok((progress(&page).await?.0 > done).then_some(()))).await?;
        }
        check(hands.presses * 2 <= all, &format!("{} presses for {all} suggestions", hands.presses))?;
    }
    page.wait_for_text("status", "Saved").await
}
