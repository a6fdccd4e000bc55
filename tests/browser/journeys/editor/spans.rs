//! Where marks begin and end.

use anyhow::Result;
use thirtyfour::By;

use super::{TEXT, annotate, select_mark, wait_for_mark};
use crate::check;
use crate::page::Page;

/// An end is chosen and moved by word and by character; buttons do the same; the mouse selects whole
/// words and drags handles; a key goes through a stack of marks.
pub(crate) async fn moves_the_ends_of_marks(page: Page) -> Result<()> {
    annotate(&page, TEXT).await?;
    select_mark(&page, "Lloyd Austin").await?;
    page.press("]").await?;
    page.press("ArrowRight").await?;
    wait_for_mark(&page, "Lloyd Austin met", |mark| mark.status == "accepted").await?;
    page.press("ArrowLeft").await?;
    wait_for_mark(&page, "Lloyd Austin", |_| true).await?;
    page.press_shift("ArrowLeft").await?;
    wait_for_mark(&page, "Lloyd Austi", |_| true).await?;
    page.press_shift("ArrowRight").await?;
    page.press("Enter").await?;
    wait_for_mark(&page, "Lloyd Austin", |_| true).await?;

    let group = page.find("group", "Start").await?;
    group.find_all(By::Css("button")).await?[2].click().await?;
    wait_for_mark(&page, "Austin", |mark| mark.status == "accepted").await?;
    page.click("Undo").await?;
    wait_for_mark(&page, "Lloyd Austin", |_| true).await?;

    // The handle at the end, to the end of the next word.
    select_mark(&page, "Lloyd Austin").await?;
    page.wait_for("the handle", async || {
        let script = "return document.querySelector('.handle-end').style.left !== ''";
        Ok(page.js::<bool>(script, &[]).await?.then_some(()))
    })
    .await?;
    page.hover(".handle-end").await?;
    let script = "const box = document.querySelector('.handle-end').getBoundingClientRect();
        const text = document.querySelector('[role=article] mark').nextSibling;
        const range = document.createRange(); range.setStart(text, 2); range.setEnd(text, 3);
        const goal = range.getBoundingClientRect();
        return [Math.round(box.left + box.width / 2), Math.round(box.top + box.height / 2), Math.round(goal.left + 1), Math.round(goal.top + goal.height / 2)]";
    let [x, y, to_x, to_y]: [i64; 4] = page.js(script, &[]).await?;
    let drag = page.driver.action_chain().move_to(x, y).click_and_hold().move_to(to_x, to_y).release();
    drag.perform().await?;
    wait_for_mark(&page, "Lloyd Austin met", |_| true).await?;
    page.press_ctrl("z").await?;

    // What the mouse selects of a word is the word.
    page.drag_over_text("arbou").await?;
    page.wait_for("the whole word", async || Ok((page.selected_text().await? == "Harbour").then_some(())))
        .await?;
    page.press("o").await?;
    wait_for_mark(&page, "Harbour", |mark| mark.label == "ORG").await?;
    page.wait_for_text("status", "Saved").await
}

/// Marks lie in and across each other: each can be seen, picked and changed, by key, by button and by
/// clicking again.
pub(crate) async fn goes_through_a_stack(page: Page) -> Result<()> {
    annotate(&page, "The Harbour Council of Rome meets.\n").await?;
    for (words, key) in [("Harbour Council of Rome", "o"), ("Council of Rome meets", "e"), ("Rome", "l")] {
        page.select_text(words).await?;
        page.press(key).await?;
        page.wait_for(words, async || Ok((selected(&page).await? == words).then_some(()))).await?;
    }
    // The key goes through all that lie over this place, and round.
    let mut seen = Vec::new();
    for _ in 0..3 {
        let before = selected(&page).await?;
        page.press(".").await?;
        page.wait_for("the next of them", async || {
            Ok(Some(selected(&page).await?).filter(|now| *now != before))
        })
        .await
        .map(|now| seen.push(now))?;
    }
    seen.sort();
    check(seen == ["Council of Rome meets", "Harbour Council of Rome", "Rome"], &format!("{seen:?}"))?;
    // One is changed; the others stay what they are.
    for _ in 0..3 {
        if selected(&page).await? == "Council of Rome meets" {
            break;
        }
        page.click("Next overlapping mark").await?;
    }
    page.press("]").await?;
    page.press("ArrowLeft").await?;
    page.wait_for("the shorter mark", async || {
        Ok((selected(&page).await? == "Council of Rome").then_some(()))
    })
    .await?;
    page.press("Enter").await?;
    // A click takes the innermost, another one the mark around it.
    page.press("Escape").await?;
    let script = "[...document.querySelectorAll('[role=article] mark')].find(m => m.textContent === 'Rome').click(); return null";
    let mut clicked = Vec::new();
    for _ in 0..3 {
        let before = selected(&page).await?;
        page.js::<()>(script, &[]).await?;
        page.wait_for("another mark", async || Ok(Some(selected(&page).await?).filter(|now| *now != before)))
            .await
            .map(|now| clicked.push(now))?;
    }
    check(clicked[0] == "Rome", &format!("{clicked:?}"))?;
    clicked.sort();
    clicked.dedup();
    check(clicked.len() == 3, &format!("{clicked:?}"))?;
    page.wait_for_text("status", "Saved").await
}

/// The text under the selected mark, which may be in several pieces.
async fn selected(page: &Page) -> Result<String> {
    let script = "return [...document.querySelectorAll('[role=article] mark[data-selected]')].map(m => m.textContent).join('')";
    page.js(script, &[]).await
}

/// Text that runs from right to left, and text without spaces between words: the caret goes through it,
/// a label is given, and the mark's text is exactly what was taken.
pub(crate) async fn marks_other_scripts(page: Page) -> Result<()> {
    for (text, words) in [
        ("قالت الوزيرة ليلى حداد إن البرلمان سيجتمع غدا.\n", "ليلى حداد"),
        ("東京都の小池知事は月曜日に会見した。\n", "小池"),
        ("นายกรัฐมนตรีเศรษฐากล่าวเมื่อวันจันทร์\n", "เศรษฐา"),
    ] {
        annotate(&page, text).await?;
        page.select_text(words).await?;
        page.press("p").await?;
        wait_for_mark(&page, words, |mark| mark.label == "PERSON" && mark.status == "accepted").await?;
        // The end goes on by a character and comes back.
        page.press("]").await?;
        page.press_shift("ArrowRight").await?;
        page.wait_for("a longer mark", async || {
            Ok((selected(&page).await?.len() > words.len()).then_some(()))
        })
        .await?;
        page.press_shift("ArrowLeft").await?;
        wait_for_mark(&page, words, |_| true).await?;
        page.press("Escape").await?;
        check(page.article_text().await? == text, "the text stays what it was")?;
        page.fits().await?;
        page.js::<()>("[...document.querySelectorAll('button')].find(b => b.innerText === 'New article')?.click(); return null", &[]).await?;
    }
    Ok(())
}
