//! What hands do besides clicking and selecting: keys, files, dates, hovering.

use std::path::Path;

use anyhow::{Context, Result};
use serde_json::json;
use thirtyfour::common::keys::Key;
use thirtyfour::{By, TypingData};

use crate::page::Page;

impl Page {
    /// Presses a key: a character, or a named key such as `Delete`.
    pub(crate) async fn press(&self, key: &str) -> Result<()> {
        Ok(self.driver.action_chain().send_keys(typed(key)).perform().await?)
    }

    /// Turns to a view of the open article by its tab.
    pub(crate) async fn look_at(&self, view: &str) -> Result<()> {
        // In a narrow window the text has no tabs over it: the bar below leads to them.
        let facts = "const tabs = document.querySelector('[role=tablist]');
            if (tabs && !tabs.checkVisibility()) document.querySelector('.nav button:nth-child(2)').click(); return null";
        self.js::<()>(facts, &[]).await?;
        self.find("tab", view).await?;
        let script = "const tab = [...document.querySelectorAll('[role=tab]')].find(it => it.textContent === arguments[0]);
            tab.click(); return null";
        self.js::<()>(script, &[json!(view)]).await?;
        self.wait_for(&format!("the view {view}"), async || {
            let chosen = "return document.querySelector('[role=tab][aria-selected=true]')?.textContent ?? ''";
            Ok((self.js::<String>(chosen, &[]).await? == view).then_some(()))
        })
        .await
    }

    /// Presses a key while Shift is held.
    pub(crate) async fn press_shift(&self, key: &str) -> Result<()> {
        let keys = self.driver.action_chain().key_down(Key::Shift).send_keys(typed(key)).key_up(Key::Shift);
        Ok(keys.perform().await?)
    }

    /// Presses a key while Control is held.
    pub(crate) async fn press_ctrl(&self, key: &str) -> Result<()> {
        let keys =
            self.driver.action_chain().key_down(Key::Control).send_keys(typed(key)).key_up(Key::Control);
        Ok(keys.perform().await?)
    }

    /// Moves the mouse over the first element that the CSS selector finds.
    pub(crate) async fn hover(&self, css: &str) -> Result<()> {
        let element = self.driver.find(By::Css(css)).await?;
        Ok(self.driver.action_chain().move_to_element_center(&element).perform().await?)
    }

    /// Turns a switch.
    pub(crate) async fn switch(&self, name: &str) -> Result<()> {
        Ok(self.find("switch", name).await?.click().await?)
    }

    /// Shows a part of the page (`Library`, `Text`, `Marks`) where there is room for one at a time.
    pub(crate) async fn show(&self, part: &str) -> Result<()> {
        let is_one_at_a_time: bool =
            self.js("return document.querySelector('.nav')?.checkVisibility() ?? false", &[]).await?;
        if is_one_at_a_time { self.click(part).await } else { Ok(()) }
    }

    /// Goes to the whole library.
    pub(crate) async fn to_library(&self) -> Result<()> {
        self.js::<()>("location.hash = '#/library'; return null", &[]).await?;
        self.wait_for("the library", async || Ok(Some(self.driver.find(By::Css(".shelf")).await?))).await?;
        Ok(())
    }

    /// Puts an article into the bin, in the whole library.
    pub(crate) async fn put_into_bin(&self, title: &str) -> Result<()> {
        self.to_library().await?;
        self.find("checkbox", &format!("Select {title}")).await?.click().await?;
        self.click("Put into the bin").await
    }

    /// Chooses a file where the page asks for one.
    pub(crate) async fn choose_file(&self, path: &Path) -> Result<()> {
        let input = self.driver.find(By::Css("input[type=file]")).await?;
        let path = path.to_str().with_context(|| format!("{} is no UTF-8", path.display()))?;
        Ok(input.send_keys(path).await?)
    }

    /// Opens the fields for title, outlet, date and source of the open article, unless they are open.
    pub(crate) async fn open_details(&self) -> Result<()> {
        let script = "document.querySelector('.meta .about[aria-expanded=false]')?.click(); return null";
        self.js::<()>(script, &[]).await
    }

    /// Sets a date field, as its calendar does.
    pub(crate) async fn type_date(&self, name: &str, date: &str) -> Result<()> {
        self.open_details().await?;
        // Browsers do not agree on what it is; Firefox says nothing.
        let field = self
            .wait_for(&format!("the date field \"{name}\""), async || {
                for field in self.driver.find_all(By::Css("input[type=date]")).await? {
                    if self.computed(&field, "computedlabel").await? == name {
                        return Ok(Some(field));
                    }
                }
                Ok(None)
            })
            .await?;
        let script = "arguments[0].value = arguments[1];
            for (const kind of ['input', 'change']) arguments[0].dispatchEvent(new Event(kind, { bubbles: true }));";
        self.driver.execute(script, vec![field.to_json()?, json!(date)]).await?;
        Ok(())
    }
}

fn typed(key: &str) -> TypingData {
    match key {
        "Delete" => TypingData::from(Key::Delete),
        "Escape" => TypingData::from(Key::Escape),
        "ArrowRight" => TypingData::from(Key::Right),
        "ArrowLeft" => TypingData::from(Key::Left),
        "ArrowUp" => TypingData::from(Key::Up),
        "ArrowDown" => TypingData::from(Key::Down),
        "Enter" => TypingData::from(Key::Enter),
        "Tab" => TypingData::from(Key::Tab),
        "F2" => TypingData::from(Key::F2),
        other => TypingData::from(other),
    }
}
