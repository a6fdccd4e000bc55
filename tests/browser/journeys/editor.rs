//! What a person does with an article that has been read: review, mend, find; and with a text before it
//! is one.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::json;
use thirtyfour::By;

use super::access::COPIED;
use super::main_job::{Mark, SAMPLE_TITLE, articles, marks};
use crate::check;
use crate::page::Page;

const TEXT: &str = "Lloyd Austin met Rustem Umerov in Rome on Monday. Austin said that Italy would give €3.5m. \
    Umerov thanked Mr Austin. The Harbour Council meets in Rome.\n";

/// A page, and how often a key was pressed on it.
struct Hands<'p> {
    page: &'p Page,
    presses: usize,
}

impl Hands<'_> {
    async fn press(&mut self, key: &str) -> Result<()> {
        self.presses += 1;
        self.page.press(key).await
    }

    async fn press_shift(&mut self, key: &str) -> Result<()> {
        self.presses += 1;
        self.page.press_shift(key).await
    }
}

async fn annotate(page: &Page, text: &str) -> Result<Vec<Mark>> {
    page.open().await?;
    page.paste("Article text", text).await?;
    page.type_date("Published", "2024-07-02").await?;
    page.click("Annotate").await?;
    page.wait_for_text("status", "Saved").await?;
    marks(page).await
}

async fn wait_for_mark(page: &Page, text: &str, what: impl Fn(&Mark) -> bool) -> Result<Mark> {
    page.wait_for(&format!("the mark “{text}”"), async || {
        Ok(marks(page).await?.into_iter().find(|mark| mark.text == text && what(mark)))
    })
    .await
}

async fn select_mark(page: &Page, text: &str) -> Result<()> {
    let script = "const mark = [...document.querySelectorAll('[role=article] mark')].find(m => m.textContent === arguments[0]);
        mark.click(); return null";
    page.js::<()>(script, &[json!(text)]).await?;
    page.wait_for("the mark to be selected", async || {
        let selected: Option<String> =
            page.js("return document.querySelector('mark[data-selected]')?.textContent ?? null", &[]).await?;
        Ok(selected.filter(|selected| selected == text).map(|_| ()))
    })
    .await
}

/// What the value field shows.
async fn value(page: &Page) -> Result<Option<String>> {
    page.js("return document.getElementById('field-value')?.value ?? null", &[]).await
}

/// The rows of the list of entities: `name count`.
async fn entities(page: &Page) -> Result<Vec<String>> {
    let script = "return [...document.querySelectorAll('[aria-label=Entities] .entity-name')].map(row =>
        row.querySelector('.quote').textContent + ' ' + row.querySelector('.count').textContent)";
    page.js(script, &[]).await
}

async fn wait_for_entity(page: &Page, row: &str) -> Result<()> {
    let mut last = Vec::new();
    page.wait_for(&format!("the entity {row}"), async || {
        last = entities(page).await?;
        Ok(last.iter().any(|shown| shown == row).then_some(()))
    })
    .await
    .with_context(|| format!("{last:?}"))
}

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
    hands.press("7").await?;
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
    hands.press("g").await?;
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

