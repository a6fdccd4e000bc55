//! What a person does with an article that has been read: review, mend, find; and with a text before it
//! is one. A file a concern; here is what they share.

pub(crate) mod entities;
pub(crate) mod finding;
pub(crate) mod intake;
pub(crate) mod keeping;
pub(crate) mod labels;
pub(crate) mod reviewing;
pub(crate) mod sources;
pub(crate) mod spans;
pub(crate) mod values;

use anyhow::{Context, Result};
use serde_json::json;

use super::main_job::{Mark, marks};
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

pub(crate) async fn select_mark(page: &Page, text: &str) -> Result<()> {
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

/// How many marks are reviewed, of how many.
async fn progress(page: &Page) -> Result<(usize, usize)> {
    let script = "const bar = document.querySelector('[role=progressbar]'); return [+bar.ariaValueNow, +bar.ariaValueMax]";
    page.js(script, &[]).await
}