/// How many marks are reviewed, of how many.
async fn progress(page: &Page) -> Result<(usize, usize)> {
    let script = "const bar = document.querySelector('[role=progressbar]'); return [+bar.ariaValueNow, +bar.ariaValueMax]";
    page.js(script, &[]).await
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

/// An entity is renamed, merged, split, relabelled, accepted and rejected whole; each is one undo.
pub(crate) async fn edits_whole_entities(page: Page) -> Result<()> {
    annotate(&page, TEXT).await?;
    wait_for_entity(&page, "Lloyd Austin 3").await?;
    page.screenshots("entities").await?;
    select_mark(&page, "Lloyd Austin").await?;

    page.click("Rename").await?;
    page.press_ctrl("a").await?;
    page.press("Lloyd J. Austin III").await?;
    page.press("Enter").await?;
    wait_for_entity(&page, "Lloyd J. Austin III 3").await?;

    page.click("Accept mentions").await?;
    wait_for_mark(&page, "Austin", |mark| mark.status == "accepted").await?;
    page.click("Undo").await?;
    wait_for_mark(&page, "Austin", |mark| mark.status == "suggested").await?;
    page.click("Undo").await?;
    wait_for_entity(&page, "Lloyd Austin 3").await?;

    // The next mention becomes somebody else, and is the same again.
    page.press("Escape").await?;
    select_mark(&page, "Austin").await?;
    page.click("Split off").await?;
    wait_for_entity(&page, "Austin 1").await?;
    wait_for_entity(&page, "Lloyd Austin 2").await?;
    let merge = page.find("combobox", "Merge into").await?;
    merge.focus().await?;
    let option = merge.find(By::XPath(".//option[text()='Lloyd Austin']")).await?;
    option.click().await?;
    wait_for_entity(&page, "Lloyd Austin 3").await?;

    let labels = page.find("combobox", "Label of all mentions").await?;
    labels.find(By::Css("option[value=ORG]")).await?.click().await?;
    wait_for_mark(&page, "Lloyd Austin", |mark| mark.label == "ORG").await?;
    page.click("Undo").await?;
    wait_for_mark(&page, "Lloyd Austin", |mark| mark.label == "PERSON").await?;

    // By key: whole, and on.
    page.js::<()>("document.querySelector('[role=article]').focus(); return null", &[]).await?;
    select_mark(&page, "Lloyd Austin").await?;
    page.press_shift("x").await?;
    wait_for_mark(&page, "Austin", |mark| mark.status == "rejected").await?;
    page.wait_for_text("status", "Saved").await
}

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
    page.press("2").await?;
    wait_for_mark(&page, "Harbour", |mark| mark.label == "ORG").await?;
    page.wait_for_text("status", "Saved").await
}

/// A value is read while it is typed; what cannot be read is said and not kept.
pub(crate) async fn mends_values(page: Page) -> Result<()> {
    annotate(&page, TEXT).await?;
    select_mark(&page, "€3.5m").await?;
    check(value(&page).await?.as_deref() == Some("€3.5 million"), "the value reads as people write it")?;
    let mend = async |typed: &str| -> Result<()> {
        page.js::<()>("document.getElementById('field-value').focus(); return null", &[]).await?;
        page.press_ctrl("a").await?;
        page.press(typed).await
    };
    let said = async |expected: &str| -> Result<()> {
        page.wait_for(expected, async || {
            let said: String =
                page.js("return document.getElementById('value-understood').textContent", &[]).await?;
            Ok(said.contains(expected).then_some(()))
        })
        .await
    };
    mend("more than 2-3 million dollars").await?;
    said("more than $2,000,000–3,000,000").await?;
    page.press("Enter").await?;
    page.wait_for("the range", async || {
        Ok(value(&page).await?.filter(|value| value == "more than $2–3 million"))
    })
    .await?;
    mend("a lot").await?;
    said("Not understood yet").await?;
    page.press("Enter").await?;
    said("cannot be read; the value stays").await?;
    page.press("Escape").await?;
    page.wait_for("the old value", async || {
        Ok(value(&page).await?.filter(|value| value == "more than $2–3 million"))
    })
    .await?;
    page.press_ctrl("z").await?;
    page.wait_for("the first value", async || {
        Ok(value(&page).await?.filter(|value| value == "€3.5 million"))
    })
    .await?;
    select_mark(&page, "Monday").await?;
    check(value(&page).await?.as_deref() == Some("1 July 2024"), "dates read as people write them")?;
    mend("first week of May").await?;
    said("1–7 May 2024").await?;
    page.press("Enter").await?;
    page.wait_for_text("status", "Saved").await
}

/// Labels are renamed, recoloured, re-keyed, added, deleted; a set is kept for the next article.
pub(crate) async fn changes_label_sets(page: Page) -> Result<()> {
    annotate(&page, TEXT).await?;
    page.click("Labels").await?;
    let set = async |name: &str, new: &str| -> Result<()> {
        let field = page.wait_for(name, async || {
            let fields = page.driver.find_all(By::Css(".label-row input, .row-form input")).await?;
            for field in fields {
                if field.attr("aria-label").await?.as_deref() == Some(name) {
                    return Ok(Some(field));
                }
            }
            Ok(None)
        });
        let script = "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('change', { bubbles: true }));";
        page.driver.execute(script, vec![field.await?.to_json()?, json!(new)]).await?;
        Ok(())
    };
    set("Name of Place", "Somewhere").await?;
    page.button("Delete Somewhere").await?;
    set("Colour of Somewhere", "#ffff00").await?;
    page.wait_for("the colour to be corrected", async || {
        let color: String =
            page.js("return document.querySelectorAll('.label-row input[type=color]')[2].value", &[]).await?;
        Ok((color != "#ffff00" && color != "#2f855a").then_some(()))
    })
    .await?;
    set("Key of Somewhere", "a").await?;
    page.wait_for_text("alert", "The key A is taken").await?;
    set("Name of Somewhere", " ").await?;
    page.wait_for_text("alert", "A label needs a name").await?;
    set("Name of the new label", "Ship").await?;
    page.click("Add label").await?;
    page.button("Delete Ship").await?;
    set("Name of the label set", "Ports").await?;
    page.click("Keep this set").await?;
    page.button("Add “Ports” here").await?;
    page.screenshots("labels").await?;
    // Where the marks of a label go that is in use.
    page.click("Delete Person").await?;
    page.click("Delete label").await?;
    page.click("Close").await?;
    wait_for_mark(&page, "Lloyd Austin", |mark| mark.label == "ORG").await?;
    page.click("Undo").await?;
    wait_for_mark(&page, "Lloyd Austin", |mark| mark.label == "PERSON").await?;
    page.wait_for_text("status", "Saved").await?;

    page.click("New article").await?;
    page.paste("Article text", "The Aurora sailed.").await?;
    let sets = page.find("combobox", "Labels").await?;
    sets.find(By::Css("option[value=Ports]")).await?.click().await?;
    page.click("Annotate").await?;
    // A new label is made and given in one step.
    page.select_text("Aurora").await?;
    page.button("Ship").await?;
    let field = page.find("textbox", "New label").await?;
    field.send_keys("Vessel\u{E007}").await?;
    wait_for_mark(&page, "Aurora", |mark| mark.label == "VESSEL").await?;
    page.wait_for_text("status", "Saved").await
}

/// One key marks every occurrence, of a mark or of selected words, as one change.
pub(crate) async fn marks_all_occurrences(page: Page) -> Result<()> {
    let text = "The Ferry left. Nobody saw the Ferry. “Ferry!” they called, and the Ferryman came.\n";
    annotate(&page, text).await?;
    page.select_text("Ferry").await?;
    page.press("5").await?;
    wait_for_mark(&page, "Ferry", |mark| mark.label == "PRODUCT").await?;
    page.press("m").await?;
    page.wait_for("all of them", async || {
        let all = marks(&page).await?;
        Ok((all.iter().filter(|mark| mark.text == "Ferry" && mark.label == "PRODUCT").count() == 3)
            .then_some(()))
    })
    .await?;
    page.press_ctrl("z").await?;
    page.wait_for("one of them", async || {
        let all = marks(&page).await?;
        Ok((all.iter().filter(|mark| mark.text == "Ferry" && mark.label == "PRODUCT").count() == 1)
            .then_some(()))
    })
    .await?;
    page.wait_for_text("status", "Saved").await
}

/// Words are found in the text, in values and entities, and in all articles with filters.
pub(crate) async fn finds_in_article_and_library(page: Page) -> Result<()> {
    annotate(&page, TEXT).await?;
    page.click("New article").await?;
    page.paste("Article text", "A storm hit Lima. Nobody from Rome was there.").await?;
    page.click("Annotate").await?;
    page.wait_for_text("status", "Saved").await?;
    super::main_job::open_first(&page).await?;
    page.press("/").await?;
    page.press("rome").await?;
    page.wait_for("the count", async || {
        let shown: String = page.js("return document.querySelector('.find .count').textContent", &[]).await?;
        Ok(shown.starts_with("1 in the text").then_some(()))
    })
    .await?;
    page.press("Enter").await?;
    page.wait_for("the words to be selected", async || {
        Ok((page.js::<String>("return getSelection().toString()", &[]).await? == "Rome").then_some(()))
    })
    .await?;
    page.press("Escape").await?;

    page.click("Search").await?;
    let field = page.find("textbox", "Find in the library").await?;
    field.send_keys("rome").await?;
    let found = async |count: usize| -> Result<()> {
        page.wait_for(&format!("{count} articles"), async || {
            let shown: usize = page.js("return document.querySelectorAll('.found li').length", &[]).await?;
            Ok((shown == count).then_some(()))
        })
        .await
    };
    found(2).await?;
    page.screenshots("library-search").await?;
    let label = page.find("combobox", "Label").await?;
    label.find(By::Css("option[value=MONEY]")).await?.click().await?;
    found(0).await?;
    label.find(By::Css("option[value=LOC]")).await?.click().await?;
    found(2).await?;
    let status = page.find("combobox", "Status").await?;
    status.find(By::Css("option[value=accepted]")).await?.click().await?;
    found(0).await?;
    page.click("Close").await
}

/// Commands run by name; a key is changed, kept, and may not clash.
pub(crate) async fn runs_commands_and_changes_keys(page: Page) -> Result<()> {
    page.open().await?;
    page.press_ctrl("k").await?;
    page.find("combobox", "Command").await?;
    page.press("accept all").await?;
    page.press("Enter").await?;
    page.wait_for("why it cannot be", async || {
        let said: String = page.js("return document.querySelector('.toasts').innerText", &[]).await?;
        Ok(said.contains("needs").then_some(()))
    })
    .await?;
    annotate(&page, TEXT).await?;
    page.press_ctrl("k").await?;
    page.find("combobox", "Command").await?;
    page.press("accept all").await?;
    page.press("Enter").await?;
    page.wait_for("all to be accepted", async || {
        let (done, all) = progress(&page).await?;
        Ok((done == all && all > 5).then_some(()))
    })
    .await?;
    page.press_ctrl("z").await?;

    page.press("?").await?;
    let change = "Change the key of: Accept, and on to the next suggestion";
    page.click(change).await?;
    page.press("x").await?;
    page.wait_for_text("alert", "is taken").await?;
    page.press("y").await?;
    page.wait_for("the new key", async || {
        let shown: String = page.js("return document.querySelector('dialog .keys').innerText", &[]).await?;
        Ok(shown.contains('Y').then_some(()))
    })
    .await?;
    page.screenshots("keys").await?;
    page.click("Close").await?;
    page.press("j").await?;
    page.press("y").await?;
    page.wait_for("one to be accepted", async || Ok((progress(&page).await?.0 == 1).then_some(()))).await?;
    page.wait_for_text("status", "Saved").await?;
    page.open().await?;
    page.find("article", "Lloyd Austin met Rustem Umerov in Rome on Monday. Austin said that Italy would…")
        .await?;
    page.press("j").await?;
    page.press("j").await?;
    page.press("y").await?;
    page.wait_for("another after a reload", async || Ok((progress(&page).await?.0 == 2).then_some(()))).await
}

/// Hard line breaks, a date, and an article that is there already are noticed; the box survives a reload;
/// what was copied from a web page keeps its paragraphs.
pub(crate) async fn says_what_comes_in(page: Page) -> Result<()> {
    page.open().await?;
    page.paste("Article text", COPIED).await?;
    let box_has = async |expected: &str| -> Result<()> {
        page.wait_for(expected, async || {
            let text: String = page.js("return document.querySelector('textarea').value", &[]).await?;
            Ok(text.contains(expected).then_some(()))
        })
        .await
    };
    page.click("Use this date").await?;
    let date: String = page.js("return document.querySelector('input[type=date]').value", &[]).await?;
    check(date == "2025-05-03", &date)?;
    page.open().await?;
    box_has("2.3 bil-\nlion").await?;
    page.click("Join lines").await?;
    page.screenshots("join-lines").await?;
    page.click("Join them").await?;
    box_has("European Commission had asked for 2.3 billion euros").await?;
    page.click("Annotate").await?;
    wait_for_mark(&page, "2.3 billion euros", |mark| mark.label == "MONEY").await?;
    page.wait_for_text("status", "Saved").await?;
    let text = page.article_text().await?;
    page.click("New article").await?;
    page.paste("Article text", &text).await?;
    page.click("Open it").await?;
    page.wait_for("the article", async || Ok(Some(page.driver.find(By::Css("[role=article]")).await?)))
        .await?;
    check(articles(&page).await? == 1, "there is still one article")?;

    page.click("New article").await?;
    let script = "const box = document.querySelector('textarea');
        const data = new DataTransfer();
        data.setData('text/html', '<h1>Storm</h1><p>It came <b>at night</b>.</p><table><tr><td>a</td><td>b</td></tr></table>');
        data.setData('text/plain', 'Storm It came at night. a b');
        box.focus();
        box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
        return null";
    page.js::<()>(script, &[]).await?;
    box_has("Storm\n\nIt came at night.\n\na\tb").await
}

/// What was done before a reload can be undone after it.
pub(crate) async fn undoes_after_a_reload(page: Page) -> Result<()> {
    page.open().await?;
    page.click("Try the sample").await?;
    page.find("article", SAMPLE_TITLE).await?;
    let before = marks(&page).await?;
    page.press("j").await?;
    page.press("a").await?;
    page.click("Accept all").await?;
    page.wait_for("all to be accepted", async || {
        let (done, all) = progress(&page).await?;
        Ok((done == all).then_some(()))
    })
    .await?;
    page.wait_for_text("status", "Saved").await?;
    page.open().await?;
    page.find("article", SAMPLE_TITLE).await?;
    page.click("Undo").await?;
    page.wait_for("all but one to be open", async || Ok((progress(&page).await?.0 == 1).then_some(())))
        .await?;
    page.click("Undo").await?;
    page.wait_for("all as it was", async || Ok((marks(&page).await? == before).then_some(()))).await?;
    page.click("Redo").await?;
    page.click("Redo").await?;
    page.wait_for("all accepted again", async || {
        let (done, all) = progress(&page).await?;
        Ok((done == all).then_some(()))
    })
    .await?;
    page.wait_for_text("status", "Saved").await
}

/// Lines that belong to the web page take no marks until the person wants them; what was rejected does
/// not come back with them.
pub(crate) async fn leaves_page_furniture_alone(page: Page) -> Result<()> {
    let text =
        "Storm hits Lima on Monday.\n\nSubscribe to our newsletter\nRelated: Rome\nShare on Facebook\n";
    annotate(&page, text).await?;
    select_mark(&page, "Lima").await?;
    page.click("Reject").await?;
    wait_for_mark(&page, "Lima", |mark| mark.status == "rejected").await?;
    let before = marks(&page).await?.len();
    page.press_ctrl("k").await?;
    page.find("combobox", "Command").await?;
    page.press("read the article again").await?;
    page.press("Enter").await?;
    page.wait_for("what came of it", async || {
        let said: String = page.js("return document.querySelector('.toasts').innerText", &[]).await?;
        Ok(said.contains("Nothing new").then_some(()))
    })
    .await?;
    check(marks(&page).await?.len() == before, "nothing has come back")?;
    page.wait_for_text("status", "Saved").await
}

/// On paper stands the article with its marks, and a table of them.
pub(crate) async fn prints_the_marks(page: Page) -> Result<()> {
    annotate(&page, TEXT).await?;
    page.js::<()>("dispatchEvent(new Event('beforeprint')); return null", &[]).await?;
    let rows: usize = page
        .wait_for("the table", async || {
            let rows: usize =
                page.js("return document.querySelectorAll('.print-table tbody tr').length", &[]).await?;
            Ok((rows > 0).then_some(rows))
        })
        .await?;
    check(rows == marks(&page).await?.len(), &format!("{rows} rows"))?;
    page.js::<()>("dispatchEvent(new Event('afterprint')); return null", &[]).await
}
